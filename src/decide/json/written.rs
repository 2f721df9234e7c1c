//! Facts as a JSON object, in the shape that is read.

use super::entries::PERSONS;
pub(crate) use super::entries::{AS_OF, CHOSEN};
pub(crate) use super::values::NO_MEASURE;
use crate::decide::facts::Facts;
use crate::policy::{FactId, Policy, Record, RoleId, Value};
use serde_json::{Map, Value as Json};

/// The facts of a case as a JSON object that [`facts_from_json`](super::facts_from_json) reads again: also the day on
/// which the case is looked at, what the authority chose, and who holds which role. What is as the policy has it by
/// default is left out, and so is the calendar.
///
/// ```
/// use policyc::decide::facts_to_json;
/// use policyc::{Facts, check_text};
///
/// let checked = check_text("demo.policy", "role driver\nfact careless of driver: bool\nfact fare: money");
/// let policy = checked.policy.expect("the policy has no errors");
/// let facts = Facts::new(&policy).with("careless of driver", true)?.with("fare", "12.50 CNY")?;
/// assert_eq!(facts_to_json(&facts).to_string(), r#"{"driver":{"careless":true},"fare":"12.50 CNY"}"#);
/// # Ok::<(), policyc::FactProblem>(())
/// ```
#[must_use]
pub fn facts_to_json(facts: &Facts) -> Json {
    let policy = facts.policy();
    let declared = policy.fact_ids().zip(policy.facts());
    let given = declared.filter(|(id, fact)| facts.get(*id) != fact.default.as_ref());
    let given: Vec<FactId> = given.map(|(id, _)| id).collect();
    let mut object = case(policy, facts, &given);
    let roles = policy.roles().iter().enumerate().map(|(place, role)| (RoleId::new(place), role));
    let persons: Map<String, Json> =
        roles.filter_map(|(id, role)| Some((role.name.clone(), facts.person(id)?.into()))).collect();
    if !persons.is_empty() {
        object.insert(PERSONS.to_owned(), Json::Object(persons));
    }
    Json::Object(object)
}

/// Some facts of a case, with its day and what was chosen.
pub(crate) fn case(policy: &Policy, facts: &Facts, named: &[FactId]) -> Map<String, Json> {
    let mut object = Map::new();
    for id in policy.fact_ids().filter(|id| named.contains(id)) {
        if let (Some(fact), Some(known)) = (policy.facts().get(id.index()), facts.get(id)) {
            insert(&mut object, fact.name.role(), fact.name.own(), value(policy, known));
        }
    }
    if let Some(day) = facts.as_of() {
        object.insert(AS_OF.to_owned(), day.to_string().into());
    }
    for id in policy.outcome_ids() {
        if let (Some(outcome), Some(chosen)) = (policy.outcomes().get(id.index()), facts.chosen(id)) {
            let chosen = chosen.map_or_else(|| NO_MEASURE.into(), |chosen| value(policy, chosen));
            insert(&mut object, Some(CHOSEN), outcome.name.as_str(), chosen);
        }
    }
    object
}

/// Puts a value under a name, in the object of a group where there is one.
fn insert(object: &mut Map<String, Json>, group: Option<&str>, name: &str, value: Json) {
    let Some(group) = group else {
        object.insert(name.to_owned(), value);
        return;
    };
    let own = object.entry(group.to_owned()).or_insert_with(|| Json::Object(Map::new()));
    own.as_object_mut().map(|own| own.insert(name.to_owned(), value));
}

/// A value of a fact.
pub(crate) fn value(policy: &Policy, known: &Value) -> Json {
    match known {
        Value::Bool(truth) => (*truth).into(),
        Value::Int(number) => (*number).into(),
        Value::List(of, records) => {
            let fields = policy.records().get(of.index()).map(|of| of.fields.as_slice()).unwrap_or_default();
            let record = |record: &Record| {
                let known = fields.iter().zip(record).filter_map(|(field, cell)| Some((field, cell.as_ref()?)));
                known.map(|(field, cell)| (field.name.clone(), value(policy, cell))).collect()
            };
            Json::Array(records.iter().map(|one| Json::Object(record(one))).collect())
        }
        known => policy.show(known).into(),
    }
}
