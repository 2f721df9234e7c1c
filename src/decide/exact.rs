//! Exactness under unknown facts: all completions of a case are judged at once.
//!
//! Each unknown fact that matters becomes a variable with finitely many values (see `domains`), each open condition a
//! diagram over them. The diagrams of an outcome's conditions are laid on top of each other; every combination of
//! truths that some completion reaches is concluded by the same [`conclude`] as a case without unknowns.

use super::asks::Search;
use super::conclude::{Conclusion, Verdict, conclude};
use super::decision::Status;
use super::diagram::{Diagrams, LeafSet, Node, TooLarge};
use super::domains::{Domains, MAX_ATOM_CASES, open_facts};
use super::evaluate::{Evaluator, Truth};
use super::facts::Facts;
use super::interpret::OutcomeCase;
use super::truth_table::{Bit, Layout, Row, RowHolds, Rows};
use crate::policy::{DefineId, Direction, Expr, ExprKind, FactId, PolicyData, RuleId, RuleKind, direction};
use crate::source::limits::MAX_DIAGRAM_NODES;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The leaf of completions that the assumptions forbid.
const FORBIDDEN: u32 = 0;
const NO: u32 = 0;
const YES: u32 = 1;

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
    /// The facts that can still change the result.
    pub(super) asks: BTreeSet<FactId>,
}

/// The verdicts that are still possible.
pub(super) enum Possible {
    /// One.
    Settled(Verdict),
    /// Several.
    Open(Vec<Verdict>),
    /// A written limit was reached before that was known.
    LimitReached,
}

/// The completions of one case.
pub(super) struct Completions<'a> {
    data: &'a PolicyData,
    facts: &'a Facts,
    evaluator: &'a Evaluator<'a>,
    domains: Domains,
    store: Diagrams,
    defines: BTreeMap<DefineId, Result<Node, TooLarge>>,
    scope: Result<Node, TooLarge>,
    allowed: Result<Node, TooLarge>,
}

