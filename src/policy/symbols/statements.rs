//! What declarations, clauses and tests mention.

use super::{SymbolId, SymbolIndex};
use crate::syntax::ast::{
    Citation, Clause, Consequence, Duty, DutyPartKind, Ensure, Expect, Expectation, FactDecl, Item, LogEvent, LogLine,
    Name, OutcomeTest, OutlineDecl, PowerKind, Procedure, ProcedureEntry, Property, Reference, Statement, StepPart,
    StepPartKind, TestDecl, TestEntry, TypeRef, TypeRefKind,
};

/// Enters what is mentioned into an index that knows all declarations.
pub(super) struct Mentions<'i> {
    pub(super) index: &'i mut SymbolIndex,
    /// The record whose fields can be named: inside a fold.
    pub(super) record: Option<SymbolId>,
}

impl<'i> Mentions<'i> {
    pub(super) fn new(index: &'i mut SymbolIndex) -> Self {
        Self { index, record: None }
    }

    pub(super) fn all(&mut self, items: &[Item]) {
        self.field_types(items);
        for item in items {
            self.item(item);
        }
    }

    /// Types of fields may be declared behind their records.
    fn field_types(&mut self, items: &[Item]) {
        for item in items {
            let Item::Record(decl) = item else { continue };
            let Some(record) = self.index.types.get(&decl.name.text).copied() else { continue };
            for field in &decl.fields {
                let value_type = self.index.type_of(&field.type_ref);
                let id = self.index.parts.get(&(record, field.name.text.clone())).copied();
                if let Some(symbol) = id.and_then(|id| self.index.symbols.get_mut(id.0)) {
                    symbol.value_type = value_type;
                }
            }
        }
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Policy(decl) => decl.dated_by.iter().for_each(|fact| self.reference(fact)),
            Item::Outline(decl) => self.outline(decl),
            Item::Record(decl) => decl.fields.iter().for_each(|field| self.written_type(&field.type_ref)),
            Item::Fact(decl) => self.fact(decl),
            Item::Judgement(decl) => {
                self.fact(&decl.fact);
                decl.judge.iter().for_each(|judge| self.party(judge));
            }
            Item::Param(decl) => decl.versions.iter().for_each(|version| self.value(&version.value, None)),
            Item::Reading(decl) => {
                let owner = self.index.types.get(&decl.name.text).copied();
                if let Some(name) = &decl.prefer {
                    let found = owner.and_then(|owner| self.index.parts.get(&(owner, name.text.clone())).copied());
                    self.index.mention(name.span(), found);
                }
            }
            Item::Define(decl) => {
                decl.of.iter().for_each(|role| self.party(role));
                self.expression(&decl.value, None);
            }
            Item::Assume(decl) => self.expression(&decl.condition, None),
            Item::Outcome(decl) => {
                decl.of.iter().for_each(|role| self.party(role));
                self.written_type(&decl.type_ref);
            }
            Item::Article(article) => self.clauses(&article.body),
            Item::Test(decl) => self.test(decl),
            Item::Statement(statement) => self.statement(statement),
            Item::Use(_) | Item::Scale(_) | Item::Enum(_) | Item::Body(_) | Item::Role(_) | Item::Allow(_) => {}
        }
    }

    fn fact(&mut self, decl: &FactDecl) {
        decl.of.iter().for_each(|role| self.party(role));
        self.written_type(&decl.type_ref);
        let expected = self.index.type_of(&decl.type_ref);
        decl.default.iter().for_each(|value| self.value(value, expected));
    }

    fn written_type(&mut self, written: &TypeRef) {
        let span = match &written.kind {
            TypeRefKind::List(record) => record.span(),
            TypeRefKind::Bool
            | TypeRefKind::Int
            | TypeRefKind::Decimal
            | TypeRefKind::Money
            | TypeRefKind::Date
            | TypeRefKind::Duration
            | TypeRefKind::Named(_) => written.place.0,
        };
        let found = self.index.type_of(written);
        self.index.mention(span, found);
    }

    fn outline(&mut self, decl: &OutlineDecl) {
        for entry in &decl.entries {
            entry.parent.iter().for_each(|citation| self.citation(citation));
        }
    }

    /// How deep this goes is limited by the parser.
    fn clauses(&mut self, body: &[Clause]) {
        for clause in body {
            match clause {
                Clause::Numbered(item) => self.clauses(&item.body),
                Clause::Statement(statement) => self.statement(statement),
                Clause::NotModelled(_) | Clause::Missing(_) | Clause::Allow(_) | Clause::Unreadable(_) => {}
            }
        }
    }

    pub(super) fn party(&mut self, name: &Name) {
        let found = self.index.parties.get(&name.text).copied();
        self.index.mention(name.span(), found);
    }

    fn parties(&mut self, names: &[Name]) {
        names.iter().for_each(|name| self.party(name));
    }

    fn citation(&mut self, citation: &Citation) {
        let found = self.index.clause(&citation.path.to_string());
        self.index.mention(citation.place.0, found);
    }

    fn citations(&mut self, citations: &[Citation]) {
        citations.iter().for_each(|citation| self.citation(citation));
    }

    /// The type of an outcome's values.
    fn values_of(&self, outcome: &Reference) -> Option<SymbolId> {
        self.index.get(self.index.value(&outcome.to_string())?).value_type
    }

    fn consequences(&mut self, consequences: &[Consequence]) {
        for consequence in consequences {
            self.reference(&consequence.outcome);
            let expected = self.values_of(&consequence.outcome);
            self.permitted(&consequence.permitted, expected);
        }
    }

    fn statement(&mut self, statement: &Statement) {
        match statement {
            Statement::Rule(rule) => {
                self.condition(&rule.condition);
                self.consequences(&rule.consequences);
                self.citations(&rule.overriding);
            }
            Statement::Otherwise(otherwise) => {
                otherwise.condition.iter().for_each(|condition| self.condition(condition));
                self.consequences(&otherwise.consequences);
            }
            Statement::Exempt(exempt) => {
                self.reference(&exempt.outcome);
                exempt.from.iter().for_each(|citations| self.citations(citations));
                self.condition(&exempt.condition);
            }
            Statement::Adjust(adjust) => {
                self.reference(&adjust.outcome);
                self.condition(&adjust.condition);
            }
            Statement::Applies(applies) => self.condition(&applies.condition),
            Statement::Authority(authority) => {
                self.reference(&authority.outcome);
                let expected = self.values_of(&authority.outcome);
                for power in &authority.powers {
                    let values = power.values.iter().flat_map(|set| &set.values);
                    values.for_each(|value| self.value(value, expected));
                    match &power.kind {
                        PowerKind::Decided { bodies, approved_by, jointly: _ } => {
                            self.parties(bodies);
                            self.parties(approved_by);
                        }
                        PowerKind::Enforced { bodies } => self.parties(bodies),
                    }
                }
            }
            Statement::Ensure(ensure) => self.ensure(ensure),
            Statement::Duty(duty) => self.duty(duty),
            Statement::Procedure(procedure) => self.procedure(procedure),
            Statement::Effect(effect) => {
                self.reference(&effect.outcome);
                let expected = self.values_of(&effect.outcome);
                match &effect.test {
                    OutcomeTest::Compare(_, value) => self.value(value, expected),
                    OutcomeTest::Membership(_, permitted) => self.permitted(permitted, expected),
                }
                effect.items.iter().flat_map(|item| &item.period).for_each(|period| self.value(period, None));
            }
            Statement::EffectCap(cap) => self.value(&cap.period, None),
            Statement::Contents(contents) => {
                self.reference(&contents.outcome);
                let expected = self.values_of(&contents.outcome);
                self.value(&contents.value, expected);
                contents.parts.iter().flat_map(|part| &part.condition).for_each(|part| self.expression(part, None));
            }
            Statement::Hierarchy(hierarchy) => self.parties(&hierarchy.levels),
        }
    }

    fn ensure(&mut self, ensure: &Ensure) {
        self.reference(&ensure.outcome);
        let expected = self.values_of(&ensure.outcome);
        match &ensure.property {
            Property::RisesWith(fact) | Property::Ignores(fact) => self.reference(fact),
            Property::IsAddressed => {}
            Property::Excludes(permitted) | Property::Within(permitted) => self.permitted(permitted, expected),
            Property::AtLeast(value) | Property::AtMost(value) => self.value(value, expected),
        }
        ensure.when.iter().for_each(|condition| self.expression(condition, None));
    }

    fn duty(&mut self, duty: &Duty) {
        duty.bearer.iter().for_each(|bearer| self.party(bearer));
        for part in &duty.parts {
            match &part.kind {
                DutyPartKind::When(condition) => self.condition(condition),
                DutyPartKind::Must(expr) | DutyPartKind::Act(expr) => self.expression(expr, None),
                DutyPartKind::Before(steps) => steps.iter().for_each(|step| self.step(step)),
                DutyPartKind::OnBreach(consequences) => self.consequences(consequences),
            }
        }
    }

    /// A step of whatever procedure, where only one has it.
    fn step(&mut self, name: &Name) {
        let found = self.only_step(name);
        self.index.mention(name.span(), found);
    }

    fn only_step(&self, name: &Name) -> Option<SymbolId> {
        match self.index.steps.get(&name.text).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            Some(_) | None => None,
        }
    }

    fn procedure(&mut self, procedure: &Procedure) {
        let Some(id) = self.index.procedures.get(&procedure.name.text).copied() else { return };
        for entry in &procedure.entries {
            match entry {
                ProcedureEntry::Step(step) => step.parts.iter().for_each(|part| self.step_part(id, part)),
                ProcedureEntry::Escalation(escalation) => {
                    self.step_of(id, &escalation.step);
                    escalation.to.iter().for_each(|body| self.party(body));
                    self.value(&escalation.after, None);
                }
            }
        }
    }

    fn step_of(&mut self, procedure: SymbolId, name: &Name) {
        let found = self.index.parts.get(&(procedure, name.text.clone())).copied();
        self.index.mention(name.span(), found);
    }

    fn step_part(&mut self, procedure: SymbolId, part: &StepPart) {
        match &part.kind {
            StepPartKind::By(_, names) | StepPartKind::Consent(names) => self.parties(names),
            StepPartKind::After(_, names) => names.iter().for_each(|name| self.step_of(procedure, name)),
            StepPartKind::Checks(_) | StepPartKind::Quorum(_) => {}
            StepPartKind::Within(period, start) => {
                self.value(period, None);
                let is_step = self.index.parts.contains_key(&(procedure, start.name.text.clone()));
                if is_step && start.of.is_none() {
                    self.step_of(procedure, &start.name);
                } else {
                    self.reference(start);
                }
            }
            StepPartKind::When(condition) => self.expression(condition, None),
        }
    }

    fn test(&mut self, decl: &TestDecl) {
        for entry in &decl.entries {
            match entry {
                TestEntry::Given(given) => {
                    for assignment in &given.assignments {
                        self.reference(&assignment.fact);
                        let expected = self.values_of(&assignment.fact);
                        self.value(&assignment.value, expected);
                    }
                }
                TestEntry::Expect(expect) => self.expect(expect),
                TestEntry::Chosen(chosen) => {
                    self.reference(&chosen.outcome);
                    let expected = self.values_of(&chosen.outcome);
                    self.permitted(&chosen.value, expected);
                }
                TestEntry::Log(line) => self.log(line),
                TestEntry::Past(past) => {
                    self.reference(&past.outcome);
                    let expected = self.values_of(&past.outcome);
                    self.value(&past.value, expected);
                }
                TestEntry::AsOf(_) | TestEntry::Days(_) | TestEntry::Unreadable(_) => {}
            }
        }
    }

    fn log(&mut self, line: &LogLine) {
        match &line.event {
            LogEvent::Step(name) => {
                self.step(name);
                let step = self.only_step(name);
                for check in &line.checks {
                    let found = step.and_then(|step| self.index.parts.get(&(step, check.text.clone())).copied());
                    self.index.mention(check.span(), found);
                }
            }
            LogEvent::Right(name) => self.duty_named(name),
        }
        self.parties(&line.by);
        self.parties(&line.consent);
    }

    fn duty_named(&mut self, name: &Name) {
        let found = self.index.duties.get(&name.text).copied();
        self.index.mention(name.span(), found);
    }

    fn expect(&mut self, expect: &Expect) {
        expect.outcome.iter().for_each(|outcome| self.reference(outcome));
        match &expect.kind {
            Expectation::Permits(permitted, _) => {
                let expected = expect.outcome.as_ref().and_then(|outcome| self.values_of(outcome));
                self.permitted(permitted, expected);
            }
            Expectation::Status(_) => {}
            Expectation::Cites(citations) | Expectation::AdjustedBy(citations) | Expectation::ExemptedBy(citations) => {
                self.citations(citations);
            }
            Expectation::Asks(facts) => facts.iter().for_each(|fact| self.reference(fact)),
            Expectation::Power(_, bodies) => self.parties(bodies),
            Expectation::Duty(name, _) => self.duty_named(name),
            Expectation::Step(name, _) => self.step(name),
            Expectation::Effect(effect) => {
                let found = self.index.effects.get(&effect.name.text).copied();
                self.index.mention(effect.name.span(), found);
            }
        }
    }
}
