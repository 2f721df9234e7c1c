//! What is the same in every completion: the clauses that fire, exempt and adjust.

use super::case::OutcomeCase;
use super::decision::Status;
use super::diagram::{Node, TooLarge};
use super::exact::{Completions, Exact, Judged, NO, YES};
use crate::policy::{Direction, RuleId, RuleKind, direction};
use std::collections::{BTreeMap, BTreeSet};

impl Completions<'_> {
    /// What is the same in every completion that is allowed.
    pub(super) fn constant_parts(
        &mut self,
        case: &OutcomeCase<'_>,
        conditions: &Conditions,
        judged: &Judged,
    ) -> Result<Exact, TooLarge> {
        let status = |leaf: u32| judged.verdicts.get((leaf as usize).wrapping_sub(1)).map(|verdict| verdict.status);
        let decided = self.store.map(judged.node, &mut |leaf| u32::from(status(leaf) == Some(Status::Decided)))?;
        let exempt = self.store.map(judged.node, &mut |leaf| u32::from(status(leaf) == Some(Status::Exempt)))?;
        let standing_nodes = self.standing(case, conditions)?;
        // A clause may hold several rules; it fires where one of them does.
        let clause = |rule: &RuleId| self.data.rules.get(rule.index()).map(|rule| rule.clause);
        let mut clauses: BTreeMap<_, Vec<(RuleId, Node)>> = BTreeMap::new();
        for (rule, node) in &standing_nodes {
            clauses.entry(clause(rule)).or_default().push((*rule, *node));
        }
        let mut standing = Vec::new();
        for rules in clauses.values() {
            let fires = self.any(rules.iter().map(|(_, node)| *node))?;
            if self.always(fires)? {
                standing.extend(rules.iter().map(|(rule, _)| *rule));
            }
        }
        let mut whole = self.store.leaf(NO)?;
        for (index, exemption) in case.outcome.exemptions.iter().enumerate() {
            if exemption.from.is_none() {
                whole = self.either(whole, conditions.exemption(index))?;
            }
        }
        let mut exemptions = Vec::new();
        for (index, exemption) in case.outcome.exemptions.iter().enumerate() {
            let holds = self.both(conditions.exemption(index), conditions.scope)?;
            let effective = match &exemption.from {
                None => holds,
                Some(from) => {
                    let excused = standing_nodes.iter().filter(|(rule, _)| from.contains(rule)).map(|(_, node)| *node);
                    let excused = self.any(excused)?;
                    let not_whole = self.not(whole)?;
                    let left_nothing = self.both(exempt, not_whole)?;
                    let changes = self.either(excused, left_nothing)?;
                    self.both(holds, changes)?
                }
            };
            if self.always(effective)? {
                exemptions.push(index);
            }
        }
        let mut adjustments = Vec::new();
        let (mut mitigating, mut aggravating) = (self.store.leaf(NO)?, self.store.leaf(NO)?);
        for (index, adjustment) in case.outcome.adjustments.iter().enumerate() {
            let applies = self.both(conditions.adjustment(index), decided)?;
            if self.always(applies)? {
                adjustments.push(index);
            }
            match adjustment.adjustments.first().map(|first| direction(*first)) {
                Some(Direction::Lighter) => mitigating = self.either(mitigating, applies)?,
                Some(Direction::Heavier) => aggravating = self.either(aggravating, applies)?,
                None => {}
            }
        }
        let meet = self.both(mitigating, aggravating)?;
        let weigh = self.always(meet)?;
        Ok(Exact { standing, exemptions, adjustments, weigh, ..Exact::open() })
    }

    /// For each rule: where it fires and is not overridden.
    fn standing(&mut self, case: &OutcomeCase<'_>, conditions: &Conditions) -> Result<Vec<(RuleId, Node)>, TooLarge> {
        let rule = |id: RuleId| self.data.rules.get(id.index());
        let is_plain = |id: &RuleId| rule(*id).is_some_and(|rule| rule.kind == RuleKind::Plain);
        let plain: Vec<Node> =
            case.outcome.rules.iter().filter(|id| is_plain(id)).map(|id| conditions.rule(*id)).collect();
        let overriding: Vec<(RuleId, &[RuleId])> = case
            .outcome
            .rules
            .iter()
            .filter_map(|id| rule(*id).map(|found| (*id, found.overrides.as_slice())))
            .filter(|(_, overrides)| !overrides.is_empty())
            .collect();
        let plain_ids: BTreeSet<RuleId> = case.outcome.rules.iter().copied().filter(is_plain).collect();
        let any_plain = self.any(plain.into_iter())?;
        let no_plain = self.not(any_plain)?;
        let mut fires: BTreeMap<RuleId, Node> = BTreeMap::new();
        for id in &case.outcome.rules {
            let own = self.both(conditions.rule(*id), conditions.scope)?;
            let node = if plain_ids.contains(id) { own } else { self.both(own, no_plain)? };
            fires.insert(*id, node);
        }
        let mut standing = Vec::new();
        for (id, node) in &fires {
            let over = overriding.iter().filter(|(_, overrides)| overrides.contains(id));
            let over: Vec<Node> = over.filter_map(|(other, _)| fires.get(other).copied()).collect();
            let overridden = self.any(over.into_iter())?;
            let kept = self.not(overridden)?;
            standing.push((*id, self.both(*node, kept)?));
        }
        Ok(standing)
    }
}

/// The diagrams of an outcome's conditions.
pub(super) struct Conditions {
    pub(super) scope: Node,
    pub(super) never: Node,
    rules: BTreeMap<RuleId, Node>,
    exemptions: Vec<Node>,
    adjustments: Vec<Node>,
}

impl Conditions {
    pub(super) fn new<'a>(completions: &mut Completions<'a>, case: &OutcomeCase<'a>) -> Result<Self, TooLarge> {
        let always = completions.store.leaf(YES)?;
        let never = completions.store.leaf(NO)?;
        let mut rules = BTreeMap::new();
        for id in &case.outcome.rules {
            let condition = completions.data.rules.get(id.index()).and_then(|rule| rule.condition.as_ref());
            let node = match condition {
                Some(condition) => completions.condition(condition, None)?,
                None => always,
            };
            rules.insert(*id, node);
        }
        let mut exemptions = Vec::new();
        for exemption in &case.outcome.exemptions {
            exemptions.push(completions.condition(&exemption.condition, None)?);
        }
        let mut adjustments = Vec::new();
        for adjustment in &case.outcome.adjustments {
            adjustments.push(completions.condition(&adjustment.condition, None)?);
        }
        Ok(Self { scope: completions.scope?, never, rules, exemptions, adjustments })
    }

    pub(super) fn rule(&self, id: RuleId) -> Node {
        self.rules.get(&id).copied().unwrap_or(self.never)
    }

    pub(super) fn exemption(&self, index: usize) -> Node {
        self.exemptions.get(index).copied().unwrap_or(self.never)
    }

    pub(super) fn adjustment(&self, index: usize) -> Node {
        self.adjustments.get(index).copied().unwrap_or(self.never)
    }
}
