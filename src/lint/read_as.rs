//! A condition as it is with one reading of the source.

use super::Subject;
use crate::analyse::{Region, Undecided};
use crate::policy::{Expr, ExprKind, FactId, MemberIndex, Value, Walk};
use crate::syntax::ast::{Comparison, Polarity};

/// The cases in which a condition holds if a reading is a certain option, whatever else it may be.
///
/// # Errors
/// A written limit was reached, or the condition looks at the reading in a way that is not an option of it.
pub(super) fn read_as(
    subject: &Subject<'_>,
    condition: &Expr,
    reading: FactId,
    option: MemberIndex,
) -> Result<Region, Undecided> {
    let data = subject.policy.data();
    let mut mentions = false;
    Walk::new(data).visit(condition, &mut |part| mentions |= matches!(part.kind, ExprKind::Fact(id) if id == reading));
    if !mentions {
        return subject.analysis.region(condition);
    }
    let again = |part: &Expr| read_as(subject, part, reading, option);
    let constant = |holds: bool| {
        let all = subject.analysis.all()?;
        Ok(if holds { all } else { all.not() })
    };
    match &condition.kind {
        ExprKind::Not(inner) => Ok(again(inner)?.not()),
        ExprKind::And(parts) => parts.iter().try_fold(subject.analysis.all()?, |all, part| Ok(all.and(&again(part)?))),
        ExprKind::Or(parts) => {
            parts.iter().try_fold(subject.analysis.all()?.not(), |any, part| Ok(any.or(&again(part)?)))
        }
        ExprKind::Implies(left, right) => Ok(again(left)?.not().or(&again(right)?)),
        ExprKind::Define(id) => again(&data.defines.get(id.index()).ok_or(Undecided::TooLarge)?.value),
        ExprKind::Compare(sign, left, right) => match (sign, option_of(left, right)) {
            (Comparison::Equal, Some(wanted)) => constant(wanted == option),
            (Comparison::NotEqual, Some(wanted)) => constant(wanted != option),
            _ => Err(Undecided::Approximate),
        },
        ExprKind::Among(polarity, operand, values) if matches!(operand.kind, ExprKind::Fact(_)) => {
            let is_among = values.iter().any(|value| matches!(value, Value::Member(_, member) if *member == option));
            constant(is_among == (*polarity == Polarity::In))
        }
        ExprKind::Constant(_)
        | ExprKind::Fact(_)
        | ExprKind::Param(_)
        | ExprKind::AsOf
        | ExprKind::Field(_)
        | ExprKind::Fold(_)
        | ExprKind::Outcome(..)
        | ExprKind::Negative(_)
        | ExprKind::Elapsed(_)
        | ExprKind::Among(..)
        | ExprKind::Between(..)
        | ExprKind::Product(_)
        | ExprKind::Within(_)
        | ExprKind::Sum(_) => Err(Undecided::Approximate),
    }
}

/// The option that a reading is compared with.
fn option_of(left: &Expr, right: &Expr) -> Option<MemberIndex> {
    match (&left.kind, &right.kind) {
        (ExprKind::Fact(_), ExprKind::Constant(Value::Member(_, member)))
        | (ExprKind::Constant(Value::Member(_, member)), ExprKind::Fact(_)) => Some(*member),
        _ => None,
    }
}
