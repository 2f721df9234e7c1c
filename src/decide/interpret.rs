//! The interpreter: one case in, a decision out.

use super::case::OutcomeCase;
use super::conclude::{Conclusion, conclude};
use super::decision::{DECISION_FORMAT, Decision, OutcomeDecision, Status};
use super::duties::DutyCase;
use super::evaluate::{EvaluationError, Evaluator, Truth};
use super::exact::{Completions, NoneCounts, Possible};
use super::facts::Facts;
use super::outcomes_read::{Reading, check_choice, refused_choice};
use super::report::Reporter;
use super::telling::Wanted;
use super::versions::{check_version, version_condition};
use crate::policy::{ArithmeticError, Assumption, ClauseId, Expr, OutcomeId, Period, PermittedSet, Policy, PolicyData};
use crate::source::Span;
use jiff::civil::Date;

/// Why a case cannot be decided at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecideError {
    /// The facts contradict what the policy assumes of every case.
    #[error("the facts contradict what the policy assumes of every case")]
    AgainstAssumption {
        /// The assumptions in the policy's text.
        assumptions: Vec<Span>,
    },
    /// A calculation has no result: it leaves the range of its type, needs a calendar, or counts from what never
    /// happened.
    #[error(transparent)]
    Evaluation(EvaluationError),
    /// The policy was not in force on the case's day.
    #[error("the policy was not in force on {date}")]
    NotInForce {
        /// The case's day.
        date: Date,
        /// When it was.
        periods: Vec<Period>,
    },
    /// Something depends on the case's day, and the case does not say which day that is.
    #[error("the case is not dated")]
    NotDated,
    /// The authority chose what is not permitted.
    #[error("`{chosen}` is not permitted of `{outcome}`")]
    ChoiceNotPermitted {
        /// The outcome.
        outcome: String,
        /// What was chosen.
        chosen: String,
        /// What could have been chosen.
        permitted: Vec<String>,
    },
    /// The authority chose of an outcome of which nothing is to be chosen.
    #[error("there is nothing to choose of `{outcome}`")]
    ChoiceNotOpen {
        /// The outcome.
        outcome: String,
        /// What it is instead of decided.
        status: Status,
    },
}

impl From<EvaluationError> for DecideError {
    fn from(error: EvaluationError) -> Self {
        match error.error {
            ArithmeticError::NotDated => Self::NotDated,
            _ => Self::Evaluation(error),
        }
    }
}

/// Decides a case.
///
/// An outcome is settled if and only if every completion of the unknown facts that the assumptions allow gives the same
/// status and permitted set. Takes time linear in the policy and in the records where all facts that matter are known;
/// see the language reference for what unknown facts cost.
///
/// # Errors
/// The facts contradict an assumption, a calculation has no result, the policy was not in force, or the authority chose
/// what it cannot choose.
///
/// # Panics
/// Never.
pub fn decide(policy: &Policy, facts: &Facts) -> Result<Decision, DecideError> {
    judge(policy, facts).map(|(decision, _)| decision)
}

impl Policy {
    /// Decides a case: [`decide`], to be called on the policy.
    ///
    /// # Errors
    /// As [`decide`].
    pub fn decide(&self, facts: &Facts) -> Result<Decision, DecideError> {
        decide(self, facts)
    }
}

/// How one outcome of a case is decided if the known facts settle it; `None` where they do not. What is worth asking is
/// not looked for.
///
/// # Errors
/// As [`decide`].
#[cfg(feature = "analysis")]
pub(crate) fn settled(policy: &Policy, facts: &Facts, id: OutcomeId) -> Result<Option<OutcomeDecision>, DecideError> {
    let ground = Ground::of(policy, facts)?;
    let mut reporter = Reporter::new(policy, facts, &ground.evaluator);
    let Some((case, conclusion)) = ground.cases.iter().find(|(case, _)| case.id == id) else { return Ok(None) };
    if let Some(conclusion) = conclusion {
        return Ok(Some(reporter.plain(case, conclusion)));
    }
    let exact = completions(policy, facts, &ground, std::iter::empty(), Wanted::Everything)?.settled(case);
    Ok(exact.map(|exact| reporter.exact(case, &exact)))
}

