//! What holds for every text: fixes come to an end, and leave nothing behind that they could still mend.

use policyc::check_text;
use policyc::diagnostic::{Diagnostics, Safety};
use policyc::lint::{lint, mend};
use policyc::source::SourceId;
use policyc::syntax::parse;
use proptest::prelude::*;

fn check(text: &str) -> (SourceId, Diagnostics) {
    let checked = check_text("random.policy", text);
    let found = checked.policy.iter().flat_map(lint);
    (SourceId::default(), checked.diagnostics.into_iter().chain(found).collect())
}

/// A policy with slips that have fixes, in random order.
fn slips() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "scale severity { minor < major }\n",
        "scael grade { low < high }\n",
        "fact severity: severity\n",
        "fact reported: bool\n",
        "fact 甲: bool; fact e\u{301}t\u{e9}: bool\n",
        "assume severity == major\n",
        "assume severty = minor && reported\n",
        "assume not (reported || reported)\n",
        "outcome sanction: severity combine heavist\n",
        "article 1 { not modelled \"a\" allow B0003 \"b\" }\n",
        "article 2 {\n  missing \"a\"\n  allow B0003 \"b\"\n  allow B0003 \"c\" -- why\n}\n",
        "article 3 { (1) if reported than sanction = major (2) allow b0003 \"x\" missing \"y\" }\n",
        "article 4 { if reported then sanction = majr\n",
        "allow C0001 \"no such names\"\n",
        "allow B0003 \"x\"; allow B0001 \"y\";\n",
        "allow {- the -} B0003 -- holes\n  \"x\"\n",
        "test \"t\" { given reported = ture expect sanction exempt }\n",
        "}\n",
        "-- a comment\n",
        "fact \u{FF41}: bool\n",
        "\u{200B}",
        "\r\n",
    ];
    proptest::collection::vec(0..PIECES.len(), 0..14)
        .prop_map(|choices| choices.into_iter().map(|choice| PIECES[choice]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mending_again_changes_nothing(text in slips(), is_safe in any::<bool>()) {
        let safety = if is_safe { Safety::Safe } else { Safety::Unsafe };
        let mended = mend(&text, safety, check);
        let again = mend(&mended.text, safety, check);
        prop_assert_eq!(again.applied, 0, "{}\nfrom\n{}", mended.text, text);
        prop_assert_eq!(again.text, mended.text);
    }

    #[test]
    fn mending_makes_nothing_worse(text in slips()) {
        let (_, before) = check(&text);
        let mended = mend(&text, Safety::Unsafe, check);
        prop_assert!(before.has_errors() || !mended.diagnostics.has_errors());
        let unread = |text: &str| parse(SourceId::default(), text).unread_words.len();
        prop_assert!(unread(&mended.text) <= unread(&text), "{}\nfrom\n{}", mended.text, text);
        prop_assert_eq!(check(&mended.text).1, mended.diagnostics);
        prop_assert_eq!(mended.applied > 0, mended.text != text);
    }

    #[test]
    fn safe_fixes_keep_the_comments(text in slips()) {
        let comments = |text: &str| parse(SourceId::default(), text).ast.comments.into_iter().map(|one| one.text).collect::<Vec<_>>();
        prop_assert_eq!(comments(&mend(&text, Safety::Safe, check).text), comments(&text));
    }

    #[test]
    fn no_text_makes_it_panic(text in ".{0,200}") {
        mend(&text, Safety::Unsafe, check);
    }
}
