//! From the checked policy to a program.

use super::Parts;
use super::block::{Block, Conditions};
use super::circuit::Circuits;
use super::columns::{Columns, NO, YES};
use super::coverage::Uncompiled;
use super::cube::{self, ClassSet, Cube};
use super::groups::Groups;
use super::interpreted::Interpreted;
use super::ruleset::{Place, Ruleset};
use crate::policy::{DefineId, Expr, ExprKind, FactId, Outcome, OutcomeId, Policy, PolicyData, Type, Value, Walk};
use crate::syntax::ast::{Comparison, Polarity};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Most alternatives of one condition; a part of it becomes a column of its own where there would be more.
const MAX_CUBES: usize = 64;
/// Most alternatives that a conjunction is multiplied out to.
const MAX_PRODUCT: usize = 16;
/// How deep defines may be looked through before the interpreter takes over.
const MAX_DEPTH: usize = 256;

/// An outcome with its conditions.
struct Lowered<'d> {
    id: OutcomeId,
    outcome: &'d Outcome,
    conditions: Conditions,
    /// After how many outcomes they can be told.
    stage: usize,
}

/// Compiles a policy.
pub(super) fn parts(policy: &Policy) -> Parts {
    let data = policy.data();
    let mut lowering = Lowering::new(data);
    let ground = data.assumptions.iter().map(|assumption| &assumption.condition);
    let ground = ground.chain(data.scopes.iter().map(|scope| &scope.condition));
    let ground: Conditions = ground.map(|condition| lowering.cubes(condition, true)).collect();
    let mut uncompiled = Vec::new();
    let ground_reads = std::mem::take(&mut lowering.reads_inside) || lowering.stage(&ground) > 0;
    let mut lowered = Vec::new();
    for id in &data.outcome_order {
        let Some(outcome) = data.outcomes.get(id.index()) else { continue };
        let conditions = lowering.conditions(outcome);
        if std::mem::take(&mut lowering.reads_inside) || ground_reads {
            uncompiled.push((*id, Uncompiled::ReadsInside));
        }
        let stage = lowering.stage(&conditions);
        lowered.push(Lowered { id: *id, outcome, conditions, stage });
    }
    lowering.note_duties();
    let columns = lowering.columns;
    let groups = Groups::of(&columns);
    let Laid { blocks, rulesets } = lay_out(data, &ground, &lowered, (&columns, &groups), &mut uncompiled);
    let interpreted = Interpreted::of(data, &columns, &rulesets);
    Parts {
        told: columns.by_stage(data.outcomes.len()),
        places: data.outcomes.iter().enumerate().map(|(index, _)| place_of(&rulesets, index)).collect(),
        interpreted,
        policy: policy.clone(),
        assumptions: data.assumptions.len(),
        circuits: Circuits::of(&ground, lowered.iter().map(|of| &of.conditions), &columns),
        columns,
        groups,
        blocks,
        rulesets,
        uncompiled,
    }
}

fn place_of(rulesets: &[Ruleset], outcome: usize) -> usize {
    rulesets.iter().position(|ruleset| ruleset.id.index() == outcome).unwrap_or(usize::MAX)
}

/// Blocks, and the outcomes whose conditions stand in them.
struct Laid {
    blocks: Vec<Block>,
    rulesets: Vec<Ruleset>,
}

/// Lays out the ground and the outcomes that read no other in one block, every other outcome in one of its own.
fn lay_out(
    data: &PolicyData,
    ground: &Conditions,
    lowered: &[Lowered<'_>],
    (columns, groups): (&Columns, &Groups),
    uncompiled: &mut Vec<(OutcomeId, Uncompiled)>,
) -> Laid {
    let at_once = lowered.iter().filter(|of| of.stage == 0).map(|of| &of.conditions);
    let sections: Vec<&Conditions> = std::iter::once(ground).chain(at_once).collect();
    let whole = Block::new(&sections, columns, groups);
    // Where that is too large, each outcome may still be small enough.
    let are_together = whole.is_some();
    let first = whole.or_else(|| Block::new(&[ground], columns, groups)).unwrap_or_else(|| {
        uncompiled.extend(data.outcome_order.iter().map(|id| (*id, Uncompiled::TooLarge)));
        Block::default()
    });
    let (mut blocks, mut rulesets, mut section) = (vec![first], Vec::new(), 0);
    for Lowered { id, outcome, conditions, stage } in lowered {
        let place = if *stage == 0 && are_together {
            section += 1;
            blocks.first().map(|block| Place { block: 0, start: block.start(section) })
        } else {
            Block::new(&[conditions], columns, groups).map(|block| {
                blocks.push(block);
                Place { block: blocks.len() - 1, start: 0 }
            })
        };
        let alternatives = conditions.iter().map(Vec::len).sum();
        match place {
            Some(place) => rulesets.push(Ruleset::new(data, (*id, outcome), place, alternatives)),
            None => uncompiled.push((*id, Uncompiled::TooLarge)),
        }
    }
    Laid { blocks, rulesets }
}

struct Lowering<'d> {
    data: &'d PolicyData,
    columns: Columns,
    /// What defines come to, for the wanted truth.
    defines: BTreeMap<(DefineId, bool), Vec<Cube>>,
    /// After how many outcomes each can be read.
    stages: BTreeMap<OutcomeId, usize>,
    depth: usize,
    /// Whether a condition that the interpreter has to evaluate reads an outcome.
    reads_inside: bool,
}

