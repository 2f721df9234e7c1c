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

#[test]
fn a_file_that_others_use_is_mended_as_a_part_of_them() {
    let folder = folder();
    // Alone, the shared file would not know the scale, and the nearest name would be a wrong fix.
    let shared = "fact kind: grave\nfact grade: grades\nassume grade == low\n";
    write(&folder, "set/shared.policy", shared);
    let user = "scale grades { low < high }\nscale grave { yes < no }\nuse \"shared.policy\"\n";
    write(&folder, "set/user.policy", user);
    let shown = policyc(folder.path(), &["check", "set", "--fix", "--unsafe", "--diff"]);
    assert_eq!((shown.code, read(&folder, "set/shared.policy").as_str()), (1, shared));
    let ended = policyc(folder.path(), &["check", "set", "--fix", "--unsafe", "--format", "short"]);
    assert_eq!((ended.code, ended.out.as_str()), (0, ""), "{}", ended.err);
    assert_eq!(read(&folder, "set/shared.policy"), shared.replace("==", "="));
    assert_eq!(read(&folder, "set/user.policy"), user);
    assert!(shown.out.contains("+assume grade = low\n"), "{}", shown.out);
}

#[test]
fn operators_of_other_languages_become_words_of_the_language_of_the_line() {
    let folder = folder();
    let text = "事实 甲: 是否  事实 乙: 是否  等级 处分 {警告 < 降级}  结果 处分: 处分 取重
第一条 {
  (1) 若 甲 && 乙 则 处分 = 警告
  (2) 若 ! 甲 则 处分 = 降级
  (3) if 甲 && 乙 then 处分 = 警告
}
";
    write(&folder, "运算.policy", text);
    policyc(folder.path(), &["check", "运算.policy", "--fix"]);
    let mended = read(&folder, "运算.policy");
    let lines: Vec<&str> = mended.lines().skip(2).take(3).collect();
    assert_eq!(
        lines,
        ["  (1) 若 甲 且 乙 则 处分 = 警告", "  (2) 若 非 甲 则 处分 = 降级", "  (3) if 甲 and 乙 then 处分 = 警告"]
    );
}

#[test]
fn parts_of_conditions_that_change_nothing_are_cut_out_only_if_so_wished() {
    let folder = folder();
    let text = "fact a: bool  fact b: bool  fact n: int
scale measure { warning < notice }
outcome sanction: measure combine heaviest
article 1 {
  (1) if n > 2 and a and n > 1 then sanction = notice
  (2) if b or n > 5 or n > 6 then sanction = warning
  (3) if b or a or (b and n > 5) then sanction = warning
  (4) if a and a and a and n < 0 then sanction = notice
}
";
    write(&folder, "parts.policy", text);
    let check = ["check", "parts.policy", "--select", "C0015", "--fix"];
    policyc(folder.path(), &check);
    assert_eq!(read(&folder, "parts.policy"), text);
    let ended = policyc(folder.path(), &[&check[..], &["--unsafe"]].concat());
    let mended = read(&folder, "parts.policy");
    let lines: Vec<&str> = mended.lines().skip(4).take(4).collect();
    assert_eq!(
        lines,
        [
            "  (1) if n > 2 and a then sanction = notice",
            "  (2) if b or n > 5 then sanction = warning",
            // Parentheses would be left without their partner.
            "  (3) if b or a or (b and n > 5) then sanction = warning",
            "  (4) if a and n < 0 then sanction = notice",
        ],
        "{}",
        ended.out
    );
}
