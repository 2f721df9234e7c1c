//! `C0022`: a declaration that nothing uses.
//!
//! A fact that no rule asks for looks as if it mattered; a body that does nothing looks as if it had a say. Tests do not
//! count as use: a test may give every fact. What only an unused define mentions is not reported besides it. Files that
//! several policies use may declare more than one of them needs, and so may a file that holds declarations only.

use super::Subject;
use super::mentioned::{Space, declared};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{
    BodyId, DeadlineStart, DefineId, EnumerationId, Expr, ExprKind, FactId, ParamId, Party, Policy, PropertyKind,
    RecordId, RoleId, Rule, Type, Walk,
};
use crate::source::Span;
use std::collections::BTreeSet;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let Some(own) = policy.clauses().first().map(|clause| clause.span.source) else { return Vec::new() };
    let unused = Uses::of(policy).unused(policy).into_iter().filter(|(_, _, span)| span.source == own);
    unused
        .map(|(kind, name, span)| Diagnostic::new(Code::UnusedDeclaration, span).with("kind", kind).with("name", name))
        .collect()
}

/// What is used somewhere.
#[derive(Default)]
struct Uses {
    facts: BTreeSet<FactId>,
    defines: BTreeSet<DefineId>,
    enumerations: BTreeSet<EnumerationId>,
    records: BTreeSet<RecordId>,
    bodies: BTreeSet<BodyId>,
    roles: BTreeSet<RoleId>,
}

impl Uses {
    fn of(policy: &Policy) -> Self {
        let mut uses = Self::default();
        uses.note_types(policy);
        uses.note_bodies(policy);
        uses.note_roles(policy);
        uses.facts.extend(policy.dated_by());
        for ensured in policy.ensures() {
            if let PropertyKind::RisesWith(fact) | PropertyKind::Ignores(fact) = ensured.property {
                uses.facts.insert(fact);
            }
        }
        let deadlines = policy.procedures().iter().flat_map(|one| &one.steps).filter_map(|one| one.deadline.as_ref());
        for deadline in deadlines {
            if let DeadlineStart::Fact(fact) = deadline.from {
                uses.facts.insert(fact);
            }
        }
        let mut walk = Walk::new(policy.data());
        for root in roots(policy) {
            walk.visit(root, &mut |part| uses.note(policy, part));
        }
        // A define that nothing uses is the cause; what it mentions is not.
        for define in &policy.data().defines {
            walk.visit(&define.value, &mut |part| uses.note(policy, part));
        }
        uses
    }

    fn note(&mut self, policy: &Policy, part: &Expr) {
        match &part.kind {
            ExprKind::Fact(id) => {
                self.facts.insert(*id);
            }
            ExprKind::Fold(id) => self.facts.extend(policy.data().folds.get(id.index()).map(|fold| fold.list)),
            ExprKind::Define(id) => {
                self.defines.insert(*id);
            }
            _ => {}
        }
    }

    fn note_types(&mut self, policy: &Policy) {
        let facts = policy.facts().iter().map(|fact| fact.kind);
        let fields = policy.records().iter().flat_map(|record| &record.fields).map(|field| field.kind);
        let params = policy.params().iter().map(|param| param.kind);
        let outcomes = policy.outcomes().iter().map(|outcome| outcome.values.value_type());
        for kind in facts.chain(fields).chain(params).chain(outcomes) {
            match kind {
                Type::Enumeration(id) => {
                    self.enumerations.insert(id);
                }
                Type::List(id) => {
                    self.records.insert(id);
                }
                Type::Bool | Type::Int | Type::Decimal | Type::Money | Type::Date | Type::Duration => {}
            }
        }
    }

    fn note_bodies(&mut self, policy: &Policy) {
        for outcome in policy.outcomes() {
            let deciders = outcome.deciders.iter().flat_map(|one| one.bodies.iter().chain(&one.approved_by));
            self.bodies.extend(deciders.chain(outcome.enforcers.iter().flat_map(|one| &one.bodies)));
        }
        self.bodies.extend(policy.procedures().iter().flat_map(|one| &one.escalations).map(|one| one.to));
        self.bodies.extend(policy.hierarchies().iter().flat_map(|one| &one.levels));
        let judges = policy.facts().iter().filter_map(|fact| fact.judgement.as_ref()?.judge);
        let bearers = policy.duties().iter().filter_map(|duty| duty.bearer);
        let steps = policy.procedures().iter().flat_map(|one| &one.steps);
        let actors = steps.flat_map(|step| step.actors.iter().chain(&step.consent)).copied();
        for party in judges.chain(bearers).chain(actors) {
            match party {
                Party::Body(id) => {
                    self.bodies.insert(id);
                }
                Party::Role(id) => {
                    self.roles.insert(id);
                }
            }
        }
    }

    fn note_roles(&mut self, policy: &Policy) {
        let facts = policy.facts().iter().filter_map(|fact| fact.name.role());
        let defines = policy.data().defines.iter().filter_map(|define| define.name.role());
        let outcomes = policy.outcomes().iter().filter_map(|outcome| outcome.name.role());
        let named: BTreeSet<&str> = facts.chain(defines).chain(outcomes).collect();
        let roles = policy.roles().iter().enumerate().filter(|(_, role)| named.contains(role.name.as_str()));
        self.roles.extend(roles.map(|(index, _)| RoleId::new(index)));
    }

