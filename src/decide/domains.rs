//! The finite abstraction of unknown facts: for each, the values that stand for all others.
//!
//! A bool, enum or scale has its members. A number, amount, date or period is cut at the values that conditions compare
//! it with; one value stands for each piece. Facts that are compared with each other (`a ≥ b`, `a − b > 3 days`) share
//! their cuts, moved by the distances between them, with room for every order of the facts in every piece. Conditions
//! that are not of these forms (products of unknown facts, sums of three, months added to an unknown day) are not
//! abstracted; an outcome that depends on one is never called settled.

use super::evaluate::Evaluator;
use super::facts::{Facts, is_finite};
use crate::policy::{
    DefineId, Duration, Expr, ExprKind, FactId, MemberIndex, Money, PeriodUnit, PolicyData, Type, Unit, Value,
};
use crate::source::Span;
use crate::syntax::ast::Sign;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Most combinations of values that one condition is tried with.
pub(super) const MAX_ATOM_CASES: usize = 100_000;
/// Most values that stand for one fact.
const MAX_VALUES: usize = 2_000;

/// The unknown facts that matter, in the order of the diagrams' variables, with their values.
pub(super) struct Domains {
    variables: Vec<(FactId, Vec<Value>)>,
    levels: BTreeMap<FactId, u32>,
    inexact: BTreeSet<Span>,
}

/// The unknown facts that an expression depends on, and the defines on the way.
pub(super) fn open_facts(data: &PolicyData, facts: &Facts, expr: &Expr) -> (BTreeSet<FactId>, BTreeSet<DefineId>) {
    let (mut found, mut defines) = (BTreeSet::new(), BTreeSet::new());
    walk(data, &[expr], &mut defines, &mut |part| {
        if let ExprKind::Fact(id) = &part.kind
            && facts.get(*id).is_none()
        {
            found.insert(*id);
        }
    });
    (found, defines)
}

/// Visits expressions and all that they consist of, each define once.
fn walk<'e>(
    data: &'e PolicyData,
    roots: &[&'e Expr],
    defines: &mut BTreeSet<DefineId>,
    visit: &mut dyn FnMut(&'e Expr),
) {
    let mut rest: Vec<&Expr> = roots.to_vec();
    while let Some(expr) = rest.pop() {
        visit(expr);
        match &expr.kind {
            ExprKind::Constant(_) | ExprKind::Fact(_) => {}
            ExprKind::Define(id) => {
                if defines.insert(*id) {
                    rest.extend(data.defines.get(id.index()).map(|define| &define.value));
                }
            }
            ExprKind::Not(inner)
            | ExprKind::Negative(inner)
            | ExprKind::Among(_, inner, _)
            | ExprKind::Between(_, inner, ..) => rest.push(inner),
            ExprKind::And(operands) | ExprKind::Or(operands) | ExprKind::Product(operands) => rest.extend(operands),
            ExprKind::Implies(left, right) | ExprKind::Compare(_, left, right) => rest.extend([&**left, &**right]),
            ExprKind::Sum(terms) => rest.extend(terms.iter().map(|(_, term)| term)),
        }
    }
}

impl Domains {
    /// The abstraction for the unknown facts in some conditions; also gives the defines that they use.
    pub(super) fn new(
        data: &PolicyData,
        facts: &Facts,
        evaluator: &Evaluator<'_>,
        conditions: &[&Expr],
    ) -> (Self, BTreeSet<DefineId>) {
        let mut defines = BTreeSet::new();
        let mut unknown: BTreeSet<FactId> = BTreeSet::new();
        let mut atoms: Vec<&Expr> = Vec::new();
        walk(data, conditions, &mut defines, &mut |expr| match &expr.kind {
            ExprKind::Fact(id) if facts.get(*id).is_none() => {
                unknown.insert(*id);
            }
            ExprKind::Compare(..) | ExprKind::Among(..) | ExprKind::Between(..) => atoms.push(expr),
            _ => {}
        });
        let mut cuts = Cuts::default();
        let mut inexact = BTreeSet::new();
        let linear = Linear { data, facts, evaluator };
        for atom in atoms {
            if cuts.read(&linear, atom).is_none() {
                inexact.insert(atom.span);
            }
        }
        let points = cuts.points(data, &unknown);
        let mut variables = Vec::new();
        for id in unknown {
            let Some(fact) = data.facts.get(id.index()) else { continue };
            let values = match fact.kind {
                Type::Bool => vec![Value::Bool(false), Value::Bool(true)],
                Type::Enumeration(of) => {
                    let members = data.enumerations.get(of.index()).map_or(0, |of| of.members.len());
                    (0..members).map(|index| Value::Member(of, MemberIndex::new(index))).collect()
                }
                _ => {
                    let unit = fact.unit.as_ref().and_then(|class| class.unit.clone());
                    let found = points.get(&id).map(Vec::as_slice).unwrap_or_default();
                    found.iter().filter_map(|point| value_at(*point, fact.kind, unit.as_ref())).collect()
                }
            };
            variables.push((id, values));
        }
        let levels = (0..).zip(&variables).map(|(level, (id, _))| (*id, level)).collect();
        (Self { variables, levels, inexact }, defines)
    }

    /// How many values the variables have, in order.
    pub(super) fn sizes(&self) -> Vec<usize> {
        self.variables.iter().map(|(_, values)| values.len()).collect()
    }

    /// The facts, in order.
    pub(super) fn facts(&self) -> impl Iterator<Item = FactId> + '_ {
        self.variables.iter().map(|(fact, _)| *fact)
    }

    /// The fact of a level.
    pub(super) fn fact(&self, level: u32) -> Option<FactId> {
        self.variables.get(level as usize).map(|(fact, _)| *fact)
    }

    /// The level of a fact.
    pub(super) fn level(&self, fact: FactId) -> Option<u32> {
        self.levels.get(&fact).copied()
    }

    /// The values of a level.
    pub(super) fn values(&self, level: u32) -> &[Value] {
        self.variables.get(level as usize).map(|(_, values)| values.as_slice()).unwrap_or_default()
    }

    /// Whether a condition is of a form that the abstraction does not cover.
    pub(super) fn is_inexact(&self, atom: &Expr) -> bool {
        self.inexact.contains(&atom.span)
    }
}

