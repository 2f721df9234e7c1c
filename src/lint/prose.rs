//! Cases, conditions and decisions in words, in each language.
//!
//! Conditions read as the author would write them, with the keywords of the language: `severity ≥ major and not
//! reported`, `严重程度 ≥ 重大 且 非 已报告`.

use crate::analyse::{Analysis, Condition, Region, Term, Undecided, Witness};
use crate::decide::{Facts, OutcomeDecision, Status, settled, written};
use crate::diagnostic::Phrase;
use crate::explain::Wording;
use crate::policy::{Expr, ExprKind, FactId, OutcomeId, Policy, QualifiedName, Type, Value};
use crate::syntax::KeywordLanguage;
use crate::syntax::ast::Comparison;
use std::collections::BTreeSet;

/// Most conditions that are shown of one region; the rest is counted.
const MAX_CONDITIONS: usize = 2;

/// Most terms of the conditions that are shown, all together; the first condition is always shown.
const MAX_TERMS: usize = 16;

/// Most values that are shown of a list of values; the rest is counted.
const MAX_VALUES: usize = 8;

/// Longest expression that is shown; of a longer one it is said what it is about.
const MAX_EXPRESSION: usize = 80;

/// The same words in every language.
pub(super) fn same(words: impl Into<String>) -> Phrase {
    let english = words.into();
    Phrase { chinese: english.clone(), english }
}

fn both(english: impl Into<String>, chinese: impl Into<String>) -> Phrase {
    Phrase { english: english.into(), chinese: chinese.into() }
}

/// Joins phrases, each language with its own words between them.
fn joined(parts: &[Phrase], english: &str, chinese: &str) -> Phrase {
    let join = |of: fn(&Phrase) -> &str, between: &str| parts.iter().map(of).collect::<Vec<_>>().join(between);
    both(join(|part| &part.english, english), join(|part| &part.chinese, chinese))
}

/// Phrases as a list.
pub(super) fn list(parts: &[Phrase]) -> Phrase {
    joined(parts, ", ", "、")
}

/// A value as the author would write it.
pub(super) fn value(policy: &Policy, value: &Value) -> Phrase {
    match value {
        Value::Never => both("never", "从未"),
        Value::Bool(truth) => both(truth.to_string(), if *truth { "是" } else { "否" }),
        value => same(policy.show(value)),
    }
}

/// A name as it is said in each language: `careless of driver`, in Chinese `driver 的 careless`.
pub(super) fn named(name: &QualifiedName) -> Phrase {
    match name.role() {
        Some(role) => both(name.as_str(), format!("{role} 的 {}", name.own())),
        None => same(name.as_str()),
    }
}

fn fact_name(policy: &Policy, fact: FactId) -> Phrase {
    policy.facts().get(fact.index()).map(|fact| named(&fact.name)).unwrap_or_default()
}

fn outcome_name(policy: &Policy, outcome: OutcomeId) -> Phrase {
    policy.outcomes().get(outcome.index()).map(|outcome| named(&outcome.name)).unwrap_or_default()
}

/// A region in few conditions.
///
/// # Errors
/// A written limit was reached.
pub(crate) fn region(policy: &Policy, region: &Region) -> Result<Phrase, Undecided> {
    let cover = region.cover()?;
    let mut terms = 0;
    let is_short = |(index, found): &(usize, &Condition)| {
        terms += found.terms.len();
        *index == 0 || (*index < MAX_CONDITIONS && terms <= MAX_TERMS)
    };
    let shown: Vec<Phrase> =
        cover.conditions.iter().enumerate().take_while(is_short).map(|(_, found)| condition(policy, found)).collect();
    let mut words = joined(&shown, "; or ", "；或者 ");
    let left = cover.conditions.len().saturating_sub(shown.len());
    if left > 0 || cover.rest.is_some() {
        let (english, chinese) = match (left, cover.rest.is_some()) {
            (_, true) | (0, false) => ("; and in other kinds of cases".to_owned(), "；以及另外一些情形".to_owned()),
            (1, false) => ("; and in 1 more kind of cases".to_owned(), "；以及另外 1 类情形".to_owned()),
            (left, false) => (format!("; and in {left} more kinds of cases"), format!("；以及另外 {left} 类情形")),
        };
        words = both(words.english + &english, words.chinese + &chinese);
    }
    Ok(words)
}

