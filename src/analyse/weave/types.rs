//! The scales, enums and record types of two texts as one.

use super::classes::Joined;
use super::incomparable::{Incomparable, Side};
use super::mapping::Mapping;
use super::matching::Pair;
use super::order::{gathered, merged};
use super::thread::{EnumerationPlace, RecordPlace};
use crate::policy::{
    Enumeration, EnumerationId, EnumerationKind, FactId, Field, FieldIndex, Labels, Member, MemberIndex, Policy,
    PolicyData, RecordId, RecordType, Type,
};
use crate::source::Span;
use std::collections::BTreeMap;

/// A thing of one of the texts, by its place there.
type Own = (Side, usize);

/// Which scales, enums and record types are one, because a fact or a field of both texts has them.
pub(super) struct Types<'p> {
    policies: [&'p Policy; 2],
    mapping: &'p Mapping,
    enumerations: Joined<Own>,
    records: Joined<Own>,
    /// What each class of scales was first found for.
    found_for: BTreeMap<Own, Found>,
}

/// What two types were found for.
#[derive(Clone)]
struct Found {
    name: String,
    places: [Span; 2],
}

/// Where the types of each text are.
pub(super) struct Places {
    pub(super) enumerations: [Vec<EnumerationPlace>; 2],
    pub(super) records: [Vec<RecordPlace>; 2],
}

impl<'p> Types<'p> {
    /// Joins the types of the facts that both texts have, and those of the fields of their lists.
    pub(super) fn new(
        policies: [&'p Policy; 2],
        mapping: &'p Mapping,
        facts: &[Pair<FactId>],
        problems: &mut Vec<Incomparable>,
    ) -> Self {
        let (enumerations, records) = (Joined::new(), Joined::new());
        let mut types = Self { policies, mapping, enumerations, records, found_for: BTreeMap::new() };
        let [old, new] = policies;
        for pair in facts {
            let own = pair.old.and_then(|id| old.facts().get(id.index()));
            let other = pair.new.and_then(|id| new.facts().get(id.index()));
            if let (Some(own), Some(other)) = (own, other) {
                let found = Found { name: other.name.to_string(), places: [own.span, other.span] };
                types.join([own.kind, other.kind], &found, problems);
            }
        }
        types.join_fields(problems);
        types
    }

    /// Joins the types of one thing.
    fn join(&mut self, kinds: [Type; 2], found: &Found, problems: &mut Vec<Incomparable>) {
        match kinds {
            [Type::Enumeration(a), Type::Enumeration(b)] => {
                let (a, b) = ((Side::Old, a.index()), (Side::New, b.index()));
                self.enumerations.join(a, b);
                self.found_for.entry(a).or_insert_with(|| found.clone());
                self.found_for.entry(b).or_insert_with(|| found.clone());
            }
            [Type::List(a), Type::List(b)] => {
                let (a, b) = ((Side::Old, a.index()), (Side::New, b.index()));
                self.records.join(a, b);
                if self.has_rival(a) || self.has_rival(b) {
                    problems.push(Incomparable::RecordsMixed { name: found.name.clone(), places: found.places });
                }
            }
            [own, other] if own == other => {}
            [own, other] => {
                let [old, new] = self.policies;
                problems.push(Incomparable::TypeChanged {
                    name: found.name.clone(),
                    old: old.show_type(own),
                    new: new.show_type(other),
                    places: found.places,
                });
            }
        }
    }

    /// Whether another record type of the same text is one with this.
    fn has_rival(&self, own: Own) -> bool {
        let root = self.records.root(own);
        (0..self.count(own.0)).any(|at| at != own.1 && self.records.root((own.0, at)) == root)
    }

    fn count(&self, side: Side) -> usize {
        self.policy(side).records().len()
    }

    fn policy(&self, side: Side) -> &'p Policy {
        let [old, new] = self.policies;
        match side {
            Side::Old => old,
            Side::New => new,
        }
    }

