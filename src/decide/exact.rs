//! Exactness under unknown facts: all completions of a case are judged at once.
//!
//! What is not known and matters becomes a variable with finitely many values (see `domains`, `lists` and `choices`),
//! each open condition a diagram over them. The diagrams of an outcome's conditions are laid on top of each other; every
//! combination of truths that some completion reaches is concluded by the same [`conclude`] as a case without unknowns.
//! Outcomes are judged in the order in which they read each other: a condition that reads one is laid out over the
//! diagram of its verdicts.
//!
//! A completion counts if the assumptions allow it, if every calculation in it has a result, and if what the authority
//! chose is permitted in it.
//!
//! What is not exact, and never leads to a wrong answer: conditions that cannot be cut (see `domains`), sums of what is
//! not known and lists beyond the limits (see `lists`) are variables that may have values which cannot occur together. An
//! outcome that stays open by such a variable is undetermined with `limit_reached`. Amounts that are calculated from
//! unknown facts may be any amounts: an outcome to which they contribute is undetermined.

use super::asks::Search;
use super::case::OutcomeCase;
use super::choices::Choice;
use super::conclude::{Conclusion, Verdict, conclude};
use super::decision::Status;
use super::diagram::{Diagrams, LeafSet, Node, TooLarge};
use super::domains::{Domains, Subject};
use super::evaluate::{EvaluationError, Evaluator};
use super::facts::Facts;
use super::lists::{FoldPlace, ListValues};
use super::mentions::Mentions;
use super::parts::Conditions;
use super::telling::{Telling, Wanted};
use super::truth_table::{Bit, Layout, Row, RowHolds, Rows};
use super::waiting::{Needs, WaitingDefine, waiting};
use crate::policy::{ArithmeticError, DefineId, Expr, FactId, FoldId, OutcomeId, OutcomeTest, PolicyData, RuleId};
use crate::source::limits::MAX_ASK_STEPS;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The leaf of completions that do not count.
pub(super) const FORBIDDEN: u32 = 0;
pub(super) const NO: u32 = 0;
pub(super) const YES: u32 = 1;

/// What is worth asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Asked {
    Fact(FactId),
    /// What the authority chooses.
    Choice(OutcomeId),
}

/// What the completions of a case come to for one outcome.
pub(super) struct Exact {
    pub(super) possible: Possible,
    /// The rules of the clauses that fire, and are not overridden, in every completion.
    pub(super) standing: Vec<RuleId>,
    /// The exemptions (by index) that change the result in every completion.
    pub(super) exemptions: Vec<usize>,
    /// The adjustments (by index) that apply in every completion.
    pub(super) adjustments: Vec<usize>,
    /// Whether mitigation and aggravation meet in every completion.
    pub(super) weigh: bool,
    /// What can still change the result.
    pub(super) asks: BTreeSet<Asked>,
    /// Whether a written limit was reached before the answer was exact.
    pub(super) is_approximate: bool,
}

impl Exact {
    /// An outcome of which nothing is the same in every completion.
    pub(super) fn open() -> Self {
        Self {
            possible: Possible::Open(Vec::new()),
            standing: Vec::new(),
            exemptions: Vec::new(),
            adjustments: Vec::new(),
            weigh: false,
            asks: BTreeSet::new(),
            is_approximate: false,
        }
    }
}

/// The verdicts that are still possible.
pub(super) enum Possible {
    /// One.
    Settled(Verdict),
    /// Several; if the answer is approximate, perhaps not all of them. None where nothing at all is known.
    Open(Vec<Verdict>),
}

/// Why no completion of a case counts.
pub(super) enum NoneCounts {
    /// In none is the authority's choice of this outcome permitted; with the verdicts that are possible.
    NotPermitted(OutcomeId, Vec<Verdict>),
    /// In none have all calculations a result.
    WithoutResult(EvaluationError),
}

