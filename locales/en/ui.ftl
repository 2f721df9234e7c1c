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
unknown-selector = “{ $word }” names no code and no group; “policyc rule” lists the codes
statistics-format = “--statistics” can be shown as human, short or json only
fixable = { $likely ->
    [0] { $certain } can be mended with “--fix”
   *[other] { $certain ->
        [0] { $likely } can be mended with “--fix --unsafe”
       *[other] { $certain } can be mended with “--fix”, { $likely } more with “--fix --unsafe”
    }
}
fix-certain = what was meant, beyond doubt
fix-likely = what was probably meant; read it before you apply it
fixes-applied = { $count ->
    [one] 1 fix applied
   *[other] { $count } fixes applied
} in { $files ->
    [one] 1 file
   *[other] { $files } files
}
fixes-possible = { $count ->
    [one] 1 fix
   *[other] { $count } fixes
} in { $files ->
    [one] 1 file
   *[other] { $files } files
}; nothing was written
baseline-written = { $count ->
    [0] no finding
    [one] 1 finding
   *[other] { $count } findings
} written to { $file }
baseline-not-written = { $file } was not written: with errors it is not known what else there is to find
tests-written = { $count ->
    [0] no test was
    [one] 1 test was
   *[other] { $count } tests were
} added to { $file }
tests-not-a-policy = { $file } is none of the policies that were checked; tests belong to a policy and are added to its own file
watch-standard-input = standard input cannot be watched
watch-failed = the files cannot be watched: { $reason }
watch-waiting = waiting for changes; end with Ctrl+C
ensured = { $total } `ensure`: { $proved } proved, { $refuted } refuted, { $open } not decided
fmt-would-change = { $file } would change
fmt-would-change-meaning = { $file } is left as it is: the formatted text would not mean the same (please report this)
cannot-write = { $file } cannot be written: { $reason }

status-decided = decided
status-exempt = exempt
status-not-addressed = not addressed by any clause
status-conflict = conflict
status-undetermined = undetermined
status-out-of-scope = out of scope
duty-fulfilled = fulfilled
duty-kept = kept
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
list-comma = ,{ " " }
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

period-for-good = for good

procedure-on = { $name } on { $day }
procedure-in-order = nothing is wrong
procedure-undetermined = it is not known whether anything is wrong
procedure-faulty = { $count ->
    [one] 1 thing is wrong
   *[other] { $count } things are wrong
}
procedure-rights = rights
procedure-next = next
procedure-later = left aside, because later
step-done = done
step-missing = left out
step-due = due
step-optional = can be taken
step-waiting = waiting
step-skipped = not taken, which is allowed
step-not-applicable = not part of this case
step-undetermined = undetermined
show-step-taken = taken
step-taken-by = { $day } by { $by }
show-step-actors = to be taken by
show-step-deadline = deadline
show-step-faults = wrong
show-step-passed = passed to
step-passed-to = { $body } since { $day }
show-step-waits-for = waits for
show-step-overtaken = overtaken by
show-step-reason = reason given
show-step-unrecorded = not recorded
unrecorded-by = who took it
unrecorded-present = how many took part
actors-jointly = { $who } together
actors-any = any of { $who }
deadline-rule = { $period } from { $of }
deadline-open = does not run yet
deadline-unknown = not known
fault-late = late by { $by }
fault-out-of-order = taken before { $before }
fault-unusual-order = taken before { $before }, which usually comes first, and no reason is given
fault-wrong-actor = taken by the wrong one: it is up to { $who }
fault-actor-lacking = taken without { $who }
fault-too-early = { $level } took it too early: it would have passed to it on { $day }
fault-not-passed = { $level } took it, but it had not passed to it
fault-quorum = { $had } took part, { $needs } have to
fault-checks = not checked: { $checks }
fault-consent = no consent of { $of }
fault-not-called-for = taken though it is not part of this case
right-before = { $right } before { $step }
right-granted = granted
right-pending = to be granted
right-denied = not granted
right-not-applicable = not a right in this case
right-undetermined = undetermined
next-by = by { $day }
next-left-out = (left out)
next-overdue = (overdue)
show-next-grant-first = grant first

effects-on = on { $day }
effects-nothing = nothing lasts
effects-ended = ended
effects-later = left aside, because later
effect-bars = bars { $what }
effect-brings = brings { $what }
effect-barred = barred { $what }
effect-brought = brought { $what }
effect-until = { $from } to { $until }
effect-for-good = from { $from } for good
show-effect-capped = cut
effect-capped-at = to { $most } from the latest decision

test-failed = FAILED
test-expected = expected:
test-found = found:   { "" }
test-summary = { $passed } passed, { $failed } failed
test-against-assumption = the facts contradict: { $assumption }
test-no-day = the test asks what lasts, and has no “as of DATE”
test-too-many-years = “holidays” and “workdays” name days of too many years

