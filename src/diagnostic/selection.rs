use super::{Code, Group, Language, Severity, nearest};

/// What a list of codes names: a code, codes that begin alike, or a group.
///
/// ```
/// use policyc::diagnostic::{Code, Selector};
///
/// for word in ["B0003", "b00", "B", "blank", "空白"] {
///     assert!(Selector::parse(word).unwrap().covers(Code::MissingInSource), "{word}");
/// }
/// assert_eq!(Selector::parse("blan").unwrap_err().suggestion, Some("blank"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector {
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Group(Group),
    /// The beginning of codes, in capitals.
    Beginning(String),
}

/// A word that names no code and no group.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{word}` names no code and no group")]
pub struct UnknownSelector {
    /// The word.
    pub word: String,
    /// What it was probably meant to be.
    pub suggestion: Option<&'static str>,
}

impl Selector {
    /// Reads a word: a code or the beginning of one in either case, or the name of a group in either language.
    ///
    /// # Errors
    /// It names no code and no group.
    pub fn parse(word: &str) -> Result<Self, UnknownSelector> {
        let names = |group: &Group| {
            [Language::English, Language::Chinese]
                .iter()
                .any(|language| group.name(*language).eq_ignore_ascii_case(word))
        };
        if let Some(group) = Group::ALL.into_iter().find(names) {
            return Ok(Self { kind: Kind::Group(group) });
        }
        let beginning = word.to_ascii_uppercase();
        let is_letter = Group::ALL.iter().any(|group| group.letter() == beginning);
        let begins_a_code = Code::ALL.iter().any(|code| code.as_str().starts_with(&beginning));
        if !word.is_empty() && (is_letter || begins_a_code) {
            return Ok(Self { kind: Kind::Beginning(beginning) });
        }
        let codes = Code::ALL.iter().map(|code| code.as_str());
        let groups =
            Group::ALL.iter().flat_map(|group| [Language::English, Language::Chinese].map(|one| group.name(one)));
        let near = |word: &str| nearest(word, codes.clone().chain(groups.clone()));
        let suggestion = near(word).or_else(|| near(&beginning));
        Err(UnknownSelector { word: word.to_owned(), suggestion })
    }

    /// Whether it names this code, alone or among others.
    #[must_use]
    pub fn covers(&self, code: Code) -> bool {
        match &self.kind {
            Kind::Group(group) => *group == code.group(),
            Kind::Beginning(beginning) => code.as_str().starts_with(beginning.as_str()),
        }
    }

    /// Whether it can name several codes.
    #[must_use]
    pub fn is_general(&self) -> bool {
        match &self.kind {
            Kind::Group(_) => true,
            Kind::Beginning(beginning) => Code::parse(beginning).is_none(),
        }
    }

    /// How closely it names what it covers: a group counts as its letter.
    fn closeness(&self) -> usize {
        match &self.kind {
            Kind::Group(_) => 1,
            Kind::Beginning(beginning) => beginning.len(),
        }
    }
}

/// Which findings are wanted. The word that names a code most closely decides; of two that are as close, the one that
/// ignores it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only these; all where empty.
    pub select: Vec<Selector>,
    /// Not these.
    pub ignore: Vec<Selector>,
}

impl Selection {
    /// Whether diagnostics of this code are wanted. An error always is: the policy cannot run.
    #[must_use]
    pub fn wants(&self, code: Code) -> bool {
        if code.severity() == Severity::Error {
            return true;
        }
        let closest = |list: &[Selector]| list.iter().filter(|one| one.covers(code)).map(Selector::closeness).max();
        let selected = if self.select.is_empty() { Some(0) } else { closest(&self.select) };
        selected.is_some_and(|selected| closest(&self.ignore).is_none_or(|ignored| selected > ignored))
    }
}

#[cfg(test)]
mod tests {
    use super::{Selection, Selector};
    use crate::diagnostic::{Code, Group, Language};

    fn selectors(words: &[&str]) -> Vec<Selector> {
        words.iter().map(|word| Selector::parse(word).unwrap()).collect()
    }

    fn wanted(select: &[&str], ignore: &[&str]) -> Vec<Code> {
        let selection = Selection { select: selectors(select), ignore: selectors(ignore) };
        let codes = [Code::UnknownName, Code::ClauseNotEncoded, Code::MissingInSource, Code::LookAlikeNames];
        codes.into_iter().filter(|code| selection.wants(*code)).collect()
    }

    #[test]
    fn errors_are_always_wanted() {
        assert_eq!(wanted(&["C"], &["E", "error", "E0301", "错误"]), [Code::UnknownName, Code::LookAlikeNames]);
    }

    #[test]
    fn the_closest_word_decides() {
        use Code::{ClauseNotEncoded as B1, LookAlikeNames as C1, MissingInSource as B3, UnknownName as E};
        assert_eq!(wanted(&[], &[]), [E, B1, B3, C1]);
        assert_eq!(wanted(&["blank"], &["B0001"]), [E, B3]);
        assert_eq!(wanted(&["B0001"], &["空白"]), [E, B1]);
        assert_eq!(wanted(&["B", "C"], &["B00"]), [E, C1]);
        assert_eq!(wanted(&["B0003"], &["b0003"]), [E]);
        assert_eq!(wanted(&["blank"], &["B"]), [E]);
        assert_eq!(wanted(&[], &["B"]), [E, C1]);
    }

    #[test]
    fn every_group_can_be_named_and_has_its_letter() {
        for group in Group::ALL {
            for word in [group.letter(), group.name(Language::English), group.name(Language::Chinese)] {
                assert!(Selector::parse(word).is_ok_and(|found| found.is_general()), "{word}");
            }
            let codes = Code::ALL.iter().filter(|code| code.group() == group);
            assert!(codes.clone().all(|code| code.as_str().starts_with(group.letter())), "{group:?}");
        }
        for code in Code::ALL {
            assert!(!Selector::parse(code.as_str()).unwrap().is_general(), "{code}");
        }
    }

    #[test]
    fn what_names_nothing_is_refused_with_what_was_meant() {
        let suggestion = |word: &str| Selector::parse(word).unwrap_err().suggestion;
        assert_eq!(suggestion(""), None);
        assert_eq!(suggestion("X9"), None);
        assert_eq!(suggestion("confusd"), Some("confused"));
        assert_eq!(suggestion("b00003"), Some("B0003"));
        assert_eq!(suggestion("空自"), Some("空白"));
    }
}
