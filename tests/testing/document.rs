//! `docs/testing.md` shows what really happens.

use crate::transcripts::policyc;
use std::fs;
use tempfile::TempDir;

#[test]
fn the_document_shows_what_the_commands_print() {
    let document = fs::read_to_string("docs/testing.md").unwrap();
    let folder = TempDir::new().unwrap();
    let (mut wanted, mut found, mut commands) = (String::new(), String::new(), 0);
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else { continue };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let text = block.join("\n") + "\n";
        match info.split_once(' ') {
            Some((_, file)) => fs::write(folder.path().join(file), &text).unwrap(),
            None if text.starts_with("$ ") => {
                for session in text.split("$ policyc ").filter(|session| !session.is_empty()) {
                    let (command, printed) = session.split_once('\n').unwrap();
                    let (code, out, err) = policyc(folder.path(), &command.split_whitespace().collect::<Vec<_>>());
                    let code = if code == 0 { String::new() } else { format!("# exit code {code}\n") };
                    wanted.push_str(&format!("$ policyc {command}\n{printed}"));
                    found.push_str(&format!("$ policyc {command}\n{out}{err}{code}"));
                    commands += 1;
                }
            }
            None => {}
        }
    }
    assert_eq!(found, wanted);
    assert!(commands >= 2, "{commands}");
}

#[test]
fn the_shape_in_the_document_is_the_real_one() {
    let document = fs::read_to_string("docs/testing.md").unwrap();
    let policy = document.split("```policy reading_room.policy\n").nth(1).unwrap().split("```").next().unwrap();
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("reading_room.policy"), policy).unwrap();
    let (_, out, _) = policyc(folder.path(), &["test", "reading_room.policy", "--coverage=json"]);
    let found: serde_json::Value = serde_json::from_str(&out).unwrap();
    let shapes = fs::read_to_string("docs/json.md").unwrap();
    let shown = shapes.split("\n## Coverage\n").nth(1).unwrap().split("```json\n").nth(1).unwrap();
    let shown: serde_json::Value = serde_json::from_str(shown.split("```").next().unwrap()).unwrap();
    assert_shown(&shown, &found);
}

#[test]
fn the_shape_of_mutants_in_the_document_is_the_real_one() {
    let document = fs::read_to_string("docs/testing.md").unwrap();
    let policy = document.split("```policy reading_room.policy\n").nth(1).unwrap().split("```").next().unwrap();
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("reading_room.policy"), policy).unwrap();
    let (_, out, _) = policyc(folder.path(), &["test", "reading_room.policy", "--mutate=json"]);
    let found: serde_json::Value = serde_json::from_str(&out).unwrap();
    let shapes = fs::read_to_string("docs/json.md").unwrap();
    let shown = shapes.split("\n## Mutants\n").nth(1).unwrap().split("```json\n").nth(1).unwrap();
    let shown: serde_json::Value = serde_json::from_str(shown.split("```").next().unwrap()).unwrap();
    assert_eq!(shown["format"], found["format"]);
    let keys = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let (shown, found) = (&shown["files"][0], &found["files"][0]);
    assert_eq!(keys(shown), keys(found));
    assert_eq!(keys(&shown["tests"][0]), keys(&found["tests"][0]));
    for mutant in shown["mutants"].as_array().unwrap() {
        let same = |one: &&serde_json::Value| {
            ["clause", "line", "kind", "original", "changed", "fate"].iter().all(|key| one[*key] == mutant[*key])
        };
        let found = found["mutants"].as_array().unwrap();
        let real = found.iter().find(same).unwrap_or_else(|| panic!("{mutant} is not among {found:#?}"));
        assert_eq!(keys(mutant), keys(real));
    }
}

/// That all that is shown is there. Lists are shown up to any of their items.
fn assert_shown(shown: &serde_json::Value, found: &serde_json::Value) {
    use serde_json::Value;
    match (shown, found) {
        (Value::Object(shown), Value::Object(found)) => {
            assert_eq!(shown.keys().collect::<Vec<_>>(), found.keys().collect::<Vec<_>>());
            shown.iter().for_each(|(key, shown)| assert_shown(shown, &found[key]));
        }
        (Value::Array(shown), Value::Array(found)) => {
            shown.iter().zip(found).for_each(|(shown, found)| assert_shown(shown, found));
        }
        (shown, found) => assert_eq!(shown, found),
    }
}
