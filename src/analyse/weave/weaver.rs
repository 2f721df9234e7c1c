//! How two policies are taken over into one, step by step.

use super::WovenOutcome;
use super::incomparable::{Incomparable, Side};
use super::ladders::Ladders;
use super::mapping::Mapping;
use super::matching::{Matched, Pair};
use super::rewrite::Loom;
use super::thread::Thread;
use super::types::{Places, Types};
use super::units::{Measured, Units};
use crate::policy::{
    DefineId, Enumeration, EnumerationId, EnumerationKind, Expr, ExprKind, Fact, FactId, Fold, Member, MemberIndex,
    OutcomeId, OutcomeValues, Param, ParamId, Policy, QualifiedName, RecordType, Type, Value,
};
use crate::syntax::ast::{FoldKind, Polarity};
use std::collections::BTreeSet;

/// What weaving goes through.
pub(super) struct Weaver<'p> {
    pub(super) policies: [&'p Policy; 2],
    pub(super) mapping: &'p Mapping,
    pub(super) matched: Matched,
    pub(super) loom: Loom,
    pub(super) problems: Vec<Incomparable>,
}

impl<'p> Weaver<'p> {
    /// The units of all that the texts measure.
    pub(super) fn units(&mut self, types: &Types<'p>) -> Units {
        let [old, new] = self.policies;
        let mut units = Units::new();
        for (side, policy) in Side::BOTH.into_iter().zip(self.policies) {
            policy.facts().iter().for_each(|fact| units.note(side, fact.unit.as_ref()));
            policy.outcomes().iter().for_each(|outcome| units.note(side, outcome.unit.as_ref()));
            let fields = policy.records().iter().flat_map(|record| &record.fields);
            fields.for_each(|field| units.note(side, field.unit.as_ref()));
        }
        let facts = self.matched.facts.iter().filter_map(|pair| {
            let (own, other) = (old.facts().get(pair.old?.index())?, new.facts().get(pair.new?.index())?);
            let units = [own.unit.as_ref(), other.unit.as_ref()];
            Some(Measured { name: &other.name, units, places: [own.span, other.span] })
        });
        let fields = types.field_pairs().into_iter().map(|[own, other]| {
            let units = [own.unit.as_ref(), other.unit.as_ref()];
            Measured { name: &other.name, units, places: [own.span, other.span] }
        });
        let outcomes = self.matched.outcomes.iter().filter_map(|pair| {
            let (own, other) = (old.outcomes().get(pair.old?.index())?, new.outcomes().get(pair.new?.index())?);
            let units = [own.unit.as_ref(), other.unit.as_ref()];
            Some(Measured { name: &other.name, units, places: [own.span, other.span] })
        });
        let all: Vec<Measured<'_>> = facts.chain(fields).chain(outcomes).collect();
        all.iter().for_each(|measured| units.join(measured, &mut self.problems));
        units
    }

    /// Both policies, before anything of them is taken over.
    pub(super) fn threads(&mut self, places: Places, units: &mut Units) -> [Thread; 2] {
        let Places { enumerations: [old_scales, new_scales], records: [old_records, new_records] } = places;
        let [old, new] = self.policies;
        let first_clause = old.clauses().len();
        self.loom.data.clauses = old.clauses().iter().chain(new.clauses()).cloned().collect();
        let mut thread = |side: Side, policy: &Policy, enumerations, records, first_clause| {
            let data = policy.data();
            let ladders = data.enumerations.iter().map(|of| self.ladder(side, of)).collect();
            let outcome_units = data.outcomes.iter().map(|outcome| units.class(side, outcome.unit.as_ref())).collect();
            Thread {
                policy: policy.clone().in_force_always(),
                facts: vec![FactId::new(0); data.facts.len()],
                enumerations,
                ladders,
                records,
                params: Vec::new(),
                folds: vec![None; data.folds.len()],
                defines: vec![None; data.defines.len()],
                outcomes: vec![None; data.outcomes.len()],
                outcome_units,
                first_clause,
                scopes: Vec::new(),
                allowed: Vec::new(),
            }
        };
        let first = thread(Side::Old, old, old_scales, old_records, 0);
        let second = thread(Side::New, new, new_scales, new_records, first_clause);
        [first, second]
    }

