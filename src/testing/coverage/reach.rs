//! Whether some case can show what no test has shown: asked of the analysis, over all cases that can occur.

use super::observe::{Observation, OutcomeResult, Survey};
use super::statements::{Statement, Subject};
use super::tree::{Leaf, Logic, Tree};
use crate::analyse::{Analysis, Readings, Region, Undecided, View, Witness};
use crate::decide::Status;
use crate::policy::{Expr, ExprKind, OutcomeId, Policy, RuleKind, Walk};
use crate::testing::Setting;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeSet;

/// Whether some case can show something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Some case shows it.
    Possible,
    /// It is proved that no case can.
    Impossible,
    /// A written limit was reached, or it cannot be proved.
    NotDecided,
}

/// The analyses of a policy in which cases are sought: one for each span of days between two versions.
pub(crate) struct Reachable<'s, 'p> {
    survey: &'s Survey<'p>,
    analyses: Vec<Analysis>,
}

impl<'s, 'p> Reachable<'s, 'p> {
    /// Prepares the search. Values next to constants can be asked about only where they are named here.
    pub(crate) fn new(survey: &'s Survey<'p>, setting: &Setting, sought: &[Observation]) -> Self {
        let boundary = |one: &Observation| match one {
            Observation::Reached { statement, condition, boundary } => {
                let atom = survey.statements.get(*statement)?.atoms.get(*condition)?;
                atom.boundaries.get(*boundary).map(|boundary| boundary.reached.clone())
            }
            _ => None,
        };
        let conditions: Vec<Expr> = sought.iter().filter_map(boundary).collect();
        let view =
            |as_of| View { as_of, calendar: setting.calendar.clone(), readings: Readings::All, ..View::default() };
        let analyses = days(survey.policy)
            .into_iter()
            .map(|day| Analysis::with_conditions(survey.policy, &view(day), &conditions))
            .collect();
        Self { survey, analyses }
    }

    /// The cases in which something is observed, by the analysis they belong to; where there is none, none.
    pub(crate) fn cases(&self, wanted: Observation) -> Result<Vec<(usize, Region)>, Undecided> {
        let mut found = Vec::new();
        for (place, analysis) in self.analyses.iter().enumerate() {
            let region = InAnalysis { survey: self.survey, analysis }.region(wanted)?;
            if !region.is_empty()? {
                found.push((place, region));
            }
        }
        Ok(found)
    }

    /// A case of a region of one of the analyses, where one is found.
    pub(crate) fn witness(&self, analysis: usize, region: &Region) -> Option<Witness> {
        self.analyses.get(analysis)?.witness(region).ok().flatten()
    }

    /// Whether some case can show something.
    pub(crate) fn reach(&self, wanted: Observation) -> Reach {
        match self.cases(wanted) {
            Ok(found) if found.iter().any(|(_, region)| !region.is_approximate()) => Reach::Possible,
            Ok(found) if found.is_empty() && !self.depends_on_deadlines(wanted) => Reach::Impossible,
            Ok(_) | Err(_) => Reach::NotDecided,
        }
    }

    /// Whether the day on which a case is looked at matters in another way than by versions. Cases are sought on single
    /// days, so that nothing is proved of such a statement.
    fn depends_on_deadlines(&self, wanted: Observation) -> bool {
        let data = self.survey.policy.data();
        let statement = match wanted {
            Observation::Fired { statement, .. }
            | Observation::Contributed { statement, .. }
            | Observation::Held { statement, .. }
            | Observation::Was { statement, .. }
            | Observation::Decided { statement, .. }
            | Observation::Reached { statement, .. } => self.survey.statements.get(statement),
            Observation::Came { .. } => None,
        };
        let mut found = false;
        let mut note = |expr: &Expr| found |= matches!(expr.kind, ExprKind::Elapsed(_));
        let mut walk = Walk::new(data);
        match statement {
            Some(statement) => {
                statement.atoms.iter().for_each(|atom| walk.visit(atom.expr, &mut note));
                if let Subject::Rules(outcomes, _) = &statement.subject {
                    let rules = outcomes.iter().flat_map(|(_, rules)| rules);
                    let conditions = rules.filter_map(|rule| data.rules.get(rule.index())?.condition.as_ref());
                    conditions.for_each(|condition| walk.visit(condition, &mut note));
                }
            }
            None => return has_deadlines(self.survey.policy),
        }
        found
    }
}

