//! `--select`, `--ignore`, `--fail-on`.

use crate::{folder, policyc, transcripts, write};

#[test]
fn codes_and_groups_are_selected_in_both_languages() {
    let folder = folder();
    insta::assert_snapshot!(transcripts(
        &folder,
        &[
            "check --format short --select blank",
            "check --format short --select 混乱 --lang zh",
            "check --format short --select B --ignore B0003",
            "check --format short --select b0003 --ignore blank",
            "check --format short --select B0003,C00",
            "check --format short --ignore error,B,confused",
            "check --select vague,disproportion,burden,V,D,U",
            "check --select B0003 --fail-on hint --format short",
            "check --fail-on error --format short",
        ]
    ));
}

#[test]
fn a_word_that_names_nothing_is_refused() {
    let folder = folder();
    insta::assert_snapshot!(transcripts(
        &folder,
        &[
            "check --select confuzed",
            "check --ignore B0003,X9",
            "check --select 空自 --lang zh",
            "check --select B00034 --lang zh",
            "check --fail-on fatal",
            "check --unsafe",
            "check --diff",
            "check --watch --fix",
            "check --baseline a.json --write-baseline b.json",
            "check --statistics --format sarif",
            "check - --watch",
        ]
    ));
}

#[test]
fn errors_are_reported_whatever_is_selected() {
    let folder = folder();
    write(&folder, "faulty.policy", "fact a: boool\n");
    for more in [&["--select", "C0001"][..], &["--ignore", "E,error,E0310"]] {
        let ended = policyc(folder.path(), &[&["check", "faulty.policy", "--format", "short"], more].concat());
        assert!(ended.code == 1 && ended.out.contains("E0310"), "{more:?} {}", ended.out);
    }
}