/// An outcome over all completions.
pub(super) struct Judged {
    pub(super) verdicts: Vec<Verdict>,
    /// The diagram of verdicts: leaf `n` is the verdict `n - 1`.
    pub(super) node: Node,
    conditions: Option<Conditions>,
}

/// The completions of one case.
pub(super) struct Completions<'a> {
    pub(super) data: &'a PolicyData,
    pub(super) facts: &'a Facts,
    pub(super) evaluator: &'a Evaluator<'a>,
    pub(super) domains: Domains<'a>,
    pub(super) store: Diagrams,
    pub(super) defines: BTreeMap<DefineId, Result<Node, TooLarge>>,
    /// The defines that are used, with what they have to wait for, in the order of evaluation.
    waiting: Vec<WaitingDefine<'a>>,
    pub(super) lists: BTreeMap<FoldId, FoldPlace>,
    pub(super) list_values: BTreeMap<FactId, ListValues>,
    pub(super) list_asks: BTreeMap<FactId, BTreeSet<FactId>>,
    /// The lists whose results are a matter of facts of the case: by level, the diagram of the results' numbers.
    pub(super) fixed_lists: BTreeMap<u32, Node>,
    pub(super) mentioned_tests: BTreeMap<OutcomeId, Vec<&'a OutcomeTest>>,
    pub(super) judged: BTreeMap<OutcomeId, Result<Judged, TooLarge>>,
    pub(super) choices: BTreeMap<OutcomeId, Choice>,
    /// The number of combinations of values that conditions were tried with.
    pub(super) tried: usize,
    /// Conditions that could be neither cut nor tried, with their variables.
    pub(super) opaque: Vec<(&'a Expr, u32)>,
    /// The lists whose conditions mention unknown facts of the case. An answer about such a list is no single result, so
    /// what is worth asking besides it cannot be told exactly: everything that bears on the outcome is asked.
    pub(super) entangled: BTreeSet<u32>,
    /// The variables that stand for more than can occur.
    pub(super) approximate: BTreeSet<u32>,
    /// What binds a variable to others. It never rules out values of those.
    pub(super) constraints: BTreeMap<u32, Node>,
    /// Where a calculation has no result.
    pub(super) without_result: Result<Node, TooLarge>,
    /// The first such calculation.
    pub(super) failure: Option<EvaluationError>,
    pub(super) scope: Result<Node, TooLarge>,
    assumed: Result<Node, TooLarge>,
    allowed: Result<Node, TooLarge>,
    /// What is open, where the most telling question is looked for instead of everything that is worth asking.
    pub(super) telling: Option<Telling>,
}

