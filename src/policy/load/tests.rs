#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

use super::{Completeness, Loaded, Loader, Refusal, load, path_from_root};
use crate::source::limits::{MAX_POLICY_BYTES, MAX_USE_DEPTH, MAX_USE_LINES, MAX_USED_FILES};
use crate::source::{Folder, Home, SourceMap};
use crate::syntax::ast::Item;
use std::collections::BTreeMap;

fn texts(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

fn loaded(folder: &BTreeMap<String, String>) -> (Loaded, SourceMap) {
    let mut sources = SourceMap::default();
    let root = sources.add("root.policy", folder.read("root.policy").unwrap());
    let loaded = load(&mut sources, root, Some(Home { folder, name: "root.policy" }), None);
    (loaded, sources)
}

/// The bodies that are declared, in order.
fn bodies(loaded: &Loaded) -> String {
    let names = loaded.items.iter().filter_map(|item| match item {
        Item::Body(decl) => Some(decl.name.text.as_str()),
        _ => None,
    });
    names.collect::<Vec<_>>().join(" ")
}

/// What is wrong, each with its file and the text at its place.
fn faults(files: &[(&str, &str)]) -> Vec<String> {
    let (loaded, sources) = loaded(&texts(files));
    let fault = |found: &crate::diagnostic::Diagnostic| {
        let span = found.span.unwrap();
        let reason = found.args.iter().find(|(name, _)| matches!(*name, "reason" | "kind" | "circle"));
        let reason = reason.map_or_else(String::new, |(_, arg)| match arg {
            crate::diagnostic::Arg::Text(text) => format!(" ({text})"),
            crate::diagnostic::Arg::Number(number) => format!(" ({number})"),
            crate::diagnostic::Arg::Phrase(phrase) => format!(" ({})", phrase.english),
        });
        format!("{} {}: {}{reason}", found.code, sources.get(span.source).unwrap().name(), sources.slice(span))
    };
    loaded.diagnostics.iter().map(fault).collect()
}

#[test]
fn a_used_file_stands_before_its_user_and_only_once() {
    let (loaded, sources) = loaded(&texts(&[
        ("root.policy", "body last\nuse \"left.policy\"\nuse \"right.policy\"\nuse \"left.policy\""),
        ("left.policy", "use \"shared/base.policy\"\nbody left"),
        ("right.policy", "body right\nuse \"./shared/../shared//base.policy\""),
        ("shared/base.policy", "use \"../other.policy\" body base"),
        ("other.policy", "body other"),
    ]));
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    assert_eq!(bodies(&loaded), "other base left right last");
    assert_eq!(loaded.completeness, Completeness::Whole);
    let names: Vec<&str> = sources.iter().map(|source| source.name()).collect();
    assert_eq!(names, ["root.policy", "left.policy", "shared/base.policy", "other.policy", "right.policy"]);
}

#[test]
fn faults_are_reported_in_the_file_they_are_in() {
    let found =
        faults(&[("root.policy", "use \"a.policy\" body x"), ("a.policy", "scale s { a < }\nuse \"b.policy\"")]);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|fault| fault.contains(" a.policy: ")), "{found:?}");
    assert!(found.contains(&"E0114 a.policy: \"b.policy\" (not-found)".to_owned()), "{found:?}");
}

#[test]
fn circles_are_shown_as_paths() {
    let itself = faults(&[("root.policy", "use \"root.policy\" body x")]);
    assert_eq!(itself, ["E0116 root.policy: \"root.policy\" (root.policy → root.policy)"]);
    let two = faults(&[("root.policy", "use \"a.policy\" body x"), ("a.policy", "use \"root.policy\" body a")]);
    assert_eq!(two, ["E0116 a.policy: \"root.policy\" (root.policy → a.policy → root.policy)"]);
    let three = faults(&[
        ("root.policy", "use \"a.policy\" body x"),
        ("a.policy", "use \"sub/b.policy\" body a"),
        ("sub/b.policy", "use \"../c.policy\" body b"),
        ("c.policy", "use \"a.policy\" body c"),
    ]);
    assert_eq!(three, ["E0116 c.policy: \"a.policy\" (a.policy → sub/b.policy → c.policy → a.policy)"]);
}

#[test]
fn paths_are_written_one_way_and_stay_inside() {
    let inside = |user: &str, path: &str| path_from_root(user, path, "");
    assert_eq!(inside("a/b/c.policy", "../d.policy").unwrap(), "a/d.policy");
    assert_eq!(inside("a/b/c.policy", "../../d.policy").unwrap(), "d.policy");
    assert_eq!(inside("a/b/c.policy", "./x/.//../制度.policy").unwrap(), "a/b/制度.policy");
    for (path, refusal) in [
        ("../d.policy", Refusal::Climbs),
        ("shared/../../d.policy", Refusal::Climbs),
        ("/etc/passwd", Refusal::Absolute),
        ("C:/d.policy", Refusal::Absolute),
        ("\\\\server\\d.policy", Refusal::Absolute),
        ("shared\\d.policy", Refusal::Backslash),
        ("", Refusal::Empty),
        ("  ", Refusal::Empty),
    ] {
        assert_eq!(inside("root.policy", path), Err(refusal), "{path}");
    }
    assert_eq!(path_from_root("top/sub/c.policy", "../d.policy", "top").unwrap(), "top/d.policy");
    assert_eq!(path_from_root("top/sub/c.policy", "../../top/d.policy", "top"), Err(Refusal::Climbs));
    let out = faults(&[("root.policy", "use \"a/../../x.policy\" body x")]);
    assert_eq!(out, ["E0115 root.policy: \"a/../../x.policy\" (climbs)"]);
}

