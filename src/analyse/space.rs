//! The space of abstract cases: its variables, their codes, and what binds them to each other.
//!
//! A variable with `n` values has `n − 1` bits: the value is the number of bits that are set before the first that is
//! not. So every row of bits has a value, nothing has to be excluded, and a condition on the value looks at no bit that
//! does not matter: what is put together from such conditions is no larger than it has to be.

use super::diagrams::Diagrams;
use super::formula::{Bit, Formula, Setting};
use super::multi::{Coding, Multi, Variable};
use biodivine_lib_bdd::Bdd;
use num_bigint::BigUint;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, OnceLock};

/// Which codes are counted when nothing is said of a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counting {
    /// Every value is a case of its own.
    Always,
    /// Only where a region depends on it: what the authority chooses is no part of the case.
    WhereMentioned,
}

/// The variables and what binds them.
pub(super) struct Space {
    pub(super) diagrams: Diagrams,
    sizes: Vec<usize>,
    first_bits: Vec<Bit>,
    counting: Vec<Counting>,
    owners: Vec<Variable>,
    /// What every case fulfils, taken together as far as variables are shared.
    components: Vec<Component>,
    /// The component of each variable.
    component_of: Vec<Option<usize>>,
    /// What binds a variable to others, without ruling out any values of those.
    bonds: Vec<OnceLock<Formula>>,
    /// What binds certain variables, of which so many are bound to others already.
    known_bounds: Mutex<BTreeMap<(BTreeSet<Variable>, usize), Formula>>,
    /// Whether each component has a case.
    all_are_possible: OnceLock<Option<bool>>,
}

/// Some of what every case fulfils.
struct Component {
    formula: Formula,
    variables: Vec<Variable>,
    points: OnceLock<Option<BigUint>>,
}

impl Coding for Space {
    fn place(&self, bit: usize) -> (Variable, usize) {
        let variable = self.owners.get(bit).copied().unwrap_or(0);
        let first = self.first_bits.get(variable).copied().unwrap_or(0);
        (variable, bit.saturating_sub(usize::from(first)))
    }

    fn size(&self, variable: Variable) -> usize {
        self.sizes.get(variable).copied().unwrap_or(1)
    }
}

impl Space {
    /// A space of variables with these sizes, in the order of the diagrams; `None` where they need too many bits.
    pub(super) fn new(variables: &[(usize, Counting)]) -> Option<Self> {
        let mut first_bits = Vec::with_capacity(variables.len());
        let mut owners = Vec::new();
        for (variable, (size, _)) in variables.iter().enumerate() {
            first_bits.push(Bit::try_from(owners.len()).ok()?);
            owners.extend(std::iter::repeat_n(variable, size.saturating_sub(1)));
        }
        let bits = Bit::try_from(owners.len()).ok().filter(|bits| *bits < Bit::MAX)?;
        let mut space = Self {
            diagrams: Diagrams::new(bits),
            sizes: variables.iter().map(|(size, _)| *size).collect(),
            first_bits,
            counting: variables.iter().map(|(_, counting)| *counting).collect(),
            owners,
            components: Vec::new(),
            component_of: vec![None; variables.len()],
            bonds: variables.iter().map(|_| OnceLock::new()).collect(),
            known_bounds: Mutex::default(),
            all_are_possible: OnceLock::new(),
        };
        space.demand(Vec::new());
        Some(space)
    }

    pub(super) fn variables(&self) -> usize {
        self.sizes.len()
    }

    /// That a variable has one of some values.
    pub(super) fn among(&self, variable: Variable, wanted: impl Fn(usize) -> bool) -> Formula {
        let first = self.first_bits.get(variable).copied().unwrap_or(0);
        Formula::values(first, (0..self.size(variable)).map(wanted).collect())
    }

    /// That a variable has one value.
    pub(super) fn at(&self, variable: Variable, value: usize) -> Formula {
        self.among(variable, |own| own == value)
    }

    /// The bits of a variable that has a value.
    pub(super) fn code(&self, variable: Variable, value: usize) -> Setting {
        let first = usize::from(self.first_bits.get(variable).copied().unwrap_or(0));
        let bits = 0..self.size(variable).saturating_sub(1);
        bits.filter_map(|number| Some((Bit::try_from(first + number).ok()?, value > number))).collect()
    }

