//! Conditions as the author would write them, from the checked policy.

use crate::policy::{
    Duration, Expr, ExprKind, Fold, FoldId, OutcomeTest, PeriodUnit, Policy, QualifiedName, RecordId, Type, Value,
};
use crate::syntax::KeywordLanguage;
use crate::syntax::ast::{FoldKind, Polarity, Side, Sign};
use crate::syntax::keywords::KEYWORDS;

/// How tightly an expression binds; one that binds looser than its place asks stands in parentheses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Implies,
    Chain,
    Not,
    Comparison,
    Sum,
    Product,
    Sign,
    Word,
}

/// Writes expressions with the names of a policy and the keywords of a language.
#[derive(Clone, Copy)]
pub(crate) struct Wording<'p> {
    policy: &'p Policy,
    keywords: KeywordLanguage,
}

impl<'p> Wording<'p> {
    pub(crate) fn new(policy: &'p Policy, keywords: KeywordLanguage) -> Self {
        Self { policy, keywords }
    }

    /// An expression on one line.
    pub(crate) fn expression(self, expr: &Expr) -> String {
        self.within(expr, Binding::Implies, None)
    }

    /// A value, `是` and `3个月` where the keywords are Chinese.
    pub(super) fn value(self, value: &Value) -> String {
        match value {
            Value::Bool(true) => self.keyword("true"),
            Value::Bool(false) => self.keyword("false"),
            Value::Never => self.keyword("never"),
            Value::Duration(duration) if self.keywords == KeywordLanguage::Chinese => chinese_period(*duration),
            value => self.policy.show(value),
        }
    }

    fn keyword(self, name: &str) -> String {
        let found = KEYWORDS.iter().find(|keyword| keyword.name == name);
        found.map_or_else(String::new, |keyword| keyword.spelling(self.keywords).to_owned())
    }

    fn name(self, name: &QualifiedName) -> String {
        match (name.role(), self.keywords) {
            (Some(role), KeywordLanguage::Chinese) => format!("{role} 的 {}", name.own()),
            (Some(_) | None, _) => name.to_string(),
        }
    }

    /// An expression where one binding as `place` does is expected; `list` is whose records are at hand.
    fn within(self, expr: &Expr, place: Binding, list: Option<RecordId>) -> String {
        let (text, binding) = self.written(expr, list);
        if binding < place { format!("({text})") } else { text }
    }

    fn written(self, expr: &Expr, list: Option<RecordId>) -> (String, Binding) {
        let data = self.policy.data();
        let word = |text: String| (text, Binding::Word);
        match &expr.kind {
            ExprKind::Constant(value) => word(self.value(value)),
            ExprKind::Fact(id) => {
                word(data.facts.get(id.index()).map_or_else(String::new, |fact| self.name(&fact.name)))
            }
            ExprKind::Define(id) => {
                word(data.defines.get(id.index()).map_or_else(String::new, |define| self.name(&define.name)))
            }
            ExprKind::Param(id) => {
                word(data.params.get(id.index()).map_or_else(String::new, |param| param.name.clone()))
            }
            ExprKind::AsOf => word(self.keyword("as_of")),
            ExprKind::Field(index) => {
                let fields = list.and_then(|list| data.records.get(list.index())).map(|record| &record.fields);
                let field = fields.and_then(|fields| fields.get(index.index()));
                word(field.map_or_else(String::new, |field| field.name.clone()))
            }
            ExprKind::Fold(id) => self.fold(*id),
            ExprKind::Within(within) => {
                let side = match within.side {
                    Side::Before => "before",
                    Side::After => "after",
                };
                let part = |expr: &Expr| self.within(expr, Binding::Sum, list);
                let (date, period, anchor) = (part(&within.date), part(&within.period), part(&within.anchor));
                let words = [date, self.keyword("within"), period, self.keyword(side), anchor];
                (words.join(" "), Binding::Comparison)
            }
            ExprKind::Elapsed(deadline) => {
                let deadline = self.within(deadline, Binding::Sum, list);
                (format!("{} > {deadline}", self.keyword("as_of")), Binding::Comparison)
            }
            ExprKind::Outcome(id, test) => {
                let name = data.outcomes.get(id.index()).map_or_else(String::new, |outcome| self.name(&outcome.name));
                (self.tested(&name, test), Binding::Comparison)
            }
            ExprKind::Not(inner) => {
                (format!("{} {}", self.keyword("not"), self.within(inner, Binding::Comparison, list)), Binding::Not)
            }
            ExprKind::And(operands) => (self.chain("and", operands, list), Binding::Chain),
            ExprKind::Or(operands) => (self.chain("or", operands, list), Binding::Chain),
            ExprKind::Implies(premise, conclusion) => {
                let (premise, conclusion) =
                    (self.within(premise, Binding::Chain, list), self.within(conclusion, Binding::Chain, list));
                (format!("{premise} {} {conclusion}", self.keyword("implies")), Binding::Implies)
            }
            ExprKind::Compare(sign, left, right) => {
                let side = |expr: &Expr| self.within(expr, Binding::Sum, list);
                (format!("{} {} {}", side(left), sign.spelling(), side(right)), Binding::Comparison)
            }
            ExprKind::Among(polarity, operand, values) => {
                let operand = self.within(operand, Binding::Sum, list);
                (self.among(&operand, *polarity, values), Binding::Comparison)
            }
            ExprKind::Between(polarity, operand, from, to) => {
                let operand = self.within(operand, Binding::Sum, list);
                (self.between(&operand, *polarity, from, to), Binding::Comparison)
            }
            ExprKind::Sum(terms) => (self.sum(terms, list), Binding::Sum),
            ExprKind::Product(factors) => {
                let factors: Vec<String> =
                    factors.iter().map(|factor| self.within(factor, Binding::Sign, list)).collect();
                (factors.join(" * "), Binding::Product)
            }
            ExprKind::Negative(inner) => (format!("- {}", self.within(inner, Binding::Word, list)), Binding::Sign),
        }
    }

