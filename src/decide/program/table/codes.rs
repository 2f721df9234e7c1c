//! What became of an outcome in each case, as one number: how it stands, and which verdict it has.

use super::super::lane::{Lane, WORDS, bytes_of};

/// It is exempt.
pub(super) const EXEMPT: u32 = 1;
/// The policy does not apply.
pub(super) const OUT_OF_SCOPE: u32 = 2;
/// How many bits say how it stands; those of the verdict follow.
pub(super) const STANDING_BITS: usize = 2;

/// The numbers of all cases.
#[derive(Clone, Debug)]
pub(super) enum Codes {
    /// Where eight bits are enough.
    Bytes(Vec<u8>),
    /// Where they are not.
    Words(Vec<u32>),
}

impl Codes {
    /// Room for so many bits and lanes of cases.
    pub(super) fn new(bits: usize) -> Self {
        if bits <= 8 { Self::Bytes(Vec::new()) } else { Self::Words(Vec::new()) }
    }

    /// Makes room for so many lanes.
    pub(super) fn resize(&mut self, lanes: usize) {
        match self {
            Self::Bytes(codes) => codes.resize(lanes * 64 * WORDS, 0),
            Self::Words(codes) => codes.resize(lanes * 64 * WORDS, 0),
        }
    }

    pub(super) fn get(&self, row: usize) -> u32 {
        match self {
            Self::Bytes(codes) => codes.get(row).map_or(0, |code| u32::from(*code)),
            Self::Words(codes) => codes.get(row).copied().unwrap_or(0),
        }
    }

    pub(super) fn set(&mut self, row: usize, code: u32) {
        match self {
            Self::Bytes(codes) => {
                if let (Some(slot), Ok(code)) = (codes.get_mut(row), u8::try_from(code)) {
                    *slot = code;
                }
            }
            Self::Words(codes) => {
                if let Some(slot) = codes.get_mut(row) {
                    *slot = code;
                }
            }
        }
    }

    /// Writes the codes of the cases of a lane, given bit by bit from the lowest.
    pub(super) fn write(&mut self, number: usize, planes: &[Lane]) {
        let from = number * 64 * WORDS;
        match self {
            Self::Bytes(codes) => {
                let room = codes.get_mut(from..).unwrap_or_default();
                for (word, room) in room.chunks_mut(64).take(WORDS).enumerate() {
                    for (eighth, room) in room.chunks_mut(8).enumerate() {
                        let byte = |plane: &Lane| plane.get(word)?.to_le_bytes().get(eighth).copied();
                        let eight = planes.iter().enumerate();
                        let eight =
                            eight.fold(0, |eight, (bit, plane)| eight | bytes_of(byte(plane).unwrap_or(0)) << bit);
                        room.copy_from_slice(&eight.to_le_bytes());
                    }
                }
            }
            Self::Words(codes) => {
                let room = codes.get_mut(from..from + 64 * WORDS).unwrap_or_default();
                room.fill(0);
                for (bit, plane) in planes.iter().enumerate() {
                    for row in super::super::block::bits(plane) {
                        if let Some(code) = room.get_mut(row) {
                            *code |= 1 << bit;
                        }
                    }
                }
            }
        }
    }
}
