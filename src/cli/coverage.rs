//! `policyc test --coverage`.

use super::console::{BAD, Console, GOOD, OPEN, QUIET, STRONG, styled};
use super::test::FileReport;
use crate::diagnostic::{Language, visible};
use crate::policy::Policy;
use crate::source::SourceMap;
use crate::testing::Setting;
use crate::testing::coverage::{
    BoundaryValue, COVERAGE_FORMAT, ConditionCoverage, Coverage, Goal, Measure, Reach, StatementCoverage,
    StatementKind, Tally, coverage, coverage_html, coverage_json, coverage_lcov, percent, result_words, words,
};
use clap::ValueEnum;
use serde_json::json;
use std::fmt::Write;
use std::io;

/// How coverage is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CoverageForm {
    Human,
    Json,
    Lcov,
    Html,
}

/// What is wanted.
pub(super) struct Wishes<'w> {
    pub(super) form: CoverageForm,
    /// The least figure that is enough, in hundredths of a per cent.
    pub(super) least: Option<u32>,
    pub(super) filter: &'w str,
    pub(super) setting: &'w Setting,
}

/// Whether the figures are high enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    HighEnough,
    TooLow,
}

/// A percentage of the command line, in hundredths of a per cent.
pub(super) fn percentage(text: &str) -> Result<u32, String> {
    let wrong = || "a percentage lies between 0 and 100, with at most two digits behind the point".to_owned();
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(part) || part.len() > 2 {
        return Err(wrong());
    }
    let hundredths = format!("{part:0<2}").parse::<u32>().ok();
    let figure = whole.parse::<u32>().ok().and_then(|whole| whole.checked_mul(100)).zip(hundredths);
    figure.map(|(whole, part)| whole.saturating_add(part)).filter(|figure| *figure <= 10_000).ok_or_else(wrong)
}

/// Prints what the tests of all files cover.
pub(super) fn run(
    files: &[FileReport],
    wishes: &Wishes<'_>,
    sources: &SourceMap,
    console: &Console,
) -> io::Result<Verdict> {
    let covered: Vec<(&FileReport, Coverage)> =
        files.iter().map(|file| (file, coverage(&file.policy, wishes.filter, wishes.setting))).collect();
    match wishes.form {
        CoverageForm::Human => {
            let human = Human { sources, console };
            let text: String = covered.iter().map(|(file, found)| human.report(file, found)).collect();
            console.print(&text)?;
        }
        CoverageForm::Json => {
            let file = |(file, found): &(&FileReport, Coverage)| {
                let mut json = coverage_json(found, &file.policy, sources);
                if let Some(object) = json.as_object_mut() {
                    object.shift_insert(0, "file".to_owned(), json!(file.name));
                }
                json
            };
            let all = json!({"format": COVERAGE_FORMAT, "files": covered.iter().map(file).collect::<Vec<_>>()});
            console.print_raw(&format!("{}\n", serde_json::to_string_pretty(&all).map_err(io::Error::other)?))?;
        }
        CoverageForm::Lcov => {
            let text: String = covered.iter().map(|(_, found)| coverage_lcov(found, sources)).collect();
            console.print_raw(&text)?;
        }
        CoverageForm::Html => {
            let named: Vec<(&str, &Coverage)> =
                covered.iter().map(|(file, found)| (file.name.as_str(), found)).collect();
            console.print_raw(&coverage_html(&named, sources, &console.catalogue))?;
        }
    }
    judge(&covered, wishes.least, console)
}

/// Says which figures are too low.
fn judge(covered: &[(&FileReport, Coverage)], least: Option<u32>, console: &Console) -> io::Result<Verdict> {
    let mut verdict = Verdict::HighEnough;
    let Some(least) = least else { return Ok(verdict) };
    for (file, found) in covered {
        for measure in Measure::ALL {
            let figure = found.tally(measure).basis_points();
            if figure < least {
                verdict = Verdict::TooLow;
                let args = [
                    ("file", file.name.as_str().into()),
                    ("measure", console.text(measure.words(), &[]).into()),
                    ("percent", percent(figure).into()),
                    ("least", percent(least).into()),
                ];
                console.print_error(&format!("{}\n", console.text("coverage-short", &args)))?;
            }
        }
    }
    Ok(verdict)
}

/// Coverage for people.
struct Human<'h> {
    sources: &'h SourceMap,
    console: &'h Console,
}

