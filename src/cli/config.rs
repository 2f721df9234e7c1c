//! `policyc.toml`: the settings of a folder and all that lies in it.

use super::check::{FormatChoice, SeverityChoice};
use super::{LanguageChoice, paths};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Selection, Selector, nearest};
use crate::source::{SourceId, SourceMap, Span, read_text};
use clap::ValueEnum;
use globset::{GlobBuilder, GlobMatcher};
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

const FILE_NAME: &str = "policyc.toml";
const SETTINGS: [&str; 7] = ["select", "ignore", "fail-on", "lang", "format", "baseline", "per-file-ignores"];

/// What a settings file says; `None` where it says nothing.
#[derive(Debug, Default)]
pub(super) struct Config {
    pub(super) select: Option<Vec<Selector>>,
    pub(super) ignore: Option<Vec<Selector>>,
    pub(super) fail_on: Option<SeverityChoice>,
    pub(super) lang: Option<LanguageChoice>,
    pub(super) format: Option<FormatChoice>,
    /// From the root.
    pub(super) baseline: Option<PathBuf>,
    per_file: Vec<PerFile>,
    /// The file itself, from the root.
    pub(super) file: PathBuf,
}

/// A line of `per-file-ignores`.
#[derive(Debug)]
struct PerFile {
    pattern: GlobMatcher,
    /// A pattern without `/` is about the name of a file, in whatever folder.
    is_name: bool,
    ignored: Selection,
}

/// Settings that cannot be used, and the text that the diagnostics point into.
pub(super) struct Faulty {
    pub(super) diagnostics: Diagnostics,
    pub(super) sources: SourceMap,
    /// The file, from the root.
    pub(super) file: PathBuf,
}

impl Config {
    /// The settings for paths: those of the folder that all of them lie in, or of the nearest one above it. The search
    /// goes no higher than the repository.
    pub(super) fn around(paths: &[PathBuf]) -> Result<Option<Self>, Box<Faulty>> {
        let start = paths::common_folder(paths);
        for folder in start.ancestors() {
            let file = folder.join(FILE_NAME);
            // A broken link is a settings file that cannot be read, not one that is absent.
            if file.symlink_metadata().is_ok() {
                return Self::read(&file).map(Some);
            }
            if folder.join(".git").symlink_metadata().is_ok() {
                break;
            }
        }
        Ok(None)
    }

    fn read(file: &Path) -> Result<Self, Box<Faulty>> {
        let shown = paths::relative(file, &paths::absolute(Path::new(".")));
        let faulty = |diagnostics, sources| Box::new(Faulty { diagnostics, sources, file: file.to_path_buf() });
        let text = read_text(file)
            .map_err(|error| faulty(Diagnostics::from_iter([error.of(shown.clone()).into()]), SourceMap::default()))?;
        let folder = file.parent().unwrap_or(Path::new(""));
        Self::parse(&text, folder, file).map_err(|diagnostics| faulty(diagnostics, SourceMap::single(shown, text)))
    }

    fn parse(text: &str, folder: &Path, file: &Path) -> Result<Self, Diagnostics> {
        let (table, errors) = DeTable::parse_recoverable(text);
        // Of several faults of the syntax the first is the cause.
        if let Some(error) = errors.first() {
            let span = error.span().unwrap_or_default();
            let reason = if error.message() == "duplicate key" { "twice" } else { "syntax" };
            let diagnostic = Diagnostic::new(Code::SettingsSyntax, place(text, span)).with("reason", reason);
            return Err(Diagnostics::from_iter([diagnostic]));
        }
        let mut reader = Reader { text, problems: Diagnostics::new() };
        let mut config = Self { file: file.to_path_buf(), ..Self::default() };
        for (key, value) in table.get_ref() {
            match key.get_ref().as_ref() {
                name @ "select" => config.select = reader.selectors(name, value),
                name @ "ignore" => config.ignore = reader.selectors(name, value),
                name @ "fail-on" => config.fail_on = reader.choice(name, value),
                name @ "lang" => config.lang = reader.choice(name, value),
                name @ "format" => config.format = reader.choice(name, value),
                name @ "baseline" => config.baseline = reader.text(name, value).map(|path| folder.join(path)),
                name @ "per-file-ignores" => config.per_file = reader.per_file(name, value),
                unknown => reader.unknown(unknown, key.span()),
            }
        }
        reader.problems.sort();
        if reader.problems.is_empty() { Ok(config) } else { Err(reader.problems) }
    }