fn condition(policy: &Policy, condition: &Condition) -> Phrase {
    if condition.terms.is_empty() {
        return both("always", "任何情形");
    }
    let terms: Vec<Phrase> = condition.terms.iter().map(|found| term(policy, found)).collect();
    joined(&terms, " and ", " 且 ")
}

fn term(policy: &Policy, term: &Term) -> Phrase {
    match term {
        Term::Is { fact, holds } => truth(&fact_name(policy, *fact), *holds),
        Term::Among { fact, values, is_excluded } => {
            let name = fact_name(policy, *fact);
            let shown: Vec<Phrase> = values.iter().map(|found| value(policy, found)).collect();
            match (shown.as_slice(), *is_excluded) {
                ([only], false) => compared(&name, "=", only),
                ([only], true) => compared(&name, "≠", only),
                (several, is_excluded) => {
                    let list = joined(several, ", ", "、");
                    let sign = if is_excluded { "∉" } else { "∈" };
                    compared(&name, sign, &both(format!("<{}>", list.english), format!("<{}>", list.chinese)))
                }
            }
        }
        Term::Between { fact, from, to } => {
            let name = fact_name(policy, *fact);
            match (from, to) {
                (Some(from), Some(to)) if from == to => compared(&name, "=", &value(policy, &from.value)),
                (from, to) => {
                    let low = from.as_ref().map(|from| {
                        let sign = if from.is_excluded { ">" } else { "≥" };
                        compared(&name, sign, &value(policy, &from.value))
                    });
                    let high = to.as_ref().map(|to| {
                        let sign = if to.is_excluded { "<" } else { "≤" };
                        compared(&name, sign, &value(policy, &to.value))
                    });
                    joined(&low.into_iter().chain(high).collect::<Vec<_>>(), " and ", " 且 ")
                }
            }
        }
        Term::Holds { condition, holds } => {
            condition_or_not(policy, condition, *holds).unwrap_or_else(|| about(policy, condition, *holds))
        }
        Term::Chosen { outcome, sets } => {
            let name = outcome_name(policy, *outcome);
            let list = sets.iter().flat_map(|set| set.members().collect::<BTreeSet<_>>());
            let members: Vec<String> = list.filter_map(|member| member_name(policy, *outcome, member)).collect();
            if members.is_empty() {
                return both(format!("a certain choice of {}", name.english), format!("{} 选定某些处理", name.chinese));
            }
            both(
                format!("{} chosen from <{}>", name.english, members.join(", ")),
                format!("{} 选定 <{}>", name.chinese, members.join("、")),
            )
        }
        Term::Comes { list, .. } => {
            let name = fact_name(policy, *list);
            both(format!("certain records in {}", name.english), format!("{} 为某些记录", name.chinese))
        }
    }
}

fn member_name(policy: &Policy, outcome: OutcomeId, member: crate::policy::MemberIndex) -> Option<String> {
    match policy.outcomes().get(outcome.index())?.values {
        crate::policy::OutcomeValues::Members(of) => {
            policy.enumerations().get(of.index())?.members.get(member.index()).map(|found| found.name.clone())
        }
        crate::policy::OutcomeValues::Amounts(_) => None,
    }
}

fn truth(words: &Phrase, holds: bool) -> Phrase {
    if holds { words.clone() } else { both(format!("not {}", words.english), format!("非 {}", words.chinese)) }
}

fn compared(name: &Phrase, sign: &str, value: &Phrase) -> Phrase {
    both(format!("{} {sign} {}", name.english, value.english), format!("{} {sign} {}", name.chinese, value.chinese))
}

