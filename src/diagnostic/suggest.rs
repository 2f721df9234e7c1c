#[cfg(feature = "author")]
use super::look;

/// The candidate that `word` was probably meant to be.
///
/// Close enough means: at most a third of the characters differ (Damerau–Levenshtein distance, so that swapped
/// neighbours count once), and no other candidate is as close. A candidate that looks the same to the eye always wins.
/// The word itself is no candidate. Without the feature `author` nothing is suggested.
#[cfg(feature = "author")]
#[must_use]
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    const LONGEST: usize = 64;
    let length = word.chars().count();
    if !(2..=LONGEST).contains(&length) {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    let mut tied = false;
    let own_look = look(word);
    for candidate in candidates {
        if candidate != word && look(candidate) == own_look {
            return Some(candidate);
        }
        let allowed = (length.max(candidate.chars().count()) / 3).max(1);
        let distance = strsim::osa_distance(word, candidate);
        if distance == 0 || distance > allowed || candidate.chars().count() < 2 {
            continue;
        }
        match best {
            Some((least, known)) if distance == least && known != candidate => tied = true,
            Some((least, _)) if distance >= least => {}
            _ => {
                best = Some((distance, candidate));
                tied = false;
            }
        }
    }
    best.filter(|_| !tied).map(|(_, candidate)| candidate)
}

/// Nothing: without the feature `author` there are no suggestions.
#[cfg(not(feature = "author"))]
#[must_use]
pub fn nearest<'c>(_word: &str, _candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    None
}

#[cfg(all(test, feature = "author"))]
mod tests {
    use super::nearest;

    #[test]
    fn only_a_clear_neighbour_is_suggested() {
        assert_eq!(nearest("severty", ["severity", "measure"]), Some("severity"));
        assert_eq!(nearest("等及", ["等级", "制度"]), Some("等级"));
        assert_eq!(nearest("cat", ["car", "cut"]), None, "two are as close");
        assert_eq!(nearest("x", ["y"]), None);
        assert_eq!(nearest("sanction", ["sanction", "sanctions"]), Some("sanctions"));
    }
}