/// Every expression that a program tests.
fn roots(data: &PolicyData) -> impl Iterator<Item = &Expr> {
    let rules = data.rules.iter().filter_map(|rule| rule.condition.as_ref());
    let exemptions = data.outcomes.iter().flat_map(|outcome| &outcome.exemptions).map(|found| &found.condition);
    let adjustments = data.outcomes.iter().flat_map(|outcome| &outcome.adjustments).map(|found| &found.condition);
    let ground = data.assumptions.iter().map(|found| &found.condition);
    ground.chain(data.scopes.iter().map(|found| &found.condition)).chain(rules).chain(exemptions).chain(adjustments)
}

/// The constants that each fact is compared with.
fn constants(data: &PolicyData) -> BTreeMap<FactId, Vec<Value>> {
    let mut found: BTreeMap<FactId, Vec<Value>> = BTreeMap::new();
    let mut walk = Walk::new(data);
    let mut note = |operand: &Expr, values: &[&Value]| {
        if let ExprKind::Fact(id) = resolved(data, operand).kind {
            found.entry(id).or_default().extend(values.iter().map(|value| (*value).clone()));
        }
    };
    for root in roots(data).chain(data.duties.iter().flat_map(|duty| duty.when.iter().chain(&duty.must))) {
        walk.visit(root, &mut |expr| match &expr.kind {
            ExprKind::Compare(_, left, right) => match (&resolved(data, left).kind, &resolved(data, right).kind) {
                (_, ExprKind::Constant(value)) => note(left, &[value]),
                (ExprKind::Constant(value), _) => note(right, &[value]),
                _ => {
                    note(left, &[]);
                    note(right, &[]);
                }
            },
            ExprKind::Among(_, operand, values) => note(operand, &values.iter().collect::<Vec<_>>()),
            ExprKind::Between(_, operand, from, to) => note(operand, &[from, to]),
            ExprKind::Fact(_) if expr.value_type == Type::Bool => note(expr, &[]),
            _ => {}
        });
    }
    found
}

/// What a define stands for in the end.
fn resolved<'e>(data: &'e PolicyData, mut expr: &'e Expr) -> &'e Expr {
    // A define mentions only defines that come earlier, so this ends.
    while let ExprKind::Define(id) = &expr.kind {
        match data.defines.get(id.index()) {
            Some(define) => expr = &define.value,
            None => return expr,
        }
    }
    expr
}

/// Whether two things in this order compare as the operator says.
fn fits(operator: Comparison, order: Ordering) -> bool {
    match operator {
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
        Comparison::Less => order.is_lt(),
        Comparison::LessEqual => order.is_le(),
        Comparison::Greater => order.is_gt(),
        Comparison::GreaterEqual => order.is_ge(),
    }
}

impl<'d> Lowering<'d> {
    fn new(data: &'d PolicyData) -> Self {
        Self {
            data,
            columns: Columns::of_facts(data, constants(data)),
            defines: BTreeMap::new(),
            stages: data.outcome_order.iter().enumerate().map(|(place, id)| (*id, place + 1)).collect(),
            depth: 0,
            reads_inside: false,
        }
    }

    /// After how many outcomes some conditions can be told.
    fn stage(&self, conditions: &Conditions) -> usize {
        let tests = conditions.iter().flatten().flat_map(|cube| &cube.tests);
        tests.filter_map(|(column, _)| self.columns.get(*column)).map(|column| column.stage).max().unwrap_or(0)
    }

    /// The conditions of an outcome: rules, exemptions, adjustments, each in the order of the text.
    fn conditions(&mut self, outcome: &'d Outcome) -> Conditions {
        let data = self.data;
        let rules = outcome.rules.iter().filter_map(|id| data.rules.get(id.index()));
        let rules = rules.map(|rule| rule.condition.as_ref());
        let exemptions = outcome.exemptions.iter().map(|found| Some(&found.condition));
        let adjustments = outcome.adjustments.iter().map(|found| Some(&found.condition));
        let conditions = rules.chain(exemptions).chain(adjustments);
        conditions.map(|condition| condition.map_or_else(always, |condition| self.cubes(condition, true))).collect()
    }

