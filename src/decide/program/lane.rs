//! A bit for each of 256 cases.

/// How many words a lane has: as many as wide registers take at once.
pub(super) const WORDS: usize = 4;
/// How many cases a lane has.
pub(super) const CASES: usize = 64 * WORDS;

/// A bit for each of 256 cases.
pub(super) type Lane = [u64; WORDS];

/// No case.
pub(super) const NONE: Lane = [0; WORDS];
/// Every case.
pub(super) const ALL: Lane = [u64::MAX; WORDS];

/// The cases of both.
pub(super) fn and(a: Lane, b: Lane) -> Lane {
    let mut both = a;
    both.iter_mut().zip(b).for_each(|(a, b)| *a &= b);
    both
}

/// The cases of either.
pub(super) fn or(a: Lane, b: Lane) -> Lane {
    let mut either = a;
    either.iter_mut().zip(b).for_each(|(a, b)| *a |= b);
    either
}

/// The cases of the first that are not of the second.
pub(super) fn without(a: Lane, b: Lane) -> Lane {
    let mut left = a;
    left.iter_mut().zip(b).for_each(|(a, b)| *a &= !b);
    left
}

/// The cases of one, not of both.
pub(super) fn differ(a: Lane, b: Lane) -> Lane {
    let mut differ = a;
    differ.iter_mut().zip(b).for_each(|(a, b)| *a ^= b);
    differ
}

/// The lane of this number in a row of bits; beyond the row there is no case.
pub(super) fn read(bits: &[u64], number: usize) -> Lane {
    let mut lane = NONE;
    let found = bits.get(WORDS * number..).unwrap_or_default();
    lane.iter_mut().zip(found).for_each(|(word, found)| *word = *found);
    lane
}

/// Writes a lane to its place in a row of bits.
pub(super) fn write(bits: &mut [u64], number: usize, lane: Lane) {
    let found = bits.get_mut(WORDS * number..).unwrap_or_default();
    found.iter_mut().zip(lane).for_each(|(word, lane)| *word = lane);
}

/// A byte for each of eight cases: 1 where its bit is set.
pub(super) fn bytes_of(bits: u8) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const OWN: u64 = 0x8040_2010_0804_0201;
    let own = (u64::from(bits) * EACH) & OWN;
    ((own + 0x7f7f_7f7f_7f7f_7f7f) >> 7) & EACH
}

/// The bits of eight cases, of bytes that are 0 or 1.
pub(super) fn bits_of(bytes: u64) -> u8 {
    u8::try_from((bytes & 0x0101_0101_0101_0101).wrapping_mul(0x0102_0408_1020_4080) >> 56).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_and_bytes_are_the_same_cases() {
        for bits in 0..=u8::MAX {
            let bytes = bytes_of(bits);
            assert!((0..8).all(|case| (bytes >> (8 * case)) & 0xff == u64::from(bits >> case & 1)), "{bits:08b}");
            assert_eq!(bits_of(bytes), bits);
        }
    }
}
