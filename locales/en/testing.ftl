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
