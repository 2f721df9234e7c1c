//! From facts over clauses to outcomes, and to those who decide and enforce them.

use super::model::{EdgeKind, Flow, Graph};
use super::places::{Drawing, WithValues};
use crate::policy::{ClauseId, FactId, OutcomeId};
use crate::render::focus::Focus;
use crate::render::statements::Statement;
use crate::render::words::Words;
use std::collections::BTreeSet;

pub(super) fn graph(words: Words<'_>, focus: &Focus) -> Graph {
    let policy = words.policy;
    let is_shown = |statement: &Statement<'_>| {
        focus.shows_outcome(statement.outcome()) && focus.shows_clause(policy, statement.clause())
    };
    let statements: Vec<Statement<'_>> = Statement::all(policy).into_iter().filter(is_shown).collect();
    let clauses: BTreeSet<ClauseId> = statements.iter().map(Statement::clause).collect();
    let reads: Vec<_> = statements.iter().map(|statement| statement.reads(policy)).collect();
    let facts: BTreeSet<FactId> = reads.iter().flat_map(|read| read.facts.iter().copied()).collect();

    let title = words.say("picture-decisions", &[("policy", &words.title())]);
    let graph = Graph { title, direction: Flow::Right, empty: words.word("picture-no-decisions"), ..Graph::default() };
    let mut drawing = Drawing::new(words, graph, focus.places(&clauses));
    drawing.add_facts(&facts);
    drawing.add_clauses(&clauses);
    let spoken_of: BTreeSet<OutcomeId> = statements.iter().map(Statement::outcome).collect();
    for id in &spoken_of {
        drawing.outcome(*id);
    }
    for (statement, read) in statements.iter().zip(&reads) {
        let Some(clause) = drawing.clause(statement.clause()) else { continue };
        for fact in &read.facts {
            if let Some(fact) = drawing.fact(*fact) {
                drawing.graph.edge(fact, clause, EdgeKind::Reads, None);
            }
        }
        for outcome in &read.outcomes {
            let outcome = drawing.outcome(*outcome);
            drawing.graph.edge(outcome, clause, EdgeKind::Reads, None);
        }
        drawing.add_statement(statement, WithValues::No);
        drawing.add_overriding(statement);
    }
    for (id, outcome) in policy.outcome_ids().zip(policy.outcomes()) {
        if spoken_of.contains(&id) {
            drawing.add_powers(id, outcome);
        }
    }
    drawing.graph
}
