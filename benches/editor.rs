//! Measurements of the language server: a client types into a policy of 2,000 rules. `cargo bench --bench editor`;
//! figures in `docs/performance.md`.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use criterion::{Criterion, criterion_group, criterion_main};
use policyc::diagnostic::Language;
use policyc::lsp::{NoSettings, Start, serve};
use policyc::policy::check_edited;
use policyc::source::{SourceId, SourceMap};
use policyc::syntax::{EditedText, EditedTexts};
use serde_json::{Value, json};
use std::fmt::Write;
use std::hint::black_box;
use std::io::{BufRead, BufReader, PipeReader, PipeWriter, Read, Write as _};
use std::sync::Arc;

const RULES: usize = 2_000;

/// A policy with as many rules as asked, each in an article of its own.
fn many_rules(rules: usize) -> String {
    let mut text = String::from(
        "scale severity { minor < moderate < major < extreme }\nscale measure { reminder < written_review < notice }
outcome sanction: measure combine heaviest\nfact severity: severity\nfact reported: bool\n",
    );
    for fact in 0..50 {
        writeln!(text, "fact days_{fact}: int").unwrap();
    }
    for rule in 1..=rules {
        let fact = rule % 50;
        writeln!(
            text,
            "article {rule} {{ if severity ≥ major and not reported and days_{fact} > {rule} then sanction ∈ <written_review, notice> }}"
        )
        .unwrap();
    }
    text
}

/// The text of article 1,000 begins in this line, and in the middle of it something is typed.
const LINE: usize = 54 + 1_000;
const COLUMN: usize = 20;

/// A client that types: from an edit to what the server says of it.
struct Typist {
    to_server: PipeWriter,
    from_server: BufReader<PipeReader>,
    version: i32,
}

impl Typist {
    fn new(text: &str) -> Self {
        let (server_input, to_server) = std::io::pipe().unwrap();
        let (from_server, server_output) = std::io::pipe().unwrap();
        let start = Start { language: None, fallback: Language::English, settings: Arc::new(NoSettings) };
        std::thread::spawn(move || serve(BufReader::new(server_input), server_output, &start));
        let mut typist = Self { to_server, from_server: BufReader::new(from_server), version: 0 };
        typist.send(&json!({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}));
        typist.receive();
        let document = json!({"uri": "untitled:bench", "languageId": "policy", "version": 0, "text": text});
        typist.notify("textDocument/didOpen", &json!({"textDocument": document}));
        typist.receive();
        typist
    }

    fn notify(&mut self, method: &str, params: &Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        write!(self.to_server, "Content-Length: {}\r\n\r\n{text}", text.len()).unwrap();
    }

    fn receive(&mut self) -> Value {
        let mut header = String::new();
        self.from_server.read_line(&mut header).unwrap();
        let length: usize = header.trim().rsplit(' ').next().unwrap().parse().unwrap();
        self.from_server.read_line(&mut header).unwrap();
        let mut bytes = vec![0; length];
        self.from_server.read_exact(&mut bytes).unwrap();
        serde_json::from_slice(&bytes).unwrap()
    }

    /// Changes a piece of a line and waits for the diagnostics of the new version.
    fn types(&mut self, (line, from, to): (usize, usize, usize), new: &str) {
        self.version += 1;
        let range = json!({"start": {"line": line, "character": from}, "end": {"line": line, "character": to}});
        let document = json!({"uri": "untitled:bench", "version": self.version});
        let params = json!({"textDocument": document, "contentChanges": [{"range": range, "text": new}]});
        self.notify("textDocument/didChange", &params);
        while self.receive()["params"]["version"] != self.version {}
    }

    /// Waits until all findings are there.
    fn settles(&mut self) {
        self.send(&json!({"jsonrpc": "2.0", "id": "settled", "method": "policyc/settled", "params": {}}));
        while self.receive()["id"] != "settled" {}
    }
}

fn editing(criterion: &mut Criterion) {
    let text = many_rules(RULES);
    let mut group = criterion.benchmark_group("editing");
    group.sample_size(20);
    let mut typist = Typist::new(&text);
    let mut is_typed = false;
    group.bench_function("from a keystroke to errors, 2,000 rules", |bencher| {
        bencher.iter(|| {
            // A letter that breaks a word, and away again.
            let (to, new) = if is_typed { (COLUMN + 1, "") } else { (COLUMN, "x") };
            typist.types((LINE, COLUMN, to), new);
            is_typed = !is_typed;
        });
    });
    let mut typist = Typist::new(&text);
    group.sample_size(10);
    group.bench_function("from a keystroke to findings, 2,000 rules", |bencher| {
        bencher.iter(|| {
            typist.types((LINE, 0, 0), " ");
            typist.settles();
        });
    });
    group.finish();
}

/// What a keystroke consists of.
fn parts(criterion: &mut Criterion) {
    let text = many_rules(RULES);
    let at = text.find("article 1000 ").unwrap() + COLUMN;
    let typed = format!("{} {}", &text[..at], &text[at..]);
    let mut group = criterion.benchmark_group("parts of a keystroke");
    group.sample_size(10);
    group.bench_function("reading again", |bencher| {
        let mut edited = EditedText::new(SourceId(0), text.clone());
        bencher.iter(|| {
            edited.replace(black_box(&typed));
            edited.replace(black_box(&text));
        });
    });
    group.bench_function("reading again and checking", |bencher| {
        let mut edited = EditedTexts::default();
        bencher.iter(|| {
            for text in [&typed, &text] {
                let mut sources = SourceMap::single("bench.policy", text.clone());
                black_box(check_edited(&mut sources, SourceId(0), None, &mut edited));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, editing, parts);
criterion_main!(benches);
