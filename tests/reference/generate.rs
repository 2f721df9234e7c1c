//! Random regulations and cases.

use super::{
    Adjustment, Article, Case, Combine, Compare, Condition, FACTS, Fact, PartialCase, Path, Permitted, Provision,
    Regulation, THRESHOLDS, TOP,
};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Conditions that may mention the regulation's `define`.
pub fn conditions() -> impl Strategy<Value = Condition> {
    let atom = prop_oneof![10 => atoms(), 1 => Just(Condition::Named)];
    compound(atom.boxed())
}

fn atoms() -> impl Strategy<Value = Condition> {
    let scalar = select(vec![Fact::Grade, Fact::Days, Fact::Limit]);
    let compare = select(vec![
        Compare::Equal,
        Compare::NotEqual,
        Compare::Less,
        Compare::AtMost,
        Compare::Greater,
        Compare::AtLeast,
    ]);
    let constant = |fact: Fact| match fact {
        Fact::Grade => (0..=2_i64).boxed(),
        _ => THRESHOLDS.boxed(),
    };
    prop_oneof![
        4 => select(vec![Fact::Hidden, Fact::Repeated]).prop_map(Condition::Is),
        3 => (scalar, compare.clone()).prop_flat_map(move |(fact, compare)| {
            constant(fact).prop_map(move |value| Condition::Compared(fact, compare, value))
        }),
        1 => compare.prop_map(Condition::DaysToLimit),
        2 => (select(vec![Fact::Grade, Fact::Cause]), any::<bool>(), btree_set(0..=2_i64, 1..=3))
            .prop_map(|(fact, listed, values)| Condition::Among(fact, listed, values)),
        1 => (any::<bool>(), 0..=2_i64).prop_map(|(equal, value)| {
            Condition::Compared(Fact::Cause, if equal { Compare::Equal } else { Compare::NotEqual }, value)
        }),
    ]
}

fn compound(atom: BoxedStrategy<Condition>) -> impl Strategy<Value = Condition> {
    atom.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            3 => inner.clone().prop_map(|inner| Condition::Not(Box::new(inner))),
            3 => vec(inner.clone(), 2..=3).prop_map(Condition::And),
            3 => vec(inner.clone(), 2..=3).prop_map(Condition::Or),
            1 => (inner.clone(), inner).prop_map(|(a, b)| Condition::Implies(Box::new(a), Box::new(b))),
        ]
    })
}

/// Sets of permitted values, "no measure" (0) among them or not.
pub fn permitted() -> impl Strategy<Value = Permitted> {
    prop_oneof![
        4 => btree_set(1..=TOP, 1..=3),
        1 => btree_set(0..=TOP, 1..=4),
    ]
}

/// A provision whose citations are still to be chosen among the clauses before it.
#[derive(Clone, Debug)]
struct Draft {
    provision: Provision,
    citing: Vec<(Index, bool)>,
    starts_article: bool,
}

fn plain_rules() -> impl Strategy<Value = Draft> {
    let when = prop_oneof![5 => vec(conditions(), 1), 1 => vec(conditions(), 2..=3)];
    let citing = prop_oneof![2 => Just(Vec::new()), 1 => vec(any::<(Index, bool)>(), 1..=2)];
    (when, permitted(), citing, any::<bool>()).prop_map(|(when, permitted, citing, starts_article)| Draft {
        provision: Provision::Rule { when, permitted, overriding: Vec::new() },
        citing,
        starts_article,
    })
}

fn other_provisions() -> impl Strategy<Value = Draft> {
    let mitigating = vec![Adjustment::Lighten, Adjustment::Reduce, Adjustment::Waive];
    let aggravating = vec![Adjustment::Aggravate, Adjustment::Exceed];
    let by = prop_oneof![
        proptest::sample::subsequence(mitigating, 1..=2),
        proptest::sample::subsequence(aggravating, 1..=2),
    ];
    let provision = prop_oneof![
        1 => (proptest::option::of(conditions()), permitted())
            .prop_map(|(when, permitted)| (Provision::Otherwise { when, permitted }, Vec::new())),
        1 => conditions().prop_map(|when| (Provision::Exempt { from: Vec::new(), when }, Vec::new())),
        2 => (conditions(), vec(any::<(Index, bool)>(), 1..=2))
            .prop_map(|(when, citing)| (Provision::Exempt { from: Vec::new(), when }, citing)),
        3 => (any::<bool>(), by, conditions())
            .prop_map(|(may, by, when)| (Provision::Adjust { may, by, when }, Vec::new())),
    ];
    (provision, any::<bool>()).prop_map(|((provision, citing), starts_article)| Draft {
        provision,
        citing,
        starts_article,
    })
}

