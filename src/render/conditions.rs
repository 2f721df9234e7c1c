//! Conditions in readable prose.
//!
//! A condition keeps its shape: what has to hold together, and of what one is enough. The printers show it in one
//! sentence where it is short, and as a list where it is not.

use super::words::Words;
use crate::policy::{Expr, ExprKind, FoldId, Type, Value, Within};
use crate::syntax::ast::{Comparison, FoldKind, Polarity, Side, Sign};

/// A condition in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Prose {
    /// One thing that holds or does not.
    One(String),
    /// All of these.
    All(Vec<Self>),
    /// At least one of these.
    Any(Vec<Self>),
    /// The opposite.
    Not(Box<Self>),
    /// Where the first holds, the second does.
    Implies(Box<Self>, Box<Self>),
}

impl Prose {
    /// How many single things it speaks of.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::One(_) => 1,
            Self::All(parts) | Self::Any(parts) => parts.iter().map(Self::size).sum(),
            Self::Not(inner) => inner.size(),
            Self::Implies(left, right) => left.size() + right.size(),
        }
    }
}

impl Words<'_> {
    /// A condition, with its shape.
    pub(super) fn prose(&self, expr: &Expr) -> Prose {
        match &expr.kind {
            ExprKind::And(operands) => Prose::All(operands.iter().map(|operand| self.prose(operand)).collect()),
            ExprKind::Or(operands) => Prose::Any(operands.iter().map(|operand| self.prose(operand)).collect()),
            ExprKind::Implies(left, right) => Prose::Implies(Box::new(self.prose(left)), Box::new(self.prose(right))),
            ExprKind::Not(inner) => match &inner.kind {
                ExprKind::Fact(_) | ExprKind::Define(_) | ExprKind::Field(_) => {
                    Prose::One(self.say("render-not-named", &[("what", &self.operand(inner))]))
                }
                _ => Prose::Not(Box::new(self.prose(inner))),
            },
            ExprKind::Fact(_) | ExprKind::Define(_) | ExprKind::Field(_) => {
                Prose::One(self.say("render-named", &[("what", &self.operand(expr))]))
            }
            ExprKind::Compare(sign, left, right) => Prose::One(self.comparison(*sign, left, right)),
            ExprKind::Among(polarity, operand, values) => {
                Prose::One(self.among(&self.operand(operand), *polarity, values))
            }
            ExprKind::Between(polarity, operand, from, to) => {
                Prose::One(self.between(&self.operand(operand), *polarity, from, to))
            }
            ExprKind::Outcome(outcome, test) => Prose::One(self.outcome_test(&self.outcome(*outcome), test)),
            ExprKind::Within(within) => Prose::One(self.within(within)),
            ExprKind::Elapsed(day) => Prose::One(self.say("render-elapsed", &[("day", &self.operand(day))])),
            ExprKind::Fold(id) => Prose::One(self.fold(*id)),
            ExprKind::Constant(_)
            | ExprKind::Param(_)
            | ExprKind::AsOf
            | ExprKind::Sum(_)
            | ExprKind::Product(_)
            | ExprKind::Negative(_) => Prose::One(self.operand(expr)),
        }
    }

    /// A condition in one sentence.
    pub(super) fn condition(&self, expr: &Expr) -> String {
        self.inline(&self.prose(expr))
    }

    /// Prose in one sentence; what does not bind as closely as its surroundings stands in parentheses.
    pub(super) fn inline(&self, prose: &Prose) -> String {
        let inner = |part: &Prose| match part {
            Prose::One(_) | Prose::Not(_) => self.inline(part),
            Prose::All(_) | Prose::Any(_) | Prose::Implies(..) => {
                self.say("render-grouped", &[("what", &self.inline(part))])
            }
        };
        match prose {
            Prose::One(words) => words.clone(),
            Prose::All(parts) => parts.iter().map(inner).collect::<Vec<_>>().join(&self.word("render-and-also")),
            Prose::Any(parts) => parts.iter().map(inner).collect::<Vec<_>>().join(&self.word("render-or-else")),
            Prose::Not(part) => {
                let what = match &**part {
                    Prose::One(words) => self.say("render-grouped", &[("what", words)]),
                    other => inner(other),
                };
                self.say("render-not", &[("what", &what)])
            }
            Prose::Implies(left, right) => self.say("render-implies", &[("if", &inner(left)), ("then", &inner(right))]),
        }
    }

    fn comparison(&self, sign: Comparison, left: &Expr, right: &Expr) -> String {
        let name = self.operand(left);
        match &right.kind {
            ExprKind::Constant(value) => self.compared(&name, sign, value),
            _ => {
                let right_words = self.operand(right);
                self.say(comparison_id(sign, right.value_type), &[("left", &name), ("right", &right_words)])
            }
        }
    }

    /// `severity is major or above`.
    pub(super) fn compared(&self, name: &str, sign: Comparison, value: &Value) -> String {
        let id = match (value, sign) {
            (Value::Never, Comparison::Equal) => return self.say("render-never", &[("left", name)]),
            (Value::Never, Comparison::NotEqual) => return self.say("render-happened", &[("left", name)]),
            (Value::Bool(truth), Comparison::Equal | Comparison::NotEqual) => {
                let holds = *truth == (sign == Comparison::Equal);
                return self.say(if holds { "render-named" } else { "render-not-named" }, &[("what", name)]);
            }
            (value, sign) => comparison_id(sign, value.kind()),
        };
        self.say(id, &[("left", name), ("right", &self.value(value))])
    }

    /// `severity is general or larger`.
    pub(super) fn among(&self, name: &str, polarity: Polarity, values: &[Value]) -> String {
        let words = self.either(values.iter().map(|value| self.value(value)).collect());
        let id = match polarity {
            Polarity::In => "render-is",
            Polarity::NotIn => "render-is-not",
        };
        self.say(id, &[("left", name), ("right", &words)])
    }

    /// `loss lies between 1 and 2, ends included`.
    pub(super) fn between(&self, name: &str, polarity: Polarity, from: &Value, to: &Value) -> String {
        let id = match polarity {
            Polarity::In => "render-between",
            Polarity::NotIn => "render-not-between",
        };
        self.say(id, &[("left", name), ("from", &self.value(from)), ("to", &self.value(to))])
    }

    fn within(&self, within: &Within) -> String {
        let id = match within.side {
            Side::After => "render-within-after",
            Side::Before => "render-within-before",
        };
        let (date, period, anchor) =
            (self.operand(&within.date), self.operand(&within.period), self.operand(&within.anchor));
        self.say(id, &[("day", &date), ("period", &period), ("anchor", &anchor)])
    }

    /// What is compared or calculated with.
    pub(super) fn operand(&self, expr: &Expr) -> String {
        match &expr.kind {
            ExprKind::Constant(value) => self.value(value),
            ExprKind::Fact(id) => self.fact(*id),
            ExprKind::Define(id) => self.define(*id),
            ExprKind::Param(id) => {
                let param = self.policy.params().get(id.index());
                param.map_or_else(String::new, |param| self.label(&param.name, &param.labels))
            }
            ExprKind::AsOf => self.word("render-day-of-case"),
            ExprKind::Field(index) => self.field(*index),
            ExprKind::Fold(id) => self.fold(*id),
            ExprKind::Sum(terms) => {
                let mut words = String::new();
                for (position, (sign, term)) in terms.iter().enumerate() {
                    let joint = match (position, sign) {
                        (0, Sign::Plus) => "",
                        (0, Sign::Minus) => "− ",
                        (_, Sign::Plus) => " + ",
                        (_, Sign::Minus) => " − ",
                    };
                    words.push_str(joint);
                    words.push_str(&self.operand(term));
                }
                words
            }
            ExprKind::Product(factors) => {
                factors.iter().map(|factor| self.factor(factor)).collect::<Vec<_>>().join(" × ")
            }
            ExprKind::Negative(inner) => format!("− {}", self.factor(inner)),
            ExprKind::Within(_)
            | ExprKind::Outcome(..)
            | ExprKind::Elapsed(_)
            | ExprKind::Not(_)
            | ExprKind::And(_)
            | ExprKind::Or(_)
            | ExprKind::Implies(..)
            | ExprKind::Compare(..)
            | ExprKind::Among(..)
            | ExprKind::Between(..) => self.condition(expr),
        }
    }

    /// A factor of a product; a sum in it stands in parentheses.
    fn factor(&self, expr: &Expr) -> String {
        match &expr.kind {
            ExprKind::Sum(_) | ExprKind::Negative(_) => self.say("render-grouped", &[("what", &self.operand(expr))]),
            _ => self.operand(expr),
        }
    }

    /// A field of the record at hand.
    fn field(&self, index: crate::policy::FieldIndex) -> String {
        let fields = self.folded.and_then(|of| self.policy.records().get(of.index())).map(|of| of.fields.as_slice());
        let field = fields.unwrap_or_default().get(index.index());
        field.map_or_else(String::new, |field| self.label(&field.name, &field.labels))
    }

    fn fold(&self, id: FoldId) -> String {
        let Some(fold) = self.policy.data().folds.get(id.index()) else { return String::new() };
        let list = self.fact(fold.list);
        let of = self.policy.facts().get(fold.list.index()).map(|fact| fact.kind);
        let inside = match of {
            Some(Type::List(record)) => Self { folded: Some(record), ..*self },
            _ => *self,
        };
        let (with, without) = match fold.kind {
            FoldKind::Count => ("render-count", "render-count-all"),
            FoldKind::Exists => ("render-exists", "render-exists-any"),
            FoldKind::Every => ("render-every", "render-every-any"),
            FoldKind::Sum => ("render-sum", "render-sum-all"),
            FoldKind::LongestRun => ("render-longest-run", "render-longest-run-all"),
        };
        let summand = fold.summand.as_ref().map_or_else(String::new, |summand| inside.operand(summand));
        match &fold.condition {
            Some(condition) => {
                let condition = inside.condition(condition);
                self.say(with, &[("list", &list), ("condition", &condition), ("summand", &summand)])
            }
            None => self.say(without, &[("list", &list), ("summand", &summand)]),
        }
    }
}

/// The sentence for a comparison: members of a scale lie above each other, days after each other, amounts are more.
fn comparison_id(sign: Comparison, kind: Type) -> &'static str {
    let [less, less_equal, greater, greater_equal] = match kind {
        Type::Date => ["render-earlier", "render-not-later", "render-later", "render-not-earlier"],
        Type::Enumeration(_) => ["render-below", "render-or-below", "render-above", "render-or-above"],
        Type::Bool | Type::Int | Type::Decimal | Type::Money | Type::Duration | Type::List(_) => {
            ["render-less", "render-at-most", "render-more", "render-no-less"]
        }
    };
    match sign {
        Comparison::Equal => "render-is",
        Comparison::NotEqual => "render-is-not",
        Comparison::Less => less,
        Comparison::LessEqual => less_equal,
        Comparison::Greater => greater,
        Comparison::GreaterEqual => greater_equal,
    }
}