/// A number for a value of an ordered type, so that order and distance agree: a date is its day number.
fn position(value: &Value) -> Option<Decimal> {
    match value {
        Value::Int(number) => Some((*number).into()),
        Value::Decimal(number) => Some(*number),
        Value::Money(money) => Some(money.amount),
        Value::Date(date) => Some(i64::from(epoch().until(*date).ok()?.get_days()).into()),
        Value::Duration(duration) => Some(duration.count.into()),
        Value::Bool(_) | Value::Member(..) => None,
    }
}

/// The day that counts as zero.
fn epoch() -> Date {
    Date::constant(2000, 1, 1)
}

/// The value at a position; `None` where the type has none there.
fn value_at(position: Decimal, value_type: Type, unit: Option<&Unit>) -> Option<Value> {
    let whole = || position.is_integer().then(|| i64::try_from(position).ok()).flatten();
    match value_type {
        Type::Int => whole().map(Value::Int),
        Type::Decimal => Some(Value::Decimal(position)),
        Type::Money => {
            let currency = match unit {
                Some(Unit::Currency(code)) => code.clone(),
                // Amounts that are only compared with each other: any one currency stands for all.
                Some(Unit::Days | Unit::WorkingDays | Unit::Months) | None => "XXX".into(),
            };
            Some(Value::Money(Money { amount: position, currency }))
        }
        Type::Date => {
            let days = jiff::Span::new().try_days(whole()?).ok()?;
            epoch().checked_add(days).ok().map(Value::Date)
        }
        Type::Duration => {
            let unit = match unit {
                Some(Unit::WorkingDays) => PeriodUnit::WorkingDays,
                Some(Unit::Months) => PeriodUnit::Months,
                Some(Unit::Days | Unit::Currency(_)) | None => PeriodUnit::Days,
            };
            Some(Value::Duration(Duration { count: whole()?, unit }))
        }
        Type::Bool | Type::Enumeration(_) => None,
    }
}

/// `Σ coefficient × fact + constant`, over unknown facts.
#[derive(Clone, Debug, Default)]
struct Form {
    terms: BTreeMap<FactId, Decimal>,
    constant: Decimal,
}

impl Form {
    fn add(mut self, other: &Self, sign: Decimal) -> Option<Self> {
        for (fact, coefficient) in &other.terms {
            let own = self.terms.entry(*fact).or_default();
            *own = own.checked_add(coefficient.checked_mul(sign)?)?;
        }
        self.terms.retain(|_, coefficient| !coefficient.is_zero());
        self.constant = self.constant.checked_add(other.constant.checked_mul(sign)?)?;
        Some(self)
    }

