//! Coverage as one page: the text of the policy, coloured. It needs nothing from elsewhere and runs no script.

use super::report::{ConditionCoverage, Coverage, Goal, Measure};
use crate::diagnostic::{Arg, Catalogue, visible};
use crate::source::{Source, SourceId, SourceMap, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// How well something is covered, the worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shade {
    Impossible,
    Full,
    Part,
    None,
}

impl Shade {
    fn of(goals: &[Goal]) -> Self {
        let covered = goals.iter().filter(|goal| goal.is_covered()).count();
        let missing = goals.iter().filter(|goal| goal.is_missing()).count();
        match (covered, missing) {
            (0, 0) => Self::Impossible,
            (_, 0) => Self::Full,
            (0, _) => Self::None,
            _ => Self::Part,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Part => "part",
            Self::None => "none",
            Self::Impossible => "impossible",
        }
    }
}

/// A coloured piece of a text.
struct Piece {
    span: Span,
    shade: Shade,
    title: String,
}

const STYLE: &str = "body{font-family:system-ui,sans-serif;margin:2rem;color:#222;background:#fff}\
table{border-collapse:collapse}td,th{padding:.2rem .8rem;text-align:left;border-bottom:1px solid #ddd}\
pre{font-family:ui-monospace,monospace;line-height:1.5;white-space:pre-wrap}\
.n{display:inline-block;width:4em;padding-right:.6em;margin-right:.6em;text-align:right;color:#666;user-select:none}\
.full{background:#c9f2cf}.part{background:#fff0b3}.none{background:#ffc9c9}.impossible{background:#e4e4e4}";

/// The coverage of one or more policies as one page.
#[must_use]
pub fn coverage_html(reports: &[(&str, &Coverage)], sources: &SourceMap, catalogue: &Catalogue) -> String {
    let mut page = Page { text: String::new(), catalogue };
    let lang = catalogue.language().tag();
    let title = reports.iter().map(|(name, _)| page.words("coverage-of", &[("file", (*name).into())]));
    let title = escaped(&title.collect::<Vec<_>>().join(", "));
    let _ = write!(
        page.text,
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n"
    );
    for (name, coverage) in reports {
        page.report(name, coverage, sources);
    }
    page.text.push_str("</body>\n</html>\n");
    page.text
}

struct Page<'c> {
    text: String,
    catalogue: &'c Catalogue,
}

