//! An explanation as plain data: it can be stored, and shown with the policy at hand.

use super::support::restricted;
use crate::decide::{DutyDecision, Facts, OutcomeDecision, ValueList};
use crate::syntax::ast::{Adjustment, Combination};
use serde::{Deserialize, Serialize};

/// The version of the JSON shape of [`Explanation`].
pub const EXPLANATION_FORMAT: u32 = 1;

/// Why a case is decided as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// The version of this shape: [`EXPLANATION_FORMAT`].
    pub format: u32,
    /// The policy's name.
    pub policy: String,
    /// The day on which the case was looked at; it was judged at its end where there is none.
    pub as_of: Option<String>,
    /// The day whose version of the policy judges the case, where the case says it.
    pub judged_by_version_of: Option<String>,
    /// One entry for each outcome, in the order of declaration.
    pub outcomes: Vec<OutcomeExplanation>,
    /// One entry for each duty, prohibition and right, in the order of the text.
    pub duties: Vec<DutyExplanation>,
    /// The procedures by which the policy wants cases handled; none where nothing is decided.
    pub procedures: Vec<ProcedureOutline>,
}

impl Explanation {
    /// The explanation of the outcome of this name: `sanction`, or `sanction of driver` where it concerns a role.
    #[must_use]
    pub fn outcome(&self, title: &str) -> Option<&OutcomeExplanation> {
        self.outcomes.iter().find(|outcome| outcome.result.title() == title)
    }
}

/// Why an outcome is what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeExplanation {
    /// What it is, as a decision says it.
    pub result: OutcomeDecision,
    /// What the explanation rests on.
    pub grounding: Grounding,
    /// Why the policy applies, or does not; empty where it applies to every case.
    pub scope: Vec<ClauseGround>,
    /// The rules that fired, in the order of the text.
    pub fired: Vec<FiredRule>,
    /// The rules that would have changed the result, had they fired, in the order of the text.
    pub ruled_out: Vec<RuleGround>,
    /// The exemptions that hold, and those that would have changed the result, had they held.
    pub exemptions: Vec<ExemptionGround>,
    /// How the sets of the rules became one.
    pub combination: Option<CombinationStep>,
    /// The adjustments that were made, and those that would have changed the result, in the order of the text.
    pub adjustments: Vec<AdjustmentStep>,
    /// Where no rule speaks: the rules that came nearest.
    pub nearest: Vec<NearRule>,
    /// Where undetermined: what is still open.
    pub open: Vec<OpenPart>,
    /// The facts that the result rests on, in the order of declaration: with these alone known it is the same.
    pub facts: Vec<CitedFact>,
    /// The authority's choices that the result rests on.
    pub choices: Vec<CitedChoice>,
}

impl OutcomeExplanation {
    /// The case with nothing known but the cited facts, not even what is assumed where nothing else is said; the day,
    /// the calendar and what the authority chose stay. The outcome is decided the same in it.
    #[must_use]
    pub fn cited_case(&self, facts: &Facts) -> Facts {
        let cited = self.facts.iter().filter_map(|fact| facts.policy().fact(&fact.name));
        restricted(facts, &cited.collect())
    }
}

/// What an explanation rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grounding {
    /// Each condition that is cited comes out by the cited facts alone, and these conditions settle the result.
    Conditions,
    /// Some condition is open, but the result is the same whatever the facts that are not known are.
    Completions,
    /// The result is not settled.
    Open,
}

/// What a condition comes to, and by which parts of it.
///
/// Of a condition only those parts are kept that make it what it is: of `a or b` that holds, one limb that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// Whether it holds; `None` where that is open.
    pub holds: Option<bool>,
    /// What it is made of.
    pub kind: ProofKind,
    /// The condition as one would write it in the policy; of `all`, `any` and `implies` left out, where parts follow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    /// The facts that it is about; empty where parts follow.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<String>,
    /// The parts that make it what it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Proof>,
}

