//! What changes in who decides and who enforces, in what measures consist of, and in who answers to whom.

use super::Comparison;
use super::provision::{Aspect, AspectChange, ProvisionChange, ProvisionKind, named, plainly};
use crate::analyse::{Provisions, Side};
use crate::policy::{
    BodyId, ClauseId, Contents, Decider, Enforcer, Hierarchy, MemberIndex, Outcome, OutcomeId, OutcomeValues, Party,
};
use crate::syntax::ast::Jointly;
use std::collections::BTreeMap;

/// What changes beside rules, duties and steps.
pub(super) fn authority(comparison: &Comparison, provisions: [&Provisions; 2]) -> Vec<ProvisionChange> {
    let outcomes = &comparison.compared.woven.outcomes;
    let mut found = Vec::new();
    for outcome in outcomes {
        // Of an outcome that only one text has it is said that it is new, or gone.
        let (Some(old), Some(new)) = (outcome.own.old, outcome.own.new) else { continue };
        found.extend(comparison.deciders([old, new]));
        found.extend(comparison.enforcers([old, new]));
        found.extend(comparison.contents([old, new], provisions));
    }
    found.extend(comparison.hierarchies());
    found
}

/// Who does something about one value of an outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Office {
    who: Vec<String>,
    jointly: Vec<bool>,
    approved_by: Vec<String>,
    clauses: Vec<ClauseId>,
}

impl Comparison {
    fn deciders(&self, outcome: [OutcomeId; 2]) -> Vec<ProvisionChange> {
        self.offices(ProvisionKind::Deciders, outcome, |side, outcome, value| {
            let mut office = Office::default();
            let concerned = |decider: &&Decider| is_about(decider.values.as_deref(), value);
            for decider in outcome.deciders.iter().filter(concerned) {
                office.who.extend(self.names(side, &decider.bodies));
                office.jointly.extend((decider.bodies.len() > 1).then_some(decider.jointly == Jointly::Together));
                office.approved_by.extend(self.names(side, &decider.approved_by));
                office.clauses.push(decider.clause);
            }
            office
        })
    }

    fn enforcers(&self, outcome: [OutcomeId; 2]) -> Vec<ProvisionChange> {
        self.offices(ProvisionKind::Enforcers, outcome, |side, outcome, value| {
            let concerned = |enforcer: &&Enforcer| is_about(enforcer.values.as_deref(), value);
            let enforcers = outcome.enforcers.iter().filter(concerned);
            Office { who: enforcers.flat_map(|found| self.names(side, &found.bodies)).collect(), ..Office::default() }
        })
    }

    /// Values whose offices change in the same way are one change.
    fn offices(
        &self,
        kind: ProvisionKind,
        [old, new]: [OutcomeId; 2],
        office: impl Fn(Side, &Outcome, Option<MemberIndex>) -> Office,
    ) -> Vec<ProvisionChange> {
        let declared = |side, id: OutcomeId| self.own(side).outcomes().get(id.index());
        let (Some(own), Some(other)) = (declared(Side::Old, old), declared(Side::New, new)) else { return Vec::new() };
        let values = self.values(Side::Old, own);
        let known: BTreeMap<Option<String>, Option<MemberIndex>> = values.into_iter().collect();
        let mut changes: Vec<ProvisionChange> = Vec::new();
        let mut total = 0;
        for (value, at) in self.values(Side::New, other) {
            // Who decides on a value that is new is part of what is new.
            let Some(before) = known.get(&value) else { continue };
            total += 1;
            let (before, after) = (office(Side::Old, own, *before), office(Side::New, other, at));
            let aspects: Vec<AspectChange> = [
                named(Aspect::Who, before.who, after.who),
                plainly(
                    Aspect::Jointly,
                    before.jointly == after.jointly || before.jointly.len() != after.jointly.len(),
                ),
                named(Aspect::Approval, before.approved_by, after.approved_by),
            ]
            .into_iter()
            .flatten()
            .collect();
            if aspects.is_empty() {
                continue;
            }
            let (before, after) =
                (self.citations(Side::Old, &before.clauses), self.citations(Side::New, &after.clauses));
            let same = changes.iter_mut().find(|change| {
                change.aspects == aspects && change.old.as_ref() == Some(&before) && change.new.as_ref() == Some(&after)
            });
            match same {
                Some(change) => change.values.extend(value),
                None => changes.push(ProvisionChange {
                    kind,
                    name: self.outcome_name(Side::New, new),
                    values: value.into_iter().collect(),
                    old: Some(before),
                    new: Some(after),
                    aspects,
                }),
            }
        }
        for change in changes.iter_mut().filter(|change| change.values.len() == total) {
            change.values.clear();
        }
        changes
    }

