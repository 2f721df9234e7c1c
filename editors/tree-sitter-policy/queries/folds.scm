[
  (outline)
  (scale)
  (enum)
  (record)
  (article)
  (block)
  (any)
  (authority)
  (duty)
  (procedure)
  (contents)
  (test)
] @fold
