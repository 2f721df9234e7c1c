//! The cases of a block, one after the other.

use super::blocks::Block;
use super::cells::{Cell, CellFault, Cells};
use super::header::{Column, Header};
use super::results::{self, Carried, Wording};
use super::run::{Form, Rejection};
use super::summary::{OutcomeSummary, Summary};
use crate::decide::{
    Decider, Facts, PreparedCase, Program, Ruling, Status, day_of, facts_from_json, facts_from_serialize,
};
use crate::diagnostic::Code;
use crate::policy::Policy;
use crate::source::SourceId;
use serde_json::{Map, Value as Json};

/// The names of an NDJSON case that say something besides facts.
const BESIDES: [&str; 3] = ["as_of", "chosen", "persons"];

/// What came of a block.
#[derive(Debug, Default)]
pub(super) struct Judged {
    pub(super) results: Vec<u8>,
    pub(super) rejects: Vec<u8>,
    pub(super) summary: Summary,
    /// Where in the text of the cases the block ends.
    pub(super) end: u64,
}

/// Why a record is rejected, in words: a code and a sentence.
pub(super) type Reason<'r> = dyn Fn(&Rejection) -> (String, String) + Sync + 'r;

/// Judges blocks; each thread has its own.
pub(super) struct Judge<'b> {
    policy: Policy,
    program: &'b Program,
    base: &'b Facts,
    header: &'b Header,
    delimiter: u8,
    form: Form,
    reason: &'b Reason<'b>,
    decider: Decider,
    case: PreparedCase,
    cells: Vec<Option<Cells>>,
    wording: Vec<Wording>,
    /// Whether a column has set the day on which the case at hand is looked at.
    is_dated: bool,
}

impl<'b> Judge<'b> {
    pub(super) fn new(
        (program, base): (&'b Program, &'b Facts),
        (header, delimiter): (&'b Header, u8),
        form: Form,
        reason: &'b Reason<'b>,
    ) -> Self {
        let policy = program.policy().clone();
        let cells = header.columns.iter().map(|column| match column {
            Column::Fact(id) => Some(Cells::new(&policy, *id)),
            Column::AsOf | Column::Carried => None,
        });
        Self {
            cells: cells.collect(),
            wording: policy.outcomes().iter().map(|_| Wording::default()).collect(),
            decider: program.decider(),
            case: program.prepare(base.clone()),
            policy,
            program,
            base,
            header,
            delimiter,
            form,
            reason,
            is_dated: false,
        }
    }

    /// Judges a block of cases in this form.
    pub(super) fn judge(&mut self, from: Form, block: &Block) -> Judged {
        let mut judged = Judged { end: block.end, ..Judged::default() };
        judged.summary.outcomes = outcomes(&self.policy);
        if block.is_too_long {
            judged.summary.read += 1;
            self.reject(&mut judged, block.line, &Rejection::TooLong);
        } else {
            match from {
                Form::Csv => self.table(block, &mut judged),
                Form::NdJson => self.lines(block, &mut judged),
            }
        }
        for (own, wording) in judged.summary.outcomes.iter_mut().zip(&mut self.wording) {
            for (set, words, count) in wording.counts() {
                let none = set.permits_none().then_some("none");
                for word in words.iter().map(String::as_str).chain(none) {
                    add(&mut own.values, word, count);
                }
            }
        }
        judged
    }

    fn table(&mut self, block: &Block, judged: &mut Judged) {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.delimiter)
            .from_reader(block.bytes.as_slice());
        let mut record = csv::ByteRecord::new();
        // Reading bytes from memory cannot fail.
        while reader.read_byte_record(&mut record).unwrap_or(false) {
            let line = block.line + record.position().map_or(0, |position| position.line().saturating_sub(1));
            judged.summary.read += 1;
            match self.row(&record) {
                Ok(()) => {
                    let cells = self.header.columns.iter().zip(&self.header.names).zip(&record);
                    let carried: Vec<(&str, &[u8])> = cells
                        .filter(|((column, _), _)| **column == Column::Carried)
                        .map(|((_, name), cell)| (name.as_str(), cell))
                        .collect();
                    self.decide(judged, line, &Carried::Cells(&carried));
                }
                Err(rejection) => {
                    self.cells.iter_mut().flatten().for_each(Cells::forget);
                    self.reject(judged, line, &rejection);
                }
            }
        }
    }

    /// Takes the cells of a record over into the case at hand.
    fn row(&mut self, record: &csv::ByteRecord) -> Result<(), Rejection> {
        let wanted = self.header.columns.len();
        if record.len() != wanted {
            return Err(Rejection::Ragged { wanted, found: record.len() });
        }
        for ((column, name), (cells, cell)) in
            self.header.columns.iter().zip(&self.header.names).zip(self.cells.iter_mut().zip(record))
        {
            let Some(cells) = cells else {
                if *column == Column::AsOf {
                    let text = std::str::from_utf8(cell).map_err(|_| Rejection::Encoding { name: name.clone() })?;
                    if text.trim().is_empty() {
                        if std::mem::take(&mut self.is_dated) {
                            self.case = self.program.prepare(self.base.clone());
                            return self.again(record);
                        }
                    } else {
                        let day = day_of(name, text.trim()).map_err(|found| Rejection::Facts(vec![found]))?;
                        self.case.set_as_of(day);
                        self.is_dated = true;
                    }
                }
                continue;
            };
            let fault = |fault: CellFault| match fault {
                CellFault::NotUtf8 => Rejection::Encoding { name: name.clone() },
                CellFault::Value(problem, written) => {
                    Rejection::Value { name: name.clone(), written, problem: problem.into() }
                }
            };
            match cells.read(&self.policy, cell).map_err(fault)? {
                Cell::Unchanged => {}
                Cell::Value(None) => self.case.clear(cells.fact),
                Cell::Value(Some(value)) => {
                    let written = || String::from_utf8_lossy(cell).into_owned();
                    let set = self.case.set(cells.fact, value);
                    set.map_err(|problem| Rejection::Value {
                        name: name.clone(),
                        written: written(),
                        problem: problem.into(),
                    })?;
                }
            }
        }
        Ok(())
    }

