//! What outcomes come to as one diagram of questions about facts, for whoever decides cases without the interpreter.
//!
//! An ending is a set of answers. Where all facts are known, the questions lead to the ending of one answer. Where some
//! are not, all the ways on are taken, and the answers of all endings together are those that are still possible: no way
//! asks a fact twice, so each combination of ways is a completion of what is unknown.

use super::analysis::Analysis;
use super::formula::Formula;
use super::lower::{Model, View};
use super::multi::{self, Coding, Values, Variable};
use super::region::Undecided;
use super::subjects::{Class, Subject};
use crate::decide::Verdict;
use crate::policy::{FactId, OutcomeId, RuleId};
use crate::source::Span;
use biodivine_lib_bdd::{Bdd, BddPointer, BddVariable};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Most answers that can be told apart: one bit each.
const MAX_ANSWERS: usize = 62;

/// A set of answers, one bit each; none where the case cannot occur.
pub(crate) type Answers = u64;

/// The answer that a condition holds; that it does not is the other one.
pub(crate) const HOLDS: Answers = 1;

/// Where a way leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Next {
    /// To answers.
    Ending(Answers),
    /// To another question, by its place.
    Question(usize),
}

/// A question about a fact.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Question {
    /// The fact.
    pub(crate) fact: FactId,
    /// The ways on, by the last class of the fact's values that takes each; the last way takes all that are left.
    pub(crate) ways: Vec<(usize, Next)>,
}

/// An outcome in a [`DecisionDiagram`].
#[derive(Clone, Debug)]
pub(crate) struct OutcomeQuestions {
    /// Which outcome.
    pub(crate) id: OutcomeId,
    /// What the answers of its diagram mean.
    pub(crate) verdicts: Vec<Verdict>,
    /// Where its diagram begins.
    pub(crate) first: Next,
    /// For each rule that fires in some case: where the diagram begins that tells whether it fires and is not
    /// overridden.
    pub(crate) rules: Vec<(RuleId, Next)>,
}

/// Outcomes as one diagram.
#[derive(Clone, Debug, Default)]
pub(crate) struct DecisionDiagram {
    /// The questions; each comes after those that it leads to.
    pub(crate) questions: Vec<Question>,
    /// For each fact that is asked, the classes of its values.
    pub(crate) classes: BTreeMap<FactId, Vec<Class>>,
    /// The outcomes.
    pub(crate) outcomes: Vec<OutcomeQuestions>,
    /// Diagrams of what every case fulfils: assumptions, that the policy is in force, that calculations have a result.
    pub(crate) ground: Vec<Next>,
    known: HashMap<Question, usize>,
}

/// Why there is no diagram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoDiagram {
    /// A written limit was reached.
    Undecided(Undecided),
    /// An outcome has more different answers than can be told apart.
    TooManyAnswers(OutcomeId),
    /// A condition is not about single facts and constants.
    Uncut(Span),
    /// The case's day is needed, and is not known.
    NotDated,
    /// Working days are counted, and there is no calendar.
    NoCalendar,
    /// Amounts are calculated from facts.
    Calculated(Span),
}

impl From<Undecided> for NoDiagram {
    fn from(undecided: Undecided) -> Self {
        Self::Undecided(undecided)
    }
}

impl Analysis {
    /// Some outcomes as one diagram. The view is that of the analysis.
    pub(crate) fn decision_diagram(&self, view: &View, outcomes: &[OutcomeId]) -> Result<DecisionDiagram, NoDiagram> {
        let model = self.model()?;
        if view.as_of.is_none() && model.as_of.is_some() {
            return Err(NoDiagram::NotDated);
        }
        if view.calendar.is_none() && model.calendar.is_some() {
            return Err(NoDiagram::NoCalendar);
        }
        let mut diagram = DecisionDiagram::default();
        for id in outcomes {
            self.refuse_calculated(*id)?;
            let partition = self.partition(*id)?;
            if partition.verdicts.len() > MAX_ANSWERS {
                return Err(NoDiagram::TooManyAnswers(*id));
            }
            let mut cases = Vec::with_capacity(partition.verdicts.len());
            for (_, region) in &partition.verdicts {
                cases.push(model.shown_cases(&region.formula)?);
            }
            let first = diagram.add(model, &cases)?;
            let verdicts = partition.verdicts.iter().map(|(verdict, _)| verdict.clone()).collect();
            let mut rules = Vec::new();
            for rule in self.policy().data().outcomes.get(id.index()).into_iter().flat_map(|outcome| &outcome.rules) {
                let stands = &self.rule_cases(*rule)?.stands;
                let (holds, fails) = (model.shown_cases(stands)?, model.shown_cases(&stands.not())?);
                if !holds.is_false() {
                    rules.push((*rule, diagram.add(model, &[holds, fails])?));
                }
            }
            diagram.outcomes.push(OutcomeQuestions { id: *id, verdicts, first, rules });
        }
        for formula in self.ground()? {
            let next = diagram.add(model, &[model.shown_cases(&formula)?])?;
            if next != Next::Ending(HOLDS) {
                diagram.ground.push(next);
            }
        }
        Ok(diagram)
    }

