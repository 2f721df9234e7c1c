//! Questions as data.

use crate::decide::prospects::Subject;
use crate::decide::{Decision, Facts, Status, written};
use crate::diagnostic::Language;
use crate::policy::{
    ClauseId, ExprKind, FactId, Field, FieldIndex, Judgement, Labels, Outcome, OutcomeValues, Party, Policy, RecordId,
    Type, Unit, UnitClass, Walk,
};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeSet;

/// What a case is asked for next.
#[derive(Clone, Debug)]
pub struct Question {
    /// What is asked for.
    pub subject: Subject,
    name: String,
    role: Option<String>,
    /// Its labels.
    pub labels: Labels,
    /// What can be answered.
    pub form: AnswerForm,
    /// Who judges it and by what measure, where a person has to.
    pub judgement: Option<Judgement>,
    /// The clauses whose open conditions hang on it, as they are cited.
    pub clauses: Vec<String>,
}

/// What can be answered.
#[derive(Clone, Debug)]
pub enum AnswerForm {
    /// Yes or no.
    Truth,
    /// One of these, of a scale from light to heavy.
    OneOf(Vec<Choice>),
    /// A whole number.
    Whole,
    /// A number with decimal places.
    Decimal,
    /// An amount of money; in this currency, where the policy or the case says which.
    Money(Option<String>),
    /// A period; counted in this unit, where the policy or the case says which.
    Period(Option<String>),
    /// A day.
    Day {
        /// Whether "never" is an answer.
        may_be_never: bool,
    },
    /// The records of a list.
    Records {
        /// The fields that some condition looks at.
        fields: Vec<FieldQuestion>,
        /// The records that are known already, of which some field is not.
        known: Vec<Json>,
    },
}

/// One of the values that can be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value, as it is answered: the name of a member, `none` for no measure.
    pub value: String,
    /// Its labels.
    pub labels: Labels,
}

/// A field of the records of a list.
#[derive(Clone, Debug)]
pub struct FieldQuestion {
    /// Its name.
    pub name: String,
    /// Its labels.
    pub labels: Labels,
    /// What can be answered; never records.
    pub form: AnswerForm,
}

impl Question {
    /// The fact as it is named in the policy, `careless of driver`; the outcome of which something was chosen; `as_of`
    /// for the day on which the case is looked at.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The question as a JSON object, with labels in a language.
    #[must_use]
    pub fn to_json(&self, policy: &Policy, language: Language) -> Json {
        let about = match self.subject {
            Subject::Fact(_) => "fact",
            Subject::Choice(_) => "choice",
            Subject::Day => "day",
        };
        let mut object = Map::new();
        object.insert("about".to_owned(), about.into());
        object.insert("name".to_owned(), self.name.as_str().into());
        object.insert("role".to_owned(), self.role.as_deref().into());
        object.insert("label".to_owned(), self.labels.get(language).into());
        object.append(&mut self.form.to_json(language));
        if let Some(judgement) = &self.judgement {
            let judge = judgement.judge.map(|judge| party_name(policy, judge));
            object.insert("judgement".to_owned(), json!({ "judge": judge, "criterion": judgement.criterion }));
        }
        object.insert("clauses".to_owned(), self.clauses.clone().into());
        Json::Object(object)
    }

    pub(super) fn new(
        facts: &Facts,
        decision: Option<&Decision>,
        subject: Subject,
        clauses: &[ClauseId],
    ) -> Option<Self> {
        let policy = facts.policy();
        let cited = clauses.iter().filter_map(|id| policy.clauses().get(id.index()));
        let clauses = cited.map(|clause| clause.citation.clone()).collect();
        match subject {
            Subject::Fact(id) => {
                let fact = policy.facts().get(id.index())?;
                Some(Self {
                    subject,
                    name: fact.name.to_string(),
                    role: fact.name.role().map(str::to_owned),
                    labels: fact.labels.clone(),
                    form: of_fact(facts, id, fact.kind, fact.unit.as_ref())?,
                    judgement: fact.judgement.clone(),
                    clauses,
                })
            }
            Subject::Choice(id) => {
                let outcome = policy.outcomes().get(id.index())?;
                Some(Self {
                    subject,
                    name: outcome.name.to_string(),
                    role: outcome.name.role().map(str::to_owned),
                    labels: outcome.labels.clone(),
                    form: of_choice(policy, outcome, decision)?,
                    judgement: None,
                    clauses,
                })
            }
            Subject::Day => Some(Self {
                subject,
                name: "as_of".to_owned(),
                role: None,
                labels: Labels::default(),
                form: AnswerForm::Day { may_be_never: false },
                judgement: None,
                clauses,
            }),
        }
    }
}

impl AnswerForm {
    fn to_json(&self, language: Language) -> Map<String, Json> {
        let (kind, more) = match self {
            Self::Truth => ("bool", None),
            Self::OneOf(choices) => {
                let choice = |choice: &Choice| json!({ "value": choice.value, "label": choice.labels.get(language) });
                ("choice", Some(("options", choices.iter().map(choice).collect())))
            }
            Self::Whole => ("int", None),
            Self::Decimal => ("decimal", None),
            Self::Money(unit) => ("money", Some(("unit", unit.as_deref().into()))),
            Self::Period(unit) => ("duration", Some(("unit", unit.as_deref().into()))),
            Self::Day { may_be_never } => ("date", Some(("never", (*may_be_never).into()))),
            Self::Records { fields, known } => {
                let field = |field: &FieldQuestion| {
                    let mut object = Map::new();
                    object.insert("name".to_owned(), field.name.as_str().into());
                    object.insert("label".to_owned(), field.labels.get(language).into());
                    object.append(&mut field.form.to_json(language));
                    Json::Object(object)
                };
                let fields: Vec<Json> = fields.iter().map(field).collect();
                return [("kind", "list".into()), ("fields", fields.into()), ("known", known.clone().into())]
                    .map(|(key, value): (&str, Json)| (key.to_owned(), value))
                    .into_iter()
                    .collect();
            }
        };
        let kind = ("kind", Json::from(kind));
        std::iter::once(kind).chain(more).map(|(key, value)| (key.to_owned(), value)).collect()
    }
}

