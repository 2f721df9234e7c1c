//! A policy with the files that it uses: one row of declarations, articles and tests from several texts.
//!
//! This reads trees and looks up no name. What a used file declares stands before what uses it, each file is read once
//! however many use it, and every fault is reported in the file it is in.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Safety, nearest};
use crate::source::limits::{MAX_POLICY_BYTES, MAX_USE_DEPTH, MAX_USE_LINES, MAX_USED_FILES};
use crate::source::{Folder, FolderError, Home, SourceId, SourceMap, Span};
use crate::syntax::ast::{Item, UseDecl};
use crate::syntax::{EditedTexts, Parsed, parse};
use std::collections::BTreeSet;

/// So many files that are not found get a suggestion; looking for one takes time.
const MOST_SUGGESTIONS: usize = 20;

/// A policy with all that it uses.
#[derive(Debug, Default)]
pub(crate) struct Loaded {
    /// What the files say, `use` lines left out: those of a used file before those of the file that uses it.
    pub(crate) items: Vec<Item>,
    /// Faults of the texts and of their `use` lines.
    pub(crate) diagnostics: Diagnostics,
    /// The words of pieces that could not be read, as in [`Parsed`].
    pub(crate) unread_words: BTreeSet<String>,
    /// Whether everything that the files declare is in `items`, or in pieces whose words are known.
    pub(crate) completeness: Completeness,
    /// The files that are used, directly or not, in the order in which they were read.
    pub(crate) used: Vec<SourceId>,
}

/// Whether all declarations of a policy are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Completeness {
    /// They are.
    #[default]
    Whole,
    /// A file could not be read, or a part of it was left out: any name may be declared there.
    Partial,
}

/// Reads a policy and the files that it uses, directly or not. Without a home there is no folder to look in, and each
/// `use` line is an error.
///
/// The texts of used files are added to `sources`. Where `edited` knows an older form of a text, only what has changed
/// is read again.
pub(crate) fn load(
    sources: &mut SourceMap,
    root: SourceId,
    home: Option<Home<'_>>,
    edited: Option<&mut EditedTexts>,
) -> Loaded {
    Loader { edited, ..Loader::new(sources, home) }.load(root)
}

struct Loader<'a> {
    sources: &'a mut SourceMap,
    home: Option<Home<'a>>,
    edited: Option<&'a mut EditedTexts>,
    /// The files from the policy to the one at hand, each with the next one in a `use` line.
    open: Vec<String>,
    /// The files that have been taken in, by their one name.
    known: BTreeSet<String>,
    /// The bytes of all of them.
    size: usize,
    /// How many `use` lines were followed.
    lines: usize,
    /// How many files were not found.
    missing: usize,
    loaded: Loaded,
}

impl<'a> Loader<'a> {
    fn new(sources: &'a mut SourceMap, home: Option<Home<'a>>) -> Self {
        let (open, known, loaded) = (Vec::new(), BTreeSet::new(), Loaded::default());
        Self { sources, home, edited: None, open, known, size: 0, lines: 0, missing: 0, loaded }
    }

    fn load(mut self, root: SourceId) -> Loaded {
        let name = self.home.map_or_else(String::new, |home| home.name.to_owned());
        self.size += self.sources.get(root).map_or(0, |source| source.text().len());
        self.known.insert(name.clone());
        self.take_in(root, name);
        self.loaded.diagnostics.sort();
        self.loaded
    }

    /// Takes in a file that is known by now, after those that it uses. How deep this goes is limited by
    /// [`MAX_USE_DEPTH`].
    fn take_in(&mut self, source: SourceId, name: String) {
        let (shown, text) = self.sources.get(source).map_or(("", ""), |source| (source.name(), source.text()));
        let Parsed { ast, diagnostics, unread_words } = match &mut self.edited {
            Some(edited) => edited.take(shown, source, text).parsed(),
            None => parse(source, text),
        };
        if ast.items.is_empty() && diagnostics.has_errors() {
            self.loaded.completeness = Completeness::Partial;
        }
        let at_fault: Vec<Span> = diagnostics.iter().filter_map(|fault| fault.span).collect();
        self.loaded.diagnostics.extend(diagnostics);
        self.loaded.unread_words.extend(unread_words);
        self.open.push(name);
        let mut items = Vec::with_capacity(ast.items.len());
        for item in ast.items {
            match item {
                // A path that could not be read well was reported already.
                Item::Use(decl) if holds_one_of(decl.path.place.0, &at_fault) => {
                    self.loaded.completeness = Completeness::Partial;
                }
                Item::Use(decl) => self.follow(&decl),
                other => items.push(other),
            }
        }
        self.open.pop();
        if !self.open.is_empty() {
            items = self.shared(items);
        }
        self.loaded.items.append(&mut items);
    }

