use super::json::to_text;
use super::location::Location;
use crate::diagnostic::{Catalogue, Code, Diagnostic, Diagnostics, Severity, page};
use crate::source::SourceMap;
use serde_json::{Value, json};
use std::collections::BTreeSet;
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
    let location = Location::of(diagnostic, sources);
    if let (Some(file), Some(object)) = (location.file, result.as_object_mut()) {
        let mut physical = json!({ "artifactLocation": { "uri": uri(file) } });
        if let (Some((start, end)), Some(physical)) = (location.range, physical.as_object_mut()) {
            let region = json!({
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            });
            physical.insert("region".to_owned(), region);
        }
        object.insert("locations".to_owned(), json!([{ "physicalLocation": physical }]));
    }
    result
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
