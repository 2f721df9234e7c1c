//! Lasting effects, and what measures consist of.

use super::Resolver;
use super::contributions::member_index;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::ClauseId;
use crate::policy::model::{ContentPart, Contents, Effect, EffectCap, OutcomeValues};
use crate::policy::value::Type;
use crate::syntax::ast;

impl Resolver {
    pub(super) fn effect(&mut self, clause: ClauseId, written: &ast::Effect) {
        let outcome = self.outcome(&written.outcome);
        let test = outcome.and_then(|outcome| self.outcome_test(outcome, &written.test));
        for item in &written.items {
            let period = match &item.period {
                Some(period) => match self.value_expr(period, Type::Duration) {
                    Some(period) => Some(period),
                    None => continue,
                },
                None => None,
            };
            let (Some(outcome), Some(test)) = (outcome, test.clone()) else { continue };
            self.data.effects.push(Effect {
                clause,
                outcome,
                test,
                verb: item.verb,
                name: item.what.name.text.clone(),
                labels: super::labels(&item.what.labels),
                period,
                span: item.place.0,
            });
        }
    }

    pub(super) fn effect_cap(&mut self, clause: ClauseId, written: &ast::EffectCap) {
        let Some(period) = self.value_expr(&written.period, Type::Duration) else { return };
        let first = self.data.effect_cap.as_ref().map(|first| first.period.span);
        match first {
            Some(first) => {
                self.report(Diagnostic::new(Code::GivenTwice, written.place.0).label(first, "first"));
            }
            None => self.data.effect_cap = Some(EffectCap { clause, period }),
        }
    }

    pub(super) fn contents(&mut self, clause: ClauseId, written: &ast::Contents) {
        let outcome = self.outcome(&written.outcome);
        let mut parts: Vec<ContentPart> = Vec::new();
        for part in &written.parts {
            let condition = match &part.condition {
                Some(condition) => match self.condition_expr(condition) {
                    Some(condition) => Some(condition),
                    None => continue,
                },
                None => None,
            };
            if parts.iter().any(|known| known.name == part.what.name.text) {
                let diagnostic = Diagnostic::new(Code::RepeatedMember, part.what.name.span());
                self.report(diagnostic.with("name", part.what.name.text.as_str()));
                continue;
            }
            let labels = super::labels(&part.what.labels);
            parts.push(ContentPart { name: part.what.name.text.clone(), labels, condition });
        }
        let Some(outcome) = outcome else { return };
        let values = self.data.outcomes.get(outcome.index()).map(|found| found.values);
        if let Some(OutcomeValues::Amounts(kind)) = values.filter(|_| !self.untyped_outcomes.contains(&outcome)) {
            let type_name = self.type_name(kind);
            self.report(Diagnostic::new(Code::NeedsMembers, written.outcome.span()).with("type", type_name));
            return;
        }
        let value = self.outcome_value(outcome, &written.value).as_ref().and_then(member_index);
        if let (Some(value), Some(target)) = (value, self.data.outcomes.get_mut(outcome.index())) {
            target.contents.push(Contents { clause, value, parts });
        }
    }
}
