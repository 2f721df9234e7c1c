//! Policies that use other files: what is found, what is refused, and where it is said.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use policyc::policy::{Checked, check_file, check_text, check_with};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A folder with these files; the policy is `office/office.policy`.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn checked(folder: &TempDir) -> Checked {
    check_file(&folder.path().join("office/office.policy")).unwrap()
}

/// Each fault: its code, the name of its file, its line, and the text at its place.
fn faults(checked: &Checked) -> Vec<String> {
    let fault = |found: &policyc::Diagnostic| {
        let span = found.span.unwrap();
        let source = checked.sources.get(span.source).unwrap();
        let file = Path::new(source.name()).file_name().unwrap().to_str().unwrap();
        let line = source.position(usize::try_from(span.start).unwrap()).line;
        format!("{} {file}:{line} {}", found.code, checked.sources.slice(span))
    };
    checked.diagnostics.iter().map(fault).collect()
}

/// The faults of a policy in `office/` with these files around it.
fn faults_of(policy: &str, others: &[(&str, &str)]) -> Vec<String> {
    let files: Vec<(&str, &str)> = others.iter().copied().chain([("office/office.policy", policy)]).collect();
    faults(&checked(&folder(&files)))
}

const RULES: &str = "outcome sanction: measure\narticle 1 { if late then sanction = notice }\n";

#[test]
fn declarations_are_shared() {
    let scales = "scale measure { reminder < notice }\nfact late: bool\n";
    let policy = format!(
        "use \"shared/scales.policy\"\n引用文件 \"bodies.policy\"\n{RULES}authority for sanction {{ decided by county }}\n"
    );
    let files = [
        ("office/office.policy", policy.as_str()),
        ("office/shared/scales.policy", scales),
        ("office/bodies.policy", "body county\nuse \"shared/scales.policy\"\n"),
    ];
    let checked = checked(&folder(&files));
    assert_eq!(faults(&checked), [""; 0]);
    let policy = checked.policy.unwrap();
    assert_eq!((policy.name(), policy.facts().len(), policy.bodies().len()), ("office", 1, 1));
}

#[test]
fn a_diamond_is_read_once() {
    let found = faults_of(
        "use \"left.policy\" use \"right.policy\" fact x: severity",
        &[
            ("office/left.policy", "use \"base.policy\" body left"),
            ("office/right.policy", "use \"./base.policy\" body right"),
            ("office/base.policy", "scale severity { minor < major }"),
        ],
    );
    assert_eq!(found, [""; 0]);
}

#[test]
fn faults_are_in_the_file_they_are_in() {
    let found = faults_of(
        "use \"shared.policy\"\nfact late: bol\n",
        &[("office/shared.policy", "scale measure { reminder < notice }\nfact severity: measur\nbody \n")],
    );
    assert_eq!(found, ["E0310 office.policy:2 bol", "E0310 shared.policy:2 measur", "E0201 shared.policy:3 "]);
}

#[test]
fn one_name_in_two_files_is_declared_twice() {
    let found = faults_of("use \"shared.policy\"\nfact late: bool\n", &[("office/shared.policy", "fact late: bool\n")]);
    assert_eq!(found, ["E0302 office.policy:2 late"]);
    let found = faults_of(
        "use \"a.policy\" use \"b.policy\" fact late: bool",
        &[("office/a.policy", "body county"), ("office/b.policy", "body county")],
    );
    assert_eq!(found, ["E0302 b.policy:1 county"]);
}

