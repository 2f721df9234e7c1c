//! What is reported, and how: the command line goes before `policyc.toml`.

use super::Exit;
use super::baseline::BaselineFile;
use super::check::{CheckArguments, FormatChoice, SeverityChoice};
use super::config::Config;
use super::console::Console;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Group, Selection, Selector, Severity, UnknownSelector};
use crate::lint::Known;
use crate::policy::Policy;
use crate::source::SourceMap;
use std::path::{Path, PathBuf};

/// The settings of a check.
pub(super) struct Settings<'c> {
    selection: Selection,
    config: Option<&'c Config>,
    least: Severity,
    pub(super) format: FormatChoice,
    pub(super) baseline: Option<PathBuf>,
}

/// A word of the command line that names no code.
pub(super) struct Refused(UnknownSelector);

impl Refused {
    pub(super) fn text(&self, console: &Console) -> String {
        let text = console.text("unknown-selector", &[("word", self.0.word.as_str().into())]);
        match self.0.suggestion {
            Some(suggestion) => format!("{text} ({suggestion}?)"),
            None => text,
        }
    }
}

impl<'c> Settings<'c> {
    /// What the arguments say, and where they say nothing the settings file. `--select` sets aside both lists of the
    /// file: who asks for a code wants to see it.
    pub(super) fn new(arguments: &CheckArguments, config: Option<&'c Config>) -> Result<Self, Refused> {
        let read = |words: &[String]| -> Result<Option<Vec<Selector>>, Refused> {
            let selectors: Result<Vec<_>, _> = words.iter().map(|word| Selector::parse(word)).collect();
            selectors.map(|list| (!list.is_empty()).then_some(list)).map_err(Refused)
        };
        let (select, ignore) = (read(&arguments.select)?, read(&arguments.ignore)?);
        let configured = |list: fn(&Config) -> &Option<Vec<Selector>>| config.and_then(|config| list(config).clone());
        let is_asked_for = select.is_some();
        let selection = Selection {
            select: select.or_else(|| configured(|config| &config.select)).unwrap_or_default(),
            ignore: ignore
                .or_else(|| configured(|config| &config.ignore).filter(|_| !is_asked_for))
                .unwrap_or_default(),
        };
        let least = arguments.fail_on.or(config.and_then(|config| config.fail_on)).unwrap_or(SeverityChoice::Warning);
        let configured = config.and_then(|config| config.baseline.clone());
        let baseline = arguments.baseline.clone().or(configured).filter(|_| arguments.write_baseline.is_none());
        let format = arguments.format.or(config.and_then(|config| config.format)).unwrap_or_default();
        Ok(Self { selection, config, least: least.into(), format, baseline })
    }

    /// What the settings file says alone.
    pub(super) fn configured(config: Option<&'c Config>) -> Self {
        let list = |list: fn(&Config) -> &Option<Vec<Selector>>| config.and_then(|config| list(config).clone());
        let selection = Selection {
            select: list(|config| &config.select).unwrap_or_default(),
            ignore: list(|config| &config.ignore).unwrap_or_default(),
        };
        let least = config.and_then(|config| config.fail_on).unwrap_or(SeverityChoice::Warning).into();
        let format = config.and_then(|config| config.format).unwrap_or_default();
        Self { selection, config, least, format, baseline: config.and_then(|config| config.baseline.clone()) }
    }

    /// Whether diagnostics of a code are wanted in a file.
    pub(super) fn wants(&self, code: Code, file: Option<&str>) -> bool {
        let is_ignored = |config: &Config| file.is_some_and(|file| config.ignores(Path::new(file), code));
        self.selection.wants(code) && !self.config.is_some_and(is_ignored)
    }

    /// How the command ends with what is reported. A question that was not answered is no finding, but never fine.
    pub(super) fn exit(&self, reported: &Diagnostics) -> Exit {
        let is_open = |found: &Diagnostic| found.code.group() == Group::Undecided;
        if reported.iter().any(|found| found.severity() >= self.least && !is_open(found)) {
            Exit::Findings
        } else if reported.iter().any(is_open) {
            Exit::NotDecided
        } else {
            Exit::Fine
        }
    }
}

/// What lets through only what is to be reported.
pub(super) struct Sieve<'a> {
    pub(super) settings: &'a Settings<'a>,
    pub(super) baseline: Option<&'a BaselineFile>,
}

impl Sieve<'_> {
    /// What is to be reported: neither known from the baseline nor left out by the settings.
    pub(super) fn sift(
        &self,
        found: Diagnostics,
        policies: &[&Policy],
        sources: &SourceMap,
        mut known: Option<&mut Known<'_>>,
    ) -> Diagnostics {
        let is_wanted = |one: &crate::diagnostic::Diagnostic| {
            let file = one.span.and_then(|span| sources.get(span.source)).map(crate::source::Source::name);
            let is_known = match (self.baseline, known.as_deref_mut()) {
                (Some(baseline), Some(known)) if one.severity() < Severity::Error => {
                    file.is_some_and(|file| known.takes(&baseline.key(one, file, policies)))
                }
                _ => false,
            };
            !is_known && self.settings.wants(one.code, file)
        };
        found.into_iter().filter(is_wanted).collect()
    }
}
