//! A document as Markdown, with pictures as Mermaid flowcharts.

use super::model::{Block, Document, Item, Piece, Table, Text};
use crate::diagnostic::visible;

/// A document as Markdown.
pub(in crate::render) fn markdown(document: &Document) -> String {
    let mut text = format!("# {}\n", escaped(&document.title));
    let mut above = "";
    for block in &document.blocks {
        text.push('\n');
        match block {
            Block::Heading { level, text: words, anchor } => {
                // An anchor of its own: those that pages make of headings differ from page to page.
                let signs = "#".repeat(usize::from(*level));
                text.push_str(&format!("<a id=\"{anchor}\"></a>\n\n{signs} {}\n", escaped(words)));
            }
            Block::Paragraph(words) => text.push_str(&format!("{}\n", unlike_a_list(pieces(words)))),
            Block::Remark(words) => text.push_str(&format!("> {}\n", unlike_a_list(pieces(words)))),
            Block::List(items) => list(&mut text, items, 0),
            Block::Table(table) => self::table(&mut text, table, above),
            Block::Picture(picture) => {
                text.push_str(&format!("{}\n\n```mermaid\n{}```\n", escaped(&picture.caption), picture.mermaid));
            }
        }
        above = match block {
            Block::Heading { text, .. } => text,
            Block::Paragraph(_) | Block::Remark(_) | Block::List(_) | Block::Table(_) | Block::Picture(_) => "",
        };
    }
    text
}

fn list(text: &mut String, items: &[Item], depth: usize) {
    for item in items {
        text.push_str(&format!("{}- {}\n", "  ".repeat(depth), unlike_a_list(pieces(&item.text))));
        list(text, &item.below, depth + 1);
    }
}

/// A table below its caption; a heading that says the same is enough.
fn table(text: &mut String, table: &Table, above: &str) {
    if table.caption != above {
        text.push_str(&format!("**{}**\n\n", escaped(&table.caption)));
    }
    let head: Vec<String> = table.head.iter().map(|cell| escaped(cell)).collect();
    text.push_str(&format!("| {} |\n|{}\n", head.join(" | "), "---|".repeat(head.len())));
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(pieces).collect();
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
}

fn pieces(text: &Text) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Plain(words) => escaped(words),
        Piece::Strong(words) => format!("**{}**", escaped(words)),
        Piece::Name(words) => format!("<code>{}</code>", escaped(words)),
        Piece::Link { anchor, words } => format!("[{}](#{anchor})", escaped(words)),
    };
    text.0.iter().map(piece).collect()
}

/// Text that Markdown shows as it is: its signs are escaped, and what HTML would read becomes an entity.
fn escaped(words: &str) -> String {
    let shown = visible(words);
    let mut safe = String::with_capacity(shown.len());
    for sign in shown.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                safe.push('\\');
                safe.push(sign);
            }
            _ => safe.push(sign),
        }
    }
    safe
}

/// What a line begins with does not make it a heading or an item of a list.
fn unlike_a_list(line: String) -> String {
    let first = line.chars().next();
    if matches!(first, Some('#' | '-' | '+' | '=')) {
        return format!("\\{line}");
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match (digits, line.as_bytes().get(digits)) {
        (1.., Some(b'.' | b')')) => {
            let (number, rest) = line.split_at(digits);
            format!("{number}\\{rest}")
        }
        _ => line,
    }
}
