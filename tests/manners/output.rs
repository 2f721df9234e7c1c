//! Formats, order and statistics.

use crate::{folder, policyc, transcripts, write};

#[test]
fn the_most_serious_comes_first_in_each_file() {
    let folder = folder();
    write(&folder, "a.policy", "fact 未报告: bool\nfact 末报告: bool\narticle 1 missing \"x\"\n");
    write(&folder, "b.policy", "fact a: boool\nfact b: bool\n}\n");
    let found = policyc(folder.path(), &["check", "--format", "short", "b.policy", "a.policy", "leave.policy"]);
    let order: Vec<&str> = found.out.lines().map(|line| line.split(']').next().unwrap()).collect();
    assert_eq!(
        order,
        [
            "a.policy:1:6: warning[C0022",
            "a.policy:2:6: warning[C0001",
            "a.policy:2:6: warning[C0022",
            "a.policy:3:1: hint[B0003",
            "b.policy:1:9: error[E0310",
            "b.policy:3:1: error[E0204",
            "leave.policy:2:11: warning[B0001",
            "leave.policy:5:6: warning[C0022",
            "leave.policy:6:6: warning[C0001",
            "leave.policy:6:6: warning[C0022",
            "leave.policy:15:3: warning[C0090",
            "leave.policy:17:27: warning[C0090",
            "leave.policy:7:9: hint[B0005",
            "leave.policy:7:9: hint[B0010",
            "leave.policy:16:3: hint[B0003",
            "leave.policy:17:3: hint[B0003",
        ]
    );
}

#[test]
fn findings_are_counted() {
    let folder = folder();
    insta::assert_snapshot!(transcripts(
        &folder,
        &[
            "check --statistics",
            "check --statistics --lang zh --format short",
            "check --statistics --format json leave.policy",
            "check --statistics --select V",
        ]
    ));
}

#[test]
fn every_format_has_what_a_program_needs() {
    let folder = folder();
    write(
        &folder,
        "names.policy",
        "scale s { a < b }\nfact severity: s\nassume severty = a\nfact 未报告: bool\nfact 末报告: bool\n",
    );
    let formats = ["json", "sarif", "github", "junit", "short"];
    let commands = formats.map(|format| format!("check leave.policy names.policy --format {format}"));
    let text = transcripts(&folder, &commands.each_ref().map(String::as_str));
    insta::with_settings!({filters => vec![(r#""semanticVersion": "[^"]+""#, r#""semanticVersion": "[version]""#)]}, {
        insta::assert_snapshot!(text);
    });
}
