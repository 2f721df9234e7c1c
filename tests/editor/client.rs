//! An editor in the test: it speaks to the server over two pipes, byte by byte as a real one does.

use policyc::diagnostic::Language;
use policyc::lsp::{Ending, NoSettings, Settings, Start, serve};
use serde_json::{Value, json};
use std::io::{self, BufRead, BufReader, PipeReader, PipeWriter, Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;

/// A running server and what it has said.
pub struct Client {
    to_server: Option<PipeWriter>,
    from_server: BufReader<PipeReader>,
    server: Option<JoinHandle<io::Result<Ending>>>,
    next: i64,
    /// Notifications that came while something else was waited for.
    pub heard: Vec<Value>,
    version: i32,
}

impl Client {
    /// A server that nothing was said to yet.
    pub fn raw(language: Option<Language>) -> Self {
        Self::started(language, Arc::new(NoSettings))
    }

    fn started(language: Option<Language>, settings: Arc<dyn Settings>) -> Self {
        let (server_input, to_server) = io::pipe().unwrap();
        let (from_server, server_output) = io::pipe().unwrap();
        let start = Start { language, fallback: Language::English, settings };
        let server = std::thread::spawn(move || serve(BufReader::new(server_input), server_output, &start));
        Self {
            to_server: Some(to_server),
            from_server: BufReader::new(from_server),
            server: Some(server),
            next: 0,
            heard: Vec::new(),
            version: 0,
        }
    }

    /// A server that is ready, and counts columns as asked.
    pub fn new(encoding: &str) -> Self {
        Self::with(encoding, json!({}))
    }

    /// A server that is ready, with further parameters of `initialize`.
    pub fn with(encoding: &str, more: Value) -> Self {
        Self::with_settings(encoding, more, Arc::new(NoSettings))
    }

    /// The same, with settings of its own.
    pub fn with_settings(encoding: &str, more: Value, settings: Arc<dyn Settings>) -> Self {
        let mut client = Self::started(None, settings);
        let mut params = json!({"capabilities": {"general": {"positionEncodings": [encoding]}}});
        for (key, value) in more.as_object().unwrap() {
            match (value, &mut params[key]) {
                (Value::Object(more), Value::Object(known)) => known.extend(more.clone()),
                (value, known) => *known = value.clone(),
            }
        }
        let result = client.request("initialize", params);
        assert_eq!(result["capabilities"]["positionEncoding"], encoding);
        client.notify("initialized", json!({}));
        client
    }

    pub fn send_bytes(&mut self, bytes: &[u8]) {
        self.to_server.as_mut().unwrap().write_all(bytes).unwrap();
    }

    pub fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.send_bytes(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    pub fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// The next message of the server.
    pub fn receive(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(self.from_server.read_line(&mut line).unwrap() > 0, "the server has gone away");
            match line.trim().split_once(": ") {
                Some(("Content-Length", number)) => length = number.parse().unwrap(),
                Some(_) => {}
                None if line.trim().is_empty() => break,
                None => panic!("no header: {line:?}"),
            }
        }
        let mut bytes = vec![0; length];
        self.from_server.read_exact(&mut bytes).unwrap();
        serde_json::from_slice(&bytes).unwrap()
    }

    /// The answer to a request: its result, or its error.
    pub fn ask(&mut self, method: &str, params: Value) -> Result<Value, Value> {
        self.next += 1;
        let id = self.next;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        loop {
            let message = self.receive();
            if message["id"] == id && message.get("method").is_none() {
                return match message.get("error") {
                    Some(error) => Err(error.clone()),
                    None => Ok(message["result"].clone()),
                };
            }
            self.heard.push(message);
        }
    }

    pub fn request(&mut self, method: &str, params: Value) -> Value {
        self.ask(method, params).unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    pub fn open(&mut self, uri: &str, text: &str) {
        self.version = 1;
        let document = json!({"uri": uri, "languageId": "policy", "version": 1, "text": text});
        self.notify("textDocument/didOpen", json!({"textDocument": document}));
    }

    pub fn change(&mut self, uri: &str, changes: Value) {
        self.version += 1;
        let document = json!({"uri": uri, "version": self.version});
        self.notify("textDocument/didChange", json!({"textDocument": document, "contentChanges": changes}));
    }

    /// The last diagnostics of a text that are said to be complete: findings were looked for too.
    pub fn settled(&mut self, uri: &str) -> Vec<Value> {
        self.request("policyc/settled", json!({}));
        let is_about = |one: &&Value| {
            one["method"] == "textDocument/publishDiagnostics" && one["params"]["uri"].as_str() == Some(uri)
        };
        let last = self.heard.iter().rev().find(is_about);
        let last = last.unwrap_or_else(|| panic!("nothing was said of {uri}"));
        last["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// Waits until lenses and hovers have all that they can show.
    pub fn surveyed(&mut self) {
        self.request("policyc/surveyed", json!({}));
    }

    /// Waits for a message of the server with this method.
    pub fn hears(&mut self, method: &str) -> Value {
        if let Some(at) = self.heard.iter().position(|one| one["method"] == method) {
            return self.heard.remove(at);
        }
        loop {
            let message = self.receive();
            if message["method"] == method {
                return message;
            }
            self.heard.push(message);
        }
    }

    /// Ends the server as the protocol wants it.
    pub fn close(mut self) {
        self.request("shutdown", Value::Null);
        self.notify("exit", Value::Null);
        assert_eq!(self.end(), Ending::Orderly);
    }

    /// Waits for the server to end.
    pub fn end(&mut self) -> Ending {
        self.to_server = None;
        self.server.take().unwrap().join().expect("the server does not panic").unwrap()
    }
}

/// The address of a file.
pub fn uri(path: &Path) -> String {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let mut uri = String::from("file://");
    for byte in path.to_str().unwrap().bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'.' | b'_' | b'-' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// Where a piece of a text begins, counted in units of UTF-16 or UTF-8.
pub fn position(text: &str, piece: &str, encoding: &str) -> Value {
    let at = text.find(piece).unwrap_or_else(|| panic!("{piece} is not in the text"));
    position_of(text, at, encoding)
}

/// A byte of a text as a position.
pub fn position_of(text: &str, at: usize, encoding: &str) -> Value {
    let before = &text[..at];
    let line = before.matches('\n').count();
    let column = before.rsplit('\n').next().unwrap_or_default();
    let character = match encoding {
        "utf-8" => column.len(),
        "utf-16" => column.encode_utf16().count(),
        _ => column.chars().count(),
    };
    json!({"line": line, "character": character})
}
