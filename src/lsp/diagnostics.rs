//! Diagnostics in the terms of the protocol.

use crate::diagnostic::{Catalogue, Code, Diagnostic, Severity};
use crate::source::{SourceId, Span};
use gen_lsp_types as lsp;
use gen_lsp_types::{DiagnosticSeverity, DiagnosticTag, Range, Uri};

/// What the pages of codes are addressed under; `workspace/textDocumentContent` gives their text.
pub(super) const PAGE_SCHEME: &str = "policyc";

/// Where the texts of a diagnostic lie, and the places in them.
pub(super) trait Located {
    /// The address of a text.
    fn uri(&self, source: SourceId) -> Option<Uri>;

    /// A place as the client counts it.
    fn range(&self, span: Span) -> Option<Range>;
}

/// The address of the page of a code.
pub(super) fn page_uri(code: Code) -> Option<Uri> {
    Uri::parse(&format!("{PAGE_SCHEME}:/rule/{code}.md")).ok()
}

/// The code whose page an address leads to.
pub(super) fn page_code(uri: &Uri) -> Option<Code> {
    let name = uri.path().strip_prefix("/rule/")?.strip_suffix(".md")?;
    if uri.scheme() == PAGE_SCHEME { Code::parse(name) } else { None }
}

/// A diagnostic with its words.
pub(super) fn shown(found: &Diagnostic, texts: &impl Located, words: &Catalogue) -> lsp::Diagnostic {
    let related = found.labels.iter().filter_map(|label| {
        let location = lsp::Location { uri: texts.uri(label.span.source)?, range: texts.range(label.span)? };
        let message = words.attribute(found, label.text)?;
        Some(lsp::DiagnosticRelatedInformation { location, message })
    });
    let related: Vec<lsp::DiagnosticRelatedInformation> = related.collect();
    let mut message = vec![words.message(found)];
    message.extend(words.label(found).filter(|label| !message.contains(label)));
    message.extend(words.helps(found));
    lsp::Diagnostic {
        range: found.span.and_then(|span| texts.range(span)).unwrap_or_default(),
        severity: Some(match found.severity() {
            Severity::Error => DiagnosticSeverity::Error,
            Severity::Warning => DiagnosticSeverity::Warning,
            Severity::Hint => DiagnosticSeverity::Hint,
        }),
        code: Some(found.code.as_str().to_owned().into()),
        code_description: page_uri(found.code).map(|href| lsp::CodeDescription { href }),
        source: Some("policyc".to_owned()),
        message: message.join("\n").into(),
        tags: is_superfluous(found.code).then(|| vec![DiagnosticTag::Unnecessary]),
        related_information: (!related.is_empty()).then_some(related),
        data: None,
    }
}

/// Whether what a finding points at could go.
fn is_superfluous(code: Code) -> bool {
    code == Code::UnusedAllow
}
