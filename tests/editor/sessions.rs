//! Whole sessions: what is opened, asked and answered.

use super::client::{Client, position, uri};
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::Path;

const URI: &str = "untitled:library";

pub const TEXT: &str = r#"policy library en "Library" zh "图书馆"
scale severity { minor < major < critical }
scale measure { reminder en "reminder" zh "提醒" < notice zh "通报" < removal }
body desk en "the desk" zh "服务台"
body board
role reader
fact severity: severity en "how grave it was" zh "情节"
judgement careless of reader: bool by desk criterion "what a reader is told at the desk"
param limit = 100.00 CNY
fact loss: money
outcome sanction: measure combine heaviest

article 3 en "Damage" zh "损坏" {
  (1) en "a grave case" if severity ≥ major and loss ≥ limit then sanction ∈ <reminder, notice>
  (2) if careless of reader then may sanction = removal
}
article 8 {
  authority for sanction {
    <reminder, notice> decided by desk
    <removal> decided jointly by desk, board approved by board
  }
}
test "grave" {
  given severity = major, loss = 200.00 CNY
  expect cites 3(1)
}
"#;

/// Answers in a form that is read easily.
pub fn shown(value: &Value) -> String {
    fn walk(value: &Value, depth: usize, text: &mut String) {
        match value {
            Value::Object(fields) if fields.contains_key("line") => {
                write!(text, "{}:{}", fields["line"], fields["character"]).unwrap();
            }
            Value::Object(fields) if fields.contains_key("start") && fields.contains_key("end") => {
                walk(&fields["start"], depth, text);
                text.push('-');
                walk(&fields["end"], depth, text);
            }
            Value::Object(fields) => {
                for (key, value) in fields {
                    write!(text, "\n{:width$}{key}: ", "", width = depth * 2).unwrap();
                    walk(value, depth + 1, text);
                }
            }
            Value::Array(list) => {
                for value in list {
                    write!(text, "\n{:width$}- ", "", width = depth * 2).unwrap();
                    walk(value, depth + 1, text);
                }
            }
            Value::String(string) => text.push_str(string),
            other => write!(text, "{other}").unwrap(),
        }
    }
    let mut text = String::new();
    walk(value, 0, &mut text);
    text
}

fn at(piece: &str) -> Value {
    json!({"textDocument": {"uri": URI}, "position": position(TEXT, piece, "utf-16")})
}

pub fn with(mut params: Value, name: &str, value: Value) -> Value {
    params[name] = value;
    params
}

fn opened(lang: &str) -> Client {
    let mut client = Client::with("utf-16", json!({"initializationOptions": {"lang": lang}}));
    client.open(URI, TEXT);
    client
}

#[test]
fn hover_explains_names_and_clauses() {
    let mut text = String::new();
    for lang in ["en", "zh"] {
        let mut client = opened(lang);
        for piece in [
            "severity ≥",
            "major and",
            "careless of reader then",
            "notice>\n",
            "sanction ∈",
            "3(1)",
            "(2) if",
            "limit then",
            "board approved",
            "Library",
        ] {
            let found = client.request("textDocument/hover", at(piece));
            let value = found["contents"]["value"].as_str().unwrap_or("nothing");
            write!(text, "=== {lang} · {piece}\n{value}\n").unwrap();
        }
        client.close();
    }
    insta::assert_snapshot!(text);
}

#[test]
fn definitions_references_and_highlights_lead_to_the_same_places() {
    let mut client = opened("en");
    let mut text = String::new();
    for piece in ["severity ≥", "reminder, notice> decided", "reader then", "3(1)", "Library", "decided"] {
        let definition = client.request("textDocument/definition", at(piece));
        let context = json!({"includeDeclaration": true});
        let references = client.request("textDocument/references", with(at(piece), "context", context));
        let highlights = client.request("textDocument/documentHighlight", at(piece));
        let count = |found: &Value| found.as_array().map_or(0, Vec::len);
        assert_eq!(count(&references), count(&highlights), "{piece}");
        let (definition, references) = (shown(&definition["range"]), shown(&references));
        write!(text, "=== {piece}\ndefinition {definition}\nreferences{references}\n").unwrap();
    }
    client.close();
    insta::assert_snapshot!(text);
}