    /// Refuses an outcome whose amounts are calculated, and what it reads.
    fn refuse_calculated(&self, id: OutcomeId) -> Result<(), NoDiagram> {
        let data = self.policy().data();
        let rules = data.outcomes.get(id.index()).into_iter().flat_map(|outcome| &outcome.rules);
        for rule in rules.filter_map(|rule| data.rules.get(rule.index())) {
            if let crate::policy::Contribution::Computed { .. } = rule.permitted {
                return Err(NoDiagram::Calculated(rule.span));
            }
        }
        Ok(())
    }

    /// What every case fulfils. What only says how conditions that are not cut go together is left out: every case
    /// fulfils that.
    fn ground(&self) -> Result<Vec<Formula>, NoDiagram> {
        let model = self.model()?;
        for assumption in &self.policy().data().assumptions {
            let formula = self.formula(&assumption.condition)?;
            if let Some(span) = model.space.mentioned(&formula).into_iter().find_map(|one| model.uncut(one)) {
                return Err(NoDiagram::Uncut(span));
            }
        }
        let is_cut = |formula: &&Formula| {
            model.space.mentioned(formula).into_iter().all(|variable| model.uncut(variable).is_none())
        };
        Ok(model.space.demands().filter(is_cut).cloned().collect())
    }
}

impl Model {
    /// The cases of a formula, whatever the authority chooses, in the reading that is taken.
    fn shown_cases(&self, formula: &Formula) -> Result<Bdd, NoDiagram> {
        let bound = self.space.bound(formula);
        if let Some(span) = bound.variables.iter().find_map(|variable| self.uncut(*variable)) {
            return Err(NoDiagram::Uncut(span));
        }
        let cases = self.space.cases(formula, &bound).ok_or(Undecided::TooLarge)?;
        let hidden = bound.variables.iter().filter(|variable| self.is_hidden(**variable));
        let bits: BTreeSet<usize> =
            hidden.flat_map(|variable| self.space.code(*variable, 0).into_keys()).map(usize::from).collect();
        let bits: Vec<BddVariable> = bits.into_iter().map(BddVariable::from_index).collect();
        Ok(if bits.is_empty() { cases } else { cases.exists(&bits) })
    }

    /// Whether a variable is no fact that a case gives: a choice of the authority, or a reading.
    fn is_hidden(&self, variable: Variable) -> bool {
        match self.subjects.get(variable) {
            Some(Subject::Choice(..)) => true,
            Some(Subject::Fact(fact, _)) => {
                self.policy.data().facts.get(fact.index()).is_some_and(|fact| fact.is_reading)
            }
            Some(Subject::Relation { .. } | Subject::Opaque { .. } | Subject::List(..)) | None => false,
        }
    }

    /// The place of a condition that is not about a single fact and constants.
    fn uncut(&self, variable: Variable) -> Option<Span> {
        match self.subjects.get(variable)? {
            Subject::Fact(..) | Subject::Choice(..) => None,
            Subject::Relation { condition, .. } | Subject::Opaque { condition } => Some(condition.span),
            Subject::List(fact, results) => {
                let data = self.policy.data();
                let fold = results.first().and_then(|row| row.first()).and_then(|(id, _)| data.folds.get(id.index()));
                fold.map(|fold| fold.span).or_else(|| data.facts.get(fact.index()).map(|fact| fact.span))
            }
        }
    }
}

