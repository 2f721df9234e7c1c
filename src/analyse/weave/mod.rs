//! Two policies woven into one, over the facts that both look at.
//!
//! The woven policy is an ordinary [`Policy`]: one space of cases in which each text keeps its own rules, scope,
//! assumptions and ladders. What is asked of it is answered by the same analysis as of any other policy. Rules that say
//! the same in both texts come to the same formulas, and an outcome that is the same clause for clause is there only
//! once.

mod classes;
mod given;
mod incomparable;
mod ladders;
mod mapping;
mod matching;
mod order;
mod outcomes;
mod provisions;
mod rewrite;
mod thread;
mod twice;
mod types;
mod units;
mod verdicts;
mod weaver;

pub(crate) use given::Given;
pub use incomparable::{Incomparable, Side};
pub(crate) use ladders::Ladders;
pub use mapping::Mapping;
pub(crate) use matching::{Matched, Pair};
pub(crate) use provisions::Provisions;
pub use twice::DecidedTwice;
pub(crate) use verdicts::{Compared, Differing};

use super::analysis::Twin;
use crate::policy::{Assumption, ClauseId, Expr, FactId, OutcomeId, Policy, PolicyData, Scope};
use rewrite::Loom;
use std::collections::BTreeMap;
use thread::Thread;
use types::Types;
use weaver::Weaver;

/// An outcome of the texts: one that both have, or that only one has.
#[derive(Clone, Debug)]
pub(crate) struct WovenOutcome {
    /// Its ids in the texts.
    pub(crate) own: Pair<OutcomeId>,
    /// Its ids in the woven policy; the same one for both where the texts say the same of it.
    pub(super) woven: Pair<OutcomeId>,
    pub(crate) ladders: Ladders,
}

impl WovenOutcome {
    /// Whether the texts say the same of it, clause for clause.
    pub(crate) fn is_alike(&self) -> bool {
        self.woven.old.is_some() && self.woven.old == self.woven.new
    }
}

/// Two policies as one.
pub(crate) struct Woven {
    pub(crate) policy: Policy,
    threads: [Thread; 2],
    pub(crate) outcomes: Vec<WovenOutcome>,
    /// What the texts say beside their outcomes.
    pub(crate) provisions: [Provisions; 2],
    pub(crate) matched: Matched,
}

impl Woven {
    /// Weaves two policies.
    ///
    /// # Errors
    /// All reasons for which they cannot be compared.
    pub(crate) fn new(old: &Policy, new: &Policy, mapping: &Mapping) -> Result<Self, Vec<Incomparable>> {
        let mut problems = Vec::new();
        let policies = [old, new];
        let matched = Matched::new(policies, mapping, &mut problems);
        let types = Types::new(policies, mapping, &matched.facts, &mut problems);
        let mut loom = Loom::default();
        let places = types.declare(&mut loom.data, &mut problems);
        let mut weaver = Weaver { policies, mapping, matched, loom, problems };
        let mut units = weaver.units(&types);
        let mut threads = weaver.threads(places, &mut units);
        if !weaver.problems.is_empty() {
            return Err(weaver.problems);
        }
        weaver.declare_facts(&mut threads, &mut units);
        let dated_by = weaver.dated_by(&threads);
        for thread in &mut threads {
            weaver.take_over(thread);
        }
        let outcomes = weaver.outcomes(&mut threads);
        if !weaver.problems.is_empty() {
            return Err(weaver.problems);
        }
        let provisions = threads.each_mut().map(|thread| Provisions::new(&mut weaver.loom, thread));
        let mut data = weaver.loom.data;
        data.dated_by = dated_by;
        let allowed = threads.iter().flat_map(|thread| &thread.allowed);
        data.assumptions =
            allowed.map(|allowed| Assumption { condition: allowed.clone(), span: allowed.span }).collect();
        data.facts_by_name =
            data.facts.iter().enumerate().map(|(at, fact)| (fact.name.to_string(), FactId::new(at))).collect();
        Ok(Self { policy: Policy::new(data), threads, outcomes, provisions, matched: weaver.matched })
    }

    /// One of the policies, in force on every day.
    pub(crate) fn own(&self, side: Side) -> &Policy {
        &self.thread(side).policy
    }

    fn thread(&self, side: Side) -> &Thread {
        let [old, new] = &self.threads;
        match side {
            Side::Old => old,
            Side::New => new,
        }
    }

    /// Whether the texts allow the same cases, as far as that can be seen.
    pub(crate) fn allows_the_same(&self) -> bool {
        let [old, new] = &self.threads;
        old.allowed.len() == new.allowed.len() && old.allowed.iter().zip(&new.allowed).all(|(a, b)| a.means(b))
    }

    /// What the cases of a text fulfil.
    pub(crate) fn allowed(&self, side: Side) -> &[Expr] {
        &self.thread(side).allowed
    }

    /// The woven policy without assumptions, to look also at cases that only one text allows.
    pub(crate) fn unbound(&self) -> Policy {
        let mut data: PolicyData = self.policy.data().clone();
        let assumed = std::mem::take(&mut data.assumptions);
        // So that the analysis knows these conditions; nothing is decided by this policy.
        data.scopes = assumed
            .into_iter()
            .map(|assumed| Scope { clause: ClauseId::new(0), condition: assumed.condition })
            .collect();
        Policy::new(data)
    }

    /// The outcomes of the second text whose choice is that of the first text's, wherever both texts permit it.
    pub(super) fn twins(&self) -> BTreeMap<OutcomeId, Twin> {
        let twin = |outcome: &WovenOutcome| {
            let (old, new) = (outcome.woven.old?, outcome.woven.new?);
            (old != new).then(|| (new, Twin { of: old, ladders: outcome.ladders.clone() }))
        };
        self.outcomes.iter().filter_map(twin).collect()
    }
}
