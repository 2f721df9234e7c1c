//! What changes beside the outcomes: duties, steps, lasting effects, and who decides.

use super::Comparison;
use super::authority::authority;
use crate::analyse::{Analysis, Provisions, Side};
use crate::policy::{
    BodyId, ClauseId, DeadlineStart, Duty, Effect, Expr, ExprKind, FactId, OutcomeId, OutcomeTest, Party, Policy,
    Procedure, ProcedureId, Step, StepIndex, Value,
};
use crate::syntax::ast::{DutyKind, Polarity};
use std::collections::BTreeSet;

/// A provision that changes, appears or vanishes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProvisionChange {
    /// What it is.
    pub kind: ProvisionKind,
    /// Its name, as the new text has it, else as the old one: of a step with its procedure, of authority the outcome.
    pub name: String,
    /// The values of an outcome that it is about; empty where it is about all.
    pub values: Vec<String>,
    /// Its clauses in the old text; `None` where the old text has no such provision.
    pub old: Option<Vec<String>>,
    /// Its clauses in the new text.
    pub new: Option<Vec<String>>,
    /// What of it changes, where both texts have it.
    pub aspects: Vec<AspectChange>,
}

/// What a provision is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProvisionKind {
    /// Something must be done.
    Duty,
    /// Something must not be done.
    Prohibition,
    /// Something must be granted.
    Right,
    /// A step of a procedure.
    Step,
    /// Who takes a step that is not taken in time.
    Escalation,
    /// Something that follows from a decision for a time, or for good.
    Effect,
    /// How much effects of one kind add up to.
    EffectCap,
    /// What a measure consists of.
    Contents,
    /// Who decides on values of an outcome.
    Deciders,
    /// Who enforces values of an outcome.
    Enforcers,
    /// Which body answers to which.
    Hierarchy,
}

impl ProvisionKind {
    /// How it is called in JSON and in the catalogue.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Duty => "duty",
            Self::Prohibition => "prohibition",
            Self::Right => "right",
            Self::Step => "step",
            Self::Escalation => "escalation",
            Self::Effect => "effect",
            Self::EffectCap => "effect_cap",
            Self::Contents => "contents",
            Self::Deciders => "deciders",
            Self::Enforcers => "enforcers",
            Self::Hierarchy => "hierarchy",
        }
    }
}

/// Something about a provision that changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AspectChange {
    /// What.
    pub aspect: Aspect,
    /// Who or what it is in both texts, where names say that.
    pub names: Option<[Vec<String>; 2]>,
}

/// What of a provision can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// Whether a step must or may be taken; whether an effect bars something or brings it about.
    Kind,
    /// Who bears a duty, takes a step, decides or enforces.
    Who,
    /// Whether several do so together.
    Jointly,
    /// Who has to approve.
    Approval,
    /// In which cases it holds.
    Case,
    /// What has to be done.
    Content,
    /// By when, or for how long; with the periods where they are constant.
    Time,
    /// What it comes before or after.
    Order,
    /// What a step has to check.
    Checks,
    /// How many have to take part.
    Quorum,
    /// Whose consent is needed.
    Consent,
    /// What it consists of.
    Parts,
}

impl Aspect {
    /// How it is called in JSON and in the catalogue.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Who => "who",
            Self::Jointly => "jointly",
            Self::Approval => "approval",
            Self::Case => "case",
            Self::Content => "content",
            Self::Time => "time",
            Self::Order => "order",
            Self::Checks => "checks",
            Self::Quorum => "quorum",
            Self::Consent => "consent",
            Self::Parts => "parts",
        }
    }
}

impl Comparison {
    /// What changes beside the outcomes, by kind and name. Conditions are compared case by case: one that is written
    /// otherwise and holds in the same cases is none.
    #[must_use]
    pub fn provisions(&self) -> Vec<ProvisionChange> {
        let [own, other] = &self.compared.woven.provisions;
        let duties = [
            (ProvisionKind::Duty, DutyKind::Duty),
            (ProvisionKind::Prohibition, DutyKind::Prohibition),
            (ProvisionKind::Right, DutyKind::Right),
        ];
        let mut found: Vec<ProvisionChange> =
            duties.into_iter().flat_map(|(kind, of)| self.duties(kind, of, [own, other])).collect();
        found.extend(self.steps(own, other));
        found.extend(self.escalations(own, other));
        found.extend(self.effects(own, other));
        found.extend(self.effect_cap(own, other));
        found.extend(authority(self, [own, other]));
        found.sort();
        found
    }

