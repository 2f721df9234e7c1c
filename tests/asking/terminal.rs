//! Interviews at a terminal, by the keys of a person.

use super::OFFICE;
use rexpect::session::{PtySession, spawn_command};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const ESCAPE: &str = "\u{1b}";
const DOWN: &str = "\u{1b}[B";
/// Long enough for a machine that has other things to do; nothing waits for it to pass.
const PATIENCE: Option<u64> = Some(60_000);

struct Session {
    session: PtySession,
    folder: TempDir,
}

impl Session {
    fn begin(more: &str) -> Self {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("office.policy"), OFFICE).unwrap();
        let mut command = Command::new("sh");
        let program = assert_cmd::cargo::cargo_bin("policyc");
        // A terminal of some size: a pseudo terminal has none by itself.
        let script = format!("stty rows 40 cols 100; exec '{}' ask office.policy {more}", program.display());
        command.args(["-c", &script]).current_dir(folder.path()).env("LC_ALL", "C").env("TERM", "xterm");
        Self { session: spawn_command(command, PATIENCE).unwrap(), folder }
    }

    #[track_caller]
    fn sees(&mut self, text: &str) {
        if let Err(error) = self.session.exp_string(text) {
            panic!("no {text:?}: {error}");
        }
    }

    fn types(&mut self, keys: &str) {
        self.session.send(keys).unwrap();
        self.session.flush().unwrap();
    }

    /// Waits for the end.
    fn ends(mut self) -> (i32, TempDir) {
        self.session.exp_eof().unwrap();
        let status = self.session.process_mut().wait().unwrap();
        // The type of the status is not named outside of the crate that it comes from.
        let code = format!("{status:?}").rsplit([' ', ')']).find_map(|word| word.parse().ok());
        let code = code.unwrap_or_else(|| panic!("{status:?}"));
        (code, self.folder)
    }
}

fn kept(folder: &Path) -> String {
    fs::read_to_string(folder.join("case.json")).unwrap()
}

#[test]
fn options_are_taken_with_keys_and_texts_are_typed() {
    let mut session = Session::begin("--save case.json");
    session.sees("history of driver");
    session.sees("add record 1");
    session.types(&format!("{DOWN}\r"));
    session.sees("judged by");
    // Typing looks for an option.
    session.types("unkn");
    session.sees("unkn");
    session.types("\r");
    session.sees("an amount");
    session.types("much\r");
    session.sees("E0604");
    session.types("12\r");
    session.sees("minor (small)");
    session.types(&format!("{DOWN}{DOWN}\r"));
    session.sees("whole number");
    session.types("\u{3}");
    session.sees("the facts are in case.json");
    let (code, folder) = session.ends();
    assert_eq!(code, 3);
    let wanted =
        "{\n  \"severity\": \"major\",\n  \"loss\": \"12 CNY\",\n  \"driver\": {\n    \"history\": []\n  }\n}\n";
    assert_eq!(kept(folder.path()), wanted);
}

#[test]
fn escape_goes_back_or_ends() {
    let mut session = Session::begin("--save case.json");
    session.sees("add record 1");
    session.types(&format!("{DOWN}\r"));
    session.sees("judged by");
    session.sees("yes");
    session.types(ESCAPE);
    session.sees("what now?");
    session.types("\r");
    session.sees("add record 1");
    session.types("\r");
    session.sees("kind");
    session.types("\r");
    session.sees("fine");
    session.types("20\r");
    session.sees("add record 2");
    session.types(&format!("{DOWN}\r"));
    session.sees("judged by");
    session.sees("yes");
    // Twice what ends an input.
    session.types("\u{4}");
    session.sees("what now?");
    session.types("\u{4}");
    session.sees("the facts are in");
    let (code, folder) = session.ends();
    assert_eq!(code, 3);
    assert!(kept(folder.path()).contains("\"fine\": \"20 CNY\""), "{}", kept(folder.path()));
}