#[test]
fn symbols_follow_the_clauses() {
    let mut client = opened("zh");
    let symbols = client.request("textDocument/documentSymbol", json!({"textDocument": {"uri": URI}}));
    let folds = client.request("textDocument/foldingRange", json!({"textDocument": {"uri": URI}}));
    let found = client.request("workspace/symbol", json!({"query": "损坏"}));
    assert_eq!(found[0]["name"], "3");
    assert_eq!(client.request("workspace/symbol", json!({"query": "zzz"})), json!([]));
    client.close();
    insta::assert_snapshot!(format!("{}\n{}", shown(&symbols), shown(&folds)));
}

/// The text after edits, applied from the last to the first.
pub fn edited(text: &str, edits: &Value) -> String {
    let offset = |position: &Value| {
        let line = usize::try_from(position["line"].as_u64().unwrap()).unwrap();
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let mut units = position["character"].as_u64().unwrap();
        let rest = text[start..].chars();
        start
            + rest
                .take_while(|c| {
                    let has = units > 0;
                    units = units.saturating_sub(c.len_utf16() as u64);
                    has
                })
                .map(char::len_utf8)
                .sum::<usize>()
    };
    let mut edits: Vec<(usize, usize, &str)> = edits
        .as_array()
        .unwrap()
        .iter()
        .map(|edit| (offset(&edit["range"]["start"]), offset(&edit["range"]["end"]), edit["newText"].as_str().unwrap()))
        .collect();
    edits.sort_unstable();
    edits.iter().rev().fold(text.to_owned(), |mut text, (from, to, new)| {
        text.replace_range(from..to, new);
        text
    })
}

#[test]
fn names_are_changed_wherever_they_stand() {
    let folder = tempfile::tempdir().unwrap();
    let shared = "scale 程度 { 轻 < 重 }\nbody 甲\n";
    let main = "use \"shared/词.policy\"\nfact 情节: 程度\nbody 乙\n\
        test \"一\" { given 情节 = 重 }\nhierarchy 甲 < 乙\n";
    std::fs::create_dir(folder.path().join("shared")).unwrap();
    std::fs::write(folder.path().join("shared/词.policy"), shared).unwrap();
    std::fs::write(folder.path().join("main.policy"), main).unwrap();
    let (shared_uri, main_uri) =
        (uri(&folder.path().join("shared/词.policy")), uri(&folder.path().join("main.policy")));
    let root = json!({"workspaceFolders": [{"uri": uri(folder.path()), "name": "office"}]});
    let mut client = Client::with("utf-16", root);
    // The shared file alone is open: the policy that uses it is found in the folder above.
    client.open(&shared_uri, shared);
    let at = json!({"textDocument": {"uri": shared_uri}, "position": position(shared, "重", "utf-16")});
    let found = client.request("textDocument/prepareRename", at.clone());
    assert_eq!(found["placeholder"], "重");
    let edit = client.request("textDocument/rename", with(at.clone(), "newName", json!("严重")));
    let changes = edit["changes"].as_object().unwrap();
    assert_eq!(changes.len(), 2);
    assert_eq!(edited(shared, &changes[&shared_uri]), shared.replace('重', "严重"));
    assert_eq!(edited(main, &changes[&main_uri]), main.replace('重', "严重"));
    let mut refusals = String::new();
    for name in ["轻", "若", "if", "a b", "", "1", "a{-", "a\u{202e}b", "（"] {
        let error = client.ask("textDocument/rename", with(at.clone(), "newName", json!(name))).unwrap_err();
        writeln!(refusals, "{name:?}: {}", error["message"].as_str().unwrap()).unwrap();
    }
    client.close();
    insta::assert_snapshot!(refusals);
}

