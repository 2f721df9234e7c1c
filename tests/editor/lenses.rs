//! What the editor shows between the lines: hints, lenses, signatures, and what comes of the commands behind them.

use super::client::{Client, position};
use super::sessions::{TEXT, edited};
use policyc::check_text;
use policyc::testing::run_tests;
use serde_json::{Value, json};
use std::fmt::Write;

const URI: &str = "untitled:library";

/// A test that fails, and a range that is not spelt out.
fn text() -> String {
    let ranged = "article 9 { if severity = minor then fine ∈ 10.00 CNY .. limit }\n";
    let text = TEXT.replace("outcome sanction", "outcome fine: money combine sum\noutcome sanction");
    format!(
        "{text}{ranged}test \"wrong\" {{ given severity = minor, careless of reader = false expect sanction = notice }}\n"
    )
}

fn opened(lang: &str, text: &str) -> Client {
    let mut client = Client::with("utf-16", json!({"initializationOptions": {"lang": lang}}));
    client.open(URI, text);
    client
}

fn lenses(client: &mut Client) -> Vec<Value> {
    let found = client.request("textDocument/codeLens", json!({"textDocument": {"uri": URI}}));
    found.as_array().unwrap().clone()
}

fn run(client: &mut Client, lens: &Value) -> Result<Value, Value> {
    client.ask("workspace/executeCommand", lens["command"].clone())
}

fn with_command<'l>(lenses: &'l [Value], command: &str) -> Vec<&'l Value> {
    lenses.iter().filter(|lens| lens["command"]["command"] == command).collect()
}

#[test]
fn lenses_say_what_is_known_of_tests_cases_and_coverage() {
    let mut said = String::new();
    for lang in ["en", "zh"] {
        let mut client = opened(lang, &text());
        client.surveyed();
        for lens in lenses(&mut client) {
            let line = &lens["range"]["start"]["line"];
            writeln!(said, "{lang} {line}: {}", lens["command"]["title"].as_str().unwrap()).unwrap();
        }
        client.close();
    }
    insta::assert_snapshot!(said);
}

#[test]
fn tests_are_run_as_they_stand_in_the_editor() {
    let mut client = opened("en", &text());
    client.surveyed();
    let found = lenses(&mut client);
    let mut said = Vec::new();
    for lens in with_command(&found, "policyc.runTest") {
        run(&mut client, lens).unwrap();
        let message = client.hears("window/showMessage");
        said.push((message["params"]["type"].clone(), message["params"]["message"].as_str().unwrap().to_owned()));
    }
    assert_eq!(said[0], (json!(3), "passed: “grave”".to_owned()));
    assert_eq!(said[1].0, json!(1));
    assert_eq!(said[1].1, "failed: “wrong”\nexpect sanction = notice: found sanction not addressed");
    // What was not saved counts.
    let mended = text().replace("expect sanction = notice", "expect sanction not addressed");
    client.change(URI, json!([{"text": mended}]));
    let found = lenses(&mut client);
    run(&mut client, with_command(&found, "policyc.runTest")[1]).unwrap();
    assert_eq!(client.hears("window/showMessage")["params"]["message"], "passed: “wrong”");
    client.surveyed();
    let coverage = lenses(&mut client);
    run(&mut client, with_command(&coverage, "policyc.showCoverage")[0]).unwrap();
    let message = client.hears("window/showMessage")["params"]["message"].as_str().unwrap().to_owned();
    assert_eq!(message, "no test asks about 3(2), 8, 9");
    client.close();
}

#[test]
fn the_case_of_a_finding_becomes_a_test() {
    let mut client = opened("en", TEXT);
    client.settled(URI);
    let everything = json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
    let params = json!({"textDocument": {"uri": URI}, "range": everything, "context": {"diagnostics": []}});
    let actions = client.request("textDocument/codeAction", params.clone());
    let is_test = |one: &&Value| one["title"] == "B0005: write the case as a test";
    let action = actions.as_array().unwrap().iter().find(is_test).expect("the gap has a case");
    let by_action = edited(TEXT, &action["edit"]["changes"][URI]);
    // The lens above the gap does the same.
    let found = lenses(&mut client);
    let is_gap = |one: &&Value| one["command"]["title"].as_str().unwrap().starts_with("B0005: ");
    run(&mut client, found.iter().find(is_gap).unwrap()).unwrap();
    let request = client.hears("workspace/applyEdit");
    client.send(&json!({"jsonrpc": "2.0", "id": request["id"], "result": {"applied": true}}));
    assert_eq!(edited(TEXT, &request["params"]["edit"]["changes"][URI]), by_action);
    let policy = check_text("library", &by_action).policy.expect("what was written can be read");
    let report = run_tests(&policy, "");
    assert_eq!((report.passed(), report.failed()), (2, 0), "{by_action}");
    // It is offered once.
    client.change(URI, json!([{"text": by_action}]));
    client.settled(URI);
    let actions = client.request("textDocument/codeAction", params);
    assert!(!actions.as_array().unwrap().iter().any(|one| is_test(&one)));
    client.close();
}

