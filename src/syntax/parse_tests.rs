use super::{Parsed, parse};
use crate::diagnostic::Arg;
use crate::source::SourceId;
use crate::syntax::ast::{
    DutyPartKind, Expr, ExprKind, FoldKind, Item, LiteralKind, Permitted, ProcedureEntry, Statement, StepPartKind,
    TestEntry, Value,
};

fn read(text: &str) -> Parsed {
    parse(SourceId::default(), text)
}

fn sound(text: &str) -> Vec<Item> {
    let parsed = read(text);
    assert!(parsed.diagnostics.is_empty(), "{text}\n{:?}", parsed.diagnostics);
    parsed.ast.items
}

/// What a text says, without places.
fn same(one: &str, other: &str) {
    assert_eq!(sound(one), sound(other), "{one} is not {other}");
}

fn expression(text: &str) -> Expr {
    match sound(&format!("assume {text}")).remove(0) {
        Item::Assume(decl) => decl.condition,
        other => panic!("{other:?}"),
    }
}

/// An expression with all its brackets.
fn shape(expr: &Expr) -> String {
    let all = |operands: &[Expr], sign: &str| operands.iter().map(shape).collect::<Vec<_>>().join(sign);
    match &expr.kind {
        ExprKind::Name(reference) => reference.to_string(),
        ExprKind::Literal(literal) => match &literal.kind {
            LiteralKind::Int(number) => number.to_string(),
            LiteralKind::Never => "never".to_owned(),
            LiteralKind::Duration(count, unit) => format!("{count} {unit:?}"),
            other => format!("{other:?}"),
        },
        ExprKind::Parenthesised(inner) => shape(inner),
        ExprKind::Not(inner) => format!("(not {})", shape(inner)),
        ExprKind::Negative(inner) => format!("(- {})", shape(inner)),
        ExprKind::And(operands) => format!("({})", all(operands, " and ")),
        ExprKind::Or(operands) => format!("({})", all(operands, " or ")),
        ExprKind::Product(factors) => format!("({})", all(factors, " * ")),
        ExprKind::Implies(left, right) => format!("({} implies {})", shape(left), shape(right)),
        ExprKind::Compare(sign, left, right) => format!("({} {} {})", shape(left), sign.spelling(), shape(right)),
        ExprKind::Membership(polarity, operand, _) => format!("({} {polarity:?} …)", shape(operand)),
        ExprKind::Sum(terms) => {
            format!("({})", terms.iter().map(|(_, term)| shape(term)).collect::<Vec<_>>().join(" ± "))
        }
        ExprKind::Fold(fold) => {
            let summand = fold.summand.as_ref().map_or(String::new(), |summand| format!("{} over ", shape(summand)));
            let condition = fold.condition.as_ref().map_or(String::new(), |given| format!(" where {}", shape(given)));
            format!("[{:?} {summand}{}{condition}]", fold.kind, fold.list)
        }
        ExprKind::Within(within) => {
            let (date, period, anchor) = (shape(&within.date), shape(&within.period), shape(&within.anchor));
            format!("({date} within {period} {:?} {anchor})", within.side)
        }
        ExprKind::Breached(name) => format!("breached({})", name.text),
    }
}

