//! The facts of one case.

use super::input::{FactInput, FactProblem};
use crate::policy::{FactId, Policy, Type, Unit, UnitGroup, Value};
use std::collections::BTreeMap;

/// The facts of one case, checked against a policy. A fact that is not set is unknown, never false.
///
/// Cheap to clone; tied to the policy it was made for.
#[derive(Clone, Debug)]
pub struct Facts {
    policy: Policy,
    values: Vec<Option<Value>>,
}

impl Facts {
    /// A case of which nothing is known but the defaults that the policy declares.
    #[must_use]
    pub fn new(policy: &Policy) -> Self {
        let values = policy.facts().iter().map(|fact| fact.default.clone()).collect();
        Self { policy: policy.clone(), values }
    }

    /// The policy they belong to.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Sets a fact by name.
    ///
    /// # Errors
    /// The policy has no such fact, or the value is not of its type; nothing is changed then.
    pub fn set(&mut self, name: &str, input: impl Into<FactInput>) -> Result<(), FactProblem> {
        let fact = super::input::fact_named(&self.policy, name)?;
        let value = super::input::value_of(&self.policy, fact, &input.into())?;
        self.set_value(fact, value)
    }

    /// The same, as a builder.
    ///
    /// # Errors
    /// As [`Facts::set`].
    pub fn with(mut self, name: &str, input: impl Into<FactInput>) -> Result<Self, FactProblem> {
        self.set(name, input)?;
        Ok(self)
    }

    /// Sets a fact by id.
    ///
    /// # Errors
    /// The value is not of the fact's type, or is in a unit that the policy does not compare the fact with.
    pub fn set_value(&mut self, fact: FactId, value: Value) -> Result<(), FactProblem> {
        let declared = self.policy.facts().get(fact.index()).ok_or(FactProblem::ForeignId)?;
        if declared.kind != value.kind() {
            return Err(FactProblem::WrongType {
                fact: declared.name.clone(),
                wanted: self.policy.show_type(declared.kind).to_owned(),
                found: self.policy.show_type(value.kind()).to_owned(),
            });
        }
        if let (Some(class), Some(found)) = (&declared.unit, value.unit()) {
            let wanted = class.unit.clone().or_else(|| self.unit_in_use(class.group, fact));
            if let Some(wanted) = wanted.filter(|wanted| *wanted != found) {
                return Err(FactProblem::WrongUnit {
                    fact: declared.name.clone(),
                    wanted: wanted.to_string(),
                    found: found.to_string(),
                });
            }
        }
        if let Some(slot) = self.values.get_mut(fact.index()) {
            *slot = Some(value);
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
    pub(super) fn assume(&mut self, fact: FactId, value: Option<Value>) {
        if let Some(slot) = self.values.get_mut(fact.index()) {
            *slot = value;
        }
    }

    /// The unit of the other known facts that are compared with this one.
    fn unit_in_use(&self, group: UnitGroup, except: FactId) -> Option<Unit> {
        self.policy.facts().iter().zip(&self.values).enumerate().find_map(|(index, (fact, value))| {
            let same_class = fact.unit.as_ref().is_some_and(|class| class.group == group);
            (same_class && index != except.index()).then(|| value.as_ref().and_then(Value::unit)).flatten()
        })
    }
}

/// Whether values of a type are finitely many.
pub(super) fn is_finite(value_type: Type) -> bool {
    matches!(value_type, Type::Bool | Type::Enumeration(_))
}
