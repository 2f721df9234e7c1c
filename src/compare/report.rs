//! A comparison as plain data, for programs.

use super::{Apart, Change, Comparison, Note, OutcomeChanges, ProvisionChange, Ruling};
use crate::analyse::{Count, DecidedTwice, Side, Undecided};
use crate::decide::OutcomeDecision;
use crate::diagnostic::Phrase;
use crate::lint::prose;
use crate::policy::FactId;
use serde_json::{Value as Json, json};

/// The version of the shape.
const FORMAT: u32 = 1;

impl Comparison {
    /// The comparison as `policyc diff --format json` prints it.
    #[must_use]
    pub fn report(
        &self,
        outcomes: &[OutcomeChanges],
        provisions: &[ProvisionChange],
        apart: &Result<Option<Apart>, Undecided>,
    ) -> Json {
        let is_decided = outcomes.iter().all(|outcome| outcome.undecided.is_none()) && apart.is_ok();
        let apart = apart.as_ref().ok().and_then(Option::as_ref);
        let [old, new] = Side::BOTH.map(|side| self.own(side).name().to_owned());
        json!({
            "format": FORMAT,
            "old": old,
            "new": new,
            "same": outcomes.iter().all(OutcomeChanges::is_same) && provisions.is_empty(),
            "decided": is_decided,
            "notes": self.notes().iter().map(note_json).collect::<Vec<_>>(),
            "only_old": apart.map(|apart| count_json(&apart.old)),
            "only_new": apart.map(|apart| count_json(&apart.new)),
            "outcomes": outcomes.iter().map(|outcome| self.outcome_json(outcome)).collect::<Vec<_>>(),
            "provisions": provisions.iter().map(provision_json).collect::<Vec<_>>(),
        })
    }

    fn outcome_json(&self, outcome: &OutcomeChanges) -> Json {
        let changes: Vec<Json> =
            outcome.changes.iter().map(|change| self.change_json(&outcome.outcome, change)).collect();
        json!({
            "name": outcome.outcome,
            "in_old": outcome.sides.contains(&Side::Old),
            "in_new": outcome.sides.contains(&Side::New),
            "decided": outcome.undecided.is_none(),
            "changed": outcome.count.as_ref().map(count_json),
            "changes": changes,
        })
    }

    fn change_json(&self, outcome: &str, change: &Change) -> Json {
        json!({
            "effect": change.effect,
            "clash": change.clash,
            "falls": change.falls,
            "rises": change.rises,
            "cases": change.count.as_ref().ok().map(count_json),
            "exact": change.is_exact(),
            "old": ruling_json(&change.old),
            "new": ruling_json(&change.new),
            "where": self.conditions(&change.region).map(|words| words.english).ok(),
            "case": change.case.as_ref().ok().map(|case| case_json(outcome, case, self)),
        })
    }

    /// A region in few conditions.
    ///
    /// # Errors
    /// A written limit was reached.
    pub(crate) fn conditions(&self, region: &crate::analyse::Region) -> Result<Phrase, crate::analyse::Undecided> {
        prose::region(&self.compared.woven.policy, region).map(|words| with_sides(&words))
    }

    /// A case by the facts that matter in it.
    #[cfg(feature = "cli")]
    pub(crate) fn case_words(&self, case: &DecidedTwice) -> Phrase {
        with_sides(&prose::case(&self.compared.woven.policy, &case.witness, None))
    }

    /// The outcome of a case as one of the policies decides it.
    pub(crate) fn decided<'c>(&self, outcome: &str, case: &'c DecidedTwice, side: Side) -> Option<&'c OutcomeDecision> {
        let found = self.compared.woven.outcomes.iter().find(|found| self.title(&found.own) == outcome)?;
        let own = match side {
            Side::Old => found.own.old,
            Side::New => found.own.new,
        };
        let declared = self.own(side).outcomes().get(own?.index())?;
        case.decision(side).outcome(&declared.name)
    }
}

/// The outcomes of each text by the text that has them.
fn with_sides(words: &Phrase) -> Phrase {
    let [old, new] = Side::BOTH.map(Side::mark);
    Phrase {
        english: words.english.replace(old, " (old)").replace(new, " (new)"),
        chinese: words.chinese.replace(old, "（原文）").replace(new, "（新文）"),
    }
}

fn case_json(outcome: &str, case: &DecidedTwice, comparison: &Comparison) -> Json {
    let side = |side: Side| {
        let decided: Vec<&OutcomeDecision> = comparison.decided(outcome, case, side).into_iter().collect();
        let own = comparison.own(side);
        let all: Vec<FactId> = own.fact_ids().collect();
        json!({ "facts": prose::facts_json(own, case.facts(side), &all), "outcomes": decided })
    };
    json!({ "old": side(Side::Old), "new": side(Side::New) })
}

fn count_json(count: &Count) -> Json {
    json!({ "cases": count.cases(), "of": count.of(), "millionths": count.millionths() })
}

fn ruling_json(ruling: &Ruling) -> Json {
    json!({
        "status": ruling.status.word(),
        "permitted": ruling.permitted,
        "none": ruling.none,
        "clauses": ruling.is_given.then_some(&ruling.clauses),
    })
}

fn provision_json(change: &ProvisionChange) -> Json {
    let aspect = |changed: &super::AspectChange| {
        let names = changed.names.as_ref();
        json!({
            "aspect": changed.aspect.as_str(),
            "old": names.map(|[old, _]| old),
            "new": names.map(|[_, new]| new),
        })
    };
    json!({
        "kind": change.kind.as_str(),
        "name": change.name,
        "values": change.values,
        "old": change.old,
        "new": change.new,
        "aspects": change.aspects.iter().map(aspect).collect::<Vec<_>>(),
    })
}

fn note_json(note: &Note) -> Json {
    let side = |side: &Side| match side {
        Side::Old => "old",
        Side::New => "new",
    };
    match note {
        Note::TakenForRenamed { old, new } => json!({ "kind": "taken_for_renamed", "old": old, "new": new }),
        Note::OnlyFact { side: own, name } => json!({ "kind": "only_fact", "side": side(own), "name": name }),
        Note::OnlyMember { side: own, fact, member } => {
            json!({ "kind": "only_member", "side": side(own), "fact": fact, "member": member })
        }
        Note::DefaultChanged { fact, old, new } => {
            json!({ "kind": "default_changed", "fact": fact, "old": old, "new": new })
        }
        Note::JudgementChanged { fact } => json!({ "kind": "judgement_changed", "fact": fact }),
        Note::ReadingChanged { name, old, new } => {
            json!({ "kind": "reading_changed", "name": name, "old": old, "new": new })
        }
        Note::InForceOtherwise => json!({ "kind": "in_force_otherwise" }),
    }
}