#[test]
fn the_condition_of_a_fold_is_the_rest_of_the_row() {
    for (text, expected) in [
        ("count xs ≥ 2", "([Count xs] ≥ 2)"),
        ("count xs of driver ≥ 2", "([Count xs of driver] ≥ 2)"),
        ("(count xs where a) ≥ 2", "([Count xs where a] ≥ 2)"),
        ("count xs where a ≥ 2", "[Count xs where (a ≥ 2)]"),
        ("p and count xs where a and b", "(p and [Count xs where (a and b)])"),
        ("p or exists xs where a and b", "(p or [Exists xs where (a and b)])"),
        ("p implies every xs where a implies b", "(p implies [Every xs where (a implies b)])"),
        ("not exists xs where not a", "(not [Exists xs where (not a)])"),
        ("n > 2 * count xs where a", "(n > (2 * [Count xs where a]))"),
        ("longest run of xs where not a or b", "[LongestRun xs where ((not a) or b)]"),
        ("sum a + 2 * b over xs of r where c", "[Sum (a ± (2 * b)) over xs of r where c]"),
        ("sum (a - b) over xs > 3", "([Sum (a ± b) over xs] > 3)"),
        ("count xs where exists ys where a", "[Count xs where [Exists ys where a]]"),
        ("合计 金额 取自 角色一 的 列表一 其中 甲 且 乙", "[Sum 金额 over 列表一 of 角色一 where (甲 and 乙)]"),
        ("最长连续 列表一 其中 非 达标", "[LongestRun 列表一 where (not 达标)]"),
    ] {
        assert_eq!(shape(&expression(text)), expected, "{text}");
    }
}

#[test]
fn timing_binds_as_a_comparison_does() {
    for (text, expected) in [
        ("a within 3 days before b", "(a within 3 Days Before b)"),
        ("a + 1 day within 3 days after b and c", "(((a ± 1 Days) within 3 Days After b) and c)"),
        ("not a within p of r after (b + 1 month)", "(not (a within p of r After (b ± 1 Months)))"),
        ("a within (2 * p) after never", "(a within (2 * p) After never)"),
        ("甲 不超过 10个工作日 晚于 乙", "(甲 within 10 WorkingDays After 乙)"),
        ("a is breached or 甲 被违反", "(breached(a) or breached(甲))"),
    ] {
        assert_eq!(shape(&expression(text)), expected, "{text}");
    }
}

/// Words that are keywords only where the grammar expects them: policies that used them as names still say the same.
#[test]
fn new_keywords_may_be_names() {
    for word in [
        "count",
        "exists",
        "every",
        "sum",
        "over",
        "where",
        "within",
        "before",
        "after",
        "of",
        "must",
        "act",
        "step",
        "escalate",
        "to",
        "checks",
        "quorum",
        "for",
        "bars",
        "brings",
        "duty",
        "forbid",
        "right",
        "procedure",
        "use",
        "hierarchy",
        "effect",
        "effects",
        "contents",
        "record",
        "param",
        "reading",
        "prefer",
        "log",
        "on",
        "present",
        "reason",
        "past",
        "chosen",
        "holidays",
        "workdays",
        "done",
        "late",
        "due",
        "waiting",
        "pending",
        "breached",
        "fulfilled",
        "consent",
        "longest",
        "list",
        "dated",
        "is",
        "as",
        "usually",
        "计数",
        "合计",
        "记录",
        "职责",
        "权利",
        "程序",
        "步骤",
        "后果",
        "限制",
        "内容",
        "层级",
        "其中",
        "行为",
        "应",
        "的",
        "于",
        "列表",
        "理由",
    ] {
        // Behind these a name is a list, so that a rule that begins with a name has to be set off.
        let end = if ["count", "exists", "every", "计数"].contains(&word) { ";" } else { "" };
        sound(&format!(
            "fact {word}: bool\noutcome {word}: {word}\nbody {word}\nenum e {{ a, {word} }}\n\
             define d = {word} and not ({word} or {word} = {word}) and {word} ∈ <{word}, a> and {word} - {word} > 2\n\
             if {word} then {word} = {word}\n{word} = {word} if {word} implies {word} ≥ {word}\n\
             exempt {word} if {word}\nmay {word} ∈ {word} .. {word} if {word} + 1 > {word}\n\
             article 1 {{\n  {word} = {word} if {word}{end}\n  {word} ∈ <{word}> if not {word}\n\
             ensure {word} ignores {word} when {word}\n}}\n\
             test \"t\" {{\n  given {word} = {word}, a = {word},\n  b = 1\n  expect {word} = {word}\n\
             expect {word} exempt\n  expect {word} undetermined\n  expect asks {word}, {word}\n}}"
        ));
    }
}

