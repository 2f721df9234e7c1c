//! All mutants of a policy: each makes one change in what the author wrote.

use super::conditions::of_condition;
use super::mutant::{Edit, Mutant, MutationKind, Piece, SetChange};
use crate::policy::{
    AdjustmentRule, ClauseId, Contribution, EnumerationKind, Exemption, Expr, Outcome, OutcomeId, OutcomeValues,
    Policy, RuleId, RuleKind, Type,
};
use crate::source::Span;
use crate::syntax::ast::{Adjustment, Combination, Mode};
use crate::testing::coverage::{Statement, Subject, statements};
use std::collections::BTreeSet;

/// All mutants of a policy, in the order of the text.
#[must_use]
pub fn mutants(policy: &Policy) -> Vec<Mutant> {
    let mut making = Making { policy, found: Vec::new() };
    for statement in statements(policy) {
        making.statement(&statement);
    }
    // Those that are conditions are statements.
    for define in policy.data().defines.iter().filter(|define| define.value.value_type != Type::Bool) {
        making.expr(&define.value, None);
    }
    for fold in &policy.data().folds {
        fold.summand.iter().for_each(|summand| making.expr(summand, None));
    }
    for (id, outcome) in policy.outcome_ids().zip(policy.outcomes()) {
        making.combination(id, outcome);
    }
    for (index, duty) in policy.duties().iter().enumerate() {
        if duty.must.is_some() {
            let id = crate::policy::DutyId::new(index);
            making.add(MutationKind::DroppedDuty, Some(duty.clause), duty.span, Vec::new(), Edit::NoDuty(id));
        }
    }
    let mut found = making.found;
    found.sort_by_key(|mutant| (mutant.span, mutant.kind));
    found
}

struct Making<'p> {
    policy: &'p Policy,
    found: Vec<Mutant>,
}

impl<'p> Making<'p> {
    fn add(&mut self, kind: MutationKind, clause: Option<ClauseId>, span: Span, instead: Vec<Piece>, edit: Edit) {
        let clause = clause.and_then(|id| self.policy.clauses().get(id.index()));
        let clause = clause.map(|clause| clause.citation.clone());
        self.found.push(Mutant { kind, clause, span, instead, edit });
    }

    /// The mutants of an expression. One that several rules share is changed in all of them, and once.
    fn expr(&mut self, expr: &'p Expr, clause: Option<ClauseId>) {
        for (kind, original, changed, instead) in of_condition(self.policy, expr) {
            let edit = Edit::Expr { original: Box::new(original.clone()), changed: Box::new(changed) };
            self.add(kind, clause, original.span, instead, edit);
        }
    }

    fn statement(&mut self, statement: &Statement<'p>) {
        let (data, clause) = (self.policy.data(), statement.clause);
        match &statement.subject {
            Subject::Scope(index) => {
                if let Some(scope) = data.scopes.get(*index) {
                    self.add(
                        MutationKind::DroppedScope,
                        clause,
                        scope.condition.span,
                        Vec::new(),
                        Edit::NoScope(*index),
                    );
                    self.expr(&scope.condition, clause);
                }
            }
            Subject::Rules(outcomes, kind) => self.rules(statement, outcomes, *kind),
            Subject::Exemption(outcome, index) => {
                let exemptions = data.outcomes.get(outcome.index()).map(|found| found.exemptions.as_slice());
                if let Some(found) = exemptions.and_then(|all| all.get(*index)) {
                    self.exemption(*outcome, *index, found);
                }
            }
            Subject::Adjustment(outcome, index) => {
                let adjustments = data.outcomes.get(outcome.index()).map(|found| found.adjustments.as_slice());
                if let Some(found) = adjustments.and_then(|all| all.get(*index)) {
                    self.adjustment(*outcome, *index, found);
                }
            }
            Subject::Define(id) => {
                data.defines.get(id.index()).into_iter().for_each(|define| self.expr(&define.value, None));
            }
            Subject::Duty(id) => {
                let when = data.duties.get(id.index()).and_then(|duty| duty.when.as_ref());
                when.into_iter().for_each(|when| self.expr(when, clause));
            }
            Subject::Fulfilment(id) => {
                let must = data.duties.get(id.index()).and_then(|duty| duty.must.as_ref());
                must.into_iter().for_each(|must| self.expr(must, clause));
            }
            Subject::Step(procedure, step) => {
                let steps = data.procedures.get(procedure.index()).map(|found| found.steps.as_slice());
                let when = steps.and_then(|steps| steps.get(step.index())).and_then(|step| step.when.as_ref());
                when.into_iter().for_each(|when| self.expr(when, clause));
            }
            Subject::Records(id) => {
                let condition = data.folds.get(id.index()).and_then(|fold| fold.condition.as_ref());
                condition.into_iter().for_each(|condition| self.expr(condition, None));
            }
        }
    }

