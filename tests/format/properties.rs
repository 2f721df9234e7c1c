//! What holds for every text.

use crate::generate;
use policyc::source::SourceId;
use policyc::syntax::{FormatError, KeywordLanguage, format_source, parse};
use proptest::prelude::*;

fn formatted(text: &str, language: Option<KeywordLanguage>) -> String {
    match format_source(SourceId::default(), text, language) {
        Ok(formatted) => formatted,
        Err(error) => panic!("{error}\n{error:?}\nfrom\n{text}"),
    }
}

/// A text without blanks: what remains the same when only the layout changes.
fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

fn tape() -> impl Strategy<Value = Vec<u16>> {
    proptest::collection::vec(any::<u16>(), 0..400)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn formatting_again_changes_nothing(tape in tape()) {
        let text = generate::policy(&tape);
        let once = formatted(&text, None);
        prop_assert_eq!(formatted(&once, None), once, "from\n{}", text);
    }

    #[test]
    fn the_tree_and_the_comments_stay(tape in tape()) {
        let text = generate::policy(&tape);
        let comments = |text: &str| -> Vec<String> {
            parse(SourceId::default(), text).ast.comments.iter().map(|comment| comment.text.replace("\r\n", "\n")).collect()
        };
        for language in [KeywordLanguage::English, KeywordLanguage::Chinese] {
            let written = formatted(&text, Some(language));
            prop_assert_eq!(parse(SourceId::default(), &written).ast.items, parse(SourceId::default(), &text).ast.items);
            prop_assert_eq!(comments(&written), comments(&text));
        }
    }

    #[test]
    fn the_other_language_leads_back(tape in tape()) {
        let english = formatted(&generate::policy(&tape), Some(KeywordLanguage::English));
        let chinese = formatted(&english, Some(KeywordLanguage::Chinese));
        let back = formatted(&chinese, Some(KeywordLanguage::English));
        // A line may fit in one language only, and a block that was broken stays so.
        prop_assert_eq!(dense(&back), dense(&english));
    }

    #[test]
    fn lines_end_where_their_text_ends(tape in tape()) {
        let written = formatted(&generate::policy(&tape), None);
        prop_assert!(written.ends_with('\n') && !written.ends_with("\n\n"));
        prop_assert!(!written.contains("\n\n\n"), "{}", written);
        for line in written.lines().filter(|line| !line.contains("{-") && !line.contains("-}")) {
            prop_assert_eq!(line.trim_end(), line);
            prop_assert!(!line.contains('\t'));
        }
    }

    #[test]
    fn no_text_makes_it_panic_or_change_a_meaning(text in ".{0,200}", tape in proptest::collection::vec(any::<u16>(), 0..60)) {
        for text in [text, generate::rubble(&tape)] {
            match format_source(SourceId::default(), &text, None) {
                Ok(written) => prop_assert_eq!(formatted(&written, None), written),
                Err(FormatError::Syntax(diagnostics)) => prop_assert!(diagnostics.has_errors()),
                Err(error @ FormatError::WouldChangeMeaning) => prop_assert!(false, "{error}\n{text}"),
            }
        }
    }
}
