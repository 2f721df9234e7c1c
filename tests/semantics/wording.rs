//! The user's own line, Chinese keywords, the order of articles.

use crate::regulation::{regulation, result};

#[test]
fn the_line_runs_outside_any_article() {
    let text = regulation(
        "scale severity { minor < moderate < major < extreme } scale measure { reminder < written_review < notice }
         fact severity: severity fact reported: bool outcome sanction: measure combine heaviest
         if severity ≥ major and not reported then sanction ∈ <written_review, notice>\n",
    );
    text.cites(&[
        ("severity = major, not reported", "written_review, notice", "rule 1"),
        ("severity = extreme, not reported", "written_review, notice", "rule 1"),
        ("severity = moderate, not reported", "not addressed", ""),
        ("severity = major, reported", "not addressed", ""),
        ("severity = minor", "not addressed", ""),
        ("reported", "not addressed", ""),
    ]);
    text.leaves_open(&[
        ("severity = major", "written_review, notice, not_addressed", "reported"),
        ("", "written_review, notice, not_addressed", "reported, severity"),
    ]);
}

const ENGLISH: &str = "scale grade { low < high } scale measure { reminder < warning < notice < dismissal }
fact grade: grade fact late: bool fact lied: bool fact repaid: bool
assume not (late and repaid)
outcome sanction: measure combine heaviest
article 1 { applies when grade = high or late }
article 2 { (1) if late then sanction ∈ <reminder, warning> (2) if lied then may sanction = notice overriding 2(1) }
article 3 { exempt sanction from 2(2) if grade = low }
article 4 { adjust sanction by lighten or reduce if repaid }
article 5 { otherwise sanction = reminder }
";

const CHINESE: &str = "等级 grade { low < high } 等级 measure { reminder < warning < notice < dismissal }
事实 grade:grade 事实 late:是否 事实 lied:是否 事实 repaid:是否
假定 非 (late 且 repaid)
结果 sanction:measure 取重
第一条 { 适用于 grade = high 或 late }
第二条 { (一) 若 late 则 sanction ∈ 《reminder、warning》 (二) 若 lied 则 可 sanction = notice 覆盖 2(1) }
第三条 { 免除 sanction 自 2(2) 若 grade = low }
第四条 { 调整 sanction 以 从轻 或 减轻 若 repaid }
第五条 { 否则 sanction = reminder }
";

/// Every case over the facts of the text above, unknown ones among them.
fn every_case() -> Vec<String> {
    let choices = [
        ["", "grade = low", "grade = high"],
        ["", "late", "not late"],
        ["", "lied", "not lied"],
        ["", "repaid", "not repaid"],
    ];
    let mut cases = vec![String::new()];
    for choice in choices {
        cases = cases.iter().flat_map(|case| choice.map(|more| format!("{case},{more}"))).collect();
    }
    cases
}

#[test]
fn chinese_keywords_decide_as_english_ones() {
    let (english, chinese) = (regulation(ENGLISH), regulation(CHINESE));
    for case in every_case() {
        let (one, other) = (english.decide(&case), chinese.decide(&case));
        assert_eq!(one.is_ok(), other.is_ok(), "{case}");
        if let (Ok(one), Ok(other)) = (one, other) {
            assert_eq!(one.outcomes, other.outcomes, "{case}");
        }
    }
}

#[test]
fn the_order_of_articles_does_not_change_decisions() {
    let (head, articles) = ENGLISH.split_once("article 1").unwrap();
    let mut articles: Vec<String> = articles.split("article").map(str::to_owned).collect();
    articles[0] = format!(" 1{}", articles[0]);
    let in_order = regulation(ENGLISH);
    for turn in 1..articles.len() {
        articles.rotate_left(1);
        let turned = regulation(&format!("{head}article{}", articles.join("article")));
        for case in every_case() {
            let decided = |text: &crate::regulation::Regulation| {
                text.decide(&case).map(|decision| result(&decision.outcomes[0])).ok()
            };
            assert_eq!(decided(&in_order), decided(&turned), "turned by {turn}: {case}");
        }
    }
}
