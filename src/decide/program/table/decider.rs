//! Deciding tables of cases, lane by lane.

use super::super::block::{bit, bits, set_bit};
use super::super::case::PreparedCase;
use super::super::circuit::Truth;
use super::super::columns::Tested;
use super::super::lane::{self, ALL, CASES, Lane, NONE, WORDS, and, or, without};
use super::super::ruleset::Ruleset;
use super::super::verdicts::{Memory, Place, Settlement};
use super::super::{Parts, Program};
use super::cases::CaseTable;
use super::codes::{Codes, EXEMPT, OUT_OF_SCOPE, STANDING_BITS};
use super::rulings::{CitedColumn, RulingTable};
use super::standing::StandingLanes;
use crate::decide::decision::{Decision, OutcomeDecision, Status};
use crate::decide::interpret::{DecideError, judge};
use crate::decide::outcomes_read::value_test;
use crate::decide::versions::check_version;
use crate::policy::{OutcomeTest, PermittedSet, Satisfied};

/// Decides tables of cases, and keeps what it needs for that from one table to the next.
///
/// Made by [`Program::table_decider`]; each thread has its own.
#[derive(Clone, Debug)]
pub struct TableDecider {
    pub(super) program: Program,
    pub(super) rows: usize,
    /// What the tests of columns come to in the cases of a lane.
    truths: Vec<Truth>,
    pub(super) outcomes: Vec<OutcomeLanes>,
    /// The cases that the interpreter decides.
    pub(super) open: Vec<u64>,
    /// What the interpreter said, by case.
    pub(super) interpreted: Vec<(usize, Result<InterpretedRow, DecideError>)>,
    scratch: Scratch,
}

/// What the interpreter said of a case.
#[derive(Clone, Debug)]
pub(super) struct InterpretedRow {
    pub(super) decision: Decision,
    /// For each outcome in the order of declaration.
    pub(super) permitted: Vec<Option<PermittedSet>>,
}

/// One outcome in all cases.
#[derive(Clone, Debug)]
pub(super) struct OutcomeLanes {
    conditions: Vec<Truth>,
    standing: StandingLanes,
    pub(super) memory: Memory,
    pub(super) codes: Codes,
    pub(super) clauses: Vec<CitedColumn>,
    pub(super) exempted_by: Vec<CitedColumn>,
    pub(super) adjusted_by: Vec<CitedColumn>,
    planes: Vec<Lane>,
}

#[derive(Clone, Debug, Default)]
struct Scratch {
    planes: Vec<Lane>,
    bounds: Vec<Lane>,
    ground: Vec<Truth>,
    /// For the conditions that the interpreter evaluates.
    case: Option<PreparedCase>,
}

impl TableDecider {
    pub(in super::super) fn new(program: Program) -> Self {
        let parts = program.parts();
        let of = |ruleset: &Ruleset| OutcomeLanes {
            conditions: vec![Truth::FALSE; ruleset.rules + ruleset.exemptions + ruleset.adjustments],
            standing: StandingLanes::default(),
            memory: ruleset.verdicts.memory(),
            codes: Codes::new(STANDING_BITS + ruleset.verdicts.key_bits()),
            clauses: CitedColumn::all(ruleset.rule_citations()),
            exempted_by: CitedColumn::all(ruleset.exemption_citations()),
            adjusted_by: CitedColumn::all(ruleset.adjustment_citations()),
            planes: Vec::new(),
        };
        let ground = vec![Truth::FALSE; parts.circuits.ground.len()];
        Self {
            rows: 0,
            truths: vec![Truth::FALSE; parts.circuits.tests],
            outcomes: parts.rulesets.iter().map(of).collect(),
            open: Vec::new(),
            interpreted: Vec::new(),
            scratch: Scratch { ground, ..Scratch::default() },
            program,
        }
    }

