//! `--fix`, `--unsafe`, `--diff`.

use crate::{LEAVE, folder, policyc, policyc_with_input, read, transcript, transcripts, write};
use std::fs;

const BROKEN: &str = "-- 一份草稿\nscael severity { minor < major }\nfact severity: severity\nfact  x: bool\n\
    assume severity == major && severty = minor\narticle 1 {\n  not modelled \"scope\"\n  allow B0003 \"nothing\"\n}\n";

#[test]
fn a_trial_shows_what_would_change_and_writes_nothing() {
    let folder = folder();
    write(&folder, "broken.policy", BROKEN);
    let shown = transcripts(
        &folder,
        &[
            "check --fix --diff broken.policy leave.policy 请假.policy",
            "check --fix --unsafe --diff broken.policy --lang zh",
        ],
    );
    assert_eq!((read(&folder, "broken.policy").as_str(), read(&folder, "leave.policy").as_str()), (BROKEN, LEAVE));
    insta::assert_snapshot!(shown);
}

#[test]
fn fixes_are_applied_until_none_is_left() {
    let folder = folder();
    write(&folder, "broken.policy", BROKEN);
    let mut text = transcript(&folder, "check --fix --format short");
    text.push_str(&format!("\n{}", read(&folder, "broken.policy")));
    text.push_str(&format!("\n{}", transcript(&folder, "check --fix --unsafe --lang zh broken.policy")));
    text.push_str(&format!("\n{}\n{}", read(&folder, "broken.policy"), read(&folder, "leave.policy")));
    insta::assert_snapshot!(text);
}

#[test]
fn files_without_a_fix_are_not_touched() {
    let folder = folder();
    let sound = "fact   a: bool\r\n";
    write(&folder, "sound.policy", sound);
    let written = fs::metadata(folder.path().join("sound.policy")).unwrap().modified().unwrap();
    assert_eq!(policyc(folder.path(), &["check", "--fix", "sound.policy"]).code, 0);
    assert_eq!(policyc(folder.path(), &["check", "--fix", "--diff", "sound.policy"]).code, 0);
    assert_eq!(read(&folder, "sound.policy"), sound);
    assert_eq!(fs::metadata(folder.path().join("sound.policy")).unwrap().modified().unwrap(), written);
}

#[test]
fn only_what_would_be_reported_is_mended() {
    let folder = folder();
    for more in [&["--ignore", "C0090"][..], &["--select", "B"], &["--baseline", "base.json"]] {
        policyc(folder.path(), &["check", "--write-baseline", "base.json"]);
        policyc(folder.path(), &[&["check", "--fix", "leave.policy"], more].concat());
        assert_eq!(read(&folder, "leave.policy"), LEAVE, "{more:?}");
    }
}

#[test]
fn standard_input_is_mended_to_standard_output() {
    let folder = folder();
    let ended = policyc_with_input(folder.path(), &["check", "-", "--fix"], LEAVE);
    assert!(!ended.out.contains("C0001") && ended.out.contains("article 3 {"), "{}", ended.out);
    assert!(ended.err.contains("B0001") && !ended.err.contains("C0090"), "{}", ended.err);
    assert_eq!(ended.code, 1);
    let sound = policyc_with_input(folder.path(), &["check", "-", "--fix"], "fact a: bool\n");
    assert_eq!((sound.code, sound.out.as_str(), sound.err.as_str()), (0, "fact a: bool\n", ""));
}

#[test]
fn what_cannot_be_read_or_written_ends_with_2() {
    let folder = folder();
    assert_eq!(policyc(folder.path(), &["check", "--fix", "absent.policy"]).code, 2);
    assert_eq!(policyc(folder.path(), &["check", "--fix", "--diff", "absent.policy"]).code, 2);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let path = folder.path().join("leave.policy");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        // Whoever may write everything is not kept from it.
        if fs::OpenOptions::new().write(true).open(&path).is_err() {
            let ended = policyc(folder.path(), &["check", "--fix", "leave.policy"]);
            assert!(ended.code == 2 && ended.err.contains("cannot be written"), "{}", ended.err);
        }
    }
}

#[test]
fn a_fix_in_a_file_that_is_used_is_not_applied_to_its_user() {
    let folder = folder();
    write(&folder, "shared.policy", "fact x: bool\nscael s { a < b }\n");
    let user = "use \"shared.policy\"\nfact y: s\nfact z: bool\n";
    write(&folder, "user.policy", user);
    policyc(folder.path(), &["check", "--fix", "user.policy"]);
    assert_eq!(read(&folder, "user.policy"), user);
    assert_eq!(policyc(folder.path(), &["check", "--fix", "user.policy", "shared.policy"]).code, 0);
    assert_eq!(read(&folder, "shared.policy"), "fact x: bool\nscale s { a < b }\n");
}
