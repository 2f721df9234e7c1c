# One message per code. The message is the fault in one sentence; .label stands at the place itself, .help below.
# Other attributes are the words of second places and of helps that only some cases need.

E0101 = “{ $file }” cannot be read: { $reason ->
    [no-policy-file] the folder holds no “.policy” file
    [not-found] there is no such file
    [no-permission] you may not read it
   *[other] { $reason }
}

E0102 = “{ $file }” is not a file: { $reason ->
    [folder] it is a folder
   *[device] it is a device, a pipe or a socket
}

E0103 = “{ $file }” is larger than { $limit } bytes
    .help = Split it: a regulation with its tests needs a small part of that.

E0104 = “{ $file }” is not UTF-8 text: { $encoding ->
    [unknown] byte { $offset } begins no character
   *[other] it looks like { $encoding }
}
    .help = Save it as UTF-8.

E0105 = invisible character { $codepoint }
    .label = it cannot be seen and may change how the line reads
    .help = Remove it.

E0106 = control character { $codepoint }
    .label = this is a sign for machines, not for readers
    .help = Delete it, or save the file again as plain text.

E0107 = full-width character “{ $character }”
    .label = the half-width “{ $half }” is needed here
    .help = Type “{ $half }” with the input method switched to half width.

E0108 = the name “{ $name }” holds a character that is put together from several parts
    .label = it looks the same, but is another name
    .help = Write the name with single characters (Unicode normal form C).

E0109 = this is nested more than { $limit } levels deep
    .label = one level too many; the file was read no further
    .help = Give parts of the condition a name with “define”, and use the names.

E0110 = the name “{ $name }…” has more than { $limit } characters
    .label = this name is too long
    .help = Choose a short name, and put the full wording behind it in quotation marks.

E0111 = this quotation mark is never closed
    .label = the text does not end on this line
    .help = Add the closing quotation mark; a text cannot run over several lines.

E0112 = this comment is never closed
    .label = everything from here on counts as a comment
    .help = Write “{ "-}" }” where the comment ends.

E0113 = the file holds no policy
    .help = Check that you named the right file and that its text was saved.

E0201 = { $found ->
    [end-of-text] nothing stands where
   *[other] “{ $found }” stands where
} { $expected ->
    [value] a value
    [set-close] a closing “>” for the set
    [paren-close] a closing parenthesis
    [colon] a colon with a type
    [assigned] “= value” or “∈ <values>”
    [keyword] “{ $keyword }”
    [range] “..” with the other end of the range
    [scale-rest] “<” or a closing “{ "}" }”
    [list-rest] a comma or the end of the list
    [comma] a comma, “given” or “expect”
    [close] a closing “{ "}" }”
    [open] an opening “{ "{" }”
    [type] a type (“bool”, “int”, the name of a scale …)
    [clause] the number of a clause (such as “3(1)”)
    [text] a text in quotation marks
    [set] a set of values (such as “<a, b>”)
    [adjustment] an adjustment (“lighten”, “aggravate” …)
    [property] a property (“ignores”, “is addressed” …)
    [expectation] an outcome, “cites” or “asks”
    [condition] a condition
    [outcome] an outcome
    [name] a name
    [fold] “count”, “exists”, “every”, “sum” or “longest run of” in front of it
    [connective] “and”, “or” or the end of the condition
    [timing] a unit (“days” …), “before” or “after”
    [outcome-test] a comparison (such as “≥ value”)
    [effect] “bars” or “brings”
    [duty-status] “fulfilled”, “breached”, “pending”, “not applicable” or “undetermined”
    [step-status] what is expected of the step (“done”, “late”, “missing”, “due” …)
    [duty-part] “when”, “must”, “act”, “before” or “on breach”
    [step-part] “by”, “after”, “within”, “checks”, “quorum” or another part of the step
    [procedure-line] “step” or “escalate”
    [log-part] “by”, “present”, “checks”, “consent of” or “reason”
    [record] a record (such as “{ "{" }year = 2021{ "}" }”)
    [hierarchy] “<” with the next level
    [checks] a list of checks (such as “<a, b>”)
    [list-close] a closing “]”
    [date] a date
    [number] a number
   *[statement] a new declaration, article or rule
} is expected
    .label = { $found ->
        [end-of-text] something is missing here
       *[other] not expected here
    }
    .help = Often a word or a sign is missing just before this place.

E0202 = “{ $found }” is not a keyword
    .label = probably misspelt
    .help = Did you mean “{ $keyword }”?

E0203 = a closing brace is missing
    .label = it was probably meant to stand here
    .opener = for what begins here
    .help = Write “{ "}" }” where the article, item or test ends.

E0204 = this closing brace closes nothing
    .label = no open brace is left here
    .help = Delete it, or look above for a “{ "{" }” that is missing or closed too early.