#[test]
fn a_role_stands_behind_of_or_before_的() {
    for (english, chinese) in [
        ("fact a of r: bool", "事实 r 的 a：是否"),
        ("define a of r = b of s", "定义 r 的 a ＝ s 的 b"),
        ("outcome a of r: m combine sum", "结果 r 的 a：m 相加"),
        ("if a of r then b of r = c", "若 r 的 a 则 r 的 b ＝ c"),
        ("forbid a of r { act b }", "禁止 r 的 a ｛行为 b｝"),
        ("policy p dated by a of r", "制度 p 时间依据 r 的 a"),
        ("test \"t\" { past a of r = b on 2024-01-01 }", "测试 “t” ｛既往 r 的 a ＝ b 于 2024-01-01｝"),
        ("test \"t\" { expect asks a of r, b }", "测试 “t” ｛应为 追问 r 的 a、b｝"),
    ] {
        same(english, chinese);
    }
    assert!(matches!(&sound("事实 r 的 a: 是否")[0], Item::Fact(fact)
        if fact.name.text == "a" && fact.of.as_ref().is_some_and(|of| of.text == "r")));
}

/// A role or an outcome may be called like what an expectation begins with.
#[test]
fn an_expectation_of_an_outcome_is_not_taken_for_another() {
    for text in ["step of a weighed", "step 的 due weighed", "duty of r exempt", "bars of r = a", "brings undetermined"]
    {
        let items = sound(&format!("test \"t\" {{ expect {text} }}"));
        let Item::Test(test) = &items[0] else { panic!() };
        assert!(matches!(&test.entries[..], [TestEntry::Expect(expect)] if expect.outcome.is_some()), "{text}");
    }
}

fn assigned(text: &str) -> Permitted {
    match sound(&format!("if a then b {text}")).remove(0) {
        Item::Statement(Statement::Rule(mut rule)) => rule.consequences.remove(0).permitted,
        other => panic!("{other:?}"),
    }
}

#[test]
fn only_what_is_calculated_is_an_expression() {
    assert!(matches!(assigned("= 3"), Permitted::One(Value::Literal(_))));
    assert!(matches!(assigned("= c"), Permitted::One(Value::Name(_))));
    assert!(matches!(assigned("= -3.00 CNY"), Permitted::One(Value::Literal(literal))
        if matches!(literal.kind, LiteralKind::Money(..)) && literal.place.0.range() == (14..23)));
    for text in ["= 2 * c", "= c of r", "= (3)", "= -c", "= c - 1"] {
        assert!(matches!(assigned(text), Permitted::One(Value::Computed(_))), "{text}");
    }
    assert!(matches!(assigned("= none"), Permitted::None(_)));
    assert!(matches!(assigned("∈ 1 * c .. d"), Permitted::Range(range)
        if matches!(range.from, Value::Computed(_)) && matches!(range.to, Value::Name(_))));
    // An item begins behind the value, and a citation is not called.
    assert_eq!(sound("article 1 { (1) if a then b = c (2) if d then e = f }").len(), 1);
}

#[test]
fn a_condition_before_a_deadline_of_a_step_ends_where_it_must() {
    let parts = |text: &str| match sound(&format!("procedure p {{ step s {text} }}")).remove(0) {
        Item::Statement(Statement::Procedure(mut procedure)) => match procedure.entries.remove(0) {
            ProcedureEntry::Step(step) => step.parts,
            ProcedureEntry::Escalation(escalation) => panic!("{escalation:?}"),
        },
        other => panic!("{other:?}"),
    };
    assert!(matches!(&parts("when a within 3 days of b")[..], [when, within]
        if matches!(when.kind, StepPartKind::When(_)) && matches!(within.kind, StepPartKind::Within(..))));
    assert!(matches!(&parts("when a within 3 days after b")[..], [when] if matches!(when.kind, StepPartKind::When(_))));
    assert!(matches!(&parts("within 3 days after b when a by c")[..], [_, _, _]));
}