    fn chain(self, connective: &str, operands: &[Expr], list: Option<RecordId>) -> String {
        let operands: Vec<String> = operands.iter().map(|operand| self.within(operand, Binding::Not, list)).collect();
        operands.join(&format!(" {} ", self.keyword(connective)))
    }

    fn sum(self, terms: &[(Sign, Expr)], list: Option<RecordId>) -> String {
        let mut text = String::new();
        for (index, (sign, term)) in terms.iter().enumerate() {
            text.push_str(match (index, sign) {
                (0, Sign::Plus) => "",
                (0, Sign::Minus) => "- ",
                (_, Sign::Plus) => " + ",
                (_, Sign::Minus) => " - ",
            });
            text.push_str(&self.within(term, Binding::Product, list));
        }
        text
    }

    fn among(self, operand: &str, polarity: Polarity, values: &[Value]) -> String {
        let values: Vec<String> = values.iter().map(|value| self.value(value)).collect();
        format!("{operand} {} <{}>", membership(polarity), values.join(", "))
    }

    fn between(self, operand: &str, polarity: Polarity, from: &Value, to: &Value) -> String {
        format!("{operand} {} {} .. {}", membership(polarity), self.value(from), self.value(to))
    }

    fn tested(self, name: &str, test: &OutcomeTest) -> String {
        match test {
            OutcomeTest::Compare(sign, value) => format!("{name} {} {}", sign.spelling(), self.value(value)),
            OutcomeTest::Among(polarity, values) => self.among(name, *polarity, values),
            OutcomeTest::Between(polarity, from, to) => self.between(name, *polarity, from, to),
        }
    }

    /// A condition of a fold reaches as far as it can, so that the whole stands in parentheses where something follows.
    fn fold(self, id: FoldId) -> (String, Binding) {
        let Some(fold) = self.policy.data().folds.get(id.index()) else { return (String::new(), Binding::Word) };
        let binding = if fold.condition.is_some() { Binding::Implies } else { Binding::Word };
        (self.fold_text(fold), binding)
    }

    fn fold_text(self, fold: &Fold) -> String {
        let data = self.policy.data();
        let list = data.facts.get(fold.list.index());
        let record = match list.map(|list| list.kind) {
            Some(Type::List(record)) => Some(record),
            Some(_) | None => None,
        };
        let mut words = vec![self.keyword(match fold.kind {
            FoldKind::Count => "count",
            FoldKind::Exists => "exists",
            FoldKind::Every => "every",
            FoldKind::Sum => "sum",
            FoldKind::LongestRun => "longest_run",
        })];
        if let Some(summand) = &fold.summand {
            words.push(self.within(summand, Binding::Sum, record));
            words.push(self.keyword("over"));
        }
        words.extend(list.map(|list| self.name(&list.name)));
        if let Some(condition) = &fold.condition {
            words.push(self.keyword("where"));
            words.push(self.within(condition, Binding::Implies, record));
        }
        words.join(" ")
    }
}

fn membership(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::In => "∈",
        Polarity::NotIn => "∉",
    }
}

fn chinese_period(duration: Duration) -> String {
    let (count, unit) = match duration.unit {
        PeriodUnit::Days => (duration.count, "天"),
        PeriodUnit::WorkingDays => (duration.count, "个工作日"),
        PeriodUnit::Months if duration.count != 0 && duration.count % 12 == 0 => (duration.count / 12, "年"),
        PeriodUnit::Months => (duration.count, "个月"),
    };
    format!("{count}{unit}")
}
