//! A client that has said what it can: its notifications, and which file answers which request.

use super::background::{Found, What};
use super::documents::{Change, Key};
use super::position::Encoding;
use super::progress::Progress;
use super::serve::Start;
use super::state::{Abilities, State};
use super::transport::Outgoing;
use super::{
    actions, capabilities, commands, completion, definition, folding, formatting, highlights, hints, hover, lenses,
    links, page, references, rename, selection, symbols, tokens,
};
use crate::diagnostic::{Catalogue, Language};
use crate::source::absolute;
use gen_lsp_types as lsp;
use gen_lsp_types::json_rpc::{Id, ResponseObject};
use gen_lsp_types::{
    ErrorCodes, InitializeParams, InitializeResult, LspNotificationMethod, LspRequestMethod as Method, Request,
};
use serde::Deserialize;
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::time::Duration;

/// The code of a request that is well formed, but cannot be fulfilled.
const REQUEST_FAILED: i32 = -32803;

/// Why a request is not fulfilled.
#[derive(Debug)]
pub(super) struct Refused(pub(super) String);

/// What a request comes to.
pub(super) type Answer<R> = Result<<R as Request>::Result, Refused>;

/// A client that is served.
#[derive(Debug)]
pub(super) struct Ready {
    state: State,
    can_register: bool,
    /// Who has asked to be told when everything is found.
    waiting: Vec<Id>,
    /// Who has asked to be told when everything else is known too.
    waiting_longer: Vec<Id>,
    progress: Progress,
}

