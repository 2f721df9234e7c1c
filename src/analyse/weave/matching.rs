//! Which things of two texts are the same.

use super::incomparable::{Incomparable, Side};
use super::mapping::Mapping;
use crate::diagnostic::Language;
use crate::policy::{Fact, FactId, OutcomeId, Policy, Type};
use std::collections::{BTreeMap, BTreeSet};

/// Two things that are one, or one that only one text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pair<T> {
    pub(crate) old: Option<T>,
    pub(crate) new: Option<T>,
}

/// Which facts and outcomes are the same.
pub(crate) struct Matched {
    /// The facts in the order of the first text, then those that only the second one has.
    pub(crate) facts: Vec<Pair<FactId>>,
    pub(crate) outcomes: Vec<Pair<OutcomeId>>,
    /// The facts that are taken for renamed because their labels are the same.
    pub(crate) by_label: Vec<(FactId, FactId)>,
}

impl Matched {
    pub(super) fn new(policies: [&Policy; 2], mapping: &Mapping, problems: &mut Vec<Incomparable>) -> Self {
        check_names(policies, mapping, problems);
        let [old, new] = policies;
        let names = |facts: &[Fact]| facts.iter().map(|fact| fact.name.to_string()).collect::<Vec<_>>();
        let old_names: Vec<String> = old.facts().iter().map(|fact| mapping.qualified(&fact.name)).collect();
        let mut facts = by_name(&old_names, &names(new.facts()), FactId::new, problems);
        // Each text is read as it prefers itself: a reading is no fact that both look at.
        let is_reading = |side: &Policy, id: FactId| side.facts().get(id.index()).is_some_and(|fact| fact.is_reading);
        let mut apart = Vec::new();
        for pair in &mut facts {
            if let (Some(own), Some(other)) = (pair.old, pair.new)
                && (is_reading(old, own) || is_reading(new, other))
            {
                pair.new = None;
                apart.push(Pair { old: None, new: Some(other) });
            }
        }
        facts.extend(apart);
        let by_label = if mapping.heeds_labels() { by_label(policies, &facts) } else { Vec::new() };
        for (own, other) in &by_label {
            facts.retain(|pair| pair.new != Some(*other));
            facts.iter_mut().filter(|pair| pair.old == Some(*own)).for_each(|pair| pair.new = Some(*other));
        }
        let titles: Vec<String> = old.outcomes().iter().map(|outcome| mapping.qualified(&outcome.name)).collect();
        let new_titles: Vec<String> = new.outcomes().iter().map(|outcome| outcome.name.to_string()).collect();
        let outcomes = by_name(&titles, &new_titles, OutcomeId::new, problems);
        Self { facts, outcomes, by_label }
    }
}

/// Matches things by name.
fn by_name<T: Copy>(
    old: &[String],
    new: &[String],
    id: impl Fn(usize) -> T,
    problems: &mut Vec<Incomparable>,
) -> Vec<Pair<T>> {
    let places: BTreeMap<&str, usize> = new.iter().enumerate().map(|(place, name)| (name.as_str(), place)).collect();
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut names: BTreeSet<&str> = BTreeSet::new();
    let mut pairs = Vec::with_capacity(old.len());
    for (index, name) in old.iter().enumerate() {
        if !names.insert(name) {
            problems.push(Incomparable::NameTaken { name: name.clone() });
            continue;
        }
        let place = places.get(name.as_str()).copied();
        taken.extend(place);
        pairs.push(Pair { old: Some(id(index)), new: place.map(&id) });
    }
    let rest = (0..new.len()).filter(|place| !taken.contains(place));
    pairs.extend(rest.map(|place| Pair { old: None, new: Some(id(place)) }));
    pairs
}

/// The facts that vanished and appeared under the same label, where only one did and their types are the same.
fn by_label(policies: [&Policy; 2], pairs: &[Pair<FactId>]) -> Vec<(FactId, FactId)> {
    let [old, new] = policies;
    let vanished: Vec<FactId> = pairs.iter().filter(|pair| pair.new.is_none()).filter_map(|pair| pair.old).collect();
    let appeared: Vec<FactId> = pairs.iter().filter(|pair| pair.old.is_none()).filter_map(|pair| pair.new).collect();
    let fact = |side: &Policy, id: FactId| side.facts().get(id.index()).cloned();
    let is_one = |own: FactId, other: FactId| match (fact(old, own), fact(new, other)) {
        (Some(own), Some(other)) => {
            !own.is_reading
                && !other.is_reading
                && is_called_alike(&own, &other)
                && is_typed_alike(policies, &own, &other)
        }
        _ => false,
    };
    let mut found = Vec::new();
    for own in &vanished {
        let others: Vec<FactId> = appeared.iter().copied().filter(|other| is_one(*own, *other)).collect();
        if let [other] = others.as_slice()
            && vanished.iter().filter(|rival| is_one(**rival, *other)).count() == 1
        {
            found.push((*own, *other));
        }
    }
    found
}

fn is_called_alike(own: &Fact, other: &Fact) -> bool {
    let label = |fact: &Fact, language| fact.labels.get(language).map(str::to_owned);
    let same = |language| label(own, language).is_some() && label(own, language) == label(other, language);
    own.name.role() == other.name.role() && (same(Language::English) || same(Language::Chinese))
}

fn is_typed_alike(policies: [&Policy; 2], own: &Fact, other: &Fact) -> bool {
    let [old, new] = policies;
    match (own.kind, other.kind) {
        (Type::Enumeration(a), Type::Enumeration(b)) => {
            let members = |side: &Policy, of: crate::policy::EnumerationId| {
                let found = side.enumerations().get(of.index());
                found.map(|found| found.members.iter().map(|member| member.name.clone()).collect::<Vec<_>>())
            };
            members(old, a) == members(new, b)
        }
        (Type::List(a), Type::List(b)) => {
            let name = |side: &Policy, of: crate::policy::RecordId| {
                side.records().get(of.index()).map(|found| found.name.clone())
            };
            name(old, a) == name(new, b)
        }
        (a, b) => a == b,
    }
}

/// Renamings have to be about something.
fn check_names(policies: [&Policy; 2], mapping: &Mapping, problems: &mut Vec<Incomparable>) {
    let [old, new] = policies.map(names);
    for (own, other) in mapping.renamed() {
        if !old.contains(own) {
            problems.push(Incomparable::UnknownName { name: own.to_owned(), side: Side::Old });
        }
        if !new.contains(other) {
            problems.push(Incomparable::UnknownName { name: other.to_owned(), side: Side::New });
        }
    }
}

/// Everything that a renaming can be about.
fn names(policy: &Policy) -> BTreeSet<&str> {
    let facts = policy.facts().iter().flat_map(|fact| [fact.name.as_str(), fact.name.own()]);
    let outcomes = policy.outcomes().iter().flat_map(|outcome| [outcome.name.as_str(), outcome.name.own()]);
    let roles = policy.roles().iter().map(|role| role.name.as_str());
    let bodies = policy.bodies().iter().map(|body| body.name.as_str());
    let members = policy.enumerations().iter().flat_map(|of| &of.members).map(|member| member.name.as_str());
    let fields = policy.records().iter().flat_map(|of| &of.fields).map(|field| field.name.as_str());
    facts.chain(outcomes).chain(roles).chain(bodies).chain(members).chain(fields).collect()
}
