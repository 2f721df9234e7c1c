//! What one case shows of a policy: which rules fired, which conditions held, and which of them decided.

use super::asked::Asked;
use super::statements::{Statement, Subject, statements, used_by};
use super::tree::{Kleene, Leaf, Tree};
use crate::decide::seen::Seen;
use crate::decide::{DecideError, Decision, Facts, OutcomeDecision, Status, Truth};
use crate::policy::{
    DefineId, DutyId, Expr, FoldId, MemberIndex, OutcomeId, OutcomeValues, Policy, ProcedureId, Record, RuleId,
    RuleKind, StepIndex,
};
use std::collections::{BTreeMap, BTreeSet};

/// What an outcome can come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OutcomeResult {
    /// Decided, and this member is permitted.
    Member(MemberIndex),
    /// Decided, and some amount is permitted.
    Amount,
    /// Decided, and "no measure" is permitted.
    NoMeasure,
    /// Not decided: this instead.
    Status(Status),
}

/// Something that a case can show. Statements and conditions are named by their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Observation {
    /// A rule fired.
    Fired { statement: usize, outcome: OutcomeId },
    /// A rule fired, and nothing dropped what it says.
    Contributed { statement: usize, outcome: OutcomeId },
    /// The condition of a statement held, or did not.
    Held { statement: usize, holds: bool },
    /// An atomic condition held, or did not.
    Was { statement: usize, condition: usize, holds: bool },
    /// It did, and the statement's condition would have come to the opposite if it alone had not.
    Decided { statement: usize, condition: usize, holds: bool },
    /// What is compared had a value next to a constant.
    Reached { statement: usize, condition: usize, boundary: usize },
    /// An outcome came to something.
    Came { outcome: OutcomeId, result: OutcomeResult },
}

/// A policy with all that can be observed in it.
pub(crate) struct Survey<'p> {
    pub(crate) policy: &'p Policy,
    pub(crate) statements: Vec<Statement<'p>>,
    /// The defines and folds that the conditions of each outcome make use of; those of the scope last.
    of_outcomes: BTreeMap<OutcomeId, (BTreeSet<DefineId>, BTreeSet<FoldId>)>,
    of_scope: (BTreeSet<DefineId>, BTreeSet<FoldId>),
}

impl<'p> Survey<'p> {
    pub(crate) fn new(policy: &'p Policy) -> Self {
        let data = policy.data();
        let of_outcomes = policy.outcome_ids().zip(&data.outcomes).map(|(id, outcome)| {
            let rules = outcome.rules.iter().filter_map(|rule| data.rules.get(rule.index())?.condition.as_ref());
            let exemptions = outcome.exemptions.iter().map(|found| &found.condition);
            let adjustments = outcome.adjustments.iter().map(|found| &found.condition);
            (id, used_by(data, rules.chain(exemptions).chain(adjustments)))
        });
        Self {
            policy,
            statements: statements(policy),
            of_outcomes: of_outcomes.collect(),
            of_scope: used_by(data, data.scopes.iter().map(|scope| &scope.condition)),
        }
    }

    /// The defines and folds that it takes to answer what is asked.
    fn used(&self, asked: &Asked) -> (BTreeSet<DefineId>, BTreeSet<FoldId>) {
        let data = self.policy.data();
        let duties = asked.duties.iter().filter_map(|id| data.duties.get(id.index()));
        let duties = duties.flat_map(|duty| duty.when.iter().chain(&duty.must));
        let steps = asked.steps.iter().filter_map(|(procedure, step)| {
            data.procedures.get(procedure.index())?.steps.get(step.index())?.when.as_ref()
        });
        let mut used = used_by(data, duties.chain(steps));
        let scope = asked.needs_decision().then_some(&self.of_scope);
        for (defines, folds) in asked.outcomes.iter().filter_map(|id| self.of_outcomes.get(id)).chain(scope) {
            used.0.extend(defines);
            used.1.extend(folds);
        }
        used
    }

    /// All that makes use of a define, of the records of a list, or of the scope.
    pub(crate) fn users(&self, subject: &Subject) -> Asked {
        let data = self.policy.data();
        let is_in = |(defines, folds): &(BTreeSet<DefineId>, BTreeSet<FoldId>)| match subject {
            Subject::Define(id) => defines.contains(id),
            Subject::Records(id) => folds.contains(id),
            _ => matches!(subject, Subject::Scope(_)),
        };
        let uses = |roots: &[&Option<Expr>]| is_in(&used_by(data, roots.iter().filter_map(|root| root.as_ref())));
        let of_scope = is_in(&self.of_scope);
        let outcomes = self.of_outcomes.iter().filter(|(_, own)| of_scope || is_in(own)).map(|(id, _)| *id);
        let duties = data.duties.iter().enumerate().filter(|(_, duty)| of_scope || uses(&[&duty.when, &duty.must]));
        let steps = data.procedures.iter().enumerate().flat_map(|(index, procedure)| {
            let own = procedure.steps.iter().enumerate().filter(|(_, step)| uses(&[&step.when]));
            own.map(move |(step, _)| (ProcedureId::new(index), StepIndex::new(step))).collect::<Vec<_>>()
        });
        Asked {
            outcomes: outcomes.collect(),
            duties: duties.map(|(index, _)| DutyId::new(index)).collect(),
            steps: steps.collect(),
        }
    }

