//! Prompts on a terminal.

use super::prompts::{Heard, Prompts};
use crate::cli::console::Console;
use inquire::ui::RenderConfig;
use inquire::{InquireError, Select, Text};
use std::io;

/// How many options are shown at once.
const PAGE: usize = 12;

/// The terminal of the user.
pub(super) struct Terminal {
    style: RenderConfig<'static>,
}

impl Terminal {
    pub(super) fn new(console: &Console) -> Self {
        let style = if console.has_colours() { RenderConfig::default() } else { RenderConfig::empty() };
        Self { style }
    }
}

impl Prompts for Terminal {
    fn choose(&mut self, prompt: &str, options: &[String], help: &str) -> io::Result<Heard<usize>> {
        let select = Select::new(prompt, options.iter().collect()).with_help_message(help).with_page_size(PAGE);
        heard(select.with_render_config(self.style).raw_prompt().map(|option| option.index))
    }

    fn text(&mut self, prompt: &str, help: &str) -> io::Result<Heard<String>> {
        heard(Text::new(prompt).with_help_message(help).with_render_config(self.style).prompt())
    }
}

fn heard<T>(answer: Result<T, InquireError>) -> io::Result<Heard<T>> {
    match answer {
        Ok(answer) => Ok(Heard::Given(answer)),
        Err(InquireError::OperationCanceled) => Ok(Heard::Left),
        // A terminal that is gone has ended as much as one that breaks off.
        Err(InquireError::OperationInterrupted | InquireError::IO(_)) => Ok(Heard::Over),
        Err(error) => Err(io::Error::other(error)),
    }
}