impl<'a> Completions<'a> {
    /// The completions of the unknown facts that `mentioned` conditions depend on, as far as `assumptions` allow them.
    pub(super) fn new<'e>(
        data: &'a PolicyData,
        facts: &'a Facts,
        evaluator: &'a Evaluator<'a>,
        mentioned: impl Iterator<Item = &'e Expr>,
        assumptions: &[&Expr],
    ) -> Self {
        let mentioned: Vec<&Expr> = mentioned.collect();
        let (domains, used_defines) = Domains::new(data, facts, evaluator, &mentioned);
        let store = Diagrams::new(domains.sizes(), MAX_DIAGRAM_NODES);
        let mut completions = Self {
            data,
            facts,
            evaluator,
            domains,
            store,
            defines: BTreeMap::new(),
            scope: Err(TooLarge),
            allowed: Err(TooLarge),
        };
        // In the order of definition, so that a long chain of defines needs no deep recursion.
        for id in data.define_order.iter().filter(|id| used_defines.contains(id)) {
            let Some(define) = data.defines.get(id.index()) else { continue };
            if define.value.value_type == crate::policy::Type::Bool {
                let node = completions.condition(&define.value);
                completions.defines.insert(*id, node);
            }
        }
        let scopes: Vec<&Expr> = data.scopes.iter().map(|part| &part.condition).collect();
        completions.scope = completions.all(&scopes);
        completions.allowed = completions.all(assumptions);
        completions
    }

    /// Whether the assumptions forbid every completion.
    pub(super) fn none_allowed(&mut self) -> bool {
        self.allowed.is_ok_and(|allowed| self.store.as_leaf(allowed) == Some(NO))
    }

    /// Judges one outcome.
    pub(super) fn outcome(&mut self, case: &OutcomeCase<'_>) -> Exact {
        self.judge(case).unwrap_or_else(|TooLarge| Exact {
            possible: Possible::LimitReached,
            standing: Vec::new(),
            exemptions: Vec::new(),
            adjustments: Vec::new(),
            weigh: false,
            asks: self.domains.facts().collect(),
        })
    }

    fn judge(&mut self, case: &OutcomeCase<'_>) -> Result<Exact, TooLarge> {
        let conditions = Conditions::new(self, case)?;
        let (verdicts, root) = self.verdicts(case, &conditions)?;
        let reached = self.store.reach(root, &mut HashMap::new()).without(FORBIDDEN);
        let verdict = |leaf: u32| verdicts.get((leaf - 1) as usize).cloned();
        let mut possible: Vec<Verdict> = reached.iter().filter_map(verdict).collect();
        possible.sort();
        let asks = if possible.len() > 1 { self.asks(root, &reached) } else { BTreeSet::new() };
        let possible = match (possible.len(), possible.pop()) {
            (1, Some(only)) => Possible::Settled(only),
            (_, Some(last)) => {
                possible.push(last);
                Possible::Open(possible)
            }
            (_, None) => Possible::LimitReached,
        };
        let constant = self.constant_parts(case, &conditions, &verdicts, root)?;
        Ok(Exact { possible, asks, ..constant })
    }

    /// The diagram of verdicts: leaf 0 is forbidden, leaf `n` the verdict `n - 1`.
    fn verdicts(&mut self, case: &OutcomeCase<'_>, conditions: &Conditions) -> Result<(Vec<Verdict>, Node), TooLarge> {
        let layout = Layout::new(self.data, case, &|rule| conditions.rule(rule) != conditions.never);
        let mut rows = Rows::default();
        let mut node = self.store.leaf(rows.intern(Row::default()))?;
        for (bit, condition) in layout.bits.iter().enumerate() {
            let condition = match condition {
                Bit::Scope => conditions.scope,
                Bit::Exemption(index) => conditions.exemption(*index),
                Bit::Adjustment(index) => conditions.adjustment(*index),
                Bit::Rules(rules) => {
                    let nodes: Vec<Node> = rules.iter().map(|rule| conditions.rule(*rule)).collect();
                    self.any(&nodes)?
                }
            };
            node = self.store.apply(node, condition, &mut |row, truth| rows.extend(row, truth == YES, &layout, bit))?;
        }
        let mut verdicts: Vec<Verdict> = Vec::new();
        let mut without_result = false;
        let node = self.store.map(node, &mut |row| {
            let holds = RowHolds { layout: &layout, row: rows.get(row) };
            let Ok(Conclusion { verdict, .. }) = conclude(self.data, case.outcome, &holds) else {
                without_result = true;
                return FORBIDDEN;
            };
            let known = verdicts.iter().position(|found| *found == verdict);
            let index = known.unwrap_or_else(|| {
                verdicts.push(verdict);
                verdicts.len() - 1
            });
            u32::try_from(index + 1).unwrap_or(u32::MAX)
        })?;
        if without_result {
            // Amounts without a sum or a middle in some completion: the answer is not exact, so it is not given.
            return Err(TooLarge);
        }
        let allowed = self.allowed?;
        let root = self.store.apply(node, allowed, &mut |verdict, allowed| {
            if allowed == YES { verdict } else { FORBIDDEN }
        })?;
        Ok((verdicts, root))
    }

    /// What is the same in every completion that is allowed.
    fn constant_parts(
        &mut self,
        case: &OutcomeCase<'_>,
        conditions: &Conditions,
        verdicts: &[Verdict],
        root: Node,
    ) -> Result<Exact, TooLarge> {
        let status = |leaf: u32| verdicts.get((leaf as usize).wrapping_sub(1)).map(|verdict| verdict.status);
        let decided = self.store.map(root, &mut |leaf| u32::from(status(leaf) == Some(Status::Decided)))?;
        let exempt = self.store.map(root, &mut |leaf| u32::from(status(leaf) == Some(Status::Exempt)))?;
        let standing_nodes = self.standing(case, conditions)?;
        // A clause may hold several rules; it fires where one of them does.
        let clause = |rule: &RuleId| self.data.rules.get(rule.index()).map(|rule| rule.clause);
        let mut clauses: BTreeMap<_, Vec<(RuleId, Node)>> = BTreeMap::new();
        for (rule, node) in &standing_nodes {
            clauses.entry(clause(rule)).or_default().push((*rule, *node));
        }
        let mut standing = Vec::new();
        for rules in clauses.values() {
            let fires = self.any(&rules.iter().map(|(_, node)| *node).collect::<Vec<_>>())?;
            if self.always(fires)? {
                standing.extend(rules.iter().map(|(rule, _)| *rule));
            }
        }
        let mut whole = self.store.leaf(NO)?;
        for (index, exemption) in case.outcome.exemptions.iter().enumerate() {
            if exemption.from.is_none() {
                whole = self.either(whole, conditions.exemption(index))?;
            }
        }
        let mut exemptions = Vec::new();
        for (index, exemption) in case.outcome.exemptions.iter().enumerate() {
            let holds = self.both(conditions.exemption(index), conditions.scope)?;
            let effective = match &exemption.from {
                None => holds,
                Some(from) => {
                    let excused = standing_nodes.iter().filter(|(rule, _)| from.contains(rule)).map(|(_, node)| *node);
                    let excused = self.any(&excused.collect::<Vec<_>>())?;
                    let not_whole = self.not(whole)?;
                    let left_nothing = self.both(exempt, not_whole)?;
                    let changes = self.either(excused, left_nothing)?;
                    self.both(holds, changes)?
                }
            };
            if self.always(effective)? {
                exemptions.push(index);
            }
        }
        let mut adjustments = Vec::new();
        let (mut mitigating, mut aggravating) = (self.store.leaf(NO)?, self.store.leaf(NO)?);
        for (index, adjustment) in case.outcome.adjustments.iter().enumerate() {
            let applies = self.both(conditions.adjustment(index), decided)?;
            if self.always(applies)? {
                adjustments.push(index);
            }
            match adjustment.adjustments.first().map(|first| direction(*first)) {
                Some(Direction::Lighter) => mitigating = self.either(mitigating, applies)?,
                Some(Direction::Heavier) => aggravating = self.either(aggravating, applies)?,
                None => {}
            }
        }
        let meet = self.both(mitigating, aggravating)?;
        let weigh = self.always(meet)?;
        Ok(Exact { possible: Possible::LimitReached, standing, exemptions, adjustments, weigh, asks: BTreeSet::new() })
    }

    /// For each rule: where it fires and is not overridden.
    fn standing(&mut self, case: &OutcomeCase<'_>, conditions: &Conditions) -> Result<Vec<(RuleId, Node)>, TooLarge> {
        let rule = |id: RuleId| self.data.rules.get(id.index());
        let is_plain = |id: &RuleId| rule(*id).is_some_and(|rule| rule.kind == RuleKind::Plain);
        let plain: Vec<Node> =
            case.outcome.rules.iter().filter(|id| is_plain(id)).map(|id| conditions.rule(*id)).collect();
        let overriding: Vec<(RuleId, &[RuleId])> = case
            .outcome
            .rules
            .iter()
            .filter_map(|id| rule(*id).map(|found| (*id, found.overrides.as_slice())))
            .filter(|(_, overrides)| !overrides.is_empty())
            .collect();
        let plain_ids: BTreeSet<RuleId> = case.outcome.rules.iter().copied().filter(is_plain).collect();
        let any_plain = self.any(&plain)?;
        let no_plain = self.not(any_plain)?;
        let mut fires: BTreeMap<RuleId, Node> = BTreeMap::new();
        for id in &case.outcome.rules {
            let own = self.both(conditions.rule(*id), conditions.scope)?;
            let node = if plain_ids.contains(id) { own } else { self.both(own, no_plain)? };
            fires.insert(*id, node);
        }
        let mut standing = Vec::new();
        for (id, node) in &fires {
            let over = overriding.iter().filter(|(_, overrides)| overrides.contains(id));
            let over: Vec<Node> = over.filter_map(|(other, _)| fires.get(other).copied()).collect();
            let overridden = self.any(&over)?;
            let kept = self.not(overridden)?;
            standing.push((*id, self.both(*node, kept)?));
        }
        Ok(standing)
    }

    fn asks(&mut self, root: Node, reached: &LeafSet) -> BTreeSet<FactId> {
        let mut search = Search::new(&mut self.store, root, reached.clone(), FORBIDDEN);
        let asked = search.asked_levels();
        asked.into_iter().filter_map(|level| self.domains.fact(level)).collect()
    }

    /// Whether a condition holds in every allowed completion.
    fn always(&mut self, condition: Node) -> Result<bool, TooLarge> {
        let allowed = self.allowed?;
        let holds =
            self.store.apply(condition, allowed, &mut |holds, allowed| u32::from(allowed == NO || holds == YES))?;
        Ok(self.store.as_leaf(holds) == Some(YES))
    }

    fn both(&mut self, left: Node, right: Node) -> Result<Node, TooLarge> {
        self.store.apply(left, right, &mut |a, b| a & b)
    }

    fn either(&mut self, left: Node, right: Node) -> Result<Node, TooLarge> {
        self.store.apply(left, right, &mut |a, b| a | b)
    }

    fn not(&mut self, node: Node) -> Result<Node, TooLarge> {
        self.store.map(node, &mut |truth| 1 - truth)
    }

    fn any(&mut self, nodes: &[Node]) -> Result<Node, TooLarge> {
        let mut any = self.store.leaf(NO)?;
        for node in nodes {
            any = self.either(any, *node)?;
        }
        Ok(any)
    }

    fn all(&mut self, conditions: &[&Expr]) -> Result<Node, TooLarge> {
        let mut all = self.store.leaf(YES)?;
        for condition in conditions {
            let node = self.condition(condition)?;
            all = self.both(all, node)?;
        }
        Ok(all)
    }

    /// The diagram of a condition: leaf 1 where it holds.
    fn condition(&mut self, expr: &Expr) -> Result<Node, TooLarge> {
        match self.evaluator.truth(expr) {
            Ok(Truth::True) => return self.store.leaf(YES),
            Ok(Truth::False) => return self.store.leaf(NO),
            Ok(Truth::Unknown) | Err(_) => {}
        }
        match &expr.kind {
            ExprKind::Not(inner) => {
                let node = self.condition(inner)?;
                self.not(node)
            }
            ExprKind::And(operands) => self.all(&operands.iter().collect::<Vec<_>>()),
            ExprKind::Or(operands) => {
                let nodes = operands.iter().map(|operand| self.condition(operand)).collect::<Result<Vec<_>, _>>()?;
                self.any(&nodes)
            }
            ExprKind::Implies(premise, conclusion) => {
                let premise = self.condition(premise)?;
                let (premise, conclusion) = (self.not(premise)?, self.condition(conclusion)?);
                self.either(premise, conclusion)
            }
            ExprKind::Define(id) => self.defines.get(id).copied().unwrap_or(Err(TooLarge)),
            ExprKind::Fact(_) | ExprKind::Compare(..) | ExprKind::Among(..) | ExprKind::Between(..) => self.atom(expr),
            ExprKind::Constant(_) | ExprKind::Sum(_) | ExprKind::Product(_) | ExprKind::Negative(_) => Err(TooLarge),
        }
    }

    /// A condition without connectives: tried with every combination of values of the facts that it depends on.
    fn atom(&mut self, expr: &Expr) -> Result<Node, TooLarge> {
        if self.domains.is_inexact(expr) {
            return Err(TooLarge);
        }
        let (facts, defines) = open_facts(self.data, self.facts, expr);
        let levels: BTreeSet<u32> = facts.iter().filter_map(|fact| self.domains.level(*fact)).collect();
        let levels: Vec<u32> = levels.into_iter().collect();
        let cases = levels.iter().try_fold(1_usize, |cases, level| cases.checked_mul(self.store.domain(*level)));
        if levels.len() != facts.len() || cases.is_none_or(|cases| cases > MAX_ATOM_CASES) {
            return Err(TooLarge);
        }
        let mut trial = self.facts.clone();
        self.try_values(expr, &levels, &defines, &mut trial)
    }

    fn try_values(
        &mut self,
        expr: &Expr,
        levels: &[u32],
        defines: &BTreeSet<DefineId>,
        trial: &mut Facts,
    ) -> Result<Node, TooLarge> {
        let Some((level, rest)) = levels.split_first() else {
            let evaluator = Evaluator::with_defines(self.data, trial, defines);
            return match evaluator.truth(expr) {
                Ok(Truth::True) => self.store.leaf(YES),
                Ok(Truth::False) => self.store.leaf(NO),
                // A calculation without result in some completion: the answer is not exact, so it is not given.
                Ok(Truth::Unknown) | Err(_) => Err(TooLarge),
            };
        };
        let Some(fact) = self.domains.fact(*level) else { return Err(TooLarge) };
        let mut children = Vec::new();
        for value in self.domains.values(*level).to_vec() {
            trial.assume(fact, Some(value));
            children.push(self.try_values(expr, rest, defines, trial)?);
        }
        trial.assume(fact, None);
        self.store.branch(*level, children)
    }
}

