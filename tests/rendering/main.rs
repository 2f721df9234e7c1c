//! Pictures and handbooks: what they show, that they are well formed, and that no name or label breaks out of them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod commands;
mod documents;
mod hostile;
mod pictures;

use policyc::lint::findings;
use policyc::policy::check_file;
use policyc::render::{Focus, HandbookFormat, PictureFormat, PictureKind, handbook, picture};
use policyc::testing::run_tests;
use policyc::{Catalogue, Language, Policy, check_text};
use std::path::Path;

/// A policy with something of everything that is shown.
const OFFICE: &str = include_str!("office.policy");

/// The policies that the project ships.
const SHIPPED: [&str; 5] =
    ["bureau_work_fault", "county_cadres", "hospital_network_security", "public_officials", "tipoff_handling"];

const KINDS: [PictureKind; 4] =
    [PictureKind::Decisions, PictureKind::Ladder, PictureKind::Procedure, PictureKind::Liability];

#[track_caller]
fn policy(text: &str) -> Policy {
    let checked = check_text("office.policy", text);
    checked.policy.unwrap_or_else(|| panic!("{:?}\n{text}", checked.diagnostics))
}

fn shipped(name: &str) -> Policy {
    check_file(Path::new(&format!("policies/{name}.policy"))).unwrap().policy.unwrap()
}

fn drawn(policy: &Policy, kind: PictureKind, format: PictureFormat, language: Language) -> String {
    picture(policy, kind, &Focus::default(), format, &Catalogue::new(language)).unwrap()
}

fn written(policy: &Policy, format: HandbookFormat, language: Language) -> String {
    handbook(policy, &findings(policy), &run_tests(policy, ""), format, &Catalogue::new(language))
}

/// A well-formed SVG picture.
#[track_caller]
fn svg(text: &str) -> roxmltree::Document<'_> {
    roxmltree::Document::parse(text).unwrap_or_else(|fault| panic!("{fault}\n{text}"))
}
