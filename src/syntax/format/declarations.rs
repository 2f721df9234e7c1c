//! Declarations: what stands above the articles.

use super::layout::Group;
use super::writer::Writer;
use crate::source::Span;
use crate::syntax::ast::{
    AssumeDecl, Combination, DefineDecl, EnumerationDecl, FactDecl, InForce, JudgementDecl, Label, LabelLanguage,
    LabelledDecl, Literal, Member, Name, OutcomeDecl, OutlineDecl, OutlineEntry, ParamDecl, ParamVersion, PolicyDecl,
    ReadingDecl, RecordDecl, Reference, Text, TypeRef, TypeRefKind, UseDecl, Value,
};
use crate::syntax::grammar::Rule;
use crate::syntax::keywords::KeywordLanguage;

/// What may follow a declared name, in the order that the author chose.
enum Part<'a> {
    Label(&'a Label),
    InForce(&'a InForce),
    DatedBy(&'a Reference),
    Default(&'a Value),
    Judge(&'a Name),
    Criterion(&'a Text),
    Combine(Combination, Span),
}

impl Part<'_> {
    fn start(&self) -> u32 {
        match self {
            Self::Label(label) => label.text.place.0.start,
            Self::InForce(in_force) => in_force.place.0.start,
            Self::DatedBy(fact) => fact.span().start,
            Self::Default(value) => value.span().start,
            Self::Judge(name) => name.span().start,
            Self::Criterion(text) => text.place.0.start,
            Self::Combine(_, span) => span.start,
        }
    }
}

impl Writer<'_> {
    pub(super) fn name(&mut self, name: &Name) {
        self.at(name.span(), name.text.as_str());
    }

    pub(super) fn reference(&mut self, reference: &Reference) {
        self.qualified(&reference.name, reference.of.as_ref());
    }

    /// `NAME of ROLE`, or ROLE 的 NAME.
    pub(super) fn qualified(&mut self, name: &Name, of: Option<&Name>) {
        let Some(of) = of else { return self.name(name) };
        let (first, second) = match self.language() {
            KeywordLanguage::English => (name, of),
            KeywordLanguage::Chinese => (of, name),
        };
        // Where the author has the other order, each stands at the other's place, so that comments stay between them.
        let (before, behind) =
            if name.span().start < of.span().start { (name.span(), of.span()) } else { (of.span(), name.span()) };
        self.at(before, first.text.as_str());
        self.space();
        self.keyword_before(Rule::kw_of, behind.range().start);
        self.space();
        self.at(behind, second.text.as_str());
    }

    pub(super) fn text(&mut self, text: &Text) {
        let mut quoted = String::from('"');
        for c in text.value.chars() {
            if matches!(c, '"' | '\\') {
                quoted.push('\\');
            }
            quoted.push(c);
        }
        quoted.push('"');
        self.at(text.place.0, quoted);
    }

    fn label(&mut self, label: &Label) {
        match label.language {
            LabelLanguage::Any => {}
            LabelLanguage::English => self.label_language("en", label),
            LabelLanguage::Chinese => self.label_language("zh", label),
        }
        self.text(&label.text);
    }

    fn label_language(&mut self, language: &'static str, label: &Label) {
        self.word(language, label.text.place.0.range().start);
        self.space();
    }

    /// Labels behind each other or, where they do not fit, below each other.
    pub(super) fn labels(&mut self, labels: &[Label]) {
        self.heading(labels, &[]);
    }

    /// The labels of a clause and the periods in which it is in force.
    pub(super) fn heading(&mut self, labels: &[Label], in_force: &[InForce]) {
        let mut parts: Vec<Part<'_>> = labels.iter().map(Part::Label).collect();
        parts.extend(in_force.iter().map(Part::InForce));
        if parts.is_empty() {
            return;
        }
        parts.sort_by_key(Part::start);
        self.aligned(|w| {
            w.group(Group::Consistent, |w| {
                for (index, part) in parts.iter().enumerate() {
                    if index > 0 {
                        w.line();
                    }
                    w.part(part);
                }
            });
        });
    }

    /// A name with its labels.
    pub(super) fn member(&mut self, member: &Member) {
        self.name(&member.name);
        if !member.labels.is_empty() {
            self.space();
            self.labels(&member.labels);
        }
    }

    /// What follows a declared name: on its line, or filling lines of its own.
    fn parts(&mut self, mut parts: Vec<Part<'_>>) {
        if parts.is_empty() {
            return;
        }
        parts.sort_by_key(Part::start);
        self.line();
        self.group(Group::Fill, |w| {
            for (index, part) in parts.iter().enumerate() {
                if index > 0 {
                    w.line();
                }
                w.part(part);
            }
        });
    }

    fn part(&mut self, part: &Part<'_>) {
        match part {
            Part::Label(label) => self.label(label),
            Part::InForce(in_force) => self.in_force(in_force),
            Part::DatedBy(fact) => {
                self.keyword(Rule::kw_dated_by);
                self.space();
                self.reference(fact);
            }
            Part::Default(value) => {
                self.keyword(Rule::kw_default);
                self.space();
                self.value(value);
            }
            Part::Judge(name) => {
                self.keyword(Rule::kw_by);
                self.space();
                self.name(name);
            }
            Part::Criterion(text) => {
                self.keyword(Rule::kw_criterion);
                self.space();
                self.text(text);
            }
            Part::Combine(combination, _) => self.keyword(match combination {
                Combination::Heaviest => Rule::kw_combine_heaviest,
                Combination::Union => Rule::kw_combine_union,
                Combination::Intersect => Rule::kw_combine_intersect,
                Combination::Unique => Rule::kw_combine_unique,
                Combination::Accumulate => Rule::kw_combine_accumulate,
                Combination::Sum => Rule::kw_combine_sum,
            }),
        }
    }

    fn in_force(&mut self, in_force: &InForce) {
        self.keyword(Rule::kw_in_force);
        let mut bound = |keyword: Rule, date: &Option<Literal>| {
            if let Some(date) = date {
                self.space();
                self.keyword(keyword);
                self.space();
                self.literal(date);
            }
        };
        bound(Rule::kw_from, &in_force.from);
        bound(Rule::kw_until, &in_force.until);
    }

    /// `KEYWORD NAME …`, in a group whose later lines are indented.
    fn declaration(&mut self, keyword: Rule, name: &Name, of: Option<&Name>, rest: impl FnOnce(&mut Self)) {
        self.group(Group::Consistent, |w| {
            w.keyword(keyword);
            w.indented(|w| {
                w.space();
                w.qualified(name, of);
                rest(w);
            });
        });
    }

    pub(super) fn policy_decl(&mut self, decl: &PolicyDecl) {
        let labels = decl.labels.iter().map(Part::Label);
        let parts = labels.chain(decl.in_force.iter().map(Part::InForce));
        let parts = parts.chain(decl.dated_by.iter().map(Part::DatedBy)).collect();
        self.declaration(Rule::kw_policy, &decl.name, None, |w| w.parts(parts));
    }

    pub(super) fn use_decl(&mut self, decl: &UseDecl) {
        self.keyword(Rule::kw_use);
        self.space();
        self.text(&decl.path);
    }

    pub(super) fn labelled_decl(&mut self, keyword: Rule, decl: &LabelledDecl) {
        let parts = decl.labels.iter().map(Part::Label).collect();
        self.declaration(keyword, &decl.name, None, |w| w.parts(parts));
    }

    pub(super) fn fact_decl(&mut self, decl: &FactDecl) {
        self.typed(Rule::kw_fact, decl, Vec::new());
    }

    pub(super) fn judgement_decl(&mut self, decl: &JudgementDecl) {
        let judge = decl.judge.iter().map(Part::Judge);
        self.typed(Rule::kw_judgement, &decl.fact, judge.chain(decl.criterion.iter().map(Part::Criterion)).collect());
    }

    fn typed<'a>(&mut self, keyword: Rule, fact: &'a FactDecl, mut parts: Vec<Part<'a>>) {
        parts.extend(fact.default.iter().map(Part::Default));
        parts.extend(fact.labels.iter().map(Part::Label));
        self.declaration(keyword, &fact.name, fact.of.as_ref(), |w| {
            w.type_ref(&fact.type_ref);
            w.parts(parts);
        });
    }

    pub(super) fn outcome_decl(&mut self, decl: &OutcomeDecl) {
        let combine = decl.combine.iter().map(|(combination, place)| Part::Combine(*combination, place.0));
        let parts = combine.chain(decl.labels.iter().map(Part::Label)).collect();
        self.declaration(Rule::kw_outcome, &decl.name, decl.of.as_ref(), |w| {
            w.type_ref(&decl.type_ref);
            w.parts(parts);
        });
    }

    /// `: TYPE`.
    fn type_ref(&mut self, type_ref: &TypeRef) {
        let start = type_ref.place.0.range().start;
        self.clinging(":", ":：", start);
        self.space();
        match &type_ref.kind {
            TypeRefKind::Bool => self.keyword(Rule::kw_bool),
            TypeRefKind::Int => self.keyword(Rule::kw_int),
            TypeRefKind::Decimal => self.keyword(Rule::kw_decimal),
            TypeRefKind::Money => self.keyword(Rule::kw_money),
            TypeRefKind::Date => self.keyword(Rule::kw_date),
            TypeRefKind::Duration => self.keyword(Rule::kw_duration),
            TypeRefKind::Named(name) => self.at(type_ref.place.0, name.as_str()),
            TypeRefKind::List(record) => {
                self.keyword(Rule::kw_list_of);
                self.space();
                self.name(record);
            }
        }
    }

    pub(super) fn define_decl(&mut self, decl: &DefineDecl) {
        let parts = decl.labels.iter().map(Part::Label).collect();
        self.declaration(Rule::kw_define, &decl.name, decl.of.as_ref(), |w| {
            w.space();
            w.sign("=", "=＝", decl.value.span().range().start);
            w.space();
            w.expression(&decl.value);
            w.parts(parts);
        });
    }

    pub(super) fn assume_decl(&mut self, decl: &AssumeDecl) {
        self.keyword(Rule::kw_assume);
        self.space();
        self.expression(&decl.condition);
    }

    pub(super) fn scale_decl(&mut self, decl: &EnumerationDecl) {
        let start_of = |member: &Member| member.name.span().range().start;
        self.block_head(Rule::kw_scale, &decl.name, &decl.labels);
        self.list_block(decl.members.first().map_or(0, start_of), |w| {
            for (index, member) in decl.members.iter().enumerate() {
                if index > 0 {
                    w.line();
                    w.sign("<", "<＜", start_of(member));
                    w.space();
                }
                w.member(member);
            }
        });
    }

    pub(super) fn enum_decl(&mut self, decl: &EnumerationDecl) {
        self.block_head(Rule::kw_enum, &decl.name, &decl.labels);
        self.listed_members(&decl.members);
    }

    /// `KEYWORD NAME LABELS ` before a brace.
    pub(super) fn block_head(&mut self, keyword: Rule, name: &Name, labels: &[Label]) {
        self.keyword(keyword);
        self.space();
        self.name(name);
        self.space();
        if !labels.is_empty() {
            self.labels(labels);
            self.space();
        }
    }

    fn listed_members(&mut self, members: &[Member]) {
        self.comma_block(members, |member| member.name.span().range().start, |w, member| w.member(member));
    }

    /// `{ a, b }`, on a line if it fits.
    fn comma_block<T>(&mut self, parts: &[T], start_of: impl Fn(&T) -> usize, write: impl Fn(&mut Self, &T)) {
        self.list_block(parts.first().map_or(0, &start_of), |w| {
            for (index, part) in parts.iter().enumerate() {
                if index > 0 {
                    w.clinging(",", ",，、;；。", start_of(part));
                    w.line();
                }
                write(w, part);
            }
        });
    }

    pub(super) fn record_decl(&mut self, decl: &RecordDecl) {
        self.block_head(Rule::kw_record, &decl.name, &decl.labels);
        self.comma_block(
            &decl.fields,
            |field| field.name.span().range().start,
            |w, field| {
                w.name(&field.name);
                w.type_ref(&field.type_ref);
                if !field.labels.is_empty() {
                    w.space();
                    w.labels(&field.labels);
                }
            },
        );
    }

    pub(super) fn reading_decl(&mut self, decl: &ReadingDecl) {
        self.block_head(Rule::kw_reading, &decl.name, &decl.labels);
        self.listed_members(&decl.options);
        if let Some(prefer) = &decl.prefer {
            self.space();
            self.keyword(Rule::kw_prefer);
            self.space();
            self.name(prefer);
        }
    }

    pub(super) fn param_decl(&mut self, decl: &ParamDecl) {
        let parts = decl.labels.iter().map(Part::Label).collect();
        let start_of = |version: &ParamVersion| version.value.span().range().start;
        self.declaration(Rule::kw_param, &decl.name, None, |w| {
            w.space();
            w.sign("=", "=＝", decl.versions.first().map_or(0, start_of));
            w.space();
            w.aligned(|w| w.list(&decl.versions, start_of, |w, version| w.param_version(version)));
            w.parts(parts);
        });
    }

    fn param_version(&mut self, version: &ParamVersion) {
        self.value(&version.value);
        if let Some(from) = &version.from {
            self.space();
            self.keyword_before(Rule::kw_from, from.place.0.range().start);
            self.space();
            self.literal(from);
        }
    }

    pub(super) fn outline_decl(&mut self, decl: &OutlineDecl) {
        self.keyword(Rule::kw_outline);
        self.space();
        self.block(&decl.entries, |entry| entry.place.0.range().start, |w, entry| w.outline_entry(entry));
    }

    fn outline_entry(&mut self, entry: &OutlineEntry) {
        let numbers =
            entry.numbers.map(|(from, to)| if from == to { from.to_string() } else { format!("{from}..{to}") });
        match &entry.parent {
            None => self.keyword(Rule::kw_articles),
            Some(parent) => {
                match parent.path.numbers() {
                    [article] => self.article_head(parent.place.0, *article),
                    _ => self.item_head(parent),
                }
                if numbers.is_some() {
                    self.space();
                    self.keyword(Rule::kw_items);
                }
            }
        }
        if let Some(numbers) = numbers {
            self.space();
            self.number(numbers);
        }
    }
}
