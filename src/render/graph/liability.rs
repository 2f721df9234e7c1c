//! Who answers for what: roles, the shares that clauses give them, the duties whose breach leads there, and outcomes
//! that read the outcomes of others (joint liability).

use super::model::{EdgeKind, Flow, Graph, NodeKind};
use super::places::{Drawing, WithValues};
use crate::policy::{ClauseId, Duty, OutcomeId, Policy};
use crate::render::focus::Focus;
use crate::render::statements::Statement;
use crate::render::words::Words;
use crate::syntax::ast::DutyKind;
use std::collections::BTreeSet;

pub(super) fn graph(words: Words<'_>, focus: &Focus) -> Graph {
    let policy = words.policy;
    let liable = outcomes_of_liability(policy);
    let duties: Vec<&Duty> = policy.duties().iter().filter(|duty| is_shown(policy, focus, duty)).collect();
    let by_breach: BTreeSet<_> = duties.iter().flat_map(|duty| duty.consequences.iter().copied()).collect();
    let is_shown = |statement: &Statement<'_>| {
        let is_breach = matches!(statement, Statement::Rule(id, _) if by_breach.contains(id));
        let outcome = statement.outcome();
        !is_breach
            && liable.contains(&outcome)
            && focus.shows_outcome(outcome)
            && focus.shows_clause(policy, statement.clause())
    };
    let statements: Vec<Statement<'_>> = Statement::all(policy).into_iter().filter(is_shown).collect();
    let clauses: BTreeSet<ClauseId> = statements.iter().map(Statement::clause).collect();

    let title = words.say("picture-liability", &[("policy", &words.title())]);
    let graph = Graph { title, direction: Flow::Right, empty: words.word("picture-no-liability"), ..Graph::default() };
    let mut drawing = Drawing::new(words, graph, focus.places(&clauses));
    drawing.add_clauses(&clauses);
    for statement in &statements {
        drawing.add_statement(statement, WithValues::Yes);
        let Some(clause) = drawing.clause(statement.clause()) else { continue };
        for read in statement.reads(policy).outcomes {
            let from = drawing.outcome(read);
            drawing.graph.edge(from, clause, EdgeKind::Reads, None);
        }
    }
    for duty in duties {
        add_duty(&mut drawing, duty);
    }
    add_roles(&mut drawing);
    if focus.articles.is_empty() && focus.outcomes.is_empty() {
        add_levels(&mut drawing);
    }
    drawing.graph
}

/// The outcomes of roles, those that others read, and those that read others.
fn outcomes_of_liability(policy: &Policy) -> BTreeSet<OutcomeId> {
    let of_roles = policy.outcome_ids().zip(policy.outcomes()).filter(|(_, outcome)| outcome.name.role().is_some());
    let mut found: BTreeSet<OutcomeId> = of_roles.map(|(id, _)| id).collect();
    for statement in Statement::all(policy) {
        let read = statement.reads(policy).outcomes;
        if !read.is_empty() {
            found.insert(statement.outcome());
            found.extend(read);
        }
    }
    found
}

fn is_shown(policy: &Policy, focus: &Focus, duty: &Duty) -> bool {
    let outcomes = duty.consequences.iter().filter_map(|id| policy.rules().get(id.index())).map(|rule| rule.outcome);
    let mut outcomes = outcomes.peekable();
    focus.shows_clause(policy, duty.clause)
        && (focus.outcomes.is_empty() || outcomes.any(|outcome| focus.shows_outcome(outcome)))
}

/// A duty, who bears it, and what its breach leads to.
fn add_duty(drawing: &mut Drawing<'_>, duty: &Duty) {
    let words = drawing.words;
    let kind = match duty.kind {
        DutyKind::Duty | DutyKind::Prohibition => NodeKind::Duty,
        DutyKind::Right => NodeKind::Right,
    };
    let label = format!("{} {}", words.cited(duty.clause), words.label(&duty.name, &duty.labels));
    let node = drawing.graph.node(kind, label);
    if let Some(found) = drawing.graph.get_mut(node) {
        found.clause = Some(duty.clause);
        if duty.kind == DutyKind::Prohibition {
            found.notes.push(words.word("show-prohibition"));
        }
    }
    for rule in duty.consequences.iter().filter_map(|id| words.policy.rules().get(id.index())) {
        let Some(outcome) = words.policy.outcomes().get(rule.outcome.index()) else { continue };
        let to = drawing.outcome(rule.outcome);
        let label = words.contribution(outcome, &rule.permitted);
        drawing.graph.edge(node, to, EdgeKind::Gives, Some(label));
    }
    if let Some(bearer) = duty.bearer {
        let bearer = drawing.party(bearer);
        drawing.graph.edge(node, bearer, EdgeKind::BorneBy, None);
    }
}

/// On whom the outcomes fall.
fn add_roles(drawing: &mut Drawing<'_>) {
    let policy = drawing.words.policy;
    for (id, outcome) in policy.outcome_ids().zip(policy.outcomes()) {
        let role = outcome.name.role().and_then(|name| policy.roles().iter().position(|role| role.name == name));
        if let (true, Some(role)) = (drawing.has_outcome(id), role) {
            let (from, to) = (drawing.outcome(id), drawing.role(crate::policy::RoleId::new(role)));
            drawing.graph.edge(from, to, EdgeKind::FallsOn, None);
        }
    }
}

/// Which body answers to which.
fn add_levels(drawing: &mut Drawing<'_>) {
    for hierarchy in drawing.words.policy.hierarchies() {
        for pair in hierarchy.levels.windows(2) {
            let [lower, upper] = pair else { continue };
            let (from, to) = (drawing.body(*lower), drawing.body(*upper));
            let clause = drawing.words.cited(hierarchy.clause);
            drawing.graph.edge(from, to, EdgeKind::AnswersTo, Some(clause));
        }
    }
}