    /// Makes columns of the conditions of duties that the interpreter evaluates: a case is decided only if they have a
    /// result.
    fn note_duties(&mut self) {
        for duty in &self.data.duties {
            for condition in duty.when.iter().chain(&duty.must) {
                self.cubes(condition, true);
            }
            if let Some(due) = &duty.due {
                let kind = ExprKind::Elapsed(Box::new(due.clone()));
                self.columns.condition(&Expr { kind, value_type: Type::Bool, span: due.span });
            }
        }
    }

    /// The alternatives under which a condition is `wanted`.
    fn cubes(&mut self, expr: &'d Expr, wanted: bool) -> Vec<Cube> {
        if self.depth >= MAX_DEPTH {
            return self.left_to_interpreter(expr, wanted);
        }
        self.depth += 1;
        let cubes = self.alternatives(expr, wanted);
        self.depth -= 1;
        cubes
    }

    fn alternatives(&mut self, expr: &'d Expr, wanted: bool) -> Vec<Cube> {
        match &expr.kind {
            ExprKind::Constant(Value::Bool(truth)) => constant(*truth == wanted),
            ExprKind::Not(inner) => self.cubes(inner, !wanted),
            ExprKind::And(operands) => self.chain(operands.iter().map(|operand| (operand, wanted)), wanted),
            ExprKind::Or(operands) => self.chain(operands.iter().map(|operand| (operand, wanted)), !wanted),
            ExprKind::Implies(premise, conclusion) => {
                self.chain([(&**premise, !wanted), (&**conclusion, wanted)].into_iter(), !wanted)
            }
            ExprKind::Define(id) => self.define(*id, wanted),
            ExprKind::Outcome(id, test) => {
                let stage = self.stages.get(id).copied().unwrap_or(usize::MAX);
                let column = self.columns.outcome(*id, test, stage);
                truth_test(column, wanted)
            }
            ExprKind::Fact(id) => match self.columns.fact(*id) {
                Some(column) => truth_test(column, wanted),
                None => self.left_to_interpreter(expr, wanted),
            },
            ExprKind::Compare(operator, left, right) if left.value_type == Type::Bool => {
                self.same_truth(*operator, left, right, wanted)
            }
            ExprKind::Compare(operator, left, right) => {
                let cubes = self.compared(*operator, left, right, wanted);
                cubes.unwrap_or_else(|| self.left_to_interpreter(expr, wanted))
            }
            ExprKind::Among(polarity, operand, values) => {
                let listed: Vec<&Value> = values.iter().collect();
                let cubes = self.fact_test(operand, &listed, |class, listed| {
                    (listed.contains(&class) == (*polarity == Polarity::In)) == wanted
                });
                cubes.unwrap_or_else(|| self.left_to_interpreter(expr, wanted))
            }
            ExprKind::Between(polarity, operand, from, to) => {
                let cubes = self.fact_test(operand, &[from, to], |class, ends| {
                    let between = matches!(ends, [from, to] if (*from..=*to).contains(&class));
                    (between == (*polarity == Polarity::In)) == wanted
                });
                cubes.unwrap_or_else(|| self.left_to_interpreter(expr, wanted))
            }
            ExprKind::Constant(_)
            | ExprKind::Param(_)
            | ExprKind::AsOf
            | ExprKind::Field(_)
            | ExprKind::Fold(_)
            | ExprKind::Within(_)
            | ExprKind::Elapsed(_)
            | ExprKind::Sum(_)
            | ExprKind::Product(_)
            | ExprKind::Negative(_) => self.left_to_interpreter(expr, wanted),
        }
    }

    fn define(&mut self, id: DefineId, wanted: bool) -> Vec<Cube> {
        if let Some(known) = self.defines.get(&(id, wanted)) {
            return known.clone();
        }
        let Some(define) = self.data.defines.get(id.index()) else { return Vec::new() };
        let cubes = self.cubes(&define.value, wanted);
        self.defines.insert((id, wanted), cubes.clone());
        cubes
    }