    fn scaled(mut self, factor: Decimal) -> Option<Self> {
        for coefficient in self.terms.values_mut() {
            *coefficient = coefficient.checked_mul(factor)?;
        }
        self.terms.retain(|_, coefficient| !coefficient.is_zero());
        self.constant = self.constant.checked_mul(factor)?;
        Some(self)
    }
}

/// Reads expressions as linear forms.
struct Linear<'a> {
    data: &'a PolicyData,
    facts: &'a Facts,
    evaluator: &'a Evaluator<'a>,
}

impl Linear<'_> {
    /// How deep a chain of defines is followed.
    const MAX_DEPTH: usize = 64;

    fn form(&self, expr: &Expr, depth: usize) -> Option<Form> {
        if depth > Self::MAX_DEPTH {
            return None;
        }
        if let Ok(Some(value)) = self.evaluator.known_value(expr) {
            return Some(Form { terms: BTreeMap::new(), constant: position(&value)? });
        }
        match &expr.kind {
            ExprKind::Fact(id) => Some(Form { terms: BTreeMap::from([(*id, Decimal::ONE)]), constant: Decimal::ZERO }),
            ExprKind::Define(id) => self.form(&self.data.defines.get(id.index())?.value, depth + 1),
            ExprKind::Negative(inner) => self.form(inner, depth + 1)?.scaled(Decimal::NEGATIVE_ONE),
            ExprKind::Sum(terms) => {
                let mut sum = Form::default();
                for (sign, term) in terms {
                    if expr.value_type == Type::Date && self.counts_months(term) {
                        return None;
                    }
                    let sign = if *sign == Sign::Plus { Decimal::ONE } else { Decimal::NEGATIVE_ONE };
                    sum = sum.add(&self.form(term, depth + 1)?, sign)?;
                }
                Some(sum)
            }
            ExprKind::Product(factors) => {
                let mut product = Form { terms: BTreeMap::new(), constant: Decimal::ONE };
                for factor in factors {
                    let factor = self.form(factor, depth + 1)?;
                    product = match (product.terms.is_empty(), factor.terms.is_empty()) {
                        (_, true) => product.scaled(factor.constant)?,
                        (true, false) => factor.scaled(product.constant)?,
                        (false, false) => return None,
                    };
                }
                Some(product)
            }
            _ => None,
        }
    }

    /// Whether a period is in months or working days, which are no fixed number of days.
    fn counts_months(&self, term: &Expr) -> bool {
        if term.value_type != Type::Duration {
            return false;
        }
        match self.evaluator.known_value(term) {
            Ok(Some(Value::Duration(period))) => period.unit != PeriodUnit::Days,
            _ => {
                let (facts, _) = open_facts(self.data, self.facts, term);
                facts.iter().filter_map(|id| self.data.facts.get(id.index())).any(|fact| {
                    let unit = fact.unit.as_ref().and_then(|class| class.unit.as_ref());
                    matches!(unit, Some(Unit::Months | Unit::WorkingDays))
                })
            }
        }
    }
}

/// The cuts that conditions make.
#[derive(Default)]
struct Cuts {
    /// Positions with which a single fact is compared.
    single: BTreeMap<FactId, BTreeSet<Decimal>>,
    /// Distances with which the difference of two facts is compared.
    pairs: BTreeMap<(FactId, FactId), BTreeSet<Decimal>>,
}

impl Cuts {
    /// Takes note of a condition; `None` where it is of no form that can be cut exactly.
    fn read(&mut self, linear: &Linear<'_>, atom: &Expr) -> Option<()> {
        match &atom.kind {
            ExprKind::Compare(_, left, right) => {
                if is_finite(left.value_type) {
                    return Some(());
                }
                let right = linear.form(right, 0)?;
                self.cut(&linear.form(left, 0)?.add(&right, Decimal::NEGATIVE_ONE)?)
            }
            ExprKind::Among(_, operand, values) => self.cut_at(linear, operand, values.iter()),
            ExprKind::Between(_, operand, from, to) => self.cut_at(linear, operand, [from, to].into_iter()),
            _ => Some(()),
        }
    }

