//! Proofs as lists inside lists.

use super::page::Item;
use super::{Narrator, long};
use crate::explain::explanation::{CitedFact, LackingCondition, Proof, ProofKind};
use crate::policy::{Fact, Type};

/// The facts that an outcome cites, to be shown where conditions mention them.
pub(super) type Known<'f> = &'f [CitedFact];

impl Narrator<'_> {
    /// A proof; what has only one part is that part.
    pub(super) fn proof(self, proof: &Proof, known: Known<'_>) -> Item {
        let parts = || proof.parts.iter().map(|part| self.proof(part, known)).collect::<Vec<_>>();
        match (proof.kind, proof.parts.as_slice()) {
            (ProofKind::All | ProofKind::Any | ProofKind::Implies, [only]) => self.proof(only, known),
            (ProofKind::All, _) => Item::with(self.word(state("proof-all", proof.holds)), parts()),
            (ProofKind::Any, _) => Item::with(self.word(state("proof-any", proof.holds)), parts()),
            (ProofKind::Implies, _) => Item::with(self.word(state("proof-implies", proof.holds)), parts()),
            (ProofKind::Not, _) => Item::with(self.word(state("proof-not", proof.holds)), parts()),
            (ProofKind::Define | ProofKind::Atom | ProofKind::Outcome, _) => {
                Item::with(self.atom(proof, known), parts())
            }
        }
    }

    fn atom(self, proof: &Proof, known: Known<'_>) -> String {
        let condition = proof.condition.clone().unwrap_or_default();
        let labelled = match proof.kind {
            ProofKind::Define => self.define(&condition),
            ProofKind::All
            | ProofKind::Any
            | ProofKind::Not
            | ProofKind::Implies
            | ProofKind::Outcome
            | ProofKind::Atom => condition,
        };
        let text = self.say(state("proof-atom", proof.holds), &[("condition", long(labelled))]);
        let facts = self.facts_of(&proof.facts, known);
        if facts.is_empty() { text } else { format!("{text}{}{facts}", self.word("explain-colon")) }
    }

    /// A define with its label.
    fn define(self, name: &str) -> String {
        let found = self.words.policy.data().defines.iter().find(|define| &*define.name == name);
        found.map_or_else(|| name.to_owned(), |define| self.words.qualified_named(&define.name, &define.labels))
    }

    /// `level of the incident = critical, reported as required = false`; what is not cited is left out.
    pub(super) fn facts_of(self, names: &[String], known: Known<'_>) -> String {
        let cited = names.iter().filter_map(|name| known.iter().find(|fact| fact.name == *name));
        self.joined(cited.map(|fact| self.fact(fact)))
    }

    /// `level of the incident = critical`.
    pub(super) fn fact(self, cited: &CitedFact) -> String {
        let Some(fact) = self.declared(&cited.name) else { return format!("{} = {}", cited.name, cited.value) };
        let role = fact.name.role();
        let label = match fact.labels.get(self.words.catalogue.language()) {
            Some(label) => self.with_role(label, role),
            None => self.words.qualified(&fact.name),
        };
        format!("{label} = {}", self.value(fact, &cited.value))
    }

    fn with_role(self, label: &str, role: Option<&str>) -> String {
        let Some(role) = role else { return label.to_owned() };
        let declared = self.words.policy.roles().iter().find(|declared| declared.name == role);
        let language = self.words.catalogue.language();
        let role = declared.and_then(|declared| declared.labels.get(language)).unwrap_or(role);
        self.say("explain-of-role", &[("name", label.into()), ("role", role.into())])
    }

    pub(super) fn declared(&self, name: &str) -> Option<&Fact> {
        self.words.policy.facts().iter().find(|fact| &*fact.name == name)
    }

    /// A value of a fact with its label.
    pub(super) fn value(self, fact: &Fact, value: &str) -> String {
        match fact.kind {
            Type::Bool if value == "true" => self.word("value-true"),
            Type::Bool => self.word("value-false"),
            Type::Date if value == "never" => self.word("value-never"),
            Type::Duration => self.words.amount(value),
            Type::List(_) => self.word("explain-records"),
            Type::Enumeration(of) => {
                let members = self.words.policy.enumerations().get(of.index()).map(|of| of.members.as_slice());
                let member = members.unwrap_or_default().iter().find(|member| member.name == value);
                let label = member.and_then(|member| member.labels.get(self.words.catalogue.language()));
                label.unwrap_or(value).to_owned()
            }
            Type::Int | Type::Decimal | Type::Money | Type::Date => value.to_owned(),
        }
    }

    /// What a rule lacks.
    pub(super) fn lacking(self, lacking: &LackingCondition) -> String {
        let condition = lacking.condition.as_str();
        let id = match (lacking.wanted, lacking.unknown) {
            (true, false) => "lacking-holds",
            (false, false) => "lacking-fails",
            (true, true) => "lacking-holds-unknown",
            (false, true) => "lacking-fails-unknown",
        };
        let text = self.say(id, &[("condition", long(condition))]);
        if lacking.within.is_empty() {
            return text;
        }
        let within = self.joined(lacking.within.iter().map(|name| self.define(name)));
        format!("{text} {}", self.say("lacking-within", &[("defines", long(within))]))
    }
}

/// The words for what a condition comes to.
fn state(id: &'static str, holds: Option<bool>) -> &'static str {
    match (id, holds) {
        ("proof-all", Some(true)) => "proof-all-holds",
        ("proof-all", Some(false)) => "proof-all-fails",
        ("proof-all", None) => "proof-all-open",
        ("proof-any", Some(true)) => "proof-any-holds",
        ("proof-any", Some(false)) => "proof-any-fails",
        ("proof-any", None) => "proof-any-open",
        ("proof-implies", Some(true)) => "proof-implies-holds",
        ("proof-implies", Some(false)) => "proof-implies-fails",
        ("proof-implies", None) => "proof-implies-open",
        ("proof-not", Some(true)) => "proof-not-holds",
        ("proof-not", Some(false)) => "proof-not-fails",
        ("proof-not", None) => "proof-not-open",
        (_, Some(true)) => "proof-holds",
        (_, Some(false)) => "proof-fails",
        (_, None) => "proof-open",
    }
}
