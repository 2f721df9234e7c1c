//! The checked policy as one value that is cheap to share.

use super::ids::{ClauseId, DefineId, FactId, OutcomeId, ParamId, RuleId};
use super::model::{
    Allow, Assumption, Body, Clause, Define, Duty, Effect, EffectCap, EnsuredProperty, Enumeration, Expr, Fact, Fold,
    Hierarchy, Labels, Outcome, OutlineLine, Param, Period, Procedure, PropertyKind, RecordType, Role, Rule, Scope,
    Test, ValueName,
};
use super::reads::Reads;
use super::value::Value;
use crate::source::Span;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Everything that a checked policy holds. Vectors are indexed by the ids of their kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct PolicyData {
    pub(crate) name: String,
    pub(crate) labels: Labels,
    pub(crate) in_force: Vec<Period>,
    /// The fact that says which version judges a case.
    pub(crate) dated_by: Option<FactId>,
    pub(crate) enumerations: Vec<Enumeration>,
    pub(crate) bodies: Vec<Body>,
    pub(crate) roles: Vec<Role>,
    pub(crate) records: Vec<RecordType>,
    pub(crate) params: Vec<Param>,
    /// The parameters that something mentions. One that never changes is replaced by its value wherever it is mentioned.
    pub(crate) params_used: BTreeSet<ParamId>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) defines: Vec<Define>,
    /// Every define after the defines that it mentions.
    pub(crate) define_order: Vec<DefineId>,
    /// Folds that mean the same are one.
    pub(crate) folds: Vec<Fold>,
    pub(crate) assumptions: Vec<Assumption>,
    pub(crate) scopes: Vec<Scope>,
    pub(crate) outcomes: Vec<Outcome>,
    /// Every outcome after the outcomes that its conditions read.
    pub(crate) outcome_order: Vec<OutcomeId>,
    pub(crate) clauses: Vec<Clause>,
    pub(crate) allows: Vec<Allow>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) ensures: Vec<EnsuredProperty>,
    pub(crate) duties: Vec<Duty>,
    pub(crate) procedures: Vec<Procedure>,
    pub(crate) effects: Vec<Effect>,
    pub(crate) effect_cap: Option<EffectCap>,
    pub(crate) hierarchies: Vec<Hierarchy>,
    pub(crate) tests: Vec<Test>,
    pub(crate) outline: Vec<OutlineLine>,
    /// The declared names, one list for each space in which names must be told apart.
    pub(crate) name_spaces: Vec<Vec<ValueName>>,
    /// Which outcomes conditions read.
    pub(crate) reads: Reads,
    /// Facts by whole name, sorted.
    pub(crate) facts_by_name: std::collections::BTreeMap<String, FactId>,
}

/// A checked policy. If one exists it can run.
///
/// Immutable, cheap to clone, `Send + Sync`.
#[derive(Clone, Debug)]
pub struct Policy {
    data: Arc<PolicyData>,
}

impl Policy {
    pub(crate) fn new(mut data: PolicyData) -> Self {
        data.reads = Reads::of(&data);
        Self { data: Arc::new(data) }
    }

    pub(crate) fn data(&self) -> &PolicyData {
        &self.data
    }

