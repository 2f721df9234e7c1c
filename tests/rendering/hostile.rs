//! Names and labels that try to break out of a picture or a page.

use super::{KINDS, drawn, policy, svg, written};
use policyc::render::{HandbookFormat, PictureFormat};
use policyc::{Language, Policy};
use proptest::prelude::*;
use scraper::{Html, Selector};

const HOSTILE: [&str; 12] = [
    "<script>alert(1)</script>",
    "]]><b>x</b>",
    "--> <!-- x",
    "\" onload=\"alert(1)",
    "' onclick='x'",
    "&lt;b&gt; &amp; &#60;",
    "\\N \\G \\\" \\",
    "%%{init: {\"theme\": \"dark\"}}%%",
    "end\"] --> n9[\"x",
    "```\n# heading",
    "| a | b | [x](http://example.org) **b** $y$",
    "1. a list - style x:#abc;",
];

/// A policy in which everything that has a label has this one.
fn labelled(label: &str) -> Policy {
    let label = label.replace('\\', "\\\\").replace('"', "\\\"").replace(['\n', '\r'], " ");
    policy(&format!(
        "policy hostile \"{label}\"
         scale measure \"{label}\" {{ notice \"{label}\" < removal \"{label} 2\" }}
         body desk \"{label}\"
         role clerk \"{label}\"
         fact late: bool \"{label}\"
         judgement grave: bool by desk criterion \"{label}\" \"{label}\"
         define both = late and grave \"{label}\"
         outcome sanction of clerk: measure \"{label}\"
         article 1 \"{label}\" {{
           (1) \"{label}\" if both then sanction of clerk = notice
           duty answer of clerk \"{label}\" {{ must late on breach sanction of clerk = removal }}
           procedure p \"{label}\" {{ step s \"{label}\" by desk checks <c \"{label}\"> }}
           authority for sanction of clerk {{ decided by desk }}
         }}
         article 2 \"{label}\" not modelled \"{label}\"
         article 3 missing \"{label}\"
         test \"{label}\" {{ given late = true, grave = true expect sanction of clerk = notice }}"
    ))
}

/// What would run or load something.
fn assert_harmless(page: &str) {
    let parsed = Html::parse_document(page);
    for forbidden in ["script", "img", "iframe", "link", "object", "embed", "b", "[onload]", "[onclick]", "[src]"] {
        let selector = Selector::parse(forbidden).unwrap();
        assert!(parsed.select(&selector).next().is_none(), "{forbidden}");
    }
    let links = Selector::parse("[href]").unwrap();
    for link in parsed.select(&links) {
        assert!(link.value().attr("href").unwrap().starts_with('#'), "{link:?}");
    }
    for picture in page.split("<svg ").skip(1) {
        let picture = picture.split("</svg>").next().unwrap();
        svg(&format!("<svg {picture}</svg>"));
    }
}

fn texts(page: &str) -> String {
    Html::parse_document(page).root_element().text().collect()
}

#[test]
fn no_label_breaks_out() {
    for label in HOSTILE {
        let policy = labelled(label);
        for kind in KINDS {
            let text = drawn(&policy, kind, PictureFormat::Svg, Language::English);
            let picture = svg(&text);
            let names: Vec<&str> = picture.descendants().map(|node| node.tag_name().name()).collect();
            assert!(!names.contains(&"script") && !names.contains(&"b"), "{label}");
            assert_lines(&drawn(&policy, kind, PictureFormat::Dot, Language::English), label, is_dot_line);
            assert_lines(&drawn(&policy, kind, PictureFormat::Mermaid, Language::English), label, is_mermaid_line);
        }
        let page = written(&policy, HandbookFormat::Html, Language::English);
        assert_harmless(&page);
        assert!(texts(&page).contains(&label.replace('\n', " ")), "{label}");
        let text = written(&policy, HandbookFormat::Markdown, Language::English);
        assert!(!text.contains("<script>") && !text.contains("[x](http"), "{label}:\n{text}");
        let fences = text.lines().filter(|line| line.starts_with("```")).count();
        assert_eq!(fences, 2 * text.matches("```mermaid").count(), "{label}:\n{text}");
    }
}

#[track_caller]
fn assert_lines(text: &str, label: &str, is_known: fn(&str) -> bool) {
    for line in text.lines() {
        assert!(is_known(line.trim()), "{label}: {line}");
    }
}

/// Each line of a DOT text is of one of the forms that are printed, with all that is strange inside of its quotes.
fn is_dot_line(line: &str) -> bool {
    let mut outside = String::new();
    let mut signs = line.chars();
    let mut is_quoted = false;
    while let Some(sign) = signs.next() {
        match (is_quoted, sign) {
            (true, '\\') => {
                signs.next();
            }
            (_, '"') => is_quoted = !is_quoted,
            (true, _) => {}
            (false, _) => outside.push(sign),
        }
    }
    let plain = |sign: char| sign.is_ascii_alphanumeric() || "_ ={}[],;->".contains(sign);
    !is_quoted && outside.chars().all(plain)
}

/// Inside of its quotes nothing but letters, blanks and entities is left of a label; outside only the program's own signs.
fn is_mermaid_line(line: &str) -> bool {
    if let Some(title) = line.strip_prefix("accTitle: ") {
        return is_inside(title);
    }
    let parts: Vec<&str> = line.split('"').collect();
    let is_outside =
        |part: &str| part.chars().all(|sign| sign.is_ascii_alphanumeric() || "[](){}/|-.> ".contains(sign));
    parts.len() % 2 == 1
        && parts
            .iter()
            .enumerate()
            .all(|(index, part)| if index % 2 == 0 { is_outside(part) } else { is_inside(&part.replace("<br/>", "")) })
}

fn is_inside(text: &str) -> bool {
    text.chars().all(|sign| sign.is_ascii_alphanumeric() || !sign.is_ascii() || " (),?/#;.-'".contains(sign))
}

#[test]
fn a_label_of_any_length_is_cut_in_pictures_and_whole_in_the_handbook() {
    let label = "责任".repeat(20_000);
    let policy = labelled(&label);
    for kind in KINDS {
        let text = drawn(&policy, kind, PictureFormat::Svg, Language::Chinese);
        let root = svg(&text);
        let height: f64 = root.root_element().attribute("height").unwrap().parse().unwrap();
        assert!(height < 2_000.0, "{kind:?} {height}");
    }
    assert!(written(&policy, HandbookFormat::Html, Language::Chinese).contains(&label));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(12), ..ProptestConfig::default() })]

    #[test]
    fn any_label_survives(label in "[a-z<>&\"'\\\\\\]\\[(){}|`*_#$%;:/!~^=+ \u{4e00}-\u{4e40}-]{1,24}") {
        let policy = labelled(&label);
        for kind in KINDS {
            svg(&drawn(&policy, kind, PictureFormat::Svg, Language::English));
            assert_lines(&drawn(&policy, kind, PictureFormat::Dot, Language::English), &label, is_dot_line);
            assert_lines(&drawn(&policy, kind, PictureFormat::Mermaid, Language::English), &label, is_mermaid_line);
        }
        let page = written(&policy, HandbookFormat::Html, Language::English);
        assert_harmless(&page);
        prop_assert!(texts(&page).contains(&label), "{label}");
    }
}