impl<'a> Completions<'a> {
    /// The completions of the unknown facts that `mentioned` conditions depend on, as far as `assumptions` allow them.
    pub(super) fn new(
        data: &'a PolicyData,
        facts: &'a Facts,
        evaluator: &'a Evaluator<'a>,
        mentioned: impl Iterator<Item = &'a Expr>,
        assumptions: &[&'a Expr],
        wanted: Wanted,
    ) -> Self {
        let mut completions = Self::variables(data, facts, evaluator, mentioned, wanted);
        // In the order of definition, so that a long chain of defines needs no deep recursion.
        completions.build_defines(|needs| !needs.folds && needs.outcomes.is_empty());
        completions.build_lists();
        completions.build_defines(|needs| needs.outcomes.is_empty());
        completions.scope = completions.all(data.scopes.iter().map(|part| &part.condition));
        completions.assumed = completions.all(assumptions.iter().copied());
        completions
    }

    /// The variables of the facts that `mentioned` conditions depend on, and those of the lists. Of the defines only
    /// those are laid out that conditions on records mention.
    pub(super) fn unconcluded(
        data: &'a PolicyData,
        facts: &'a Facts,
        evaluator: &'a Evaluator<'a>,
        mentioned: impl Iterator<Item = &'a Expr>,
    ) -> Self {
        let mut completions = Self::variables(data, facts, evaluator, mentioned, Wanted::Everything);
        let mut walk = crate::policy::Walk::new(data);
        for fold in completions.domains.lists.iter().flat_map(|plan| &plan.folds) {
            let fold = data.folds.get(fold.index());
            let parts = fold.into_iter().flat_map(|fold| fold.condition.iter().chain(&fold.summand));
            parts.for_each(|part| walk.visit(part, &mut |_| {}));
        }
        let in_records = walk.defines();
        completions.waiting.retain(|define| in_records.contains(&define.id));
        completions.build_defines(|needs| !needs.folds && needs.outcomes.is_empty());
        completions.build_lists();
        completions.waiting.clear();
        completions
    }

    fn variables(
        data: &'a PolicyData,
        facts: &'a Facts,
        evaluator: &'a Evaluator<'a>,
        mentioned: impl Iterator<Item = &'a Expr>,
        wanted: Wanted,
    ) -> Self {
        let mentions = Mentions::of(data, facts, evaluator, mentioned);
        let domains = Domains::new(data, facts, evaluator, &mentions);
        let mut store = Diagrams::new(domains.sizes(), wanted.most_nodes());
        let without_result = store.leaf(NO);
        Self {
            data,
            facts,
            evaluator,
            domains,
            store,
            defines: BTreeMap::new(),
            waiting: waiting(data, &mentions.defines),
            lists: BTreeMap::new(),
            list_values: BTreeMap::new(),
            list_asks: BTreeMap::new(),
            fixed_lists: BTreeMap::new(),
            mentioned_tests: mentions.outcomes,
            judged: BTreeMap::new(),
            choices: BTreeMap::new(),
            tried: 0,
            opaque: Vec::new(),
            entangled: BTreeSet::new(),
            approximate: BTreeSet::new(),
            constraints: BTreeMap::new(),
            without_result,
            failure: None,
            scope: Err(TooLarge),
            assumed: Err(TooLarge),
            allowed: Err(TooLarge),
            telling: (wanted == Wanted::NextQuestion).then(Telling::default),
        }
    }

    fn build_defines(&mut self, ready: impl Fn(&Needs) -> bool) {
        let (now, later): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.waiting).into_iter().partition(|define| ready(&define.needs));
        self.waiting = later;
        for WaitingDefine { id, value, .. } in now {
            let node = self.condition(value, None);
            self.defines.insert(id, node);
        }
    }

    /// Whether the assumptions forbid every completion.
    pub(super) fn none_allowed(&mut self) -> bool {
        self.assumed.is_ok_and(|assumed| self.is_impossible(assumed))
    }

    /// Takes note of an outcome that does not depend on what is unknown.
    pub(super) fn settle(&mut self, id: OutcomeId, verdict: Verdict) {
        let judged = self.store.leaf(1).map(|node| Judged { verdicts: vec![verdict], node, conditions: None });
        self.judged.insert(id, judged);
        self.build_later_defines();
    }

    /// Lays out an outcome over all completions.
    pub(super) fn lay_out(&mut self, case: &OutcomeCase<'a>) {
        let judged = self.laid_out(case);
        self.judged.insert(case.id, judged);
        self.build_later_defines();
    }

    fn build_later_defines(&mut self) {
        if !self.waiting.is_empty() {
            let judged: BTreeSet<OutcomeId> = self.judged.keys().copied().collect();
            self.build_defines(|needs| needs.outcomes.is_subset(&judged));
        }
    }

