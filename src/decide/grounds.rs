//! What a decision rests on, for whoever explains it: each outcome with the truth of its conditions and what they come
//! to. Nothing here decides anew; it is what [`decide`](super::decide) itself goes by.

pub(crate) use super::case::OutcomeCase;
pub(crate) use super::conclude::{Adjusting, Conclusion, Holds, conclude};
pub(crate) use super::evaluate::Evaluator;
pub(crate) use super::interpret::Ground;
pub(crate) use super::report::value_list;
