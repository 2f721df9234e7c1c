//! Tests that are missing to full coverage: cases found by the analysis, with what the interpreter says of them.
//!
//! A smallest suite is too dear to find; this one is found greedily. The first goal that no test shows, in the order of
//! the text, gives a region of cases. Further goals are put on top of it, one after the other, as long as a case is left.
//! The most ordinary case of what is left becomes a test, all that it shows is crossed off, and so on.

mod wording;

use super::Setting;
use super::coverage::{Asked, Observation, Reach, Reachable, Subject, Survey, goals, observed};
use super::mutants::{rebased, unique, words};
use super::words::{duty_word, step_word};
use super::written::WrittenTest;
use crate::analyse::Region;
use crate::decide::{CaseLog, Decision, Facts, Status, check_procedure, decide};
use crate::policy::{DutyId, FactId, OutcomeId, Policy, ProcedureId, StepIndex};
use crate::source::SourceMap;
use crate::syntax::KeywordLanguage;
use std::collections::{BTreeMap, BTreeSet};

/// How many further goals are tried on top of one: beyond that a test is hard to read, and little is gained.
const MAX_TRIED: usize = 60;

/// Tests for what no test shows yet.
#[derive(Clone, Debug, Default)]
pub struct GeneratedTests {
    /// The tests, in the order of the goals that they were made for.
    pub tests: Vec<GeneratedTest>,
    /// What no case can show, by proof, in words.
    pub impossible: Vec<String>,
    /// What no test was made for, because a limit was reached or the analysis cannot tell, in words.
    pub open: Vec<String>,
}

/// A test that is not there yet.
#[derive(Clone, Debug)]
pub struct GeneratedTest {
    /// Its name.
    pub name: String,
    /// The `test` block, below a comment that asks for review.
    pub text: String,
}

/// Makes tests for all that the tests of a policy do not cover, in a keyword language.
#[must_use]
pub fn generate(policy: &Policy, language: KeywordLanguage, sources: &SourceMap, setting: &Setting) -> GeneratedTests {
    let survey = Survey::new(policy);
    let known = observed(&survey, "", setting);
    let missing: Vec<Observation> = goals(&survey).into_iter().filter(|goal| !known.tests.contains_key(goal)).collect();
    if missing.is_empty() {
        return GeneratedTests::default();
    }
    let reachable = Reachable::new(&survey, setting, &missing);
    let mut generating = Generating {
        survey: &survey,
        reachable: &reachable,
        setting,
        language,
        sources,
        missing: missing.iter().copied().collect(),
        regions: BTreeMap::new(),
        names: policy.tests().iter().map(|test| test.name.clone()).collect(),
        found: GeneratedTests::default(),
    };
    for goal in missing {
        if generating.missing.remove(&goal) {
            generating.goal(goal);
        }
    }
    generating.found
}

struct Generating<'g, 'p> {
    survey: &'g Survey<'p>,
    reachable: &'g Reachable<'g, 'p>,
    setting: &'g Setting,
    language: KeywordLanguage,
    sources: &'g SourceMap,
    /// The goals that no test shows yet, those behind the current one.
    missing: BTreeSet<Observation>,
    /// The cases of each goal, in each analysis in which there are any.
    regions: BTreeMap<Observation, Vec<(usize, Region)>>,
    names: BTreeSet<String>,
    found: GeneratedTests,
}

/// A case, and what is expected of it.
struct Draft {
    facts: Facts,
    decision: Decision,
    given: Vec<FactId>,
    chosen: Vec<OutcomeId>,
    asked: Asked,
}

impl Generating<'_, '_> {
    fn goal(&mut self, goal: Observation) {
        let draft = self.regions_of(goal).into_iter().find_map(|(analysis, region)| {
            let region = self.with_others(goal, analysis, region);
            self.draft(goal, analysis, &region)
        });
        let words = words(self.language);
        let Some(draft) = draft else {
            let line = wording::goal(self.survey, goal, self.sources, &words);
            match self.reachable.reach(goal) {
                Reach::Impossible => self.found.impossible.push(line),
                Reach::Possible | Reach::NotDecided => self.found.open.push(line),
            }
            return;
        };
        let name = unique(&wording::goal(self.survey, goal, self.sources, &words), &mut self.names);
        let text = self.text(&draft, &name, &[words.text("test-to-review", &[])]);
        self.found.tests.push(GeneratedTest { name, text });
    }

    fn regions_of(&mut self, goal: Observation) -> Vec<(usize, Region)> {
        let reachable = self.reachable;
        self.regions.entry(goal).or_insert_with(|| reachable.cases(goal).unwrap_or_default()).clone()
    }