#[test]
fn commands_that_cannot_be_run_are_refused() {
    let mut client = opened("en", TEXT);
    let at = json!({"line": 0, "character": 0});
    for (command, arguments) in [
        ("policyc.runTest", json!([])),
        ("policyc.runTest", json!([URI, at])),
        ("policyc.runTest", json!(["untitled:other", at, "grave"])),
        ("policyc.writeTest", json!([URI, at, "B0005"])),
        ("policyc.writeTest", json!([URI, "here", 7])),
        ("policyc.nothing", json!([URI])),
    ] {
        let params = json!({"command": command, "arguments": arguments});
        assert_eq!(
            client.ask("workspace/executeCommand", params).unwrap_err()["code"],
            -32803,
            "{command} {arguments}"
        );
    }
    client.change(URI, json!([{"text": "fact {"}]));
    let params = json!({"command": "policyc.runTest", "arguments": [URI, at, "grave"]});
    assert_eq!(
        client.ask("workspace/executeCommand", params).unwrap_err()["message"],
        "the policy has errors; they come first"
    );
    client.close();
}

#[test]
fn hints_say_how_clauses_are_cited_and_what_rules_come_to() {
    let mut said = String::new();
    for (lang, text) in [
        ("en", text()),
        (
            "zh",
            "等级 处理 { 提醒 < 通报 }\n结果 处分: 处理 取重\n事实 甲: 是否\n\
         第八条 {\n  （一）{ （1）若 甲 则 可 处分 = 提醒 }\n}\n"
                .to_owned(),
        ),
    ] {
        let mut client = opened(lang, &text);
        let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
        let params = json!({"textDocument": {"uri": URI}, "range": range});
        let found = client.request("textDocument/inlayHint", params.clone());
        for hint in found.as_array().unwrap() {
            let (line, column) = (&hint["position"]["line"], &hint["position"]["character"]);
            writeln!(said, "{lang} {line}:{column} {}", hint["label"].as_str().unwrap()).unwrap();
        }
        // Only what is looked at.
        let mut first = params;
        first["range"] = json!({"start": {"line": 0, "character": 0}, "end": {"line": 1, "character": 0}});
        assert_eq!(client.request("textDocument/inlayHint", first), json!([]));
        client.close();
    }
    insta::assert_snapshot!(said);
}

#[test]
fn what_an_ensure_can_claim_is_shown_while_it_is_written() {
    let mut client = opened("en", TEXT);
    for (rest, wanted) in [
        ("ensure ", Some((0, 0))),
        ("ensure sanction rises ", Some((0, 1))),
        ("ensure sanction ignores severity when ", Some((1, 2))),
        ("ensure sanction is addressed when ", Some((2, 1))),
        ("ensure sanction ≤ ", Some((4, 1))),
        ("确保 sanction 不含 ", Some((3, 1))),
        ("if severity = minor then ", None),
        ("-- ensure ", None),
        ("ensure sanction ignores severity\nfact x: ", None),
    ] {
        let text = format!("{TEXT}{rest}");
        client.change(URI, json!([{"text": text}]));
        let at = super::client::position_of(&text, text.len(), "utf-16");
        let found = client.request("textDocument/signatureHelp", json!({"textDocument": {"uri": URI}, "position": at}));
        let active = found["activeSignature"].as_u64().zip(found["activeParameter"].as_u64());
        assert_eq!(active, wanted, "{rest}: {found}");
    }
    client.change(URI, json!([{"text": format!("{TEXT}ensure ")}]));
    let at = json!({"line": 99, "character": 0});
    let found = client.request("textDocument/signatureHelp", json!({"textDocument": {"uri": URI}, "position": at}));
    let labels: Vec<&str> =
        found["signatures"].as_array().unwrap().iter().map(|one| one["label"].as_str().unwrap()).collect();
    assert_eq!(
        labels,
        [
            "ensure OUTCOME rises with FACT when CONDITION",
            "ensure OUTCOME ignores FACT when CONDITION",
            "ensure OUTCOME is addressed when CONDITION",
            "ensure OUTCOME excludes VALUE when CONDITION",
            "ensure OUTCOME ≥ VALUE when CONDITION",
            "ensure OUTCOME ∈ <VALUES> when CONDITION",
        ]
    );
    client.close();
}

#[test]
fn hover_says_how_many_cases_a_clause_decides_alone() {
    let mut client = opened("en", TEXT);
    client.surveyed();
    let at = json!({"textDocument": {"uri": URI}, "position": position(TEXT, "3(1)", "utf-16")});
    let found = client.request("textDocument/hover", at);
    let value = found["contents"]["value"].as_str().unwrap();
    // Of 3 × 2 × 2 cases: major or critical, a large loss, and either answer about the reader.
    assert!(value.contains("decides 4 of 12 cases alone"), "{value}");
    client.close();
}
