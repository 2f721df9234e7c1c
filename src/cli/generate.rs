//! `policyc test --generate`.

use super::Exit;
use super::console::Console;
use super::new_tests::{NewTests, keyword_language};
use super::test::FileReport;
use crate::diagnostic::visible;
use crate::source::SourceMap;
use crate::testing::{Setting, generate};
use std::fmt::Write;
use std::io;
use std::path::Path;

/// Prints the tests that are missing, ready to be pasted; what is said of them goes to standard error.
pub(super) fn run(
    files: &[FileReport],
    write: Option<&Path>,
    setting: &Setting,
    sources: &SourceMap,
    console: &Console,
) -> io::Result<Exit> {
    let mut new = NewTests::default();
    let (mut blocks, mut notes) = (Vec::new(), String::new());
    for file in files {
        let language = keyword_language(file, sources);
        let found = generate(&file.policy, language, sources, setting);
        let args = [("file", file.name.as_str().into()), ("tests", found.tests.len().into())];
        let _ = writeln!(notes, "{}", console.text("generated-of", &args));
        for (id, lines) in [("generated-impossible", &found.impossible), ("generated-open", &found.open)] {
            if !lines.is_empty() {
                let _ = writeln!(notes, "  {}", console.text(id, &[]));
            }
            for line in lines {
                let _ = writeln!(notes, "    {}", visible(line));
            }
        }
        blocks.extend(found.tests.iter().map(|test| test.text.clone()));
        new.add(found.tests.into_iter().map(|test| test.text));
    }
    console.print_error(&notes)?;
    match write {
        Some(path) => Ok(new.write(path, console)?.unwrap_or(Exit::Fine)),
        None => {
            console.print_raw(&blocks.join("\n"))?;
            Ok(Exit::Fine)
        }
    }
}
