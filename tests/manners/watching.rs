//! `--watch`.

use crate::{folder, write};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use tempfile::TempDir;

/// A check that goes on. It is ended when it is dropped.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn new(folder: &TempDir, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_policyc"))
            .current_dir(folder.path())
            .env("LC_ALL", "C")
            .args(["check", "--watch", "--format", "short"])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, lines) = channel();
        let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let more = sender.clone();
        std::thread::spawn(move || {
            BufReader::new(out).lines().map_while(Result::ok).for_each(|line| drop(sender.send(line)))
        });
        std::thread::spawn(move || {
            BufReader::new(err).lines().map_while(Result::ok).for_each(|line| drop(more.send(line)))
        });
        Self { child, lines }
    }

    /// Waits for a line that holds a text.
    #[track_caller]
    fn says(&self, text: &str) {
        let mut seen = Vec::new();
        loop {
            match self.lines.recv_timeout(Duration::from_secs(60)) {
                Ok(line) if line.contains(text) => return,
                Ok(line) => seen.push(line),
                Err(_) => panic!("no line with {text:?} after {seen:#?}"),
            }
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_change_is_checked_and_half_a_file_is_no_reason_to_stop() {
    let folder = folder();
    write(&folder, "shared/names.policy", "fact 未报告: bool\n");
    write(&folder, "a.policy", "use \"shared/names.policy\"\nfact other: bool\n");
    let watching = Watching::new(&folder, &["a.policy"]);
    watching.says("waiting for changes");
    write(&folder, "a.policy", "use \"shared/names.policy\"\nfact other: ");
    watching.says("E0201");
    watching.says("waiting for changes");
    write(&folder, "a.policy", [0xFF, 0xFE, 0x00]);
    watching.says("E0104");
    watching.says("waiting for changes");
    std::fs::remove_file(folder.path().join("a.policy")).unwrap();
    watching.says("E0101");
    watching.says("waiting for changes");
    write(&folder, "a.policy", "use \"shared/names.policy\"\nfact other: boool\n");
    watching.says("E0310");
    watching.says("waiting for changes");
    // A file that it uses, and the settings.
    write(&folder, "a.policy", "use \"shared/names.policy\"\nfact other: bool\n");
    watching.says("waiting for changes");
    write(&folder, "shared/names.policy", "fact 未报告: bool\nfact 末报告: bool\n");
    watching.says("C0001");
    watching.says("waiting for changes");
    write(&folder, "policyc.toml", "ignor = [\"C\"]\n");
    watching.says("E1002");
}
