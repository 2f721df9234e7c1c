//! `C0010`: a rule that fires in no case.
//!
//! Its condition contradicts itself, an assumption or the scope; or it says `otherwise`, and some other rule always
//! fires. Such a clause is read by everyone and applied by no one.

use super::Subject;
use super::doubts::Doubts;
use super::statements::{Statement, citations, statements};
use super::views::Timed;
use crate::analyse::{Analysis, Undecided};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{Policy, RuleId, RuleKind};
use crate::source::Span;

/// Looks at every statement: it is dead where none of its rules fires on any day in any reading.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let timed = Timed::new(policy);
    let mut doubts = Doubts::new(Code::DeadRule);
    let mut found = Vec::new();
    for statement in statements(policy) {
        let mut answers = statement.rules.iter().map(|rule| (rule, is_dead(subject, &timed, *rule)));
        let alive = answers.find(|(_, answer)| *answer != Ok(true));
        match alive.and_then(|(rule, answer)| Some((policy.rules().get(rule.index())?.outcome, answer))) {
            Some((outcome, answer)) => drop(doubts.answer(outcome, answer)),
            None => found.push(explained(subject, &statement)),
        }
    }
    found.extend(doubts.findings(subject));
    found
}

/// Whether a rule fires in no case, on no day, in no reading.
pub(super) fn is_dead(subject: &Subject<'_>, timed: &Timed<'_>, rule: RuleId) -> Result<bool, Undecided> {
    let Some(found) = subject.policy.rules().get(rule.index()) else { return Ok(false) };
    if !subject.analysis.fires(rule)?.is_empty()? {
        return Ok(false);
    }
    let depends_on_time = match found.kind {
        RuleKind::Plain => found.condition.as_ref().is_some_and(|condition| timed.condition(condition)),
        RuleKind::Otherwise => timed.outcome(found.outcome),
    };
    Ok(!depends_on_time && subject.always(|view| view.fires(rule)?.is_empty())?)
}

fn explained(subject: &Subject<'_>, statement: &Statement<'_>) -> Diagnostic {
    let finding = Diagnostic::new(Code::DeadRule, statement.place).with("clause", statement.citation);
    // Where there are several views, the reasons may differ.
    let (Ok([view]), Some(rule)) = (subject.views(), statement.rules.first()) else { return finding };
    match reason(subject.policy, view, *rule) {
        Ok(Some(Reason::Itself)) => finding.help("itself"),
        Ok(Some(Reason::Assumption(place))) => finding.label(place, "assumed").help("assumption"),
        Ok(Some(Reason::Scope(place))) => finding.label(place, "applies").help("scope"),
        Ok(Some(Reason::Others(others))) => finding.with("others", citations(subject.policy, others)).help("otherwise"),
        Ok(None) | Err(_) => finding,
    }
}

/// Why a rule never fires.
enum Reason {
    Itself,
    Assumption(Span),
    Scope(Span),
    /// One of these always fires.
    Others(Vec<RuleId>),
}

fn reason(policy: &Policy, view: &Analysis, rule: RuleId) -> Result<Option<Reason>, Undecided> {
    let data = policy.data();
    let Some(found) = data.rules.get(rule.index()) else { return Ok(None) };
    let condition = match &found.condition {
        Some(condition) => view.region(condition)?,
        None => view.all()?,
    };
    if condition.is_empty()? {
        let Some(own) = &found.condition else { return Ok(None) };
        if data.assumptions.is_empty() {
            return Ok(Some(Reason::Itself));
        }
        // Which assumption does it: one that is enough by itself.
        let with = |kept: &[usize]| {
            let mut changed = data.clone();
            let mut number = 0..;
            changed.assumptions.retain(|_| number.next().is_some_and(|number| kept.contains(&number)));
            Analysis::new(&Policy::new(changed)).region(own)?.is_empty()
        };
        if with(&[])? {
            return Ok(Some(Reason::Itself));
        }
        for (number, assumption) in data.assumptions.iter().enumerate() {
            if with(&[number])? {
                return Ok(Some(Reason::Assumption(assumption.span)));
            }
        }
        return Ok(None);
    }
    for scope in &data.scopes {
        if condition.and(&view.region(&scope.condition)?).is_empty()? {
            return Ok(Some(Reason::Scope(scope.condition.span)));
        }
    }
    let in_scope = condition.and(&view.in_scope()?);
    if found.kind == RuleKind::Plain || in_scope.is_empty()? {
        return Ok(None);
    }
    let mut others = Vec::new();
    for other in data.outcomes.get(found.outcome.index()).into_iter().flat_map(|outcome| &outcome.rules) {
        let is_plain = data.rules.get(other.index()).is_some_and(|other| other.kind == RuleKind::Plain);
        if is_plain && !in_scope.and(&view.fires(*other)?).is_empty()? {
            others.push(*other);
        }
    }
    Ok(Some(Reason::Others(others)))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::tests::of_code;

    fn reasons(rest: &str) -> Vec<(Code, String, Vec<&'static str>)> {
        let found = of_code(Code::DeadRule, rest).into_iter();
        found.map(|(finding, text)| (finding.code, text, finding.help)).collect()
    }

    fn dead(text: &str, reason: &'static str) -> Vec<(Code, String, Vec<&'static str>)> {
        vec![(Code::DeadRule, text.to_owned(), vec![reason])]
    }

    #[test]
    fn a_condition_that_contradicts_itself_is_found() {
        let rest = "article 1 { if severity > major and severity < critical then sanction = notice }";
        assert_eq!(reasons(rest), dead("severity > major and severity < critical", "itself"));
        assert_eq!(reasons("article 1 { if severity > minor and severity < critical then sanction = notice }"), []);
    }

    #[test]
    fn the_assumption_or_the_scope_that_excludes_it_is_named() {
        let rest = "assume late implies reported\nassume severity >= minor
article 1 { if late and not reported then sanction = notice }";
        assert_eq!(reasons(rest), dead("late and not reported", "assumption"));
        let rest = "article 1 { applies when reported } article 2 { if not reported then sanction = notice }";
        assert_eq!(reasons(rest), dead("not reported", "scope"));
    }

    #[test]
    fn otherwise_is_dead_where_some_other_rule_always_fires() {
        let rest = "article 1 { if late then sanction = notice } article 2 { if not late then sanction = reminder }
article 3 { otherwise sanction = removal }";
        let found = reasons(rest);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].2, ["otherwise"]);
    }

    #[test]
    fn what_fires_in_another_reading_or_version_is_not_dead() {
        let rest = "reading broad { no \"n\", yes \"y\" } prefer no
article 1 { if late and broad = yes then sanction = notice }";
        assert_eq!(reasons(rest), []);
        let rest = "article 1 in force until 2020-12-31 { if late then sanction = notice }
article 1 in force from 2021-01-01 { if late then sanction = removal }";
        assert_eq!(reasons(rest), []);
    }

    #[test]
    fn one_statement_about_several_outcomes_is_one_finding() {
        let rest = "outcome pay: measure combine heaviest
article 1 { if late and not late then sanction = notice and pay = notice }";
        assert_eq!(reasons(rest).len(), 1);
    }
}
