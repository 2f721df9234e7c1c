//! Deciding prepared cases one after the other, without allocating.

use super::block::{Block, Truths};
use super::case::PreparedCase;
use super::columns::{NO, Tested, YES};
use super::cube::Cube;
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
    pub(super) desks: Desks,
    pub(super) interpreted: Option<Interpreted>,
    counts: Counts,
}

/// The case at hand.
#[derive(Clone, Debug)]
pub(super) struct Desks {
    /// The code of each group of columns.
    codes: Vec<u32>,
    /// The classes of the columns that only parts and earlier outcomes tell.
    told: Vec<u16>,
    blocks: Vec<Truths>,
    pub(super) outcomes: Vec<Desk>,
    any_unknown: bool,
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
        let desks = Desks::new(program.parts());
        Self { program, desks, interpreted: None, counts: Counts::default() }
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
        self.interpreted = None;
        let parts = self.program.parts();
        let is_own = std::sync::Arc::ptr_eq(&case.program.parts, &self.program.parts);
        let is_compiled = !case.is_irregular && is_own && parts.uncompiled.is_empty();
        if is_compiled && self.desks.decide(parts, case).is_ok() {
            self.counts.compiled += 1;
        } else {
            let (decision, permitted) = judge(&parts.policy, &case.facts)?;
            self.interpreted = Some(Interpreted { decision, permitted });
            self.counts.interpreted += 1;
        }
        Ok(Ruling::new(self))
    }
}

impl Desks {
    fn new(parts: &Parts) -> Self {
        let desk = |ruleset: &Ruleset| Desk {
            found: ruleset.standing(),
            memory: ruleset.verdicts.memory(),
            result: Found::OutOfScope,
        };
        Self {
            codes: parts.groups.first_codes(),
            told: vec![NO; parts.columns.len()],
            blocks: parts.blocks.iter().map(Block::truths).collect(),
            outcomes: parts.rulesets.iter().map(desk).collect(),
            any_unknown: false,
        }
    }

    fn decide(&mut self, parts: &Parts, case: &PreparedCase) -> Result<(), Open> {
        self.codes.copy_from_slice(&case.codes);
        self.told.fill(NO);
        self.any_unknown = case.unknown > 0;
        self.tell(parts, case, 0)?;
        let is_settled = self.evaluate(parts, 0);
        if !self.in_scope(parts)? {
            self.outcomes.iter_mut().for_each(|desk| desk.result = Found::OutOfScope);
            return Ok(());
        }
        if !is_settled {
            return Err(Open);
        }
        for (number, ruleset) in parts.rulesets.iter().enumerate() {
            let block = ruleset.place.block;
            if block > 0 && !self.evaluate(parts, block) {
                return Err(Open);
            }
            let (Some(desk), Some(truths)) = (self.outcomes.get_mut(number), self.blocks.get(block)) else {
                return Err(Open);
            };
            desk.result = match ruleset.stand(truths, &mut desk.found) {
                Left::Rules => desk.verdict(parts, ruleset, case)?,
                left @ (Left::Exempt | Left::Nothing) => Found::Left(left),
            };
            self.tell(parts, case, number + 1)?;
        }
        Ok(())
    }

    /// Evaluates a block; whether none of its conditions is unknown.
    fn evaluate(&mut self, parts: &Parts, block: usize) -> bool {
        let Some((block, truths)) = parts.blocks.get(block).zip(self.blocks.get_mut(block)) else { return false };
        block.evaluate(&self.codes, self.any_unknown, truths)
    }

    /// Whether the policy applies to the case, and no assumption is contradicted.
    fn in_scope(&self, parts: &Parts) -> Result<bool, Open> {
        let ground = self.blocks.first().ok_or(Open)?;
        let mut in_scope = Some(true);
        for condition in 0..parts.assumptions + parts.policy.data().scopes.len() {
            match ground.known(condition, self.any_unknown) {
                Some(true) => {}
                _ if condition < parts.assumptions => return Err(Open),
                Some(false) => in_scope = Some(false),
                None => in_scope = in_scope.filter(|in_scope| !in_scope),
            }
        }
        in_scope.ok_or(Open)
    }

    /// Tells the columns that can be told after so many outcomes.
    fn tell(&mut self, parts: &Parts, case: &PreparedCase, stage: usize) -> Result<(), Open> {
        for index in parts.told.get(stage).into_iter().flatten() {
            let column = parts.column(*index).ok_or(Open)?;
            let class = match &column.tested {
                Tested::Fact(..) | Tested::Condition(_) => continue,
                Tested::Outcome(_, test) => {
                    let before = stage.checked_sub(1);
                    let desk = before.and_then(|place| self.outcomes.get(place).zip(parts.rulesets.get(place)));
                    let (desk, ruleset) = desk.ok_or(Open)?;
                    match desk.permitted(ruleset).map(|set| set.satisfied(value_test(test))) {
                        None | Some(Ok(Satisfied::Nothing)) => NO,
                        Some(Ok(Satisfied::All)) => YES,
                        // It is for the authority to choose.
                        Some(Ok(Satisfied::Some)) => column.unknown(),
                        Some(Err(_)) => return Err(Open),
                    }
                }
                Tested::Part(cubes) => self.any_passes(parts, case, cubes),
            };
            let slot = self.told.get_mut(*index as usize).ok_or(Open)?;
            *slot = class;
            self.any_unknown |= class == column.unknown();
            parts.groups.shift(&mut self.codes, *index, NO, class);
        }
        Ok(())
    }

    /// Whether one of some alternatives holds; the class of what is unknown where that is open.
    fn any_passes(&self, parts: &Parts, case: &PreparedCase, cubes: &[Cube]) -> u16 {
        let mut truth = NO;
        for cube in cubes {
            match self.passes(parts, case, cube) {
                YES => return YES,
                NO => {}
                unknown => truth = unknown,
            }
        }
        truth
    }

    /// Whether the classes pass all tests of an alternative; the class of what is unknown where that is open.
    fn passes(&self, parts: &Parts, case: &PreparedCase, cube: &Cube) -> u16 {
        const OPEN: u16 = 2;
        let mut passes = YES;
        for (index, passing) in &cube.tests {
            let column = parts.column(*index);
            let is_told = column.is_some_and(|column| matches!(column.tested, Tested::Outcome(..) | Tested::Part(_)));
            let classes = if is_told { &self.told } else { &case.classes };
            let class = classes.get(*index as usize).copied().unwrap_or(u16::MAX);
            if column.is_none_or(|column| class >= column.unknown()) {
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
