//! Facts from a value of the program, with the path of everything that is wrong with it.

use super::text::Document;
use super::{facts_from_json, without_places};
use crate::decide::facts::Facts;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::policy::Policy;
use crate::source::{SourceId, Span};
use jsonc_parser::ast::{Object, Value as Json};
use std::fmt::{self, Write};

/// Why a value gives no facts: everything that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct FactsError {
    /// What is wrong, in the order of the value.
    pub faults: Vec<FactsFault>,
}

/// One thing that is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactsFault {
    /// Where, as a JSON pointer (RFC 6901) into the value: `/history/2/kind`; empty for the whole value.
    pub path: String,
    /// What.
    pub diagnostic: Diagnostic,
}

impl fmt::Display for FactsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the value gives no facts:")?;
        for fault in &self.faults {
            let place = if fault.path.is_empty() { "/" } else { &fault.path };
            write!(f, " {} at {place}", fault.diagnostic.code)?;
        }
        Ok(())
    }
}

impl Facts {
    /// Reads the facts of a case from anything that serialises to a JSON object: a struct, a map. What
    /// [`facts_from_json`](crate::facts_from_json) says of names and values holds here too. Decimals are to serialise as
    /// strings, as those of `rust_decimal` do; floats are refused.
    ///
    /// ```
    /// use policyc::{Facts, check_text};
    ///
    /// #[derive(serde::Serialize)]
    /// struct Incident {
    ///     severity: &'static str,
    ///     reported: Option<bool>,
    /// }
    ///
    /// let text = "scale severity { minor < major } fact severity: severity fact reported: bool";
    /// let policy = check_text("incident.policy", text).policy.expect("nothing is wrong");
    /// let facts = Facts::from_serialize(&policy, &Incident { severity: "major", reported: None })?;
    /// assert_eq!(facts.known().keys().copied().collect::<Vec<_>>(), ["severity"]);
    ///
    /// let error = Facts::from_serialize(&policy, &Incident { severity: "majr", reported: None }).unwrap_err();
    /// assert_eq!(error.faults[0].path, "/severity");
    /// # Ok::<(), policyc::decide::FactsError>(())
    /// ```
    ///
    /// # Errors
    /// Everything that is wrong with the value, each with its path; also where it does not serialise.
    pub fn from_serialize<T>(policy: &Policy, value: &T) -> Result<Self, FactsError>
    where
        T: serde::Serialize + ?Sized,
    {
        let text = serde_json::to_string(value).map_err(|error| {
            let diagnostic = Diagnostic::without_place(Code::JsonSyntax).with("reason", "not-serialised");
            let diagnostic = diagnostic.with("found", error.to_string());
            FactsError { faults: vec![FactsFault { path: String::new(), diagnostic }] }
        })?;
        facts_from_json(policy, SourceId::default(), &text)
            .map_err(|found| FactsError { faults: located(&text, found) })
    }
}

/// The same complaints with paths instead of places in a text that nobody has seen.
fn located(text: &str, found: Diagnostics) -> Vec<FactsFault> {
    let document = Document::read(SourceId::default(), text).ok();
    let path_of = |place: Option<Span>| document.as_ref().zip(place).map(|(document, place)| path(document, place));
    let paths: Vec<String> = found.iter().map(|diagnostic| path_of(diagnostic.span).unwrap_or_default()).collect();
    let faults = paths.into_iter().zip(without_places(found));
    faults.map(|(path, diagnostic)| FactsFault { path, diagnostic }).collect()
}

/// The path of the innermost value that a place lies in.
fn path(document: &Document<'_>, place: Span) -> String {
    enum Inside<'d> {
        Object(&'d Object<'d>),
        Elements(&'d [Json<'d>]),
    }
    let holds = |span: Span| span.start <= place.start && place.end <= span.end;
    let mut path = String::new();
    let mut inside = Some(Inside::Object(&document.object));
    while let Some(group) = inside.take() {
        let found = match group {
            Inside::Object(object) => {
                let found = object.properties.iter().find(|property| holds(document.span(*property)));
                found.map(|property| (escaped(property.name.as_str()), &property.value))
            }
            Inside::Elements(elements) => {
                let found = elements.iter().enumerate().find(|(_, element)| holds(document.span(*element)));
                found.map(|(index, element)| (index.to_string(), element))
            }
        };
        let Some((step, value)) = found else { break };
        // A `String` takes everything that is written to it.
        let _ = write!(path, "/{step}");
        inside = match value {
            Json::Object(object) => Some(Inside::Object(object)),
            Json::Array(array) => Some(Inside::Elements(&array.elements)),
            Json::StringLit(_) | Json::NumberLit(_) | Json::BooleanLit(_) | Json::NullKeyword(_) => None,
        };
    }
    path
}

/// A name as a step of a JSON pointer.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check_text;
    use serde_json::json;

    fn policy() -> Policy {
        let text = "scale kind { notice < removal } role driver record past { kind: kind, days: int }
            fact history: list of past fact amount: decimal fact careless of driver: bool";
        check_text("paths.policy", text).policy.expect("nothing is wrong")
    }

    #[test]
    fn everything_that_is_wrong_has_its_path() {
        let value = json!({
            "history": [{ "kind": "notice" }, { "kind": "notce", "days": 1.5 }],
            "driver": { "careless": "yes" },
            "amount": 0.1,
            "a/b~c": true,
        });
        let error = Facts::from_serialize(&policy(), &value).unwrap_err();
        let paths: Vec<&str> = error.faults.iter().map(|fault| fault.path.as_str()).collect();
        let wanted = ["/history/1/kind", "/history/1/days", "/driver/careless", "/amount", "/a~1b~0c"];
        assert_eq!(paths.iter().collect::<std::collections::BTreeSet<_>>(), wanted.iter().collect());
        assert!(error.to_string().contains(" at /history/1/kind"), "{error}");
        assert!(error.faults.iter().all(|fault| fault.diagnostic.span.is_none()));
    }

    #[test]
    fn what_is_no_object_is_refused_as_a_whole() {
        for value in [json!([1]), json!("text"), json!(null)] {
            let error = Facts::from_serialize(&policy(), &value).unwrap_err();
            assert_eq!(error.faults.len(), 1, "{value}");
            assert_eq!(error.faults[0].path, "", "{value}");
        }
        let keys = std::collections::BTreeMap::from([((1, 2), true)]);
        assert_eq!(Facts::from_serialize(&policy(), &keys).unwrap_err().faults[0].diagnostic.code, Code::JsonSyntax);
    }
}