    /// Decides all cases of a table. Cases that hang on unknown facts, or on a calculation, go to the interpreter one by
    /// one; the answers are the same either way.
    pub fn decide(&mut self, cases: &CaseTable) -> RulingTable<'_> {
        let program = self.program.clone();
        let parts = program.parts();
        let lanes = cases.rows.div_ceil(CASES);
        self.rows = cases.rows;
        self.open.clear();
        self.open.resize(lanes * WORDS, 0);
        self.interpreted.clear();
        for (of, ruleset) in self.outcomes.iter_mut().zip(&parts.rulesets) {
            of.begin(ruleset, lanes);
        }
        let is_own = std::sync::Arc::ptr_eq(&cases.program.parts, &program.parts);
        let has_choice = parts.policy.outcome_ids().any(|id| cases.base.chosen(id).is_some());
        let is_dated = parts.policy.dated_by().is_some();
        let is_in_force = is_dated || check_version(&parts.policy, &cases.base).is_ok();
        if is_own && !has_choice && is_in_force && parts.uncompiled.is_empty() {
            let interprets =
                is_dated || parts.columns.iter().any(|column| matches!(column.tested, Tested::Condition(_)));
            self.scratch.case = interprets.then(|| program.prepare(cases.base.clone()));
            (0..lanes).for_each(|number| self.decide_lane(parts, cases, number));
        } else {
            self.open.fill(u64::MAX);
        }
        self.interpret(cases);
        RulingTable::new(self)
    }

    fn decide_lane(&mut self, parts: &Parts, cases: &CaseTable, number: usize) {
        let mut open = self.test_facts(parts, cases, number);
        self.tell(parts, 0, number);
        parts.circuits.ground.evaluate(&self.truths, &mut self.scratch.ground);
        let (assumptions, scopes) = self.scratch.ground.split_at(parts.assumptions.min(self.scratch.ground.len()));
        for assumption in assumptions {
            open = or(open, without(ALL, assumption.holds));
        }
        let (mut inside, mut outside) = (ALL, NONE);
        for scope in scopes {
            inside = and(inside, scope.holds);
            outside = or(outside, without(ALL, scope.possible));
        }
        open = or(open, without(ALL, or(inside, outside)));
        for place in 0..parts.rulesets.len() {
            open = or(open, self.decide_outcome(parts, place, number, inside));
            self.tell(parts, place + 1, number);
        }
        lane::write(&mut self.open, number, open);
        if open != NONE {
            for cited in self.outcomes.iter_mut().flat_map(OutcomeLanes::cited) {
                let left = without(lane::read(&cited.cases, number), open);
                lane::write(&mut cited.cases, number, left);
            }
        }
    }

    /// Tests the facts; the cases in which a condition cannot be evaluated.
    fn test_facts(&mut self, parts: &Parts, cases: &CaseTable, number: usize) -> Lane {
        let Scratch { planes, bounds, case, .. } = &mut self.scratch;
        for (index, column) in (0..).zip(parts.columns.iter()) {
            let Tested::Fact(fact, _) = &column.tested else { continue };
            if !parts.circuits.is_tested(index) {
                continue;
            }
            let known = cases.lanes(*fact, number, planes).unwrap_or_else(|| {
                let class = cases.base.get(*fact).and_then(|value| column.class_of(value));
                constant(class, column.classes, planes)
            });
            parts.circuits.evaluate(index, planes, known, &mut self.truths, bounds);
        }
        match case {
            Some(case) => test_conditions(parts, cases, number, case, &mut self.truths),
            None => NONE,
        }
    }

    /// Tells what can be told after so many outcomes.
    fn tell(&mut self, parts: &Parts, stage: usize, number: usize) {
        for index in parts.told.get(stage).into_iter().flatten() {
            let Some(column) = parts.column(*index) else { continue };
            let truth = match &column.tested {
                Tested::Fact(..) | Tested::Condition(_) => continue,
                Tested::Part(_) => parts.circuits.part(*index, &self.truths),
                Tested::Outcome(_, test) => {
                    let before = stage.checked_sub(1);
                    let found = before.and_then(|place| self.outcomes.get(place).zip(parts.rulesets.get(place)));
                    found.map_or(Truth::FALSE, |(of, ruleset)| of.passes(ruleset, test, number))
                }
            };
            let known = without(ALL, truth.open());
            parts.circuits.evaluate(*index, &[truth.holds], known, &mut self.truths, &mut self.scratch.bounds);
        }
    }

    /// Decides one outcome in the cases of a lane; those that it leaves open.
    fn decide_outcome(&mut self, parts: &Parts, place: usize, number: usize, inside: Lane) -> Lane {
        let found = self.outcomes.get_mut(place).zip(parts.rulesets.get(place)).zip(parts.circuits.outcomes.get(place));
        let Some(((of, ruleset), circuit)) = found else { return ALL };
        circuit.evaluate(&self.truths, &mut of.conditions);
        let mut open = of.conditions.iter().fold(NONE, |open, truth| or(open, truth.open()));
        of.standing.stand(ruleset, &of.conditions);
        for (rule, _) in &ruleset.calculated {
            open = or(open, of.standing.contributing.get(*rule).copied().unwrap_or(NONE));
        }
        let addressed = without(and(of.standing.addressed, inside), open);
        open = or(open, of.settle(parts, ruleset, number, addressed, inside));
        of.cite(number, inside);
        and(open, inside)
    }

    /// Has the interpreter decide the cases that are open.
    fn interpret(&mut self, cases: &CaseTable) {
        let policy = self.program.policy().clone();
        let mut facts = cases.base.clone();
        let open: Vec<usize> = bits(&self.open).take_while(|row| *row < cases.rows).collect();
        for row in open {
            cases.facts_into(row, &mut facts);
            let found = judge(&policy, &facts).map(|(decision, permitted)| InterpretedRow { decision, permitted });
            if let Ok(InterpretedRow { decision, .. }) = &found {
                let parts = self.program.parts();
                for (of, ruleset) in self.outcomes.iter_mut().zip(&parts.rulesets) {
                    if let Some(outcome) = decision.outcomes.get(ruleset.id.index()) {
                        of.take_over(row, outcome);
                    }
                }
            }
            self.interpreted.push((row, found));
        }
    }
}