E0205 = “and” and “or” are mixed without parentheses
    .label = it is open what belongs together
    .help = Write “{ $and_first }” or “{ $or_first }”, as the regulation means it.

E0206 = { $operator ->
    [implies] one “implies” follows another without parentheses
   *[other] “{ $operator }” compares what was already compared
}
    .label = the second in a row
    .help = { $operator ->
        [implies] Put the part that comes first in parentheses.
       *[other] Write two comparisons and join them with “and”.
    }

E0207 = “{ $number }” cannot be kept exactly
    .label = too large, too many digits, or not a whole period
    .help = Whole numbers have at most 19 digits, decimal numbers and amounts at most 28; periods are counted in whole units.

E0208 = the calendar has no day “{ $date }”
    .label = there is no such day
    .help = Write year-month-day, such as “2024-02-29”; check the length of the month and the leap year.

E0209 = this set has no values
    .label = nothing can be chosen from it
    .help = List the permitted values; if no measure is to be taken, write “= none”.

E0210 = “{ $word }” is a keyword and cannot be a name
    .label = a name is needed here
    .help = Choose another word, or make it longer.

E0211 = “{ $escape }” means nothing inside quotation marks
    .label = the backslash cannot stand before this character
    .help = For a backslash write two of them; only a quotation mark may follow a single one.

E0212 = “{ $number }” is not a number that a clause can have
    .label = not a clause number
    .help = Clauses are numbered from 1 to { $limit }, Chinese numerals go up to 9999.

E0213 = “{ $found }” is an operator of another language
    .label = a policy writes this another way
    .help = Write “{ $ours }”.

E0301 = unknown name “{ $name }”
    .label = nothing declares this
    .help = Declare it as a fact, a judgement or a define, or as a value of a scale.
    .suggest = Did you mean “{ $suggestion }”?

E0302 = “{ $name }” is declared twice
    .label = declared again here
    .first = first declared here
    .help = Give one of the two another name.

E0303 = clause “{ $clause }” is there twice
    .label = the same number again
    .first = first used here
    .help = Compare with the regulation, and correct the number that is wrong.

E0304 = there is no clause “{ $clause }”
    .label = the policy has no such clause
    .help = Check the number; an item is cited with its article, such as “3(1)”.

E0305 = “{ $name }” is already the name of a value of “{ $type }”
    .label = this name would hide the value
    .help = Give the fact or define another name.

E0306 = “{ $name }” is not a value of “{ $type }”
    .label = “{ $type }” does not have this value
    .help = Its values are: { $members }.
    .suggest = Did you mean “{ $suggestion }”?

E0307 = the define “{ $name }” needs itself
    .label = the circle is { $path }
    .help = Break the circle where the regulation states a fact.

E0308 = rules override each other in a circle: { $path }
    .label = this closes the circle
    .help = Keep only the direction that the regulation means.

E0309 = unknown outcome “{ $name }”
    .label = no outcome of this name is declared
    .help = Declare it as an outcome, with its scale.
    .suggest = Did you mean “{ $suggestion }”?

E0310 = unknown type “{ $name }”
    .label = nothing declares this type
    .help = Use “bool”, “int”, “decimal”, “money”, “date” or “duration”, or declare a scale or an enum of this name.
    .suggest = Did you mean “{ $suggestion }”?

E0311 = unknown body “{ $name }”
    .label = nothing declares this body
    .help = Declare it as a body.
    .suggest = Did you mean “{ $suggestion }”?

E0312 = { $wanted ->
    [outcome] “{ $name }” is not an outcome
    [fact] “{ $name }” is not a fact
   *[condition] “{ $name }” is an outcome and cannot stand in a condition
}
    .label = { $wanted ->
        [outcome] an outcome is needed here
        [fact] a fact is needed here
       *[condition] a fact or a define is needed here
    }
    .declared = declared here
    .help = { $wanted ->
        [outcome] Only outcomes are decided by rules; facts are established about the case.
        [fact] Name a fact or a judgement.
       *[condition] Ask for the facts that lead to this outcome.
    }

E0313 = this may be given only once
    .label = given again here
    .first = first given here
    .help = Delete the one that does not apply.

E0401 = a condition must be true or false, and this is of type “{ $type }”
    .label = neither true nor false
    .help = Compare it with a value, such as “severity = major” or “days_late > 30”.

E0402 = a value of type “{ $wanted }” is compared with one of type “{ $found }”
    .label = these two cannot be compared
    .help = Compare like with like: a date with a date, a number with a number, a period with a period.

E0403 = { $name ->
    [none] values of “{ $wanted }” are compared with values of “{ $found }”
   *[other] “{ $name }” is a value of “{ $found }”, not of “{ $wanted }”
}
    .label = { $name ->
        [none] each scale has its own order
       *[other] a value of “{ $wanted }” is needed here
    }
    .help = Compare each with a value of its own scale.

