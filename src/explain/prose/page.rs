//! Pages of plain text with headings and lists, and how they are written.

use crate::diagnostic::visible;

/// A page for readers: plain text in blocks. Whoever writes it sees to it that no text is taken for anything else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Block {
    Heading(usize, String),
    Paragraph(String),
    List(Vec<Item>),
}

/// An item of a list, with items of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) text: String,
    pub(super) items: Vec<Item>,
}

impl Item {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), items: Vec::new() }
    }

    pub(super) fn with(text: impl Into<String>, items: Vec<Self>) -> Self {
        Self { text: text.into(), items }
    }
}

impl Page {
    pub(super) fn heading(&mut self, level: usize, text: impl Into<String>) {
        self.blocks.push(Block::Heading(level, text.into()));
    }

    /// A paragraph; nothing where it is empty.
    pub(super) fn paragraph(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.blocks.push(Block::Paragraph(text));
        }
    }

    /// A list under a heading; nothing where it is empty.
    pub(super) fn list(&mut self, level: usize, heading: String, items: Vec<Item>) {
        if !items.is_empty() {
            self.heading(level, heading);
            self.blocks.push(Block::List(items));
        }
    }

    /// The page as Markdown. All text is escaped, so that no label becomes a heading, a link or markup.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut text = String::new();
        for block in &self.blocks {
            if !text.is_empty() {
                text.push('\n');
            }
            match block {
                Block::Heading(level, heading) => {
                    text.push_str(&format!("{} {}\n", "#".repeat((*level).clamp(1, 6)), escaped(heading)));
                }
                Block::Paragraph(paragraph) => text.push_str(&format!("{}\n", escaped(paragraph))),
                Block::List(items) => push_items(&mut text, items, 0, &|item| escaped(item)),
            }
        }
        text
    }

    /// The page as plain text for a terminal; headings are written as `heading` says, by their level.
    #[must_use]
    pub fn to_text(&self, heading: &dyn Fn(usize, &str) -> String) -> String {
        let mut text = String::new();
        for block in &self.blocks {
            match block {
                Block::Heading(level, own) => {
                    if !text.is_empty() {
                        text.push('\n');
                    }
                    text.push_str(&heading(*level, &visible(own)));
                    text.push('\n');
                }
                Block::Paragraph(paragraph) => text.push_str(&format!("{}\n", visible(paragraph))),
                Block::List(items) => push_items(&mut text, items, 1, &|item| visible(item).into_owned()),
            }
        }
        text
    }
}

fn push_items(text: &mut String, items: &[Item], depth: usize, written: &dyn Fn(&str) -> String) {
    for item in items {
        text.push_str(&format!("{}- {}\n", "  ".repeat(depth), written(&item.text)));
        push_items(text, &item.items, depth + 1, written);
    }
}

/// Text that Markdown, and HTML inside it, take for nothing but text.
fn escaped(text: &str) -> String {
    let visible = visible(text);
    let mut escaped = String::with_capacity(visible.len());
    let starts_list = |text: &str| {
        let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
        digits.len() < text.len() && digits.starts_with(['.', ')'])
    };
    for (index, c) in visible.char_indices() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '!' | '$' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '+' | '-' | '=' if index == 0 => {
                escaped.push('\\');
                escaped.push(c);
            }
            '.' | ')' if starts_list(&visible) && visible.get(..index).is_some_and(all_digits) => {
                escaped.push('\\');
                escaped.push(c);
            }
            ':' if visible.get(index..).is_some_and(|rest| rest.starts_with("://")) => escaped.push_str("&#58;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{Item, Page};

    #[test]
    fn no_text_becomes_markup() {
        let mut page = Page::default();
        page.heading(1, "# <script>alert(1)</script>");
        page.paragraph("1. a | b ]]> `x` **y** _z_ \u{1b}[31m ![i](http://h) \\");
        page.list(2, "- list".to_owned(), vec![Item::with("+ one\ntwo", vec![Item::new("*")])]);
        assert_eq!(
            page.to_markdown(),
            "# \\# &lt;script&gt;alert(1)&lt;/script&gt;\n\n\
             1\\. a \\| b \\]\\]&gt; \\`x\\` \\*\\*y\\*\\* \\_z\\_ ⟨U+001B⟩\\[31m \\!\\[i\\](http&#58;//h) \\\\\n\n\
             ## \\- list\n\n\
             - \\+ one⟨U+000A⟩two\n  - \\*\n"
        );
        let text = page.to_text(&|level, heading| format!("{level} {heading}"));
        assert!(text.starts_with("1 # <script>"), "{text}");
        assert!(!text.contains('\u{1b}'), "{text}");
    }
}