    /// Whether the two are clones of one policy.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.data, &other.data)
    }

    /// The same policy, with another value for a fact that a case does not give. So a reading other than the preferred
    /// one is chosen.
    ///
    /// A value of another type than the fact's is not taken over.
    #[must_use]
    pub fn with_default(mut self, fact: FactId, value: Value) -> Self {
        let slot = Arc::make_mut(&mut self.data).facts.get_mut(fact.index());
        if let Some(fact) = slot.filter(|fact| fact.kind == value.kind()) {
            fact.default = Some(value);
        }
        self
    }

    /// The same policy with some conditions beside its own, which decide nothing: each is that of a claim which is never
    /// looked at. Whoever analyses all conditions of the policy meets them too.
    pub(crate) fn beside(&self, conditions: &[Expr]) -> Self {
        let mut data = (*self.data).clone();
        data.ensures.extend(conditions.iter().map(|condition| EnsuredProperty {
            clause: ClauseId::new(0),
            outcome: OutcomeId::new(0),
            property: PropertyKind::IsAddressed,
            when: Some(condition.clone()),
            span: condition.span,
        }));
        Self { data: Arc::new(data) }
    }

    /// The same policy, in force on every day; which versions of its clauses hold is left as it is.
    pub(crate) fn in_force_always(mut self) -> Self {
        if !self.data.in_force.is_empty() {
            Arc::make_mut(&mut self.data).in_force.clear();
        }
        self
    }

    /// The name in its header, or that of its file.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.data.name
    }

    /// Its labels.
    #[must_use]
    pub fn labels(&self) -> &Labels {
        &self.data.labels
    }

    /// The periods in which it is in force, first and last day, as declared.
    #[must_use]
    pub fn in_force(&self) -> &[Period] {
        &self.data.in_force
    }

    /// The fact that says which version of the policy judges a case; the day on which it is looked at where `None`.
    #[must_use]
    pub fn dated_by(&self) -> Option<FactId> {
        self.data.dated_by
    }

    /// Its scales and enums.
    #[must_use]
    pub fn enumerations(&self) -> &[Enumeration] {
        &self.data.enumerations
    }

    /// Its bodies.
    #[must_use]
    pub fn bodies(&self) -> &[Body] {
        &self.data.bodies
    }

    /// Its roles.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.data.roles
    }

    /// Its record types.
    #[must_use]
    pub fn records(&self) -> &[RecordType] {
        &self.data.records
    }

    /// Its parameters.
    #[must_use]
    pub fn params(&self) -> &[Param] {
        &self.data.params
    }

    /// Its facts and judgements, in the order of declaration.
    #[must_use]
    pub fn facts(&self) -> &[Fact] {
        &self.data.facts
    }

    /// The fact of this name.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<FactId> {
        self.data.facts_by_name.get(name).copied()
    }

    /// Its outcomes, in the order of declaration.
    #[must_use]
    pub fn outcomes(&self) -> &[Outcome] {
        &self.data.outcomes
    }

    /// The outcome of this whole name.
    #[must_use]
    pub fn outcome(&self, title: &str) -> Option<OutcomeId> {
        self.outcome_ids().find(|id| self.data.outcomes.get(id.index()).is_some_and(|found| &*found.name == title))
    }

    /// The ids of its outcomes, in the order of declaration.
    pub fn outcome_ids(&self) -> impl Iterator<Item = OutcomeId> + use<> {
        (0..self.data.outcomes.len()).map(OutcomeId::new)
    }

    /// The ids of its facts, in the order of declaration.
    pub fn fact_ids(&self) -> impl Iterator<Item = FactId> + use<> {
        (0..self.data.facts.len()).map(FactId::new)
    }

    /// The ids of its rules, in the order of the text.
    pub fn rule_ids(&self) -> impl Iterator<Item = RuleId> + use<> {
        (0..self.data.rules.len()).map(RuleId::new)
    }

    /// Its clauses, in the order of the text.
    #[must_use]
    pub fn clauses(&self) -> &[Clause] {
        &self.data.clauses
    }

    /// The findings that its author answers for, in the order of the text.
    #[must_use]
    pub fn allows(&self) -> &[Allow] {
        &self.data.allows
    }

    /// The clause that a place lies in: of those inside each other, the innermost.
    #[must_use]
    pub fn clause_at(&self, place: Span) -> Option<&Clause> {
        let around = self.data.clauses.iter().filter(|clause| clause.whole.contains(place));
        around.min_by_key(|clause| clause.whole.range().len())
    }

    /// Its rules, in the order of the text.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.data.rules
    }

    /// The properties it claims of itself.
    #[must_use]
    pub fn ensures(&self) -> &[EnsuredProperty] {
        &self.data.ensures
    }

    /// Its duties, prohibitions and rights, in the order of the text.
    #[must_use]
    pub fn duties(&self) -> &[Duty] {
        &self.data.duties
    }

    /// Its procedures, in the order of the text.
    #[must_use]
    pub fn procedures(&self) -> &[Procedure] {
        &self.data.procedures
    }

    /// The lasting effects of its outcomes, in the order of the text.
    #[must_use]
    pub fn effects(&self) -> &[Effect] {
        &self.data.effects
    }

    /// How far effects of one kind add up; they run side by side where `None`.
    #[must_use]
    pub fn effect_cap(&self) -> Option<&EffectCap> {
        self.data.effect_cap.as_ref()
    }

    /// Which body answers to which.
    #[must_use]
    pub fn hierarchies(&self) -> &[Hierarchy] {
        &self.data.hierarchies
    }

    /// Its tests.
    #[must_use]
    pub fn tests(&self) -> &[Test] {
        &self.data.tests
    }

    /// The declared names, one list for each space in which names must be told apart: values, types, bodies and roles,
    /// then the members of each scale and enum. Each list is in the order of the text.
    #[must_use]
    pub fn name_spaces(&self) -> &[Vec<ValueName>] {
        &self.data.name_spaces
    }

    /// Its outline.
    #[must_use]
    pub fn outline(&self) -> &[OutlineLine] {
        &self.data.outline
    }
}
