//! The results of a query: what is said of each outcome.

use super::query::Writer;
use crate::analyse::{Analysis, Answers, HOLDS, Next, OutcomeQuestions};
use crate::decide::{Status, Verdict};
use crate::policy::{Outcome, OutcomeValues};

/// The column that says why a case is not decided at all.
pub(super) const PROBLEM: &str = "problem";

const STATUS: &str = "status";
const PERMITTED: &str = "permitted";
const NONE: &str = "none";
const POSSIBLE: &str = "possible";
const CLAUSES: &str = "clauses";

/// The names of the columns that an outcome has.
pub(super) fn names(outcome: &str) -> impl Iterator<Item = String> + use<'_> {
    [STATUS, PERMITTED, NONE, POSSIBLE, CLAUSES].into_iter().map(move |part| format!("{outcome}_{part}"))
}

/// The step that tells which cases can be decided.
pub(super) fn judged(writer: &Writer<'_>, from: &str) -> String {
    let dialect = writer.dialect;
    let mut columns = vec!["whole".to_owned()];
    let mut problem = "CASE".to_owned();
    let member = dialect.text("not a value of its type: ");
    problem.push_str(&format!(" WHEN faulty IS NOT NULL THEN CONCAT({member}, faulty)"));
    for ground in &writer.diagram.ground {
        let fails = format!("({} & {HOLDS}) = 0", writer.place(*ground));
        problem.push_str(&format!(" WHEN {fails} THEN {}", dialect.text("cannot occur")));
    }
    for (place, outcome) in writer.diagram.outcomes.iter().enumerate() {
        columns.push(format!("{} AS {}", writer.place(outcome.first), answers_name(place)));
        problem.push_str(&format!(" WHEN {} = 0 THEN {}", writer.place(outcome.first), dialect.text("no result")));
        for (number, (_, next)) in outcome.rules.iter().enumerate() {
            if matches!(next, Next::Question(_)) {
                columns.push(format!("{} AS {}", writer.place(*next), rule_name(place, number)));
            }
        }
    }
    columns.push(format!("{problem} END AS problem"));
    format!("  SELECT\n    {}\n  FROM {from}", columns.join(",\n    "))
}

/// The columns of the results, those of the table first.
pub(super) fn columns(writer: &Writer<'_>, analysis: &Analysis) -> Vec<String> {
    let dialect = writer.dialect;
    let mut columns = vec![dialect.columns_of_row().to_owned()];
    for (place, questions) in writer.diagram.outcomes.iter().enumerate() {
        let Some(outcome) = writer.policy.outcomes().get(questions.id.index()) else { continue };
        let results = Results { writer, analysis, outcome, questions, place };
        let texts = [results.status(), results.permitted(), results.none(), results.possible(), results.clauses()];
        for (name, text) in names(&outcome.name).zip(texts) {
            columns.push(format!("CASE WHEN problem IS NULL THEN {text} END AS {}", dialect.name(&name)));
        }
    }
    columns.push(format!("problem AS {}", dialect.name(PROBLEM)));
    columns
}

fn answers_name(place: usize) -> String {
    format!("v{place}")
}

fn rule_name(place: usize, number: usize) -> String {
    format!("r{place}_{number}")
}

/// What is said of one outcome.
struct Results<'w> {
    writer: &'w Writer<'w>,
    analysis: &'w Analysis,
    outcome: &'w Outcome,
    questions: &'w OutcomeQuestions,
    place: usize,
}

