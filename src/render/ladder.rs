//! Each rule's range on the ladder of an outcome's values, with what adjusts, overrides and exempts.

use super::focus::Focus;
use super::graph::{EdgeKind, Flow, Graph, NodeIndex, NodeKind};
use super::statements::Statement;
use super::words::Words;
use crate::policy::{
    AmountEnd, AmountInterval, AmountSet, ClauseId, Contribution, Direction, EnumerationKind, Exemption, Outcome,
    OutcomeId, OutcomeValues, PermittedSet, Rule, RuleId, RuleKind, Value, direction,
};
use std::cmp::Ordering;

/// The ladder of one outcome: its values as columns, what clauses say of it as rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// The outcome.
    pub title: String,
    /// How the sets of several rules become one.
    pub combination: String,
    /// Whether the columns lie in an order, from light to heavy.
    pub is_ordered: bool,
    /// The values.
    pub columns: Vec<String>,
    /// What clauses say.
    pub rows: Vec<Row>,
}

/// What one clause says of the outcome of a [`Ladder`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The clause.
    pub clause: ClauseId,
    /// The clause as it is cited, with its label.
    pub label: String,
    /// What it does.
    pub kind: RowKind,
    /// The columns that it permits: first and last of each unbroken range.
    pub ranges: Vec<(usize, usize)>,
    /// What the columns do not show.
    pub note: Option<String>,
}

/// What a [`Row`] does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// It permits values.
    Permits,
    /// It permits values where no other rule speaks of the outcome.
    Otherwise,
    /// It takes the outcome away.
    Exempts,
    /// It moves the set towards the light end.
    Lightens,
    /// It moves the set towards the heavy end.
    Aggravates,
}

/// The ladders of the outcomes in focus.
pub(super) fn ladders(words: Words<'_>, focus: &Focus) -> Vec<Ladder> {
    let statements = Statement::all(words.policy);
    let outcomes = words.policy.outcome_ids().zip(words.policy.outcomes());
    let shown = outcomes.filter(|(id, _)| focus.shows_outcome(*id));
    let ladders = shown.map(|(id, outcome)| ladder(words, focus, id, outcome, &statements));
    ladders.filter(|ladder| !ladder.rows.is_empty()).collect()
}

fn ladder(words: Words<'_>, focus: &Focus, id: OutcomeId, outcome: &Outcome, all: &[Statement<'_>]) -> Ladder {
    let own: Vec<&Statement<'_>> =
        all.iter().filter(|one| one.outcome() == id && focus.shows_clause(words.policy, one.clause())).collect();
    let sets = own.iter().filter_map(|one| match one {
        Statement::Rule(_, rule) => fixed(rule),
        Statement::Exemption(..) | Statement::Adjustment(..) => None,
    });
    let columns = Columns::of(words, outcome.values, sets);
    let mut rows: Vec<Row> = Vec::new();
    for statement in own {
        let row = row(words, outcome, &columns, statement);
        // Several exemptions or adjustments of one clause differ only in their conditions: they become one row.
        let known = rows.iter_mut().find(|known| {
            (known.clause, known.kind, &known.ranges) == (row.clause, row.kind, &row.ranges)
                && (row.ranges.is_empty() || known.note == row.note)
        });
        match known {
            Some(known) if known.note != row.note => {
                let notes = known.note.iter().chain(&row.note);
                known.note = Some(notes.map(String::as_str).collect::<Vec<_>>().join(&words.word("render-also")));
            }
            Some(_) => {}
            None => rows.push(row),
        }
    }
    // Rules first, then what changes their result: so the eye can go down the ladder.
    rows.sort_by_key(|row| match row.kind {
        RowKind::Permits => 0,
        RowKind::Otherwise => 1,
        RowKind::Lightens | RowKind::Aggravates => 2,
        RowKind::Exempts => 3,
    });
    let is_ordered = match outcome.values {
        OutcomeValues::Members(of) => words.enumeration(of).is_some_and(|of| of.kind == EnumerationKind::Ordered),
        OutcomeValues::Amounts(_) => true,
    };
    Ladder {
        title: words.outcome_named(outcome),
        combination: words.combination(outcome.combination),
        is_ordered,
        columns: columns.names(words),
        rows,
    }
}