/// What a condition is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProofKind {
    /// `a and b`.
    All,
    /// `a or b`.
    Any,
    /// `not a`.
    Not,
    /// `a implies b`.
    Implies,
    /// A define; what it stands for follows.
    Define,
    /// A test of another outcome.
    Outcome,
    /// A condition without connectives.
    Atom,
}

/// A clause with its condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseGround {
    /// The clause.
    pub clause: String,
    /// Why its condition holds, or does not.
    pub proof: Proof,
}

/// A rule with its condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleGround {
    /// The clause.
    pub clause: String,
    /// What it permits; `None` where that is calculated from facts that are not known.
    pub permits: Option<ValueList>,
    /// Why its condition holds, or does not; `None` where it has none.
    pub proof: Option<Proof>,
}

/// A rule that fired.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiredRule {
    /// The rule; without a proof where it made no difference.
    #[serde(flatten)]
    pub rule: RuleGround,
    /// What became of it.
    pub part: RulePart,
    /// The clauses that overrode or excused it.
    pub by: Vec<String>,
    /// Whether it says `otherwise`: it fires because no other rule does.
    pub otherwise: bool,
}

/// What became of a rule that fired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RulePart {
    /// The result rests on it.
    Decides,
    /// What it permits adds nothing to what other rules permit.
    AddsNothing,
    /// Another rule overrides it.
    Overridden,
    /// An exemption excuses it.
    Excused,
    /// The outcome is exempt as a whole, so that it does not count.
    Exempt,
    /// It fires in any case; what comes of it is open.
    Stands,
}

/// An exemption.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExemptionGround {
    /// The clause.
    pub clause: String,
    /// Whether it holds.
    pub holds: bool,
    /// The clauses that it excuses; empty where it exempts the outcome as a whole.
    pub from: Vec<String>,
    /// Why its condition holds, or does not; `None` where that made no difference.
    pub proof: Option<Proof>,
}

/// How the sets of rules became one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CombinationStep {
    /// How: by the policy's `combine`.
    pub how: CombinationName,
    /// The sets, each with its clause, those of the rules that count.
    pub sets: Vec<CombinedSet>,
    /// What they came to; `None` where they have nothing in common.
    pub result: Option<ValueList>,
}

/// What one rule adds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CombinedSet {
    /// The clause.
    pub clause: String,
    /// What it permits.
    pub permits: ValueList,
}

/// How sets are combined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CombinationName {
    /// The heaviest governs.
    Heaviest,
    /// All values of all sets.
    Union,
    /// The values common to all sets.
    Intersect,
    /// All sets have to be the same.
    Unique,
    /// All values are imposed together.
    Accumulate,
    /// Amounts are added up.
    Sum,
}

impl From<Combination> for CombinationName {
    fn from(combination: Combination) -> Self {
        match combination {
            Combination::Heaviest => Self::Heaviest,
            Combination::Union => Self::Union,
            Combination::Intersect => Self::Intersect,
            Combination::Unique => Self::Unique,
            Combination::Accumulate => Self::Accumulate,
            Combination::Sum => Self::Sum,
        }
    }
}

/// A step of the adjustment of a set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdjustmentStep {
    /// The clause.
    pub clause: String,
    /// Whether it was made.
    pub holds: bool,
    /// What it does; one of these where there are several.
    pub ways: Vec<AdjustmentName>,
    /// Whether the set may also stay as it is.
    pub may: bool,
    /// The set before it; `None` where it was not made.
    pub before: Option<ValueList>,
    /// The set after it and those before it. Where mitigation and aggravation meet, the set before all of them.
    pub after: Option<ValueList>,
    /// Why its condition holds, or does not; `None` where it made no difference.
    pub proof: Option<Proof>,
}

/// What an adjustment does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdjustmentName {
    /// 从轻.
    Lighten,
    /// 减轻.
    Reduce,
    /// 免予.
    Waive,
    /// 从重.
    Aggravate,
    /// 加重.
    Exceed,
}

