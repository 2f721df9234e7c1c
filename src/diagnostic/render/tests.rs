//! What people and tools see, for ordinary texts and for hostile ones.

use super::{Color, Format, Options, render, summary};
use crate::diagnostic::{Catalogue, Code, Diagnostic, Diagnostics, Language};
use crate::source::{SourceId, SourceMap, Span};
use insta::assert_snapshot;
use proptest::prelude::*;

const ALL: [Format; 6] = [Format::Human, Format::Short, Format::Json, Format::Sarif, Format::Github, Format::Junit];

const POLICY: &str = "policy \"p\"\n\nscale severity { low high }\n\nfact reported: bool\n\n\
    rule \"first\" {\n  when severty is high and reported\n  then sanction is notice\n}\n}\nfact reported: bool\n";

/// The span of the first occurrence of `word`.
fn find(text: &str, word: &str) -> Span {
    let start = text.find(word).unwrap();
    Span::new(SourceId(0), start, start + word.len())
}

fn nth(text: &str, word: &str, nth: usize) -> Span {
    let (start, _) = text.match_indices(word).nth(nth).unwrap();
    Span::new(SourceId(0), start, start + word.len())
}

fn unknown(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(Code::UnknownName, span).with("name", name)
}

fn several() -> (Diagnostics, SourceMap) {
    let diagnostics = [
        unknown(find(POLICY, "severty"), "severty").with("suggestion", "severity").help("suggest"),
        Diagnostic::new(Code::StrayBrace, nth(POLICY, "}", 2)),
        Diagnostic::new(Code::DuplicateName, nth(POLICY, "reported", 2))
            .with("name", "reported")
            .label(nth(POLICY, "reported", 0), "first"),
        Diagnostic::new(Code::LookAlikeNames, find(POLICY, "low")).with("name", "low").with("other", "1ow"),
        Diagnostic::new(Code::MissingInSource, find(POLICY, "rule")).with("clause", "3").with("what", "who decides"),
        Diagnostic::without_place(Code::Unreadable).with("file", "missing.policy").with("reason", "not-found"),
    ];
    (diagnostics.into_iter().collect(), SourceMap::single("policies/p.policy", POLICY))
}

fn in_format(format: Format, language: Language) -> String {
    let (diagnostics, sources) = several();
    render(&diagnostics, &sources, &Catalogue::new(language), format, Options::default())
}

fn human(diagnostics: impl IntoIterator<Item = Diagnostic>, sources: &SourceMap) -> String {
    let catalogue = Catalogue::new(Language::English);
    render(&diagnostics.into_iter().collect(), sources, &catalogue, Format::Human, Options::default())
}

fn assert_harmless(text: &str) {
    let hostile =
        |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202A}'..='\u{202E}' | '\u{200B}'..='\u{200F}');
    assert!(!text.contains(hostile), "{text}");
}

#[test]
fn human_english() {
    assert_snapshot!(in_format(Format::Human, Language::English));
}

#[test]
fn human_chinese() {
    assert_snapshot!(in_format(Format::Human, Language::Chinese));
}

#[test]
fn short() {
    assert_snapshot!(in_format(Format::Short, Language::Chinese));
}

#[test]
fn json() {
    assert_snapshot!(in_format(Format::Json, Language::English));
}

#[test]
fn sarif() {
    let text = in_format(Format::Sarif, Language::English);
    let mut log: serde_json::Value = serde_json::from_str(&text).unwrap();
    // The pages are text of their own and would only make this test change with them.
    for rule in log["runs"][0]["tool"]["driver"]["rules"].as_array_mut().unwrap() {
        rule.as_object_mut().unwrap().retain(|key, _| key != "help" && key != "shortDescription");
    }
    assert_snapshot!(serde_json::to_string_pretty(&log).unwrap());
}

#[test]
fn github() {
    assert_snapshot!(in_format(Format::Github, Language::English));
}

#[test]
fn junit() {
    assert_snapshot!(in_format(Format::Junit, Language::English));
}

#[test]
fn nothing_to_report() {
    let sources = SourceMap::single("p.policy", POLICY);
    let catalogue = Catalogue::new(Language::English);
    let rendered = |format| render(&Diagnostics::new(), &sources, &catalogue, format, Options::default());
    assert_eq!(rendered(Format::Human), "nothing to report\n");
    assert_eq!(rendered(Format::Short), "");
    assert_eq!(rendered(Format::Json), "[]\n");
    assert_eq!(rendered(Format::Github), "");
    assert!(rendered(Format::Sarif).contains("\"results\": []"));
    assert!(rendered(Format::Junit).contains("failures=\"0\""));
}

#[test]
fn colours_are_escape_sequences_and_nothing_else() {
    let (diagnostics, sources) = several();
    let catalogue = Catalogue::new(Language::English);
    let options = |color| Options { color, width: 80 };
    let plain = render(&diagnostics, &sources, &catalogue, Format::Human, options(Color::Never));
    let coloured = render(&diagnostics, &sources, &catalogue, Format::Human, options(Color::Always));
    assert_ne!(plain, coloured);
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
    assert_harmless(&plain);
}

