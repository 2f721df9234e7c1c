//! `--watch`.

use crate::{folder, write};
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use tempfile::TempDir;

/// A check that goes on. It is ended when it is dropped.
struct Watching {
    child: Child,
    out: Receiver<String>,
    err: Receiver<String>,
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
        let (out, err) = (lines(child.stdout.take().unwrap()), lines(child.stderr.take().unwrap()));
        Self { child, out, err }
    }

    /// Waits until a finding is reported, and then for the end of that check.
    #[track_caller]
    fn reports(&self, text: &str) {
        wait_for(&self.out, text);
        self.waits();
    }

    /// Waits for the end of a check.
    #[track_caller]
    fn waits(&self) {
        wait_for(&self.err, "waiting for changes");
    }
}

/// The lines of a stream, as they come.
fn lines(stream: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, lines) = channel();
    std::thread::spawn(move || {
        BufReader::new(stream).lines().map_while(Result::ok).for_each(|line| drop(sender.send(line)));
    });
    lines
}

#[track_caller]
fn wait_for(lines: &Receiver<String>, text: &str) {
    let mut seen = Vec::new();
    loop {
        match lines.recv_timeout(Duration::from_secs(60)) {
            Ok(line) if line.contains(text) => return,
            Ok(line) => seen.push(line),
            Err(error) => panic!("no line with {text:?} after {seen:#?}: {error}"),
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
    let policy = |last: &str| format!("use \"shared/names.policy\"\nfact other: {last}\n");
    write(&folder, "shared/names.policy", "fact 未报告: bool\n");
    write(&folder, "a.policy", policy("bool"));
    let watching = Watching::new(&folder, &["a.policy"]);
    watching.waits();
    write(&folder, "a.policy", policy(""));
    watching.reports("E0201");
    write(&folder, "a.policy", [0xFF, 0xFE, 0x00]);
    watching.reports("E0104");
    std::fs::remove_file(folder.path().join("a.policy")).unwrap();
    watching.reports("E0101");
    write(&folder, "a.policy", policy("boool"));
    watching.reports("E0310");
    write(&folder, "a.policy", policy("bool"));
    watching.waits();
    // A file that it uses, and the settings.
    write(&folder, "shared/names.policy", "fact 未报告: bool\nfact 末报告: bool\n");
    watching.reports("C0001");
    write(&folder, "policyc.toml", "ignor = [\"C\"]\n");
    wait_for(&watching.err, "E1002");
}
