//! `policyc`: a policy language for accountability regulations, its checker and its interpreter.

pub mod decide;
pub mod diagnostic;
pub mod policy;
pub mod source;
pub mod syntax;
