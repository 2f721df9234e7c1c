//! The facts of a case for the crate.

use super::FACTS;
use policyc::decide::{Facts, value_of_word};
use policyc::policy::Policy;

/// The facts of a case, or of one in which some are unknown.
pub fn facts<V: Copy + Into<Option<i64>>>(policy: &Policy, given: &[V; 6]) -> Facts {
    let mut facts = Facts::new(policy);
    for (fact, value) in FACTS.iter().zip(given) {
        if let Some(value) = (*value).into() {
            let id = policy.fact(fact.name()).expect("a fact of the policy");
            let value = value_of_word(policy, id, &fact.shown(value)).expect("a value of the fact");
            facts.set_value(id, value).expect("a value of the fact");
        }
    }
    facts
}
