//! The language server: policies in an editor.
//!
//! One thread owns all that is known (`state.rs`) and answers in order; another looks for findings (`background.rs`).
//! Edits are applied as they come; texts are checked when nothing more is waiting to be read, or when a request needs
//! to know. One file for each request.

#![allow(clippy::unnecessary_wraps)] // all requests are answered in one form, also those that cannot fail

mod actions;
mod background;
mod capabilities;
mod cases;
mod commands;
mod completion;
mod definition;
mod diagnostics;
mod documents;
mod folding;
mod formatting;
mod highlights;
mod hints;
mod hover;
mod insight;
mod lenses;
mod links;
mod overlay;
mod page;
mod position;
mod progress;
mod project;
mod references;
mod rename;
mod roots;
mod selection;
mod serve;
mod server;
mod settings;
mod state;
mod symbols;
mod tokens;
mod transport;
mod words;

pub use serve::{Ending, Start, serve};
pub use settings::{FaultySettings, NoSettings, Settings, Sifted};
