//! The checked policy: from the tree to names, types and an order of evaluation.
//!
//! This room evaluates no case. If a [`Policy`] exists it can run; no later stage checks again.

mod check;
mod handle;
mod ids;
mod load;
mod means;
mod model;
mod permitted;
mod reads;
mod resolve;
mod show;
mod symbols;
mod value;

#[cfg(feature = "cli")]
pub use check::check_file;
pub use check::{Checked, CheckedSource, check_edited, check_source, check_sources, check_text, check_with};
pub use handle::Policy;
pub(crate) use handle::PolicyData;
pub use ids::{
    BodyId, ClauseId, DefineId, DutyId, EnumerationId, FactId, FieldIndex, FoldId, MemberIndex, OutcomeId, ParamId,
    ProcedureId, RecordId, RoleId, RuleId, StepIndex, UnitGroup,
};
pub(crate) use means::ByMeaning;
pub use model::*;
pub use permitted::{
    AmountEnd, AmountInterval, AmountSet, Combined, Direction, Edge, Grain, LadderSet, Measure, PermittedSet,
    Satisfied, SetEnd, ValueSpace, ValueTest, direction,
};
pub(crate) use reads::Walk;
pub(crate) use show::shown_amount;
use show::shown_value;
pub use symbols::{Occurrence, OccurrenceKind, PolicyTree, Symbol, SymbolId, SymbolIndex, SymbolKind};
pub use value::{ArithmeticError, Duration, Money, PeriodUnit, Record, Type, Unit, Value};