    /// Takes in the file of a `use` line, unless it is known.
    fn follow(&mut self, decl: &UseDecl) {
        self.lines += 1;
        if self.lines > MAX_USE_LINES + 1 {
            return;
        }
        if let Err(diagnostic) = self.try_follow(decl) {
            // Of a circle, every file is known all the same.
            if diagnostic.code != Code::UseCycle {
                self.loaded.completeness = Completeness::Partial;
            }
            self.loaded.diagnostics.push(*diagnostic);
        }
    }

    fn try_follow(&mut self, decl: &UseDecl) -> Result<(), Box<Diagnostic>> {
        let (path, span) = (decl.path.value.as_str(), decl.path.place.0);
        let too_many = |reason, limit: usize| {
            Box::new(Diagnostic::new(Code::UseTooMany, span).with("reason", reason).with("limit", limit))
        };
        if self.lines > MAX_USE_LINES {
            return Err(too_many("lines", MAX_USE_LINES));
        }
        let user = self.open.last().map_or("", String::as_str);
        let home = folder_of(self.open.first().map_or("", String::as_str));
        let wanted = path_from_root(user, path, home).map_err(|refusal| refusal.diagnostic(path, span))?;
        let not_found = |reason| Diagnostic::new(Code::UseNotFound, span).with("path", path).with("reason", reason);
        let Some(Home { folder, .. }) = self.home else { return Err(Box::new(not_found("no-folder"))) };
        let name = folder.find(&wanted).map_err(|error| match error {
            FolderError::NotFound => {
                self.missing += 1;
                let meant = if self.missing > MOST_SUGGESTIONS { None } else { meant(folder, path, &wanted) };
                let diagnostic = not_found("not-found").with("file", folder.shown(&wanted));
                Box::new(match meant {
                    Some(meant) => {
                        let fix = format!("\"{meant}\"");
                        diagnostic.with("suggestion", meant).help("suggest").fix(Safety::Unsafe, span, fix)
                    }
                    None => diagnostic,
                })
            }
            error => refused(error, path, span),
        })?;
        if !is_inside(&name, home) {
            return Err(refused(FolderError::Outside, path, span));
        }
        if self.open.contains(&name) {
            let circle = self.open.iter().skip_while(|open| **open != name).chain([&name]);
            let circle: Vec<String> = circle.map(|name| folder.shown(name)).collect();
            return Err(Box::new(Diagnostic::new(Code::UseCycle, span).with("circle", circle.join(" → "))));
        }
        if self.known.contains(&name) {
            return Ok(());
        }
        if self.known.len() > MAX_USED_FILES {
            return Err(too_many("files", MAX_USED_FILES));
        }
        if self.open.len() > MAX_USE_DEPTH {
            return Err(too_many("depth", MAX_USE_DEPTH));
        }
        let text = folder.read(&name).map_err(|error| refused(error, path, span))?;
        if self.size.saturating_add(text.len()) > MAX_POLICY_BYTES {
            return Err(too_many("size", MAX_POLICY_BYTES));
        }
        self.size += text.len();
        self.known.insert(name.clone());
        let source = self.sources.add_once(folder.shown(&name), text);
        self.loaded.used.push(source);
        self.take_in(source, name);
        Ok(())
    }

    /// What may stand in a used file. Of each kind of what may not, the first is reported.
    fn shared(&mut self, items: Vec<Item>) -> Vec<Item> {
        let mut reported: BTreeSet<&'static str> = BTreeSet::new();
        let mut kept = Vec::with_capacity(items.len());
        for item in items {
            let Some(kind) = not_shared(&item) else {
                kept.push(item);
                continue;
            };
            if matches!(item, Item::Article(_) | Item::Statement(_)) {
                // Its duties, procedures and clauses may be mentioned elsewhere.
                self.loaded.completeness = Completeness::Partial;
            }
            if reported.insert(kind) {
                self.loaded.diagnostics.push(Diagnostic::new(Code::UseForbidden, head(&item)).with("kind", kind));
            }
        }
        kept
    }
}