#[test]
fn a_place_ends_with_the_last_token() {
    let text = "duty d of r -- e\n{ must a -- f\n} -- g\nright s { before b -- h\n } {- i -}";
    let items = sound(text);
    let Item::Statement(Statement::Duty(duty)) = &items[0] else { panic!("{items:?}") };
    assert_eq!(&text[duty.place.0.range()], "duty d of r -- e\n{ must a -- f\n}");
    assert_eq!(&text[duty.parts[0].place.0.range()], "must a");
    let text = "policy p dated by a of r -- b\nfact a: bool {- c -}\n\nrole r";
    let found: Vec<&str> = sound(text).iter().map(|item| &text[item.span().range()]).collect();
    assert_eq!(found, ["policy p dated by a of r", "fact a: bool", "role r"]);
}

#[test]
fn folds_and_brackets_nest_as_deep_as_the_limit() {
    let folds = |depth: usize| format!("assume {}a", "exists xs where ".repeat(depth));
    assert!(read(&folds(64)).diagnostics.is_empty());
    for text in [folds(65), folds(20_000), format!("assume ({})", folds(70).split_off(7)), "[".repeat(65)] {
        let codes: Vec<&str> = read(&text).diagnostics.iter().map(|found| found.code.as_str()).collect();
        assert_eq!(codes, ["E0109"], "{}", text.len());
    }
    // The limit is not used up by folds that stand beside each other.
    assert!(read(&format!("assume a{}", " and (exists xs where a)".repeat(200))).diagnostics.is_empty());
}

/// The first thing that is said about a text: its code, the piece it stands at, and what is expected or meant.
fn fault(text: &str) -> (String, String, String) {
    let parsed = read(text);
    assert_eq!(parsed.diagnostics.iter().count(), 1, "{text}\n{:?}", parsed.diagnostics);
    let found = parsed.diagnostics.iter().next().unwrap();
    let word = |wanted: &str| {
        let arg = found.args.iter().rev().find(|(name, _)| *name == wanted);
        arg.map(|(_, arg)| match arg {
            Arg::Text(text) => text.clone(),
            Arg::Number(number) => number.to_string(),
            Arg::Phrase(phrase) => phrase.english.clone(),
        })
    };
    let meant = word("keyword").or_else(|| word("expected")).unwrap_or_default();
    (found.code.as_str().to_owned(), text[found.span.unwrap().range()].to_owned(), meant)
}

