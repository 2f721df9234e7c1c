//! Small texts and what becomes of them.

use policyc::source::SourceId;
use policyc::syntax::{FormatError, KeywordLanguage, detect_keywords, format_source, parse};

fn formatted(text: &str, language: Option<KeywordLanguage>) -> String {
    format_source(SourceId::default(), text, language).unwrap_or_else(|error| panic!("{error}: {error:?}\n{text}"))
}

fn check(text: &str, expected: &str) {
    let written = formatted(text, None);
    assert_eq!(written, expected, "from\n{text}");
    assert_eq!(formatted(&written, None), expected, "a second time, from\n{text}");
}

#[test]
fn blanks_punctuation_and_operators_have_one_spelling() {
    for (text, expected) in [
        ("fact  a:bool", "fact a: bool\n"),
        ("fact a:bool;;fact b:int。", "fact a: bool\nfact b: int\n"),
        ("fact a: bool\r\n\r\n\r\nfact b: int\r\n", "fact a: bool\n\nfact b: int\n"),
        ("\u{FEFF}fact a: bool", "fact a: bool\n"),
        ("enum e{a,b，c、}", "enum e { a, b, c }\n"),
        ("scale s｛a＜b<c｝", "scale s { a < b < c }\n"),
        ("assume a>=b and c<=d and e!=f", "assume a ≥ b and c ≤ d and e ≠ f\n"),
        ("assume a＞＝b and c＜＝d and e！＝f", "assume a ≥ b and c ≤ d and e ≠ f\n"),
        ("assume a in <b,c> and d not  in 《e、f》", "assume a ∈ <b, c> and d ∉ <e, f>\n"),
        ("assume a∈<b>", "assume a ∈ <b>\n"),
        ("assume (a or b)and not(c)", "assume (a or b) and not (c)\n"),
        ("assume a+1 × 2－b>-3", "assume a + 1 * 2 - b > -3\n"),
        ("assume - - a > - b", "assume - -a > -b\n"),
        ("assume x in 1..2", "assume x ∈ 1 .. 2\n"),
        ("assume x > 007 or y > 1.50", "assume x > 7 or y > 1.50\n"),
        ("assume x > 1 days or x > 2 day", "assume x > 1 day or x > 2 days\n"),
        ("body b “他说\\”好\\””", "body b \"他说”好”\"\n"),
        ("body b “a \"word\"”", "body b \"a \\\"word\\\"\"\n"),
        ("body b \"a \\\\ b，（c）\"", "body b \"a \\\\ b，（c）\"\n"),
        ("article  3\"x\"{}", "article 3 \"x\" {}\n"),
        (
            "article 3 { （1） if a then b = c (2)if d then b = e }",
            "article 3 {\n  (1) if a then b = c\n  (2) if d then b = e\n}\n",
        ),
        ("article 3 { 1、if a then b = c }", "article 3 { (1) if a then b = c }\n"),
        ("article 3 {\nif a then b = c }", "article 3 {\n  if a then b = c\n}\n"),
        ("outline { articles 1..2; article 2 items 1..1 }", "outline {\n  articles 1..2\n  article 2 items 1\n}\n"),
        ("test \"t\" { given a=1,b=2, expect c exempt }", "test \"t\" {\n  given a = 1, b = 2\n  expect c exempt\n}\n"),
    ] {
        check(text, expected);
    }
}

#[test]
fn keywords_follow_the_language_that_prevails() {
    for (text, expected) in [
        ("第三条{（一）若 a 则 b=c}", "第三条 { (一) 若 a 则 b = c }\n"),
        ("fact a: 是否\nfact b: 是否", "fact a: bool\nfact b: bool\n"),
        ("事实 a: bool\n事实 b: bool", "事实 a: 是否\n事实 b: 是否\n"),
        ("assume a 且 b", "assume a and b\n"),
        ("article 12 { 若 a 则 b = 无 若 c 则 b = d }", "第十二条 {\n  若 a 则 b = 无\n  若 c 则 b = d\n}\n"),
        ("若 a > 3 working days 则 b = 1 CNY", "若 a > 3个工作日 则 b = 1 CNY\n"),
    ] {
        check(text, expected);
    }
    for (text, language) in [
        ("", KeywordLanguage::English),
        ("-- 若 则 第三条", KeywordLanguage::English),
        ("body b \"若 则 且\"", KeywordLanguage::English),
        ("assume a 或 b", KeywordLanguage::English),
        ("假定 a 或 b and c", KeywordLanguage::Chinese),
        ("第一条 {}", KeywordLanguage::Chinese),
        ("程序 p { 步骤 a }", KeywordLanguage::Chinese),
        ("后果 o = a 限制 b", KeywordLanguage::Chinese),
        ("effect of o = a bars b", KeywordLanguage::English),
        ("fact 程序: bool", KeywordLanguage::English),
    ] {
        assert_eq!(detect_keywords(&parse(SourceId::default(), text).ast, text), language, "{text}");
    }
}

