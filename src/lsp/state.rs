//! What the server knows: the open texts, the policies they belong to, and what was found in them.

use super::background::{Analyst, Found, Job, What};
use super::diagnostics::{self, Located};
use super::documents::{Document, Documents, Key};
use super::insight::Insight;
use super::position::{Encoding, Lines};
use super::project::Snapshot;
use super::roots;
use super::settings::{FaultySettings, Settings, Sifted};
use super::transport::Outgoing;
use crate::diagnostic::{Catalogue, Diagnostic};
use crate::policy::{Occurrence, SymbolId};
use crate::source::{SourceId, Span};
use crate::syntax::{EditedText, EditedTexts};
use gen_lsp_types as lsp;
use gen_lsp_types::{Position, PublishDiagnosticsNotification, PublishDiagnosticsParams, Range, Uri};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;

/// A policy with open files.
#[derive(Debug)]
pub(super) struct Project {
    pub(super) snapshot: Arc<Snapshot>,
    /// Its texts as they were read, so that the next edit reads only what it changes.
    edited: EditedTexts,
    /// Which check it is, counted over all policies.
    check: u64,
    /// What was found, once the background has looked.
    sifted: Option<Sifted>,
    /// Whether the background has looked for what else is worth knowing.
    is_surveyed: bool,
    /// What it has found then. An older one stays until there is a newer.
    pub(super) insight: Option<Arc<Insight>>,
}

impl Project {
    /// Errors and findings.
    pub(super) fn found(&self) -> impl Iterator<Item = &Diagnostic> {
        let findings = self.sifted.iter().flat_map(|sifted| &sifted.reported);
        self.snapshot.errors.iter().chain(findings)
    }
}

/// What has changed since the last check.
#[derive(Debug, Default)]
enum Changed {
    #[default]
    Nothing,
    /// These texts.
    Texts(BTreeSet<Key>),
    /// Which texts there are.
    Everything,
}

/// What the client can do beyond the least.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Abilities {
    /// Insert texts with places to fill in.
    pub(super) snippets: bool,
    /// Ask for lenses again when it is told to.
    pub(super) lens_refresh: bool,
    /// Show that something goes on.
    pub(super) progress: bool,
}

/// What is known, and to whom it is said.
#[derive(Debug)]
pub(super) struct State {
    pub(super) words: Catalogue,
    pub(super) abilities: Abilities,
    pub(super) encoding: Encoding,
    pub(super) documents: Documents,
    /// The folders that the editor shows, without links.
    pub(super) folders: Vec<PathBuf>,
    pub(super) projects: BTreeMap<Key, Project>,
    client: Sender<Outgoing>,
    analyst: Analyst,
    checks: u64,
    requests: Cell<i64>,
    changed: Changed,
    /// What the client was told last about each text, and about which version.
    published: BTreeMap<Key, (Option<i32>, Vec<lsp::Diagnostic>)>,
}

/// A text as a part of a policy.
#[derive(Clone, Copy)]
pub(super) struct View<'s> {
    /// The policy's own text.
    pub(super) root: &'s Key,
    pub(super) snapshot: &'s Snapshot,
    pub(super) insight: Option<&'s Insight>,
    pub(super) source: SourceId,
    pub(super) text: &'s str,
    pub(super) lines: &'s Lines,
}

impl View<'_> {
    /// What is named at a position.
    pub(super) fn symbol_at(&self, position: Position) -> Option<Occurrence> {
        self.snapshot.symbols().at(self.source, self.lines.offset(self.text, position))
    }
}

impl State {
    pub(super) fn new(
        words: Catalogue,
        abilities: Abilities,
        encoding: Encoding,
        folders: Vec<PathBuf>,
        settings: Arc<dyn Settings>,
        client: Sender<Outgoing>,
        report: impl Fn(Found) + Send + 'static,
    ) -> Self {
        Self {
            words,
            abilities,
            encoding,
            documents: Documents::new(encoding),
            folders,
            projects: BTreeMap::new(),
            client,
            analyst: Analyst::start(settings, report),
            checks: 0,
            requests: Cell::new(0),
            changed: Changed::Nothing,
            published: BTreeMap::new(),
        }
    }

    pub(super) fn send(&self, message: Outgoing) {
        // Where the client is gone, the stream of its messages ends too.
        let _ = self.client.send(message);
    }

    pub(super) fn text_changed(&mut self, key: Key) {
        match &mut self.changed {
            Changed::Nothing => self.changed = Changed::Texts(BTreeSet::from([key])),
            Changed::Texts(keys) => {
                keys.insert(key);
            }
            Changed::Everything => {}
        }
    }

    /// Another text is open, or a file has changed on disk.
    pub(super) fn texts_changed(&mut self) {
        self.changed = Changed::Everything;
    }

