//! Why not, and what would change it, in words.

use super::page::{Item, Page};
use super::{Narrator, long};
use crate::decide::{OutcomeDecision, Status};
use crate::diagnostic::Catalogue;
use crate::explain::change::{Change, ChangeReport, ChangedFact};
use crate::explain::why_not::{Obstacle, Way, WayKind, WhyNot};
use crate::explain::words::Words;
use crate::policy::{Outcome, Policy};
use serde::{Deserialize, Serialize};

/// The version of the JSON shape of [`Alternatives`].
pub const ALTERNATIVES_FORMAT: u32 = 1;

/// Other results of a case: why it has not got them, and what would lead there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternatives {
    /// The version of this shape: [`ALTERNATIVES_FORMAT`].
    pub format: u32,
    /// The policy's name.
    pub policy: String,
    /// Why outcomes are not of the kind that was asked about.
    pub why_not: Vec<WhyNot>,
    /// What would change outcomes.
    pub changes: Vec<ChangeReport>,
}

/// Other results for people, in the language of a catalogue. The policy is the one that was asked about.
#[must_use]
pub fn alternatives_page(policy: &Policy, alternatives: &Alternatives, catalogue: &Catalogue) -> Page {
    let narrator = Narrator { words: Words { policy, catalogue } };
    let mut page = Page::default();
    page.heading(1, narrator.words.named(policy.name(), policy.labels()));
    for answer in &alternatives.why_not {
        narrator.why_not(&mut page, answer);
    }
    for report in &alternatives.changes {
        narrator.changes(&mut page, report);
    }
    page
}

impl Narrator<'_> {
    fn outcome_named(&self, title: &str) -> Option<&Outcome> {
        self.words.policy.outcomes().iter().find(|outcome| *outcome.name == *title)
    }

    fn result(self, outcome: &Outcome, result: &OutcomeDecision) -> String {
        match result.status {
            Status::Decided => self.words.values(outcome, &result.permitted.words(), result.none),
            status => self.word(super::outcome::status_id(status)),
        }
    }

    fn why_not(self, page: &mut Page, answer: &WhyNot) {
        let Some(outcome) = self.outcome_named(&answer.outcome) else { return };
        let name = self.words.qualified_named(&outcome.name, &outcome.labels);
        let wanted = self.words.result(outcome, &answer.wanted);
        let args = [("outcome", long(name)), ("wanted", long(wanted))];
        page.heading(2, self.say("why-not-heading", &args));
        page.paragraph(self.word(match (answer.given, answer.never) {
            (true, _) => "why-not-given",
            (false, Some(true)) => "why-not-never",
            (false, Some(false)) if answer.ways.is_empty() => "why-not-no-way",
            (false, Some(false)) => "why-not-ways",
            (false, None) => "why-not-open",
        }));
        let ways = answer.ways.iter().map(|way| self.way(outcome, way)).collect();
        page.list(3, self.word("why-not-list"), ways);
    }

    fn way(self, outcome: &Outcome, way: &Way) -> Item {
        let id = match way.kind {
            WayKind::Rule if way.permits.is_none() => "way-silent",
            WayKind::Rule => "near-rule",
            WayKind::Adjustment => "way-adjustment",
            WayKind::Exemption => "way-exemption",
            WayKind::Scope => "way-scope",
        };
        let args = [
            ("clause", long(self.clause_begin(&way.clause))),
            ("values", long(self.values(outcome, way.permits.as_ref()))),
        ];
        let mut items: Vec<Item> = way.lacking.iter().map(|lacking| Item::new(self.lacking(lacking))).collect();
        let by = [("by", long(self.clauses_inside(&way.by)))];
        let obstacle = match way.obstacle {
            // An exemption of single clauses leaves the others.
            Obstacle::Condition if !way.by.is_empty() => Some("obstacle-other-rules"),
            Obstacle::Condition => None,
            Obstacle::OtherRules => Some("obstacle-other-rules"),
            Obstacle::Overridden => Some("obstacle-overridden"),
            Obstacle::Exempt => Some("obstacle-exempt"),
            Obstacle::Combination => Some("obstacle-combination"),
            Obstacle::Adjustment => Some("obstacle-adjustment"),
            Obstacle::OutOfScope => Some("obstacle-out-of-scope"),
            Obstacle::Nothing => Some("obstacle-nothing"),
        };
        items.extend(obstacle.map(|id| Item::new(self.say(id, &by))));
        Item::with(self.say(id, &args), items)
    }

    fn changes(self, page: &mut Page, report: &ChangeReport) {
        let Some(outcome) = self.outcome_named(&report.outcome) else { return };
        let name = long(self.words.qualified_named(&outcome.name, &outcome.labels));
        match &report.wanted {
            Some(wanted) => {
                let wanted = long(self.words.result(outcome, wanted));
                page.heading(2, self.say("change-heading-to", &[("outcome", name), ("wanted", wanted)]));
            }
            None => page.heading(2, self.say("change-heading", &[("outcome", name)])),
        }
        page.paragraph(self.word(match (report.given, report.changes.is_empty(), report.complete) {
            (true, ..) => "change-given",
            (false, true, true) => "change-none",
            (false, true, false) => "change-none-found",
            (false, false, true) => "change-all",
            (false, false, false) => "change-some",
        }));
        if !report.kept.is_empty() {
            let kept = long(self.joined(self.words.facts(&report.kept)));
            page.paragraph(self.say("change-kept", &[("facts", kept)]));
        }
        let changes = report.changes.iter().map(|change| self.change(outcome, change)).collect();
        page.list(3, self.word("change-list"), changes);
    }

    fn change(self, outcome: &Outcome, change: &Change) -> Item {
        let facts = change.facts.iter().map(|fact| self.changed(fact)).collect::<Vec<_>>();
        let facts = facts.join(&self.word("explain-semicolon"));
        let result = self.result(outcome, &change.result);
        Item::with(facts, vec![Item::new(self.say("change-result", &[("result", long(result))]))])
    }

    fn changed(self, changed: &ChangedFact) -> String {
        let Some(fact) = self.declared(&changed.name) else { return changed.name.clone() };
        let name = self.words.qualified_named(&fact.name, &fact.labels);
        let to = self.value(fact, &changed.to);
        match &changed.from {
            Some(from) => {
                let args = [("fact", long(name)), ("from", long(self.value(fact, from))), ("to", long(to))];
                self.say("change-fact", &args)
            }
            None => self.say("change-unknown", &[("fact", long(name)), ("to", long(to))]),
        }
    }
}
