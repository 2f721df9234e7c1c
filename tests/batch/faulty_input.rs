//! Whatever is wrong with the files is said, and nothing crashes.

use crate::POLICY;
use crate::command::run;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn folder(cases: &[u8]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("p.policy"), POLICY).unwrap();
    fs::write(folder.path().join("cases.csv"), cases).unwrap();
    folder
}

fn batch(folder: &Path, more: &[&str]) -> (i32, String, String) {
    run(folder, &[&["batch", "p.policy", "cases.csv", "-o", "results.csv"], more].concat(), "")
}

#[test]
fn a_table_that_cannot_be_used_is_refused_with_the_reason() {
    let many = (0..1_000_000).map(|number| format!("c{number}")).collect::<Vec<_>>().join(",");
    let tables: [(&str, &str); 8] = [
        ("", "empty"),
        ("severity,severity\nmajor,minor\n", "two columns are called “severity”"),
        ("id,nmae\n1,2\n", "no column"),
        (&many, "1000000 columns"),
        ("severity,line\nmajor,1\n", "the name of a column of the results"),
        ("severity,sanction_status\nmajor,1\n", "the name of a column of the results"),
        ("\n\n", "empty"),
        ("\"severity,reported\n1,2\n", "no column"),
    ];
    for (table, reason) in tables {
        let folder = folder(table.as_bytes());
        let (code, out, err) = batch(folder.path(), &[]);
        assert!(code == 2 && out.is_empty() && err.contains("E1202") && err.contains(reason), "{code} {out} {err}");
        let left = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 2, "{reason}");
    }
    let folder = folder(b"severity\nmajor\n");
    fs::write(folder.path().join("l.policy"), "record r { x: bool } fact rs: list of r scale m { a < b } outcome o: m")
        .unwrap();
    fs::write(folder.path().join("l.csv"), "rs\n1\n").unwrap();
    let (code, _, err) = run(folder.path(), &["batch", "l.policy", "l.csv", "-o", "r.csv"], "");
    assert!(code == 2 && err.contains("list of records"), "{err}");
}

#[test]
fn records_that_cannot_be_read_are_rejected_one_by_one() {
    let long = "x".repeat(9 * 1024 * 1024);
    let mut cases =
        format!("severity,reported,days\nmajor,true\nmajor,true,1,2\n{long},true,1\nmajor,maybe,1\n").into_bytes();
    cases.extend(b"\xff\xfe,true,1\nmajor,\xff,1\nmajor,false,-4\nmajor,false,4\n\"open,true,1\n");
    let folder = folder(&cases);
    let (code, out, err) = batch(folder.path(), &["--encoding", "utf-8"]);
    assert!(code == 1 && out.contains("9 read = 1 answered + 8 rejected"), "{code} {out} {err}");
    let rejects = fs::read_to_string(folder.path().join("results.csv.rejected.ndjson")).unwrap();
    let found: Vec<serde_json::Value> = rejects.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let shown: Vec<String> =
        found.iter().map(|one| format!("{} {}", one["line"], one["code"].as_str().unwrap())).collect();
    let wanted = ["2 E1203", "3 E1203", "4 E1203", "5 E0604", "6 E1203", "7 E1203", "8 E0606", "10 E1203"];
    assert_eq!(shown, wanted, "{rejects}");
    assert!(rejects.contains("8 MiB") && rejects.contains("2 fields"), "{rejects}");
    let results = fs::read_to_string(folder.path().join("results.csv")).unwrap();
    assert!(results.contains("\n9,decided,review; notice,"), "{results}");
}

#[test]
fn spreadsheets_in_gbk_are_read_and_named() {
    let policy =
        "scale 程度 { 轻 < 重 } scale 处分 { 警告 < 记过 } fact 严重程度: 程度 fact 迟报: 是否 outcome 处分: 处分
                  若 严重程度 ≥ 重 且 迟报 则 处分 = 记过";
    let table = "编号;严重程度;迟报\n甲;重;是\n乙;轻;\n";
    // The same text in GBK.
    let bytes = fs::read("tests/batch/案件.gbk.csv").unwrap();
    assert!(std::str::from_utf8(&bytes).is_err() && bytes.len() < table.len());
    let folder = folder(&bytes);
    fs::write(folder.path().join("p.policy"), policy).unwrap();
    let (code, out, err) = batch(folder.path(), &["--lang", "zh"]);
    assert!(
        code == 0 && out.contains("编码 GBK，字段以“;”分隔") && out.contains("读取 2 = 判定 2 + 拒收 0"),
        "{out}{err}"
    );
    let results = fs::read_to_string(folder.path().join("results.csv")).unwrap();
    assert!(results.contains("2,甲,decided,记过,"), "{results}");
    assert!(!folder.path().join("results.csv.rejected.ndjson").exists());
}

#[test]
fn files_that_cannot_be_read_or_written_end_with_2() {
    let folder = folder(b"severity\nmajor\n");
    let with = |arguments: &[&str]| run(folder.path(), &[&["batch", "p.policy"], arguments].concat(), "");
    for arguments in [
        &["absent.csv", "-o", "results.csv"][..],
        &[".", "-o", "results.csv", "--from", "csv"],
        &["cases.csv", "-o", "absent/results.csv"],
        &["cases.csv", "-o", "results.xlsx"],
        &["cases.csv", "-o", "results.csv", "--encoding", "klingon"],
        &["cases.csv", "-o", "results.csv", "--delimiter", "、"],
        &["cases.csv", "-o", "-", "--to", "csv", "--resume"],
    ] {
        let (code, out, err) = with(arguments);
        assert!(code == 2 && out.is_empty() && err.contains("E1202"), "{arguments:?}: {code} {out} {err}");
    }
    if Path::new("/dev/full").exists() {
        let (code, _, err) = with(&["cases.csv", "-o", "/dev/full", "--to", "csv"]);
        assert!(code == 2 && err.contains("E1202") && err.contains("/dev/full"), "{err}");
    }
    let (code, out, err) = with(&["cases.csv", "-o", "-", "--to", "ndjson"]);
    assert!(code == 0 && out.starts_with("{\"line\":2,") && err.contains("1 read = 1 answered"), "{out} {err}");
}

#[test]
#[cfg(unix)]
fn whoever_reads_the_results_may_go_away() {
    let folder = folder(crate::table(2_000).as_bytes());
    let policyc = assert_cmd::cargo::cargo_bin("policyc");
    let line = format!(
        "{} batch p.policy cases.csv -o - --to csv 2>said | head -1; echo ${{PIPESTATUS[0]}}",
        policyc.display()
    );
    let output = std::process::Command::new("bash").args(["-c", &line]).current_dir(folder.path()).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("line,id,sanction_status") && text.ends_with("\n0\n"), "{text}");
    assert_eq!(fs::read_to_string(folder.path().join("said")).unwrap(), "");
}