/// The planes of one class in all cases.
fn constant(class: Option<u16>, classes: usize, planes: &mut Vec<Lane>) -> Lane {
    planes.clear();
    let Some(class) = class else { return NONE };
    let bits = classes.checked_ilog2().map_or(1, |log| log + 1);
    planes.extend((0..bits).map(|bit| if class >> bit & 1 == 1 { ALL } else { NONE }));
    ALL
}

/// Tests the conditions that the interpreter evaluates, case by case; the cases in which they have no result.
fn test_conditions(
    parts: &Parts,
    cases: &CaseTable,
    number: usize,
    case: &mut PreparedCase,
    truths: &mut [Truth],
) -> Lane {
    let conditions = || (0..).zip(parts.columns.iter()).filter(|(_, of)| matches!(of.tested, Tested::Condition(_)));
    let mut results: Vec<(u32, Lane, Lane)> = conditions().map(|(index, _)| (index, NONE, NONE)).collect();
    let mut open = NONE;
    for at in 0..CASES.min(cases.rows.saturating_sub(number * CASES)) {
        case.change(|facts| cases.facts_into(number * CASES + at, facts));
        case.refresh();
        if case.is_irregular {
            set_bit(&mut open, at);
        }
        for ((index, holds, known), (_, column)) in results.iter_mut().zip(conditions()) {
            let class = case.classes.get(*index as usize).copied().unwrap_or(u16::MAX);
            if class < column.unknown() {
                set_bit(known, at);
            }
            if class == super::super::columns::YES {
                set_bit(holds, at);
            }
        }
    }
    for (index, holds, known) in results {
        parts.circuits.evaluate(index, &[holds], known, truths, &mut Vec::new());
    }
    open
}

impl OutcomeLanes {
    fn begin(&mut self, ruleset: &Ruleset, lanes: usize) {
        self.codes.resize(lanes);
        ruleset.verdicts.make_room(&mut self.memory);
        for cited in self.cited() {
            cited.cases.clear();
            cited.cases.resize(lanes * WORDS, 0);
        }
    }

    fn cited(&mut self) -> impl Iterator<Item = &mut CitedColumn> {
        self.clauses.iter_mut().chain(&mut self.exempted_by).chain(&mut self.adjusted_by)
    }

