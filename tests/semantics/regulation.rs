//! Regulations, cases and results in a few words.

use crate::support::accepted;
use policyc::decide::{DecideError, Decision, Facts, OutcomeDecision, Status, decide, value_of_word};
use policyc::policy::Policy;

const DECLARATIONS: &str = "
scale severity { minor < moderate < major < extreme }
scale measure { reminder < warning < notice < dismissal }
enum cause { accident, neglect, intent }
fact late: bool
fact lied: bool
fact repaid: bool
fact repeated: bool
fact severity: severity
fact cause: cause
fact days: int
";

/// A regulation on `sanction` with the usual facts, none of which has to be given.
pub struct Regulation(pub Policy);

/// Rules under `combine heaviest`.
#[track_caller]
pub fn rules(text: &str) -> Regulation {
    rules_combined_by("heaviest", text)
}

#[track_caller]
pub fn rules_combined_by(combine: &str, text: &str) -> Regulation {
    regulation(&format!("{DECLARATIONS}outcome sanction: measure combine {combine}\n{text}"))
}

/// A whole regulation with its own declarations.
#[track_caller]
pub fn regulation(text: &str) -> Regulation {
    Regulation(accepted(text))
}

impl Regulation {
    /// The facts that words such as `late, not lied, severity = major` give.
    #[track_caller]
    pub fn facts(&self, case: &str) -> Facts {
        let mut facts = Facts::new(&self.0);
        for given in case.split(',').map(str::trim).filter(|given| !given.is_empty()) {
            let (name, value) = match (given.split_once('='), given.strip_prefix("not ")) {
                (Some((name, value)), _) => (name.trim(), value.trim()),
                (None, Some(name)) => (name, "false"),
                (None, None) => (given, "true"),
            };
            let id = self.0.fact(name).unwrap_or_else(|| panic!("no fact {name}"));
            let value = value_of_word(&self.0, id, value).unwrap_or_else(|problem| panic!("{problem}"));
            facts.set_value(id, value).unwrap_or_else(|problem| panic!("{problem}"));
        }
        facts
    }

    pub fn decide(&self, case: &str) -> Result<Decision, DecideError> {
        decide(&self.0, &self.facts(case))
    }

    #[track_caller]
    pub fn sanction(&self, case: &str) -> OutcomeDecision {
        let decision = self.decide(case).unwrap_or_else(|error| panic!("{case}: {error}"));
        decision.outcome("sanction").expect("the outcome").clone()
    }

    /// For each case the status or the permitted values.
    #[track_caller]
    pub fn gives(&self, table: &[(&str, &str)]) {
        for (case, wanted) in table {
            assert_eq!(result(&self.sanction(case)), *wanted, "{case}");
        }
    }

    /// For each case the result and the clauses that fired.
    #[track_caller]
    pub fn cites(&self, table: &[(&str, &str, &str)]) {
        for (case, wanted, clauses) in table {
            let sanction = self.sanction(case);
            assert_eq!(
                (result(&sanction).as_str(), sanction.clauses.join(", ").as_str()),
                (*wanted, *clauses),
                "{case}"
            );
        }
    }

    /// For each case with unknown facts what is still possible, and which facts are asked.
    #[track_caller]
    pub fn leaves_open(&self, table: &[(&str, &str, &str)]) {
        for (case, possible, asks) in table {
            let sanction = self.sanction(case);
            assert_eq!(sanction.status, Status::Undetermined, "{case}: {}", result(&sanction));
            let found = (sanction.possible.join(", "), sanction.asks.join(", "));
            assert_eq!((found.0.as_str(), found.1.as_str()), (*possible, *asks), "{case}");
            assert!(!sanction.limit_reached, "{case}");
        }
    }

    #[track_caller]
    pub fn refuses(&self, case: &str) {
        let found = self.decide(case);
        assert!(matches!(found, Err(DecideError::AgainstAssumption { .. })), "{case}: {found:?}");
    }
}

/// `warning, notice`, `warning or none`, `exempt` …
pub fn result(outcome: &OutcomeDecision) -> String {
    let word = match outcome.status {
        Status::Decided if outcome.permitted.is_empty() => "none".to_owned(),
        Status::Decided => outcome.permitted.words().join(", ") + if outcome.none { " or none" } else { "" },
        Status::Exempt => "exempt".to_owned(),
        Status::NotAddressed => "not addressed".to_owned(),
        Status::Conflict => "conflict".to_owned(),
        Status::Undetermined => "undetermined".to_owned(),
        Status::OutOfScope => "out of scope".to_owned(),
    };
    assert!(outcome.status == Status::Decided || outcome.permitted.is_empty() && !outcome.none, "{outcome:?}");
    word
}
