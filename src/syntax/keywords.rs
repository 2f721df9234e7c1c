//! The one table of keywords: the grammar's rule, the English and the Chinese spelling, and where a keyword stands.
//!
//! `grammar/policy.pest` spells them once more, because it has to; a test compares the two. The formatter, the messages
//! and the editors' grammars read this table.

use super::grammar::Rule;

/// The language that a file's keywords are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeywordLanguage {
    /// `if … then …`
    English,
    /// `若 … 则 …`
    Chinese,
}

/// Whether a keyword may also be a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reservation {
    /// It is a keyword wherever it stands.
    Reserved,
    /// It is a keyword only where the grammar expects it.
    Contextual,
}

/// What a keyword can begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A declaration or a test.
    Declaration,
    /// An article.
    Article,
    /// A line of a test.
    Entry,
    /// A rule or the like.
    Statement,
    /// Nothing: it stands inside.
    Inside,
}

/// One keyword.
#[derive(Clone, Copy, Debug)]
pub struct Keyword {
    pub(super) rule: Rule,
    /// The grammar's name for it, without `kw_`.
    pub name: &'static str,
    /// Its English spelling; several words stand with any blank between them.
    pub english: &'static str,
    /// Its Chinese spelling (or sign).
    pub chinese: &'static str,
    /// Another Chinese spelling, where one word does not read well in every place.
    pub also: Option<&'static str>,
    /// Whether it may also be a name.
    pub reservation: Reservation,
    /// What it can begin.
    pub role: Role,
}

impl Keyword {
    /// Its spelling in a language.
    #[must_use]
    pub fn spelling(&self, language: KeywordLanguage) -> &'static str {
        match language {
            KeywordLanguage::English => self.english,
            KeywordLanguage::Chinese => self.chinese,
        }
    }

    /// Whether it is spelt `word` in some language.
    #[must_use]
    pub fn is_spelt(&self, word: &str) -> bool {
        self.english == word || self.chinese == word || self.also == Some(word)
    }

    const fn also(self, chinese: &'static str) -> Self {
        Self { also: Some(chinese), ..self }
    }
}

const fn keyword(
    rule: Rule,
    name: &'static str,
    english: &'static str,
    chinese: &'static str,
    reservation: Reservation,
    role: Role,
) -> Keyword {
    Keyword { rule, name, english, chinese, also: None, reservation, role }
}

use Reservation::{Contextual, Reserved};
use Role::{Article, Declaration, Entry, Inside, Statement};

