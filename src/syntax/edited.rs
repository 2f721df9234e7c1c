//! A text that is edited: what an edit does not touch is not read again.
//!
//! What an edit can change lies between two pairs of sound pieces that it does not touch: a piece is read from its start
//! on, and looks no further than into the next one. That holds where braces match: then recovery, which looks for the end
//! of a brace, finds it within the same piece. So the pieces between are read alone. They count if they end with the
//! same sound pieces as before; otherwise, and where braces do not match, the whole text is read. A property in the
//! tests compares both ways.

use super::ast::{Comment, Item, Movable, Shift};
use super::parse::Parsed;
use super::pieces::{Piece, PieceKind, Pieces, pieces};
use super::repair::Repaired;
use super::scan::{Depth, Scan, scan};
use crate::source::limits::MAX_FILE_BYTES;
use crate::source::{SourceId, floor_boundary};
use std::collections::BTreeMap;
use std::ops::Range;

/// A text with what it was read as.
///
/// ```
/// use policyc::source::SourceId;
/// use policyc::syntax::EditedText;
///
/// let mut text = EditedText::new(SourceId(0), "body desk\nbody board\n".to_owned());
/// text.replace("body desk\nbody council\n");
/// assert_eq!(text.items().count(), 2);
/// assert!(text.parsed().diagnostics.is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct EditedText {
    source: SourceId,
    text: String,
    read: Pieces,
    bytes_read: usize,
}

impl EditedText {
    /// Reads a text.
    #[must_use]
    pub fn new(source: SourceId, text: String) -> Self {
        let read = Pieces::read(source, &text);
        Self { source, bytes_read: text.len(), text, read }
    }

    /// The text as it was read last.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text that its places are in.
    #[must_use]
    pub fn source(&self) -> SourceId {
        self.source
    }

    /// Takes another text in place of this one; the more they have in common, the less is read.
    pub fn replace(&mut self, text: &str) {
        if self.text == text {
            return;
        }
        self.bytes_read = text.len();
        self.read = match self.reread(text) {
            Ok(read) => read,
            Err(Some(scanned)) => Pieces::of(self.source, *scanned),
            Err(None) => Pieces::read(self.source, text),
        };
        text.clone_into(&mut self.text);
    }

    /// How many bytes were read again when the text was replaced last.
    #[must_use]
    pub fn bytes_read(&self) -> usize {
        self.bytes_read
    }

    /// The tree and all that is wrong with the text, as [`parse`](super::parse) gives them.
    #[must_use]
    pub fn parsed(&self) -> Parsed {
        self.read.clone().into_parsed(self.source)
    }

    /// What the text says, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.read.row.iter().filter_map(|piece| piece.item.as_ref())
    }

    /// The comments, in order.
    #[must_use]
    pub fn comments(&self) -> &[Comment] {
        &self.read.comments
    }

    /// The language that most of its keywords are written in.
    #[cfg(feature = "author")]
    #[must_use]
    pub fn keywords(&self) -> super::KeywordLanguage {
        super::format::keyword_language(&self.text, &self.read.comments)
    }

    /// What the new text is read as, where a part of it is enough; else the scan, if it was made.
    fn reread(&mut self, text: &str) -> Result<Pieces, Option<Box<Scan>>> {
        if self.read.groups.is_none() || text.len() > MAX_FILE_BYTES || has_stray_brace(&self.read.row) {
            return Err(None);
        }
        let scanned = Box::new(scan(self.source, text));
        let Some(groups) = scanned.groups.as_deref().filter(|_| scanned.depth == Depth::Within) else {
            return Err(Some(scanned));
        };
        let window = Window::around(&self.text, text, &self.read.row);
        let is_outside = |at: usize| {
            let first = groups.partition_point(|group| group.end <= at);
            groups.get(first).is_none_or(|group| at <= group.start)
        };
        if !is_outside(window.bytes.start) || !is_outside(window.bytes.end) {
            return Err(Some(scanned));
        }
        let Some(new) = window.read(self.source, text, &self.read.row) else { return Err(Some(scanned)) };
        self.bytes_read = window.bytes.len();
        let mut pieces = std::mem::take(&mut self.read.row);
        let mut rest = pieces.split_off(window.behind);
        pieces.truncate(window.before);
        rest.shift(window.moved);
        pieces.extend(new);
        pieces.append(&mut rest);
        let Scan { comments, diagnostics: of_scan, groups, .. } = *scanned;
        Ok(Pieces { row: pieces, comments, of_scan, groups })
    }
}