fn fixed(rule: &Rule) -> Option<&PermittedSet> {
    match &rule.permitted {
        Contribution::Fixed(set) => Some(set),
        Contribution::Computed { .. } => None,
    }
}

fn row(words: Words<'_>, outcome: &Outcome, columns: &Columns, statement: &Statement<'_>) -> Row {
    let (kind, ranges, note) = match statement {
        Statement::Rule(_, rule) => {
            let kind = match rule.kind {
                RuleKind::Plain => RowKind::Permits,
                RuleKind::Otherwise => RowKind::Otherwise,
            };
            let ranges = fixed(rule).map_or_else(Vec::new, |set| columns.ranges(set));
            (kind, ranges, rule_note(words, outcome, rule))
        }
        Statement::Exemption(_, found) => (RowKind::Exempts, Vec::new(), Some(words.exempted(found))),
        Statement::Adjustment(_, found) => {
            let is_lighter = found.adjustments.iter().any(|one| direction(*one) == Direction::Lighter);
            let kind = if is_lighter { RowKind::Lightens } else { RowKind::Aggravates };
            (kind, Vec::new(), Some(words.adjustments(&found.adjustments, found.mode)))
        }
    };
    let clause = statement.clause();
    Row { clause, label: words.clause_named(clause), kind, ranges, note }
}

fn rule_note(words: Words<'_>, outcome: &Outcome, rule: &Rule) -> Option<String> {
    let mut notes = Vec::new();
    if fixed(rule).is_none() {
        notes.push(words.contribution(outcome, &rule.permitted));
    }
    match rule.kind {
        RuleKind::Otherwise => notes.push(words.word("picture-otherwise")),
        RuleKind::Plain => {}
    }
    if let Some(clauses) = words.overridden(&rule.overrides) {
        notes.push(words.say("picture-overrides", &[("clauses", &clauses)]));
    }
    (!notes.is_empty()).then(|| notes.join(&words.word("render-also")))
}

impl Words<'_> {
    /// What an exemption takes away.
    pub(super) fn exempted(&self, exemption: &Exemption) -> String {
        match &exemption.from {
            None => self.word("picture-exempts-all"),
            Some(rules) => {
                let clauses = self.overridden(rules).unwrap_or_default();
                self.say("picture-exempts-from", &[("clauses", &clauses)])
            }
        }
    }

    /// The clauses of rules, as a list; `None` where there are none.
    pub(super) fn overridden(&self, rules: &[RuleId]) -> Option<String> {
        let clauses = rules.iter().filter_map(|id| self.policy.rules().get(id.index())).map(|rule| rule.clause);
        (!rules.is_empty()).then(|| self.cited_all(clauses))
    }
}

/// The values along the top: "no measure" where it is permitted, then members or the ends of intervals.
struct Columns {
    with_none: bool,
    values: Values,
}

enum Values {
    Members(OutcomeValues, Vec<crate::policy::MemberIndex>),
    /// Amounts in their order, and whether some interval has no end.
    Amounts(Vec<Value>, Openness),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Openness {
    Open,
    Closed,
}

impl Columns {
    fn of<'s>(words: Words<'_>, values: OutcomeValues, sets: impl Iterator<Item = &'s PermittedSet>) -> Self {
        let sets: Vec<&PermittedSet> = sets.collect();
        let with_none = sets.iter().any(|set| set.permits_none());
        let values = match values {
            OutcomeValues::Members(of) => {
                let count = words.enumeration(of).map_or(0, |of| of.members.len());
                Values::Members(values, (0..count).map(crate::policy::MemberIndex::new).collect())
            }
            OutcomeValues::Amounts(_) => {
                let intervals: Vec<AmountInterval> =
                    sets.iter().filter_map(|set| set.amounts()).flat_map(AmountSet::intervals).collect();
                let is_open = intervals.iter().any(|one| one.to.is_none());
                let ends = intervals.into_iter().flat_map(|one| [Some(one.from), one.to]);
                let mut ends: Vec<Value> = ends.flatten().map(|end: AmountEnd| end.value).collect();
                ends.sort_by(|a, b| a.order(b).unwrap_or(Ordering::Equal));
                ends.dedup();
                Values::Amounts(ends, if is_open { Openness::Open } else { Openness::Closed })
            }
        };
        Self { with_none, values }
    }

