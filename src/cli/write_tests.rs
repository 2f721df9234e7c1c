//! `--write-tests FILE`: tests that are missing, as a file of their own.

use super::Exit;
use super::console::Console;
use super::input::shown;
use super::test::FileReport;
use crate::source::{SourceMap, create_file};
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
    /// The name of each policy with its tests.
    of: Vec<(String, KeywordLanguage, Vec<String>)>,
}

impl NewTests {
    /// Adds tests for a policy.
    pub(super) fn add(&mut self, file: &FileReport, language: KeywordLanguage, tests: impl Iterator<Item = String>) {
        let tests: Vec<String> = tests.collect();
        if !tests.is_empty() {
            self.of.push((file.name.clone(), language, tests));
        }
    }

    /// Writes the tests into a new file; says how the command ends where that is refused. Nothing is written over.
    pub(super) fn write(self, path: &Path, console: &Console) -> io::Result<Option<Exit>> {
        let file = || ("file", shown(path).into());
        let refuse = |id: &str, args: &[_]| -> io::Result<Option<Exit>> {
            console.print_error(&format!("{}\n", console.text(id, args)))?;
            Ok(Some(Exit::BadInput))
        };
        let (policy, language, tests) = match self.of.as_slice() {
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
        let mut text = using(path, Path::new(policy), *language);
        text.push_str(&tests.join("\n"));
        if let Err(error) = create_file(path, &text) {
            return refuse("cannot-write", &[file(), ("reason", error.to_string().into())]);
        }
        console
            .print_error(&format!("{}\n", console.text("tests-written", &[file(), ("count", tests.len().into())])))?;
        Ok(None)
    }
}

/// The line by which the new file uses the policy, so that its tests run as they stand. There is none where the policy
/// does not lie in the folder of the file or below: then the tests are to be pasted.
fn using(path: &Path, policy: &Path, language: KeywordLanguage) -> String {
    let folder = path.parent().map(|parent| if parent.as_os_str().is_empty() { Path::new(".") } else { parent });
    let folder = folder.and_then(|folder| folder.canonicalize().ok());
    let policy = policy.canonicalize().ok();
    let below = folder.zip(policy).and_then(|(folder, policy)| policy.strip_prefix(&folder).ok().map(Path::to_owned));
    let keyword = match language {
        KeywordLanguage::English => "use",
        KeywordLanguage::Chinese => "引用文件",
    };
    let named = below.and_then(|below| {
        let parts: Option<Vec<&str>> = below.components().map(|part| part.as_os_str().to_str()).collect();
        parts.map(|parts| parts.join("/"))
    });
    named.map_or_else(String::new, |named| {
        format!("{keyword} \"{}\"\n\n", named.replace('\\', "\\\\").replace('"', "\\\""))
    })
}