    fn duties(&self, kind: ProvisionKind, of: DutyKind, provisions: [&Provisions; 2]) -> Vec<ProvisionChange> {
        let name = |side, duty: &Duty| self.plain(side, &duty.name);
        let of_kind = |provisions: &Provisions| -> Vec<Duty> {
            provisions.duties.iter().filter(|duty| duty.kind == of).cloned().collect()
        };
        let [own, other] = provisions.map(of_kind);
        self.paired(
            kind,
            &own,
            &other,
            name,
            |duty| vec![duty.clause],
            |old, new| {
                let bearer = |side, duty: &Duty| duty.bearer.map(|party| self.party(side, party)).into_iter().collect();
                let before = |side, duty: &Duty| {
                    duty.before.iter().map(|(procedure, step)| self.step_name(side, *procedure, *step)).collect()
                };
                [
                    named(Aspect::Who, bearer(Side::Old, old), bearer(Side::New, new)),
                    plainly(Aspect::Case, self.holds_alike(old.when.as_ref(), new.when.as_ref())),
                    plainly(Aspect::Content, self.holds_alike(old.must.as_ref(), new.must.as_ref())),
                    self.timed(old.due.as_ref(), new.due.as_ref()),
                    named(Aspect::Order, before(Side::Old, old), before(Side::New, new)),
                ]
                .into_iter()
                .flatten()
                .collect()
            },
        )
    }

    /// That a period or a last day is another one, with both where they are short.
    fn timed(&self, old: Option<&Expr>, new: Option<&Expr>) -> Option<AspectChange> {
        if says_same(old, new) {
            return None;
        }
        let words = |of: Option<&Expr>| {
            let shown = |period: &Expr| match &period.kind {
                ExprKind::Constant(value) => Some(self.compared.woven.policy.show(value)),
                _ => None,
            };
            of.map_or_else(|| Some(Vec::new()), |period| shown(period).map(|period| vec![period]))
        };
        let names = words(old).zip(words(new)).map(|(old, new)| [old, new]);
        Some(AspectChange { aspect: Aspect::Time, names })
    }

    fn steps(&self, own: &Provisions, other: &Provisions) -> Vec<ProvisionChange> {
        let all = |provisions: &Provisions| -> Vec<(Procedure, Step)> {
            let steps = |procedure: &Procedure| {
                let steps = procedure.steps.iter().cloned();
                steps.map(|step| (procedure.clone(), step)).collect::<Vec<_>>()
            };
            provisions.procedures.iter().flat_map(steps).collect()
        };
        let name = |side, (procedure, step): &(Procedure, Step)| {
            format!("{}.{}", self.plain(side, &procedure.name), self.plain(side, &step.name))
        };
        let clauses = |(_, step): &(Procedure, Step)| step.clauses.clone();
        self.paired(ProvisionKind::Step, &all(own), &all(other), name, clauses, |old, new| {
            let actors = |side, step: &Step| step.actors.iter().map(|actor| self.party(side, *actor)).collect();
            let consent = |side, step: &Step| step.consent.iter().map(|party| self.party(side, *party)).collect();
            let checks = |side, step: &Step| step.checks.iter().map(|check| self.plain(side, &check.name)).collect();
            let after = |side, (procedure, step): &(Procedure, Step)| {
                let of = |at: StepIndex| {
                    let step = procedure.steps.get(at.index());
                    step.map_or_else(String::new, |step| self.plain(side, &step.name))
                };
                step.after.iter().map(|(at, _)| of(*at)).collect()
            };
            let strictness = |side, whole: &(Procedure, Step)| -> BTreeSet<(String, _)> {
                let names: Vec<String> = after(side, whole);
                names.into_iter().zip(whole.1.after.iter().map(|(_, order)| *order)).collect()
            };
            let order = named(Aspect::Order, after(Side::Old, old), after(Side::New, new))
                .or_else(|| plainly(Aspect::Order, strictness(Side::Old, old) == strictness(Side::New, new)));
            let period = |(_, step): &(Procedure, Step)| step.deadline.as_ref().map(|deadline| deadline.period.clone());
            let deadline = self.timed(period(old).as_ref(), period(new).as_ref());
            let start = plainly(Aspect::Time, self.deadline(Side::Old, old) == self.deadline(Side::New, new));
            let (old, new) = (&old.1, &new.1);
            [
                plainly(Aspect::Kind, old.mode == new.mode),
                named(Aspect::Who, actors(Side::Old, old), actors(Side::New, new)),
                plainly(Aspect::Jointly, old.jointly == new.jointly || old.actors.len().max(new.actors.len()) < 2),
                plainly(Aspect::Case, self.holds_alike(old.when.as_ref(), new.when.as_ref())),
                deadline.or(start),
                order,
                named(Aspect::Checks, checks(Side::Old, old), checks(Side::New, new)),
                plainly(Aspect::Quorum, old.quorum == new.quorum),
                named(Aspect::Consent, consent(Side::Old, old), consent(Side::New, new)),
            ]
            .into_iter()
            .flatten()
            .collect()
        })
    }