/// All keywords. 第…条 surrounds its number in Chinese; the table has its last character.
#[rustfmt::skip]
pub const KEYWORDS: &[Keyword] = &[
    keyword(Rule::kw_policy, "policy", "policy", "制度", Reserved, Declaration),
    keyword(Rule::kw_outline, "outline", "outline", "纲目", Reserved, Declaration),
    keyword(Rule::kw_scale, "scale", "scale", "等级", Reserved, Declaration),
    keyword(Rule::kw_enum, "enum", "enum", "枚举", Reserved, Declaration),
    keyword(Rule::kw_body, "body", "body", "机构", Reserved, Declaration),
    keyword(Rule::kw_role, "role", "role", "角色", Reserved, Declaration),
    keyword(Rule::kw_fact, "fact", "fact", "事实", Reserved, Declaration),
    keyword(Rule::kw_judgement, "judgement", "judgement", "研判", Reserved, Declaration),
    keyword(Rule::kw_define, "define", "define", "定义", Reserved, Declaration),
    keyword(Rule::kw_assume, "assume", "assume", "假定", Reserved, Declaration),
    keyword(Rule::kw_outcome, "outcome", "outcome", "结果", Reserved, Declaration),
    keyword(Rule::kw_article, "article", "article", "条", Reserved, Article),
    keyword(Rule::kw_test, "test", "test", "测试", Reserved, Declaration),
    keyword(Rule::kw_given, "given", "given", "给定", Reserved, Entry),
    keyword(Rule::kw_expect, "expect", "expect", "应为", Reserved, Entry),
    keyword(Rule::kw_if, "if", "if", "若", Reserved, Statement),
    keyword(Rule::kw_then, "then", "then", "则", Reserved, Inside),
    keyword(Rule::kw_and, "and", "and", "且", Reserved, Inside),
    keyword(Rule::kw_or, "or", "or", "或", Reserved, Inside),
    keyword(Rule::kw_not, "not", "not", "非", Reserved, Inside),
    keyword(Rule::kw_implies, "implies", "implies", "蕴含", Reserved, Inside),
    keyword(Rule::kw_true, "true", "true", "是", Reserved, Inside),
    keyword(Rule::kw_false, "false", "false", "否", Reserved, Inside),
    keyword(Rule::kw_none, "none", "none", "无", Contextual, Inside),
    keyword(Rule::kw_may, "may", "may", "可", Reserved, Statement),
    keyword(Rule::kw_otherwise, "otherwise", "otherwise", "否则", Reserved, Statement),
    keyword(Rule::kw_overriding, "overriding", "overriding", "覆盖", Reserved, Inside),
    keyword(Rule::kw_exempt, "exempt", "exempt", "免除", Reserved, Statement),
    keyword(Rule::kw_adjust, "adjust", "adjust", "调整", Reserved, Statement),
    keyword(Rule::kw_applies, "applies", "applies when", "适用于", Reserved, Statement),
    keyword(Rule::kw_authority, "authority", "authority for", "权限", Reserved, Statement),
    keyword(Rule::kw_ensure, "ensure", "ensure", "确保", Reserved, Statement),
    keyword(Rule::kw_in_force, "in_force", "in force", "施行", Contextual, Inside),
    keyword(Rule::kw_from, "from", "from", "自", Contextual, Inside),
    keyword(Rule::kw_until, "until", "until", "至", Contextual, Inside),
    keyword(Rule::kw_articles, "articles", "articles", "各条", Contextual, Inside),
    keyword(Rule::kw_items, "items", "items", "各项", Contextual, Inside),
    keyword(Rule::kw_bool, "bool", "bool", "是否", Contextual, Inside),
    keyword(Rule::kw_int, "int", "int", "整数", Contextual, Inside),
    keyword(Rule::kw_decimal, "decimal", "decimal", "小数", Contextual, Inside),
    keyword(Rule::kw_money, "money", "money", "金额", Contextual, Inside),
    keyword(Rule::kw_date, "date", "date", "日期", Contextual, Inside),
    keyword(Rule::kw_duration, "duration", "duration", "期间", Contextual, Inside),
    keyword(Rule::kw_default, "default", "default", "默认", Contextual, Inside),
    keyword(Rule::kw_by, "by", "by", "以", Contextual, Inside).also("由"),
    keyword(Rule::kw_criterion, "criterion", "criterion", "标准", Contextual, Inside),
    keyword(Rule::kw_combine_heaviest, "combine_heaviest", "combine heaviest", "取重", Contextual, Inside),
    keyword(Rule::kw_combine_union, "combine_union", "combine union", "取并", Contextual, Inside),
    keyword(Rule::kw_combine_intersect, "combine_intersect", "combine intersect", "取交", Contextual, Inside),
    keyword(Rule::kw_combine_unique, "combine_unique", "combine unique", "取同", Contextual, Inside),
    keyword(Rule::kw_combine_accumulate, "combine_accumulate", "combine accumulate", "并处", Contextual, Inside),
    keyword(Rule::kw_combine_sum, "combine_sum", "combine sum", "相加", Contextual, Inside),
    keyword(Rule::kw_not_modelled, "not_modelled", "not modelled", "不编入", Contextual, Inside),
    keyword(Rule::kw_missing, "missing", "missing", "缺漏", Contextual, Inside),
    keyword(Rule::kw_any, "any", "any", "任一", Contextual, Inside),
    keyword(Rule::kw_in, "in", "in", "∈", Reserved, Inside),
    keyword(Rule::kw_not_in, "not_in", "not in", "∉", Contextual, Inside),
    keyword(Rule::kw_lighten, "lighten", "lighten", "从轻", Contextual, Inside),
    keyword(Rule::kw_reduce, "reduce", "reduce", "减轻", Contextual, Inside),
    keyword(Rule::kw_waive, "waive", "waive", "免予", Contextual, Inside),
    keyword(Rule::kw_aggravate, "aggravate", "aggravate", "从重", Contextual, Inside),
    keyword(Rule::kw_exceed, "exceed", "exceed", "加重", Contextual, Inside),
    keyword(Rule::kw_decided, "decided", "decided", "决定", Contextual, Inside),
    keyword(Rule::kw_jointly, "jointly", "jointly", "共同", Contextual, Inside),
    keyword(Rule::kw_approved, "approved", "approved", "批准", Contextual, Inside),
    keyword(Rule::kw_enforced, "enforced", "enforced", "执行", Contextual, Inside),
    keyword(Rule::kw_rises_with, "rises_with", "rises with", "随升", Contextual, Inside),
    keyword(Rule::kw_ignores, "ignores", "ignores", "不计", Contextual, Inside),
    keyword(Rule::kw_is_addressed, "is_addressed", "is addressed", "有规定", Contextual, Inside),
    keyword(Rule::kw_excludes, "excludes", "excludes", "不含", Contextual, Inside),
    keyword(Rule::kw_when, "when", "when", "当", Contextual, Inside),
    keyword(Rule::kw_cites, "cites", "cites", "引用", Contextual, Inside),
    keyword(Rule::kw_asks, "asks", "asks", "追问", Contextual, Inside),
    keyword(Rule::kw_adjusted, "adjusted", "adjusted", "被调整", Contextual, Inside),
    keyword(Rule::kw_exempted, "exempted", "exempted", "被免除", Contextual, Inside),
    keyword(Rule::kw_not_addressed, "not_addressed", "not addressed", "未规定", Contextual, Inside),
    keyword(Rule::kw_undetermined, "undetermined", "undetermined", "未定", Contextual, Inside),
    keyword(Rule::kw_conflict, "conflict", "conflict", "冲突", Contextual, Inside),
    keyword(Rule::kw_out_of_scope, "out_of_scope", "out of scope", "不适用", Contextual, Inside),
    keyword(Rule::kw_weighed, "weighed", "weighed", "须权衡", Contextual, Inside),
    keyword(Rule::kw_use, "use", "use", "引用文件", Contextual, Declaration),
    keyword(Rule::kw_record, "record", "record", "记录", Contextual, Declaration),
    keyword(Rule::kw_param, "param", "param", "参数", Contextual, Declaration),
    keyword(Rule::kw_reading, "reading", "reading", "解读", Contextual, Declaration),
    keyword(Rule::kw_dated_by, "dated_by", "dated by", "时间依据", Contextual, Inside),
    keyword(Rule::kw_of, "of", "of", "的", Contextual, Inside),
    keyword(Rule::kw_list_of, "list_of", "list of", "列表", Contextual, Inside),
    keyword(Rule::kw_prefer, "prefer", "prefer", "采用", Contextual, Inside),
    keyword(Rule::kw_never, "never", "never", "从未", Reserved, Inside),
    keyword(Rule::kw_count, "count", "count", "计数", Contextual, Inside),
    keyword(Rule::kw_exists, "exists", "exists", "存在", Contextual, Inside),
    keyword(Rule::kw_every, "every", "every", "每个", Contextual, Inside),
    keyword(Rule::kw_longest_run, "longest_run", "longest run of", "最长连续", Contextual, Inside),
    keyword(Rule::kw_sum, "sum", "sum", "合计", Contextual, Inside),
    keyword(Rule::kw_over, "over", "over", "取自", Contextual, Inside),
    keyword(Rule::kw_where, "where", "where", "其中", Contextual, Inside),
    keyword(Rule::kw_within, "within", "within", "不超过", Contextual, Inside),
    keyword(Rule::kw_before, "before", "before", "早于", Contextual, Inside),
    keyword(Rule::kw_after, "after", "after", "晚于", Contextual, Inside),
    keyword(Rule::kw_is_breached, "is_breached", "is breached", "被违反", Contextual, Inside),
    keyword(Rule::kw_duty, "duty", "duty", "职责", Contextual, Statement),
    keyword(Rule::kw_forbid, "forbid", "forbid", "禁止", Contextual, Statement),
    keyword(Rule::kw_right, "right", "right", "权利", Contextual, Statement),
    keyword(Rule::kw_must, "must", "must", "应", Contextual, Inside),
    keyword(Rule::kw_act, "act", "act", "行为", Contextual, Inside),
    keyword(Rule::kw_on_breach, "on_breach", "on breach", "违者", Contextual, Inside),
    keyword(Rule::kw_procedure, "procedure", "procedure", "程序", Contextual, Statement),
    keyword(Rule::kw_step, "step", "step", "步骤", Contextual, Inside),
    keyword(Rule::kw_escalate, "escalate", "escalate", "逾期", Contextual, Inside),
    keyword(Rule::kw_to, "to", "to", "移送", Contextual, Inside),
    keyword(Rule::kw_usually_after, "usually_after", "usually after", "一般晚于", Contextual, Inside),
    keyword(Rule::kw_checks, "checks", "checks", "核查", Contextual, Inside),
    keyword(Rule::kw_quorum, "quorum", "quorum", "法定人数", Contextual, Inside),
    keyword(Rule::kw_consent, "consent", "consent of", "征得同意", Contextual, Inside),
    keyword(Rule::kw_effect, "effect", "effect of", "后果", Contextual, Statement),
    keyword(Rule::kw_bars, "bars", "bars", "限制", Contextual, Inside),
    keyword(Rule::kw_brings, "brings", "brings", "带来", Contextual, Inside),
    keyword(Rule::kw_for, "for", "for", "为期", Contextual, Inside),
    keyword(Rule::kw_effect_cap, "effect_cap", "effects of one kind add up to at most", "同类后果累计不超过", Contextual, Statement),
    keyword(Rule::kw_contents, "contents", "contents of", "内容", Contextual, Statement),
    keyword(Rule::kw_hierarchy, "hierarchy", "hierarchy", "层级", Contextual, Statement),
    keyword(Rule::kw_as_of, "as_of", "as of", "截至", Contextual, Entry),
    keyword(Rule::kw_chosen, "chosen", "chosen", "选定", Contextual, Entry),
    keyword(Rule::kw_holidays, "holidays", "holidays", "假日", Contextual, Entry),
    keyword(Rule::kw_workdays, "workdays", "workdays", "补班", Contextual, Entry),
    keyword(Rule::kw_log, "log", "log", "记载", Contextual, Entry),
    keyword(Rule::kw_on, "on", "on", "于", Contextual, Inside),
    keyword(Rule::kw_present, "present", "present", "出席", Contextual, Inside),
    keyword(Rule::kw_reason, "reason", "reason", "理由", Contextual, Inside),
    keyword(Rule::kw_past, "past", "past", "既往", Contextual, Entry),
    keyword(Rule::kw_fulfilled, "fulfilled", "fulfilled", "已履行", Contextual, Inside),
    keyword(Rule::kw_breached, "breached", "breached", "已违反", Contextual, Inside),
    keyword(Rule::kw_pending, "pending", "pending", "待履行", Contextual, Inside),
    keyword(Rule::kw_not_applicable, "not_applicable", "not applicable", "不涉及", Contextual, Inside),
    keyword(Rule::kw_done, "done", "done", "已完成", Contextual, Inside),
    keyword(Rule::kw_late, "late", "late", "超期", Contextual, Inside),
    keyword(Rule::kw_out_of_order, "out_of_order", "out of order", "次序颠倒", Contextual, Inside),
    keyword(Rule::kw_due, "due", "due", "待办", Contextual, Inside),
    keyword(Rule::kw_waiting, "waiting", "waiting", "等候", Contextual, Inside),
    keyword(Rule::kw_wrong_actor, "wrong_actor", "wrong actor", "主体不符", Contextual, Inside),
    keyword(Rule::kw_quorum_not_met, "quorum_not_met", "quorum not met", "人数不足", Contextual, Inside),
    keyword(Rule::kw_checks_missing, "checks_missing", "checks missing", "核查缺失", Contextual, Inside),
    keyword(Rule::kw_consent_missing, "consent_missing", "consent missing", "未经同意", Contextual, Inside),
    keyword(Rule::kw_passed_to, "passed_to", "passed to", "已移送", Contextual, Inside),
    keyword(Rule::kw_allow, "allow", "allow", "容许", Contextual, Statement),
];

