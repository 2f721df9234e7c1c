//! A regulation as `.policy` text.

use super::{
    Adjustment, Article, Combine, Compare, Condition, Fact, MEASURES, Path, Permitted, Provision, Regulation, citation,
};

impl Regulation {
    pub fn printed(&self) -> String {
        let default = |fact: Fact| match self.default {
            Some((with_default, value)) if with_default == fact => format!(" default {}", fact.shown(value)),
            _ => String::new(),
        };
        let combine = match self.combine {
            Combine::Heaviest => "heaviest",
            Combine::Union => "union",
            Combine::Intersect => "intersect",
            Combine::Unique => "unique",
            Combine::Accumulate => "accumulate",
        };
        let mut text = String::from("scale grade { low < middle < high }\nenum cause { accident, neglect, intent }\n");
        text += &format!("scale measure {{ {} }}\n", MEASURES.join(" < "));
        for (fact, of) in [
            (Fact::Hidden, "bool"),
            (Fact::Repeated, "bool"),
            (Fact::Grade, "grade"),
            (Fact::Cause, "cause"),
            (Fact::Days, "int"),
            (Fact::Limit, "int"),
        ] {
            text += &format!("fact {}: {of}{}\n", fact.name(), default(fact));
        }
        text += &format!("define named = {}\n", condition(&self.named));
        for assumed in &self.assumptions {
            text += &format!("assume {}\n", condition(assumed));
        }
        text += &format!("outcome sanction: measure combine {combine}\n");
        if let Some(scope) = &self.scope {
            text += &format!("applies when {}\n", condition(scope));
        }
        for article in &self.articles {
            text += &printed_article(article);
        }
        text
    }
}

fn printed_article(article: &Article) -> String {
    let mut text = format!("article {} {{\n", article.number);
    for (path, provision) in article.numbered() {
        let marker = path.get(1).map_or_else(String::new, |item| format!("({item}) "));
        text += &format!("  {marker}{}\n", printed(provision));
    }
    text + "}\n"
}

fn printed(provision: &Provision) -> String {
    match provision {
        Provision::Rule { when, permitted, overriding } => {
            let overriding = list(overriding, " overriding ");
            match when.as_slice() {
                [single] => format!("if {} then {}{overriding}", condition(single), assigned(permitted)),
                several => {
                    let items = (1..).zip(several).map(|(item, when)| format!("({item}) {}", condition(when)));
                    let items = items.collect::<Vec<_>>().join(" ");
                    format!("{}{overriding} if any {{ {items} }}", assigned(permitted))
                }
            }
        }
        Provision::Otherwise { when: Some(when), permitted } => {
            format!("otherwise if {} then {}", condition(when), assigned(permitted))
        }
        Provision::Otherwise { when: None, permitted } => format!("otherwise {}", assigned(permitted)),
        Provision::Exempt { from, when } => format!("exempt sanction{} if {}", list(from, " from "), condition(when)),
        Provision::Adjust { may, by, when } => {
            let may = if *may { "may " } else { "" };
            let by: Vec<&str> = by.iter().map(|adjustment| word(*adjustment)).collect();
            format!("adjust sanction by {may}{} if {}", by.join(" or "), condition(when))
        }
    }
}

fn list(citations: &[Path], before: &str) -> String {
    if citations.is_empty() {
        return String::new();
    }
    format!("{before}{}", citations.iter().map(|path| citation(path)).collect::<Vec<_>>().join(", "))
}

fn word(adjustment: Adjustment) -> &'static str {
    match adjustment {
        Adjustment::Lighten => "lighten",
        Adjustment::Reduce => "reduce",
        Adjustment::Waive => "waive",
        Adjustment::Aggravate => "aggravate",
        Adjustment::Exceed => "exceed",
    }
}

fn assigned(permitted: &Permitted) -> String {
    let measures: Vec<&str> = permitted.iter().filter(|x| **x > 0).map(|x| MEASURES[usize::from(*x) - 1]).collect();
    let may = if permitted.contains(&0) { "may " } else { "" };
    match measures.as_slice() {
        [] => "sanction = none".to_owned(),
        [single] => format!("{may}sanction = {single}"),
        several => format!("{may}sanction ∈ <{}>", several.join(", ")),
    }
}

/// A condition, in parentheses unless it is a single word.
pub fn condition(condition: &Condition) -> String {
    let nested = |inner: &Condition| match inner {
        Condition::Is(fact) => fact.name().to_owned(),
        Condition::Named => "named".to_owned(),
        other => format!("({})", self::condition(other)),
    };
    let joined = |parts: &[Condition], by: &str| parts.iter().map(nested).collect::<Vec<_>>().join(by);
    match condition {
        Condition::Is(fact) => fact.name().to_owned(),
        Condition::Named => "named".to_owned(),
        Condition::Compared(fact, compare, value) => {
            format!("{} {} {}", fact.name(), operator(*compare), fact.shown(*value))
        }
        Condition::DaysToLimit(compare) => format!("days {} limit", operator(*compare)),
        Condition::Among(fact, listed, values) => {
            let values: Vec<String> = values.iter().map(|value| fact.shown(*value)).collect();
            format!("{} {} <{}>", fact.name(), if *listed { "∈" } else { "∉" }, values.join(", "))
        }
        Condition::Not(inner) => format!("not {}", nested(inner)),
        Condition::And(parts) => joined(parts, " and "),
        Condition::Or(parts) => joined(parts, " or "),
        Condition::Implies(premise, conclusion) => format!("{} implies {}", nested(premise), nested(conclusion)),
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
