//! The query as a whole: the columns cut, the questions step by step, the results.

use super::columns;
use super::dialect::Dialect;
use super::results;
use crate::analyse::{Analysis, Answers, DecisionDiagram, Next, NoDiagram, Question, Readings, Undecided, View};
use crate::calendar::Calendar;
use crate::policy::{FactId, OutcomeId, Policy, Type};
use crate::source::Span;
use crate::source::limits::MAX_SQL_QUESTIONS;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// A query to be written.
#[derive(Clone, Debug)]
pub struct Query<'p> {
    policy: &'p Policy,
    dialect: Dialect,
    table: String,
    outcomes: Vec<OutcomeId>,
    view: View,
}

/// Why a policy, or an outcome of it, cannot be written as a query.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotInSql {
    /// A condition compares facts with each other, or reads a list: it is not about single facts and constants.
    #[error("a condition is not about single facts and constants")]
    Uncut {
        /// The condition.
        span: Span,
    },
    /// What a rule permits is calculated from facts.
    #[error("what a rule permits is calculated from facts")]
    Calculated {
        /// The rule.
        span: Span,
    },
    /// An outcome has more different results than a query tells apart.
    #[error("`{outcome}` has more different results than a query tells apart")]
    TooManyResults {
        /// The outcome.
        outcome: String,
        /// Where it is declared.
        span: Span,
    },
    /// A written limit was reached.
    #[error("a written limit was reached")]
    TooLarge,
    /// Clauses or parameters change with the day on which a case is looked at, and no day is given.
    #[error("the query needs the day on which cases are looked at")]
    NotDated,
    /// Working days are counted, and there is no calendar.
    #[error("the query needs a calendar")]
    NoCalendar,
    /// The database takes two names for one.
    #[error("`{first}` and `{second}` are one name for the database")]
    OneName {
        /// One of them.
        first: String,
        /// The other one.
        second: String,
    },
    /// A name is longer than the database keeps.
    #[error("`{name}` is longer than the database keeps")]
    LongName {
        /// The name.
        name: String,
    },
}

impl<'p> Query<'p> {
    /// A query over the table `cases` that decides all outcomes.
    #[must_use]
    pub fn new(policy: &'p Policy, dialect: Dialect) -> Self {
        let view = View { readings: Readings::Preferred, ..View::default() };
        Self { policy, dialect, table: "cases".to_owned(), outcomes: policy.outcome_ids().collect(), view }
    }

    /// Takes the cases from this table; points part its schema from its name.
    #[must_use]
    pub fn table(mut self, name: impl Into<String>) -> Self {
        self.table = name.into();
        self
    }

    /// Decides only these outcomes.
    #[must_use]
    pub fn outcomes(mut self, outcomes: impl IntoIterator<Item = OutcomeId>) -> Self {
        self.outcomes = outcomes.into_iter().collect();
        self
    }

    /// Looks at the cases on this day.
    #[must_use]
    pub fn as_of(mut self, day: Date) -> Self {
        self.view.as_of = Some(day);
        self
    }

    /// Counts working days by this calendar.
    #[must_use]
    pub fn calendar(mut self, calendar: Calendar) -> Self {
        self.view.calendar = Some(calendar);
        self
    }

    /// The text of the query, a line break at its end.
    ///
    /// # Errors
    /// Something cannot be written as a query. There is no query that is right only sometimes.
    pub fn text(&self) -> Result<String, NotInSql> {
        let analysis = Analysis::with(self.policy, &self.view);
        let diagram = analysis.decision_diagram(&self.view, &self.outcomes).map_err(|why| self.refused(why))?;
        if diagram.questions.len() > MAX_SQL_QUESTIONS {
            return Err(NotInSql::TooLarge);
        }
        self.check_names()?;
        let writer = Writer { policy: self.policy, dialect: self.dialect, diagram: &diagram };
        let mut steps = writer.steps(&self.table);
        let last = steps.len() - 1;
        steps.push(results::judged(&writer, &step_name(&self.table, last)));
        let fence = self.dialect.fence();
        let named: Vec<String> = steps
            .iter()
            .enumerate()
            .map(|(number, step)| {
                format!("{} {} (\n{step}{fence}\n)", step_name(&self.table, number), self.dialect.step())
            })
            .collect();
        let results = results::columns(&writer, &analysis);
        let from = step_name(&self.table, last + 1);
        Ok(format!("WITH {}\nSELECT\n  {}\nFROM {from}\n", named.join(",\n"), results.join(",\n  ")))
    }