/// The kind of what belongs to one policy and cannot be shared; `None` for a declaration.
fn not_shared(item: &Item) -> Option<&'static str> {
    match item {
        Item::Policy(_) => Some("policy"),
        Item::Outline(_) => Some("outline"),
        Item::Article(_) => Some("article"),
        Item::Test(_) => Some("test"),
        Item::Statement(_) => Some("statement"),
        Item::Use(_)
        | Item::Allow(_)
        | Item::Scale(_)
        | Item::Enum(_)
        | Item::Body(_)
        | Item::Role(_)
        | Item::Record(_)
        | Item::Fact(_)
        | Item::Judgement(_)
        | Item::Param(_)
        | Item::Reading(_)
        | Item::Define(_)
        | Item::Assume(_)
        | Item::Outcome(_) => None,
    }
}

/// Where to point for a whole item: its name or number, where it has one.
fn head(item: &Item) -> Span {
    match item {
        Item::Policy(decl) => decl.name.span(),
        Item::Article(article) => article.head.0,
        Item::Test(test) => test.name.place.0,
        other => other.span(),
    }
}

/// Whether a place holds one of these, which are sorted.
fn holds_one_of(place: Span, sorted: &[Span]) -> bool {
    let first = sorted.get(sorted.partition_point(|span| span.start < place.start));
    first.is_some_and(|span| span.end <= place.end)
}

/// Why a path is refused before anything is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refusal {
    /// There is no path.
    Empty,
    /// Its parts are parted by `\`, which only some systems understand.
    Backslash,
    /// It does not begin at the file that uses it.
    Absolute,
    /// It climbs out of the folder tree.
    Climbs,
}

impl Refusal {
    fn diagnostic(self, path: &str, span: Span) -> Box<Diagnostic> {
        let (code, reason) = match self {
            Self::Empty => (Code::UseNotFound, "empty"),
            Self::Backslash => (Code::UseNotFound, "backslash"),
            Self::Absolute => (Code::UseOutside, "absolute"),
            Self::Climbs => (Code::UseOutside, "climbs"),
        };
        let diagnostic = Diagnostic::new(code, span).with("path", path).with("reason", reason);
        Box::new(match self {
            Self::Backslash => {
                let meant = path.replace('\\', "/");
                let fix = format!("\"{meant}\"");
                diagnostic.with("suggestion", meant).help("suggest").fix(Safety::Unsafe, span, fix)
            }
            Self::Empty | Self::Absolute | Self::Climbs => diagnostic,
        })
    }
}

/// The folder part of a name; empty for the root of the tree.
fn folder_of(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Whether a name lies in a folder, at any depth.
fn is_inside(name: &str, folder: &str) -> bool {
    folder.is_empty() || name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// The path from the root of the tree to what `path` names in the file `user`: without `.` and `..`, which mean the
/// folders as they are written, whatever links there are. It stays inside the folder `home`.
fn path_from_root(user: &str, path: &str, home: &str) -> Result<String, Refusal> {
    let has_drive = path.as_bytes().get(1) == Some(&b':') && path.starts_with(|c: char| c.is_ascii_alphabetic());
    if path.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if path.starts_with(['/', '\\']) || has_drive {
        return Err(Refusal::Absolute);
    }
    if path.contains('\\') {
        return Err(Refusal::Backslash);
    }
    let floor = home.split('/').filter(|part| !part.is_empty()).count();
    let mut parts: Vec<&str> = folder_of(user).split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.len() <= floor => return Err(Refusal::Climbs),
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    Ok(parts.join("/"))
}

/// The path as it was written, with the file name that was probably meant.
fn meant(folder: &dyn Folder, path: &str, wanted: &str) -> Option<String> {
    let file_name = |path: &str| path.rsplit_once('/').map_or(0, |(folder, _)| folder.len() + 1);
    let beside = folder.policies_in(folder_of(wanted));
    let meant = nearest(wanted, beside.iter().map(String::as_str))?;
    Some(format!("{}{}", path.get(..file_name(path))?, meant.get(file_name(meant)..)?))
}

/// The complaint about a file that is refused by its folder, at the `use` line.
fn refused(error: FolderError, path: &str, span: Span) -> Box<Diagnostic> {
    match error {
        FolderError::NotFound => Box::new(
            Diagnostic::new(Code::UseNotFound, span).with("path", path).with("reason", "not-found").with("file", path),
        ),
        FolderError::Outside => {
            Box::new(Diagnostic::new(Code::UseOutside, span).with("path", path).with("reason", "link"))
        }
        FolderError::Unreadable(diagnostic) => Box::new(Diagnostic { span: Some(span), ..*diagnostic }),
    }
}

#[cfg(test)]
mod tests;