/// Puts provisions into articles, and lets them cite rules of earlier articles, so that no circle arises.
fn assembled(drafts: Vec<Draft>) -> Vec<Article> {
    let mut articles: Vec<Article> = Vec::new();
    let mut citing: Vec<Vec<Vec<(Index, bool)>>> = Vec::new();
    for draft in drafts {
        match articles.last_mut() {
            Some(article) if !draft.starts_article => article.provisions.push(draft.provision),
            _ => {
                let number = u32::try_from(articles.len() + 1).expect("few articles");
                articles.push(Article { number, provisions: vec![draft.provision] });
                citing.push(Vec::new());
            }
        }
        citing.last_mut().expect("an article").push(draft.citing);
    }
    let is_rule = |provision: &Provision| matches!(provision, Provision::Rule { .. } | Provision::Otherwise { .. });
    let mut citable: Vec<Path> = Vec::new();
    for (article, citing) in articles.iter_mut().zip(citing) {
        let own: Vec<Path> =
            article.numbered().filter(|(_, provision)| is_rule(provision)).map(|(path, _)| path).collect();
        for (provision, chosen) in article.provisions.iter_mut().zip(citing) {
            let (Provision::Rule { overriding: cited, .. } | Provision::Exempt { from: cited, .. }) = provision else {
                continue;
            };
            for (index, whole_article) in chosen {
                if citable.is_empty() {
                    continue;
                }
                let path = index.get(&citable);
                let path = if whole_article { path[..1].to_vec() } else { path.clone() };
                if !cited.contains(&path) {
                    cited.push(path);
                }
            }
        }
        citable.extend(own);
    }
    articles
}

fn provisions(rules: std::ops::RangeInclusive<usize>, others: usize) -> impl Strategy<Value = Vec<Article>> {
    (vec(plain_rules(), rules), vec(other_provisions(), 0..=others))
        .prop_flat_map(|(rules, others)| {
            let rest: Vec<Draft> = others;
            Just([rules, rest].concat()).prop_shuffle()
        })
        .prop_map(assembled)
}

pub fn regulations() -> impl Strategy<Value = Regulation> {
    let combine = prop_oneof![
        3 => Just(Combine::Heaviest),
        1 => Just(Combine::Union),
        1 => Just(Combine::Intersect),
        1 => Just(Combine::Unique),
        1 => Just(Combine::Accumulate),
    ];
    let default = select(FACTS.to_vec()).prop_flat_map(|fact| values(fact).prop_map(move |value| (fact, value)));
    let default = proptest::option::weighted(0.2, default);
    let assumptions = prop_oneof![2 => Just(Vec::new()), 2 => vec(conditions(), 1), 1 => vec(conditions(), 2)];
    let scope = proptest::option::weighted(0.25, conditions());
    (combine, compound(atoms().boxed()), default, assumptions, scope, provisions(1..=4, 3)).prop_map(
        |(combine, named, default, assumptions, scope, articles)| Regulation {
            combine,
            named,
            default,
            assumptions,
            scope,
            articles,
        },
    )
}

/// Regulations of plain rules only, under `heaviest`: those that can never become lighter by one rule more.
pub fn plain_regulations() -> impl Strategy<Value = Regulation> {
    let rule = (conditions(), permitted()).prop_map(|(when, permitted)| Draft {
        provision: Provision::Rule { when: vec![when], permitted, overriding: Vec::new() },
        citing: Vec::new(),
        starts_article: true,
    });
    (vec(rule, 1..=5), compound(atoms().boxed())).prop_map(|(drafts, named)| Regulation {
        combine: Combine::Heaviest,
        named,
        default: None,
        assumptions: Vec::new(),
        scope: None,
        articles: assembled(drafts),
    })
}

/// Values of a known fact. Of numbers the outermost ones are left out, so that the search over completions always has
/// one that is smaller and one that is larger.
fn values(fact: Fact) -> impl Strategy<Value = i64> {
    let values = fact.values();
    select(match fact {
        Fact::Days | Fact::Limit => values[1..values.len() - 1].to_vec(),
        _ => values,
    })
}

pub fn cases() -> impl Strategy<Value = Case> {
    FACTS.map(values)
}

/// Cases of which about half is unknown.
pub fn partial_cases() -> impl Strategy<Value = PartialCase> {
    FACTS.map(|fact| proptest::option::of(values(fact)))
}
