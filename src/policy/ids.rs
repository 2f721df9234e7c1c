//! Small integer names for what a policy declares. An id is only meaningful for the policy that it came from.

#[cfg(feature = "serde")]
use serde::Serialize;

macro_rules! ids {
    ($($(#[doc = $doc:literal])+ $name:ident;)+) => {
        $(
            $(#[doc = $doc])+
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[cfg_attr(feature = "serde", derive(Serialize))]
            pub struct $name(pub(crate) u32);

            impl $name {
                /// The id of the thing at `index`.
                pub(crate) fn new(index: usize) -> Self {
                    Self(u32::try_from(index).unwrap_or(u32::MAX))
                }

                /// Its index among its kind, in the order of declaration.
                #[must_use]
                pub fn index(self) -> usize {
                    self.0 as usize
                }
            }
        )+
    };
}

ids! {
    /// A scale or an enum.
    EnumerationId;
    /// A member of a scale or enum: its index, from the lightest.
    MemberIndex;
    /// A fact or judgement.
    FactId;
    /// A define.
    DefineId;
    /// An outcome.
    OutcomeId;
    /// A rule's contribution to one outcome.
    RuleId;
    /// A clause that can be cited.
    ClauseId;
    /// A body.
    BodyId;
    /// A role.
    RoleId;
    /// A record type.
    RecordId;
    /// A field of a record type.
    FieldIndex;
    /// A parameter.
    ParamId;
    /// A fold over a list.
    FoldId;
    /// A duty, prohibition or right.
    DutyId;
    /// A procedure.
    ProcedureId;
    /// A step of a procedure.
    StepIndex;
    /// Facts, defines, fields, parameters and outcomes whose amounts or periods are compared with each other, and so are in one unit.
    UnitGroup;
}
