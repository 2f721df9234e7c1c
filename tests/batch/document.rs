//! What `docs/batch.md` shows is what the program does.

use crate::command::run;
use std::fs;

fn block(info: &str) -> String {
    let text = fs::read_to_string("docs/batch.md").unwrap();
    let (_, rest) = text.split_once(&format!("```{info}\n")).unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

#[test]
fn the_transcript_is_what_the_program_says() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("report.policy"), block("policy")).unwrap();
    fs::write(folder.path().join("cases.csv"), block("csv")).unwrap();
    let arguments = ["batch", "report.policy", "cases.csv", "-o", "results.csv"];
    let (code, out, err) = run(folder.path(), &arguments, "");
    assert_eq!(err, "");
    let file = |name: &str| format!("$ cat {name}\n{}", fs::read_to_string(folder.path().join(name)).unwrap());
    let shown = format!(
        "$ policyc {}\n{out}--- exit code {code}\n{}{}",
        arguments.join(" "),
        file("results.csv"),
        file("results.csv.rejected.ndjson")
    );
    assert_eq!(shown, block("console"));
}
