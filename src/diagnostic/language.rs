use serde::{Deserialize, Serialize};
use std::fmt;

/// A language that diagnostics speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// 中文。
    #[serde(rename = "zh")]
    Chinese,
}

impl Language {
    /// The language of a locale such as `zh_CN.UTF-8` or `en-GB`; English where there is no catalogue for it.
    #[must_use]
    pub fn from_locale(locale: &str) -> Self {
        let tag = locale.split(['-', '_', '.', '@']).next().unwrap_or_default();
        if ["zh", "cmn", "yue"].iter().any(|chinese| tag.eq_ignore_ascii_case(chinese)) {
            Self::Chinese
        } else {
            Self::English
        }
    }

    /// The tag of the language: `en` or `zh`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}