    fn refused(&self, why: NoDiagram) -> NotInSql {
        match why {
            NoDiagram::Uncut(span) => NotInSql::Uncut { span },
            NoDiagram::Calculated(span) => NotInSql::Calculated { span },
            NoDiagram::TooManyAnswers(id) => match self.policy.outcomes().get(id.index()) {
                Some(outcome) => NotInSql::TooManyResults { outcome: outcome.name.to_string(), span: outcome.span },
                None => NotInSql::TooLarge,
            },
            NoDiagram::Undecided(Undecided::TooLarge | Undecided::Approximate | Undecided::Mismatch) => {
                NotInSql::TooLarge
            }
            NoDiagram::NotDated => NotInSql::NotDated,
            NoDiagram::NoCalendar => NotInSql::NoCalendar,
        }
    }

    /// Checks that the database tells all columns apart.
    fn check_names(&self) -> Result<(), NotInSql> {
        let facts = self.policy.facts().iter().filter(|fact| !fact.is_reading).map(|fact| fact.name.to_string());
        let outcomes = self.outcomes.iter().filter_map(|id| self.policy.outcomes().get(id.index()));
        let results = outcomes.flat_map(|outcome| results::names(&outcome.name));
        let mut known: BTreeMap<String, String> = BTreeMap::new();
        for name in facts.chain(results).chain([results::PROBLEM.to_owned()]) {
            if self.dialect.is_too_long(&name) {
                return Err(NotInSql::LongName { name });
            }
            if let Some(first) = known.insert(self.dialect.folded(&name), name.clone()) {
                return Err(NotInSql::OneName { first, second: name });
            }
        }
        Ok(())
    }
}

/// The name of a step; no step has the name of the table.
fn step_name(table: &str, number: usize) -> String {
    let mut prefix = "policyc_".to_owned();
    while table.to_lowercase().starts_with(&prefix) {
        prefix.push('_');
    }
    format!("{prefix}{number}")
}

/// Writes the parts of one query.
pub(super) struct Writer<'d> {
    pub(super) policy: &'d Policy,
    pub(super) dialect: Dialect,
    pub(super) diagram: &'d DecisionDiagram,
}

