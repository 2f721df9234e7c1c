//! `policyc rule`.

use super::Exit;
use super::console::{Console, STRONG, styled};
use crate::diagnostic::{Code, nearest, page};
use clap::Args;
use std::fmt::Write;
use std::io;

/// Arguments of `policyc rule`.
#[derive(Debug, Args)]
pub(super) struct RuleArguments {
    /// The code, such as `E0301`
    code: Option<String>,
}

pub(super) fn run(arguments: &RuleArguments, console: &mut Console) -> io::Result<Exit> {
    let Some(wanted) = &arguments.code else {
        let mut list = String::new();
        for code in Code::ALL {
            let title = page(*code, console.language()).title;
            // Writing to a string cannot fail.
            let _ = writeln!(list, "{title}");
        }
        console.print(&list)?;
        return Ok(Exit::Fine);
    };
    let Some(code) = Code::parse(wanted) else {
        let mut text = console.text("unknown-code", &[("code", wanted.as_str().into())]);
        if let Some(near) = nearest(&wanted.to_uppercase(), Code::ALL.iter().map(|code| code.as_str())) {
            text = format!("{text} ({near}?)");
        }
        console.print_error(&format!("{text}\n"))?;
        return Ok(Exit::BadInput);
    };
    let found = page(code, console.language());
    let mut text = format!("{}\n\n{}\n", styled(STRONG, found.title), found.text);
    if console.language() != crate::diagnostic::Language::English {
        for example in found.examples() {
            let _ = write!(text, "\n```{}\n{}```\n", example.language, example.text);
        }
    }
    console.print(&text)?;
    Ok(Exit::Fine)
}