    /// The bits of a point.
    pub(super) fn codes(&self, point: &BTreeMap<Variable, usize>) -> Setting {
        point.iter().flat_map(|(variable, value)| self.code(*variable, *value)).collect()
    }

    /// The variables that a formula mentions, in order.
    pub(super) fn mentioned(&self, formula: &Formula) -> BTreeSet<Variable> {
        formula.support().iter().map(|bit| self.place(usize::from(*bit)).0).collect()
    }

    /// Sets what every case fulfils.
    pub(super) fn demand(&mut self, demands: Vec<Formula>) {
        let mut groups: Vec<(BTreeSet<Variable>, Vec<Formula>)> = Vec::new();
        groups.extend((0..self.variables()).map(|variable| (BTreeSet::from([variable]), Vec::new())));
        let mut never = Vec::new();
        for demand in demands {
            let variables = self.mentioned(&demand);
            if variables.is_empty() {
                never.push(demand);
                continue;
            }
            let (joined, mut others): (Vec<_>, Vec<_>) =
                groups.into_iter().partition(|(own, _)| !own.is_disjoint(&variables));
            let mut formulas: Vec<Formula> = Vec::new();
            let mut own = BTreeSet::new();
            for (variables, parts) in joined {
                own.extend(variables);
                formulas.extend(parts);
            }
            formulas.push(demand);
            others.push((own, formulas));
            groups = others;
        }
        if !never.is_empty() {
            groups.push((BTreeSet::new(), never));
        }
        groups.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut component_of = vec![None; self.variables()];
        for (index, (variables, _)) in groups.iter().enumerate() {
            for variable in variables {
                if let Some(slot) = component_of.get_mut(*variable) {
                    *slot = Some(index);
                }
            }
        }
        self.component_of = component_of;
        let component = |(variables, parts): (BTreeSet<Variable>, Vec<Formula>)| Component {
            formula: Formula::all(parts),
            variables: variables.into_iter().collect(),
            points: OnceLock::new(),
        };
        self.components = groups.into_iter().map(component).collect();
        self.known_bounds = Mutex::default();
        self.all_are_possible = OnceLock::new();
    }

    /// What every case fulfils, one formula for variables that are bound to each other.
    pub(super) fn demands(&self) -> impl Iterator<Item = &Formula> {
        let formulas = self.components.iter().map(|component| &component.formula);
        formulas.filter(|formula| formula.as_constant() != Some(true))
    }

    /// Binds a variable to others. For all values of the others there is to be a value of this one.
    pub(super) fn bind(&self, variable: Variable, formula: Formula) {
        if let Some(bond) = self.bonds.get(variable) {
            // A second call would say the same.
            let _ = bond.set(formula);
        }
    }

    /// All that binds the variables of a formula, and the variables it is about.
    pub(super) fn bound(&self, formula: &Formula) -> Bound {
        self.bound_of(self.mentioned(formula))
    }

    /// All that binds some variables.
    pub(super) fn bound_of(&self, mentioned: BTreeSet<Variable>) -> Bound {
        let mut variables: BTreeSet<Variable> = BTreeSet::new();
        let mut parts: Vec<Formula> = Vec::new();
        let mut components: BTreeSet<usize> = BTreeSet::new();
        let mut rest: Vec<Variable> = mentioned.into_iter().collect();
        while let Some(variable) = rest.pop() {
            if !variables.insert(variable) {
                continue;
            }
            if let Some(bond) = self.bonds.get(variable).and_then(OnceLock::get) {
                rest.extend(self.mentioned(bond));
                parts.push(bond.clone());
            }
            let component = self.component_of.get(variable).copied().flatten();
            if let Some(index) = component.filter(|index| components.insert(*index))
                && let Some(component) = self.components.get(index)
            {
                rest.extend(component.variables.iter().copied());
                if component.formula.as_constant() != Some(true) {
                    parts.push(component.formula.clone());
                }
            }
        }
        // What mentions nothing is fulfilled by all cases or by none.
        parts.extend(self.components.iter().filter(|part| part.variables.is_empty()).map(|part| part.formula.clone()));
        let formula = self.all_of(&variables, &parts);
        Bound { formula, parts, variables, components }
    }

