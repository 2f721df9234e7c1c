#![allow(clippy::expect_used, clippy::indexing_slicing)]

use super::{OccurrenceKind, SymbolIndex, SymbolKind};
use crate::source::SourceId;
use crate::syntax::parse;
use std::path::PathBuf;

fn index(text: &str) -> SymbolIndex {
    SymbolIndex::new(&parse(SourceId(0), text).ast.items)
}

/// Where the symbol that stands at `mark` (a `‸` in the text) is named: its kind, and the places as `line:byte`.
fn named(marked: &str) -> Option<(SymbolKind, usize)> {
    let at = marked.find('‸').expect("a mark");
    let index = index(&marked.replace('‸', ""));
    let found = index.at(SourceId(0), at)?;
    Some((index.get(found.symbol).kind, index.occurrences_of(found.symbol).count()))
}

const HEAD: &str = "scale s { a < b }  enum e { a, c }  role driver  body desk
fact f: s  fact g: e  fact f of driver: s  outcome o: s\n";

#[test]
fn names_are_told_apart_by_role_and_type() {
    use SymbolKind::{Fact, Member, Outcome, Role};
    for (rest, wanted) in [
        ("if ‸f = a then o = b", Some((Fact, 2))),
        ("if ‸f of driver = a then o = b", Some((Fact, 2))),
        ("if f of ‸driver = a then o = b", Some((Role, 3))),
        ("if f = ‸a then o = b", Some((Member, 2))),
        ("if g = ‸a then o = b", Some((Member, 2))),
        ("if ‸a = g then o = b", Some((Member, 2))),
        ("if f ∈ <‸a, b> then o = b", Some((Member, 2))),
        ("if f = a then o = ‸b", Some((Member, 2))),
        ("if f = a then ‸o = b", Some((Outcome, 2))),
        ("test \"t\" { given g = ‸a }", Some((Member, 2))),
        ("test \"t\" { expect ‸o = b }", Some((Outcome, 2))),
        // Which of the two is meant cannot be known.
        ("define d = ‸a", None),
        ("if ‸h = a then o = b", None),
        ("if f ‸= a then o = b", None),
    ] {
        assert_eq!(named(&format!("{HEAD}{rest}")), wanted, "{rest}");
    }
}

#[test]
fn a_text_with_errors_has_symbols_too() {
    let broken = format!("{HEAD}article 1 {{ if f = then }}\narticle 2 {{ if f = ‸a then o = b }} fact");
    assert_eq!(named(&broken), Some((SymbolKind::Member, 2)));
}

#[test]
fn clauses_are_found_by_number_and_place() {
    let text = "scale s { a < b } fact f: s outcome o: s
article 1 { (1) if f = a then o = a  (2) { 1. if f = b then o = b } }
article 2 { o = b overriding 1(2)1 if f = b }
test \"t\" { expect cites 1(1) }";
    let index = index(text);
    let at = |piece: &str| index.at(SourceId(0), text.find(piece).expect("the piece")).map(|one| one.symbol);
    assert_eq!(at("1(2)1 if"), index.clause("1(2)1"));
    assert_eq!(at("1(1) }"), index.clause("1(1)"));
    let around = index.clause_around(SourceId(0), text.find("f = b then").expect("the piece"));
    assert_eq!(around, index.clause("1(2)1"));
    let above = around.and_then(|id| index.get(id).owner).map(|id| index.get(id).name.as_str());
    assert_eq!(above, Some("1(2)"));
}

#[test]
fn places_do_not_overlap() {
    for (_, text) in policies() {
        let index = index(&text);
        let places: Vec<_> = index.occurrences_in(SourceId(0)).map(|one| one.span).collect();
        for pair in places.windows(2) {
            assert!(pair[0].end <= pair[1].start, "{}", &text[pair[0].range().start..pair[1].range().end]);
        }
    }
}

fn policies() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("policies");
    let paths = std::fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
    let policies = paths.filter(|path| path.extension().is_some_and(|ending| ending == "policy"));
    policies.map(|path| (path.display().to_string(), std::fs::read_to_string(path).expect("the text"))).collect()
}

#[test]
fn what_is_declared_in_several_places_is_one() {
    let text = "body desk
article 1 { procedure p { step x by desk } }
article 2 { procedure p { step y after x  step x within 3 days of y } }";
    let index = index(text);
    let (id, _) = index.iter().find(|(_, symbol)| symbol.name == "x").expect("the step");
    let kinds: Vec<OccurrenceKind> = index.occurrences_of(id).map(|one| one.kind).collect();
    assert_eq!(kinds, [OccurrenceKind::Declaration, OccurrenceKind::Mention, OccurrenceKind::Declaration]);
}
