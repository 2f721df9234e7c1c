//! `docs/ask.md` shows what really happens.

use super::command::run;
use std::fs;
use tempfile::TempDir;

/// The fenced blocks of the document with what stands behind the fence.
fn blocks() -> Vec<(String, String)> {
    let document = fs::read_to_string("docs/ask.md").unwrap();
    let mut found = Vec::new();
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            found.push((info.to_owned(), block.join("\n")));
        }
    }
    found
}

fn folder(blocks: &[(String, String)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (info, block) in blocks {
        if let Some(("policy", file)) = info.split_once(' ') {
            fs::write(folder.path().join(file), format!("{block}\n")).unwrap();
        }
    }
    folder
}

#[test]
fn the_interview_in_the_document_is_a_real_one() {
    let blocks = blocks();
    let folder = folder(&blocks);
    let shown = blocks.iter().find(|(_, block)| block.starts_with("$ policyc ask")).map(|(_, block)| block).unwrap();
    let (command, session) = shown.split_once('\n').unwrap();
    // Whatever stands behind a prompt is the answer to it.
    let prompts = session.lines().filter_map(|line| line.split_once(": ").filter(|(name, _)| !name.starts_with(' ')));
    let asked = ["forged", "severity", "reported"];
    let answers: Vec<String> =
        prompts.filter(|(name, _)| asked.contains(name)).map(|(_, answer)| format!("{answer}\n")).collect();
    let answers = answers.concat();
    let arguments: Vec<&str> = command.split_whitespace().skip(2).collect();
    let (_, out, err) = run(folder.path(), &arguments, &answers);
    let mut lines = answers.lines();
    let with_answers: String = err
        .lines()
        .map(|line| match line.strip_suffix(": ").filter(|name| asked.contains(name)) {
            Some(name) => format!("{name}: {}\n", lines.next().unwrap_or_default()),
            None => format!("{line}\n"),
        })
        .collect();
    assert_eq!(format!("{with_answers}{out}").trim_end(), session.trim_end());
}

#[test]
fn the_lines_in_the_document_are_real_ones() {
    let blocks = blocks();
    let folder = folder(&blocks);
    let (mut input, mut wanted) = (String::new(), Vec::new());
    for (_, block) in blocks.iter().filter(|(info, _)| info == "jsonl") {
        for line in block.lines() {
            match line.split_at_checked(2) {
                Some(("> ", sent)) => input.push_str(&format!("{sent}\n")),
                Some(("< ", received)) => wanted.push(received.to_owned()),
                _ => panic!("{line}"),
            }
        }
    }
    let (code, out, err) = run(folder.path(), &["ask", "reading_room.policy", "--json"], &input);
    assert_eq!((code, err.as_str()), (0, ""));
    let found: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().zip(&wanted) {
        let wanted: serde_json::Value = serde_json::from_str(wanted).unwrap();
        // The document shows the keys that matter to the line; those are whole.
        for (key, value) in wanted.as_object().unwrap() {
            assert_eq!(&found[key], value, "{key} of {found}");
        }
    }
}