    /// Finds the verdicts of the cases in which rules are left; the cases that have none because a calculation has no
    /// result.
    fn settle(&mut self, parts: &Parts, ruleset: &Ruleset, number: usize, addressed: Lane, inside: Lane) -> Lane {
        self.planes.clear();
        self.planes.push(and(self.standing.exempt, inside));
        self.planes.push(without(ALL, inside));
        let standing = &self.standing;
        ruleset.verdicts.key_lanes((&standing.contributing, &standing.adjusting), addressed, &mut self.planes);
        if ruleset.verdicts.has_table() {
            self.codes.write(number, &self.planes);
            if ruleset.verdicts.are_all_decided() {
                return NONE;
            }
        } else {
            let (standing, keys) = self.planes.split_at(STANDING_BITS.min(self.planes.len()));
            self.codes.write(number, standing);
            for row in bits(&addressed) {
                let set =
                    keys.iter().enumerate().filter(|(_, plane)| bit(plane.as_slice(), row)).map(|(place, _)| place);
                let place = ruleset.verdicts.find_key(parts.policy.data(), set, &mut self.memory);
                let code = place.and_then(|place| u32::try_from((place + 1) << STANDING_BITS).ok());
                self.codes.set(number * CASES + row, code.unwrap_or(0));
            }
        }
        let mut open = NONE;
        for row in bits(&addressed) {
            match self.verdict(ruleset, self.codes.get(number * CASES + row)).map(|settled| settled.verdict.status) {
                None => set_bit(&mut open, row),
                Some(Status::Decided) => {}
                // What is not decided is not adjusted.
                Some(_) => self.standing.adjusting.iter_mut().for_each(|lane| clear_bit(lane, row)),
            }
        }
        open
    }

    /// The verdict of a code; `None` where there is none.
    pub(super) fn verdict<'v>(&'v self, ruleset: &'v Ruleset, code: u32) -> Option<&'v Settlement> {
        let key = usize::try_from(code >> STANDING_BITS).ok()?;
        let place = match (key, ruleset.verdicts.has_table()) {
            (0, _) => return None,
            (key, true) => Place::Table(key),
            (key, false) => Place::Memory(key - 1),
        };
        ruleset.verdicts.at(place, &self.memory)?.as_ref().ok()
    }

    /// How the outcome stands by a code.
    pub(super) fn status(&self, ruleset: &Ruleset, code: u32) -> Status {
        match code {
            EXEMPT => Status::Exempt,
            OUT_OF_SCOPE => Status::OutOfScope,
            code => self.verdict(ruleset, code).map_or(Status::NotAddressed, |settled| settled.verdict.status),
        }
    }

    /// Notes which clauses the interpreter found for a case.
    fn take_over(&mut self, row: usize, found: &OutcomeDecision) {
        let groups = [
            (&mut self.clauses, &found.clauses),
            (&mut self.exempted_by, &found.exempted_by),
            (&mut self.adjusted_by, &found.adjusted_by),
        ];
        for (columns, found) in groups {
            let cited = columns.iter_mut().filter(|column| found.contains(&column.clause));
            cited.for_each(|column| set_bit(&mut column.cases, row));
        }
    }

    /// Writes which clauses apply in the cases of a lane.
    fn cite(&mut self, number: usize, inside: Lane) {
        let StandingLanes { upheld, exempting, adjusting, .. } = &self.standing;
        let groups =
            [(&mut self.clauses, upheld), (&mut self.exempted_by, exempting), (&mut self.adjusted_by, adjusting)];
        for (columns, lanes) in groups {
            for cited in columns {
                let any = cited.numbers.iter().filter_map(|number| lanes.get(*number));
                let any = any.fold(NONE, |any, lane| or(any, *lane));
                lane::write(&mut cited.cases, number, and(any, inside));
            }
        }
    }

    /// In which cases of the lane at hand a test of this outcome is passed.
    fn passes(&self, ruleset: &Ruleset, test: &OutcomeTest, number: usize) -> Truth {
        let test = value_test(test);
        let mut truth = Truth::FALSE;
        let mut met: Vec<(u32, Option<bool>)> = Vec::new();
        for row in 0..CASES {
            let code = self.codes.get(number * CASES + row);
            let known = met.iter().find(|(other, _)| *other == code).map(|(_, passes)| *passes);
            let passes = known.unwrap_or_else(|| {
                let set = self.verdict(ruleset, code).and_then(|settled| settled.verdict.permitted.as_ref());
                let passes = match set.map(|set| set.satisfied(test)) {
                    None | Some(Ok(Satisfied::Nothing)) => Some(false),
                    Some(Ok(Satisfied::All)) => Some(true),
                    // It is for the authority to choose; what has no result is for the interpreter to report.
                    Some(Ok(Satisfied::Some) | Err(_)) => None,
                };
                met.push((code, passes));
                passes
            });
            if passes == Some(true) {
                set_bit(&mut truth.holds, row);
            }
            if passes != Some(false) {
                set_bit(&mut truth.possible, row);
            }
        }
        truth
    }
}

fn clear_bit(lane: &mut Lane, row: usize) {
    if let Some(word) = lane.get_mut(row / 64) {
        *word &= !(1 << (row % 64));
    }
}
