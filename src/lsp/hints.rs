//! `textDocument/inlayHint`: how an item is cited, and what a rule permits where it does not spell it out.

use super::hover;
use super::server::Answer;
use super::state::{State, View};
use crate::policy::{Contribution, Policy, SymbolKind};
use crate::source::Span;
use crate::syntax::ast::{Article, Clause, Consequence, Item, Mode, Permitted, Statement, Value};
use gen_lsp_types as lsp;
use gen_lsp_types::{InlayHint, InlayHintParams};
use std::ops::Range;

pub(super) fn hints(state: &State, params: &InlayHintParams) -> Answer<lsp::InlayHintRequest> {
    let uri = &params.text_document.uri;
    let (Some(view), Some(edited)) = (state.view(uri), state.edited(uri)) else { return Ok(None) };
    let wanted = view.lines.bytes(view.text, params.range);
    let mut hints: Vec<(u32, String)> = citations(view, &wanted);
    if let Some(policy) = &view.snapshot.policy {
        let mut consequences = Vec::new();
        edited.items().filter(|item| touches(item.span(), &wanted)).for_each(|item| collect(item, &mut consequences));
        hints.extend(consequences.into_iter().filter_map(|one| permitted(state, policy, view, one)));
    }
    hints.retain(|(at, _)| wanted.contains(&(*at as usize)) || *at as usize == wanted.end);
    hints.sort();
    let hint = |(at, label): (u32, String)| InlayHint {
        position: view.lines.position(view.text, at as usize),
        label: label.into(),
        kind: None,
        text_edits: None,
        tooltip: None,
        padding_left: Some(true),
        padding_right: None,
        data: None,
    };
    Ok(Some(hints.into_iter().map(hint).collect()))
}

fn touches(span: Span, wanted: &Range<usize>) -> bool {
    span.range().start <= wanted.end && wanted.start <= span.range().end
}

/// Behind the number of each item, how it is cited: `(一)` of 第八条 is 8(1).
fn citations(view: View<'_>, wanted: &Range<usize>) -> Vec<(u32, String)> {
    let items = view.snapshot.symbols().iter().map(|(_, symbol)| symbol).filter(|symbol| {
        symbol.kind == SymbolKind::Clause && symbol.owner.is_some() && symbol.span.source == view.source
    });
    items.filter(|symbol| touches(symbol.span, wanted)).map(|symbol| (symbol.span.end, symbol.name.clone())).collect()
}

/// How deep this goes is limited by the parser.
fn collect<'i>(item: &'i Item, found: &mut Vec<&'i Consequence>) {
    match item {
        Item::Article(Article { body, .. }) => body.iter().for_each(|clause| collect_clause(clause, found)),
        Item::Statement(statement) => collect_statement(statement, found),
        _ => {}
    }
}

fn collect_clause<'i>(clause: &'i Clause, found: &mut Vec<&'i Consequence>) {
    match clause {
        Clause::Numbered(item) => item.body.iter().for_each(|clause| collect_clause(clause, found)),
        Clause::Statement(statement) => collect_statement(statement, found),
        Clause::NotModelled(_) | Clause::Missing(_) | Clause::Allow(_) | Clause::Unreadable(_) => {}
    }
}

fn collect_statement<'i>(statement: &'i Statement, found: &mut Vec<&'i Consequence>) {
    match statement {
        Statement::Rule(rule) => found.extend(&rule.consequences),
        Statement::Otherwise(otherwise) => found.extend(&otherwise.consequences),
        Statement::Exempt(_)
        | Statement::Adjust(_)
        | Statement::Applies(_)
        | Statement::Authority(_)
        | Statement::Ensure(_)
        | Statement::Duty(_)
        | Statement::Procedure(_)
        | Statement::Effect(_)
        | Statement::EffectCap(_)
        | Statement::Contents(_)
        | Statement::Hierarchy(_) => {}
    }
}

/// Behind a consequence, the set that comes of it: where “none” is added, a range is filled, or an amount stands in a
/// parameter. One that changes with time or with the case has no set to show.
fn permitted(state: &State, policy: &Policy, view: View<'_>, consequence: &Consequence) -> Option<(u32, String)> {
    let is_parameter = |value: &Value| match value {
        Value::Name(name) => policy.params().iter().any(|param| param.name == name.text),
        Value::Literal(_) | Value::Computed(_) | Value::List(_) => false,
    };
    let is_spelt_out = match &consequence.permitted {
        Permitted::None(_) | Permitted::Set(_) => true,
        Permitted::One(value) => !is_parameter(value),
        Permitted::Range(range) => {
            let is_amount = |value: &Value| matches!(value, Value::Literal(_));
            is_amount(&range.from) && is_amount(&range.to)
        }
    };
    if is_spelt_out && consequence.mode == Mode::Must {
        return None;
    }
    let place = consequence.place.0;
    let name = consequence.outcome.to_string();
    let outcome = policy.outcomes().iter().position(|outcome| outcome.name.as_str() == name)?;
    let mut rules = policy.rules().iter().filter(|rule| rule.outcome.index() == outcome && rule.span.contains(place));
    let (rule, others) = (rules.next()?, rules.count());
    let Contribution::Fixed(set) = &rule.permitted else { return None };
    // Several rules of one statement are its versions, or the items of an `any`: these all permit the same.
    if others > 0 && is_versioned(policy, consequence) {
        return None;
    }
    let shown = hover::plain_set(state, policy, policy.outcomes().get(outcome)?, set);
    view.snapshot.sources.get(place.source).filter(|_| place.source == view.source)?;
    Some((place.end, format!("= {shown}")))
}

fn is_versioned(policy: &Policy, consequence: &Consequence) -> bool {
    let changes = |value: &Value| match value {
        Value::Name(name) => policy.params().iter().any(|one| one.name == name.text && one.versions.len() > 1),
        Value::Computed(_) => true,
        Value::Literal(_) | Value::List(_) => false,
    };
    match &consequence.permitted {
        Permitted::None(_) => false,
        Permitted::One(value) => changes(value),
        Permitted::Set(set) => set.values.iter().any(changes),
        Permitted::Range(range) => changes(&range.from) || changes(&range.to),
    }
}
