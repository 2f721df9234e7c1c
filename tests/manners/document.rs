//! `docs/linting.md` shows what really happens.

use crate::{policyc, write};
use std::fs;
use tempfile::TempDir;

#[test]
fn the_document_shows_what_the_commands_print() {
    let document = fs::read_to_string("docs/linting.md").unwrap();
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    let mut commands = 0;
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else { continue };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let text = block.iter().map(|line| format!("{line}\n")).collect::<String>();
        match info.split_once(' ') {
            Some((_, file)) => write(&folder, file, &text),
            None if text.starts_with("$ ") => {
                let mut wanted = String::new();
                let mut found = String::new();
                for session in text.split("$ policyc ").filter(|session| !session.is_empty()) {
                    let (command, printed) = session.split_once('\n').unwrap();
                    let ended = policyc(folder.path(), &command.split_whitespace().collect::<Vec<_>>());
                    let code = if ended.code == 0 { String::new() } else { format!("# exit code {}\n", ended.code) };
                    wanted.push_str(&format!("$ policyc {command}\n{printed}"));
                    found.push_str(&format!("$ policyc {command}\n{}{}{code}", ended.out, ended.err));
                    commands += 1;
                }
                assert_eq!(found, wanted);
            }
            None => {}
        }
    }
    assert!(commands > 12, "{commands}");
}