impl Results<'_> {
    /// The verdicts with the answer that stands for each.
    fn verdicts(&self) -> impl Iterator<Item = (Answers, &Verdict)> {
        self.questions.verdicts.iter().enumerate().map(|(number, verdict)| (1 << number, verdict))
    }

    fn answers(&self) -> String {
        answers_name(self.place)
    }

    fn status(&self) -> String {
        let dialect = self.writer.dialect;
        let one = |(answer, verdict): (Answers, &Verdict)| {
            format!(" WHEN {answer} THEN {}", dialect.text(verdict.status.word()))
        };
        let settled: String = self.verdicts().map(one).collect();
        let open = dialect.text(Status::Undetermined.word());
        if settled.is_empty() { open } else { format!("CASE {}{settled} ELSE {open} END", self.answers()) }
    }

    fn permitted(&self) -> String {
        let dialect = self.writer.dialect;
        let mut text = String::new();
        for (answer, verdict) in self.verdicts() {
            let words = self.analysis.shown(self.questions.id, verdict).0.words();
            if !words.is_empty() {
                let array = dialect.array(words.iter().map(String::as_str));
                text.push_str(&format!(" WHEN {answer} THEN {array}"));
            }
        }
        let nothing = dialect.array([]);
        if text.is_empty() { nothing } else { format!("CASE {}{text} ELSE {nothing} END", self.answers()) }
    }

    fn none(&self) -> String {
        let permits_none = |verdict: &Verdict| verdict.permitted.as_ref().is_some_and(|set| set.permits_none());
        let answers: Vec<String> = self
            .verdicts()
            .filter(|(_, verdict)| permits_none(verdict))
            .map(|(answer, _)| answer.to_string())
            .collect();
        if answers.is_empty() { "FALSE".to_owned() } else { format!("{} IN ({})", self.answers(), answers.join(", ")) }
    }

    /// What is still possible where the outcome is undetermined; unknown for amounts, whose sets have no list.
    fn possible(&self) -> String {
        let (dialect, answers) = (self.writer.dialect, self.answers());
        let OutcomeValues::Members(of) = self.outcome.values else {
            return format!("CASE WHEN FALSE THEN {} END", dialect.array([]));
        };
        let bits = |wanted: &dyn Fn(&Verdict) -> bool| -> Answers {
            self.verdicts().filter(|(_, verdict)| wanted(verdict)).fold(0, |all, (answer, _)| all | answer)
        };
        let is_open = format!("({answers} & ({answers} - 1)) <> 0");
        let mut texts: Vec<(String, String)> = Vec::new();
        let mut add = |text: &str, bits: Answers| {
            if bits != 0 {
                texts.push((text.to_owned(), format!("({answers} & {bits}) <> 0")));
            }
        };
        let enumeration = self.writer.policy.enumerations().get(of.index());
        for (index, member) in enumeration.iter().flat_map(|of| of.members.iter()).enumerate() {
            let permits = |verdict: &Verdict| {
                verdict.permitted.as_ref().is_some_and(|set| set.members().any(|own| own.index() == index))
            };
            add(&member.name, bits(&permits));
        }
        add("none", bits(&|verdict| verdict.permitted.as_ref().is_some_and(|set| set.permits_none())));
        for status in [Status::Exempt, Status::NotAddressed, Status::Conflict, Status::OutOfScope] {
            add(status.word(), bits(&|verdict| verdict.status == status));
        }
        format!("CASE WHEN {is_open} THEN {} ELSE {} END", dialect.chosen(&texts), dialect.array([]))
    }

    /// The clauses that fire in every completion and are not overridden, in the order of the text.
    fn clauses(&self) -> String {
        let data = self.writer.policy.data();
        let mut cited: Vec<(String, Vec<String>)> = Vec::new();
        for (number, (rule, next)) in self.questions.rules.iter().enumerate() {
            let clause = data.rules.get(rule.index()).and_then(|rule| data.clauses.get(rule.clause.index()));
            let Some(clause) = clause else { continue };
            let condition = match next {
                Next::Question(_) => format!("{} = {HOLDS}", rule_name(self.place, number)),
                Next::Ending(HOLDS) => "TRUE".to_owned(),
                Next::Ending(_) => continue,
            };
            match cited.iter_mut().find(|(citation, _)| *citation == clause.citation) {
                Some((_, conditions)) => conditions.push(condition),
                None => cited.push((clause.citation.clone(), vec![condition])),
            }
        }
        let texts: Vec<(String, String)> =
            cited.into_iter().map(|(citation, conditions)| (citation, conditions.join(" OR "))).collect();
        self.writer.dialect.chosen(&texts)
    }
}
