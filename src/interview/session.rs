//! The course of an interview.

use super::question::{Question, answered};
use crate::decide::prospects::{Prospects, Subject, prospects};
use crate::decide::{DecideError, Decision, DutyDecision, DutyStatus, Facts, OutcomeDecision, Status, more_from_json};
use crate::diagnostic::Diagnostics;
use crate::policy::{ClauseId, Policy};
use serde_json::Value as Json;

/// Why an answer is not taken; nothing is changed then.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Refusal {
    /// It is no answer to the question: of another type, no such value, no such day.
    #[error("the answer does not fit the question")]
    Unfit(Diagnostics),
    /// With it the case cannot be decided: it contradicts an assumption, or a calculation has no result.
    #[error(transparent)]
    Undecidable(DecideError),
    /// There is nothing to answer.
    #[error("no question is open")]
    NotAsked,
}

/// An interview about one case.
#[derive(Clone, Debug)]
pub struct Interview {
    given: Facts,
    /// The answers so far, from the first.
    steps: Vec<Step>,
    now: View,
}

#[derive(Clone, Debug)]
struct Step {
    subject: Subject,
    /// `None` where it was left open.
    answer: Option<Json>,
}

/// What the answers come to.
#[derive(Clone, Debug)]
struct View {
    facts: Facts,
    /// `None` where the case is not dated and has to be.
    prospects: Option<Prospects>,
}

impl Interview {
    /// Begins with what is known of a case.
    ///
    /// # Errors
    /// The case cannot be decided, whatever is answered. A day that is missing is no such error: it is asked.
    pub fn new(facts: Facts) -> Result<Self, DecideError> {
        let now = View::of(facts.clone(), &[])?;
        Ok(Self { given: facts, steps: Vec::new(), now })
    }

    /// The policy that the case is judged by.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        self.given.policy()
    }

    /// What is asked now; `None` when the interview is over.
    #[must_use]
    pub fn question(&self) -> Option<Question> {
        let (subject, clauses) = self.now.next(&self.steps)?;
        Question::new(&self.now.facts, self.decision(), subject, clauses)
    }

    /// Takes an answer to the question, as a facts file has it: a bool, a whole number, text for all other single values,
    /// an array of objects for a list. `null` leaves the question open.
    ///
    /// # Errors
    /// The answer does not fit, or the case cannot be decided with it.
    pub fn answer(&mut self, answer: impl Into<Json>) -> Result<(), Refusal> {
        let (subject, _) = self.now.next(&self.steps).ok_or(Refusal::NotAsked)?;
        self.answer_to(subject, answer)
    }

    /// Takes an answer to any question, also to one that was answered before: the new answer is the last one then.
    ///
    /// # Errors
    /// As [`Interview::answer`].
    pub fn answer_to(&mut self, subject: Subject, answer: impl Into<Json>) -> Result<(), Refusal> {
        let answer = Some(answer.into()).filter(|answer| !answer.is_null());
        let mut steps: Vec<Step> = self.steps.iter().filter(|step| step.subject != subject).cloned().collect();
        steps.push(Step { subject, answer });
        let facts = self.facts_after(&steps)?;
        self.now = View::of(facts, &steps).map_err(Refusal::Undecidable)?;
        self.steps = steps;
        Ok(())
    }

    /// Leaves the question open: it is not asked again.
    ///
    /// # Errors
    /// No question is asked.
    pub fn leave_open(&mut self) -> Result<(), Refusal> {
        self.answer(Json::Null)
    }

    /// Takes the last answer back, so that its question is asked again; false where there is none.
    pub fn back(&mut self) -> bool {
        let mut steps = self.steps.clone();
        if steps.pop().is_none() {
            return false;
        }
        // With fewer answers the case can be decided all the more.
        let Ok(facts) = self.facts_after(&steps) else { return false };
        let Ok(now) = View::of(facts, &steps) else { return false };
        (self.steps, self.now) = (steps, now);
        true
    }

    fn facts_after(&self, steps: &[Step]) -> Result<Facts, Refusal> {
        let mut facts = self.given.clone();
        for step in steps {
            let Some(answer) = &step.answer else { continue };
            let object = answered(self.policy(), step.subject, answer.clone()).ok_or(Refusal::NotAsked)?;
            facts = more_from_json(facts, &object).map_err(Refusal::Unfit)?;
        }
        Ok(facts)
    }

    /// The facts as far as they are known.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.now.facts
    }

    /// What was asked so far, from the first question.
    #[must_use]
    pub fn asked(&self) -> impl DoubleEndedIterator<Item = Subject> {
        self.steps.iter().map(|step| step.subject)
    }

    /// How many questions bear on what is still open; those that were answered, or left open, are not among them.
    #[must_use]
    pub fn questions_left(&self) -> usize {
        self.now.prospects.as_ref().map_or(1, |prospects| prospects.open)
    }

    /// What the facts come to so far; `None` where the day of the case is missing. Of what is undetermined it says what is
    /// possible, but neither the clauses nor the facts worth asking: [`decide`](crate::decide()) does.
    #[must_use]
    pub fn decision(&self) -> Option<&Decision> {
        self.now.prospects.as_ref().map(|prospects| &prospects.decision)
    }

    /// The outcomes that no further answer can change.
    pub fn settled(&self) -> impl Iterator<Item = &OutcomeDecision> {
        let outcomes = self.decision().into_iter().flat_map(|decision| &decision.outcomes);
        outcomes.filter(|outcome| outcome.status != Status::Undetermined)
    }

    /// The outcomes that are still open.
    pub fn open(&self) -> impl Iterator<Item = &OutcomeDecision> {
        let outcomes = self.decision().into_iter().flat_map(|decision| &decision.outcomes);
        outcomes.filter(|outcome| outcome.status == Status::Undetermined)
    }

    /// The duties, prohibitions and rights that no further answer can change.
    pub fn settled_duties(&self) -> impl Iterator<Item = &DutyDecision> {
        let duties = self.decision().into_iter().flat_map(|decision| &decision.duties);
        duties.filter(|duty| duty.status != DutyStatus::Undetermined)
    }

    /// Whether everything is settled: no outcome is open, and nothing is asked of any duty.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.now.prospects.is_some() && self.open().next().is_none() && self.now.next(&self.steps).is_none()
    }
}

impl View {
    fn of(facts: Facts, steps: &[Step]) -> Result<Self, DecideError> {
        let asked = steps.iter().map(|step| step.subject).collect();
        match prospects(facts.policy(), &facts, &asked) {
            Ok(found) => Ok(Self { facts, prospects: Some(found) }),
            // The day that is missing can be asked, unless a fact of the case is to give it.
            Err(DecideError::NotDated) if facts.as_of().is_none() && facts.policy().dated_by().is_none() => {
                Ok(Self { facts, prospects: None })
            }
            Err(error) => Err(error),
        }
    }

    /// What is asked next, with the clauses that hang on it.
    fn next(&self, steps: &[Step]) -> Option<(Subject, &[ClauseId])> {
        match &self.prospects {
            Some(found) => found.next.as_ref().map(|(subject, clauses)| (*subject, clauses.as_slice())),
            None => (!steps.iter().any(|step| step.subject == Subject::Day)).then_some((Subject::Day, &[])),
        }
    }
}