#[test]
#[allow(clippy::too_many_lines)] // one line for each fault
fn each_fault_is_said_at_its_place() {
    for (text, code, place, meant) in [
        // Conditions.
        ("define x = a within 10 workng days after b", "E0202", "workng", "working"),
        ("define x = a within 10 days aftr b", "E0202", "aftr", "after"),
        ("define x = a within 10 days b", "E0201", "b", "timing"),
        ("define x = count xs were a = b", "E0202", "were", "where"),
        ("define x = sum a of xs", "E0201", "", "over"),
        ("define x = a where b", "E0201", "where", "fold"),
        ("define x = a ∈ <b> + 3", "E0201", "+", "connective"),
        ("define x = a within 3 days after b within 3 days after c", "E0206", "within 3 days after c", ""),
        ("assume a of r is breached", "E0201", "is breached", "connective"),
        ("assume (a) is breached", "E0201", "is breached", "connective"),
        ("if a then fine ∈ 1 * gain . 5", "E0201", ".", "range"),
        ("if a then fine = 2 +", "E0201", "", "value"),
        ("fact never: bool", "E0210", "never", ""),
        ("事实 从未：是否", "E0210", "从未", ""),
        // Declarations.
        ("fact a of : bool", "E0201", ":", "name"),
        ("recrod r { a: bool }", "E0202", "recrod", "record"),
        ("record r { a bool }", "E0201", "bool", "colon"),
        ("param x = 100.00 CNY fom 2023-01-01", "E0202", "fom", "from"),
        ("param x 3", "E0201", "3", "assigned"),
        ("param x = 3 from 2023-02-30", "E0208", "2023-02-30", ""),
        ("reading r { a, b } prefr a", "E0202", "prefr", "prefer"),
        ("reading r { a < b }", "E0201", "<", "list-rest"),
        ("use shared", "E0201", "shared", "text"),
        ("outcome o: money combine summ", "E0202", "combine summ", "combine sum"),
        ("policy p dated occurred_on", "E0202", "dated", "dated by"),
        ("hierarchy a", "E0201", "", "hierarchy"),
        // Duties.
        ("dutty d of r { must a }", "E0202", "dutty", "duty"),
        ("duty d {\n  when a\n  mst b\n}", "E0202", "mst", "must"),
        ("duty d {\n  must b\n  on breech s = x\n}", "E0202", "on breech", "on breach"),
        ("duty d { must a within 10 dys after c }", "E0202", "dys", "days"),
        ("duty d { must b c }", "E0201", "c", "duty-part"),
        ("duty d { when a must b on breach s = }", "E0201", "", "value"),
        ("职责 d {\n  应该 b\n}", "E0202", "应该", "应"),
        ("duty d { must a\n\nfact b: bool", "E0203", "", ""),
        // Procedure.
        ("procedure p {\n  stp a by b\n  step c\n}", "E0202", "stp", "step"),
        ("procedure p {\n  step a chekcs <x>\n  step c\n}", "E0202", "chekcs", "checks"),
        ("procedure p { step a checks x }", "E0201", "x", "checks"),
        ("procedure p { step a quorum two }", "E0201", "two", "number"),
        ("procedure p { step a quorum 99999999999 }", "E0207", "99999999999", ""),
        ("procedure p { step a within 30 days investigate }", "E0201", "investigate", "of"),
        ("procedure p { step a by x y }", "E0201", "y", "step-part"),
        ("procedure p { escalate a to b 15 days }", "E0201", "15", "after"),
        ("程序 p ｛\n  步聚 a 由 b\n｝", "E0202", "步聚", "步骤"),
        ("程序 p ｛ 步骤 a 不超过 30天 b ｝", "E0201", "b", "自"),
        // Effects.
        ("effect sanction = a bars b", "E0202", "effect", "effect of"),
        ("effect of sanction a bars b", "E0201", "a", "outcome-test"),
        ("effect of sanction = a bar b", "E0202", "bar", "bars"),
        (
            "effects of one kind add up to at least 3 days",
            "E0202",
            "effects of one kind add up to at least",
            "effects of one kind add up to at most",
        ),
        ("contents of s = a { b c }", "E0201", "c", "list-rest"),
        // Clauses.
        ("article 1 { (3) in force frm 2024-01-01 if a then b = c }", "E0202", "frm", "from"),
        // Tests.
        ("test \"t\" { given xs = [{a = 1] }", "E0201", "]", "list-rest"),
        ("test \"t\" {\n  given xs = [{a = 1]\n  expect b = c\n}", "E0201", "]", "list-rest"),
        ("test \"t\" { given xs = [a] }", "E0201", "a", "record"),
        ("test \"t\" { as of today }", "E0201", "today", "date"),
        ("test \"t\" { chose s = x }", "E0202", "chose", "chosen"),
        ("test \"t\" { holidays 2024-05-01 to 2024-05-03 }", "E0201", "to", "range"),
        ("test \"t\" { log a 2024-05-01 }", "E0201", "2024", "on"),
        ("test \"t\" { log a on 2024-05-01 bye x }", "E0202", "bye", "by"),
        ("test \"t\" { log a on 2024-05-01 by x by y }", "E0313", "by y", ""),
        ("test \"t\" { expect duty d fulfiled }", "E0202", "fulfiled", "fulfilled"),
        ("test \"t\" { expect duty d }", "E0201", "", "duty-status"),
        ("test \"t\" { expect step s lat by 3 days }", "E0202", "lat", "late"),
        ("test \"t\" { expect step s out off order }", "E0202", "out off order", "out of order"),
    ] {
        let found = fault(text);
        assert_eq!((found.0.as_str(), found.1.as_str(), found.2.as_str()), (code, place, meant), "{text}");
    }
}

