//! One line of a holiday file as words, dates and signs; characters that do not belong there are reported.

use crate::diagnostic::{Code, Diagnostic, Safety, is_hidden};
use crate::source::{SourceId, Span};

/// A piece of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Letters.
    Word,
    /// Something that begins with a digit: a date or a year, or what is meant as one.
    Number,
    /// `..`
    RangeMark,
    /// `,`, also `，` and `、`.
    Comma,
    /// A text in quotation marks.
    Text,
    /// Any other sign.
    Sign,
}

/// A piece of a line with its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    pub(super) kind: TokenKind,
    pub(super) text: &'t str,
    pub(super) span: Span,
}

/// What a line holds, without its comment.
#[derive(Debug, Default)]
pub(super) struct Line<'t> {
    pub(super) tokens: Vec<Token<'t>>,
    /// Characters that do not belong there, and a text that is never closed.
    pub(super) faults: Vec<Diagnostic>,
}

/// Reads a line, its end included; `offset` is where it begins in the source.
pub(super) fn read_line(source: SourceId, line: &str, offset: usize) -> Line<'_> {
    let mut reader = Reader { source, line, offset, found: Line::default() };
    reader.check_characters();
    reader.split();
    reader.found
}

struct Reader<'t> {
    source: SourceId,
    line: &'t str,
    offset: usize,
    found: Line<'t>,
}

impl Reader<'_> {
    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.source, self.offset + start, self.offset + end)
    }

    /// Reports what deceives the eye; in comments too, because a reader is deceived there as well.
    fn check_characters(&mut self) {
        let mut characters = self.line.char_indices().peekable();
        while let Some((at, c)) = characters.next() {
            let span = self.span(at, at + c.len_utf8());
            let ends_line = c == '\r' && characters.peek().is_some_and(|(_, next)| *next == '\n');
            let fault = match c {
                '\t' | '\n' => continue,
                '\r' if ends_line => continue,
                '\r' => named(Code::ControlCharacter, span, c).fix(Safety::Safe, span, "\n"),
                _ if c.is_control() => named(Code::ControlCharacter, span, c).fix(Safety::Unsafe, span, ""),
                // They only choose how the sign before them is drawn.
                '\u{FE00}'..='\u{FE0F}' => continue,
                _ if is_hidden(c) => named(Code::InvisibleCharacter, span, c).fix(Safety::Safe, span, ""),
                _ => match half_width(c) {
                    None => continue,
                    Some(half) => Diagnostic::new(Code::FullWidthCharacter, span)
                        .with("character", c.to_string())
                        .with("half", half.to_string())
                        .fix(Safety::Safe, span, half.to_string()),
                },
            };
            self.found.faults.push(fault);
        }
    }

    fn split(&mut self) {
        let mut at = 0;
        while let Some((rest, c)) = self.line.get(at..).and_then(|rest| Some((rest, rest.chars().next()?))) {
            if c == '#' || rest.starts_with("--") {
                return;
            }
            let length = if c.is_whitespace() || is_hidden(c) {
                self.check_blank(at, c);
                c.len_utf8()
            } else {
                let (kind, length) = self.token(at, rest, c);
                let text = rest.get(..length).unwrap_or_default();
                self.found.tokens.push(Token { kind, text, span: self.span(at, at + length) });
                length
            };
            at += length;
        }
    }

    /// Blanks of other kinds are harmless inside texts and comments, and misleading between words.
    fn check_blank(&mut self, at: usize, c: char) {
        if c.is_whitespace() && !is_hidden(c) && !matches!(c, ' ' | '\t' | '\u{3000}') {
            let span = self.span(at, at + c.len_utf8());
            self.found.faults.push(named(Code::InvisibleCharacter, span, c).fix(Safety::Safe, span, " "));
        }
    }

    /// The kind and the length of the token at the start of `rest`.
    fn token(&mut self, at: usize, rest: &str, c: char) -> (TokenKind, usize) {
        match c {
            ',' | '，' | '、' => (TokenKind::Comma, c.len_utf8()),
            '"' => (TokenKind::Text, self.text(at, rest, '"')),
            '“' => (TokenKind::Text, self.text(at, rest, '”')),
            _ if rest.starts_with("..") => (TokenKind::RangeMark, 2),
            _ if c.is_ascii_digit() || half_width(c).is_some_and(|half| half.is_ascii_digit()) => {
                (TokenKind::Number, number_length(rest))
            }
            _ if is_letter(c) => (TokenKind::Word, length_while(rest, is_letter)),
            _ => (TokenKind::Sign, c.len_utf8()),
        }
    }

    /// The length of a text with its quotation marks; one that is not closed ends with its line.
    fn text(&mut self, at: usize, rest: &str, close: char) -> usize {
        let mut escaped = false;
        for (index, c) in rest.char_indices().skip(1) {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                _ if c == close => return index + c.len_utf8(),
                _ => {}
            }
        }
        let length = rest.trim_end().len();
        self.found.faults.push(Diagnostic::new(Code::UnclosedString, self.span(at, at + length)));
        rest.len()
    }
}

fn named(code: Code, span: Span, c: char) -> Diagnostic {
    Diagnostic::new(code, span).with("codepoint", format!("U+{:04X}", u32::from(c)))
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

/// The length of a date, a year or what is meant as one, such as `2024/5/1` or `2024年5月1日`.
fn number_length(text: &str) -> usize {
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let belongs = match c {
            '-' => next != Some('-'),
            '.' => next.is_some_and(|next| next.is_ascii_digit()),
            '/' | '－' | '年' | '月' | '日' | '号' => true,
            _ => c.is_ascii_alphanumeric() || half_width(c).is_some(),
        };
        if !belongs {
            return at;
        }
    }
    text.len()
}

fn length_while(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// The half-width twin of a full-width letter or digit.
fn half_width(c: char) -> Option<char> {
    match c {
        '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' => {
            char::from_u32(u32::from(c) - 0xFEE0)
        }
        _ => None,
    }
}