    fn laid_out(&mut self, case: &OutcomeCase<'a>) -> Result<Judged, TooLarge> {
        let conditions = Conditions::new(self, case)?;
        let layout = Layout::new(self.data, case, &|rule| conditions.rule(rule) != conditions.never);
        let mut rows = Rows::default();
        let mut node = self.store.leaf(rows.intern(Row::default()))?;
        for (bit, condition) in layout.bits.iter().enumerate() {
            let condition = match condition {
                Bit::Scope => conditions.scope,
                Bit::Exemption(index) => conditions.exemption(*index),
                Bit::Adjustment(index) => conditions.adjustment(*index),
                Bit::Rules(rules) => self.any(rules.iter().map(|rule| conditions.rule(*rule)))?,
            };
            node = self.store.apply(node, condition, &mut |row, truth| rows.extend(row, truth == YES, &layout, bit))?;
        }
        let mut places: BTreeMap<Verdict, u32> = BTreeMap::new();
        let most_verdicts = self.most_verdicts();
        let (mut is_exact, mut failure) = (true, self.failure);
        let node = self.store.map(node, &mut |row| {
            let holds = RowHolds { case, layout: &layout, row: rows.get(row) };
            let verdict = match conclude(self.data, case.outcome, &holds) {
                Ok(Conclusion { verdict, .. }) => verdict,
                Err(error) => {
                    // Amounts without a sum or a middle in some completion: the answer is not exact.
                    is_exact &= excludes_case(error.error);
                    failure = failure.or(Some(error));
                    return FORBIDDEN;
                }
            };
            is_exact &= places.len() <= most_verdicts;
            let next = u32::try_from(places.len() + 1).unwrap_or(u32::MAX);
            *places.entry(verdict).or_insert(next)
        })?;
        if !is_exact {
            return Err(TooLarge);
        }
        self.failure = failure;
        self.exclude(node, FORBIDDEN)?;
        let mut verdicts: Vec<(u32, Verdict)> = places.into_iter().map(|(verdict, place)| (place, verdict)).collect();
        verdicts.sort_by_key(|(place, _)| *place);
        let verdicts = verdicts.into_iter().map(|(_, verdict)| verdict).collect();
        Ok(Judged { verdicts, node, conditions: Some(conditions) })
    }

    /// Takes note that a case cannot be decided where a diagram has this leaf.
    pub(super) fn exclude(&mut self, node: Node, leaf: u32) -> Result<(), TooLarge> {
        let failing = self.store.map(node, &mut |found| u32::from(found == leaf))?;
        if self.store.as_leaf(failing) != Some(NO) {
            self.without_result = match self.without_result {
                Ok(others) => self.either(others, failing),
                Err(TooLarge) => Err(TooLarge),
            };
        }
        Ok(())
    }

    /// Fixes which completions count, once everything is laid out. The choices that the authority has made of open
    /// outcomes have to be permitted.
    ///
    /// # Errors
    /// No completion counts.
    pub(super) fn finish(&mut self, open: &[OutcomeId]) -> Result<(), NoneCounts> {
        self.allowed = self.counting();
        if let (Some(failure), Ok(allowed)) = (self.failure, self.allowed)
            && self.is_impossible(allowed)
        {
            return Err(NoneCounts::WithoutResult(failure));
        }
        for id in open {
            let Some(choice) = self.facts.chosen(*id) else { continue };
            let (Ok(evidence), Ok(allowed)) = (self.evidence(*id, choice), self.allowed) else { continue };
            self.allowed = self.both(allowed, evidence);
            if self.allowed.is_ok_and(|allowed| self.is_impossible(allowed)) {
                let verdicts = self.verdicts_of(*id).map(|(verdicts, _)| verdicts).unwrap_or_default();
                return Err(NoneCounts::NotPermitted(*id, verdicts));
            }
        }
        Ok(())
    }

    /// Whether no completion fulfils a condition.
    fn is_impossible(&mut self, node: Node) -> bool {
        self.bound(node).is_ok_and(|bound| self.store.as_leaf(bound) == Some(NO))
    }

    fn counting(&mut self) -> Result<Node, TooLarge> {
        let with_result = self.not(self.without_result?)?;
        let assumed = self.assumed?;
        self.both(assumed, with_result)
    }

