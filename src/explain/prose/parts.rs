//! The parts of an outcome's explanation, each as an item of a list.

use super::page::Item;
use super::trees::Known;
use super::{Narrator, long};
use crate::decide::ValueList;
use crate::explain::explanation::{
    AdjustmentName, AdjustmentStep, CitedChoice, CitedFact, CombinationName, CombinationStep, ExemptionGround,
    FiredRule, NearRule, OpenKind, OpenPart, OutcomeExplanation, RulePart,
};
use crate::policy::Outcome;

impl Narrator<'_> {
    /// `Clause 8(2) (rules not implemented)`.
    pub(super) fn clause_begin(self, citation: &str) -> String {
        self.clause_as(citation, "clause-begin", "rule-begin")
    }

    /// The same within a sentence, without the label.
    pub(super) fn clause_inside(self, citation: &str) -> String {
        match citation.strip_prefix("rule ") {
            Some(number) => self.say("rule-inside", &[("number", number.into())]),
            None => self.say("clause-inside", &[("number", citation.into())]),
        }
    }

    pub(super) fn clauses_inside(self, citations: &[String]) -> String {
        self.joined(citations.iter().map(|citation| self.clause_inside(citation)))
    }

    fn clause_as(self, citation: &str, clause: &str, rule: &str) -> String {
        let begin = match citation.strip_prefix("rule ") {
            Some(number) => self.say(rule, &[("number", number.into())]),
            None => self.say(clause, &[("number", citation.into())]),
        };
        let labelled = self.words.clause(citation);
        match labelled.strip_prefix(&self.words.citation(citation)).map(str::trim) {
            Some(label) if !label.is_empty() => {
                self.say("clause-labelled", &[("clause", begin.into()), ("label", long(label))])
            }
            Some(_) | None => begin,
        }
    }

    /// `a < b`, or `any amount` where it is not known.
    pub(super) fn values(self, outcome: &Outcome, list: Option<&ValueList>) -> String {
        match list {
            Some(list) => self.words.values(outcome, &list.permitted, list.none),
            None => self.word("explain-amounts-open"),
        }
    }

    pub(super) fn fired(self, outcome: &Outcome, fired: &FiredRule, known: Known<'_>) -> Item {
        let id = match fired.part {
            RulePart::Decides | RulePart::Stands => "fired-permits",
            RulePart::AddsNothing => "fired-adds-nothing",
            RulePart::Overridden => "fired-overridden",
            RulePart::Excused => "fired-excused",
            RulePart::Exempt => "fired-exempt",
        };
        let args = [
            ("clause", long(self.clause_begin(&fired.rule.clause))),
            ("values", long(self.values(outcome, fired.rule.permits.as_ref()))),
            ("by", long(self.clauses_inside(&fired.by))),
        ];
        let mut items: Vec<Item> = fired.rule.proof.iter().map(|proof| self.proof(proof, known)).collect();
        if fired.otherwise {
            items.insert(0, Item::new(self.word("fired-otherwise")));
        }
        Item::with(self.say(id, &args), items)
    }

    pub(super) fn exemption(self, exemption: &ExemptionGround, known: Known<'_>) -> Item {
        let clause = ("clause", long(self.clause_begin(&exemption.clause)));
        let text = if exemption.from.is_empty() {
            self.say("exemption-whole", &[clause])
        } else {
            self.say("exemption-from", &[clause, ("from", long(self.clauses_inside(&exemption.from)))])
        };
        Item::with(text, exemption.proof.iter().map(|proof| self.proof(proof, known)).collect())
    }

    pub(super) fn combination(self, outcome: &Outcome, step: &CombinationStep) -> Item {
        let sets = step.sets.iter().map(|set| {
            let args = [
                ("clause", long(self.clause_begin(&set.clause))),
                ("values", long(self.values(outcome, Some(&set.permits)))),
            ];
            Item::new(self.say("combination-set", &args))
        });
        let mut items: Vec<Item> = sets.collect();
        items.push(Item::new(match &step.result {
            Some(result) => self.say("combination-result", &[("values", long(self.values(outcome, Some(result))))]),
            None => self.word("combination-conflict"),
        }));
        Item::with(self.word(combination_id(step.how)), items)
    }

    pub(super) fn adjustment(self, outcome: &Outcome, step: &AdjustmentStep, known: Known<'_>) -> Item {
        let args = [("clause", long(self.clause_begin(&step.clause))), ("ways", long(self.ways(step)))];
        let mut items: Vec<Item> = step.proof.iter().map(|proof| self.proof(proof, known)).collect();
        if let (Some(before), Some(after)) = (&step.before, &step.after) {
            let sets = [
                ("before", long(self.values(outcome, Some(before)))),
                ("after", long(self.values(outcome, Some(after)))),
            ];
            items.push(Item::new(self.say("adjustment-sets", &sets)));
        }
        Item::with(self.say("adjustment-made", &args), items)
    }

    pub(super) fn ways(self, step: &AdjustmentStep) -> String {
        let way = |way: &AdjustmentName| {
            self.word(match way {
                AdjustmentName::Lighten => "way-lighten",
                AdjustmentName::Reduce => "way-reduce",
                AdjustmentName::Waive => "way-waive",
                AdjustmentName::Aggravate => "way-aggravate",
                AdjustmentName::Exceed => "way-exceed",
            })
        };
        let ways = step.ways.iter().map(way).collect::<Vec<_>>().join(&self.word("value-or"));
        if step.may { self.say("way-may", &[("ways", ways.into())]) } else { ways }
    }

    /// What would have changed the result: rules, exemptions and adjustments.
    pub(super) fn ruled_out(self, outcome: &Outcome, explained: &OutcomeExplanation) -> Vec<Item> {
        let known = explained.facts.as_slice();
        let rules = explained.ruled_out.iter().map(|rule| {
            let args = [
                ("clause", long(self.clause_begin(&rule.clause))),
                ("values", long(self.values(outcome, rule.permits.as_ref()))),
            ];
            let proofs = rule.proof.iter().map(|proof| self.proof(proof, known));
            Item::with(self.say("ruled-out-rule", &args), proofs.collect())
        });
        let exemptions = explained.exemptions.iter().filter(|exemption| !exemption.holds).map(|exemption| {
            let clause = ("clause", long(self.clause_begin(&exemption.clause)));
            let text = if exemption.from.is_empty() {
                self.say("ruled-out-exemption", &[clause])
            } else {
                self.say("ruled-out-excuse", &[clause, ("from", long(self.clauses_inside(&exemption.from)))])
            };
            Item::with(text, exemption.proof.iter().map(|proof| self.proof(proof, known)).collect())
        });
        let adjustments = explained.adjustments.iter().filter(|step| !step.holds).map(|step| {
            let args = [("clause", long(self.clause_begin(&step.clause))), ("ways", long(self.ways(step)))];
            let proofs = step.proof.iter().map(|proof| self.proof(proof, known));
            Item::with(self.say("ruled-out-adjustment", &args), proofs.collect())
        });
        rules.chain(exemptions).chain(adjustments).collect()
    }

    pub(super) fn near(self, outcome: &Outcome, near: &NearRule) -> Item {
        let args = [
            ("clause", long(self.clause_begin(&near.clause))),
            ("values", long(self.values(outcome, near.permits.as_ref()))),
        ];
        let lacking = near.lacking.iter().map(|lacking| Item::new(self.lacking(lacking)));
        Item::with(self.say("near-rule", &args), lacking.collect())
    }

    pub(super) fn open(self, outcome: &Outcome, part: &OpenPart) -> Item {
        let id = match part.kind {
            OpenKind::Scope => "open-scope",
            OpenKind::Rule => "open-rule",
            OpenKind::Amounts => "open-amounts",
            OpenKind::Exemption => "open-exemption",
            OpenKind::Adjustment => "open-adjustment",
        };
        let args = [
            ("clause", long(self.clause_begin(&part.clause))),
            ("values", long(self.values(outcome, part.permits.as_ref()))),
        ];
        let mut items: Vec<Item> = part.proof.iter().map(|proof| self.proof(proof, &[])).collect();
        let facts = self.joined(self.words.facts(&part.hangs_on));
        items.push(Item::new(self.say("explain-hangs-on", &[("facts", long(facts))])));
        Item::with(self.say(id, &args), items)
    }

    /// A fact with what is to be known of it: whether it is assumed, or judged and by whom.
    pub(super) fn cited(self, cited: &CitedFact) -> String {
        let mut text = self.fact(cited);
        if let Some(fact) = self.declared(&cited.name) {
            let own = if fact.labels.get(self.words.catalogue.language()).is_some() {
                format!(" ({})", self.words.qualified(&fact.name))
            } else {
                String::new()
            };
            text.push_str(&own);
        }
        let mut notes = Vec::new();
        if cited.reading {
            notes.push(self.word("cited-reading"));
        } else if cited.default {
            notes.push(self.word("cited-default"));
        }
        if let Some(judgement) = &cited.judgement {
            notes.push(match &judgement.by {
                Some(by) => self.say("cited-judged-by", &[("by", self.words.party(by).into())]),
                None => self.word("cited-judged"),
            });
            if let Some(criterion) = &judgement.criterion {
                notes.push(self.say("cited-criterion", &[("criterion", long(criterion.as_str()))]));
            }
        }
        if notes.is_empty() {
            return text;
        }
        format!("{text}{}{}", self.word("explain-semicolon"), notes.join(&self.word("explain-semicolon")))
    }

    pub(super) fn choice(self, choice: &CitedChoice) -> String {
        let outcome = self.words.policy.outcomes().iter().find(|outcome| *outcome.name == *choice.outcome);
        let Some(outcome) = outcome else { return choice.outcome.clone() };
        let name = self.words.qualified_named(&outcome.name, &outcome.labels);
        let chosen = match &choice.chosen {
            Some(value) => self.words.value(outcome, value),
            None => self.word("value-none"),
        };
        self.say("cited-choice", &[("outcome", long(name)), ("chosen", long(chosen))])
    }
}

pub(super) fn combination_id(how: CombinationName) -> &'static str {
    match how {
        CombinationName::Heaviest => "combination-heaviest",
        CombinationName::Union => "combination-union",
        CombinationName::Intersect => "combination-intersect",
        CombinationName::Unique => "combination-unique",
        CombinationName::Accumulate => "combination-accumulate",
        CombinationName::Sum => "combination-sum",
    }
}
