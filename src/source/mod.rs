//! Policy texts: where they come from, how places in them are named, and how large they may be.

#[cfg(feature = "cli")]
mod discover;
#[cfg(feature = "cli")]
mod disk;
mod folder;
pub mod limits;
mod line_index;
#[cfg(feature = "cli")]
mod load;
mod map;
#[cfg(feature = "cli")]
mod paths;
mod span;

#[cfg(feature = "cli")]
pub use discover::{DiscoverError, policy_files};
#[cfg(feature = "cli")]
pub use disk::FolderOnDisk;
pub use folder::{Folder, FolderError, Home};
pub(crate) use line_index::floor_boundary;
pub use line_index::{LineIndex, Position};
#[cfg(feature = "cli")]
pub use load::{LoadError, decode_utf8, read_text, replace_file, write_new_file};
pub use map::{Source, SourceId, SourceMap};
#[cfg(feature = "cli")]
pub(crate) use paths::absolute;
pub use span::{Place, Span};
