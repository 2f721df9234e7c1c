//! JSON text as RFC 8259 defines it: limits first, then one strict reading that keeps the place of everything.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::limits::{MAX_DIAGNOSTICS, MAX_FILE_BYTES, MAX_NESTING};
use crate::source::{SourceId, Span};
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, ParseStringErrorKind, parse_to_ast};

/// Longest piece of the input that a message repeats, in characters.
const SHOWN_CHARS: usize = 40;

/// A JSON text whose top level is an object.
pub(in crate::decide) struct Document<'t> {
    pub(in crate::decide) object: Object<'t>,
    /// Faults that do not hinder the reading: control characters and foreign blanks.
    pub(in crate::decide) faults: Diagnostics,
    places: Places<'t>,
}

/// From offsets of the text that the parser reads to places and pieces of the source.
#[derive(Clone, Copy)]
struct Places<'t> {
    source: SourceId,
    text: &'t str,
    /// How many bytes stand before `text`: those of a byte order mark.
    before: usize,
}

impl Places<'_> {
    fn span(self, start: usize, end: usize) -> Span {
        Span::new(self.source, start + self.before, end + self.before)
    }

    /// A place where the text is not JSON; `reason` is a variant of the message.
    fn fault(self, start: usize, end: usize, reason: &'static str) -> Diagnostic {
        let found = shown(self.text.get(start..end).unwrap_or_default());
        Diagnostic::new(Code::JsonSyntax, self.span(start, end)).with("reason", reason).with("found", found)
    }
}

impl<'t> Document<'t> {
    /// Reads a text. One byte order mark at its start is skipped.
    ///
    /// # Errors
    /// The text is too large, nests too deep, is not JSON, or is no object.
    pub(in crate::decide) fn read(source: SourceId, text: &'t str) -> Result<Self, Diagnostics> {
        if text.len() > MAX_FILE_BYTES {
            return Err(Diagnostics::from_iter([too_large().at(Span::new(source, 0, 0))]));
        }
        let rest = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let places = Places { source, text: rest, before: text.len() - rest.len() };
        let faults = scan(places).map_err(|too_deep| Diagnostics::from_iter([too_deep]))?;
        let only = |diagnostic| Err(Diagnostics::from_iter([diagnostic]));
        match parse_to_ast(rest, &CollectOptions::default(), &strict()).map(|parsed| parsed.value) {
            Ok(Some(Value::Object(object))) => Ok(Self { object, faults, places }),
            Ok(Some(other)) => {
                let Range { start, end } = other.range();
                let end = if matches!(other, Value::Array(_)) { start + 1 } else { end };
                only(places.fault(start, end, "not-object"))
            }
            Ok(None) => only(places.fault(0, 0, "empty")),
            // Of one mistake, such as a string that is never closed, the rest of the text is a follow-up.
            Err(error) => {
                let error = refused(places, &error);
                only(faults.into_iter().find(|fault| fault.span < error.span).unwrap_or(error))
            }
        }
    }

    /// Where something stands.
    pub(in crate::decide) fn span(&self, node: &impl Ranged) -> Span {
        let Range { start, end } = node.range();
        self.places.span(start, end)
    }

    /// Whether something holds a character that JSON does not allow there; it is not blamed a second time.
    pub(in crate::decide) fn is_spoilt(&self, place: Span) -> bool {
        let inside = |span: Span| place.start <= span.start && span.end <= place.end;
        self.faults.iter().any(|fault| fault.span.is_some_and(inside))
    }

    /// The text of a string.
    pub(super) fn text_of<'v>(&self, value: &'v Value<'_>) -> Option<&'v str> {
        match value {
            Value::StringLit(text) => Some(text.value.as_ref()),
            _ => None,
        }
    }

    /// Something as it is written; of arrays and objects only the brackets.
    pub(in crate::decide) fn written(&self, value: &Value<'_>) -> &str {
        match value {
            Value::Array(_) => "[…]",
            Value::Object(_) => "{…}",
            _ => self.places.text.get(value.start()..value.end()).unwrap_or_default(),
        }
    }
}

/// A piece of the input, short enough for a message.
pub(in crate::decide) fn shown(piece: &str) -> String {
    match piece.char_indices().nth(SHOWN_CHARS) {
        Some((end, _)) => format!("{}…", piece.get(..end).unwrap_or_default()),
        None => piece.to_owned(),
    }
}

/// The complaint about a text above the limit, without place.
pub(in crate::decide) fn too_large() -> Diagnostic {
    Diagnostic::without_place(Code::FactsTooLarge).with("reason", "size").with("limit", MAX_FILE_BYTES)
}

fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