/// The keyword that is spelt `word` in either language.
#[must_use]
pub fn lookup(word: &str) -> Option<&'static Keyword> {
    KEYWORDS.iter().find(|keyword| keyword.is_spelt(word))
}

/// Whether `word` is a keyword or the first word of one.
#[must_use]
pub fn is_keyword(word: &str) -> bool {
    lookup(word).is_some()
        || KEYWORDS.iter().any(|keyword| keyword.english.split_once(' ').is_some_and(|(first, _)| first == word))
}

/// Whether `word` is a keyword or a word of one, such as `heaviest`, or a Chinese article with its number.
#[must_use]
pub fn is_keyword_part(word: &str) -> bool {
    let is_part =
        |keyword: &Keyword| keyword.english.contains(' ') && keyword.english.split(' ').any(|one| one == word);
    let is_article = word.starts_with('第') && word.ends_with(['条', '项']);
    lookup(word).is_some() || is_article || KEYWORDS.iter().any(is_part)
}

/// Whether `word` can never be a name.
#[must_use]
pub fn is_reserved(word: &str) -> bool {
    lookup(word).is_some_and(|keyword| keyword.reservation == Reserved)
}

/// Every spelling of the keyword that a grammar rule reads; none for other rules.
pub(super) fn spellings(rule: Rule) -> Vec<&'static str> {
    let keyword = KEYWORDS.iter().find(|keyword| keyword.rule == rule);
    let spellings = keyword.map(|keyword| [keyword.english, keyword.chinese].into_iter().chain(keyword.also));
    spellings.into_iter().flatten().collect()
}

