//! Whether the amounts and periods of a case are in units that go together.

use crate::policy::{FactId, Policy, Unit, UnitClass, UnitGroup, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The units of the values that have been read, for the classes whose unit the policy leaves open.
pub(super) struct UnitsInUse {
    by_group: BTreeMap<UnitGroup, Unit>,
}

impl UnitsInUse {
    /// The units of the defaults that hold because the case does not give the fact.
    pub(super) fn of_defaults(policy: &Policy, given: &BTreeSet<FactId>) -> Self {
        let others = policy.facts().iter().enumerate().filter(|(index, _)| !given.contains(&FactId::new(*index)));
        let units = others.filter_map(|(_, fact)| Some((fact.unit.as_ref()?.group, fact.default.as_ref()?.unit()?)));
        Self { by_group: units.collect() }
    }

    /// Takes note of the unit of a value. Gives the unit that it should have had, and the one it has, where these differ.
    pub(super) fn check(&mut self, class: Option<&UnitClass>, value: &Value) -> Option<(Unit, Unit)> {
        let (class, found) = (class?, value.unit()?);
        let wanted = match &class.unit {
            Some(unit) => unit,
            None => self.by_group.entry(class.group).or_insert_with(|| found.clone()),
        };
        (*wanted != found).then(|| (wanted.clone(), found))
    }
}