    /// Judges one outcome that is laid out; `None` where it is not settled.
    #[cfg(feature = "analysis")]
    pub(super) fn settled(&mut self, case: &OutcomeCase<'_>) -> Option<Exact> {
        let node = self.judged.get(&case.id)?.as_ref().ok()?.node;
        let root = self.counted(node).ok()?;
        let reached = self.store.reach(root, &mut HashMap::new()).without(FORBIDDEN);
        (reached.iter().count() == 1).then(|| self.outcome(case))
    }

    /// Judges one outcome that is laid out.
    pub(super) fn outcome(&mut self, case: &OutcomeCase<'_>) -> Exact {
        // Duties may still read it.
        let judged = self.judged.remove(&case.id).unwrap_or(Err(TooLarge));
        let exact = match &judged {
            Ok(judged) => self.judge(case, judged),
            Err(TooLarge) => Err(TooLarge),
        };
        self.judged.insert(case.id, judged);
        exact.unwrap_or_else(|TooLarge| Exact {
            asks: self.untold((0..).zip(&self.domains.subjects).flat_map(|(level, _)| self.asked_by(level)).collect()),
            is_approximate: true,
            ..Exact::open()
        })
    }

    fn judge(&mut self, case: &OutcomeCase<'_>, judged: &Judged) -> Result<Exact, TooLarge> {
        let root = self.counted(judged.node)?;
        let reached = self.store.reach(root, &mut HashMap::new()).without(FORBIDDEN);
        let mut possible: Vec<Verdict> =
            reached.iter().filter_map(|leaf| judged.verdicts.get((leaf - 1) as usize).cloned()).collect();
        possible.sort();
        let is_vague = possible.iter().any(|verdict| verdict.status == Status::Undetermined);
        let is_settled = possible.len() == 1 && !is_vague;
        let mut asks = if possible.len() > 1 { self.asks(root, &reached) } else { BTreeSet::new() };
        if is_vague {
            let vague = case.vague_facts(self.facts, self.evaluator).into_iter().map(Asked::Fact).collect();
            asks.extend(self.untold(vague));
        }
        let is_approximate = !is_settled
            && !self.approximate.is_empty()
            && self.store.support(root).iter().any(|level| self.approximate.contains(level));
        let possible = match possible.pop() {
            Some(only) if is_settled => Possible::Settled(only),
            last => {
                possible.extend(last);
                Possible::Open(possible)
            }
        };
        let is_approximate = is_approximate || matches!(&possible, Possible::Open(none) if none.is_empty());
        let is_shown = self.telling.is_none() || matches!(possible, Possible::Settled(_));
        let constant = match &judged.conditions {
            Some(conditions) if is_shown => self.constant_parts(case, conditions, judged)?,
            Some(_) => Exact::open(),
            None => return Err(TooLarge),
        };
        Ok(Exact { possible, asks, is_approximate, ..constant })
    }

    /// The diagram without the completions that do not count.
    pub(super) fn counted(&mut self, node: Node) -> Result<Node, TooLarge> {
        let allowed = self.allowed_for(node)?;
        self.store.apply(node, allowed, &mut |leaf, allowed| if allowed == YES { leaf } else { FORBIDDEN })
    }

    /// The completions that count, as far as they bear on a diagram.
    pub(super) fn allowed_for(&mut self, node: Node) -> Result<Node, TooLarge> {
        let allowed = self.allowed?;
        if self.constraints.is_empty() {
            return Ok(allowed);
        }
        self.bound_for(allowed, self.store.support(node))
    }

    fn bound(&mut self, node: Node) -> Result<Node, TooLarge> {
        self.bound_for(node, Vec::new())
    }

    /// A diagram together with what binds its variables, and some other ones, to others.
    fn bound_for(&mut self, node: Node, others: Vec<u32>) -> Result<Node, TooLarge> {
        let mut bound = node;
        let mut done: BTreeSet<u32> = BTreeSet::new();
        let mut levels: BTreeSet<u32> = others.into_iter().chain(self.store.support(node)).collect();
        while let Some(level) = levels.pop_first() {
            let Some(constraint) = self.constraints.get(&level).copied().filter(|_| done.insert(level)) else {
                continue;
            };
            bound = self.both(bound, constraint)?;
            levels.extend(self.store.support(constraint));
            levels.retain(|level| !done.contains(level));
        }
        Ok(bound)
    }

