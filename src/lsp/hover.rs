//! `textDocument/hover`: what a name is, what a clause does, who decides.

use super::server::Answer;
use super::state::{State, View};
use crate::diagnostic::Language;
use crate::policy::{
    Contribution, EnumerationId, MemberIndex, Outcome, OutcomeValues, PermittedSet, Policy, Rule, RuleId, Symbol,
    SymbolKind,
};
use crate::syntax::ast::Jointly;
use gen_lsp_types as lsp;
use gen_lsp_types::{Hover, HoverParams};

/// Most lines of a declaration that are shown.
const MAX_LINES: usize = 12;

/// Most rules of a clause that are shown.
const MAX_RULES: usize = 6;

pub(super) fn hover(state: &State, params: &HoverParams) -> Answer<lsp::HoverRequest> {
    let at = &params.text_document_position_params;
    let Some(view) = state.view(&at.text_document.uri) else { return Ok(None) };
    let Some(occurrence) = view.symbol_at(at.position) else { return Ok(None) };
    let symbol = view.snapshot.symbols().get(occurrence.symbol);
    let mut parts = vec![heading(state, symbol)];
    match symbol.kind {
        SymbolKind::Clause => parts.extend(clause(state, view, symbol)),
        SymbolKind::Test => {}
        SymbolKind::Member => {
            parts.extend(
                symbol.owner.map(|owner| view.snapshot.symbols().get(owner)).map(|owner| declared(view, owner)),
            );
            parts.extend(deciders_of_member(state, view, symbol));
        }
        SymbolKind::Policy
        | SymbolKind::Scale
        | SymbolKind::Enum
        | SymbolKind::Body
        | SymbolKind::Role
        | SymbolKind::Record
        | SymbolKind::Field
        | SymbolKind::Fact
        | SymbolKind::Judgement
        | SymbolKind::Param
        | SymbolKind::Reading
        | SymbolKind::Define
        | SymbolKind::Outcome
        | SymbolKind::Duty
        | SymbolKind::Procedure
        | SymbolKind::Step
        | SymbolKind::Check
        | SymbolKind::Effect
        | SymbolKind::Content => parts.push(declared(view, symbol)),
    }
    let value = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
    let range = view.lines.range(view.text, occurrence.span.range());
    Ok(Some(Hover {
        contents: lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value }.into(),
        range: Some(range),
    }))
}

/// `**fact** severity · how grave it was`.
fn heading(state: &State, symbol: &Symbol) -> String {
    let name = named(state, &symbol.name, symbol.role.as_deref());
    let heading = format!("**{}** {name}", state.kind(symbol.kind));
    match symbol.labels.get(state.words.language()) {
        Some(label) => format!("{heading} · {}", escaped(label)),
        None => heading,
    }
}

/// A name with its role, as it is said in the language of messages.
fn named(state: &State, name: &str, role: Option<&str>) -> String {
    escaped(&match (role, state.words.language()) {
        (Some(role), Language::English) => format!("{name} of {role}"),
        (Some(role), Language::Chinese) => format!("{role} 的 {name}"),
        (None, _) => name.to_owned(),
    })
}

/// The declaration as the author wrote it.
fn declared(view: View<'_>, symbol: &Symbol) -> String {
    let text = view.snapshot.slice(symbol.whole);
    let mut lines: Vec<&str> = text.lines().take(MAX_LINES).collect();
    if text.lines().nth(MAX_LINES).is_some() {
        lines.push("…");
    }
    let text = lines.join("\n");
    // A fence longer than any row of back quotes in the text.
    let fence = "`".repeat(3 + text.matches('`').count());
    format!("{fence}policy\n{text}\n{fence}")
}

/// Text of an author in Markdown.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '!') {
            escaped.push('\\');
        }
        escaped.push(if c.is_control() { ' ' } else { c });
    }
    escaped
}

/// What the rules of a clause permit, and who decides that.
fn clause(state: &State, view: View<'_>, symbol: &Symbol) -> Vec<String> {
    let Some(policy) = &view.snapshot.policy else { return Vec::new() };
    let within = |rule: &&Rule| {
        policy.clauses().get(rule.clause.index()).is_some_and(|clause| symbol.whole.contains(clause.whole))
    };
    let rules = policy.rule_ids().zip(policy.rules()).filter(|(_, rule)| within(rule)).take(MAX_RULES);
    rules.filter_map(|(id, rule)| described(state, view, policy, (id, rule))).collect()
}

fn described(state: &State, view: View<'_>, policy: &Policy, (id, rule): (RuleId, &Rule)) -> Option<String> {
    let outcome = policy.outcomes().get(rule.outcome.index())?;
    let citation = policy.clauses().get(rule.clause.index()).map(|clause| escaped(&clause.citation))?;
    let permitted = match &rule.permitted {
        Contribution::Fixed(set) => shown_set(state, policy, outcome, set),
        Contribution::Computed { .. } => state.words.text("hover-calculated", &[]),
    };
    let mut lines = vec![format!("{citation} → {}: {permitted}", title(state, outcome))];
    if let (OutcomeValues::Members(_), Contribution::Fixed(set)) = (outcome.values, &rule.permitted) {
        lines.extend(deciders(state, policy, outcome, |member| set.contains(member)));
    }
    let alone = view.insight.and_then(|insight| insight.alone.get(&id));
    lines.extend(alone.map(|count| {
        let args = [("cases", count.cases().into()), ("total", count.of().into())];
        state.words.text(if count.is_zero() { "hover-alone-none" } else { "hover-alone" }, &args)
    }));
    Some(lines.join("  \n"))
}

