//! Pictures of every kind, in every format and in both languages.

use super::{KINDS, OFFICE, SHIPPED, drawn, policy, shipped, svg};
use policyc::render::{Detail, Focus, PictureFormat, PictureKind, Row, graph, ladders, picture};
use policyc::{Catalogue, Language, Policy};

const FORMATS: [PictureFormat; 3] = [PictureFormat::Svg, PictureFormat::Dot, PictureFormat::Mermaid];

#[test]
fn every_kind_is_drawn_in_every_format() {
    let office = policy(OFFICE);
    for kind in KINDS {
        for (language, tag) in [(Language::English, "en"), (Language::Chinese, "zh")] {
            let name = format!("{kind:?}_{tag}").to_lowercase();
            insta::assert_snapshot!(format!("{name}_mermaid"), drawn(&office, kind, PictureFormat::Mermaid, language));
            insta::assert_snapshot!(format!("{name}_dot"), drawn(&office, kind, PictureFormat::Dot, language));
        }
        let name = format!("{kind:?}_zh_svg").to_lowercase();
        insta::assert_snapshot!(name, drawn(&office, kind, PictureFormat::Svg, Language::Chinese));
    }
}

/// The texts of an SVG picture with their ends, from left to right, as the picture itself measures them.
fn boxes(text: &str) -> usize {
    let picture = svg(text);
    let (width, height) = {
        let root = picture.root_element();
        let size = |name: &str| root.attribute(name).unwrap().parse::<f64>().unwrap();
        (size("width"), size("height"))
    };
    let mut seen = 0;
    for element in picture.descendants().filter(|node| matches!(node.tag_name().name(), "rect" | "text")) {
        let at = |name: &str| element.attribute(name).and_then(|number| number.parse::<f64>().ok()).unwrap_or(0.0);
        assert!(at("x") >= 0.0 && at("y") >= 0.0, "{element:?}");
        assert!(at("x") + at("width") <= width + 0.1 && at("y") + at("height") <= height + 0.1, "{element:?}");
        seen += 1;
    }
    seen
}

#[test]
fn shipped_policies_are_drawn_well_formed_inside_their_frame_and_the_same_each_time() {
    for name in SHIPPED {
        let policy = shipped(name);
        for kind in KINDS {
            let text = drawn(&policy, kind, PictureFormat::Svg, Language::Chinese);
            assert!(boxes(&text) > 2, "{name} {kind:?}");
            assert_eq!(text, drawn(&policy, kind, PictureFormat::Svg, Language::Chinese), "{name} {kind:?}");
        }
    }
}

#[test]
fn labels_fit_their_boxes() {
    let office = policy(OFFICE);
    for language in [Language::English, Language::Chinese] {
        let text = drawn(&office, PictureKind::Decisions, PictureFormat::Svg, language);
        let picture = svg(&text);
        let mut seen = 0;
        for group in picture.descendants().filter(|node| node.attribute("class") == Some("clause")) {
            let Some(frame) = group.children().find(|node| node.tag_name().name() == "rect") else { continue };
            let size = |name: &str| frame.attribute(name).unwrap().parse::<f64>().unwrap();
            for line in group.children().filter(|node| node.tag_name().name() == "text") {
                let columns = unicode_width(line.text().unwrap_or_default());
                // A column of a Chinese sign is half of the font's size.
                assert!(columns * 6.5 <= size("width"), "{:?}", line.text());
                seen += 1;
            }
        }
        assert!(seen > 5, "{seen}");
    }
}

fn unicode_width(text: &str) -> f64 {
    text.chars().map(|sign| if sign.is_ascii() { 0.9 } else { 2.0 }).sum()
}

#[test]
fn a_picture_is_narrowed_to_articles_and_outcomes() {
    let office = policy(OFFICE);
    let words = Catalogue::new(Language::English);
    let labels = |focus: &Focus| -> Vec<String> {
        let graph = graph(&office, PictureKind::Decisions, focus, &words);
        graph.nodes.into_iter().map(|node| node.label).collect()
    };
    let of_fine = Focus { outcomes: vec![office.outcome("fine").unwrap()], ..Focus::default() };
    assert_eq!(labels(&of_fine), ["loss", "2(3) fine", "fine"]);
    let of_article = Focus { articles: vec![3], ..Focus::default() };
    let shown = labels(&of_article);
    assert!(shown.contains(&"3 shares of liability".to_owned()), "{shown:?}");
    assert!(!shown.iter().any(|label| label.starts_with('2')), "{shown:?}");
    let by_article = Focus { detail: Detail::Articles, ..Focus::default() };
    let shown = labels(&by_article);
    assert!(shown.contains(&"2 sanctions".to_owned()) && !shown.contains(&"2(3) fine".to_owned()), "{shown:?}");
}

#[test]
fn ladders_show_what_each_clause_permits() {
    let office = policy(OFFICE);
    let words = Catalogue::new(Language::English);
    let focus = Focus { outcomes: vec![office.outcome("sanction").unwrap()], ..Focus::default() };
    let ladder = &ladders(&office, &focus, &words)[0];
    assert_eq!(ladder.columns, ["review", "notice", "demotion"]);
    let shown = |row: &Row| format!("{} {:?} {}", row.label, row.ranges, row.note.as_deref().unwrap_or("-"));
    let rows: Vec<String> = ladder.rows.iter().map(shown).collect();
    assert_eq!(
        rows,
        [
            "2(1) not reported [(0, 1)] -",
            "2(2) serious [(2, 2)] takes the place of 2(1)",
            "4 exemptions [] may be lightened within the range",
            "4 exemptions [] exempt; takes away 2(1)",
        ]
    );
}

#[test]
fn a_policy_without_anything_has_pictures_that_say_so() {
    let empty = policy("policy nothing");
    for kind in KINDS {
        for format in FORMATS {
            let text = drawn(&empty, kind, format, Language::English);
            assert!(text.contains("No "), "{kind:?} {format:?}: {text}");
        }
        svg(&drawn(&empty, kind, PictureFormat::Svg, Language::Chinese));
    }
}

/// A policy with many clauses, each with a fact of its own.
pub(crate) fn long(clauses: usize) -> Policy {
    let mut text = "policy long\nscale measure { notice < removal }\noutcome sanction: measure\n".to_owned();
    for number in 0..clauses {
        text.push_str(&format!("fact f{number}: bool\n"));
    }
    for number in 0..clauses {
        text.push_str(&format!("article {} {{ if f{number} then sanction = notice }}\n", number + 1));
    }
    policy(&text)
}

#[test]
fn what_is_too_large_is_refused_and_can_be_narrowed() {
    let long = long(1_000);
    let words = Catalogue::new(Language::English);
    let refused = picture(&long, PictureKind::Decisions, &Focus::default(), PictureFormat::Svg, &words).unwrap_err();
    assert_eq!((refused.nodes, refused.edges), (2_001, 2_000));
    assert_eq!(drawn(&long, PictureKind::Decisions, PictureFormat::Dot, Language::English).lines().count(), 4_009);
    let focus = Focus { articles: vec![7, 8], ..Focus::default() };
    svg(&picture(&long, PictureKind::Decisions, &focus, PictureFormat::Svg, &words).unwrap());
    // A chart has no such limit.
    svg(&drawn(&long, PictureKind::Ladder, PictureFormat::Svg, Language::English));
}
