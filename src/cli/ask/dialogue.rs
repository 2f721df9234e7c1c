//! Questions to a person, and what the answers mean.

use super::prompts::{Heard, Prompts};
use crate::cli::console::{Console, QUIET, STRONG, styled};
use crate::diagnostic::visible;
use crate::explain::Words;
use crate::interview::{AnswerForm, Choice, FieldQuestion, Interview, Question, Refusal, Subject};
use crate::policy::Policy;
use crate::source::SourceMap;
use serde_json::{Map, Value as Json};
use std::io;

/// More clauses than these are only counted.
const MOST_CLAUSES: usize = 6;

/// Why a person gives no answer.
pub(super) enum Leave {
    /// To change the answer before.
    Back,
    /// To end the interview.
    End,
    Failed(io::Error),
}

impl From<io::Error> for Leave {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

/// A conversation with a person.
pub(super) struct Dialogue<'a> {
    pub(super) prompts: &'a mut dyn Prompts,
    pub(super) console: &'a Console,
    pub(super) sources: &'a SourceMap,
}

impl Dialogue<'_> {
    /// Says something; the text is safe to print.
    pub(super) fn say(&self, text: &str) -> io::Result<()> {
        self.console.print_error(&format!("{text}\n"))
    }

    /// Says why an answer is not taken.
    pub(super) fn complain(&self, policy: &Policy, refusal: &Refusal) -> io::Result<()> {
        match refusal {
            Refusal::Unfit(diagnostics) => self.console.complain(diagnostics, self.sources),
            Refusal::Undecidable(error) => {
                self.say(&self.console.text("ask-refused", &[]))?;
                self.console.complain(&error.diagnostics(policy), self.sources)
            }
            Refusal::NotAsked => Ok(()),
        }
    }

    /// Asks a question until there is an answer to it, in the shape of a facts file; `null` leaves it open.
    pub(super) fn ask(&mut self, interview: &Interview, question: &Question) -> Result<Json, Leave> {
        let words = self.words(interview.policy());
        let (title, about) = (title(words, question), self.about(words, interview, question));
        self.say(&format!("\n{}", styled(STRONG, &title)))?;
        for line in about {
            self.say(&format!("  {}", styled(QUIET, &line)))?;
        }
        match &question.form {
            AnswerForm::Records { fields, known } if known.is_empty() => self.new_records(interview, question, fields),
            AnswerForm::Records { fields, known } => self.known_records(interview, question, fields, known),
            form => {
                let name = prompt(words, question);
                self.single(&name, form)
            }
        }
    }

    fn words<'w>(&'w self, policy: &'w Policy) -> Words<'w> {
        Words { policy, catalogue: &self.console.catalogue }
    }

    /// What a person has to know besides the question.
    fn about(&self, words: Words<'_>, interview: &Interview, question: &Question) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(judgement) = &question.judgement {
            if let Some(judge) = judgement.judge {
                lines.push(self.console.text("ask-judge", &[("judge", words.declared_party(judge).into())]));
            }
            if let Some(criterion) = &judgement.criterion {
                let args = [("criterion", visible(criterion).as_ref().into())];
                lines.push(self.console.text("ask-criterion", &args));
            }
        }
        if !question.clauses.is_empty() {
            let cited = question.clauses.iter().take(MOST_CLAUSES).map(|clause| words.citation(clause));
            let cited = cited.collect::<Vec<_>>().join(&self.console.text("list-comma", &[]));
            let more = question.clauses.len().saturating_sub(MOST_CLAUSES);
            lines.push(self.console.text("ask-clauses", &[("clauses", cited.into()), ("more", more.into())]));
        }
        lines.push(self.console.text("ask-left", &[("count", interview.questions_left().into())]));
        lines
    }

    /// Asks for a single value.
    fn single(&mut self, name: &str, form: &AnswerForm) -> Result<Json, Leave> {
        match form {
            AnswerForm::Truth => {
                let options = ["ask-yes", "ask-no"].map(|id| self.console.text(id, &[]));
                Ok(self.choose(name, &options)?.map_or(Json::Null, |place| Json::Bool(place == 0)))
            }
            AnswerForm::OneOf(choices) => {
                let options: Vec<String> = choices.iter().map(|choice| self.option(choice)).collect();
                let chosen = self.choose(name, &options)?.and_then(|place| choices.get(place));
                Ok(chosen.map_or(Json::Null, |choice| choice.value.as_str().into()))
            }
            form => self.written(name, form),
        }
    }

    fn option(&self, choice: &Choice) -> String {
        let name = visible(&choice.value);
        match choice.labels.get(self.console.language()) {
            Some(label) if label != choice.value => format!("{name} ({})", visible(label)),
            None if choice.value == "none" => self.console.text("value-none", &[]),
            Some(_) | None => name.into_owned(),
        }
    }

    /// Offers some options, and besides them to leave the question open (`None`) and to go back.
    fn choose(&mut self, prompt: &str, options: &[String]) -> Result<Option<usize>, Leave> {
        let more = ["ask-unknown", "ask-back"].map(|id| self.console.text(id, &[]));
        let all: Vec<String> = options.iter().cloned().chain(more).collect();
        let help = self.console.text("ask-help-choose", &[]);
        loop {
            match self.prompts.choose(prompt, &all, &help)? {
                Heard::Given(place) if place < options.len() => return Ok(Some(place)),
                Heard::Given(place) if place == options.len() => return Ok(None),
                Heard::Given(_) => return Err(Leave::Back),
                Heard::Over => return Err(Leave::End),
                Heard::Left => self.left()?,
            }
        }
    }

    /// Asks for a value that is written.
    fn written(&mut self, name: &str, form: &AnswerForm) -> Result<Json, Leave> {
        // The words for units are in the catalogue, under names without blanks.
        let unit =
            |unit: &Option<String>| unit.as_deref().map_or_else(|| "none".to_owned(), |unit| unit.replace(' ', "-"));
        let (id, unit) = match form {
            AnswerForm::Whole => ("ask-help-int", String::new()),
            AnswerForm::Decimal => ("ask-help-decimal", String::new()),
            AnswerForm::Money(currency) => ("ask-help-money", unit(currency)),
            AnswerForm::Period(counted) => ("ask-help-period", unit(counted)),
            AnswerForm::Day { may_be_never: true } => ("ask-help-day", String::new()),
            AnswerForm::Day { may_be_never: false } => ("ask-help-as-of", String::new()),
            // These are asked elsewhere.
            AnswerForm::Truth | AnswerForm::OneOf(_) | AnswerForm::Records { .. } => return Ok(Json::Null),
        };
        let help = self.console.text(id, &[("unit", visible(&unit).as_ref().into())]);
        let help = format!("{help}{}", self.console.text("ask-help-written", &[]));
        loop {
            match self.prompts.text(name, &help)? {
                Heard::Given(text) => match text.trim() {
                    "" | "?" | "？" => return Ok(Json::Null),
                    "<" | "《" | "＜" => return Err(Leave::Back),
                    word => return Ok(meant(form, word)),
                },
                Heard::Over => return Err(Leave::End),
                Heard::Left => self.left()?,
            }
        }
    }

    /// What a person wants who leaves a question: to go on, to go back, to end.
    fn left(&mut self) -> Result<(), Leave> {
        let options = ["ask-leave-back", "ask-leave-end", "ask-leave-on"].map(|id| self.console.text(id, &[]));
        let (prompt, help) = (self.console.text("ask-leave", &[]), self.console.text("ask-help-leave", &[]));
        match self.prompts.choose(&prompt, &options, &help)? {
            Heard::Given(0) => Err(Leave::Back),
            Heard::Given(2) => Ok(()),
            Heard::Given(_) | Heard::Left | Heard::Over => Err(Leave::End),
        }
    }

    /// Asks for the records of a list of which nothing is known.
    fn new_records(
        &mut self,
        interview: &Interview,
        question: &Question,
        fields: &[FieldQuestion],
    ) -> Result<Json, Leave> {
        let name = prompt(self.words(interview.policy()), question);
        let mut records: Vec<Json> = Vec::new();
        loop {
            let number = [("number", (records.len() + 1).into())];
            let options =
                [self.console.text("ask-record-more", &number), self.console.text("ask-record-none", &number)];
            match self.choose(&name, &options)? {
                None => return Ok(Json::Null),
                Some(0) => match self.record(interview, question, fields, &Map::new(), &records) {
                    Ok(record) => records.push(Json::Object(record)),
                    // Back from a record to the choice before it.
                    Err(Leave::Back) => {}
                    Err(leave) => return Err(leave),
                },
                Some(_) => return Ok(records.into()),
            }
        }
    }

    /// Asks for what is missing in the records that are known.
    fn known_records(
        &mut self,
        interview: &Interview,
        question: &Question,
        fields: &[FieldQuestion],
        known: &[Json],
    ) -> Result<Json, Leave> {
        let mut records: Vec<Json> = Vec::new();
        for (number, record) in (1..=known.len()).zip(known) {
            let Json::Object(record) = record else { continue };
            if fields.iter().any(|field| !record.contains_key(&field.name)) {
                let shown = visible(&Json::Object(record.clone()).to_string()).into_owned();
                let args = [("number", number.into()), ("record", shown.into())];
                self.say(&format!("  {}", self.console.text("ask-record-known", &args)))?;
            }
            let record = self.record(interview, question, fields, record, &records)?;
            records.push(Json::Object(record));
        }
        Ok(records.into())
    }

    /// Asks for the fields of one record that are not known; each answer is tried at once.
    fn record(
        &mut self,
        interview: &Interview,
        question: &Question,
        fields: &[FieldQuestion],
        known: &Map<String, Json>,
        before: &[Json],
    ) -> Result<Map<String, Json>, Leave> {
        let mut record = known.clone();
        for field in fields.iter().filter(|field| !known.contains_key(&field.name)) {
            let name = match field.labels.get(self.console.language()) {
                Some(label) if *label != *field.name => format!("{} ({})", visible(&field.name), visible(label)),
                Some(_) | None => visible(&field.name).into_owned(),
            };
            loop {
                let answer = self.single(&name, &field.form)?;
                if answer.is_null() {
                    break;
                }
                record.insert(field.name.clone(), answer);
                let all: Vec<Json> = before.iter().cloned().chain([Json::Object(record.clone())]).collect();
                let Err(refusal @ Refusal::Unfit(_)) = interview.clone().answer_to(question.subject, all) else {
                    break;
                };
                self.complain(interview.policy(), &refusal)?;
                record.shift_remove(&field.name);
            }
        }
        Ok(record)
    }
}

