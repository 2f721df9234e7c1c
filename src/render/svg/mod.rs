//! Pictures as SVG: one file of its own, or a part of a page.
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "numbers of lines and columns are small and not negative"
)]

mod canvas;
mod chart;
mod layout;
mod network;
mod style;
mod text;

pub(super) use chart::chart;
pub use layout::TooLarge;
pub(super) use network::network;
pub(super) use style::{dark, light};

use super::words::Words;
use canvas::Canvas;

/// Where a picture stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Surroundings {
    /// In a file of its own, with its title and its style.
    File,
    /// In a page, which has the style, and the clauses to link to.
    Page,
}

fn finish(canvas: Canvas, words: Words<'_>, title: &str, surroundings: Surroundings) -> String {
    let style = light();
    let style = match surroundings {
        Surroundings::File => Some(style.as_str()),
        Surroundings::Page => None,
    };
    canvas.finish(title, style, words.language().tag())
}
