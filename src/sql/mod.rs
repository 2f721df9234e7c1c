//! The decision as a query, for cases that live in a database.
//!
//! A query decides every row of a table whose columns are named and typed by the policy's facts; `NULL` is a fact that is
//! not known. It has no rules of its own: it is the printed form of the diagram by which the analysis sees the policy
//! (`DecisionDiagram`), so it says what the interpreter says, also where facts are unknown.
//!
//! A way through the diagram asks each fact at most once. Each question becomes a column that holds, as bits, the
//! answers that are still possible behind it: where the fact is known, those of one way; where it is not, those of all
//! ways. One answer left is the verdict; several are `undetermined`; none is a case that cannot occur.
//!
//! The text is printed here and not by a library: what is needed of SQL is `CASE`, comparisons and bits, while what
//! differs between the dialects (arrays, rows as values, quoting) is just what such libraries leave to their users.
//!
//! ```
//! use policyc::sql::{Dialect, Query};
//! use policyc::check_text;
//!
//! let policy = check_text(
//!     "demo.policy",
//!     "scale measure { notice < demotion } fact days: int outcome sanction: measure
//!      article 1 { if days ≥ 3 then sanction = demotion }",
//! )
//! .policy
//! .expect("nothing is wrong");
//! let text = Query::new(&policy, Dialect::DuckDb).table("office.cases").text()?;
//! assert!(text.contains(r#"FROM "office"."cases" AS t"#));
//! # Ok::<(), policyc::sql::NotInSql>(())
//! ```

mod columns;
mod dialect;
mod query;
mod results;

pub use dialect::Dialect;
pub use query::{NotInSql, Query};
