//! What earlier decisions entail, for people.

use super::Page;
use crate::cli::console::{BAD, Console, GOOD, QUIET, styled};
use crate::decide::{EffectCause, EffectsReport, LastingEffect, LaterDecision};
use crate::diagnostic::{Arg, visible};
use crate::policy::Policy;
use crate::syntax::ast::EffectVerb;

/// What lasts, with the decisions that it rests on, then what has ended.
pub(in crate::cli) fn show_effects(policy: &Policy, report: &EffectsReport, console: &Console) -> String {
    let mut page = Page::new(policy, console);
    let heading = page.words("effects-on", &[("day", report.as_of.as_str().into())]);
    page.section(&heading);
    if report.lasting.is_empty() {
        let nothing = page.word("effects-nothing");
        page.item(&nothing);
    }
    for effect in &report.lasting {
        page.lasting_effect(effect, true);
    }
    if !report.ended.is_empty() {
        let heading = page.word("effects-ended");
        page.section(&heading);
    }
    for effect in &report.ended {
        page.lasting_effect(effect, false);
    }
    if !report.later.is_empty() {
        let heading = page.word("effects-later");
        page.section(&heading);
    }
    for decision in &report.later {
        page.later_decision(decision);
    }
    page.text
}

impl Page<'_> {
    fn lasting_effect(&mut self, effect: &LastingEffect, lasts: bool) {
        let verb = if effect.bars { EffectVerb::Bars } else { EffectVerb::Brings };
        let mut declared = self.words.policy.effects().iter();
        let declared = declared.find(|found| found.verb == verb && found.name == effect.name);
        let name = declared.map_or_else(String::new, |found| self.words.named(&found.name, &found.labels));
        let (style, id) = match (lasts, effect.bars) {
            (true, true) => (BAD, "effect-bars"),
            (true, false) => (GOOD, "effect-brings"),
            (false, true) => (QUIET, "effect-barred"),
            (false, false) => (QUIET, "effect-brought"),
        };
        let what = styled(style, &self.words(id, &[("what", name.into())]));
        let args = |until: &str| [("from", Arg::from(effect.from.as_str())), ("until", until.into())];
        let span = match &effect.until {
            Some(until) => self.words("effect-until", &args(until)),
            None => self.words("effect-for-good", &args("")),
        };
        self.item(&format!("{what}: {span}"));
        let because: Vec<String> = effect.because.iter().map(|cause| self.cause(cause)).collect();
        self.lines("because", &because);
        if let Some(capped) = &effect.capped {
            let args = [("most", Arg::from(self.words.amount(&capped.at)))];
            let text = format!("{} [{}]", self.words("effect-capped-at", &args), capped.clause);
            self.line("effect-capped", &text);
        }
    }

    fn cause(&self, cause: &EffectCause) -> String {
        let decided = self.decided(cause.reference.as_deref(), &cause.on, &cause.outcome, &cause.value);
        let period = match &cause.period {
            Some(period) => self.words.amount(period),
            None => self.word("period-for-good"),
        };
        format!("{decided}: {period} [{}]", cause.clause)
    }

    fn later_decision(&mut self, decision: &LaterDecision) {
        let text = self.decided(decision.reference.as_deref(), &decision.on, &decision.outcome, &decision.value);
        self.item(&text);
    }

    /// `2024-03-05 sanction of driver = warning (No. 7)`.
    fn decided(&self, reference: Option<&str>, on: &str, outcome: &str, value: &str) -> String {
        let declared = self.words.policy.outcomes().iter().find(|found| found.name.as_str() == outcome);
        let (outcome, value) = match declared {
            Some(declared) => {
                (self.words.qualified_named(&declared.name, &declared.labels), self.words.value(declared, value))
            }
            None => (visible(outcome).into_owned(), visible(value).into_owned()),
        };
        let reference = reference.map(|reference| format!(" ({})", visible(reference))).unwrap_or_default();
        format!("{on} {outcome} = {value}{reference}")
    }
}
