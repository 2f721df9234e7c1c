//! `check --write-tests FILE`.

use super::check::Checked;
use super::console::Console;
use super::{Exit, paths};
use crate::diagnostic::{Diagnostics, Severity};
use crate::source::replace_file;
use crate::syntax::{detect_keywords, parse};
use crate::testing::witness_tests;
use std::io;
use std::path::Path;

/// Appends the cases of what is reported of a policy as tests to the policy itself: tests belong to one policy and
/// cannot stand in a file of their own. With errors nothing is written.
pub(super) fn write(path: &Path, checked: &Checked, console: &Console) -> io::Result<Exit> {
    let shown = path.display().to_string();
    let errors: Diagnostics =
        checked.reported.iter().filter(|one| one.severity() == Severity::Error).cloned().collect();
    if !errors.is_empty() {
        console.complain(&errors, &checked.sources)?;
        return Ok(Exit::BadInput);
    }
    let own = paths::absolute(path);
    let is_own = |name: &Path| paths::absolute(name) == own;
    let policy = checked.files.iter().find(|file| is_own(&file.path)).and_then(|file| {
        let source = file.source?;
        Some((file.policy.as_ref()?, source, checked.sources.get(source)?))
    });
    let Some((policy, source, text)) = policy else {
        console.print_error(&format!("{}\n", console.text("tests-not-a-policy", &[("file", shown.into())])))?;
        return Ok(Exit::BadInput);
    };
    let found: Diagnostics =
        checked.reported.iter().filter(|one| one.span.is_some_and(|span| span.source == source)).cloned().collect();
    let text = text.text();
    let language = detect_keywords(&parse(source, text).ast, text);
    let written = match witness_tests(policy, &found, language) {
        Ok(written) => written,
        Err(error) => {
            let args = [("file", shown.into()), ("reason", error.to_string().into())];
            console.print_error(&format!("{}\n", console.text("cannot-write", &args)))?;
            return Ok(Exit::Internal);
        }
    };
    if written.count > 0 {
        let between = if text.ends_with('\n') { "\n" } else { "\n\n" };
        if let Err(error) = replace_file(path, &format!("{text}{between}{}", written.text)) {
            let args = [("file", shown.into()), ("reason", error.to_string().into())];
            console.print_error(&format!("{}\n", console.text("cannot-write", &args)))?;
            return Ok(Exit::BadInput);
        }
    }
    let args = [("file", shown.into()), ("count", written.count.into())];
    console.print_error(&format!("{}\n", console.text("tests-written", &args)))?;
    Ok(Exit::Fine)
}
