//! What `docs/sql.md` shows is what the program prints, and what `DuckDB` makes of it.

use crate::command::run;
use crate::engines::{Engine, Job, rows};
use serde_json::{Value as Json, json};
use std::fs;

/// The fenced blocks of the document with what stands behind the fence.
fn blocks() -> Vec<(String, String)> {
    let text = fs::read_to_string("docs/sql.md").unwrap();
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
            found.push((info.to_owned(), block.join("\n") + "\n"));
        }
    }
    found
}

fn block(info: &str) -> String {
    let found = blocks().into_iter().find(|(own, _)| own == info);
    found.unwrap_or_else(|| panic!("docs/sql.md has no block {info}")).1
}

#[test]
fn the_example_is_what_the_program_prints_and_the_database_decides() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("report.policy"), block("policy")).unwrap();
    let arguments = ["compile", "report.policy", "--to", "sql", "--dialect", "duckdb", "-o", "report.sql"];
    assert_eq!(run(folder.path(), &arguments, ""), (0, String::new(), String::new()));
    let query = fs::read_to_string(folder.path().join("report.sql")).unwrap();
    assert_eq!(query, block("sql"));
    let columns = [("id", "BIGINT"), ("severity", "VARCHAR"), ("reported", "BOOLEAN"), ("loss", "DECIMAL(18, 2)")];
    let job = Job {
        table: "cases".to_owned(),
        columns: columns.map(|(name, kind)| (name.to_owned(), kind.to_owned())).to_vec(),
        rows: vec![
            vec![json!(1), json!("major"), json!(false), json!("20.00")],
            vec![json!(2), json!("major"), json!(true), Json::Null],
            vec![json!(3), json!("minor"), Json::Null, Json::Null],
            vec![json!(4), json!("grave"), json!(true), json!("1.00")],
        ],
        query,
    };
    let Some(rows) = rows(Engine::DuckDb, &job) else { return };
    let shown: Vec<String> = rows.iter().map(|row| row.to_string() + "\n").collect();
    assert_eq!(shown.concat(), block("json"));
}

#[test]
fn what_cannot_be_written_is_said_at_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let text = "scale m { a < b }\nfact x: int\nfact y: int\noutcome o: m\narticle 1 { if x > y then o = a }\n";
    fs::write(folder.path().join("x.policy"), text).unwrap();
    let sql = ["compile", "x.policy", "--to", "sql", "--dialect", "postgres"];
    let (code, out, err) = run(folder.path(), &sql, "");
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("E1201") && err.contains("if x > y") && err.contains("--outcome"), "{err}");
    let with = |more: &[&str]| run(folder.path(), &[&sql, more].concat(), "");
    let (code, _, err) = with(&["--outcome", "sanction", "--lang", "zh"]);
    assert!(code == 2 && err.contains("制度中没有结果“sanction”"), "{err}");
}