/// Whether it matters to some rule that a deadline is over on the day on which the case is looked at.
pub(crate) fn has_deadlines(policy: &Policy) -> bool {
    let data = policy.data();
    let mut found = false;
    let mut walk = Walk::new(data);
    for condition in data.rules.iter().filter_map(|rule| rule.condition.as_ref()) {
        walk.visit(condition, &mut |expr| found |= matches!(expr.kind, ExprKind::Elapsed(_)));
    }
    found
}

/// The days that stand for all others: one in each span between two versions, where cases are judged by the day on
/// which they are looked at.
pub(crate) fn days(policy: &Policy) -> Vec<Option<Date>> {
    let data = policy.data();
    if policy.dated_by().is_some() {
        return vec![None];
    }
    let params = data.params.iter().flat_map(|param| &param.versions).filter_map(|(from, _)| *from);
    let periods = || data.clauses.iter().flat_map(|clause| &clause.in_force).chain(&data.in_force);
    let begins = periods().filter_map(|period| period.from);
    let ends = periods().filter_map(|period| period.until?.tomorrow().ok());
    let changes: BTreeSet<Date> = params.chain(begins).chain(ends).collect();
    let before = changes.first().and_then(|first| first.yesterday().ok());
    if changes.is_empty() { vec![None] } else { before.into_iter().chain(changes).map(Some).collect() }
}

/// Regions combined like truths.
struct Regions<'a> {
    all: &'a Region,
}

impl Logic for Regions<'_> {
    type Value = Region;

    fn constant(&self, truth: bool) -> Region {
        if truth { self.all.clone() } else { self.all.not() }
    }

    fn not(&self, value: Region) -> Region {
        value.not()
    }

    fn and(&self, left: Region, right: Region) -> Region {
        left.and(&right)
    }

    fn or(&self, left: Region, right: Region) -> Region {
        left.or(&right)
    }
}

/// One analysis in which cases are sought.
struct InAnalysis<'s, 'p> {
    survey: &'s Survey<'p>,
    analysis: &'s Analysis,
}

impl InAnalysis<'_, '_> {
    /// The cases that show something.
    fn region(&self, wanted: Observation) -> Result<Region, Undecided> {
        match wanted {
            Observation::Fired { statement, outcome } => {
                self.any_rule(statement, outcome, |rule| self.analysis.fires(rule))
            }
            Observation::Contributed { statement, outcome } => {
                self.any_rule(statement, outcome, |rule| self.analysis.applies(rule))
            }
            Observation::Held { statement, holds } => {
                let found = self.statement(statement)?;
                let held = self.any_version(found, |version| self.comes_to(found, version, None))?;
                Ok(self.context(found)?.and(&if holds { held } else { held.not() }))
            }
            Observation::Was { statement, condition, holds } => {
                let found = self.statement(statement)?;
                Ok(self.context(found)?.and(&self.atom(found, condition, holds)?))
            }
            Observation::Decided { statement, condition, holds } => {
                let found = self.statement(statement)?;
                let decides = self.any_version(found, |version| {
                    let with = self.comes_to(found, version, Some((condition, true)))?;
                    let without = self.comes_to(found, version, Some((condition, false)))?;
                    Ok(with.and_not(&without).or(&without.and_not(&with)))
                })?;
                Ok(self.context(found)?.and(&self.atom(found, condition, holds)?).and(&decides))
            }
            Observation::Reached { statement, condition, boundary } => {
                let found = self.statement(statement)?;
                let boundaries = found.atoms.get(condition).map(|atom| &atom.boundaries);
                let boundary = boundaries.and_then(|all| all.get(boundary)).ok_or(Undecided::TooLarge)?;
                Ok(self.context(found)?.and(&self.analysis.region(&boundary.reached)?))
            }
            Observation::Came { outcome, result } => self.came(outcome, result),
        }
    }