/// A condition that is not said again, but only what it is about.
fn about(policy: &Policy, condition: &Expr, holds: bool) -> Phrase {
    let mut facts: BTreeSet<FactId> = BTreeSet::new();
    crate::policy::Walk::new(policy.data()).visit(condition, &mut |expr| match &expr.kind {
        ExprKind::Fact(id) => {
            facts.insert(*id);
        }
        ExprKind::Fold(id) => facts.extend(policy.data().folds.get(id.index()).map(|fold| fold.list)),
        _ => {}
    });
    let names: Vec<Phrase> = facts.into_iter().map(|fact| fact_name(policy, fact)).collect();
    let names = list(&names);
    let (does, chinese) = if holds { ("holds", "成立") } else { ("does not hold", "不成立") };
    both(format!("the condition on {} {does}", names.english), format!("关于 {} 的条件{chinese}", names.chinese))
}

/// An expression as the author would write it; `None` where that would be long.
fn expression(policy: &Policy, expr: &Expr) -> Option<Phrase> {
    let [english, chinese] =
        [KeywordLanguage::English, KeywordLanguage::Chinese].map(|words| Wording::new(policy, words).expression(expr));
    (english.chars().count() <= MAX_EXPRESSION).then_some(Phrase { english, chinese })
}

/// A condition, or its opposite. Days have no opposite comparison: a day that never comes is neither before nor after.
fn condition_or_not(policy: &Policy, condition: &Expr, holds: bool) -> Option<Phrase> {
    let negated = |sign: Comparison| match sign {
        Comparison::Equal => Comparison::NotEqual,
        Comparison::NotEqual => Comparison::Equal,
        Comparison::Less => Comparison::GreaterEqual,
        Comparison::LessEqual => Comparison::Greater,
        Comparison::Greater => Comparison::LessEqual,
        Comparison::GreaterEqual => Comparison::Less,
    };
    let kind = match &condition.kind {
        _ if holds => return expression(policy, condition),
        ExprKind::Not(inner) => return expression(policy, inner),
        ExprKind::Compare(sign, left, right)
            if matches!(left.value_type, Type::Int | Type::Decimal | Type::Money | Type::Duration) =>
        {
            ExprKind::Compare(negated(*sign), left.clone(), right.clone())
        }
        _ => ExprKind::Not(Box::new(condition.clone())),
    };
    expression(policy, &Expr { kind, value_type: condition.value_type, span: condition.span })
}

/// A case by the facts that matter in it, one left out if so wished.
pub(crate) fn case(policy: &Policy, witness: &Witness, left_out: Option<FactId>) -> Phrase {
    let facts = witness.facts();
    let mut parts: Vec<Phrase> = Vec::new();
    for fact in witness.named().iter().filter(|fact| Some(**fact) != left_out) {
        let name = fact_name(policy, *fact);
        match facts.get(*fact) {
            Some(Value::Bool(holds)) => parts.push(truth(&name, *holds)),
            Some(known) => parts.push(compared(&name, "=", &value(policy, known))),
            None => {}
        }
    }
    for outcome in witness.chosen() {
        let name = outcome_name(policy, *outcome);
        let chosen = facts.chosen(*outcome).map(|chosen| chosen.map(|chosen| value(policy, chosen)));
        let chosen = chosen.map(|chosen| chosen.unwrap_or_else(|| both("none", "不予处理")));
        parts.extend(chosen.map(|chosen| {
            both(
                format!("{} chosen as {}", name.english, chosen.english),
                format!("{} 选定 {}", name.chinese, chosen.chinese),
            )
        }));
    }
    if parts.is_empty() {
        return if left_out.is_some() {
            both("in every case", "任何案件")
        } else {
            both("any case", "任何案件")
        };
    }
    joined(&parts, ", ", "，")
}

