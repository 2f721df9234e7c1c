//! The lexical scan: one pass over the characters before the grammar runs.
//!
//! It finds what no grammar should have to know: characters that deceive the eye, control characters, quotes and
//! comments that are never closed, and nesting beyond the limit (counted here, so that the limit does not depend on
//! the size of a stack). It also collects the comments. Where a character is at fault, the grammar reads a repaired
//! text, so that one bad character is one message.

use super::ast::Comment;
use super::repair::Repaired;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Safety};
use crate::source::limits::MAX_NESTING;
use crate::source::{Place, SourceId, Span};

/// What the scan found.
pub(super) struct Scan {
    pub(super) repaired: Repaired,
    pub(super) comments: Vec<Comment>,
    pub(super) diagnostics: Diagnostics,
    /// Whether the text stays within the nesting limit; the grammar must not read it otherwise.
    pub(super) depth: Depth,
    /// What stands in braces that stand in no other ones, braces included; `None` where some have no counterpart, or a
    /// character was at fault.
    pub(super) groups: Option<Vec<std::ops::Range<usize>>>,
}

/// Whether a text nests too deep to be read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    Within,
    Exceeded,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Code,
    LineComment { start: usize },
    BlockComment { start: usize },
    Text { start: usize, close: char },
}

struct Scanner<'a> {
    source: SourceId,
    text: &'a str,
    mode: Mode,
    comments: Vec<Comment>,
    diagnostics: Diagnostics,
    nesting: Nesting,
    braces: Braces,
    edits: Vec<(usize, usize, String)>,
}

pub(super) fn scan(source: SourceId, text: &str) -> Scan {
    let mut scanner = Scanner {
        source,
        text,
        mode: Mode::Code,
        comments: Vec::new(),
        diagnostics: Diagnostics::new(),
        nesting: Nesting::default(),
        braces: Braces::default(),
        edits: Vec::new(),
    };
    scanner.run();
    let depth = if scanner.nesting.exceeded { Depth::Exceeded } else { Depth::Within };
    let is_closed = scanner.edits.is_empty() && !matches!(scanner.mode, Mode::BlockComment { .. });
    Scan {
        groups: is_closed.then(|| scanner.braces.groups()).flatten(),
        repaired: Repaired::new(text, scanner.edits),
        comments: scanner.comments,
        diagnostics: scanner.diagnostics,
        depth,
    }
}

