//! Databases that run a query over some cases.

use policyc::policy::{Type, Value};
use policyc::sql::Dialect;
use policyc::{Facts, Policy};
use serde_json::{Value as Json, json};
use std::io::Write;
use std::process::{Command, Stdio};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    DuckDb,
    Postgres,
    Spark,
}

impl Engine {
    pub fn dialect(self) -> Dialect {
        match self {
            Self::DuckDb => Dialect::DuckDb,
            Self::Postgres => Dialect::Postgres,
            Self::Spark => Dialect::Spark,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::DuckDb => "duckdb",
            Self::Postgres => "postgres",
            Self::Spark => "spark",
        }
    }

    /// The interpreter of Python by which it is reached; `None` where the database is not there.
    fn python(self) -> Option<String> {
        match self {
            Self::DuckDb | Self::Spark => std::env::var("POLICYC_PYTHON").ok(),
            Self::Postgres => {
                std::env::var("POLICYC_POSTGRES").ok()?;
                Some(std::env::var("POLICYC_PYTHON").unwrap_or_else(|_| "python3".to_owned()))
            }
        }
    }
}

/// A table of cases and a query over it.
pub struct Job {
    pub table: String,
    pub columns: Vec<(String, String)>,
    pub rows: Vec<Vec<Json>>,
    pub query: String,
}

impl Job {
    pub fn of(policy: &Policy, table: &str, cases: &[Facts], query: &str) -> Self {
        let facts: Vec<_> = policy
            .fact_ids()
            .zip(policy.facts())
            .filter(|(_, fact)| !fact.is_reading && !matches!(fact.kind, Type::List(_)))
            .collect();
        let kind = |kind: Type| match kind {
            Type::Bool => "BOOLEAN",
            Type::Int | Type::Duration => "BIGINT",
            Type::Decimal | Type::Money => "DECIMAL(30, 6)",
            Type::Date => "DATE",
            Type::Enumeration(_) | Type::List(_) => "VARCHAR",
        };
        let number = ("case number".to_owned(), "BIGINT".to_owned());
        let columns = facts.iter().map(|(_, fact)| (fact.name.to_string(), kind(fact.kind).to_owned()));
        let row = |(number, case): (usize, &Facts)| {
            // A default is left to the query.
            let value = |(id, fact): &(_, &policyc::policy::Fact)| match case.get(*id) {
                Some(value) if fact.default.as_ref() != Some(value) => cell(policy, value),
                Some(_) | None => Json::Null,
            };
            std::iter::once(json!(number)).chain(facts.iter().map(value)).collect()
        };
        Self {
            table: table.to_owned(),
            columns: std::iter::once(number).chain(columns).collect(),
            rows: cases.iter().enumerate().map(row).collect(),
            query: query.to_owned(),
        }
    }
}

fn cell(policy: &Policy, value: &Value) -> Json {
    match value {
        Value::Bool(truth) => json!(truth),
        Value::Int(number) => json!(number),
        Value::Duration(period) => json!(period.count),
        Value::Decimal(number) => json!(number.to_string()),
        Value::Money(money) => json!(money.amount.to_string()),
        Value::Date(day) => json!(day.to_string()),
        Value::Never => json!("infinity"),
        Value::Member(..) | Value::List(..) => json!(policy.show(value)),
    }
}

/// The rows of a query, by the names of their columns; `None`, and a message, where the database is not there.
pub fn rows(engine: Engine, job: &Job) -> Option<Vec<Json>> {
    let Some(python) = engine.python() else {
        eprintln!("{engine:?} is not there: not tried (`.ci/engines cargo test --test sql` starts it)");
        return None;
    };
    let mut child = Command::new(python)
        .args(["tests/sql/engines.py", engine.word()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let text = json!({"table": job.table, "columns": job.columns, "rows": job.rows, "query": job.query}).to_string();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{engine:?}: {complaint}\n{}", job.query.chars().take(3000).collect::<String>());
    Some(serde_json::from_slice(&output.stdout).unwrap())
}