/// The diagrams of an outcome's conditions.
struct Conditions {
    scope: Node,
    never: Node,
    rules: BTreeMap<RuleId, Node>,
    exemptions: Vec<Node>,
    adjustments: Vec<Node>,
}

impl Conditions {
    fn new(completions: &mut Completions<'_>, case: &OutcomeCase<'_>) -> Result<Self, TooLarge> {
        let always = completions.store.leaf(YES)?;
        let never = completions.store.leaf(NO)?;
        let mut rules = BTreeMap::new();
        for id in &case.outcome.rules {
            let condition = completions.data.rules.get(id.index()).and_then(|rule| rule.condition.as_ref());
            let node = match condition {
                Some(condition) => completions.condition(condition)?,
                None => always,
            };
            rules.insert(*id, node);
        }
        let mut exemptions = Vec::new();
        for exemption in &case.outcome.exemptions {
            exemptions.push(completions.condition(&exemption.condition)?);
        }
        let mut adjustments = Vec::new();
        for adjustment in &case.outcome.adjustments {
            adjustments.push(completions.condition(&adjustment.condition)?);
        }
        Ok(Self { scope: completions.scope?, never, rules, exemptions, adjustments })
    }

    fn rule(&self, id: RuleId) -> Node {
        self.rules.get(&id).copied().unwrap_or(self.never)
    }

    fn exemption(&self, index: usize) -> Node {
        self.exemptions.get(index).copied().unwrap_or(self.never)
    }

    fn adjustment(&self, index: usize) -> Node {
        self.adjustments.get(index).copied().unwrap_or(self.never)
    }
}