impl Writer<'_> {
    /// The table with its columns cut, then the questions, each after those that it leads to.
    fn steps(&self, table: &str) -> Vec<String> {
        let levels = self.levels();
        let depth = levels.iter().copied().max().unwrap_or(0);
        let last_use = self.last_uses(&levels, depth);
        let mut steps = vec![self.cut(table)];
        // What is faulty is known at once; the numbers of classes are needed only while questions ask for them.
        for level in 1..=depth.max(1) {
            let mut columns = vec!["whole".to_owned()];
            columns.push(if level == 1 { format!("{} AS faulty", self.faulty()) } else { "faulty".to_owned() });
            let asked_later = |fact: &&FactId| {
                self.diagram.questions.iter().zip(&levels).any(|(own, at)| own.fact == **fact && *at > level)
            };
            columns.extend(self.diagram.classes.keys().filter(asked_later).map(|fact| class_name(*fact)));
            for (place, question) in self.diagram.questions.iter().enumerate() {
                let (at, last) = (levels.get(place).copied(), last_use.get(place).copied());
                if at == Some(level) {
                    columns.push(format!("{} AS {}", self.question(question), question_name(place)));
                } else if at < Some(level) && last > Some(level) {
                    columns.push(question_name(place));
                }
            }
            let from = step_name(table, level - 1);
            steps.push(format!("  SELECT\n    {}\n  FROM {from}", columns.join(",\n    ")));
        }
        steps
    }

    fn cut(&self, table: &str) -> String {
        let data = self.policy.data();
        let mut columns = vec![format!("{} AS whole", self.dialect.row())];
        for (fact, classes) in &self.diagram.classes {
            if let Some(declared) = data.facts.get(fact.index()) {
                let class = columns::class(self.dialect, data, declared, classes);
                columns.push(format!("{class} AS {}", class_name(*fact)));
            }
        }
        format!("  SELECT\n    {}\n  FROM {} AS t", columns.join(",\n    "), self.dialect.table(table))
    }

    /// The name of a fact whose value is none of its type; `NULL` where there is none.
    fn faulty(&self) -> String {
        let data = self.policy.data();
        let mut text = String::new();
        for fact in self.diagram.classes.keys() {
            let Some(declared) = data.facts.get(fact.index()) else { continue };
            if let Some(condition) = columns::is_faulty(declared, &class_name(*fact)) {
                text.push_str(&format!(" WHEN {condition} THEN {}", self.dialect.text(&declared.name)));
            }
        }
        if text.is_empty() { "CAST(NULL AS VARCHAR(1))".to_owned() } else { format!("CASE{text} END") }
    }

    /// How many questions can follow each other behind each question, itself counted.
    fn levels(&self) -> Vec<usize> {
        let mut levels: Vec<usize> = Vec::with_capacity(self.diagram.questions.len());
        for question in &self.diagram.questions {
            let behind = question.ways.iter().filter_map(|(_, next)| match next {
                Next::Question(place) => levels.get(*place).copied(),
                Next::Ending(_) => None,
            });
            let level = behind.max().unwrap_or(0) + 1;
            levels.push(level);
        }
        levels
    }

    /// The last step in which each question is needed; behind the deepest one for those that the results need.
    fn last_uses(&self, levels: &[usize], depth: usize) -> Vec<usize> {
        let mut last = vec![0; levels.len()];
        let mut uses = |next: Next, level: usize| {
            if let Next::Question(place) = next
                && let Some(slot) = last.get_mut(place)
            {
                *slot = level.max(*slot);
            }
        };
        for (question, level) in self.diagram.questions.iter().zip(levels) {
            question.ways.iter().for_each(|(_, next)| uses(*next, *level));
        }
        let rules = self.diagram.outcomes.iter().flat_map(|outcome| &outcome.rules).map(|(_, next)| *next);
        let firsts = self.diagram.outcomes.iter().map(|outcome| outcome.first);
        rules.chain(firsts).chain(self.diagram.ground.iter().copied()).for_each(|next| uses(next, depth + 1));
        last
    }

    /// The answers that are possible behind a question.
    fn question(&self, question: &Question) -> String {
        let column = class_name(question.fact);
        let all = any(question.ways.iter().map(|(_, next)| *next));
        let kind = self.policy.facts().get(question.fact.index()).map(|fact| fact.kind);
        if let (Some(Type::Bool), [(_, no), (_, yes)]) = (kind, question.ways.as_slice()) {
            return format!(
                "CASE WHEN {column} THEN {} WHEN NOT {column} THEN {} ELSE {all} END",
                any([*yes]),
                any([*no])
            );
        }
        let mut text = format!("CASE WHEN {column} IS NULL THEN {all}");
        let (last, others) = match question.ways.split_last() {
            Some(((_, last), others)) => (any([*last]), others),
            None => ("0".to_owned(), [].as_slice()),
        };
        for (up_to, next) in others {
            text.push_str(&format!(" WHEN {column} <= {up_to} THEN {}", any([*next])));
        }
        format!("{text} ELSE {last} END")
    }

    /// The column that holds the answers of a place, or the answers themselves.
    pub(super) fn place(&self, next: Next) -> String {
        any([next])
    }
}

/// All answers of some places.
fn any(places: impl IntoIterator<Item = Next>) -> String {
    let mut fixed: Answers = 0;
    let mut questions: BTreeSet<usize> = BTreeSet::new();
    for place in places {
        match place {
            Next::Ending(answers) => fixed |= answers,
            Next::Question(place) => {
                questions.insert(place);
            }
        }
    }
    let mut parts: Vec<String> = questions.into_iter().map(question_name).collect();
    if fixed != 0 || parts.is_empty() {
        parts.push(fixed.to_string());
    }
    if parts.len() > 1 { format!("({})", parts.join(" | ")) } else { parts.concat() }
}

fn class_name(fact: FactId) -> String {
    format!("c{}", fact.index())
}

fn question_name(place: usize) -> String {
    format!("q{place}")
}
