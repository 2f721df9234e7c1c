//! The currencies and kinds of periods of two texts: what both have is in one unit.

use super::classes::Joined;
use super::incomparable::{Incomparable, Side};
use crate::policy::{Unit, UnitClass, UnitGroup};
use crate::source::Span;
use std::collections::BTreeMap;

/// A class of one of the texts.
type Own = (Side, UnitGroup);

/// Classes of what is compared with each other, in either text.
pub(super) struct Units {
    joined: Joined<Own>,
    known: BTreeMap<Own, Unit>,
    numbers: BTreeMap<Own, UnitGroup>,
}

/// Something that both texts measure.
pub(super) struct Measured<'p> {
    pub(super) name: &'p str,
    pub(super) units: [Option<&'p UnitClass>; 2],
    pub(super) places: [Span; 2],
}

impl Units {
    pub(super) fn new() -> Self {
        Self { joined: Joined::new(), known: BTreeMap::new(), numbers: BTreeMap::new() }
    }

    /// Takes note of a unit that a text gives a class.
    pub(super) fn note(&mut self, side: Side, class: Option<&UnitClass>) {
        if let Some(UnitClass { group, unit: Some(unit) }) = class {
            self.known.insert(self.joined.root((side, *group)), unit.clone());
        }
    }

    /// Makes the classes of something that both texts measure one.
    pub(super) fn join(&mut self, measured: &Measured<'_>, problems: &mut Vec<Incomparable>) {
        let [Some(old), Some(new)] = measured.units else { return };
        let roots = [(Side::Old, old.group), (Side::New, new.group)].map(|own| self.joined.root(own));
        let [a, b] = roots;
        let units = [self.known.get(&a).cloned(), self.known.get(&b).cloned()];
        self.joined.join(a, b);
        match units {
            [Some(old), Some(new)] if old != new => problems.push(Incomparable::UnitChanged {
                name: measured.name.to_owned(),
                old: old.to_string(),
                new: new.to_string(),
                places: measured.places,
            }),
            [old, new] => {
                if let Some(unit) = old.or(new) {
                    self.known.insert(self.joined.root(a), unit);
                }
            }
        }
    }

    /// A class of one text among those of both.
    pub(super) fn class(&mut self, side: Side, class: Option<&UnitClass>) -> Option<UnitClass> {
        let root = self.joined.root((side, class?.group));
        let next = UnitGroup::new(self.numbers.len());
        let group = *self.numbers.entry(root).or_insert(next);
        Some(UnitClass { group, unit: self.known.get(&root).cloned() })
    }
}