    /// A ladder of an outcome: a copy of its own, so that adjustments go by the text's own steps.
    fn ladder(&mut self, side: Side, of: &Enumeration) -> EnumerationId {
        let mut own = of.clone();
        if side == Side::Old {
            own.members.iter_mut().for_each(|member| member.name = self.mapping.plain(&member.name).to_owned());
        }
        self.loom.data.enumerations.push(own);
        EnumerationId::new(self.loom.data.enumerations.len() - 1)
    }

    pub(super) fn declare_facts(&mut self, threads: &mut [Thread; 2], units: &mut Units) {
        let [old, new] = threads;
        for pair in &self.matched.facts {
            let id = FactId::new(self.loom.data.facts.len());
            let declared = |thread: &Thread, own: Option<FactId>| {
                own.and_then(|own| thread.policy.facts().get(own.index()).cloned())
            };
            let place = |thread: &mut Thread, own: Option<FactId>| {
                own.and_then(|own| thread.facts.get_mut(own.index())).into_iter().for_each(|slot| *slot = id);
            };
            place(old, pair.old);
            place(new, pair.new);
            let (own, other) = (declared(old, pair.old), declared(new, pair.new));
            let default = |thread: &Thread, fact: &Option<Fact>| {
                fact.as_ref().and_then(|fact| fact.default.as_ref()).map(|value| thread.value(value))
            };
            let default = default(new, &other).or_else(|| default(old, &own));
            let (side, thread, fact) = match (own, other) {
                (_, Some(other)) => (Side::New, &*new, other),
                (Some(mut own), None) => {
                    let name = self.mapping.qualified(&own.name);
                    let (plain, role) = name.split_once(" of ").map_or((name.as_str(), None), |(a, b)| (a, Some(b)));
                    own.name = QualifiedName::new(plain, role);
                    (Side::Old, &*old, own)
                }
                (None, None) => continue,
            };
            let woven = Fact {
                kind: thread.kind(fact.kind),
                default,
                // What decides a judgement is no part of the comparison, and its ids are those of its own text.
                judgement: None,
                unit: units.class(side, fact.unit.as_ref()),
                ..fact
            };
            self.loom.data.facts.push(woven);
        }
        let sides: Vec<Vec<RecordType>> = self.policies.iter().map(|policy| policy.records().to_vec()).collect();
        for (side, (thread, records)) in Side::BOTH.into_iter().zip([&*old, &*new].into_iter().zip(sides)) {
            for (place, record) in thread.records.iter().zip(records) {
                let Some(woven) = self.loom.data.records.get_mut(place.id.index()) else { continue };
                for (at, field) in place.fields.iter().zip(record.fields) {
                    if let Some(slot) = woven.fields.get_mut(at.index()) {
                        slot.unit = units.class(side, field.unit.as_ref());
                    }
                }
            }
        }
    }

    /// The fact that says which version of parameters judges a case.
    pub(super) fn dated_by(&mut self, threads: &[Thread; 2]) -> Option<FactId> {
        let woven = |thread: &Thread| {
            let own = thread.policy.dated_by()?;
            thread.facts.get(own.index()).copied()
        };
        let needs = |thread: &Thread| {
            let data = thread.policy.data();
            let used = data.params_used.iter().filter_map(|id| data.params.get(id.index()));
            used.into_iter().any(|param| param.constant().is_none())
        };
        let [old, new] = threads;
        match (woven(old), woven(new), needs(old), needs(new)) {
            (own, other, ..) if own == other => own,
            (own, _, true, false) => own,
            (_, other, false, true) => other,
            (_, _, false, false) => None,
            (_, _, true, true) => {
                let name = |thread: &Thread| {
                    let own = thread.policy.dated_by()?;
                    thread.policy.facts().get(own.index()).map(|fact| fact.name.to_string())
                };
                self.problems.push(Incomparable::DatedOtherwise { old: name(old), new: name(new) });
                None
            }
        }
    }

    /// Takes over what outcomes are made of: parameters, defines that read no outcome, scope and assumptions.
    pub(super) fn take_over(&mut self, thread: &mut Thread) {
        let policy = thread.policy.clone();
        let data = policy.data();
        for param in &data.params {
            let versions = param.versions.iter().map(|(from, value)| (*from, thread.value(value))).collect();
            let woven = Param { kind: thread.kind(param.kind), versions, ..param.clone() };
            thread.params.push(self.param(woven));
        }
        let late: BTreeSet<DefineId> = data.reads.late.iter().map(|(late, _)| *late).collect();
        for id in data.define_order.iter().filter(|id| !late.contains(id)) {
            self.loom.take_over(thread, *id);
        }
        for scope in &data.scopes {
            let condition = self.loom.expr(thread, &scope.condition);
            thread.scopes.push((scope.clause, self.loom.by_name(condition)));
        }
        for assumption in &data.assumptions {
            let condition = self.loom.expr(thread, &assumption.condition);
            thread.allowed.push(condition);
        }
        let known = self.known_members(thread);
        thread.allowed.extend(known);
    }

