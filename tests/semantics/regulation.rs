//! Regulations, cases and results in a few words.

use crate::support::{accepted, listed};
use policyc::decide::{DecideError, Decision, Facts, OutcomeDecision, Status, decide, facts_from_json, value_of_word};
use policyc::policy::{ArithmeticError, Policy};
use policyc::source::SourceId;

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

    /// The facts of a JSON object, with `'` for `"`; the braces around it may be left out.
    #[track_caller]
    pub fn read(&self, json: &str) -> Facts {
        let text = format!("{{{}}}", json.replace('\'', "\""));
        let read = facts_from_json(&self.0, SourceId::default(), &text);
        read.unwrap_or_else(|problems| panic!("{}:\n{text}", listed(&problems, &text)))
    }

    #[track_caller]
    pub fn judge(&self, json: &str) -> Decision {
        decide(&self.0, &self.read(json)).unwrap_or_else(|error| panic!("{json}: {error:?}"))
    }

    /// For each case of an outcome the status or the permitted values; where undetermined, what is still possible and
    /// what is asked: `warning, not_addressed? late`.
    #[track_caller]
    pub fn of(&self, title: &str, table: &[(&str, &str)]) {
        for (json, wanted) in table {
            let decision = self.judge(json);
            let outcome = decision.outcome(title).unwrap_or_else(|| panic!("no outcome {title}"));
            assert_eq!(result_or_open(outcome), *wanted, "{json}");
        }
    }

    /// For each case why it cannot be decided.
    #[track_caller]
    pub fn fails(&self, table: &[(&str, ArithmeticError)]) {
        for (json, wanted) in table {
            let found = decide(&self.0, &self.read(json));
            let error = match &found {
                Err(DecideError::Evaluation(error)) => Some(error.error),
                _ => None,
            };
            assert_eq!(error, Some(*wanted), "{json}: {found:?}");
        }
    }

    /// For each case the status of each duty, with its last day.
    #[track_caller]
    pub fn duties(&self, table: &[(&str, &str)]) {
        for (json, wanted) in table {
            let decision = self.judge(json);
            let words = decision.duties.iter().map(|duty| {
                let status = serde_json::to_value(duty.status).expect("a word");
                let due = duty.due.as_ref().map_or_else(String::new, |due| format!(" {due}"));
                let asks = if duty.asks.is_empty() { String::new() } else { format!("? {}", duty.asks.join(", ")) };
                format!("{}{due}{asks}", status.as_str().expect("a word"))
            });
            assert_eq!(words.collect::<Vec<_>>().join("; "), *wanted, "{json}");
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

/// The same; where undetermined, what is still possible and what is asked, with `!` where that may be too much.
pub fn result_or_open(outcome: &OutcomeDecision) -> String {
    if outcome.status != Status::Undetermined {
        assert!(outcome.possible.is_empty() && outcome.asks.is_empty() && !outcome.limit_reached, "{outcome:?}");
        return result(outcome);
    }
    let mark = if outcome.limit_reached { "!" } else { "" };
    format!("{}{mark}? {}", outcome.possible.join(", "), outcome.asks.join(", "))
}