#[test]
fn what_a_shared_file_breaks_is_said_where_it_shows() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("shared.policy"), "body 甲\n").unwrap();
    std::fs::write(folder.path().join("main.policy"), "use \"shared.policy\"\nbody 乙\nhierarchy 甲 < 乙\n").unwrap();
    let shared_uri = uri(&folder.path().join("shared.policy"));
    let main_uri = uri(&folder.path().join("main.policy"));
    let mut client = Client::new("utf-8");
    client.open(&shared_uri, "body 甲\n");
    assert_eq!(client.settled(&main_uri), Vec::<Value>::new());
    client.change(&shared_uri, json!([{"text": "body 丙\n"}]));
    let found = client.settled(&main_uri);
    assert_eq!(found[0]["code"], "E0311", "{found:?}");
    client.change(&shared_uri, json!([{"text": "body 甲\n"}]));
    assert_eq!(client.settled(&main_uri), Vec::<Value>::new());
    // On disk nothing has changed; a closed text counts no more.
    client.change(&shared_uri, json!([{"text": "body 丁\n"}]));
    client.open(&main_uri, "use \"shared.policy\"\nbody 乙\nhierarchy 甲 < 乙\n");
    assert_eq!(client.settled(&main_uri).len(), 1);
    client.notify("textDocument/didClose", json!({"textDocument": {"uri": shared_uri}}));
    assert_eq!(client.settled(&main_uri), Vec::<Value>::new());
    // A change on disk that the editor reports.
    std::fs::write(folder.path().join("shared.policy"), "body 戊\n").unwrap();
    client.notify("workspace/didChangeWatchedFiles", json!({"changes": [{"uri": shared_uri, "type": 2}]}));
    assert_eq!(client.settled(&main_uri).len(), 1);
    client.close();
}

#[test]
fn diagnostics_come_with_words_places_and_a_page() {
    let mut text = String::new();
    for lang in ["en", "zh"] {
        let mut client = Client::with("utf-16", json!({"locale": lang}));
        let broken =
            TEXT.replace("≥ major and", "≥ majr and").replace("article 8 {", "article 8 { if then }\narticle 3 {");
        client.open(URI, &broken);
        let found = client.settled(URI);
        assert!(found.len() >= 3, "a broken clause hides no other");
        writeln!(text, "=== {lang}{}", shown(&json!(found))).unwrap();
        client.change(URI, json!([{"text": TEXT}]));
        let findings = client.settled(URI);
        assert!(!findings.is_empty());
        for finding in findings {
            let (code, href) =
                (finding["code"].as_str().unwrap(), finding["codeDescription"]["href"].as_str().unwrap());
            assert_eq!(href, format!("policyc:/rule/{code}.md"));
            assert!(!finding["message"].as_str().unwrap().starts_with(code), "there are words for it");
        }
        let page = client.request("workspace/textDocumentContent", json!({"uri": "policyc:/rule/B0003.md"}));
        assert!(page["text"].as_str().unwrap().starts_with("# B0003 · "));
        assert!(client.ask("workspace/textDocumentContent", json!({"uri": "policyc:/rule/none.md"})).is_err());
        client.close();
    }
    insta::assert_snapshot!(text);
}

#[test]
fn formatting_gives_the_canonical_form() {
    let untidy = "等级 程度{轻<重}\n事实   情节:程度\n\n\n-- 注\n若 情节>=重 则 处理=警告;\n";
    let params = json!({"textDocument": {"uri": URI}, "options": {"tabSize": 4, "insertSpaces": true}});
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let mut client = Client::new(encoding);
        client.open(URI, untidy);
        let wanted = policyc::syntax::format_source(policyc::source::SourceId(0), untidy, None).unwrap();
        let edits = client.request("textDocument/formatting", params.clone());
        assert_eq!(edited(untidy, &edits), wanted);
        let line = json!({"start": {"line": 1, "character": 0}, "end": {"line": 1, "character": 3}});
        let edits = client.request("textDocument/rangeFormatting", with(params.clone(), "range", line));
        assert!(edited(untidy, &edits).ends_with("若 情节>=重 则 处理=警告;\n"), "what lies outside keeps its form");
        client.change(URI, json!([{"text": wanted}]));
        assert_eq!(client.request("textDocument/formatting", params.clone()), json!([]));
        client.change(URI, json!([{"text": "fact {"}]));
        assert_eq!(client.ask("textDocument/formatting", params.clone()).unwrap_err()["code"], -32803);
        client.close();
    }
}

