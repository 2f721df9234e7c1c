//! A baseline: the findings that were there when a set of policies took up the checks.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{SourceId, Span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The format that is written.
const FORMAT: u64 = 1;

/// What a finding is recognised by. It says in which clause it is, not on which line, so that lines may move.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BaselineKey {
    /// The file, from the folder of the baseline, with `/` between folders.
    pub file: String,
    /// The code.
    pub code: String,
    /// The clause; empty outside any.
    pub clause: String,
    /// [`Diagnostic::fingerprint`], in hexadecimal digits.
    pub fingerprint: String,
}

impl BaselineKey {
    /// The key of a finding in a file and a clause.
    #[must_use]
    pub fn new(found: &Diagnostic, file: String, clause: Option<&str>) -> Self {
        Self {
            file,
            code: found.code.to_string(),
            clause: clause.unwrap_or_default().to_owned(),
            fingerprint: format!("{:016x}", found.fingerprint()),
        }
    }
}

/// Findings that are not to be reported, each as often as it occurred.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    entries: BTreeMap<BaselineKey, Entry>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Entry {
    count: usize,
    /// For people who read the file; it takes no part in recognising anything.
    message: String,
}

/// A finding in the file.
#[derive(Serialize, Deserialize)]
struct Line {
    file: String,
    code: String,
    clause: String,
    count: usize,
    fingerprint: String,
    #[serde(default)]
    message: String,
}

#[derive(Serialize, Deserialize)]
struct File {
    format: u64,
    findings: Vec<Line>,
}

#[derive(Deserialize)]
struct Format {
    format: u64,
}

impl Baseline {
    /// Adds a finding. The message is for people who read the file.
    pub fn add(&mut self, key: BaselineKey, message: String) {
        let entry = self.entries.entry(key).or_insert(Entry { count: 0, message });
        entry.count += 1;
    }

    /// How many findings it lists.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.values().map(|entry| entry.count).sum()
    }

    /// Whether it lists none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Reads the text of a baseline; `file` is what messages call it.
    ///
    /// # Errors
    /// The text is no baseline, or a newer version wrote it.
    pub fn parse(source: SourceId, file: &str, text: &str) -> Result<Self, Box<Diagnostic>> {
        let refused = |span: Span, reason: &'static str| {
            let diagnostic = Diagnostic::new(Code::BaselineShape, span);
            Box::new(diagnostic.with("file", file).with("reason", reason))
        };
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        if serde_json::from_str::<Format>(text).is_ok_and(|found| found.format > FORMAT) {
            return Err(refused(Span::new(source, 0, 0), "newer"));
        }
        let read: File = serde_json::from_str(text).map_err(|error| refused(place(source, text, &error), "shape"))?;
        let mut baseline = Self::default();
        for Line { file, code, clause, count, fingerprint, message } in read.findings {
            let key = BaselineKey { file, code, clause, fingerprint };
            let entry = baseline.entries.entry(key).or_insert(Entry { count: 0, message });
            entry.count = entry.count.saturating_add(count);
        }
        Ok(baseline)
    }

    /// The text of the file: sorted, so that a new version differs only where something changed.
    #[must_use]
    pub fn to_json(&self) -> String {
        let line = |(key, entry): (&BaselineKey, &Entry)| {
            let BaselineKey { file, code, clause, fingerprint } = key.clone();
            Line { file, code, clause, count: entry.count, fingerprint, message: entry.message.clone() }
        };
        let file = File { format: FORMAT, findings: self.entries.iter().map(line).collect() };
        // Only maps with odd keys fail to serialise, and there are none.
        let json = serde_json::to_string_pretty(&file).unwrap_or_default();
        format!("{json}\n")
    }

    /// The findings that it knows, to be taken out of a check one by one.
    #[must_use]
    pub fn known(&self) -> Known<'_> {
        Known { left: self.entries.iter().map(|(key, entry)| (key, entry.count)).collect() }
    }
}

/// The findings of a baseline that a check has not come across yet.
#[derive(Clone, Debug)]
pub struct Known<'b> {
    left: BTreeMap<&'b BaselineKey, usize>,
}

