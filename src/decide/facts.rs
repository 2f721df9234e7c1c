//! The facts of one case.

use super::input::{FactInput, FactProblem};
use crate::calendar::Calendar;
use crate::policy::{FactId, OutcomeId, Policy, Record, RecordId, RoleId, Type, Unit, UnitClass, UnitGroup, Value};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What a fact can be called by: its name, or its handle.
pub trait NamesFact {
    /// The handle of the fact.
    ///
    /// # Errors
    /// [`FactProblem::UnknownFact`], with the name that was probably meant.
    fn id_in(self, policy: &Policy) -> Result<FactId, FactProblem>;
}

impl NamesFact for FactId {
    fn id_in(self, _policy: &Policy) -> Result<FactId, FactProblem> {
        Ok(self)
    }
}

impl NamesFact for &str {
    fn id_in(self, policy: &Policy) -> Result<FactId, FactProblem> {
        super::input::fact_named(policy, self)
    }
}

impl NamesFact for &String {
    fn id_in(self, policy: &Policy) -> Result<FactId, FactProblem> {
        self.as_str().id_in(policy)
    }
}

impl NamesFact for &crate::policy::QualifiedName {
    fn id_in(self, policy: &Policy) -> Result<FactId, FactProblem> {
        self.as_str().id_in(policy)
    }
}

/// The facts of one case, checked against a policy. A fact that is not set is unknown, never false.
///
/// Besides the facts: the day on which the case is looked at, the calendar of holidays, what the authority chose, and
/// who holds which role. Cheap to clone; tied to the policy it was made for.
#[derive(Clone, Debug)]
pub struct Facts {
    policy: Policy,
    values: Vec<Option<Value>>,
    as_of: Option<Date>,
    calendar: Option<Calendar>,
    chosen: BTreeMap<OutcomeId, Option<Value>>,
    persons: BTreeMap<RoleId, String>,
}

impl Facts {
    /// A case of which nothing is known but the defaults that the policy declares.
    #[must_use]
    pub fn new(policy: &Policy) -> Self {
        let values = policy.facts().iter().map(|fact| fact.default.clone()).collect();
        Self {
            policy: policy.clone(),
            values,
            as_of: None,
            calendar: None,
            chosen: BTreeMap::new(),
            persons: BTreeMap::new(),
        }
    }

    /// A case of which nothing at all is known, defaults put aside.
    pub(crate) fn unknown(policy: &Policy) -> Self {
        Self { values: vec![None; policy.facts().len()], ..Self::new(policy) }
    }

    /// The policy they belong to.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Sets a fact by its name, or by the handle that [`Policy::fact`] gives.
    ///
    /// # Errors
    /// The policy has no such fact, or the value is not of its type; nothing is changed then.
    pub fn set(&mut self, fact: impl NamesFact, input: impl Into<FactInput>) -> Result<(), FactProblem> {
        let fact = fact.id_in(&self.policy)?;
        let value = super::input::value_of(&self.policy, fact, &input.into())?;
        self.set_value(fact, value)
    }

    /// The same, as a builder.
    ///
    /// # Errors
    /// As [`Facts::set`].
    pub fn with(mut self, fact: impl NamesFact, input: impl Into<FactInput>) -> Result<Self, FactProblem> {
        self.set(fact, input)?;
        Ok(self)
    }

    /// Sets a fact by id.
    ///
    /// # Errors
    /// The value is not of the fact's type, or is in a unit that the policy does not compare the fact with.
    pub fn set_value(&mut self, fact: FactId, value: Value) -> Result<(), FactProblem> {
        let declared = self.policy.facts().get(fact.index()).ok_or(FactProblem::ForeignId)?;
        self.check(&declared.name, declared.kind, declared.unit.as_ref(), &value, Some(fact))?;
        if let Value::List(of, records) = &value {
            self.check_records(&declared.name, *of, records, fact)?;
        }
        if let Some(slot) = self.values.get_mut(fact.index()) {
            *slot = Some(value);
        }
        Ok(())
    }

    /// Checks that a value fits a fact, a field or an outcome.
    fn check(
        &self,
        name: &str,
        kind: Type,
        unit: Option<&UnitClass>,
        value: &Value,
        except: Option<FactId>,
    ) -> Result<(), FactProblem> {
        if value.kind() != kind {
            return Err(FactProblem::WrongType {
                fact: name.to_owned(),
                wanted: self.policy.show_type(kind),
                found: self.policy.show_type(value.kind()),
            });
        }
        if let (Some(class), Some(found)) = (unit, value.unit()) {
            let wanted = class.unit.clone().or_else(|| self.unit_in_use(class.group, except));
            check_unit(name, wanted.as_ref(), &found)?;
        }
        Ok(())
    }

    /// Checks that each known field of each record fits.
    fn check_records(&self, list: &str, of: RecordId, records: &[Record], except: FactId) -> Result<(), FactProblem> {
        let fields = self.policy.records().get(of.index()).map(|of| of.fields.as_slice()).unwrap_or_default();
        // The units are looked up once: a list can have many thousand records, and so can the others.
        let in_use = |class: &UnitClass| class.unit.clone().or_else(|| self.unit_in_use(class.group, Some(except)));
        let classes = fields.iter().filter_map(|field| field.unit.as_ref());
        let mut units: BTreeMap<UnitGroup, Unit> =
            classes.filter_map(|class| Some((class.group, in_use(class)?))).collect();
        for record in records {
            if record.len() != fields.len() {
                return Err(FactProblem::WrongType {
                    fact: list.to_owned(),
                    wanted: self.policy.show_type(Type::List(of)),
                    found: format!("a record with {} fields", record.len()),
                });
            }
            for (field, value) in fields.iter().zip(record) {
                let Some(value) = value else { continue };
                self.check(&field.name, field.kind, None, value, Some(except))?;
                if let (Some(class), Some(found)) = (&field.unit, value.unit()) {
                    check_unit(&field.name, Some(units.entry(class.group).or_insert_with(|| found.clone())), &found)?;
                }
            }
        }
        Ok(())
    }