impl DecisionDiagram {
    /// Adds the diagram whose answers are the sets of cases that a case is in.
    fn add(&mut self, model: &Model, cases: &[Bdd]) -> Result<Next, NoDiagram> {
        let roots: Vec<BddPointer> = cases.iter().map(Bdd::root_pointer).collect();
        let mut known: HashMap<Vec<BddPointer>, Next> = HashMap::new();
        let mut rest = vec![roots.clone()];
        while let Some(at) = rest.last().cloned() {
            if known.contains_key(&at) {
                rest.pop();
                continue;
            }
            let Some(variable) = variable_of(model, cases, &at) else {
                known.insert(at.clone(), Next::Ending(answers(&at)));
                rest.pop();
                continue;
            };
            let ways = ways(model, cases, &at, variable);
            let open: Vec<Vec<BddPointer>> =
                ways.iter().map(|(_, to)| to).filter(|to| !known.contains_key(*to)).cloned().collect();
            if !open.is_empty() {
                rest.extend(open);
                continue;
            }
            let ways = ways.iter().filter_map(|(last, to)| Some((*last, *known.get(to)?))).collect();
            let next = self.question(model, variable, ways)?;
            known.insert(at, next);
            rest.pop();
        }
        known.get(&roots).copied().ok_or(Undecided::TooLarge.into())
    }

    /// A question, unless it makes no difference.
    fn question(&mut self, model: &Model, variable: Variable, ways: Vec<(usize, Next)>) -> Result<Next, NoDiagram> {
        let mut merged: Vec<(usize, Next)> = Vec::with_capacity(ways.len());
        for (last, to) in ways {
            match merged.last_mut() {
                Some((before, same)) if *same == to => *before = last,
                Some(_) | None => merged.push((last, to)),
            }
        }
        if let [(_, only)] = merged.as_slice() {
            return Ok(*only);
        }
        let Some(Subject::Fact(fact, classes)) = model.subjects.get(variable) else {
            return Err(Undecided::TooLarge.into());
        };
        self.classes.entry(*fact).or_insert_with(|| classes.clone());
        let question = Question { fact: *fact, ways: merged };
        let place = self.questions.len();
        let known = *self.known.entry(question.clone()).or_insert(place);
        if known == place {
            self.questions.push(question);
        }
        Ok(Next::Question(known))
    }
}

/// The sets that a place lies in where nothing more is asked.
fn answers(at: &[BddPointer]) -> Answers {
    at.iter().enumerate().filter(|(_, pointer)| pointer.is_one()).fold(0, |all, (place, _)| all | 1 << place)
}

/// The variable that is asked first.
fn variable_of(model: &Model, cases: &[Bdd], at: &[BddPointer]) -> Option<Variable> {
    let own = |(diagram, pointer): (&Bdd, &BddPointer)| {
        (!pointer.is_terminal()).then(|| model.space.place(diagram.var_of(*pointer).to_index()).0)
    };
    cases.iter().zip(at).filter_map(own).min()
}

/// Where each class of values leads, by the last class of those that lead there.
fn ways(model: &Model, cases: &[Bdd], at: &[BddPointer], variable: Variable) -> Vec<(usize, Vec<BddPointer>)> {
    let own: Vec<Option<Vec<(Values, BddPointer)>>> = cases
        .iter()
        .zip(at)
        .map(|(diagram, pointer)| {
            let is_asked =
                !pointer.is_terminal() && model.space.place(diagram.var_of(*pointer).to_index()).0 == variable;
            is_asked.then(|| multi::edges(diagram, &model.space, *pointer).1)
        })
        .collect();
    let mut ways: Vec<(usize, Vec<BddPointer>)> = Vec::new();
    for value in 0..model.space.size(variable) {
        let to: Vec<BddPointer> = own
            .iter()
            .zip(at)
            .map(|(edges, pointer)| match edges {
                None => *pointer,
                Some(edges) => {
                    let found = edges.iter().find(|(values, _)| (values.low..=values.high).contains(&value));
                    found.map_or(BddPointer::zero(), |(_, to)| *to)
                }
            })
            .collect();
        match ways.last_mut() {
            Some((last, same)) if *same == to => *last = value,
            Some(_) | None => ways.push((value, to)),
        }
    }
    ways
}
