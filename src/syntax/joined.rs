//! Words that are written without the blank between them, as Chinese is: 严重且非已上报 for 严重 且 非 已上报.
//!
//! A name may hold the characters of a keyword, so such a word is a name to the grammar. What it would be with blanks
//! is what messages suggest.

use super::keywords::{self, KEYWORDS, KeywordLanguage, Reservation, Role};

/// The words that join conditions, in Chinese; none is a name.
fn connectives<'w>() -> impl Iterator<Item = &'w str> {
    let inside = KEYWORDS
        .iter()
        .filter(|keyword| keyword.reservation == Reservation::Reserved && matches!(keyword.role, Role::Inside));
    let words = inside.map(|keyword| keyword.spelling(KeywordLanguage::Chinese));
    words.filter(|word| !word.is_ascii() && word.chars().all(char::is_alphabetic))
}

fn is_connective(piece: &str) -> bool {
    connectives().any(|word| word == piece)
}

/// The same word with blanks, if it consists of some of these names and of at least one keyword between or before them.
pub(crate) fn taken_apart(word: &str, names: &[&str]) -> Option<String> {
    const LONGEST: usize = 256;
    if word.len() > LONGEST || word.is_ascii() {
        return None;
    }
    let pieces: Vec<&str> = names.iter().copied().filter(|name| !name.is_empty()).chain(connectives()).collect();
    // The pieces that a part of the word up to some character consists of, the fewest.
    let mut ways: Vec<Option<Vec<&str>>> = vec![None; word.len() + 1];
    if let Some(first) = ways.first_mut() {
        *first = Some(Vec::new());
    }
    for (at, _) in word.char_indices() {
        let (Some(Some(way)), Some(rest)) = (ways.get(at).cloned(), word.get(at..)) else { continue };
        for piece in pieces.iter().filter(|piece| rest.starts_with(**piece)) {
            let Some(end) = ways.get_mut(at + piece.len()) else { continue };
            if end.as_ref().is_none_or(|known| known.len() > way.len() + 1) {
                *end = Some(way.iter().copied().chain([*piece]).collect());
            }
        }
    }
    let way = ways.pop().flatten()?;
    let joins = way.iter().any(|piece| is_connective(piece)) && way.last().is_some_and(|last| !is_connective(last));
    (way.len() > 1 && joins).then(|| way.join(" "))
}

/// A word that begins with one of these Chinese keywords: the keyword, and what follows it at once.
pub(super) fn begun<'t>(word: &'t str, candidates: &[&'static str]) -> Option<(&'static str, &'t str)> {
    let parts = distinct(candidates).filter_map(|keyword| Some((keyword, word.strip_prefix(keyword)?)));
    parts.filter(|(_, rest)| !rest.is_empty()).max_by_key(|(keyword, _)| keyword.len())
}

/// A word that ends with one of these Chinese keywords: what stands before it, and the keyword.
pub(super) fn ended<'t>(word: &'t str, candidates: &[&'static str]) -> Option<(&'t str, &'static str)> {
    let parts = distinct(candidates).filter_map(|keyword| Some((word.strip_suffix(keyword)?, keyword)));
    parts.filter(|(rest, _)| !rest.is_empty()).max_by_key(|(_, keyword)| keyword.len())
}

/// Those that can be told from a part of a name: the Chinese ones that no name may be.
fn distinct(candidates: &[&'static str]) -> impl Iterator<Item = &'static str> {
    let is_word = |word: &str| !word.is_ascii() && word.chars().all(char::is_alphabetic);
    candidates.iter().copied().filter(move |word| is_word(word) && keywords::is_reserved(word))
}

#[cfg(test)]
mod tests {
    use super::{begun, ended, taken_apart};

    #[test]
    fn a_word_is_taken_apart_into_names_and_what_joins_them() {
        let names = ["严重", "特别严重", "已上报", "主动报告", "是否报告"];
        for (word, apart) in [
            ("严重且非已上报", Some("严重 且 非 已上报")),
            ("特别严重或主动报告", Some("特别严重 或 主动报告")),
            ("非主动报告", Some("非 主动报告")),
            ("严重且是否报告", Some("严重 且 是否报告")),
            ("严重已上报", None),
            ("严重且", None),
            ("严重且未知", None),
            ("非常严重", None),
            ("serious", None),
        ] {
            assert_eq!(taken_apart(word, &names).as_deref(), apart, "{word}");
        }
        assert_eq!(taken_apart(&"且严重".repeat(10_000), &names), None);
    }

    #[test]
    fn keywords_at_either_end_are_found() {
        assert_eq!(begun("若程度", &["若", "则"]), Some(("若", "程度")));
        assert_eq!(begun("若", &["若"]), None);
        assert_eq!(begun("自行", &["自"]), None, "a name may begin so");
        assert_eq!(ended("严重则", &["则"]), Some(("严重", "则")));
        assert_eq!(ended("原则", &["且"]), None);
    }
}
