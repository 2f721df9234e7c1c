//! The rules of one outcome in 256 cases: which fire, which stand, which contribute.

use super::super::block::bits;
use super::super::circuit::Truth;
use super::super::lane::{ALL, Lane, NONE, and, or, without};
use super::super::ruleset::Ruleset;

/// What became of one outcome; the lanes are reused.
#[derive(Clone, Debug, Default)]
pub(super) struct StandingLanes {
    fired: Vec<Lane>,
    /// The cases in which each rule fires and is not overridden.
    pub(super) upheld: Vec<Lane>,
    /// Of those, the ones in which no exemption excuses it.
    pub(super) contributing: Vec<Lane>,
    /// The cases in which each exemption changes the result.
    pub(super) exempting: Vec<Lane>,
    /// The cases in which the condition of each adjustment holds.
    pub(super) adjusting: Vec<Lane>,
    /// The cases that are exempt.
    pub(super) exempt: Lane,
    /// The cases in which rules are left.
    pub(super) addressed: Lane,
}

fn any<'l>(lanes: impl Iterator<Item = &'l Lane>) -> Lane {
    lanes.fold(NONE, |any, lane| or(any, *lane))
}

impl StandingLanes {
    /// Finds what becomes of the conditions that hold, as [`Ruleset::stand`] does for one case.
    pub(super) fn stand(&mut self, ruleset: &Ruleset, truths: &[Truth]) {
        let (rules, rest) = truths.split_at(ruleset.rules.min(truths.len()));
        let (exemptions, adjustments) = rest.split_at(ruleset.exemptions.min(rest.len()));
        self.fire(ruleset, rules);
        self.drop_overridden(ruleset);
        self.excuse(ruleset, exemptions);
        self.adjusting.clear();
        self.adjusting.extend(adjustments.iter().map(|truth| and(truth.holds, self.addressed)));
    }

    fn fire(&mut self, ruleset: &Ruleset, rules: &[Truth]) {
        self.fired.clear();
        self.fired.extend(rules.iter().map(|truth| truth.holds));
        let plain = any(bits(&ruleset.plain).filter_map(|rule| self.fired.get(rule)));
        for (rule, fired) in self.fired.iter_mut().enumerate() {
            if !super::super::block::bit(&ruleset.plain, rule) {
                *fired = without(*fired, plain);
            }
        }
    }

    fn drop_overridden(&mut self, ruleset: &Ruleset) {
        self.upheld.clone_from(&self.fired);
        for (rule, dropped) in &ruleset.overriding {
            let Some(fired) = self.fired.get(*rule) else { continue };
            for dropped in bits(dropped) {
                if let Some(upheld) = self.upheld.get_mut(dropped) {
                    *upheld = without(*upheld, *fired);
                }
            }
        }
    }

    fn excuse(&mut self, ruleset: &Ruleset, exemptions: &[Truth]) {
        self.contributing.clone_from(&self.upheld);
        self.exempting.clear();
        let (mut whole, mut any_holds) = (NONE, NONE);
        for (truth, excused) in exemptions.iter().zip(&ruleset.excused) {
            any_holds = or(any_holds, truth.holds);
            let Some(rules) = excused else {
                whole = or(whole, truth.holds);
                self.exempting.push(truth.holds);
                continue;
            };
            self.exempting.push(and(truth.holds, any(bits(rules).filter_map(|rule| self.upheld.get(rule)))));
            for rule in bits(rules) {
                if let Some(contributing) = self.contributing.get_mut(rule) {
                    *contributing = without(*contributing, truth.holds);
                }
            }
        }
        // Where nothing is left and an exemption from single clauses holds, that exempts.
        let nothing = without(without(ALL, any(self.contributing.iter())), whole);
        for (exempting, truth) in self.exempting.iter_mut().zip(exemptions) {
            *exempting = or(*exempting, and(nothing, truth.holds));
        }
        self.exempt = or(whole, and(nothing, any_holds));
        self.addressed = without(ALL, or(whole, nothing));
    }
}
