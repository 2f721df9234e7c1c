//! What the tests of the checks share.

use super::lint;
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::policy::check_text;

/// The findings of one code in a text, each with the words it points to.
pub(super) fn found_of(code: Code, text: &str) -> Vec<(Diagnostic, String)> {
    let checked = check_text("demo.policy", text);
    let policy = checked.policy.unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
    let all = lint(&policy).into_iter().filter(|finding| finding.code == code);
    all.map(|finding| {
        let place = checked.sources.slice(finding.span.expect("a place")).to_owned();
        (finding, place)
    })
    .collect()
}

/// Where the findings of one code point to.
pub(super) fn places_of(code: Code, text: &str) -> Vec<String> {
    found_of(code, text).into_iter().map(|(_, place)| place).collect()
}

/// An argument of a finding.
pub(super) fn arg(finding: &Diagnostic, name: &str) -> String {
    let found = finding.args.iter().find(|(own, _)| *own == name).map(|(_, arg)| arg);
    match found {
        Some(Arg::Text(text)) => text.clone(),
        Some(Arg::Number(number)) => number.to_string(),
        Some(Arg::Phrase(_)) | None => String::new(),
    }
}
