//! Documents as data, and how they are printed.

mod html;
mod markdown;
mod model;

pub(super) use html::html;
pub(super) use markdown::markdown;
pub(super) use model::{Block, Document, Item, Picture, Table, Text};