E0404 = { $operator ->
    [rises-with] “rises with”
   *[other] “{ $operator }”
} needs an order, and “{ $type }” has none
    .label = neither higher nor lower
    .help = { $type ->
        [bool] Write the fact itself, or “not” before it.
       *[other] Name the values that are meant; if they are ranked, declare a scale with “<” between them.
    }

E0405 = “{ $name }” is a value of “{ $found }”, not of “{ $wanted }”
    .label = a value of “{ $wanted }” is needed here
    .help = Use a value of “{ $wanted }”, or check which fact or outcome is meant.

E0406 = “{ $name }” is listed twice
    .label = listed again here
    .help = Delete it, or write the value that was meant.

E0407 = this amount has no currency
    .label = an amount of what?
    .help = Write the currency behind the number, such as “1000.00 CNY”.

E0408 = amounts in “{ $first }” and in “{ $second }” are mixed
    .label = this does not go with “{ $first }”
    .first = “{ $first }” comes from here
    .help = State all amounts of a fact in one currency, or declare a fact for each currency.

E0409 = { $operator ->
    [negative] a minus sign cannot stand before a value of type “{ $left }”
   *[other] “{ $operator }” cannot be used between “{ $left }” and “{ $right }”
}
    .label = this cannot be calculated
    .help = Numbers, amounts and periods are added to their own kind and multiplied by a number; a period can be added to a date.

E0410 = a value of type “{ $wanted }” is needed, not “{ $found }”
    .label = this does not fit the declaration
    .help = { $wanted ->
        [bool] Write “true” or “false”.
        [int] Write a whole number, such as “3”.
        [decimal] Write a number, such as “0.5”.
        [money] Write an amount with its currency, such as “1000.00 CNY”.
        [date] Write a date, such as “2024-03-05”.
        [duration] Write a period, such as “30 days” or “3 months”.
       *[other] Write one of the values of “{ $wanted }”.
    }

E0411 = the outcome “{ $name }” cannot be of type “{ $type }”
    .label = a scale or an enum is needed here
    .help = For a plain yes or no, declare an enum with the one thing that can happen.

E0412 = it is not clear how “{ $name }” is combined: “{ $type }” has no order, so there is no heaviest value
    .label = this needs another way to combine
    .help = Add “combine union”, “combine intersect”, “combine unique” or “combine accumulate”.

E0413 = { $why ->
    [direction] “{ $name }” is adjusted in two directions at once
   *[order] “{ $name }” has no order, so nothing in it is lighter or heavier
}
    .label = { $why ->
        [direction] this goes the other way
       *[order] this needs a scale
    }
    .help = { $why ->
        [direction] Write two adjustments, each with its own condition.
       *[order] Only “waive” is possible here, unless the values are declared as a scale.
    }

E0414 = the result of this calculation is too large, or a day outside the calendar
    .label = the same in every case
    .help = Check for surplus digits, or write the result that is meant.

E0415 = periods in { $first } and in { $second } cannot be compared
    .label = this does not go with { $first }
    .first = counted in { $first } because of this
    .help = State all periods of a fact in one unit.

E0416 = { $from ->
    [unknown] the lower end of this range is above its upper end
   *[other] this range begins with “{ $from }”, above its end “{ $to }”
}
    .label = nothing lies in this range
    .help = Swap the two ends, or correct the one that is wrong.

E0501 = clause “{ $clause }” says nothing
    .label = nothing is encoded here
    .help = Encode it, or give the reason with “not modelled”; if the regulation leaves it open, write “missing”.

E0502 = clause “{ $clause }” is marked “not modelled” and yet has content
    .label = this contradicts the rest of the clause
    .help = Delete the remark or the content; what is left out can be an item of its own.

E0503 = clause “{ $clause }” has no rule for this outcome
    .label = nothing is dropped here
    .help = Check the number of the clause and the name of the outcome.

E0504 = the test “{ $name }” expects nothing
    .label = it passes whatever the rules say
    .help = Add a line with “expect”.

E0505 = one rule gives “{ $name }” twice
    .label = given again here
    .help = If either may be chosen, write a set “∈ <…>”; for different cases, write two rules.

E0601 = the facts are not JSON: { $reason ->
    [empty] the text is empty
    [not-object] they must stand between “{ "{" }” and “{ "}" }”
    [comment] JSON has no comments
    [colon] a colon is missing behind the name
    [comma] a comma is missing
    [leading-zero] “{ $found }” begins with a surplus zero
    [name] a name in quotation marks is missing
    [number] “{ $found }” is not how a number is written
    [trailing] something follows behind their end
    [single-quotes] quotation marks must be double
    [trailing-comma] nothing follows this comma
    [unclosed-string] this quotation mark is never closed
    [unclosed] “{ $found }” is never closed
    [escape] “{ $found }” is not a valid escape
    [value] a value is missing
    [control-character] a text holds the control character { $found }
    [blank] the blank { $found } is not allowed
    [not-serialised] { $found }
   *[unexpected] “{ $found }” cannot stand here
}
    .help = Facts are written like this: { "{" } "reported": true, "severity": "major" { "}" }.

