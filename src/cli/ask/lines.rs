//! Prompts where there is no terminal: a line for each answer.

use super::prompts::{Heard, Prompts};
use crate::cli::console::Console;
use crate::source::limits::MAX_FILE_BYTES;
use std::fmt::Write;
use std::io::{self, BufRead, Read};

/// Lines of a file or of another program.
pub(super) struct Lines<'c, R> {
    input: R,
    console: &'c Console,
}

impl<'c, R: BufRead> Lines<'c, R> {
    pub(super) fn new(input: R, console: &'c Console) -> Self {
        Self { input, console }
    }

    fn line(&mut self) -> io::Result<Option<String>> {
        let mut line = Vec::new();
        let most = u64::try_from(MAX_FILE_BYTES).unwrap_or(u64::MAX);
        if self.input.by_ref().take(most).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        Ok(Some(String::from_utf8_lossy(&line).trim().to_owned()))
    }
}

impl<R: BufRead> Prompts for Lines<'_, R> {
    fn choose(&mut self, prompt: &str, options: &[String], _: &str) -> io::Result<Heard<usize>> {
        let mut text = String::new();
        for (number, option) in (1..).zip(options) {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "  {number}. {option}");
        }
        loop {
            self.console.print_error(&format!("{text}{prompt}: "))?;
            let Some(line) = self.line()? else { return Ok(Heard::Over) };
            self.console.print_error("\n")?;
            let name = |option: &String| option.split(" (").next().is_some_and(|name| name == line);
            let place = match line.parse::<usize>() {
                Ok(number) => number.checked_sub(1).filter(|place| *place < options.len()),
                Err(_) => options.iter().position(name),
            };
            match place {
                Some(place) => return Ok(Heard::Given(place)),
                None => self.console.print_error(&format!("{}\n", self.console.text("ask-no-option", &[])))?,
            }
        }
    }

    fn text(&mut self, prompt: &str, help: &str) -> io::Result<Heard<String>> {
        self.console.print_error(&format!("  {help}\n{prompt}: "))?;
        let line = self.line()?;
        self.console.print_error("\n")?;
        Ok(line.map_or(Heard::Over, Heard::Given))
    }
}
