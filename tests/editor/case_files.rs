//! Names are changed in the files of cases too: facts, logs and earlier decisions beside a policy.

use super::client::{Client, position, uri};
use super::sessions::{edited, with};
use policyc::decide::{facts_from_json, history_from_json, log_from_json};
use policyc::source::SourceId;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

const POLICY: &str = "等级 程度 { 轻 < 重 }
等级 处理 { 提醒 < 撤职 }
机构 纪委
角色 司机
记录 往事 { 大小: 程度 }
事实 情节: 程度
事实 司机 的 情节: 程度
事实 历次: 列表 往事
结果 司机 的 处分: 处理 取重
第一条 { 若 情节 = 重 则 司机 的 处分 = 提醒 }
程序 调查程序 { 步骤 立案 以 纪委 核查 《清楚》 }
";

const FILES: [(&str, &str); 4] = [
    (
        "cases/甲 一.json",
        r#"{"情节": "重", "司机": {"情节": "轻"}, "历次": [{"大小": "重"}], "chosen": {"处分 of 司机": "撤职"}, "persons": {"司机": "重"}}"#,
    ),
    ("logs/乙.json", r#"{"entries": [{"step": "立案", "on": "2024-03-05", "by": ["纪委"], "checks": ["清楚"]}]}"#),
    ("past.json", r#"{"decisions": [{"outcome": "处分 of 司机", "value": "撤职", "on": "2024-03-05"}]}"#),
    ("other.json", r#"{"情节": "重", "其他": 7}"#),
];

/// The files after a name of the policy was changed.
fn renamed(folder: &Path, at: &str, name: &str) -> BTreeMap<String, String> {
    let root = json!({"workspaceFolders": [{"uri": uri(folder), "name": "office"}]});
    let mut client = Client::with("utf-16", root);
    let policy = uri(&folder.join("main.policy"));
    client.open(&policy, POLICY);
    let params = json!({"textDocument": {"uri": policy}, "position": position(POLICY, at, "utf-16")});
    let edit = client.request("textDocument/rename", with(params, "newName", json!(name)));
    client.close();
    let mut after = BTreeMap::new();
    for (file, text) in FILES.into_iter().chain([("main.policy", POLICY)]) {
        let changes = edit["changes"].get(uri(&folder.join(file))).cloned().unwrap_or(Value::Array(Vec::new()));
        after.insert(file.to_owned(), edited(text, &changes));
    }
    after
}

#[test]
fn what_belongs_to_the_policy_follows_it_and_nothing_else_changes() {
    let folder = tempfile::tempdir().unwrap();
    for (file, text) in FILES {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    std::fs::write(folder.path().join("main.policy"), POLICY).unwrap();
    for (at, old, wanted) in [
        ("重 }\n等级", "重", r#""情节": "新", "司机": {"情节": "轻"}, "历次": [{"大小": "新"}]"#),
        ("撤职 }", "撤职", r#""chosen": {"处分 of 司机": "新"}"#),
        ("司机\n记录", "司机", r#""新": {"情节": "轻"}"#),
        ("大小", "大小", r#""历次": [{"新": "重"}]"#),
        ("情节: ", "情节", r#"{"新": "重", "司机": {"情节": "轻"}"#),
        ("情节: 程度\n事实 历次", "情节", r#"{"情节": "重", "司机": {"新": "轻"}"#),
        ("处分: ", "处分", r#""chosen": {"新 of 司机": "撤职"}"#),
        ("立案", "立案", "重"),
        ("纪委", "纪委", "重"),
        ("清楚", "清楚", "重"),
    ] {
        let after = renamed(folder.path(), at, "新");
        let text = &after["main.policy"];
        let policy = policyc::check_text("main.policy", text).policy.unwrap_or_else(|| panic!("{old}: {text}"));
        let case = &after["cases/甲 一.json"];
        assert!(case.contains(wanted), "{old}: {case}");
        assert!(case.ends_with(r#""重"}}"#), "the name of a person is no name of the policy: {case}");
        assert!(facts_from_json(&policy, SourceId(1), case).is_ok(), "{old}: {case}");
        assert!(log_from_json(&policy, None, SourceId(1), &after["logs/乙.json"]).is_ok(), "{old}");
        assert!(history_from_json(&policy, SourceId(1), &after["past.json"]).is_ok(), "{old}");
        assert_eq!(after["other.json"], FILES[3].1, "it is no file of this policy");
    }
}