    /// The values of an outcome by name; one without a name where they are amounts.
    fn values(&self, side: Side, outcome: &Outcome) -> Vec<(Option<String>, Option<MemberIndex>)> {
        match outcome.values {
            OutcomeValues::Members(of) => {
                let of = self.own(side).enumerations().get(of.index());
                let members = of.map(|of| of.members.as_slice()).unwrap_or_default().iter().enumerate();
                members.map(|(at, member)| (Some(self.plain(side, &member.name)), Some(MemberIndex::new(at)))).collect()
            }
            OutcomeValues::Amounts(_) => vec![(None, None)],
        }
    }

    fn names(&self, side: Side, bodies: &[BodyId]) -> Vec<String> {
        bodies.iter().map(|body| self.party(side, Party::Body(*body))).collect()
    }

    fn contents(&self, [old, new]: [OutcomeId; 2], [own, other]: [&Provisions; 2]) -> Vec<ProvisionChange> {
        let of = |provisions: &Provisions, outcome: OutcomeId| {
            provisions.contents.get(outcome.index()).cloned().unwrap_or_default()
        };
        let name = |side: Side, contents: &Contents| {
            let id = if side == Side::Old { old } else { new };
            let declared = self.own(side).outcomes().get(id.index());
            let values = declared.map(|declared| self.values(side, declared)).unwrap_or_default();
            let value = values.into_iter().find(|(_, at)| *at == Some(contents.value)).and_then(|(name, _)| name);
            format!("{} = {}", self.outcome_name(side, id), value.unwrap_or_default())
        };
        let clauses = |contents: &Contents| vec![contents.clause];
        let (own, other) = (of(own, old), of(other, new));
        self.paired(ProvisionKind::Contents, &own, &other, name, clauses, |old, new| {
            let names = |side: Side, contents: &Contents| -> Vec<String> {
                contents.parts.iter().map(|part| self.plain(side, &part.name)).collect()
            };
            let parts = named(Aspect::Parts, names(Side::Old, old), names(Side::New, new));
            let alike = old.parts.iter().all(|part| {
                let name = self.plain(Side::Old, &part.name);
                let same = new.parts.iter().find(|other| other.name == name);
                same.is_none_or(|other| self.holds_alike(part.condition.as_ref(), other.condition.as_ref()))
            });
            parts.into_iter().chain(plainly(Aspect::Case, alike)).collect()
        })
    }

    fn hierarchies(&self) -> Vec<ProvisionChange> {
        let of = |side: Side| self.own(side).data().hierarchies.clone();
        let levels = |side, hierarchy: &Hierarchy| self.names(side, &hierarchy.levels).join(" < ");
        let (own, other) = (of(Side::Old), of(Side::New));
        self.paired(ProvisionKind::Hierarchy, &own, &other, levels, |found| vec![found.clause], |_, _| Vec::new())
    }
}

fn is_about(values: Option<&[MemberIndex]>, value: Option<MemberIndex>) -> bool {
    values.is_none_or(|values| value.is_some_and(|value| values.contains(&value)))
}