    fn param(&mut self, param: Param) -> ParamId {
        let params = &mut self.loom.data.params;
        let same = |known: &Param| known.kind == param.kind && known.versions == param.versions;
        let place = params.iter().position(same).unwrap_or_else(|| {
            params.push(param);
            params.len() - 1
        });
        self.loom.data.params_used.insert(ParamId::new(place));
        ParamId::new(place)
    }

    /// That no fact, and no field of a list, has a member that only the other text knows.
    fn known_members(&mut self, thread: &mut Thread) -> Vec<Expr> {
        let mut known = Vec::new();
        let policy = thread.policy.clone();
        for (fact, woven) in policy.facts().iter().zip(thread.facts.clone()) {
            let span = fact.span;
            let expr = |kind, value_type| Expr { kind, value_type, span };
            let not_foreign = |operand: ExprKind, of: EnumerationId, foreign: Vec<Value>| {
                let operand = expr(operand, Type::Enumeration(of));
                expr(ExprKind::Among(Polarity::NotIn, Box::new(operand), foreign), Type::Bool)
            };
            match fact.kind {
                Type::Enumeration(_) => known.extend(
                    self.foreign(thread, fact.kind)
                        .map(|(of, foreign)| not_foreign(ExprKind::Fact(woven), of, foreign)),
                ),
                Type::List(of) => {
                    let fields = policy.records().get(of.index()).map(|of| of.fields.as_slice()).unwrap_or_default();
                    let places = thread.records.get(of.index()).map(|of| of.fields.clone()).unwrap_or_default();
                    for (field, at) in fields.iter().zip(places) {
                        let Some((of, foreign)) = self.foreign(thread, field.kind) else { continue };
                        let condition = Some(not_foreign(ExprKind::Field(at), of, foreign));
                        let (kind, summand, value_type) = (FoldKind::Every, None, Type::Bool);
                        let fold = self.loom.fold(Fold { kind, list: woven, summand, condition, value_type, span });
                        known.push(expr(ExprKind::Fold(fold), Type::Bool));
                    }
                }
                Type::Bool | Type::Int | Type::Decimal | Type::Money | Type::Date | Type::Duration => {}
            }
        }
        known
    }

    /// The members of a type that a text does not know; `None` where it knows all.
    fn foreign(&self, thread: &Thread, kind: Type) -> Option<(EnumerationId, Vec<Value>)> {
        let Type::Enumeration(own) = kind else { return None };
        let place = thread.enumerations.get(own.index())?;
        let members = self.loom.data.enumerations.get(place.id.index())?.members.len();
        let foreign = (0..members).map(MemberIndex::new).filter(|member| !place.members.contains(member));
        let foreign: Vec<Value> = foreign.map(|member| Value::Member(place.id, member)).collect();
        (!foreign.is_empty()).then_some((place.id, foreign))
    }

