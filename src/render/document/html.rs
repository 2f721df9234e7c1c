//! A document as one HTML page that needs nothing else.

use super::model::{Block, Document, Item, Piece, Table, Text};
use crate::diagnostic::visible;
use crate::render::svg;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The style of a page: light and dark, narrow and wide, on screen and on paper.
const STYLE: &str = include_str!("page.css");

/// A document as a page.
pub(in crate::render) fn html(document: &Document) -> String {
    let pictures = format!("{}@media screen and (prefers-color-scheme:dark){{\n{}}}\n", svg::light(), svg::dark());
    let page = html! {
        (DOCTYPE)
        html lang=(document.language.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (shown(&document.title)) }
                style { (PreEscaped(STYLE)) (PreEscaped(pictures)) }
            }
            body {
                header { h1 { (shown(&document.title)) } }
                nav aria-label=(shown(&document.contents)) {
                    h2 { (shown(&document.contents)) }
                    ol { @for (text, anchor) in chapters(document) { li { a href=(link(anchor)) { (shown(text)) } } } }
                }
                main { @for block in &document.blocks { (rendered(block)) } }
            }
        }
    };
    let mut text = page.into_string();
    text.push('\n');
    text
}

fn chapters(document: &Document) -> impl Iterator<Item = (&str, &str)> {
    document.blocks.iter().filter_map(|block| match block {
        Block::Heading { level: 2, text, anchor } => Some((text.as_str(), anchor.as_str())),
        Block::Heading { .. }
        | Block::Paragraph(_)
        | Block::Remark(_)
        | Block::List(_)
        | Block::Table(_)
        | Block::Picture(_) => None,
    })
}

/// A text whose hidden signs are visible; what escapes it is maud.
fn shown(words: &str) -> String {
    visible(words).into_owned()
}

fn link(anchor: &str) -> String {
    format!("#{anchor}")
}

fn rendered(block: &Block) -> Markup {
    match block {
        Block::Heading { level, text, anchor } => heading(*level, text, anchor),
        Block::Paragraph(text) => html! { p { (pieces(text)) } "\n" },
        Block::Remark(text) => html! { p.remark { (pieces(text)) } "\n" },
        Block::List(items) => list(items),
        Block::Table(table) => self::table(table),
        Block::Picture(picture) => html! {
            figure { div.wide tabindex="0" { (PreEscaped(&picture.svg)) } figcaption { (shown(&picture.caption)) } } "\n"
        },
    }
}

fn heading(level: u8, text: &str, anchor: &str) -> Markup {
    let inner = html! { (shown(text)) " " a.anchor href=(link(anchor)) aria-label=(shown(text)) { "#" } };
    html! {
        @match level {
            2 => { h2 id=(anchor) { (inner) } }
            3 => { h3 id=(anchor) { (inner) } }
            4 => { h4 id=(anchor) { (inner) } }
            _ => { h5 id=(anchor) { (inner) } }
        }
        "\n"
    }
}

fn list(items: &[Item]) -> Markup {
    html! {
        ul { @for item in items { li { (pieces(&item.text)) @if !item.below.is_empty() { (list(&item.below)) } } } } "\n"
    }
}

fn table(table: &Table) -> Markup {
    html! {
        div.wide tabindex="0" {
            table {
                caption { (shown(&table.caption)) }
                thead { tr { @for cell in &table.head { th scope="col" { (shown(cell)) } } } }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for (index, cell) in row.iter().enumerate() {
                                @if index == 0 { th scope="row" { (pieces(cell)) } } @else { td { (pieces(cell)) } }
                            }
                        }
                        "\n"
                    }
                }
            }
        }
        "\n"
    }
}

fn pieces(text: &Text) -> Markup {
    html! {
        @for piece in &text.0 {
            @match piece {
                Piece::Plain(words) => { (shown(words)) }
                Piece::Strong(words) => { strong { (shown(words)) } }
                Piece::Name(words) => { code { (shown(words)) } }
                Piece::Link { anchor, words } => { a href=(link(anchor)) { (shown(words)) } }
            }
        }
    }
}
