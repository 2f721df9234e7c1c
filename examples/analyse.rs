//! Looks at a policy as a whole: what its outcomes come to in how many cases, and what its claims are worth.
//!
//! `cargo run --example analyse policies/hospital_network_security.policy`

use policyc::analyse::{Analysis, Counterexample, Proof};
use std::time::Instant;

fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).expect("a file");
        let Some(policy) = policyc::check_text(&path, &text).policy else {
            println!("{path}: not accepted");
            continue;
        };
        let start = Instant::now();
        let analysis = Analysis::new(&policy);
        println!("{path}: lowered in {:?}", start.elapsed());
        for (id, outcome) in policy.outcome_ids().zip(policy.outcomes()) {
            let start = Instant::now();
            match analysis.partition(id) {
                Ok(partition) => {
                    println!("{}: {} verdicts in {:?}", outcome.name, partition.verdicts.len(), start.elapsed());
                    for (verdict, region) in &partition.verdicts {
                        let start = Instant::now();
                        let count = region.count().map(|count| (count.cases(), count.millionths()));
                        let counted = start.elapsed();
                        let start = Instant::now();
                        let cover = region.cover().map(|cover| (cover.conditions.len(), cover.rest.is_some()));
                        let covered = start.elapsed();
                        let start = Instant::now();
                        let witness = analysis.witness(region).map(|found| found.map(|found| found.named().len()));
                        println!(
                            "  {:?} {count:?} {counted:?} cover {cover:?} {covered:?} witness {witness:?} {:?}",
                            verdict.status,
                            start.elapsed()
                        );
                    }
                }
                Err(undecided) => println!("{}: {undecided}", outcome.name),
            }
        }
        let start = Instant::now();
        let dead: Vec<_> = policy
            .rule_ids()
            .filter(|id| analysis.matters(*id).and_then(|region| region.is_empty()) != Ok(false))
            .map(|id| policy.clauses()[policy.rules()[id.index()].clause.index()].citation.clone())
            .collect();
        println!("rules that make no difference: {dead:?} in {:?}", start.elapsed());
        for property in policy.ensures() {
            let start = Instant::now();
            let proof = analysis.ensured(property);
            let elapsed = start.elapsed();
            match proof {
                Proof::Proved => println!("{:?}: proved {elapsed:?}", property.property),
                Proof::NotDecided(undecided) => println!("{:?}: {undecided} {elapsed:?}", property.property),
                Proof::Refuted(refutation) => {
                    println!(
                        "{:?}: refuted by {:?} in {} cases {elapsed:?}",
                        property.property,
                        refutation.clauses,
                        refutation.region.count().map_or(String::new(), |count| count.cases())
                    );
                    match refutation.example {
                        Counterexample::Case(witness) => println!(
                            "    {:?}",
                            witness
                                .named()
                                .iter()
                                .map(|id| (
                                    policy.facts()[id.index()].name.to_string(),
                                    witness.facts().get(*id).map(|value| policy.show(value))
                                ))
                                .collect::<Vec<_>>()
                        ),
                        Counterexample::Pair { before, after, fact } => println!(
                            "    {:?} {:?}",
                            before
                                .named()
                                .iter()
                                .map(|id| (
                                    policy.facts()[id.index()].name.to_string(),
                                    before.facts().get(*id).map(|value| policy.show(value))
                                ))
                                .collect::<Vec<_>>(),
                            after.facts().get(fact).map(|value| policy.show(value))
                        ),
                    }
                }
            }
        }
    }
}
