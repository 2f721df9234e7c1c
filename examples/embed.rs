//! Loads a policy, states the facts of a case, reads the decision.
use policyc::{Facts, check_text, decide};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string("policies/hospital_network_security.policy")?;
    let checked = check_text("hospital_network_security.policy", &text);
    let policy = checked.policy.ok_or("the policy has errors")?;
    let facts = Facts::new(&policy).with("severity", "major")?.with("reported", false)?.with("hospital_unit", true)?;
    for outcome in decide(&policy, &facts)?.outcomes {
        println!("{}: {:?} {:?}, ask {:?}", outcome.name, outcome.status, outcome.permitted.words(), outcome.asks);
    }
    Ok(())
}
