//! Input that no good editor sends: each is answered with an error or passed over, and the server goes on.

use super::client::Client;
use policyc::lsp::Ending;
use serde_json::{Value, json};

const URI: &str = "file:///nowhere/%E5%88%B6%E5%BA%A6%20%E4%B8%80.policy";
const TEXT: &str = "fact 严重: bool\nfact 𠀀: bool\n";

/// The names of what the text declares, as the server has it.
fn text_of(client: &mut Client) -> String {
    let symbols = client.request("textDocument/documentSymbol", json!({"textDocument": {"uri": URI}}));
    let names = symbols.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap());
    names.flat_map(|name| [name, " "]).collect()
}

#[test]
fn edits_outside_of_the_text_are_moved_into_it() {
    let at = |line: i64, character: i64| json!({"line": line, "character": character});
    for (range, new, wanted) in [
        (json!({"start": at(99, 0), "end": at(99, 9)}), "fact b: bool", "严重 𠀀 b "),
        (json!({"start": at(0, 999_999), "end": at(1, 0)}), " fact b: bool\n", "严重 b 𠀀 "),
        (json!({"start": at(1, 0), "end": at(0, 0)}), "", "𠀀 "),
        (json!({"start": at(1, 6), "end": at(1, 7)}), "b", "严重 b "),
        (json!({"start": at(1, 7), "end": at(1, 7)}), "b", "严重 𠀀b "),
    ] {
        let mut client = Client::new("utf-16");
        client.open(URI, TEXT);
        client.change(URI, json!([{"range": range, "text": new}]));
        let found = text_of(&mut client);
        assert_eq!(found, wanted, "{range}");
        client.close();
    }
}

#[test]
fn positions_that_cannot_be_read_change_nothing() {
    let mut client = Client::new("utf-8");
    client.open(URI, TEXT);
    for range in [
        json!({"start": {"line": -1, "character": 0}, "end": {"line": 0, "character": 0}}),
        json!({"start": {"line": 0.5, "character": 0}, "end": {"line": 0, "character": 0}}),
        json!({"start": {"line": 99_999_999_999_i64, "character": 0}, "end": {"line": 0, "character": 0}}),
        json!("everything"),
    ] {
        client.change(URI, json!([{"range": range, "text": "x"}]));
        assert_eq!(text_of(&mut client), "严重 𠀀 ", "{range}");
    }
    let warned = client.heard.iter().filter(|one| one["method"] == "window/logMessage").count();
    assert_eq!(warned, 4, "each is reported");
    client.close();
}

#[test]
fn texts_that_are_not_open_are_reported() {
    let mut client = Client::new("utf-8");
    client.change(URI, json!([{"text": "fact a: bool"}]));
    client.notify("textDocument/didClose", json!({"textDocument": {"uri": URI}}));
    client.notify("textDocument/didOpen", json!({"textDocument": {"uri": "no address", "text": 7}}));
    client.notify("textDocument/didOpen", Value::Null);
    for method in ["hover", "definition", "rename", "prepareRename", "references", "formatting", "documentSymbol"] {
        let params = json!({
            "textDocument": {"uri": URI}, "position": {"line": 0, "character": 0}, "newName": "b",
            "context": {"includeDeclaration": true}, "options": {"tabSize": 2, "insertSpaces": true},
        });
        let answer = client.ask(&format!("textDocument/{method}"), params);
        assert!(answer.as_ref().is_ok_and(|found| found.is_null() || *found == json!([])) || method == "rename");
    }
    let warned: Vec<&str> = client.heard.iter().filter_map(|one| one["params"]["message"].as_str()).collect();
    assert_eq!(warned.len(), 4, "{warned:?}");
    assert_eq!(warned[0], "textDocument/didChange: the document is not open");
    client.open(URI, TEXT);
    client.change(URI, json!([{"text": "fact a: bool"}]));
    assert_eq!(text_of(&mut client), "a ");
    client.close();
}