    /// A region with as many further goals on top as leave a case.
    fn with_others(&mut self, goal: Observation, analysis: usize, region: Region) -> Region {
        let mut region = region;
        // What the same statement shows goes together best.
        let near = |other: &Observation| place_of(*other) == place_of(goal);
        let others =
            self.missing.iter().filter(|other| near(other)).chain(self.missing.iter().filter(|other| !near(other)));
        let others: Vec<Observation> = others.copied().take(MAX_TRIED).collect();
        for other in others {
            let own = self.regions_of(other).into_iter().find(|(place, _)| *place == analysis);
            if let Some((_, own)) = own {
                let both = region.and(&own);
                if both.is_empty() == Ok(false) {
                    region = both;
                }
            }
        }
        region
    }

    /// The most ordinary case of a region, if it shows the goal. What else it shows is crossed off.
    fn draft(&mut self, goal: Observation, analysis: usize, region: &Region) -> Option<Draft> {
        let policy = self.survey.policy;
        let witness = self.reachable.witness(analysis, region)?;
        let mut facts = rebased(policy, witness.facts())?;
        facts.calendar().is_none().then(|| self.setting.calendar.clone()).flatten().into_iter().for_each(|calendar| {
            facts.set_calendar(calendar);
        });
        let decision = decide(policy, &facts).ok()?;
        let shown = self.shown(&facts, &decision, &self.everything(&decision))?;
        let new: Vec<Observation> =
            shown.into_iter().filter(|one| *one == goal || self.missing.contains(one)).collect();
        if !new.contains(&goal) {
            return None;
        }
        let asked = self.asked_for(&new, &decision);
        let chosen = witness.chosen().iter().copied().filter(|id| id.index() < policy.outcomes().len()).collect();
        let all: Vec<FactId> = policy.fact_ids().filter(|id| facts.get(*id).is_some()).collect();
        let whole = Draft { facts, decision, given: all, chosen, asked };
        let shown = self.shown(&whole.facts, &whole.decision, &whole.asked)?;
        if !shown.contains(&goal) {
            return None;
        }
        let own: BTreeSet<Observation> =
            shown.into_iter().filter(|one| *one == goal || self.missing.contains(one)).collect();
        let draft = self.with_few_facts(&whole, witness.named(), &own).unwrap_or(whole);
        self.missing.retain(|one| !own.contains(one));
        Some(draft)
    }

    fn shown(&self, facts: &Facts, decision: &Decision, asked: &Asked) -> Option<BTreeSet<Observation>> {
        self.survey.observe(facts, Some(decision), asked).ok()
    }

    /// All that a test could ask of a case.
    fn everything(&self, decision: &Decision) -> Asked {
        let policy = self.survey.policy;
        let steps = policy.procedures().iter().enumerate().flat_map(|(index, procedure)| {
            (0..procedure.steps.len()).map(move |step| (ProcedureId::new(index), StepIndex::new(step)))
        });
        Asked {
            outcomes: policy.outcome_ids().filter(|id| self.is_settled(*id, decision)).collect(),
            duties: (0..policy.duties().len()).map(DutyId::new).collect(),
            steps: steps.collect(),
        }
    }

    fn is_settled(&self, outcome: OutcomeId, decision: &Decision) -> bool {
        let name = self.survey.policy.outcomes().get(outcome.index()).map(|found| &found.name);
        let decided = name.and_then(|name| decision.outcome(name));
        decided.is_some_and(|decided| decided.status != Status::Undetermined)
    }

    /// What a test has to ask about so that it shows these goals.
    fn asked_for(&self, goals: &[Observation], decision: &Decision) -> Asked {
        let mut asked = Asked::default();
        for goal in goals {
            match goal {
                Observation::Fired { outcome, .. }
                | Observation::Contributed { outcome, .. }
                | Observation::Came { outcome, .. } => {
                    asked.outcomes.insert(*outcome);
                }
                Observation::Held { statement, .. }
                | Observation::Was { statement, .. }
                | Observation::Decided { statement, .. }
                | Observation::Reached { statement, .. } => self.asked_for_statement(*statement, decision, &mut asked),
            }
        }
        asked
    }

