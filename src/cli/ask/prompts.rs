//! What a dialogue needs of whoever it speaks with.

use std::io;

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard<T> {
    /// An answer.
    Given(T),
    /// The prompt was left: the user wants something else than to answer.
    Left,
    /// The input ended, or the user broke off.
    Over,
}

/// One prompt after the other. All texts are safe to print.
pub(super) trait Prompts {
    /// Offers some options; gives the place of the one that was taken.
    fn choose(&mut self, prompt: &str, options: &[String], help: &str) -> io::Result<Heard<usize>>;

    /// Asks for a text.
    fn text(&mut self, prompt: &str, help: &str) -> io::Result<Heard<String>>;
}
