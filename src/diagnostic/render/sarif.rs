use super::json::to_text;
use super::location::Location;
use crate::diagnostic::{Catalogue, Code, Diagnostic, Diagnostics, Fix, Safety, Severity, page};
use crate::source::{Position, SourceMap};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// A SARIF 2.1.0 log with one run; only the rules that were broken are listed.
pub(super) fn render(diagnostics: &Diagnostics, sources: &SourceMap, catalogue: &Catalogue) -> String {
    let codes: BTreeSet<Code> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code, catalogue)).collect();
    let results: Vec<Value> = diagnostics.iter().map(|diagnostic| result(diagnostic, sources, catalogue)).collect();
    to_text(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "policyc",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": catalogue.language().tag(),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn rule(code: Code, catalogue: &Catalogue) -> Value {
    let page = page(code, catalogue.language());
    json!({
        "id": code,
        "shortDescription": { "text": page.title },
        "help": { "text": page.text, "markdown": page.text },
        "defaultConfiguration": { "level": level(code.severity()) },
        "properties": { "group": code.group() },
    })
}

fn result(diagnostic: &Diagnostic, sources: &SourceMap, catalogue: &Catalogue) -> Value {
    let mut message = catalogue.message(diagnostic);
    for help in catalogue.helps(diagnostic) {
        message.push('\n');
        message.push_str(&help);
    }
    let mut result = json!({
        "ruleId": diagnostic.code,
        "level": level(diagnostic.severity()),
        "message": { "text": message },
    });
    let Some(object) = result.as_object_mut() else { return result };
    if let Some(place) = physical(&Location::of(diagnostic, sources)) {
        object.insert("locations".to_owned(), json!([{ "physicalLocation": place }]));
    }
    let related: Vec<Value> = diagnostic
        .labels
        .iter()
        .filter_map(|label| {
            let place = physical(&Location::at(label.span, sources)?)?;
            let text = catalogue.attribute(diagnostic, label.text).unwrap_or_default();
            Some(json!({ "physicalLocation": place, "message": { "text": text } }))
        })
        .collect();
    if !related.is_empty() {
        object.insert("relatedLocations".to_owned(), Value::Array(related));
    }
    let fingerprint = format!("{:016x}", diagnostic.fingerprint());
    object.insert("partialFingerprints".to_owned(), json!({ "policyc/v1": fingerprint }));
    if let Some(fix) = &diagnostic.fix {
        object.insert("fixes".to_owned(), json!([fix_object(fix, sources, catalogue)]));
    }
    if let Some(witness) = &diagnostic.witness {
        object.insert("properties".to_owned(), json!({ "witness": witness }));
    }
    result
}

/// The file and the region of a place.
fn physical(location: &Location<'_>) -> Option<Value> {
    let mut physical = json!({ "artifactLocation": { "uri": uri(location.file?) } });
    if let (Some(range), Some(object)) = (location.range, physical.as_object_mut()) {
        object.insert("region".to_owned(), region(range));
    }
    Some(physical)
}

fn region((start, end): (Position, Position)) -> Value {
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

/// A fix, with the changes of each file together.
fn fix_object(fix: &Fix, sources: &SourceMap, catalogue: &Catalogue) -> Value {
    let mut files: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for replacement in &fix.replacements {
        let Some(Location { file: Some(file), range: Some(range) }) = Location::at(replacement.span, sources) else {
            continue;
        };
        let change = json!({ "deletedRegion": region(range), "insertedContent": { "text": replacement.text } });
        files.entry(file).or_default().push(change);
    }
    let changes: Vec<Value> = files
        .into_iter()
        .map(|(file, replacements)| json!({ "artifactLocation": { "uri": uri(file) }, "replacements": replacements }))
        .collect();
    let description = match fix.safety {
        Safety::Safe => catalogue.text("fix-certain", &[]),
        Safety::Unsafe => catalogue.text("fix-likely", &[]),
    };
    json!({ "description": { "text": description }, "artifactChanges": changes })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Hint => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// The path as a URI reference: bytes that have no place in one are percent-encoded.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let has_drive = path.get(1..3) == Some(":/");
    let mut uri = String::with_capacity(path.len());
    if has_drive {
        uri.push_str("file:///");
    } else if path.starts_with('/') {
        uri.push_str("file://");
    }
    for (at, byte) in path.bytes().enumerate() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            b':' if has_drive && at == 1 => uri.push(':'),
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("policies/a b.policy"), "policies/a%20b.policy");
        assert_eq!(uri("/srv/制度.policy"), "file:///srv/%E5%88%B6%E5%BA%A6.policy");
        assert_eq!(uri("C:\\work\\a.policy"), "file:///C:/work/a.policy");
        assert_eq!(uri("<stdin>"), "%3Cstdin%3E");
    }
}
