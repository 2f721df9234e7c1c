//! `--baseline` and `--write-baseline`.

use crate::{folder, policyc, read, transcripts, write};
use std::fs;

#[test]
fn what_was_there_before_is_not_reported() {
    let folder = folder();
    let mut text = transcripts(
        &folder,
        &["check --write-baseline base.json", "check --baseline base.json", "check --baseline base.json --lang zh"],
    );
    text.push_str(&format!("\n{}", read(&folder, "base.json")));
    insta::assert_snapshot!(text);
}

#[test]
fn lines_may_move_but_what_is_new_is_reported() {
    let folder = folder();
    policyc(folder.path(), &["check", "--write-baseline", "base.json"]);
    let moved = format!("-- a\n-- new\n-- beginning\n{}", read(&folder, "leave.policy"));
    write(&folder, "leave.policy", &moved);
    assert_eq!(policyc(folder.path(), &["check", "--baseline", "base.json", "--fail-on", "hint"]).code, 0);
    let more = moved
        .replace("(1) missing \"list of absences\"", "(1) missing \"list of absences, new\"")
        .replace("article 1 {", "article 1 { allow B0003 \"nothing\"");
    write(&folder, "leave.policy", more);
    insta::assert_snapshot!(transcripts(
        &folder,
        &["check --baseline base.json --format short", "check --baseline base.json --lang zh leave.policy"]
    ));
}

#[test]
fn a_baseline_is_found_from_any_folder_and_names_files_from_its_own() {
    let folder = folder();
    fs::create_dir(folder.path().join("deep")).unwrap();
    let ended = policyc(&folder.path().join("deep"), &["check", "..", "--write-baseline", "../base.json"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(read(&folder, "base.json").contains("\"file\": \"leave.policy\""));
    for (place, arguments) in [
        (".", &["check", "--baseline", "base.json"][..]),
        ("deep", &["check", "--baseline", "../base.json", "../leave.policy", "../请假.policy"]),
    ] {
        let ended = policyc(&folder.path().join(place), arguments);
        assert_eq!((ended.code, ended.out.as_str()), (0, "nothing to report\n"), "{place}");
    }
}

#[test]
fn what_no_longer_occurs_is_said_once_and_only_of_what_was_checked() {
    let folder = folder();
    policyc(folder.path(), &["check", "--write-baseline", "base.json"]);
    write(&folder, "leave.policy", "fact a: bool\n");
    write(&folder, "请假.policy", "事实 甲：是否\n");
    let check = |more: &[&str]| {
        let arguments = [&["check", "--baseline", "base.json", "--format", "short"], more].concat();
        policyc(folder.path(), &arguments).out
    };
    let stale =
        |count| format!("base.json: hint[C0091]: {count} findings of the baseline “base.json” no longer occur\n");
    assert_eq!(check(&[]), stale(15));
    assert_eq!(check(&["请假.policy"]), stale(5));
    assert_eq!(check(&["--ignore", "C0091"]), "");
    fs::remove_file(folder.path().join("leave.policy")).unwrap();
    assert_eq!(check(&["请假.policy"]), stale(15), "a file that is gone has no findings");
    write(&folder, "请假.policy", "事实 甲：\n");
    assert!(!check(&[]).contains("C0091"), "with errors it is not known");
}

#[test]
fn what_is_no_baseline_ends_with_2() {
    let folder = folder();
    write(&folder, "folder/x.policy", "fact a: bool\n");
    write(&folder, "broken.json", "{\"format\": 1, \"findings\": [{\"file\": \"制度\"}]}");
    write(&folder, "newer.json", "{\"format\": 2, \"entries\": []}");
    write(&folder, "gbk.json", [0xB9, 0xE6, 0xB5, 0xC4].repeat(8));
    let bad = ["absent.json", "folder", "broken.json", "newer.json", "gbk.json", "leave.policy"];
    let commands: Vec<String> = bad.iter().map(|name| format!("check leave.policy --baseline {name}")).collect();
    let mut commands: Vec<&str> = commands.iter().map(String::as_str).collect();
    commands.extend(["check leave.policy --baseline broken.json --lang zh", "check --baseline newer.json --lang zh"]);
    insta::assert_snapshot!(transcripts(&folder, &commands));
}

#[test]
fn a_baseline_is_not_written_over_errors_or_over_something_else() {
    let folder = folder();
    let ended = policyc(folder.path(), &["check", "--write-baseline", "leave.policy"]);
    assert_eq!(ended.code, 2);
    assert_eq!(read(&folder, "leave.policy"), crate::LEAVE);
    assert_eq!(policyc(folder.path(), &["check", "--write-baseline", "absent/base.json"]).code, 2);
    write(&folder, "faulty.policy", "fact a: boool\n");
    let ended = policyc(folder.path(), &["check", "--write-baseline", "base.json"]);
    assert!(ended.code == 1 && ended.err.contains("E0310") && ended.err.contains("not written"), "{}", ended.err);
    assert!(!folder.path().join("base.json").exists());
}