    fn cut_at<'v>(
        &mut self,
        linear: &Linear<'_>,
        operand: &Expr,
        values: impl Iterator<Item = &'v Value>,
    ) -> Option<()> {
        if is_finite(operand.value_type) {
            return Some(());
        }
        let form = linear.form(operand, 0)?;
        for value in values {
            let constant = Form { terms: BTreeMap::new(), constant: position(value)? };
            self.cut(&form.clone().add(&constant, Decimal::NEGATIVE_ONE)?)?;
        }
        Some(())
    }

    /// Cuts where the form is zero.
    fn cut(&mut self, form: &Form) -> Option<()> {
        let terms: Vec<(FactId, Decimal)> = form.terms.iter().map(|(id, coefficient)| (*id, *coefficient)).collect();
        match terms.as_slice() {
            [] => {}
            [(fact, coefficient)] => {
                let zero = (-form.constant).checked_div(*coefficient)?;
                self.single.entry(*fact).or_default().insert(zero);
            }
            [(a, coefficient), (b, other)] if *coefficient == -*other => {
                // coefficient × (a − b) + constant = 0
                let distance = (-form.constant).checked_div(*coefficient)?;
                self.pairs.entry((*a, *b)).or_default().insert(distance);
            }
            _ => return None,
        }
        Some(())
    }

    /// The positions that stand for all others, for each unknown fact with an order.
    fn points(&self, data: &PolicyData, unknown: &BTreeSet<FactId>) -> BTreeMap<FactId, Vec<Decimal>> {
        let mut points = BTreeMap::new();
        for group in self.groups(unknown) {
            let mut cuts: BTreeSet<Decimal> =
                group.iter().filter_map(|fact| self.single.get(fact)).flatten().copied().collect();
            if cuts.is_empty() {
                cuts.insert(Decimal::ZERO);
            }
            let distances: BTreeSet<Decimal> = self
                .pairs
                .iter()
                .filter(|((a, _), _)| group.contains(a))
                .flat_map(|(_, distances)| distances.iter().copied())
                .filter(|distance| !distance.is_zero())
                .collect();
            for _ in 1..group.len() {
                let moved: Vec<Decimal> = cuts
                    .iter()
                    .flat_map(|cut| distances.iter().flat_map(|by| [cut.checked_add(*by), cut.checked_sub(*by)]))
                    .flatten()
                    .collect();
                cuts.extend(moved);
                if cuts.len() > MAX_VALUES {
                    break;
                }
            }
            for fact in &group {
                let dense =
                    data.facts.get(fact.index()).is_some_and(|fact| matches!(fact.kind, Type::Decimal | Type::Money));
                let spread = if dense { between(&cuts, group.len()) } else { around(&cuts, group.len()) };
                points.insert(*fact, spread.into_iter().collect());
            }
        }
        points
    }

    /// Facts that are compared with each other, directly or through others.
    fn groups(&self, unknown: &BTreeSet<FactId>) -> Vec<BTreeSet<FactId>> {
        let mut groups: Vec<BTreeSet<FactId>> = unknown.iter().map(|fact| BTreeSet::from([*fact])).collect();
        for (a, b) in self.pairs.keys() {
            let (joined, mut others): (Vec<_>, Vec<_>) =
                groups.into_iter().partition(|group| group.contains(a) || group.contains(b));
            others.push(joined.into_iter().flatten().collect());
            groups = others;
        }
        groups
    }
}

/// Whole numbers: each cut, and as many neighbours on both sides as there are facts to put in order.
fn around(cuts: &BTreeSet<Decimal>, facts: usize) -> BTreeSet<Decimal> {
    let reach = i64::try_from(facts).unwrap_or(1);
    let mut points = BTreeSet::new();
    for cut in cuts {
        let (low, high) = (cut.floor(), cut.ceil());
        for step in 0..=reach {
            points.extend(low.checked_sub(step.into()));
            points.extend(high.checked_add(step.into()));
        }
    }
    points
}

/// Dense numbers: each cut, and in every piece as many values as there are facts to put in order.
fn between(cuts: &BTreeSet<Decimal>, facts: usize) -> BTreeSet<Decimal> {
    let reach = i64::try_from(facts).unwrap_or(1);
    let mut points = cuts.clone();
    for (low, high) in cuts.iter().zip(cuts.iter().skip(1)) {
        let step = high.checked_sub(*low).and_then(|gap| gap.checked_div((reach + 1).into()));
        for count in 1..=reach {
            points.extend(step.and_then(|step| step.checked_mul(count.into())).and_then(|by| low.checked_add(by)));
        }
    }
    for count in 1..=reach {
        points.extend(cuts.first().and_then(|low| low.checked_sub(count.into())));
        points.extend(cuts.last().and_then(|high| high.checked_add(count.into())));
    }
    points
}
