//! A document as data, the same for every format.

use crate::diagnostic::Language;

/// A document: a title and blocks in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::render) struct Document {
    pub(in crate::render) title: String,
    pub(in crate::render) language: Language,
    /// What stands above the list of its chapters.
    pub(in crate::render) contents: String,
    pub(in crate::render) blocks: Vec<Block>,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::render) enum Block {
    Heading {
        level: u8,
        text: String,
        anchor: String,
    },
    Paragraph(Text),
    /// A remark about what stands around it.
    Remark(Text),
    List(Vec<Item>),
    Table(Table),
    Picture(Picture),
}

/// Text with links and emphasis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::render) struct Text(pub(in crate::render) Vec<Piece>);

/// A piece of a [`Text`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::render) enum Piece {
    Plain(String),
    Strong(String),
    /// A name as it is written in the policy.
    Name(String),
    /// Words that lead to an anchor of the document.
    Link {
        anchor: String,
        words: String,
    },
}

/// An item of a list, with items below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::render) struct Item {
    pub(in crate::render) text: Text,
    pub(in crate::render) below: Vec<Self>,
}

/// A table with a row of headings. The first cell of each row says what the row is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::render) struct Table {
    pub(in crate::render) caption: String,
    pub(in crate::render) head: Vec<String>,
    pub(in crate::render) rows: Vec<Vec<Text>>,
}

/// A picture, for pages as SVG, for Markdown as a Mermaid flowchart; `None` where it is too large for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::render) struct Picture {
    pub(in crate::render) caption: String,
    pub(in crate::render) svg: String,
    pub(in crate::render) mermaid: String,
}

impl Text {
    pub(in crate::render) fn plain(words: impl Into<String>) -> Self {
        Self(vec![Piece::Plain(words.into())])
    }

    pub(in crate::render) fn strong(words: impl Into<String>) -> Self {
        Self(vec![Piece::Strong(words.into())])
    }

    pub(in crate::render) fn name(words: impl Into<String>) -> Self {
        Self(vec![Piece::Name(words.into())])
    }

    pub(in crate::render) fn link(anchor: String, words: String) -> Self {
        Self(vec![Piece::Link { anchor, words }])
    }

    /// Adds words.
    pub(in crate::render) fn and(mut self, words: impl Into<String>) -> Self {
        self.0.push(Piece::Plain(words.into()));
        self
    }

    /// Adds another text.
    pub(in crate::render) fn then(mut self, more: Self) -> Self {
        self.0.extend(more.0);
        self
    }
}

impl Item {
    pub(in crate::render) fn plain(words: impl Into<String>) -> Self {
        Self { text: Text::plain(words), below: Vec::new() }
    }
}
