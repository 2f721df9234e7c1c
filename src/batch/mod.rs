//! Deciding files of cases: CSV or NDJSON in, results in the same order out, every record accounted for.
//!
//! The text is cut into blocks of whole records (`blocks`), the blocks are judged on all cores (`judge`), and what comes
//! of them is written in their order (`run`). A block at work costs memory, a file does not. What cannot be decided is
//! rejected with its line and a reason; read is always answered and rejected together ([`Summary::adds_up`]).
//!
//! Results go to `NAME.part` and become `NAME` when all is done. A checkpoint beside them says how much of the cases is in
//! the part; whoever goes on cuts off what was written behind it, so that nothing is lost or there twice.

mod blocks;
mod cells;
mod checkpoint;
mod encoding;
mod header;
mod judge;
mod results;
mod run;
mod summary;

pub use checkpoint::Checkpoint;
pub use encoding::Encoding;
pub use header::HeaderFault;
pub use run::{Batch, BatchError, Files, Form, Progress, Rejection, Report};
pub use summary::{OutcomeSummary, Summary};