    /// What the deadline of a step is counted from.
    fn deadline(&self, side: Side, (procedure, step): &(Procedure, Step)) -> Option<String> {
        Some(match step.deadline.as_ref()?.from {
            DeadlineStart::Step(at) => self.plain(side, &procedure.steps.get(at.index())?.name),
            DeadlineStart::Fact(fact) => self.fact_name(side, fact),
        })
    }

    fn escalations(&self, own: &Provisions, other: &Provisions) -> Vec<ProvisionChange> {
        type Found = (String, BodyId, ClauseId, Expr);
        let all = |side: Side, provisions: &Provisions| -> Vec<Found> {
            let mut found = Vec::new();
            for (at, procedure) in provisions.procedures.iter().enumerate() {
                for escalation in &procedure.escalations {
                    let step = self.step_name(side, ProcedureId::new(at), escalation.step);
                    found.push((step, escalation.to, escalation.clause, escalation.after.clone()));
                }
            }
            found
        };
        let name = |side, found: &Found| format!("{} → {}", found.0, self.party(side, Party::Body(found.1)));
        let (own, other) = (all(Side::Old, own), all(Side::New, other));
        self.paired(
            ProvisionKind::Escalation,
            &own,
            &other,
            name,
            |found| vec![found.2],
            |old, new| self.timed(Some(&old.3), Some(&new.3)).into_iter().collect(),
        )
    }

    fn effects(&self, own: &Provisions, other: &Provisions) -> Vec<ProvisionChange> {
        let name = |side, effect: &Effect| {
            let outcome = self.outcome_name(side, effect.outcome);
            format!("{} ({outcome} {})", self.plain(side, &effect.name), self.test(side, &effect.test))
        };
        self.paired(
            ProvisionKind::Effect,
            &own.effects,
            &other.effects,
            name,
            |effect| vec![effect.clause],
            |old, new| {
                [plainly(Aspect::Kind, old.verb == new.verb), self.timed(old.period.as_ref(), new.period.as_ref())]
                    .into_iter()
                    .flatten()
                    .collect()
            },
        )
    }

    fn effect_cap(&self, own: &Provisions, other: &Provisions) -> Vec<ProvisionChange> {
        let all = |provisions: &Provisions| provisions.effect_cap.clone().into_iter().collect::<Vec<_>>();
        let (own, other) = (all(own), all(other));
        let name = |_, _: &_| String::new();
        self.paired(
            ProvisionKind::EffectCap,
            &own,
            &other,
            name,
            |cap| vec![cap.clause],
            |old, new| self.timed(Some(&old.period), Some(&new.period)).into_iter().collect(),
        )
    }

    /// Provisions of one kind by name: those that only one text has, and those of which something changes.
    pub(super) fn paired<T>(
        &self,
        kind: ProvisionKind,
        own: &[T],
        other: &[T],
        name: impl Fn(Side, &T) -> String,
        clauses: impl Fn(&T) -> Vec<ClauseId>,
        aspects: impl Fn(&T, &T) -> Vec<AspectChange>,
    ) -> Vec<ProvisionChange> {
        let cited = |side: Side, of: &T| self.citations(side, &clauses(of));
        let change =
            |name: String, old, new, aspects| ProvisionChange { kind, name, values: Vec::new(), old, new, aspects };
        // Two of one name, such as two effects of one value, are taken in the order of the text.
        let mut left: Vec<Option<&T>> = other.iter().map(Some).collect();
        let mut found = Vec::new();
        for old in own {
            let title = name(Side::Old, old);
            let same = left.iter_mut().find(|new| new.is_some_and(|new| name(Side::New, new) == title));
            match same.and_then(Option::take) {
                None => found.push(change(title, Some(cited(Side::Old, old)), None, Vec::new())),
                Some(new) => {
                    let aspects = aspects(old, new);
                    if !aspects.is_empty() {
                        found.push(change(title, Some(cited(Side::Old, old)), Some(cited(Side::New, new)), aspects));
                    }
                }
            }
        }
        let appeared = left.into_iter().flatten();
        found.extend(appeared.map(|new| change(name(Side::New, new), None, Some(cited(Side::New, new)), Vec::new())));
        found
    }

