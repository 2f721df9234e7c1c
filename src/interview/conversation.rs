//! An interview as a protocol of lines, for other programs.
//!
//! Each line is a JSON object. The first line comes from here: the question, and what is settled. For each line that
//! comes in, one line goes out, whatever the line was. The protocol is described in `docs/ask.md`.

use super::question::Question;
use super::session::{Interview, Refusal};
use crate::decide::prospects::Subject;
use crate::decide::{OutcomeDecision, decide, facts_to_json};
use crate::diagnostic::{Catalogue, Diagnostic, Diagnostics, is_hidden};
use crate::policy::Policy;
use crate::source::limits::MAX_FILE_BYTES;
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value as Json, json};
use std::fmt::{self, Write as _};
use std::io::{self, BufRead, Read, Write};

/// Version of the lines of [`converse`].
pub const INTERVIEW_FORMAT: u32 = 1;

/// What a line asks for.
enum Request {
    /// An answer, to the question or to another one.
    Answer(Json, Option<Subject>),
    Back,
    End,
}

/// Why a line was not followed.
enum Fault {
    /// It is not a JSON object of the protocol; with the name of the message.
    Line(&'static str, String),
    Refused(Refusal),
}

/// Holds an interview with a program: a line for each question goes out, a line for each answer comes in. `after` is
/// called after each change, so that the facts can be saved. Ends with the input, with the line `{"end": true}`, or when
/// nothing is left to ask and the input ends; what was answered stays in the interview.
///
/// # Errors
/// The input cannot be read, or the output cannot be written.
pub fn converse(
    interview: &mut Interview,
    mut input: impl BufRead,
    mut output: impl Write,
    catalogue: &Catalogue,
    after: &mut dyn FnMut(&Interview) -> io::Result<()>,
) -> io::Result<()> {
    send(&mut output, &state(interview, catalogue, None))?;
    while let Some(line) = next_line(&mut input)? {
        if line.trim_ascii().is_empty() {
            continue;
        }
        let fault = match request(interview.policy(), &line) {
            Ok(Request::End) => return Ok(()),
            Ok(request) => follow(interview, request).err().map(Fault::Refused),
            Err(fault) => Some(fault),
        };
        if fault.is_none() {
            after(interview)?;
        }
        send(&mut output, &state(interview, catalogue, fault))?;
    }
    Ok(())
}

fn follow(interview: &mut Interview, request: Request) -> Result<(), Refusal> {
    match request {
        Request::Answer(answer, None) => interview.answer(answer),
        Request::Answer(answer, Some(subject)) => interview.answer_to(subject, answer),
        Request::Back if interview.back() => Ok(()),
        Request::Back => Err(Refusal::NotAsked),
        Request::End => Ok(()),
    }
}

/// A line without its end; `None` at the end of the input. Of a line that is too long, only the beginning is kept.
fn next_line(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let most = u64::try_from(MAX_FILE_BYTES).unwrap_or(u64::MAX);
    if input.by_ref().take(most).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.last() != Some(&b'\n') && line.len() >= MAX_FILE_BYTES {
        skip_line(input)?;
    }
    Ok(Some(line))
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let piece = input.fill_buf()?;
        let (taken, is_over) = match piece.iter().position(|byte| *byte == b'\n') {
            Some(place) => (place + 1, true),
            None => (piece.len(), piece.is_empty()),
        };
        input.consume(taken);
        if is_over {
            return Ok(());
        }
    }
}

fn request(policy: &Policy, line: &[u8]) -> Result<Request, Fault> {
    let Once(json) = serde_json::from_slice(line).map_err(|error| Fault::Line("ask-not-json", error.to_string()))?;
    let wrong = || Fault::Line("ask-not-a-request", String::new());
    let Json::Object(mut object) = json else { return Err(wrong()) };
    let to = object.remove("to");
    let request = match (object.remove("answer"), object.remove("back"), object.remove("end"), to) {
        (Some(answer), None, None, None) => Request::Answer(answer, None),
        (Some(answer), None, None, Some(Json::String(name))) => {
            let subject = subject_named(policy, &name).ok_or(Fault::Line("ask-unknown-name", name))?;
            Request::Answer(answer, Some(subject))
        }
        (None, Some(Json::Bool(true)), None, None) => Request::Back,
        (None, None, Some(Json::Bool(true)), None) => Request::End,
        _ => return Err(wrong()),
    };
    if object.is_empty() { Ok(request) } else { Err(wrong()) }
}

