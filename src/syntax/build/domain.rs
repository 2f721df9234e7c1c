//! What a regulation says beyond sanctions: duties, procedure, lasting effects, contents of measures, levels.

use super::Builder;
use super::expressions::comparison_operator;
use super::unread::{Before, words};
use crate::syntax::ast::{
    Comparison, ContentPart, Contents, Duty, DutyKind, DutyPart, DutyPartKind, Effect, EffectCap, EffectItem,
    EffectVerb, Escalation, Hierarchy, Jointly, Mode, OutcomeTest, Polarity, Procedure, ProcedureEntry, Step,
    StepOrder, StepPart, StepPartKind,
};
use crate::syntax::grammar::Rule;
use pest::iterators::Pair;

impl<'t> Builder<'t> {
    /// A duty, a prohibition or a right, or `None` where one of its parts is at fault: a part of it would be breached
    /// in other cases than the whole.
    pub(super) fn duty(&mut self, pair: Pair<'t, Rule>) -> Option<Duty> {
        let whole = pair.as_str();
        let duty = self.duty_or_fault(pair);
        self.remember_words(duty.is_none(), whole);
        duty
    }

    fn duty_or_fault(&mut self, pair: Pair<'t, Rule>) -> Option<Duty> {
        let place = self.place(&pair);
        let (mut kind, mut declared, mut labels) = (DutyKind::Duty, None, Vec::new());
        let (mut parts, mut before) = (Vec::new(), None);
        for part in pair.into_inner() {
            let start = part.as_span().start();
            let whole = Before { start, whole: Rule::whole_duty_part, goes_on: false };
            let previous = std::mem::replace(&mut before, (part.as_rule() == Rule::duty_part).then_some(whole));
            match part.as_rule() {
                Rule::kw_forbid => kind = DutyKind::Prohibition,
                Rule::kw_right => kind = DutyKind::Right,
                Rule::reference => declared = self.reference(part),
                Rule::label => labels.extend(self.label(part)),
                Rule::duty_part => parts.push(self.duty_part(part)),
                Rule::bad_duty_part => {
                    self.unread(&part, Rule::duty_part, previous);
                    parts.push(None);
                }
                Rule::missing_close => self.missing_close(&part, place.0),
                _ => {}
            }
        }
        let parts = parts.into_iter().collect::<Option<_>>()?;
        let declared = declared?;
        Some(Duty { kind, name: declared.name, bearer: declared.of, labels, parts, place })
    }

    /// What a statement at fault declares is not unknown elsewhere.
    fn remember_words(&mut self, is_at_fault: bool, text: &str) {
        if is_at_fault {
            self.unread_words.extend(words(text).map(|(_, word)| word.to_owned()));
        }
    }

    fn duty_part(&mut self, pair: Pair<'t, Rule>) -> Option<DutyPart> {
        let place = self.place(&pair);
        let inner = pair.into_inner().next()?;
        let rule = inner.as_rule();
        if rule == Rule::duty_before {
            return Some(DutyPart { kind: DutyPartKind::Before(self.names(inner)), place });
        }
        let content = inner.into_inner().nth(1)?;
        let kind = match rule {
            Rule::duty_when => DutyPartKind::When(self.condition(content)?),
            Rule::duty_must => DutyPartKind::Must(self.expression(content)?),
            Rule::duty_act => DutyPartKind::Act(self.expression(content)?),
            _ => DutyPartKind::OnBreach(self.consequences(content)?),
        };
        Some(DutyPart { kind, place })
    }

    pub(super) fn procedure(&mut self, pair: Pair<'t, Rule>) -> Option<Procedure> {
        let whole = pair.as_str();
        let procedure = self.procedure_or_fault(pair);
        self.remember_words(procedure.is_none(), whole);
        procedure
    }

    fn procedure_or_fault(&mut self, pair: Pair<'t, Rule>) -> Option<Procedure> {
        let place = self.place(&pair);
        let (mut name, mut labels, mut entries, mut before) = (None, Vec::new(), Vec::new(), None);
        for part in pair.into_inner() {
            let is_line = matches!(part.as_rule(), Rule::step | Rule::escalation);
            let whole = Before { start: part.as_span().start(), whole: Rule::whole_procedure_line, goes_on: true };
            let previous = std::mem::replace(&mut before, is_line.then_some(whole));
            match part.as_rule() {
                Rule::name => name = Some(self.name(&part)),
                Rule::label => labels.extend(self.label(part)),
                Rule::step => entries.push(self.step(part).map(ProcedureEntry::Step)),
                Rule::escalation => entries.push(self.escalation(part).map(ProcedureEntry::Escalation)),
                Rule::bad_procedure_line => {
                    self.unread(&part, Rule::procedure_line, previous);
                    entries.push(None);
                }
                Rule::missing_close => self.missing_close(&part, place.0),
                _ => {}
            }
        }
        Some(Procedure { name: name?, labels, entries: entries.into_iter().collect::<Option<_>>()?, place })
    }