/// The name of who judges.
fn party_name(policy: &Policy, party: Party) -> Option<&str> {
    match party {
        Party::Body(id) => policy.bodies().get(id.index()).map(|body| body.name.as_str()),
        Party::Role(id) => policy.roles().get(id.index()).map(|role| role.name.as_str()),
    }
}

fn of_fact(facts: &Facts, id: FactId, kind: Type, class: Option<&UnitClass>) -> Option<AnswerForm> {
    match kind {
        Type::List(of) => Some(records(facts, id, of)),
        _ => single(facts.policy(), kind, facts.unit_of(class, Some(id))),
    }
}

/// What can be answered for a single value.
fn single(policy: &Policy, kind: Type, unit: Option<Unit>) -> Option<AnswerForm> {
    let unit = unit.map(|unit| unit.to_string());
    Some(match kind {
        Type::Bool => AnswerForm::Truth,
        Type::Int => AnswerForm::Whole,
        Type::Decimal => AnswerForm::Decimal,
        Type::Money => AnswerForm::Money(unit),
        Type::Date => AnswerForm::Day { may_be_never: true },
        Type::Duration => AnswerForm::Period(unit),
        Type::Enumeration(of) => {
            let members = &policy.enumerations().get(of.index())?.members;
            let choice =
                |member: &crate::policy::Member| Choice { value: member.name.clone(), labels: member.labels.clone() };
            AnswerForm::OneOf(members.iter().map(choice).collect())
        }
        // A list is no single value.
        Type::List(_) => return None,
    })
}

fn records(facts: &Facts, list: FactId, of: RecordId) -> AnswerForm {
    let policy = facts.policy();
    let looked_at = fields_looked_at(policy, list);
    let declared = policy.records().get(of.index()).map(|of| of.fields.as_slice()).unwrap_or_default();
    let asked = |(place, field): (usize, &Field)| {
        let form = single(policy, field.kind, facts.unit_of(field.unit.as_ref(), None))?;
        let is_looked_at = looked_at.contains(&FieldIndex::new(place));
        is_looked_at.then(|| FieldQuestion { name: field.name.clone(), labels: field.labels.clone(), form })
    };
    let known = match facts.get(list).map(|value| written::value(policy, value)) {
        Some(Json::Array(records)) => records,
        Some(_) | None => Vec::new(),
    };
    AnswerForm::Records { fields: declared.iter().enumerate().filter_map(asked).collect(), known }
}

/// The fields of a list's records that some condition or sum looks at.
fn fields_looked_at(policy: &Policy, list: FactId) -> BTreeSet<FieldIndex> {
    let data = policy.data();
    let mut found = BTreeSet::new();
    for fold in data.folds.iter().filter(|fold| fold.list == list) {
        for part in fold.condition.iter().chain(&fold.summand) {
            Walk::new(data).visit_where(part, &mut |expr| {
                if let ExprKind::Field(field) = &expr.kind {
                    found.insert(*field);
                }
                !matches!(expr.kind, ExprKind::Fold(_))
            });
        }
    }
    found
}

/// What the authority can have chosen: what is permitted, as far as that is settled.
fn of_choice(policy: &Policy, outcome: &Outcome, decision: Option<&Decision>) -> Option<AnswerForm> {
    let unit = outcome.unit.as_ref().and_then(|class| class.unit.clone());
    let form = single(policy, outcome.values.value_type(), unit)?;
    let (AnswerForm::OneOf(members), OutcomeValues::Members(_)) = (&form, outcome.values) else { return Some(form) };
    let found = decision.and_then(|decision| decision.outcome(outcome.name.as_str()));
    let settled = found.filter(|found| found.status == Status::Decided);
    let permitted = settled.map(|found| found.permitted.words());
    let is_open = |choice: &&Choice| permitted.as_ref().is_none_or(|permitted| permitted.contains(&choice.value));
    let none = settled.is_none_or(|found| found.none);
    let none = none.then(|| Choice { value: written::NO_MEASURE.to_owned(), labels: Labels::default() });
    Some(AnswerForm::OneOf(none.into_iter().chain(members.iter().filter(is_open).cloned()).collect()))
}

/// The JSON object that gives an answer, in the shape of a facts file.
pub(super) fn answered(policy: &Policy, subject: Subject, answer: Json) -> Option<Json> {
    let grouped = |group: &str, name: &str, answer: Json| json!({ group: { name: answer } });
    Some(match subject {
        Subject::Fact(id) => {
            let name = &policy.facts().get(id.index())?.name;
            match name.role() {
                Some(role) => grouped(role, name.own(), answer),
                None => json!({ name.own(): answer }),
            }
        }
        Subject::Choice(id) => grouped(written::CHOSEN, policy.outcomes().get(id.index())?.name.as_str(), answer),
        Subject::Day => json!({ written::AS_OF: answer }),
    })
}
