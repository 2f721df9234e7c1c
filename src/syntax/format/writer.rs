//! Turns a tree into pieces while it walks along the author's tokens, so that every comment finds its neighbour.
//!
//! What is printed comes in the order of the text. For each printed token the writer knows where the author wrote it:
//! from the tree, or by looking for it among the tokens ahead. Comments before that place are put down first. A token
//! that is not found only costs precision: comments keep their order and none is lost.

use super::layout::{Group, Piece};
use super::tokens::{Remark, Standing, Token, remarks, tokens};
use crate::source::Span;
use crate::syntax::ast::Ast;
use crate::syntax::clause::parse_count;
use crate::syntax::grammar::Rule;
use crate::syntax::keywords::{KEYWORDS, Keyword, KeywordLanguage};

/// Collects the pieces of one item after the other.
pub(super) struct Writer<'t> {
    text: &'t str,
    language: KeywordLanguage,
    tokens: Vec<Token<'t>>,
    remarks: Vec<Remark>,
    /// The first comment that is not put down yet.
    next_remark: usize,
    /// The first token behind what is written.
    next_token: usize,
    /// Where the item ends that is being written; no token is looked for beyond.
    limit: usize,
    pieces: Vec<Piece>,
}

/// Whether something is the first in its block.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rank {
    First,
    Later,
}

impl<'t> Writer<'t> {
    pub(super) fn new(ast: &Ast, text: &'t str, language: KeywordLanguage) -> Self {
        let tokens = tokens(text, &ast.comments);
        let remarks = remarks(text, &tokens, &ast.comments);
        Self { text, language, tokens, remarks, next_remark: 0, next_token: 0, limit: text.len(), pieces: Vec::new() }
    }

    pub(super) fn language(&self) -> KeywordLanguage {
        self.language
    }

    /// Begins an item; returns the comments that stand on lines of their own before it.
    pub(super) fn begin(&mut self, start: usize, limit: usize) -> Vec<Remark> {
        self.limit = limit;
        self.pieces.clear();
        let (before, inline) = self.all_before(start);
        self.pieces.extend(inline.into_iter().map(|remark| Piece::InlineComment(remark.text)));
        self.next_token = self.tokens.partition_point(|token| token.start < start);
        before
    }

    /// Ends an item with the comments behind it on its last line.
    ///
    /// Returns the pieces, and where in the author's text that ends which they say.
    pub(super) fn finish(&mut self) -> (Vec<Piece>, usize) {
        let first = self.next_remark;
        self.same_line(self.limit);
        let comments = self.remarks.get(first..self.next_remark).unwrap_or_default();
        let end = comments.last().map_or(0, |last| last.place.end).max(self.written_to());
        (std::mem::take(&mut self.pieces), end)
    }

    /// The comments behind the last item.
    pub(super) fn rest(&mut self) -> Vec<Remark> {
        let first = std::mem::replace(&mut self.next_remark, self.remarks.len());
        self.remarks.split_off(first.min(self.remarks.len()))
    }

    // ---- comments ---------------------------------------------------------------------------------------------------

    fn next_before(&mut self, offset: usize) -> Option<Remark> {
        let remark = self.remarks.get(self.next_remark).filter(|remark| remark.place.start < offset).cloned()?;
        self.next_remark += 1;
        Some(remark)
    }

    /// The comments before `offset`: those that are to stand on lines of their own, and those directly before it that
    /// stay on its line.
    fn all_before(&mut self, offset: usize) -> (Vec<Remark>, Vec<Remark>) {
        let ahead = self.remarks.get(self.next_remark..).unwrap_or_default();
        let mut own: Vec<Remark> = ahead.iter().take_while(|remark| remark.place.start < offset).cloned().collect();
        self.next_remark += own.len();
        let is_inline = |remark: &&Remark| matches!(remark.standing, Standing::Inline | Standing::Leading);
        let inline = own.split_off(own.len() - own.iter().rev().take_while(is_inline).count());
        (own, inline)
    }

    /// Puts down the comments before `offset` that stand behind the last token on its line.
    fn same_line(&mut self, offset: usize) {
        while let Some(remark) = self.remarks.get(self.next_remark).filter(|remark| remark.place.start < offset) {
            match remark.standing {
                Standing::Inline | Standing::Trailing if !self.ends_line() => {}
                Standing::Inline | Standing::Trailing | Standing::Own | Standing::Leading => return,
            }
            if let Some(remark) = self.next_before(offset) {
                self.behind_last(remark);
            }
        }
    }

