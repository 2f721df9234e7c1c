//! The colours of the Visual Studio Code extension: its grammar is made from the one table of keywords.

use policyc::syntax::keywords::{KEYWORDS, Keyword, Role};
use serde_json::{Value, json};
use std::path::PathBuf;

/// A word ends where a character begins that cannot be part of a name.
const BEFORE: &str = r"(?<![\p{L}\p{N}_])";
const BEHIND: &str = r"(?![\p{L}\p{N}_])";

/// A pattern for the spellings of keywords, the longest first.
fn words(wanted: impl Fn(&&Keyword) -> bool) -> String {
    let is_word = |spelling: &&str| spelling.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '_');
    let mut spellings: Vec<&str> = KEYWORDS
        .iter()
        .filter(|keyword| keyword.name != "article" && wanted(keyword))
        .flat_map(|keyword| [keyword.english, keyword.chinese].into_iter().chain(keyword.also))
        .filter(is_word)
        .collect();
    spellings.sort_by_key(|spelling| (std::cmp::Reverse(spelling.len()), *spelling));
    let pattern = spellings.iter().map(|spelling| spelling.replace(' ', r"\s+")).collect::<Vec<_>>().join("|");
    format!("{BEFORE}(?:{pattern}){BEHIND}")
}

fn pattern(name: &str, expression: &str) -> Value {
    json!({"name": format!("{name}.policy"), "match": expression})
}

fn grammar() -> Value {
    let string = |open: &str, close: &str| {
        json!({
            "name": "string.quoted.double.policy", "begin": open, "end": format!("{close}|$"),
            "patterns": [pattern("constant.character.escape", r"\\.")],
        })
    };
    let numerals = "0-9０-９〇零一二两三四五六七八九十百千";
    let is_constant = |keyword: &&Keyword| ["true", "false", "none", "never"].contains(&keyword.name);
    let is_operator = |keyword: &&Keyword| ["and", "or", "not", "implies", "in", "not_in"].contains(&keyword.name);
    let is_type =
        |keyword: &&Keyword| ["bool", "int", "decimal", "money", "date", "duration", "list_of"].contains(&keyword.name);
    json!({
        "name": "Policy",
        "scopeName": "source.policy",
        "fileTypes": ["policy"],
        "patterns": [
            {"name": "comment.block.policy", "begin": r"\{-", "end": r"-\}"},
            pattern("comment.line.double-dash", "--.*$"),
            string("\"", "\""),
            string("“", "”"),
            pattern("entity.name.section", &format!(r"{BEFORE}(?:article\s+\d+|第\s*[{numerals}]+\s*[条项]){BEHIND}")),
            pattern("constant.numeric.date", r"\b\d{4}-\d{2}-\d{2}\b"),
            pattern("constant.numeric.money", r"\b\d+(?:\.\d+)?\s+[A-Z]{3}\b"),
            pattern("constant.numeric", r"\b\d+(?:\.\d+)?\b"),
            pattern("constant.language", &words(is_constant)),
            pattern("keyword.operator.word", &words(is_operator)),
            pattern("support.type", &words(is_type)),
            pattern("storage.type", &words(|keyword| keyword.role == Role::Declaration)),
            pattern("keyword.control", &words(|keyword| {
                keyword.role != Role::Declaration && !is_constant(keyword) && !is_operator(keyword) && !is_type(keyword)
            })),
            pattern("keyword.operator", r"[≥≤≠∈∉=<>+\-*]|\.\."),
        ],
    })
}

#[test]
fn the_grammar_of_the_extension_has_the_keywords_of_the_table() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("editors/vscode/syntaxes/policy.tmLanguage.json");
    let wanted = format!("{}\n", serde_json::to_string_pretty(&grammar()).unwrap());
    if std::env::var_os("POLICYC_WRITE").is_some() {
        std::fs::write(&path, &wanted).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == wanted, "made from an older table; POLICYC_WRITE=1 cargo test --test editor grammar writes it");
}