kind-policy = policy
kind-scale = scale
kind-enum = enum
kind-member = member
kind-body = body
kind-role = role
kind-record = record
kind-field = field
kind-fact = fact
kind-judgement = judgement
kind-param = parameter
kind-reading = reading
kind-define = define
kind-outcome = outcome
kind-duty = duty
kind-procedure = procedure
kind-step = step
kind-check = check
kind-effect = lasting effect
kind-content = part of a measure
kind-clause = clause
kind-test = test

hover-calculated = calculated from the case
hover-or-none = or no measure
hover-decided = decided by { $bodies }
hover-decided-jointly = decided jointly by { $bodies }
hover-approved = , approved by { $bodies }

rename-nothing = nothing here can be renamed
rename-clause = a clause keeps its number: it is that of the regulation
rename-test = the name of a test is a text; edit it in its place
rename-bad-name = “{ $name }” cannot be a name
rename-taken = “{ $name }” is the name of something else already
format-errors = the text has errors of syntax; they come first
format-would-change = the formatted text would not mean the same; this is a fault of policyc, and nothing was changed

action-remove = remove it: { $message }
action-replace = write “{ $text }”: { $message }
action-fix-all = { $count ->
    [one] apply the fix that is certain
   *[other] apply the { $count } fixes that are certain
}
action-write-test = write the case as a test
action-write-test-of = { $code }: write the case as a test
action-normalise = bring the file into its canonical form, with half-width punctuation

hover-alone = decides { $cases } of { $total } cases alone
hover-alone-none = changes the result of no case
hint-none = none
lens-run = run this test
lens-run-passed = run this test · passed
lens-run-failed = run this test · failed
lens-covered = tests cover { $rules } of { $of_rules } rules, { $conditions } of { $of_conditions } condition sides
run-passed = passed: “{ $name }”
run-failed = failed: “{ $name }”
run-instead = { $expected }: found { $found }
run-undecidable = its case cannot be decided; “policyc test” says why
run-not-open = the text is not open
run-errors = the policy has errors; they come first
run-unmeasured = what the tests cover is not measured yet, or the policy is too large for that in the editor
run-all-tested = every clause that a test can ask about is tested
run-untested = no test asks about { $clauses }
run-nothing-to-write = there is no such case, or a test of it is there already
progress-findings = policyc looks for findings
signature-outcome = OUTCOME
signature-fact = FACT
signature-value = VALUE
signature-values = <VALUES>
signature-condition = CONDITION
claim-rises-with = A step up on the fact, all else equal, never makes the result lighter.
claim-ignores = The fact makes no difference.
claim-is-addressed = Some rule says something in each of these cases.
claim-excludes = These values are never permitted.
claim-bound = Nothing below, above or beside this value is permitted.
claim-within = Nothing but these values is permitted.

new-taken = “{ $folder }” is there already, and is no empty folder
new-made = made “{ $folder }”: try “policyc test” and “policyc check” there
man-unknown = there is no command “{ $name }”

diff-old = old
diff-new = new
diff-effect = effect
diff-where = where
diff-example = for example
diff-same = { $outcome }: no case changes
diff-changed = { $outcome }: { $cases } of { $of } cases change ({ $share })
diff-no-clash = { $outcome }: the two never contradict each other
diff-clashing = { $outcome }: the two contradict each other in { $cases } of { $of } cases ({ $share })
diff-not-known = { $outcome }: not decided
diff-cases = { $cases } of { $of } cases ({ $share })
diff-at-most = at most { $cases } of { $of } cases ({ $share })
diff-uncounted = not counted
diff-only-old = only the old text has this outcome
diff-only-new = only the new text has this outcome
diff-many-clauses = many clauses
diff-unknown = unknown
diff-too-large = a written limit was reached; more cases may change
diff-approximate = some conditions or amounts could not be cut into cases; more cases may change
diff-mismatch = a case was decided otherwise than expected: a fault of this program
diff-apart-old = not compared: { $cases } of { $of } cases ({ $share }) that only the old text knows or allows
diff-apart-new = not compared: { $cases } of { $of } cases ({ $share }) that only the new text knows or allows
diff-renamed = “{ $old }” is taken for “{ $new }”: type and label are the same (--exact-names if they are two)
diff-only-fact = only the { $side } text has the fact “{ $name }”
diff-only-member = only the { $side } text has “{ $member }” in “{ $name }”: cases with it are not compared
diff-default = a case that does not give “{ $name }”: { $old } before, { $new } now
diff-judgement = “{ $name }” is judged by someone else, or by another measure
diff-reading = “{ $name }” is read as { $old } in the old text and as { $new } in the new one
diff-in-force = the texts are in force at different times; they are compared as if both were on every day
effect-lighter = lighter
effect-heavier = heavier
effect-widened = widened
effect-narrowed = narrowed
effect-mixed = mixed
effect-newly-addressed = newly addressed
effect-no-longer-addressed = no longer addressed
effect-newly-exempt = newly exempt
effect-no-longer-exempt = no longer exempt
effect-new-conflict = new conflict
effect-conflict-settled = conflict settled
effect-enters-scope = now in scope
effect-leaves-scope = no longer in scope
clash-nothing-in-common = nothing in common
clash-exempt-and-sanctioned = one exempts, the other sanctions
clash-excluded = one permits what the other excludes
