//! Names, values and clauses as a reader of the regulation calls them: by their labels, in one language.

use crate::diagnostic::{Catalogue, Language};
use crate::policy::{
    BodyId, Clause, ClauseId, Duration, Enumeration, EnumerationId, Fact, FactId, Labels, MemberIndex, Outcome,
    OutcomeId, Party, PeriodUnit, Policy, QualifiedName, RecordId, RoleId, Value,
};

/// The words for what a policy declares.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'p> {
    pub(super) policy: &'p Policy,
    pub(super) catalogue: &'p Catalogue,
    /// The record that the fields at hand belong to, inside a fold.
    pub(super) folded: Option<RecordId>,
}

impl<'p> Words<'p> {
    pub(super) fn new(policy: &'p Policy, catalogue: &'p Catalogue) -> Self {
        Self { policy, catalogue, folded: None }
    }

    pub(super) fn language(&self) -> Language {
        self.catalogue.language()
    }

    /// A text of the catalogue without arguments.
    pub(super) fn word(&self, id: &str) -> String {
        self.catalogue.passage(id, &[])
    }

    /// A text of the catalogue.
    pub(super) fn say(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.catalogue.passage(id, args)
    }

    /// The label, else the name.
    pub(super) fn label(&self, name: &str, labels: &Labels) -> String {
        labels.get(self.language()).unwrap_or(name).to_owned()
    }

    /// The label of something that may belong to a role, which is named too.
    fn qualified(&self, name: &QualifiedName, labels: &Labels) -> String {
        let own = self.label(name.own(), labels);
        match name.role() {
            Some(role) => {
                let role = self.role_called(role);
                // A label that names the role needs no second mention of it.
                if own.contains(&role) { own } else { self.say("render-of-role", &[("name", &own), ("role", &role)]) }
            }
            None => own,
        }
    }

    fn role_called(&self, name: &str) -> String {
        let role = self.policy.roles().iter().find(|role| role.name == name);
        role.map_or_else(|| name.to_owned(), |role| self.label(&role.name, &role.labels))
    }

    /// The title of the regulation.
    pub(super) fn title(&self) -> String {
        self.label(self.policy.name(), self.policy.labels())
    }

    pub(super) fn fact(&self, id: FactId) -> String {
        self.policy.facts().get(id.index()).map_or_else(String::new, |fact| self.fact_named(fact))
    }

    pub(super) fn fact_named(&self, fact: &Fact) -> String {
        self.qualified(&fact.name, &fact.labels)
    }

    pub(super) fn outcome(&self, id: OutcomeId) -> String {
        self.policy.outcomes().get(id.index()).map_or_else(String::new, |outcome| self.outcome_named(outcome))
    }

    pub(super) fn outcome_named(&self, outcome: &Outcome) -> String {
        self.qualified(&outcome.name, &outcome.labels)
    }

    pub(super) fn define(&self, id: crate::policy::DefineId) -> String {
        let define = self.policy.data().defines.get(id.index());
        define.map_or_else(String::new, |define| self.qualified(&define.name, &define.labels))
    }

    pub(super) fn body(&self, id: BodyId) -> String {
        let body = self.policy.bodies().get(id.index());
        body.map_or_else(String::new, |body| self.label(&body.name, &body.labels))
    }

    pub(super) fn role(&self, id: RoleId) -> String {
        let role = self.policy.roles().get(id.index());
        role.map_or_else(String::new, |role| self.label(&role.name, &role.labels))
    }

    pub(super) fn party(&self, party: Party) -> String {
        match party {
            Party::Body(id) => self.body(id),
            Party::Role(id) => self.role(id),
        }
    }

