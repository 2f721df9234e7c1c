//! What is said to the author: codes, diagnostics as data, their words in two languages, and the ways to print them.
//!
//! This room knows places and words, no construct of the language.

#[cfg(feature = "author")]
mod catalogue;
mod code;
mod fixes;
mod language;
#[cfg(feature = "author")]
mod lookalike;
mod model;
mod page;
#[cfg(feature = "cli")]
pub mod render;
mod sanitize;
mod selection;
mod suggest;

#[cfg(feature = "author")]
pub use catalogue::Catalogue;
pub use code::{Code, Group, Severity};
pub use fixes::{Mended, apply_fixes};
pub use language::Language;
#[cfg(feature = "author")]
pub use lookalike::look;
pub use model::{Arg, COUNTING_ARGS, Diagnostic, Diagnostics, Fix, Label, Phrase, Replacement, Safety};
pub use page::{Example, ExampleKind, Page, page};
pub(crate) use sanitize::is_hidden;
pub use sanitize::visible;
pub use selection::{Selection, Selector, UnknownSelector};
pub use suggest::nearest;
