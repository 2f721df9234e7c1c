//! `policyc lsp`.

use super::baseline;
use super::config::Config;
use super::settings::{Settings, Sieve};
use super::{Exit, system_language};
use crate::diagnostic::{Diagnostics, Language};
use crate::lsp::{self, Ending, FaultySettings, Sifted, Start};
use crate::policy::Policy;
use crate::source::SourceMap;
use clap::Args;
use std::io::{self, BufReader};
use std::path::Path;
use std::sync::Arc;

/// Arguments of `policyc lsp`.
#[derive(Debug, Args)]
pub(super) struct LspArguments {
    /// Speak over standard input and output, which is what it always does; some editors say so
    #[arg(long)]
    stdio: bool,
}

pub(super) fn run(_: &LspArguments, language: Option<Language>, no_config: bool) -> io::Result<Exit> {
    let settings: Arc<dyn lsp::Settings> = if no_config { Arc::new(lsp::NoSettings) } else { Arc::new(OfFolders) };
    let start = Start { language, fallback: system_language(), settings };
    // Locked input cannot go to another thread; the reader there is the only one.
    let ending = lsp::serve(BufReader::new(io::stdin()), io::stdout(), &start)?;
    Ok(match ending {
        Ending::Orderly => Exit::Fine,
        Ending::Abandoned => Exit::Findings,
    })
}

/// The settings in `policyc.toml`, read again each time: they may have been edited.
#[derive(Debug)]
struct OfFolders;

impl lsp::Settings for OfFolders {
    fn language(&self, folder: &Path) -> Option<Language> {
        Config::around(&[folder.to_path_buf()]).ok().flatten()?.lang.map(Language::from)
    }

    fn sift(&self, path: Option<&Path>, found: Diagnostics, policy: Option<&Policy>, sources: &SourceMap) -> Sifted {
        let Some(path) = path else { return Sifted { reported: found, faulty: None } };
        let config = match Config::around(&[path.to_path_buf()]) {
            Ok(config) => config,
            Err(faulty) => {
                let faulty =
                    FaultySettings { file: faulty.file, diagnostics: faulty.diagnostics, sources: faulty.sources };
                return Sifted { reported: found, faulty: Some(faulty) };
            }
        };
        let settings = Settings::configured(config.as_ref());
        match settings.baseline.as_deref().map(baseline::read).transpose() {
            Ok(baseline) => {
                let mut known = baseline.as_ref().map(|baseline| baseline.entries.known());
                let sieve = Sieve { settings: &settings, baseline: baseline.as_ref() };
                let policies: Vec<&Policy> = policy.into_iter().collect();
                Sifted { reported: sieve.sift(found, &policies, sources, known.as_mut()), faulty: None }
            }
            Err(refused) => {
                let file = settings.baseline.clone().unwrap_or_default();
                let faulty = FaultySettings { file, diagnostics: refused.diagnostics, sources: refused.sources };
                Sifted { reported: found, faulty: Some(faulty) }
            }
        }
    }
}
