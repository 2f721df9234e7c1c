//! What the server offers.

use super::commands::COMMANDS;
use super::diagnostics::PAGE_SCHEME;
use super::position::Encoding;
use super::tokens;
use gen_lsp_types as lsp;
use gen_lsp_types::{CodeActionKind, ServerCapabilities};

/// What is offered to a client that counts columns in an encoding.
pub(super) fn of(encoding: Encoding) -> ServerCapabilities {
    let sync = lsp::TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(lsp::TextDocumentSyncKind::Incremental),
        save: Some(lsp::Save::Bool(true)),
        ..Default::default()
    };
    ServerCapabilities {
        position_encoding: Some(encoding.kind()),
        text_document_sync: Some(sync.into()),
        hover_provider: Some(true.into()),
        definition_provider: Some(true.into()),
        references_provider: Some(true.into()),
        document_highlight_provider: Some(true.into()),
        document_symbol_provider: Some(true.into()),
        workspace_symbol_provider: Some(true.into()),
        document_formatting_provider: Some(true.into()),
        document_range_formatting_provider: Some(true.into()),
        folding_range_provider: Some(true.into()),
        document_link_provider: Some(lsp::DocumentLinkOptions::default()),
        selection_range_provider: Some(true.into()),
        completion_provider: Some(lsp::CompletionOptions {
            trigger_characters: Some(["=", "<", "≥", "≤", "《", ":", "："].map(str::to_owned).into()),
            ..Default::default()
        }),
        code_action_provider: Some(
            lsp::CodeActionOptions {
                code_action_kinds: Some(vec![CodeActionKind::QuickFix, CodeActionKind::SourceFixAll]),
                ..Default::default()
            }
            .into(),
        ),
        semantic_tokens_provider: Some(
            lsp::SemanticTokensOptions { legend: tokens::legend(), full: Some(true.into()), ..Default::default() }
                .into(),
        ),
        inlay_hint_provider: Some(true.into()),
        code_lens_provider: Some(lsp::CodeLensOptions::default()),
        signature_help_provider: Some(lsp::SignatureHelpOptions {
            trigger_characters: Some([" ", "　"].map(str::to_owned).into()),
            ..Default::default()
        }),
        execute_command_provider: Some(lsp::ExecuteCommandOptions {
            commands: COMMANDS.map(str::to_owned).into(),
            ..Default::default()
        }),
        rename_provider: Some(lsp::RenameOptions { prepare_provider: Some(true), ..Default::default() }.into()),
        workspace: Some(lsp::WorkspaceOptions {
            workspace_folders: Some(lsp::WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(true.into()),
            }),
            text_document_content: Some(
                lsp::TextDocumentContentOptions { schemes: vec![PAGE_SCHEME.to_owned()] }.into(),
            ),
            ..Default::default()
        }),
        ..Default::default()
    }
}
