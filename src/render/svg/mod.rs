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
use canvas::{Anchor, Canvas};
use text::width;

/// Where a picture stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Surroundings {
    /// In a file of its own, with its title and its style.
    File,
    /// In a page, which has the style, and the clauses to link to.
    Page,
}

/// The room around a picture.
const MARGIN: f64 = 20.0;
/// The size of plain text, and of notes.
const TEXT: f64 = 13.0;
const SMALL: f64 = 11.0;

/// A picture with nothing but its title, where it has one; and the height from which on there is room.
fn begin(title: &str, surroundings: Surroundings) -> (Canvas, f64) {
    let mut canvas = Canvas::new();
    match surroundings {
        Surroundings::Page => (canvas, MARGIN),
        Surroundings::File => {
            canvas.text("title", (MARGIN, MARGIN + 14.0), Anchor::Start, title);
            canvas.reach(MARGIN + width(title, 17.0), MARGIN + 20.0);
            (canvas, MARGIN + 34.0)
        }
    }
}

fn finish(canvas: Canvas, words: Words<'_>, title: &str, surroundings: Surroundings) -> String {
    let style = light();
    let style = match surroundings {
        Surroundings::File => Some(style.as_str()),
        Surroundings::Page => None,
    };
    canvas.finish(title, style, words.language().tag())
}