#[test]
fn the_shipped_policies_are_said_to_be_what_the_check_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
    let mut client = Client::new("utf-8");
    for name in ["tipoff_handling", "county_cadres"] {
        let path = folder.join(format!("{name}.policy"));
        let text = std::fs::read_to_string(&path).unwrap();
        client.open(&uri(&path), &text);
        let found = client.settled(&uri(&path));
        let policy = policyc::check_text(name, &text).policy.unwrap();
        let mut wanted: Vec<&str> = Vec::new();
        let findings = policyc::lint::lint(&policy);
        wanted.extend(findings.iter().map(|one| one.code.as_str()));
        let mut codes: Vec<&str> = found.iter().map(|one| one["code"].as_str().unwrap()).collect();
        wanted.sort_unstable();
        codes.sort_unstable();
        assert_eq!(codes, wanted);
    }
    client.close();
}

/// The labels of what is offered behind a text, in order.
fn offered(client: &mut Client, rest: &str) -> Vec<String> {
    let text = format!("{TEXT}{rest}");
    client.change(URI, json!([{"text": text}]));
    let position = super::client::position_of(&text, text.len(), "utf-16");
    let params = json!({"textDocument": {"uri": URI}, "position": position});
    let found = client.request("textDocument/completion", params);
    let items = found["items"].as_array().unwrap();
    for item in items {
        let filter = item["filterText"].as_str().unwrap();
        let typed = &text[text.rfind(|c: char| !c.is_alphanumeric() && c != '_').map_or(0, |at| at + 1)..];
        assert!(typed.chars().next().is_none_or(|first| filter.to_lowercase().contains(first)), "{item}");
    }
    items.iter().map(|item| item["label"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn completion_offers_what_can_stand_there() {
    let snippets = json!({"textDocument": {"completion": {"completionItem": {"snippetSupport": true}}}});
    let mut client = Client::with("utf-16", json!({"capabilities": snippets}));
    client.open(URI, TEXT);
    assert_eq!(offered(&mut client, "if severity = "), ["minor", "major", "critical"]);
    assert_eq!(offered(&mut client, "if severity ≥ major then sanction ∈ <notice, r"), ["reminder", "removal"]);
    assert_eq!(offered(&mut client, "exempt sanction of "), ["reader"]);
    assert_eq!(offered(&mut client, "sanction = notice overriding "), ["3", "3(1)", "3(2)", "8"]);
    assert_eq!(offered(&mut client, "fact x: mea")[0], "measure");
    assert_eq!(offered(&mut client, "fact "), Vec::<String>::new());
    assert!(offered(&mut client, "art").contains(&"article".to_owned()));
    assert!(offered(&mut client, "if car").contains(&"careless of reader".to_owned()));
    client.close();
}

#[test]
fn chinese_names_are_completed_by_their_sound() {
    let mut client = Client::new("utf-16");
    let text = "等级 程度 { 轻 < 严重 }\n事实 情节: 程度\n结果 处分: 程度\n若 情节 ≥ ";
    client.open(URI, text);
    for (typed, wanted) in [("yz", "严重"), ("yanchong", "严重"), ("严", "严重"), ("q", "轻")] {
        let whole = format!("{text}{typed}");
        client.change(URI, json!([{"text": whole}]));
        let position = super::client::position_of(&whole, whole.len(), "utf-16");
        let params = json!({"textDocument": {"uri": URI}, "position": position});
        let found = client.request("textDocument/completion", params);
        let labels: Vec<&str> =
            found["items"].as_array().unwrap().iter().map(|one| one["label"].as_str().unwrap()).collect();
        assert_eq!(labels, [wanted], "{typed}");
        assert_eq!(found["isIncomplete"], typed.is_ascii());
        let edit = &found["items"][0]["textEdit"];
        assert_eq!(edited(&whole, &json!([edit])), format!("{text}{wanted}"));
    }
    client.close();
}

#[test]
fn faults_and_findings_are_mended() {
    let mut client = opened("en");
    let broken =
        TEXT.replace("≥ major", "≥ majr").replace("param limit", "allow B0003 \"nothing is open\"\nparam limit");
    client.change(URI, json!([{"text": broken}]));
    client.settled(URI);
    let everything = json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
    let params = json!({"textDocument": {"uri": URI}, "range": everything, "context": {"diagnostics": []}});
    let actions = client.request("textDocument/codeAction", params.clone());
    let action = &actions[0];
    assert_eq!((&action["kind"], &action["isPreferred"]), (&json!("quickfix"), &json!(false)));
    let mended = edited(&broken, &action["edit"]["changes"][URI]);
    assert_eq!(mended, broken.replace("majr", "major"));
    client.change(URI, json!([{"text": mended}]));
    client.settled(URI);
    let only = json!({"diagnostics": [], "only": ["source"]});
    let actions = client.request("textDocument/codeAction", with(params, "context", only));
    let titles: Vec<&str> = actions.as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect();
    assert_eq!(titles[0], "apply the fix that is certain");
    assert_eq!(edited(&mended, &actions[0]["edit"]["changes"][URI]), TEXT);
    client.close();
}

#[test]
fn words_are_told_apart() {
    let mut client = Client::new("utf-16");
    let text = "-- 注\nscale s { a < b }\n{- 两\n行 -}\nfact f: s \"标签\"\nif f = a then o = b\n";
    client.open(URI, text);
    let found = client.request("textDocument/semanticTokens/full", json!({"textDocument": {"uri": URI}}));
    let data: Vec<u64> = found["data"].as_array().unwrap().iter().map(|one| one.as_u64().unwrap()).collect();
    let lines: Vec<Vec<u16>> = text.lines().map(|line| line.encode_utf16().collect()).collect();
    let types = ["comment", "string", "number", "keyword", "type", "member", "variable", "property", "function"];
    let (mut line, mut column) = (0, 0);
    let mut words = Vec::new();
    for token in data.chunks(5) {
        let token: Vec<usize> = token.iter().map(|one| usize::try_from(*one).unwrap()).collect();
        column = if token[0] == 0 { column + token[1] } else { token[1] };
        line += token[0];
        let word = String::from_utf16(&lines[line][column..column + token[2]]).unwrap();
        words.push(format!("{word}:{}{}", types[token[3]], if token[4] == 1 { "!" } else { "" }));
    }
    client.close();
    insta::assert_snapshot!(words.join(" "));
}

#[test]
fn selections_grow_from_the_word_to_the_file() {
    let mut client = opened("en");
    let positions = json!([position(TEXT, "severity ≥", "utf-16"), {"line": 999, "character": 9}]);
    let params = json!({"textDocument": {"uri": URI}, "positions": positions});
    let found = client.request("textDocument/selectionRange", params);
    assert_eq!(found.as_array().unwrap().len(), 2);
    let mut starts = Vec::new();
    let mut range = &found[0];
    while !range.is_null() {
        starts.push(shown(&range["range"]["start"]));
        range = &range["parent"];
    }
    assert_eq!(
        starts,
        [
            shown(&position(TEXT, "severity ≥", "utf-16")),
            shown(&position(TEXT, "(1) en", "utf-16")),
            shown(&position(TEXT, "article 3", "utf-16")),
            "0:0".to_owned()
        ]
    );
    client.close();
}
