//! The parser in the sources is the one that pest makes of the grammar.
#![allow(clippy::unwrap_used)]

use std::fs;

const PARSER: &str = "src/syntax/grammar/parser.rs";
const HEAD: &str = "// Made by pest of grammar/policy.pest; not to be changed by hand. See tests/grammar.rs.\n\n";

fn made() -> String {
    let wanted = "#[grammar = \"../grammar/policy.pest\"] pub(crate) struct Grammar;";
    let parser = pest_generator::derive_parser(wanted.parse().unwrap(), false).to_string();
    let file = syn::parse_file(&parser).unwrap();
    let text = prettyplease::unparse(&file);
    // Nobody reads it; indented it would be twice as large.
    let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
    format!("{HEAD}pub(crate) struct Grammar;\n\n{}\n", lines.join("\n"))
}

#[test]
fn the_parser_is_the_one_of_the_grammar() {
    let made = made();
    if std::env::var_os("POLICYC_WRITE_PARSER").is_some() {
        fs::write(PARSER, &made).unwrap();
    }
    let differ = fs::read_to_string(PARSER).unwrap() != made;
    assert!(!differ, "the grammar has changed: run `POLICYC_WRITE_PARSER=1 cargo test --test grammar`");
}
