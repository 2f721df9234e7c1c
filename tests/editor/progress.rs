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