    fn statement(&self, place: usize) -> Result<&Statement<'_>, Undecided> {
        self.survey.statements.get(place).ok_or(Undecided::TooLarge)
    }

    fn any_rule(
        &self,
        statement: usize,
        outcome: OutcomeId,
        region: impl Fn(crate::policy::RuleId) -> Result<Region, Undecided>,
    ) -> Result<Region, Undecided> {
        let Subject::Rules(outcomes, _) = &self.statement(statement)?.subject else { return Err(Undecided::TooLarge) };
        let rules = outcomes.iter().filter(|(own, _)| *own == outcome).flat_map(|(_, rules)| rules);
        rules.map(|rule| region(*rule)).try_fold(self.analysis.all()?.not(), |any, own| Ok(any.or(&own?)))
    }

    fn any_version<'f>(
        &self,
        statement: &'f Statement<'_>,
        region: impl Fn(&'f Tree<'_>) -> Result<Region, Undecided>,
    ) -> Result<Region, Undecided> {
        let versions = statement.versions.iter().map(region);
        versions.into_iter().try_fold(self.analysis.all()?.not(), |any, own| Ok(any.or(&own?)))
    }

    fn atom(&self, statement: &Statement<'_>, condition: usize, holds: bool) -> Result<Region, Undecided> {
        let atom = statement.atoms.get(condition).ok_or(Undecided::TooLarge)?;
        let region = self.analysis.region(atom.expr)?;
        Ok(if holds { region } else { region.not() })
    }

    /// The cases in which a condition holds, with one of its atomic conditions fixed.
    fn comes_to(
        &self,
        statement: &Statement<'_>,
        version: &Tree<'_>,
        fixed: Option<(usize, bool)>,
    ) -> Result<Region, Undecided> {
        let all = self.analysis.all()?;
        let logic = Regions { all: &all };
        let mut failure = None;
        let mut keep = |region: Result<Region, Undecided>| {
            region.unwrap_or_else(|undecided| {
                failure = Some(undecided);
                all.clone()
            })
        };
        let region = version.comes_to(&logic, &mut |leaf| match leaf {
            Leaf::Atom(place) => match fixed {
                Some((own, holds)) if own == place => logic.constant(holds),
                Some(_) | None => keep(self.atom(statement, place, true)),
            },
            Leaf::Guard(expr) => keep(self.analysis.region(expr)),
        });
        failure.map_or(Ok(region), Err)
    }

    /// The cases in which the condition of a statement is looked at.
    fn context(&self, statement: &Statement<'_>) -> Result<Region, Undecided> {
        let data = self.survey.policy.data();
        match &statement.subject {
            Subject::Scope(_) | Subject::Define(_) | Subject::Step(..) => self.analysis.all(),
            Subject::Rules(_, RuleKind::Plain) | Subject::Exemption(..) | Subject::Duty(_) => self.analysis.in_scope(),
            Subject::Rules(outcomes, RuleKind::Otherwise) => {
                let mut left = self.analysis.all()?.not();
                for (outcome, _) in outcomes {
                    left = left.or(&self.left_to_otherwise(*outcome)?);
                }
                Ok(left)
            }
            Subject::Adjustment(outcome, _) => Ok(self.analysis.partition(*outcome)?.with_status(Status::Decided)),
            Subject::Fulfilment(id) => {
                let when = data.duties.get(id.index()).and_then(|duty| duty.when.as_ref());
                let scope = self.analysis.in_scope()?;
                Ok(match when {
                    Some(when) => scope.and(&self.analysis.region(when)?),
                    None => scope,
                })
            }
            // What the records of a list are is no part of a case as the analysis sees it.
            Subject::Records(_) => Err(Undecided::Approximate),
        }
    }

    fn left_to_otherwise(&self, outcome: OutcomeId) -> Result<Region, Undecided> {
        let data = self.survey.policy.data();
        let rules = data.outcomes.get(outcome.index()).into_iter().flat_map(|outcome| &outcome.rules);
        let is_plain =
            |id: &&crate::policy::RuleId| data.rules.get(id.index()).is_some_and(|rule| rule.kind == RuleKind::Plain);
        let mut left = self.analysis.in_scope()?;
        for rule in rules.filter(is_plain) {
            left = left.and_not(&self.analysis.fires(*rule)?);
        }
        Ok(left)
    }

    fn came(&self, outcome: OutcomeId, result: OutcomeResult) -> Result<Region, Undecided> {
        let partition = self.analysis.partition(outcome)?;
        let decided = |wanted: &dyn Fn(&crate::policy::PermittedSet) -> bool| {
            partition
                .region(|verdict| verdict.status == Status::Decided && verdict.permitted.as_ref().is_some_and(wanted))
        };
        Ok(match result {
            OutcomeResult::Member(member) => decided(&|set| set.contains(member)),
            OutcomeResult::Amount => decided(&|set| set.amounts().is_some()),
            OutcomeResult::NoMeasure => decided(&|set| set.permits_none()),
            OutcomeResult::Status(status) => partition.with_status(status),
        })
    }
}
