//! Random edits: afterwards the server has the text that the editor has, and says of it what a fresh server says.

use super::client::{Client, position_of};
use proptest::prelude::*;
use serde_json::json;

const START: &str = "等级 程度 { 轻 < 重 < 极重 }\n等级 处理 { 提醒 < 通报 < 撤职 }\n事实 情节: 程度\n事实 已报告: 是否\n\
    结果 处分: 处理 取重\n第一条 {\n  （一）若 情节 ≥ 重 且 非 已报告 则 处分 ∈ 《提醒、通报》\n  (2) if 情节 = 极重 then 处分 = 撤职\n}\n\
    测试 \"一\" { 给定 情节 = 重, 已报告 = 否 应为 处分 ∈ <提醒, 通报> }\n";

/// What is typed: names, keywords, punctuation that is wanted or not, characters of two units in UTF-16, line ends.
const PIECES: [&str; 22] = [
    "情节",
    "若 ",
    " 则 ",
    "𠀀",
    "😀",
    "}",
    "{",
    "（",
    "）",
    "\n",
    "\r\n",
    "\"",
    "“",
    "-- 注\n",
    "{-",
    "-}",
    " ∈ ",
    "第二条 ",
    "a",
    "，",
    "撤职",
    "\u{202e}",
];

/// An edit by shares of the text, so that it fits whatever is left of the text.
#[derive(Clone, Debug)]
struct Edit {
    from: f64,
    length: usize,
    piece: usize,
}

fn edit() -> impl Strategy<Value = Edit> {
    (0.0..1.0, 0_usize..6, 0..PIECES.len()).prop_map(|(from, length, piece)| Edit { from, length, piece })
}

/// The range of an edit, between characters and not within the end of a line.
fn range(text: &str, edit: &Edit) -> (usize, usize) {
    let splits_end = |at: usize| text[..at].ends_with('\r') && text[at..].starts_with('\n');
    let places: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at) && !splits_end(*at)).collect();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let first = (edit.from * places.len() as f64) as usize;
    let last = (first + edit.length).min(places.len() - 1);
    (places[first.min(places.len() - 1)], places[last])
}

fn symbols(client: &mut Client, uri: &str) -> serde_json::Value {
    client.request("textDocument/documentSymbol", json!({"textDocument": {"uri": uri}}))
}

fn after_edits(encoding: &str, edits: &[Edit]) {
    const URI: &str = "untitled:edits";
    let mut client = Client::new(encoding);
    let mut text = START.to_owned();
    client.open(URI, &text);
    for batch in edits.chunks(25) {
        let mut changes = Vec::new();
        for edit in batch {
            let (from, to) = range(&text, edit);
            let range = json!({"start": position_of(&text, from, encoding), "end": position_of(&text, to, encoding)});
            changes.push(json!({"range": range, "text": PIECES[edit.piece]}));
            text.replace_range(from..to, PIECES[edit.piece]);
        }
        client.change(URI, changes.into());
        let mut fresh = Client::new(encoding);
        fresh.open(URI, &text);
        assert_eq!(client.settled(URI), fresh.settled(URI), "{text:?}");
        assert_eq!(symbols(&mut client, URI), symbols(&mut fresh, URI), "{text:?}");
        fresh.close();
    }
    client.close();
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(
        std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(4)
    ) })]

    #[test]
    fn texts_and_diagnostics_are_those_of_a_fresh_server(
        encoding in prop::sample::select(vec!["utf-8", "utf-16", "utf-32"]),
        edits in prop::collection::vec(edit(), 1..100),
    ) {
        after_edits(encoding, &edits);
    }
}
