//! What kinds of symbols are called, for people and in the protocol.

use super::state::State;
use crate::policy::SymbolKind;
use gen_lsp_types as lsp;

impl State {
    /// What a kind of symbol is called.
    pub(super) fn kind(&self, kind: SymbolKind) -> String {
        let id = match kind {
            SymbolKind::Policy => "kind-policy",
            SymbolKind::Scale => "kind-scale",
            SymbolKind::Enum => "kind-enum",
            SymbolKind::Member => "kind-member",
            SymbolKind::Body => "kind-body",
            SymbolKind::Role => "kind-role",
            SymbolKind::Record => "kind-record",
            SymbolKind::Field => "kind-field",
            SymbolKind::Fact => "kind-fact",
            SymbolKind::Judgement => "kind-judgement",
            SymbolKind::Param => "kind-param",
            SymbolKind::Reading => "kind-reading",
            SymbolKind::Define => "kind-define",
            SymbolKind::Outcome => "kind-outcome",
            SymbolKind::Duty => "kind-duty",
            SymbolKind::Procedure => "kind-procedure",
            SymbolKind::Step => "kind-step",
            SymbolKind::Check => "kind-check",
            SymbolKind::Effect => "kind-effect",
            SymbolKind::Content => "kind-content",
            SymbolKind::Clause => "kind-clause",
            SymbolKind::Test => "kind-test",
        };
        self.words.text(id, &[])
    }
}

/// The kind of symbol that the protocol has for it.
pub(super) fn protocol_kind(kind: SymbolKind) -> lsp::SymbolKind {
    match kind {
        SymbolKind::Policy => lsp::SymbolKind::Module,
        SymbolKind::Scale | SymbolKind::Enum | SymbolKind::Reading => lsp::SymbolKind::Enum,
        SymbolKind::Member => lsp::SymbolKind::EnumMember,
        SymbolKind::Body | SymbolKind::Role => lsp::SymbolKind::Interface,
        SymbolKind::Record => lsp::SymbolKind::Struct,
        SymbolKind::Field | SymbolKind::Content => lsp::SymbolKind::Field,
        SymbolKind::Fact | SymbolKind::Judgement => lsp::SymbolKind::Variable,
        SymbolKind::Param => lsp::SymbolKind::Constant,
        SymbolKind::Define => lsp::SymbolKind::Function,
        SymbolKind::Outcome | SymbolKind::Effect => lsp::SymbolKind::Property,
        SymbolKind::Duty => lsp::SymbolKind::Event,
        SymbolKind::Procedure => lsp::SymbolKind::Class,
        SymbolKind::Step | SymbolKind::Check | SymbolKind::Test => lsp::SymbolKind::Method,
        SymbolKind::Clause => lsp::SymbolKind::Namespace,
    }
}

/// The kind of completion that the protocol has for it.
pub(super) fn completion_kind(kind: SymbolKind) -> lsp::CompletionItemKind {
    match kind {
        SymbolKind::Policy => lsp::CompletionItemKind::Module,
        SymbolKind::Scale | SymbolKind::Enum => lsp::CompletionItemKind::Enum,
        SymbolKind::Member => lsp::CompletionItemKind::EnumMember,
        SymbolKind::Body | SymbolKind::Role => lsp::CompletionItemKind::Interface,
        SymbolKind::Record => lsp::CompletionItemKind::Struct,
        SymbolKind::Field | SymbolKind::Content => lsp::CompletionItemKind::Field,
        SymbolKind::Fact | SymbolKind::Judgement | SymbolKind::Reading => lsp::CompletionItemKind::Variable,
        SymbolKind::Param => lsp::CompletionItemKind::Constant,
        SymbolKind::Define => lsp::CompletionItemKind::Function,
        SymbolKind::Outcome | SymbolKind::Effect => lsp::CompletionItemKind::Property,
        SymbolKind::Duty => lsp::CompletionItemKind::Event,
        SymbolKind::Procedure => lsp::CompletionItemKind::Class,
        SymbolKind::Step | SymbolKind::Check | SymbolKind::Test => lsp::CompletionItemKind::Method,
        SymbolKind::Clause => lsp::CompletionItemKind::Reference,
    }
}