/// What a question of this name is about.
fn subject_named(policy: &Policy, name: &str) -> Option<Subject> {
    let fact = policy.fact(name).map(Subject::Fact);
    let outcome = || policy.outcome(name).map(Subject::Choice);
    fact.or_else(outcome).or_else(|| (name == "as_of").then_some(Subject::Day))
}

/// The line about where an interview stands.
fn state(interview: &Interview, catalogue: &Catalogue, fault: Option<Fault>) -> Json {
    let (policy, question) = (interview.policy(), interview.question());
    let mut object = Map::new();
    object.insert("format".to_owned(), INTERVIEW_FORMAT.into());
    object.insert("policy".to_owned(), policy.name().into());
    if let Some(fault) = fault {
        object.insert("refused".to_owned(), complaints(policy, fault, catalogue));
    }
    let is_over = question.is_none();
    let word = match (is_over, interview.is_settled()) {
        (false, _) => "asking",
        (true, true) => "settled",
        (true, false) => "open",
    };
    object.insert("state".to_owned(), word.into());
    let asked = question.as_ref().map(|question: &Question| question.to_json(policy, catalogue.language()));
    object.insert("question".to_owned(), asked.into());
    object.insert("questions_left".to_owned(), if is_over { 0 } else { interview.questions_left() }.into());
    let settled: Vec<&OutcomeDecision> = interview.settled().collect();
    object.insert("settled".to_owned(), json!(settled));
    let open = interview.open().map(|open| json!({ "name": open.name, "role": open.role, "possible": open.possible }));
    object.insert("open".to_owned(), open.collect());
    object.insert("facts".to_owned(), facts_to_json(interview.facts()));
    if is_over {
        object.insert("decision".to_owned(), json!(decide(policy, interview.facts()).ok()));
    }
    Json::Object(object)
}

fn complaints(policy: &Policy, fault: Fault, catalogue: &Catalogue) -> Json {
    let word =
        |id: &str, found: &str| json!([{ "code": null, "message": catalogue.text(id, &[("found", found.into())]) }]);
    let all = |diagnostics: &Diagnostics| {
        let one = |found: &Diagnostic| json!({ "code": found.code, "message": catalogue.message(found) });
        diagnostics.iter().map(one).collect()
    };
    match fault {
        Fault::Line(id, found) => word(id, &found),
        Fault::Refused(Refusal::NotAsked) => word("ask-not-asked", ""),
        Fault::Refused(Refusal::Unfit(diagnostics)) => all(&diagnostics),
        Fault::Refused(Refusal::Undecidable(error)) => all(&error.diagnostics(policy)),
    }
}

/// Writes one line in which no character can be missed, or obeyed by a terminal.
fn send(output: &mut impl Write, json: &Json) -> io::Result<()> {
    let mut line = String::new();
    for c in json.to_string().chars() {
        if is_hidden(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(line, "\\u{unit:04x}");
            }
        } else {
            line.push(c);
        }
    }
    line.push('\n');
    output.write_all(line.as_bytes())?;
    output.flush()
}

/// JSON in which no name comes twice in an object.
struct Once(Json);

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OnceVisitor)
    }
}

struct OnceVisitor;

impl<'de> Visitor<'de> for OnceVisitor {
    type Value = Once;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Once, E> {
        Ok(Once(Json::Null))
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Once, E> {
        Ok(Once(truth.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Once, E> {
        Ok(Once(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Once, E> {
        Ok(Once(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Once, E> {
        Ok(Once(Number::from_f64(number).into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Once, E> {
        Ok(Once(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Once, A::Error> {
        let mut elements = Vec::new();
        while let Some(Once(element)) = seq.next_element()? {
            elements.push(element);
        }
        Ok(Once(elements.into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Once, A::Error> {
        let mut object = Map::new();
        while let Some((name, Once(value))) = map.next_entry::<String, Once>()? {
            if object.contains_key(&name) {
                return Err(de::Error::custom(format_args!("`{name}` is given twice")));
            }
            object.insert(name, value);
        }
        Ok(Once(Json::Object(object)))
    }
}