/// The texts of a policy while they are edited, by the names that they are shown under.
#[derive(Clone, Debug, Default)]
pub struct EditedTexts {
    texts: BTreeMap<String, EditedText>,
}

impl EditedTexts {
    /// Takes a text in place of the older one of this name.
    pub fn take(&mut self, name: &str, source: SourceId, text: &str) -> &EditedText {
        let known = self.texts.entry(name.to_owned()).or_insert_with(|| EditedText::new(source, String::new()));
        if known.source == source {
            known.replace(text);
        } else {
            // Its places would all be those of another text.
            *known = EditedText::new(source, text.to_owned());
        }
        known
    }

    /// The text of a name, as it was taken last.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&EditedText> {
        self.texts.get(name)
    }
}

fn has_stray_brace(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| piece.kind == PieceKind::StrayBrace)
}

/// The part of a new text that has to be read again. It begins with a piece that is kept and ends with two of them,
/// unless it begins or ends with the text.
struct Window {
    /// How many of the old pieces are kept before what is new.
    before: usize,
    /// The first of the old pieces that are kept behind it.
    behind: usize,
    /// Where it lies in the new text.
    bytes: Range<usize>,
    /// How far what stands behind the change has moved.
    moved: Shift,
}

/// How many pieces have to show that a window ended well.
const BEHIND: usize = 2;

impl Window {
    fn around(old: &str, new: &str, pieces: &[Piece]) -> Self {
        let (from, to) = changed(old, new);
        let first_line = old.get(..from).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let last_line = old.get(to..).and_then(|rest| rest.find('\n')).map_or(old.len(), |at| to + at + 1);
        let start = |index: usize| pieces.get(index).map_or(old.len(), |piece| piece.start as usize);
        let is_pair = |index: usize| {
            let is_sound = |index: usize| pieces.get(index).is_some_and(Piece::is_sound);
            is_sound(index) && is_sound(index + 1)
        };
        // Both pieces of the pair, and what lies before the next one, are the same in both texts.
        let untouched = pieces.partition_point(|piece| piece.start as usize <= first_line).saturating_sub(2);
        let first = (0..untouched).rev().find(|index| is_pair(*index));
        let next = pieces.partition_point(|piece| (piece.start as usize) < last_line);
        let last = (next..pieces.len()).find(|index| is_pair(*index));
        let end = new.len() - (old.len() - last.map_or(old.len(), |last| start(last + BEHIND)));
        Self {
            before: first.map_or(0, |first| first + 1),
            behind: last.unwrap_or(pieces.len()),
            bytes: first.map_or(0, start)..end,
            moved: Shift::between(old.len(), new.len()),
        }
    }

    /// The new pieces without those that are kept, if what is kept was found where it should be.
    fn read(&self, source: SourceId, new: &str, old: &[Piece]) -> Option<Vec<Piece>> {
        let mut found = pieces(source, &Repaired::new(new.get(self.bytes.clone())?, Vec::new()));
        found.shift(Shift::between(0, self.bytes.start));
        if has_stray_brace(&found) {
            return None;
        }
        if self.behind < old.len() {
            let last = found.split_off(found.len().checked_sub(BEHIND)?);
            let kept = old.get(self.behind..self.behind + BEHIND)?;
            let is_kept = |(new, old): (&Piece, &Piece)| new.is_sound() && new.start == self.moved.offset(old.start);
            if !last.iter().zip(kept).all(is_kept) {
                return None;
            }
        }
        if self.before > 0 {
            let kept = old.get(self.before - 1)?;
            if !found.first().is_some_and(|first| first.is_sound() && first.start == kept.start) {
                return None;
            }
            found.remove(0);
        }
        Some(found)
    }
}

/// The bytes of the old text that are others in the new one.
fn changed(old: &str, new: &str) -> (usize, usize) {
    let same = old.bytes().zip(new.bytes()).take_while(|(old, new)| old == new).count();
    let from = floor_boundary(old, same);
    let most = old.len().min(new.len()) - from;
    let same_behind = old.bytes().rev().zip(new.bytes().rev()).take(most).take_while(|(old, new)| old == new).count();
    (from, floor_boundary(old, old.len() - same_behind))
}