impl From<Adjustment> for AdjustmentName {
    fn from(adjustment: Adjustment) -> Self {
        match adjustment {
            Adjustment::Lighten => Self::Lighten,
            Adjustment::Reduce => Self::Reduce,
            Adjustment::Waive => Self::Waive,
            Adjustment::Aggravate => Self::Aggravate,
            Adjustment::Exceed => Self::Exceed,
        }
    }
}

/// A rule that did not fire, with the fewest conditions that kept it from firing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NearRule {
    /// The clause.
    pub clause: String,
    /// What it would permit; `None` where that is calculated.
    pub permits: Option<ValueList>,
    /// The conditions that failed: if these had come out otherwise, the rule would have fired.
    pub lacking: Vec<LackingCondition>,
}

/// A condition that came out otherwise than a rule needs it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LackingCondition {
    /// The condition without connectives, as one would write it in the policy.
    pub condition: String,
    /// Whether the rule needs it to hold, or not to hold.
    pub wanted: bool,
    /// Whether it is not known; it came out otherwise than wanted where `false`.
    pub unknown: bool,
    /// The facts that it is about.
    pub facts: Vec<String>,
    /// The defines that it stands in, from the outermost.
    pub within: Vec<String>,
}

/// Something that unknown facts leave open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenPart {
    /// The clause.
    pub clause: String,
    /// What it would do.
    pub kind: OpenKind,
    /// What it would permit, where it is a rule whose amounts are known.
    pub permits: Option<ValueList>,
    /// What of its condition is open; `None` where its amounts are.
    pub proof: Option<Proof>,
    /// The facts whose answers bear on it and can still change the result.
    pub hangs_on: Vec<String>,
}

/// What an open part would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenKind {
    /// The policy would apply.
    Scope,
    /// A rule would fire.
    Rule,
    /// It fires, but what it permits is calculated from facts that are not known.
    Amounts,
    /// The outcome, or some of its rules, would be exempt.
    Exemption,
    /// The set would be adjusted.
    Adjustment,
}

/// A fact that a result rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitedFact {
    /// Its name, with its role.
    pub name: String,
    /// Its value, as one would write it in the policy.
    pub value: String,
    /// Whether the value is the one that the policy declares where nothing else is said.
    pub default: bool,
    /// Whether it is a way to read the source.
    pub reading: bool,
    /// Who judges it and by what measure, where it is a judgement.
    pub judgement: Option<CitedJudgement>,
}

/// Who judges a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitedJudgement {
    /// The body or the role; `None` where the policy does not say.
    pub by: Option<String>,
    /// By what measure.
    pub criterion: Option<String>,
}

/// What the authority chose of an outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitedChoice {
    /// The outcome.
    pub outcome: String,
    /// What was chosen; `None`: no measure.
    pub chosen: Option<String>,
}

/// Why a duty, a prohibition or a right is what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyExplanation {
    /// What it is, as a decision says it.
    pub result: DutyDecision,
    /// Why it applies, or does not; `None` where it applies to every case.
    pub applies: Option<Proof>,
    /// Why what it asks was done, or not; `None` where that makes no difference.
    pub fulfilled: Option<Proof>,
    /// The facts that this rests on, in the order of declaration.
    pub facts: Vec<CitedFact>,
    /// The clauses whose rules its breach fires.
    pub consequences: Vec<String>,
}

/// The steps of a procedure, each after those it follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcedureOutline {
    /// Its name.
    pub name: String,
    /// The first clause that speaks of it.
    pub clause: String,
    /// Its steps. Steps that are no part of the case are left out.
    pub steps: Vec<StepOutline>,
}

/// A step of a procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepOutline {
    /// Its name.
    pub name: String,
    /// The clauses that speak of it.
    pub clauses: Vec<String>,
    /// Who takes it.
    pub by: Vec<String>,
    /// Whether all of them take it together.
    pub jointly: bool,
    /// The steps that have to precede it.
    pub after: Vec<String>,
    /// What has to be checked in it.
    pub checks: Vec<String>,
    /// Whether it may be left out.
    pub optional: bool,
    /// Whether it is part of the case; `None` where that is open.
    pub part_of_case: Option<bool>,
}
