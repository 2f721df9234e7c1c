//! `policyc diff` as a person sees it, in both languages.

use crate::command::transcript;
use insta::assert_snapshot;
use std::fs;
use tempfile::TempDir;

const DESK: [(&str, &str); 2] =
    [("old.policy", include_str!("desk_old.policy")), ("new.policy", include_str!("desk_new.policy"))];

fn folder(texts: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in texts {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn diff(texts: &[(&str, &str)], commands: &[&[&str]]) -> String {
    let folder = folder(texts);
    let of = |more: &&[&str]| {
        let arguments = [&["diff", "old.policy", "new.policy", "--no-config"], *more].concat();
        transcript(folder.path(), &arguments)
    };
    commands.iter().map(of).collect::<Vec<_>>().join("\n")
}

#[test]
fn renamed_facts_added_members_lists_and_what_is_beside_the_outcomes() {
    let renamed = ["--rename", "major=serious"];
    assert_snapshot!(diff(
        &DESK,
        &[
            &[&renamed[..], &["--fail-on", "heavier"]].concat(),
            &[&renamed[..], &["--lang", "zh"]].concat(),
            &[&renamed[..], &["--lang", "zh", "--format", "markdown"]].concat(),
            &["--exact-names"],
        ]
    ));
}

#[test]
fn a_changed_duty_is_a_change() {
    let (old, text) = DESK[0];
    let new = text.replace("when severity ≥ major and busy", "when severity = extreme and busy");
    // Written otherwise, and the same in all cases.
    let same = text.replace("when severity ≥ major and busy", "when busy and severity ∉ <minor>");
    assert!(new != text && same != text);
    let commands: [&[&str]; 2] = [&["--fail-on", "any"], &["--format", "json", "--fail-on", "lighter"]];
    assert_snapshot!(diff(&[(old, text), ("new.policy", &new)], &commands));
    let same = diff(&[(old, text), ("new.policy", &same)], &[&["--fail-on", "any"]]);
    assert!(same.ends_with("sanction: no case changes\n--- exit code 0\n"), "{same}");
}

const SCALES: &str = "
    scale measure { warning < demotion }
    fact first: one  fact second: two  fact third: three
    outcome sanction: measure combine heaviest
    article 1 { if first = a and second = b and third = c then sanction = warning }";

#[test]
fn orders_that_contradict_each_other_are_refused() {
    let languages: [&[&str]; 2] = [&[], &["--lang", "zh"]];
    let old = format!("scale one {{ a < b < c }} scale two {{ a < b < c }} scale three {{ a < b < c }}{SCALES}");
    let new = format!("scale one {{ a < c < b }} scale two {{ a < b < c }} scale three {{ a < b < c }}{SCALES}");
    let two = diff(&[("old.policy", &old), ("new.policy", &new)], &languages);
    // One scale of the old text stands for three of the new one; no two of these contradict each other.
    let old = format!("enum any {{ a, b, c }}{}", SCALES.replace(": one", ": any").replace(": two", ": any"))
        .replace(": three", ": any");
    let new = format!("scale one {{ a < b }} scale two {{ b < c }} scale three {{ c < a }}{SCALES}")
        .replace("first = a and second = b and third = c", "first = b and second = c and third = a");
    let three = diff(&[("old.policy", &old), ("new.policy", &new)], &languages);
    assert_snapshot!(format!("{two}\n{three}"));
}

#[test]
fn two_bodies_contradict_each_other() {
    let text = |rules: &str| {
        format!(
            "scale severity {{ minor < major < extreme }}
             scale measure {{ warning < notice < demotion }}
             fact severity: severity  fact weather: bool
             outcome sanction: measure combine heaviest
             article 1 {{ {rules} }}"
        )
    };
    let old = text(
        "(1) if severity = minor then may sanction = warning
         (2) if severity = major then sanction ∈ <warning, notice>
         (3) if severity = extreme then sanction = demotion",
    );
    let new = text(
        "(1) if severity = minor then sanction = notice
         (2) if severity = major then sanction ∈ <notice, demotion>
         (3) if severity = extreme then sanction = demotion
         (4) exempt sanction if severity = extreme and weather",
    );
    let commands: [&[&str]; 3] =
        [&["--across"], &["--across", "--lang", "zh"], &["--across", "--lang", "zh", "--format", "markdown"]];
    assert_snapshot!(diff(&[("old.policy", &old), ("new.policy", &new)], &commands));
}

#[test]
fn what_is_not_decided_is_said_and_does_not_fail() {
    // Whether a product of two facts exceeds another one is not cut into cases.
    let text = |bound: &str| {
        format!(
            "scale measure {{ warning < notice }}
             fact people: int  fact hours: int  fact limit: int
             outcome sanction: measure combine heaviest
             article 1 {{ (1) if people * hours > {bound} then sanction = notice }}"
        )
    };
    let texts = [text("limit * limit"), text("limit * people")];
    let commands: [&[&str]; 2] = [&["--fail-on", "any"], &["--format", "json"]];
    assert_snapshot!(diff(&[("old.policy", &texts[0]), ("new.policy", &texts[1])], &commands));
}
