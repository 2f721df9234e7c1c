//! Duties with their consequences, procedures with their deadlines, what lasts, and who answers for what.

use super::{Book, Item, Text};
use crate::policy::{ClauseId, Duty, Effect, Procedure, Step};
use crate::render::PictureKind;
use crate::syntax::ast::{DutyKind, EffectVerb, Mode, StepOrder};

impl Book<'_> {
    /// A duty, a prohibition or a right, where its clause stands.
    pub(super) fn duty(&mut self, duty: &Duty) {
        let words = self.words;
        let kind = words.word(kind_id(duty.kind));
        let name = words.label(&duty.name, &duty.labels);
        let bearer = duty.bearer.map(|bearer| words.party(bearer)).unwrap_or_default();
        let id = if bearer.is_empty() { "doc-duty" } else { "doc-duty-of" };
        let what = words.say(id, &[("kind", &kind), ("name", &name), ("bearer", &bearer)]);
        self.paragraph(Text::plain(what));
        if let Some(when) = &duty.when {
            self.stated("doc-duty-when", Some(words.prose(when)), &[]);
        }
        if let Some(must) = &duty.must {
            let id = match duty.kind {
                DutyKind::Duty | DutyKind::Right => "doc-duty-must",
                DutyKind::Prohibition => "doc-duty-kept",
            };
            self.stated(id, Some(words.prose(must)), &[]);
        }
        if let Some(due) = &duty.due {
            self.paragraph(Text::plain(words.say("doc-duty-due", &[("day", &words.operand(due))])));
        }
        let consequences = self.consequences(duty);
        if !consequences.is_empty() {
            self.paragraph(Text::plain(words.say("doc-on-breach", &[("what", &consequences)])));
        }
    }

    /// What the breach of a duty leads to.
    fn consequences(&self, duty: &Duty) -> String {
        let words = self.words;
        let rules = duty.consequences.iter().filter_map(|id| words.policy.rules().get(id.index()));
        words.list(rules.filter_map(|rule| {
            let outcome = words.policy.outcomes().get(rule.outcome.index())?;
            let set = words.contribution(outcome, &rule.permitted);
            Some(words.say("doc-outcome-is", &[("outcome", &words.outcome_named(outcome)), ("set", &set)]))
        }))
    }

    pub(super) fn duties(&mut self) {
        let words = self.words;
        if words.policy.duties().is_empty() {
            return;
        }
        self.chapter("doc-duties");
        let row = |duty: &Duty| {
            vec![
                Text::plain(words.label(&duty.name, &duty.labels)),
                Text::plain(words.word(kind_id(duty.kind))),
                Text::plain(duty.bearer.map(|bearer| words.party(bearer)).unwrap_or_default()),
                Text::plain(duty.due.as_ref().map(|due| words.operand(due)).unwrap_or_default()),
                Text::plain(self.consequences(duty)),
                self.link(duty.clause),
            ]
        };
        let rows = words.policy.duties().iter().map(row).collect();
        let head = ["doc-what", "doc-kind", "doc-who", "doc-last-day", "doc-consequence", "doc-clause"];
        self.table(words.word("doc-duties"), &head, rows);
    }

    /// The steps of which a clause speaks.
    pub(super) fn steps_of(&mut self, id: ClauseId) {
        let words = self.words;
        for procedure in words.policy.procedures() {
            let name = words.label(&procedure.name, &procedure.labels);
            let spoken: Vec<Item> = procedure
                .steps
                .iter()
                .filter(|step| step.clauses.contains(&id))
                .map(|step| Item {
                    text: Text::strong(words.label(&step.name, &step.labels)),
                    below: words.step_notes(procedure, step).into_iter().map(Item::plain).collect(),
                })
                .collect();
            if !spoken.is_empty() {
                self.paragraph(Text::plain(words.say("doc-steps-of", &[("procedure", &name)])));
                self.list(spoken);
            }
        }
    }

    pub(super) fn procedures(&mut self) {
        let words = self.words;
        if words.policy.procedures().is_empty() {
            return;
        }
        self.chapter("doc-procedure");
        for procedure in words.policy.procedures() {
            let rows = procedure.steps.iter().map(|step| self.step_row(procedure, step)).collect();
            let head = ["doc-step", "doc-who", "doc-after", "doc-deadline", "doc-remarks", "doc-clause"];
            self.table(words.label(&procedure.name, &procedure.labels), &head, rows);
            let escalations = procedure.escalations.iter().map(|escalation| {
                let step = self.step_called(procedure, escalation.step);
                let (to, after) = (words.body(escalation.to), words.operand(&escalation.after));
                let text = words.say("doc-escalates", &[("step", &step), ("to", &to), ("period", &after)]);
                Item { text: Text::plain(text).then(self.bracketed(escalation.clause)), below: Vec::new() }
            });
            let escalations = escalations.collect();
            self.list(escalations);
        }
        self.picture(PictureKind::Procedure);
    }

    /// ` (8)`, linked.
    fn bracketed(&self, id: ClauseId) -> Text {
        Text::plain(" (").then(self.link(id)).and(")")
    }

    fn step_called(&self, procedure: &Procedure, index: crate::policy::StepIndex) -> String {
        let step = procedure.steps.get(index.index());
        step.map_or_else(String::new, |step| self.words.label(&step.name, &step.labels))
    }

    fn step_row(&self, procedure: &Procedure, step: &Step) -> Vec<Text> {
        let words = self.words;
        let after = words.list(step.after.iter().map(|(before, order)| {
            let name = self.step_called(procedure, *before);
            match order {
                StepOrder::Strict => name,
                StepOrder::Usual => words.say("doc-usually", &[("step", &name)]),
            }
        }));
        let mut remarks: Vec<String> = Vec::new();
        match step.mode {
            Mode::May => remarks.push(words.word("doc-may-be-taken")),
            Mode::Must => {}
        }
        // Who and by when have columns of their own.
        let besides = Step { actors: Vec::new(), deadline: None, ..step.clone() };
        remarks.extend(words.step_notes(procedure, &besides));
        let deadline = step.deadline.as_ref().map(|deadline| words.deadline(procedure, deadline));
        vec![
            Text::plain(words.label(&step.name, &step.labels)),
            Text::plain(words.actors(step)),
            Text::plain(after),
            Text::plain(deadline.unwrap_or_default()),
            Text::plain(remarks.join(&words.word("render-also"))),
            self.links(step.clauses.iter().copied()),
        ]
    }

    /// What follows from an outcome, as a sentence.
    pub(super) fn effect(&self, effect: &Effect) -> String {
        let words = self.words;
        let outcome = words.outcome_test(&words.outcome(effect.outcome), &effect.test);
        let period = self.effect_period(effect);
        let id = match effect.verb {
            EffectVerb::Bars => "doc-effect-bars",
            EffectVerb::Brings => "doc-effect-brings",
        };
        let what = words.label(&effect.name, &effect.labels);
        words.say(id, &[("if", &outcome), ("what", &what), ("period", &period)])
    }

    fn effect_period(&self, effect: &Effect) -> String {
        let period = effect.period.as_ref().map(|period| self.words.operand(period));
        period.unwrap_or_else(|| self.words.word("period-for-good"))
    }

    pub(super) fn effects(&mut self) {
        let words = self.words;
        if words.policy.effects().is_empty() {
            return;
        }
        self.chapter("doc-effects");
        let row = |effect: &Effect| {
            let verb = match effect.verb {
                EffectVerb::Bars => "effect-bars",
                EffectVerb::Brings => "effect-brings",
            };
            let what = words.label(&effect.name, &effect.labels);
            vec![
                Text::plain(words.outcome_test(&words.outcome(effect.outcome), &effect.test)),
                Text::plain(words.say(verb, &[("what", &what)])),
                Text::plain(self.effect_period(effect)),
                self.link(effect.clause),
            ]
        };
        let rows = words.policy.effects().iter().map(row).collect();
        self.table(words.word("doc-effects"), &["doc-if", "doc-follows", "doc-how-long", "doc-clause"], rows);
        if let Some(cap) = words.policy.effect_cap() {
            let text = words.say("doc-effect-cap", &[("period", &words.operand(&cap.period))]);
            let text = Text::plain(text).then(self.bracketed(cap.clause));
            self.paragraph(text);
        }
    }

    pub(super) fn liability(&mut self) {
        let words = self.words;
        let graph = crate::render::graph(
            words.policy,
            PictureKind::Liability,
            &crate::render::Focus::default(),
            words.catalogue,
        );
        if graph.nodes.is_empty() {
            return;
        }
        self.chapter("doc-liability");
        self.picture(PictureKind::Liability);
    }
}

fn kind_id(kind: DutyKind) -> &'static str {
    match kind {
        DutyKind::Duty => "show-duty",
        DutyKind::Prohibition => "show-prohibition",
        DutyKind::Right => "show-right",
    }
}
