//! A regulation as `.policy` text, and a case as JSON.

use super::evaluate::day;
use super::{
    Adjustment, BAR, Combine, Compare, Condition, FACTS, Fact, Fold, Given, Grant, IN_FORCE, NEVER, OUTCOMES, Outcome,
    Permitted, RecordCondition, Regulation, Within,
};

pub const MEASURES: [&str; 4] = ["reminder", "warning", "notice", "dismissal"];
const GRADES: [&str; 3] = ["low", "middle", "high"];

impl Regulation {
    pub fn printed(&self) -> String {
        let combine = |outcome: usize| match self.combine[outcome] {
            Combine::Heaviest => "heaviest",
            Combine::Union => "union",
            Combine::Intersect => "intersect",
            Combine::Sum => "sum",
        };
        let bar: Vec<String> = BAR.iter().map(|(from, value)| format!("{value} from {}", day(*from))).collect();
        let mut text = format!(
            "policy whole in force from {} dated by day
scale grade {{ low < middle < high }}
scale measure {{ {} }}
role driver
role leader
record item {{ kind: bool, size: int }}
fact hidden: bool
fact careless of driver: bool
fact knew of leader: bool
fact grade: grade
fact days: int
fact day: date
fact done: date
fact due: date
fact items: list of item
param bar = {}
reading way {{ narrow, wide }} prefer narrow
outcome sanction of driver: measure combine {}
outcome fine: int combine {}
outcome sanction of leader: measure combine {}
",
            day(IN_FORCE),
            MEASURES.join(" < "),
            bar.join(", "),
            combine(0),
            combine(1),
            combine(2),
        );
        if let Some(assumed) = &self.assumption {
            text += &format!("assume {}\n", condition(assumed));
        }
        for (number, rule) in (1..).zip(&self.rules) {
            let how = if rule.otherwise { "otherwise if" } else { "if" };
            let grant = match &rule.grant {
                Grant::Fixed(set) => granted(rule.outcome, set),
                Grant::FromDays => "fine ∈ days .. days + 2".to_owned(),
            };
            text += &format!("article {number} {{ {how} {} then {grant} }}\n", condition(&rule.when));
        }
        if let Some((outcome, when)) = &self.exempt {
            text += &format!("article 90 {{ exempt {} if {} }}\n", outcome.title(), condition(when));
        }
        if let Some((outcome, by, when)) = &self.adjust {
            let by = match by {
                Adjustment::Lighten => "lighten",
                Adjustment::Reduce => "reduce",
                Adjustment::Aggravate => "aggravate",
            };
            text += &format!("article 91 {{ adjust {} by {by} if {} }}\n", outcome.title(), condition(when));
        }
        text + &format!(
            "article 92 {{ duty tell of driver {{ when {} must done within 2 days after due }} }}\n",
            condition(&self.duty)
        )
    }
}

fn granted(outcome: Outcome, set: &Permitted) -> String {
    let title = outcome.title();
    let may = if set.contains(&outcome.none()) { "may " } else { "" };
    let values: Vec<i64> = set.iter().copied().filter(|value| *value != outcome.none()).collect();
    match (values.as_slice(), outcome) {
        ([], _) => format!("{title} = none"),
        ([first, .., last], Outcome::Fine) => format!("{may}{title} ∈ {first} .. {last}"),
        ([only], Outcome::Fine) => format!("{may}{title} = {only}"),
        (several, _) => {
            let names: Vec<&str> = several.iter().map(|value| MEASURES[usize::try_from(*value).unwrap() - 1]).collect();
            format!("{may}{title} ∈ <{}>", names.join(", "))
        }
    }
}

pub fn value_word(outcome: Outcome, value: i64) -> String {
    match outcome {
        _ if value == outcome.none() => "none".to_owned(),
        Outcome::Fine => value.to_string(),
        Outcome::Driver | Outcome::Leader => MEASURES[usize::try_from(value).unwrap() - 1].to_owned(),
    }
}

fn condition(shown: &Condition) -> String {
    let nested = |inner: &Condition| format!("({})", condition(inner));
    let joined = |parts: &[Condition], by: &str| parts.iter().map(nested).collect::<Vec<_>>().join(by);
    match shown {
        Condition::Is(fact) => fact.name().to_owned(),
        Condition::Grade(compare, value) => {
            format!("grade {} {}", operator(*compare), GRADES[usize::try_from(*value).unwrap()])
        }
        Condition::Days(compare, value) => format!("days {} {value}", operator(*compare)),
        Condition::DaysToBar(compare) => format!("days {} bar", operator(*compare)),
        Condition::Wide => "way = wide".to_owned(),
        Condition::DayFrom(from) => format!("day ≥ {}", day(*from)),
        Condition::Done(compare, value) => format!("done {} {}", operator(*compare), day(*value)),
        Condition::Within(within) => timing(within),
        Condition::Fold(fold) => folded(fold),
        Condition::Reads(outcome, compare, value) => {
            format!("{} {} {}", outcome.title(), operator(*compare), value_word(*outcome, *value))
        }
        Condition::Not(inner) => format!("not {}", nested(inner)),
        Condition::And(parts) => joined(parts, " and "),
        Condition::Or(parts) => joined(parts, " or "),
    }
}

