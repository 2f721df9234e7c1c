//! What rules mean, in small cases that can be read beside the language's description.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "semantics/adjusting.rs"]
mod adjusting;
#[path = "semantics/authority.rs"]
mod authority;
#[path = "semantics/calculated.rs"]
mod calculated;
#[path = "semantics/combining.rs"]
mod combining;
#[path = "semantics/duties.rs"]
mod duties;
#[path = "semantics/joint.rs"]
mod joint;
#[path = "semantics/lists.rs"]
mod lists;
#[path = "semantics/regulation.rs"]
mod regulation;
#[path = "semantics/statuses.rs"]
mod statuses;
mod support;
#[path = "semantics/timing.rs"]
mod timing;
#[path = "semantics/unknowns.rs"]
mod unknowns;
#[path = "semantics/versions.rs"]
mod versions;
#[path = "semantics/wording.rs"]
mod wording;