impl Page<'_> {
    fn words(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }

    fn report(&mut self, name: &str, coverage: &Coverage, sources: &SourceMap) {
        let heading = escaped(&self.words("coverage-of", &[("file", name.into())]));
        let tests = escaped(&self.words("coverage-tests", &[("tests", coverage.tests.into())]));
        let _ = writeln!(self.text, "<h1>{heading}</h1>\n<p>{tests}</p>\n<table>");
        for measure in Measure::ALL {
            let tally = coverage.tally(measure);
            let what = escaped(&self.words(measure.words(), &[]));
            let args = [("covered", tally.covered.into()), ("of", tally.of.into())];
            let figure = escaped(&self.words("coverage-figure", &args));
            let percent = percent(tally.basis_points());
            let _ = writeln!(self.text, "<tr><td>{what}</td><td>{figure}</td><td>{percent} %</td></tr>");
        }
        self.text.push_str("</table>\n<p>");
        for shade in [Shade::Full, Shade::Part, Shade::None, Shade::Impossible] {
            let class = shade.class();
            let words = escaped(&self.words(&format!("coverage-legend-{class}"), &[]));
            let _ = write!(self.text, "<span class=\"{class}\">{words}</span> ");
        }
        self.text.push_str("</p>\n");
        self.untested(coverage);
        let mut files: BTreeMap<SourceId, Vec<Piece>> = BTreeMap::new();
        let mut rules: BTreeMap<(SourceId, u32), (Shade, Vec<String>)> = BTreeMap::new();
        for statement in &coverage.statements {
            for condition in &statement.conditions {
                files.entry(condition.span.source).or_default().push(self.piece(condition));
            }
            let Some(source) = sources.get(statement.span.source).filter(|_| !statement.rules.is_empty()) else {
                continue;
            };
            files.entry(statement.span.source).or_default();
            let line = source.position(statement.span.start as usize).line;
            for rule in &statement.rules {
                let args = [("outcome", rule.outcome.as_str().into()), ("tests", rule.contributed.tests.into())];
                let title = self.words("coverage-title-rule", &args);
                let shade = Shade::of(&[rule.contributed]);
                let found = rules.entry((statement.span.source, line)).or_insert((shade, Vec::new()));
                found.0 = found.0.max(shade);
                found.1.push(title);
            }
        }
        for (id, pieces) in files {
            if let Some(source) = sources.get(id) {
                let own = |line: u32| rules.get(&(id, line));
                self.source(source, &pieces, &own);
            }
        }
    }

    fn untested(&mut self, coverage: &Coverage) {
        let clauses: Vec<&str> =
            coverage.clauses.iter().filter(|clause| !clause.is_tested).map(|clause| clause.clause.as_str()).collect();
        if !clauses.is_empty() {
            let words = self.words("coverage-untested", &[("clauses", clauses.join(", ").into())]);
            let _ = writeln!(self.text, "<p>{}</p>", escaped(&words));
        }
    }

    fn piece(&self, condition: &ConditionCoverage) -> Piece {
        let args = [
            ("held", condition.held.into()),
            ("failed", condition.failed.into()),
            ("true", condition.decides_true.tests.into()),
            ("false", condition.decides_false.tests.into()),
        ];
        let title = self.words("coverage-title-condition", &args);
        Piece { span: condition.span, shade: Shade::of(&[condition.decides_true, condition.decides_false]), title }
    }

    /// The text of a file, line by line.
    fn source<'r>(
        &mut self,
        source: &Source,
        pieces: &[Piece],
        rule: &dyn Fn(u32) -> Option<&'r (Shade, Vec<String>)>,
    ) {
        let _ = writeln!(self.text, "<h2>{}</h2>", escaped(&visible(source.name())));
        self.text.push_str("<pre>\n");
        let mut rest: Vec<&Piece> = pieces.iter().collect();
        rest.sort_by_key(|piece| std::cmp::Reverse(piece.span.start));
        let mut open: Vec<&Piece> = Vec::new();
        let mut start = 0;
        for (number, whole) in (1..).zip(source.text().split_inclusive('\n')) {
            let line = whole.trim_end_matches(['\n', '\r']);
            let (class, title) = rule(number).map_or_else(
                || (String::new(), String::new()),
                |(shade, titles)| {
                    (format!(" {}", shade.class()), format!(" title=\"{}\"", escaped(&titles.join("; "))))
                },
            );
            let _ = write!(self.text, "<span class=\"n{class}\"{title}>{number}</span>");
            while let Some(piece) = rest.pop_if(|piece| piece.span.range().start < start + line.len()) {
                open.push(piece);
            }
            open.retain(|piece| piece.span.range().end > start);
            self.line(line, start, &open);
            self.text.push('\n');
            start += whole.len();
        }
        self.text.push_str("</pre>\n");
    }

    /// One line, which begins at an offset of the text. Of pieces inside each other the innermost gives the colour; of
    /// several in one place the least covered.
    fn line(&mut self, line: &str, start: usize, own: &[&Piece]) {
        let end = start + line.len();
        let edges = own.iter().flat_map(|piece| [piece.span.range().start, piece.span.range().end]);
        let edges: BTreeSet<usize> = edges.map(|edge| edge.clamp(start, end)).chain([start, end]).collect();
        let edges: Vec<usize> = edges.into_iter().collect();
        for (from, to) in edges.iter().zip(edges.iter().skip(1)) {
            let Some(text) = line.get(from - start..to - start) else { continue };
            let around = own.iter().filter(|piece| piece.span.range().start <= *from && piece.span.range().end >= *to);
            match around.min_by_key(|piece| (piece.span.range().len(), std::cmp::Reverse(piece.shade))) {
                Some(piece) => {
                    let (class, title) = (piece.shade.class(), escaped(&piece.title));
                    let _ = write!(self.text, "<span class=\"{class}\" title=\"{title}\">{}</span>", escaped(text));
                }
                None => self.text.push_str(&escaped(text)),
            }
        }
    }
}

impl Measure {
    /// The id of its name in the catalogue.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Rules => "coverage-rules",
            Self::Conditions => "coverage-conditions",
            Self::Results => "coverage-results",
            Self::Boundaries => "coverage-boundaries",
        }
    }
}

/// Hundredths of a per cent as a percentage.
pub(crate) fn percent(basis_points: u32) -> String {
    format!("{}.{:02}", basis_points / 100, basis_points % 100)
}

/// A text that is only text to a browser. What is invisible or deceives the eye is spelled out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}