    /// What a case shows, as far as it is asked for.
    ///
    /// # Errors
    /// The case cannot be decided.
    pub(crate) fn observe(
        &self,
        facts: &Facts,
        decision: Option<&Decision>,
        asked: &Asked,
    ) -> Result<BTreeSet<Observation>, DecideError> {
        let seen = Seen::of(self.policy, facts)?;
        let case = Observing { survey: self, seen: &seen, decision, asked, used: self.used(asked) };
        let mut shown = BTreeSet::new();
        for (place, statement) in self.statements.iter().enumerate() {
            case.rules(place, statement, &mut shown);
            for record in case.looks_at(statement) {
                case.conditions(place, statement, record, &mut shown);
            }
        }
        shown.extend(case.results());
        Ok(shown)
    }
}

/// One case that is looked at.
struct Observing<'o, 'p> {
    survey: &'o Survey<'p>,
    seen: &'o Seen<'o>,
    decision: Option<&'o Decision>,
    asked: &'o Asked,
    used: (BTreeSet<DefineId>, BTreeSet<FoldId>),
}

impl<'o> Observing<'o, '_> {
    fn truth(&self, condition: Option<&Expr>) -> Truth {
        condition.map_or(Truth::True, |condition| self.seen.truth(condition, None))
    }

    fn outcome_of(&self, id: OutcomeId) -> Option<&'o OutcomeDecision> {
        let name = &self.survey.policy.outcomes().get(id.index())?.name;
        self.decision?.outcome(name)
    }

    /// How often the condition of a statement is looked at in the case, each time with the record at hand: only inside
    /// a fold there is one.
    fn looks_at(&self, statement: &Statement<'_>) -> Vec<Option<&'o Record>> {
        let data = self.survey.policy.data();
        let in_scope = self.seen.scope() == Truth::True;
        let asks = |id: &OutcomeId| self.asked.outcomes.contains(id);
        let is_looked_at = match &statement.subject {
            Subject::Scope(_) => self.asked.needs_decision(),
            Subject::Rules(outcomes, kind) => {
                let mut own = outcomes.iter().map(|(id, _)| id).filter(|id| asks(id));
                in_scope && own.any(|id| *kind == RuleKind::Plain || self.is_left_to_otherwise(*id))
            }
            Subject::Exemption(outcome, _) => in_scope && asks(outcome),
            Subject::Adjustment(outcome, _) => {
                asks(outcome) && self.outcome_of(*outcome).is_some_and(|found| found.status == Status::Decided)
            }
            Subject::Define(id) => self.used.0.contains(id),
            Subject::Duty(id) | Subject::Fulfilment(id) => {
                let duty = data.duties.get(id.index());
                let consequences = duty.into_iter().flat_map(|duty| &duty.consequences);
                let mut outcomes =
                    consequences.filter_map(|rule| data.rules.get(rule.index())).map(|rule| rule.outcome);
                let applies = matches!(statement.subject, Subject::Duty(_))
                    || duty.is_some_and(|duty| self.truth(duty.when.as_ref()) == Truth::True);
                let is_asked = self.asked.duties.contains(id) || outcomes.any(|id| asks(&id));
                in_scope && applies && is_asked
            }
            Subject::Step(procedure, step) => self.asked.steps.contains(&(*procedure, *step)),
            Subject::Records(id) => {
                let list = data.folds.get(id.index()).filter(|_| self.used.1.contains(id)).map(|fold| fold.list);
                return list.into_iter().flat_map(|list| self.seen.records(list)).map(Some).collect();
            }
        };
        if is_looked_at { vec![None] } else { Vec::new() }
    }

    /// Whether no plain rule of an outcome fires, so that it is left to those that say `otherwise`.
    fn is_left_to_otherwise(&self, outcome: OutcomeId) -> bool {
        let data = self.survey.policy.data();
        let rules = data.outcomes.get(outcome.index()).into_iter().flat_map(|outcome| &outcome.rules);
        let mut plain = rules.filter_map(|id| data.rules.get(id.index())).filter(|rule| rule.kind == RuleKind::Plain);
        plain.all(|rule| self.truth(rule.condition.as_ref()) == Truth::False)
    }

    /// Whether a rule fires, whatever the unknown facts are.
    fn fires(&self, id: RuleId) -> bool {
        let rule = self.survey.policy.rules().get(id.index());
        rule.is_some_and(|rule| {
            self.truth(rule.condition.as_ref()) == Truth::True
                && (rule.kind == RuleKind::Plain || self.is_left_to_otherwise(rule.outcome))
        })
    }

    /// Whether nothing drops what a rule says: no other rule, and no exemption.
    fn is_kept(&self, id: RuleId, outcome: OutcomeId) -> bool {
        let data = self.survey.policy.data();
        let Some(outcome) = data.outcomes.get(outcome.index()) else { return false };
        let mut overriding = outcome.rules.iter().filter_map(|other| data.rules.get(other.index()));
        let mut exemptions = outcome.exemptions.iter();
        overriding.all(|other| !other.overrides.contains(&id) || self.truth(other.condition.as_ref()) == Truth::False)
            && exemptions.all(|exemption| {
                let bears = exemption.from.as_ref().is_none_or(|from| from.contains(&id));
                !bears || self.truth(Some(&exemption.condition)) == Truth::False
            })
    }

    /// Whether rules fired and contributed.
    fn rules(&self, statement: usize, found: &Statement<'_>, shown: &mut BTreeSet<Observation>) {
        let Subject::Rules(outcomes, _) = &found.subject else { return };
        if self.seen.scope() != Truth::True {
            return;
        }
        for (outcome, rules) in outcomes.iter().filter(|(outcome, _)| self.asked.outcomes.contains(outcome)) {
            for rule in rules.iter().filter(|rule| self.fires(**rule)) {
                shown.insert(Observation::Fired { statement, outcome: *outcome });
                if self.is_kept(*rule, *outcome) {
                    shown.insert(Observation::Contributed { statement, outcome: *outcome });
                }
            }
        }
    }

    /// Which conditions of a statement held, and which of them decided.
    fn conditions(
        &self,
        statement: usize,
        found: &Statement<'_>,
        record: Option<&Record>,
        shown: &mut BTreeSet<Observation>,
    ) {
        let truths: Vec<Truth> = found.atoms.iter().map(|atom| self.seen.truth(atom.expr, record)).collect();
        for version in &found.versions {
            let whole = self.comes_to(version, &truths, None, record);
            shown.extend(known(whole).map(|holds| Observation::Held { statement, holds }));
            for (condition, truth) in truths.iter().enumerate() {
                let Some(holds) = known(*truth) else { continue };
                shown.insert(Observation::Was { statement, condition, holds });
                let opposite = self.comes_to(version, &truths, Some((condition, (!holds).into())), record);
                if known(whole).zip(known(opposite)).is_some_and(|(own, opposite)| own != opposite) {
                    shown.insert(Observation::Decided { statement, condition, holds });
                }
            }
        }
        for (condition, atom) in found.atoms.iter().enumerate() {
            for (boundary, value) in atom.boundaries.iter().enumerate() {
                if self.seen.truth(&value.reached, record) == Truth::True {
                    shown.insert(Observation::Reached { statement, condition, boundary });
                }
            }
        }
    }

    /// What a condition comes to, with one of its atomic conditions changed.
    fn comes_to(
        &self,
        tree: &Tree<'_>,
        truths: &[Truth],
        changed: Option<(usize, Truth)>,
        record: Option<&Record>,
    ) -> Truth {
        tree.comes_to(&Kleene, &mut |leaf| match leaf {
            Leaf::Atom(place) => match changed {
                Some((own, truth)) if own == place => truth,
                Some(_) | None => truths.get(place).copied().unwrap_or(Truth::Unknown),
            },
            Leaf::Guard(expr) => self.seen.truth(expr, record),
        })
    }

    /// What the outcomes came to.
    fn results(&self) -> Vec<Observation> {
        let mut found = Vec::new();
        for outcome in &self.asked.outcomes {
            let Some(decided) = self.outcome_of(*outcome) else { continue };
            let came = |result| Observation::Came { outcome: *outcome, result };
            match decided.status {
                Status::Undetermined => {}
                Status::Decided => {
                    let members = self.members(*outcome, decided);
                    found.extend(members.into_iter().map(|member| came(OutcomeResult::Member(member))));
                    found.extend((!decided.permitted.intervals().is_empty()).then(|| came(OutcomeResult::Amount)));
                    found.extend(decided.none.then(|| came(OutcomeResult::NoMeasure)));
                }
                Status::Exempt | Status::NotAddressed | Status::Conflict | Status::OutOfScope => {
                    found.push(came(OutcomeResult::Status(decided.status)));
                }
            }
        }
        found
    }

    fn members(&self, outcome: OutcomeId, decided: &OutcomeDecision) -> Vec<MemberIndex> {
        let policy = self.survey.policy;
        let Some(OutcomeValues::Members(of)) = policy.outcomes().get(outcome.index()).map(|found| found.values) else {
            return Vec::new();
        };
        let declared = policy.enumerations().get(of.index()).map(|of| of.members.as_slice()).unwrap_or_default();
        let permitted = |name: &str| decided.permitted.values().iter().any(|value| value == name);
        let members = declared.iter().enumerate().filter(|(_, member)| permitted(&member.name));
        members.map(|(index, _)| MemberIndex::new(index)).collect()
    }
}

fn known(truth: Truth) -> Option<bool> {
    match truth {
        Truth::True => Some(true),
        Truth::False => Some(false),
        Truth::Unknown => None,
    }
}
