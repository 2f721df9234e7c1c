# Words of the output other than the diagnostics themselves.

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
