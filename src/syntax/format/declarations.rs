//! Declarations: what stands above the articles.

use super::layout::Group;
use super::writer::Writer;
use crate::source::Span;
use crate::syntax::ast::{
    AssumeDecl, Combination, DefineDecl, EnumerationDecl, FactDecl, InForce, JudgementDecl, Label, LabelLanguage,
    LabelledDecl, Literal, Member, Name, OutcomeDecl, OutlineDecl, OutlineEntry, PolicyDecl, Text, TypeRef,
    TypeRefKind, Value,
};
use crate::syntax::grammar::Rule;

/// What may follow a declared name, in the order that the author chose.
enum Part<'a> {
    Label(&'a Label),
    InForce(&'a InForce),
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
        if labels.is_empty() {
            return;
        }
        self.aligned(|w| {
            w.group(Group::Consistent, |w| {
                for (index, label) in labels.iter().enumerate() {
                    if index > 0 {
                        w.line();
                    }
                    w.label(label);
                }
            });
        });
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
    fn declaration(&mut self, keyword: Rule, name: &Name, rest: impl FnOnce(&mut Self)) {
        self.group(Group::Consistent, |w| {
            w.keyword(keyword);
            w.indented(|w| {
                w.space();
                w.name(name);
                rest(w);
            });
        });
    }

    pub(super) fn policy_decl(&mut self, decl: &PolicyDecl) {
        let labels = decl.labels.iter().map(Part::Label);
        let parts = labels.chain(decl.in_force.iter().map(Part::InForce)).collect();
        self.declaration(Rule::kw_policy, &decl.name, |w| w.parts(parts));
    }

    pub(super) fn labelled_decl(&mut self, keyword: Rule, decl: &LabelledDecl) {
        let parts = decl.labels.iter().map(Part::Label).collect();
        self.declaration(keyword, &decl.name, |w| w.parts(parts));
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
        self.declaration(keyword, &fact.name, |w| {
            w.type_ref(&fact.type_ref);
            w.parts(parts);
        });
    }

    pub(super) fn outcome_decl(&mut self, decl: &OutcomeDecl) {
        let combine = decl.combine.iter().map(|(combination, place)| Part::Combine(*combination, place.0));
        let parts = combine.chain(decl.labels.iter().map(Part::Label)).collect();
        self.declaration(Rule::kw_outcome, &decl.name, |w| {
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
        }
    }

    pub(super) fn define_decl(&mut self, decl: &DefineDecl) {
        let parts = decl.labels.iter().map(Part::Label).collect();
        self.declaration(Rule::kw_define, &decl.name, |w| {
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
        self.enumeration(Rule::kw_scale, decl, |w, next| {
            w.line();
            w.sign("<", "<＜", next);
            w.space();
        });
    }

    pub(super) fn enum_decl(&mut self, decl: &EnumerationDecl) {
        self.enumeration(Rule::kw_enum, decl, |w, next| {
            w.clinging(",", ",，、", next);
            w.line();
        });
    }

    fn enumeration(&mut self, keyword: Rule, decl: &EnumerationDecl, between: impl Fn(&mut Self, usize)) {
        self.keyword(keyword);
        self.space();
        self.name(&decl.name);
        if !decl.labels.is_empty() {
            self.space();
            self.labels(&decl.labels);
        }
        self.space();
        let start_of = |member: &Member| member.name.span().range().start;
        self.list_block(decl.members.first().map_or(0, start_of), |w| {
            for (index, member) in decl.members.iter().enumerate() {
                if index > 0 {
                    between(w, start_of(member));
                }
                w.name(&member.name);
                if !member.labels.is_empty() {
                    w.space();
                    w.labels(&member.labels);
                }
            }
        });
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