/// The question in words.
fn title(words: Words<'_>, question: &Question) -> String {
    let policy = words.policy;
    match question.subject {
        Subject::Fact(id) => policy
            .facts()
            .get(id.index())
            .map_or_else(String::new, |fact| words.qualified_named(&fact.name, &fact.labels)),
        Subject::Choice(_) => words.facts(&[question.name().to_owned()]).concat(),
        Subject::Day => words.word("ask-day"),
    }
}

/// What the answer is asked for, in short.
fn prompt(words: Words<'_>, question: &Question) -> String {
    match question.subject {
        Subject::Fact(id) => {
            words.policy.facts().get(id.index()).map_or_else(String::new, |fact| words.qualified(&fact.name))
        }
        Subject::Choice(_) | Subject::Day => visible(question.name()).into_owned(),
    }
}

/// A written answer in the shape of a facts file.
fn meant(form: &AnswerForm, word: &str) -> Json {
    match form {
        AnswerForm::Whole => word.parse::<i64>().map_or_else(|_| word.into(), Json::from),
        // The unit goes without saying where there is only one.
        AnswerForm::Money(Some(unit)) | AnswerForm::Period(Some(unit)) if is_number(word) => {
            format!("{word} {unit}").into()
        }
        _ => word.into(),
    }
}

fn is_number(word: &str) -> bool {
    let digits = word.strip_prefix('-').unwrap_or(word);
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
}
