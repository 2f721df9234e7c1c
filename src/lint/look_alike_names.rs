//! `C0001`: two names that a reader cannot tell apart.

use super::Subject;
use crate::diagnostic::{Code, Diagnostic, look};
use crate::policy::ValueName;
use std::collections::BTreeMap;

/// Compares the names of each kind: facts, defines and outcomes share one space, so do all members, types and bodies.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let mut findings = Vec::new();
    for space in policy.name_spaces() {
        let mut looks: BTreeMap<String, &ValueName> = BTreeMap::new();
        for name in space {
            let Some(first) = looks.get(&look(&name.text)) else {
                looks.insert(look(&name.text), name);
                continue;
            };
            if first.text != name.text {
                let finding = Diagnostic::new(Code::LookAlikeNames, name.span).with("name", name.text.as_str());
                findings.push(finding.with("other", first.text.as_str()).label(first.span, "other"));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::lint;
    use crate::policy::check_text;

    #[test]
    fn names_that_look_the_same_are_found_once() {
        let text =
            "fact 未报告: bool\nfact 末报告: bool\nfact severity: int\nfact sev\u{435}rity: int\nfact other: bool";
        let policy = check_text("demo.policy", text).policy.expect("the policy is sound");
        let codes: Vec<Code> = lint(&policy).iter().map(|finding| finding.code).collect();
        assert_eq!(codes, [Code::LookAlikeNames, Code::LookAlikeNames]);
    }
}
