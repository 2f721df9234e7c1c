//! The short justification of an outcome: a paragraph that could stand in a letter.

use super::{Narrator, long};
use crate::decide::Status;
use crate::explain::explanation::{
    CombinationName, ExemptionGround, FiredRule, Grounding, OutcomeExplanation, Proof, RulePart,
};
use crate::policy::Outcome;
use std::collections::BTreeSet;

/// Most facts, and most clauses, that the paragraph names; the lists below it have all of them.
const MOST_NAMED: usize = 6;

impl Narrator<'_> {
    pub(super) fn justification(self, outcome: &Outcome, explained: &OutcomeExplanation) -> String {
        let mut sentences = match explained.result.status {
            Status::Decided => self.decided(outcome, explained),
            Status::Exempt => self.exempt(explained),
            Status::NotAddressed => vec![self.not_addressed(explained)],
            Status::Conflict => self.conflict(outcome, explained),
            Status::Undetermined => self.undetermined(outcome, explained),
            Status::OutOfScope => self.out_of_scope(explained),
        };
        if explained.grounding == Grounding::Completions {
            sentences.push(self.word("prose-completions"));
        }
        sentences.extend(self.judged(explained));
        self.sentences(sentences.into_iter())
    }

    fn decided(self, outcome: &Outcome, explained: &OutcomeExplanation) -> Vec<String> {
        let result = &explained.result;
        let words = result.permitted.words();
        let values = long(self.words.values(outcome, &words, result.none));
        let is_accumulated = outcome.combination == crate::syntax::ast::Combination::Accumulate;
        let id = match words.len() + usize::from(result.none) {
            1 => "prose-result-one",
            _ if is_accumulated => "prose-result-all",
            _ => "prose-result-several",
        };
        let mut sentences = vec![self.say(id, &[("values", values)])];
        let deciding: Vec<&FiredRule> =
            explained.fired.iter().filter(|fired| matches!(fired.part, RulePart::Decides | RulePart::Stands)).collect();
        sentences.extend(deciding.iter().take(MOST_NAMED).map(|fired| self.because(outcome, fired, explained)));
        let left = deciding.len().saturating_sub(MOST_NAMED);
        if left > 0 {
            sentences.push(self.say("prose-more-clauses", &[("count", left.into())]));
        }
        sentences.extend(self.dropped(explained));
        if let Some(step) = explained.combination.as_ref().filter(|step| step.sets.len() > 1) {
            sentences.push(self.word(match step.how {
                CombinationName::Heaviest => "prose-heaviest",
                CombinationName::Union => "prose-union",
                CombinationName::Intersect => "prose-intersect",
                CombinationName::Unique => "prose-unique",
                CombinationName::Accumulate => "prose-accumulate",
                CombinationName::Sum => "prose-sum",
            }));
        }
        for step in explained.adjustments.iter().filter(|step| step.holds) {
            let mut args = vec![
                ("clause", long(self.clause_begin(&step.clause))),
                ("ways", long(self.ways(step))),
                ("facts", long(self.because_of(step.proof.as_ref(), explained))),
            ];
            let changed = step.before != step.after && !result.weigh;
            for (name, list) in [("before", &step.before), ("after", &step.after)] {
                args.push((name, long(self.values(outcome, list.as_ref()))));
            }
            sentences.push(self.say(if changed { "prose-adjusted" } else { "prose-adjusted-same" }, &args));
        }
        if result.weigh {
            sentences.push(self.word("prose-weigh"));
        }
        sentences
    }

    /// Why a rule fires.
    fn because(self, outcome: &Outcome, fired: &FiredRule, explained: &OutcomeExplanation) -> String {
        let id = match &fired.rule.proof {
            _ if fired.otherwise => "prose-otherwise",
            Some(_) => "prose-because",
            None => "prose-always",
        };
        let args = [
            ("clause", long(self.clause_begin(&fired.rule.clause))),
            ("values", long(self.values(outcome, fired.rule.permits.as_ref()))),
            ("facts", long(self.because_of(fired.rule.proof.as_ref(), explained))),
        ];
        self.say(id, &args)
    }

    /// The facts that make a condition what it is, as far as a paragraph can hold them.
    fn because_of(self, proof: Option<&Proof>, explained: &OutcomeExplanation) -> String {
        let mut names: Vec<&str> = Vec::new();
        let mut seen = BTreeSet::new();
        let mut rest: Vec<&Proof> = proof.into_iter().collect();
        while let Some(proof) = rest.pop() {
            names.extend(proof.facts.iter().map(String::as_str).filter(|name| seen.insert(*name)));
            rest.extend(proof.parts.iter().rev());
        }
        let cited = names.iter().filter_map(|name| explained.facts.iter().find(|fact| fact.name == *name));
        let facts: Vec<String> = cited.map(|fact| self.fact(fact)).collect();
        if facts.is_empty() {
            return self.word("prose-conditions");
        }
        let left = facts.len().saturating_sub(MOST_NAMED);
        let named = self.joined(facts.into_iter().take(MOST_NAMED));
        if left > 0 { self.say("prose-more-facts", &[("facts", long(named)), ("count", left.into())]) } else { named }
    }

    /// What else fired, and why it does not count.
    fn dropped(self, explained: &OutcomeExplanation) -> Vec<String> {
        let mut sentences = Vec::new();
        let without = |part: RulePart| -> Vec<String> {
            let fired = explained.fired.iter().filter(|fired| fired.part == part);
            let mut clauses: Vec<String> = Vec::new();
            for fired in fired.take(MOST_NAMED) {
                if !clauses.contains(&fired.rule.clause) {
                    clauses.push(fired.rule.clause.clone());
                }
            }
            clauses
        };
        let idle = without(RulePart::AddsNothing);
        if !idle.is_empty() {
            let args = [("clauses", long(self.clauses_inside(&idle))), ("count", idle.len().into())];
            sentences.push(self.say("prose-adds-nothing", &args));
        }
        for fired in &explained.fired {
            let id = match fired.part {
                RulePart::Overridden => "prose-overridden",
                RulePart::Excused => "prose-excused",
                RulePart::Decides | RulePart::AddsNothing | RulePart::Exempt | RulePart::Stands => continue,
            };
            let args =
                [("clause", long(self.clause_begin(&fired.rule.clause))), ("by", long(self.clauses_inside(&fired.by)))];
            sentences.push(self.say(id, &args));
        }
        sentences
    }

    fn exempt(self, explained: &OutcomeExplanation) -> Vec<String> {
        let holding: Vec<&ExemptionGround> = explained.exemptions.iter().filter(|exemption| exemption.holds).collect();
        let sentences = holding.iter().filter(|exemption| exemption.proof.is_some()).map(|exemption| {
            let id = if exemption.from.is_empty() { "prose-exempt" } else { "prose-exempt-from" };
            let args = [
                ("clause", long(self.clause_begin(&exemption.clause))),
                ("from", long(self.clauses_inside(&exemption.from))),
                ("facts", long(self.because_of(exemption.proof.as_ref(), explained))),
            ];
            self.say(id, &args)
        });
        sentences.collect()
    }

    fn not_addressed(self, explained: &OutcomeExplanation) -> String {
        let clauses: Vec<String> = explained.nearest.iter().map(|near| near.clause.clone()).collect();
        if clauses.is_empty() {
            return self.word("prose-not-addressed");
        }
        let args = [("clauses", long(self.clauses_inside(&clauses))), ("count", clauses.len().into())];
        self.say("prose-nearest", &args)
    }

    fn conflict(self, outcome: &Outcome, explained: &OutcomeExplanation) -> Vec<String> {
        let mut sentences = vec![self.word("prose-conflict")];
        let deciding = explained.fired.iter().filter(|fired| fired.part == RulePart::Decides);
        sentences.extend(deciding.take(MOST_NAMED).map(|fired| self.because(outcome, fired, explained)));
        sentences
    }

    fn undetermined(self, outcome: &Outcome, explained: &OutcomeExplanation) -> Vec<String> {
        let result = &explained.result;
        let mut sentences = Vec::new();
        if !result.possible.is_empty() {
            let possible = self.joined(result.possible.iter().map(|name| self.words.result(outcome, name)));
            sentences.push(self.say("prose-possible", &[("possible", long(possible))]));
        }
        if !result.asks.is_empty() {
            let left = result.asks.len().saturating_sub(MOST_NAMED);
            let named: Vec<String> = result.asks.iter().take(MOST_NAMED).cloned().collect();
            let facts = long(self.joined(self.words.facts(&named)));
            sentences.push(if left > 0 {
                self.say("prose-asks-more", &[("facts", facts), ("count", left.into())])
            } else {
                self.say("prose-asks", &[("facts", facts)])
            });
        }
        if result.limit_reached {
            sentences.push(self.word("prose-limit"));
        }
        sentences
    }

    fn out_of_scope(self, explained: &OutcomeExplanation) -> Vec<String> {
        let sentences = explained.scope.iter().map(|ground| {
            let args = [
                ("clause", long(self.clause_begin(&ground.clause))),
                ("facts", long(self.because_of(Some(&ground.proof), explained))),
            ];
            self.say("prose-out-of-scope", &args)
        });
        sentences.collect()
    }

    /// That it rests on judgements, where it does.
    fn judged(self, explained: &OutcomeExplanation) -> Option<String> {
        let judged = explained.facts.iter().filter(|fact| fact.judgement.is_some());
        let mut facts: Vec<String> = judged.map(|fact| self.fact(fact)).collect();
        if facts.is_empty() || explained.grounding == Grounding::Open {
            return None;
        }
        facts.truncate(MOST_NAMED);
        Some(self.say("prose-judged", &[("facts", long(self.joined(facts)))]))
    }
}
