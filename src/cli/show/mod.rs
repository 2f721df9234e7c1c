//! A decision for people.

mod duty;
mod outcome;

use super::console::Console;
use super::sheet::Sheet;
use crate::decide::{Decision, Facts};
use crate::diagnostic::visible;
use crate::policy::{FactId, Policy};

/// A decision with its labels, clauses and bodies: outcome by outcome, then duty by duty.
pub(super) fn show_decision(
    policy: &Policy,
    facts: &Facts,
    decision: &Decision,
    console: &Console,
    with_facts: bool,
) -> String {
    let mut sheet = Sheet::new(policy, console);
    if let Some(day) = &decision.as_of {
        sheet.line("show-as-of", &visible(day));
    }
    if with_facts {
        let given = given(&sheet, facts);
        sheet.lines("show-given", &given);
    }
    for outcome in &decision.outcomes {
        sheet.outcome(outcome);
    }
    for duty in &decision.duties {
        sheet.duty(duty);
    }
    sheet.finish()
}

/// The known facts, those of the case and of each role on lines of their own.
fn given(sheet: &Sheet<'_>, facts: &Facts) -> Vec<String> {
    let roles = sheet.policy.roles().iter().map(|role| Some(role.name.as_str()));
    let of = |role: Option<&str>| {
        let of_role = sheet.policy.facts().iter().enumerate().filter(|(_, fact)| fact.name.role() == role);
        let mut known: Vec<String> = of_role
            .filter_map(|(index, fact)| {
                let value = facts.get(FactId::new(index))?;
                Some(format!("{} = {}", sheet.qualified(&fact.name), sheet.value_of_fact(value)))
            })
            .collect();
        known.sort();
        known.join(&sheet.word("list-comma"))
    };
    std::iter::once(None).chain(roles).map(of).filter(|line| !line.is_empty()).collect()
}
