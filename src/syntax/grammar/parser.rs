// Made by pest of grammar/policy.pest; not to be changed by hand. See tests/grammar.rs.

pub(crate) struct Grammar;

#[allow(dead_code, non_camel_case_types, clippy::upper_case_acronyms)]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Rule {
///End-of-input
EOI,
r#WHITESPACE,
r#COMMENT,
r#line_comment,
r#block_comment,
r#file,
r#end_mark,
r#item,
r#strict_item,
r#stray_close,
r#bad_item,
r#line_start,
r#bad_piece,
r#comment_text,
r#brace_group,
r#inner_group,
r#declaration_start,
r#statement_start,
r#entry_start,
r#named,
r#item_start,
r#clause_start,
r#clause_stop,
r#duty_start,
r#procedure_start,
r#bad_clause,
r#bad_duty_part,
r#bad_procedure_line,
r#bad_entry,
r#entry_stop,
r#bad_entry_piece,
r#record_group,
r#missing_close,
r#whole_item,
r#whole_item_head,
r#whole_clause,
r#whole_duty_part,
r#whole_procedure_line,
r#whole_entry,
r#label,
r#language,
r#in_force,
r#policy_decl,
r#dated_by,
r#use_decl,
r#outline_decl,
r#outline_entry,
r#outline_items,
r#count_range,
r#count,
r#scale_decl,
r#enum_decl,
r#member,
r#body_decl,
r#role_decl,
r#record_decl,
r#field,
r#fact_decl,
r#default_value,
r#judgement_decl,
r#judged_by,
r#criterion,
r#param_decl,
r#param_version,
r#reading_decl,
r#prefer,
r#define_decl,
r#assume_decl,
r#outcome_decl,
r#combine,
r#type_ref,
r#list_of,
r#article_decl,
r#article_number,
r#not_modelled,
r#missing,
r#clause_in_force,
r#block,
r#clause,
r#strict_clause,
r#allow,
r#item_clause,
r#item_number,
r#citation,
r#article_citation,
r#citations,
r#statement,
r#plain_rule,
r#condition,
r#any_group,
r#any_item,
r#consequences,
r#consequence,
r#outcome_ref,
r#assigned,
r#permitted,
r#set,
r#range,
r#overriding,
r#otherwise,
r#exempt,
r#adjust,
r#adjustments,
r#adjustment,
r#applies,
r#authority,
r#power,
r#decided,
r#approved,
r#enforced,
r#bodies,
r#ensure,
r#property,
r#rises_with,
r#ignores,
r#is_addressed,
r#excludes,
r#bound,
r#duty,
r#duty_part,
r#duty_when,
r#duty_must,
r#duty_act,
r#duty_before,
r#duty_breach,
r#names,
r#procedure,
r#procedure_line,
r#step,
r#step_part,
r#step_by,
r#step_after,
r#step_checks,
r#check_list,
r#step_within,
r#step_quorum,
r#step_consent,
r#step_when,
r#escalation,
r#effect,
r#outcome_test,
r#comparison,
r#effect_item,
r#effect_cap,
r#contents,
r#content_part,
r#hierarchy,
r#expression,
r#operand,
r#infix,
r#membership,
r#timing,
r#timing_end,
r#primary,
r#fold,
r#fold_stop,
r#parenthesised,
r#foreign_operator,
r#test_decl,
r#test_entry,
r#strict_entry,
r#given,
r#assignment,
r#as_of,
r#chosen,
r#days,
r#day_range,
r#log_line,
r#log_right,
r#log_part,
r#log_by,
r#log_present,
r#log_checks,
r#log_consent,
r#log_reason,
r#past,
r#expect,
r#expectation,
r#expect_cites,
r#expect_asks,
r#expect_adjusted,
r#expect_exempted,
r#expect_power,
r#expect_outcome,
r#expect_status,
r#expect_set,
r#or_none,
r#expect_duty,
r#duty_status,
r#expect_step,
r#step_status,
r#expect_effect,
r#reference,
r#value,
r#amount,
r#amount_operand,
r#amount_infix,
r#list,
r#record_value,
r#record_field,
r#literal,
r#date,
r#quantity,
r#currency,
r#unit,
r#unit_working_days,
r#unit_days,
r#unit_months,
r#unit_years,
r#number,
r#headcount,
r#blank,
r#string,
r#quote,
r#straight_text,
r#curly_text,
r#name,
r#han_numeral,
r#open,
r#close,
r#open_paren,
r#close_paren,
r#list_open,
r#list_close,
r#set_open,
r#set_close,
r#comma,
r#colon,
r#equal,
r#greater_equal,
r#less_equal,
r#not_equal,
r#less,
r#greater,
r#plus,
r#minus,
r#times,
r#range_mark,
r#end,
r#gap,
r#kw_policy,
r#kw_outline,
r#kw_scale,
r#kw_enum,
r#kw_body,
r#kw_role,
r#kw_fact,
r#kw_judgement,
r#kw_define,
r#kw_assume,
r#kw_outcome,
r#kw_article,
r#kw_test,
r#kw_given,
r#kw_expect,
r#kw_if,
r#kw_then,
r#kw_and,
r#kw_or,
r#kw_not,
r#kw_implies,
r#kw_true,
r#kw_false,
r#kw_none,
r#kw_may,
r#kw_otherwise,
r#kw_overriding,
r#kw_exempt,
r#kw_adjust,
r#kw_applies,
r#kw_authority,
r#kw_ensure,
r#kw_in_force,
r#kw_from,
r#kw_until,
r#kw_articles,
r#kw_items,
r#kw_bool,
r#kw_int,
r#kw_decimal,
r#kw_money,
r#kw_date,
r#kw_duration,
r#kw_default,
r#kw_by,
r#kw_criterion,
r#kw_combine_heaviest,
r#kw_combine_union,
r#kw_combine_intersect,
r#kw_combine_unique,
r#kw_combine_accumulate,
r#kw_combine_sum,
r#kw_not_modelled,
r#kw_missing,
r#kw_any,
r#kw_in,
r#kw_not_in,
r#kw_lighten,
r#kw_reduce,
r#kw_waive,
r#kw_aggravate,
r#kw_exceed,
r#kw_decided,
r#kw_jointly,
r#kw_approved,
r#kw_enforced,
r#kw_rises_with,
r#kw_ignores,
r#kw_is_addressed,
r#kw_excludes,
r#kw_when,
r#kw_cites,
r#kw_asks,
r#kw_adjusted,
r#kw_exempted,
r#kw_not_addressed,
r#kw_undetermined,
r#kw_conflict,
r#kw_out_of_scope,
r#kw_weighed,
r#kw_use,
r#kw_record,
r#kw_param,
r#kw_reading,
r#kw_dated_by,
r#kw_of,
r#kw_list_of,
r#kw_prefer,
r#kw_never,
r#kw_count,
r#kw_exists,
r#kw_every,
r#kw_longest_run,
r#kw_sum,
r#kw_over,
r#kw_where,
r#kw_within,
r#kw_before,
r#kw_after,
r#kw_is_breached,
r#kw_duty,
r#kw_forbid,
r#kw_right,
r#kw_must,
r#kw_act,
r#kw_on_breach,
r#kw_procedure,
r#kw_step,
r#kw_escalate,
r#kw_to,
r#kw_usually_after,
r#kw_checks,
r#kw_quorum,
r#kw_consent,
r#kw_effect,
r#kw_bars,
r#kw_brings,
r#kw_for,
r#kw_effect_cap,
r#kw_contents,
r#kw_hierarchy,
r#kw_as_of,
r#kw_chosen,
r#kw_holidays,
r#kw_workdays,
r#kw_log,
r#kw_on,
r#kw_present,
r#kw_reason,
r#kw_past,
r#kw_fulfilled,
r#kw_breached,
r#kw_pending,
r#kw_not_applicable,
r#kw_done,
r#kw_late,
r#kw_out_of_order,
r#kw_due,
r#kw_waiting,
r#kw_wrong_actor,
r#kw_quorum_not_met,
r#kw_checks_missing,
r#kw_consent_missing,
r#kw_passed_to,
r#kw_allow,
r#reserved,
}
impl Rule {
pub fn all_rules() -> &'static [Rule] {
&[
Rule::r#WHITESPACE,
Rule::r#COMMENT,
Rule::r#line_comment,
Rule::r#block_comment,
Rule::r#file,
Rule::r#end_mark,
Rule::r#item,
Rule::r#strict_item,
Rule::r#stray_close,
Rule::r#bad_item,
Rule::r#line_start,
Rule::r#bad_piece,
Rule::r#comment_text,
Rule::r#brace_group,
Rule::r#inner_group,
Rule::r#declaration_start,
Rule::r#statement_start,
Rule::r#entry_start,
Rule::r#named,
Rule::r#item_start,
Rule::r#clause_start,
Rule::r#clause_stop,
Rule::r#duty_start,
Rule::r#procedure_start,
Rule::r#bad_clause,
Rule::r#bad_duty_part,
Rule::r#bad_procedure_line,
Rule::r#bad_entry,
Rule::r#entry_stop,
Rule::r#bad_entry_piece,
Rule::r#record_group,
Rule::r#missing_close,
Rule::r#whole_item,
Rule::r#whole_item_head,
Rule::r#whole_clause,
Rule::r#whole_duty_part,
Rule::r#whole_procedure_line,
Rule::r#whole_entry,
Rule::r#label,
Rule::r#language,
Rule::r#in_force,
Rule::r#policy_decl,
Rule::r#dated_by,
Rule::r#use_decl,
Rule::r#outline_decl,
Rule::r#outline_entry,
Rule::r#outline_items,
Rule::r#count_range,
Rule::r#count,
Rule::r#scale_decl,
Rule::r#enum_decl,
Rule::r#member,
Rule::r#body_decl,
Rule::r#role_decl,
Rule::r#record_decl,
Rule::r#field,
Rule::r#fact_decl,
Rule::r#default_value,
Rule::r#judgement_decl,
Rule::r#judged_by,
Rule::r#criterion,
Rule::r#param_decl,
Rule::r#param_version,
Rule::r#reading_decl,
Rule::r#prefer,
Rule::r#define_decl,
Rule::r#assume_decl,
Rule::r#outcome_decl,
Rule::r#combine,
Rule::r#type_ref,
Rule::r#list_of,
Rule::r#article_decl,
Rule::r#article_number,
Rule::r#not_modelled,
Rule::r#missing,
Rule::r#clause_in_force,
Rule::r#block,
Rule::r#clause,
Rule::r#strict_clause,
Rule::r#allow,
Rule::r#item_clause,
Rule::r#item_number,
Rule::r#citation,
Rule::r#article_citation,
Rule::r#citations,
Rule::r#statement,
Rule::r#plain_rule,
Rule::r#condition,
Rule::r#any_group,
Rule::r#any_item,
Rule::r#consequences,
Rule::r#consequence,
Rule::r#outcome_ref,
Rule::r#assigned,
Rule::r#permitted,
Rule::r#set,
Rule::r#range,
Rule::r#overriding,
Rule::r#otherwise,
Rule::r#exempt,
Rule::r#adjust,
Rule::r#adjustments,
Rule::r#adjustment,
Rule::r#applies,
Rule::r#authority,
Rule::r#power,
Rule::r#decided,
Rule::r#approved,
Rule::r#enforced,
Rule::r#bodies,
Rule::r#ensure,
Rule::r#property,
Rule::r#rises_with,
Rule::r#ignores,
Rule::r#is_addressed,
Rule::r#excludes,
Rule::r#bound,
Rule::r#duty,
Rule::r#duty_part,
Rule::r#duty_when,
Rule::r#duty_must,
Rule::r#duty_act,
Rule::r#duty_before,
Rule::r#duty_breach,
Rule::r#names,
Rule::r#procedure,
Rule::r#procedure_line,
Rule::r#step,
Rule::r#step_part,
Rule::r#step_by,
Rule::r#step_after,
Rule::r#step_checks,
Rule::r#check_list,
Rule::r#step_within,
Rule::r#step_quorum,
Rule::r#step_consent,
Rule::r#step_when,
Rule::r#escalation,
Rule::r#effect,
Rule::r#outcome_test,
Rule::r#comparison,
Rule::r#effect_item,
Rule::r#effect_cap,
Rule::r#contents,
Rule::r#content_part,
Rule::r#hierarchy,
Rule::r#expression,
Rule::r#operand,
Rule::r#infix,
Rule::r#membership,
Rule::r#timing,
Rule::r#timing_end,
Rule::r#primary,
Rule::r#fold,
Rule::r#fold_stop,
Rule::r#parenthesised,
Rule::r#foreign_operator,
Rule::r#test_decl,
Rule::r#test_entry,
Rule::r#strict_entry,
Rule::r#given,
Rule::r#assignment,
Rule::r#as_of,
Rule::r#chosen,
Rule::r#days,
Rule::r#day_range,
Rule::r#log_line,
Rule::r#log_right,
Rule::r#log_part,
Rule::r#log_by,
Rule::r#log_present,
Rule::r#log_checks,
Rule::r#log_consent,
Rule::r#log_reason,
Rule::r#past,
Rule::r#expect,
Rule::r#expectation,
Rule::r#expect_cites,
Rule::r#expect_asks,
Rule::r#expect_adjusted,
Rule::r#expect_exempted,
Rule::r#expect_power,
Rule::r#expect_outcome,
Rule::r#expect_status,
Rule::r#expect_set,
Rule::r#or_none,
Rule::r#expect_duty,
Rule::r#duty_status,
Rule::r#expect_step,
Rule::r#step_status,
Rule::r#expect_effect,
Rule::r#reference,
Rule::r#value,
Rule::r#amount,
Rule::r#amount_operand,
Rule::r#amount_infix,
Rule::r#list,
Rule::r#record_value,
Rule::r#record_field,
Rule::r#literal,
Rule::r#date,
Rule::r#quantity,
Rule::r#currency,
Rule::r#unit,
Rule::r#unit_working_days,
Rule::r#unit_days,
Rule::r#unit_months,
Rule::r#unit_years,
Rule::r#number,
Rule::r#headcount,
Rule::r#blank,
Rule::r#string,
Rule::r#quote,
Rule::r#straight_text,
Rule::r#curly_text,
Rule::r#name,
Rule::r#han_numeral,
Rule::r#open,
Rule::r#close,
Rule::r#open_paren,
Rule::r#close_paren,
Rule::r#list_open,
Rule::r#list_close,
Rule::r#set_open,
Rule::r#set_close,
Rule::r#comma,
Rule::r#colon,
Rule::r#equal,
Rule::r#greater_equal,
Rule::r#less_equal,
Rule::r#not_equal,
Rule::r#less,
Rule::r#greater,
Rule::r#plus,
Rule::r#minus,
Rule::r#times,
Rule::r#range_mark,
Rule::r#end,
Rule::r#gap,
Rule::r#kw_policy,
Rule::r#kw_outline,
Rule::r#kw_scale,
Rule::r#kw_enum,
Rule::r#kw_body,
Rule::r#kw_role,
Rule::r#kw_fact,
Rule::r#kw_judgement,
Rule::r#kw_define,
Rule::r#kw_assume,
Rule::r#kw_outcome,
Rule::r#kw_article,
Rule::r#kw_test,
Rule::r#kw_given,
Rule::r#kw_expect,
Rule::r#kw_if,
Rule::r#kw_then,
Rule::r#kw_and,
Rule::r#kw_or,
Rule::r#kw_not,
Rule::r#kw_implies,
Rule::r#kw_true,
Rule::r#kw_false,
Rule::r#kw_none,
Rule::r#kw_may,
Rule::r#kw_otherwise,
Rule::r#kw_overriding,
Rule::r#kw_exempt,
Rule::r#kw_adjust,
Rule::r#kw_applies,
Rule::r#kw_authority,
Rule::r#kw_ensure,
Rule::r#kw_in_force,
Rule::r#kw_from,
Rule::r#kw_until,
Rule::r#kw_articles,
Rule::r#kw_items,
Rule::r#kw_bool,
Rule::r#kw_int,
Rule::r#kw_decimal,
Rule::r#kw_money,
Rule::r#kw_date,
Rule::r#kw_duration,
Rule::r#kw_default,
Rule::r#kw_by,
Rule::r#kw_criterion,
Rule::r#kw_combine_heaviest,
Rule::r#kw_combine_union,
Rule::r#kw_combine_intersect,
Rule::r#kw_combine_unique,
Rule::r#kw_combine_accumulate,
Rule::r#kw_combine_sum,
Rule::r#kw_not_modelled,
Rule::r#kw_missing,
Rule::r#kw_any,
Rule::r#kw_in,
Rule::r#kw_not_in,
Rule::r#kw_lighten,
Rule::r#kw_reduce,
Rule::r#kw_waive,
Rule::r#kw_aggravate,
Rule::r#kw_exceed,
Rule::r#kw_decided,
Rule::r#kw_jointly,
Rule::r#kw_approved,
Rule::r#kw_enforced,
Rule::r#kw_rises_with,
Rule::r#kw_ignores,
Rule::r#kw_is_addressed,
Rule::r#kw_excludes,
Rule::r#kw_when,
Rule::r#kw_cites,
Rule::r#kw_asks,
Rule::r#kw_adjusted,
Rule::r#kw_exempted,
Rule::r#kw_not_addressed,
Rule::r#kw_undetermined,
Rule::r#kw_conflict,
Rule::r#kw_out_of_scope,
Rule::r#kw_weighed,
Rule::r#kw_use,
Rule::r#kw_record,
Rule::r#kw_param,
Rule::r#kw_reading,
Rule::r#kw_dated_by,
Rule::r#kw_of,
Rule::r#kw_list_of,
Rule::r#kw_prefer,
Rule::r#kw_never,
Rule::r#kw_count,
Rule::r#kw_exists,
Rule::r#kw_every,
Rule::r#kw_longest_run,
Rule::r#kw_sum,
Rule::r#kw_over,
Rule::r#kw_where,
Rule::r#kw_within,
Rule::r#kw_before,
Rule::r#kw_after,
Rule::r#kw_is_breached,
Rule::r#kw_duty,
Rule::r#kw_forbid,
Rule::r#kw_right,
Rule::r#kw_must,
Rule::r#kw_act,
Rule::r#kw_on_breach,
Rule::r#kw_procedure,
Rule::r#kw_step,
Rule::r#kw_escalate,
Rule::r#kw_to,
Rule::r#kw_usually_after,
Rule::r#kw_checks,
Rule::r#kw_quorum,
Rule::r#kw_consent,
Rule::r#kw_effect,
Rule::r#kw_bars,
Rule::r#kw_brings,
Rule::r#kw_for,
Rule::r#kw_effect_cap,
Rule::r#kw_contents,
Rule::r#kw_hierarchy,
Rule::r#kw_as_of,
Rule::r#kw_chosen,
Rule::r#kw_holidays,
Rule::r#kw_workdays,
Rule::r#kw_log,
Rule::r#kw_on,
Rule::r#kw_present,
Rule::r#kw_reason,
Rule::r#kw_past,
Rule::r#kw_fulfilled,
Rule::r#kw_breached,
Rule::r#kw_pending,
Rule::r#kw_not_applicable,
Rule::r#kw_done,
Rule::r#kw_late,
Rule::r#kw_out_of_order,
Rule::r#kw_due,
Rule::r#kw_waiting,
Rule::r#kw_wrong_actor,
Rule::r#kw_quorum_not_met,
Rule::r#kw_checks_missing,
Rule::r#kw_consent_missing,
Rule::r#kw_passed_to,
Rule::r#kw_allow,
Rule::r#reserved,
]
}
}
#[allow(clippy::all)]
impl ::pest::Parser<Rule> for Grammar {
fn parse<'i>(
rule: Rule,
input: &'i str,
) -> ::std::result::Result<
::pest::iterators::Pairs<'i, Rule>,
::pest::error::Error<Rule>,
> {
mod rules {
#![allow(clippy::upper_case_acronyms)]
pub mod hidden {
use super::super::Rule;
#[inline]
#[allow(dead_code, non_snake_case, unused_variables)]
pub fn skip(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
if state.atomicity() == ::pest::Atomicity::NonAtomic {
state
.sequence(|state| {
state
.repeat(|state| super::visible::WHITESPACE(state))
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::visible::COMMENT(state)
.and_then(|state| {
state.repeat(|state| super::visible::WHITESPACE(state))
})
})
})
})
})
} else {
Ok(state)
}
}
}
pub mod visible {
use super::super::Rule;
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#WHITESPACE(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.match_string(" ")
.or_else(|state| { state.match_string("\t") })
.or_else(|state| { state.match_string("\n") })
.or_else(|state| { state.match_string("\r") })
.or_else(|state| { state.match_string("\u{3000}") })
.or_else(|state| { state.match_string("\u{feff}") })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#COMMENT(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
self::r#line_comment(state)
.or_else(|state| { self::r#block_comment(state) })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#line_comment(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#line_comment,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("--")
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
state
.lookahead(false, |state| { self::r#NEWLINE(state) })
.and_then(|state| { self::r#ANY(state) })
})
})
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#block_comment(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#block_comment,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("{-")
.and_then(|state| {
let strings = ["-}"];
state.skip_until(&strings)
})
.and_then(|state| {
state
.match_string("-}")
.or_else(|state| { self::r#EOI(state) })
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#file(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#file,
|state| {
state
.sequence(|state| {
self::r#SOI(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#end_mark(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#end_mark(state) })
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#item(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#end_mark(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#end_mark(state) })
})
})
})
})
})
})
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#item(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#end_mark(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#end_mark(state) })
})
})
})
})
})
})
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#EOI(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#end_mark(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
state
.match_string(";")
.or_else(|state| { state.match_string("；") })
.or_else(|state| { state.match_string("。") })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#item(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#strict_item(state)
.or_else(|state| { self::r#stray_close(state) })
.or_else(|state| { self::r#bad_item(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#strict_item(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#policy_decl(state)
.or_else(|state| { self::r#use_decl(state) })
.or_else(|state| { self::r#outline_decl(state) })
.or_else(|state| { self::r#scale_decl(state) })
.or_else(|state| { self::r#enum_decl(state) })
.or_else(|state| { self::r#body_decl(state) })
.or_else(|state| { self::r#role_decl(state) })
.or_else(|state| { self::r#record_decl(state) })
.or_else(|state| { self::r#fact_decl(state) })
.or_else(|state| { self::r#judgement_decl(state) })
.or_else(|state| { self::r#param_decl(state) })
.or_else(|state| { self::r#reading_decl(state) })
.or_else(|state| { self::r#define_decl(state) })
.or_else(|state| { self::r#assume_decl(state) })
.or_else(|state| { self::r#outcome_decl(state) })
.or_else(|state| { self::r#article_decl(state) })
.or_else(|state| { self::r#test_decl(state) })
.or_else(|state| { self::r#allow(state) })
.or_else(|state| { self::r#statement(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#stray_close(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state.rule(Rule::r#stray_close, |state| { self::r#close(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#bad_item(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#bad_item,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.lookahead(false, |state| { self::r#close(state) })
.and_then(|state| { self::r#bad_piece(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
state
.lookahead(
false,
|state| {
state
.sequence(|state| {
self::r#line_start(state)
.and_then(|state| { self::r#item_start(state) })
})
},
)
.and_then(|state| { self::r#bad_piece(state) })
})
})
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#line_start(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.sequence(|state| {
self::r#NEWLINE(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#blank(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#blank(state) })
})
})
})
})
})
})
})
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#bad_piece(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#comment_text(state)
.or_else(|state| { self::r#string(state) })
.or_else(|state| { self::r#brace_group(state) })
.or_else(|state| { self::r#ANY(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#comment_text(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#line_comment(state)
.or_else(|state| { self::r#block_comment(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#brace_group(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.sequence(|state| {
state
.match_string("{")
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#comment_text(state)
.or_else(|state| { self::r#string(state) })
.or_else(|state| { self::r#inner_group(state) })
.or_else(|state| {
state
.sequence(|state| {
state
.lookahead(
false,
|state| {
state
.match_string("{")
.or_else(|state| { state.match_string("}") })
},
)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#ANY(state) })
})
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#comment_text(state)
.or_else(|state| { self::r#string(state) })
.or_else(|state| { self::r#inner_group(state) })
.or_else(|state| {
state
.sequence(|state| {
state
.lookahead(
false,
|state| {
state
.match_string("{")
.or_else(|state| { state.match_string("}") })
},
)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#ANY(state) })
})
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { state.match_string("}") })
})
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#inner_group(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.sequence(|state| {
state
.match_string("{")
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#comment_text(state)
.or_else(|state| { self::r#string(state) })
.or_else(|state| {
state
.sequence(|state| {
state
.lookahead(
false,
|state| {
state
.match_string("{")
.or_else(|state| { state.match_string("}") })
},
)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#ANY(state) })
})
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#comment_text(state)
.or_else(|state| { self::r#string(state) })
.or_else(|state| {
state
.sequence(|state| {
state
.lookahead(
false,
|state| {
state
.match_string("{")
.or_else(|state| { state.match_string("}") })
},
)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#ANY(state) })
})
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { state.match_string("}") })
})
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#declaration_start(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#kw_policy(state)
.or_else(|state| { self::r#kw_outline(state) })
.or_else(|state| { self::r#kw_scale(state) })
.or_else(|state| { self::r#kw_enum(state) })
.or_else(|state| { self::r#kw_body(state) })
.or_else(|state| { self::r#kw_role(state) })
.or_else(|state| { self::r#kw_fact(state) })
.or_else(|state| { self::r#kw_judgement(state) })
.or_else(|state| { self::r#kw_define(state) })
.or_else(|state| { self::r#kw_assume(state) })
.or_else(|state| { self::r#kw_outcome(state) })
.or_else(|state| { self::r#article_number(state) })
.or_else(|state| { self::r#kw_test(state) })
.or_else(|state| {
state
.sequence(|state| {
self::r#kw_use(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#quote(state) })
})
})
.or_else(|state| {
state
.sequence(|state| {
self::r#kw_record(state)
.or_else(|state| { self::r#kw_param(state) })
.or_else(|state| { self::r#kw_reading(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#named(state) })
})
})
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#statement_start(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#kw_if(state)
.or_else(|state| { self::r#kw_otherwise(state) })
.or_else(|state| { self::r#kw_exempt(state) })
.or_else(|state| { self::r#kw_adjust(state) })
.or_else(|state| { self::r#kw_may(state) })
.or_else(|state| { self::r#kw_applies(state) })
.or_else(|state| { self::r#kw_authority(state) })
.or_else(|state| { self::r#kw_ensure(state) })
.or_else(|state| {
state
.sequence(|state| {
self::r#kw_duty(state)
.or_else(|state| { self::r#kw_forbid(state) })
.or_else(|state| { self::r#kw_right(state) })
.or_else(|state| { self::r#kw_procedure(state) })
.or_else(|state| { self::r#kw_hierarchy(state) })
.or_else(|state| { self::r#kw_effect(state) })
.or_else(|state| { self::r#kw_contents(state) })
.or_else(|state| { self::r#kw_allow(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#named(state) })
})
})
.or_else(|state| { self::r#kw_effect_cap(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#entry_start(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#kw_given(state)
.or_else(|state| { self::r#kw_expect(state) })
.or_else(|state| {
state
.sequence(|state| {
self::r#kw_chosen(state)
.or_else(|state| { self::r#kw_log(state) })
.or_else(|state| { self::r#kw_past(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#named(state) })
})
})
.or_else(|state| {
state
.sequence(|state| {
self::r#kw_as_of(state)
.or_else(|state| { self::r#kw_holidays(state) })
.or_else(|state| { self::r#kw_workdays(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#ASCII_DIGIT(state) })
})
})
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#named(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.sequence(|state| {
self::r#gap(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.lookahead(false, |state| { self::r#kw_of(state) })
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
})
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#item_start(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#declaration_start(state)
.or_else(|state| { self::r#statement_start(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#clause_start(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#item_number(state)
.or_else(|state| { self::r#statement_start(state) })
.or_else(|state| { self::r#declaration_start(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#clause_stop(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#close(state)
.or_else(|state| {
state
.sequence(|state| {
self::r#line_start(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#clause_start(state) })
})
})
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#duty_start(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#kw_when(state)
.or_else(|state| { self::r#kw_must(state) })
.or_else(|state| { self::r#kw_act(state) })
.or_else(|state| { self::r#kw_before(state) })
.or_else(|state| { self::r#kw_on_breach(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#procedure_start(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
state
.sequence(|state| {
self::r#kw_may(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_step(state) })
})
.or_else(|state| {
state
.sequence(|state| {
self::r#kw_step(state)
.or_else(|state| { self::r#kw_escalate(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#named(state) })
})
})
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#bad_clause(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#bad_clause,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.lookahead(
false,
|state| {
self::r#close(state)
.or_else(|state| { self::r#declaration_start(state) })
},
)
.and_then(|state| { self::r#bad_piece(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
state
.lookahead(false, |state| { self::r#clause_stop(state) })
.and_then(|state| { self::r#bad_piece(state) })
})
})
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#bad_duty_part(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#bad_duty_part,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.lookahead(
false,
|state| {
self::r#close(state)
.or_else(|state| { self::r#clause_start(state) })
},
)
.and_then(|state| { self::r#bad_piece(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
state
.lookahead(
false,
|state| {
self::r#clause_stop(state)
.or_else(|state| {
state
.sequence(|state| {
self::r#line_start(state)
.and_then(|state| { self::r#duty_start(state) })
})
})
},
)
.and_then(|state| { self::r#bad_piece(state) })
})
})
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#bad_procedure_line(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#bad_procedure_line,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.lookahead(
false,
|state| {
self::r#close(state)
.or_else(|state| {
state
.sequence(|state| {
state
.lookahead(false, |state| { self::r#kw_may(state) })
.and_then(|state| { self::r#clause_start(state) })
})
})
},
)
.and_then(|state| { self::r#bad_piece(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
state
.lookahead(
false,
|state| {
self::r#clause_stop(state)
.or_else(|state| {
state
.sequence(|state| {
self::r#line_start(state)
.and_then(|state| { self::r#procedure_start(state) })
})
})
},
)
.and_then(|state| { self::r#bad_piece(state) })
})
})
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#bad_entry(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#bad_entry,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.lookahead(
false,
|state| {
self::r#close(state)
.or_else(|state| { self::r#declaration_start(state) })
},
)
.and_then(|state| { self::r#bad_entry_piece(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
state
.lookahead(
false,
|state| {
self::r#close(state)
.or_else(|state| { self::r#entry_stop(state) })
},
)
.and_then(|state| { self::r#bad_entry_piece(state) })
})
})
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#entry_stop(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.sequence(|state| {
self::r#line_start(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#entry_start(state)
.or_else(|state| { self::r#declaration_start(state) })
})
})
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#bad_entry_piece(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#comment_text(state)
.or_else(|state| { self::r#string(state) })
.or_else(|state| { self::r#record_group(state) })
.or_else(|state| { self::r#ANY(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#record_group(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.sequence(|state| {
state
.match_string("{")
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#comment_text(state)
.or_else(|state| { self::r#string(state) })
.or_else(|state| { self::r#inner_group(state) })
.or_else(|state| {
state
.sequence(|state| {
state
.lookahead(
false,
|state| {
state
.match_string("{")
.or_else(|state| { state.match_string("}") })
.or_else(|state| { self::r#list_close(state) })
.or_else(|state| { self::r#entry_stop(state) })
},
)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#ANY(state) })
})
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#comment_text(state)
.or_else(|state| { self::r#string(state) })
.or_else(|state| { self::r#inner_group(state) })
.or_else(|state| {
state
.sequence(|state| {
state
.lookahead(
false,
|state| {
state
.match_string("{")
.or_else(|state| { state.match_string("}") })
.or_else(|state| { self::r#list_close(state) })
.or_else(|state| { self::r#entry_stop(state) })
},
)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#ANY(state) })
})
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { state.match_string("}") })
})
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#missing_close(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state.rule(Rule::r#missing_close, |state| { state.match_string("") })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#whole_item(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#whole_item,
|state| {
state
.sequence(|state| {
self::r#SOI(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#strict_item(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#EOI(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#whole_item_head(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#whole_item_head,
|state| {
state
.sequence(|state| {
self::r#SOI(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#item_number(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#label(state)
.or_else(|state| { self::r#in_force(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#label(state)
.or_else(|state| { self::r#in_force(state) })
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#EOI(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#whole_clause(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#whole_clause,
|state| {
state
.sequence(|state| {
self::r#SOI(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#strict_clause(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#EOI(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#whole_duty_part(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#whole_duty_part,
|state| {
state
.sequence(|state| {
self::r#SOI(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#duty_part(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#EOI(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#whole_procedure_line(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#whole_procedure_line,
|state| {
state
.sequence(|state| {
self::r#SOI(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#procedure_line(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#EOI(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#whole_entry(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#whole_entry,
|state| {
state
.sequence(|state| {
self::r#SOI(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#strict_entry(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#EOI(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#label(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#label,
|state| {
state
.sequence(|state| {
state
.optional(|state| { self::r#language(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#string(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#language(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#language,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("en")
.or_else(|state| { state.match_string("zh") })
.and_then(|state| {
state
.lookahead(false, |state| { self::r#XID_CONTINUE(state) })
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#in_force(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#in_force,
|state| {
state
.sequence(|state| {
self::r#kw_in_force(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#kw_from(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#date(state) })
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#kw_until(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#date(state) })
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#policy_decl(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#policy_decl,
|state| {
state
.sequence(|state| {
self::r#kw_policy(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#label(state)
.or_else(|state| { self::r#in_force(state) })
.or_else(|state| { self::r#dated_by(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#label(state)
.or_else(|state| { self::r#in_force(state) })
.or_else(|state| { self::r#dated_by(state) })
})
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#dated_by(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#dated_by,
|state| {
state
.sequence(|state| {
self::r#kw_dated_by(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#reference(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#use_decl(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#use_decl,
|state| {
state
.sequence(|state| {
self::r#kw_use(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#string(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#outline_decl(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#outline_decl,
|state| {
state
.sequence(|state| {
self::r#kw_outline(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#open(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#outline_entry(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#end_mark(state)
.or_else(|state| { self::r#comma(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#end_mark(state)
.or_else(|state| { self::r#comma(state) })
})
})
})
})
})
})
})
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#outline_entry(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#end_mark(state)
.or_else(|state| { self::r#comma(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#end_mark(state)
.or_else(|state| { self::r#comma(state) })
})
})
})
})
})
})
})
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#close(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#outline_entry(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#outline_entry,
|state| {
state
.sequence(|state| {
self::r#kw_articles(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#count_range(state) })
})
.or_else(|state| {
state
.sequence(|state| {
self::r#article_number(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#outline_items(state) })
})
})
})
.or_else(|state| {
state
.sequence(|state| {
self::r#kw_article(state)
.or_else(|state| {
state.lookahead(true, |state| { state.match_string("第") })
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#citation(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#outline_items(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#outline_items(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#outline_items,
|state| {
state
.sequence(|state| {
self::r#kw_items(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#count_range(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#count_range(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#count_range,
|state| {
state
.sequence(|state| {
self::r#count(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#range_mark(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#count(state) })
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#count(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#count,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
self::r#ASCII_DIGIT(state)
.and_then(|state| {
state.repeat(|state| { self::r#ASCII_DIGIT(state) })
})
})
.or_else(|state| {
state
.sequence(|state| {
self::r#han_numeral(state)
.and_then(|state| {
state.repeat(|state| { self::r#han_numeral(state) })
})
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#scale_decl(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#scale_decl,
|state| {
state
.sequence(|state| {
self::r#kw_scale(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#label(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#label(state) })
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#open(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#member(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#less(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#member(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#less(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#member(state) })
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#close(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#enum_decl(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#enum_decl,
|state| {
state
.sequence(|state| {
self::r#kw_enum(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#label(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#label(state) })
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#open(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#member(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#member(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#member(state) })
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#comma(state) })
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#close(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#member(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#member,
|state| {
state
.sequence(|state| {
self::r#name(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#label(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#label(state) })
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#body_decl(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#body_decl,
|state| {
state
.sequence(|state| {
self::r#kw_body(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#label(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#label(state) })
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#role_decl(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#role_decl,
|state| {
state
.sequence(|state| {
self::r#kw_role(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#label(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#label(state) })
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#record_decl(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#record_decl,
|state| {
state
.sequence(|state| {
self::r#kw_record(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#label(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#label(state) })
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#open(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.sequence(|state| {
self::r#field(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#comma(state)
.or_else(|state| { self::r#end_mark(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#comma(state)
.or_else(|state| { self::r#end_mark(state) })
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#field(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#comma(state)
.or_else(|state| { self::r#end_mark(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#comma(state)
.or_else(|state| { self::r#end_mark(state) })
})
})
})
})
})
})
})
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#field(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#comma(state)
.or_else(|state| { self::r#end_mark(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#comma(state)
.or_else(|state| { self::r#end_mark(state) })
})
})
})
})
})
})
})
})
})
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#close(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#field(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#field,
|state| {
state
.sequence(|state| {
self::r#name(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#colon(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#type_ref(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#label(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#label(state) })
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#fact_decl(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#fact_decl,
|state| {
state
.sequence(|state| {
self::r#kw_fact(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#reference(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#colon(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#type_ref(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#default_value(state)
.or_else(|state| { self::r#label(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#default_value(state)
.or_else(|state| { self::r#label(state) })
})
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#default_value(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#default_value,
|state| {
state
.sequence(|state| {
self::r#kw_default(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#list(state)
.or_else(|state| { self::r#value(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#judgement_decl(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#judgement_decl,
|state| {
state
.sequence(|state| {
self::r#kw_judgement(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#reference(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#colon(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#type_ref(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#judged_by(state)
.or_else(|state| { self::r#criterion(state) })
.or_else(|state| { self::r#default_value(state) })
.or_else(|state| { self::r#label(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#judged_by(state)
.or_else(|state| { self::r#criterion(state) })
.or_else(|state| { self::r#default_value(state) })
.or_else(|state| { self::r#label(state) })
})
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#judged_by(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#judged_by,
|state| {
state
.sequence(|state| {
self::r#kw_by(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#criterion(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#criterion,
|state| {
state
.sequence(|state| {
self::r#kw_criterion(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#string(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#param_decl(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#param_decl,
|state| {
state
.sequence(|state| {
self::r#kw_param(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#equal(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#param_version(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#param_version(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#param_version(state) })
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#label(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#label(state) })
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#param_version(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#param_version,
|state| {
state
.sequence(|state| {
self::r#value(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#kw_from(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#date(state) })
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#reading_decl(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#reading_decl,
|state| {
state
.sequence(|state| {
self::r#kw_reading(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#label(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#label(state) })
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#open(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#member(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#member(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#member(state) })
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#comma(state) })
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#close(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#prefer(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#prefer(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#prefer,
|state| {
state
.sequence(|state| {
self::r#kw_prefer(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#define_decl(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#define_decl,
|state| {
state
.sequence(|state| {
self::r#kw_define(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#reference(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#equal(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#expression(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#label(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#label(state) })
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#assume_decl(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#assume_decl,
|state| {
state
.sequence(|state| {
self::r#kw_assume(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#expression(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#outcome_decl(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#outcome_decl,
|state| {
state
.sequence(|state| {
self::r#kw_outcome(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#reference(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#colon(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#type_ref(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#combine(state)
.or_else(|state| { self::r#label(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#combine(state)
.or_else(|state| { self::r#label(state) })
})
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#combine(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#combine,
|state| {
self::r#kw_combine_heaviest(state)
.or_else(|state| { self::r#kw_combine_union(state) })
.or_else(|state| { self::r#kw_combine_intersect(state) })
.or_else(|state| { self::r#kw_combine_unique(state) })
.or_else(|state| { self::r#kw_combine_accumulate(state) })
.or_else(|state| { self::r#kw_combine_sum(state) })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#type_ref(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#type_ref,
|state| {
self::r#kw_bool(state)
.or_else(|state| { self::r#kw_int(state) })
.or_else(|state| { self::r#kw_decimal(state) })
.or_else(|state| { self::r#kw_money(state) })
.or_else(|state| { self::r#kw_date(state) })
.or_else(|state| { self::r#kw_duration(state) })
.or_else(|state| { self::r#list_of(state) })
.or_else(|state| { self::r#name(state) })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#list_of(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#list_of,
|state| {
state
.sequence(|state| {
self::r#kw_list_of(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.lookahead(false, |state| { self::r#kw_default(state) })
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#article_decl(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#article_decl,
|state| {
state
.sequence(|state| {
self::r#article_number(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#label(state)
.or_else(|state| { self::r#clause_in_force(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#label(state)
.or_else(|state| { self::r#clause_in_force(state) })
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#not_modelled(state)
.or_else(|state| { self::r#missing(state) })
.or_else(|state| { self::r#block(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#article_number(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.atomic(
::pest::Atomicity::CompoundAtomic,
|state| {
state
.rule(
Rule::r#article_number,
|state| {
state
.sequence(|state| {
self::r#kw_article(state)
.and_then(|state| {
state.repeat(|state| { self::r#blank(state) })
})
.and_then(|state| { self::r#count(state) })
.and_then(|state| {
state
.lookahead(false, |state| { self::r#open_paren(state) })
})
})
.or_else(|state| {
state
.sequence(|state| {
state
.match_string("第")
.and_then(|state| {
state.repeat(|state| { self::r#blank(state) })
})
.and_then(|state| { self::r#count(state) })
.and_then(|state| {
state.repeat(|state| { self::r#blank(state) })
})
.and_then(|state| { state.match_string("条") })
.and_then(|state| {
state
.lookahead(false, |state| { self::r#open_paren(state) })
})
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#not_modelled(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#not_modelled,
|state| {
state
.sequence(|state| {
self::r#kw_not_modelled(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#string(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#missing(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#missing,
|state| {
state
.sequence(|state| {
self::r#kw_missing(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#string(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#clause_in_force(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.sequence(|state| {
state
.lookahead(
true,
|state| {
state
.sequence(|state| {
self::r#kw_in_force(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#kw_from(state)
.or_else(|state| { self::r#kw_until(state) })
})
})
},
)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#in_force(state) })
})
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#block(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#block,
|state| {
state
.sequence(|state| {
self::r#open(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#clause(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#clause(state) })
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#close(state)
.or_else(|state| { self::r#missing_close(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#clause(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#end_mark(state)
.or_else(|state| { self::r#item_clause(state) })
.or_else(|state| { self::r#strict_clause(state) })
.or_else(|state| { self::r#bad_clause(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#strict_clause(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#not_modelled(state)
.or_else(|state| { self::r#missing(state) })
.or_else(|state| { self::r#allow(state) })
.or_else(|state| { self::r#statement(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#allow(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#allow,
|state| {
state
.sequence(|state| {
self::r#kw_allow(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.lookahead(false, |state| { self::r#kw_of(state) })
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#string(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#item_clause(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#item_clause,
|state| {
state
.sequence(|state| {
self::r#item_number(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#label(state)
.or_else(|state| { self::r#clause_in_force(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#label(state)
.or_else(|state| { self::r#clause_in_force(state) })
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#block(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#item_number(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.atomic(
::pest::Atomicity::CompoundAtomic,
|state| {
state
.rule(
Rule::r#item_number,
|state| {
state
.sequence(|state| {
self::r#open_paren(state)
.and_then(|state| {
state.repeat(|state| { self::r#blank(state) })
})
.and_then(|state| { self::r#count(state) })
.and_then(|state| {
state.repeat(|state| { self::r#blank(state) })
})
.and_then(|state| { self::r#close_paren(state) })
})
.or_else(|state| {
state
.sequence(|state| {
self::r#count(state)
.and_then(|state| {
state
.sequence(|state| {
state
.match_string(".")
.and_then(|state| {
state
.lookahead(
false,
|state| {
self::r#ASCII_DIGIT(state)
.or_else(|state| { state.match_string(".") })
},
)
})
})
.or_else(|state| { state.match_string("、") })
.or_else(|state| { state.match_string("．") })
})
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#citation(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.atomic(
::pest::Atomicity::CompoundAtomic,
|state| {
state
.rule(
Rule::r#citation,
|state| {
state
.sequence(|state| {
self::r#article_citation(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
self::r#open_paren(state)
.and_then(|state| { self::r#count(state) })
.and_then(|state| { self::r#close_paren(state) })
})
.or_else(|state| {
state
.sequence(|state| {
state
.match_string("第")
.and_then(|state| { self::r#count(state) })
.and_then(|state| { state.match_string("项") })
})
})
.or_else(|state| { self::r#count(state) })
})
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#article_citation(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.atomic(
::pest::Atomicity::CompoundAtomic,
|state| {
state
.rule(
Rule::r#article_citation,
|state| {
state
.sequence(|state| {
state
.match_string("第")
.and_then(|state| { self::r#count(state) })
.and_then(|state| { state.match_string("条") })
})
.or_else(|state| { self::r#count(state) })
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#citations(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#citations,
|state| {
state
.sequence(|state| {
self::r#citation(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#citation(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#citation(state) })
})
})
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#statement(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#plain_rule(state)
.or_else(|state| { self::r#otherwise(state) })
.or_else(|state| { self::r#exempt(state) })
.or_else(|state| { self::r#adjust(state) })
.or_else(|state| { self::r#applies(state) })
.or_else(|state| { self::r#authority(state) })
.or_else(|state| { self::r#ensure(state) })
.or_else(|state| { self::r#duty(state) })
.or_else(|state| { self::r#procedure(state) })
.or_else(|state| { self::r#effect(state) })
.or_else(|state| { self::r#effect_cap(state) })
.or_else(|state| { self::r#contents(state) })
.or_else(|state| { self::r#hierarchy(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#plain_rule(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#plain_rule,
|state| {
state
.sequence(|state| {
self::r#kw_if(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#condition(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_then(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#consequences(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#overriding(state) })
})
})
.or_else(|state| {
state
.sequence(|state| {
self::r#consequences(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#overriding(state) })
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_if(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#condition(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#condition(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#condition,
|state| {
self::r#any_group(state)
.or_else(|state| { self::r#expression(state) })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#any_group(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#any_group,
|state| {
state
.sequence(|state| {
self::r#kw_any(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#open(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
self::r#any_item(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#any_item(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#any_item(state) })
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#close(state)
.or_else(|state| { self::r#missing_close(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#any_item(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#any_item,
|state| {
state
.sequence(|state| {
self::r#item_number(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#label(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#label(state) })
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#expression(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#end_mark(state)
.or_else(|state| { self::r#comma(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#end_mark(state)
.or_else(|state| { self::r#comma(state) })
})
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#consequences(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#consequences,
|state| {
state
.sequence(|state| {
self::r#consequence(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#kw_and(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#consequence(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#kw_and(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#consequence(state) })
})
})
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#consequence(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#consequence,
|state| {
state
.sequence(|state| {
state
.optional(|state| { self::r#kw_may(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#outcome_ref(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#assigned(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#outcome_ref(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state.rule(Rule::r#outcome_ref, |state| { self::r#reference(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#assigned(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#assigned,
|state| {
state
.sequence(|state| {
self::r#equal(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#kw_none(state)
.or_else(|state| { self::r#amount(state) })
})
})
.or_else(|state| {
state
.sequence(|state| {
self::r#kw_in(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#permitted(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#permitted(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#permitted,
|state| {
self::r#set(state).or_else(|state| { self::r#range(state) })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#set(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#set,
|state| {
state
.sequence(|state| {
self::r#set_open(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#value(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#value(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#value(state) })
})
})
})
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#comma(state) })
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#set_close(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#range(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#range,
|state| {
state
.sequence(|state| {
self::r#amount(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#range_mark(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#amount(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#overriding(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#overriding,
|state| {
state
.sequence(|state| {
self::r#kw_overriding(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#citations(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#otherwise(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#otherwise,
|state| {
state
.sequence(|state| {
self::r#kw_otherwise(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#kw_if(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#condition(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_then(state) })
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#consequences(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#exempt(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#exempt,
|state| {
state
.sequence(|state| {
self::r#kw_exempt(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#outcome_ref(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#kw_from(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#citations(state) })
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_if(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#condition(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#adjust(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#adjust,
|state| {
state
.sequence(|state| {
self::r#kw_adjust(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#outcome_ref(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_by(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#adjustments(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_if(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#condition(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#adjustments(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#adjustments,
|state| {
state
.sequence(|state| {
state
.optional(|state| { self::r#kw_may(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#adjustment(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#kw_or(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#adjustment(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#kw_or(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#adjustment(state) })
})
})
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#adjustment(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#adjustment,
|state| {
self::r#kw_lighten(state)
.or_else(|state| { self::r#kw_reduce(state) })
.or_else(|state| { self::r#kw_waive(state) })
.or_else(|state| { self::r#kw_aggravate(state) })
.or_else(|state| { self::r#kw_exceed(state) })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#applies(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#applies,
|state| {
state
.sequence(|state| {
self::r#kw_applies(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#condition(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#authority(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#authority,
|state| {
state
.sequence(|state| {
self::r#kw_authority(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#outcome_ref(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#open(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#power(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#end_mark(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#end_mark(state) })
})
})
})
})
})
})
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#power(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#end_mark(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#end_mark(state) })
})
})
})
})
})
})
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#close(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#power(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#power,
|state| {
state
.sequence(|state| {
state
.optional(|state| { self::r#set(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
self::r#decided(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#approved(state) })
})
})
.or_else(|state| { self::r#enforced(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#decided(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#decided,
|state| {
state
.sequence(|state| {
self::r#kw_decided(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
self::r#kw_jointly(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_by(state) })
})
.or_else(|state| { self::r#kw_by(state) })
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#bodies(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#approved(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#approved,
|state| {
state
.sequence(|state| {
self::r#kw_approved(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_by(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#bodies(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#enforced(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#enforced,
|state| {
state
.sequence(|state| {
self::r#kw_enforced(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_by(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#bodies(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#bodies(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#bodies,
|state| {
state
.sequence(|state| {
self::r#set_open(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#comma(state) })
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#set_close(state) })
})
.or_else(|state| {
state
.sequence(|state| {
self::r#name(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
})
})
})
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#ensure(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#ensure,
|state| {
state
.sequence(|state| {
self::r#kw_ensure(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#outcome_ref(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#property(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#kw_when(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#expression(state) })
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#property(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#property,
|state| {
self::r#rises_with(state)
.or_else(|state| { self::r#ignores(state) })
.or_else(|state| { self::r#is_addressed(state) })
.or_else(|state| { self::r#excludes(state) })
.or_else(|state| { self::r#bound(state) })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#rises_with(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#rises_with,
|state| {
state
.sequence(|state| {
self::r#kw_rises_with(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#reference(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#ignores(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#ignores,
|state| {
state
.sequence(|state| {
self::r#kw_ignores(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#reference(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#is_addressed(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#is_addressed,
|state| { self::r#kw_is_addressed(state) },
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#excludes(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#excludes,
|state| {
state
.sequence(|state| {
self::r#kw_excludes(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#set(state).or_else(|state| { self::r#value(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#bound(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#bound,
|state| {
state
.sequence(|state| {
self::r#greater_equal(state)
.or_else(|state| { self::r#less_equal(state) })
.or_else(|state| { self::r#equal(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#value(state) })
})
.or_else(|state| {
state
.sequence(|state| {
self::r#kw_in(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#set(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#duty(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#duty,
|state| {
state
.sequence(|state| {
self::r#kw_duty(state)
.or_else(|state| { self::r#kw_forbid(state) })
.or_else(|state| { self::r#kw_right(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#reference(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#label(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#label(state) })
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#open(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#end_mark(state)
.or_else(|state| { self::r#duty_part(state) })
.or_else(|state| { self::r#bad_duty_part(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#end_mark(state)
.or_else(|state| { self::r#duty_part(state) })
.or_else(|state| { self::r#bad_duty_part(state) })
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#close(state)
.or_else(|state| { self::r#missing_close(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#duty_part(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#duty_part,
|state| {
self::r#duty_when(state)
.or_else(|state| { self::r#duty_must(state) })
.or_else(|state| { self::r#duty_act(state) })
.or_else(|state| { self::r#duty_before(state) })
.or_else(|state| { self::r#duty_breach(state) })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#duty_when(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#duty_when,
|state| {
state
.sequence(|state| {
self::r#kw_when(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#condition(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#duty_must(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#duty_must,
|state| {
state
.sequence(|state| {
self::r#kw_must(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#expression(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#duty_act(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#duty_act,
|state| {
state
.sequence(|state| {
self::r#kw_act(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#expression(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#duty_before(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#duty_before,
|state| {
state
.sequence(|state| {
self::r#kw_before(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#names(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#duty_breach(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#duty_breach,
|state| {
state
.sequence(|state| {
self::r#kw_on_breach(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#consequences(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#names(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.sequence(|state| {
self::r#name(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
})
})
})
})
})
})
})
})
})
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#procedure(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#procedure,
|state| {
state
.sequence(|state| {
self::r#kw_procedure(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#label(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#label(state) })
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#open(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#end_mark(state)
.or_else(|state| { self::r#procedure_line(state) })
.or_else(|state| { self::r#bad_procedure_line(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#end_mark(state)
.or_else(|state| { self::r#procedure_line(state) })
.or_else(|state| { self::r#bad_procedure_line(state) })
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#close(state)
.or_else(|state| { self::r#missing_close(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#procedure_line(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#step(state).or_else(|state| { self::r#escalation(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#step(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#step,
|state| {
state
.sequence(|state| {
state
.optional(|state| { self::r#kw_may(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_step(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#label(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#label(state) })
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#step_part(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#step_part(state) })
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#step_part(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#step_part,
|state| {
self::r#step_by(state)
.or_else(|state| { self::r#step_after(state) })
.or_else(|state| { self::r#step_checks(state) })
.or_else(|state| { self::r#step_within(state) })
.or_else(|state| { self::r#step_quorum(state) })
.or_else(|state| { self::r#step_consent(state) })
.or_else(|state| { self::r#step_when(state) })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#step_by(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#step_by,
|state| {
state
.sequence(|state| {
state
.optional(|state| { self::r#kw_jointly(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_by(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#bodies(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#step_after(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#step_after,
|state| {
state
.sequence(|state| {
self::r#kw_usually_after(state)
.or_else(|state| { self::r#kw_after(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#names(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#step_checks(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#step_checks,
|state| {
state
.sequence(|state| {
self::r#kw_checks(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#check_list(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#check_list(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#check_list,
|state| {
state
.sequence(|state| {
self::r#set_open(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#member(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#member(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#member(state) })
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#comma(state) })
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#set_close(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#step_within(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#step_within,
|state| {
state
.sequence(|state| {
self::r#kw_within(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#value(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#kw_of(state)
.or_else(|state| { self::r#kw_after(state) })
.or_else(|state| { self::r#kw_from(state) })
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#reference(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#step_quorum(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#step_quorum,
|state| {
state
.sequence(|state| {
self::r#kw_quorum(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#headcount(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#step_consent(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#step_consent,
|state| {
state
.sequence(|state| {
self::r#kw_consent(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#names(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#step_when(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#step_when,
|state| {
state
.sequence(|state| {
self::r#kw_when(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#expression(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#escalation(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#escalation,
|state| {
state
.sequence(|state| {
self::r#kw_escalate(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#kw_to(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_after(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#value(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#effect(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#effect,
|state| {
state
.sequence(|state| {
self::r#kw_effect(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#outcome_ref(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#outcome_test(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#effect_item(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#effect_item(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#effect_item(state) })
})
})
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#outcome_test(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#outcome_test,
|state| {
state
.sequence(|state| {
self::r#kw_not_in(state)
.or_else(|state| { self::r#kw_in(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#permitted(state) })
})
.or_else(|state| {
state
.sequence(|state| {
self::r#comparison(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#value(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#comparison(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#greater_equal(state)
.or_else(|state| { self::r#less_equal(state) })
.or_else(|state| { self::r#not_equal(state) })
.or_else(|state| { self::r#equal(state) })
.or_else(|state| { self::r#less(state) })
.or_else(|state| { self::r#greater(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#effect_item(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#effect_item,
|state| {
state
.sequence(|state| {
self::r#kw_bars(state)
.or_else(|state| { self::r#kw_brings(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#member(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#kw_for(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#value(state) })
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#effect_cap(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#effect_cap,
|state| {
state
.sequence(|state| {
self::r#kw_effect_cap(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#value(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#contents(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#contents,
|state| {
state
.sequence(|state| {
self::r#kw_contents(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#outcome_ref(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#equal(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#value(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#open(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#content_part(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#content_part(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#content_part(state) })
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#comma(state) })
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#close(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#content_part(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#content_part,
|state| {
state
.sequence(|state| {
self::r#member(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#kw_if(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#expression(state) })
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#hierarchy(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#hierarchy,
|state| {
state
.sequence(|state| {
self::r#kw_hierarchy(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
self::r#less(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#less(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#less(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
})
})
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#expression(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#expression,
|state| {
state
.sequence(|state| {
self::r#operand(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#infix(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#operand(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#infix(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#operand(state) })
})
})
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#operand(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.sequence(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#kw_not(state)
.or_else(|state| { self::r#minus(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#kw_not(state)
.or_else(|state| { self::r#minus(state) })
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#primary(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#membership(state)
.or_else(|state| { self::r#timing(state) })
.or_else(|state| { self::r#kw_is_breached(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
self::r#membership(state)
.or_else(|state| { self::r#timing(state) })
.or_else(|state| { self::r#kw_is_breached(state) })
})
})
})
})
})
})
})
})
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#infix(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#kw_and(state)
.or_else(|state| { self::r#kw_or(state) })
.or_else(|state| { self::r#kw_implies(state) })
.or_else(|state| { self::r#kw_where(state) })
.or_else(|state| { self::r#foreign_operator(state) })
.or_else(|state| { self::r#comparison(state) })
.or_else(|state| { self::r#plus(state) })
.or_else(|state| { self::r#minus(state) })
.or_else(|state| { self::r#times(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#membership(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#membership,
|state| {
state
.sequence(|state| {
self::r#kw_not_in(state)
.or_else(|state| { self::r#kw_in(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#permitted(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#timing(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#timing,
|state| {
state
.sequence(|state| {
self::r#kw_within(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#timing_end(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#kw_before(state)
.or_else(|state| { self::r#kw_after(state) })
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#timing_end(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#timing_end(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#timing_end,
|state| {
self::r#parenthesised(state)
.or_else(|state| { self::r#literal(state) })
.or_else(|state| { self::r#reference(state) })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#primary(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#fold(state)
.or_else(|state| { self::r#parenthesised(state) })
.or_else(|state| { self::r#literal(state) })
.or_else(|state| { self::r#reference(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#fold(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#fold,
|state| {
state
.sequence(|state| {
self::r#kw_count(state)
.or_else(|state| { self::r#kw_exists(state) })
.or_else(|state| { self::r#kw_every(state) })
.or_else(|state| { self::r#kw_longest_run(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.lookahead(false, |state| { self::r#fold_stop(state) })
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#reference(state) })
})
.or_else(|state| {
state
.sequence(|state| {
self::r#kw_sum(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.lookahead(
false,
|state| {
self::r#minus(state)
.or_else(|state| { self::r#fold_stop(state) })
},
)
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#amount(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_over(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#reference(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#fold_stop(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#kw_of(state)
.or_else(|state| { self::r#kw_within(state) })
.or_else(|state| { self::r#kw_where(state) })
.or_else(|state| { self::r#kw_is_breached(state) })
.or_else(|state| {
state
.sequence(|state| {
self::r#kw_missing(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#string(state) })
})
})
.or_else(|state| {
state
.sequence(|state| {
self::r#kw_allow(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#string(state) })
})
})
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#parenthesised(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#parenthesised,
|state| {
state
.sequence(|state| {
self::r#open_paren(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#expression(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#close_paren(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#foreign_operator(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#foreign_operator,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.match_string("==")
.or_else(|state| { state.match_string("&&") })
.or_else(|state| { state.match_string("||") })
.or_else(|state| { state.match_string("!==") })
.or_else(|state| { state.match_string("=>") })
.or_else(|state| { state.match_string("=<") })
.or_else(|state| { state.match_string("<>") })
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#test_decl(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#test_decl,
|state| {
state
.sequence(|state| {
self::r#kw_test(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#string(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#open(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#test_entry(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#test_entry(state) })
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#close(state)
.or_else(|state| { self::r#missing_close(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#test_entry(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#end_mark(state)
.or_else(|state| { self::r#strict_entry(state) })
.or_else(|state| { self::r#bad_entry(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#strict_entry(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#given(state)
.or_else(|state| { self::r#expect(state) })
.or_else(|state| { self::r#as_of(state) })
.or_else(|state| { self::r#chosen(state) })
.or_else(|state| { self::r#days(state) })
.or_else(|state| { self::r#log_line(state) })
.or_else(|state| { self::r#past(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#given(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#given,
|state| {
state
.sequence(|state| {
self::r#kw_given(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#assignment(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#assignment(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#assignment(state) })
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#comma(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#assignment(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#assignment,
|state| {
state
.sequence(|state| {
self::r#reference(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#equal(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#list(state)
.or_else(|state| { self::r#value(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#as_of(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#as_of,
|state| {
state
.sequence(|state| {
self::r#kw_as_of(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#date(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#chosen(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#chosen,
|state| {
state
.sequence(|state| {
self::r#kw_chosen(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#outcome_ref(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#equal(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#kw_none(state)
.or_else(|state| { self::r#value(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#days(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#days,
|state| {
state
.sequence(|state| {
self::r#kw_holidays(state)
.or_else(|state| { self::r#kw_workdays(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#day_range(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#day_range(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#day_range(state) })
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#comma(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#day_range(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#day_range,
|state| {
state
.sequence(|state| {
self::r#date(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#range_mark(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#date(state) })
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#log_line(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#log_line,
|state| {
state
.sequence(|state| {
self::r#kw_log(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#log_right(state)
.or_else(|state| {
state
.sequence(|state| {
self::r#name(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_on(state) })
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#date(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#log_part(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#log_part(state) })
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#log_right(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#log_right,
|state| {
state
.sequence(|state| {
self::r#kw_right(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_on(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#log_part(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#log_part,
|state| {
self::r#log_by(state)
.or_else(|state| { self::r#log_present(state) })
.or_else(|state| { self::r#log_checks(state) })
.or_else(|state| { self::r#log_consent(state) })
.or_else(|state| { self::r#log_reason(state) })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#log_by(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#log_by,
|state| {
state
.sequence(|state| {
self::r#kw_by(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#bodies(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#log_present(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#log_present,
|state| {
state
.sequence(|state| {
self::r#kw_present(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#headcount(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#log_checks(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#log_checks,
|state| {
state
.sequence(|state| {
self::r#kw_checks(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#bodies(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#log_consent(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#log_consent,
|state| {
state
.sequence(|state| {
self::r#kw_consent(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#names(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#log_reason(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#log_reason,
|state| {
state
.sequence(|state| {
self::r#kw_reason(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#string(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#past(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#past,
|state| {
state
.sequence(|state| {
self::r#kw_past(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#outcome_ref(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#equal(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#value(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_on(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#date(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#expect(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#expect,
|state| {
state
.sequence(|state| {
self::r#kw_expect(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#expectation(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#expectation(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#expectation,
|state| {
self::r#expect_duty(state)
.or_else(|state| { self::r#expect_step(state) })
.or_else(|state| { self::r#expect_effect(state) })
.or_else(|state| { self::r#expect_cites(state) })
.or_else(|state| { self::r#expect_asks(state) })
.or_else(|state| { self::r#expect_adjusted(state) })
.or_else(|state| { self::r#expect_exempted(state) })
.or_else(|state| { self::r#expect_power(state) })
.or_else(|state| { self::r#expect_outcome(state) })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#expect_cites(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#expect_cites,
|state| {
state
.sequence(|state| {
self::r#kw_cites(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#citations(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#expect_asks(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#expect_asks,
|state| {
state
.sequence(|state| {
self::r#kw_asks(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#reference(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#reference(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#reference(state) })
})
})
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#expect_adjusted(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#expect_adjusted,
|state| {
state
.sequence(|state| {
self::r#kw_adjusted(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_by(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#citations(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#expect_exempted(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#expect_exempted,
|state| {
state
.sequence(|state| {
self::r#kw_exempted(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_by(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#citations(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#expect_power(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#expect_power,
|state| {
state
.sequence(|state| {
self::r#kw_decided(state)
.or_else(|state| { self::r#kw_approved(state) })
.or_else(|state| { self::r#kw_enforced(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_by(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#bodies(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#expect_outcome(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#expect_outcome,
|state| {
state
.sequence(|state| {
self::r#outcome_ref(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#expect_status(state)
.or_else(|state| { self::r#expect_power(state) })
.or_else(|state| { self::r#expect_set(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#expect_status(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#expect_status,
|state| {
self::r#kw_exempt(state)
.or_else(|state| { self::r#kw_not_addressed(state) })
.or_else(|state| { self::r#kw_undetermined(state) })
.or_else(|state| { self::r#kw_conflict(state) })
.or_else(|state| { self::r#kw_out_of_scope(state) })
.or_else(|state| { self::r#kw_weighed(state) })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#expect_set(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#expect_set,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
self::r#equal(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#kw_none(state)
.or_else(|state| { self::r#amount(state) })
})
})
.or_else(|state| {
state
.sequence(|state| {
self::r#kw_in(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#permitted(state) })
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#or_none(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#or_none(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#or_none,
|state| {
state
.sequence(|state| {
self::r#kw_or(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#kw_none(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#expect_duty(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#expect_duty,
|state| {
state
.sequence(|state| {
self::r#kw_duty(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.lookahead(false, |state| { self::r#kw_of(state) })
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#duty_status(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#duty_status(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#duty_status,
|state| {
self::r#kw_fulfilled(state)
.or_else(|state| { self::r#kw_breached(state) })
.or_else(|state| {
state
.sequence(|state| {
self::r#kw_pending(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#kw_until(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#date(state) })
})
})
})
})
})
.or_else(|state| { self::r#kw_not_applicable(state) })
.or_else(|state| { self::r#kw_undetermined(state) })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#expect_step(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#expect_step,
|state| {
state
.sequence(|state| {
self::r#kw_step(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.lookahead(false, |state| { self::r#kw_of(state) })
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#step_status(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#step_status(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#step_status,
|state| {
self::r#kw_done(state)
.or_else(|state| {
state
.sequence(|state| {
self::r#kw_late(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
state
.optional(|state| { self::r#kw_by(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#quantity(state) })
})
})
})
})
})
.or_else(|state| { self::r#kw_out_of_order(state) })
.or_else(|state| { self::r#kw_missing(state) })
.or_else(|state| {
state
.sequence(|state| {
self::r#kw_due(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#date(state) })
})
})
})
.or_else(|state| { self::r#kw_waiting(state) })
.or_else(|state| { self::r#kw_wrong_actor(state) })
.or_else(|state| { self::r#kw_quorum_not_met(state) })
.or_else(|state| { self::r#kw_checks_missing(state) })
.or_else(|state| { self::r#kw_consent_missing(state) })
.or_else(|state| {
state
.sequence(|state| {
self::r#kw_passed_to(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
})
})
.or_else(|state| { self::r#kw_not_applicable(state) })
.or_else(|state| { self::r#kw_undetermined(state) })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#expect_effect(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#expect_effect,
|state| {
state
.sequence(|state| {
state
.optional(|state| { self::r#kw_not(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#kw_bars(state)
.or_else(|state| { self::r#kw_brings(state) })
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.lookahead(
false,
|state| {
self::r#expect_status(state)
.or_else(|state| { self::r#kw_of(state) })
},
)
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#kw_until(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#date(state) })
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#reference(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#reference,
|state| {
state
.sequence(|state| {
self::r#name(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#kw_of(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#name(state) })
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#value(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#value,
|state| {
state
.sequence(|state| {
state
.optional(|state| { self::r#minus(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#literal(state)
.or_else(|state| { self::r#name(state) })
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#amount(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#amount,
|state| {
state
.sequence(|state| {
self::r#amount_operand(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#amount_infix(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#amount_operand(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#amount_infix(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#amount_operand(state) })
})
})
})
})
})
})
})
})
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#amount_operand(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.sequence(|state| {
state
.sequence(|state| {
state
.optional(|state| {
self::r#minus(state)
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| { self::r#minus(state) })
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
self::r#parenthesised(state)
.or_else(|state| { self::r#literal(state) })
.or_else(|state| { self::r#reference(state) })
})
})
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#amount_infix(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#plus(state)
.or_else(|state| { self::r#minus(state) })
.or_else(|state| { self::r#times(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#list(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#list,
|state| {
state
.sequence(|state| {
self::r#list_open(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#record_value(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#record_value(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#record_value(state) })
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#comma(state) })
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#list_close(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#record_value(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#record_value,
|state| {
state
.sequence(|state| {
self::r#open(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#record_field(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#record_field(state) })
})
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.sequence(|state| {
self::r#comma(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#record_field(state) })
})
})
})
})
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state.optional(|state| { self::r#comma(state) })
})
})
})
})
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#close(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#record_field(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#record_field,
|state| {
state
.sequence(|state| {
self::r#name(state)
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#equal(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| { self::r#value(state) })
})
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#literal(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#date(state)
.or_else(|state| { self::r#quantity(state) })
.or_else(|state| { self::r#kw_true(state) })
.or_else(|state| { self::r#kw_false(state) })
.or_else(|state| { self::r#kw_never(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#date(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#date,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
self::r#ASCII_DIGIT(state)
.and_then(|state| { self::r#ASCII_DIGIT(state) })
.and_then(|state| { self::r#ASCII_DIGIT(state) })
.and_then(|state| { self::r#ASCII_DIGIT(state) })
})
.and_then(|state| { state.match_string("-") })
.and_then(|state| {
state
.sequence(|state| {
self::r#ASCII_DIGIT(state)
.and_then(|state| { self::r#ASCII_DIGIT(state) })
})
})
.and_then(|state| { state.match_string("-") })
.and_then(|state| {
state
.sequence(|state| {
self::r#ASCII_DIGIT(state)
.and_then(|state| { self::r#ASCII_DIGIT(state) })
})
})
.and_then(|state| {
state
.lookahead(false, |state| { self::r#XID_CONTINUE(state) })
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#quantity(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.atomic(
::pest::Atomicity::CompoundAtomic,
|state| {
state
.rule(
Rule::r#quantity,
|state| {
state
.sequence(|state| {
self::r#number(state)
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
state
.repeat(|state| { self::r#blank(state) })
.and_then(|state| {
self::r#currency(state)
.or_else(|state| { self::r#unit(state) })
})
})
})
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#currency(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#currency,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_range('A'..'Z')
.and_then(|state| { state.match_range('A'..'Z') })
.and_then(|state| { state.match_range('A'..'Z') })
})
.and_then(|state| {
state
.lookahead(false, |state| { self::r#XID_CONTINUE(state) })
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#unit(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#unit_working_days(state)
.or_else(|state| { self::r#unit_days(state) })
.or_else(|state| { self::r#unit_months(state) })
.or_else(|state| { self::r#unit_years(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#unit_working_days(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#unit_working_days,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("working")
.and_then(|state| {
state
.sequence(|state| {
self::r#blank(state)
.and_then(|state| {
state.repeat(|state| { self::r#blank(state) })
})
})
})
.and_then(|state| {
state
.match_string("days")
.or_else(|state| { state.match_string("day") })
})
})
.or_else(|state| {
state
.sequence(|state| {
state
.optional(|state| { state.match_string("个") })
.and_then(|state| { state.match_string("工作日") })
})
})
.and_then(|state| {
state
.lookahead(false, |state| { self::r#XID_CONTINUE(state) })
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#unit_days(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#unit_days,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("days")
.or_else(|state| { state.match_string("day") })
.or_else(|state| { state.match_string("天") })
.or_else(|state| { state.match_string("日") })
.and_then(|state| {
state
.lookahead(false, |state| { self::r#XID_CONTINUE(state) })
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#unit_months(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#unit_months,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("months")
.or_else(|state| { state.match_string("month") })
.or_else(|state| { state.match_string("个月") })
.and_then(|state| {
state
.lookahead(false, |state| { self::r#XID_CONTINUE(state) })
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#unit_years(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#unit_years,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("years")
.or_else(|state| { state.match_string("year") })
.or_else(|state| { state.match_string("年") })
.and_then(|state| {
state
.lookahead(false, |state| { self::r#XID_CONTINUE(state) })
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#number(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#number,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
self::r#ASCII_DIGIT(state)
.and_then(|state| {
state.repeat(|state| { self::r#ASCII_DIGIT(state) })
})
})
.and_then(|state| {
state
.optional(|state| {
state
.sequence(|state| {
state
.match_string(".")
.and_then(|state| { self::r#ASCII_DIGIT(state) })
.and_then(|state| {
state.repeat(|state| { self::r#ASCII_DIGIT(state) })
})
})
})
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#headcount(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#headcount,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
self::r#ASCII_DIGIT(state)
.and_then(|state| {
state.repeat(|state| { self::r#ASCII_DIGIT(state) })
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#blank(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
state
.match_string(" ")
.or_else(|state| { state.match_string("\t") })
.or_else(|state| { state.match_string("\u{3000}") })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#string(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.atomic(
::pest::Atomicity::CompoundAtomic,
|state| {
state
.rule(
Rule::r#string,
|state| {
state
.sequence(|state| {
state
.match_string("\"")
.and_then(|state| { self::r#straight_text(state) })
.and_then(|state| {
state
.match_string("\"")
.or_else(|state| {
state.lookahead(true, |state| { self::r#NEWLINE(state) })
})
.or_else(|state| {
state.lookahead(true, |state| { self::r#EOI(state) })
})
})
})
.or_else(|state| {
state
.sequence(|state| {
state
.match_string("“")
.and_then(|state| { self::r#curly_text(state) })
.and_then(|state| {
state
.match_string("”")
.or_else(|state| {
state.lookahead(true, |state| { self::r#NEWLINE(state) })
})
.or_else(|state| {
state.lookahead(true, |state| { self::r#EOI(state) })
})
})
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#quote(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
state
.match_string("\"")
.or_else(|state| { state.match_string("“") })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#straight_text(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#straight_text,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.repeat(|state| {
state
.sequence(|state| {
state
.match_string("\\")
.and_then(|state| {
state.lookahead(false, |state| { self::r#NEWLINE(state) })
})
.and_then(|state| { self::r#ANY(state) })
})
.or_else(|state| {
state
.sequence(|state| {
state
.lookahead(
false,
|state| {
state
.match_string("\"")
.or_else(|state| { self::r#NEWLINE(state) })
},
)
.and_then(|state| { self::r#ANY(state) })
})
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#curly_text(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#curly_text,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.repeat(|state| {
state
.sequence(|state| {
state
.match_string("\\")
.and_then(|state| {
state.lookahead(false, |state| { self::r#NEWLINE(state) })
})
.and_then(|state| { self::r#ANY(state) })
})
.or_else(|state| {
state
.sequence(|state| {
state
.lookahead(
false,
|state| {
state
.match_string("”")
.or_else(|state| { self::r#NEWLINE(state) })
},
)
.and_then(|state| { self::r#ANY(state) })
})
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#name(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#name,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.lookahead(false, |state| { self::r#reserved(state) })
.and_then(|state| {
self::r#XID_START(state)
.or_else(|state| { state.match_string("_") })
})
.and_then(|state| {
state.repeat(|state| { self::r#XID_CONTINUE(state) })
})
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#han_numeral(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
state
.match_string("〇")
.or_else(|state| { state.match_string("零") })
.or_else(|state| { state.match_string("一") })
.or_else(|state| { state.match_string("二") })
.or_else(|state| { state.match_string("两") })
.or_else(|state| { state.match_string("三") })
.or_else(|state| { state.match_string("四") })
.or_else(|state| { state.match_string("五") })
.or_else(|state| { state.match_string("六") })
.or_else(|state| { state.match_string("七") })
.or_else(|state| { state.match_string("八") })
.or_else(|state| { state.match_string("九") })
.or_else(|state| { state.match_string("十") })
.or_else(|state| { state.match_string("百") })
.or_else(|state| { state.match_string("千") })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#open(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#open,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("{")
.and_then(|state| {
state.lookahead(false, |state| { state.match_string("-") })
})
})
.or_else(|state| { state.match_string("｛") })
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#close(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#close,
|state| {
state
.match_string("}")
.or_else(|state| { state.match_string("｝") })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#open_paren(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
state
.match_string("(")
.or_else(|state| { state.match_string("（") })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#close_paren(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#close_paren,
|state| {
state
.match_string(")")
.or_else(|state| { state.match_string("）") })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#list_open(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
state
.match_string("[")
.or_else(|state| { state.match_string("［") })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#list_close(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#list_close,
|state| {
state
.match_string("]")
.or_else(|state| { state.match_string("］") })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#set_open(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
state
.match_string("<")
.or_else(|state| { state.match_string("《") })
.or_else(|state| { state.match_string("〈") })
.or_else(|state| { state.match_string("＜") })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#set_close(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#set_close,
|state| {
state
.match_string(">")
.or_else(|state| { state.match_string("》") })
.or_else(|state| { state.match_string("〉") })
.or_else(|state| { state.match_string("＞") })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#comma(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#comma,
|state| {
state
.match_string(",")
.or_else(|state| { state.match_string("，") })
.or_else(|state| { state.match_string("、") })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#colon(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#colon,
|state| {
state
.match_string(":")
.or_else(|state| { state.match_string("：") })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#equal(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#equal,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("=")
.and_then(|state| {
state
.lookahead(
false,
|state| {
state
.match_string("=")
.or_else(|state| { state.match_string(">") })
.or_else(|state| { state.match_string("<") })
},
)
})
})
.or_else(|state| { state.match_string("＝") })
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#greater_equal(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#greater_equal,
|state| {
state
.match_string(">=")
.or_else(|state| { state.match_string("≥") })
.or_else(|state| { state.match_string("＞＝") })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#less_equal(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#less_equal,
|state| {
state
.match_string("<=")
.or_else(|state| { state.match_string("≤") })
.or_else(|state| { state.match_string("＜＝") })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#not_equal(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#not_equal,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("!=")
.and_then(|state| {
state.lookahead(false, |state| { state.match_string("=") })
})
})
.or_else(|state| { state.match_string("≠") })
.or_else(|state| { state.match_string("！＝") })
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#less(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#less,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("<")
.and_then(|state| {
state.lookahead(false, |state| { state.match_string(">") })
})
})
.or_else(|state| { state.match_string("＜") })
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#greater(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#greater,
|state| {
state
.match_string(">")
.or_else(|state| { state.match_string("＞") })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#plus(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#plus,
|state| {
state
.match_string("+")
.or_else(|state| { state.match_string("＋") })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#minus(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#minus,
|state| {
state
.match_string("-")
.or_else(|state| { state.match_string("－") })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#times(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#times,
|state| {
state
.match_string("*")
.or_else(|state| { state.match_string("×") })
.or_else(|state| { state.match_string("＊") })
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#range_mark(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state.rule(Rule::r#range_mark, |state| { state.match_string("..") })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#end(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state.lookahead(false, |state| { self::r#XID_CONTINUE(state) })
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#gap(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.sequence(|state| {
state
.match_string(" ")
.or_else(|state| { state.match_string("\t") })
.or_else(|state| { state.match_string("\u{3000}") })
.or_else(|state| { self::r#NEWLINE(state) })
.and_then(|state| { super::hidden::skip(state) })
.and_then(|state| {
state
.sequence(|state| {
state
.optional(|state| {
state
.match_string(" ")
.or_else(|state| { state.match_string("\t") })
.or_else(|state| { state.match_string("\u{3000}") })
.or_else(|state| { self::r#NEWLINE(state) })
.and_then(|state| {
state
.repeat(|state| {
state
.sequence(|state| {
super::hidden::skip(state)
.and_then(|state| {
state
.match_string(" ")
.or_else(|state| { state.match_string("\t") })
.or_else(|state| { state.match_string("\u{3000}") })
.or_else(|state| { self::r#NEWLINE(state) })
})
})
})
})
})
})
})
})
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_policy(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_policy,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("policy")
.or_else(|state| { state.match_string("制度") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_outline(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_outline,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("outline")
.or_else(|state| { state.match_string("纲目") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_scale(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_scale,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("scale")
.or_else(|state| { state.match_string("等级") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_enum(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_enum,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("enum")
.or_else(|state| { state.match_string("枚举") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_body(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_body,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("body")
.or_else(|state| { state.match_string("机构") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_role(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_role,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("role")
.or_else(|state| { state.match_string("角色") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_fact(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_fact,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("fact")
.or_else(|state| { state.match_string("事实") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_judgement(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_judgement,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("judgement")
.or_else(|state| { state.match_string("研判") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_define(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_define,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("define")
.or_else(|state| { state.match_string("定义") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_assume(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_assume,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("assume")
.or_else(|state| { state.match_string("假定") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_outcome(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_outcome,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("outcome")
.or_else(|state| { state.match_string("结果") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_article(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_article,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("article")
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_test(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_test,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("test")
.or_else(|state| { state.match_string("测试") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_given(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_given,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("given")
.or_else(|state| { state.match_string("给定") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_expect(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_expect,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("expect")
.or_else(|state| { state.match_string("应为") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_if(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_if,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("if")
.or_else(|state| { state.match_string("若") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_then(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_then,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("then")
.or_else(|state| { state.match_string("则") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_and(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_and,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("and")
.or_else(|state| { state.match_string("且") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_or(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_or,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("or")
.or_else(|state| { state.match_string("或") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_not(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_not,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("not")
.or_else(|state| { state.match_string("非") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_implies(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_implies,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("implies")
.or_else(|state| { state.match_string("蕴含") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_true(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_true,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("true")
.or_else(|state| { state.match_string("是") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_false(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_false,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("false")
.or_else(|state| { state.match_string("否") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_none(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_none,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("none")
.or_else(|state| { state.match_string("无") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_may(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_may,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("may")
.or_else(|state| { state.match_string("可") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_otherwise(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_otherwise,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("otherwise")
.or_else(|state| { state.match_string("否则") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_overriding(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_overriding,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("overriding")
.or_else(|state| { state.match_string("覆盖") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_exempt(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_exempt,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("exempt")
.or_else(|state| { state.match_string("免除") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_adjust(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_adjust,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("adjust")
.or_else(|state| { state.match_string("调整") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_applies(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_applies,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("applies")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("when") })
})
.or_else(|state| { state.match_string("适用于") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_authority(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_authority,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("authority")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("for") })
})
.or_else(|state| { state.match_string("权限") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_ensure(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_ensure,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("ensure")
.or_else(|state| { state.match_string("确保") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_in_force(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_in_force,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("in")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("force") })
})
.or_else(|state| { state.match_string("施行") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_from(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_from,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("from")
.or_else(|state| { state.match_string("自") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_until(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_until,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("until")
.or_else(|state| { state.match_string("至") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_articles(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_articles,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("articles")
.or_else(|state| { state.match_string("各条") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_items(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_items,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("items")
.or_else(|state| { state.match_string("各项") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_bool(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_bool,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("bool")
.or_else(|state| { state.match_string("是否") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_int(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_int,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("int")
.or_else(|state| { state.match_string("整数") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_decimal(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_decimal,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("decimal")
.or_else(|state| { state.match_string("小数") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_money(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_money,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("money")
.or_else(|state| { state.match_string("金额") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_date(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_date,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("date")
.or_else(|state| { state.match_string("日期") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_duration(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_duration,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("duration")
.or_else(|state| { state.match_string("期间") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_default(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_default,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("default")
.or_else(|state| { state.match_string("默认") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_by(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_by,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("by")
.or_else(|state| { state.match_string("以") })
.or_else(|state| { state.match_string("由") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_criterion(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_criterion,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("criterion")
.or_else(|state| { state.match_string("标准") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_combine_heaviest(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_combine_heaviest,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("combine")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("heaviest") })
})
.or_else(|state| { state.match_string("取重") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_combine_union(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_combine_union,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("combine")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("union") })
})
.or_else(|state| { state.match_string("取并") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_combine_intersect(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_combine_intersect,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("combine")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("intersect") })
})
.or_else(|state| { state.match_string("取交") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_combine_unique(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_combine_unique,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("combine")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("unique") })
})
.or_else(|state| { state.match_string("取同") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_combine_accumulate(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_combine_accumulate,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("combine")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("accumulate") })
})
.or_else(|state| { state.match_string("并处") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_combine_sum(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_combine_sum,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("combine")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("sum") })
})
.or_else(|state| { state.match_string("相加") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_not_modelled(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_not_modelled,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("not")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("modelled") })
})
.or_else(|state| { state.match_string("不编入") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_missing(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_missing,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("missing")
.or_else(|state| { state.match_string("缺漏") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_any(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_any,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("any")
.or_else(|state| { state.match_string("任一") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_in(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_in,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("in")
.and_then(|state| { self::r#end(state) })
})
.or_else(|state| { state.match_string("∈") })
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_not_in(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_not_in,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("not")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("in") })
.and_then(|state| { self::r#end(state) })
})
.or_else(|state| { state.match_string("∉") })
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_lighten(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_lighten,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("lighten")
.or_else(|state| { state.match_string("从轻") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_reduce(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_reduce,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("reduce")
.or_else(|state| { state.match_string("减轻") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_waive(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_waive,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("waive")
.or_else(|state| { state.match_string("免予") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_aggravate(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_aggravate,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("aggravate")
.or_else(|state| { state.match_string("从重") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_exceed(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_exceed,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("exceed")
.or_else(|state| { state.match_string("加重") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_decided(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_decided,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("decided")
.or_else(|state| { state.match_string("决定") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_jointly(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_jointly,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("jointly")
.or_else(|state| { state.match_string("共同") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_approved(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_approved,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("approved")
.or_else(|state| { state.match_string("批准") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_enforced(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_enforced,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("enforced")
.or_else(|state| { state.match_string("执行") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_rises_with(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_rises_with,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("rises")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("with") })
})
.or_else(|state| { state.match_string("随升") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_ignores(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_ignores,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("ignores")
.or_else(|state| { state.match_string("不计") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_is_addressed(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_is_addressed,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("is")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("addressed") })
})
.or_else(|state| { state.match_string("有规定") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_excludes(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_excludes,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("excludes")
.or_else(|state| { state.match_string("不含") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_when(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_when,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("when")
.or_else(|state| { state.match_string("当") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_cites(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_cites,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("cites")
.or_else(|state| { state.match_string("引用") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_asks(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_asks,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("asks")
.or_else(|state| { state.match_string("追问") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_adjusted(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_adjusted,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("adjusted")
.or_else(|state| { state.match_string("被调整") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_exempted(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_exempted,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("exempted")
.or_else(|state| { state.match_string("被免除") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_not_addressed(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_not_addressed,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("not")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("addressed") })
})
.or_else(|state| { state.match_string("未规定") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_undetermined(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_undetermined,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("undetermined")
.or_else(|state| { state.match_string("未定") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_conflict(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_conflict,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("conflict")
.or_else(|state| { state.match_string("冲突") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_out_of_scope(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_out_of_scope,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("out")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("of") })
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("scope") })
})
.or_else(|state| { state.match_string("不适用") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_weighed(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_weighed,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("weighed")
.or_else(|state| { state.match_string("须权衡") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_use(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_use,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("use")
.or_else(|state| { state.match_string("引用文件") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_record(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_record,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("record")
.or_else(|state| { state.match_string("记录") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_param(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_param,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("param")
.or_else(|state| { state.match_string("参数") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_reading(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_reading,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("reading")
.or_else(|state| { state.match_string("解读") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_dated_by(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_dated_by,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("dated")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("by") })
})
.or_else(|state| { state.match_string("时间依据") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_of(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_of,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("of")
.or_else(|state| { state.match_string("的") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_list_of(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_list_of,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("list")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("of") })
})
.or_else(|state| { state.match_string("列表") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_prefer(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_prefer,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("prefer")
.or_else(|state| { state.match_string("采用") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_never(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_never,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("never")
.or_else(|state| { state.match_string("从未") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_count(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_count,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("count")
.or_else(|state| { state.match_string("计数") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_exists(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_exists,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("exists")
.or_else(|state| { state.match_string("存在") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_every(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_every,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("every")
.or_else(|state| { state.match_string("每个") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_longest_run(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_longest_run,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("longest")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("run") })
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("of") })
})
.or_else(|state| { state.match_string("最长连续") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_sum(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_sum,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("sum")
.or_else(|state| { state.match_string("合计") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_over(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_over,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("over")
.or_else(|state| { state.match_string("取自") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_where(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_where,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("where")
.or_else(|state| { state.match_string("其中") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_within(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_within,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("within")
.or_else(|state| { state.match_string("不超过") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_before(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_before,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("before")
.or_else(|state| { state.match_string("早于") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_after(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_after,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("after")
.or_else(|state| { state.match_string("晚于") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_is_breached(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_is_breached,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("is")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("breached") })
})
.or_else(|state| { state.match_string("被违反") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_duty(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_duty,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("duty")
.or_else(|state| { state.match_string("职责") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_forbid(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_forbid,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("forbid")
.or_else(|state| { state.match_string("禁止") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_right(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_right,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("right")
.or_else(|state| { state.match_string("权利") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_must(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_must,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("must")
.or_else(|state| { state.match_string("应") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_act(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_act,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("act")
.or_else(|state| { state.match_string("行为") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_on_breach(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_on_breach,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("on")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("breach") })
})
.or_else(|state| { state.match_string("违者") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_procedure(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_procedure,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("procedure")
.or_else(|state| { state.match_string("程序") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_step(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_step,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("step")
.or_else(|state| { state.match_string("步骤") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_escalate(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_escalate,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("escalate")
.or_else(|state| { state.match_string("逾期") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_to(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_to,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("to")
.or_else(|state| { state.match_string("移送") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_usually_after(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_usually_after,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("usually")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("after") })
})
.or_else(|state| { state.match_string("一般晚于") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_checks(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_checks,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("checks")
.or_else(|state| { state.match_string("核查") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_quorum(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_quorum,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("quorum")
.or_else(|state| { state.match_string("法定人数") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_consent(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_consent,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("consent")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("of") })
})
.or_else(|state| { state.match_string("征得同意") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_effect(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_effect,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("effect")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("of") })
})
.or_else(|state| { state.match_string("后果") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_bars(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_bars,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("bars")
.or_else(|state| { state.match_string("限制") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_brings(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_brings,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("brings")
.or_else(|state| { state.match_string("带来") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_for(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_for,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("for")
.or_else(|state| { state.match_string("为期") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_effect_cap(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_effect_cap,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("effects")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("of") })
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("one") })
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("kind") })
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("add") })
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("up") })
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("to") })
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("at") })
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("most") })
})
.or_else(|state| {
state.match_string("同类后果累计不超过")
})
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_contents(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_contents,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("contents")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("of") })
})
.or_else(|state| { state.match_string("内容") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_hierarchy(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_hierarchy,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("hierarchy")
.or_else(|state| { state.match_string("层级") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_as_of(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_as_of,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("as")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("of") })
})
.or_else(|state| { state.match_string("截至") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_chosen(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_chosen,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("chosen")
.or_else(|state| { state.match_string("选定") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_holidays(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_holidays,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("holidays")
.or_else(|state| { state.match_string("假日") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_workdays(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_workdays,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("workdays")
.or_else(|state| { state.match_string("补班") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_log(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_log,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("log")
.or_else(|state| { state.match_string("记载") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_on(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_on,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("on")
.or_else(|state| { state.match_string("于") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_present(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_present,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("present")
.or_else(|state| { state.match_string("出席") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_reason(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_reason,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("reason")
.or_else(|state| { state.match_string("理由") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_past(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_past,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("past")
.or_else(|state| { state.match_string("既往") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_fulfilled(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_fulfilled,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("fulfilled")
.or_else(|state| { state.match_string("已履行") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_breached(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_breached,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("breached")
.or_else(|state| { state.match_string("已违反") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_pending(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_pending,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("pending")
.or_else(|state| { state.match_string("待履行") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_not_applicable(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_not_applicable,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("not")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("applicable") })
})
.or_else(|state| { state.match_string("不涉及") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_done(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_done,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("done")
.or_else(|state| { state.match_string("已完成") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_late(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_late,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("late")
.or_else(|state| { state.match_string("超期") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_out_of_order(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_out_of_order,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("out")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("of") })
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("order") })
})
.or_else(|state| { state.match_string("次序颠倒") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_due(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_due,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("due")
.or_else(|state| { state.match_string("待办") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_waiting(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_waiting,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("waiting")
.or_else(|state| { state.match_string("等候") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_wrong_actor(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_wrong_actor,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("wrong")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("actor") })
})
.or_else(|state| { state.match_string("主体不符") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_quorum_not_met(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_quorum_not_met,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("quorum")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("not") })
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("met") })
})
.or_else(|state| { state.match_string("人数不足") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_checks_missing(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_checks_missing,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("checks")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("missing") })
})
.or_else(|state| { state.match_string("核查缺失") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_consent_missing(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_consent_missing,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("consent")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("missing") })
})
.or_else(|state| { state.match_string("未经同意") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_passed_to(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_passed_to,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.sequence(|state| {
state
.match_string("passed")
.and_then(|state| { self::r#gap(state) })
.and_then(|state| { state.match_string("to") })
})
.or_else(|state| { state.match_string("已移送") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#kw_allow(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.rule(
Rule::r#kw_allow,
|state| {
state
.atomic(
::pest::Atomicity::Atomic,
|state| {
state
.sequence(|state| {
state
.match_string("allow")
.or_else(|state| { state.match_string("容许") })
.and_then(|state| { self::r#end(state) })
})
},
)
},
)
}
#[inline]
#[allow(non_snake_case, unused_variables)]
pub fn r#reserved(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
let state = state.check_stack_limit()?;
self::r#kw_policy(state)
.or_else(|state| { self::r#kw_outline(state) })
.or_else(|state| { self::r#kw_scale(state) })
.or_else(|state| { self::r#kw_enum(state) })
.or_else(|state| { self::r#kw_body(state) })
.or_else(|state| { self::r#kw_role(state) })
.or_else(|state| { self::r#kw_fact(state) })
.or_else(|state| { self::r#kw_judgement(state) })
.or_else(|state| { self::r#kw_define(state) })
.or_else(|state| { self::r#kw_assume(state) })
.or_else(|state| { self::r#kw_outcome(state) })
.or_else(|state| { self::r#kw_article(state) })
.or_else(|state| { self::r#kw_test(state) })
.or_else(|state| { self::r#kw_given(state) })
.or_else(|state| { self::r#kw_expect(state) })
.or_else(|state| { self::r#kw_if(state) })
.or_else(|state| { self::r#kw_then(state) })
.or_else(|state| { self::r#kw_and(state) })
.or_else(|state| { self::r#kw_or(state) })
.or_else(|state| { self::r#kw_not(state) })
.or_else(|state| { self::r#kw_implies(state) })
.or_else(|state| { self::r#kw_true(state) })
.or_else(|state| { self::r#kw_false(state) })
.or_else(|state| { self::r#kw_may(state) })
.or_else(|state| { self::r#kw_otherwise(state) })
.or_else(|state| { self::r#kw_overriding(state) })
.or_else(|state| { self::r#kw_exempt(state) })
.or_else(|state| { self::r#kw_adjust(state) })
.or_else(|state| { self::r#kw_applies(state) })
.or_else(|state| { self::r#kw_authority(state) })
.or_else(|state| { self::r#kw_ensure(state) })
.or_else(|state| { self::r#kw_in(state) })
.or_else(|state| { self::r#kw_never(state) })
}
#[inline]
#[allow(dead_code, non_snake_case, unused_variables)]
pub fn ANY(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state.skip(1)
}
#[inline]
#[allow(dead_code, non_snake_case, unused_variables)]
pub fn EOI(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state.rule(Rule::EOI, |state| state.end_of_input())
}
#[inline]
#[allow(dead_code, non_snake_case, unused_variables)]
pub fn SOI(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state.start_of_input()
}
#[inline]
#[allow(dead_code, non_snake_case, unused_variables)]
pub fn ASCII_DIGIT(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state.match_range('0'..'9')
}
#[inline]
#[allow(dead_code, non_snake_case, unused_variables)]
pub fn NEWLINE(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state
.match_string("\n")
.or_else(|state| state.match_string("\r\n"))
.or_else(|state| state.match_string("\r"))
}
#[inline]
#[allow(dead_code, non_snake_case, unused_variables)]
fn XID_CONTINUE(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state.match_char_by(::pest::unicode::XID_CONTINUE)
}
#[inline]
#[allow(dead_code, non_snake_case, unused_variables)]
fn XID_START(
state: ::std::boxed::Box<::pest::ParserState<'_, Rule>>,
) -> ::pest::ParseResult<
::std::boxed::Box<::pest::ParserState<'_, Rule>>,
> {
state.match_char_by(::pest::unicode::XID_START)
}
}
pub use self::visible::*;
}
::pest::state(
input,
|state| {
match rule {
Rule::r#WHITESPACE => rules::r#WHITESPACE(state),
Rule::r#COMMENT => rules::r#COMMENT(state),
Rule::r#line_comment => rules::r#line_comment(state),
Rule::r#block_comment => rules::r#block_comment(state),
Rule::r#file => rules::r#file(state),
Rule::r#end_mark => rules::r#end_mark(state),
Rule::r#item => rules::r#item(state),
Rule::r#strict_item => rules::r#strict_item(state),
Rule::r#stray_close => rules::r#stray_close(state),
Rule::r#bad_item => rules::r#bad_item(state),
Rule::r#line_start => rules::r#line_start(state),
Rule::r#bad_piece => rules::r#bad_piece(state),
Rule::r#comment_text => rules::r#comment_text(state),
Rule::r#brace_group => rules::r#brace_group(state),
Rule::r#inner_group => rules::r#inner_group(state),
Rule::r#declaration_start => rules::r#declaration_start(state),
Rule::r#statement_start => rules::r#statement_start(state),
Rule::r#entry_start => rules::r#entry_start(state),
Rule::r#named => rules::r#named(state),
Rule::r#item_start => rules::r#item_start(state),
Rule::r#clause_start => rules::r#clause_start(state),
Rule::r#clause_stop => rules::r#clause_stop(state),
Rule::r#duty_start => rules::r#duty_start(state),
Rule::r#procedure_start => rules::r#procedure_start(state),
Rule::r#bad_clause => rules::r#bad_clause(state),
Rule::r#bad_duty_part => rules::r#bad_duty_part(state),
Rule::r#bad_procedure_line => rules::r#bad_procedure_line(state),
Rule::r#bad_entry => rules::r#bad_entry(state),
Rule::r#entry_stop => rules::r#entry_stop(state),
Rule::r#bad_entry_piece => rules::r#bad_entry_piece(state),
Rule::r#record_group => rules::r#record_group(state),
Rule::r#missing_close => rules::r#missing_close(state),
Rule::r#whole_item => rules::r#whole_item(state),
Rule::r#whole_item_head => rules::r#whole_item_head(state),
Rule::r#whole_clause => rules::r#whole_clause(state),
Rule::r#whole_duty_part => rules::r#whole_duty_part(state),
Rule::r#whole_procedure_line => rules::r#whole_procedure_line(state),
Rule::r#whole_entry => rules::r#whole_entry(state),
Rule::r#label => rules::r#label(state),
Rule::r#language => rules::r#language(state),
Rule::r#in_force => rules::r#in_force(state),
Rule::r#policy_decl => rules::r#policy_decl(state),
Rule::r#dated_by => rules::r#dated_by(state),
Rule::r#use_decl => rules::r#use_decl(state),
Rule::r#outline_decl => rules::r#outline_decl(state),
Rule::r#outline_entry => rules::r#outline_entry(state),
Rule::r#outline_items => rules::r#outline_items(state),
Rule::r#count_range => rules::r#count_range(state),
Rule::r#count => rules::r#count(state),
Rule::r#scale_decl => rules::r#scale_decl(state),
Rule::r#enum_decl => rules::r#enum_decl(state),
Rule::r#member => rules::r#member(state),
Rule::r#body_decl => rules::r#body_decl(state),
Rule::r#role_decl => rules::r#role_decl(state),
Rule::r#record_decl => rules::r#record_decl(state),
Rule::r#field => rules::r#field(state),
Rule::r#fact_decl => rules::r#fact_decl(state),
Rule::r#default_value => rules::r#default_value(state),
Rule::r#judgement_decl => rules::r#judgement_decl(state),
Rule::r#judged_by => rules::r#judged_by(state),
Rule::r#criterion => rules::r#criterion(state),
Rule::r#param_decl => rules::r#param_decl(state),
Rule::r#param_version => rules::r#param_version(state),
Rule::r#reading_decl => rules::r#reading_decl(state),
Rule::r#prefer => rules::r#prefer(state),
Rule::r#define_decl => rules::r#define_decl(state),
Rule::r#assume_decl => rules::r#assume_decl(state),
Rule::r#outcome_decl => rules::r#outcome_decl(state),
Rule::r#combine => rules::r#combine(state),
Rule::r#type_ref => rules::r#type_ref(state),
Rule::r#list_of => rules::r#list_of(state),
Rule::r#article_decl => rules::r#article_decl(state),
Rule::r#article_number => rules::r#article_number(state),
Rule::r#not_modelled => rules::r#not_modelled(state),
Rule::r#missing => rules::r#missing(state),
Rule::r#clause_in_force => rules::r#clause_in_force(state),
Rule::r#block => rules::r#block(state),
Rule::r#clause => rules::r#clause(state),
Rule::r#strict_clause => rules::r#strict_clause(state),
Rule::r#allow => rules::r#allow(state),
Rule::r#item_clause => rules::r#item_clause(state),
Rule::r#item_number => rules::r#item_number(state),
Rule::r#citation => rules::r#citation(state),
Rule::r#article_citation => rules::r#article_citation(state),
Rule::r#citations => rules::r#citations(state),
Rule::r#statement => rules::r#statement(state),
Rule::r#plain_rule => rules::r#plain_rule(state),
Rule::r#condition => rules::r#condition(state),
Rule::r#any_group => rules::r#any_group(state),
Rule::r#any_item => rules::r#any_item(state),
Rule::r#consequences => rules::r#consequences(state),
Rule::r#consequence => rules::r#consequence(state),
Rule::r#outcome_ref => rules::r#outcome_ref(state),
Rule::r#assigned => rules::r#assigned(state),
Rule::r#permitted => rules::r#permitted(state),
Rule::r#set => rules::r#set(state),
Rule::r#range => rules::r#range(state),
Rule::r#overriding => rules::r#overriding(state),
Rule::r#otherwise => rules::r#otherwise(state),
Rule::r#exempt => rules::r#exempt(state),
Rule::r#adjust => rules::r#adjust(state),
Rule::r#adjustments => rules::r#adjustments(state),
Rule::r#adjustment => rules::r#adjustment(state),
Rule::r#applies => rules::r#applies(state),
Rule::r#authority => rules::r#authority(state),
Rule::r#power => rules::r#power(state),
Rule::r#decided => rules::r#decided(state),
Rule::r#approved => rules::r#approved(state),
Rule::r#enforced => rules::r#enforced(state),
Rule::r#bodies => rules::r#bodies(state),
Rule::r#ensure => rules::r#ensure(state),
Rule::r#property => rules::r#property(state),
Rule::r#rises_with => rules::r#rises_with(state),
Rule::r#ignores => rules::r#ignores(state),
Rule::r#is_addressed => rules::r#is_addressed(state),
Rule::r#excludes => rules::r#excludes(state),
Rule::r#bound => rules::r#bound(state),
Rule::r#duty => rules::r#duty(state),
Rule::r#duty_part => rules::r#duty_part(state),
Rule::r#duty_when => rules::r#duty_when(state),
Rule::r#duty_must => rules::r#duty_must(state),
Rule::r#duty_act => rules::r#duty_act(state),
Rule::r#duty_before => rules::r#duty_before(state),
Rule::r#duty_breach => rules::r#duty_breach(state),
Rule::r#names => rules::r#names(state),
Rule::r#procedure => rules::r#procedure(state),
Rule::r#procedure_line => rules::r#procedure_line(state),
Rule::r#step => rules::r#step(state),
Rule::r#step_part => rules::r#step_part(state),
Rule::r#step_by => rules::r#step_by(state),
Rule::r#step_after => rules::r#step_after(state),
Rule::r#step_checks => rules::r#step_checks(state),
Rule::r#check_list => rules::r#check_list(state),
Rule::r#step_within => rules::r#step_within(state),
Rule::r#step_quorum => rules::r#step_quorum(state),
Rule::r#step_consent => rules::r#step_consent(state),
Rule::r#step_when => rules::r#step_when(state),
Rule::r#escalation => rules::r#escalation(state),
Rule::r#effect => rules::r#effect(state),
Rule::r#outcome_test => rules::r#outcome_test(state),
Rule::r#comparison => rules::r#comparison(state),
Rule::r#effect_item => rules::r#effect_item(state),
Rule::r#effect_cap => rules::r#effect_cap(state),
Rule::r#contents => rules::r#contents(state),
Rule::r#content_part => rules::r#content_part(state),
Rule::r#hierarchy => rules::r#hierarchy(state),
Rule::r#expression => rules::r#expression(state),
Rule::r#operand => rules::r#operand(state),
Rule::r#infix => rules::r#infix(state),
Rule::r#membership => rules::r#membership(state),
Rule::r#timing => rules::r#timing(state),
Rule::r#timing_end => rules::r#timing_end(state),
Rule::r#primary => rules::r#primary(state),
Rule::r#fold => rules::r#fold(state),
Rule::r#fold_stop => rules::r#fold_stop(state),
Rule::r#parenthesised => rules::r#parenthesised(state),
Rule::r#foreign_operator => rules::r#foreign_operator(state),
Rule::r#test_decl => rules::r#test_decl(state),
Rule::r#test_entry => rules::r#test_entry(state),
Rule::r#strict_entry => rules::r#strict_entry(state),
Rule::r#given => rules::r#given(state),
Rule::r#assignment => rules::r#assignment(state),
Rule::r#as_of => rules::r#as_of(state),
Rule::r#chosen => rules::r#chosen(state),
Rule::r#days => rules::r#days(state),
Rule::r#day_range => rules::r#day_range(state),
Rule::r#log_line => rules::r#log_line(state),
Rule::r#log_right => rules::r#log_right(state),
Rule::r#log_part => rules::r#log_part(state),
Rule::r#log_by => rules::r#log_by(state),
Rule::r#log_present => rules::r#log_present(state),
Rule::r#log_checks => rules::r#log_checks(state),
Rule::r#log_consent => rules::r#log_consent(state),
Rule::r#log_reason => rules::r#log_reason(state),
Rule::r#past => rules::r#past(state),
Rule::r#expect => rules::r#expect(state),
Rule::r#expectation => rules::r#expectation(state),
Rule::r#expect_cites => rules::r#expect_cites(state),
Rule::r#expect_asks => rules::r#expect_asks(state),
Rule::r#expect_adjusted => rules::r#expect_adjusted(state),
Rule::r#expect_exempted => rules::r#expect_exempted(state),
Rule::r#expect_power => rules::r#expect_power(state),
Rule::r#expect_outcome => rules::r#expect_outcome(state),
Rule::r#expect_status => rules::r#expect_status(state),
Rule::r#expect_set => rules::r#expect_set(state),
Rule::r#or_none => rules::r#or_none(state),
Rule::r#expect_duty => rules::r#expect_duty(state),
Rule::r#duty_status => rules::r#duty_status(state),
Rule::r#expect_step => rules::r#expect_step(state),
Rule::r#step_status => rules::r#step_status(state),
Rule::r#expect_effect => rules::r#expect_effect(state),
Rule::r#reference => rules::r#reference(state),
Rule::r#value => rules::r#value(state),
Rule::r#amount => rules::r#amount(state),
Rule::r#amount_operand => rules::r#amount_operand(state),
Rule::r#amount_infix => rules::r#amount_infix(state),
Rule::r#list => rules::r#list(state),
Rule::r#record_value => rules::r#record_value(state),
Rule::r#record_field => rules::r#record_field(state),
Rule::r#literal => rules::r#literal(state),
Rule::r#date => rules::r#date(state),
Rule::r#quantity => rules::r#quantity(state),
Rule::r#currency => rules::r#currency(state),
Rule::r#unit => rules::r#unit(state),
Rule::r#unit_working_days => rules::r#unit_working_days(state),
Rule::r#unit_days => rules::r#unit_days(state),
Rule::r#unit_months => rules::r#unit_months(state),
Rule::r#unit_years => rules::r#unit_years(state),
Rule::r#number => rules::r#number(state),
Rule::r#headcount => rules::r#headcount(state),
Rule::r#blank => rules::r#blank(state),
Rule::r#string => rules::r#string(state),
Rule::r#quote => rules::r#quote(state),
Rule::r#straight_text => rules::r#straight_text(state),
Rule::r#curly_text => rules::r#curly_text(state),
Rule::r#name => rules::r#name(state),
Rule::r#han_numeral => rules::r#han_numeral(state),
Rule::r#open => rules::r#open(state),
Rule::r#close => rules::r#close(state),
Rule::r#open_paren => rules::r#open_paren(state),
Rule::r#close_paren => rules::r#close_paren(state),
Rule::r#list_open => rules::r#list_open(state),
Rule::r#list_close => rules::r#list_close(state),
Rule::r#set_open => rules::r#set_open(state),
Rule::r#set_close => rules::r#set_close(state),
Rule::r#comma => rules::r#comma(state),
Rule::r#colon => rules::r#colon(state),
Rule::r#equal => rules::r#equal(state),
Rule::r#greater_equal => rules::r#greater_equal(state),
Rule::r#less_equal => rules::r#less_equal(state),
Rule::r#not_equal => rules::r#not_equal(state),
Rule::r#less => rules::r#less(state),
Rule::r#greater => rules::r#greater(state),
Rule::r#plus => rules::r#plus(state),
Rule::r#minus => rules::r#minus(state),
Rule::r#times => rules::r#times(state),
Rule::r#range_mark => rules::r#range_mark(state),
Rule::r#end => rules::r#end(state),
Rule::r#gap => rules::r#gap(state),
Rule::r#kw_policy => rules::r#kw_policy(state),
Rule::r#kw_outline => rules::r#kw_outline(state),
Rule::r#kw_scale => rules::r#kw_scale(state),
Rule::r#kw_enum => rules::r#kw_enum(state),
Rule::r#kw_body => rules::r#kw_body(state),
Rule::r#kw_role => rules::r#kw_role(state),
Rule::r#kw_fact => rules::r#kw_fact(state),
Rule::r#kw_judgement => rules::r#kw_judgement(state),
Rule::r#kw_define => rules::r#kw_define(state),
Rule::r#kw_assume => rules::r#kw_assume(state),
Rule::r#kw_outcome => rules::r#kw_outcome(state),
Rule::r#kw_article => rules::r#kw_article(state),
Rule::r#kw_test => rules::r#kw_test(state),
Rule::r#kw_given => rules::r#kw_given(state),
Rule::r#kw_expect => rules::r#kw_expect(state),
Rule::r#kw_if => rules::r#kw_if(state),
Rule::r#kw_then => rules::r#kw_then(state),
Rule::r#kw_and => rules::r#kw_and(state),
Rule::r#kw_or => rules::r#kw_or(state),
Rule::r#kw_not => rules::r#kw_not(state),
Rule::r#kw_implies => rules::r#kw_implies(state),
Rule::r#kw_true => rules::r#kw_true(state),
Rule::r#kw_false => rules::r#kw_false(state),
Rule::r#kw_none => rules::r#kw_none(state),
Rule::r#kw_may => rules::r#kw_may(state),
Rule::r#kw_otherwise => rules::r#kw_otherwise(state),
Rule::r#kw_overriding => rules::r#kw_overriding(state),
Rule::r#kw_exempt => rules::r#kw_exempt(state),
Rule::r#kw_adjust => rules::r#kw_adjust(state),
Rule::r#kw_applies => rules::r#kw_applies(state),
Rule::r#kw_authority => rules::r#kw_authority(state),
Rule::r#kw_ensure => rules::r#kw_ensure(state),
Rule::r#kw_in_force => rules::r#kw_in_force(state),
Rule::r#kw_from => rules::r#kw_from(state),
Rule::r#kw_until => rules::r#kw_until(state),
Rule::r#kw_articles => rules::r#kw_articles(state),
Rule::r#kw_items => rules::r#kw_items(state),
Rule::r#kw_bool => rules::r#kw_bool(state),
Rule::r#kw_int => rules::r#kw_int(state),
Rule::r#kw_decimal => rules::r#kw_decimal(state),
Rule::r#kw_money => rules::r#kw_money(state),
Rule::r#kw_date => rules::r#kw_date(state),
Rule::r#kw_duration => rules::r#kw_duration(state),
Rule::r#kw_default => rules::r#kw_default(state),
Rule::r#kw_by => rules::r#kw_by(state),
Rule::r#kw_criterion => rules::r#kw_criterion(state),
Rule::r#kw_combine_heaviest => rules::r#kw_combine_heaviest(state),
Rule::r#kw_combine_union => rules::r#kw_combine_union(state),
Rule::r#kw_combine_intersect => rules::r#kw_combine_intersect(state),
Rule::r#kw_combine_unique => rules::r#kw_combine_unique(state),
Rule::r#kw_combine_accumulate => {
rules::r#kw_combine_accumulate(state)
}
Rule::r#kw_combine_sum => rules::r#kw_combine_sum(state),
Rule::r#kw_not_modelled => rules::r#kw_not_modelled(state),
Rule::r#kw_missing => rules::r#kw_missing(state),
Rule::r#kw_any => rules::r#kw_any(state),
Rule::r#kw_in => rules::r#kw_in(state),
Rule::r#kw_not_in => rules::r#kw_not_in(state),
Rule::r#kw_lighten => rules::r#kw_lighten(state),
Rule::r#kw_reduce => rules::r#kw_reduce(state),
Rule::r#kw_waive => rules::r#kw_waive(state),
Rule::r#kw_aggravate => rules::r#kw_aggravate(state),
Rule::r#kw_exceed => rules::r#kw_exceed(state),
Rule::r#kw_decided => rules::r#kw_decided(state),
Rule::r#kw_jointly => rules::r#kw_jointly(state),
Rule::r#kw_approved => rules::r#kw_approved(state),
Rule::r#kw_enforced => rules::r#kw_enforced(state),
Rule::r#kw_rises_with => rules::r#kw_rises_with(state),
Rule::r#kw_ignores => rules::r#kw_ignores(state),
Rule::r#kw_is_addressed => rules::r#kw_is_addressed(state),
Rule::r#kw_excludes => rules::r#kw_excludes(state),
Rule::r#kw_when => rules::r#kw_when(state),
Rule::r#kw_cites => rules::r#kw_cites(state),
Rule::r#kw_asks => rules::r#kw_asks(state),
Rule::r#kw_adjusted => rules::r#kw_adjusted(state),
Rule::r#kw_exempted => rules::r#kw_exempted(state),
Rule::r#kw_not_addressed => rules::r#kw_not_addressed(state),
Rule::r#kw_undetermined => rules::r#kw_undetermined(state),
Rule::r#kw_conflict => rules::r#kw_conflict(state),
Rule::r#kw_out_of_scope => rules::r#kw_out_of_scope(state),
Rule::r#kw_weighed => rules::r#kw_weighed(state),
Rule::r#kw_use => rules::r#kw_use(state),
Rule::r#kw_record => rules::r#kw_record(state),
Rule::r#kw_param => rules::r#kw_param(state),
Rule::r#kw_reading => rules::r#kw_reading(state),
Rule::r#kw_dated_by => rules::r#kw_dated_by(state),
Rule::r#kw_of => rules::r#kw_of(state),
Rule::r#kw_list_of => rules::r#kw_list_of(state),
Rule::r#kw_prefer => rules::r#kw_prefer(state),
Rule::r#kw_never => rules::r#kw_never(state),
Rule::r#kw_count => rules::r#kw_count(state),
Rule::r#kw_exists => rules::r#kw_exists(state),
Rule::r#kw_every => rules::r#kw_every(state),
Rule::r#kw_longest_run => rules::r#kw_longest_run(state),
Rule::r#kw_sum => rules::r#kw_sum(state),
Rule::r#kw_over => rules::r#kw_over(state),
Rule::r#kw_where => rules::r#kw_where(state),
Rule::r#kw_within => rules::r#kw_within(state),
Rule::r#kw_before => rules::r#kw_before(state),
Rule::r#kw_after => rules::r#kw_after(state),
Rule::r#kw_is_breached => rules::r#kw_is_breached(state),
Rule::r#kw_duty => rules::r#kw_duty(state),
Rule::r#kw_forbid => rules::r#kw_forbid(state),
Rule::r#kw_right => rules::r#kw_right(state),
Rule::r#kw_must => rules::r#kw_must(state),
Rule::r#kw_act => rules::r#kw_act(state),
Rule::r#kw_on_breach => rules::r#kw_on_breach(state),
Rule::r#kw_procedure => rules::r#kw_procedure(state),
Rule::r#kw_step => rules::r#kw_step(state),
Rule::r#kw_escalate => rules::r#kw_escalate(state),
Rule::r#kw_to => rules::r#kw_to(state),
Rule::r#kw_usually_after => rules::r#kw_usually_after(state),
Rule::r#kw_checks => rules::r#kw_checks(state),
Rule::r#kw_quorum => rules::r#kw_quorum(state),
Rule::r#kw_consent => rules::r#kw_consent(state),
Rule::r#kw_effect => rules::r#kw_effect(state),
Rule::r#kw_bars => rules::r#kw_bars(state),
Rule::r#kw_brings => rules::r#kw_brings(state),
Rule::r#kw_for => rules::r#kw_for(state),
Rule::r#kw_effect_cap => rules::r#kw_effect_cap(state),
Rule::r#kw_contents => rules::r#kw_contents(state),
Rule::r#kw_hierarchy => rules::r#kw_hierarchy(state),
Rule::r#kw_as_of => rules::r#kw_as_of(state),
Rule::r#kw_chosen => rules::r#kw_chosen(state),
Rule::r#kw_holidays => rules::r#kw_holidays(state),
Rule::r#kw_workdays => rules::r#kw_workdays(state),
Rule::r#kw_log => rules::r#kw_log(state),
Rule::r#kw_on => rules::r#kw_on(state),
Rule::r#kw_present => rules::r#kw_present(state),
Rule::r#kw_reason => rules::r#kw_reason(state),
Rule::r#kw_past => rules::r#kw_past(state),
Rule::r#kw_fulfilled => rules::r#kw_fulfilled(state),
Rule::r#kw_breached => rules::r#kw_breached(state),
Rule::r#kw_pending => rules::r#kw_pending(state),
Rule::r#kw_not_applicable => rules::r#kw_not_applicable(state),
Rule::r#kw_done => rules::r#kw_done(state),
Rule::r#kw_late => rules::r#kw_late(state),
Rule::r#kw_out_of_order => rules::r#kw_out_of_order(state),
Rule::r#kw_due => rules::r#kw_due(state),
Rule::r#kw_waiting => rules::r#kw_waiting(state),
Rule::r#kw_wrong_actor => rules::r#kw_wrong_actor(state),
Rule::r#kw_quorum_not_met => rules::r#kw_quorum_not_met(state),
Rule::r#kw_checks_missing => rules::r#kw_checks_missing(state),
Rule::r#kw_consent_missing => rules::r#kw_consent_missing(state),
Rule::r#kw_passed_to => rules::r#kw_passed_to(state),
Rule::r#kw_allow => rules::r#kw_allow(state),
Rule::r#reserved => rules::r#reserved(state),
Rule::EOI => rules::EOI(state),
}
},
)
}
}
