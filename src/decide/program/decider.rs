//! Deciding prepared cases one after the other, without allocating.

use super::block::Truths;
use super::case::PreparedCase;
use super::columns::{NO, Tested, YES};
use super::ruleset::{Left, Ruleset, Standing};
use super::ruling::Ruling;
use super::verdicts::{Memory, Place, Settled, settle};
use super::{Parts, Program};
use crate::decide::decision::{Decision, Status};
use crate::decide::interpret::{DecideError, judge};
use crate::decide::outcomes_read::value_test;
use crate::policy::{Contribution, PermittedSet, Satisfied};

/// Decides cases, and keeps what it needs for that from one case to the next.
///
/// Made by [`Program::decider`]; each thread has its own. What was decided before never changes an answer.
#[derive(Clone, Debug)]
pub struct Decider {
    pub(super) program: Program,
    /// The classes of the case at hand, with those that only earlier outcomes tell.
    classes: Vec<u16>,
    ground: Truths,
    pub(super) outcomes: Vec<Desk>,
    pub(super) interpreted: Option<Interpreted>,
    counts: Counts,
}

/// How many cases were decided, and by what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By the program.
    pub compiled: u64,
    /// By the interpreter: the answer hung on unknown facts, a calculation had no result, or an outcome is not compiled.
    pub interpreted: u64,
}

/// What is needed for one outcome, and what became of it.
#[derive(Clone, Debug)]
pub(super) struct Desk {
    truths: Truths,
    pub(super) found: Standing,
    pub(super) memory: Memory,
    pub(super) result: Found,
}

/// What became of one outcome.
#[derive(Clone, Debug)]
pub(super) enum Found {
    /// The policy does not apply.
    OutOfScope,
    /// No rule contributes.
    Left(Left),
    /// Its verdict stands at this place.
    At(Place),
    /// Its verdict rests on calculated amounts.
    Calculated(Settled),
}

/// What the interpreter said.
#[derive(Clone, Debug)]
pub(super) struct Interpreted {
    pub(super) decision: Decision,
    /// For each outcome in the order of declaration.
    pub(super) permitted: Vec<Option<PermittedSet>>,
}

/// The interpreter has to decide.
struct Open;

impl Decider {
    pub(super) fn new(program: Program) -> Self {
        let parts = program.parts();
        let desk = |ruleset: &Ruleset| Desk {
            truths: ruleset.block.truths(),
            found: ruleset.standing(),
            memory: ruleset.verdicts.memory(),
            result: Found::OutOfScope,
        };
        Self {
            classes: vec![0; parts.columns.len()],
            ground: parts.ground.truths(),
            outcomes: parts.rulesets.iter().map(desk).collect(),
            interpreted: None,
            counts: Counts::default(),
            program,
        }
    }

