//! A whole file: its items, the empty lines and the comments between them.

use super::layout::print;
use super::tokens::Remark;
use super::writer::{Writer, has_empty_line};
use crate::syntax::ast::{Ast, Item};
use crate::syntax::grammar::Rule;
use crate::syntax::keywords::KeywordLanguage;

pub(super) fn file(ast: &Ast, text: &str, language: KeywordLanguage) -> String {
    let mut writer = Writer::new(ast, text, language);
    let mut file = File { text, out: String::new(), behind: 0 };
    let mut items = ast.items.iter().peekable();
    while let Some(item) = items.next() {
        let start = item.span().range().start;
        let limit = items.peek().map_or(text.len(), |next| next.span().range().start);
        let before = writer.begin(start, limit);
        writer.item(item);
        let (pieces, end) = writer.finish();
        let written = print(&pieces);
        let is_block = matches!(item, Item::Article(_) | Item::Test(_)) && written.contains('\n');
        file.comments(&before, start, is_block);
        file.gap(start);
        file.out.push_str(&written);
        file.behind = end;
    }
    file.comments(&writer.rest(), text.len(), false);
    if !file.out.is_empty() {
        file.out.push('\n');
    }
    file.out
}

struct File<'t> {
    text: &'t str,
    out: String,
    /// Where in the author's text that ends which is written.
    behind: usize,
}

impl File<'_> {
    /// Begins a new line; keeps an empty line that the author has before `start`.
    fn gap(&mut self, start: usize) {
        if self.out.is_empty() || self.out.ends_with("\n\n") {
            return;
        }
        self.out.push('\n');
        if has_empty_line(self.text, self.behind, start) {
            self.out.push('\n');
        }
    }

    /// Writes the comments before the item at `start`. A block of several lines is set off by an empty line.
    fn comments(&mut self, comments: &[Remark], start: usize, is_block: bool) {
        let places = comments.iter().map(|comment| comment.place.clone()).chain(std::iter::once(start..start));
        let mut behind = self.behind;
        let mut has_gap = false;
        for place in places {
            has_gap |= has_empty_line(self.text, behind, place.start);
            behind = place.end;
        }
        if is_block && !has_gap && !self.out.is_empty() {
            self.out.push_str("\n\n");
        }
        for comment in comments {
            self.gap(comment.place.start);
            self.out.push_str(&comment.text);
            self.behind = comment.place.end;
        }
    }
}

impl Writer<'_> {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Policy(decl) => self.policy_decl(decl),
            Item::Use(decl) => self.use_decl(decl),
            Item::Outline(decl) => self.outline_decl(decl),
            Item::Scale(decl) => self.scale_decl(decl),
            Item::Enum(decl) => self.enum_decl(decl),
            Item::Body(decl) => self.labelled_decl(Rule::kw_body, decl),
            Item::Role(decl) => self.labelled_decl(Rule::kw_role, decl),
            Item::Record(decl) => self.record_decl(decl),
            Item::Fact(decl) => self.fact_decl(decl),
            Item::Judgement(decl) => self.judgement_decl(decl),
            Item::Param(decl) => self.param_decl(decl),
            Item::Reading(decl) => self.reading_decl(decl),
            Item::Define(decl) => self.define_decl(decl),
            Item::Assume(decl) => self.assume_decl(decl),
            Item::Outcome(decl) => self.outcome_decl(decl),
            Item::Article(article) => self.article(article),
            Item::Test(test) => self.test_decl(test),
            Item::Allow(allow) => self.allow(allow),
            Item::Statement(statement) => self.statement(statement, 1),
        }
    }
}
