//! `allow CODE "why"`.

use crate::{folder, policyc, read, transcripts, write};

#[test]
fn what_the_author_answers_for_is_not_reported() {
    let folder = folder();
    let commands = ["check --format short", "check leave.policy", "check 请假.policy --lang zh"];
    insta::assert_snapshot!(transcripts(&folder, &commands));
}

#[test]
fn what_cannot_be_allowed_is_said_in_both_languages() {
    let folder = folder();
    let faulty = "policy faulty\nallow B0904 \"unknown\"\nallow b0003 \"small letters\"\nallow blank \"a group\"\n\
        allow B0003, B0001 \"two\"\nallow E0301 \"an error\"\nallow C0090 \"the check\"\nallow C0001\nfact a: bool\n\
        article 1 missing \"x\"\nallow B0003 \"late\"\n";
    write(&folder, "faulty.policy", faulty);
    let commands = ["check faulty.policy", "check faulty.policy --lang zh", "rule C0090 --lang zh"];
    insta::assert_snapshot!(transcripts(&folder, &commands));
}

#[test]
fn an_allow_in_a_shared_file_is_needed_if_one_policy_needs_it() {
    let folder = folder();
    write(&folder, "shared/first.policy", "fact 未报告: bool\n");
    let shared = "allow C0001 \"as on the form\"\nfact 末报告: bool\n";
    write(&folder, "shared/names.policy", shared);
    write(&folder, "bureau.policy", "use \"shared/first.policy\"\nuse \"shared/names.policy\"\nfact other: bool\n");
    write(&folder, "office.policy", "use \"shared/names.policy\"\nfact other: bool\n");
    let short = |names: &[&str], more: &[&str]| {
        let arguments = [&["check", "--format", "short"], names, more].concat();
        policyc(folder.path(), &arguments).out
    };
    let all = ["bureau.policy", "office.policy", "shared/names.policy"];
    assert_eq!(short(&all, &[]), "");
    assert_eq!(short(&all, &["--fix"]), "");
    assert_eq!(read(&folder, "shared/names.policy"), shared, "the bureau needs it");
    let unused = "shared/names.policy:1:1: warning[C0090]: “allow C0001” silences nothing\n";
    assert_eq!(short(&["office.policy"], &["--fix"]), unused, "only files that were named are mended");
    assert_eq!(read(&folder, "shared/names.policy"), shared);
    assert_eq!(short(&["shared/names.policy"], &["--fix"]), "");
    assert_eq!(read(&folder, "shared/names.policy"), "fact 末报告: bool\n");
}

#[test]
fn where_a_finding_lies_does_not_depend_on_what_else_is_checked() {
    let folder = folder();
    write(&folder, "a_names.policy", "fact 未报告: bool\n");
    write(&folder, "bureau.policy", "use \"a_names.policy\"\nallow C0001 \"as on the form\"\nfact 末报告: bool\n");
    for names in [&["bureau.policy"][..], &["a_names.policy", "bureau.policy"], &["bureau.policy", "./a_names.policy"]]
    {
        let ended = policyc(folder.path(), &[&["check", "--format", "short"], names].concat());
        assert_eq!((ended.code, ended.out.as_str()), (0, ""), "{names:?}");
    }
}