    /// How many cases it decided, and by what.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// Decides a case, with status, permitted set and clauses of each outcome.
    ///
    /// Allocates nothing where the facts settle the case, all rules are compiled and the verdict is in a table or was met
    /// before.
    ///
    /// # Errors
    /// As [`decide`](crate::decide::decide()).
    pub fn decide(&mut self, case: &mut PreparedCase) -> Result<Ruling<'_>, DecideError> {
        case.refresh();
        let program = self.program.clone();
        let parts = program.parts();
        let is_own = std::sync::Arc::ptr_eq(&case.program.parts, &self.program.parts);
        let decided = if case.is_irregular || !is_own || !parts.uncompiled.is_empty() {
            Err(Open)
        } else {
            self.decide_classes(parts, case)
        };
        match decided {
            Ok(()) => {
                self.interpreted = None;
                self.counts.compiled += 1;
            }
            Err(Open) => {
                self.interpreted = None;
                let (decision, permitted) = judge(&parts.policy, &case.facts)?;
                self.interpreted = Some(Interpreted { decision, permitted });
                self.counts.interpreted += 1;
            }
        }
        Ok(Ruling::new(self))
    }

    fn decide_classes(&mut self, parts: &Parts, case: &PreparedCase) -> Result<(), Open> {
        self.classes.copy_from_slice(&case.classes);
        self.tell(parts, 0)?;
        let none_unknown = parts.ground.evaluate(&self.classes, &mut self.ground);
        let mut in_scope = Some(true);
        for condition in 0..parts.assumptions + parts.policy.data().scopes.len() {
            match self.ground.known(condition, none_unknown) {
                Some(true) => {}
                _ if condition < parts.assumptions => return Err(Open),
                Some(false) => in_scope = Some(false),
                None => in_scope = in_scope.filter(|in_scope| !in_scope),
            }
        }
        match in_scope {
            Some(true) => {}
            Some(false) => {
                self.outcomes.iter_mut().for_each(|desk| desk.result = Found::OutOfScope);
                return Ok(());
            }
            None => return Err(Open),
        }
        for (place, ruleset) in parts.rulesets.iter().enumerate() {
            let Some(desk) = self.outcomes.get_mut(place) else { return Err(Open) };
            if !ruleset.block.evaluate(&self.classes, &mut desk.truths) {
                return Err(Open);
            }
            desk.result = match ruleset.stand(&desk.truths, &mut desk.found) {
                Left::Rules => desk.verdict(parts, ruleset, case)?,
                left @ (Left::Exempt | Left::Nothing) => Found::Left(left),
            };
            self.tell(parts, place + 1)?;
        }
        Ok(())
    }

    /// Tells the columns that can be told after so many outcomes.
    fn tell(&mut self, parts: &Parts, stage: usize) -> Result<(), Open> {
        for index in parts.told.get(stage).into_iter().flatten() {
            let Some(column) = parts.column(*index) else { return Err(Open) };
            let class = match &column.tested {
                Tested::Fact(..) | Tested::Condition(_) => continue,
                Tested::Outcome(_, test) => {
                    let before = stage.checked_sub(1);
                    let desk = before.and_then(|place| self.outcomes.get(place).zip(parts.rulesets.get(place)));
                    let Some((desk, ruleset)) = desk else { return Err(Open) };
                    match desk.permitted(ruleset).map(|set| set.satisfied(value_test(test))) {
                        None | Some(Ok(Satisfied::Nothing)) => NO,
                        Some(Ok(Satisfied::All)) => YES,
                        // It is for the authority to choose.
                        Some(Ok(Satisfied::Some)) => column.unknown(),
                        Some(Err(_)) => return Err(Open),
                    }
                }
                Tested::Part(cubes) => {
                    let mut truth = NO;
                    for cube in cubes {
                        match self.passes(parts, cube) {
                            YES => truth = YES,
                            NO => {}
                            unknown => truth = if truth == YES { YES } else { unknown },
                        }
                    }
                    truth
                }
            };
            if let Some(slot) = self.classes.get_mut(*index as usize) {
                *slot = class;
            }
        }
        Ok(())
    }

    /// Whether the classes pass all tests of an alternative; the class of what is unknown where that is open.
    fn passes(&self, parts: &Parts, cube: &super::cube::Cube) -> u16 {
        const OPEN: u16 = 2;
        let mut passes = YES;
        for (index, passing) in &cube.tests {
            let class = self.classes.get(*index as usize).copied().unwrap_or(u16::MAX);
            let is_unknown = parts.column(*index).is_none_or(|column| class >= column.unknown());
            if is_unknown {
                passes = OPEN;
            } else if !passing.contains(usize::from(class)) {
                return NO;
            }
        }
        passes
    }
}

impl Desk {
    /// The verdict of the rules that contribute.
    fn verdict(&mut self, parts: &Parts, ruleset: &Ruleset, case: &PreparedCase) -> Result<Found, Open> {
        let data = parts.policy.data();
        let calculates = |(place, _): &&(usize, _)| super::block::bit(&self.found.contributing, *place);
        let found = if ruleset.calculated.iter().any(|rule| calculates(&rule)) {
            let outcome = data.outcomes.get(ruleset.id.index()).ok_or(Open)?;
            let mut sets: Vec<&PermittedSet> = Vec::new();
            for place in super::block::bits(&self.found.contributing) {
                let id = outcome.rules.get(place).ok_or(Open)?;
                sets.push(match &data.rules.get(id.index()).ok_or(Open)?.permitted {
                    Contribution::Fixed(set) => set,
                    Contribution::Computed { .. } => case.calculated.get(id).and_then(Option::as_ref).ok_or(Open)?,
                });
            }
            let adjusting = super::block::bits(&self.found.adjusting);
            Found::Calculated(settle(data, outcome, sets.into_iter(), adjusting))
        } else {
            let key = Ruleset::key(&self.found);
            Found::At(ruleset.verdicts.find(data, key, &mut self.memory).ok_or(Open)?)
        };
        self.result = found.clone();
        // A calculation without result is for the interpreter to report.
        if self.settled(ruleset).is_none_or(Result::is_err) { Err(Open) } else { Ok(found) }
    }

    pub(super) fn settled<'d>(&'d self, ruleset: &'d Ruleset) -> Option<&'d Settled> {
        match &self.result {
            Found::OutOfScope | Found::Left(_) => None,
            Found::At(place) => ruleset.verdicts.at(*place, &self.memory),
            Found::Calculated(settled) => Some(settled),
        }
    }

    pub(super) fn permitted<'d>(&'d self, ruleset: &'d Ruleset) -> Option<&'d PermittedSet> {
        self.settled(ruleset)?.as_ref().ok()?.verdict.permitted.as_ref()
    }

    pub(super) fn status(&self, ruleset: &Ruleset) -> Status {
        match &self.result {
            Found::OutOfScope => Status::OutOfScope,
            Found::Left(Left::Exempt) => Status::Exempt,
            Found::Left(Left::Nothing | Left::Rules) => Status::NotAddressed,
            Found::At(_) | Found::Calculated(_) => match self.settled(ruleset) {
                Some(Ok(settled)) => settled.verdict.status,
                Some(Err(_)) | None => Status::Undetermined,
            },
        }
    }
}
