//! What conditions mention, and where names are declared.

use crate::policy::{Expr, ExprKind, FactId, Policy, Walk};
use crate::source::Span;
use std::collections::BTreeSet;

/// What some conditions mention, directly or through defines and lists.
#[derive(Default)]
pub(super) struct Mentioned {
    /// Facts, also those that a list's records are compared with.
    pub(super) facts: BTreeSet<FactId>,
    /// Whether they read another outcome, or the day on which the case is looked at.
    pub(super) more: bool,
}

impl Mentioned {
    pub(super) fn of<'e>(policy: &'e Policy, conditions: impl IntoIterator<Item = &'e Expr>) -> Self {
        let data = policy.data();
        let mut mentioned = Self::default();
        let mut walk = Walk::new(data);
        for condition in conditions {
            walk.visit(condition, &mut |part| match &part.kind {
                ExprKind::Fact(id) => {
                    mentioned.facts.insert(*id);
                }
                ExprKind::Fold(id) => mentioned.facts.extend(data.folds.get(id.index()).map(|fold| fold.list)),
                ExprKind::Outcome(..) | ExprKind::AsOf => mentioned.more = true,
                _ => {}
            });
        }
        mentioned
    }
}

/// A space of names.
#[derive(Clone, Copy)]
pub(super) enum Space {
    Values,
    Types,
    Bodies,
    Roles,
}

/// Where a name is declared. The values of a reading have no name of their own, and so no place.
pub(super) fn declared(policy: &Policy, space: Space, name: &str) -> Option<Span> {
    // The spaces of members, of which there is any number, come first; those of duties come last.
    let from_end = match space {
        Space::Values => 5,
        Space::Types => 4,
        Space::Bodies => 3,
        Space::Roles => 2,
    };
    let spaces = policy.name_spaces();
    let space = spaces.get(spaces.len().checked_sub(from_end)?)?;
    space.iter().find(|known| known.text == name).map(|known| known.span)
}
