//! A second meaning of the language, written from its description and not from the crate: as small and as slow as it
//! likes, so that one can see at a glance that it is right. It knows one outcome on a ladder and a handful of facts.

pub mod evaluate;
pub mod facts;
pub mod generate;
pub mod print;
pub mod unknown;

use std::collections::BTreeSet;

/// The facts of every generated regulation. All their values are plain numbers here: `false` and the lightest member
/// are 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    Hidden,
    Repeated,
    Grade,
    Cause,
    Days,
    Limit,
}

pub const FACTS: [Fact; 6] = [Fact::Hidden, Fact::Repeated, Fact::Grade, Fact::Cause, Fact::Days, Fact::Limit];

/// The numbers that conditions compare `days` and `limit` with.
pub const THRESHOLDS: std::ops::RangeInclusive<i64> = -1..=2;

impl Fact {
    pub fn name(self) -> &'static str {
        match self {
            Self::Hidden => "hidden",
            Self::Repeated => "repeated",
            Self::Grade => "grade",
            Self::Cause => "cause",
            Self::Days => "days",
            Self::Limit => "limit",
        }
    }

    /// Every value that can make a difference: of numbers all thresholds and two more on either side.
    pub fn values(self) -> Vec<i64> {
        match self {
            Self::Hidden | Self::Repeated => vec![0, 1],
            Self::Grade | Self::Cause => vec![0, 1, 2],
            Self::Days | Self::Limit => (THRESHOLDS.start() - 2..=THRESHOLDS.end() + 2).collect(),
        }
    }

    /// A value as the policy writes it.
    pub fn shown(self, value: i64) -> String {
        let word = |words: [&str; 3]| words[usize::try_from(value).expect("a member")].to_owned();
        match self {
            Self::Hidden | Self::Repeated => (value == 1).to_string(),
            Self::Grade => word(["low", "middle", "high"]),
            Self::Cause => word(["accident", "neglect", "intent"]),
            Self::Days | Self::Limit => value.to_string(),
        }
    }
}

/// A case: a value for each of [`FACTS`], in that order.
pub type Case = [i64; 6];

/// The same with unknown facts.
pub type PartialCase = [Option<i64>; 6];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

#[derive(Clone, Debug)]
pub enum Condition {
    /// A bool fact.
    Is(Fact),
    /// A fact compared with a value.
    Compared(Fact, Compare, i64),
    /// `days` compared with `limit`.
    DaysToLimit(Compare),
    /// A fact that is, or is not, one of some values.
    Among(Fact, bool, BTreeSet<i64>),
    /// The regulation's one `define`.
    Named,
    Not(Box<Condition>),
    And(Vec<Condition>),
    Or(Vec<Condition>),
    Implies(Box<Condition>, Box<Condition>),
}

/// Permitted values: 0 is "no measure", 1 the lightest measure, [`TOP`] the heaviest.
pub type Permitted = BTreeSet<u8>;

/// The heaviest measure.
pub const TOP: u8 = 4;

pub const MEASURES: [&str; 4] = ["reminder", "warning", "notice", "dismissal"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Combine {
    Heaviest,
    Union,
    Intersect,
    Unique,
    Accumulate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjustment {
    Lighten,
    Reduce,
    Waive,
    Aggravate,
    Exceed,
}

/// The number of a clause: article, item, item of an `if any` group.
pub type Path = Vec<u32>;

#[derive(Clone, Debug)]
pub enum Provision {
    /// A rule; with several conditions an `if any` group.
    Rule { when: Vec<Condition>, permitted: Permitted, overriding: Vec<Path> },
    /// `otherwise`.
    Otherwise { when: Option<Condition>, permitted: Permitted },
    /// `exempt`, of the whole outcome where `from` is empty.
    Exempt { from: Vec<Path>, when: Condition },
    /// `adjust`, all in one direction.
    Adjust { may: bool, by: Vec<Adjustment>, when: Condition },
}

/// Its provisions are its items; a single one stands in the article itself.
#[derive(Clone, Debug)]
pub struct Article {
    pub number: u32,
    pub provisions: Vec<Provision>,
}

impl Article {
    /// Its provisions with their numbers.
    pub fn numbered(&self) -> impl Iterator<Item = (Path, &Provision)> {
        let single = self.provisions.len() == 1;
        (1..)
            .zip(&self.provisions)
            .map(move |(item, provision)| (if single { vec![self.number] } else { vec![self.number, item] }, provision))
    }
}

#[derive(Clone, Debug)]
pub struct Regulation {
    pub combine: Combine,
    pub named: Condition,
    /// What a fact is where the case does not say.
    pub default: Option<(Fact, i64)>,
    pub assumptions: Vec<Condition>,
    pub scope: Option<Condition>,
    pub articles: Vec<Article>,
}

impl Regulation {
    pub fn provisions(&self) -> impl Iterator<Item = (Path, &Provision)> {
        self.articles.iter().flat_map(Article::numbered)
    }
}

/// A clause number as it is cited: `4(1)2`.
pub fn citation(path: &[u32]) -> String {
    path.iter().enumerate().map(|(depth, n)| if depth % 2 == 1 { format!("({n})") } else { n.to_string() }).collect()
}