#[test]
fn every_construct_goes_to_the_other_language_and_back() {
    for text in [include_str!("library.policy"), include_str!("office.policy"), include_str!("值守.policy")] {
        let written = formatted(text, Some(KeywordLanguage::English));
        let chinese = formatted(&written, Some(KeywordLanguage::Chinese));
        assert_eq!(formatted(&chinese, Some(KeywordLanguage::English)), written);
        assert_eq!(formatted(&chinese, None), chinese);
    }
}

#[test]
fn what_a_role_owns_is_written_in_the_order_of_the_language() {
    for (english, chinese) in [
        ("fact careless of driver: bool\n", "事实 driver 的 careless: 是否\n"),
        ("judgement grave of driver: bool by board\n", "研判 driver 的 grave: 是否 以 board\n"),
        ("define late of driver = days of driver > 3\n", "定义 driver 的 late = driver 的 days > 3\n"),
        ("outcome sanction of driver: measure\n", "结果 driver 的 sanction: measure\n"),
        ("duty report of office { must a }\n", "职责 office 的 report { 应 a }\n"),
        ("exempt sanction of driver if a of driver\n", "免除 driver 的 sanction 若 driver 的 a\n"),
        ("policy p dated by day of driver\n", "制度 p 时间依据 driver 的 day\n"),
    ] {
        // A file may mix the languages, and either order is read wherever the other is.
        assert_eq!(formatted(english, Some(KeywordLanguage::Chinese)), chinese);
        assert_eq!(formatted(chinese, Some(KeywordLanguage::English)), english);
    }
    check("fact driver 的 careless: bool", "fact careless of driver: bool\n");
    check("事实 careless of driver: 是否", "事实 driver 的 careless: 是否\n");
}

#[test]
fn what_can_be_said_in_two_ways_is_written_in_one() {
    for (text, expected) in [
        ("record r { a: bool; b: int }", "record r { a: bool, b: int }\n"),
        ("record r { a: bool b: int }", "record r { a: bool, b: int }\n"),
        ("procedure p { step a within 3 days after b }", "procedure p { step a within 3 days of b }\n"),
        ("procedure p { step a within 3 days from b }", "procedure p { step a within 3 days of b }\n"),
        ("程序 p { 步骤 a 以 b 不超过 3天 晚于 b }", "程序 p { 步骤 a 由 b 不超过 3天 自 b }\n"),
        (
            "test \"t\" { expect step s late 3 days expect a = b }",
            "test \"t\" {\n  expect step s late by 3 days\n  expect a = b\n}\n",
        ),
        ("测试 \"t\" { 应为 步骤 s 超期 以 3天 }", "测试 \"t\" { 应为 步骤 s 超期 3天 }\n"),
        ("if a then b = 2*(c+1)", "if a then b = 2 * (c + 1)\n"),
        ("if a then b ∈ -1..2*c", "if a then b ∈ -1 .. 2 * c\n"),
        ("test \"t\" { given a = [ ] }", "test \"t\" { given a = [] }\n"),
        ("article 3 in force  until 2024-01-01{}", "article 3 in force until 2024-01-01 {}\n"),
        ("effect of a>=b bars c", "effect of a ≥ b bars c\n"),
    ] {
        check(text, expected);
    }
}

#[test]
fn nested_items_alternate_between_parentheses_and_points() {
    check(
        "article 5 { (1) { (1) { (1) if a then b = c } (2) b = d if any { (1) e (2) f } } }",
        "article 5 {\n  (1) {\n    1. { (1) if a then b = c }\n    2. b = d if any {\n         (1) e\n         (2) f\n       }\n  }\n}\n",
    );
}

