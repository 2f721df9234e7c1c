//! A search that takes long is shown as such, and ends.

use super::client::Client;
use policyc::Policy;
use policyc::diagnostic::{Diagnostics, Language};
use policyc::lsp::{Settings, Sifted};
use policyc::source::SourceMap;
use serde_json::json;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};

/// Settings that are read only once somebody lets them.
#[derive(Debug)]
struct Held(Mutex<Receiver<()>>);

impl Settings for Held {
    fn language(&self, _: &Path) -> Option<Language> {
        None
    }

    fn sift(&self, _: Option<&Path>, found: Diagnostics, _: Option<&Policy>, _: &SourceMap) -> Sifted {
        self.0.lock().unwrap().recv().unwrap();
        Sifted { reported: found, faulty: None }
    }
}

/// Settings that count how often a policy was looked at.
#[derive(Debug, Default)]
struct Counted(Mutex<Vec<String>>);

impl Settings for Counted {
    fn language(&self, _: &Path) -> Option<Language> {
        None
    }

    fn sift(&self, path: Option<&Path>, found: Diagnostics, _: Option<&Policy>, _: &SourceMap) -> Sifted {
        let name = path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        self.0.lock().unwrap().push(name.unwrap_or_default());
        Sifted { reported: found, faulty: None }
    }
}

#[test]
fn what_has_not_changed_is_not_looked_at_again() {
    let folder = tempfile::tempdir().unwrap();
    let address = |name: &str| super::client::uri(&folder.path().join(name));
    let counted = Arc::new(Counted::default());
    let mut client = Client::with_settings("utf-8", json!({}), counted.clone());
    let looked_at = || std::mem::take(&mut *counted.0.lock().unwrap());
    for (name, wanted) in [("a.policy", vec!["a.policy"]), ("b.policy", vec!["b.policy"])] {
        std::fs::write(folder.path().join(name), "body 甲\n").unwrap();
        client.open(&address(name), "body 甲\n");
        client.settled(&address(name));
        assert_eq!(looked_at(), wanted);
    }
    client.change(&address("b.policy"), json!([{"text": "body 乙\n"}]));
    client.settled(&address("b.policy"));
    assert_eq!(looked_at(), ["b.policy"]);
    // A file on disk may be the settings.
    client.notify("textDocument/didSave", json!({"textDocument": {"uri": address("b.policy")}}));
    client.settled(&address("b.policy"));
    assert_eq!(looked_at(), ["a.policy", "b.policy"]);
    client.close();
}

#[test]
fn a_long_search_is_shown_and_its_end_too() {
    let (release, held) = channel();
    let can = json!({"capabilities": {"window": {"workDoneProgress": true}}});
    let mut client = Client::with_settings("utf-8", can, Arc::new(Held(Mutex::new(held))));
    client.open("untitled:a", "body 甲\n");
    let request = client.hears("window/workDoneProgress/create");
    let token = request["params"]["token"].clone();
    client.send(&json!({"jsonrpc": "2.0", "id": request["id"], "result": null}));
    let begun = client.hears("$/progress");
    assert_eq!((&begun["params"]["token"], &begun["params"]["value"]["kind"]), (&token, &json!("begin")));
    assert_eq!(begun["params"]["value"]["title"], "policyc looks for findings");
    release.send(()).unwrap();
    let ended = client.hears("$/progress");
    assert_eq!((&ended["params"]["token"], &ended["params"]["value"]["kind"]), (&token, &json!("end")));
    client.close();
}

#[test]
fn findings_stay_shown_until_they_are_looked_for_again() {
    const URI: &str = "untitled:library";
    let mut client = Client::new("utf-8");
    client.open(URI, super::sessions::TEXT);
    let found = client.settled(URI).len();
    assert!(found > 0);
    let mut shown_after = |text: &str| -> Vec<usize> {
        client.heard.clear();
        client.change(URI, json!([{"text": text}]));
        client.settled(URI);
        let published = client.heard.iter().filter(|one| one["method"] == "textDocument/publishDiagnostics");
        published.map(|one| one["params"]["diagnostics"].as_array().unwrap().len()).collect()
    };
    let noted = format!("{}-- a note\n", super::sessions::TEXT);
    assert_eq!(shown_after(&noted), [found], "they do not vanish in between");
    // A policy with errors has no findings; they come back with the policy.
    assert_eq!(shown_after("fact {")[0], 1);
    assert_eq!(shown_after(&noted), [0, found]);
}