/// The decision, and the permitted set of each outcome in the order of declaration; `None` unless decided.
pub(super) fn judge(policy: &Policy, facts: &Facts) -> Result<(Decision, Vec<Option<PermittedSet>>), DecideError> {
    judge_and(policy, facts, Wanted::Everything, |_| ()).map(|(decision, permitted, ())| (decision, permitted))
}

/// The same, and looks further into what is left open: its completions, and its conditions with their clauses.
pub(super) fn judge_and<T>(
    policy: &Policy,
    facts: &Facts,
    wanted: Wanted,
    further: impl FnOnce(Option<(&mut Completions<'_>, Vec<(ClauseId, &Expr)>)>) -> T,
) -> Result<(Decision, Vec<Option<PermittedSet>>, T), DecideError> {
    let data = policy.data();
    let ground = Ground::of(policy, facts)?;
    let duties = DutyCase::all(data, ground.scope, &ground.evaluator)?;
    let open = || duties.iter().filter(|duty| duty.is_open());
    let mut completions = if ground.is_open() || open().next().is_some() {
        Some(completions(policy, facts, &ground, open().flat_map(DutyCase::conditions), wanted)?)
    } else {
        None
    };
    let Ground { evaluator, cases, .. } = &ground;
    let mut reporter = Reporter::new(policy, facts, evaluator);
    let mut outcomes = Vec::with_capacity(cases.len());
    for (case, conclusion) in cases {
        let decision = match (conclusion, &mut completions) {
            (Some(conclusion), _) => (reporter.plain(case, conclusion), conclusion.verdict.permitted.clone()),
            (None, Some(completions)) => {
                let exact = completions.outcome(case);
                let permitted = match &exact.possible {
                    Possible::Settled(verdict) => verdict.permitted.clone(),
                    Possible::Open(_) => None,
                };
                (reporter.exact(case, &exact), permitted)
            }
            // There are completions wherever something is open.
            (None, None) => continue,
        };
        outcomes.push(decision);
    }
    if !cases.is_sorted_by_key(|(case, _)| case.id) {
        let ids = cases.iter().map(|(case, _)| case.id);
        let mut in_order: Vec<(OutcomeId, (OutcomeDecision, Option<PermittedSet>))> = ids.zip(outcomes).collect();
        in_order.sort_by_key(|(id, _)| *id);
        outcomes = in_order.into_iter().map(|(_, decided)| decided).collect();
    }
    let decided_duties = duties.iter().map(|duty| reporter.duty(duty, completions.as_mut())).collect();
    let found = further(completions.as_mut().map(|completions| {
        let of_duties = open().flat_map(|duty| duty.conditions().map(|condition| (duty.duty.clause, condition)));
        (completions, ground.open_cases().flat_map(OutcomeCase::cited_conditions).chain(of_duties).collect())
    }));
    let (outcomes, permitted) = outcomes.into_iter().unzip();
    let decision = Decision {
        format: DECISION_FORMAT,
        policy: policy.name().to_owned(),
        as_of: facts.as_of().map(|day| day.to_string()),
        outcomes,
        duties: decided_duties,
    };
    Ok((decision, permitted, found))
}

/// What a case is judged on: its facts, and every outcome as far as the known facts go.
pub(crate) struct Ground<'a> {
    pub(crate) evaluator: Evaluator<'a>,
    /// The assumptions that depend on unknown facts.
    open_assumptions: Vec<&'a Assumption>,
    /// That the policy was in force, where the case's day is unknown.
    version: Option<Expr>,
    pub(crate) scope: Truth,
    /// Every outcome after those that it reads; concluded where it does not depend on what is unknown.
    pub(crate) cases: Vec<(OutcomeCase<'a>, Option<Conclusion>)>,
}

impl<'a> Ground<'a> {
    pub(crate) fn of(policy: &'a Policy, facts: &'a Facts) -> Result<Self, DecideError> {
        let data = policy.data();
        check_version(policy, facts)?;
        let mut evaluator = Evaluator::new(data, facts);
        let open_assumptions = open_assumptions(data, &evaluator)?;
        let scope = scope(data, &evaluator)?;
        let cases = conclude_in_order(policy, facts, scope, &mut evaluator)?;
        Ok(Self { evaluator, open_assumptions, version: version_condition(data, facts), scope, cases })
    }

    /// Whether something depends on what is unknown.
    fn is_open(&self) -> bool {
        !self.open_assumptions.is_empty() || self.open_cases().next().is_some()
    }

    fn open_cases(&self) -> impl Iterator<Item = &OutcomeCase<'a>> {
        self.cases.iter().filter(|(_, conclusion)| conclusion.is_none()).map(|(case, _)| case)
    }
}

/// All completions of what is unknown of a case, as far as it matters to its outcomes and to `more` conditions.
pub(super) fn completions<'a>(
    policy: &'a Policy,
    facts: &'a Facts,
    ground: &'a Ground<'a>,
    more: impl Iterator<Item = &'a Expr>,
    wanted: Wanted,
) -> Result<Completions<'a>, DecideError> {
    let data = policy.data();
    let scopes = data.scopes.iter().map(|part| &part.condition);
    let assumptions: Vec<&Expr> =
        ground.open_assumptions.iter().map(|assumption| &assumption.condition).chain(&ground.version).collect();
    let mentioned = ground
        .open_cases()
        .flat_map(OutcomeCase::open_conditions)
        .chain(scopes)
        .chain(assumptions.iter().copied())
        .chain(more);
    let mut found = Completions::new(data, facts, &ground.evaluator, mentioned, &assumptions, wanted);
    if found.none_allowed() {
        let assumptions = ground.open_assumptions.iter().map(|assumption| assumption.span).collect();
        return Err(DecideError::AgainstAssumption { assumptions });
    }
    for (case, conclusion) in &ground.cases {
        match conclusion {
            None => found.lay_out(case),
            Some(conclusion) if data.reads.outcomes.contains(&case.id) => {
                found.settle(case.id, conclusion.verdict.clone());
            }
            Some(_) => {}
        }
    }
    let open: Vec<OutcomeId> = ground.open_cases().map(|case| case.id).collect();
    found.finish(&open).map_err(|why| match why {
        NoneCounts::WithoutResult(error) => error.into(),
        NoneCounts::NotPermitted(id, verdicts) => refused_choice(policy, id, facts.chosen(id).flatten(), &verdicts),
    })?;
    Ok(found)
}