    /// The last text or comment among the pieces.
    fn last_written(&self) -> Option<usize> {
        self.pieces.iter().rposition(|piece| {
            matches!(
                piece,
                Piece::Text(_)
                    | Piece::Clinging(_)
                    | Piece::TrailingComment(_)
                    | Piece::OwnComment(_)
                    | Piece::InlineComment(_)
            )
        })
    }

    /// Whether what was written last leaves no room for a comment on its line.
    fn ends_line(&self) -> bool {
        let last = self.last_written().and_then(|last| self.pieces.get(last));
        match last {
            Some(Piece::TrailingComment(comment)) => comment.starts_with("--"),
            Some(Piece::OwnComment(_)) => true,
            _ => false,
        }
    }

    /// Whether a comment that ends its line is to be put down before `offset`.
    fn ends_line_before(&self, offset: usize) -> bool {
        let ahead = self.remarks.get(self.next_remark..).unwrap_or_default();
        let mut ahead = ahead.iter().take_while(|remark| remark.place.start < offset);
        ahead.any(|remark| matches!(remark.standing, Standing::Own | Standing::Trailing))
    }

    /// Puts a comment behind the last text, before the blanks and breaks that were already asked for.
    fn behind_last(&mut self, remark: Remark) {
        let Some(last) = self.last_written() else { return self.push(Piece::OwnComment(remark.text)) };
        // Behind the ends of groups, so that a comment at the end of a line does not break what stands before it.
        let closing = self.pieces.iter().skip(last + 1);
        let closing = closing.take_while(|piece| matches!(piece, Piece::Close | Piece::Dedent)).count();
        let piece = match (remark.standing, self.pieces.get(last)) {
            (Standing::Own | Standing::Trailing, _) | (_, Some(Piece::TrailingComment(_))) => {
                Piece::TrailingComment(remark.text)
            }
            (Standing::Inline | Standing::Leading, _) => Piece::InlineComment(remark.text),
        };
        self.pieces.insert(last + 1 + closing, piece);
    }

    /// Puts down the comments before a token in the middle of something.
    fn comments_before(&mut self, offset: usize) {
        self.same_line(offset);
        let (own, inline) = self.all_before(offset);
        self.pieces.extend(own.into_iter().map(|remark| Piece::OwnComment(remark.text)));
        for remark in inline {
            self.before_next(remark);
        }
    }

    /// Puts a comment before the next text, behind the break that may stand there, outside the groups that begin.
    fn before_next(&mut self, remark: Remark) {
        let begins = |piece: &&Piece| matches!(piece, Piece::Open(_) | Piece::Indent | Piece::Align);
        let at = self.pieces.len() - self.pieces.iter().rev().take_while(begins).count();
        self.pieces.insert(at, Piece::InlineComment(remark.text));
    }

    /// Separates what stands at `start` from what was written before it in the same block: a line break, an empty line
    /// where the author has one, and the comments in between.
    pub(super) fn separate(&mut self, start: usize, rank: Rank) {
        self.same_line(start);
        let mut behind = self.written_to();
        let mut rank = rank;
        let (own, inline) = self.all_before(start);
        for remark in own {
            self.separator(rank, behind, remark.place.start);
            self.push(Piece::OwnComment(remark.text));
            (rank, behind) = (Rank::Later, remark.place.end);
        }
        self.separator(rank, behind, inline.first().map_or(start, |remark| remark.place.start));
        self.pieces.extend(inline.into_iter().map(|remark| Piece::InlineComment(remark.text)));
    }

    fn separator(&mut self, rank: Rank, behind: usize, start: usize) {
        self.push(match rank {
            Rank::First => Piece::Line,
            Rank::Later if has_empty_line(self.text, behind, start) => Piece::EmptyLine,
            Rank::Later => Piece::Break,
        });
    }

    // ---- places -----------------------------------------------------------------------------------------------------

    /// Where the last token ends that is behind what is written.
    fn written_to(&self) -> usize {
        let last = self.next_token.checked_sub(1).and_then(|last| self.tokens.get(last));
        last.map_or(0, Token::end)
    }

    /// Whether the author began a new line between what is written and `offset`.
    pub(super) fn breaks_before(&self, offset: usize) -> bool {
        self.text.get(self.written_to()..offset).is_some_and(|between| between.contains('\n'))
    }

    fn go_to(&mut self, start: usize, end: usize) {
        self.comments_before(start);
        let ahead = self.tokens.get(self.next_token..).unwrap_or_default();
        self.next_token += ahead.partition_point(|token| token.start < end);
    }

    /// The next token before `bound` that `matches`.
    fn find(&self, bound: usize, matches: impl Fn(&Token<'t>) -> bool) -> Option<(usize, usize)> {
        let bound = bound.min(self.limit);
        let ahead = self.tokens.get(self.next_token..).unwrap_or_default();
        let found = ahead.iter().take_while(|token| token.start < bound).find(|token| matches(token))?;
        Some((found.start, found.end()))
    }

    // ---- pieces -----------------------------------------------------------------------------------------------------

    pub(super) fn push(&mut self, piece: Piece) {
        self.pieces.push(piece);
    }

    pub(super) fn space(&mut self) {
        self.push(Piece::Space);
    }

    pub(super) fn line(&mut self) {
        self.push(Piece::Line);
    }

    /// Writes what `content` writes as a group.
    pub(super) fn group(&mut self, group: Group, content: impl FnOnce(&mut Self)) {
        self.push(Piece::Open(group));
        content(self);
        self.push(Piece::Close);
    }

    /// Writes what `content` writes, its later lines indented.
    pub(super) fn indented(&mut self, content: impl FnOnce(&mut Self)) {
        self.push(Piece::Indent);
        content(self);
        self.push(Piece::Dedent);
    }

    /// Writes what `content` writes, its later lines below its beginning.
    pub(super) fn aligned(&mut self, content: impl FnOnce(&mut Self)) {
        self.push(Piece::Align);
        content(self);
        self.push(Piece::Dedent);
    }

    /// Writes text that stands at a place of the tree.
    pub(super) fn at(&mut self, span: Span, written: impl Into<String>) {
        let range = span.range();
        self.go_to(range.start, range.end);
        self.push(Piece::Text(written.into()));
    }

    /// Writes a keyword.
    pub(super) fn keyword(&mut self, rule: Rule) {
        self.keyword_before(rule, usize::MAX);
    }

    /// Writes a keyword that the author has before `bound`, if at all.
    pub(super) fn keyword_before(&mut self, rule: Rule, bound: usize) {
        self.keyword_instead(rule, &[rule], bound);
    }

    /// Writes a keyword where the author has one of `rules` before `bound`.
    pub(super) fn keyword_instead(&mut self, rule: Rule, rules: &[Rule], bound: usize) {
        let Some(keyword) = KEYWORDS.iter().find(|keyword| keyword.rule == rule) else { return };
        // `∈` is written in both languages.
        let written = match rule {
            Rule::kw_in | Rule::kw_not_in => keyword.chinese,
            _ => keyword.spelling(self.language),
        };
        self.pass_keyword(rules, bound);
        self.push(Piece::Text(written.to_owned()));
    }

    /// Writes `by` before those who act: 由 in Chinese.
    pub(super) fn by_actor(&mut self, bound: usize) {
        match self.language {
            KeywordLanguage::English => self.keyword_before(Rule::kw_by, bound),
            KeywordLanguage::Chinese => {
                self.pass_keyword(&[Rule::kw_by], bound);
                self.push(Piece::Text("由".to_owned()));
            }
        }
    }

    /// Goes behind the next keyword that is one of `rules` and stands before `bound`.
    pub(super) fn pass_keyword(&mut self, rules: &[Rule], bound: usize) {
        let first_word = |keyword: &Keyword| keyword.english.split(' ').next().unwrap_or_default();
        let is_one = |token: &Token<'t>, keyword: &Keyword| {
            token.text == first_word(keyword) || token.text == keyword.chinese || Some(token.text) == keyword.also
        };
        let wanted: Vec<&Keyword> = KEYWORDS.iter().filter(|keyword| rules.contains(&keyword.rule)).collect();
        let Some((start, mut end)) = self.find(bound, |token| wanted.iter().any(|keyword| is_one(token, keyword)))
        else {
            return;
        };
        let found = self.text.get(start..end);
        if let Some(keyword) = wanted.iter().find(|keyword| found == Some(first_word(keyword))) {
            end = self.words_end(keyword, start);
        }
        self.go_to(start, end);
    }

    /// Where an English keyword of several words ends that begins at `start`.
    fn words_end(&self, keyword: &Keyword, start: usize) -> usize {
        let first = self.tokens.partition_point(|token| token.start < start);
        let words = keyword.english.split(' ').count();
        self.tokens.get(first + words - 1).map_or(start, Token::end)
    }

    /// Writes a word that is the same in every language and stands before `bound`.
    pub(super) fn word(&mut self, word: &'static str, bound: usize) {
        if let Some((start, end)) = self.find(bound, |token| token.text == word) {
            self.go_to(start, end);
        }
        self.push(Piece::Text(word.to_owned()));
    }

    /// Writes a number, or a range that begins with it.
    pub(super) fn number(&mut self, written: String) {
        self.number_before(written, usize::MAX);
    }

    /// Writes a number that the author has before `bound`.
    pub(super) fn number_before(&mut self, written: String, bound: usize) {
        let is_number = |word: &str| parse_count(word).is_some() || word.bytes().all(|byte| byte.is_ascii_digit());
        if let Some((start, end)) = self.find(bound, |token| is_number(token.text)) {
            self.go_to(start, end);
        }
        self.push(Piece::Text(written));
    }

    /// Writes a sign; the author's may be any of `signs`, before `bound`.
    pub(super) fn sign(&mut self, written: &str, signs: &str, bound: usize) {
        if let Some((start, end)) = self.find(bound, |token| token.is_sign(signs)) {
            self.go_to(start, end);
        }
        self.push(Piece::Text(written.to_owned()));
    }

    /// Writes a sign that clings to what stands before it: comments at the end of the line come behind it.
    pub(super) fn clinging(&mut self, written: &'static str, signs: &str, bound: usize) {
        if let Some((start, end)) = self.find(bound, |token| token.is_sign(signs)) {
            while !self.ends_line()
                && self.remarks.get(self.next_remark).is_some_and(|remark| remark.standing == Standing::Inline)
                && let Some(remark) = self.next_before(start)
            {
                self.behind_last(remark);
            }
            let ahead = self.tokens.get(self.next_token..).unwrap_or_default();
            self.next_token += ahead.partition_point(|token| token.start < end);
        }
        self.push(Piece::Clinging(written));
    }

    /// Writes a block in braces. `parts` says where each part begins, `content` writes one. A block stays on its line
    /// if it has one part, if the author wrote that on the line of the opening brace, and if it fits.
    pub(super) fn block<T>(&mut self, parts: &[T], start_of: impl Fn(&T) -> usize, content: impl FnMut(&mut Self, &T)) {
        let first = parts.first().map(&start_of);
        self.clinging("{", "{｛", first.unwrap_or(self.limit));
        let is_one = parts.len() < 2 && first.is_none_or(|first| !self.breaks_before(first));
        self.block_rest(if is_one { Group::Consistent } else { Group::Broken }, parts, start_of, content);
    }

    /// Writes a block with one part that stays on its line if it fits, however the author wrote it.
    pub(super) fn list_block(&mut self, start: usize, content: impl Fn(&mut Self)) {
        self.clinging("{", "{｛", start);
        self.block_rest(Group::Consistent, &[start], |start| *start, |w, _| content(w));
    }

    fn block_rest<T>(
        &mut self,
        group: Group,
        parts: &[T],
        start_of: impl Fn(&T) -> usize,
        mut content: impl FnMut(&mut Self, &T),
    ) {
        let first = parts.first().map_or(0, &start_of);
        self.push(Piece::Open(if self.ends_line_before(first) { Group::Broken } else { group }));
        self.push(Piece::Indent);
        let mut rank = Rank::First;
        for part in parts {
            self.separate(start_of(part), rank);
            content(self, part);
            rank = Rank::Later;
        }
        self.close_block(rank);
    }

    /// Ends a block: the comments before its brace stand inside.
    fn close_block(&mut self, rank: Rank) {
        let close = self.find(usize::MAX, |token| token.is_sign("}｝"));
        let mut is_empty = rank == Rank::First;
        if let Some((start, _)) = close {
            self.same_line(start);
            let mut behind = self.written_to();
            while let Some(remark) = self.next_before(start) {
                let has_gap = !is_empty && has_empty_line(self.text, behind, remark.place.start);
                self.push(if has_gap { Piece::EmptyLine } else { Piece::Break });
                behind = remark.place.end;
                self.pieces.push(Piece::OwnComment(remark.text));
                is_empty = false;
            }
        }
        self.push(Piece::Dedent);
        if !is_empty {
            self.line();
        }
        if let Some((start, end)) = close {
            self.go_to(start, end);
        }
        self.push(Piece::Text("}".to_owned()));
        self.push(Piece::Close);
    }
}

/// Whether there is an empty line between two places.
pub(super) fn has_empty_line(text: &str, start: usize, end: usize) -> bool {
    let between = text.get(start..end).unwrap_or_default();
    let mut lines = between.split('\n').skip(1).peekable();
    while let Some(line) = lines.next() {
        if lines.peek().is_some() && line.trim().is_empty() {
            return true;
        }
    }
    false
}
