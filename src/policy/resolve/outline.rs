//! The outline: which clauses the regulation contains.

use super::Resolver;
use crate::policy::model::OutlineLine;
use crate::syntax::ClausePath;
use crate::syntax::ast::Item;

impl Resolver {
    pub(super) fn resolve_outline(&mut self, items: &[Item]) {
        for item in items {
            let Item::Outline(outline) = item else { continue };
            for entry in &outline.entries {
                let clauses = match (&entry.parent, entry.numbers) {
                    (None, Some((from, to))) => (from..=to).map(ClausePath::article).collect(),
                    (Some(parent), Some((from, to))) => (from..=to).map(|number| parent.path.item(number)).collect(),
                    (Some(parent), None) => vec![parent.path.clone()],
                    (None, None) => continue,
                };
                self.data.outline.push(OutlineLine { clauses, span: entry.place.0 });
            }
        }
    }
}
