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