E0602 = the policy has no fact “{ $name }”
    .label = nothing declares this
    .help = Check the spelling; leave out what the policy does not ask about.
    .suggest = Did you mean “{ $suggestion }”?

E0603 = the fact “{ $name }” is given twice
    .label = given again here
    .first = first given here
    .help = Keep the one that is true.

E0604 = { $reason ->
    [member] “{ $found }” is not a value that “{ $name }” can have
    [date] “{ $name }” cannot be “{ $found }”: the calendar has no such day
    [unit] “{ $name }” is counted in { $wanted } here, not in { $found }
   *[type] “{ $name }” must be of type “{ $wanted }”, and “{ $found }” is not
}
    .label = { $reason ->
        [member] a value of “{ $wanted }” is needed here
        [date] there is no such day
        [unit] this must be in { $wanted }
       *[type] a value of type “{ $wanted }” is needed here
    }
    .help = { $reason ->
        [member] Choose one of: { $members }.
        [date] Check the length of the month and the leap year.
        [unit] The policy compares it in { $wanted }; state it in the same unit.
       *[type] { $wanted ->
            [bool] Write true or false, without quotation marks; leave the fact out if it is not known.
            [int] Write a whole number without quotation marks, such as 3.
            [decimal] Write a number such as 0.10; in JSON, put it in quotation marks.
            [money] Write an amount with its currency, such as 10.00 CNY; in JSON, put it in quotation marks.
            [date] Write a date such as 2024-03-05; in JSON, put it in quotation marks.
            [duration] Write a period such as 3 months; in JSON, put it in quotation marks.
           *[other] Write one of the values of “{ $wanted }”.
        }
    }
    .suggest = Did you mean “{ $suggestion }”?

E0605 = { $reason ->
    [whole] “{ $name }” must be a whole number, written with digits only, not “{ $found }”
    [range] “{ $found }” is too large for “{ $name }”
    [quote] the decimal number “{ $found }” for “{ $name }” must stand in quotation marks
   *[digits] “{ $found }” has more digits than “{ $name }” can keep
}
    .label = { $reason ->
        [whole] not a plain whole number
        [range] too large
        [quote] other programs may round this
       *[digits] this would have to be rounded
    }
    .help = { $reason ->
        [whole] Write it without decimal point and exponent.
        [range] Whole numbers and periods have at most 19 digits.
        [quote] Only a number in quotation marks reaches the policy digit by digit.
       *[digits] At most 28 digits are kept; round the number yourself, by the rule that applies to it.
    }
    .quote = Write { $suggestion }.

E0606 = the facts contradict an assumption of the policy
    .assumption = the policy assumes this
    .help = Check the facts first; if they are right, the assumption has to be corrected.

E0607 = { $reason ->
    [calendar] working days cannot be counted without a calendar of holidays
    [units] with these facts, different units or currencies meet in one calculation
   *[overflow] with these facts, a calculation gives a number that is too large, or a day outside the calendar
}
    .label = { $reason ->
        [calendar] these working days
        [units] the units differ here
       *[overflow] calculated here
    }
    .help = { $reason ->
        [calendar] State the last day of the period as a fact of its own.
        [units] Give the facts in one unit.
       *[overflow] Look for a value that cannot be meant, such as “9999-12-31”; leave out what is not known.
    }

E0608 = { $reason ->
    [size] the facts are larger than { $limit } bytes
   *[depth] the facts are nested more than { $limit } levels deep
}
    .help = Check that you named the right file and that it holds one case only.

E0609 = “{ $setting }” does not have the form “NAME=VALUE”
    .help = Write the name of a fact, “=” and its value, such as “reported=true”.

B0001 = clause “{ $clause }” is in the outline, but not in the policy
    .label = listed here
    .help = Encode it, or say with “not modelled” or “missing” why not.

B0002 = clause “{ $clause }” is not in the outline
    .label = the outline does not list this
    .help = Compare with the regulation: add the clause to the outline, or correct its number.

B0003 = the regulation leaves something open in clause “{ $clause }”: { $what }
    .label = left open by the source
    .help = Once the regulation says it, encode it and delete the remark.

C0001 = “{ $name }” and “{ $other }” look alike
    .label = easily taken for “{ $other }”
    .other = the other name
    .help = If both mean the same, declare it once; if not, choose names that the eye can tell apart.