    /// Takes all cells over anew, into a fresh case.
    fn again(&mut self, record: &csv::ByteRecord) -> Result<(), Rejection> {
        self.cells.iter_mut().flatten().for_each(Cells::forget);
        self.row(record)
    }

    fn lines(&mut self, block: &Block, judged: &mut Judged) {
        for (number, bytes) in (block.line..).zip(block.bytes.split(|byte| *byte == b'\n')) {
            let Ok(text) = std::str::from_utf8(bytes) else {
                judged.summary.read += 1;
                self.reject(judged, number, &Rejection::Encoding { name: String::new() });
                continue;
            };
            if text.trim().is_empty() {
                continue;
            }
            judged.summary.read += 1;
            match self.object(text) {
                Ok((mut facts, carried)) => {
                    if let (None, Some(day)) = (facts.as_of(), self.base.as_of()) {
                        facts.set_as_of(day);
                    }
                    self.base.calendar().into_iter().for_each(|calendar| facts.set_calendar(calendar.clone()));
                    self.case = self.program.prepare(facts);
                    carried.keys().for_each(|name| judged.summary.carry(name));
                    self.decide(judged, number, &Carried::Json(&carried));
                }
                Err(rejection) => self.reject(judged, number, &rejection),
            }
        }
    }

    /// The facts of an object, and what it names that is no fact.
    fn object(&self, text: &str) -> Result<(Facts, Map<String, Json>), Rejection> {
        let found = match facts_from_json(&self.policy, SourceId::default(), text) {
            Ok(facts) => return Ok((facts, Map::new())),
            Err(found) => found,
        };
        let is_unknown = |code: Code| code == Code::UnknownFact;
        if !found.iter().all(|one| is_unknown(one.code)) {
            return Err(Rejection::Facts(found.into_iter().filter(|one| !is_unknown(one.code)).collect()));
        }
        let Ok(mut object) = serde_json::from_str::<Map<String, Json>>(text) else {
            return Err(Rejection::Facts(found.into_iter().collect()));
        };
        let is_said = |name: &String| {
            self.policy.fact(name).is_some()
                || self.policy.roles().iter().any(|role| role.name == *name)
                || BESIDES.contains(&name.as_str())
        };
        let others: Vec<String> = object.keys().filter(|name| !is_said(name)).cloned().collect();
        let carried = others.into_iter().filter_map(|name| object.remove(&name).map(|value| (name, value))).collect();
        let facts = facts_from_serialize(&self.policy, &object);
        facts.map(|facts| (facts, carried)).map_err(|found| Rejection::Facts(found.into_iter().collect()))
    }

    fn decide(&mut self, judged: &mut Judged, line: u64, carried: &Carried<'_>) {
        let error = match self.decider.decide(&mut self.case) {
            Ok(ruling) => {
                judged.summary.answered += 1;
                count(&mut judged.summary, ruling);
                let policy = (&self.policy, self.form);
                results::write(&mut judged.results, policy, line, carried, ruling, &mut self.wording);
                return;
            }
            Err(error) => error,
        };
        self.reject(judged, line, &Rejection::Undecidable(error.into()));
    }

    fn reject(&self, judged: &mut Judged, line: u64, rejection: &Rejection) {
        judged.summary.rejected += 1;
        let (code, reason) = (self.reason)(rejection);
        results::rejected(&mut judged.rejects, line, &code, &reason);
    }
}

/// The outcomes before any case.
pub(super) fn outcomes(policy: &Policy) -> Vec<OutcomeSummary> {
    let outcome = |outcome: &crate::policy::Outcome| OutcomeSummary {
        name: outcome.name.to_string(),
        ..OutcomeSummary::default()
    };
    policy.outcomes().iter().map(outcome).collect()
}

fn count(summary: &mut Summary, ruling: Ruling<'_>) {
    let mut limit_reached = false;
    for (outcome, own) in ruling.outcomes().zip(&mut summary.outcomes) {
        let status: Status = outcome.status();
        add(&mut own.statuses, status.word(), 1);
        outcome.clauses().for_each(|clause| add(&mut own.clauses, clause, 1));
        limit_reached |= outcome.limit_reached();
    }
    summary.limit_reached += u64::from(limit_reached);
}

fn add(counts: &mut std::collections::BTreeMap<String, u64>, name: &str, more: u64) {
    match counts.get_mut(name) {
        Some(count) => *count += more,
        None => {
            counts.insert(name.to_owned(), more);
        }
    }
}
