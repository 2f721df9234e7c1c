//! Findings of one cause become one.
//!
//! Where a regulation never says who judges its words, or what follows from the breach of its duties, each word and each
//! duty is found for itself, so that an `allow` in its clause can answer for it. What is left is one fault of the text,
//! and is told once: the first place, and all that it is about by name.

use super::prose;
use crate::diagnostic::{Arg, Code, Diagnostic, Diagnostics, Phrase};

/// Most names that one finding lists; the rest is counted.
const MAX_NAMES: usize = 24;

/// The argument that tells findings of one cause apart.
const NAME: &str = "item";

/// Marks a finding as one of several with one cause: `name` and, where known, its clause tell it from the others. Of
/// findings whose other arguments are the same, one is left.
pub(super) fn one_of_several(finding: Diagnostic, name: &str, clause: &str) -> Diagnostic {
    let name = if clause.is_empty() { name.to_owned() } else { format!("{name} ({clause})") };
    finding.with(NAME, name)
}

/// Tells findings of one cause once, at the place of the first.
pub(super) fn merged(found: Diagnostics) -> Diagnostics {
    let mut causes: Vec<(Cause, Diagnostic, Vec<String>)> = Vec::new();
    let mut all = Diagnostics::new();
    for mut finding in found {
        let Some(name) = take_name(&mut finding) else {
            all.push(finding);
            continue;
        };
        let cause = Cause::of(&finding);
        match causes.iter_mut().find(|(known, ..)| *known == cause) {
            Some((_, _, names)) if names.contains(&name) => {}
            Some((_, _, names)) => names.push(name),
            None => causes.push((cause, finding, vec![name])),
        }
    }
    all.extend(causes.into_iter().map(|(_, finding, names)| listed(finding, &names)));
    all.sort();
    all
}

/// A finding by itself, as one that an `allow` answers for.
pub(super) fn alone(mut finding: Diagnostic) -> Diagnostic {
    match take_name(&mut finding) {
        Some(name) => listed(finding, &[name]),
        None => finding,
    }
}

/// What findings with one cause have in common.
#[derive(PartialEq, Eq)]
struct Cause {
    code: Code,
    source: Option<crate::source::SourceId>,
    args: Vec<(&'static str, Arg)>,
}

impl Cause {
    fn of(finding: &Diagnostic) -> Self {
        Self { code: finding.code, source: finding.span.map(|span| span.source), args: finding.args.clone() }
    }
}

fn take_name(finding: &mut Diagnostic) -> Option<String> {
    let place = finding.args.iter().position(|(name, _)| *name == NAME)?;
    match finding.args.remove(place) {
        (_, Arg::Text(name)) => Some(name),
        (_, Arg::Number(_) | Arg::Phrase(_)) => None,
    }
}

fn listed(finding: Diagnostic, names: &[String]) -> Diagnostic {
    let mut shown: Vec<Phrase> = names.iter().take(MAX_NAMES).map(|name| prose::same(name.as_str())).collect();
    let left = names.len().saturating_sub(MAX_NAMES);
    if left > 0 {
        shown.push(Phrase { english: format!("{left} more"), chinese: format!("另 {left} 项") });
    }
    // A baseline knows a finding by its texts: the list is among them, so that one name more is news.
    let finding = finding.with("number", names.len()).with("names", prose::list(&shown));
    finding.with("all", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::{merged, one_of_several};
    use crate::diagnostic::{Arg, Code, Diagnostic, Diagnostics};
    use crate::source::{SourceId, Span};

    fn finding(place: usize, kind: &str, name: &str) -> Diagnostic {
        let finding = Diagnostic::new(Code::OpenJudgement, Span::new(SourceId(0), place, place + 1));
        one_of_several(finding.with("missing", kind), name, "2")
    }

    fn texts(found: &Diagnostics) -> Vec<(Option<Span>, String)> {
        let all = |one: &Diagnostic| {
            one.args.iter().find_map(|(name, arg)| match arg {
                Arg::Text(text) if *name == "all" => Some(text.clone()),
                _ => None,
            })
        };
        found.iter().map(|one| (one.span, all(one).unwrap_or_default())).collect()
    }

    #[test]
    fn what_has_one_cause_is_told_once_at_the_first_place() {
        let found =
            [finding(7, "judge", "b"), finding(9, "judge", "a"), finding(8, "both", "c"), finding(9, "judge", "a")];
        let found = merged(found.into_iter().collect());
        let place = |at| Some(Span::new(SourceId(0), at, at + 1));
        assert_eq!(texts(&found), [(place(7), "b (2), a (2)".to_owned()), (place(8), "c (2)".to_owned())]);
    }

    #[test]
    fn one_name_more_is_another_finding_for_a_baseline() {
        let one = merged(Diagnostics::from_iter([finding(7, "judge", "b")]));
        let two = merged(Diagnostics::from_iter([finding(7, "judge", "b"), finding(9, "judge", "a")]));
        let prints = |found: &Diagnostics| found.iter().map(Diagnostic::fingerprint).collect::<Vec<_>>();
        assert_ne!(prints(&one), prints(&two));
    }
}
