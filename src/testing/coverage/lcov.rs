//! Coverage in the form that `lcov`, `genhtml` and build servers read.
//!
//! A rule is a function, the two truths with which a condition decides are branches. A line counts as often as the least
//! covered of what begins on it; what is proved to be out of reach is left out.

use super::json::line;
use super::report::{Coverage, Goal};
use crate::source::{SourceId, SourceMap, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// What is recorded of one file.
#[derive(Default)]
struct File {
    rules: Vec<(u32, String, usize)>,
    branches: Vec<(u32, usize, usize, usize)>,
    lines: BTreeMap<u32, usize>,
}

/// The coverage of one policy as a tracefile. Each file that the policy uses has a section.
#[must_use]
pub fn coverage_lcov(coverage: &Coverage, sources: &SourceMap) -> String {
    let mut files: BTreeMap<SourceId, File> = BTreeMap::new();
    for (block, statement) in coverage.statements.iter().enumerate() {
        for rule in &statement.rules {
            let name = format!("{}#{} {}", statement.clause.as_deref().unwrap_or("-"), statement.number, rule.outcome);
            if let Some((line, file)) = place(&mut files, sources, statement.span, &[rule.contributed]) {
                file.rules.push((line, name, rule.contributed.tests));
            }
        }
        for (place_of, condition) in statement.conditions.iter().enumerate() {
            let goals = [condition.decides_true, condition.decides_false];
            let Some((line, file)) = place(&mut files, sources, condition.span, &goals) else { continue };
            for (truth, goal) in goals.into_iter().enumerate() {
                if goal.is_covered() || goal.is_missing() {
                    file.branches.push((line, block, 2 * place_of + truth, goal.tests));
                }
            }
        }
    }
    let mut text = String::new();
    for (id, file) in files {
        if let Some(source) = sources.get(id) {
            write(&mut text, source.name(), &file);
        }
    }
    text
}

/// The line of a place, with what is recorded of its file. The line counts as often as the least covered goal.
fn place<'f>(
    files: &'f mut BTreeMap<SourceId, File>,
    sources: &SourceMap,
    span: Span,
    goals: &[Goal],
) -> Option<(u32, &'f mut File)> {
    let line = line(sources, span)?;
    let file = files.entry(span.source).or_default();
    for goal in goals.iter().filter(|goal| goal.is_covered() || goal.is_missing()) {
        let count = file.lines.entry(line).or_insert(goal.tests);
        *count = (*count).min(goal.tests);
    }
    Some((line, file))
}

fn write(text: &mut String, name: &str, file: &File) {
    // A line break in the name of a file would begin a record of its own.
    let name: String = name.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    let _ = writeln!(text, "TN:\nSF:{name}");
    let mut known = BTreeSet::new();
    let rules: Vec<_> = file.rules.iter().filter(|(_, name, _)| known.insert(name)).collect();
    for (line, name, _) in &rules {
        let _ = writeln!(text, "FN:{line},{name}");
    }
    for (_, name, tests) in &rules {
        let _ = writeln!(text, "FNDA:{tests},{name}");
    }
    let hit = rules.iter().filter(|(_, _, tests)| *tests > 0).count();
    let _ = writeln!(text, "FNF:{}\nFNH:{hit}", rules.len());
    for (line, block, branch, tests) in &file.branches {
        let _ = writeln!(text, "BRDA:{line},{block},{branch},{tests}");
    }
    let hit = file.branches.iter().filter(|(.., tests)| *tests > 0).count();
    let _ = writeln!(text, "BRF:{}\nBRH:{hit}", file.branches.len());
    for (line, count) in &file.lines {
        let _ = writeln!(text, "DA:{line},{count}");
    }
    let hit = file.lines.values().filter(|count| **count > 0).count();
    let _ = writeln!(text, "LF:{}\nLH:{hit}\nend_of_record", file.lines.len());
}
