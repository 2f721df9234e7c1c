//! A policy with the files that it uses, as last checked.

use super::documents::{Documents, Key};
use super::overlay::Overlay;
use super::position::{Encoding, Lines};
use crate::diagnostic::Diagnostics;
use crate::policy::{CheckedSource, Policy, PolicyTree, SymbolIndex, check_edited};
use crate::source::{Home, SourceId, SourceMap, Span, read_text};
use crate::syntax::EditedTexts;
use gen_lsp_types::Range;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What came of checking a policy. It is never changed, so that the background can look at it.
#[derive(Debug)]
pub(super) struct Snapshot {
    pub(super) sources: SourceMap,
    /// The policy; `None` where there is an error.
    pub(super) policy: Option<Policy>,
    /// Errors, in the order of the texts.
    pub(super) errors: Diagnostics,
    tree: PolicyTree,
    symbols: OnceLock<SymbolIndex>,
    texts: BTreeMap<Key, SourceId>,
    lines: Vec<OnceLock<Lines>>,
    encoding: Encoding,
}

impl Snapshot {
    /// Checks a policy with the texts as they are open, or else lie on disk; `None` where there is no such file.
    ///
    /// Of texts that are known in an older form, only what has changed is read again.
    pub(super) fn of(
        policy: &Key,
        documents: &Documents,
        encoding: Encoding,
        edited: &mut EditedTexts,
    ) -> Option<Self> {
        let text = match documents.get(policy) {
            Some(document) => document.text.clone(),
            None => read_text(&policy.path()?).ok()?,
        };
        let mut sources = SourceMap::single(policy.as_str(), text);
        let folder = Overlay::around(policy, documents);
        let home = folder.as_ref().map(|folder| Home { folder, name: folder.name() });
        let (CheckedSource { policy, diagnostics: errors, .. }, tree) =
            check_edited(&mut sources, SourceId::default(), home, edited);
        let numbered = sources.iter().enumerate();
        let texts = numbered
            .filter_map(|(number, source)| Some((Key::of_source(source.name()), SourceId(u16::try_from(number).ok()?))))
            .collect();
        let lines = sources.iter().map(|_| OnceLock::new()).collect();
        Some(Self { sources, policy, errors, tree, symbols: OnceLock::new(), texts, lines, encoding })
    }

    /// Who is who in it.
    pub(super) fn symbols(&self) -> &SymbolIndex {
        self.symbols.get_or_init(|| self.tree.symbols())
    }

    /// The texts that it consists of.
    pub(super) fn texts(&self) -> impl Iterator<Item = &Key> {
        self.texts.keys()
    }

    /// The number of a text in it.
    pub(super) fn source(&self, key: &Key) -> Option<SourceId> {
        self.texts.get(key).copied()
    }

    /// The name of a text.
    pub(super) fn key(&self, source: SourceId) -> Option<Key> {
        self.sources.get(source).map(|source| Key::of_source(source.name()))
    }

    /// The text and its lines.
    pub(super) fn text(&self, source: SourceId) -> Option<(&str, &Lines)> {
        let text = self.sources.get(source)?.text();
        let lines = self.lines.get(usize::from(source.0))?.get_or_init(|| Lines::new(text, self.encoding));
        Some((text, lines))
    }

    /// A place as the client counts it.
    pub(super) fn range(&self, span: Span) -> Option<Range> {
        let (text, lines) = self.text(span.source)?;
        Some(lines.range(text, span.range()))
    }

    /// What stands at a place.
    pub(super) fn slice(&self, span: Span) -> &str {
        self.sources.slice(span)
    }
}
