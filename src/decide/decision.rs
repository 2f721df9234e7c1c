//! The answer: plain data that can be stored, shown and explained without the policy at hand.

use super::duties::DutyStatus;
use crate::policy::{AmountEnd, AmountInterval, Edge, MemberIndex, PermittedSet, shown_amount};
use rust_decimal::Decimal;
#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};
use std::fmt;

/// The version of the JSON shape of [`Decision`].
pub const DECISION_FORMAT: u32 = 1;

/// What is known of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Status {
    /// Rules fired and their sets combine to a permitted set.
    Decided,
    /// An exemption holds.
    Exempt,
    /// No rule fired. This is not the same as "no measure".
    NotAddressed,
    /// The sets of the rules that fired exclude each other.
    Conflict,
    /// Unknown facts can still change the result.
    Undetermined,
    /// The policy does not apply to the case.
    OutOfScope,
}

impl Status {
    /// The word for it, as in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Decided => "decided",
            Self::Exempt => "exempt",
            Self::NotAddressed => "not_addressed",
            Self::Conflict => "conflict",
            Self::Undetermined => "undetermined",
            Self::OutOfScope => "out_of_scope",
        }
    }
}

/// The decision of one case.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Decision {
    /// The version of this shape: [`DECISION_FORMAT`].
    pub format: u32,
    /// The policy's name.
    pub policy: String,
    /// The day on which the case was looked at; it was judged at its end where there is none.
    #[cfg_attr(feature = "serde", serde(default))]
    pub as_of: Option<String>,
    /// One entry for each outcome, in the order of declaration.
    pub outcomes: Vec<OutcomeDecision>,
    /// One entry for each duty, prohibition and right, in the order of the text.
    #[cfg_attr(feature = "serde", serde(default))]
    pub duties: Vec<DutyDecision>,
}

impl Decision {
    /// The decision on the outcome of this name: `sanction`, or `sanction of driver` where it concerns a role.
    #[must_use]
    pub fn outcome(&self, title: &str) -> Option<&OutcomeDecision> {
        self.outcomes.iter().find(|outcome| outcome.is_titled(title))
    }

    /// The decision on the duty, prohibition or right of this name.
    #[must_use]
    pub fn duty(&self, name: &str) -> Option<&DutyDecision> {
        self.duties.iter().find(|duty| duty.name == name)
    }
}

impl OutcomeDecision {
    /// The outcome's whole name: `sanction`, or `sanction of driver` where it concerns a role.
    #[must_use]
    pub fn title(&self) -> String {
        match &self.role {
            Some(role) => format!("{} of {role}", self.name),
            None => self.name.clone(),
        }
    }

    fn is_titled(&self, title: &str) -> bool {
        match &self.role {
            Some(role) => title.strip_prefix(&self.name).and_then(|rest| rest.strip_prefix(" of ")) == Some(role),
            None => title == self.name,
        }
    }
}

/// The decision on a duty, a prohibition or a right.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct DutyDecision {
    /// Its name.
    pub name: String,
    /// The body or the role that bears it, or has the right.
    pub bearer: Option<String>,
    /// Which of the three it is.
    pub kind: DutyKind,
    /// What is known of it.
    pub status: DutyStatus,
    /// The last day to fulfil it, where there is one and it is known.
    pub due: Option<String>,
    /// The clause that says so.
    pub clause: String,
    /// Where undetermined: the facts, and the choices of the authority, that can still tell, sorted by name.
    pub asks: Vec<String>,
}

/// What a [`DutyDecision`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum DutyKind {
    /// Something must be done.
    Duty,
    /// Something must not be done.
    Prohibition,
    /// Something must be granted.
    Right,
}

/// What a permitted value consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct ValueContents {
    /// The value.
    pub value: String,
    /// Its parts, as far as they are not known to be left out.
    pub parts: Vec<String>,
    /// The clause that says so.
    pub clause: String,
}

/// The decision on one outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct OutcomeDecision {
    /// The outcome's name.
    pub name: String,
    /// The role it concerns; `None` where it concerns the case.
    pub role: Option<String>,
    /// Who holds that role, where the case says.
    #[cfg_attr(feature = "serde", serde(default))]
    pub person: Option<String>,
    /// What is known of it.
    pub status: Status,
    /// The permitted values; the authority chooses exactly one. Empty unless decided.
    pub permitted: Permitted,
    /// Whether taking no measure is permitted too.
    pub none: bool,
    /// What the permitted values consist of, as far as the policy says.
    #[cfg_attr(feature = "serde", serde(default))]
    pub contents: Vec<ValueContents>,
    /// The clauses that fired and were not overridden, in the order of the text; with unknown facts, those that fire in
    /// every completion.
    pub clauses: Vec<String>,
    /// The clauses that fired and were overridden, in the order of the text.
    pub overridden: Vec<String>,
    /// The clauses whose adjustment applied.
    pub adjusted_by: Vec<String>,
    /// The clauses whose exemption changed the result.
    pub exempted_by: Vec<String>,
    /// Whether mitigation and aggravation met, so that the authority must weigh both.
    pub weigh: bool,
    /// The set before adjustment, where an adjustment changed it.
    pub unadjusted: Option<ValueList>,
    /// Who decides which of the permitted values.
    pub decided_by: Vec<DecidedBy>,
    /// Who enforces.
    pub enforced_by: Vec<String>,
    /// The judgements that the result rests on.
    pub judgements: Vec<String>,
    /// Where undetermined: every value that is still possible, from light to heavy, then `none`, `exempt`,
    /// `not_addressed`, `conflict`, `out_of_scope` as far as they are.
    pub possible: Vec<String>,
    /// Where undetermined: the facts that can still change the result, and the outcomes of which the authority's choice
    /// can, sorted by name.
    pub asks: Vec<String>,
    /// Where undetermined, but a written limit was reached before the answer was exact: it may be settled after all, and
    /// `possible` and `asks` may name too much.
    pub limit_reached: bool,
}

