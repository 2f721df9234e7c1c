//! A policy looked at as a whole.

use super::covered::Meeting;
use super::formula::Formula;
use super::graded::Graded;
use super::lower::{Model, View, lowered};
use super::partition::{OutcomeCases, Partition, RuleCases, Share};
use super::region::{Region, Undecided};
use super::weave::{Ladders, Side, Woven};
use crate::decide::Verdict;
use crate::decide::abstraction::holding;
use crate::policy::{DefineId, Expr, ExprKind, OutcomeId, OutcomeTest, PermittedSet, Policy, RuleId, Type, Walk};
use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, OnceLock};

/// Something that is worked out once.
type Once<T> = OnceLock<Result<T, Undecided>>;

/// A policy with the space of all its cases.
///
/// The space is finite: a bool, an enum or a scale has its members; numbers, amounts, dates and periods are cut where
/// conditions tell them apart; lists are known by what their folds come to; what cannot be cut is an unknown of its own.
/// All facts are open, also those with a default. Questions are answered exactly, or not at all: see [`Undecided`].
pub struct Analysis {
    policy: Policy,
    view: View,
    model: Option<Arc<Model>>,
    scope: Once<Formula>,
    defines: Vec<Once<Formula>>,
    cases: Vec<Once<OutcomeCases>>,
    shares: Vec<Once<(Vec<Share>, bool)>>,
    differences: Mutex<BTreeMap<Difference, Result<Formula, Undecided>>>,
    partitions: Vec<Once<Partition>>,
    graded: Vec<Once<Graded>>,
    meeting: Vec<Once<Meeting>>,
    /// The outcomes whose choice is that of another one, wherever both permit it.
    twins: BTreeMap<OutcomeId, Twin>,
}

/// The outcome of another text that an outcome is compared with.
pub(super) struct Twin {
    pub(super) of: OutcomeId,
    pub(super) ladders: Ladders,
}

/// What makes a difference to an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Difference {
    /// That a share of the contributions is there.
    Share(OutcomeId, usize),
    /// That there are rules which do not say `otherwise`.
    Otherwise(OutcomeId),
}

fn places<T>(count: usize) -> Vec<Once<T>> {
    (0..count).map(|_| OnceLock::new()).collect()
}

/// What is kept in a place, worked out where it is not there yet.
///
/// Working something out may need other places, but never the same one; the lock is not held meanwhile.
fn once<T>(place: Option<&Once<T>>, work_out: impl FnOnce() -> Result<T, Undecided>) -> Result<&T, Undecided> {
    let Some(place) = place else { return Err(Undecided::TooLarge) };
    let kept = match place.get() {
        Some(kept) => kept,
        None => {
            let worked_out = work_out();
            place.get_or_init(|| worked_out)
        }
    };
    kept.as_ref().map_err(|undecided| *undecided)
}

impl Analysis {
    /// The analysis of a policy, in its preferred readings.
    #[must_use]
    pub fn new(policy: &Policy) -> Self {
        Self::with(policy, &View::default())
    }

    /// The analysis of a policy from a certain view.
    #[must_use]
    pub fn with(policy: &Policy, view: &View) -> Self {
        Self::made(policy, view, None)
    }

    /// The analysis of a policy that was a bit different when this one was made, from the same view.
    ///
    /// What both have in common is not worked out again: diagrams are found by what their formulas are made of. That
    /// helps as long as the new version tells the same values of the same facts apart; answers are never different.
    ///
    /// ```
    /// # use policyc::{analyse::Analysis, check_text};
    /// # let text = |day: u32| format!("scale measure {{ review < notice }} fact days: int fact late: bool
    /// #     outcome sanction: measure
    /// #     article 1 {{ if late and days > {day} then sanction = notice }} article 2 {{ if days > 3 then sanction = review }}");
    /// let before = check_text("before.policy", &text(3)).policy.expect("the policy has no errors");
    /// let analysis = Analysis::new(&before);
    /// let after = check_text("after.policy", &text(5)).policy.expect("the policy has no errors");
    /// assert_eq!(analysis.after_edit(&after).policy().rules().len(), 2);
    /// ```
    #[must_use]
    pub fn after_edit(&self, policy: &Policy) -> Self {
        self.after_edit_until(policy, self.view.stop.clone())
    }

    /// The same, given up once `stop` is set.
    #[must_use]
    pub fn after_edit_until(&self, policy: &Policy, stop: Option<Arc<AtomicBool>>) -> Self {
        Self::made(policy, &View { stop, ..self.view.clone() }, self.model.as_deref())
    }