/// The permitted values as a list, without marks; "none" among them.
pub(super) fn plain_set(state: &State, policy: &Policy, outcome: &Outcome, set: &PermittedSet) -> String {
    let none = set.permits_none().then(|| state.words.text("hint-none", &[]));
    let values: Vec<String> = match outcome.values {
        OutcomeValues::Members(of) => {
            let members = policy.enumerations().get(of.index()).map(|of| of.members.as_slice()).unwrap_or_default();
            let members = members.iter().enumerate();
            members
                .filter(|(index, _)| set.contains(MemberIndex::new(*index)))
                .map(|(_, member)| member.name.clone())
                .collect()
        }
        OutcomeValues::Amounts(_) => {
            let amounts = set.amounts().map(|amounts| shown_amounts(policy, amounts)).unwrap_or_default();
            vec![amounts.replace("**", "")].into_iter().filter(|one| !one.is_empty()).collect()
        }
    };
    format!("<{}>", none.into_iter().chain(values).collect::<Vec<_>>().join(", "))
}

fn title(state: &State, outcome: &Outcome) -> String {
    named(state, outcome.name.own(), outcome.name.role())
}

/// The whole ladder with what is permitted in bold, or the amounts.
fn shown_set(state: &State, policy: &Policy, outcome: &Outcome, set: &PermittedSet) -> String {
    let none = set.permits_none().then(|| state.words.text("hover-or-none", &[]));
    let shown = match outcome.values {
        OutcomeValues::Members(of) => ladder(policy, of, |member| set.contains(member)),
        OutcomeValues::Amounts(_) => set.amounts().map(|amounts| shown_amounts(policy, amounts)).unwrap_or_default(),
    };
    none.into_iter().fold(shown, |shown, none| format!("{shown} {none}"))
}

fn shown_amounts(policy: &Policy, amounts: &crate::policy::AmountSet) -> String {
    let interval = |one: &crate::policy::AmountInterval| {
        let from = policy.show(&one.from.value);
        match one.to.as_ref().map(|to| policy.show(&to.value)) {
            Some(to) if to == from => from,
            Some(to) => format!("{from} .. {to}"),
            None => format!("≥ {from}"),
        }
    };
    amounts.intervals().map(|one| interval(&one)).map(|one| format!("**{one}**")).collect::<Vec<_>>().join(", ")
}

fn ladder(policy: &Policy, of: EnumerationId, is_permitted: impl Fn(MemberIndex) -> bool) -> String {
    let Some(enumeration) = policy.enumerations().get(of.index()) else { return String::new() };
    let members = enumeration.members.iter().enumerate().map(|(index, member)| {
        let name = escaped(&member.name);
        if is_permitted(MemberIndex::new(index)) { format!("**{name}**") } else { name }
    });
    let between = match enumeration.kind {
        crate::policy::EnumerationKind::Ordered => " < ",
        crate::policy::EnumerationKind::Unordered => ", ",
    };
    members.collect::<Vec<_>>().join(between)
}

/// Who decides some of the values of an outcome.
fn deciders(state: &State, policy: &Policy, outcome: &Outcome, is_meant: impl Fn(MemberIndex) -> bool) -> Vec<String> {
    let concerns = |values: &Option<Vec<MemberIndex>>| {
        values.as_ref().is_none_or(|values| values.iter().any(|value| is_meant(*value)))
    };
    let between = match state.words.language() {
        Language::English => ", ",
        Language::Chinese => "、",
    };
    let names = |ids: &[crate::policy::BodyId]| {
        let bodies = ids.iter().filter_map(|id| policy.bodies().get(id.index()));
        let shown = bodies.map(|body| {
            let label = body.labels.get(state.words.language());
            escaped(label.unwrap_or(&body.name))
        });
        shown.collect::<Vec<_>>().join(between)
    };
    let deciders = outcome.deciders.iter().filter(|decider| concerns(&decider.values));
    deciders
        .map(|decider| {
            let id = match decider.jointly {
                Jointly::Together => "hover-decided-jointly",
                Jointly::Separately => "hover-decided",
            };
            let decided = state.words.text(id, &[("bodies", names(&decider.bodies).into())]);
            if decider.approved_by.is_empty() {
                return decided;
            }
            let approved = state.words.text("hover-approved", &[("bodies", names(&decider.approved_by).into())]);
            format!("{decided}{approved}")
        })
        .collect()
}

/// Who decides a member, for each outcome that can have it.
fn deciders_of_member(state: &State, view: View<'_>, symbol: &Symbol) -> Vec<String> {
    let (Some(policy), Some(owner)) = (&view.snapshot.policy, symbol.owner) else { return Vec::new() };
    let scale = &view.snapshot.symbols().get(owner).name;
    let mut found = Vec::new();
    for outcome in policy.outcomes() {
        let OutcomeValues::Members(of) = outcome.values else { continue };
        let Some(enumeration) = policy.enumerations().get(of.index()).filter(|one| one.name == *scale) else {
            continue;
        };
        let index = enumeration.members.iter().position(|member| member.name == symbol.name);
        let Some(index) = index.map(MemberIndex::new) else { continue };
        for line in deciders(state, policy, outcome, |member| member == index) {
            found.push(format!("{}: {line}", title(state, outcome)));
        }
    }
    found
}