#[test]
fn a_label_far_out_in_a_long_line() {
    let line = format!("{}OUT", "x".repeat(69_999));
    let text = format!("short\n{line} and {}\nshort\n", "y".repeat(3_000));
    let start = "short\n".len() + 69_999;
    let sources = SourceMap::single("long.policy", text);
    let far = unknown(Span::new(SourceId(0), start, start + 3), "OUT");
    assert_snapshot!(human([far], &sources));
}

#[test]
fn labels_far_apart_in_a_long_line() {
    let text = format!("A{}B{}", "-".repeat(70_000), "-".repeat(70_000));
    let diagnostic = Diagnostic::new(Code::DuplicateName, find(&text, "B")).with("name", "B");
    let diagnostic = diagnostic.label(find(&text, "A"), "first");
    assert_snapshot!(human([diagnostic], &SourceMap::single("long.policy", text)));
}

#[test]
fn the_end_of_a_file_can_be_pointed_at() {
    let text = "fact a: bool\nfact";
    let mut sources = SourceMap::single("empty.policy", "");
    let no_line_end = sources.add("open.policy", text);
    let line_end = sources.add("closed.policy", "fact a: bool\n");
    let at = |id, offset| Diagnostic::new(Code::StrayBrace, Span::new(id, offset, offset));
    let diagnostics =
        [at(SourceId(0), 0), at(no_line_end, text.len()), at(line_end, 13), at(line_end, 12), at(line_end, 99)];
    assert_snapshot!(human(diagnostics, &sources));
}

#[test]
fn chinese_text_is_pointed_at_where_it_stands() {
    let text = "制度 \"甲\"\n\n规则 \"第一\" {\n  如果 严重程渡 是 重大 且 未报告\n}\n";
    let found = find(text, "严重程渡");
    let diagnostic = unknown(found, "严重程渡").with("suggestion", "严重程度").help("suggest");
    let sources = SourceMap::single("制度/网络安全.policy", text);
    let chinese = Catalogue::new(Language::Chinese);
    let diagnostics: Diagnostics = [diagnostic].into_iter().collect();
    assert_snapshot!(render(&diagnostics, &sources, &chinese, Format::Human, Options::default()));
    let short = render(&diagnostics, &sources, &chinese, Format::Short, Options::default());
    assert!(short.starts_with("制度/网络安全.policy:4:6: error[E0301]: "), "{short}");
}

#[test]
fn hostile_text_is_harmless_in_every_format() {
    let text = "fact a\u{202e}b: bool \u{1b}[31m\u{200b}\rrest\nnext\n";
    let sources = SourceMap::single("bad\u{1b}]0;x\u{7}\u{202e}\n::error::.policy", text);
    let diagnostics: Diagnostics = [
        unknown(find(text, "a\u{202e}b"), "a\u{202e}b\u{1b}[2J"),
        Diagnostic::new(Code::InvisibleCharacter, find(text, "\u{200b}")).with("codepoint", "U+200B"),
        Diagnostic::new(Code::InvisibleCharacter, find(text, "\r")).with("codepoint", "U+000D"),
    ]
    .into_iter()
    .map(|diagnostic| Diagnostic { witness: Some(serde_json::json!({ "facts": { "a\u{202e}": 1 } })), ..diagnostic })
    .collect();
    for language in [Language::English, Language::Chinese] {
        let catalogue = Catalogue::new(language);
        for format in ALL {
            assert_harmless(&render(&diagnostics, &sources, &catalogue, format, Options::default()));
        }
    }
    let catalogue = Catalogue::new(Language::English);
    assert_snapshot!(render(&diagnostics, &sources, &catalogue, Format::Human, Options::default()));
    let json = render(&diagnostics, &sources, &catalogue, Format::Json, Options::default());
    let list: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(list[0]["file"], "bad\u{1b}]0;x\u{7}\u{202e}\n::error::.policy", "a name stays usable as a path");
}

#[test]
fn lines_that_end_with_carriage_return_and_line_feed() {
    let text = "one\r\n  two {\r\n}\r\nthree\r\n";
    let sources = SourceMap::single("crlf.policy", text);
    let word = Diagnostic::new(Code::StrayBrace, find(text, "two"));
    let line_end = Diagnostic::new(Code::StrayBrace, find(text, "\r\n"));
    let lines = Diagnostic::new(Code::StrayBrace, find(text, "two {\r\n}\r\n"));
    assert_snapshot!(human([word, line_end, lines], &sources));
}