    pub(super) fn enumeration(&self, id: EnumerationId) -> Option<&'p Enumeration> {
        self.policy.enumerations().get(id.index())
    }

    pub(super) fn member(&self, of: EnumerationId, index: MemberIndex) -> String {
        let member = self.enumeration(of).and_then(|of| of.members.get(index.index()));
        member.map_or_else(String::new, |member| self.label(&member.name, &member.labels))
    }

    pub(super) fn clause(&self, id: ClauseId) -> Option<&'p Clause> {
        self.policy.clauses().get(id.index())
    }

    /// `8(1)`, or the number of a rule that stands in no article.
    pub(super) fn citation(&self, clause: &Clause) -> String {
        match clause.citation.strip_prefix("rule ") {
            Some(number) => self.say("show-rule", &[("number", number)]),
            None => clause.citation.clone(),
        }
    }

    pub(super) fn cited(&self, id: ClauseId) -> String {
        self.clause(id).map_or_else(String::new, |clause| self.citation(clause))
    }

    /// The citations of clauses as a list, each once.
    pub(super) fn cited_all(&self, ids: impl IntoIterator<Item = ClauseId>) -> String {
        let mut seen: Vec<ClauseId> = Vec::new();
        for id in ids {
            if !seen.contains(&id) {
                seen.push(id);
            }
        }
        self.list(seen.into_iter().map(|id| self.cited(id)))
    }

    /// The clause's own label.
    pub(super) fn gloss(&self, clause: &'p Clause) -> Option<&'p str> {
        clause.labels.get(self.language())
    }

    /// The clause as it is cited, with its label, else that of the nearest clause around it.
    pub(super) fn clause_named(&self, id: ClauseId) -> String {
        let Some(clause) = self.clause(id) else { return String::new() };
        let citation = self.citation(clause);
        match self.gloss(clause).or_else(|| self.gloss_around(clause)) {
            Some(label) => format!("{citation} {label}"),
            None => citation,
        }
    }

    fn gloss_around(&self, clause: &Clause) -> Option<&'p str> {
        let numbers = clause.path.as_ref()?.numbers();
        (1..numbers.len()).rev().find_map(|depth| {
            let is_above =
                |other: &&Clause| other.path.as_ref().is_some_and(|path| Some(path.numbers()) == numbers.get(..depth));
            self.policy.clauses().iter().find(is_above).and_then(|above| self.gloss(above))
        })
    }

    /// A period with the name of its unit.
    pub(super) fn period(&self, period: Duration) -> String {
        let (id, count) = match period.unit {
            PeriodUnit::Days => ("period-days", period.count),
            PeriodUnit::WorkingDays => ("period-working-days", period.count),
            PeriodUnit::Months if period.count != 0 && period.count % 12 == 0 => ("period-years", period.count / 12),
            PeriodUnit::Months => ("period-months", period.count),
        };
        self.catalogue.text(id, &[("count", crate::diagnostic::Arg::Number(count))])
    }

    /// A value as a reader writes it.
    pub(super) fn value(&self, value: &Value) -> String {
        match value {
            Value::Bool(true) => self.word("value-true"),
            Value::Bool(false) => self.word("value-false"),
            Value::Never => self.word("value-never"),
            Value::Member(of, index) => self.member(*of, *index),
            Value::Duration(period) => self.period(*period),
            Value::Int(_) | Value::Decimal(_) | Value::Money(_) | Value::Date(_) | Value::List(..) => {
                self.policy.show(value)
            }
        }
    }

    /// `a, b, c`.
    pub(super) fn list(&self, words: impl IntoIterator<Item = String>) -> String {
        words.into_iter().collect::<Vec<_>>().join(&self.word("list-comma"))
    }

    /// `a, b or c`.
    pub(super) fn either(&self, words: Vec<String>) -> String {
        self.joined(words, "render-or")
    }

    /// `a, b and c`.
    pub(super) fn both(&self, words: Vec<String>) -> String {
        self.joined(words, "render-and")
    }

    fn joined(&self, mut words: Vec<String>, last_joint: &str) -> String {
        let Some(last) = words.pop() else { return String::new() };
        if words.is_empty() {
            return last;
        }
        format!("{}{}{last}", self.list(words), self.word(last_joint))
    }
}
