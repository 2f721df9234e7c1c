//! `test --write-tests FILE`: tests that are missing, in a file from which they can be taken into the policy.

use super::Exit;
use super::console::Console;
use super::input::shown;
use super::test::FileReport;
use crate::source::{SourceMap, write_new_file};
use crate::syntax::{KeywordLanguage, detect_keywords, parse};
use std::io;
use std::path::Path;

/// The keyword language that a policy is written in.
pub(super) fn keyword_language(file: &FileReport, sources: &SourceMap) -> KeywordLanguage {
    let id = file.source;
    let Some(source) = sources.get(id) else { return KeywordLanguage::English };
    detect_keywords(&parse(id, source.text()).ast, source.text())
}

/// Tests for one or more policies.
#[derive(Default)]
pub(super) struct NewTests {
    /// The tests of each policy that lacks some.
    of: Vec<Vec<String>>,
}

impl NewTests {
    /// Adds tests for a policy.
    pub(super) fn add(&mut self, tests: impl Iterator<Item = String>) {
        let tests: Vec<String> = tests.collect();
        if !tests.is_empty() {
            self.of.push(tests);
        }
    }

    /// Writes the tests into a new file; says how the command ends where that is refused. Nothing is written over.
    pub(super) fn write(self, path: &Path, console: &Console) -> io::Result<Option<Exit>> {
        let file = || ("file", shown(path).into());
        let refuse = |id: &str, args: &[_]| -> io::Result<Option<Exit>> {
            console.print_error(&format!("{}\n", console.text(id, args)))?;
            Ok(Some(Exit::BadInput))
        };
        let tests = match self.of.as_slice() {
            [] => {
                console.print_error(&format!("{}\n", console.text("tests-none-to-write", &[])))?;
                return Ok(None);
            }
            [one] => one,
            _ => return refuse("tests-of-several", &[]),
        };
        if path.symlink_metadata().is_ok() {
            return refuse("tests-file-exists", &[file()]);
        }
        if let Err(error) = write_new_file(path, &tests.join("\n")) {
            return refuse("cannot-write", &[file(), ("reason", error.to_string().into())]);
        }
        console.print_error(&format!(
            "{}\n",
            console.text("new-tests-written", &[file(), ("count", tests.len().into())])
        ))?;
        Ok(None)
    }
}
