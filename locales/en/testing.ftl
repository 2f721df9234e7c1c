coverage-of = Coverage of { $file }
coverage-tests = { $tests ->
    [one] one test
   *[other] { $tests } tests
}
coverage-uncounted = { $count ->
    [one] one of them does not count, because its case cannot be decided
   *[other] { $count } of them do not count, because their cases cannot be decided
}
coverage-rules = rules that contributed
coverage-conditions = conditions that decided, as true and as false
coverage-results = results that outcomes came to
coverage-boundaries = values on both sides of a constant
coverage-figure = { $covered } of { $of }
coverage-impossible = { "" } ({ $count } out of reach, by proof)
coverage-amount = an amount
coverage-nothing-missing = Nothing is missing.
coverage-rule-never = contributes to { $outcome } in no test
coverage-rule-dropped = fires, but what it says of { $outcome } is dropped in every test
coverage-never-true = { $condition }: no test in which it holds and decides
coverage-never-false = { $condition }: no test in which it does not hold and decides
coverage-never = { $condition }: no test in which it decides
coverage-boundary = { $condition }: no test at { $values }
coverage-last-day = the last day
coverage-next-day = the day beyond
coverage-result = { $outcome }: never { $results }
coverage-untested = clauses that no test asks about: { $clauses }
coverage-not-decided = whether any case can is not decided
coverage-short = { $file }: { $measure }: { $percent } %, short of { $least } %
coverage-format = “--format” says how test results are printed; “--coverage”, “--mutate” and “--generate” print in a form of their own. Use “--coverage=json” for programs.

statement-scope = scope
statement-rule = rule
statement-otherwise = otherwise rule
statement-exemption = exemption
statement-adjustment = adjustment
statement-define = define
statement-duty = when the duty applies
statement-fulfilment = what fulfils the duty
statement-step = when the step applies
statement-records = which records count
statement-place = { $kind }, line { $line }
statement-named = { $kind } { $name }, line { $line }

coverage-legend-full = covered
coverage-legend-part = covered in part
coverage-legend-none = not covered
coverage-legend-impossible = out of reach, by proof
coverage-title-condition = held in { $held }, did not in { $failed }; decided as true in { $true }, as false in { $false } tests
coverage-title-rule = contributed to { $outcome } in { $tests } tests
coverage-line = { $measure }: { $covered } of { $of }

mutants-of = Mutants of { $file }
mutants-counted = { $killed } of { $of } noticed by a test; { $survived } by none; { $open } not decided
mutants-equivalent = { $equivalent ->
    [one] one more changes nothing, by proof, and does not count
   *[other] { $equivalent } more change nothing, by proof, and do not count
}
mutants-need-passing-tests = mutants are made of a policy whose tests pass
mutant-survived = { $place }: { $original } → { $changed }
mutant-not-decided = { $place }: { $original } → { $changed } (whether this changes anything is not decided)
mutant-in-clause = { $clause }, line { $line }
mutant-in-line = line { $line }
mutant-left-out = (left out)
mutant-no-overriding = (drops no other rule)
mutant-no-otherwise = (without “otherwise”)
mutant-other-mode = (with or without “may”, the other way round)
mutant-noticed-by = the test “{ $name }” would notice it too

test-to-review = to be reviewed: what is expected is what the policy says now
test-of-clause = { $clause }: { $name }
test-of-change = { $original }, and not: { $changed }
test-of-rule = the rule counts
test-of-exemption = the exemption counts
test-of-adjustment = the adjustment counts
test-of-scope = the scope counts
test-of-duty = the duty counts
test-of-overriding = it drops what it overrides
test-of-otherwise = it is left aside where another rule fires
test-of-permitted = exactly what it permits, and not: { $changed }
test-of-combination = how several rules come together, and not: { $changed }

tests-none-to-write = no test is missing: nothing was written
tests-of-several = tests of several policies cannot stand in one file: name one policy
tests-file-exists = { $file } is there already: nothing was written
new-tests-written = { $count ->
    [one] one test
   *[other] { $count } tests
} written to { $file }; review what { $count ->
    [one] it expects
   *[other] they expect
}

goal-rule = the rule counts for { $outcome }
goal-true = { $condition }, and it decides
goal-false = not { $condition }, and it decides
goal-boundary = { $condition } at { $value }
goal-result = { $outcome }: { $result }

tests-without-need = “--write-tests” goes with “--mutate” or “--generate”
generated-of = Tests that are missing in { $file }: { $tests }
generated-impossible = no case can show, by proof:
generated-open = no test was made for:
