//! From pieces to lines: which groups fit on a line, where the others break, where comments end a line.
//!
//! A small printer in the manner of Wadler and Oppen. It is our own because comments are pieces of it: a `--` comment
//! ends its line whatever the layout says, and a trailing one does not count when a group asks whether it fits.

use unicode_width::UnicodeWidthStr;

/// Columns of a line.
pub(super) const WIDTH: usize = 110;
/// Columns of one step of indentation.
const STEP: usize = 2;

/// What the printer is told, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text that is never broken.
    Text(String),
    /// A sign that follows without a blank, even behind a comment: `,`, `)`.
    Clinging(&'static str),
    /// A comment behind the last text of a line.
    TrailingComment(String),
    /// A comment on a line of its own.
    OwnComment(String),
    /// A comment among the texts of a line.
    InlineComment(String),
    /// A blank.
    Space,
    /// A blank, or a line break where the group around it is broken.
    Line,
    /// A line break.
    Break,
    /// A line break and an empty line.
    EmptyLine,
    /// Begins a group.
    Open(Group),
    /// Ends a group.
    Close,
    /// Indents the lines that begin from here on.
    Indent,
    /// Indents the lines that begin from here on to this column.
    Align,
    /// Ends an `Indent` or an `Align`.
    Dedent,
}

/// How a group that does not fit is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// At each of its lines.
    Consistent,
    /// At those of its lines behind which the rest would not fit.
    Fill,
    /// At each of its lines, even where it fits.
    Broken,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Flat,
    Broken,
    Fill,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
    EmptyLine,
}

/// What the last thing written demands of the next.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum After {
    #[default]
    Anything,
    /// A comment among other texts: a blank, unless a sign that clings to its left follows.
    InlineComment,
    /// A comment that stood at the end of its line: only comments may follow on the line.
    EndOfLine,
    /// A `--` comment: nothing may follow on the line.
    LineComment,
}

impl After {
    fn ends_line(self) -> bool {
        matches!(self, Self::EndOfLine | Self::LineComment)
    }
}

/// Prints pieces as lines; no blank ends a line, and no line break ends the text.
pub(super) fn print(pieces: &[Piece]) -> String {
    let mut printer = Printer::default();
    for (at, piece) in pieces.iter().enumerate() {
        printer.piece(piece, pieces.get(at + 1..).unwrap_or_default());
    }
    printer.out
}

#[derive(Default)]
struct Printer {
    out: String,
    column: usize,
    indents: Vec<usize>,
    modes: Vec<Mode>,
    gap: Gap,
    /// How far the line is indented that the gap begins: it counts where the break stands, not what follows.
    gap_indent: usize,
    after: After,
}

impl Printer {
    fn piece(&mut self, piece: &Piece, rest: &[Piece]) {
        match piece {
            Piece::Text(text) => {
                if self.after == After::InlineComment {
                    self.want(Gap::Space);
                }
                self.text(text);
            }
            Piece::Clinging(sign) => self.text(sign),
            Piece::TrailingComment(comment) => {
                if self.after != After::LineComment {
                    self.after = After::Anything;
                    self.want(Gap::Space);
                }
                self.text(comment);
                self.after = after(comment);
            }
            Piece::OwnComment(comment) => {
                self.begin_line();
                self.text(comment);
                self.after = after(comment);
            }
            Piece::InlineComment(comment) => {
                self.want(Gap::Space);
                self.text(comment);
                self.after = After::InlineComment;
            }
            Piece::Space => self.want(Gap::Space),
            Piece::Line => {
                let breaks = match self.modes.last() {
                    Some(Mode::Flat) => false,
                    Some(Mode::Broken) | None => true,
                    Some(Mode::Fill) => {
                        self.want(Gap::Space);
                        !self.fits(rest, Until::NextLine)
                    }
                };
                self.want(if breaks { Gap::Line } else { Gap::Space });
            }
            Piece::Break => self.want(Gap::Line),
            Piece::EmptyLine => self.want(Gap::EmptyLine),
            Piece::Open(group) => {
                let is_flat = match group {
                    Group::Broken => false,
                    _ if self.modes.last() == Some(&Mode::Flat) => true,
                    Group::Consistent | Group::Fill => self.fits(rest, Until::Close),
                };
                self.modes.push(match group {
                    _ if is_flat => Mode::Flat,
                    Group::Fill => Mode::Fill,
                    Group::Consistent | Group::Broken => Mode::Broken,
                });
            }
            Piece::Close => drop(self.modes.pop()),
            Piece::Indent => self.indents.push(self.indent() + STEP),
            Piece::Align => self.indents.push(self.next_column(self.gap)),
            Piece::Dedent => drop(self.indents.pop()),
        }
    }