    /// Takes over the outcomes of both texts, each after those that it reads.
    pub(super) fn outcomes(&mut self, threads: &mut [Thread; 2]) -> Vec<WovenOutcome> {
        let pairs = self.matched.outcomes.clone();
        let mut ladders: Vec<Ladders> = Vec::with_capacity(pairs.len());
        for pair in &pairs {
            ladders.push(self.ladders(pair, threads));
        }
        if !self.problems.is_empty() {
            return Vec::new();
        }
        let [old, new] = threads;
        let same_scope = {
            let scopes = |thread: &Thread| thread.scopes.iter().map(|(_, scope)| scope.clone()).collect::<Vec<_>>();
            let (own, other) = (scopes(old), scopes(new));
            own.len() == other.len() && own.iter().zip(&other).all(|(a, b)| a.means(b))
        };
        for id in old.policy.data().outcome_order.clone() {
            if let Some(draft) = self.loom.outcome(old, id, Side::Old.mark()) {
                let woven = self.loom.place(draft);
                self.settle(old, id, woven);
            }
        }
        for id in new.policy.data().outcome_order.clone() {
            let Some(draft) = self.loom.outcome(new, id, Side::New.mark()) else { continue };
            let twin = pairs.iter().zip(&ladders).find(|(pair, _)| pair.new == Some(id));
            let placed = twin.and_then(|(pair, ladders)| {
                let placed = old.outcomes.get(pair.old?.index()).copied().flatten()?;
                (same_scope && self.loom.is_alike(placed, &draft, ladders)).then_some(placed)
            });
            let woven = placed.unwrap_or_else(|| self.loom.place(draft));
            self.settle(new, id, woven);
        }
        let woven = |thread: &Thread, own: Option<OutcomeId>| thread.outcomes.get(own?.index()).copied().flatten();
        let joined = |(own, ladders): (Pair<OutcomeId>, Ladders)| WovenOutcome {
            own,
            woven: Pair { old: woven(old, own.old), new: woven(new, own.new) },
            ladders,
        };
        pairs.into_iter().zip(ladders).map(joined).collect()
    }

    /// Says where an outcome is, and takes over the defines that waited for it.
    fn settle(&mut self, thread: &mut Thread, own: OutcomeId, woven: OutcomeId) {
        if let Some(slot) = thread.outcomes.get_mut(own.index()) {
            *slot = Some(woven);
        }
        let policy = thread.policy.clone();
        for (define, _) in policy.data().reads.late.iter().filter(|(_, last)| *last == own) {
            self.loom.take_over(thread, *define);
        }
    }

    /// The ladder that has the members of both texts' ladders.
    fn ladders(&mut self, pair: &Pair<OutcomeId>, threads: &[Thread; 2]) -> Ladders {
        let own = |thread: &Thread, id: Option<OutcomeId>| {
            id.and_then(|id| thread.policy.outcomes().get(id.index()))
                .map(|found| (found.clone(), thread.policy.clone()))
        };
        let [old, new] = threads;
        let (own, other) = (own(old, pair.old), own(new, pair.new));
        let (Some((own, of_old)), Some((other, of_new))) = (&own, &other) else {
            let single = own.as_ref().map(|own| (own, Side::Old)).or(other.as_ref().map(|other| (other, Side::New)));
            return single.map_or_else(Ladders::of_amounts, |((outcome, policy), side)| {
                let members = self.member_names(side, policy, outcome.values);
                Ladders::single(members, is_ordered(policy, outcome.values))
            });
        };
        let places = [own.span, other.span];
        match (own.values, other.values) {
            (OutcomeValues::Members(_), OutcomeValues::Members(_)) => {
                let names = [
                    self.member_names(Side::Old, of_old, own.values),
                    self.member_names(Side::New, of_new, other.values),
                ];
                let ordered = [is_ordered(of_old, own.values), is_ordered(of_new, other.values)];
                Ladders::joined(&names, ordered).unwrap_or_else(|members| {
                    let name = other.name.to_string();
                    self.problems.push(Incomparable::OrderContradicts { name, members, places });
                    Ladders::of_amounts()
                })
            }
            (OutcomeValues::Amounts(a), OutcomeValues::Amounts(b)) if a == b => Ladders::of_amounts(),
            (a, b) => {
                self.problems.push(Incomparable::TypeChanged {
                    name: other.name.to_string(),
                    old: of_old.show_type(a.value_type()),
                    new: of_new.show_type(b.value_type()),
                    places,
                });
                Ladders::of_amounts()
            }
        }
    }

    fn member_names(&self, side: Side, policy: &Policy, values: OutcomeValues) -> Vec<String> {
        let OutcomeValues::Members(of) = values else { return Vec::new() };
        let members = policy.enumerations().get(of.index()).map(|of| of.members.as_slice()).unwrap_or_default();
        let name = |member: &Member| match side {
            Side::Old => self.mapping.plain(&member.name).to_owned(),
            Side::New => member.name.clone(),
        };
        members.iter().map(name).collect()
    }
}

fn is_ordered(policy: &Policy, values: OutcomeValues) -> bool {
    match values {
        OutcomeValues::Members(of) => {
            let of = policy.enumerations().get(of.index());
            of.is_some_and(|of| of.kind == EnumerationKind::Ordered)
        }
        OutcomeValues::Amounts(_) => true,
    }
}
