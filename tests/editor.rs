//! The language server, as an editor sees it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::needless_pass_by_value)] // messages are written where they are sent

#[path = "editor/case_files.rs"]
mod case_files;
#[path = "editor/client.rs"]
mod client;
#[path = "editor/edits.rs"]
mod edits;
#[path = "editor/faulty_input.rs"]
mod faulty_input;
#[path = "editor/grammar.rs"]
mod grammar;
#[path = "editor/lenses.rs"]
mod lenses;
#[path = "editor/names.rs"]
mod names;
#[path = "editor/neovim.rs"]
mod neovim;
#[path = "editor/progress.rs"]
mod progress;
#[path = "editor/projects.rs"]
mod projects;
#[path = "editor/sessions.rs"]
mod sessions;
#[path = "editor/texts.rs"]
mod texts;
