//! What the server needs to know of the settings of a folder.

use crate::diagnostic::{Diagnostics, Language};
use crate::policy::Policy;
use crate::source::SourceMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// The settings that hold where a policy lies, such as `policyc.toml`.
pub trait Settings: fmt::Debug + Send + Sync {
    /// The language of messages in a folder, where the settings say.
    fn language(&self, folder: &Path) -> Option<Language>;

    /// What is to be reported of what was found in a policy. `path` is where the policy lies, if it is a file.
    fn sift(&self, path: Option<&Path>, found: Diagnostics, policy: Option<&Policy>, sources: &SourceMap) -> Sifted;
}

/// What is to be reported.
#[derive(Debug, Default)]
pub struct Sifted {
    /// What was found, without what the settings leave out.
    pub reported: Diagnostics,
    /// What is wrong with the settings themselves; nothing was left out then.
    pub faulty: Option<FaultySettings>,
}

/// Settings that cannot be used.
#[derive(Debug)]
pub struct FaultySettings {
    /// The file.
    pub file: PathBuf,
    /// What is wrong.
    pub diagnostics: Diagnostics,
    /// The text that the diagnostics point into.
    pub sources: SourceMap,
}

/// No settings: everything is reported.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoSettings;

impl Settings for NoSettings {
    fn language(&self, _: &Path) -> Option<Language> {
        None
    }

    fn sift(&self, _: Option<&Path>, found: Diagnostics, _: Option<&Policy>, _: &SourceMap) -> Sifted {
        Sifted { reported: found, faulty: None }
    }
}
