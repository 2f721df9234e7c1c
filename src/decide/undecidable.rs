//! Why a case cannot be decided, for people.

use super::evaluate::EvaluationError;
use super::interpret::DecideError;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::policy::{ArithmeticError, Period, Policy};
use jiff::civil::Date;

impl DecideError {
    /// Why the case cannot be decided, at its places in the policy.
    #[must_use]
    pub fn diagnostics(&self, policy: &Policy) -> Diagnostics {
        match self {
            Self::AgainstAssumption { assumptions } => {
                assumptions.iter().map(|span| Diagnostic::new(Code::AgainstAssumption, *span)).collect()
            }
            Self::Evaluation(error) => error.diagnostics(policy),
            Self::NotInForce { date, periods } => {
                let periods: Vec<String> = periods.iter().map(days_of).collect();
                let diagnostic = Diagnostic::without_place(Code::NotInForce).with("policy", policy.name());
                Diagnostics::from_iter([diagnostic.with("date", date.to_string()).with("periods", periods.join(", "))])
            }
            Self::NotDated => {
                Diagnostics::from_iter([dated(policy, Diagnostic::without_place(Code::NotDated), "policy")])
            }
            Self::ChoiceNotPermitted { outcome, chosen, permitted } => {
                let diagnostic = Diagnostic::without_place(Code::ChoiceNotPermitted).with("outcome", outcome.as_str());
                let diagnostic = diagnostic.with("chosen", chosen.as_str()).with("permitted", permitted.join(", "));
                Diagnostics::from_iter([diagnostic])
            }
            Self::ChoiceNotOpen { outcome, status } => {
                let diagnostic = Diagnostic::without_place(Code::ChoiceNotOpen).with("outcome", outcome.as_str());
                Diagnostics::from_iter([diagnostic.with("status", status.word())])
            }
        }
    }
}

impl EvaluationError {
    /// Why a calculation has no result, at its place.
    #[must_use]
    pub fn diagnostics(&self, policy: &Policy) -> Diagnostics {
        let overflow = |reason: &'static str| {
            Diagnostic::new(Code::Overflow, self.span).with("reason", reason).with("policy", policy.name())
        };
        let diagnostic = match self.error {
            ArithmeticError::Overflow => overflow("overflow"),
            ArithmeticError::Mismatch => overflow("units"),
            ArithmeticError::TooManyAmounts => overflow("amounts"),
            ArithmeticError::NeverHappened => overflow("never"),
            ArithmeticError::BadInterval => overflow("interval"),
            ArithmeticError::NeedsCalendar => Diagnostic::new(Code::NoHolidays, self.span),
            ArithmeticError::YearNotCovered(year) => {
                Diagnostic::new(Code::HolidayYearMissing, self.span).with("year", year.to_string())
            }
            ArithmeticError::NoVersion => Diagnostic::new(Code::NoVersion, self.span),
            ArithmeticError::NotDated => dated(policy, Diagnostic::new(Code::NotDated, self.span), "parameter"),
        };
        Diagnostics::from_iter([diagnostic])
    }
}

/// The first and the last day of a period, open ends left out.
fn days_of(period: &Period) -> String {
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    format!("{} – {}", day(period.from), day(period.until)).trim().to_owned()
}

/// Adds the fact by which the policy is dated.
fn dated(policy: &Policy, diagnostic: Diagnostic, reason: &'static str) -> Diagnostic {
    let fact = policy.dated_by().and_then(|id| policy.facts().get(id.index()));
    diagnostic.with("reason", reason).with("fact", fact.map_or("none", |fact| fact.name.as_str()))
}