    /// Whether findings of a code are left out in a file.
    pub(super) fn ignores(&self, file: &Path, code: Code) -> bool {
        if self.per_file.is_empty() {
            return false;
        }
        let file = paths::absolute(file);
        let inside = self.file.parent().and_then(|folder| file.strip_prefix(folder).ok());
        let is_meant = |one: &PerFile| match (one.is_name, file.file_name(), inside) {
            (true, Some(name), Some(_)) => one.pattern.is_match(name),
            (false, _, Some(inside)) => one.pattern.is_match(inside),
            _ => false,
        };
        self.per_file.iter().any(|one| !one.ignored.wants(code) && is_meant(one))
    }
}

/// Reads values, and collects what is wrong with them.
struct Reader<'t> {
    text: &'t str,
    problems: Diagnostics,
}

impl Reader<'_> {
    fn unknown(&mut self, key: &str, span: std::ops::Range<usize>) {
        let diagnostic = Diagnostic::new(Code::UnknownSetting, place(self.text, span));
        let diagnostic = diagnostic.with("key", key).with("known", SETTINGS.join(", "));
        self.problems.push(suggest(diagnostic, nearest(key, SETTINGS)));
    }

    fn wrong(&self, value: &Spanned<DeValue<'_>>, key: &str, reason: &'static str) -> Diagnostic {
        let diagnostic = Diagnostic::new(Code::SettingValue, place(self.text, value.span()));
        diagnostic.with("key", key).with("reason", reason)
    }

    fn text(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let found = value.get_ref().as_str().filter(|text| !text.is_empty());
        if found.is_none() {
            let problem = self.wrong(value, key, "text");
            self.problems.push(problem);
        }
        found.map(str::to_owned)
    }

    fn choice<T: ValueEnum>(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<T> {
        let text = self.text(key, value)?;
        let found = T::from_str(&text, false).ok();
        if found.is_none() {
            let variants = T::value_variants().iter().filter_map(ValueEnum::to_possible_value);
            let names: Vec<String> = variants.map(|variant| variant.get_name().to_owned()).collect();
            let problem = self.wrong(value, key, "choice").with("found", text.as_str());
            let problem = problem.with("choices", names.join(", "));
            self.problems.push(suggest(problem, nearest(&text, names.iter().map(String::as_str))));
        }
        found
    }

    fn selectors(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Vec<Selector>> {
        let Some(list) = value.get_ref().as_array() else {
            let problem = self.wrong(value, key, "list");
            self.problems.push(problem);
            return None;
        };
        let mut selectors = Vec::new();
        for entry in list {
            let Some(word) = entry.get_ref().as_str() else {
                let problem = self.wrong(entry, key, "list");
                self.problems.push(problem);
                continue;
            };
            match Selector::parse(word) {
                Ok(selector) => selectors.push(selector),
                Err(unknown) => {
                    let problem = self.wrong(entry, key, "code").with("found", word);
                    self.problems.push(suggest(problem, unknown.suggestion));
                }
            }
        }
        Some(selectors)
    }

    fn per_file(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Vec<PerFile> {
        let Some(table) = value.get_ref().as_table() else {
            let problem = self.wrong(value, key, "table");
            self.problems.push(problem);
            return Vec::new();
        };
        let mut found = Vec::new();
        for (pattern, value) in table {
            let ignore = self.selectors(pattern.get_ref(), value);
            match glob(pattern.get_ref()) {
                Some((pattern, is_name)) => found.extend(ignore.map(|ignore| {
                    let ignored = Selection { select: Vec::new(), ignore };
                    PerFile { pattern, is_name, ignored }
                })),
                None => {
                    let problem = Diagnostic::new(Code::SettingValue, place(self.text, pattern.span()));
                    let problem =
                        problem.with("key", key).with("reason", "glob").with("found", pattern.get_ref().as_ref());
                    self.problems.push(problem);
                }
            }
        }
        found
    }
}

/// A pattern, and whether it is about names only. A folder means all that lies in it.
fn glob(pattern: &str) -> Option<(GlobMatcher, bool)> {
    let whole = if pattern.ends_with('/') { format!("{pattern}**") } else { pattern.to_owned() };
    let from_folder = whole.strip_prefix("./").or_else(|| whole.strip_prefix('/')).unwrap_or(&whole);
    if from_folder.is_empty() {
        return None;
    }
    let glob = GlobBuilder::new(from_folder).literal_separator(true).backslash_escape(true).build().ok()?;
    Some((glob.compile_matcher(), !whole.contains('/')))
}

fn suggest(diagnostic: Diagnostic, suggestion: Option<&str>) -> Diagnostic {
    match suggestion {
        Some(suggestion) => diagnostic.with("suggestion", suggestion).help("suggest"),
        None => diagnostic,
    }
}

/// A place of the settings; the diagnostics are shown with that text alone.
fn place(text: &str, range: std::ops::Range<usize>) -> Span {
    let clamp = |at: usize| crate::source::floor_boundary(text, at.min(text.len()));
    Span::new(SourceId::default(), clamp(range.start), clamp(range.end))
}