    fn fields(&self, own: Own) -> &'p [Field] {
        self.policy(own.0).records().get(own.1).map(|of| of.fields.as_slice()).unwrap_or_default()
    }

    fn field_name(&self, side: Side, field: &'p Field) -> &'p str {
        match side {
            Side::Old => self.mapping.plain(&field.name),
            Side::New => &field.name,
        }
    }

    /// The record types of both texts that are one.
    pub(super) fn record_pairs(&self) -> Vec<(RecordId, RecordId)> {
        let mut pairs = Vec::new();
        for old in 0..self.count(Side::Old) {
            let root = self.records.root((Side::Old, old));
            let new = (0..self.count(Side::New)).find(|new| self.records.root((Side::New, *new)) == root);
            pairs.extend(new.map(|new| (RecordId::new(old), RecordId::new(new))));
        }
        pairs
    }

    /// The fields of both texts that are one.
    pub(super) fn field_pairs(&self) -> Vec<[&'p Field; 2]> {
        let mut pairs = Vec::new();
        for (old, new) in self.record_pairs() {
            let others = self.fields((Side::New, new.index()));
            for own in self.fields((Side::Old, old.index())) {
                let name = self.field_name(Side::Old, own);
                pairs.extend(others.iter().find(|other| other.name == name).map(|other| [own, other]));
            }
        }
        pairs
    }

    fn join_fields(&mut self, problems: &mut Vec<Incomparable>) {
        for [own, other] in self.field_pairs() {
            let found = Found { name: other.name.clone(), places: [own.span, other.span] };
            self.join([own.kind, other.kind], &found, problems);
        }
    }

    /// Declares the types for both texts.
    pub(super) fn declare(&self, data: &mut PolicyData, problems: &mut Vec<Incomparable>) -> Places {
        let mut places = Places { enumerations: Default::default(), records: Default::default() };
        self.declare_enumerations(data, &mut places, problems);
        self.declare_records(data, &mut places);
        places
    }

    fn declare_enumerations(&self, data: &mut PolicyData, places: &mut Places, problems: &mut Vec<Incomparable>) {
        let mut classes: BTreeMap<Own, Vec<Own>> = BTreeMap::new();
        for side in Side::BOTH {
            for index in 0..self.policy(side).enumerations().len() {
                classes.entry(self.enumerations.root((side, index))).or_default().push((side, index));
            }
        }
        let mut ids: BTreeMap<Own, EnumerationId> = BTreeMap::new();
        for (root, class) in &classes {
            let declared = self.enumeration(class).unwrap_or_else(|members| {
                if let Some(found) = self.found_for.get(root) {
                    let (name, places) = (found.name.clone(), found.places);
                    problems.push(Incomparable::OrderContradicts { name, members, places });
                }
                Enumeration {
                    name: String::new(),
                    labels: Labels::default(),
                    kind: EnumerationKind::Ordered,
                    members: Vec::new(),
                }
            });
            ids.extend(class.iter().map(|own| (*own, EnumerationId::new(data.enumerations.len()))));
            data.enumerations.push(declared);
        }
        for side in Side::BOTH {
            let own = self.policy(side).enumerations().iter().enumerate();
            let place = |(index, of): (usize, &Enumeration)| {
                let id = ids.get(&(side, index)).copied().unwrap_or(EnumerationId::new(0));
                let woven = data.enumerations.get(id.index()).map(|of| of.members.as_slice()).unwrap_or_default();
                let known: BTreeMap<&str, usize> =
                    woven.iter().enumerate().map(|(at, member)| (member.name.as_str(), at)).collect();
                let at = |member: &Member| known.get(self.member_name(side, member)).copied().unwrap_or(0);
                EnumerationPlace { id, members: of.members.iter().map(|member| MemberIndex::new(at(member))).collect() }
            };
            if let Some(slot) = places.enumerations.get_mut(side.index()) {
                *slot = own.map(place).collect();
            }
        }
    }

    fn member_name<'n>(&'n self, side: Side, member: &'n Member) -> &'n str {
        match side {
            Side::Old => self.mapping.plain(&member.name),
            Side::New => &member.name,
        }
    }

    /// The scales and enums of a class as one.
    fn enumeration(&self, class: &[Own]) -> Result<Enumeration, Vec<String>> {
        let of = |own: &Own| self.policy(own.0).enumerations().get(own.1).map(|of| (own.0, of));
        let declared: Vec<(Side, &Enumeration)> = class.iter().filter_map(of).collect();
        let names = |(side, of): &(Side, &Enumeration)| -> Vec<String> {
            of.members.iter().map(|member| self.member_name(*side, member).to_owned()).collect()
        };
        let of_kind = |kind: EnumerationKind| -> Vec<Vec<String>> {
            declared.iter().filter(|(_, of)| of.kind == kind).map(names).collect()
        };
        let ordered = of_kind(EnumerationKind::Ordered);
        let kind = if ordered.is_empty() { EnumerationKind::Unordered } else { EnumerationKind::Ordered };
        let mut all = vec![merged(&ordered)?];
        all.extend(of_kind(EnumerationKind::Unordered));
        let members = gathered(&all).into_iter().map(|name| {
            // The second text's label goes before that of the first.
            let known = declared
                .iter()
                .rev()
                .find_map(|(side, of)| of.members.iter().find(|member| self.member_name(*side, member) == name));
            Member { labels: known.map(|member| member.labels.clone()).unwrap_or_default(), name }
        });
        let last = declared.last().map(|(_, of)| *of);
        Ok(Enumeration {
            name: last.map_or_else(String::new, |of| of.name.clone()),
            labels: last.map(|of| of.labels.clone()).unwrap_or_default(),
            kind,
            members: members.collect(),
        })
    }

    fn declare_records(&self, data: &mut PolicyData, places: &mut Places) {
        let Places { enumerations, records: [old_places, new_places] } = places;
        let kind = |side: Side, kind: Type| match kind {
            Type::Enumeration(of) => {
                let place = enumerations.get(side.index()).and_then(|places| places.get(of.index()));
                place.map_or(kind, |place| Type::Enumeration(place.id))
            }
            kind => kind,
        };
        let pairs: BTreeMap<RecordId, RecordId> =
            self.record_pairs().into_iter().map(|(old, new)| (new, old)).collect();
        for (index, record) in self.policy(Side::Old).records().iter().enumerate() {
            let named = |field: &Field| Field {
                name: self.mapping.plain(&field.name).to_owned(),
                kind: kind(Side::Old, field.kind),
                ..field.clone()
            };
            let fields: Vec<Field> = record.fields.iter().map(named).collect();
            let own = (0..fields.len()).map(FieldIndex::new).collect();
            old_places.push(RecordPlace { id: RecordId::new(index), fields: own, width: fields.len() });
            data.records.push(RecordType { fields, ..record.clone() });
        }
        for (index, record) in self.policy(Side::New).records().iter().enumerate() {
            let id = pairs.get(&RecordId::new(index)).copied().unwrap_or_else(|| {
                data.records.push(RecordType { fields: Vec::new(), ..record.clone() });
                RecordId::new(data.records.len() - 1)
            });
            let mut fields = Vec::with_capacity(record.fields.len());
            let Some(woven) = data.records.get_mut(id.index()) else { continue };
            for field in &record.fields {
                let known = woven.fields.iter().position(|known| known.name == field.name);
                fields.push(FieldIndex::new(known.unwrap_or(woven.fields.len())));
                if known.is_none() {
                    woven.fields.push(Field { kind: kind(Side::New, field.kind), ..field.clone() });
                }
            }
            new_places.push(RecordPlace { id, fields, width: woven.fields.len() });
        }
        for place in old_places {
            place.width = data.records.get(place.id.index()).map_or(place.width, |of| of.fields.len());
        }
    }
}
