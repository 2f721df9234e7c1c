//! A text of which only what has changed is read again is the same as one that is read as a whole.

use policyc::source::SourceId;
use policyc::syntax::{EditedText, parse};
use proptest::prelude::*;
use std::path::PathBuf;

/// What is typed: parts of the language, what opens and closes, what breaks recovery.
const PIECES: [&str; 34] = [
    "若 情节 ≥ 重 则 处分 = 提醒\n",
    "第九条 { 若 甲 则 乙 = 丙 }\n",
    "article 3 {\n",
    "fact x: bool\n",
    "allow B0003 \"why\"",
    "a = b if c\n",
    "and ",
    " within 3 days after x",
    "scale s { a < b",
    "body 甲 \"标签\" ",
    "en \"label\"",
    "test \"t\" { given x = true }\n",
    "{",
    "}",
    "{\n",
    "\n}\n",
    "｛",
    "｝",
    "(",
    ")",
    "\"",
    "“",
    "”",
    "-- 注\n",
    "--",
    "{-",
    "-}",
    "\n",
    "\r\n",
    ";",
    "=",
    " ",
    "\u{202e}",
    "𠀀",
];

#[derive(Clone, Debug)]
struct Edit {
    from: prop::sample::Index,
    removed: usize,
    piece: Option<usize>,
}

fn edit() -> impl Strategy<Value = Edit> {
    let removed = prop_oneof![3 => 0_usize..3, 1 => 0_usize..60];
    (any::<prop::sample::Index>(), removed, prop::option::weighted(0.8, 0..PIECES.len()))
        .prop_map(|(from, removed, piece)| Edit { from, removed, piece })
}

fn edited(text: &str, edit: &Edit) -> String {
    let places: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
    let first = edit.from.index(places.len());
    let last = (first + edit.removed).min(places.len() - 1);
    let piece = edit.piece.map_or("", |piece| PIECES[piece]);
    format!("{}{piece}{}", &text[..places[first]], &text[places[last]..])
}

fn starts() -> Vec<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("policies");
    let names = ["tipoff_handling", "bureau_work_fault"];
    let read = |name: &str| std::fs::read_to_string(folder.join(format!("{name}.policy"))).unwrap();
    let mut texts: Vec<String> = names.into_iter().map(read).collect();
    texts.push("body a\nbody b\nassume c and d\nbody e; body f\nbody g\nrole h\n甲 = 乙 if 丙\nbody i".to_owned());
    texts.push("第一条 { (1) 若 甲 则 乙 = 丙 }\n第二条 { 若 丁 则 乙 = 丙 }\n第三条 { 若 丁 则 乙 = 丙 }\n".repeat(4));
    texts
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(
        std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(6)
    ) })]

    #[test]
    fn reading_what_has_changed_is_reading_all(
        start in prop::sample::select(starts()),
        edits in prop::collection::vec(edit(), 1..12),
    ) {
        let mut text = EditedText::new(SourceId(3), start.clone());
        for edit in &edits {
            let new = edited(text.text(), edit);
            text.replace(&new);
            // Trees are equal wherever they stand; their places are a part of what is printed.
            let (found, wanted) = (format!("{:?}", text.parsed()), format!("{:?}", parse(SourceId(3), &new)));
            prop_assert!(found == wanted, "{start:?} became {new:?}:\n{found}\n{wanted}");
        }
    }
}

#[test]
fn an_edit_in_a_long_text_reads_little() {
    let article = |number: usize| format!("第{number}条 {{\n  若 甲 则 乙 = 丙\n}}\n");
    let long: String = (1..=500).map(article).collect();
    let mut text = EditedText::new(SourceId(0), long.clone());
    for typed in ["若 ", "若 丁", "若 丁 则", "}", "-- 注", "第九条 { }", "；", "\n\n"] {
        let at = long.find("第250条").unwrap();
        let new = format!("{}{typed}\n{}", &long[..at], &long[at..]);
        text.replace(&new);
        assert_eq!(text.bytes_read() < 400, typed != "}", "{typed}: {} bytes", text.bytes_read());
        text.replace(&long);
    }
    // The beginning and the end of a text are no exceptions.
    for at in [0, long.len()] {
        text.replace(&format!("{}事实 甲: 是否\n{}", &long[..at], &long[at..]));
        assert!(text.bytes_read() < 400, "{} bytes", text.bytes_read());
        text.replace(&long);
    }
}