    /// Forgets a fact, so that it has its default, or is unknown.
    pub fn clear(&mut self, fact: FactId) {
        let default = self.policy.facts().get(fact.index()).and_then(|fact| fact.default.clone());
        if let Some(slot) = self.values.get_mut(fact.index()) {
            *slot = default;
        }
    }

    /// What a fact is; `None` where it is unknown.
    #[must_use]
    pub fn get(&self, fact: FactId) -> Option<&Value> {
        self.values.get(fact.index()).and_then(Option::as_ref)
    }

    /// All known facts by name, sorted, as the author would write them.
    #[must_use]
    pub fn known(&self) -> BTreeMap<&str, String> {
        let facts = self.policy.facts().iter().zip(&self.values);
        facts.filter_map(|(fact, value)| Some((fact.name.as_str(), self.policy.show(value.as_ref()?)))).collect()
    }

    /// The same case with one fact set; for the search over unknown facts, whose values are of the right type.
    pub(crate) fn assume(&mut self, fact: FactId, value: Option<Value>) {
        if let Some(slot) = self.values.get_mut(fact.index()) {
            *slot = value;
        }
    }

    /// Sets the day on which the case is looked at: deadlines that are not over by then can still be met.
    pub fn set_as_of(&mut self, day: Date) {
        self.as_of = Some(day);
    }

    /// The day on which the case is looked at; it is judged at its end where there is none.
    #[must_use]
    pub fn as_of(&self) -> Option<Date> {
        self.as_of
    }

    /// Sets the calendar that working days are counted in.
    pub fn set_calendar(&mut self, calendar: Calendar) {
        self.calendar = Some(calendar);
    }

    /// The calendar that working days are counted in.
    #[must_use]
    pub fn calendar(&self) -> Option<&Calendar> {
        self.calendar.as_ref()
    }

    /// Says what the authority chose: one value of an outcome, or no measure where `None`. Whether the choice is
    /// permitted shows when the case is decided.
    ///
    /// # Errors
    /// The id belongs to another policy, or the value is of another type or unit.
    pub fn choose(&mut self, outcome: OutcomeId, value: Option<Value>) -> Result<(), FactProblem> {
        let declared = self.policy.outcomes().get(outcome.index()).ok_or(FactProblem::ForeignId)?;
        if let Some(value) = &value {
            self.check(&declared.name, declared.values.value_type(), declared.unit.as_ref(), value, None)?;
        }
        self.chosen.insert(outcome, value);
        Ok(())
    }

    /// What the authority chose: `Some(None)` is no measure; `None` where it has not chosen.
    #[must_use]
    pub fn chosen(&self, outcome: OutcomeId) -> Option<Option<&Value>> {
        self.chosen.get(&outcome).map(Option::as_ref)
    }

    /// Says who holds a role.
    pub fn set_person(&mut self, role: RoleId, name: impl Into<String>) {
        self.persons.insert(role, name.into());
    }

    /// Who holds a role.
    #[must_use]
    pub fn person(&self, role: RoleId) -> Option<&str> {
        self.persons.get(&role).map(String::as_str)
    }

    /// The day that says which version of the policy judges the case: that of the fact the policy is dated by, else the
    /// day on which the case is looked at. `None` where the case does not say, or where that day has not come.
    #[must_use]
    pub fn case_date(&self) -> Option<Date> {
        let Some(fact) = self.policy.dated_by() else { return self.as_of };
        match self.get(fact) {
            Some(Value::Date(day)) => Some(*day),
            _ => None,
        }
    }

    /// The unit of the other known facts and fields that are compared with this one.
    pub(super) fn unit_in_use(&self, group: UnitGroup, except: Option<FactId>) -> Option<Unit> {
        let in_group = |class: Option<&UnitClass>| class.is_some_and(|class| class.group == group);
        self.policy.facts().iter().zip(&self.values).enumerate().find_map(|(index, (fact, value))| {
            match value.as_ref().filter(|_| except.is_none_or(|except| except.index() != index))? {
                Value::List(of, records) => {
                    let fields = &self.policy.records().get(of.index())?.fields;
                    let places = fields.iter().enumerate().filter(|(_, field)| in_group(field.unit.as_ref()));
                    let places: Vec<usize> = places.map(|(place, _)| place).collect();
                    let found = |record: &Record| {
                        places.iter().find_map(|place| record.get(*place)?.as_ref().and_then(Value::unit))
                    };
                    if places.is_empty() { None } else { records.iter().find_map(found) }
                }
                value => value.unit().filter(|_| in_group(fact.unit.as_ref())),
            }
        })
    }
}

fn check_unit(name: &str, wanted: Option<&Unit>, found: &Unit) -> Result<(), FactProblem> {
    match wanted {
        Some(wanted) if wanted != found => {
            Err(FactProblem::WrongUnit { fact: name.to_owned(), wanted: wanted.to_string(), found: found.to_string() })
        }
        Some(_) | None => Ok(()),
    }
}

/// Whether values of a type are finitely many.
pub(super) fn is_finite(value_type: Type) -> bool {
    matches!(value_type, Type::Bool | Type::Enumeration(_))
}