    /// All of some conditions, or any of them.
    fn chain(&mut self, operands: impl Iterator<Item = (&'d Expr, bool)>, all: bool) -> Vec<Cube> {
        let mut result = constant(all);
        for (operand, wanted) in operands {
            let cubes = self.cubes(operand, wanted);
            result = if all { self.both(result, cubes) } else { self.either(result, cubes) };
        }
        result
    }

    fn both(&mut self, left: Vec<Cube>, right: Vec<Cube>) -> Vec<Cube> {
        let product = |left: &[Cube], right: &[Cube]| {
            let mut found = Vec::new();
            for cube in left.iter().flat_map(|left| right.iter().filter_map(|right| left.and(right))) {
                cube::add(&mut found, cube);
            }
            found
        };
        if left.len() * right.len() <= MAX_PRODUCT || left.len().min(right.len()) <= 1 {
            return product(&left, &right);
        }
        let (left, right) = (self.as_part(left), self.as_part(right));
        product(&left, &right)
    }

    fn either(&mut self, mut left: Vec<Cube>, right: Vec<Cube>) -> Vec<Cube> {
        for cube in right {
            cube::add(&mut left, cube);
        }
        if left.len() > MAX_CUBES { self.as_part(left) } else { left }
    }

    /// The same as one test of a column of its own.
    fn as_part(&mut self, cubes: Vec<Cube>) -> Vec<Cube> {
        if cubes.len() <= 1 {
            return cubes;
        }
        let column = self.columns.part(cubes);
        truth_test(column, true)
    }

    /// A comparison of two conditions.
    fn same_truth(&mut self, operator: Comparison, left: &'d Expr, right: &'d Expr, wanted: bool) -> Vec<Cube> {
        let mut result = Vec::new();
        for (a, b) in [(false, false), (false, true), (true, false), (true, true)] {
            if fits(operator, a.cmp(&b)) == wanted {
                let (left, right) = (self.cubes(left, a), self.cubes(right, b));
                let both = self.both(left, right);
                result = self.either(result, both);
            }
        }
        result
    }

    /// A comparison of a fact with a constant, or of two facts with few values.
    fn compared(&mut self, operator: Comparison, left: &Expr, right: &Expr, wanted: bool) -> Option<Vec<Cube>> {
        let (left, right) = (resolved(self.data, left), resolved(self.data, right));
        match (&left.kind, &right.kind) {
            (ExprKind::Fact(_), ExprKind::Constant(value)) => self.fact_test(left, &[value], |class, against| {
                against.first().is_some_and(|against| fits(operator, class.cmp(against)) == wanted)
            }),
            (ExprKind::Constant(value), ExprKind::Fact(_)) => self.fact_test(right, &[value], |class, against| {
                against.first().is_some_and(|against| fits(operator, against.cmp(&class)) == wanted)
            }),
            (ExprKind::Fact(a), ExprKind::Fact(b)) if matches!(left.value_type, Type::Enumeration(_)) => {
                let (a, b) = (self.columns.fact(*a)?, self.columns.fact(*b)?);
                let (few, classes) = (self.columns.get(a)?.classes, self.columns.get(b)?.classes);
                if few > MAX_PRODUCT {
                    return None;
                }
                let mut found = Vec::new();
                for class in 0..few {
                    let own = Cube::test(a, ClassSet::of(few, |other| other == class));
                    let others = ClassSet::of(classes, |other| fits(operator, class.cmp(&other)) == wanted);
                    if let Some(cube) = own.zip(Cube::test(b, others)).and_then(|(own, other)| own.and(&other)) {
                        cube::add(&mut found, cube);
                    }
                }
                Some(found)
            }
            _ => None,
        }
    }

    /// The classes of a fact that pass a test against the classes of some constants; `None` where the operand is no fact
    /// that is cut.
    fn fact_test(
        &self,
        operand: &Expr,
        constants: &[&Value],
        passes: impl Fn(u16, &[u16]) -> bool,
    ) -> Option<Vec<Cube>> {
        let ExprKind::Fact(id) = resolved(self.data, operand).kind else { return None };
        let index = self.columns.fact(id)?;
        let column = self.columns.get(index)?;
        let against: Vec<u16> = constants.iter().map(|value| column.class_of(value)).collect::<Option<_>>()?;
        let passing =
            ClassSet::of(column.classes, |class| u16::try_from(class).is_ok_and(|class| passes(class, &against)));
        Some(Cube::test(index, passing).into_iter().collect())
    }

    fn left_to_interpreter(&mut self, expr: &'d Expr, wanted: bool) -> Vec<Cube> {
        Walk::new(self.data).visit(expr, &mut |part| {
            self.reads_inside |= matches!(part.kind, ExprKind::Outcome(..));
        });
        let column = self.columns.condition(expr);
        truth_test(column, wanted)
    }
}

/// The alternatives of what always holds.
fn always() -> Vec<Cube> {
    vec![Cube::default()]
}

fn constant(truth: bool) -> Vec<Cube> {
    if truth { always() } else { Vec::new() }
}

/// The test whether the truth in a column is the wanted one.
fn truth_test(column: u32, wanted: bool) -> Vec<Cube> {
    let class = usize::from(if wanted { YES } else { NO });
    Cube::test(column, ClassSet::of(2, |other| other == class)).into_iter().collect()
}