/// The queries that colour a policy by its tree: keywords from the table, the rest by the kind of node.
fn highlights() -> String {
    let is_word = |word: &str| word.chars().all(|c| c.is_alphanumeric() || c == '_');
    let spellings = KEYWORDS.iter().filter(|keyword| keyword.name != "article").flat_map(|keyword| {
        [keyword.english, keyword.chinese].into_iter().chain(keyword.also).flat_map(|spelling| spelling.split(' '))
    });
    let mut words: Vec<&str> = spellings.filter(|word| is_word(word) && !word.is_empty()).chain(["article"]).collect();
    words.sort_unstable();
    words.dedup();
    let listed: Vec<String> = words.iter().map(|word| format!("  \"{word}\"")).collect();
    let listed = listed.join("\n");
    format!(
        "; Made from the table of keywords: `POLICYC_WRITE=1 cargo test --test editor grammar` writes it.\n\n\
[\n{listed}\n] @keyword\n\n\
[\n  \"≥\"\n  \">=\"\n  \"≤\"\n  \"<=\"\n  \"≠\"\n  \"!=\"\n  \"∈\"\n  \"∉\"\n  \"=\"\n  \"+\"\n  \"-\"\n  \"*\"\n] @operator\n\n\
(comment) @comment\n(string) @string\n(number) @number\n(date) @number\n(currency) @number\n(unit) @number\n\
(boolean) @constant.builtin\n(none) @constant.builtin\n(never) @constant.builtin\n\
(article_number) @markup.heading\n(item_number) @markup.heading\n(citation) @markup.link\n\
(type (identifier) @type)\n(scale name: (identifier) @type)\n(enum name: (identifier) @type)\n\
(record name: (identifier) @type)\n(member name: (identifier) @constant)\n(field name: (identifier) @property)\n\
(reference name: (identifier) @variable)\n(reference role: (identifier) @variable.parameter)\n\
(set (identifier) @constant)\n(procedure name: (identifier) @function)\n(step name: (identifier) @function)\n\
(duty name: (reference name: (identifier) @function))\n"
    )
}

#[test]
fn the_queries_for_tree_sitter_have_the_keywords_of_the_table() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("editors/tree-sitter-policy");
    let (path, wanted) = (folder.join("queries/highlights.scm"), highlights());
    if std::env::var_os("POLICYC_WRITE").is_some() {
        std::fs::write(&path, &wanted).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == wanted, "made from an older table; POLICYC_WRITE=1 cargo test --test editor grammar writes it");
    let grammar = std::fs::read_to_string(folder.join("grammar.js")).unwrap();
    for keyword in KEYWORDS.iter().filter(|keyword| keyword.name != "article") {
        for spelling in [keyword.english, keyword.chinese].into_iter().chain(keyword.also) {
            assert!(grammar.contains(&format!("\"{spelling}\"")), "{spelling}");
        }
    }
}

#[test]
fn every_keyword_that_is_a_word_has_a_colour() {
    let text = grammar().to_string();
    for keyword in KEYWORDS.iter().filter(|keyword| keyword.name != "article") {
        let spelling = serde_json::to_string(&keyword.english.replace(' ', r"\s+")).unwrap();
        assert!(text.contains(spelling.trim_matches('"')), "{}", keyword.english);
    }
}

#[test]
fn the_extension_starts_what_it_names() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("editors/vscode");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let package: Value = serde_json::from_str(&read("package.json")).unwrap();
    let _: Value = serde_json::from_str(&read("language-configuration.json")).unwrap();
    let extension = read("extension.js");
    for command in package["contributes"]["commands"].as_array().unwrap() {
        let name = command["command"].as_str().unwrap();
        assert!(extension.contains(&format!("registerCommand(\"{name}\"")), "{name}");
    }
    assert_eq!(package["version"], env!("CARGO_PKG_VERSION"));
}