    pub(super) fn asks(&mut self, root: Node, reached: &LeafSet) -> BTreeSet<Asked> {
        if let Some(telling) = &mut self.telling {
            telling.open.push((root, reached.clone()));
            return BTreeSet::new();
        }
        let bearing = self.store.support(root);
        let asked = if bearing.iter().any(|level| self.entangled.contains(level)) {
            bearing
        } else {
            Search::new(&mut self.store, root, reached.clone(), FORBIDDEN, MAX_ASK_STEPS).asked_levels()
        };
        asked.into_iter().flat_map(|level| self.asked_by(level)).collect()
    }

    /// What a variable asks for.
    pub(super) fn asked_by(&self, level: u32) -> Vec<Asked> {
        match self.domains.subject(level) {
            Some(Subject::Fact(id)) => vec![Asked::Fact(*id)],
            Some(Subject::Choice(id)) => vec![Asked::Choice(*id)],
            Some(Subject::List(list)) => {
                self.list_asks.get(list).into_iter().flatten().map(|id| Asked::Fact(*id)).collect()
            }
            Some(Subject::Opaque(facts)) => facts.iter().map(|id| Asked::Fact(*id)).collect(),
            Some(Subject::Field(..)) | None => Vec::new(),
        }
    }

    /// Adds a variable behind all others.
    pub(super) fn add_variable(&mut self, subject: Subject, values: usize) -> u32 {
        self.domains.add(subject, Vec::new());
        self.store.add_variable(values)
    }

    /// Whether a condition holds in every completion that counts.
    pub(super) fn always(&mut self, condition: Node) -> Result<bool, TooLarge> {
        let allowed = self.allowed_for(condition)?;
        let holds =
            self.store.apply(condition, allowed, &mut |holds, allowed| u32::from(allowed == NO || holds == YES))?;
        Ok(self.store.as_leaf(holds) == Some(YES))
    }

    pub(super) fn both(&mut self, left: Node, right: Node) -> Result<Node, TooLarge> {
        self.store.apply(left, right, &mut |a, b| a & b)
    }

    pub(super) fn either(&mut self, left: Node, right: Node) -> Result<Node, TooLarge> {
        self.store.apply(left, right, &mut |a, b| a | b)
    }

    pub(super) fn not(&mut self, node: Node) -> Result<Node, TooLarge> {
        self.store.map(node, &mut |truth| 1 - truth)
    }

    pub(super) fn any(&mut self, nodes: impl Iterator<Item = Node>) -> Result<Node, TooLarge> {
        let mut any = self.store.leaf(NO)?;
        for node in nodes {
            any = self.either(any, node)?;
        }
        Ok(any)
    }

    fn all(&mut self, conditions: impl Iterator<Item = &'a Expr>) -> Result<Node, TooLarge> {
        let mut all = self.store.leaf(YES)?;
        for condition in conditions {
            let node = self.condition(condition, None)?;
            all = self.both(all, node)?;
        }
        Ok(all)
    }
}

/// Whether a case that gives this error cannot be decided in any way, so that it is none of the completions. Of other
/// errors a calendar, or larger numbers, would make a result.
pub(super) fn excludes_case(error: ArithmeticError) -> bool {
    match error {
        ArithmeticError::NeverHappened | ArithmeticError::NoVersion | ArithmeticError::BadInterval => true,
        ArithmeticError::Overflow
        | ArithmeticError::Mismatch
        | ArithmeticError::NeedsCalendar
        | ArithmeticError::YearNotCovered(_)
        | ArithmeticError::NotDated
        | ArithmeticError::TooManyAmounts => false,
    }
}