    fn rules(&mut self, statement: &Statement<'p>, outcomes: &[(OutcomeId, Vec<RuleId>)], kind: RuleKind) {
        let (policy, clause, span) = (self.policy, statement.clause, statement.span);
        let all: Vec<RuleId> = outcomes.iter().flat_map(|(_, rules)| rules.iter().copied()).collect();
        self.add(MutationKind::DroppedRule, clause, span, Vec::new(), Edit::NoRule(all.clone()));
        let rule = |id: &RuleId| policy.rules().get(id.index());
        if kind == RuleKind::Otherwise {
            self.add(MutationKind::DroppedOtherwise, clause, span, Vec::new(), Edit::Plain(all.clone()));
        }
        if all.iter().filter_map(rule).any(|rule| !rule.overrides.is_empty()) {
            self.add(MutationKind::DroppedOverriding, clause, span, Vec::new(), Edit::NoOverriding(all.clone()));
        }
        for (outcome, rules) in outcomes {
            for change in SetChange::ALL {
                let changed =
                    rules.iter().filter_map(rule).find_map(|rule| change.of(policy, *outcome, &rule.permitted));
                if let Some(Contribution::Fixed(set)) = &changed {
                    let instead = vec![Piece::Text(shown_set(policy, *outcome, set))];
                    self.add(MutationKind::Permitted, clause, span, instead, Edit::Permit(rules.clone(), change));
                } else if changed.is_some() {
                    self.add(MutationKind::Permitted, clause, span, Vec::new(), Edit::Permit(rules.clone(), change));
                }
            }
        }
        // A condition that several rules share is the same in all of them.
        if !statement.versions.is_empty() {
            let condition = all.first().and_then(rule).and_then(|rule| rule.condition.as_ref());
            condition.into_iter().for_each(|condition| self.expr(condition, clause));
        }
        for rule in all.iter().filter_map(rule) {
            if let Contribution::Computed { from, to, .. } = &rule.permitted {
                self.expr(from, clause);
                if from.span != to.span {
                    self.expr(to, clause);
                }
            }
        }
    }

    fn exemption(&mut self, outcome: OutcomeId, index: usize, found: &'p Exemption) {
        let (clause, span) = (Some(found.clause), found.condition.span);
        let edit = |rules| Edit::NoExemption(outcome, index, rules);
        self.add(MutationKind::DroppedExemption, clause, span, Vec::new(), edit(None));
        let excused = found.from.iter().flatten();
        let clause_of = |rule: &RuleId| self.policy.rules().get(rule.index()).map(|rule| rule.clause);
        let clauses: BTreeSet<ClauseId> = excused.clone().filter_map(clause_of).collect();
        if clauses.len() > 1 {
            for excused_clause in clauses {
                let own = |rule: &&RuleId| clause_of(rule) == Some(excused_clause);
                let rules: Vec<RuleId> = excused.clone().filter(own).copied().collect();
                let cited = self.policy.clauses().get(excused_clause.index());
                let cited = cited.map_or_else(String::new, |clause| clause.citation.clone());
                let instead = vec![Piece::Text(format!("− {cited}"))];
                self.add(MutationKind::DroppedExemption, clause, span, instead, edit(Some(rules)));
            }
        }
        self.expr(&found.condition, clause);
    }

