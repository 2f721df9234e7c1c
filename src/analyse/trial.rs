//! Many points at once: at which of them a formula holds.
//!
//! What a formula comes to at 64 points is one pass over it. A bit that a point leaves open may be set or not, so a
//! formula then may hold and may fail.

use super::formula::{Bit, Formula, Kind, Setting};
use rustc_hash::FxHashMap;

/// So many points are tried together.
pub(super) const POINTS: usize = u64::BITS as usize;

/// At which points something may hold, and at which it may fail: a bit for each point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct May {
    pub(super) hold: u64,
    pub(super) fail: u64,
}

impl May {
    /// Whether it holds at a point; `None` where it may hold and may fail.
    pub(super) fn at(self, point: usize) -> Option<bool> {
        match (self.hold >> point & 1 == 1, self.fail >> point & 1 == 1) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            (true, true) | (false, false) => None,
        }
    }
}

const ANYTHING: May = May { hold: u64::MAX, fail: u64::MAX };

/// Some points, and what is known of formulas at them.
pub(super) struct Trial<'f> {
    bits: FxHashMap<Bit, May>,
    /// By the formula, which lives as long as this.
    known: FxHashMap<*const Kind, (May, &'f Formula)>,
}

impl<'f> Trial<'f> {
    /// Up to [`POINTS`] points.
    pub(super) fn new(points: &[Setting]) -> Self {
        let mut bits: FxHashMap<Bit, May> = FxHashMap::default();
        for (place, point) in points.iter().enumerate().take(POINTS) {
            let own = 1_u64 << place;
            for (bit, is_set) in point {
                let may = bits.entry(*bit).or_insert(ANYTHING);
                if *is_set {
                    may.fail &= !own;
                } else {
                    may.hold &= !own;
                }
            }
        }
        Self { bits, known: FxHashMap::default() }
    }

    fn bit(&self, bit: Bit) -> May {
        self.bits.get(&bit).copied().unwrap_or(ANYTHING)
    }

    /// What a formula comes to at the points.
    pub(super) fn of(&mut self, formula: &'f Formula) -> May {
        let address: *const Kind = formula.kind();
        if let Some((may, _)) = self.known.get(&address) {
            return *may;
        }
        let may = match formula.kind() {
            Kind::Constant(true) => May { hold: u64::MAX, fail: 0 },
            Kind::Constant(false) => May { hold: 0, fail: u64::MAX },
            Kind::Bit(bit) => self.bit(*bit),
            Kind::Values(first, marked) => self.values(*first, marked),
            Kind::Not(inner) => {
                let May { hold, fail } = self.of(inner);
                May { hold: fail, fail: hold }
            }
            Kind::All(parts) => parts.iter().fold(May { hold: u64::MAX, fail: 0 }, |all, part| {
                let own = self.of(part);
                May { hold: all.hold & own.hold, fail: all.fail | own.fail }
            }),
            Kind::Any(parts) => parts.iter().fold(May { hold: 0, fail: u64::MAX }, |any, part| {
                let own = self.of(part);
                May { hold: any.hold | own.hold, fail: any.fail & own.fail }
            }),
            Kind::Given(..) => ANYTHING,
        };
        self.known.insert(address, (may, formula));
        may
    }

    fn values(&self, first: Bit, marked: &[bool]) -> May {
        let mut found = May { hold: 0, fail: 0 };
        // The points whose value may be this one or a larger one.
        let mut reached = u64::MAX;
        for (number, is_marked) in marked.iter().enumerate() {
            let is_last = number + 1 == marked.len();
            let bit = Bit::try_from(number).ok().and_then(|number| first.checked_add(number));
            let own = if is_last { ANYTHING } else { bit.map_or(ANYTHING, |bit| self.bit(bit)) };
            let side = if *is_marked { &mut found.hold } else { &mut found.fail };
            *side |= reached & own.fail;
            reached &= own.hold;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_tried_at_every_point_as_at_one() {
        let value = Formula::values(1, vec![false, true, true, false]);
        let formula =
            Formula::bit(0).and(&value).or(&Formula::bit(0).not().and_not(&value)).and(&Formula::bit(4).not());
        let points: Vec<Setting> =
            (0..32_u16).map(|number| (0..5).map(|bit| (bit, number >> bit & 1 == 1)).collect()).collect();
        let may = Trial::new(&points).of(&formula);
        for (place, point) in points.iter().enumerate() {
            assert_eq!(may.hold >> place & 1 == 1, formula.holds(point), "{point:?}");
            assert_eq!(may.fail >> place & 1 == 1, !formula.holds(point), "{point:?}");
        }
    }

    #[test]
    fn what_a_point_leaves_open_may_be_either() {
        let formula = Formula::bit(0).and(&Formula::bit(1));
        let found = Trial::new(&[Setting::from([(0, true)]), Setting::from([(0, false)])]).of(&formula);
        assert_eq!((found.hold & 3, found.fail & 3), (1, 3));
    }
}