    fn names(&self, words: Words<'_>) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        if self.with_none {
            names.push(words.word("value-none"));
        }
        match &self.values {
            Values::Members(values, members) => names.extend(members.iter().map(|member| match values {
                OutcomeValues::Members(of) => words.member(*of, *member),
                OutcomeValues::Amounts(_) => String::new(),
            })),
            Values::Amounts(ends, openness) => {
                names.extend(ends.iter().map(|end| words.value(end)));
                if *openness == Openness::Open {
                    names.push(words.word("picture-and-more"));
                }
            }
        }
        names
    }

    /// The columns of a set.
    fn ranges(&self, set: &PermittedSet) -> Vec<(usize, usize)> {
        let first = usize::from(self.with_none);
        let mut ranges: Vec<(usize, usize)> = Vec::new();
        let mut add = |from: usize, to: usize| match ranges.last_mut() {
            Some(last) if last.1 + 1 == from => last.1 = to,
            _ => ranges.push((from, to)),
        };
        if set.permits_none() {
            add(0, 0);
        }
        match &self.values {
            Values::Members(..) => set.members().for_each(|member| add(first + member.index(), first + member.index())),
            Values::Amounts(ends, _) => {
                for interval in set.amounts().into_iter().flat_map(AmountSet::intervals) {
                    let place = |amount: &Value| ends.iter().position(|end| end == amount);
                    let from = place(&interval.from.value).unwrap_or(0);
                    let to = interval.to.as_ref().map_or(Some(ends.len()), |to| place(&to.value)).unwrap_or(from);
                    add(first + from, first + to);
                }
            }
        }
        ranges
    }
}

/// Ladders as a graph, for formats that have no charts: the values in a chain, each rule with edges to what it permits.
pub(super) fn as_graph(words: Words<'_>, ladders: &[Ladder]) -> Graph {
    let mut graph = Graph {
        title: words.say("picture-ladder", &[("policy", &words.title())]),
        direction: Flow::Right,
        empty: words.word("picture-no-ladder"),
        ..Graph::default()
    };
    for ladder in ladders {
        add_ladder(&mut graph, ladder);
    }
    graph
}

fn add_ladder(graph: &mut Graph, ladder: &Ladder) {
    let outcome = graph.node(NodeKind::Outcome, ladder.title.clone());
    if let Some(outcome) = graph.get_mut(outcome) {
        outcome.notes.push(ladder.combination.clone());
    }
    let group = graph.group(ladder.title.clone());
    let rungs: Vec<NodeIndex> =
        ladder.columns.iter().map(|column| graph.node(NodeKind::Rung, column.clone())).collect();
    for rung in &rungs {
        if let Some(rung) = graph.get_mut(*rung) {
            rung.group = Some(group);
        }
    }
    if ladder.is_ordered {
        for pair in rungs.windows(2) {
            if let [lower, upper] = pair {
                graph.edge(*lower, *upper, EdgeKind::Next, None);
            }
        }
    }
    for row in &ladder.rows {
        let node = graph.node(NodeKind::Clause, row.label.clone());
        if let Some(node) = graph.get_mut(node) {
            node.notes.extend(row.note.clone());
            node.clause = Some(row.clause);
        }
        match row.kind {
            RowKind::Permits | RowKind::Otherwise => {
                let permitted = row.ranges.iter().flat_map(|(from, to)| rungs.iter().take(to + 1).skip(*from));
                permitted.for_each(|rung| graph.edge(node, *rung, EdgeKind::Gives, None));
            }
            RowKind::Exempts => graph.edge(node, outcome, EdgeKind::Exempts, None),
            RowKind::Lightens | RowKind::Aggravates => graph.edge(node, outcome, EdgeKind::Adjusts, None),
        }
    }
}
