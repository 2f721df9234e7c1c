//! A real client: Neovim without a screen opens the shipped policies.

use std::path::Path;
use std::process::Command;

#[test]
fn neovim_opens_checks_renames_formats_and_completes() {
    if Command::new("nvim").arg("--version").output().is_err() {
        eprintln!("skipped: there is no nvim on this machine");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in std::fs::read_dir(root.join("policies")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "policy") {
            std::fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
        }
    }
    let script = root.join("tests/editor/neovim.lua");
    let output = Command::new("nvim")
        .args(["--headless", "-u", "NONE", "-i", "NONE", "-n", "-c"])
        .arg(format!("luafile {}", script.display()))
        .env("POLICYC", env!("CARGO_BIN_EXE_policyc"))
        .env("XDG_STATE_HOME", folder.path().join("state"))
        .env("LC_ALL", "C.UTF-8")
        .current_dir(folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.replace('\r', "");
    assert!(output.status.success(), "{said}");
    insta::assert_snapshot!(said.trim());
}