/// The permitted values of an outcome besides "no measure", from light to heavy.
///
/// In JSON a list of names, `{"from": …, "to": …}`, or a list of such intervals.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(untagged))]
pub enum Permitted {
    /// Members of a scale or an enum, or nothing at all.
    Values(Vec<String>),
    /// All amounts of one interval.
    Interval(Interval),
    /// All amounts of several intervals.
    Intervals(Vec<Interval>),
}

/// The amounts between two ends.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Interval {
    /// The lower end: `200.00 CNY`, `3 months`, `5`.
    pub from: String,
    /// The upper end; there is none where this is `None`.
    pub to: Option<String>,
    /// Whether the lower end itself is not permitted.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "is_false"))]
    pub from_excluded: bool,
    /// Whether the upper end itself is not permitted.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "is_false"))]
    pub to_excluded: bool,
}

#[cfg(feature = "serde")]
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(flag: &bool) -> bool {
    !*flag
}

impl Permitted {
    /// The permitted values of a set; `name` tells the name of a member.
    pub(crate) fn of(set: &PermittedSet, name: impl FnMut(MemberIndex) -> String) -> Self {
        let Some(amounts) = set.amounts() else { return Self::Values(set.members().map(name).collect()) };
        let mut intervals: Vec<Interval> = amounts.intervals().map(Interval::from).collect();
        match (intervals.pop(), intervals.is_empty()) {
            (Some(only), true) => Self::Interval(only),
            (last, _) => {
                intervals.extend(last);
                Self::Intervals(intervals)
            }
        }
    }

    /// The names of the permitted members, from light to heavy; none where amounts are permitted.
    #[must_use]
    pub fn values(&self) -> &[String] {
        match self {
            Self::Values(names) => names,
            Self::Interval(_) | Self::Intervals(_) => &[],
        }
    }

    /// The intervals of the permitted amounts, from low to high; none where members are permitted.
    #[must_use]
    pub fn intervals(&self) -> &[Interval] {
        match self {
            Self::Values(_) => &[],
            Self::Interval(only) => std::slice::from_ref(only),
            Self::Intervals(several) => several,
        }
    }

    /// Whether no value is permitted, besides perhaps "no measure".
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values().is_empty() && self.intervals().is_empty()
    }

    /// Each value or interval in words, from light to heavy: `notice`, `200.00 CNY .. 1000.00 CNY`.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        self.values().iter().cloned().chain(self.intervals().iter().map(Interval::to_string)).collect()
    }

    /// Whether the same values are permitted, however many digits after the point are shown.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.intervals(), other.intervals());
        self.values() == other.values()
            && ours.len() == theirs.len()
            && ours.iter().zip(theirs).all(|(ours, theirs)| ours.same_as(theirs))
    }
}

impl Interval {
    fn same_as(&self, other: &Self) -> bool {
        let ends = match (&self.to, &other.to) {
            (Some(ours), Some(theirs)) => same_amount(ours, theirs) && self.to_excluded == other.to_excluded,
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        ends && same_amount(&self.from, &other.from) && self.from_excluded == other.from_excluded
    }
}

/// Whether two amounts, a number and perhaps a unit each, differ at most in zeros after the point.
fn same_amount(one: &str, other: &str) -> bool {
    let parts = |text: &str| {
        let (number, unit) = text.split_once(' ').unwrap_or((text, ""));
        number.parse::<Decimal>().ok().map(|number| (number, unit.to_owned()))
    };
    one == other || parts(one).is_some_and(|one| Some(one) == parts(other))
}

impl From<AmountInterval> for Interval {
    fn from(interval: AmountInterval) -> Self {
        let excluded = |end: &AmountEnd| end.edge == Edge::Excluded;
        Self {
            from_excluded: excluded(&interval.from),
            to_excluded: interval.to.as_ref().is_some_and(excluded),
            from: shown_amount(&interval.from.value),
            to: interval.to.map(|to| shown_amount(&to.value)),
        }
    }
}

/// `200.00 CNY .. 1000.00 CNY`, `200.00 CNY`, `> 200.00 CNY`; an end that is not permitted itself has `<` or `>` in
/// front.
impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let from = &self.from;
        match (&self.to, self.from_excluded) {
            (None, false) => write!(f, "≥ {from}"),
            (None, true) => write!(f, "> {from}"),
            (Some(to), false) if same_amount(from, to) => f.write_str(to),
            (Some(to), excluded) => {
                let (above, below) = (if excluded { "> " } else { "" }, if self.to_excluded { "< " } else { "" });
                write!(f, "{above}{from} .. {below}{to}")
            }
        }
    }
}

