//! Whole files as they are written, in both keyword languages.

use policyc::source::SourceId;
use policyc::syntax::{KeywordLanguage, format_source};

fn formatted(text: &str, language: KeywordLanguage) -> String {
    format_source(SourceId::default(), text, Some(language)).unwrap_or_else(|error| panic!("{error}: {error:?}"))
}

#[test]
fn every_construct_in_english() {
    insta::assert_snapshot!(formatted(include_str!("library.policy"), KeywordLanguage::English));
}

#[test]
fn every_construct_in_chinese() {
    insta::assert_snapshot!(formatted(include_str!("library.policy"), KeywordLanguage::Chinese));
}

#[test]
fn comments_in_every_place() {
    insta::assert_snapshot!(formatted(include_str!("comments.policy"), KeywordLanguage::English));
}

#[test]
fn beyond_sanctions_in_english() {
    insta::assert_snapshot!(formatted(include_str!("office.policy"), KeywordLanguage::English));
}

#[test]
fn beyond_sanctions_in_chinese() {
    insta::assert_snapshot!(formatted(include_str!("office.policy"), KeywordLanguage::Chinese));
}

/// As it comes from a Chinese input method.
#[test]
fn beyond_sanctions_with_chinese_names() {
    insta::assert_snapshot!(formatted(include_str!("值守.policy"), KeywordLanguage::Chinese));
}

#[test]
fn comments_in_every_place_beyond_sanctions() {
    insta::assert_snapshot!(formatted(include_str!("comments_office.policy"), KeywordLanguage::English));
}

/// The shipped regulations: once formatted they stay, and they go to the other keyword language and back.
#[test]
fn the_shipped_policies() {
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/policies")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "policy") {
            continue;
        }
        let english = formatted(&std::fs::read_to_string(&path).unwrap(), KeywordLanguage::English);
        assert_eq!(formatted(&english, KeywordLanguage::English), english, "{}", path.display());
        let chinese = formatted(&english, KeywordLanguage::Chinese);
        assert_eq!(formatted(&chinese, KeywordLanguage::Chinese), chinese, "{}", path.display());
        assert_eq!(formatted(&chinese, KeywordLanguage::English), english, "{}", path.display());
    }
}
