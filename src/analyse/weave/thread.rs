//! One of two policies that are woven: where its things are among those of both.

use crate::policy::{
    ClauseId, DefineId, EnumerationId, Expr, FactId, FieldIndex, FoldId, MemberIndex, OutcomeId, ParamId, Policy,
    Record, RecordId, Type, UnitClass, Value,
};

/// Where a scale or an enum is.
#[derive(Clone, Debug)]
pub(super) struct EnumerationPlace {
    pub(super) id: EnumerationId,
    /// Where its members are.
    pub(super) members: Vec<MemberIndex>,
}

/// Where a record type is.
#[derive(Clone, Debug)]
pub(super) struct RecordPlace {
    pub(super) id: RecordId,
    /// Where its fields are.
    pub(super) fields: Vec<FieldIndex>,
    /// How many fields there are, with those of the other policy.
    pub(super) width: usize,
}

/// A policy, and where its things are in the woven one.
pub(super) struct Thread {
    /// The policy as it was given, except that it is in force on every day.
    pub(super) policy: Policy,
    pub(super) facts: Vec<FactId>,
    /// The values of facts and fields.
    pub(super) enumerations: Vec<EnumerationPlace>,
    /// The values of outcomes: every policy keeps its own ladders.
    pub(super) ladders: Vec<EnumerationId>,
    pub(super) records: Vec<RecordPlace>,
    pub(super) params: Vec<ParamId>,
    pub(super) folds: Vec<Option<FoldId>>,
    pub(super) defines: Vec<Option<DefineId>>,
    pub(super) outcomes: Vec<Option<OutcomeId>>,
    /// The units of its outcomes, among those of both policies.
    pub(super) outcome_units: Vec<Option<UnitClass>>,
    /// How many clauses stand before its own.
    pub(super) first_clause: usize,
    /// What has to hold so that it applies, with the clause that says so.
    pub(super) scopes: Vec<(ClauseId, Expr)>,
    /// What its cases fulfil: its assumptions, and that it knows the members of the facts' scales.
    pub(super) allowed: Vec<Expr>,
}

impl Thread {
    /// A type of a fact or a field.
    pub(super) fn kind(&self, kind: Type) -> Type {
        match kind {
            Type::Enumeration(of) => {
                self.enumerations.get(of.index()).map_or(kind, |place| Type::Enumeration(place.id))
            }
            Type::List(of) => self.records.get(of.index()).map_or(kind, |place| Type::List(place.id)),
            Type::Bool | Type::Int | Type::Decimal | Type::Money | Type::Date | Type::Duration => kind,
        }
    }

    /// A value of a fact or a field.
    pub(super) fn value(&self, value: &Value) -> Value {
        match value {
            Value::Member(of, member) => {
                let place = self.enumerations.get(of.index());
                let woven = place.and_then(|place| Some((place.id, *place.members.get(member.index())?)));
                woven.map_or_else(|| value.clone(), |(id, member)| Value::Member(id, member))
            }
            Value::List(of, records) => {
                let Some(place) = self.records.get(of.index()) else { return value.clone() };
                let woven = |record: &Record| {
                    let mut all: Vec<Option<Value>> = vec![None; place.width];
                    for (field, value) in place.fields.iter().zip(record) {
                        if let Some(slot) = all.get_mut(field.index()) {
                            *slot = value.as_ref().map(|value| self.value(value));
                        }
                    }
                    all.into_boxed_slice()
                };
                Value::List(place.id, records.iter().map(woven).collect())
            }
            Value::Bool(_)
            | Value::Int(_)
            | Value::Decimal(_)
            | Value::Money(_)
            | Value::Date(_)
            | Value::Duration(_)
            | Value::Never => value.clone(),
        }
    }

    /// A value of an outcome.
    pub(super) fn outcome_value(&self, value: &Value) -> Value {
        match value {
            Value::Member(of, member) => {
                self.ladders.get(of.index()).map_or_else(|| value.clone(), |id| Value::Member(*id, *member))
            }
            value => value.clone(),
        }
    }

    /// A value of the woven policy as one of this policy's, of a type of this policy; `None` where the policy does not
    /// know it.
    pub(super) fn own_value(&self, kind: Type, value: &Value) -> Option<Value> {
        match (kind, value) {
            (Type::Enumeration(of), Value::Member(_, member)) => {
                let place = self.enumerations.get(of.index())?;
                let own = place.members.iter().position(|known| known == member)?;
                Some(Value::Member(of, MemberIndex::new(own)))
            }
            (Type::List(of), Value::List(_, records)) => {
                let place = self.records.get(of.index())?;
                let declared = self.policy.records().get(of.index())?;
                let own = |record: &Record| -> Option<Record> {
                    let fields = place.fields.iter().zip(&declared.fields);
                    let value = |(at, field): (&FieldIndex, &crate::policy::Field)| match record.get(at.index())? {
                        Some(value) => self.own_value(field.kind, value).map(Some),
                        None => Some(None),
                    };
                    fields.map(value).collect()
                };
                Some(Value::List(of, records.iter().map(own).collect::<Option<Vec<_>>>()?.into()))
            }
            (_, value) => Some(value.clone()),
        }
    }

    /// A clause of this policy, from its place in the woven one; `None` where it is the other policy's.
    pub(super) fn own_clause(&self, clause: ClauseId) -> Option<ClauseId> {
        let own = clause.index().checked_sub(self.first_clause)?;
        (own < self.policy.clauses().len()).then(|| ClauseId::new(own))
    }
}
