//! `policyc`: a policy language for accountability regulations, its checker and its interpreter.

#[cfg(feature = "cli")]
pub mod cli;
pub mod decide;
pub mod diagnostic;
pub mod lint;
pub mod policy;
pub mod source;
pub mod syntax;
pub mod testing;