#[test]
fn labels_over_several_lines() {
    let block = "rule \"r\" {\n  when a\n  then b\n}\n";
    let long = format!("rule \"r\" {{\n{}}}\n", "  when a\n".repeat(5_000));
    let mut sources = SourceMap::single("block.policy", block);
    let id = sources.add("long.policy", long.as_str());
    let whole = Diagnostic::new(Code::StrayBrace, Span::new(SourceId(0), 0, block.len()));
    let with_inner = Diagnostic::new(Code::DuplicateName, find(block, "then b"))
        .with("name", "r")
        .label(Span::new(SourceId(0), 0, block.len()), "first");
    let too_long = Diagnostic::new(Code::StrayBrace, Span::new(id, 0, long.len()));
    assert_snapshot!(human([whole, with_inner, too_long], &sources));
}

#[test]
fn labels_in_several_files() {
    let mut sources = SourceMap::single("a.policy", "fact x: bool\nfact y: bool\n");
    let other = sources.add("b.policy", "// note\n\nfact x: bool\n");
    let diagnostic = Diagnostic::new(Code::DuplicateName, Span::new(other, 14, 15))
        .with("name", "x")
        .label(Span::new(SourceId(0), 5, 6), "first")
        .label(Span::new(other, 0, 7), "first");
    assert_snapshot!(human([diagnostic], &sources));
}

#[test]
fn blocks_of_lines_stay_apart() {
    let text = "\n\nlast";
    let sources = SourceMap::single("a.policy", text);
    let diagnostic = Diagnostic::new(Code::DuplicateName, Span::new(SourceId(0), text.len(), text.len()))
        .with("name", "a")
        .label(Span::new(SourceId(0), 0, 0), "first");
    let shown = human([diagnostic], &sources);
    assert!(shown.contains("first declared here") && shown.contains("declared again here"), "{shown}");
}

#[test]
fn places_outside_the_text_do_no_harm() {
    let sources = SourceMap::single("a.policy", "制度");
    let spans = [Span::new(SourceId(0), 1, 2), Span::new(SourceId(0), 5, 900), Span::new(SourceId(9), 0, 4)];
    let diagnostics: Diagnostics = spans.into_iter().map(|span| unknown(span, "x").label(span, "nothing")).collect();
    let catalogue = Catalogue::new(Language::English);
    for format in ALL {
        let text = render(&diagnostics, &sources, &catalogue, format, Options { color: Color::Always, width: 0 });
        assert!(text.contains("E0301"), "{text}");
    }
}

#[test]
fn more_diagnostics_than_anybody_reads() {
    let text = "x ".repeat(1_001);
    let sources = SourceMap::single("many.policy", text);
    let diagnostics: Diagnostics =
        (0..1_001).map(|at| unknown(Span::new(SourceId(0), at * 2, at * 2 + 1), "x")).collect();
    let catalogue = Catalogue::new(Language::English);
    let text = render(&diagnostics, &sources, &catalogue, Format::Human, Options::default());
    assert_eq!(text.matches("error[E0301]").count(), 1_000);
    assert!(text.ends_with("\n1001 errors; only the first 1000 are shown\n"));
    let json = render(&diagnostics, &sources, &catalogue, Format::Json, Options::default());
    let list: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    assert_eq!(list.len(), 1_001);
    assert_eq!(list[1_000]["column"], 2_001);
}

#[test]
fn the_summary_counts_by_severity() {
    let (diagnostics, _) = several();
    assert_eq!(summary(&diagnostics, &Catalogue::new(Language::English)), "4 errors, 1 warning, 1 hint");
    assert_eq!(summary(&diagnostics, &Catalogue::new(Language::Chinese)), "4 个错误，1 个警告，1 个提示");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the text and wherever the labels, each format says each fault once and nothing that a terminal obeys.
    #[test]
    fn any_place_in_any_text_is_rendered(
        text in "([ab {}\\t]|\\r?\\n|[制度𠮷]|[\u{202e}\u{200b}\u{1b}\u{301}]|x{90}){0,60}",
        places in proptest::collection::vec((0_usize..200, 0_usize..200), 1..6),
        width in 0_usize..160,
    ) {
        let sources = SourceMap::single("any.policy", text.as_str());
        let spans: Vec<Span> = places.iter().map(|(start, end)| Span::new(SourceId(0), *start, *end)).collect();
        let diagnostic = spans.iter().skip(1).fold(
            Diagnostic::new(Code::DuplicateName, spans[0]).with("name", text.as_str()),
            |diagnostic, span| diagnostic.label(*span, "first"),
        );
        let diagnostics: Diagnostics = [diagnostic].into_iter().collect();
        let catalogue = Catalogue::new(Language::Chinese);
        for format in ALL {
            let shown = render(&diagnostics, &sources, &catalogue, format, Options { color: Color::Never, width });
            assert_harmless(&shown);
            prop_assert!(shown.contains("E0302"));
            if format == Format::Human {
                prop_assert_eq!(shown.matches("首次声明于此").count(), places.len() - 1, "{}", shown);
            }
        }
    }
}
