//! Reading a case log from JSON: everything that is wrong with it in one run, each fault at its place.

#![expect(clippy::result_large_err, reason = "errors end the reading; none is returned where speed matters")]

use super::log::CaseLog;
use crate::decide::json::text::{At, Document, shown};
use crate::decide::object::{Reader, Subject, Values, Word, about, suggesting};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::policy::{BodyId, DutyId, LoggedEvent, LoggedKind, Party, Policy, ProcedureId, RoleId, Step, StepIndex};
use crate::source::{SourceId, Span};
use crate::syntax::ast::DutyKind;
use jiff::civil::Date;
use jsonc_parser::ast::Object;
use std::collections::BTreeMap;

const SUBJECT: Subject = Subject { name: "log", shape: Code::LogShape, day: Code::LogDay };

/// A case log as it was read.
#[derive(Clone, Debug)]
pub struct LogFile {
    /// The procedure that it follows.
    pub procedure: ProcedureId,
    /// Its entries.
    pub log: CaseLog,
    /// What is odd and hinders nothing: entries that do not stand in the order of time.
    pub warnings: Diagnostics,
}

/// The procedure of this name.
///
/// # Errors
/// The policy has no such procedure.
pub fn procedure_named(policy: &Policy, name: &str) -> Result<ProcedureId, Diagnostic> {
    let found = policy.procedures().iter().position(|procedure| procedure.name == name);
    found.map(ProcedureId::new).ok_or_else(|| {
        let complaint = Diagnostic::without_place(Code::UnknownProcedure).with("name", shown(name));
        suggesting(complaint, nearest(name, policy.procedures().iter().map(|found| found.name.as_str())))
    })
}

/// Reads a case log from a JSON object: `{"procedure": "…", "entries": [{"step": "…", "on": "2024-03-05", …}, …]}`.
///
/// The procedure is the one that the caller or the log names, or else the only one of the policy. `source` is the id
/// that the places of diagnostics carry; `text` is the whole text under that id.
///
/// # Errors
/// Everything that is wrong with the text, in the order of the text: it is not JSON or has another shape, names
/// something that the policy does not have, gives a step twice, or leaves open which procedure it follows.
pub fn log_from_json(
    policy: &Policy,
    procedure: Option<ProcedureId>,
    source: SourceId,
    text: &str,
) -> Result<LogFile, Diagnostics> {
    let document = Document::read(source, text).map_err(|found| about(SUBJECT, found))?;
    let mut reader = Reader::new(&document, SUBJECT);
    let values = reader.values(&document.object, &["procedure", "entries", "note"]);
    let beginning = reader.beginning(&document.object);
    let named = values.get("procedure").and_then(|value| reader.word("procedure", value));
    let chosen = choose(policy, procedure, named, beginning);
    let procedure = chosen.map_err(|complaint| reader.complain(complaint)).ok();
    let mut entries = Entries::new(policy, procedure);
    let objects = reader.required(&document.object, &values, "entries");
    for object in objects.map(|value| reader.objects("entries", value)).unwrap_or_default() {
        if reader.is_full() {
            break;
        }
        entries.read(&mut reader, object);
    }
    let found = reader.finish();
    match procedure {
        Some(procedure) if found.is_empty() => Ok(LogFile { procedure, log: entries.log, warnings: entries.warnings }),
        _ => Err(found),
    }
}

/// The procedure that a log follows.
fn choose(
    policy: &Policy,
    wanted: Option<ProcedureId>,
    named: Option<Word<'_>>,
    beginning: Span,
) -> Result<ProcedureId, Diagnostic> {
    let found = |word: Word<'_>| procedure_named(policy, word.text).map_err(|complaint| complaint.at(word.span));
    let in_log = named.map(found).transpose()?;
    let open = |span, reason: &'static str| Diagnostic::new(Code::ProcedureOpen, span).with("reason", reason);
    match (wanted, in_log, policy.procedures()) {
        (Some(wanted), Some(in_log), procedures) if wanted != in_log => {
            let name = |id: ProcedureId| procedures.get(id.index()).map(|found| found.name.clone()).unwrap_or_default();
            let complaint = open(named.map_or(beginning, |word| word.span), "other");
            Err(complaint.with("name", name(in_log)).with("wanted", name(wanted)))
        }
        (Some(id), ..) | (None, Some(id), _) => Ok(id),
        (None, None, [_]) => Ok(ProcedureId::new(0)),
        (None, None, []) => Err(open(beginning, "none")),
        (None, None, several) => {
            let names: Vec<&str> = several.iter().map(|found| found.name.as_str()).collect();
            Err(open(beginning, "several").with("names", names.join(", ")))
        }
    }
}

