//! The table of truths of one outcome: a column for each of its conditions, a row for each combination that some
//! completion reaches.

use super::case::OutcomeCase;
use super::conclude::Holds;
use crate::policy::{PermittedSet, PolicyData, RuleId, RuleKind};
use std::collections::{BTreeSet, HashMap};

/// One column of the table of truths that is laid out for an outcome.
pub(super) enum Bit {
    Scope,
    Exemption(usize),
    Adjustment(usize),
    /// Rules that are alike in everything but their condition: that one of them fires is all that counts.
    Rules(Vec<RuleId>),
}

/// The columns, in the order in which a row can be sealed early.
pub(super) struct Layout {
    pub(super) bits: Vec<Bit>,
    /// Exemptions from the whole outcome.
    whole: BTreeSet<usize>,
}

impl Layout {
    /// `can_fire` tells the rules that some completion may fire.
    pub(super) fn new(data: &PolicyData, case: &OutcomeCase<'_>, can_fire: &dyn Fn(RuleId) -> bool) -> Self {
        let whole: BTreeSet<usize> = (0..)
            .zip(&case.outcome.exemptions)
            .filter(|(_, exemption)| exemption.from.is_none())
            .map(|(index, _)| index)
            .collect();
        let mut bits = vec![Bit::Scope];
        bits.extend(whole.iter().map(|index| Bit::Exemption(*index)));
        let single = (0..case.outcome.exemptions.len()).filter(|index| !whole.contains(index));
        bits.extend(single.map(Bit::Exemption));
        let mut alike: Vec<(RuleLook<'_>, Vec<RuleId>)> = Vec::new();
        for id in case.outcome.rules.iter().filter(|id| can_fire(**id)) {
            let Some(look) = RuleLook::new(data, case, *id) else { continue };
            match alike.iter_mut().find(|(known, _)| *known == look) {
                Some((_, rules)) => rules.push(*id),
                None => alike.push((look, vec![*id])),
            }
        }
        bits.extend(alike.into_iter().map(|(_, rules)| Bit::Rules(rules)));
        bits.extend((0..case.outcome.adjustments.len()).map(Bit::Adjustment));
        Self { bits, whole }
    }
}

/// All of a rule that its conclusion can depend on, besides its condition.
#[derive(PartialEq, Eq)]
struct RuleLook<'a> {
    kind: RuleKind,
    permitted: Option<&'a PermittedSet>,
    overrides: &'a [RuleId],
    overridden_by: Vec<RuleId>,
    excused_by: Vec<usize>,
}

impl<'a> RuleLook<'a> {
    fn new(data: &'a PolicyData, case: &'a OutcomeCase<'_>, id: RuleId) -> Option<Self> {
        let rule = data.rules.get(id.index())?;
        let overrides =
            |other: &RuleId| data.rules.get(other.index()).is_some_and(|found| found.overrides.contains(&id));
        let excuses = |from: &Option<Vec<RuleId>>| from.as_ref().is_some_and(|from| from.contains(&id));
        Some(Self {
            kind: rule.kind,
            permitted: case.permitted(id),
            overrides: &rule.overrides,
            overridden_by: case.outcome.rules.iter().copied().filter(overrides).collect(),
            excused_by: (0..)
                .zip(&case.outcome.exemptions)
                .filter(|(_, exemption)| excuses(&exemption.from))
                .map(|(index, _)| index)
                .collect(),
        })
    }
}

/// The truths of one row, column by column. A sealed row needs no further column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Row {
    truths: Vec<bool>,
    sealed: bool,
}

#[derive(Default)]
pub(super) struct Rows {
    rows: Vec<Row>,
    known: HashMap<Row, u32>,
}

impl Rows {
    pub(super) fn intern(&mut self, row: Row) -> u32 {
        let next = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        *self.known.entry(row.clone()).or_insert_with(|| {
            self.rows.push(row);
            next
        })
    }

    pub(super) fn get(&self, row: u32) -> Option<&Row> {
        self.rows.get(row as usize)
    }

    /// The row with one more truth, sealed where nothing that follows can matter.
    pub(super) fn extend(&mut self, row: u32, truth: bool, layout: &Layout, bit: usize) -> u32 {
        let Some(known) = self.get(row).filter(|known| !known.sealed) else { return row };
        let mut next = known.clone();
        next.truths.push(truth);
        next.sealed = match layout.bits.get(bit) {
            Some(Bit::Scope) => !truth,
            Some(Bit::Exemption(index)) => truth && layout.whole.contains(index),
            Some(Bit::Adjustment(_) | Bit::Rules(_)) | None => false,
        };
        self.intern(next)
    }
}

pub(super) struct RowHolds<'r> {
    pub(super) case: &'r OutcomeCase<'r>,
    pub(super) layout: &'r Layout,
    pub(super) row: Option<&'r Row>,
}

impl RowHolds<'_> {
    fn truth(&self, wanted: impl Fn(&Bit) -> bool) -> bool {
        let truths = self.row.map_or(&[][..], |row| row.truths.as_slice());
        self.layout.bits.iter().zip(truths).any(|(bit, truth)| *truth && wanted(bit))
    }
}

impl Holds for RowHolds<'_> {
    fn in_scope(&self) -> bool {
        self.truth(|bit| matches!(bit, Bit::Scope))
    }

    fn rule(&self, rule: RuleId) -> bool {
        self.truth(|bit| matches!(bit, Bit::Rules(rules) if rules.first() == Some(&rule)))
    }

    fn permitted(&self, rule: RuleId) -> Option<&PermittedSet> {
        self.case.permitted(rule)
    }

    fn exemption(&self, index: usize) -> bool {
        self.truth(|bit| matches!(bit, Bit::Exemption(own) if *own == index))
    }

    fn adjustment(&self, index: usize) -> bool {
        self.truth(|bit| matches!(bit, Bit::Adjustment(own) if *own == index))
    }
}