/// What a decision says of one outcome.
pub(crate) fn decided(decision: &OutcomeDecision) -> Phrase {
    match decision.status {
        Status::Decided => {
            let mut words = decision.permitted.words();
            let left = words.len().saturating_sub(MAX_VALUES);
            words.truncate(MAX_VALUES);
            let mut parts: Vec<Phrase> = words.into_iter().map(same).collect();
            if left > 0 {
                parts.push(both(format!("{left} more"), format!("另 {left} 项")));
            }
            if decision.none {
                parts.insert(0, both("no measure", "不予处理"));
            }
            match parts.split_last() {
                Some((last, [])) => last.clone(),
                Some((last, others)) => joined(&[joined(others, ", ", "、"), last.clone()], " or ", " 或 "),
                None => both("nothing", "无"),
            }
        }
        Status::Exempt => both("exempt", "免责"),
        Status::NotAddressed => both("not addressed", "无条款规定"),
        Status::Conflict => both("a conflict", "冲突"),
        Status::Undetermined => both("undetermined", "未定"),
        Status::OutOfScope => both("out of scope", "不在适用范围"),
    }
}

/// Citations as a list.
pub(crate) fn clauses(citations: &[String]) -> Phrase {
    list(&citations.iter().map(|one| same(one.as_str())).collect::<Vec<_>>())
}

/// A case as a facts file and the decision on an outcome, for programs.
pub(super) fn witness_json(analysis: &Analysis, witness: &Witness, outcome: &str) -> serde_json::Value {
    let policy = analysis.policy();
    let (facts, named) = telling_facts(analysis, witness, outcome);
    case_json(policy, &facts, &named, witness.decision().outcome(outcome))
}

/// The facts of a case that matter, if they alone lead to what it shows of an outcome; else all of them.
pub(super) fn telling_facts(analysis: &Analysis, witness: &Witness, outcome: &str) -> (Facts, Vec<FactId>) {
    let policy = analysis.policy();
    let all = witness.facts();
    match facts_of(policy, all, witness.named()) {
        Some(few) if are_telling(analysis, &few, witness, outcome) => (few, witness.named().to_vec()),
        _ => (all.clone(), policy.fact_ids().collect()),
    }
}

/// Whether some facts of a case alone lead to what it shows of an outcome.
fn are_telling(analysis: &Analysis, few: &Facts, witness: &Witness, outcome: &str) -> bool {
    let policy = analysis.policy();
    let Some((id, shown)) = policy.outcome(outcome).zip(witness.decision().outcome(outcome)) else { return false };
    let words = |one: &OutcomeDecision| (one.status, one.weigh, decided(one));
    match analysis.is_settled(id, few, witness.facts()).ok().flatten() {
        Some(false) => false,
        Some(true) if !shown.weigh => true,
        Some(true) | None => {
            settled(policy, few, id).is_ok_and(|again| again.is_some_and(|again| words(&again) == words(shown)))
        }
    }
}

/// Some facts of a case, with its day and what was chosen.
fn facts_of(policy: &Policy, all: &Facts, named: &[FactId]) -> Option<Facts> {
    let mut few = Facts::new(policy);
    for fact in named {
        few.set_value(*fact, all.get(*fact)?.clone()).ok()?;
    }
    for outcome in policy.outcome_ids() {
        if let Some(chosen) = all.chosen(outcome) {
            few.choose(outcome, chosen.cloned()).ok()?;
        }
    }
    if let Some(day) = all.as_of() {
        few.set_as_of(day);
    }
    if let Some(calendar) = all.calendar() {
        few.set_calendar(calendar.clone());
    }
    Some(few)
}

/// Some facts of a case and what was decided.
pub(super) fn case_json(
    policy: &Policy,
    facts: &Facts,
    named: &[FactId],
    decided: Option<&OutcomeDecision>,
) -> serde_json::Value {
    let decided: Vec<&OutcomeDecision> = decided.into_iter().collect();
    serde_json::json!({ "facts": facts_json(policy, facts, named), "outcomes": decided })
}

/// Facts in the shape of a facts file.
pub(crate) fn facts_json(policy: &Policy, facts: &Facts, named: &[FactId]) -> serde_json::Value {
    serde_json::Value::Object(written::case(policy, facts, named))
}