    /// From where the policy is looked at.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.view
    }

    fn made(policy: &Policy, view: &View, earlier: Option<&Model>) -> Self {
        let data = policy.data();
        Self {
            policy: policy.clone(),
            view: view.clone(),
            model: lowered(policy, view, earlier).map(Arc::new),
            scope: OnceLock::new(),
            defines: places(data.defines.len()),
            cases: places(data.outcomes.len()),
            shares: places(data.outcomes.len()),
            differences: Mutex::default(),
            partitions: places(data.outcomes.len()),
            graded: places(data.outcomes.len()),
            meeting: places(data.outcomes.len()),
            twins: BTreeMap::new(),
        }
    }

    /// The same, fine enough for some more conditions: regions can be asked for that the policy does not speak of.
    #[must_use]
    pub(crate) fn with_conditions(policy: &Policy, view: &View, conditions: &[Expr]) -> Self {
        if conditions.is_empty() {
            return Self::with(policy, view);
        }
        Self::with(&policy.beside(conditions), view)
    }

    /// The analysis of two policies that were woven into one.
    pub(super) fn of_woven(woven: &Woven, view: &View) -> Self {
        Self { twins: woven.twins(), ..Self::with(&woven.policy, view) }
    }

    /// The policy.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    pub(super) fn model(&self) -> Result<&Arc<Model>, Undecided> {
        self.model.as_ref().ok_or(Undecided::TooLarge)
    }

    pub(super) fn region_of(&self, formula: &Formula) -> Result<Region, Undecided> {
        Ok(Region::new(self.model()?, formula.clone()))
    }

    pub(super) fn is_possible(&self, formula: &Formula) -> Result<bool, Undecided> {
        self.model()?.is_empty(formula).map(|is_empty| !is_empty)
    }

    /// All cases.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn all(&self) -> Result<Region, Undecided> {
        self.region_of(&Formula::constant(true))
    }

    /// The cases that the policy applies to.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn in_scope(&self) -> Result<Region, Undecided> {
        self.region_of(&self.scope_formula()?)
    }

    /// The cases in which a condition of the policy holds.
    ///
    /// # Errors
    /// A written limit was reached; or the condition consists of others than those of the policy.
    pub fn region(&self, condition: &Expr) -> Result<Region, Undecided> {
        self.region_of(&self.formula(condition)?)
    }

    /// The cases in which a rule fires: the policy applies, its condition holds, and where it says `otherwise` no other
    /// rule of the outcome fires.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn fires(&self, rule: RuleId) -> Result<Region, Undecided> {
        self.region_of(&self.rule_cases(rule)?.fires)
    }

    /// The cases in which a rule fires and is not overridden.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn stands(&self, rule: RuleId) -> Result<Region, Undecided> {
        self.region_of(&self.rule_cases(rule)?.stands)
    }

    /// The cases in which a rule fires and is neither overridden nor excused by an exemption from it.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn contributes(&self, rule: RuleId) -> Result<Region, Undecided> {
        self.region_of(&self.rule_cases(rule)?.contributes)
    }

    /// The cases in which the condition of an outcome's exemption at `index` holds.
    ///
    /// # Errors
    /// A written limit was reached, or there is no such exemption.
    pub fn exempts(&self, outcome: OutcomeId, index: usize) -> Result<Region, Undecided> {
        let exemptions = &self.cases_of(outcome)?.exemptions;
        self.region_of(exemptions.get(index).ok_or(Undecided::TooLarge)?)
    }

    /// The cases in which the condition of an outcome's adjustment at `index` holds.
    ///
    /// # Errors
    /// A written limit was reached, or there is no such adjustment.
    pub fn adjusts(&self, outcome: OutcomeId, index: usize) -> Result<Region, Undecided> {
        let adjustments = &self.cases_of(outcome)?.adjustments;
        self.region_of(adjustments.get(index).ok_or(Undecided::TooLarge)?)
    }

    /// The cases of an outcome by what it comes to.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn partition(&self, outcome: OutcomeId) -> Result<&Partition, Undecided> {
        once(self.partitions.get(outcome.index()), || {
            let (cells, is_sampled) = self.cells(outcome)?;
            let mut verdicts = Vec::with_capacity(cells.verdicts.len());
            for (verdict, formula) in &cells.verdicts {
                verdicts.push((verdict.clone(), self.region_of(formula)?));
            }
            let without_result = self.region_of(&Formula::any(cells.without_result))?;
            self.bind_choice(outcome, &cells.verdicts)?;
            Ok(Partition { verdicts, without_result, is_sampled })
        })
    }

    /// The cases of an outcome by what it comes to, if they are worked out already.
    pub(super) fn known_partition(&self, outcome: OutcomeId) -> Option<&Partition> {
        self.partitions.get(outcome.index())?.get()?.as_ref().ok()
    }

    pub(super) fn cases_of(&self, outcome: OutcomeId) -> Result<&OutcomeCases, Undecided> {
        once(self.cases.get(outcome.index()), || self.outcome_cases(outcome, &|_| true))
    }

    /// The contributions to an outcome, and whether some amounts are those of sample values.
    pub(super) fn shares_of(&self, outcome: OutcomeId) -> Result<&(Vec<Share>, bool), Undecided> {
        once(self.shares.get(outcome.index()), || self.shares(outcome, self.cases_of(outcome)?))
    }

    /// Where it changes the verdict that a share of the contributions is there.
    pub(super) fn difference_of(&self, outcome: OutcomeId, place: usize) -> Result<Formula, Undecided> {
        self.kept(Difference::Share(outcome, place), || self.worked_out_difference(outcome, place))
    }

    /// Where an outcome would come to something else if only the rules that say `otherwise` existed.
    pub(super) fn otherwise_differs(&self, outcome: OutcomeId) -> Result<Formula, Undecided> {
        self.kept(Difference::Otherwise(outcome), || self.worked_out_otherwise(outcome))
    }

    fn kept(
        &self,
        key: Difference,
        work_out: impl FnOnce() -> Result<Formula, Undecided>,
    ) -> Result<Formula, Undecided> {
        let known = self.differences.lock().ok().and_then(|known| known.get(&key).cloned());
        if let Some(known) = known {
            return known;
        }
        let found = work_out();
        if let Ok(mut differences) = self.differences.lock() {
            differences.insert(key, found.clone());
        }
        found
    }

    /// The verdicts of an outcome in one diagram, by their places in its partition.
    pub(super) fn graded(&self, outcome: OutcomeId) -> Result<&Graded, Undecided> {
        once(self.graded.get(outcome.index()), || {
            let diagrams = &self.model()?.space.diagrams;
            let verdicts = &self.partition(outcome)?.verdicts;
            let regions = verdicts.iter().map(|(_, region)| diagrams.of(&region.formula));
            let regions = regions.collect::<Option<Vec<_>>>().ok_or(Undecided::TooLarge)?;
            diagrams.graded(&regions).ok_or(Undecided::TooLarge)
        })
    }

    /// What is seen of the rules of an outcome at some cases of each.
    pub(super) fn meeting(&self, outcome: OutcomeId) -> Result<&Meeting, Undecided> {
        once(self.meeting.get(outcome.index()), || self.worked_out_meeting(outcome))
    }

    pub(super) fn rule_cases(&self, rule: RuleId) -> Result<&RuleCases, Undecided> {
        let outcome = self.policy.data().rules.get(rule.index()).map(|rule| rule.outcome);
        let cases = self.cases_of(outcome.ok_or(Undecided::TooLarge)?)?;
        cases.rules.get(&rule).ok_or(Undecided::TooLarge)
    }

    pub(super) fn scope_formula(&self) -> Result<Formula, Undecided> {
        let scope = once(Some(&self.scope), || {
            let scopes = self.policy.data().scopes.iter().map(|scope| self.formula(&scope.condition));
            Ok(Formula::all(scopes.collect::<Result<Vec<_>, _>>()?))
        });
        scope.cloned()
    }

    /// The formula of a condition.
    pub(super) fn formula(&self, condition: &Expr) -> Result<Formula, Undecided> {
        let mut reason = Undecided::TooLarge;
        let mut look_up = |part: &Expr| {
            let found = match &part.kind {
                ExprKind::Define(id) => self.define(*id),
                ExprKind::Outcome(id, test) => self.outcome_test(*id, test),
                _ => Err(Undecided::TooLarge),
            };
            found.map_err(|undecided| reason = undecided).ok()
        };
        let formula = self.model()?.formula(condition, &mut look_up);
        formula.ok_or(reason)
    }

    /// The formula of a define. Those that it mentions are worked out first, so that a long chain needs no deep
    /// recursion.
    fn define(&self, id: DefineId) -> Result<Formula, Undecided> {
        let place = |id: DefineId| self.defines.get(id.index());
        if place(id).is_none_or(|place| place.get().is_none()) {
            let data = self.policy.data();
            let mut walk = Walk::new(data);
            data.defines.get(id.index()).into_iter().for_each(|define| walk.visit(&define.value, &mut |_| {}));
            let needed = walk.defines();
            for other in data.define_order.iter().filter(|other| needed.contains(other)) {
                let define = data.defines.get(other.index());
                if let Some(define) = define.filter(|define| define.value.value_type == Type::Bool) {
                    // An error is kept with the define; it matters where the define is used.
                    let _ = once(place(*other), || self.formula(&define.value));
                }
            }
        }
        let value = || self.policy.data().defines.get(id.index()).map(|define| &define.value);
        once(place(id), || self.formula(value().ok_or(Undecided::TooLarge)?)).cloned()
    }

    /// The formula of a test of an outcome.
    fn outcome_test(&self, id: OutcomeId, test: &OutcomeTest) -> Result<Formula, Undecided> {
        let partition = self.partition(id)?;
        let (choice, pieces) = self.choice(id)?;
        let mut ways = Vec::with_capacity(partition.verdicts.len());
        for (verdict, region) in &partition.verdicts {
            let holds = holding(verdict, test, pieces).map_err(|_| Undecided::TooLarge)?;
            let chosen = self.model()?.space.among(choice, |piece| holds.get(piece).copied().unwrap_or(false));
            ways.push(region.formula.and(&chosen));
        }
        Ok(Formula::any(ways))
    }

    /// The variable for what the authority chooses of an outcome, and what its values are.
    pub(super) fn choice(&self, id: OutcomeId) -> Result<(usize, &[PermittedSet]), Undecided> {
        let model = self.model()?;
        let variable = model.choices.get(&id).copied().ok_or(Undecided::TooLarge)?;
        match model.subjects.get(variable) {
            Some(super::subjects::Subject::Choice(_, pieces)) => Ok((variable, pieces)),
            _ => Err(Undecided::TooLarge),
        }
    }

    /// What the authority chooses has to be permitted. Where there is nothing to choose, the variable has its first
    /// value, so that no case counts twice.
    fn bind_choice(&self, id: OutcomeId, verdicts: &BTreeMap<Verdict, Formula>) -> Result<(), Undecided> {
        let Ok((choice, pieces)) = self.choice(id) else { return Ok(()) };
        let space = &self.model()?.space;
        let mut ways = Vec::with_capacity(verdicts.len());
        for (verdict, formula) in verdicts {
            let can_choose = |piece: &PermittedSet| match &verdict.permitted {
                Some(set) => set.intersection(piece).is_ok_and(|common| common.is_some()),
                None => false,
            };
            let allowed: Vec<bool> = pieces.iter().map(can_choose).collect();
            let is_open = allowed.contains(&true);
            let chosen =
                space.among(choice, |piece| if is_open { allowed.get(piece) == Some(&true) } else { piece == 0 });
            ways.push(formula.and(&chosen));
        }
        let mut bond = Formula::any(ways);
        if let Some(twin) = self.twins.get(&id) {
            bond = bond.and(&self.same_choice(twin, choice, pieces, verdicts)?);
        }
        space.bind(choice, bond);
        Ok(())
    }

    /// That what the authority chooses is what it chooses of the twin, unless one of the two does not permit the other's
    /// choice.
    fn same_choice(
        &self,
        twin: &Twin,
        choice: usize,
        pieces: &[PermittedSet],
        verdicts: &BTreeMap<Verdict, Formula>,
    ) -> Result<Formula, Undecided> {
        let others = self.partition(twin.of)?;
        let Ok((other_choice, other_pieces)) = self.choice(twin.of) else { return Ok(Formula::constant(true)) };
        let space = &self.model()?.space;
        let common = |side: Side, set: &PermittedSet| twin.ladders.common(side, set);
        let mut excluded = Vec::new();
        for (verdict, formula) in verdicts {
            let Some(set) = verdict.permitted.as_ref().map(|set| common(Side::New, set)) else { continue };
            for (other, region) in &others.verdicts {
                let Some(other) = other.permitted.as_ref().map(|set| common(Side::Old, set)) else { continue };
                let both = formula.and(&region.formula);
                if !self.is_possible(&both)? {
                    continue;
                }
                for (at, piece) in other_pieces.iter().enumerate() {
                    let piece = common(Side::Old, piece);
                    let goes = |own: &PermittedSet| goes_together(&set, &common(Side::New, own), &other, &piece);
                    let apart: Vec<bool> = pieces.iter().map(|own| !goes(own)).collect();
                    let here = space.among(other_choice, |value| value == at);
                    let chosen = space.among(choice, |value| apart.get(value) == Some(&true));
                    excluded.push(Formula::all([both.clone(), here, chosen]));
                }
            }
        }
        Ok(Formula::any(excluded).not())
    }
}

/// Whether the authority can choose something of one piece under one text, and something of another piece under another,
/// without choosing differently where both permit the same.
fn goes_together(set: &PermittedSet, piece: &PermittedSet, other: &PermittedSet, other_piece: &PermittedSet) -> bool {
    let both = |a: &PermittedSet, b: &PermittedSet| a.intersection(b).ok().flatten();
    let (Some(own), Some(others)) = (both(set, piece), both(other, other_piece)) else { return true };
    // Whether something of it is not permitted by the other text.
    let is_free = |own: &PermittedSet, by: &PermittedSet| both(own, by).as_ref() != Some(own);
    both(&own, &others).is_some() || is_free(&own, other) || is_free(&others, set)
}
