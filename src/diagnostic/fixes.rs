use super::{Diagnostics, Fix, Replacement, Safety};
use crate::source::SourceId;

/// A text with fixes applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// The new text.
    pub text: String,
    /// How many fixes were applied.
    pub applied: usize,
}

/// Applies the fixes that are at least as safe as `safety` and change only this text, in the order of the diagnostics;
/// `None` where there is none.
///
/// A fix is applied as a whole or not at all. One that touches what an earlier one changes is left for the next time:
/// the text has to be checked again first.
#[must_use]
pub fn apply_fixes(source: SourceId, text: &str, diagnostics: &Diagnostics, safety: Safety) -> Option<Mended> {
    let mut taken: Vec<&Replacement> = Vec::new();
    let mut applied = 0;
    let fixes = diagnostics.iter().filter_map(|found| found.fix.as_ref()).filter(|fix| fix.safety <= safety);
    for fix in fixes {
        let own: Vec<&Replacement> = fix.replacements.iter().collect();
        let fits = |one: &&Replacement| one.span.source == source && text.get(one.span.range()).is_some();
        let is_free = |one: &&Replacement| !taken.iter().any(|other| touch(one, other));
        if changes_something(fix, text) && own.iter().all(fits) && own.iter().all(is_free) {
            taken.extend(own);
            applied += 1;
        }
    }
    taken.sort_by_key(|replacement| replacement.span);
    let mut mended = String::with_capacity(text.len());
    let mut done = 0;
    for replacement in taken {
        let range = replacement.span.range();
        mended.push_str(text.get(done..range.start).unwrap_or_default());
        mended.push_str(&replacement.text);
        done = range.end;
    }
    mended.push_str(text.get(done..).unwrap_or_default());
    (applied > 0).then_some(Mended { text: mended, applied })
}

/// Whether two changes overlap or meet: two insertions at one place have no order.
fn touch(one: &Replacement, other: &Replacement) -> bool {
    let (one, other) = (one.span, other.span);
    one.start <= other.end && other.start <= one.end
}

fn changes_something(fix: &Fix, text: &str) -> bool {
    fix.replacements.iter().any(|one| text.get(one.span.range()).is_none_or(|old| old != one.text))
}

#[cfg(test)]
mod tests {
    use super::{Mended, apply_fixes};
    use crate::diagnostic::{Code, Diagnostic, Diagnostics, Fix, Replacement, Safety};
    use crate::source::{SourceId, Span};

    fn finding(safety: Safety, replacements: &[(u16, usize, usize, &str)]) -> Diagnostic {
        let replacement = |(source, start, end, text): &(u16, usize, usize, &str)| Replacement {
            span: Span::new(SourceId(*source), *start, *end),
            text: (*text).to_owned(),
        };
        let fix = Fix { safety, replacements: replacements.iter().map(replacement).collect() };
        Diagnostic { fix: Some(fix), ..Diagnostic::without_place(Code::UnusedAllow) }
    }

    fn mended(findings: impl IntoIterator<Item = Diagnostic>, safety: Safety) -> Option<(String, usize)> {
        let findings: Diagnostics = findings.into_iter().collect();
        apply_fixes(SourceId(0), "abcdefgh", &findings, safety).map(|Mended { text, applied }| (text, applied))
    }

    #[test]
    fn fixes_apart_from_each_other_are_applied_in_one_go() {
        let findings =
            [finding(Safety::Safe, &[(0, 6, 7, "G")]), finding(Safety::Safe, &[(0, 0, 2, ""), (0, 4, 4, "-")])];
        assert_eq!(mended(findings, Safety::Safe), Some(("cd-efGh".to_owned(), 2)));
    }

    #[test]
    fn a_fix_that_touches_an_earlier_one_waits_as_a_whole() {
        let first = || finding(Safety::Safe, &[(0, 2, 4, "X")]);
        for other in [(0, 3, 5, "Y"), (0, 4, 5, "Y"), (0, 4, 4, "Y"), (0, 0, 8, "Y"), (0, 2, 2, "Y")] {
            let second = finding(Safety::Safe, &[(0, 0, 1, "A"), other]);
            assert_eq!(mended([first(), second], Safety::Safe), Some(("abXefgh".to_owned(), 1)), "{other:?}");
        }
    }

    #[test]
    fn unsafe_fixes_need_to_be_asked_for() {
        let findings = || [finding(Safety::Unsafe, &[(0, 0, 1, "A")])];
        assert_eq!(mended(findings(), Safety::Safe), None);
        assert_eq!(mended(findings(), Safety::Unsafe), Some(("Abcdefgh".to_owned(), 1)));
    }

    #[test]
    fn other_texts_places_beyond_the_end_and_changes_of_nothing_are_left_out() {
        for replacement in [(1, 0, 1, "A"), (0, 7, 99, "A"), (0, 0, 1, "a")] {
            assert_eq!(mended([finding(Safety::Safe, &[replacement])], Safety::Safe), None, "{replacement:?}");
        }
    }
}
