//! Coverage for tools and browsers: whatever a policy says, it stays text.

use crate::transcripts::{folder, policyc};
use std::fs;

/// Names and labels that are up to something.
const HOSTILE: &str = r#"-- <script>alert(1)</script> ]]> &amp; -->
policy hostile "</title><script>alert('x')</script>"
scale measure { notice "\"><img src=x onerror=alert(1)>" }
fact reported: bool "</pre><script>"
fact named: bool
outcome sanction: measure combine heaviest "';alert(1);'"
article 1 "<b>" { if not reported and named then sanction = notice }
test "<script>alert(2)</script>" { given reported = false, named = true expect sanction = notice }
"#;

#[test]
fn a_page_of_a_hostile_policy_has_no_tag_of_its_own() {
    let folder = folder();
    fs::write(folder.path().join("<i>.policy"), HOSTILE).unwrap();
    let (code, page, _) = policyc(folder.path(), &["test", "<i>.policy", "--coverage=html"]);
    assert_eq!(code, 0);
    for tag in ["<script", "<img", "<b>", "<i>", "</title><", "onerror=\""] {
        assert!(!page.contains(tag), "{tag} in {page}");
    }
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp;amp; --&gt;"));
    assert!(!page.contains("http"), "the page needs something from elsewhere");
    // Tags are closed: as many end as begin.
    let count = |piece: &str| page.matches(piece).count();
    assert_eq!(count("<span"), count("</span>"));
    assert_eq!(count("<pre>"), count("</pre>"));
}

#[test]
fn a_page_shows_the_whole_text_in_colours() {
    let folder = folder();
    let (_, page, _) = policyc(folder.path(), &["test", "阅览室.policy", "--coverage=html", "--lang", "zh"]);
    let body = page.split("<pre>\n").nth(1).unwrap().split("</pre>").next().unwrap();
    let tags = regex::Regex::new("<span class=\"n[^>]*>[0-9]+</span>|<[^>]*>").unwrap();
    let text = tags
        .replace_all(body, "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    assert_eq!(text, include_str!("../cli/阅览室.policy"));
    insta::assert_snapshot!(page);
}

#[test]
fn a_tracefile_counts_what_it_lists() {
    let folder = folder();
    let (code, trace, _) = policyc(folder.path(), &["test", "library.policy", "阅览室.policy", "--coverage=lcov"]);
    assert_eq!(code, 0);
    for section in trace.split("end_of_record\n").filter(|section| !section.is_empty()) {
        let records = |tag: &str| {
            section.lines().filter_map(|line| line.strip_prefix(tag)?.strip_prefix(':')).collect::<Vec<_>>()
        };
        let figure = |tag: &str| records(tag)[0].parse::<usize>().unwrap();
        let hit = |records: Vec<&str>, field: usize| {
            records.iter().filter(|one| one.split(',').nth(field) != Some("0")).count()
        };
        assert_eq!(records("SF").len(), 1);
        assert_eq!((figure("FNF"), figure("FNH")), (records("FN").len(), hit(records("FNDA"), 0)));
        assert_eq!((figure("BRF"), figure("BRH")), (records("BRDA").len(), hit(records("BRDA"), 3)));
        assert_eq!((figure("LF"), figure("LH")), (records("DA").len(), hit(records("DA"), 1)));
    }
    assert_eq!(trace.matches("end_of_record").count(), 2);
}
