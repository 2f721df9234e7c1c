//! What two policies say beside their outcomes, over the things of both: duties, procedures, lasting effects, contents.

use super::ladders::Ladders;
use super::rewrite::Loom;
use super::thread::Thread;
use super::{Woven, WovenOutcome};
use crate::policy::{
    Contents, DefineId, Duty, Effect, EffectCap, Expr, ExprKind, MemberIndex, OutcomeTest, OutcomeValues, Procedure,
    Value,
};

/// What a policy says beside its outcomes. Conditions and periods are those of the woven policy; all other ids are the
/// policy's own.
#[derive(Clone, Debug)]
pub(crate) struct Provisions {
    pub(crate) duties: Vec<Duty>,
    pub(crate) procedures: Vec<Procedure>,
    pub(crate) effects: Vec<Effect>,
    pub(crate) effect_cap: Option<EffectCap>,
    /// For each outcome what its values consist of.
    pub(crate) contents: Vec<Vec<Contents>>,
}

impl Provisions {
    /// Those of a policy all of whose outcomes are taken over.
    pub(super) fn new(loom: &mut Loom, thread: &mut Thread) -> Self {
        let policy = thread.policy.clone();
        let data = policy.data();
        let mut own = Self {
            duties: data.duties.clone(),
            procedures: data.procedures.clone(),
            effects: data.effects.clone(),
            effect_cap: data.effect_cap.clone(),
            contents: data.outcomes.iter().map(|outcome| outcome.contents.clone()).collect(),
        };
        own.each(&mut |expr| *expr = loom.expr(thread, expr));
        own
    }

    fn each(&mut self, visit: &mut dyn FnMut(&mut Expr)) {
        for duty in &mut self.duties {
            duty.when.iter_mut().chain(&mut duty.must).chain(&mut duty.due).for_each(&mut *visit);
        }
        for procedure in &mut self.procedures {
            for step in &mut procedure.steps {
                step.when.iter_mut().for_each(&mut *visit);
                step.deadline.iter_mut().for_each(|deadline| visit(&mut deadline.period));
            }
            procedure.escalations.iter_mut().for_each(|escalation| visit(&mut escalation.after));
        }
        self.effects.iter_mut().filter_map(|effect| effect.period.as_mut()).for_each(&mut *visit);
        self.effect_cap.iter_mut().for_each(|cap| visit(&mut cap.period));
        let parts = self.contents.iter_mut().flatten().flat_map(|contents| &mut contents.parts);
        parts.filter_map(|part| part.condition.as_mut()).for_each(visit);
    }
}

impl Woven {
    /// A condition, reading outcomes as the first text has them. What two conditions say of an outcome is then compared
    /// apart from what the texts make of the outcome itself.
    pub(crate) fn by_first_outcomes(&self, condition: &Expr) -> Expr {
        let mut condition = condition.clone();
        self.read_first(&mut condition);
        condition
    }

    fn read_first(&self, expr: &mut Expr) {
        let data = self.policy.data();
        let reads_outcome = |id: DefineId| data.reads.late.iter().any(|(late, _)| *late == id);
        // Defines do not go in circles, so that this ends.
        while let ExprKind::Define(id) = expr.kind
            && reads_outcome(id)
            && let Some(define) = data.defines.get(id.index())
        {
            *expr = define.value.clone();
        }
        if let ExprKind::Outcome(id, test) = &mut expr.kind {
            let is_it = |outcome: &&WovenOutcome| outcome.woven.new == Some(*id) && !outcome.is_alike();
            if let Some(outcome) = self.outcomes.iter().find(is_it)
                && let Some(first) = outcome.woven.old
            {
                *id = first;
                self.on_first_ladder(outcome, test);
            }
        }
        expr.parts_mut(&mut |part| self.read_first(part));
    }

    /// The values of a test on the ladder of the first text. One that only the second text has stays as it is.
    fn on_first_ladder(&self, outcome: &WovenOutcome, test: &mut OutcomeTest) {
        let declared = outcome.woven.old.and_then(|id| self.policy.outcomes().get(id.index()));
        let Some(OutcomeValues::Members(ladder)) = declared.map(|declared| declared.values) else { return };
        let moved = |value: &mut Value| {
            if let Value::Member(_, member) = value
                && let Some(first) = outcome.ladders.first(*member)
            {
                *value = Value::Member(ladder, first);
            }
        };
        match test {
            OutcomeTest::Compare(_, value) => moved(value),
            OutcomeTest::Among(_, values) => {
                values.iter_mut().for_each(moved);
                values.sort_by(|a, b| a.order(b).unwrap_or(std::cmp::Ordering::Equal));
            }
            OutcomeTest::Between(_, from, to) => [from, to].into_iter().for_each(moved),
        }
    }
}

impl Ladders {
    /// A member of the second ladder on the first one, if it is there.
    fn first(&self, member: MemberIndex) -> Option<MemberIndex> {
        let [first, second] = &self.places;
        let place = second.get(member.index())?;
        first.iter().position(|own| own == place).map(MemberIndex::new)
    }
}