    /// Checks what has changed, and tells the client.
    pub(super) fn refresh(&mut self) {
        match std::mem::take(&mut self.changed) {
            Changed::Nothing => return,
            Changed::Texts(keys) if self.check_again(&keys) => {}
            Changed::Texts(_) | Changed::Everything => self.check_all(),
        }
        self.publish();
    }

    /// Checks the policies that some texts belong to; `false` where they do not consist of the same files any more.
    fn check_again(&mut self, keys: &BTreeSet<Key>) -> bool {
        let is_part = |project: &Project| keys.iter().any(|key| project.snapshot.source(key).is_some());
        let roots: Vec<Key> =
            self.projects.iter().filter(|(_, project)| is_part(project)).map(|(key, _)| key.clone()).collect();
        for root in roots {
            let Some(project) = self.projects.get_mut(&root) else { return false };
            let (mut edited, insight) = (std::mem::take(&mut project.edited), project.insight.take());
            let snapshot = Snapshot::of(&root, &self.documents, self.encoding, &mut edited);
            let is_same = |new: &Snapshot| project.snapshot.texts().eq(new.texts());
            let Some(snapshot) = snapshot.filter(is_same) else { return false };
            self.enter(root, snapshot, edited, insight);
        }
        true
    }

    fn check_all(&mut self) {
        let mut known = BTreeMap::new();
        let mut insights = BTreeMap::new();
        for (root, Project { edited, insight, .. }) in std::mem::take(&mut self.projects) {
            known.insert(root.clone(), edited);
            insights.insert(root, insight);
        }
        for (root, (snapshot, edited)) in roots::projects(&self.documents, &self.folders, self.encoding, known) {
            let insight = insights.remove(&root).flatten();
            self.enter(root, snapshot, edited, insight);
        }
    }

    fn enter(&mut self, root: Key, snapshot: Snapshot, edited: EditedTexts, insight: Option<Arc<Insight>>) {
        self.checks += 1;
        let (snapshot, check) = (Arc::new(snapshot), self.checks);
        self.analyst.look_at(Job { policy: root.clone(), check, snapshot: Arc::clone(&snapshot) });
        // What was measured in an older form is shown until the newer one is measured; a policy with errors has none.
        let insight = insight.filter(|_| snapshot.policy.is_some());
        self.projects.insert(root, Project { snapshot, edited, check, sifted: None, is_surveyed: false, insight });
    }

    /// Takes over what the background has found, unless the policy was checked again since.
    pub(super) fn take_over(&mut self, found: Found) {
        let project = self.projects.get_mut(&found.policy).filter(|project| project.check == found.check);
        let Some(project) = project else { return };
        match found.what {
            What::Findings(sifted) => {
                project.sifted = Some(sifted.unwrap_or_default());
                self.publish();
            }
            What::Insight(insight) => {
                project.is_surveyed = true;
                project.insight = insight.map(Arc::new);
            }
        }
        if self.abilities.lens_refresh {
            self.send(Outgoing::request::<lsp::CodeLensRefreshRequest>(self.next_request(), ()));
        }
    }

    /// Whether the background has looked at every policy.
    pub(super) fn is_settled(&self) -> bool {
        matches!(self.changed, Changed::Nothing) && self.projects.values().all(|project| project.sifted.is_some())
    }

    /// Whether it has also looked for what else is worth knowing.
    pub(super) fn is_surveyed(&self) -> bool {
        self.is_settled() && self.projects.values().all(|project| project.is_surveyed)
    }

    /// The number of the next request to the client.
    pub(super) fn next_request(&self) -> i64 {
        self.requests.set(self.requests.get() + 1);
        self.requests.get()
    }

    fn publish(&mut self) {
        let mut current = self.shown();
        for key in self.published.keys() {
            current.entry(key.clone()).or_default();
        }
        for (key, found) in current {
            let version = self.documents.get(&key).map(|document| document.version);
            let now = (version, found);
            if self.published.get(&key) == Some(&now) || self.keeps_its_findings(&key, &now.1) {
                continue;
            }
            if let Some(uri) = self.uri(&key) {
                let params = PublishDiagnosticsParams { uri, version, diagnostics: now.1.clone() };
                self.send(Outgoing::notification::<PublishDiagnosticsNotification>(params));
            }
            let is_over = now.1.is_empty() && self.projects.values().all(|one| one.snapshot.source(&key).is_none());
            if is_over {
                self.published.remove(&key);
            } else {
                self.published.insert(key, now);
            }
        }
    }

    /// Whether a text had no errors and has none, and is about to be looked at: what was found in it stays shown until
    /// then. The editor moves it along with what is typed.
    fn keeps_its_findings(&self, key: &Key, now: &[lsp::Diagnostic]) -> bool {
        let is_error = |one: &lsp::Diagnostic| one.severity == Some(lsp::DiagnosticSeverity::Error);
        let is_waited_for = |project: &Project| project.sifted.is_none() && project.snapshot.source(key).is_some();
        let had_no_errors = |(_, before): &(_, Vec<lsp::Diagnostic>)| !before.iter().any(is_error);
        now.is_empty()
            && self.projects.values().any(is_waited_for)
            && self.published.get(key).is_some_and(had_no_errors)
    }