    /// All that binds some variables, kept so that its diagram is built once.
    fn all_of(&self, variables: &BTreeSet<Variable>, parts: &[Formula]) -> Formula {
        let all = || Formula::all(parts.iter().cloned());
        let is_bound = |variable: &&Variable| self.bonds.get(**variable).is_some_and(|bond| bond.get().is_some());
        let key = (variables.clone(), variables.iter().filter(is_bound).count());
        match self.known_bounds.lock() {
            Ok(mut known) => known.entry(key).or_insert_with(all).clone(),
            Err(_) => all(),
        }
    }

    /// The cases of a formula as a diagram: with all that binds its variables. `None` where it is too large.
    pub(super) fn cases(&self, formula: &Formula, bound: &Bound) -> Option<Bdd> {
        let own = self.diagrams.of(formula)?;
        if own.is_false() {
            return Some(own.clone());
        }
        self.diagrams.and(own, self.diagrams.of(&bound.formula)?)
    }

    /// Whether a formula has a case; `None` where that cannot be told.
    pub(super) fn has_case(&self, formula: &Formula, bound: &Bound) -> Option<bool> {
        let own = self.diagrams.of(formula)?;
        if own.is_false() {
            return Some(false);
        }
        self.diagrams.meet(own, self.diagrams.of(&bound.formula)?)
    }

    /// The cases outside of a formula, among those that are bound as its variables are.
    pub(super) fn other_cases(&self, formula: &Formula, bound: &Bound) -> Option<Bdd> {
        self.diagrams.and_not(self.diagrams.of(&bound.formula)?, self.diagrams.of(formula)?)
    }

    /// Whether some case fulfils all that none of the variables of a formula is bound to.
    pub(super) fn others_are_possible(&self, bound: &Bound) -> Option<bool> {
        let have_cases = |component: &Component| Some(self.points(component)? != BigUint::default());
        let all = || self.components.iter().try_fold(true, |all, component| Some(all && have_cases(component)?));
        if *self.all_are_possible.get_or_init(all) == Some(true) {
            return Some(true);
        }
        let others = self.components.iter().enumerate().filter(|(index, _)| !bound.components.contains(index));
        others.map(|(_, component)| have_cases(component)).try_fold(true, |all, own| Some(all && own?))
    }

    /// The number of values that the variables which are counted apart from a formula can have together.
    pub(super) fn other_points(&self, bound: &Bound) -> Option<BigUint> {
        let mut points = BigUint::from(1_u8);
        for (index, component) in self.components.iter().enumerate() {
            if !bound.components.contains(&index) {
                points *= self.points(component)?;
            }
        }
        Some(points)
    }

    /// What every case fulfils that the variables of a formula are not bound to.
    pub(super) fn other_components(&self, bound: &Bound) -> impl Iterator<Item = &Formula> {
        let others = self.components.iter().enumerate().filter(|(index, _)| !bound.components.contains(index));
        others.map(|(_, component)| &component.formula).filter(|formula| formula.as_constant() != Some(true))
    }

    /// Whether a variable is bound to nothing.
    pub(super) fn is_free(&self, variable: Variable) -> bool {
        let component = self.component_of.get(variable).copied().flatten().and_then(|index| self.components.get(index));
        let is_bound = self.bonds.get(variable).is_some_and(|bond| bond.get().is_some());
        !is_bound && component.is_some_and(|component| component.formula.as_constant() == Some(true))
    }

    fn points(&self, component: &Component) -> Option<BigUint> {
        let count = || {
            if let [only] = component.variables.as_slice()
                && self.counting.get(*only) == Some(&Counting::WhereMentioned)
            {
                return Some(1_u8.into());
            }
            let diagram = self.diagrams.of(&component.formula)?;
            Some(Multi::new(diagram, self).count(&component.variables, self))
        };
        component.points.get_or_init(count).clone()
    }
}

/// What binds the variables of a formula.
pub(super) struct Bound {
    /// All of it.
    pub(super) formula: Formula,
    /// One by one.
    pub(super) parts: Vec<Formula>,
    /// The variables of the formula and all that they are bound to, in order.
    pub(super) variables: BTreeSet<Variable>,
    components: BTreeSet<usize>,
}
