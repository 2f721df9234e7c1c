//! The steps of procedures: their order, who takes them, by when, and who takes them if nobody does.

use super::model::{EdgeKind, Flow, Graph, NodeIndex, NodeKind};
use super::places::Drawing;
use crate::policy::{Deadline, DeadlineStart, Procedure, ProcedureId, Step, StepIndex};
use crate::render::focus::{Focus, Places};
use crate::render::words::Words;
use crate::syntax::ast::{Jointly, Mode, StepOrder};

pub(super) fn graph(words: Words<'_>, focus: &Focus) -> Graph {
    let title = words.say("picture-procedure", &[("policy", &words.title())]);
    let graph = Graph { title, direction: Flow::Down, empty: words.word("picture-no-procedure"), ..Graph::default() };
    let mut drawing = Drawing::new(words, graph, Places { by_article: false });
    let several = words.policy.procedures().len() > 1;
    for (index, procedure) in words.policy.procedures().iter().enumerate() {
        add_procedure(&mut drawing, focus, ProcedureId::new(index), procedure, several);
    }
    drawing.graph
}

fn add_procedure(drawing: &mut Drawing<'_>, focus: &Focus, id: ProcedureId, procedure: &Procedure, in_a_group: bool) {
    let words = drawing.words;
    let policy = words.policy;
    let is_shown =
        |step: &Step| step.clauses.is_empty() || step.clauses.iter().any(|clause| focus.shows_clause(policy, *clause));
    if !procedure.steps.iter().any(is_shown) {
        return;
    }
    let group = in_a_group.then(|| drawing.graph.group(words.label(&procedure.name, &procedure.labels)));
    let nodes: Vec<Option<NodeIndex>> = procedure
        .steps
        .iter()
        .map(|step| {
            is_shown(step).then(|| {
                let node = add_step(drawing, procedure, step);
                if let Some(node) = drawing.graph.get_mut(node) {
                    node.group = group;
                }
                node
            })
        })
        .collect();
    let node = |step: StepIndex| nodes.get(step.index()).copied().flatten();
    for (step, to) in procedure.steps.iter().zip(&nodes) {
        let Some(to) = *to else { continue };
        for (before, order) in &step.after {
            let kind = match order {
                StepOrder::Strict => EdgeKind::Follows,
                StepOrder::Usual => EdgeKind::UsuallyFollows,
            };
            if let Some(from) = node(*before) {
                drawing.graph.edge(from, to, kind, None);
            }
        }
        if let Some(deadline) = &step.deadline
            && let DeadlineStart::Step(start) = deadline.from
            && let Some(from) = node(start)
        {
            let label = words.say("picture-within", &[("period", &words.operand(&deadline.period))]);
            drawing.graph.edge(from, to, EdgeKind::Deadline, Some(label));
        }
    }
    for escalation in &procedure.escalations {
        let Some(from) = node(escalation.step) else { continue };
        let to = drawing.body(escalation.to);
        let after = words.say("picture-passes-after", &[("period", &words.operand(&escalation.after))]);
        drawing.graph.edge(from, to, EdgeKind::PassesTo, Some(after));
    }
    for duty in policy.duties() {
        let steps: Vec<NodeIndex> =
            duty.before.iter().filter(|(of, _)| *of == id).filter_map(|(_, step)| node(*step)).collect();
        if steps.is_empty() {
            continue;
        }
        let label = format!("{} {}", words.cited(duty.clause), words.label(&duty.name, &duty.labels));
        let right = drawing.graph.node(NodeKind::Right, label);
        if let Some(right) = drawing.graph.get_mut(right) {
            right.clause = Some(duty.clause);
        }
        for step in steps {
            drawing.graph.edge(right, step, EdgeKind::Before, None);
        }
    }
}

/// A step with what is said of it.
fn add_step(drawing: &mut Drawing<'_>, procedure: &Procedure, step: &Step) -> NodeIndex {
    let words = drawing.words;
    let kind = match step.mode {
        Mode::Must => NodeKind::Step,
        Mode::May => NodeKind::OptionalStep,
    };
    let cited = words.cited_all(step.clauses.iter().copied());
    let node = drawing.graph.node(kind, format!("{cited} {}", words.label(&step.name, &step.labels)).trim().to_owned());
    if let Some(node) = drawing.graph.get_mut(node) {
        node.notes = words.step_notes(procedure, step);
        node.clause = step.clauses.first().copied();
    }
    node
}

impl Words<'_> {
    /// What is said of a step, but for its order.
    pub(in crate::render) fn step_notes(&self, procedure: &Procedure, step: &Step) -> Vec<String> {
        let mut notes = Vec::new();
        let mut note = |id: &str, what: String| {
            if !what.is_empty() {
                notes.push(self.say(id, &[("what", &what)]));
            }
        };
        note("picture-by", self.actors(step));
        if let Some(deadline) = &step.deadline {
            note("picture-deadline", self.deadline(procedure, deadline));
        }
        note("picture-checks", self.list(step.checks.iter().map(|check| self.label(&check.name, &check.labels))));
        if let Some(quorum) = step.quorum {
            note("picture-quorum", quorum.to_string());
        }
        note("picture-consent", self.both(step.consent.iter().map(|party| self.party(*party)).collect()));
        if let Some(when) = &step.when {
            note("picture-when", self.condition(when));
        }
        notes
    }

    /// Who takes a step.
    pub(in crate::render) fn actors(&self, step: &Step) -> String {
        let actors = step.actors.iter().map(|party| self.party(*party)).collect();
        match step.jointly {
            Jointly::Together => self.both(actors),
            Jointly::Separately => self.either(actors),
        }
    }

    /// `30 days from investigation`.
    pub(in crate::render) fn deadline(&self, procedure: &Procedure, deadline: &Deadline) -> String {
        let of = match deadline.from {
            DeadlineStart::Step(index) => {
                let step = procedure.steps.get(index.index());
                step.map_or_else(String::new, |step| self.label(&step.name, &step.labels))
            }
            DeadlineStart::Fact(id) => self.fact(id),
        };
        self.say("picture-deadline-from", &[("period", &self.operand(&deadline.period)), ("of", &of)])
    }
}
