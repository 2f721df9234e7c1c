//! What is compiled, and what is not.

use super::Parts;
use super::columns::Tested;

/// What a program does itself, and what it leaves to the interpreter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// One entry for each outcome, in the order of declaration.
    pub outcomes: Vec<OutcomeCoverage>,
    /// How many facts are cut into classes.
    pub facts: usize,
    /// How many conditions the interpreter evaluates when a case is prepared: timings, folds, calculations, parameters.
    pub interpreted_conditions: usize,
    /// How many rules have amounts that are calculated when a case is prepared.
    pub calculated_rules: usize,
}

/// How one outcome is compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeCoverage {
    /// Its whole name.
    pub outcome: String,
    /// Why the interpreter decides every case, where it does.
    pub uncompiled: Option<Uncompiled>,
    /// How many rules it has.
    pub rules: usize,
    /// How many alternatives of conditions are tested side by side.
    pub alternatives: usize,
    /// How many different sets its rules permit.
    pub sets: usize,
    /// Whether the verdicts of all combinations of these stand in a table.
    pub has_table: bool,
}

/// Why an outcome is not compiled. Where there is such an outcome, the interpreter decides the whole case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Uncompiled {
    /// A fold or a calculation reads an outcome.
    ReadsInside,
    /// Its conditions need more memory than a written limit.
    TooLarge,
}

impl Coverage {
    pub(super) fn of(parts: &Parts) -> Self {
        let outcomes = (0..).zip(parts.policy.outcomes()).map(|(index, outcome)| {
            let id = crate::policy::OutcomeId(index);
            let ruleset = parts.rulesets.iter().find(|ruleset| ruleset.id == id);
            let (sets, has_table) = ruleset.map_or((0, false), |ruleset| ruleset.verdicts.size());
            OutcomeCoverage {
                outcome: outcome.name.to_string(),
                uncompiled: parts.uncompiled.iter().find(|(other, _)| *other == id).map(|(_, why)| *why),
                rules: outcome.rules.len(),
                alternatives: ruleset.map_or(0, |ruleset| ruleset.alternatives),
                sets,
                has_table,
            }
        });
        let count = |is: fn(&Tested) -> bool| parts.columns.iter().filter(|column| is(&column.tested)).count();
        Self {
            outcomes: outcomes.collect(),
            facts: count(|tested| matches!(tested, Tested::Fact(..))),
            interpreted_conditions: count(|tested| matches!(tested, Tested::Condition(_))),
            calculated_rules: parts.rulesets.iter().map(|ruleset| ruleset.calculated.len()).sum(),
        }
    }
}