#[test]
fn versions_may_have_gaps() {
    let mut client = Client::new("utf-8");
    client.open(URI, TEXT);
    for version in [7, 3, -1] {
        let document = json!({"uri": URI, "version": version});
        let change = json!([{"text": format!("fact v{}: bool", version + 1)}]);
        client.notify("textDocument/didChange", json!({"textDocument": document, "contentChanges": change}));
        assert_eq!(text_of(&mut client), format!("v{} ", version + 1));
    }
    client.close();
}

#[test]
fn requests_that_cannot_be_served_are_refused() {
    let mut client = Client::raw(None);
    let code = |answer: Result<Value, Value>| answer.unwrap_err()["code"].as_i64().unwrap();
    assert_eq!(code(client.ask("textDocument/hover", json!({}))), -32002, "before initialize");
    assert_eq!(code(client.ask("initialize", json!({"capabilities": 7}))), -32602);
    client.request("initialize", json!({"capabilities": {}}));
    assert_eq!(code(client.ask("initialize", json!({"capabilities": {}}))), -32601, "a second time");
    assert_eq!(code(client.ask("textDocument/hover", json!({"position": 1}))), -32602);
    assert_eq!(code(client.ask("textDocument/hover", Value::Null)), -32602);
    assert_eq!(code(client.ask("no/such", json!({}))), -32601);
    client.notify("no/such", json!({}));
    client.notify("$/cancelRequest", json!({"id": 4711}));
    client.request("shutdown", Value::Null);
    assert_eq!(code(client.ask("textDocument/hover", json!({}))), -32600, "after shutdown");
    client.notify("exit", Value::Null);
    assert_eq!(client.end(), Ending::Orderly);
}

#[test]
fn noise_in_the_stream_is_answered() {
    let mut client = Client::new("utf-8");
    for (noise, code) in [("Content-Length: 5\r\n\r\n{{{{{", -32700), ("Content-Length: x\r\n\r\n", -32600)] {
        client.send_bytes(noise.as_bytes());
        let answer = client.receive();
        assert_eq!((&answer["id"], &answer["error"]["code"]), (&Value::Null, &json!(code)), "{noise}");
    }
    client.open(URI, TEXT);
    assert_eq!(text_of(&mut client), "严重 𠀀 ");
    client.close();
}

#[test]
fn a_client_that_goes_away_ends_the_server() {
    let mut client = Client::new("utf-8");
    client.open(URI, TEXT);
    assert_eq!(client.end(), Ending::Abandoned);
    let mut client = Client::raw(None);
    client.notify("exit", Value::Null);
    assert_eq!(client.end(), Ending::Abandoned);
}

#[test]
fn a_thousand_edits_at_once_are_checked_together() {
    let mut client = Client::new("utf-16");
    client.open(URI, "");
    for number in 0..1_000 {
        let at = json!({"line": number, "character": 0});
        let text = format!("fact 事实{number}: bool\n");
        client.change(URI, json!([{"range": {"start": at, "end": at}, "text": text}]));
    }
    assert_eq!(text_of(&mut client).split_whitespace().count(), 1_000);
    client.settled(URI);
    let published = client.heard.iter().filter(|one| one["method"] == "textDocument/publishDiagnostics").count();
    assert!(published < 1_000, "{published} times");
    client.close();
}

#[test]
fn addresses_are_decoded() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("制度 一.policy");
    std::fs::write(&path, "body 甲\n").unwrap();
    let shared = super::client::uri(&path);
    assert!(shared.ends_with("%E5%88%B6%E5%BA%A6%20%E4%B8%80.policy"), "{shared}");
    let main = super::client::uri(&folder.path().join("main.policy"));
    let mut client = Client::new("utf-8");
    let text = "use \"制度 一.policy\"\nbody 乙\nhierarchy 甲 < 乙\n";
    client.open(&main, text);
    assert_eq!(client.settled(&main), Vec::<Value>::new());
    let links = client.request("textDocument/documentLink", json!({"textDocument": {"uri": main}}));
    assert_eq!(links[0]["target"], shared.as_str());
    let at = super::client::position(text, "甲 <", "utf-8");
    let found = client.request("textDocument/definition", json!({"textDocument": {"uri": main}, "position": at}));
    assert_eq!(found["uri"], shared.as_str());
    client.close();
}