/// Counts the nesting, so that nothing recurses beyond the limit, and finds the characters that the parser lets pass
/// though JSON does not: control characters in strings, and blanks other than space, tab and line ends around them.
fn scan(places: Places<'_>) -> Result<Diagnostics, Diagnostic> {
    let mut faults = Diagnostics::new();
    let (mut depth, mut in_string, mut escaped) = (0_u32, false, false);
    for (at, c) in places.text.char_indices() {
        let end = at + c.len_utf8();
        let reason = match c {
            '\0'..='\u{1F}' if in_string => Some("control-character"),
            ' ' | '\t' | '\n' | '\r' => None,
            _ if !in_string && c.is_whitespace() => Some("blank"),
            _ => None,
        };
        if let Some(reason) = reason
            && faults.len() < MAX_DIAGNOSTICS
        {
            let span = places.span(at, end);
            let found = format!("U+{:04X}", u32::from(c));
            faults.push(Diagnostic::new(Code::JsonSyntax, span).with("reason", reason).with("found", found));
        }
        match c {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            '[' | '{' if !in_string => depth += 1,
            ']' | '}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_NESTING {
            let diagnostic = Diagnostic::new(Code::FactsTooLarge, places.span(at, end));
            return Err(diagnostic.with("reason", "nesting").with("limit", MAX_NESTING));
        }
    }
    Ok(faults)
}

/// The parser's complaint as a variant of the message for it.
fn refused(places: Places<'_>, error: &ParseError) -> Diagnostic {
    let Range { start, end } = error.range();
    let in_number = |reason| {
        let number = number_around(places.text, start);
        places.fault(number.start, number.end, reason)
    };
    let (reason, end) = match error.kind() {
        ParseErrorKind::CommentsNotAllowed | ParseErrorKind::UnterminatedCommentBlock => ("comment", end),
        ParseErrorKind::ExpectedColonAfterObjectKey => ("colon", end),
        ParseErrorKind::ExpectedComma if inside_digits(places.text, start) => return in_number("leading-zero"),
        ParseErrorKind::ExpectedComma => ("comma", end),
        ParseErrorKind::ExpectedStringObjectProperty | ParseErrorKind::UnexpectedTokenInObject => ("name", end),
        ParseErrorKind::BareDecimalPointNumbersNotAllowed
        | ParseErrorKind::ExpectedDigit
        | ParseErrorKind::ExpectedDigitFollowingNegativeSign
        | ParseErrorKind::ExpectedPlusMinusOrDigitInNumberLiteral
        | ParseErrorKind::HexadecimalNumbersNotAllowed
        | ParseErrorKind::NonFiniteNumbersNotAllowed
        | ParseErrorKind::UnaryPlusNumbersNotAllowed => return in_number("number"),
        ParseErrorKind::MultipleRootJsonValues => ("trailing", end),
        ParseErrorKind::SingleQuotedStringsNotAllowed => ("single-quotes", end),
        ParseErrorKind::TrailingCommasNotAllowed => ("trailing-comma", end),
        ParseErrorKind::String(ParseStringErrorKind::UnterminatedStringLiteral) => ("unclosed-string", start + 1),
        ParseErrorKind::String(_) => ("escape", end),
        ParseErrorKind::UnterminatedArray | ParseErrorKind::UnterminatedObject => ("unclosed", start + 1),
        ParseErrorKind::ExpectedObjectValue
        | ParseErrorKind::UnexpectedCloseBrace
        | ParseErrorKind::UnexpectedCloseBracket
        | ParseErrorKind::UnexpectedColon
        | ParseErrorKind::UnexpectedComma => ("value", end),
        ParseErrorKind::UnexpectedToken | ParseErrorKind::UnexpectedWord | ParseErrorKind::NestingDepthExceeded => {
            ("unexpected", end)
        }
    };
    places.fault(start, end, reason)
}

/// Whether a digit stands on both sides of an offset.
fn inside_digits(text: &str, at: usize) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    text.split_at_checked(at).is_some_and(|(before, after)| before.ends_with(digit) && after.starts_with(digit))
}

/// The letters, digits, points and signs around an offset: what its author takes for a number.
fn number_around(text: &str, at: usize) -> Range {
    let part = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '-');
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    let before = before.chars().rev().take_while(part).count();
    Range { start: at - before, end: at + after.chars().take_while(part).count() }
}

/// Gives a complaint its place.
pub(in crate::decide) trait At {
    /// The same complaint at a place.
    fn at(self, span: Span) -> Diagnostic;
}

impl At for Diagnostic {
    fn at(mut self, span: Span) -> Diagnostic {
        self.span = Some(span);
        self
    }
}
