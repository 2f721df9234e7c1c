//! The counted limits: the same in every build and on every machine, checked before anything recurses.

/// Largest policy, facts or `--set` text, in bytes.
pub const MAX_FILE_BYTES: usize = 8 * 1024 * 1024;
/// Deepest nesting of brackets and `not` in a policy, of folds inside each other, and of arrays and objects in JSON.
pub const MAX_NESTING: u32 = 64;
/// Longest name, in characters.
pub const MAX_NAME_CHARS: usize = 256;
/// Most diagnostics that are shown to a person; the rest is counted. Formats for programs give all.
pub const MAX_DIAGNOSTICS: usize = 1_000;
/// Highest article or item number.
pub const MAX_CLAUSE_NUMBER: u32 = 99_999;
/// Most nodes that the decision diagrams of one case may have while its unknown facts are judged exactly.
pub const MAX_DIAGRAM_NODES: usize = 400_000;
/// Most steps that the search may take to tell whether one fact is worth asking; beyond, it is asked.
pub const MAX_ASK_STEPS: usize = 200_000;