/// Agrees with a client on how it is served.
pub(super) fn initialized(
    params: &InitializeParams,
    start: &Start,
    client: Sender<Outgoing>,
    report: impl Fn(Found) + Send + 'static,
) -> (Ready, InitializeResult) {
    let general = params.capabilities.general.as_ref();
    let offered = general.and_then(|general| general.position_encodings.as_deref()).unwrap_or_default();
    let encoding = Encoding::negotiated(offered);
    let folders = folders(params);
    let words = Catalogue::new(language(params, start, &folders));
    let abilities = abilities(params);
    let state = State::new(words, abilities, encoding, folders, start.settings.clone(), client, report);
    let workspace = params.capabilities.workspace.as_ref();
    let watched = workspace.and_then(|workspace| workspace.did_change_watched_files.as_ref());
    let can_register = watched.is_some_and(|watched| watched.dynamic_registration == Some(true));
    let result = InitializeResult {
        capabilities: capabilities::of(encoding),
        server_info: Some(lsp::ServerInfo {
            name: "policyc".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
    };
    let ready =
        Ready { state, can_register, waiting: Vec::new(), waiting_longer: Vec::new(), progress: Progress::default() };
    (ready, result)
}

fn abilities(params: &InitializeParams) -> Abilities {
    let completion = params.capabilities.text_document.as_ref().and_then(|of_texts| of_texts.completion.as_ref());
    let item = completion.and_then(|completion| completion.completion_item.as_ref());
    let workspace = params.capabilities.workspace.as_ref();
    let lens = workspace.and_then(|workspace| workspace.code_lens.as_ref());
    let window = params.capabilities.window.as_ref();
    Abilities {
        snippets: item.is_some_and(|item| item.snippet_support == Some(true)),
        lens_refresh: lens.is_some_and(|lens| lens.refresh_support == Some(true)),
        progress: window.is_some_and(|window| window.work_done_progress == Some(true)),
    }
}

/// The language of messages: what the server was started with, what the client asks for, what the settings say, the
/// language of the client, that of the system.
fn language(params: &InitializeParams, start: &Start, folders: &[PathBuf]) -> Language {
    let option = params.initialization_options.as_ref().and_then(|options| options.get("lang")?.as_str());
    let configured = || folders.iter().find_map(|folder| start.settings.language(folder));
    let found = start.language.or_else(|| option.map(Language::from_locale)).or_else(configured);
    found.or_else(|| params.locale.as_deref().map(Language::from_locale)).unwrap_or(start.fallback)
}

#[allow(deprecated)] // clients that know no folders name one root
fn folders(params: &InitializeParams) -> Vec<PathBuf> {
    let several = match &params.workspace_folders_initialize_params.workspace_folders {
        Some(lsp::WorkspaceFolders::WorkspaceFolderList(folders)) => folders.iter().map(|one| &one.uri).collect(),
        Some(lsp::WorkspaceFolders::Null) | None => Vec::new(),
    };
    let uris = if several.is_empty() { params.root_uri.iter().collect() } else { several };
    uris.into_iter().filter_map(folder).collect()
}

fn folder(uri: &lsp::Uri) -> Option<PathBuf> {
    uri.to_file_path().ok().map(|path| absolute(&path))
}

/// The parameters of a change; see [`Change`].
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ChangeParams {
    text_document: lsp::VersionedTextDocumentIdentifier,
    content_changes: Vec<Change>,
}

impl Ready {
    /// Checks what has changed.
    pub(super) fn refresh(&mut self) {
        if catch_unwind(AssertUnwindSafe(|| self.state.refresh())).is_err() {
            self.warn("a check has failed; this is a fault of policyc");
        }
        self.answer_waiting();
    }

    pub(super) fn take_over(&mut self, found: Found) {
        if matches!(found.what, What::Findings(None)) {
            self.warn("the search for findings has failed; this is a fault of policyc");
        }
        self.state.take_over(found);
        self.answer_waiting();
    }

    fn answer_waiting(&mut self) {
        if self.state.is_settled() {
            self.progress.end(&self.state);
            for id in std::mem::take(&mut self.waiting) {
                self.state.send(Outgoing::Answer(ResponseObject::from_success::<Settled>(id, ())));
            }
        } else {
            self.progress.start();
        }
        if self.state.is_surveyed() {
            for id in std::mem::take(&mut self.waiting_longer) {
                self.state.send(Outgoing::Answer(ResponseObject::from_success::<Surveyed>(id, ())));
            }
        }
    }

    /// How long nothing may come before the client is told that the search goes on.
    pub(super) fn patience(&self) -> Option<Duration> {
        self.progress.patience(&self.state)
    }

    /// The search takes long: the client may show that.
    pub(super) fn ask_for_progress(&mut self) {
        self.progress.ask(&self.state);
    }

    /// The client has answered a request of the server.
    pub(super) fn answered(&mut self, id: &Id, is_error: bool) {
        self.progress.answered(&self.state, id, is_error);
    }

    fn warn(&self, message: impl Into<String>) {
        let params = lsp::LogMessageParams { kind: lsp::MessageType::Warning, message: message.into() };
        self.state.send(Outgoing::notification::<lsp::LogMessageNotification>(params));
    }

    /// Reads the parameters of a notification; those that cannot be read are reported.
    fn read<T: for<'de> Deserialize<'de>>(&self, method: &str, params: Value) -> Option<T> {
        serde_json::from_value(params).map_err(|error| self.warn(format!("{method}: {error}"))).ok()
    }

    pub(super) fn notification(&mut self, method: &str, params: Value) {
        match LspNotificationMethod::from(method) {
            LspNotificationMethod::Initialized if self.can_register => self.watch_files(),
            LspNotificationMethod::TextDocumentDidOpen => self.opened(method, params),
            LspNotificationMethod::TextDocumentDidChange => self.changed(method, params),
            LspNotificationMethod::TextDocumentDidClose => {
                let Some(params) = self.read::<lsp::DidCloseTextDocumentParams>(method, params) else { return };
                if self.state.documents.close(&Key::of(&params.text_document.uri)) {
                    self.state.texts_changed();
                } else {
                    self.warn(format!("{method}: the document is not open"));
                }
            }
            LspNotificationMethod::TextDocumentDidSave | LspNotificationMethod::WorkspaceDidChangeWatchedFiles => {
                self.state.texts_changed();
            }
            LspNotificationMethod::WorkspaceDidChangeWorkspaceFolders => {
                let Some(params) = self.read::<lsp::DidChangeWorkspaceFoldersParams>(method, params) else { return };
                let gone: Vec<PathBuf> = params.event.removed.iter().filter_map(|one| folder(&one.uri)).collect();
                self.state.folders.retain(|known| !gone.contains(known));
                self.state.folders.extend(params.event.added.iter().filter_map(|one| folder(&one.uri)));
                self.state.texts_changed();
            }
            // Whatever else is notified changes nothing here.
            _ => {}
        }
    }

    fn opened(&mut self, method: &str, params: Value) {
        let Some(params) = self.read::<lsp::DidOpenTextDocumentParams>(method, params) else { return };
        let opened = params.text_document;
        match self.state.documents.open(opened.uri, opened.version, opened.text) {
            Ok(_) => self.state.texts_changed(),
            Err(refusal) => self.warn(format!("{method}: {refusal}")),
        }
    }

    fn changed(&mut self, method: &str, params: Value) {
        let Some(params) = self.read::<ChangeParams>(method, params) else { return };
        let key = Key::of(&params.text_document.text_document_identifier.uri);
        match self.state.documents.change(&key, params.text_document.version, params.content_changes) {
            Ok(()) => self.state.text_changed(key),
            Err(refusal) => {
                self.warn(format!("{method}: {refusal}"));
                self.state.texts_changed();
            }
        }
    }

    /// Asks the client to say when files change.
    fn watch_files(&self) {
        let watch = |pattern: &str| lsp::FileSystemWatcher {
            glob_pattern: lsp::GlobPattern::Pattern(pattern.to_owned()),
            kind: None,
        };
        let options = lsp::DidChangeWatchedFilesRegistrationOptions {
            watchers: ["**/*.policy", "**/policyc.toml"].map(watch).into(),
        };
        let registration = lsp::Registration {
            id: "files".to_owned(),
            method: "workspace/didChangeWatchedFiles".to_owned(),
            register_options: serde_json::to_value(options).ok(),
        };
        let params = lsp::RegistrationParams { registrations: vec![registration] };
        self.state.send(Outgoing::request::<lsp::RegistrationRequest>(self.state.next_request(), params));
    }

    /// Answers a request.
    pub(super) fn request(&mut self, method: &str, id: Id, params: Value) {
        if Method::from(method) == Settled::METHOD {
            self.waiting.push(id);
            return self.refresh();
        }
        if Method::from(method) == Surveyed::METHOD {
            self.waiting_longer.push(id);
            return self.refresh();
        }
        self.refresh();
        let state = &self.state;
        let answered = catch_unwind(AssertUnwindSafe(|| dispatch(state, method, id.clone(), params)));
        let failed = |_| Outgoing::refusal(id, ErrorCodes::InternalError, "this is a fault of policyc");
        self.state.send(answered.unwrap_or_else(failed));
    }
}

/// `policyc/settled`, a request of this server alone: it is answered once all findings are published.
#[derive(Debug)]
enum Settled {}

impl Request for Settled {
    type Params = ();
    type Result = ();
    const METHOD: Method<'static> = Method::Custom("policyc/settled");
    const MESSAGE_DIRECTION: lsp::MessageDirection = lsp::MessageDirection::ClientToServer;
}

/// `policyc/surveyed`, another one: it is answered once lenses and hovers have all that they can show.
#[derive(Debug)]
enum Surveyed {}

impl Request for Surveyed {
    type Params = ();
    type Result = ();
    const METHOD: Method<'static> = Method::Custom("policyc/surveyed");
    const MESSAGE_DIRECTION: lsp::MessageDirection = lsp::MessageDirection::ClientToServer;
}

fn dispatch(state: &State, method: &str, id: Id, params: Value) -> Outgoing {
    match Method::from(method) {
        Method::TextDocumentHover => answer::<lsp::HoverRequest>(state, id, params, hover::hover),
        Method::TextDocumentDefinition => answer::<lsp::DefinitionRequest>(state, id, params, definition::definition),
        Method::TextDocumentReferences => answer::<lsp::ReferencesRequest>(state, id, params, references::references),
        Method::TextDocumentDocumentHighlight => {
            answer::<lsp::DocumentHighlightRequest>(state, id, params, highlights::highlights)
        }
        Method::TextDocumentPrepareRename => answer::<lsp::PrepareRenameRequest>(state, id, params, rename::prepare),
        Method::TextDocumentRename => answer::<lsp::RenameRequest>(state, id, params, rename::rename),
        Method::TextDocumentDocumentSymbol => {
            answer::<lsp::DocumentSymbolRequest>(state, id, params, symbols::of_document)
        }
        Method::WorkspaceSymbol => answer::<lsp::WorkspaceSymbolRequest>(state, id, params, symbols::of_workspace),
        Method::TextDocumentFormatting => {
            answer::<lsp::DocumentFormattingRequest>(state, id, params, formatting::whole)
        }
        Method::TextDocumentRangeFormatting => {
            answer::<lsp::DocumentRangeFormattingRequest>(state, id, params, formatting::range)
        }
        Method::TextDocumentFoldingRange => answer::<lsp::FoldingRangeRequest>(state, id, params, folding::folding),
        Method::TextDocumentDocumentLink => answer::<lsp::DocumentLinkRequest>(state, id, params, links::links),
        Method::TextDocumentCompletion => answer::<lsp::CompletionRequest>(state, id, params, completion::completion),
        Method::TextDocumentCodeAction => answer::<lsp::CodeActionRequest>(state, id, params, actions::actions),
        Method::TextDocumentSelectionRange => {
            answer::<lsp::SelectionRangeRequest>(state, id, params, selection::selection)
        }
        Method::TextDocumentSemanticTokensFull => {
            answer::<lsp::SemanticTokensRequest>(state, id, params, tokens::tokens)
        }
        Method::TextDocumentInlayHint => answer::<lsp::InlayHintRequest>(state, id, params, hints::hints),
        Method::TextDocumentCodeLens => answer::<lsp::CodeLensRequest>(state, id, params, lenses::lenses),
        Method::TextDocumentSignatureHelp => {
            answer::<lsp::SignatureHelpRequest>(state, id, params, completion::signature)
        }
        Method::WorkspaceExecuteCommand => answer::<lsp::ExecuteCommandRequest>(state, id, params, commands::execute),
        Method::WorkspaceTextDocumentContent => {
            answer::<lsp::TextDocumentContentRequest>(state, id, params, page::content)
        }
        // What the server has not offered.
        _ => Outgoing::refusal(id, ErrorCodes::MethodNotFound, format!("“{method}” is not known")),
    }
}

fn answer<R: Request>(state: &State, id: Id, params: Value, handle: fn(&State, &R::Params) -> Answer<R>) -> Outgoing {
    match serde_json::from_value::<R::Params>(params) {
        Ok(params) => match handle(state, &params) {
            Ok(result) => Outgoing::Answer(ResponseObject::from_success::<R>(id, result)),
            Err(Refused(message)) => Outgoing::refusal(id, ErrorCodes::Custom(REQUEST_FAILED), message),
        },
        Err(error) => Outgoing::refusal(id, ErrorCodes::InvalidParams, error.to_string()),
    }
}