    fn step(&mut self, pair: Pair<'t, Rule>) -> Option<Step> {
        let place = self.place(&pair);
        let (mut mode, mut name, mut labels, mut parts) = (Mode::Must, None, Vec::new(), Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::kw_may => mode = Mode::May,
                Rule::name => name = Some(self.name(&part)),
                Rule::label => labels.extend(self.label(part)),
                Rule::step_part => parts.push(self.step_part(part)),
                _ => {}
            }
        }
        Some(Step { mode, name: name?, labels, parts: parts.into_iter().collect::<Option<_>>()?, place })
    }

    fn step_part(&mut self, pair: Pair<'t, Rule>) -> Option<StepPart> {
        let place = self.place(&pair);
        let inner = pair.into_inner().next()?;
        let first = inner.clone().into_inner().next()?.as_rule();
        let kind = match inner.as_rule() {
            Rule::step_by => {
                let jointly = if first == Rule::kw_jointly { Jointly::Together } else { Jointly::Separately };
                StepPartKind::By(jointly, self.bodies(inner))
            }
            Rule::step_after => {
                let order = if first == Rule::kw_usually_after { StepOrder::Usual } else { StepOrder::Strict };
                StepPartKind::After(order, self.names(inner))
            }
            Rule::step_checks => {
                let lists = inner.into_inner().filter(|part| part.as_rule() == Rule::check_list);
                let checks = lists.flat_map(Pair::into_inner).filter(|part| part.as_rule() == Rule::member);
                StepPartKind::Checks(checks.filter_map(|part| self.member(part)).collect())
            }
            Rule::step_within => {
                let (mut period, mut from) = (None, None);
                for part in inner.into_inner() {
                    match part.as_rule() {
                        Rule::value => period = self.value(part),
                        Rule::reference => from = self.reference(part),
                        _ => {}
                    }
                }
                StepPartKind::Within(period?, from?)
            }
            Rule::step_quorum => StepPartKind::Quorum(self.headcount(&inner.into_inner().nth(1)?)?),
            Rule::step_consent => StepPartKind::Consent(self.names(inner)),
            _ => StepPartKind::When(self.expression(inner.into_inner().nth(1)?)?),
        };
        Some(StepPart { kind, place })
    }

    fn escalation(&mut self, pair: Pair<'t, Rule>) -> Option<Escalation> {
        let place = self.place(&pair);
        let (mut names, mut after) = (Vec::new(), None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::name => names.push(self.name(&part)),
                Rule::value => after = self.value(part),
                _ => {}
            }
        }
        let mut names = names.into_iter();
        Some(Escalation { step: names.next()?, to: names.next(), after: after?, place })
    }

    pub(super) fn effect(&mut self, pair: Pair<'t, Rule>) -> Option<Effect> {
        let place = self.place(&pair);
        let (mut outcome, mut test, mut items) = (None, None, Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::outcome_ref => outcome = self.outcome_ref(part),
                Rule::outcome_test => test = self.outcome_test(part),
                Rule::effect_item => items.push(self.effect_item(part)),
                _ => {}
            }
        }
        Some(Effect { outcome: outcome?, test: test?, items: items.into_iter().collect::<Option<_>>()?, place })
    }

    fn outcome_test(&mut self, pair: Pair<'t, Rule>) -> Option<OutcomeTest> {
        let (mut polarity, mut comparison) = (Polarity::In, Comparison::Equal);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::kw_not_in => polarity = Polarity::NotIn,
                Rule::permitted => return Some(OutcomeTest::Membership(polarity, self.permitted(part)?)),
                Rule::value => return Some(OutcomeTest::Compare(comparison, self.value(part)?)),
                _ => comparison = comparison_operator(&part).unwrap_or(comparison),
            }
        }
        None
    }

    fn effect_item(&mut self, pair: Pair<'t, Rule>) -> Option<EffectItem> {
        let place = self.place(&pair);
        let (mut verb, mut what, mut period) = (EffectVerb::Bars, None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::kw_brings => verb = EffectVerb::Brings,
                Rule::member => what = self.member(part),
                Rule::value => period = Some(self.value(part)?),
                _ => {}
            }
        }
        Some(EffectItem { verb, what: what?, period, place })
    }

    pub(super) fn effect_cap(&mut self, pair: Pair<'t, Rule>) -> Option<EffectCap> {
        let place = self.place(&pair);
        let period = pair.into_inner().find(|part| part.as_rule() == Rule::value)?;
        Some(EffectCap { period: self.value(period)?, place })
    }

    pub(super) fn contents(&mut self, pair: Pair<'t, Rule>) -> Option<Contents> {
        let place = self.place(&pair);
        let (mut outcome, mut value, mut parts) = (None, None, Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::outcome_ref => outcome = self.outcome_ref(part),
                Rule::value => value = self.value(part),
                Rule::content_part => parts.push(self.content_part(part)),
                _ => {}
            }
        }
        Some(Contents { outcome: outcome?, value: value?, parts: parts.into_iter().collect::<Option<_>>()?, place })
    }

    fn content_part(&mut self, pair: Pair<'t, Rule>) -> Option<ContentPart> {
        let (mut what, mut condition) = (None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::member => what = self.member(part),
                Rule::expression => condition = Some(self.expression(part)?),
                _ => {}
            }
        }
        Some(ContentPart { what: what?, condition })
    }

    pub(super) fn hierarchy(&mut self, pair: Pair<'t, Rule>) -> Hierarchy {
        let place = self.place(&pair);
        Hierarchy { levels: self.names(pair), place }
    }
}