    /// What is to be said about each text. What is wrong with a text that several policies use is said once.
    fn shown(&self) -> BTreeMap<Key, Vec<lsp::Diagnostic>> {
        let mut texts: BTreeMap<Key, Vec<lsp::Diagnostic>> = BTreeMap::new();
        for (root, project) in &self.projects {
            for key in project.snapshot.texts() {
                texts.entry(key.clone()).or_default();
            }
            let located = LocatedIn { state: self, snapshot: &project.snapshot };
            for found in project.found() {
                let key = found.span.and_then(|span| project.snapshot.key(span.source));
                let list = texts.entry(key.unwrap_or_else(|| root.clone())).or_default();
                let shown = diagnostics::shown(found, &located, &self.words);
                if !list.contains(&shown) {
                    list.push(shown);
                }
            }
            if let Some(faulty) = project.sifted.as_ref().and_then(|sifted| sifted.faulty.as_ref()) {
                let located = LocatedInSettings { faulty, encoding: self.encoding };
                let shown = faulty.diagnostics.iter().map(|one| diagnostics::shown(one, &located, &self.words));
                texts.insert(Key::of_path(&faulty.file), shown.collect());
            }
        }
        texts.values_mut().for_each(|list| list.sort_by_key(|one| (one.range.start, one.range.end)));
        texts
    }

    /// The address of a text, as the client writes it where the text is open.
    pub(super) fn uri(&self, key: &Key) -> Option<Uri> {
        self.documents.get(key).map(|document| document.uri.clone()).or_else(|| key.uri())
    }

    /// An open text.
    pub(super) fn document(&self, uri: &Uri) -> Option<&Document> {
        self.documents.get(&Key::of(uri))
    }

    /// An open text as it was read.
    pub(super) fn edited(&self, uri: &Uri) -> Option<&EditedText> {
        let key = Key::of(uri);
        self.document(uri)?;
        self.projects.values().find_map(|project| project.edited.get(key.as_str()))
    }

    /// The first policy that a text belongs to, and the number of the text in it.
    pub(super) fn project_of(&self, uri: &Uri) -> Option<(&Project, SourceId)> {
        let key = Key::of(uri);
        self.projects.values().find_map(|project| Some((project, project.snapshot.source(&key)?)))
    }

    /// A text as a part of each policy that it belongs to.
    pub(super) fn views(&self, uri: &Uri) -> Vec<View<'_>> {
        let key = Key::of(uri);
        self.projects.iter().filter_map(|(root, project)| view(root, project, &key)).collect()
    }

    /// A text as a part of the first policy that it belongs to.
    pub(super) fn view(&self, uri: &Uri) -> Option<View<'_>> {
        self.views(uri).into_iter().next()
    }

    /// A place of a policy, with the address of its text.
    pub(super) fn location(&self, snapshot: &Snapshot, span: Span) -> Option<lsp::Location> {
        let uri = self.uri(&snapshot.key(span.source)?)?;
        Some(lsp::Location { uri, range: snapshot.range(span)? })
    }

    /// Where a symbol is named, in one policy.
    pub(super) fn places(&self, snapshot: &Snapshot, symbol: SymbolId) -> Vec<(Occurrence, lsp::Location)> {
        let occurrences = snapshot.symbols().occurrences_of(symbol);
        occurrences.filter_map(|one| Some((*one, self.location(snapshot, one.span)?))).collect()
    }
}

fn view<'s>(root: &'s Key, project: &'s Project, key: &Key) -> Option<View<'s>> {
    let snapshot = project.snapshot.as_ref();
    let source = snapshot.source(key)?;
    let (text, lines) = snapshot.text(source)?;
    Some(View { root, snapshot, insight: project.insight.as_deref(), source, text, lines })
}

/// The texts of a policy.
pub(super) struct LocatedIn<'s> {
    pub(super) state: &'s State,
    pub(super) snapshot: &'s Snapshot,
}

impl Located for LocatedIn<'_> {
    fn uri(&self, source: SourceId) -> Option<Uri> {
        self.state.uri(&self.snapshot.key(source)?)
    }

    fn range(&self, span: Span) -> Option<Range> {
        self.snapshot.range(span)
    }
}

struct LocatedInSettings<'s> {
    faulty: &'s FaultySettings,
    encoding: Encoding,
}

impl Located for LocatedInSettings<'_> {
    fn uri(&self, _: SourceId) -> Option<Uri> {
        Key::of_path(&self.faulty.file).uri()
    }

    fn range(&self, span: Span) -> Option<Range> {
        let text = self.faulty.sources.get(span.source)?.text();
        Some(Lines::new(text, self.encoding).range(text, span.range()))
    }
}