fn timing(within: &Within) -> String {
    let word = |date: Option<i64>, fact: &str| date.map_or_else(|| fact.to_owned(), |date| day(date).to_string());
    let period = if within.months { "1 month" } else { "2 days" };
    let side = if within.after { "after" } else { "before" };
    format!("{} within {period} {side} {}", word(within.date, "done"), word(within.anchor, "due"))
}

fn folded(fold: &Fold) -> String {
    match fold {
        Fold::Count(condition, compare, value) => {
            format!("(count items where {}) {} {value}", counted(condition), operator(*compare))
        }
        Fold::Exists(condition) => format!("exists items where {}", counted(condition)),
        Fold::Every(condition) => format!("every items where {}", counted(condition)),
        Fold::Run(condition, compare, value) => {
            format!("(longest run of items where {}) {} {value}", counted(condition), operator(*compare))
        }
        Fold::Sum(condition, compare, value) => {
            format!("(sum size over items where {}) {} {value}", counted(condition), operator(*compare))
        }
        Fold::More(one, other) => {
            format!("(count items where {}) > (count items where {})", counted(one), counted(other))
        }
    }
}

fn counted(condition: &RecordCondition) -> String {
    match condition {
        RecordCondition::Kind => "kind".to_owned(),
        RecordCondition::Size(compare, value) => format!("size {} {value}", operator(*compare)),
        RecordCondition::SizeToDays(compare) => format!("size {} days", operator(*compare)),
        RecordCondition::Hidden => "hidden".to_owned(),
        RecordCondition::Not(inner) => format!("not ({})", counted(inner)),
        RecordCondition::And(one, other) => format!("({}) and ({})", counted(one), counted(other)),
    }
}

fn operator(compare: Compare) -> &'static str {
    match compare {
        Compare::Equal => "=",
        Compare::NotEqual => "≠",
        Compare::Less => "<",
        Compare::AtMost => "≤",
        Compare::Greater => ">",
        Compare::AtLeast => "≥",
    }
}

impl Given {
    /// The facts as JSON.
    pub fn json(&self) -> String {
        use serde_json::{Map, Value, json};
        let mut facts = Map::new();
        for (fact, value) in FACTS.iter().zip(&self.facts) {
            let Some(value) = *value else { continue };
            let value = match fact {
                Fact::Hidden | Fact::Careless | Fact::Knew => json!(value == 1),
                Fact::Grade => json!(GRADES[usize::try_from(value).unwrap()]),
                Fact::Days => json!(value),
                Fact::Day | Fact::Done | Fact::Due if value == NEVER => json!("never"),
                Fact::Day | Fact::Done | Fact::Due => json!(day(value).to_string()),
            };
            match fact.name().split_once(" of ") {
                Some((name, role)) => {
                    let of_role = facts.entry(role).or_insert_with(|| json!({}));
                    of_role[name] = value;
                }
                None => {
                    facts.insert(fact.name().to_owned(), value);
                }
            }
        }
        if let Some(items) = &self.items {
            let record =
                |(kind, size): &(Option<i64>, Option<i64>)| json!({"kind": kind.map(|kind| kind == 1), "size": size});
            facts.insert("items".to_owned(), items.iter().map(record).collect());
        }
        if self.wide {
            facts.insert("way".to_owned(), json!("wide"));
        }
        if let Some(as_of) = self.as_of {
            facts.insert("as_of".to_owned(), json!(day(as_of).to_string()));
        }
        let chosen = OUTCOMES.iter().zip(&self.chosen).filter_map(|(outcome, chosen)| {
            let chosen = (*chosen)?;
            let value = match outcome {
                Outcome::Fine if chosen != outcome.none() => json!(chosen),
                _ => json!(value_word(*outcome, chosen)),
            };
            Some((outcome.title().to_owned(), value))
        });
        let chosen: Map<String, Value> = chosen.collect();
        if !chosen.is_empty() {
            facts.insert("chosen".to_owned(), chosen.into());
        }
        Value::Object(facts).to_string()
    }
}
