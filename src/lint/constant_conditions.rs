//! `C0015`: a part of a condition that changes nothing where it stands.
//!
//! Given the scope, the assumptions and the other parts, a part of an `and` that always holds asks for nothing, and a
//! part of an `or` that holds only where another part does adds no case. Where a whole condition never holds, that is
//! `C0010`.

use super::Subject;
use super::doubts::Doubts;
use super::statements::citation;
use super::views::Timed;
use crate::analyse::{Analysis, Region, Undecided};
use crate::diagnostic::{Code, Diagnostic, Safety};
use crate::policy::{ClauseId, Expr, ExprKind, OutcomeId, Policy};
use crate::source::Span;
use std::collections::BTreeMap;

/// What a part of a condition does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// There is no case in which it could do something.
    Idle,
    /// It holds wherever the rest does.
    AlwaysTrue,
    /// It holds only where another part does.
    AddsNothing,
    Needed,
}

/// Looks at the conditions of rules, exemptions and adjustments.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let timed = Timed::new(subject.policy);
    let is_looked_at = |condition: &Expr| !timed.condition(condition) && !is_guarded(condition);
    let conditions = conditions(subject.policy).into_values().filter(|one| is_looked_at(one.condition));
    let mut found = Vec::new();
    let mut doubts = Doubts::new(Code::ConstantCondition);
    for Conditional { clause, outcome, condition } in conditions {
        let Some(parts) = doubts.answer(outcome, parts(subject, condition)) else { continue };
        for (place, part) in parts {
            let reason = match part {
                Part::AlwaysTrue => "true",
                Part::AddsNothing => "false",
                Part::Idle | Part::Needed => continue,
            };
            let finding = Diagnostic::new(Code::ConstantCondition, place).help(reason);
            let finding = finding.with("clause", citation(subject.policy, clause));
            found.push(match with_connective(condition, place) {
                Some(all) => finding.fix(Safety::Unsafe, all, ""),
                None => finding,
            });
        }
    }
    found.extend(doubts.findings(subject));
    found
}

/// A part of a condition with the word that joins it to the part before it, or of the first part, to the one behind.
///
/// A part in parentheses that lie outside of its place is not cut well; then the text cannot be read any more, and
/// whoever mends it gives the fix up.
fn with_connective(condition: &Expr, place: Span) -> Option<Span> {
    let parts = match &condition.kind {
        ExprKind::And(parts) | ExprKind::Or(parts) => parts,
        ExprKind::Not(inner) => return with_connective(inner, place),
        _ => return None,
    };
    let Some(at) = parts.iter().position(|part| part.span == place) else {
        return parts.iter().find_map(|part| with_connective(part, place));
    };
    let before = at.checked_sub(1).and_then(|before| parts.get(before));
    match (before, parts.get(at + 1)) {
        (Some(before), _) => Some(Span { start: before.span.end, ..place }),
        (None, Some(behind)) => Some(Span { end: behind.span.start, ..place }),
        (None, None) => None,
    }
    .filter(|all| condition.span.contains(*all))
}

/// A condition with its clause and an outcome that hangs on it.
#[derive(Clone, Copy)]
struct Conditional<'p> {
    clause: ClauseId,
    outcome: OutcomeId,
    condition: &'p Expr,
}

/// Whether a condition consists of what the author wrote and of the days on which that holds. Of several versions each
/// has parts of its own; they are not compared.
fn is_guarded(condition: &Expr) -> bool {
    matches!(&condition.kind, ExprKind::And(parts) if parts.iter().any(|part| part.span == condition.span))
}

/// Each condition once, however many rules it became.
fn conditions(policy: &Policy) -> BTreeMap<Span, Conditional<'_>> {
    let rules = policy.rules().iter().filter_map(|rule| {
        // What stands for a version of an amount has the place of the whole rule.
        let condition = rule.condition.as_ref().filter(|condition| condition.span != rule.span)?;
        Some(Conditional { clause: rule.clause, outcome: rule.outcome, condition })
    });
    let outcomes = policy.outcome_ids().zip(policy.outcomes()).flat_map(|(id, outcome)| {
        let exemptions = outcome.exemptions.iter().map(|found| (found.clause, &found.condition));
        let all = exemptions.chain(outcome.adjustments.iter().map(|found| (found.clause, &found.condition)));
        all.map(move |(clause, condition)| Conditional { clause, outcome: id, condition })
    });
    rules.chain(outcomes).map(|one| (one.condition.span, one)).collect()
}

/// What the parts of a condition do in all views together.
fn parts(subject: &Subject<'_>, condition: &Expr) -> Result<BTreeMap<Span, Part>, Undecided> {
    let mut all: BTreeMap<Span, Part> = BTreeMap::new();
    for view in subject.looked_at()? {
        let mut own = BTreeMap::new();
        let context = view.in_scope()?;
        if !context.and(&view.region(condition)?).is_empty()? {
            look(view, condition, &context, &mut own)?;
        }
        for (place, part) in own {
            all.entry(place).and_modify(|known| *known = together(*known, part)).or_insert(part);
        }
    }
    Ok(all)
}