/// The spelling of a rule's keyword in a language; empty for other rules.
pub(super) fn spelling(rule: Rule, language: KeywordLanguage) -> &'static str {
    let keyword = KEYWORDS.iter().find(|keyword| keyword.rule == rule);
    keyword.map_or("", |keyword| keyword.spelling(language))
}

/// The spelling of a rule's keyword in the language that `text` is written in; empty for other rules.
pub(super) fn spelling_like(rule: Rule, text: &str) -> &'static str {
    spelling(rule, language_of(text))
}

/// A sign, or an English keyword in the language of the line of `text` around a place.
pub(super) fn in_language_around(word: &'static str, text: &str, place: usize) -> &'static str {
    let line_start = text.get(..place).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let line = text.get(line_start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    lookup(word).map_or(word, |keyword| keyword.spelling(language_of(line)))
}

fn language_of(text: &str) -> KeywordLanguage {
    if text.split_whitespace().any(|word| lookup(word).is_some_and(|found| found.english != word)) {
        KeywordLanguage::Chinese
    } else {
        KeywordLanguage::English
    }
}

/// Both spellings of everything that can begin one of the given parts.
pub(super) fn starting(roles: &[Role]) -> Vec<&'static str> {
    let keywords = KEYWORDS.iter().filter(|keyword| roles.contains(&keyword.role));
    keywords.flat_map(|keyword| [keyword.english, keyword.chinese]).collect()
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use pest_meta::ast::{Expr, Rule as GrammarRule};
    use pest_meta::parser;
    use std::collections::{BTreeMap, BTreeSet};

    fn grammar() -> Vec<GrammarRule> {
        let text = include_str!("../../grammar/policy.pest");
        let pairs = parser::parse(parser::Rule::grammar_rules, text).expect("the grammar is readable");
        parser::consume_rules(pairs).expect("the grammar is sound")
    }

    /// Every text that an expression of literals reads; blanks between words are one blank.
    fn spelt(expr: &Expr) -> Vec<String> {
        match expr {
            Expr::Str(text) => vec![text.clone()],
            Expr::Ident(name) if name == "gap" => vec![" ".to_owned()],
            Expr::Ident(name) if name == "end" => vec![String::new()],
            Expr::Choice(one, other) => [spelt(one), spelt(other)].concat(),
            Expr::Seq(first, rest) => {
                let rest = spelt(rest);
                spelt(first).iter().flat_map(|first| rest.iter().map(move |rest| format!("{first}{rest}"))).collect()
            }
            other => panic!("a keyword of the grammar is neither literals nor their choice: {other:?}"),
        }
    }

    #[test]
    fn the_table_and_the_grammar_spell_the_same_keywords() {
        let in_grammar: BTreeMap<String, BTreeSet<String>> = grammar()
            .iter()
            .filter_map(|rule| {
                Some((rule.name.strip_prefix("kw_")?.to_owned(), spelt(&rule.expr).into_iter().collect()))
            })
            .collect();
        let in_table: BTreeMap<String, BTreeSet<String>> = KEYWORDS
            .iter()
            .map(|keyword| {
                let chinese = (keyword.name != "article").then(|| keyword.chinese.to_owned());
                let also = keyword.also.map(str::to_owned);
                (keyword.name.to_owned(), chinese.into_iter().chain(also).chain([keyword.english.to_owned()]).collect())
            })
            .collect();
        assert_eq!(in_grammar, in_table);
        assert_eq!(in_table.len(), KEYWORDS.len(), "a keyword stands twice in the table");
    }

    #[test]
    fn the_reference_lists_every_keyword() {
        let reference = include_str!("../../docs/language/text.md");
        for keyword in KEYWORDS.iter().filter(|keyword| keyword.name != "article") {
            let also = keyword.also.map_or(String::new(), |also| format!(", `{also}`"));
            let name = if keyword.reservation == Reserved { "no" } else { "yes" };
            let row = format!("| `{}` | `{}`{also} | {name} |", keyword.english, keyword.chinese);
            assert!(reference.contains(&row), "{row}");
        }
    }

    #[test]
    fn every_keyword_has_the_rule_of_its_name() {
        for keyword in KEYWORDS {
            assert_eq!(format!("{:?}", keyword.rule), format!("kw_{}", keyword.name));
        }
    }

    #[test]
    fn the_chinese_article_is_a_number_between_two_characters() {
        let rules = grammar();
        let number = rules.iter().find(|rule| rule.name == "article_number").expect("there are articles");
        let written = format!("{:?}", number.expr);
        assert!(written.contains("Str(\"第\")") && written.contains("Str(\"条\")"), "{written}");
        assert_eq!(lookup("条").map(|keyword| keyword.name), Some("article"));
    }

    #[test]
    fn the_reserved_words_are_those_of_the_grammar() {
        fn names(expr: &Expr) -> Vec<String> {
            match expr {
                Expr::Ident(name) => vec![name.trim_start_matches("kw_").to_owned()],
                Expr::Choice(one, other) => [names(one), names(other)].concat(),
                other => panic!("the list of reserved words is no choice of keywords: {other:?}"),
            }
        }
        let rules = grammar();
        let reserved = rules.iter().find(|rule| rule.name == "reserved").expect("there are reserved words");
        let in_grammar: BTreeSet<String> = names(&reserved.expr).into_iter().collect();
        let in_table = KEYWORDS.iter().filter(|keyword| keyword.reservation == Reserved);
        assert_eq!(in_grammar, in_table.map(|keyword| keyword.name.to_owned()).collect());
    }

    #[test]
    fn no_spelling_belongs_to_two_keywords() {
        let spellings: Vec<&str> = KEYWORDS
            .iter()
            .flat_map(|keyword| [keyword.english, keyword.chinese].into_iter().chain(keyword.also))
            .collect();
        assert_eq!(spellings.iter().collect::<BTreeSet<_>>().len(), spellings.len());
    }
}
