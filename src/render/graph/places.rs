//! The nodes of clauses, outcomes, bodies and roles: each once, however often it is met.

use super::model::{EdgeKind, Graph, NodeIndex, NodeKind};
use crate::policy::{BodyId, ClauseId, FactId, Outcome, OutcomeId, Party, RoleId};
use crate::render::focus::{Places, article_clause, article_of};
use crate::render::statements::Statement;
use crate::render::words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// A graph that is being made.
pub(super) struct Drawing<'p> {
    pub(super) words: Words<'p>,
    pub(super) graph: Graph,
    pub(super) places: Places,
    facts: BTreeMap<FactId, NodeIndex>,
    clauses: BTreeMap<ClauseId, NodeIndex>,
    outcomes: BTreeMap<OutcomeId, NodeIndex>,
    bodies: BTreeMap<BodyId, NodeIndex>,
    roles: BTreeMap<RoleId, NodeIndex>,
}

impl<'p> Drawing<'p> {
    pub(super) fn new(words: Words<'p>, graph: Graph, places: Places) -> Self {
        Self {
            words,
            graph,
            places,
            facts: BTreeMap::new(),
            clauses: BTreeMap::new(),
            outcomes: BTreeMap::new(),
            bodies: BTreeMap::new(),
            roles: BTreeMap::new(),
        }
    }

    /// The nodes of facts, in the order of their declaration.
    pub(super) fn add_facts(&mut self, facts: &BTreeSet<FactId>) {
        for id in facts {
            let Some(fact) = self.words.policy.facts().get(id.index()) else { continue };
            let is_judged = fact.judgement.is_some() || fact.is_reading;
            let kind = if is_judged { NodeKind::Judgement } else { NodeKind::Fact };
            let node = self.graph.node(kind, self.words.fact_named(fact));
            self.facts.insert(*id, node);
        }
    }

    /// The nodes of clauses, in the order of the text; items of one article are a group.
    pub(super) fn add_clauses(&mut self, clauses: &BTreeSet<ClauseId>) {
        let policy = self.words.policy;
        let shown: BTreeSet<ClauseId> = clauses.iter().map(|id| self.places.of(policy, *id)).collect();
        let mut groups = BTreeMap::new();
        for id in shown {
            let Some(clause) = self.words.clause(id) else { continue };
            let node = self.graph.node(NodeKind::Clause, self.words.clause_named(id));
            let depth = clause.path.as_ref().map_or(0, |path| path.numbers().len());
            let article = article_of(clause).filter(|_| depth > 1);
            let group = article.map(|article| {
                *groups.entry(article).or_insert_with(|| {
                    let whole = article_clause(policy, article);
                    let label = whole.map_or_else(|| article.to_string(), |whole| self.words.clause_named(whole));
                    self.graph.group(label)
                })
            });
            if let Some(node) = self.graph.get_mut(node) {
                node.group = group;
                node.clause = Some(id);
            }
            self.clauses.insert(id, node);
        }
    }

    pub(super) fn fact(&self, id: FactId) -> Option<NodeIndex> {
        self.facts.get(&id).copied()
    }

    pub(super) fn clause(&self, id: ClauseId) -> Option<NodeIndex> {
        self.clauses.get(&self.places.of(self.words.policy, id)).copied()
    }

    pub(super) fn outcome(&mut self, id: OutcomeId) -> NodeIndex {
        if let Some(known) = self.outcomes.get(&id) {
            return *known;
        }
        let node = self.graph.node(NodeKind::Outcome, self.words.outcome(id));
        self.outcomes.insert(id, node);
        node
    }

    /// Whether something was said of an outcome.
    pub(super) fn has_outcome(&self, id: OutcomeId) -> bool {
        self.outcomes.contains_key(&id)
    }

    pub(super) fn body(&mut self, id: BodyId) -> NodeIndex {
        if let Some(known) = self.bodies.get(&id) {
            return *known;
        }
        let node = self.graph.node(NodeKind::Body, self.words.body(id));
        self.bodies.insert(id, node);
        node
    }

    pub(super) fn role(&mut self, id: RoleId) -> NodeIndex {
        if let Some(known) = self.roles.get(&id) {
            return *known;
        }
        let node = self.graph.node(NodeKind::Role, self.words.role(id));
        self.roles.insert(id, node);
        node
    }

    pub(super) fn party(&mut self, party: Party) -> NodeIndex {
        match party {
            Party::Body(id) => self.body(id),
            Party::Role(id) => self.role(id),
        }
    }

    /// What a statement does to its outcome, as an edge.
    pub(super) fn add_statement(&mut self, statement: &Statement<'p>, with_values: WithValues) {
        let outcome = statement.outcome();
        let Some(declared) = self.words.policy.outcomes().get(outcome.index()) else { return };
        let Some(from) = self.clause(statement.clause()) else { return };
        let to = self.outcome(outcome);
        let (kind, label) = match statement {
            Statement::Rule(_, rule) => {
                let label = match with_values {
                    WithValues::Yes => Some(self.words.contribution(declared, &rule.permitted)),
                    WithValues::No => None,
                };
                (EdgeKind::Gives, label)
            }
            Statement::Exemption(..) => (EdgeKind::Exempts, None),
            Statement::Adjustment(_, found) => {
                (EdgeKind::Adjusts, Some(self.words.adjustments(&found.adjustments, found.mode)))
            }
        };
        self.graph.edge(from, to, kind, label);
    }

    /// Where a rule takes the place of another, from clause to clause.
    pub(super) fn add_overriding(&mut self, statement: &Statement<'p>) {
        let Statement::Rule(_, rule) = statement else { return };
        for id in &rule.overrides {
            let Some(other) = self.words.policy.rules().get(id.index()) else { continue };
            let (Some(from), Some(to)) = (self.clause(rule.clause), self.clause(other.clause)) else { continue };
            if from != to {
                self.graph.edge(from, to, EdgeKind::Overrides, None);
            }
        }
    }

    /// Who decides, approves and enforces an outcome.
    pub(super) fn add_powers(&mut self, id: OutcomeId, outcome: &Outcome) {
        let from = self.outcome(id);
        let values = |words: &Words<'p>, values: Option<&[_]>| values.map(|_| words.some_values(outcome, values));
        for decider in &outcome.deciders {
            let label = values(&self.words, decider.values.as_deref());
            for body in &decider.bodies {
                let to = self.body(*body);
                self.graph.edge(from, to, EdgeKind::Decides, label.clone());
            }
            for body in &decider.approved_by {
                let to = self.body(*body);
                self.graph.edge(from, to, EdgeKind::Approves, label.clone());
            }
        }
        for enforcer in &outcome.enforcers {
            let label = values(&self.words, enforcer.values.as_deref());
            for body in &enforcer.bodies {
                let to = self.body(*body);
                self.graph.edge(from, to, EdgeKind::Enforces, label.clone());
            }
        }
    }
}

/// Whether the edge of a rule says what it permits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WithValues {
    Yes,
    No,
}
