//! Names, values and clauses in the language of a reader, safe to print.

use crate::diagnostic::{Arg, Catalogue, visible};
use crate::policy::{Clause, Labels, Outcome, OutcomeValues, Policy, QualifiedName};

/// The names of a policy in the language of a catalogue.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    pub(crate) policy: &'a Policy,
    pub(crate) catalogue: &'a Catalogue,
}

impl Words<'_> {
    /// A word of the catalogue.
    pub(crate) fn word(&self, id: &str) -> String {
        self.catalogue.text(id, &[])
    }

    /// A name with its label.
    pub(crate) fn named(&self, name: &str, labels: &Labels) -> String {
        self.labelled(name, visible(name).into_owned(), labels)
    }

    /// The name of a fact or an outcome with its label: in Chinese the role comes first.
    pub(crate) fn qualified_named(&self, name: &QualifiedName, labels: &Labels) -> String {
        self.labelled(name, self.qualified(name), labels)
    }

    fn labelled(&self, name: &str, shown: String, labels: &Labels) -> String {
        match labels.get(self.catalogue.language()) {
            Some(label) if label != name => format!("{shown} ({})", visible(label)),
            Some(_) | None => shown,
        }
    }

    /// `careless of driver`, in Chinese `driver 的 careless`.
    pub(crate) fn qualified(&self, name: &QualifiedName) -> String {
        match name.role() {
            Some(role) => {
                let args: [(&str, Arg); 2] =
                    [("name", visible(name.own()).as_ref().into()), ("role", visible(role).as_ref().into())];
                self.catalogue.text("show-of-role", &args)
            }
            None => visible(name).into_owned(),
        }
    }

    /// Values of an outcome from light to heavy, with their labels.
    pub(crate) fn values(&self, outcome: &Outcome, names: &[String], none: bool) -> String {
        let mut words: Vec<String> = Vec::new();
        if none {
            words.push(self.word("value-none"));
        }
        words.extend(names.iter().map(|name| self.value(outcome, name)));
        match outcome.values {
            OutcomeValues::Members(_) => words.join(" < "),
            OutcomeValues::Amounts(_) => words.join(&self.word("value-or")),
        }
    }

    /// One value of an outcome with its label, or an interval of amounts.
    pub(crate) fn value(&self, outcome: &Outcome, name: &str) -> String {
        match outcome.values {
            OutcomeValues::Members(of) => {
                let members = self.policy.enumerations().get(of.index()).map(|of| of.members.as_slice());
                let member = members.unwrap_or_default().iter().find(|member| member.name == name);
                member.map_or_else(|| visible(name).into_owned(), |member| self.named(&member.name, &member.labels))
            }
            OutcomeValues::Amounts(_) => self.interval(name),
        }
    }

    /// A result by its word in JSON: a value with its label, "no measure", or a status.
    pub(crate) fn result(&self, outcome: &Outcome, word: &str) -> String {
        match word {
            "none" => self.word("value-none"),
            "exempt" => self.word("status-exempt"),
            "not_addressed" => self.word("status-not-addressed"),
            "conflict" => self.word("status-conflict"),
            "out_of_scope" => self.word("status-out-of-scope"),
            value => self.value(outcome, value),
        }
    }

    /// An interval in words: `3 months .. 6 months`, `> 200.00 CNY`.
    fn interval(&self, words: &str) -> String {
        let end = |end: &str| match end.split_once(' ') {
            Some((sign @ ("<" | ">" | "≥" | "≤"), amount)) => format!("{sign} {}", self.amount(amount)),
            _ => self.amount(end),
        };
        words.split(" .. ").map(end).collect::<Vec<_>>().join(" .. ")
    }

    /// An amount with the name of its unit; currencies have the same name in every language.
    pub(crate) fn amount(&self, words: &str) -> String {
        let unit = words.split_once(' ').and_then(|(count, unit)| {
            let id = match unit {
                "day" | "days" => "period-days",
                "working day" | "working days" => "period-working-days",
                "month" | "months" => "period-months",
                "year" | "years" => "period-years",
                _ => return None,
            };
            Some((id, count.parse::<i64>().ok()?))
        });
        match unit {
            Some((id, count)) => self.catalogue.text(id, &[("count", Arg::Number(count))]),
            None => visible(words).into_owned(),
        }
    }

    /// A clause as it is cited, with its label.
    pub(crate) fn clause(&self, citation: &str) -> String {
        let clause = self.policy.clauses().iter().find(|clause| clause.citation == citation);
        let cited = self.citation(citation);
        match clause.and_then(|clause| self.clause_label(clause)) {
            Some(label) => format!("{cited} {}", visible(label)),
            None => cited,
        }
    }

    /// `8(1)`, and in words the number of a rule that stands in no article.
    pub(crate) fn citation(&self, citation: &str) -> String {
        match citation.strip_prefix("rule ") {
            Some(number) => self.catalogue.text("show-rule", &[("number", number.into())]),
            None => citation.to_owned(),
        }
    }

    /// The clause's label, else that of the nearest clause around it.
    fn clause_label<'c>(&'c self, clause: &'c Clause) -> Option<&'c str> {
        let language = self.catalogue.language();
        if let Some(label) = clause.labels.get(language) {
            return Some(label);
        }
        let numbers = clause.path.as_ref()?.numbers();
        (1..numbers.len()).rev().find_map(|depth| {
            let above = self
                .policy
                .clauses()
                .iter()
                .find(|other| other.path.as_ref().is_some_and(|path| Some(path.numbers()) == numbers.get(..depth)));
            above.and_then(|above| above.labels.get(language))
        })
    }

    pub(crate) fn bodies(&self, names: &[String]) -> String {
        let words: Vec<String> = names.iter().map(|name| self.party(name)).collect();
        words.join(&self.word("list-comma"))
    }

    /// A body, or whoever holds a role, by name.
    pub(crate) fn party(&self, name: &str) -> String {
        let body = self.policy.bodies().iter().find(|body| body.name == name).map(|body| &body.labels);
        let role = || self.policy.roles().iter().find(|role| role.name == name).map(|role| &role.labels);
        body.or_else(role).map_or_else(|| visible(name).into_owned(), |labels| self.named(name, labels))
    }

    /// Facts by name, with their labels; the name of an outcome stands for what the authority chose.
    pub(crate) fn facts(&self, names: &[String]) -> Vec<String> {
        let word = |name: &String| {
            let fact = self.policy.facts().iter().find(|fact| fact.name.as_str() == name);
            if let Some(fact) = fact {
                return self.qualified_named(&fact.name, &fact.labels);
            }
            let outcome = self.policy.outcomes().iter().find(|outcome| outcome.name.as_str() == name);
            match outcome {
                Some(outcome) => {
                    let outcome = self.qualified_named(&outcome.name, &outcome.labels);
                    self.catalogue.text("show-ask-choice", &[("outcome", outcome.into())])
                }
                None => visible(name).into_owned(),
            }
        };
        names.iter().map(word).collect()
    }
}