/// The entries read so far, and the names that they may have.
struct Entries<'p> {
    policy: &'p Policy,
    procedure: Option<ProcedureId>,
    steps: BTreeMap<&'p str, StepIndex>,
    parties: BTreeMap<&'p str, Party>,
    rights: BTreeMap<&'p str, DutyId>,
    log: CaseLog,
    warnings: Diagnostics,
    /// Where each step and right was first named.
    first: BTreeMap<LoggedKind, Span>,
    /// The latest day so far and where it stands.
    latest: Option<(Date, Span)>,
}

impl<'p> Entries<'p> {
    fn new(policy: &'p Policy, procedure: Option<ProcedureId>) -> Self {
        let steps = procedure.and_then(|id| policy.procedures().get(id.index())).map(|found| found.steps.as_slice());
        let steps = steps.unwrap_or_default().iter().enumerate();
        let bodies = policy.bodies().iter().enumerate();
        let roles = policy.roles().iter().enumerate();
        let duties = policy.duties().iter().enumerate().filter(|(_, duty)| duty.kind == DutyKind::Right);
        Self {
            policy,
            procedure,
            steps: steps.map(|(index, step)| (step.name.as_str(), StepIndex::new(index))).collect(),
            parties: roles
                .map(|(index, role)| (role.name.as_str(), Party::Role(RoleId::new(index))))
                .chain(bodies.map(|(index, body)| (body.name.as_str(), Party::Body(BodyId::new(index)))))
                .collect(),
            rights: duties.map(|(index, duty)| (duty.name.as_str(), DutyId::new(index))).collect(),
            log: CaseLog::new(),
            warnings: Diagnostics::new(),
            first: BTreeMap::new(),
            latest: None,
        }
    }

    fn read<'d, 't>(&mut self, reader: &mut Reader<'d, 't>, object: &'d Object<'t>) {
        const KEYS: [&str; 9] = ["step", "right", "on", "by", "present", "checks", "consent", "reason", "note"];
        let values = reader.values(object, &KEYS);
        let event = self.event(reader, object, &values);
        let day = reader.required(object, &values, "on");
        let place = day.map(|value| reader.span(value));
        let day = day.and_then(|value| reader.day("on", value));
        let mut words = |key| values.get(key).map(|value| reader.words(key, value)).unwrap_or_default();
        let (by, checks, consent) = (words("by"), words("checks"), words("consent"));
        let present = values.get("present").and_then(|value| reader.count("present", value));
        let reason = values.get("reason").and_then(|value| reader.word("reason", value));
        let by = self.parties(reader, &by);
        let consent = self.parties(reader, &consent);
        if let Some(LoggedKind::Step(_, step)) = event {
            self.checks_of(reader, step, &checks);
        }
        if let (Some(day), Some(place)) = (day, place) {
            self.keep_time(day, place);
        }
        let (Some(event), Some(on)) = (event, day) else { return };
        let checks = checks.iter().map(|word| word.text.to_owned()).collect();
        let reason = reason.map(|word| word.text.to_owned());
        // A repetition has been reported where its name stands.
        let _ = self.log.record(LoggedEvent { event, on, by, present, checks, consent, reason });
    }

