//! The handbook in both formats and languages, and the pictures and examples that the documents show.

use super::pictures::long;
use super::{OFFICE, SHIPPED, drawn, policy, shipped, svg, written};
use policyc::Language;
use policyc::render::{HandbookFormat, PictureFormat, PictureKind};
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;
use std::fs;

#[test]
fn a_handbook_shows_everything_in_readable_prose() {
    let office = policy(OFFICE);
    insta::assert_snapshot!("handbook_en_md", written(&office, HandbookFormat::Markdown, Language::English));
    insta::assert_snapshot!("handbook_zh_md", written(&office, HandbookFormat::Markdown, Language::Chinese));
    let page = written(&office, HandbookFormat::Html, Language::Chinese);
    // What the page is made of; its pictures and its style have tests of their own.
    let main = page.split("<main>").nth(1).unwrap();
    let without_pictures: String = main
        .split("<svg ")
        .enumerate()
        .map(|(n, part)| if n == 0 { part } else { part.split_once("</svg>").unwrap().1 })
        .collect();
    insta::assert_snapshot!("handbook_zh_html", without_pictures);
}

fn all<'p>(page: &'p Html, selector: &str) -> Vec<ElementRef<'p>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

#[test]
fn pages_are_whole_and_accessible() {
    for name in SHIPPED {
        let text = written(&shipped(name), HandbookFormat::Html, Language::Chinese);
        assert!(text.starts_with("<!DOCTYPE html><html lang=\"zh\">"));
        let page = Html::parse_document(&text);
        assert!(page.errors.is_empty(), "{name}: {:?}", &page.errors[..page.errors.len().min(3)]);
        // Everything is in the page.
        for outside in ["script", "link", "img", "iframe", "[src]"] {
            assert!(all(&page, outside).is_empty(), "{name}: {outside}");
        }
        assert!(!text.contains("url(") && !text.contains("@import"), "{name}");
        // Each anchor is there once, and each link leads to one.
        let ids: Vec<&str> = all(&page, "[id]").iter().map(|one| one.value().attr("id").unwrap()).collect();
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "{name}");
        let links = all(&page, "a[href]");
        assert!(links.len() > 50, "{name}");
        for link in links {
            let target = link.value().attr("href").unwrap().strip_prefix('#').unwrap();
            assert!(known.contains(target), "{name}: {target}");
        }
        // One title, headings without a gap, tables with captions and headings for their rows and columns.
        assert_eq!(all(&page, "h1").len(), 1);
        let levels = all(&page, "h1, h2, h3, h4, h5");
        let levels: Vec<u8> = levels.iter().map(|one| one.value().name().as_bytes()[1] - b'0').collect();
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{name}: {levels:?}");
        for table in all(&page, "table") {
            let has = |selector: &str| table.select(&Selector::parse(selector).unwrap()).next().is_some();
            assert!(has("caption") && has("th[scope=col]") && has("th[scope=row]"), "{name}");
        }
        for picture in all(&page, "svg") {
            assert!(picture.value().attr("aria-label").is_some_and(|label| !label.is_empty()));
            svg(&picture.html());
        }
    }
}

#[test]
fn a_long_policy_and_an_empty_one_have_handbooks() {
    let long = written(&long(1_000), HandbookFormat::Html, Language::English);
    assert_eq!(all(&Html::parse_document(&long), "h3").len(), 1_000);
    assert!(long.contains("is too large for one picture"));
    let empty = policy("policy nothing");
    for language in [Language::English, Language::Chinese] {
        let page = written(&empty, HandbookFormat::Html, language);
        assert!(Html::parse_document(&page).errors.is_empty());
        insta::assert_snapshot!(format!("empty_{language}"), written(&empty, HandbookFormat::Markdown, language));
    }
}

/// The fenced blocks of a document, with what stands behind the fence.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("````").or_else(|| line.strip_prefix("```")) {
            let fence = line.trim_end_matches(info);
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != fence).collect();
            found.push((info.to_owned(), block.join("\n")));
        }
    }
    found
}

#[test]
fn the_documents_show_what_is_printed() {
    let blocks_of = |text: &str, info: &str| -> Vec<String> {
        blocks(text).into_iter().filter(|(found, _)| found == info).map(|(_, block)| block).collect()
    };
    let document = fs::read_to_string("docs/pictures.md").unwrap();
    let small = policy(&blocks_of(&document, "policy")[0]);
    let mermaid = drawn(&small, PictureKind::Decisions, PictureFormat::Mermaid, Language::English);
    assert_eq!(blocks_of(&document, "mermaid"), [mermaid.trim_end()]);
    let dot = drawn(&small, PictureKind::Procedure, PictureFormat::Dot, Language::English);
    assert_eq!(blocks_of(&document, "dot"), [dot.trim_end()]);

    let document = fs::read_to_string("docs/handbook.md").unwrap();
    let small = policy(&blocks_of(&document, "policy")[0]);
    let text = written(&small, HandbookFormat::Markdown, Language::English);
    for shown in blocks_of(&document, "markdown") {
        assert!(text.contains(&shown), "not in the handbook:\n{shown}\n\n{text}");
    }
}

/// `UPDATE_PICTURES=1 cargo test --test rendering` draws them anew.
#[test]
fn the_pictures_of_the_documents_are_up_to_date() {
    let hospital = shipped("hospital_network_security");
    for (name, kind, language) in [
        ("hospital-ladder.svg", PictureKind::Ladder, Language::Chinese),
        ("hospital-procedure.svg", PictureKind::Procedure, Language::English),
    ] {
        let path = format!("docs/images/{name}");
        let text = drawn(&hospital, kind, PictureFormat::Svg, language);
        if std::env::var_os("UPDATE_PICTURES").is_some() {
            fs::write(&path, &text).unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap_or_default(), text, "{path}");
    }
}