/// What a part does that does this in one view and that in another.
fn together(one: Part, other: Part) -> Part {
    match (one, other) {
        (Part::Idle, part) | (part, Part::Idle) => part,
        (one, other) if one == other => one,
        _ => Part::Needed,
    }
}

/// Looks at the parts of a condition in some cases. Of parts that make each other needless, the first ones stay.
fn look(
    view: &Analysis,
    condition: &Expr,
    context: &Region,
    found: &mut BTreeMap<Span, Part>,
) -> Result<(), Undecided> {
    let (parts, is_and) = match &condition.kind {
        ExprKind::And(parts) => (parts, true),
        ExprKind::Or(parts) => (parts, false),
        ExprKind::Not(inner) => return look(view, inner, context, found),
        _ => return Ok(()),
    };
    let mut regions = Vec::with_capacity(parts.len());
    for part in parts {
        regions.push(view.region(part)?);
    }
    let mut is_left_out = vec![false; parts.len()];
    for (index, (part, own)) in parts.iter().zip(&regions).enumerate().rev() {
        let others =
            || regions.iter().enumerate().zip(&is_left_out).filter(|((other, _), out)| *other != index && !**out);
        let rest = if is_and {
            others().fold(context.clone(), |rest, ((_, other), _)| rest.and(other))
        } else {
            let rest = others().map(|((_, other), _)| other.clone()).reduce(|rest, other| rest.or(&other));
            rest.unwrap_or_else(|| own.and_not(own))
        };
        let does = if is_and {
            match rest.is_within(own)? {
                true if rest.is_empty()? => Part::Idle,
                true => Part::AlwaysTrue,
                false => Part::Needed,
            }
        } else {
            match context.and(own).is_within(&rest)? {
                true if context.is_empty()? => Part::Idle,
                true => Part::AddsNothing,
                false => Part::Needed,
            }
        };
        // What the author did not write as a part of its own, such as the days of a version, has the place of the whole.
        let is_written = condition.span != part.span && condition.span.contains(part.span);
        if is_written && does != Part::Idle {
            found.insert(part.span, does);
        }
        if let (true, Part::AlwaysTrue | Part::AddsNothing, Some(out)) = (is_written, does, is_left_out.get_mut(index))
        {
            *out = true;
        }
    }
    let mut before = context.clone();
    for ((part, own), is_left_out) in parts.iter().zip(&regions).zip(is_left_out) {
        if !is_left_out && !before.is_empty()? {
            look(view, part, &before, found)?;
            before = if is_and { before.and(own) } else { before };
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::tests::of_code;

    fn found(condition: &str, before: &str) -> Vec<(String, Vec<&'static str>)> {
        let rest = format!("{before}\narticle 1 {{ if {condition} then sanction = notice }}");
        of_code(Code::ConstantCondition, &rest).into_iter().map(|(finding, text)| (text, finding.help)).collect()
    }

    fn part(text: &str, reason: &'static str) -> Vec<(String, Vec<&'static str>)> {
        vec![(text.to_owned(), vec![reason])]
    }

    #[test]
    fn a_part_that_the_others_imply_is_found() {
        assert_eq!(found("severity >= critical and severity > minor", ""), part("severity > minor", "true"));
        assert_eq!(found("late and severity != minor and not reported", ""), []);
        assert_eq!(found("late and late", ""), part("late", "true"));
    }

    #[test]
    fn a_part_that_adds_no_case_is_found() {
        assert_eq!(found("severity >= major or severity = critical", ""), part("severity = critical", "false"));
        assert_eq!(found("severity >= major or severity < minor", ""), part("severity < minor", "false"));
        assert_eq!(found("late or severity = critical", ""), []);
    }

    #[test]
    fn assumptions_and_the_scope_count() {
        assert_eq!(found("late and reported", "assume late implies reported"), part("reported", "true"));
        assert_eq!(found("late and reported", "article 9 { applies when reported }"), part("reported", "true"));
    }

    #[test]
    fn parts_of_parts_are_looked_at() {
        assert_eq!(found("late and (reported or (severity >= minor and late))", "").len(), 1);
        assert_eq!(found("late and (reported or (severity >= major and late))", ""), part("late", "true"));
        assert_eq!(found("late and (reported or severity >= major)", ""), []);
    }

    #[test]
    fn the_days_of_a_version_are_no_part_of_the_condition() {
        let rest = "param most = 1000.00 CNY from 2023-01-01, 1200.00 CNY from 2025-01-01
outcome fine: money combine sum
article 1 { if late and reported then fine in 200.00 CNY .. most }";
        assert_eq!(of_code(Code::ConstantCondition, rest), []);
    }

    #[test]
    fn what_never_holds_as_a_whole_is_another_finding() {
        assert_eq!(found("late and not late and reported", ""), []);
    }

    #[test]
    fn what_counts_in_another_reading_is_needed() {
        assert_eq!(found("late and (reported or broad = yes)", "reading broad { no \"n\", yes \"y\" } prefer no"), []);
    }
}