    fn asked_for_statement(&self, statement: usize, decision: &Decision, asked: &mut Asked) {
        let Some(found) = self.survey.statements.get(statement) else { return };
        match &found.subject {
            Subject::Rules(outcomes, _) => asked.outcomes.extend(outcomes.iter().map(|(outcome, _)| *outcome)),
            Subject::Exemption(outcome, _) | Subject::Adjustment(outcome, _) => {
                asked.outcomes.insert(*outcome);
            }
            Subject::Duty(duty) | Subject::Fulfilment(duty) => {
                asked.duties.insert(*duty);
            }
            Subject::Step(procedure, step) => {
                asked.steps.insert((*procedure, *step));
            }
            Subject::Scope(_) | Subject::Define(_) | Subject::Records(_) => {
                let users = self.survey.users(&found.subject);
                let settled = users.outcomes.iter().filter(|id| self.is_settled(**id, decision));
                // One outcome is enough; only where none makes use of it, duties and steps are asked.
                match settled.min() {
                    Some(outcome) => drop(asked.outcomes.insert(*outcome)),
                    None => {
                        asked.duties.extend(users.duties.iter().take(1));
                        asked.steps.extend(users.steps.iter().take(1));
                    }
                }
            }
        }
    }

    /// The same with no more facts than put the case into its region, if all comes to the same then.
    fn with_few_facts(&self, whole: &Draft, named: &[FactId], shown: &BTreeSet<Observation>) -> Option<Draft> {
        let policy = self.survey.policy;
        let mut facts = Facts::new(policy);
        for id in named {
            facts.assume(*id, whole.facts.get(*id).cloned());
        }
        for id in &whole.chosen {
            facts.choose(*id, whole.facts.chosen(*id)?.cloned()).ok()?;
        }
        whole.facts.as_of().into_iter().for_each(|day| facts.set_as_of(day));
        whole.facts.calendar().into_iter().for_each(|calendar| facts.set_calendar(calendar.clone()));
        let decision = decide(policy, &facts).ok()?;
        let is_same = |id: &OutcomeId| {
            let name = policy.outcomes().get(id.index()).map(|found| &found.name);
            let both = name.and_then(|name| decision.outcome(name).zip(whole.decision.outcome(name)));
            both.is_some_and(|(few, all)| {
                (few.status, few.none) == (all.status, all.none) && few.permitted.same_as(&all.permitted)
            })
        };
        let duties = || decision.duties.iter().zip(&whole.decision.duties);
        let same_duties = whole
            .asked
            .duties
            .iter()
            .all(|id| duties().nth(id.index()).is_some_and(|(few, all)| few.status == all.status));
        let is_enough = whole.asked.outcomes.iter().all(is_same)
            && same_duties
            && shown.is_subset(&self.shown(&facts, &decision, &whole.asked)?);
        is_enough.then(|| Draft {
            facts,
            decision,
            given: named.to_vec(),
            chosen: whole.chosen.clone(),
            asked: whole.asked.clone(),
        })
    }

    fn text(&self, draft: &Draft, name: &str, comments: &[String]) -> String {
        let policy = self.survey.policy;
        let duties = draft.asked.duties.iter().filter_map(|id| draft.decision.duties.get(id.index()));
        let mut further: Vec<String> =
            duties.map(|duty| format!("duty {} {}", duty.name, duty_word(duty.status))).collect();
        let mut dated = draft.facts.clone();
        if !draft.asked.steps.is_empty() && dated.as_of().is_none() {
            dated.set_as_of(super::mutants::ORDINARY_DAY);
        }
        let procedures: BTreeSet<ProcedureId> = draft.asked.steps.iter().map(|(procedure, _)| *procedure).collect();
        for id in procedures {
            let Ok(report) = check_procedure(policy, id, &dated, &CaseLog::new()) else { continue };
            let own = draft.asked.steps.iter().filter(|(procedure, _)| *procedure == id);
            let own = own.filter_map(|(_, step)| report.steps.get(step.index()));
            further.extend(own.map(|step| format!("step {} {}", step.name, step_word(step.state))));
        }
        let expected: Vec<OutcomeId> = draft.asked.outcomes.iter().copied().collect();
        let test = WrittenTest {
            name,
            comments,
            facts: &dated,
            given: &draft.given,
            chosen: &draft.chosen,
            decision: &draft.decision,
            expected: &expected,
            further: &further,
        };
        test.text(policy, self.language)
    }
}

/// The statement, or the outcome, that an observation is about.
fn place_of(observation: Observation) -> (Option<usize>, Option<OutcomeId>) {
    match observation {
        Observation::Came { outcome, .. } => (None, Some(outcome)),
        Observation::Fired { statement, .. }
        | Observation::Contributed { statement, .. }
        | Observation::Held { statement, .. }
        | Observation::Was { statement, .. }
        | Observation::Decided { statement, .. }
        | Observation::Reached { statement, .. } => (Some(statement), None),
    }
}