    /// Whether two conditions of the woven policy hold in the same cases; where that is not decided, whether they say the
    /// same. What has no condition always holds. That an outcome comes out otherwise is a change of the outcome alone.
    pub(super) fn holds_alike(&self, old: Option<&Expr>, new: Option<&Expr>) -> bool {
        let [old, new] =
            [old, new].map(|condition| condition.map(|condition| self.compared.woven.by_first_outcomes(condition)));
        let (old, new) = (old.as_ref(), new.as_ref());
        if says_same(old, new) {
            return true;
        }
        let both: Vec<Expr> = [old, new].into_iter().flatten().cloned().collect();
        let analysis = Analysis::with_conditions(&self.compared.woven.policy, &self.view, &both);
        let region = |of: Option<&Expr>| of.map_or_else(|| analysis.all(), |condition| analysis.region(condition));
        let alike = || {
            let (old, new) = (region(old)?, region(new)?);
            Ok::<_, crate::analyse::Undecided>(old.and_not(&new).is_empty()? && new.and_not(&old).is_empty()?)
        };
        alike().unwrap_or(false)
    }

    /// A plain name as the new text has it.
    pub(super) fn plain(&self, side: Side, name: &str) -> String {
        match side {
            Side::Old => self.mapping.plain(name).to_owned(),
            Side::New => name.to_owned(),
        }
    }

    pub(super) fn party(&self, side: Side, party: Party) -> String {
        let policy = self.own(side);
        let name = match party {
            Party::Body(id) => policy.bodies().get(id.index()).map(|body| &body.name),
            Party::Role(id) => policy.roles().get(id.index()).map(|role| &role.name),
        };
        name.map_or_else(String::new, |name| self.plain(side, name))
    }

    pub(super) fn outcome_name(&self, side: Side, outcome: OutcomeId) -> String {
        let found = self.own(side).outcomes().get(outcome.index());
        found.map_or_else(String::new, |outcome| match side {
            Side::Old => self.mapping.qualified(&outcome.name),
            Side::New => outcome.name.to_string(),
        })
    }

    fn fact_name(&self, side: Side, fact: FactId) -> String {
        let found = self.own(side).facts().get(fact.index());
        let by_label = self.compared.woven.matched.by_label.iter().find(|(own, _)| side == Side::Old && *own == fact);
        match (by_label, found) {
            (Some((_, other)), _) => self.fact_name(Side::New, *other),
            (None, Some(fact)) if side == Side::Old => self.mapping.qualified(&fact.name),
            (None, found) => found.map_or_else(String::new, |fact| fact.name.to_string()),
        }
    }

    fn step_name(&self, side: Side, procedure: ProcedureId, step: StepIndex) -> String {
        let found = self.own(side).procedures().get(procedure.index());
        let names = found.and_then(|procedure| Some([&procedure.name, &procedure.steps.get(step.index())?.name]));
        names.map_or_else(String::new, |names| names.map(|name| self.plain(side, name)).join("."))
    }

    /// The values that an effect is about.
    fn test(&self, side: Side, test: &OutcomeTest) -> String {
        let value = |value: &Value| self.plain(side, &self.own(side).show(value));
        let all = |values: &[Value]| values.iter().map(value).collect::<Vec<_>>().join(", ");
        match test {
            OutcomeTest::Compare(operator, other) => format!("{} {}", operator.spelling(), value(other)),
            OutcomeTest::Among(polarity, values) => format!("{} <{}>", sign(*polarity), all(values)),
            OutcomeTest::Between(polarity, from, to) => format!("{} {} .. {}", sign(*polarity), value(from), value(to)),
        }
    }

    pub(super) fn citations(&self, side: Side, clauses: &[ClauseId]) -> Vec<String> {
        let own: &Policy = self.own(side);
        clauses.iter().filter_map(|id| Some(own.clauses().get(id.index())?.citation.clone())).collect()
    }
}

/// An aspect that changes unless it is the same.
pub(super) fn plainly(aspect: Aspect, is_same: bool) -> Option<AspectChange> {
    (!is_same).then_some(AspectChange { aspect, names: None })
}

/// An aspect that names say; their order says nothing.
pub(super) fn named(aspect: Aspect, old: Vec<String>, new: Vec<String>) -> Option<AspectChange> {
    let is_same = old.iter().collect::<BTreeSet<_>>() == new.iter().collect::<BTreeSet<_>>();
    (!is_same).then_some(AspectChange { aspect, names: Some([old, new]) })
}

fn says_same(old: Option<&Expr>, new: Option<&Expr>) -> bool {
    match (old, new) {
        (None, None) => true,
        (Some(old), Some(new)) => old.means(new),
        (None, Some(_)) | (Some(_), None) => false,
    }
}

fn sign(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::In => "∈",
        Polarity::NotIn => "∉",
    }
}
