//! `$/progress`: that a search for findings goes on, where it takes longer than a moment.

use super::state::State;
use super::transport::Outgoing;
use gen_lsp_types as lsp;
use gen_lsp_types::json_rpc::Id;
use gen_lsp_types::{ProgressToken, WorkDoneProgressBegin, WorkDoneProgressEnd};
use std::time::{Duration, Instant};

/// How long a search may take before anything is said.
const MOMENT: Duration = Duration::from_millis(700);

/// What the client was told of the search at hand.
#[derive(Debug, Default)]
pub(super) enum Progress {
    /// There is none.
    #[default]
    Idle,
    /// It goes on since then, and nothing was said.
    Since(Instant),
    /// The client was asked, by this request, whether it can be told.
    Asked(i64),
    /// It was told, under this token.
    Told(ProgressToken),
    /// It does not want to be told.
    Refused,
}

impl Progress {
    /// A search goes on.
    pub(super) fn start(&mut self) {
        if matches!(self, Self::Idle) {
            *self = Self::Since(Instant::now());
        }
    }

    /// It has ended.
    pub(super) fn end(&mut self, state: &State) {
        if let Self::Told(token) = std::mem::take(self) {
            report(state, token, &WorkDoneProgressEnd { message: None });
        }
    }

    /// How long to wait before the client is asked; `None` where it is not to be.
    pub(super) fn patience(&self, state: &State) -> Option<Duration> {
        match self {
            Self::Since(start) if state.abilities.progress => Some(MOMENT.saturating_sub(start.elapsed())),
            Self::Idle | Self::Since(_) | Self::Asked(_) | Self::Told(_) | Self::Refused => None,
        }
    }

    /// Asks the client whether it can be told.
    pub(super) fn ask(&mut self, state: &State) {
        if matches!(self, Self::Since(_)) {
            let id = state.next_request();
            let params = lsp::WorkDoneProgressCreateParams { token: token(id) };
            state.send(Outgoing::request::<lsp::WorkDoneProgressCreateRequest>(id, params));
            *self = Self::Asked(id);
        }
    }

    /// The client has answered a request.
    pub(super) fn answered(&mut self, state: &State, id: &Id, is_error: bool) {
        let Self::Asked(asked) = self else { return };
        if *id != Id::Number(*asked) {
            return;
        }
        if is_error {
            *self = Self::Refused;
            return;
        }
        let token = token(*asked);
        let title = state.words.text("progress-findings", &[]);
        let begin = WorkDoneProgressBegin { title, cancellable: Some(false), message: None, percentage: None };
        report(state, token.clone(), &begin);
        *self = Self::Told(token);
    }
}

fn token(request: i64) -> ProgressToken {
    ProgressToken::String(format!("policyc/{request}"))
}

fn report(state: &State, token: ProgressToken, what: &impl serde::Serialize) {
    if let Ok(value) = serde_json::to_value(what) {
        let params = lsp::ProgressParams { token, value };
        state.send(Outgoing::notification::<lsp::ProgressNotification>(params));
    }
}