impl Scanner<'_> {
    fn run(&mut self) {
        let mut characters = self.text.char_indices().peekable();
        let mut word_start = None;
        while let Some((at, c)) = characters.next() {
            let next = characters.peek().map(|(_, next)| *next);
            self.check_character(at, c, next);
            let mut consumed_next = false;
            match self.mode {
                Mode::Code => {
                    let in_word = c.is_alphanumeric() || c == '_';
                    if in_word {
                        word_start.get_or_insert(at);
                        continue;
                    }
                    if let Some(start) = word_start.take() {
                        self.word(start, at);
                    }
                    consumed_next = self.code(at, c, next);
                }
                Mode::LineComment { start } if c == '\n' => self.close_comment(start, at),
                Mode::BlockComment { start } if c == '-' && next == Some('}') => {
                    self.close_comment(start, at + 2);
                    consumed_next = true;
                }
                Mode::Text { .. } if c == '\\' && !matches!(next, None | Some('\n' | '\r')) => consumed_next = true,
                Mode::Text { close, .. } if c == close => self.mode = Mode::Code,
                Mode::Text { start, .. } if c == '\n' => self.unclosed_text(start, at),
                Mode::LineComment { .. } | Mode::BlockComment { .. } | Mode::Text { .. } => {}
            }
            if consumed_next && let Some((skipped_at, skipped)) = characters.next() {
                self.check_character(skipped_at, skipped, characters.peek().map(|(_, next)| *next));
            }
        }
        let end = self.text.len();
        match self.mode {
            Mode::Code => {
                if let Some(start) = word_start {
                    self.word(start, end);
                }
            }
            Mode::LineComment { start } => self.close_comment(start, end),
            Mode::BlockComment { start } => {
                self.diagnostics.push(Diagnostic::new(Code::UnclosedComment, self.span(start, start + 2)));
                self.close_comment(start, end);
            }
            Mode::Text { start, .. } => self.unclosed_text(start, end),
        }
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.source, start, end)
    }

    /// Handles a character outside words, comments and strings; says whether the next one belongs to it.
    fn code(&mut self, at: usize, c: char, next: Option<char>) -> bool {
        match (c, next) {
            ('-', Some('-')) => {
                self.mode = Mode::LineComment { start: at };
                return true;
            }
            ('{', Some('-')) => {
                self.mode = Mode::BlockComment { start: at };
                return true;
            }
            ('"', _) => self.mode = Mode::Text { start: at, close: '"' },
            ('“', _) => self.mode = Mode::Text { start: at, close: '”' },
            ('(' | '（' | '{' | '｛' | '[' | '［', _) => self.nest(at, c),
            (')' | '）' | '}' | '｝' | ']' | '］', _) => {
                self.braces.close(at, c);
                self.nesting.close();
            }
            ('-' | '－', _) => self.prefix(at, c),
            _ if c.is_whitespace() => return false,
            _ => self.nesting.operand(),
        }
        if !matches!(c, '(' | '（' | '{' | '｛' | '[' | '［' | '-' | '－') {
            self.nesting.operand();
        }
        false
    }

    fn word(&mut self, start: usize, end: usize) {
        match self.text.get(start..end) {
            Some("not" | "非") => self.prefix(start, 'n'),
            _ => self.nesting.operand(),
        }
    }

    fn nest(&mut self, at: usize, c: char) {
        self.braces.open(at, c);
        self.nesting.open();
        self.check_depth(at, c);
    }

    fn prefix(&mut self, at: usize, c: char) {
        self.nesting.prefix();
        self.check_depth(at, c);
    }

    fn check_depth(&mut self, at: usize, c: char) {
        if self.nesting.depth() > MAX_NESTING && !self.nesting.exceeded {
            self.nesting.exceeded = true;
            self.diagnostics.push(
                Diagnostic::new(Code::NestedTooDeep, self.span(at, at + c.len_utf8())).with("limit", MAX_NESTING),
            );
        }
    }

    fn close_comment(&mut self, start: usize, end: usize) {
        let text = self.text.get(start..end).unwrap_or_default().trim_end();
        let place = Place(self.span(start, start + text.len()));
        self.comments.push(Comment { text: text.to_owned(), place });
        self.mode = Mode::Code;
    }

    fn unclosed_text(&mut self, start: usize, end: usize) {
        let line = self.text.get(start..end).unwrap_or_default().trim_end();
        self.diagnostics.push(Diagnostic::new(Code::UnclosedString, self.span(start, start + line.len())));
        self.mode = Mode::Code;
    }

    fn check_character(&mut self, at: usize, c: char, next: Option<char>) {
        let span = self.span(at, at + c.len_utf8());
        let end = at + c.len_utf8();
        if c == '\u{FEFF}' && at == 0 {
            return;
        }
        match c {
            '\t' | '\n' => {}
            '\r' if next == Some('\n') => {}
            '\r' => {
                let diagnostic = Diagnostic::new(Code::ControlCharacter, span).with("codepoint", codepoint(c));
                self.diagnostics.push(diagnostic.fix(Safety::Safe, span, "\n"));
                self.edits.push((at, end, "\n".to_owned()));
            }
            _ if c.is_control() => {
                let diagnostic = Diagnostic::new(Code::ControlCharacter, span).with("codepoint", codepoint(c));
                self.diagnostics.push(diagnostic.fix(Safety::Unsafe, span, ""));
                self.edits.push((at, end, String::new()));
            }
            _ if is_deceptive(c) => {
                let diagnostic = Diagnostic::new(Code::InvisibleCharacter, span).with("codepoint", codepoint(c));
                self.diagnostics.push(diagnostic.fix(Safety::Safe, span, ""));
                self.edits.push((at, end, String::new()));
            }
            _ if self.mode == Mode::Code && is_odd_space(c) => {
                let diagnostic = Diagnostic::new(Code::InvisibleCharacter, span).with("codepoint", codepoint(c));
                self.diagnostics.push(diagnostic.fix(Safety::Safe, span, " "));
                self.edits.push((at, end, " ".to_owned()));
            }
            _ => {
                if let Some(half) = half_width(c) {
                    let diagnostic = Diagnostic::new(Code::FullWidthCharacter, span)
                        .with("character", c.to_string())
                        .with("half", half.to_string());
                    self.diagnostics.push(diagnostic.fix(Safety::Safe, span, half.to_string()));
                    self.edits.push((at, end, half.to_string()));
                }
            }
        }
    }
}

/// Open brackets, and the prefix operators that wait for their operand at each level.
#[derive(Default)]
struct Nesting {
    waiting: Vec<u32>,
    prefixes: u32,
    total: u32,
    exceeded: bool,
}

impl Nesting {
    fn depth(&self) -> u32 {
        self.total
    }

    fn open(&mut self) {
        self.waiting.push(std::mem::take(&mut self.prefixes));
        self.total += 1;
    }

    fn close(&mut self) {
        self.operand();
        if let Some(prefixes) = self.waiting.pop() {
            self.total -= 1 + prefixes;
        }
    }

    fn prefix(&mut self) {
        self.prefixes += 1;
        self.total += 1;
    }

    fn operand(&mut self) {
        self.total -= std::mem::take(&mut self.prefixes);
    }
}

/// Which braces belong together.
#[derive(Default)]
struct Braces {
    open: Vec<(usize, char)>,
    groups: Vec<std::ops::Range<usize>>,
    do_not_match: bool,
}

impl Braces {
    fn open(&mut self, at: usize, c: char) {
        match c {
            '{' => self.open.push((at, '}')),
            '｛' => self.open.push((at, '｝')),
            _ => {}
        }
    }

    fn close(&mut self, at: usize, c: char) {
        if !matches!(c, '}' | '｝') {
            return;
        }
        match self.open.pop() {
            Some((start, wanted)) if wanted == c => {
                if self.open.is_empty() {
                    self.groups.push(start..at + c.len_utf8());
                }
            }
            Some(_) | None => self.do_not_match = true,
        }
    }

    fn groups(self) -> Option<Vec<std::ops::Range<usize>>> {
        (self.open.is_empty() && !self.do_not_match).then_some(self.groups)
    }
}

fn codepoint(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Characters that show nothing or change the direction of what follows (Unicode Technical Report 36, "Trojan Source").
fn is_deceptive(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Spaces other than the blank, the tab and the ideographic space; harmless inside text, misleading between tokens.
fn is_odd_space(c: char) -> bool {
    matches!(c, '\u{00A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{FE00}'..='\u{FE0F}')
}

/// The half-width twin of a full-width letter or digit.
fn half_width(c: char) -> Option<char> {
    let twin = match c {
        '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' => u32::from(c) - 0xFEE0,
        _ => return None,
    };
    char::from_u32(twin)
}
