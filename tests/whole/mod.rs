//! A second meaning of what goes beyond a single outcome: roles that read each other's outcomes, choices, lists,
//! parameters, versions, readings, timings, whole amounts and duties. Written from the language's description and not
//! from the crate; as small and as slow as it likes.

pub mod evaluate;
pub mod generate;
pub mod print;
pub mod unknown;

use std::collections::BTreeSet;

/// The facts of every generated regulation, all of them plain numbers here. Days are counted from 2024-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    Hidden,
    Careless,
    Knew,
    Grade,
    Days,
    /// The day that the policy is dated by.
    Day,
    Done,
    Due,
}

pub const FACTS: [Fact; 8] =
    [Fact::Hidden, Fact::Careless, Fact::Knew, Fact::Grade, Fact::Days, Fact::Day, Fact::Done, Fact::Due];

/// What never happened.
pub const NEVER: i64 = 1_000_000;
/// The first day on which the policy is in force, and the days on which the parameter `bar` changes.
pub const IN_FORCE: i64 = 9;
pub const BAR: [(i64, i64); 2] = [(9, 0), (19, 2)];
/// The days that `done` and `due` are compared with: 31 January, 29 February, 31 March.
pub const DATES: [i64; 3] = [30, 59, 90];

impl Fact {
    /// The whole name in the policy.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hidden => "hidden",
            Self::Careless => "careless of driver",
            Self::Knew => "knew of leader",
            Self::Grade => "grade",
            Self::Days => "days",
            Self::Day => "day",
            Self::Done => "done",
            Self::Due => "due",
        }
    }

    /// Every value that can make a difference.
    pub fn values(self) -> Vec<i64> {
        match self {
            Self::Hidden | Self::Careless | Self::Knew => vec![0, 1],
            Self::Grade => vec![0, 1, 2],
            Self::Days => (-3..=4).collect(),
            Self::Day => vec![9, 10, 13, 14, 15, 18, 19, 20, 30],
            Self::Done | Self::Due => (-6..=125).chain([NEVER]).collect(),
        }
    }
}

/// A record of the list `items`.
pub type Record = (i64, i64);

/// A case of which all is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Case {
    pub facts: [i64; 8],
    /// `kind` and `size` of each record.
    pub items: Vec<Record>,
}

/// What is given of a case.
#[derive(Clone, Debug)]
pub struct Given {
    pub facts: [Option<i64>; 8],
    /// `None` where the list is unknown.
    pub items: Option<Vec<(Option<i64>, Option<i64>)>>,
    /// Which reading is taken.
    pub wide: bool,
    pub as_of: Option<i64>,
    /// What was chosen of each outcome, "no measure" as 0 of a ladder and as -1 of an amount.
    pub chosen: [Option<i64>; 2],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

/// The outcomes, in the order in which they may read each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// `sanction of driver`: 1 to 4 are the measures, 0 is "no measure".
    Driver,
    /// `fine`: whole numbers; -1 is "no measure".
    Fine,
    /// `sanction of leader`: as that of the driver.
    Leader,
}

pub const OUTCOMES: [Outcome; 3] = [Outcome::Driver, Outcome::Fine, Outcome::Leader];

impl Outcome {
    pub fn title(self) -> &'static str {
        match self {
            Self::Driver => "sanction of driver",
            Self::Fine => "fine",
            Self::Leader => "sanction of leader",
        }
    }

    /// The number that stands for "no measure".
    pub fn none(self) -> i64 {
        match self {
            Self::Driver | Self::Leader => 0,
            Self::Fine => -1,
        }
    }
}

#[derive(Clone, Debug)]
pub enum Condition {
    Is(Fact),
    Grade(Compare, i64),
    Days(Compare, i64),
    /// `days` compared with the parameter `bar`.
    DaysToBar(Compare),
    /// The wide reading is taken.
    Wide,
    /// `day ≥ …`.
    DayFrom(i64),
    Done(Compare, i64),
    Within(Within),
    Fold(Fold),
    Reads(Outcome, Compare, i64),
    Not(Box<Condition>),
    And(Vec<Condition>),
    Or(Vec<Condition>),
}

/// `done within PERIOD before|after ANCHOR`, or `DATE within PERIOD … due`.
#[derive(Clone, Copy, Debug)]
pub struct Within {
    pub months: bool,
    pub after: bool,
    /// A day in place of `done`.
    pub date: Option<i64>,
    /// A day in place of `due`.
    pub anchor: Option<i64>,
}

#[derive(Clone, Debug)]
pub enum Fold {
    Count(RecordCondition, Compare, i64),
    Exists(RecordCondition),
    Every(RecordCondition),
    Run(RecordCondition, Compare, i64),
    Sum(RecordCondition, Compare, i64),
    /// More records fulfil the first condition than the second.
    More(RecordCondition, RecordCondition),
}

#[derive(Clone, Debug)]
pub enum RecordCondition {
    Kind,
    Size(Compare, i64),
    /// `size` compared with the fact `days`.
    SizeToDays(Compare),
    Hidden,
    Not(Box<RecordCondition>),
    And(Box<RecordCondition>, Box<RecordCondition>),
}

/// Permitted values; "no measure" is among them or not.
pub type Permitted = BTreeSet<i64>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Combine {
    Heaviest,
    Union,
    Intersect,
    Sum,
}

/// What a rule permits.
#[derive(Clone, Debug)]
pub enum Grant {
    Fixed(Permitted),
    /// `fine ∈ days .. days + 2`, or an error where `days` is below zero.
    FromDays,
}

#[derive(Clone, Debug)]
pub struct Rule {
    pub outcome: Outcome,
    pub otherwise: bool,
    pub when: Condition,
    pub grant: Grant,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjustment {
    Lighten,
    Reduce,
    Aggravate,
}

#[derive(Clone, Debug)]
pub struct Regulation {
    /// Of the driver, the fine, the leader.
    pub combine: [Combine; 3],
    pub assumption: Option<Condition>,
    pub rules: Vec<Rule>,
    pub exempt: Option<(Outcome, Condition)>,
    pub adjust: Option<(Outcome, Adjustment, Condition)>,
    /// `duty tell { when … must done within 2 days after due }`.
    pub duty: Condition,
}
