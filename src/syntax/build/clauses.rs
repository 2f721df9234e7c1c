//! Articles, items and what they say.

use super::Builder;
use super::unread::Before;
use crate::diagnostic::{Code, Diagnostic, Safety};
use crate::source::{Place, Span};
use crate::syntax::ast::{
    Adjust, Adjustment, AnyGroup, AnyItem, Applies, Article, Authority, Braces, Clause, Condition, Consequence, Ensure,
    Exempt, Jointly, Mode, Name, NumberedItem, Otherwise, Permitted, Power, PowerKind, Property, Reference, Remark,
    Rule as RuleNode, RuleOrder, Statement,
};
use crate::syntax::grammar::Rule;
use pest::iterators::Pair;

impl<'t> Builder<'t> {
    pub(super) fn article(&mut self, pair: Pair<'t, Rule>) -> Option<Article> {
        let place = self.place(&pair);
        let (mut number, mut head, mut labels, mut in_force) = (None, place, Vec::new(), Vec::new());
        let (mut body, mut braces) = (Vec::new(), Braces::Absent);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::article_number => {
                    head = self.place(&part);
                    number = self.article_number(part);
                }
                Rule::label => labels.extend(self.label(part)),
                Rule::in_force => in_force.push(self.in_force(part)),
                Rule::block => {
                    braces = Braces::Present;
                    body = self.block(part, head.0);
                }
                _ => body.extend(self.remark(part)),
            }
        }
        Some(Article { number: number?, head, labels, in_force, body, braces, place })
    }

    /// The clauses between braces. An item without braces owns what follows it, up to the next item.
    fn block(&mut self, pair: Pair<'t, Rule>, opener: Span) -> Vec<Clause> {
        let mut clauses: Vec<Clause> = Vec::new();
        let mut before = None;
        for part in pair.into_inner() {
            let start = part.as_span().start();
            let whole = if part.as_rule() == Rule::item_clause { Rule::whole_item_head } else { Rule::whole_clause };
            let previous = before.replace(Before { start, whole, goes_on: false });
            let clause = match part.as_rule() {
                Rule::open | Rule::close => continue,
                Rule::missing_close => {
                    self.missing_close(&part, opener);
                    continue;
                }
                Rule::item_clause => {
                    clauses.extend(self.numbered(part).map(Clause::Numbered));
                    continue;
                }
                Rule::bad_clause => {
                    self.unread(&part, Rule::strict_clause, previous);
                    before = None;
                    Some(Clause::Unreadable(self.place(&part)))
                }
                Rule::not_modelled | Rule::missing => self.remark(part),
                Rule::allow => {
                    let place = self.place(&part);
                    Some(self.allow(part).map_or(Clause::Unreadable(place), Clause::Allow))
                }
                _ => {
                    let place = self.place(&part);
                    Some(self.statement(part).map_or(Clause::Unreadable(place), Clause::Statement))
                }
            };
            let Some(clause) = clause else { continue };
            // Closing braces show where an item ends: what answers for findings behind them answers for the whole.
            let is_outside = |item: &NumberedItem| matches!(clause, Clause::Allow(_)) && item.braces == Braces::Present;
            match clauses.last_mut() {
                Some(Clause::Numbered(item)) if !is_outside(item) => {
                    item.place = Place(item.place.0.to(clause.span()));
                    item.body.push(clause);
                }
                _ => clauses.push(clause),
            }
        }
        clauses
    }

    pub(super) fn missing_close(&mut self, pair: &Pair<'t, Rule>, opener: Span) {
        let at = pair.as_span().start();
        let before = self.repaired.text().get(..at).unwrap_or_default().trim_end().len();
        let span = self.span_of(before, before);
        let diagnostic = Diagnostic::new(Code::MissingBrace, span).label(opener, "opener");
        self.report(diagnostic.fix(Safety::Unsafe, span, "\n}"));
    }

    fn numbered(&mut self, pair: Pair<'t, Rule>) -> Option<NumberedItem> {
        let place = self.place(&pair);
        let (mut number, mut labels, mut in_force) = (None, Vec::new(), Vec::new());
        let (mut body, mut braces) = (Vec::new(), Braces::Absent);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::item_number => number = self.item_number(part),
                Rule::label => labels.extend(self.label(part)),
                Rule::in_force => in_force.push(self.in_force(part)),
                _ => {
                    braces = Braces::Present;
                    body = self.block(part, number.map_or(place.0, |(_, head)| head.0));
                }
            }
        }
        let (number, head) = number?;
        Some(NumberedItem { number, head, labels, in_force, body, braces, place })
    }

    fn remark(&mut self, pair: Pair<'t, Rule>) -> Option<Clause> {
        let place = self.place(&pair);
        let is_missing = pair.as_rule() == Rule::missing;
        let text = pair.into_inner().find(|part| part.as_rule() == Rule::string)?;
        let remark = Remark { text: self.text(text), place };
        Some(if is_missing { Clause::Missing(remark) } else { Clause::NotModelled(remark) })
    }

    pub(super) fn statement(&mut self, pair: Pair<'t, Rule>) -> Option<Statement> {
        Some(match pair.as_rule() {
            Rule::plain_rule => Statement::Rule(self.rule(pair)?),
            Rule::otherwise => Statement::Otherwise(self.otherwise(pair)?),
            Rule::exempt => Statement::Exempt(self.exempt(pair)?),
            Rule::adjust => Statement::Adjust(self.adjust(pair)?),
            Rule::applies => Statement::Applies(self.applies(pair)?),
            Rule::authority => Statement::Authority(self.authority(pair)?),
            Rule::ensure => Statement::Ensure(self.ensure(pair)?),
            Rule::duty => Statement::Duty(self.duty(pair)?),
            Rule::procedure => Statement::Procedure(self.procedure(pair)?),
            Rule::effect => Statement::Effect(self.effect(pair)?),
            Rule::effect_cap => Statement::EffectCap(self.effect_cap(pair)?),
            Rule::contents => Statement::Contents(self.contents(pair)?),
            Rule::hierarchy => Statement::Hierarchy(self.hierarchy(pair)),
            _ => return None,
        })
    }

    fn rule(&mut self, pair: Pair<'t, Rule>) -> Option<RuleNode> {
        let place = self.place(&pair);
        let (mut order, mut condition, mut consequences) = (RuleOrder::ConsequenceFirst, None, None);
        let mut overriding = Vec::new();
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::condition => {
                    if consequences.is_none() {
                        order = RuleOrder::ConditionFirst;
                    }
                    condition = self.condition(part);
                }
                Rule::consequences => consequences = Some(self.consequences(part)),
                Rule::overriding => {
                    if let Some(list) = part.into_inner().find(|inner| inner.as_rule() == Rule::citations) {
                        overriding = self.citations(list);
                    }
                }
                _ => {}
            }
        }
        Some(RuleNode { order, condition: condition?, consequences: consequences??, overriding, place })
    }

    fn otherwise(&mut self, pair: Pair<'t, Rule>) -> Option<Otherwise> {
        let place = self.place(&pair);
        let (mut condition, mut consequences) = (None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::condition => condition = Some(self.condition(part)?),
                Rule::consequences => consequences = self.consequences(part),
                _ => {}
            }
        }
        Some(Otherwise { condition, consequences: consequences?, place })
    }

    pub(super) fn condition(&mut self, pair: Pair<'t, Rule>) -> Option<Condition> {
        let inner = pair.into_inner().next()?;
        if inner.as_rule() == Rule::expression {
            return self.expression(inner).map(Condition::Single);
        }
        let place = self.place(&inner);
        let mut items = Vec::new();
        for part in inner.into_inner() {
            match part.as_rule() {
                Rule::any_item => items.push(self.any_item(part)?),
                Rule::missing_close => self.missing_close(&part, place.0),
                _ => {}
            }
        }
        Some(Condition::Any(AnyGroup { items, place }))
    }

    fn any_item(&mut self, pair: Pair<'t, Rule>) -> Option<AnyItem> {
        let (mut number, mut labels, mut condition) = (None, Vec::new(), None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::item_number => number = self.item_number(part),
                Rule::label => labels.extend(self.label(part)),
                Rule::expression => condition = self.expression(part),
                _ => {}
            }
        }
        let (number, head) = number?;
        Some(AnyItem { number, head, labels, condition: condition? })
    }

    /// All consequences, or `None` where one of them is at fault: half a rule would decide other cases than it says.
    pub(super) fn consequences(&mut self, pair: Pair<'t, Rule>) -> Option<Vec<Consequence>> {
        let parts = pair.into_inner().filter(|part| part.as_rule() == Rule::consequence);
        let built: Vec<_> = parts.map(|part| self.consequence(part)).collect();
        built.into_iter().collect()
    }

    fn consequence(&mut self, pair: Pair<'t, Rule>) -> Option<Consequence> {
        let place = self.place(&pair);
        let (mut mode, mut outcome, mut permitted) = (Mode::Must, None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::kw_may => mode = Mode::May,
                Rule::outcome_ref => outcome = self.outcome_ref(part),
                Rule::assigned => permitted = self.assigned(part),
                _ => {}
            }
        }
        Some(Consequence { mode, outcome: outcome?, permitted: permitted?, place })
    }

    pub(super) fn outcome_ref(&mut self, pair: Pair<'t, Rule>) -> Option<Reference> {
        let reference = pair.into_inner().next()?;
        self.reference(reference)
    }

    /// What stands behind an outcome: `= none`, `= value`, `∈ <…>`, `∈ a .. b`.
    pub(super) fn assigned(&mut self, pair: Pair<'t, Rule>) -> Option<Permitted> {
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::kw_none => return Some(Permitted::None(self.place(&part))),
                Rule::value => return self.value(part).map(Permitted::One),
                Rule::amount => return self.amount(part).map(Permitted::One),
                Rule::permitted => return self.permitted(part),
                Rule::set => return self.set(part).map(Permitted::Set),
                _ => {}
            }
        }
        None
    }

    fn exempt(&mut self, pair: Pair<'t, Rule>) -> Option<Exempt> {
        let place = self.place(&pair);
        let (mut outcome, mut from, mut condition) = (None, None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::outcome_ref => outcome = self.outcome_ref(part),
                Rule::citations => from = Some(self.citations(part)),
                Rule::condition => condition = self.condition(part),
                _ => {}
            }
        }
        Some(Exempt { outcome: outcome?, from, condition: condition?, place })
    }

    fn adjust(&mut self, pair: Pair<'t, Rule>) -> Option<Adjust> {
        let place = self.place(&pair);
        let (mut outcome, mut mode, mut adjustments, mut condition) = (None, Mode::Must, Vec::new(), None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::outcome_ref => outcome = self.outcome_ref(part),
                Rule::condition => condition = self.condition(part),
                Rule::adjustments => {
                    for inner in part.into_inner() {
                        match inner.as_rule() {
                            Rule::kw_may => mode = Mode::May,
                            Rule::adjustment => adjustments.extend(self.adjustment(inner)),
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
        Some(Adjust { outcome: outcome?, mode, adjustments, condition: condition?, place })
    }

    fn adjustment(&mut self, pair: Pair<'t, Rule>) -> Option<(Adjustment, Place)> {
        let place = self.place(&pair);
        let adjustment = match pair.into_inner().next()?.as_rule() {
            Rule::kw_lighten => Adjustment::Lighten,
            Rule::kw_reduce => Adjustment::Reduce,
            Rule::kw_waive => Adjustment::Waive,
            Rule::kw_aggravate => Adjustment::Aggravate,
            Rule::kw_exceed => Adjustment::Exceed,
            _ => return None,
        };
        Some((adjustment, place))
    }

    fn applies(&mut self, pair: Pair<'t, Rule>) -> Option<Applies> {
        let place = self.place(&pair);
        let condition = pair.into_inner().find(|part| part.as_rule() == Rule::condition)?;
        Some(Applies { condition: self.condition(condition)?, place })
    }

    fn authority(&mut self, pair: Pair<'t, Rule>) -> Option<Authority> {
        let place = self.place(&pair);
        let (mut outcome, mut powers) = (None, Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::outcome_ref => outcome = self.outcome_ref(part),
                Rule::power => powers.extend(self.power(part)),
                _ => {}
            }
        }
        Some(Authority { outcome: outcome?, powers, place })
    }

    fn power(&mut self, pair: Pair<'t, Rule>) -> Option<Power> {
        let place = self.place(&pair);
        let (mut values, mut kind) = (None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::set => values = Some(self.set(part)?),
                Rule::decided => {
                    let together = part.clone().into_inner().any(|inner| inner.as_rule() == Rule::kw_jointly);
                    let jointly = if together { Jointly::Together } else { Jointly::Separately };
                    kind = Some(PowerKind::Decided { jointly, bodies: self.bodies(part), approved_by: Vec::new() });
                }
                Rule::approved => {
                    let approving = self.bodies(part);
                    if let Some(PowerKind::Decided { approved_by, .. }) = &mut kind {
                        *approved_by = approving;
                    }
                }
                Rule::enforced => kind = Some(PowerKind::Enforced { bodies: self.bodies(part) }),
                _ => {}
            }
        }
        Some(Power { values, kind: kind?, place })
    }

    /// The names in the `bodies` part of a pair.
    pub(super) fn bodies(&mut self, pair: Pair<'t, Rule>) -> Vec<Name> {
        let lists = pair.into_inner().filter(|part| part.as_rule() == Rule::bodies);
        let names = lists.flat_map(Pair::into_inner).filter(|part| part.as_rule() == Rule::name);
        names.map(|part| self.name(&part)).collect()
    }

    fn ensure(&mut self, pair: Pair<'t, Rule>) -> Option<Ensure> {
        let place = self.place(&pair);
        let (mut outcome, mut property, mut when) = (None, None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::outcome_ref => outcome = self.outcome_ref(part),
                Rule::property => property = self.property(part),
                Rule::expression => when = Some(self.expression(part)?),
                _ => {}
            }
        }
        Some(Ensure { outcome: outcome?, property: property?, when, place })
    }

    fn property(&mut self, pair: Pair<'t, Rule>) -> Option<Property> {
        let inner = pair.into_inner().next()?;
        let rule = inner.as_rule();
        match rule {
            Rule::is_addressed => Some(Property::IsAddressed),
            Rule::rises_with | Rule::ignores => {
                let fact = inner.into_inner().find(|part| part.as_rule() == Rule::reference)?;
                let fact = self.reference(fact)?;
                Some(if rule == Rule::ignores { Property::Ignores(fact) } else { Property::RisesWith(fact) })
            }
            Rule::excludes => self.assigned(inner).map(Property::Excludes),
            _ => {
                let operator = inner.clone().into_inner().next()?.as_rule();
                let bound = self.assigned(inner)?;
                match (operator, bound) {
                    (Rule::greater_equal, Permitted::One(value)) => Some(Property::AtLeast(value)),
                    (Rule::less_equal, Permitted::One(value)) => Some(Property::AtMost(value)),
                    (_, bound) => Some(Property::Within(bound)),
                }
            }
        }
    }
}