/// The assumptions that depend on unknown facts.
fn open_assumptions<'a>(data: &'a PolicyData, evaluator: &Evaluator<'_>) -> Result<Vec<&'a Assumption>, DecideError> {
    let mut open = Vec::new();
    let mut violated = Vec::new();
    for assumption in &data.assumptions {
        match evaluator.truth(&assumption.condition)? {
            Truth::True => {}
            Truth::False => violated.push(assumption.span),
            Truth::Unknown => open.push(assumption),
        }
    }
    if violated.is_empty() { Ok(open) } else { Err(DecideError::AgainstAssumption { assumptions: violated }) }
}

fn scope(data: &PolicyData, evaluator: &Evaluator<'_>) -> Result<Truth, EvaluationError> {
    let mut scope = Truth::True;
    for part in &data.scopes {
        scope = match (scope, evaluator.truth(&part.condition)?) {
            (Truth::False, _) | (_, Truth::False) => Truth::False,
            (Truth::True, Truth::True) => Truth::True,
            _ => Truth::Unknown,
        };
    }
    Ok(scope)
}

/// Every outcome after those that it reads; concluded where it does not depend on what is unknown.
fn conclude_in_order<'a>(
    policy: &'a Policy,
    facts: &'a Facts,
    scope: Truth,
    evaluator: &mut Evaluator<'a>,
) -> Result<Vec<(OutcomeCase<'a>, Option<Conclusion>)>, DecideError> {
    let data = policy.data();
    let mut cases = Vec::with_capacity(data.outcomes.len());
    for id in &data.outcome_order {
        let Some(outcome) = data.outcomes.get(id.index()) else { continue };
        let case = OutcomeCase::new(data, *id, outcome, scope, evaluator)?;
        let is_read = data.reads.outcomes.contains(id);
        if case.is_open() {
            if is_read {
                evaluator.read_from(*id, Reading::open(facts, *id));
            }
            cases.push((case, None));
            continue;
        }
        let conclusion = conclude(data, outcome, &case)?;
        check_choice(policy, facts, *id, &conclusion.verdict)?;
        if is_read {
            evaluator.read_from(*id, Reading::settled(&conclusion.verdict, facts, *id));
        }
        cases.push((case, Some(conclusion)));
    }
    Ok(cases)
}
