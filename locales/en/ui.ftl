severity-error = error
severity-warning = warning
severity-hint = hint

help = help:{ " " }
example = example:{ " " }
end-of-file = end of file

count-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
count-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
count-hints = { $count ->
    [one] 1 hint
   *[other] { $count } hints
}
summary-join = { $left }, { $right }
summary-none = nothing to report
summary-cut = { $summary }; only the first { $shown } are shown

unknown-code = there is no code “{ $code }”; “policyc rule” lists them
ensure-not-proved = { $count ->
    [one] 1 `ensure` property is read but not proved by this version
   *[other] { $count } `ensure` properties are read but not proved by this version
}
fmt-would-change = { $file } would change
fmt-would-change-meaning = { $file } is left as it is: the formatted text would not mean the same (please report this)
fmt-cannot-write = { $file } cannot be written: { $reason }

status-decided = decided
status-exempt = exempt
status-not-addressed = not addressed by any clause
status-conflict = conflict
status-undetermined = undetermined
status-out-of-scope = out of scope
value-none = no measure
show-given = given
show-permitted = permitted
show-unadjusted = before
show-weigh = weigh
show-weigh-both = mitigation and aggravation meet: both must be weighed, the set stays
show-because = because of
show-overridden = overridden
show-exempted = exempted by
show-adjusted = adjusted by
show-decided = decided by
show-jointly = jointly
show-approved = approved by
show-enforced = enforced by
show-judgements = judgements
show-possible = possible
show-asks = still to ask
show-limit = limit
show-limit-reached = a written limit was reached, so the answer is not decided

test-failed = FAILED
test-expected = expected:
test-found = found:   { "" }
test-summary = { $passed } passed, { $failed } failed
test-against-assumption = the facts contradict: { $assumption }
test-no-result = no result: { $calculation }