    fn indent(&self) -> usize {
        self.indents.last().copied().unwrap_or_default()
    }

    fn want(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
        if gap >= Gap::Line {
            self.gap_indent = self.indent();
        }
    }

    /// Asks for a line break because of a comment, where the layout asks for none.
    fn begin_line(&mut self) {
        if self.gap < Gap::Line {
            self.gap = Gap::Line;
            self.gap_indent = self.indent();
        }
    }

    /// Where the next text will begin, if nothing widens the gap.
    fn next_column(&self, gap: Gap) -> usize {
        match gap {
            Gap::Line | Gap::EmptyLine => self.gap_indent,
            _ if self.after.ends_line() => self.indent() + STEP,
            Gap::None if self.after == After::InlineComment => self.column + 1,
            Gap::Space if self.column > 0 => self.column + 1,
            Gap::Space | Gap::None => self.column,
        }
    }

    fn text(&mut self, text: &str) {
        if self.after.ends_line() {
            self.begin_line();
        }
        self.after = After::Anything;
        let gap = std::mem::take(&mut self.gap);
        if !self.out.is_empty() {
            match gap {
                Gap::None => {}
                Gap::Space => self.write(" "),
                Gap::Line => self.new_line("\n"),
                Gap::EmptyLine => self.new_line("\n\n"),
            }
        }
        self.write(text);
    }

    fn new_line(&mut self, breaks: &str) {
        self.out.push_str(breaks);
        self.column = self.gap_indent;
        self.out.extend(std::iter::repeat_n(' ', self.column));
    }

    fn write(&mut self, text: &str) {
        self.out.push_str(text);
        match text.rsplit_once('\n') {
            Some((_, last)) => self.column = last.width(),
            None => self.column += text.width(),
        }
    }

    /// Whether `rest`, written flat as far as `until`, leaves the line short enough, together with what follows
    /// behind it on the same line up to the next place where it may be broken.
    fn fits(&self, rest: &[Piece], until: Until) -> bool {
        let mut column = self.next_column(self.gap);
        let (mut depth, mut is_inside, mut space) = (0_u32, true, 0);
        for (at, piece) in rest.iter().enumerate() {
            match piece {
                Piece::Text(text) => column += std::mem::take(&mut space) + text.width(),
                Piece::Clinging(sign) => column += std::mem::take(&mut space) + sign.width(),
                Piece::InlineComment(comment) | Piece::TrailingComment(comment) if is_short(comment) => {
                    column += 1 + comment.width();
                    space = 1;
                }
                Piece::Line if !is_inside || (depth == 0 && until == Until::NextLine) => return true,
                Piece::Space | Piece::Line => space = 1,
                Piece::Break | Piece::EmptyLine => return !is_inside,
                Piece::Open(Group::Broken) if is_inside => return false,
                Piece::Open(_) => depth += 1,
                Piece::Close if depth > 0 => depth -= 1,
                Piece::Close => is_inside = false,
                // A comment that ends its line takes no room of what stands before it.
                Piece::InlineComment(_)
                | Piece::TrailingComment(_)
                | Piece::OwnComment(_)
                | Piece::Indent
                | Piece::Align
                | Piece::Dedent => {}
            }
            if column > WIDTH {
                return false;
            }
            let next = rest.get(at + 1);
            if ends_line(piece) && !matches!(next, Some(Piece::TrailingComment(_))) {
                return !is_inside || (depth == 0 && until == Until::NextLine && next == Some(&Piece::Line));
            }
        }
        true
    }
}

/// A comment that shares its line with what follows, or could: `{- … -}` without a line break.
fn is_short(comment: &str) -> bool {
    comment.starts_with("{-") && !comment.contains('\n')
}

/// Whether nothing that follows a piece can stand on the same line with what is before it.
fn ends_line(piece: &Piece) -> bool {
    match piece {
        Piece::TrailingComment(_) | Piece::OwnComment(_) => true,
        Piece::InlineComment(comment) => !is_short(comment),
        _ => false,
    }
}

/// How far a question about fitting reaches.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Until {
    /// To the end of the group that opens here.
    Close,
    /// To the next line of the group around.
    NextLine,
}

fn after(comment: &str) -> After {
    if comment.starts_with("--") { After::LineComment } else { After::EndOfLine }
}