    /// The declarations that are not among them: of which kind, their name and place.
    fn unused<'p>(&self, policy: &'p Policy) -> Vec<(&'static str, &'p str, Span)> {
        let mut unused = Vec::new();
        for (id, fact) in policy.fact_ids().zip(policy.facts()) {
            let kind = match (fact.is_reading, &fact.judgement) {
                (true, _) => "reading",
                (false, Some(_)) => "judgement",
                (false, None) => "fact",
            };
            if !self.facts.contains(&id) {
                unused.push((kind, fact.name.as_str(), fact.span));
            }
        }
        for (index, param) in policy.params().iter().enumerate() {
            if !policy.data().params_used.contains(&ParamId::new(index)) {
                unused.push(("param", param.name.as_str(), param.span));
            }
        }
        let spaces = [Space::Values, Space::Types, Space::Bodies, Space::Roles];
        let [values, types, bodies, roles] = spaces.map(|space| Names { policy, space });
        for (index, define) in policy.data().defines.iter().enumerate() {
            let is_used = self.defines.contains(&DefineId::new(index));
            unused.extend(values.place("define", define.name.as_str(), is_used));
        }
        for (index, one) in policy.enumerations().iter().enumerate() {
            unused.extend(types.place("scale", &one.name, self.enumerations.contains(&EnumerationId::new(index))));
        }
        for (index, one) in policy.records().iter().enumerate() {
            unused.extend(types.place("record", &one.name, self.records.contains(&RecordId::new(index))));
        }
        for (index, one) in policy.bodies().iter().enumerate() {
            unused.extend(bodies.place("body", &one.name, self.bodies.contains(&BodyId::new(index))));
        }
        for (index, one) in policy.roles().iter().enumerate() {
            unused.extend(roles.place("role", &one.name, self.roles.contains(&RoleId::new(index))));
        }
        unused
    }
}

/// A space of names, in which the place of a declaration is looked up.
struct Names<'p> {
    policy: &'p Policy,
    space: Space,
}

impl<'p> Names<'p> {
    fn place(&self, kind: &'static str, name: &'p str, is_used: bool) -> Option<(&'static str, &'p str, Span)> {
        let place = (!is_used).then(|| declared(self.policy, self.space, name)).flatten();
        place.map(|span| (kind, name, span))
    }
}

/// Every expression outside of defines.
fn roots(policy: &Policy) -> impl Iterator<Item = &Expr> {
    let rules = policy.rules().iter().flat_map(Rule::expressions);
    let outcomes = policy.outcomes().iter().flat_map(|outcome| outcome.conditions().chain(outcome.part_conditions()));
    let duties = policy.duties().iter().flat_map(|duty| duty.when.iter().chain(&duty.must).chain(&duty.due));
    let procedures = policy.procedures().iter().flat_map(|procedure| {
        let steps = procedure.steps.iter();
        let own = steps.flat_map(|step| step.when.iter().chain(step.deadline.as_ref().map(|one| &one.period)));
        own.chain(procedure.escalations.iter().map(|one| &one.after))
    });
    let effects = policy.effects().iter().filter_map(|effect| effect.period.as_ref());
    let cap = policy.effect_cap().map(|cap| &cap.period);
    let data = policy.data();
    let assumed = data.assumptions.iter().map(|one| &one.condition);
    let scopes = data.scopes.iter().map(|one| &one.condition);
    let ensured = policy.ensures().iter().filter_map(|one| one.when.as_ref());
    let decided = rules.chain(outcomes).chain(duties).chain(procedures);
    decided.chain(effects).chain(cap).chain(assumed).chain(scopes).chain(ensured)
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::lint;
    use crate::lint::testing::{arg, found_of};
    use crate::policy::check_with;
    use std::collections::BTreeMap;

    #[test]
    fn each_unused_declaration_is_found_once() {
        let policy = "scale measure { reminder < notice }
scale colour { red < blue }
record past { year: int }
body board
role driver
fact late: bool
fact idle: bool
fact aside: bool
judgement grave: bool
define wrong = aside
define both = late
param days = 3 days
reading colon { either, all } prefer either
outcome sanction: measure combine heaviest
article 1 { if both then sanction = notice }
test \"given\" { given late = true, idle = true expect sanction = notice }";
        let found = found_of(Code::UnusedDeclaration, policy);
        let shown: Vec<String> = found.iter().map(|(one, place)| format!("{} {place}", arg(one, "kind"))).collect();
        let wanted = [
            "scale colour",
            "record past",
            "body board",
            "role driver",
            "fact idle",
            "judgement grave",
            "define wrong",
            "param days",
            "reading colon",
        ];
        assert_eq!(shown, wanted);
    }

    #[test]
    fn whatever_is_used_in_any_way_is_not() {
        let policy = "scale measure { reminder < notice }
scale rank { low < high }
record past { kind: rank, on: date }
body board
body county
body city
role driver
role leader
fact day: date
fact received: date
fact rank: rank
fact history of driver: list of past
judgement grave: bool by county
define many of driver = count history of driver
param most = 2
param days = 3 days
reading colon { either, all } prefer either
outcome sanction of driver: measure combine heaviest
article 1 { if many of driver ≥ most and grave and colon = either then sanction of driver = notice }
article 2 { authority for sanction of driver { decided by board enforced by city } }
article 3 { ensure sanction of driver ignores rank }
article 4 { procedure pursuit { step hear by leader within days of received } }
article 5 { applies when day within 1 year before received }";
        assert_eq!(found_of(Code::UnusedDeclaration, policy), []);
    }

    #[test]
    fn shared_files_may_declare_more_than_one_policy_needs() {
        let shared = "body board\nbody county";
        let texts = BTreeMap::from([
            ("a.policy".to_owned(), "use \"b.policy\"\narticle 1 not modelled \"purpose\"".to_owned()),
            ("b.policy".to_owned(), shared.to_owned()),
        ]);
        assert!(lint(&check_with(&texts, "a.policy").policy.expect("it is sound")).is_empty());
        assert_eq!(found_of(Code::UnusedDeclaration, shared), []);
    }
}
