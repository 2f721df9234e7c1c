//! Declarations: what stands above the articles.

use super::Builder;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Place;
use crate::syntax::ast::{
    AssumeDecl, Citation, Combination, DefineDecl, EnumerationDecl, FactDecl, FieldDecl, InForce, JudgementDecl,
    LabelledDecl, Member, OutcomeDecl, OutlineDecl, OutlineEntry, ParamDecl, ParamVersion, PolicyDecl, ReadingDecl,
    RecordDecl, Reference, TypeRef, TypeRefKind, UseDecl,
};
use crate::syntax::clause::ClausePath;
use crate::syntax::grammar::Rule;
use pest::iterators::Pair;

impl<'t> Builder<'t> {
    pub(super) fn policy_decl(&mut self, pair: Pair<'t, Rule>) -> Option<PolicyDecl> {
        let place = self.place(&pair);
        let (mut name, mut labels, mut in_force, mut dated_by) = (None, Vec::new(), Vec::new(), Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::name => name = Some(self.name(&part)),
                Rule::label => labels.extend(self.label(part)),
                Rule::in_force => in_force.push(self.in_force(part)),
                Rule::dated_by => {
                    let fact = part.into_inner().find(|inner| inner.as_rule() == Rule::reference)?;
                    dated_by.extend(self.reference(fact));
                }
                _ => {}
            }
        }
        Some(PolicyDecl { name: name?, labels, in_force, dated_by, place })
    }

    pub(super) fn use_decl(&mut self, pair: Pair<'t, Rule>) -> Option<UseDecl> {
        let place = self.place(&pair);
        let path = pair.into_inner().find(|part| part.as_rule() == Rule::string)?;
        Some(UseDecl { path: self.text(path), place })
    }

    pub(super) fn in_force(&mut self, pair: Pair<'t, Rule>) -> InForce {
        let mut in_force = InForce { from: None, until: None, place: self.place(&pair) };
        let mut is_end = false;
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::kw_until => is_end = true,
                Rule::date if is_end => in_force.until = self.literal(part),
                Rule::date => in_force.from = self.literal(part),
                _ => {}
            }
        }
        in_force
    }

    pub(super) fn outline_decl(&mut self, pair: Pair<'t, Rule>) -> OutlineDecl {
        let place = self.place(&pair);
        let entries = pair.into_inner().filter(|part| part.as_rule() == Rule::outline_entry);
        let entries = entries.filter_map(|entry| self.outline_entry(entry)).collect();
        OutlineDecl { entries, place }
    }

    fn outline_entry(&mut self, pair: Pair<'t, Rule>) -> Option<OutlineEntry> {
        let place = self.place(&pair);
        let (mut parent, mut numbers) = (None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::article_number => {
                    let place = self.place(&part);
                    parent = Some(Citation { path: ClausePath::article(self.article_number(part)?), place });
                }
                Rule::citation => parent = Some(self.citation(part)?),
                Rule::count_range => numbers = Some(self.count_range(part)?),
                Rule::outline_items => {
                    let range = part.into_inner().find(|inner| inner.as_rule() == Rule::count_range)?;
                    numbers = Some(self.count_range(range)?);
                }
                _ => {}
            }
        }
        Some(OutlineEntry { parent, numbers, place })
    }

    fn count_range(&mut self, pair: Pair<'t, Rule>) -> Option<(u32, u32)> {
        let span = self.span(&pair);
        let mut bounds = Vec::new();
        for part in pair.into_inner() {
            if part.as_rule() == Rule::count {
                bounds.push(self.count(&part)?);
            }
        }
        let (from, to) = (*bounds.first()?, *bounds.last()?);
        if from > to {
            self.report(Diagnostic::new(Code::InvertedRange, span).with("from", from).with("to", to));
            return None;
        }
        Some((from, to))
    }

    pub(super) fn enumeration(&mut self, pair: Pair<'t, Rule>) -> Option<EnumerationDecl> {
        let place = self.place(&pair);
        let (mut name, mut labels, mut members) = (None, Vec::new(), Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::name => name = Some(self.name(&part)),
                Rule::label => labels.extend(self.label(part)),
                Rule::member => members.extend(self.member(part)),
                _ => {}
            }
        }
        Some(EnumerationDecl { name: name?, labels, members, place })
    }

    pub(super) fn member(&mut self, pair: Pair<'t, Rule>) -> Option<Member> {
        let (mut name, mut labels) = (None, Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::name => name = Some(self.name(&part)),
                _ => labels.extend(self.label(part)),
            }
        }
        Some(Member { name: name?, labels })
    }

    pub(super) fn labelled(&mut self, pair: Pair<'t, Rule>) -> Option<LabelledDecl> {
        let place = self.place(&pair);
        let (mut name, mut labels) = (None, Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::name => name = Some(self.name(&part)),
                Rule::label => labels.extend(self.label(part)),
                _ => {}
            }
        }
        Some(LabelledDecl { name: name?, labels, place })
    }

    pub(super) fn record_decl(&mut self, pair: Pair<'t, Rule>) -> Option<RecordDecl> {
        let place = self.place(&pair);
        let (mut name, mut labels, mut fields) = (None, Vec::new(), Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::name => name = Some(self.name(&part)),
                Rule::label => labels.extend(self.label(part)),
                Rule::field => fields.extend(self.field(part)),
                _ => {}
            }
        }
        Some(RecordDecl { name: name?, labels, fields, place })
    }

    fn field(&mut self, pair: Pair<'t, Rule>) -> Option<FieldDecl> {
        let place = self.place(&pair);
        let (mut name, mut type_ref, mut labels) = (None, None, Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::name => name = Some(self.name(&part)),
                Rule::type_ref => type_ref = self.type_ref(part),
                Rule::label => labels.extend(self.label(part)),
                _ => {}
            }
        }
        Some(FieldDecl { name: name?, type_ref: type_ref?, labels, place })
    }

    /// A parameter; `None` if one of its values is at fault, for the rest would hold at other times than it says.
    pub(super) fn param_decl(&mut self, pair: Pair<'t, Rule>) -> Option<ParamDecl> {
        let place = self.place(&pair);
        let (mut name, mut versions, mut labels) = (None, Vec::new(), Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::name => name = Some(self.name(&part)),
                Rule::param_version => versions.push(self.param_version(part)),
                Rule::label => labels.extend(self.label(part)),
                _ => {}
            }
        }
        let name = name?;
        let Some(versions) = versions.into_iter().collect() else {
            self.unread_words.insert(name.text);
            return None;
        };
        Some(ParamDecl { name, versions, labels, place })
    }

    fn param_version(&mut self, pair: Pair<'t, Rule>) -> Option<ParamVersion> {
        let place = self.place(&pair);
        let (mut value, mut from) = (None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::value => value = self.value(part),
                Rule::date => from = Some(self.literal(part)?),
                _ => {}
            }
        }
        Some(ParamVersion { value: value?, from, place })
    }

    pub(super) fn reading_decl(&mut self, pair: Pair<'t, Rule>) -> Option<ReadingDecl> {
        let place = self.place(&pair);
        let (mut name, mut labels, mut options, mut prefer) = (None, Vec::new(), Vec::new(), None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::name => name = Some(self.name(&part)),
                Rule::label => labels.extend(self.label(part)),
                Rule::member => options.extend(self.member(part)),
                Rule::prefer => prefer = self.names(part).pop(),
                _ => {}
            }
        }
        Some(ReadingDecl { name: name?, labels, options, prefer, place })
    }

    /// A fact or a judgement; the parts that a plain fact cannot have are absent from its grammar rule.
    pub(super) fn fact_decl(&mut self, pair: Pair<'t, Rule>) -> Option<JudgementDecl> {
        let place = self.place(&pair);
        let (mut declared, mut type_ref, mut default, mut labels) = (None, None, None, Vec::new());
        let (mut judge, mut criterion) = (None, None);
        for part in pair.into_inner() {
            let span = self.span(&part);
            let repeated = match part.as_rule() {
                Rule::reference => {
                    declared = self.reference(part);
                    false
                }
                Rule::type_ref => {
                    type_ref = self.type_ref(part);
                    false
                }
                Rule::default_value => {
                    let value = part.into_inner().find_map(|inner| self.given_value(inner))?;
                    default.replace(value).is_some()
                }
                Rule::judged_by => {
                    let body = part.into_inner().find(|inner| inner.as_rule() == Rule::name)?;
                    let body = self.name(&body);
                    judge.replace(body).is_some()
                }
                Rule::criterion => {
                    let text = part.into_inner().find(|inner| inner.as_rule() == Rule::string)?;
                    let text = self.text(text);
                    criterion.replace(text).is_some()
                }
                Rule::label => {
                    labels.extend(self.label(part));
                    false
                }
                _ => false,
            };
            if repeated {
                self.report(Diagnostic::new(Code::GivenTwice, span));
            }
        }
        let Reference { name, of, .. } = declared?;
        let fact = FactDecl { name, of, type_ref: type_ref?, default, labels, place };
        Some(JudgementDecl { fact, judge, criterion })
    }

    pub(super) fn type_ref(&mut self, pair: Pair<'t, Rule>) -> Option<TypeRef> {
        let place = self.place(&pair);
        let part = pair.into_inner().next()?;
        let kind = match part.as_rule() {
            Rule::kw_bool => TypeRefKind::Bool,
            Rule::kw_int => TypeRefKind::Int,
            Rule::kw_decimal => TypeRefKind::Decimal,
            Rule::kw_money => TypeRefKind::Money,
            Rule::kw_date => TypeRefKind::Date,
            Rule::kw_duration => TypeRefKind::Duration,
            Rule::list_of => TypeRefKind::List(self.names(part).pop()?),
            _ => TypeRefKind::Named(self.name(&part).text),
        };
        Some(TypeRef { kind, place })
    }

    pub(super) fn define_decl(&mut self, pair: Pair<'t, Rule>) -> Option<DefineDecl> {
        let place = self.place(&pair);
        let (mut declared, mut value, mut labels) = (None, None, Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::reference => declared = self.reference(part),
                Rule::expression => value = self.expression(part),
                Rule::label => labels.extend(self.label(part)),
                _ => {}
            }
        }
        let Reference { name, of, .. } = declared?;
        let Some(value) = value else {
            // The expression was at fault; its name is still declared as far as the rest is concerned.
            self.unread_words.insert(name.text);
            return None;
        };
        Some(DefineDecl { name, of, value, labels, place })
    }

    pub(super) fn assume_decl(&mut self, pair: Pair<'t, Rule>) -> Option<AssumeDecl> {
        let place = self.place(&pair);
        let expression = pair.into_inner().find(|part| part.as_rule() == Rule::expression)?;
        Some(AssumeDecl { condition: self.expression(expression)?, place })
    }

    pub(super) fn outcome_decl(&mut self, pair: Pair<'t, Rule>) -> Option<OutcomeDecl> {
        let place = self.place(&pair);
        let (mut declared, mut type_ref, mut combine, mut labels) = (None, None, Vec::new(), Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::reference => declared = self.reference(part),
                Rule::type_ref => type_ref = self.type_ref(part),
                Rule::combine => combine.extend(self.combine(part)),
                Rule::label => labels.extend(self.label(part)),
                _ => {}
            }
        }
        let Reference { name, of, .. } = declared?;
        Some(OutcomeDecl { name, of, type_ref: type_ref?, combine, labels, place })
    }

    fn combine(&mut self, pair: Pair<'t, Rule>) -> Option<(Combination, Place)> {
        let place = self.place(&pair);
        let combination = match pair.into_inner().next()?.as_rule() {
            Rule::kw_combine_heaviest => Combination::Heaviest,
            Rule::kw_combine_union => Combination::Union,
            Rule::kw_combine_intersect => Combination::Intersect,
            Rule::kw_combine_unique => Combination::Unique,
            Rule::kw_combine_accumulate => Combination::Accumulate,
            Rule::kw_combine_sum => Combination::Sum,
            _ => return None,
        };
        Some((combination, place))
    }
}
