//! Applying fixes to a text until there is nothing left to apply.

use crate::diagnostic::{Diagnostics, Mended, Safety, apply_fixes};
use crate::source::SourceId;
use crate::source::limits::MAX_FIX_ROUNDS;
use crate::syntax::parse;

/// A text after its fixes, and what remains to be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remaining {
    /// The text; as it was where nothing was fixed.
    pub text: String,
    /// How many fixes were applied.
    pub applied: usize,
    /// What `check` says of it.
    pub diagnostics: Diagnostics,
}

/// Applies fixes that are at least as safe as `safety`, checks the text again, and so on, until none is left or
/// [`MAX_FIX_ROUNDS`] is reached.
///
/// `check` says what there is to mend in a text, and under which id. Each new text is read before it counts: a fix
/// after which less of the text can be read, or by which a text without errors gets one, is not applied.
pub fn mend(text: &str, safety: Safety, mut check: impl FnMut(&str) -> (SourceId, Diagnostics)) -> Remaining {
    let (mut source, diagnostics) = check(text);
    let mut now = Remaining { text: text.to_owned(), applied: 0, diagnostics };
    for _ in 0..MAX_FIX_ROUNDS {
        let Some(found) = better(&now, source, safety, &mut check) else { break };
        (source, now) = found;
    }
    now
}

/// The text with all fixes applied that go together; with the first single one that helps where they do not.
fn better(
    now: &Remaining,
    source: SourceId,
    safety: Safety,
    check: &mut impl FnMut(&str) -> (SourceId, Diagnostics),
) -> Option<(SourceId, Remaining)> {
    let all = apply_fixes(source, &now.text, &now.diagnostics, safety)?;
    let is_several = all.applied > 1;
    let found = checked(now, all, check);
    if found.is_some() || !is_several {
        return found;
    }
    now.diagnostics.iter().find_map(|one| {
        let one = Diagnostics::from_iter([one.clone()]);
        checked(now, apply_fixes(source, &now.text, &one, safety)?, check)
    })
}

/// The mended text, if it is no worse than before.
fn checked(
    before: &Remaining,
    mended: Mended,
    check: &mut impl FnMut(&str) -> (SourceId, Diagnostics),
) -> Option<(SourceId, Remaining)> {
    if unread(&mended.text) > unread(&before.text) {
        return None;
    }
    let (source, diagnostics) = check(&mended.text);
    let breaks = diagnostics.has_errors() && !before.diagnostics.has_errors();
    let applied = before.applied + mended.applied;
    (!breaks).then_some((source, Remaining { text: mended.text, applied, diagnostics }))
}

/// How many different words stand in pieces of a text that cannot be read.
fn unread(text: &str) -> usize {
    parse(SourceId::default(), text).unread_words.len()
}

#[cfg(test)]
mod tests {
    use super::mend;
    use crate::diagnostic::{Code, Diagnostic, Diagnostics, Safety};
    use crate::lint::lint;
    use crate::policy::check_text;
    use crate::source::{SourceId, Span};

    fn check(text: &str) -> (SourceId, Diagnostics) {
        let checked = check_text("demo.policy", text);
        let found = checked.policy.iter().flat_map(lint);
        (SourceId(0), checked.diagnostics.into_iter().chain(found).collect())
    }

    #[test]
    fn what_a_fix_brings_to_light_is_fixed_too() {
        let text = "scael severity { minor < major }\nfact x: severity\nassume x == major\narticle 1 {\n  not modelled \
            \"scope\"\n  allow B0003 \"none is left\"\n}\n";
        let mended = mend(text, Safety::Safe, check);
        let wanted = "scale severity { minor < major }\nfact x: severity\nassume x = major\narticle 1 {\n  not modelled \
            \"scope\"\n}\n";
        assert_eq!((mended.text.as_str(), mended.applied), (wanted, 3));
        assert!(mended.diagnostics.is_empty(), "{:?}", mended.diagnostics);
    }

    #[test]
    fn unsafe_fixes_need_to_be_asked_for() {
        let text = "scale s { a < b }\nfact severity: s\nassume severty = a\n";
        assert_eq!(mend(text, Safety::Safe, check).applied, 0);
        let mended = mend(text, Safety::Unsafe, check);
        assert!(mended.text.contains("assume severity = a"), "{}", mended.text);
    }

    /// A check with a fix that breaks the text, beside one that helps.
    fn with_bad_fix(text: &str) -> (SourceId, Diagnostics) {
        let (source, found) = check(text);
        let bad = Span::new(SourceId(0), 0, 4);
        let bad = Diagnostic::new(Code::LookAlikeNames, bad).fix(Safety::Safe, bad, "fcat (");
        (source, std::iter::once(bad).chain(found).collect())
    }

    #[test]
    fn a_fix_that_breaks_the_text_is_not_applied_and_keeps_no_other_back() {
        let text = "fact x: bool\nallow B0003 \"nothing\"\n";
        let mended = mend(text, Safety::Safe, with_bad_fix);
        assert_eq!((mended.text.as_str(), mended.applied), ("fact x: bool\n", 1));
    }

    /// A check that has a fix for one text only, and says what it is told of all others.
    fn with_one_fix(
        from: &'static str,
        new: &'static str,
        after: Option<Code>,
    ) -> impl Fn(&str) -> (SourceId, Diagnostics) {
        move |text: &str| {
            let span = Span::new(SourceId(0), 0, text.len());
            let found = match (text == from, after) {
                (true, _) => Some(Diagnostic::new(Code::LookAlikeNames, span).fix(Safety::Safe, span, new)),
                (false, after) => after.map(|code| Diagnostic::new(code, span)),
            };
            (SourceId(0), found.into_iter().collect())
        }
    }

    #[test]
    fn a_fix_after_which_less_can_be_read_is_not_applied_even_if_the_check_says_nothing() {
        let text = "fact x: bool\n";
        assert_eq!(mend(text, Safety::Safe, with_one_fix(text, "fact ( unreadable words here\n", None)).applied, 0);
        assert_eq!(mend(text, Safety::Safe, with_one_fix(text, "fact y: bool\n", None)).applied, 1);
    }

    #[test]
    fn a_fix_that_brings_an_error_is_not_applied_even_if_all_of_it_can_be_read() {
        let text = "fact x: bool\n";
        let error = with_one_fix(text, "fact y: bool\n", Some(Code::UnknownName));
        assert_eq!(mend(text, Safety::Safe, error).applied, 0);
        let finding = with_one_fix(text, "fact y: bool\n", Some(Code::MissingInSource));
        assert_eq!(mend(text, Safety::Safe, finding).applied, 1);
    }

    #[test]
    fn fixes_that_undo_each_other_come_to_an_end() {
        let flip = |text: &str| {
            let new = if text.starts_with("fact a") { "b" } else { "a" };
            let span = Span::new(SourceId(0), 5, 6);
            let fix = Diagnostic::new(Code::LookAlikeNames, span).fix(Safety::Safe, span, new);
            (SourceId(0), Diagnostics::from_iter([fix]))
        };
        let mended = mend("fact a: bool\n", Safety::Safe, flip);
        assert_eq!(mended.applied, crate::source::limits::MAX_FIX_ROUNDS);
    }
}