#[test]
fn only_declarations_are_shared() {
    let shared =
        "policy p\noutline { articles 1..2 }\nbody kept\narticle 1 { missing \"it\" }\narticle 2 { missing \"it\" }
        applies when late\ntest \"t\" { given late = true expect o = x }";
    let found = faults(&[("root.policy", "use \"a.policy\" body x"), ("a.policy", shared)]);
    let kinds: Vec<&str> = found.iter().filter_map(|fault| fault.rsplit_once(" (").map(|(_, kind)| kind)).collect();
    assert_eq!(kinds, ["policy)", "outline)", "article)", "statement)", "test)"]);
    assert!(found.iter().all(|fault| fault.starts_with("E0117 a.policy: ")), "{found:?}");
    let (loaded, _) = loaded(&texts(&[("root.policy", "use \"a.policy\" body x"), ("a.policy", shared)]));
    assert_eq!(bodies(&loaded), "kept x");
}

#[test]
fn a_misspelt_file_name_is_suggested() {
    let (loaded, _) = loaded(&texts(&[
        ("root.policy", "use \"./shared/bodeis.policy\"\nuse \"shared\\\\bodies.policy\" body x"),
        ("shared/bodies.policy", "body office"),
    ]));
    let fixes: Vec<&str> = loaded
        .diagnostics
        .iter()
        .filter_map(|found| found.fix.as_ref()?.replacements.first())
        .map(|replacement| replacement.text.as_str())
        .collect();
    assert_eq!(fixes, ["\"./shared/bodies.policy\"", "\"shared/bodies.policy\""]);
}

#[test]
fn a_text_without_folder_uses_nothing() {
    let mut sources = SourceMap::single("<stdin>", "use \"a.policy\"\nuse \"../b.policy\"\nbody x");
    let loaded = load(&mut sources, crate::source::SourceId::default(), None, None);
    let codes: Vec<&str> = loaded.diagnostics.iter().map(|found| found.code.as_str()).collect();
    assert_eq!(codes, ["E0114", "E0115"]);
    assert_eq!(loaded.completeness, Completeness::Partial);
}

#[test]
fn the_limits_are_exact() {
    let uses = |count: usize| {
        let lines: Vec<String> = (0..count).map(|at| format!("use \"{at}.policy\"")).collect();
        lines.join("\n")
    };
    let mut folder: BTreeMap<String, String> =
        (0..=MAX_USED_FILES).map(|at| (format!("{at}.policy"), format!("body b{at}"))).collect();
    folder.insert("root.policy".to_owned(), uses(MAX_USED_FILES));
    assert!(loaded(&folder).0.diagnostics.is_empty());
    folder.insert("root.policy".to_owned(), uses(MAX_USED_FILES + 1));
    assert_eq!(loaded(&folder).0.diagnostics.len(), 1);

    let chain = |length: usize| -> BTreeMap<String, String> {
        let link =
            |at: usize| if at < length { format!("use \"{}.policy\" body b{at}", at + 1) } else { "body z".into() };
        let first = ("root.policy".to_owned(), "use \"1.policy\" body x".to_owned());
        (1..=length).map(|at| (format!("{at}.policy"), link(at))).chain([first]).collect()
    };
    assert!(loaded(&chain(MAX_USE_DEPTH)).0.diagnostics.is_empty());
    let (too_deep, sources) = loaded(&chain(MAX_USE_DEPTH + 1));
    let places: Vec<&str> =
        too_deep.diagnostics.iter().filter_map(|found| Some(sources.get(found.span?.source)?.name())).collect();
    assert_eq!(places, [format!("{MAX_USE_DEPTH}.policy")]);

    let repeated =
        |count: usize| texts(&[("root.policy", &"use \"a.policy\"\n".repeat(count)), ("a.policy", "body a")]);
    assert!(loaded(&repeated(MAX_USE_LINES)).0.diagnostics.is_empty());
    assert_eq!(loaded(&repeated(MAX_USE_LINES + 10)).0.diagnostics.len(), 1);

    let folder = texts(&[("root.policy", "use \"a.policy\" body x"), ("a.policy", "body a")]);
    let with_others = |size: usize| {
        let mut sources = SourceMap::default();
        let root = sources.add("root.policy", folder.read("root.policy").unwrap());
        let mut loader = Loader::new(&mut sources, Some(Home { folder: &folder, name: "root.policy" }));
        loader.size = size;
        loader.load(root).diagnostics.len()
    };
    let own: usize = folder.values().map(String::len).sum();
    assert_eq!(with_others(MAX_POLICY_BYTES - own), 0);
    assert_eq!(with_others(MAX_POLICY_BYTES - own + 1), 1);
}

#[test]
fn a_backslash_is_one_fault() {
    let found =
        faults(&[("root.policy", "use \"shared\\bodies.policy\" body x"), ("shared/bodies.policy", "body office")]);
    assert_eq!(found, ["E0211 root.policy: \\b"]);
}
