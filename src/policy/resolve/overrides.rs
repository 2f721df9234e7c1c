//! What `overriding` and `exempt … from` cite, and circles among overriding rules.

use super::Resolver;
use super::statements::{Pending, PendingTarget};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::{ClauseId, OutcomeId, RuleId};
use crate::source::Span;
use crate::syntax::ast::Citation;
use std::collections::BTreeSet;

impl Resolver {
    pub(super) fn resolve_citations(&mut self, pending: Vec<Pending<'_>>) {
        let mut overriding = Vec::new();
        for Pending { citations, target } in pending {
            match target {
                PendingTarget::Overriding(rules) => {
                    let outcomes: BTreeSet<OutcomeId> = rules
                        .iter()
                        .filter_map(|id| self.data.rules.get(id.index()))
                        .map(|rule| rule.outcome)
                        .collect();
                    let cited = self.cited_rules(citations, &outcomes, &rules);
                    for id in &rules {
                        let Some(outcome) = self.data.rules.get(id.index()).map(|rule| rule.outcome) else { continue };
                        let dropped = cited.iter().copied().filter(|other| self.is_rule_of(*other, outcome)).collect();
                        if let Some(rule) = self.data.rules.get_mut(id.index()) {
                            rule.overrides = dropped;
                        }
                    }
                    overriding.extend(rules.iter().map(|id| (*id, citations)));
                }
                PendingTarget::Exempting(outcome, exemptions) => {
                    let cited = self.cited_rules(citations, &BTreeSet::from([outcome]), &[]);
                    let Some(target) = self.data.outcomes.get_mut(outcome.index()) else { continue };
                    for index in exemptions {
                        if let Some(exemption) = target.exemptions.get_mut(index) {
                            exemption.from = Some(cited.clone());
                        }
                    }
                }
            }
        }
        self.find_override_cycles(&overriding);
    }

    fn is_rule_of(&self, rule: RuleId, outcome: OutcomeId) -> bool {
        self.data.rules.get(rule.index()).is_some_and(|rule| rule.outcome == outcome)
    }

    /// The rules for one of the outcomes in the cited clauses or below them, `own` excepted.
    fn cited_rules(&mut self, citations: &[Citation], outcomes: &BTreeSet<OutcomeId>, own: &[RuleId]) -> Vec<RuleId> {
        let mut cited = BTreeSet::new();
        for citation in citations {
            if self.cited_clause(citation).is_none() {
                continue;
            }
            let found: Vec<RuleId> = (0..self.data.rules.len())
                .map(RuleId::new)
                .filter(|id| !own.contains(id) && self.stands_in(*id, citation))
                .filter(|id| outcomes.iter().any(|outcome| self.is_rule_of(*id, *outcome)))
                .collect();
            if found.is_empty() && !self.is_faulty(citation) {
                let diagnostic = Diagnostic::new(Code::NothingToDrop, citation.place.0);
                self.report(diagnostic.with("clause", citation.path.to_string()));
            }
            cited.extend(found);
        }
        cited.into_iter().collect()
    }

    fn stands_in(&self, rule: RuleId, citation: &Citation) -> bool {
        let clause = self.data.rules.get(rule.index()).and_then(|rule| self.data.clauses.get(rule.clause.index()));
        clause.and_then(|clause| clause.path.as_ref()).is_some_and(|path| citation.path.covers(path))
    }

    /// Whether something at or below the cited clause, or around it, could not be read.
    fn is_faulty(&self, citation: &Citation) -> bool {
        self.faulty.iter().any(|path| citation.path.covers(path) || path.covers(&citation.path))
    }

    /// The clause that a citation names; of several versions the first.
    pub(super) fn cited_clause(&mut self, citation: &Citation) -> Option<ClauseId> {
        if let Some(id) = self.clauses.get(&citation.path).and_then(|versions| versions.first()) {
            return Some(*id);
        }
        let article = citation.path.numbers().first().map(u32::to_string).unwrap_or_default();
        if !self.is_faulty(citation) && !self.may_be_declared(&article) {
            let diagnostic = Diagnostic::new(Code::UnknownClause, citation.place.0);
            self.report(diagnostic.with("clause", citation.path.to_string()));
        }
        None
    }

    fn find_override_cycles(&mut self, overriding: &[(RuleId, &[Citation])]) {
        let mut done: BTreeSet<RuleId> = BTreeSet::new();
        let mut reported: BTreeSet<BTreeSet<RuleId>> = BTreeSet::new();
        for (start, _) in overriding {
            // Depth first without recursion; `open` is the way from the start to the rule at hand.
            let mut open: Vec<(RuleId, usize)> = vec![(*start, 0)];
            while let Some((id, next)) = open.pop() {
                if done.contains(&id) {
                    continue;
                }
                let rule = self.data.rules.get(id.index());
                let Some(target) = rule.and_then(|rule| rule.overrides.get(next)).copied() else {
                    done.insert(id);
                    continue;
                };
                open.push((id, next + 1));
                match open.iter().position(|(on_way, _)| *on_way == target) {
                    Some(begin) => {
                        let circle: Vec<RuleId> = open.iter().skip(begin).map(|(id, _)| *id).collect();
                        if reported.insert(circle.iter().copied().collect()) {
                            self.override_cycle(&circle, overriding);
                        }
                    }
                    None => open.push((target, 0)),
                }
            }
        }
    }

    fn override_cycle(&mut self, circle: &[RuleId], overriding: &[(RuleId, &[Citation])]) {
        let citation = |id: &RuleId| {
            let rule = self.data.rules.get(id.index());
            let clause = rule.and_then(|rule| self.data.clauses.get(rule.clause.index()));
            clause.map_or_else(String::new, |clause| clause.citation.clone())
        };
        let path: Vec<String> = circle.iter().chain(circle.first()).map(citation).collect();
        let span: Option<Span> = circle.iter().find_map(|id| {
            let (_, citations) = overriding.iter().find(|(rule, _)| rule == id)?;
            citations.first().map(|citation| citation.place.0)
        });
        if let Some(span) = span {
            self.report(Diagnostic::new(Code::CyclicOverride, span).with("path", path.join(" → ")));
        }
    }
}
