//! The counted limits: the same in every build and on every machine, checked before anything recurses.

/// Largest policy, facts or `--set` text, in bytes.
pub const MAX_FILE_BYTES: usize = 8 * 1024 * 1024;
/// Deepest nesting of brackets and `not` in a policy, of folds inside each other, and of arrays and objects in JSON.
pub const MAX_NESTING: u32 = 64;
/// Longest name, in characters.
pub const MAX_NAME_CHARS: usize = 256;
/// Most files that one policy may use.
pub const MAX_USED_FILES: usize = 256;
/// Most `use` lines of a policy and the files that it uses together.
pub const MAX_USE_LINES: usize = 16_384;
/// Longest chain of files of which each uses the next, the policy itself not counted.
pub const MAX_USE_DEPTH: usize = 32;
/// Largest size of a policy with all the files that it uses, in bytes.
pub const MAX_POLICY_BYTES: usize = 32 * 1024 * 1024;
/// Most diagnostics that are shown to a person; the rest is counted. Formats for programs give all.
pub const MAX_DIAGNOSTICS: usize = 1_000;
/// Most times that a text is mended and checked again.
pub const MAX_FIX_ROUNDS: usize = 100;

/// Highest article or item number.
pub const MAX_CLAUSE_NUMBER: u32 = 99_999;
/// Most nodes that the decision diagrams of one case may have while its unknown facts are judged exactly.
pub const MAX_DIAGRAM_NODES: usize = 400_000;
/// Most steps that the search may take to tell whether one fact is worth asking; beyond, it is asked.
pub const MAX_ASK_STEPS: usize = 200_000;
/// Most pairs of intervals that are added when two sets of amounts are.
pub const MAX_AMOUNT_PAIRS: usize = 10_000;
/// Most years that a holiday file may cover.
pub const MAX_CALENDAR_YEARS: usize = 400;
/// Most results that the folds over one list may have together while its unknown records are judged exactly.
pub const MAX_LIST_STATES: usize = 2_000;
/// Most records of one list that are judged one by one because something of them is not known.
pub const MAX_OPEN_RECORDS: usize = 256;
/// Most nodes of one decision diagram while a policy is analysed.
pub const MAX_REGION_NODES: usize = 200_000;
/// Most nodes of decision diagrams that one analysis keeps.
pub const MAX_KEPT_NODES: usize = 10_000_000;
/// Most steps that the decision diagrams of one analysis may take, all questions together.
pub const MAX_ANALYSIS_STEPS: usize = 100_000_000;
/// Most different results of one outcome while a policy is analysed.
pub const MAX_VERDICTS: usize = 5_000;
/// Most conditions that describe one region.
pub const MAX_COVER: usize = 32;
/// Most sets of facts that are looked at to find the smallest changes of a case.
pub const MAX_CHANGE_STEPS: usize = 20_000;
/// Most changed cases that are decided to find the smallest changes of a case.
pub const MAX_CHANGE_TRIALS: usize = 2_000;
/// Most boxes of a picture that is laid out.
pub const MAX_PICTURE_NODES: usize = 400;
/// Most arrows of a picture that is laid out.
pub const MAX_PICTURE_EDGES: usize = 1_500;