impl Human<'_> {
    fn report(&self, file: &FileReport, found: &Coverage) -> String {
        let text = |id: &str, args: &[_]| self.console.text(id, args);
        let heading = text("coverage-of", &[("file", file.name.as_str().into())]);
        let mut out = format!("\n{}\n", styled(STRONG, &heading));
        let mut tests = text("coverage-tests", &[("tests", found.tests.into())]);
        if found.counted < found.tests {
            let left = found.tests - found.counted;
            let _ = write!(tests, "; {}", text("coverage-uncounted", &[("count", left.into())]));
        }
        let _ = writeln!(out, "  {tests}");
        for measure in Measure::ALL {
            let _ = writeln!(out, "  {}", self.figure(measure, found.tally(measure)));
        }
        let missing = self.missing(&file.policy, found);
        if missing.is_empty() {
            let _ = writeln!(out, "  {}", styled(GOOD, &text("coverage-nothing-missing", &[])));
        }
        out.push_str(&missing);
        let untested: Vec<&str> =
            found.clauses.iter().filter(|clause| !clause.is_tested).map(|clause| clause.clause.as_str()).collect();
        if !untested.is_empty() {
            let _ = writeln!(out, "  {}", text("coverage-untested", &[("clauses", self.listed(&untested).into())]));
        }
        out
    }

    fn figure(&self, measure: Measure, tally: Tally) -> String {
        let style = if tally.covered == tally.of { GOOD } else { OPEN };
        let percent = styled(style, &format!("{:>6} %", percent(tally.basis_points())));
        let what = self.console.text(measure.words(), &[]);
        let args = [("measure", what.into()), ("covered", tally.covered.into()), ("of", tally.of.into())];
        let mut line = format!("{percent}  {}", self.console.text("coverage-line", &args));
        if tally.impossible > 0 {
            let impossible = self.console.text("coverage-impossible", &[("count", tally.impossible.into())]);
            line.push_str(&styled(QUIET, &impossible));
        }
        line
    }

    /// What no test covers, by statement.
    fn missing(&self, policy: &Policy, found: &Coverage) -> String {
        let mut out = String::new();
        for statement in &found.statements {
            let lines = self.missing_of(policy, statement);
            if !lines.is_empty() {
                let _ = writeln!(out, "  {}", self.place(statement));
                for line in lines {
                    let _ = writeln!(out, "    {}", styled(BAD, &line));
                }
            }
        }
        let mut outcomes: Vec<(&str, Vec<String>)> = Vec::new();
        for result in found.results.iter().filter(|result| result.came.is_missing()) {
            let word =
                self.with_doubt(result_words(policy, result.id, result.result, &self.console.catalogue), result.came);
            match outcomes.last_mut().filter(|(outcome, _)| *outcome == result.outcome) {
                Some((_, words)) => words.push(word),
                None => outcomes.push((&result.outcome, vec![word])),
            }
        }
        for (outcome, results) in outcomes {
            let args = [("outcome", outcome.into()), ("results", self.listed(&results).into())];
            let _ = writeln!(out, "  {}", styled(BAD, &self.console.text("coverage-result", &args)));
        }
        out
    }

    /// Items behind each other as the language does it.
    fn listed(&self, items: &[impl AsRef<str>]) -> String {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        items.join(match self.console.language() {
            Language::English => ", ",
            Language::Chinese => "、",
        })
    }

    /// `3(1) exemption of sanction, line 40`.
    fn place(&self, statement: &StatementCoverage) -> String {
        let kind = self.console.text(kind_words(statement.kind), &[]);
        let source = self.sources.get(statement.span.source);
        let line = source.map_or(0, |source| source.position(statement.span.start as usize).line);
        let words = match &statement.name {
            Some(name) => {
                let args = [("kind", kind.into()), ("name", name.as_str().into()), ("line", line.into())];
                self.console.text("statement-named", &args)
            }
            None => self.console.text("statement-place", &[("kind", kind.into()), ("line", line.into())]),
        };
        match &statement.clause {
            Some(clause) => format!("{} {words}", visible(clause)),
            None => words,
        }
    }

    fn missing_of(&self, policy: &Policy, statement: &StatementCoverage) -> Vec<String> {
        let mut lines = Vec::new();
        for rule in statement.rules.iter().filter(|rule| rule.contributed.is_missing()) {
            let id = if rule.fired > 0 { "coverage-rule-dropped" } else { "coverage-rule-never" };
            let words = self.console.text(id, &[("outcome", rule.outcome.as_str().into())]);
            lines.push(self.with_doubt(words, rule.contributed));
        }
        for condition in &statement.conditions {
            lines.extend(self.missing_of_condition(policy, condition));
        }
        lines
    }

    fn missing_of_condition(&self, policy: &Policy, condition: &ConditionCoverage) -> Vec<String> {
        let mut lines = Vec::new();
        let shown = words(self.sources, condition.span);
        let args = [("condition", shown.as_str().into())];
        let (held, failed) = (condition.decides_true, condition.decides_false);
        if held.is_missing() && failed.is_missing() && held.reach == failed.reach {
            lines.push(self.with_doubt(self.console.text("coverage-never", &args), held));
        } else {
            for (goal, id) in [(held, "coverage-never-true"), (failed, "coverage-never-false")] {
                if goal.is_missing() {
                    lines.push(self.with_doubt(self.console.text(id, &args), goal));
                }
            }
        }
        let missing = condition.boundaries.iter().filter(|boundary| boundary.reached.is_missing());
        let values: Vec<String> = missing
            .map(|boundary| {
                let value = match &boundary.at {
                    BoundaryValue::Value(value) => policy.show(value),
                    BoundaryValue::LastDay => self.console.text("coverage-last-day", &[]),
                    BoundaryValue::NextDay => self.console.text("coverage-next-day", &[]),
                };
                self.with_doubt(value, boundary.reached)
            })
            .collect();
        if !values.is_empty() {
            let args = [("condition", shown.as_str().into()), ("values", self.listed(&values).into())];
            lines.push(self.console.text("coverage-boundary", &args));
        }
        lines
    }

    /// Adds that it is not known whether any case can.
    fn with_doubt(&self, words: String, goal: Goal) -> String {
        match goal.reach {
            Reach::NotDecided => format!("{words} ({})", self.console.text("coverage-not-decided", &[])),
            Reach::Possible | Reach::Impossible => words,
        }
    }
}

fn kind_words(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Scope => "statement-scope",
        StatementKind::Rule => "statement-rule",
        StatementKind::Otherwise => "statement-otherwise",
        StatementKind::Exemption => "statement-exemption",
        StatementKind::Adjustment => "statement-adjustment",
        StatementKind::Define => "statement-define",
        StatementKind::Duty => "statement-duty",
        StatementKind::Fulfilment => "statement-fulfilment",
        StatementKind::Step => "statement-step",
        StatementKind::Records => "statement-records",
    }
}
