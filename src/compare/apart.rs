//! What lies outside of a comparison: cases that only one text allows, and what was declared otherwise.

use super::Comparison;
use crate::analyse::{Analysis, Count, Side, Undecided};
use crate::policy::{Fact, Party, Policy, QualifiedName};

/// Cases that only one of the texts knows: the other assumes that they do not occur, or has not all members of a scale.
#[derive(Clone, Debug)]
pub struct Apart {
    /// Those that only the old text knows, of all that either knows.
    pub old: Count,
    /// Those that only the new text knows.
    pub new: Count,
}

/// Something that is declared otherwise and does not show in the cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A fact that vanished is taken for one that appeared, because their types and labels are the same.
    TakenForRenamed {
        /// Its name in the old text.
        old: String,
        /// Its name in the new text.
        new: String,
    },
    /// Only one text has a fact.
    OnlyFact {
        /// Which.
        side: Side,
        /// Its name.
        name: String,
    },
    /// Only one text has a member of the scale or enum of a fact that both have.
    OnlyMember {
        /// Which.
        side: Side,
        /// The name of the fact.
        fact: String,
        /// The member.
        member: String,
    },
    /// A case that does not give a fact is decided by another value.
    DefaultChanged {
        /// The name of the fact.
        fact: String,
        /// The value in the old text; unknown where `None`.
        old: Option<String>,
        /// The value in the new text.
        new: Option<String>,
    },
    /// Somebody else decides a judgement, or by another measure.
    JudgementChanged {
        /// The name of the fact.
        fact: String,
    },
    /// The texts prefer different readings; each is compared as it prefers.
    ReadingChanged {
        /// The name of the reading.
        name: String,
        /// What the old text prefers.
        old: String,
        /// What the new text prefers.
        new: String,
    },
    /// The texts are in force at different times; they are compared as if both were on every day.
    InForceOtherwise,
}

impl Comparison {
    /// The cases that only one of the texts allows; `None` where both allow the same ones.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn apart(&self) -> Result<Option<Apart>, Undecided> {
        let woven = &self.compared.woven;
        if woven.allows_the_same() {
            return Ok(None);
        }
        let analysis = Analysis::with(&woven.unbound(), &self.view);
        let allowed = |side: Side| {
            let mut all = analysis.all()?;
            for condition in woven.allowed(side) {
                all = all.and(&analysis.region(condition)?);
            }
            Ok(all)
        };
        let (old, new) = (allowed(Side::Old)?, allowed(Side::New)?);
        // What neither allows is no case at all.
        let either = old.or(&new).count()?;
        let apart = |own: crate::analyse::Region| Ok(own.count()?.out_of(&either));
        let (old, new) = (apart(old.and_not(&new))?, apart(new.and_not(&old))?);
        Ok((!old.is_zero() || !new.is_zero()).then_some(Apart { old, new }))
    }

    /// What is declared otherwise and does not show in the cases, in the order of the old text, then of the new one.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        let woven = &self.compared.woven;
        let (old, new) = (woven.own(Side::Old), woven.own(Side::New));
        let fact = |policy: &Policy, id: Option<crate::policy::FactId>| policy.facts().get(id?.index()).cloned();
        let mut notes = Vec::new();
        if self.in_force.0 != self.in_force.1 {
            notes.push(Note::InForceOtherwise);
        }
        for (own, other) in &woven.matched.by_label {
            if let (Some(own), Some(other)) = (fact(old, Some(*own)), fact(new, Some(*other))) {
                notes.push(Note::TakenForRenamed { old: own.name.to_string(), new: other.name.to_string() });
            }
        }
        for pair in &woven.matched.facts {
            match (fact(old, pair.old), fact(new, pair.new)) {
                (Some(own), Some(other)) => self.shared(&own, &other, &mut notes),
                (Some(only), None) if !only.is_reading => {
                    notes.push(Note::OnlyFact { side: Side::Old, name: only.name.to_string() });
                }
                (None, Some(only)) if !only.is_reading => {
                    notes.push(Note::OnlyFact { side: Side::New, name: only.name.to_string() });
                }
                (Some(reading), None) => notes.extend(self.reading(&reading)),
                (None, Some(_) | None) => {}
            }
        }
        notes
    }

    /// What is declared otherwise of a fact that both texts have.
    fn shared(&self, own: &Fact, other: &Fact, notes: &mut Vec<Note>) {
        let (old, new) = (self.compared.woven.own(Side::Old), self.compared.woven.own(Side::New));
        let name = || other.name.to_string();
        let renamed = |name: String| self.mapping.plain(&name).to_owned();
        let members = |policy: &Policy, fact: &Fact| match fact.kind {
            crate::policy::Type::Enumeration(of) => {
                let of = policy.enumerations().get(of.index());
                of.map(|of| of.members.iter().map(|member| member.name.clone()).collect()).unwrap_or_default()
            }
            _ => Vec::new(),
        };
        let owns: Vec<String> = members(old, own).into_iter().map(renamed).collect();
        let others: Vec<String> = members(new, other);
        let only = |side: Side, these: &[String], those: &[String]| {
            let only = these.iter().filter(|member| !those.contains(member));
            only.map(|member| Note::OnlyMember { side, fact: name(), member: member.clone() }).collect::<Vec<_>>()
        };
        notes.extend(only(Side::Old, &owns, &others));
        notes.extend(only(Side::New, &others, &owns));
        let before = own.default.as_ref().map(|value| renamed(old.show(value)));
        let after = other.default.as_ref().map(|value| new.show(value));
        if before != after {
            notes.push(Note::DefaultChanged { fact: name(), old: before, new: after });
        }
        let judged = |policy: &Policy, fact: &Fact| {
            let judgement = fact.judgement.as_ref()?;
            let judge = judgement.judge.and_then(|party| match party {
                Party::Body(id) => policy.bodies().get(id.index()).map(|body| body.name.clone()),
                Party::Role(id) => policy.roles().get(id.index()).map(|role| role.name.clone()),
            });
            Some((judge, judgement.criterion.clone()))
        };
        let before = judged(old, own).map(|(judge, criterion)| (judge.map(renamed), criterion));
        if before != judged(new, other) {
            notes.push(Note::JudgementChanged { fact: name() });
        }
    }

    /// That both texts have a reading, and prefer it differently.
    fn reading(&self, own: &Fact) -> Option<Note> {
        let (old, new) = (self.compared.woven.own(Side::Old), self.compared.woven.own(Side::New));
        let name: String = self.mapping.qualified(&own.name);
        let is_it = |fact: &&Fact| fact.is_reading && QualifiedName::as_str(&fact.name) == name;
        let other = new.facts().iter().find(is_it)?;
        let before = self.mapping.plain(&old.show(own.default.as_ref()?)).to_owned();
        let after = new.show(other.default.as_ref()?);
        (before != after).then_some(Note::ReadingChanged { name, old: before, new: after })
    }
}
