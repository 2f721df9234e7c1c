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
duty-fulfilled = fulfilled
duty-breached = breached
duty-pending = pending
duty-not-applicable = does not apply
duty-undetermined = undetermined
value-none = no measure
value-true = true
value-false = false
value-never = never
value-or = { " or " }
value-records = { $count } records
list-join = { ", " }
period-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
period-working-days = { $count ->
    [one] 1 working day
   *[other] { $count } working days
}
period-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}
period-years = { $count ->
    [one] 1 year
   *[other] { $count } years
}
show-of-role = { $name } of { $role }
show-rule = rule { $number }
show-ask-choice = what was chosen: { $outcome }
show-as-of = as of
show-person = person
show-contents = contents
show-duty = duty
show-prohibition = prohibition
show-right = right
show-bearer = borne by
show-holder = held by
show-due = due
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
