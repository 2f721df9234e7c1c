//! Interviews: what is asked and when they end, in a program, at a terminal, by lines, and by lines of JSON.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../support/command.rs"]
#[allow(dead_code, reason = "transcripts are for other test programs")]
mod command;
mod course;
mod document;
mod lines;
#[path = "../support/random.rs"]
mod random;
#[path = "../support/mod.rs"]
mod support;
#[cfg(unix)]
mod terminal;
#[path = "../whole/mod.rs"]
#[allow(dead_code, reason = "the generator of random regulations is shared with another test program")]
mod whole;

/// A small policy of which every kind of answer occurs.
const OFFICE: &str = "policy office \"An office\"
scale severity { minor \"small\" < moderate < major zh \"重大\" }
scale measure { warning < review < demotion \"moved down\" }
role driver \"the driver\"
body desk \"the desk\"
record past { kind: measure, fine: money, note: int }
fact severity: severity zh \"严重程度\"
fact loss: money \"what was lost\"
fact late: duration
fact ended: date
fact trips: int
fact history of driver: list of past
judgement grave: bool by desk criterion \"when many were hurt\"
outcome sanction of driver: measure combine heaviest \"what the driver faces\"
outcome note: measure
article 1 { if severity ≥ major and trips > 10 then sanction of driver ∈ <review, demotion> }
article 2 { if loss ≥ 1000.00 CNY and grave then sanction of driver = demotion }
article 3 { if (count history of driver where kind ≥ review and fine > 10.00 CNY) ≥ 2 then sanction of driver = demotion }
article 4 { if late > 10 days and ended < 2024-01-01 then note = warning }
";