#[test]
fn what_the_author_answers_for_is_written_on_a_line_of_its_own() {
    check(
        "policy p allow  B0003 “later” fact a: bool\narticle 1 { missing \"x\" allow C0001 \"y\" (1) \"l\" allow B0001 \"z\" }",
        "policy p\nallow B0003 \"later\"\nfact a: bool\n\narticle 1 {\n  missing \"x\"\n  allow C0001 \"y\"\n  (1) \"l\" allow B0001 \"z\"\n}\n",
    );
    let text = "第一条 { -- one\n allow {- two -} B0003 -- three\n \"x\" -- four\n}";
    check(text, "第一条 { -- one\n  容许 {- two -} B0003 -- three\n  \"x\" -- four\n}\n");
    let chinese = formatted("allow B0003 \"x\"\n", Some(KeywordLanguage::Chinese));
    assert_eq!(chinese, "容许 B0003 \"x\"\n");
}

#[test]
fn empty_lines_are_kept_but_not_doubled() {
    check(
        "-- a\n\n\n-- b\nfact a: bool\n\n\n\nfact b: bool\n\n-- end\n\n\n",
        "-- a\n\n-- b\nfact a: bool\n\nfact b: bool\n\n-- end\n",
    );
    check(
        "fact a: bool\n-- heading\narticle 1 {\n\n  if a then b = c\n\n\n  if d then b = e\n\n}\narticle 2 missing \"x\"",
        "fact a: bool\n\n-- heading\narticle 1 {\n  if a then b = c\n\n  if d then b = e\n}\narticle 2 missing \"x\"\n",
    );
}

#[test]
fn comments_keep_their_neighbours() {
    for (text, expected) in [
        ("fact a: bool -- about a\n-- about b\nfact b: int", "fact a: bool -- about a\n-- about b\nfact b: int\n"),
        ("fact a: bool; -- about a\nfact b: int", "fact a: bool -- about a\nfact b: int\n"),
        ("{- x -} fact a: bool {- y -} fact b: int", "{- x -} fact a: bool {- y -}\nfact b: int\n"),
        ("fact a -- name\n : bool", "fact a: -- name\n  bool\n"),
        ("assume a {- one -} and{- two -}b", "assume a {- one -} and {- two -} b\n"),
        ("assume a -- one\n and b", "assume a -- one\n  and b\n"),
        ("assume x in <a, -- one\n b -- two\n>", "assume x ∈ <a, -- one\n            b> -- two\n"),
        ("enum e { a, -- one\n b -- two\n}", "enum e {\n  a, -- one\n  b -- two\n}\n"),
        ("scale s { a -- one\n < b -- two\n}", "scale s {\n  a -- one\n  < b -- two\n}\n"),
        (
            "article 1 { -- one\n -- two\n if a then b = c\n -- three\n}",
            "article 1 { -- one\n  -- two\n  if a then b = c\n  -- three\n}\n",
        ),
        ("article 1 {\n-- only\n}", "article 1 {\n  -- only\n}\n"),
        ("article 1 { -- only\n}", "article 1 { -- only\n}\n"),
        ("if a -- why\nthen b = c", "if a -- why\nthen b = c\n"),
        ("if a\n-- why\nthen b = c", "if a\n-- why\nthen b = c\n"),
        ("if -- why\n a then b = c", "if -- why\na\nthen b = c\n"),
        (
            "test \"t\" { given a = 1, -- one\n b = 2\n -- end\n }",
            "test \"t\" {\n  given a = 1, -- one\n        b = 2\n  -- end\n}\n",
        ),
        ("{- one\n   two -}\nfact a: bool", "{- one\n   two -}\nfact a: bool\n"),
        ("-- nothing else", "-- nothing else\n"),
        ("", ""),
    ] {
        check(text, expected);
    }
}

#[test]
fn a_text_with_errors_is_refused_with_its_diagnostics() {
    match format_source(SourceId::default(), "fact a: bool\nif a than b = c\n", None) {
        Err(FormatError::Syntax(diagnostics)) => assert!(diagnostics.has_errors()),
        other => panic!("{other:?}"),
    }
}