    fn adjustment(&mut self, outcome: OutcomeId, index: usize, found: &'p AdjustmentRule) {
        let (clause, span) = (Some(found.clause), found.condition.span);
        let ordered = is_ordered(self.policy, outcome);
        let mut add = |kind, mode: Mode, adjustments: Vec<Adjustment>| {
            let instead = if adjustments.is_empty() { Vec::new() } else { shown_adjustments(mode, &adjustments) };
            self.add(kind, clause, span, instead, Edit::Adjust(outcome, index, mode, adjustments));
        };
        add(MutationKind::DroppedAdjustment, found.mode, Vec::new());
        let own = &found.adjustments;
        for (place, adjustment) in own.iter().enumerate() {
            let mut others = own.clone();
            if own.len() > 1 {
                others.remove(place);
                add(MutationKind::DroppedAdjustment, found.mode, others);
            }
            let other = other_adjustment(*adjustment);
            if ordered && !own.contains(&other) {
                let mut changed = own.clone();
                changed.iter_mut().skip(place).take(1).for_each(|slot| *slot = other);
                add(MutationKind::Adjustment, found.mode, changed);
            }
        }
        let mode = if found.mode == Mode::May { Mode::Must } else { Mode::May };
        add(MutationKind::Adjustment, mode, own.clone());
        self.expr(&found.condition, clause);
    }

    fn combination(&mut self, id: OutcomeId, outcome: &Outcome) {
        if outcome.rules.len() < 2 {
            return;
        }
        let other = match outcome.combination {
            Combination::Heaviest | Combination::Intersect | Combination::Unique | Combination::Sum => {
                Combination::Union
            }
            Combination::Union | Combination::Accumulate if is_ordered(self.policy, id) => Combination::Heaviest,
            Combination::Union | Combination::Accumulate => Combination::Intersect,
        };
        let instead = vec![Piece::Keyword(combination_word(other))];
        self.add(MutationKind::Combination, None, outcome.span, instead, Edit::Combine(id, other));
    }
}

fn is_ordered(policy: &Policy, outcome: OutcomeId) -> bool {
    match policy.outcomes().get(outcome.index()).map(|found| found.values) {
        Some(OutcomeValues::Members(of)) => {
            policy.enumerations().get(of.index()).is_some_and(|of| of.kind == EnumerationKind::Ordered)
        }
        Some(OutcomeValues::Amounts(_)) => true,
        None => false,
    }
}

/// The adjustment that goes the other length in the same direction.
fn other_adjustment(adjustment: Adjustment) -> Adjustment {
    match adjustment {
        Adjustment::Lighten => Adjustment::Reduce,
        Adjustment::Reduce | Adjustment::Waive => Adjustment::Lighten,
        Adjustment::Aggravate => Adjustment::Exceed,
        Adjustment::Exceed => Adjustment::Aggravate,
    }
}

fn shown_adjustments(mode: Mode, adjustments: &[Adjustment]) -> Vec<Piece> {
    let mut pieces = vec![Piece::Keyword("by")];
    if mode == Mode::May {
        pieces.extend([Piece::Text(" ".to_owned()), Piece::Keyword("may")]);
    }
    for (place, adjustment) in adjustments.iter().enumerate() {
        if place > 0 {
            pieces.extend([Piece::Text(" ".to_owned()), Piece::Keyword("or")]);
        }
        pieces.extend([Piece::Text(" ".to_owned()), Piece::Keyword(adjustment_word(*adjustment))]);
    }
    pieces
}

fn adjustment_word(adjustment: Adjustment) -> &'static str {
    match adjustment {
        Adjustment::Lighten => "lighten",
        Adjustment::Reduce => "reduce",
        Adjustment::Waive => "waive",
        Adjustment::Aggravate => "aggravate",
        Adjustment::Exceed => "exceed",
    }
}

fn combination_word(combination: Combination) -> &'static str {
    match combination {
        Combination::Heaviest => "combine heaviest",
        Combination::Union => "combine union",
        Combination::Intersect => "combine intersect",
        Combination::Unique => "combine unique",
        Combination::Accumulate => "combine accumulate",
        Combination::Sum => "combine sum",
    }
}

/// A permitted set as a rule would assign it.
fn shown_set(policy: &Policy, outcome: OutcomeId, set: &crate::policy::PermittedSet) -> String {
    let Some(found) = policy.outcomes().get(outcome.index()) else { return String::new() };
    let name = |member: crate::policy::MemberIndex| match found.values {
        OutcomeValues::Members(of) => {
            let members = policy.enumerations().get(of.index()).map(|of| of.members.as_slice()).unwrap_or_default();
            members.get(member.index()).map_or_else(String::new, |member| member.name.clone())
        }
        OutcomeValues::Amounts(_) => String::new(),
    };
    let mut words = crate::decide::Permitted::of(set, name).words();
    if set.permits_none() {
        words.push("none".to_owned());
    }
    format!("{} ∈ <{}>", found.name, words.join(", "))
}
