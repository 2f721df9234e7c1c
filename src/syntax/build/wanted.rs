//! What is said to be missing at a place, of all that the grammar would take there.

use super::unread::words;
use crate::syntax::grammar::Rule;
use crate::syntax::keywords;

/// The one thing that is said to be missing: a kind the messages know, and for `keyword` its spelling.
pub(super) struct Wanted {
    pub(super) kind: &'static str,
    pub(super) keyword: &'static str,
}

impl Wanted {
    /// Picks what helps most. What must follow comes before what merely may: behind a condition `then` must follow,
    /// though an operator could.
    pub(super) fn best(expected: &[Rule], piece: &str) -> Self {
        let wants = |rule: Rule| expected.contains(&rule);
        // `given a = true b = false`: an entry cannot begin with a name.
        let is_entry = wants(Rule::kw_given) && wants(Rule::kw_expect);
        if is_entry && words(piece).next().is_some_and(|(at, word)| at == 0 && !keywords::is_keyword(word)) {
            return Self { kind: "comma", keyword: "" };
        }
        let wants_both = |one, other| wants(one) && wants(other);
        if wants_both(Rule::kw_before, Rule::kw_after) && !wants(Rule::step_part) {
            return Self { kind: "timing", keyword: "" };
        }
        if wants_both(Rule::kw_of, Rule::kw_from) {
            let keyword = keywords::spelling_like(Rule::kw_of, piece);
            let keyword = if keyword == "的" { "自" } else { keyword };
            return Self { kind: "keyword", keyword };
        }
        if wants(Rule::parenthesised) && !wants(Rule::kw_not) {
            return Self { kind: "value", keyword: "" };
        }
        if wants_both(Rule::list_close, Rule::open) {
            return Self { kind: "record", keyword: "" };
        }
        if wants_both(Rule::kw_if, Rule::comma) {
            return Self { kind: "list-rest", keyword: "" };
        }
        if wants(Rule::less) && !wants(Rule::close) && !wants(Rule::greater) {
            return Self { kind: "hierarchy", keyword: "" };
        }
        let kinds: &[(Rule, &'static str)] = &[
            (Rule::kw_then, ""),
            (Rule::set_close, "set-close"),
            (Rule::close_paren, "paren-close"),
            (Rule::colon, "colon"),
            (Rule::kw_by, ""),
            (Rule::kw_over, ""),
            (Rule::kw_on, ""),
            (Rule::outcome_test, "outcome-test"),
            (Rule::effect_item, "effect"),
            (Rule::duty_status, "duty-status"),
            (Rule::step_status, "step-status"),
            (Rule::duty_part, "duty-part"),
            (Rule::step_part, "step-part"),
            (Rule::step, "procedure-line"),
            (Rule::log_part, "log-part"),
            (Rule::list_close, "list-close"),
            (Rule::day_range, "date"),
            (Rule::kw_if, ""),
            (Rule::equal, "assigned"),
            (Rule::range_mark, "range"),
            (Rule::headcount, "number"),
            (Rule::less, "scale-rest"),
            (Rule::comma, "list-rest"),
            (Rule::close, "close"),
            (Rule::open, "open"),
            (Rule::block, "open"),
            (Rule::type_ref, "type"),
            (Rule::citation, "clause"),
            (Rule::citations, "clause"),
            (Rule::string, "text"),
            (Rule::set, "set"),
            (Rule::check_list, "checks"),
            (Rule::permitted, "set"),
            (Rule::adjustments, "adjustment"),
            (Rule::adjustment, "adjustment"),
            (Rule::property, "property"),
            (Rule::expectation, "expectation"),
            (Rule::condition, "condition"),
            (Rule::expression, "condition"),
            (Rule::parenthesised, "condition"),
            (Rule::value, "value"),
            (Rule::amount, "value"),
            (Rule::timing_end, "value"),
            (Rule::date, "date"),
            (Rule::consequences, "outcome"),
            (Rule::outcome_ref, "outcome"),
            (Rule::member, "name"),
            (Rule::reference, "name"),
            (Rule::name, "name"),
        ];
        for (rule, kind) in kinds.iter().copied() {
            if wants(rule) {
                if kind.is_empty() {
                    return Self { kind: "keyword", keyword: keywords::spelling_like(rule, piece) };
                }
                return Self { kind, keyword: "" };
            }
        }
        // A name may always be followed by `of ROLE`; that is seldom what is missing.
        let expected: Vec<Rule> = match expected {
            [Rule::kw_of] => expected.to_vec(),
            _ => expected.iter().copied().filter(|rule| *rule != Rule::kw_of).collect(),
        };
        match expected.iter().copied().map(|rule| keywords::spelling_like(rule, piece)).find(|word| !word.is_empty()) {
            Some(keyword) if expected.len() <= 3 => Self { kind: "keyword", keyword },
            _ => Self { kind: "statement", keyword: "" },
        }
    }
}

/// The adjustment that a rule names where its outcome should stand: `if intentional then aggravate …`.
pub(super) fn adjustment_as_outcome(before: &str) -> Option<&str> {
    let mut last = words(before).map(|(_, word)| word).collect::<Vec<_>>().into_iter().rev();
    let (adjustment, then) = (last.next()?, last.next()?);
    let is_spelt = |rules: &[Rule], word: &str| rules.iter().any(|rule| keywords::spellings(*rule).contains(&word));
    let is_adjustment = is_spelt(alternatives(Rule::adjustment), adjustment);
    (is_adjustment && is_spelt(&[Rule::kw_then, Rule::kw_otherwise], then)).then_some(adjustment)
}

/// The keywords that can begin what a rule of the grammar reads, where the rule hides them.
pub(super) fn alternatives(rule: Rule) -> &'static [Rule] {
    match rule {
        Rule::adjustments | Rule::adjustment => {
            &[Rule::kw_lighten, Rule::kw_reduce, Rule::kw_waive, Rule::kw_aggravate, Rule::kw_exceed]
        }
        Rule::property => &[Rule::kw_rises_with, Rule::kw_ignores, Rule::kw_is_addressed, Rule::kw_excludes],
        Rule::expectation => &[
            Rule::kw_cites,
            Rule::kw_asks,
            Rule::kw_adjusted,
            Rule::kw_exempted,
            Rule::kw_decided,
            Rule::kw_duty,
            Rule::kw_step,
            Rule::kw_bars,
            Rule::kw_brings,
        ],
        Rule::duty_part => &[Rule::kw_when, Rule::kw_must, Rule::kw_act, Rule::kw_before, Rule::kw_on_breach],
        Rule::step => &[Rule::kw_step],
        Rule::escalation => &[Rule::kw_escalate],
        Rule::step_part => &[
            Rule::kw_by,
            Rule::kw_jointly,
            Rule::kw_after,
            Rule::kw_usually_after,
            Rule::kw_checks,
            Rule::kw_within,
            Rule::kw_quorum,
            Rule::kw_consent,
            Rule::kw_when,
        ],
        Rule::effect_item => &[Rule::kw_bars, Rule::kw_brings],
        Rule::log_part => &[Rule::kw_by, Rule::kw_present, Rule::kw_checks, Rule::kw_consent, Rule::kw_reason],
        Rule::duty_status => {
            &[Rule::kw_fulfilled, Rule::kw_breached, Rule::kw_pending, Rule::kw_not_applicable, Rule::kw_undetermined]
        }
        Rule::step_status => &[
            Rule::kw_done,
            Rule::kw_late,
            Rule::kw_out_of_order,
            Rule::kw_missing,
            Rule::kw_due,
            Rule::kw_waiting,
            Rule::kw_wrong_actor,
            Rule::kw_quorum_not_met,
            Rule::kw_checks_missing,
            Rule::kw_consent_missing,
            Rule::kw_passed_to,
            Rule::kw_not_applicable,
            Rule::kw_undetermined,
        ],
        Rule::fold => &[Rule::kw_count, Rule::kw_exists, Rule::kw_every, Rule::kw_longest_run, Rule::kw_sum],
        Rule::timing => &[Rule::kw_within],
        Rule::in_force => &[Rule::kw_in_force],
        Rule::dated_by => &[Rule::kw_dated_by],
        Rule::default_value => &[Rule::kw_default],
        Rule::prefer => &[Rule::kw_prefer],
        Rule::combine => &[
            Rule::kw_combine_heaviest,
            Rule::kw_combine_union,
            Rule::kw_combine_intersect,
            Rule::kw_combine_unique,
            Rule::kw_combine_accumulate,
            Rule::kw_combine_sum,
        ],
        _ => &[],
    }
}
