//! What a regulation says beyond sanctions: duties, procedure, lasting effects, contents of measures, levels.

use super::layout::Group;
use super::writer::Writer;
use crate::syntax::ast::{
    ContentPart, Contents, Duty, DutyKind, DutyPart, DutyPartKind, Effect, EffectItem, EffectVerb, Escalation,
    Hierarchy, Jointly, Member, Name, OutcomeTest, Polarity, Procedure, ProcedureEntry, Step, StepOrder, StepPart,
    StepPartKind,
};
use crate::syntax::grammar::Rule;
use crate::syntax::keywords::KeywordLanguage;

impl Writer<'_> {
    pub(super) fn duty(&mut self, duty: &Duty, level: usize) {
        self.keyword(match duty.kind {
            DutyKind::Duty => Rule::kw_duty,
            DutyKind::Prohibition => Rule::kw_forbid,
            DutyKind::Right => Rule::kw_right,
        });
        self.space();
        self.qualified(&duty.name, duty.bearer.as_ref());
        self.space();
        if !duty.labels.is_empty() {
            self.labels(&duty.labels);
            self.space();
        }
        self.block(&duty.parts, |part| part.place.0.range().start, |w, part| w.duty_part(part, level));
    }

    fn duty_part(&mut self, part: &DutyPart, level: usize) {
        self.keyword(match &part.kind {
            DutyPartKind::When(_) => Rule::kw_when,
            DutyPartKind::Must(_) => Rule::kw_must,
            DutyPartKind::Act(_) => Rule::kw_act,
            DutyPartKind::Before(_) => Rule::kw_before,
            DutyPartKind::OnBreach(_) => Rule::kw_on_breach,
        });
        self.space();
        match &part.kind {
            DutyPartKind::When(condition) => self.condition(condition, level),
            DutyPartKind::Must(expr) | DutyPartKind::Act(expr) => self.expression(expr),
            DutyPartKind::Before(steps) => self.name_list(steps),
            DutyPartKind::OnBreach(consequences) => self.consequences(consequences),
        }
    }

    /// `a, b`.
    pub(super) fn name_list(&mut self, names: &[Name]) {
        self.aligned(|w| w.list(names, |name| name.span().range().start, |w, name| w.name(name)));
    }

    pub(super) fn procedure(&mut self, procedure: &Procedure) {
        self.block_head(Rule::kw_procedure, &procedure.name, &procedure.labels);
        self.block(
            &procedure.entries,
            |entry| match entry {
                ProcedureEntry::Step(step) => step.place.0.range().start,
                ProcedureEntry::Escalation(escalation) => escalation.place.0.range().start,
            },
            |w, entry| match entry {
                ProcedureEntry::Step(step) => w.step(step),
                ProcedureEntry::Escalation(escalation) => w.escalation(escalation),
            },
        );
    }

    /// A step on a line, or filling lines below its name.
    fn step(&mut self, step: &Step) {
        self.group(Group::Fill, |w| {
            w.indented(|w| {
                w.may(step.mode);
                w.keyword(Rule::kw_step);
                w.space();
                w.name(&step.name);
                if !step.labels.is_empty() {
                    w.space();
                    w.labels(&step.labels);
                }
                for part in &step.parts {
                    w.line();
                    w.step_part(part);
                }
            });
        });
    }

    fn step_part(&mut self, part: &StepPart) {
        let end = part.place.0.range().end;
        match &part.kind {
            StepPartKind::By(jointly, bodies) => {
                match jointly {
                    Jointly::Separately => {}
                    Jointly::Together => {
                        self.keyword_before(Rule::kw_jointly, end);
                        self.space();
                    }
                }
                self.by_actors(bodies);
            }
            StepPartKind::After(order, steps) => {
                self.keyword(match order {
                    StepOrder::Strict => Rule::kw_after,
                    StepOrder::Usual => Rule::kw_usually_after,
                });
                self.space();
                self.name_list(steps);
            }
            StepPartKind::Checks(checks) => {
                self.keyword(Rule::kw_checks);
                self.space();
                let start_of = |check: &Member| check.name.span().range().start;
                self.angled(checks, start_of, Some(end), |w, check| w.member(check));
            }
            StepPartKind::Within(period, from) => {
                self.keyword(Rule::kw_within);
                self.space();
                self.value(period);
                self.space();
                let written = match self.language() {
                    KeywordLanguage::English => Rule::kw_of,
                    KeywordLanguage::Chinese => Rule::kw_from,
                };
                let rules = [Rule::kw_of, Rule::kw_from, Rule::kw_after];
                self.keyword_instead(written, &rules, from.span().range().start);
                self.space();
                self.reference(from);
            }
            StepPartKind::Quorum(number) => {
                self.keyword(Rule::kw_quorum);
                self.space();
                self.number_before(number.to_string(), end);
            }
            StepPartKind::Consent(names) => {
                self.keyword(Rule::kw_consent);
                self.space();
                self.name_list(names);
            }
            StepPartKind::When(condition) => {
                self.keyword(Rule::kw_when);
                self.space();
                self.expression(condition);
            }
        }
    }

    /// `by desk`, `by <desk, board>` of those who act: 由 in Chinese.
    pub(super) fn by_actors(&mut self, bodies: &[Name]) {
        let start_of = |name: &Name| name.span().range().start;
        self.by_actor(bodies.first().map_or(0, start_of));
        self.space();
        match bodies {
            [body] => self.name(body),
            _ => self.angled(bodies, start_of, None, |w, name| w.name(name)),
        }
    }

    fn escalation(&mut self, escalation: &Escalation) {
        self.keyword(Rule::kw_escalate);
        self.space();
        self.name(&escalation.step);
        self.space();
        if let Some(to) = &escalation.to {
            self.keyword_before(Rule::kw_to, to.span().range().start);
            self.space();
            self.name(to);
            self.space();
        }
        self.keyword(Rule::kw_after);
        self.space();
        self.value(&escalation.after);
    }

    pub(super) fn effect(&mut self, effect: &Effect) {
        self.group(Group::Consistent, |w| {
            w.keyword(Rule::kw_effect);
            w.space();
            w.reference(&effect.outcome);
            w.space();
            match &effect.test {
                OutcomeTest::Compare(comparison, value) => {
                    w.comparison(*comparison, value.span().range().start);
                    w.space();
                    w.value(value);
                }
                OutcomeTest::Membership(polarity, permitted) => {
                    w.keyword(match polarity {
                        Polarity::In => Rule::kw_in,
                        Polarity::NotIn => Rule::kw_not_in,
                    });
                    w.space();
                    w.permitted_values(permitted);
                }
            }
            w.indented(|w| {
                w.line();
                w.list(&effect.items, |item| item.place.0.range().start, |w, item| w.effect_item(item));
            });
        });
    }

    fn effect_item(&mut self, item: &EffectItem) {
        self.keyword(match item.verb {
            EffectVerb::Bars => Rule::kw_bars,
            EffectVerb::Brings => Rule::kw_brings,
        });
        self.space();
        self.member(&item.what);
        if let Some(period) = &item.period {
            self.space();
            self.keyword_before(Rule::kw_for, period.span().range().start);
            self.space();
            self.value(period);
        }
    }

    pub(super) fn contents(&mut self, contents: &Contents) {
        self.keyword(Rule::kw_contents);
        self.space();
        self.reference(&contents.outcome);
        self.space();
        self.sign("=", "=＝", contents.value.span().range().start);
        self.space();
        self.value(&contents.value);
        self.space();
        let start_of = |part: &ContentPart| part.what.name.span().range().start;
        let next: Vec<usize> = contents.parts.iter().skip(1).map(start_of).collect();
        let mut next = next.into_iter();
        self.block(&contents.parts, start_of, |w, part| {
            w.content_part(part);
            if let Some(next) = next.next() {
                w.clinging(",", ",，、", next);
            }
        });
    }

    fn content_part(&mut self, part: &ContentPart) {
        self.member(&part.what);
        if let Some(condition) = &part.condition {
            self.space();
            self.keyword_before(Rule::kw_if, condition.span().range().start);
            self.space();
            self.expression(condition);
        }
    }

    pub(super) fn hierarchy(&mut self, hierarchy: &Hierarchy) {
        self.group(Group::Fill, |w| {
            w.keyword(Rule::kw_hierarchy);
            w.space();
            w.indented(|w| {
                for (index, level) in hierarchy.levels.iter().enumerate() {
                    if index > 0 {
                        w.line();
                        w.sign("<", "<＜", level.span().range().start);
                        w.space();
                    }
                    w.name(level);
                }
            });
        });
    }
}
