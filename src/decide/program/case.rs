//! The facts of a case, cut into the classes that a program tests.

use super::columns::{NO, Tested, YES};
use super::{Parts, Program};
use crate::decide::case::amounts_of;
use crate::decide::evaluate::{Evaluator, Truth};
use crate::decide::facts::Facts;
use crate::decide::input::FactProblem;
use crate::decide::versions::check_version;
use crate::policy::{FactId, PermittedSet, RuleId, Value};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The facts of one case, ready for a [`Decider`](super::Decider) of the same program.
///
/// Made by [`Program::prepare`]; facts can be changed one by one, so that one prepared case serves for many cases that
/// follow each other.
#[derive(Clone, Debug)]
pub struct PreparedCase {
    pub(super) program: Program,
    pub(super) facts: Facts,
    /// The class of each column as far as facts tell it.
    pub(super) classes: Vec<u16>,
    /// The codes of the groups of columns, by these classes; of what is told later, that of the first class.
    pub(super) codes: Vec<u32>,
    /// How many classes are unknown.
    pub(super) unknown: usize,
    /// What rules permit whose amounts are calculated; `None` where they depend on unknown facts.
    pub(super) calculated: BTreeMap<RuleId, Option<PermittedSet>>,
    /// Whether the interpreter has to decide, whatever the classes say.
    pub(super) is_irregular: bool,
    /// Whether the classes are behind the facts.
    is_stale: bool,
}

impl PreparedCase {
    pub(super) fn new(program: Program, facts: Facts) -> Self {
        let parts = program.parts();
        let (classes, codes) = (vec![0; parts.columns.len()], parts.groups.first_codes());
        let (calculated, is_irregular, is_stale) = (BTreeMap::new(), false, true);
        let mut case = Self { program, facts, classes, codes, unknown: 0, calculated, is_irregular, is_stale };
        case.refresh();
        case
    }

    /// The facts as the interpreter knows them.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Changes anything else than single facts: choices of the authority, the calendar, who holds a role.
    pub fn change(&mut self, change: impl FnOnce(&mut Facts)) {
        change(&mut self.facts);
        self.is_stale = true;
    }

    /// Sets a fact by its handle: a `bool`, a whole number, a day, or a [`Value`].
    ///
    /// Does not allocate, save for amounts of money and lists.
    ///
    /// # Errors
    /// As [`Facts::set_value`]; nothing is changed then.
    pub fn set(&mut self, fact: FactId, value: impl Into<Value>) -> Result<(), FactProblem> {
        self.facts.set_value(fact, value.into())?;
        self.follow(fact);
        Ok(())
    }

    /// Forgets a fact, so that it has its default, or is unknown.
    pub fn clear(&mut self, fact: FactId) {
        self.facts.clear(fact);
        self.follow(fact);
    }

    /// Forgets all facts.
    pub fn clear_all(&mut self) {
        for fact in self.facts.policy().fact_ids() {
            self.clear(fact);
        }
    }

    /// Sets the day on which the case is looked at.
    pub fn set_as_of(&mut self, day: Date) {
        self.facts.set_as_of(day);
        self.is_stale = true;
    }

    /// Takes a changed fact over into its class.
    fn follow(&mut self, fact: FactId) {
        let parts = self.program.parts();
        self.is_stale |= parts.interpreted.facts.contains(&fact);
        let Some(index) = parts.columns.fact(fact) else { return };
        let Some(column) = parts.column(index) else { return };
        let class = self.facts.get(fact).map_or(Some(column.unknown()), |value| column.class_of(value));
        match class {
            Some(class) => move_to(parts, (&mut self.classes, &mut self.codes, &mut self.unknown), index, class),
            None => self.is_stale = true,
        }
    }

    /// Brings the classes up to the facts.
    pub(super) fn refresh(&mut self) {
        if !self.is_stale {
            return;
        }
        self.is_stale = false;
        let program = self.program.clone();
        let parts = program.parts();
        let data = parts.policy.data();
        self.is_irregular = !parts.policy.is_same(self.facts.policy())
            || check_version(&parts.policy, &self.facts).is_err()
            || data.outcome_order.iter().any(|id| self.facts.chosen(*id).is_some());
        let evaluator = Evaluator::trial(data, &self.facts, &parts.interpreted.defines, &BTreeMap::new());
        for (index, column) in (0..).zip(parts.columns.iter()) {
            let class = match &column.tested {
                Tested::Fact(id, _) => match self.facts.get(*id) {
                    Some(value) => column.class_of(value),
                    None => Some(column.unknown()),
                },
                Tested::Condition(condition) => match evaluator.truth(condition) {
                    Ok(Truth::True) => Some(YES),
                    Ok(Truth::False) => Some(NO),
                    // A duty that is open is judged with its condition, which may have no result in some completion.
                    Ok(Truth::Unknown) => data.duties.is_empty().then(|| column.unknown()),
                    Err(_) => None,
                },
                Tested::Outcome(..) | Tested::Part(_) => continue,
            };
            match class {
                Some(class) => move_to(parts, (&mut self.classes, &mut self.codes, &mut self.unknown), index, class),
                None => self.is_irregular = true,
            }
        }
        self.calculated.clear();
        for (_, rule) in parts.rulesets.iter().flat_map(|ruleset| &ruleset.calculated) {
            let Some(found) = data.rules.get(rule.index()) else { continue };
            match amounts_of(&evaluator, found) {
                Ok(amounts) => {
                    self.calculated.insert(*rule, amounts);
                }
                // That there is no result matters only where the rule contributes, which the interpreter knows.
                Err(_) => self.is_irregular = true,
            }
        }
    }
}

/// Gives a column another class.
fn move_to(parts: &Parts, (classes, codes, unknown): (&mut [u16], &mut [u32], &mut usize), index: u32, class: u16) {
    let (Some(column), Some(slot)) = (parts.column(index), classes.get_mut(index as usize)) else { return };
    let before = std::mem::replace(slot, class);
    *unknown += usize::from(class == column.unknown());
    *unknown = unknown.saturating_sub(usize::from(before == column.unknown()));
    parts.groups.shift(codes, index, before, class);
}