impl Known<'_> {
    /// Whether a finding is known; each entry counts as often as it was found when the baseline was written.
    pub fn takes(&mut self, key: &BaselineKey) -> bool {
        match self.left.get_mut(key) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }

    /// One hint about all that no longer occurs in the files that were checked.
    #[must_use]
    pub fn stale(&self, baseline: &str, was_checked: impl Fn(&str) -> bool) -> Option<Diagnostic> {
        let left: Vec<(&BaselineKey, usize)> = self
            .left
            .iter()
            .filter(|(key, count)| **count > 0 && was_checked(&key.file))
            .map(|(key, count)| (*key, *count))
            .collect();
        let (first, _) = left.first()?;
        let place = match first.clause.as_str() {
            "" => first.file.clone(),
            clause => format!("{}, {clause}", first.file),
        };
        let count: usize = left.iter().map(|(_, count)| count).sum();
        let hint = Diagnostic::without_place(Code::StaleBaseline).with("file", baseline).with("count", count);
        Some(hint.with("code", first.code.as_str()).with("where", place))
    }
}

/// Where the reading of a text ended, to the end of that line.
fn place(source: SourceId, text: &str, error: &serde_json::Error) -> Span {
    let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let mut start = (before + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let rest = text.get(start..).unwrap_or_default();
    Span::new(source, start, start + rest.find('\n').unwrap_or(rest.len()))
}

#[cfg(test)]
mod tests {
    use super::{Baseline, BaselineKey};
    use crate::diagnostic::{Code, Diagnostic};
    use crate::source::{SourceId, Span};

    fn finding(at: usize, what: &str) -> Diagnostic {
        let finding = Diagnostic::new(Code::MissingInSource, Span::new(SourceId(0), at, at + 1));
        finding.with("clause", "3").with("what", what).with("count", at)
    }

    fn key(found: &Diagnostic) -> BaselineKey {
        BaselineKey::new(found, "a.policy".to_owned(), Some("3"))
    }

    fn baseline(findings: &[Diagnostic]) -> Baseline {
        let mut baseline = Baseline::default();
        for one in findings {
            baseline.add(key(one), format!("about {}", one.code));
        }
        Baseline::parse(SourceId(0), "b.json", &baseline.to_json()).unwrap()
    }

    #[test]
    fn findings_are_recognised_wherever_they_move_and_as_often_as_they_were_there() {
        let baseline = baseline(&[finding(5, "date"), finding(9, "date"), finding(1, "list")]);
        assert_eq!(baseline.len(), 3);
        let mut known = baseline.known();
        assert!(known.takes(&key(&finding(700, "date"))) && known.takes(&key(&finding(3, "date"))));
        assert!(!known.takes(&key(&finding(5, "date"))), "a third one is new");
        assert!(!known.takes(&key(&finding(1, "lists"))));
        let stale = known.stale("b.json", |file| file == "a.policy").unwrap();
        assert_eq!(stale.args.iter().find(|(name, _)| *name == "count").unwrap().1, 1_usize.into());
        assert_eq!(known.stale("b.json", |_| false), None);
    }

    #[test]
    fn the_file_is_sorted_and_stays_the_same() {
        let one = baseline(&[finding(5, "date"), finding(1, "list")]);
        let other = baseline(&[finding(7, "list"), finding(2, "date")]);
        assert_eq!(one.to_json(), other.to_json());
        assert!(one.to_json().contains("\"message\": \"about B0003\""));
    }

    /// The number stands in files that people keep: it must never change.
    #[test]
    fn fingerprints_are_pinned() {
        assert_eq!(key(&finding(5, "date")).fingerprint, "04b11116e09f53c3");
    }

    #[test]
    fn what_is_no_baseline_is_refused_at_its_place() {
        for (text, wanted) in [
            ("", (0, "shape")),
            ("[]", (1, "shape")),
            ("{\"format\": 1}", (12, "shape")),
            ("{\"format\": 2, \"findings\": {}}", (0, "newer")),
            ("{\"format\": 1, \"findings\": [\n{\"file\": \"制度\", \"code\": 3}]}", (55, "shape")),
            (
                "{\"format\": 1, \"findings\": [{\"file\": \"a\", \"code\": \"B\", \"clause\": \"\", \"fingerprint\": \"\", \"count\": -1}]}",
                (97, "shape"),
            ),
            ("制度", (0, "shape")),
        ] {
            let refused = Baseline::parse(SourceId(0), "b.json", text).unwrap_err();
            assert_eq!(refused.code, Code::BaselineShape);
            let reason = refused.args.iter().find(|(name, _)| *name == "reason").unwrap().1.clone();
            assert_eq!((refused.span.unwrap().start, reason), (wanted.0, wanted.1.into()), "{text}");
        }
    }
}