#[test]
fn nothing_outside_the_folder_is_used() {
    let secret = [("secret.policy", "body secret"), ("office/inner/x.policy", "use \"../../secret.policy\" body x")];
    for path in [
        "../secret.policy",
        "inner/../../secret.policy",
        "../office/../secret.policy",
        "/etc/passwd",
        "C:/secret.policy",
    ] {
        assert_eq!(
            faults_of(&format!("use \"{path}\" body y"), &secret),
            [format!("E0115 office.policy:1 \"{path}\"")]
        );
    }
    assert_eq!(faults_of("use \"inner/x.policy\" body y", &secret), ["E0115 x.policy:1 \"../../secret.policy\""]);
    let folder = folder(&[("secret.policy", "body secret")]);
    let absolute = folder.path().join("secret.policy").display().to_string();
    assert_eq!(
        faults_of(&format!("use \"{absolute}\" body y"), &secret),
        [format!("E0115 office.policy:1 \"{absolute}\"")]
    );
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_out() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[
        ("office/office.policy", "use \"link.policy\"\nuse \"out/secret.policy\"\nuse \"inside.policy\"\nbody y"),
        ("elsewhere/secret.policy", "body secret"),
        ("office/shared/bodies.policy", "body county"),
    ]);
    symlink("../elsewhere/secret.policy", folder.path().join("office/link.policy")).unwrap();
    symlink("../elsewhere", folder.path().join("office/out")).unwrap();
    symlink("shared/bodies.policy", folder.path().join("office/inside.policy")).unwrap();
    let found = faults(&checked(&folder));
    assert_eq!(found, ["E0115 office.policy:1 \"link.policy\"", "E0115 office.policy:2 \"out/secret.policy\""]);
}

#[test]
fn circles_are_errors() {
    assert_eq!(faults_of("use \"office.policy\" body x", &[]), ["E0116 office.policy:1 \"office.policy\""]);
    let two = faults_of("use \"a.policy\" body x", &[("office/a.policy", "body a\nuse \"office.policy\"")]);
    assert_eq!(two, ["E0116 a.policy:2 \"office.policy\""]);
    let three = faults_of(
        "use \"a.policy\" body x",
        &[
            ("office/a.policy", "use \"deep/b.policy\" body a"),
            ("office/deep/b.policy", "use \"../c.policy\" body b"),
            ("office/c.policy", "body c\nuse \"deep/../a.policy\""),
        ],
    );
    assert_eq!(three, ["E0116 c.policy:2 \"deep/../a.policy\""]);
}

#[test]
fn a_missing_file_is_one_fault() {
    let found = faults_of(&format!("use \"shared/scales.policy\"\n{RULES}"), &[]);
    assert_eq!(found, ["E0114 office.policy:1 \"shared/scales.policy\""], "what it declares is not called unknown");
    let found = faults_of("use \"shared\" use \"\" body x", &[("office/shared/a.policy", "body a")]);
    assert_eq!(found, ["E0102 office.policy:1 \"shared\"", "E0114 office.policy:1 \"\""]);
    let empty = faults_of("use \"a.policy\" fact x: severity", &[("office/a.policy", "-- nothing\n")]);
    assert_eq!(empty, ["E0113 a.policy:1 "]);
}

#[test]
fn what_belongs_to_one_policy_is_not_shared() {
    let shared = format!("policy other\noutline {{ articles 1..1 }}\nscale measure {{ reminder < notice }}\nfact late: bool
{RULES}article 2 missing \"all\"\nif late then sanction = reminder\ntest \"t\" {{ given late = true expect sanction = notice }}\n");
    let found = faults_of("use \"other.policy\"\nassume not late\n", &[("office/other.policy", &shared)]);
    assert_eq!(
        found,
        [
            "E0117 other.policy:1 other",
            "E0117 other.policy:2 outline { articles 1..1 }",
            "E0117 other.policy:6 article 1",
            "E0117 other.policy:8 if late then sanction = reminder",
            "E0117 other.policy:9 \"t\"",
        ]
    );
}

#[test]
fn texts_need_no_file_system() {
    let texts = BTreeMap::from([
        ("制度/办法.policy".to_owned(), "引用文件 \"共用/机构.policy\"\n机构 局".to_owned()),
        ("制度/共用/机构.policy".to_owned(), "机构 县".to_owned()),
    ]);
    let checked = check_with(&texts, "制度/办法.policy");
    assert_eq!(checked.policy.unwrap().bodies().len(), 2);
    assert_eq!(check_with(&texts, "办法.policy").diagnostics.iter().next().unwrap().code.as_str(), "E0101");
    let alone = check_text("办法.policy", "引用文件 \"共用/机构.policy\"\n机构 局");
    assert_eq!(faults(&alone), ["E0114 办法.policy:1 \"共用/机构.policy\""]);
}
