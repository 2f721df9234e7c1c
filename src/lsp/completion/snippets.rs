//! What can begin a line, with the places to fill in. Keywords stand as `@name` and are spelt in the file's language.

use crate::syntax::KeywordLanguage;
use crate::syntax::keywords::KEYWORDS;

/// The name of the keyword that begins it, and what is inserted.
const SNIPPETS: [(&str, &str); 24] = [
    ("policy", "@policy ${1:name} \"$2\""),
    ("use", "@use \"$1\""),
    ("scale", "@scale ${1:name} { ${2:light} < ${3:heavy} }"),
    ("enum", "@enum ${1:name} { ${2:one}, ${3:other} }"),
    ("body", "@body ${1:name} \"$2\""),
    ("role", "@role ${1:name} \"$2\""),
    ("fact", "@fact ${1:name}: ${2:bool} \"$3\""),
    ("judgement", "@judgement ${1:name}: @bool @by ${2:body} @criterion \"$3\""),
    ("param", "@param ${1:name} = ${2:value}"),
    ("reading", "@reading ${1:name} { ${2:one} \"$3\", ${4:other} \"$5\" } @prefer ${2:one}"),
    ("define", "@define ${1:name} = $2"),
    ("assume", "@assume $1"),
    ("outcome", "@outcome ${1:name}: ${2:scale} @combine_heaviest"),
    ("article", "@article {\n  $0\n}"),
    ("if", "@if $1 @then ${2:outcome} = $3"),
    ("otherwise", "@otherwise ${1:outcome} = $2"),
    ("exempt", "@exempt ${1:outcome} @if $2"),
    ("adjust", "@adjust ${1:outcome} @by @lighten @if $2"),
    ("applies", "@applies $1"),
    ("authority", "@authority ${1:outcome} {\n  @decided @by ${2:body}\n}"),
    ("ensure", "@ensure ${1:outcome} @rises_with ${2:fact}"),
    ("test", "@test \"$1\" {\n  @given $2\n  @expect $0\n}"),
    ("given", "@given ${1:fact} = $2"),
    ("expect", "@expect ${1:outcome} = $2"),
];

/// A snippet in a language.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Snippet {
    /// What is typed to get it.
    pub(super) label: String,
    /// What is inserted, with places to fill in.
    pub(super) text: String,
}

/// All snippets in a language.
pub(super) fn snippets(language: KeywordLanguage) -> Vec<Snippet> {
    let snippet = |(name, text): &(&str, &str)| Snippet { label: label(name, language), text: spelt(text, language) };
    SNIPPETS.iter().map(snippet).collect()
}

fn keyword(name: &str, language: KeywordLanguage) -> &'static str {
    KEYWORDS.iter().find(|keyword| keyword.name == name).map_or("", |keyword| keyword.spelling(language))
}

/// A Chinese article is a number between two characters.
fn label(name: &str, language: KeywordLanguage) -> String {
    match (name, language) {
        ("article", KeywordLanguage::Chinese) => "第".to_owned(),
        _ => keyword(name, language).to_owned(),
    }
}

fn spelt(text: &str, language: KeywordLanguage) -> String {
    let mut spelt = String::with_capacity(text.len());
    let mut pieces = text.split('@');
    spelt.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let end = piece.find(|c: char| !(c == '_' || c.is_ascii_lowercase())).unwrap_or(piece.len());
        let (name, rest) = piece.split_at(end);
        match (name, language) {
            ("article", KeywordLanguage::Chinese) => spelt.push_str("第${1:一}条"),
            ("article", KeywordLanguage::English) => spelt.push_str("article ${1:1}"),
            _ => spelt.push_str(keyword(name, language)),
        }
        spelt.push_str(rest);
    }
    spelt
}

#[cfg(test)]
mod tests {
    use super::{SNIPPETS, snippets};
    use crate::syntax::KeywordLanguage;
    use crate::syntax::keywords::KEYWORDS;

    #[test]
    fn every_keyword_of_a_snippet_exists() {
        for (first, text) in SNIPPETS {
            let names = text.split('@').skip(1);
            let names = names.filter_map(|piece| piece.split(|c: char| !(c == '_' || c.is_ascii_lowercase())).next());
            for name in names.chain([first]) {
                assert!(KEYWORDS.iter().any(|keyword| keyword.name == name), "{name}");
            }
        }
    }

    #[test]
    fn snippets_speak_the_language_of_the_file() {
        let texts = |language| snippets(language).into_iter().map(|one| one.text).collect::<Vec<_>>();
        assert!(texts(KeywordLanguage::Chinese).contains(&"若 $1 则 ${2:outcome} = $3".to_owned()));
        assert!(texts(KeywordLanguage::English).contains(&"if $1 then ${2:outcome} = $3".to_owned()));
        assert!(texts(KeywordLanguage::Chinese).contains(&"第${1:一}条 {\n  $0\n}".to_owned()));
    }
}
