/// The parser that pest derives from `grammar/policy.pest`, the only definition of the syntax.
#[derive(pest_derive::Parser)]
#[grammar = "../grammar/policy.pest"]
pub(super) struct Grammar;
