//! `policyc.toml`.

use crate::{folder, policyc, transcripts, write};
use policyc::diagnostic::{ExampleKind, page};
use policyc::{Code, Language};
use std::fs;

#[test]
fn settings_hold_for_the_folder_and_the_command_line_goes_before_them() {
    let folder = folder();
    let settings = "# for the whole house\nselect = [\"blank\", \"混乱\"]\nignore = [\"B0001\"]\nfail-on = \"hint\"\n\
        lang = \"zh\"\nformat = \"short\"\n\n[per-file-ignores]\n\"请假*\" = [\"B\"]\n";
    write(&folder, "policyc.toml", settings);
    insta::assert_snapshot!(transcripts(
        &folder,
        &[
            "check",
            "check --lang en",
            "check --select B0001",
            "check --ignore C",
            "check --fail-on error",
            "check --no-config --format short --select B0002",
            "rule B0009",
        ]
    ));
}

#[test]
fn all_faults_of_the_settings_are_said_in_both_languages() {
    let folder = folder();
    let faulty = "selct = [\"B0003\"]\nignore = [\"confusd\", 3]\nselect = \"B\"\nfail-on = \"warn\"\nlang = \"de\"\n\
        format = 3\nbaseline = \"\"\n[per-file-ignores]\n\"a[\" = [\"B\"]\n\"b/**\" = \"B\"\n";
    write(&folder, "policyc.toml", faulty);
    insta::assert_snapshot!(transcripts(&folder, &["check", "check --lang zh", "fmt leave.policy --check"]));
}

#[test]
fn settings_that_cannot_be_read_end_with_2() {
    let folder = folder();
    let check = |text: &[u8]| {
        write(&folder, "policyc.toml", text);
        transcripts(&folder, &["check leave.policy"])
    };
    let mut texts = vec![
        check(b"lang = \"zh\nfail-on = 3"),
        check(b"lang = \"zh\"\nlang = \"en\"\n"),
        check(b"select = [\"\xbf\xd5\xb0\xd7\xbf\xd5\xb0\xd7\"]\n"),
        check("[".repeat(10_000).as_bytes()),
        check("select = \"\u{1b}[31m\u{202e}\"\n".as_bytes()),
    ];
    fs::remove_file(folder.path().join("policyc.toml")).unwrap();
    fs::create_dir(folder.path().join("policyc.toml")).unwrap();
    texts.push(transcripts(&folder, &["check leave.policy --lang zh"]));
    insta::assert_snapshot!(texts.join("\n"));
    assert_eq!(policyc(folder.path(), &["check", "--no-config", "--select", "V"]).code, 0);
}

#[test]
fn the_nearest_settings_count_up_to_the_repository() {
    let folder = folder();
    write(&folder, "outer/policyc.toml", "ignore = [\"C\"]\n");
    write(&folder, "outer/repo/.git", "gitdir: elsewhere\n");
    write(&folder, "outer/repo/inner/deep/a.policy", crate::LEAVE);
    write(&folder, "outer/repo/other.policy", "fact a: bool\n");
    let lines = |arguments: &[&str]| {
        let ended = policyc(folder.path(), &[&["check", "--format", "short"], arguments].concat());
        assert!(ended.code < 2, "{}", ended.err);
        ended.out.lines().map(|line| line[line.find('[').unwrap() + 1..][..5].to_owned()).collect::<Vec<_>>()
    };
    let deep = "outer/repo/inner/deep/a.policy";
    let all = lines(&[deep]);
    assert!(all.contains(&"C0001".to_owned()), "settings outside the repository do not count: {all:?}");
    write(&folder, "outer/repo/policyc.toml", "select = [\"B0001\"]\n");
    assert_eq!(lines(&[deep]), ["B0001"]);
    write(&folder, "outer/repo/inner/policyc.toml", "select = [\"C0001\"]\n");
    assert_eq!(lines(&[deep]), ["C0001"]);
    assert_eq!(lines(&[deep, "outer/repo/other.policy"]), ["B0001"], "the folder that both lie in");
}

#[test]
fn patterns_are_about_names_or_about_ways_from_the_settings() {
    let folder = folder();
    write(&folder, "drafts/old/a.policy", crate::LEAVE);
    write(&folder, "a.policy", crate::LEAVE);
    let files = |pattern: &str| {
        write(
            &folder,
            "policyc.toml",
            format!("select = [\"B0001\"]\n[per-file-ignores]\n\"{pattern}\" = [\"blank\"]\n"),
        );
        let ended = policyc(folder.path(), &["check", "--format", "short"]);
        ended.out.lines().map(|line| line.split(':').next().unwrap().to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(files("nothing"), "a.policy drafts/old/a.policy leave.policy");
    assert_eq!(files("a.policy"), "leave.policy");
    assert_eq!(files("./a.policy"), "drafts/old/a.policy leave.policy");
    assert_eq!(files("drafts/"), "a.policy leave.policy");
    assert_eq!(files("drafts/*"), "a.policy drafts/old/a.policy leave.policy");
    assert_eq!(files("**/old/*.policy"), "a.policy leave.policy");
    assert_eq!(files("{leave,a}.policy"), "");
}

#[test]
fn a_baseline_is_named_from_the_folder_of_the_settings() {
    let folder = folder();
    write(&folder, "policyc.toml", "baseline = \"records/base.json\"\n");
    fs::create_dir(folder.path().join("records")).unwrap();
    assert_eq!(policyc(folder.path(), &["check"]).code, 2, "there is none yet");
    assert_eq!(policyc(folder.path(), &["check", "--write-baseline", "records/base.json"]).code, 0);
    let elsewhere = policyc(&folder.path().join("records"), &["check", ".."]);
    assert_eq!((elsewhere.code, elsewhere.out.as_str()), (0, "nothing to report\n"), "{}", elsewhere.err);
}

#[test]
fn the_pages_about_settings_show_their_fault_and_the_way_out() {
    let mut shown = 0;
    for code in Code::ALL {
        for example in page(*code, Language::English).examples() {
            let (name, arguments) = match example.language {
                "toml" => ("policyc.toml", &["check", "leave.policy"][..]),
                "json" if *code == Code::BaselineShape => {
                    ("base.json", &["check", "leave.policy", "--baseline", "base.json"][..])
                }
                _ => continue,
            };
            let folder = folder();
            write(&folder, name, example.text);
            let ended = policyc(folder.path(), arguments);
            let is_bad = example.kind == ExampleKind::Bad;
            assert_eq!((ended.code == 2, ended.err.contains(code.as_str())), (is_bad, is_bad), "{code}: {}", ended.err);
            shown += 1;
        }
    }
    assert_eq!(shown, 8);
}