#[test]
fn a_word_for_which_the_language_has_another_is_answered_with_that() {
    for (text, word, meant) in [
        ("政策 采购 \"办法\"", "政策", "制度"),
        ("section 1 { if a then b = c }", "section", "article"),
        ("制度 p\n如果 a 则 b = c", "如果", "若"),
        ("若 a 那么 b = c", "那么", "则"),
        ("若 a 并且 d 则 b = c", "并且", "且"),
        ("define x = a else b", "else", "otherwise"),
        ("outcome s: m combine max", "combine max", "combine heaviest"),
        ("结果 s: m 合并 最重", "合并 最重", "取重"),
        ("测试 \"t\" { 已知 a = 是 }", "已知", "给定"),
        ("测试 \"t\" {\n  给定 a = 是\n  期望 b = c\n}", "期望", "应为"),
        ("职责 d {\n  应当 b\n}", "应当", "应"),
        // Without the blank around a keyword.
        ("若程度 = a 则 b = c", "若程度", "若 程度"),
        ("若 a 则b = c", "则b", "则 b"),
        ("若 a = 严重则 b = c", "严重则", "严重 则"),
    ] {
        assert_eq!(fault(text), ("E0202".to_owned(), word.to_owned(), meant.to_owned()), "{text}");
    }
}

#[test]
fn a_faulty_line_spoils_its_statement_only() {
    let parsed = read(
        "procedure p {\n  step a by office\n  stp b\n  step c after\n  step d\n}\nfact e: bool\n\
         article 1 { duty f { must a; mst b } (2) if e then o = x }\ntest \"t\" {\n  as of\n  log b on\n  expect o = x\n}",
    );
    let codes: Vec<&str> = parsed.diagnostics.iter().map(|found| found.code.as_str()).collect();
    assert_eq!(codes, ["E0202", "E0201", "E0202", "E0201", "E0201"]);
    assert_eq!(parsed.ast.items.len(), 3);
    assert!(["p", "a", "d", "f"].iter().all(|word| parsed.unread_words.contains(*word)));
    let Item::Test(test) = &parsed.ast.items[2] else { panic!() };
    assert!(matches!(&test.entries[..], [TestEntry::Unreadable(_), TestEntry::Unreadable(_), TestEntry::Expect(_)]));
}

#[test]
fn parts_of_a_duty_stand_in_the_order_of_the_text() {
    let Item::Statement(Statement::Duty(duty)) = &sound("right r of d { before a, b; must c when any { (1) e } }")[0]
    else {
        panic!()
    };
    assert!(
        matches!(&duty.parts[..], [before, must, when] if matches!(&before.kind, DutyPartKind::Before(steps) if steps.len() == 2)
        && matches!(must.kind, DutyPartKind::Must(_)) && matches!(when.kind, DutyPartKind::When(_)))
    );
}

#[test]
fn every_kind_of_fold_has_its_word() {
    for (text, kind) in [
        ("count xs", FoldKind::Count),
        ("存在 xs", FoldKind::Exists),
        ("every xs", FoldKind::Every),
        ("合计 a 取自 xs", FoldKind::Sum),
        ("longest\n run  of xs", FoldKind::LongestRun),
    ] {
        assert!(matches!(expression(text).kind, ExprKind::Fold(fold) if fold.kind == kind), "{text}");
    }
}