/// Values from light to heavy.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct ValueList {
    /// The values, or the intervals of amounts in words.
    pub permitted: Vec<String>,
    /// Whether "no measure" is among them.
    pub none: bool,
}

/// Who decides some of the permitted values.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct DecidedBy {
    /// The values, from light to heavy.
    pub values: Vec<String>,
    /// The bodies.
    pub bodies: Vec<String>,
    /// Whether they decide together.
    pub jointly: bool,
    /// The bodies that have to approve.
    pub approved_by: Vec<String>,
    /// The clause that says so.
    pub clause: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{AmountSet, Duration, Money, PeriodUnit, Value};
    use serde_json::json;

    fn money(text: &str) -> Value {
        Value::Money(Money { amount: text.parse().unwrap(), currency: "CNY".into() })
    }

    fn end(value: Value, edge: Edge) -> AmountEnd {
        AmountEnd { value, edge }
    }

    fn permitted(intervals: impl IntoIterator<Item = AmountInterval>) -> Permitted {
        Permitted::of(&AmountSet::new(intervals).unwrap().unwrap().into(), |_| String::new())
    }

    fn closed(from: &str, to: &str) -> AmountInterval {
        AmountInterval { from: end(money(from), Edge::Included), to: Some(end(money(to), Edge::Included)) }
    }

    fn above(from: &str) -> AmountInterval {
        AmountInterval { from: end(money(from), Edge::Excluded), to: None }
    }

    #[test]
    fn each_shape_goes_to_json_and_back() {
        let below = AmountInterval { to: Some(end(money("200.00"), Edge::Excluded)), ..closed("0.00", "200.00") };
        let months = |count| end(Value::Duration(Duration { count, unit: PeriodUnit::Months }), Edge::Included);
        let years = AmountInterval { from: months(6), to: Some(months(24)) };
        let shapes = [
            (Permitted::Values(vec![]), json!([])),
            (Permitted::Values(vec!["notice".to_owned()]), json!(["notice"])),
            (permitted([closed("200.00", "1000.00")]), json!({"from": "200.00 CNY", "to": "1000.00 CNY"})),
            (permitted([below]), json!({"from": "0.00 CNY", "to": "200.00 CNY", "to_excluded": true})),
            (permitted([above("9.50")]), json!({"from": "9.50 CNY", "to": null, "from_excluded": true})),
            (permitted([years]), json!({"from": "6 months", "to": "2 years"})),
            (
                permitted([closed("5", "5"), closed("1", "2")]),
                json!([{"from": "1 CNY", "to": "2 CNY"}, {"from": "5 CNY", "to": "5 CNY"}]),
            ),
        ];
        for (permitted, json) in shapes {
            assert_eq!(serde_json::to_value(&permitted).unwrap(), json);
            assert_eq!(serde_json::from_value::<Permitted>(json).unwrap(), permitted);
        }
    }

    #[test]
    fn intervals_in_words() {
        let words = |intervals: &[AmountInterval]| permitted(intervals.iter().cloned()).words().join(", ");
        let open = AmountInterval { from: end(money("1"), Edge::Included), to: None };
        let inside =
            AmountInterval { from: end(money("1"), Edge::Excluded), to: Some(end(money("2"), Edge::Excluded)) };
        assert_eq!(words(&[closed("1.00", "2.00"), closed("5", "5")]), "1.00 CNY .. 2.00 CNY, 5 CNY");
        assert_eq!(words(&[inside, above("9")]), "> 1 CNY .. < 2 CNY, > 9 CNY");
        assert_eq!(words(&[open]), "≥ 1 CNY");
    }

    #[test]
    fn zeros_after_the_point_make_no_difference() {
        let wanted = permitted([closed("200.00", "1000.00")]);
        assert!(permitted([closed("200", "1000.0")]).same_as(&wanted));
        assert!(!permitted([closed("200", "1000.01")]).same_as(&wanted));
        assert!(!permitted([closed("200", "1000"), above("2000")]).same_as(&wanted));
        assert!(!permitted([above("200")]).same_as(&wanted));
        assert!(!Permitted::Values(vec![]).same_as(&wanted));
        assert!(!same_amount("200 CNY", "200 USD") && same_amount("5", "5.0") && !same_amount("notice", "warning"));
    }
}
