//! Outcomes whose conditions have room in one machine word, as most have: the same as in `ruleset`, without loops over
//! words.

use super::block::bits;
use super::ruleset::{Left, Standing};

/// The rules of one outcome as single words.
#[derive(Debug)]
pub(super) struct Narrow {
    pub(super) rules: usize,
    pub(super) exemptions: usize,
    /// The rules that are no `otherwise`.
    pub(super) plain: u64,
    /// The rules that drop others, each with those that it drops.
    pub(super) overriding: Vec<(u32, u64)>,
    /// The exemptions that excuse the whole outcome.
    pub(super) whole: u64,
    /// For each exemption the rules that it excuses.
    pub(super) excused: Vec<u64>,
}

/// The lowest bits.
fn low(count: usize) -> u64 {
    u32::try_from(count).ok().and_then(|count| u64::MAX.checked_shl(count)).map_or(u64::MAX, |above| !above)
}

impl Narrow {
    /// Finds the rules that stand and those that contribute, of the conditions that hold.
    pub(super) fn stand(&self, truths: u64, found: &mut Standing) -> Left {
        let held = truths & low(self.rules);
        let plain = held & self.plain;
        let fired = if plain == 0 { held } else { plain };
        let upheld = self
            .overriding
            .iter()
            .fold(fired, |upheld, (rule, dropped)| if fired >> rule & 1 == 1 { upheld & !dropped } else { upheld });
        let rest = truths.checked_shr(u32::try_from(self.rules).unwrap_or(u32::MAX)).unwrap_or(0);
        let exemptions = rest & low(self.exemptions);
        let mut exempting = exemptions & self.whole;
        let mut contributing = upheld;
        for exemption in bits(&[exemptions & !self.whole]) {
            let excused = self.excused.get(exemption).copied().unwrap_or(0);
            if excused & upheld != 0 {
                exempting |= 1 << exemption;
                contributing &= !excused;
            }
        }
        let (left, adjusting) = if exempting & self.whole != 0 {
            (Left::Exempt, 0)
        } else if contributing == 0 {
            // Nothing is left. Where an exemption from single clauses holds, that exempts; else no rule spoke at all.
            exempting = exemptions;
            (if exemptions == 0 { Left::Nothing } else { Left::Exempt }, 0)
        } else {
            (Left::Rules, rest.checked_shr(u32::try_from(self.exemptions).unwrap_or(u32::MAX)).unwrap_or(0))
        };
        put(&mut found.upheld, upheld);
        put(&mut found.contributing, contributing);
        put(&mut found.exempting, exempting);
        put(&mut found.adjusting, adjusting);
        left
    }
}

fn put(words: &mut [u64], word: u64) {
    if let Some(first) = words.first_mut() {
        *first = word;
    }
}
