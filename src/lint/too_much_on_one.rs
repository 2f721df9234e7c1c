//! `U0001`: too much on one.
//!
//! One body or role has more than [`MOST`] tasks, and more than half of all that the policy gives out: duties and
//! prohibitions that it has to keep, steps that it takes, measures and judgements that it decides. Where one has to do
//! everything, nothing is looked after, and nobody looks after the one. A policy that names only one party gives no
//! choice and is left alone.

use super::Subject;
use super::mentioned::{Space, declared};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{BodyId, Party, Policy, RoleId};
use crate::source::Span;
use crate::syntax::ast::DutyKind;

/// The most tasks of one body or role that are never too many.
const MOST: usize = 10;

/// The tasks of one party.
#[derive(Clone, Copy, Default)]
struct Tasks {
    duties: usize,
    steps: usize,
    decisions: usize,
    judgements: usize,
}

impl Tasks {
    fn count(self) -> usize {
        self.duties + self.steps + self.decisions + self.judgements
    }
}

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let bodies = policy.bodies().iter().enumerate();
    let bodies = bodies.map(|(index, body)| (Party::Body(BodyId::new(index)), body.name.as_str()));
    let roles = policy.roles().iter().enumerate();
    let roles = roles.map(|(index, role)| (Party::Role(RoleId::new(index)), role.name.as_str()));
    let parties: Vec<(&str, Span, Tasks)> = bodies
        .chain(roles)
        .filter_map(|(party, name)| Some((name, place(policy, party, name)?, tasks(policy, party))))
        .collect();
    let all: usize = parties.iter().map(|(_, _, tasks)| tasks.count()).sum();
    let is_too_much = |tasks: Tasks| parties.len() > 1 && tasks.count() > MOST && tasks.count() * 2 > all;
    let burdened = parties.iter().filter(|(_, _, tasks)| is_too_much(*tasks));
    burdened
        .map(|(name, span, tasks)| {
            let finding = Diagnostic::new(Code::TooMuchOnOne, *span).with("name", *name).with("count", tasks.count());
            let finding = finding.with("total", all).with("duties", tasks.duties).with("steps", tasks.steps);
            finding.with("decisions", tasks.decisions).with("judgements", tasks.judgements)
        })
        .collect()
}

fn tasks(policy: &Policy, party: Party) -> Tasks {
    let duties = policy.duties().iter().filter(|duty| duty.kind != DutyKind::Right && duty.bearer == Some(party));
    let steps = policy.procedures().iter().flat_map(|one| &one.steps).filter(|step| step.actors.contains(&party));
    let is_decided = |bodies: &[BodyId]| matches!(party, Party::Body(id) if bodies.contains(&id));
    let decisions = policy.outcomes().iter().flat_map(|outcome| &outcome.deciders);
    let judgements = policy.facts().iter().filter_map(|fact| fact.judgement.as_ref()?.judge);
    Tasks {
        duties: duties.count(),
        steps: steps.count(),
        decisions: decisions.filter(|one| is_decided(&one.bodies) || is_decided(&one.approved_by)).count(),
        judgements: judgements.filter(|judge| *judge == party).count(),
    }
}

/// Where a body or a role is declared.
fn place(policy: &Policy, party: Party, name: &str) -> Option<Span> {
    match party {
        Party::Body(_) => declared(policy, Space::Bodies, name),
        Party::Role(_) => declared(policy, Space::Roles, name),
    }
}

#[cfg(test)]
mod tests {
    use super::MOST;
    use crate::diagnostic::Code;
    use crate::lint::testing::{arg, found_of};

    fn policy(of_board: usize, of_county: usize) -> String {
        let judgement = |body: &str, number: usize| format!("judgement {body}_{number}: bool by {body}\n");
        let of_board: String = (2..of_board).map(|number| judgement("board", number)).collect();
        let of_county: String = (0..of_county).map(|number| judgement("county", number)).collect();
        format!(
            "body board\nbody county\nfact done: bool\nscale measure {{ reminder < notice }}\n{of_board}{of_county}
outcome sanction: measure combine heaviest
article 1 {{ duty act of board {{ must done on breach sanction = notice }} }}
article 2 {{ authority for sanction {{ decided by board }} }}"
        )
    }

    #[test]
    fn more_than_the_limit_and_more_than_half_is_found() {
        let found = found_of(Code::TooMuchOnOne, &policy(MOST + 1, MOST));
        let [(finding, place)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(place, "board");
        assert_eq!(["count", "total", "duties", "decisions"].map(|name| arg(finding, name)), ["11", "21", "1", "1"]);
    }

    #[test]
    fn the_limit_itself_and_an_even_share_are_not() {
        assert_eq!(found_of(Code::TooMuchOnOne, &policy(MOST, 0)), []);
        assert_eq!(found_of(Code::TooMuchOnOne, &policy(MOST + 1, MOST + 1)), []);
    }
}