    /// What an entry speaks of.
    fn event<'d, 't>(
        &mut self,
        reader: &mut Reader<'d, 't>,
        object: &'d Object<'t>,
        values: &Values<'d, 't>,
    ) -> Option<LoggedKind> {
        let (event, word) = match (values.get("step"), values.get("right")) {
            (Some(step), None) => {
                let word = reader.word("step", step)?;
                (self.step(reader, word)?, word)
            }
            (None, Some(right)) => {
                let word = reader.word("right", right)?;
                for key in ["present", "checks", "consent"] {
                    if let Some(value) = values.get(key) {
                        let place = reader.span(*value);
                        reader.complain(reader.misshapen(place, "step-only", key));
                    }
                }
                (self.right(reader, word)?, word)
            }
            (Some(_), Some(right)) => {
                let place = reader.span(*right);
                reader.complain(reader.misshapen(place, "both", "right"));
                return None;
            }
            (None, None) => {
                let place = reader.beginning(object);
                reader.complain(reader.misshapen(place, "neither", "step"));
                return None;
            }
        };
        if let Some(first) = self.first.get(&event) {
            let complaint = Diagnostic::new(Code::LoggedTwice, word.span).with("name", shown(word.text));
            reader.complain(complaint.label(*first, "first"));
            return None;
        }
        self.first.insert(event, word.span);
        Some(event)
    }

    fn step(&self, reader: &mut Reader<'_, '_>, word: Word<'_>) -> Option<LoggedKind> {
        let procedure = self.procedure?;
        if let Some(step) = self.steps.get(word.text) {
            return Some(LoggedKind::Step(procedure, *step));
        }
        let mut procedures = self.policy.procedures().iter();
        let elsewhere = procedures.find(|found| found.steps.iter().any(|step| step.name == word.text));
        let complaint = Diagnostic::new(Code::UnknownLoggedStep, word.span).with("name", shown(word.text));
        reader.complain(match elsewhere {
            Some(other) => complaint.with("procedure", other.name.clone()).help("elsewhere"),
            None if self.rights.contains_key(word.text) => complaint.help("right"),
            None => suggesting(complaint, nearest(word.text, self.steps.keys().copied())),
        });
        None
    }

    fn right(&self, reader: &mut Reader<'_, '_>, word: Word<'_>) -> Option<LoggedKind> {
        if let Some(right) = self.rights.get(word.text) {
            return Some(LoggedKind::Right(*right));
        }
        let complaint = Diagnostic::new(Code::UnknownLoggedRight, word.span).with("name", shown(word.text));
        let is_duty = self.policy.duties().iter().any(|duty| duty.name == word.text);
        reader.complain(if is_duty {
            complaint.help("duty")
        } else if self.steps.contains_key(word.text) {
            complaint.help("step")
        } else {
            suggesting(complaint, nearest(word.text, self.rights.keys().copied()))
        });
        None
    }

    fn parties(&self, reader: &mut Reader<'_, '_>, words: &[Word<'_>]) -> Vec<Party> {
        let mut parties = Vec::with_capacity(words.len());
        for word in words {
            if let Some(party) = self.parties.get(word.text) {
                parties.push(*party);
                continue;
            }
            let complaint = Diagnostic::new(Code::UnknownLoggedParty, word.span).with("name", shown(word.text));
            reader.complain(suggesting(complaint, nearest(word.text, self.parties.keys().copied())));
        }
        parties
    }

    fn checks_of(&self, reader: &mut Reader<'_, '_>, step: StepIndex, words: &[Word<'_>]) {
        let declared = self.procedure.and_then(|id| self.policy.procedures().get(id.index()));
        let Some(step) = declared.and_then(|procedure| procedure.steps.get(step.index())) else { return };
        let names = |step: &'p Step| step.checks.iter().map(|check| check.name.as_str());
        for word in words.iter().filter(|word| !names(step).any(|name| name == word.text)) {
            let complaint = Diagnostic::new(Code::UnknownLoggedCheck, word.span).with("name", shown(word.text));
            let complaint = complaint.with("step", step.name.clone());
            reader.complain(suggesting(complaint, nearest(word.text, names(step))));
        }
    }

    /// Warns of an entry that lies before one that stands above it.
    fn keep_time(&mut self, day: Date, place: Span) {
        match self.latest {
            Some((latest, above)) if day < latest => {
                let warning = Diagnostic::new(Code::LogBackwards, place).with("day", day.to_string());
                self.warnings.push(warning.with("latest", latest.to_string()).label(above, "above"));
            }
            _ => self.latest = Some((day, place)),
        }
    }
}
