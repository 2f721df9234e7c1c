# One message per code. The message is the fault in one sentence; .label stands at the place itself, .help below.
# Other attributes are the words of second places and of helps that only some cases need.

E0101 = “{ $file }” cannot be read: { $reason ->
    [no-policy-file] the folder holds no “.policy” file
    [not-found] there is no such file
    [no-permission] you may not read it
    [outside] it lies outside the folder
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

E0114 = { $reason ->
    [empty] this “use” names no file
    [backslash] “{ $path }” parts its folders with “\”
    [no-folder] “{ $path }” cannot be used: this text lies in no folder in which to look
   *[not-found] there is no file “{ $file }”
}
    .label = { $reason ->
        [empty] the path is missing
        [backslash] a path that not every computer understands
        [no-folder] no file can be looked for
       *[not-found] this file is used here
    }
    .help = { $reason ->
        [empty] Write the path of the file, such as “shared/bodies.policy”.
        [backslash] Write “/” between the folders.
        [no-folder] Save the text as a file beside those that it uses.
       *[not-found] The path begins at the folder of the file that says “use”. Check it, with the ending “.policy”.
    }
    .suggest = Did you mean “{ $suggestion }”?

E0115 = “{ $path }” { $reason ->
    [absolute] does not begin at the folder of this file
    [link] is a link that leads out of the policy's folder
   *[climbs] climbs out of the policy's folder
}
    .label = { $reason ->
        [absolute] holds on one computer only
       *[other] outside
    }
    .help = { $reason ->
        [absolute] Write the path from the folder of this file, such as “shared/bodies.policy”.
       *[other] What a policy uses lies in its own folder or below it. Move the policy up to a folder that holds both, or copy the file.
    }

E0116 = files use each other in a circle: { $circle }
    .label = this closes the circle
    .help = Move what both need into a file of its own, which both use.

E0117 = { $kind ->
    [policy] the header of a policy
    [outline] an outline
    [article] an article
    [test] a test
   *[statement] a rule
} stands in a file that another one uses
    .label = this cannot be shared
    .help = { $kind ->
        [policy] Delete the header; the policy that uses this file has its own.
       *[other] A used file holds declarations only. Move this into the policy that it belongs to.
    }

E0118 = { $reason ->
    [files] the policy uses more than { $limit } files
    [depth] more than { $limit } files use each other in a row
    [lines] the policy and the files that it uses have more than { $limit } “use” lines
   *[size] the policy and the files that it uses are larger than { $limit } bytes together
}
    .label = one too many
    .help = { $reason ->
        [depth] Let the policy use the last of these files itself.
       *[other] Put small files together, and use only what this policy needs.
    }

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
    .adjust = To { $adjustment }, write “adjust OUTCOME by { $adjustment } if CONDITION”.

E0202 = { $kind ->
    [joined] the keyword in “{ $found }” has no blank beside it
   *[other] “{ $found }” is not a keyword
}
    .label = { $kind ->
        [synonym] the keyword for it is “{ $keyword }”
        [joined] blanks stand around a keyword
       *[misspelt] probably misspelt
    }
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
    .help = Declare it as a fact, a judgement, a define or a parameter, or as a value of a scale or enum.
    .suggest = Did you mean “{ $suggestion }”?

E0302 = “{ $name }” is declared twice
    .label = declared again here
    .first = first declared here
    .help = Give one of the two another name.

E0303 = clause “{ $clause }” is there twice
    .label = the same number again
    .first = first used here
    .help = Compare with the regulation, and correct the number that is wrong; two versions of one clause both say “in force”.

E0304 = there is no clause “{ $clause }”
    .label = the policy has no such clause
    .help = Check the number; an item is cited with its article, such as “3(1)”.

E0305 = “{ $name }” is already the name of a value of “{ $type }”
    .label = this name would hide the value
    .help = Give what is declared here another name.

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
    .help = Declare it as an outcome, with its type.
    .suggest = Did you mean “{ $suggestion }”?

E0310 = unknown type “{ $name }”
    .label = nothing declares this type
    .help = Use “bool”, “int”, “decimal”, “money”, “date” or “duration”, or declare a scale, an enum or a record of this name.
    .suggest = Did you mean “{ $suggestion }”?

E0311 = unknown body “{ $name }”
    .label = nothing declares this body
    .help = Declare it as a body, or as a role if whoever holds it acts here.
    .suggest = Did you mean “{ $suggestion }”?

E0312 = { $wanted ->
    [outcome] “{ $name }” is not an outcome
    [right] “{ $name }” is not a right
    [type] “{ $name }” is a record and not a type by itself
   *[fact] “{ $name }” is not a fact
}
    .label = { $wanted ->
        [outcome] an outcome is needed here
        [right] a right is needed here
        [type] a type is needed here
       *[fact] a fact is needed here
    }
    .declared = declared here
    .help = { $wanted ->
        [outcome] Only outcomes are decided by rules; facts are established about the case.
        [right] Only that a right was granted is logged like this; a duty is shown by facts.
        [type] Write “list of { $name }”.
       *[fact] Name a fact or a judgement.
    }

E0313 = this may be given only once
    .label = given again here
    .first = first given here
    .help = Delete the one that does not apply.

E0314 = unknown role “{ $name }”
    .label = nothing declares this role
    .help = Declare it as a role.
    .suggest = Did you mean “{ $suggestion }”?

E0315 = “{ $name }” belongs to a role, and no role is named here
    .label = whose “{ $name }” is meant?
    .help = Write the role too: { $names }.

E0316 = a record here has no field “{ $name }”
    .label = the record does not declare this
    .help = Check the declaration of the record; what is not known of a record is left out.
    .suggest = Did you mean “{ $suggestion }”?

E0317 = the outcome “{ $name }” depends on itself
    .label = the circle is { $path }
    .help = Let one of these rules ask for facts instead of an outcome.

E0318 = unknown duty “{ $name }”
    .label = no duty, prohibition or right has this name
    .help = Write “duty”, “forbid” or “right” with this name in the clause that imposes or grants it.
    .suggest = Did you mean “{ $suggestion }”?

E0319 = unknown step “{ $name }”
    .label = no step has this name here
    .help = Write it as a “step” of the procedure; only a deadline may also be counted from a fact of type “date”.
    .suggest = Did you mean “{ $suggestion }”?

E0320 = steps follow each other in a circle: { $path }
    .label = none of these steps can be the first
    .help = Keep only the order that the regulation demands.

E0321 = several procedures have a step “{ $name }”
    .label = which of them is meant?
    .help = Give the steps different names, such as “decide” and “decide_appeal”.

E0322 = the step does not check “{ $name }”
    .label = the step lists no such check
    .help = List it behind “checks” of the step, or correct the name.
    .suggest = Did you mean “{ $suggestion }”?

E0323 = no clause gives the effect “{ $name }”
    .label = nothing bars or brings this
    .help = Check the name, and whether it is barred or brought; a clause says so with “effect of …”.
    .suggest = Did you mean “{ $suggestion }”?

E0324 = “{ $name }” is a value of several scales or enums: { $types }
    .label = which one is meant?
    .help = Compare it with a fact of the scale that you mean, or give the values of the two scales different names.

E0325 = { $reason ->
    [general] “{ $code }” is more than one finding
    [error] “{ $code }” is an error, and an error cannot be allowed
    [own] “{ $code }” is about the check itself, and cannot be allowed
   *[unknown] there is no finding “{ $code }”
}
    .label = { $reason ->
        [general] one code has to stand here
        [error] with an error the policy cannot run
        [own] this is about no clause
       *[unknown] no finding has this code
    }
    .help = { $reason ->
        [general] Name one code, such as “B0003”, and a reason for each.
        [error] Mend the text; the page of the code shows how.
        [own] Delete the line, or leave such findings out with “--ignore”.
       *[unknown] “policyc rule” lists the codes; findings begin with B, V, C, D or U, in capitals.
    }
    .suggest = Did you mean “{ $suggestion }”?

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
    .help = Numbers, amounts and periods are added to their own kind and multiplied by a number; a period can be added to a date or taken from it.

E0410 = a value of type “{ $wanted }” is needed, not “{ $found }”
    .label = this does not fit the declaration
    .help = { $wanted ->
        [bool] Write “true” or “false”.
        [int] Write a whole number, such as “3”.
        [decimal] Write a number, such as “0.5”.
        [money] Write an amount with its currency, such as “1000.00 CNY”.
        [date] Write a date, such as “2024-03-05”.
        [duration] Write a period, such as “30 days” or “3 months”.
       *[other] Write a value of “{ $wanted }”.
    }

E0411 = the outcome “{ $name }” cannot be of type “{ $type }”
    .label = a scale, an enum, or amounts are needed here
    .help = Amounts are of type “money”, “decimal”, “int” or “duration”; for a plain yes or no, declare an enum with the one thing that can happen.

E0412 = { $why ->
    [sum] “{ $name }” cannot be added up: the values of “{ $type }” are no amounts
   *[order] it is not clear how “{ $name }” is combined: “{ $type }” has no order, so there is no heaviest value
}
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

E0417 = “{ $name }” is not a list but of type “{ $type }”
    .label = a list is needed here
    .declared = declared here
    .help = Name a fact of type “list of …”; of a single fact, ask in a plain condition.

E0418 = “{ $name }” is a list, and a list has no single value
    .label = what is asked of its records?
    .declared = declared here
    .help = Ask with “count”, “exists”, “every”, “sum … over” or “longest run of”, such as “exists { $name } where …”.

E0419 = a list is read inside the condition of another list
    .label = one list inside another
    .help = Ask of each list by itself and join the answers with “and” or “or”; what concerns a single record can be a field of it.

E0420 = values of type “{ $type }” cannot be added up
    .label = not a number, an amount or a period
    .help = Add up a field with numbers, amounts or periods; to know how many records there are, write “count … where …”.

E0421 = a field of a record cannot be a list
    .label = a list inside a list
    .help = Declare the list as a fact of its own, or keep in the record what the rules ask of it, such as a number.

E0422 = the outcome “{ $name }” stands here like a fact
    .label = an outcome can only be compared with its values
    .declared = declared here
    .help = Write a comparison, such as “{ $name } ≥ …” or “{ $name } ∈ <…>”.

E0423 = an outcome is compared with something that depends on the case
    .label = this is not the same in every case
    .help = Compare the outcome with one of its values, a fixed amount or a parameter; the facts can be conditions of their own.

E0424 = an outcome is read where none is decided yet
    .label = scope and assumptions come before every rule
    .help = Ask for facts in “applies when” and “assume”; a rule may read an outcome.

E0425 = a value that changes stands where a fixed one is needed
    .label = this is not the same in every case
    .declared = its values are declared here
    .help = Write the value itself; the amounts that a rule permits may be calculated.

E0426 = a measure cannot lie below zero: “{ $value }”
    .label = less than nothing
    .help = Write it without the minus sign; if nothing is to be imposed, write “= none”.

E0427 = the outcome is of type “{ $type }”, and its values cannot be listed one by one
    .label = only values of a scale or an enum can be listed here
    .help = In an “authority”, leave out the set: the line is then about every amount.

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

E0506 = two versions hold on the same day
    .label = this one overlaps with an earlier one
    .first = with this one
    .help = Let each version end on the day before the next one begins.

E0507 = this item is never in force together with the clause above it
    .label = no day of this period is left
    .above = this clause is in force on other days only
    .help = Correct one of the periods, or delete the item; an item is in force only while its article is.

E0508 = { $part ->
    [act] “act” belongs to a prohibition
    [before] “before” belongs to a right
   *[must] “must” belongs to a duty or a right
}
    .label = this cannot stand here
    .help = { $part ->
        [act] Say with “must” what has to be done, or write “forbid” if something is forbidden.
        [before] Give “must” a time, such as “must answered_on within 10 days after received_on”.
       *[must] Say with “act” what must not be done.
    }

E0509 = { $kind ->
    [prohibition] the prohibition “{ $name }” does not say what must not be done
    [right] the right “{ $name }” does not say what has to be granted
   *[duty] the duty “{ $name }” does not say what has to be done
}
    .label = { $kind ->
        [prohibition] “act” is missing
        [right] “must” or “before” is missing
       *[duty] “must” is missing
    }
    .help = { $kind ->
        [prohibition] Add “act” with the condition that must not come true.
        [right] Add “must” with a condition, or “before” with the steps before which it has to be granted.
       *[duty] Add “must” with the condition that fulfils it.
    }

E0510 = only the log of a case shows whether this right was granted
    .label = a rule knows the facts of the case, not its log
    .declared = declared here, without “must”
    .help = Give the right a “must” with a fact, such as “must heard_on ≤ decided_on”.

E0511 = it is open which body takes the step next
    .label = no hierarchy has a body above the one that has the step now
    .help = Name the body with “to”, or the levels with “hierarchy”, such as “hierarchy office < county < city”.

E0512 = “allow { $code }” does not say why
    .label = the reason is missing
    .help = Put it behind the code in quotation marks: allow { $code } "the bureau decides such cases itself".

E0513 = this “allow” is about the whole file, but stands below an article
    .label = it would silence { $code } everywhere
    .article = the first article
    .help = Put it inside the braces of the article or item that it is about; or, if the whole file is meant, above the first article.

E0601 = { $subject ->
    [log] the log is not JSON
    [history] the history is not JSON
   *[facts] the facts are not JSON
}: { $reason ->
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
    .help = { $subject ->
        [log] A log is written like this: { "{" } "entries": [ { "{" } "step": "hear", "on": "2024-03-05" { "}" } ] { "}" }.
        [history] A history is written like this: { "{" } "decisions": [ { "{" } "outcome": "sanction", "value": "warning", "on": "2024-03-05" { "}" } ] { "}" }.
       *[facts] Facts are written like this: { "{" } "reported": true, "severity": "major" { "}" }.
    }

E0602 = { $kind ->
    [field] the records of “{ $owner }” have no field “{ $name }”
    [of-role] the role “{ $owner }” has no fact “{ $name }”
    [outcome] the policy has no outcome “{ $name }”
    [role] the policy has no role “{ $name }”
    [reading] the policy has no reading “{ $name }”
   *[case] the policy has no fact “{ $name }”
}
    .label = nothing declares this
    .help = { $kind ->
        [outcome] Name the outcome with its role, such as “sanction of driver”.
        [reading] Only what the policy declares as a reading can be read in several ways.
       *[other] Check the spelling; leave out what the policy does not ask about.
    }
    .nest = It is a fact of a role: write { $nested }.
    .suggest = Did you mean “{ $suggestion }”?

E0603 = “{ $name }” is given twice
    .label = given again here
    .first = first given here
    .help = Keep the one that is true.

E0604 = { $reason ->
    [member] “{ $found }” is not a value that “{ $name }” can have
    [date] “{ $name }” cannot be “{ $found }”: the calendar has no such day
    [unit] “{ $name }” is counted in { $wanted ->
            [working-days] working days
           *[other] { $wanted }
        } here, not in { $found ->
            [working-days] working days
           *[other] { $found }
        }
    [list] “{ $name }” is a list of records, and “{ $found }” is not
    [record] “{ $name }” is a list of records, and “{ $found }” is no record
    [role] “{ $name }” is a role, and “{ $found }” holds no facts
    [chosen] “{ $name }” gives what was chosen for each outcome, and “{ $found }” does not
    [persons] “{ $name }” gives who holds each role, and “{ $found }” does not
    [person] the name of the person who is “{ $name }” must be a text, and “{ $found }” is not
   *[type] “{ $name }” must be of type “{ $wanted }”, and “{ $found }” is not
}
    .label = { $reason ->
        [member] a value of “{ $wanted }” is needed here
        [date] there is no such day
        [unit] this must be in { $wanted ->
                [working-days] working days
               *[other] { $wanted }
            }
        [list] a list of records “{ $wanted }” is needed here
        [record] a record “{ $wanted }” is needed here
        [person] a text is needed here
        [role] an object is needed here
        [chosen] an object is needed here
        [persons] an object is needed here
       *[type] a value of type “{ $wanted }” is needed here
    }
    .help = { $reason ->
        [member] Choose one of: { $members }.
        [date] Check the length of the month and the leap year.
        [unit] The policy compares it in { $wanted ->
                [working-days] working days
               *[other] { $wanted }
            }; state it in the same unit.
        [list] Write the records between “[” and “]”, each between “{ "{" }” and “{ "}" }”; “[]” if there are none.
        [record] Write the fields of the record between “{ "{" }” and “{ "}" }”; leave out what is not known.
        [role] Write the facts of the role between “{ "{" }” and “{ "}" }”, by their names without the role.
        [chosen] Write it like this: { "{" } "sanction of driver": "warning" { "}" }.
        [persons] Write it like this: { "{" } "driver": "Li Ming" { "}" }.
        [person] Put the name in quotation marks.
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
    [units] with these facts, different units or currencies meet in one calculation
    [never] with these facts, a period is counted from a day that never came
    [interval] with these facts, the lower end of a range lies above its upper end, or below zero
    [amounts] with these facts, so many amounts are added to each other that they cannot be listed
   *[overflow] with these facts, a calculation gives a number that is too large, or a day outside the calendar
}
    .label = { $reason ->
        [units] the units differ here
        [never] this day never came
        [interval] this range holds nothing
        [amounts] added to those of the other rules
       *[overflow] calculated here
    }
    .help = { $reason ->
        [units] Give the facts in one unit.
        [never] Check whether “never” is true; a rule that has to bear it compares days, such as “answered_on > received_on + 10 days”, or uses “within”.
        [interval] Check the facts that the ends are calculated from.
        [amounts] Write the amounts as a range, “100.00 CNY .. 900.00 CNY”, instead of one by one.
       *[overflow] Look for a value that cannot be meant, such as “9999-12-31”; leave out what is not known.
    }

E0608 = { $reason ->
    [size] { $subject ->
        [log] the log is larger than { $limit } bytes
        [history] the history is larger than { $limit } bytes
       *[facts] the facts are larger than { $limit } bytes
    }
   *[depth] { $subject ->
        [log] the log is nested more than { $limit } levels deep
        [history] the history is nested more than { $limit } levels deep
       *[facts] the facts are nested more than { $limit } levels deep
    }
}
    .help = Check that you named the right file and that it holds one case only.

E0609 = “{ $setting }” does not have the form “NAME=VALUE”
    .help = Write the name of a fact, “=” and its value, such as “reported=true”.

E0610 = the policy “{ $policy }” is not in force on { $date }
    .help = It is in force: { $periods }. Check the date of the case, or judge it by the policy that was in force then.

E0611 = { $reason ->
    [parameter] this value changes with time, and the case has no date
   *[policy] it depends on the date of the case which version of the policy holds, and the case has none
}
    .label = which value holds depends on the date
    .help = { $fact ->
        [none] Give the day with “--as-of DATE”, or as “as_of” in the facts.
       *[other] Give the fact “{ $fact }”.
    }

E0612 = “{ $chosen }” was chosen for “{ $outcome }”, and is not permitted
    .help = Permitted is: { $permitted }.

E0613 = something was chosen for “{ $outcome }”, where there is nothing to choose: { $status ->
    [decided] nothing is permitted
    [exempt] it is exempt
    [not_addressed] no clause speaks of it
    [conflict] clauses contradict each other
    [undetermined] it is not determined yet
   *[out_of_scope] the policy does not apply
}
    .help = Leave the choice out, or check the facts.

E0614 = a parameter has no value yet on the date of the case
    .label = this begins later
    .help = Give the parameter a value for that time, or check the date of the case.

E0701 = { $reason ->
    [empty] the file holds no holidays
    [size] the holiday file is larger than { $limit } bytes
    [word] “{ $found }” begins no line of a holiday file
    [no-day] a day is missing here
    [no-year] a year is missing here
    [date] “{ $found }” is not a date
    [year] “{ $found }” is not a year
    [range-mark] “{ $found }” cannot stand between the first and the last day
    [trailing] “{ $found }” cannot stand behind the days
    [no-years] the holiday file does not say which years it covers
    [line] this is not a line of an iCalendar file
    [outside] this stands outside “VCALENDAR”
    [stray-end] “{ $found }” ends here, but did not begin here
    [unclosed] the iCalendar file breaks off inside “{ $found }”
    [no-start] this event has no first day
    [moment] “{ $found }” is not a day that an event can have here
    [utc] this make-up working day is given in universal time
    [duration] “{ $found }” is not a number of whole days
    [recurring] this event recurs, and recurring events are not read
   *[no-events] the iCalendar file holds no days off by which its years could be known
}
    .label = { $reason ->
        [empty] nothing but blanks and comments
        [size] too large to be read
        [word] “years”, “off” or “work” is needed here
        [no-day] year-month-day, such as “2024-05-01”
        [no-year] four digits, such as “2024”
        [date] year-month-day is needed here
        [year] four digits are needed here
        [range-mark] “..” is needed here
        [trailing] only a text in quotation marks or a comment may follow
        [no-years] no line says which years are complete
        [line] a name and a colon are needed
        [outside] nothing is open here
        [stray-end] the end of something else
        [unclosed] this never ends
        [no-start] “DTSTART” is missing
        [moment] neither of the form “20240501” nor of the form of its other end
        [utc] the day may be another one where people work
        [duration] whole days or weeks are needed, such as “P3D”
        [recurring] the days have to be given one by one
       *[no-events] nothing was found
    }
    .opener = this is open here
    .help = { $reason ->
        [empty] Check that you named the right file; it begins with a line such as “years 2024”.
        [size] Check that you named the right file; a year of holidays needs a few lines.
        [word] Each line is about one thing, such as “off 2024-05-01..2024-05-05” or “work 2024-04-28”.
        [no-years] Add a line such as “years 2024”, with the years whose holidays are complete in the file.
        [line] Export the calendar again; do not edit such a file by hand.
        [outside] Export the calendar again; do not edit such a file by hand.
        [stray-end] Export the calendar again; do not edit such a file by hand.
        [unclosed] Download the calendar again; part of it is missing.
        [recurring] Export the calendar with single events, or write a holiday file with lines such as “off 2024-05-01”.
        [no-events] A year counts as known if it has a day off from 8 January to 24 December; check that this is a calendar of holidays.
        [no-start] Give its first day, such as “DTSTART;VALUE=DATE:20240501”.
        [moment] Give whole days, such as “DTSTART;VALUE=DATE:20240501” and “DTEND;VALUE=DATE:20240506”.
        [utc] Give whole days, such as “DTSTART;VALUE=DATE:20240428”.
        [duration] Give the end of the event as a day, such as “DTEND;VALUE=DATE:20240506”.
        [no-year] A line about years reads like “years 2023..2025”.
        [year] A line about years reads like “years 2023..2025”.
       *[other] A line about days reads like “off 2024-05-01..2024-05-05”.
    }
    .suggest = Did you mean “{ $suggestion }”?

E0702 = { $reason ->
    [inverted] “{ $first }” is later than “{ $last }”
    [outside] the year { $year } is not among those that the file covers
   *[many] the file covers more than { $limit } years
}
    .label = { $reason ->
        [inverted] this ends before it begins
        [outside] these days are not in a covered year
       *[many] too many years with these
    }
    .years = the covered years are stated here
    .help = { $reason ->
        [inverted] Put the earlier one first, or correct the one that is wrong.
        [outside] Correct the date, or add the year if all its holidays are in the file.
       *[many] Leave only the years in which cases can lie.
    }

E0703 = { $reason ->
    [conflict] “{ $day }” is given both as a day off and as a working day
    [year] the year { $day } is given twice
   *[same] “{ $day }” is given twice
}
    .label = given again here
    .first = first given here
    .help = { $reason ->
        [conflict] Compare with the announcement of the holidays, and delete the one that is wrong.
       *[other] Delete one of the two, or correct the date that was meant to be another.
    }

E0704 = working days cannot be counted without a holiday file
    .label = these are working days
    .help = Name a file with the days off and the make-up working days of these years, with “--holidays FILE”.

E0705 = the holiday file does not cover the year { $year }
    .label = this needs the working days of { $year }
    .help = Add the days off and the make-up working days of { $year } to the holiday file, and the year to its “years”.

E0801 = { $reason ->
    [unknown-key] a case log has nothing called “{ $name }” here
    [key-twice] “{ $name }” is given twice
    [missing-key] “{ $name }” is missing
    [both] this entry is about a step and about a right at once
    [neither] this entry says neither which step was taken nor which right was granted
    [step-only] “{ $name }” can be said of a step only, not of a right
   *[type] “{ $name }” cannot be “{ $found }”
}
    .label = { $reason ->
        [unknown-key] not known here
        [key-twice] given again here
        [missing-key] “{ $name }” has to stand between these braces
        [both] give each its own entry
        [neither] “step” or “right” has to stand between these braces
        [step-only] not of a right
       *[type] { $wanted ->
            [list] a list of entries is needed
            [entry] an entry between braces is needed
            [texts] a text or a list of texts is needed
            [count] a whole number is needed
           *[text] a text is needed
        }
    }
    .first = first given here
    .help = { $reason ->
        [unknown-key] It can have: { $keys }.
        [key-twice] Keep the one that is right.
        [step-only] Delete it.
       *[other] An entry is written like this: { "{" } "step": "hear", "on": "2024-03-05", "by": ["office"] { "}" }.
    }
    .suggest = Did you mean “{ $suggestion }”?

E0802 = the policy has no procedure “{ $name }”
    .label = nothing declares this
    .help = Check the spelling against the policy.
    .suggest = Did you mean “{ $suggestion }”?

E0803 = { $reason ->
    [none] the policy has no procedure
    [other] the log follows the procedure “{ $name }”, but “{ $wanted }” was asked for
   *[several] the log does not say which procedure it follows
}
    .label = { $reason ->
        [none] nothing to measure this log by
        [other] this one is not the one that was asked for
       *[several] “procedure” is missing here
    }
    .help = { $reason ->
        [none] Check that you named the right policy.
        [other] Name the same procedure, or leave one of the two out.
       *[several] Write “procedure” with one of these names, or use “--procedure NAME”: { $names }.
    }

E0804 = the procedure has no step “{ $name }”
    .label = no such step
    .help = Check the spelling against the policy.
    .elsewhere = The procedure “{ $procedure }” has a step of this name; each procedure has a log of its own.
    .right = This is a right: write “right” in place of “step”.
    .suggest = Did you mean “{ $suggestion }”?

E0805 = “{ $name }” is logged twice
    .label = logged again here
    .first = first logged here
    .help = Keep the entry that counts. Where a step was repeated, that is the first one that was taken as it has to be.

E0806 = the policy has no body and no role “{ $name }”
    .label = nobody is called so
    .help = Check the spelling against the policy.
    .suggest = Did you mean “{ $suggestion }”?

E0807 = the step “{ $step }” has no check “{ $name }”
    .label = no such check
    .help = Check the spelling against the policy; a check belongs to the step that has to make it.
    .suggest = Did you mean “{ $suggestion }”?

E0808 = { $reason ->
    [impossible] there is no day “{ $found }”
   *[shape] “{ $found }” is not a day
}
    .label = { $reason ->
        [impossible] the calendar does not have this day
       *[shape] a day is needed here
    }
    .help = { $reason ->
        [impossible] Check the length of the month and the leap year.
       *[shape] Write year, month and day, such as “2024-03-05”, without a time of day.
    }

E0809 = the policy has no right “{ $name }”
    .label = no such right
    .help = Check the spelling against the policy.
    .duty = This is a duty or a prohibition. Whether it is fulfilled is judged by the facts, not by the log.
    .step = This is a step: write “step” in place of “right”.
    .suggest = Did you mean “{ $suggestion }”?

E0810 = this entry lies before one above it: { $day } before { $latest }
    .label = earlier than an entry above
    .above = the later day stands here
    .help = The order of the entries changes nothing, but check the day: a wrong year looks like this.

E0901 = { $reason ->
    [unknown-key] a history has nothing called “{ $name }” here
    [key-twice] “{ $name }” is given twice
    [missing-key] “{ $name }” is missing
   *[type] “{ $name }” cannot be “{ $found }”
}
    .label = { $reason ->
        [unknown-key] not known here
        [key-twice] given again here
        [missing-key] “{ $name }” has to stand between these braces
       *[type] { $wanted ->
            [list] a list of decisions is needed
            [entry] a decision between braces is needed
           *[text] a text is needed
        }
    }
    .first = first given here
    .help = { $reason ->
        [unknown-key] It can have: { $keys }.
        [key-twice] Keep the one that is right.
       *[other] A decision is written like this: { "{" } "outcome": "sanction", "value": "warning", "on": "2024-03-05" { "}" }.
    }
    .suggest = Did you mean “{ $suggestion }”?

E0902 = the policy has no outcome “{ $name }”
    .label = nothing declares this
    .help = Give the whole name, with the role where the outcome belongs to one: “sanction of driver”.
    .suggest = Did you mean “{ $suggestion }”?

E0903 = { $reason ->
    [digits] “{ $found }” has more digits than “{ $name }” can keep
    [unit] “{ $found }” is in another unit than “{ $name }”
   *[other] “{ $name }” cannot be “{ $found }”
}
    .label = { $reason ->
        [digits] this would have to be rounded
        [unit] the unit differs
       *[other] not a value of “{ $wanted }”
    }
    .help = { $reason ->
        [member] Choose one of: { $members }; or “none” where no measure was taken.
        [digits] At most 28 digits are kept.
        [unit] The policy counts it in { $wanted }.
       *[other] Write a value of the type { $wanted }, in quotation marks unless it is a whole number; or “none” where no measure was taken.
    }
    .suggest = Did you mean “{ $suggestion }”?

E0904 = { $reason ->
    [impossible] there is no day “{ $found }”
   *[shape] “{ $found }” is not a day
}
    .label = { $reason ->
        [impossible] the calendar does not have this day
       *[shape] a day is needed here
    }
    .help = { $reason ->
        [impossible] Check the length of the month and the leap year.
       *[shape] Write year, month and day, such as “2024-03-05”, without a time of day.
    }

E0905 = a decision is given twice
    .label = given again here
    .first = first given here
    .help = Keep one: its effects would be counted twice. Two decisions that are alike need different references.

E1001 = { $reason ->
    [twice] a setting is given twice
   *[syntax] the settings are not TOML
}
    .label = { $reason ->
        [twice] given again
       *[syntax] not understood from here on
    }
    .help = { $reason ->
        [twice] Keep one of them.
       *[syntax] A setting is written key = value, each on a line of its own; texts stand in quotation marks, lists in square brackets.
    }

E1002 = there is no setting “{ $key }”
    .label = nothing has this name
    .help = The settings are: { $known }.
    .suggest = Did you mean “{ $suggestion }”?

E1003 = { $reason ->
    [list] “{ $key }” needs a list of texts
    [table] “{ $key }” needs a table
    [choice] “{ $key }” cannot be “{ $found }”
    [code] “{ $found }” names no code and no group
    [glob] “{ $found }” is no pattern for files
   *[text] “{ $key }” needs a text
}
    .label = { $reason ->
        [list] this is no list of texts
        [table] this is no table
        [choice] this is no choice
        [code] nothing has this name
        [glob] this matches nothing
       *[text] this is no text
    }
    .help = { $reason ->
        [list] Write it in square brackets, each text in quotation marks: ["B0003", "confused"].
        [table] Write a line for each pattern: "drafts/**" = ["B"].
        [choice] Choose one of: { $choices }.
        [code] “policyc rule” lists the codes; groups are blank, vague, confused, disproportion, burden and undecided.
        [glob] “*”, “**”, “?”, “[…]” and “{ "{" }a,b{ "}" }” may stand in it; brackets and braces have to be closed.
       *[text] Write it in quotation marks.
    }
    .suggest = Did you mean “{ $suggestion }”?

E1004 = “{ $file }” is no baseline{ $reason ->
    [newer] {" "}that this version can read
   *[shape] {""}
}
    .label = { $reason ->
        [newer] this version writes format 1
       *[shape] not understood from here on
    }
    .help = If it is a damaged baseline, delete it and write a new one with “policyc check --write-baseline { $file }”.

E1101 = { $reason ->
    [type] “{ $name }” is { $old } in the old text and { $new } in the new one
    [unit] “{ $name }” is in { $old } in the old text and in { $new } in the new one
    [order] the scales of “{ $name }” have “{ $old }” and “{ $new }” in opposite orders
    [records] the records of “{ $name }” cannot be matched
    [dated] the old text takes the version of a case from “{ $old }”, the new one from “{ $new }”
    [unknown-old] the old text has nothing called “{ $name }”
    [unknown-new] the new text has nothing called “{ $name }”
    [taken] “{ $name }” would stand for two things of the old text
    [nothing] the two policies have no outcome in common
   *[renaming] “{ $name }” is not of the form OLD=NEW
}
    .label = in the new text
    .other = in the old text
    .help = { $reason ->
        [renaming] Write the name of the old text, “=”, and the name of the new one.
        [unknown-old] A renaming is about a fact, a role, an outcome, a member of a scale or a field.
        [unknown-new] A renaming is about a fact, a role, an outcome, a member of a scale or a field.
        [taken] Rename the other one too.
        [nothing] Outcomes are matched by name; “--rename OLD=NEW” makes two of them one.
        [dated] Date both policies by the same fact.
       *[other] If these are two different things, give one of them another name.
    }

B0001 = clause “{ $clause }” is in the outline, but not in the policy
    .label = listed here
    .help = Encode it, or say with “not modelled” or “missing” why not.

B0002 = clause “{ $clause }” is not in the outline
    .label = the outline does not list this
    .help = Compare with the regulation: add the clause to the outline, or correct its number.

B0003 = the regulation leaves something open in clause “{ $clause }”: { $what }
    .label = left open by the source
    .help = Once the regulation says it, encode it and delete the remark.

B0004 = this “ensure” does not hold: there are cases in which no rule addresses “{ $outcome }”
    .label = refuted by a case
    .clause = has a part in the case
    .help = It fails where { $region } ({ $cases } of { $total } cases, { $share }). Add a rule for these cases, or narrow the claim with “when”.
    .example = { $case } → { $decided }

B0005 = in some cases no rule addresses “{ $outcome }”
    .label = { $cases } of { $total } cases are left open ({ $share })
    .help = They are those where { $region }. If that is meant, say what follows with “otherwise”; claim with “ensure … is addressed when” which cases must not be open.
    .example = { $case } → { $decided }

B0010 = “{ $outcome }” comes to { $names } in no case
    .label = listed, and given by no rule
    .help = Write the rule that gives it, or take it off the list.

B0011 = nobody decides { $names }
    .label = the first clause that gives one of them
    .help = Say in an authority line who decides; if the regulation does not say, it has to be amended.

B0012 = nobody enforces { $names }
    .label = the first clause that gives one of them
    .help = Say in an authority line who enforces; if the regulation does not say, it has to be amended.

B0020 = { $number ->
    [one] nothing follows when { $names } is not kept
   *[other] nothing follows when one of { $number } duties and prohibitions is not kept: { $names }
}
    .label = no rule asks whether it is kept
    .help = Say what follows with “on breach …”, or in a rule with “NAME is breached”.

B0021 = { $number ->
    [one] nobody has to take the step { $names } of “{ $procedure }”
   *[other] nobody has to take { $number } steps of “{ $procedure }”: { $names }
}
    .label = no actor
    .help = Say who takes it with “by BODY”; if the regulation does not say, it has to be amended.

B0022 = { $kind ->
    [all] no step has a deadline in { $names }
   *[step] { $number ->
        [one] the step { $names } has no deadline, unlike other steps of “{ $procedure }”
       *[other] { $number } steps have no deadline, unlike other steps of “{ $procedure }”: { $names }
    }
}
    .label = by no day
    .help = Add “within PERIOD of STEP”, or let it pass to the next level with “escalate”.

V0001 = { $missing ->
    [judge] nobody is named who judges { $names }
    [criterion] judged by no stated measure: { $names }
   *[both] nobody is named who judges, and no measure is stated: { $names }
}
    .label = { $number ->
        [one] hangs on it
       *[other] the first clause that hangs on one of them
    }
    .help = { $missing ->
        [judge] Name who judges with “by BODY”.
        [criterion] State the measure with “criterion "…"”, or replace the judgement by facts that can be checked.
       *[both] Name the judge with “by BODY” and the measure with “criterion "…"”, or replace the judgement by facts that can be checked.
    }

V0002 = { $number ->
    [one] clause { $names } leaves open what else falls under it
   *[other] { $number } clauses leave open what else falls under them: { $names }
}
    .label = other cases
    .help = List the cases, or state with “criterion "…"” by what measure others are as grave.

V0003 = { $kind ->
    [step] how “{ $name }” is read decides which steps there are: { $steps }
   *[outcome] how “{ $name }” is read decides { $cases } of { $total } cases ({ $share })
}
    .label = { $kind ->
        [step] “{ $preferred }” or “{ $other }”
       *[outcome] read as “{ $preferred }” or as “{ $other }”
    }
    .help = { $kind ->
        [step] It does where { $region } ({ $cases } of { $total } cases, { $share }). Have the regulation say which is meant; then delete the reading.
       *[outcome] Have the regulation say which is meant; then delete the reading.
    }
    .example = { $kind ->
        [step] { $case }
       *[outcome] { $case }: “{ $outcome }” read as “{ $preferred }” → { $result }; as “{ $other }” → { $other_result }
    }

V0004 = on judgement alone hangs whether “{ $outcome }” can be: { $values }
    .label = only judgements lead there
    .help = Add a fact that can be checked to the conditions, so that the measure does not hang on an opinion.

V0005 = clause “{ $clause }” permits every value of “{ $outcome }”
    .label = all { $values } values
    .help = Permit only what fits the cases of this rule; what fits other cases belongs in rules of their own.

C0001 = “{ $name }” and “{ $other }” look alike
    .label = easily taken for “{ $other }”
    .other = the other name
    .help = If both mean the same, declare it once; if not, choose names that the eye can tell apart.

C0002 = this “ensure” does not hold: “{ $outcome }” can come to { $decided }
    .label = { $property ->
        [excludes] a value that it excludes is permitted
        [at-least] something lighter is permitted, or nothing is said
        [at-most] something heavier is permitted
       *[within] something else is permitted, or nothing is said
    }
    .clause = has a part in the case
    .help = It fails where { $region } ({ $cases } of { $total } cases, { $share }). Change the rules, or narrow the claim with “when”.
    .example = { $case } → { $decided }

C0003 = the rules of “{ $outcome }” exclude each other in some cases
    .label = nothing is permitted in { $cases } of { $total } cases ({ $share })
    .clause = takes part in the conflict
    .help = They do where { $region }; in the example clauses { $clauses } meet. Say which goes first with “overriding”, or change how the outcome combines them.
    .example = { $case } → { $decided }

C0010 = clause “{ $clause }” never applies: no case fulfils its condition
    .label = holds in no case
    .itself = The condition contradicts itself.
    .assumption = The condition contradicts an assumption.
    .assumed = this is assumed of every case
    .scope = The condition contradicts the scope of the policy.
    .applies = the policy applies only here
    .otherwise = In every case that is left, a rule of { $others } fires.
    .help = Correct the condition, or delete the rule.

C0011 = clause “{ $clause }” never counts: whenever it fires, { $by } takes its place
    .label = fires, but never counts
    .other = takes its place
    .help = Narrow what takes its place, or delete the rule.

C0012 = clause “{ $clause }” changes no result: { $other } already applies wherever it does
    .label = changes no result
    .other = applies wherever the rule does
    .same = Both apply in the same cases and permit the same.
    .help = Delete one of them, or let them differ as intended.

C0013 = the exemption in clause “{ $clause }” never exempts from anything
    .label = never holds where there is something to exempt from
    .never = No case in scope fulfils its condition.
    .help = Correct the condition or the clauses that it names, or delete the exemption.

C0014 = the exemption in clause “{ $clause }” leaves nothing of { $rules }
    .label = holds in every case in which the rule fires
    .rule = never applies
    .help = Narrow the exemption, or widen the rule.

C0015 = a part of a condition in clause “{ $clause }” changes nothing
    .label = can be left out
    .true = Given the rest, it holds in every case.
    .false = It adds no case to the rest.
    .help = Delete it, or correct it if something else was meant.

C0020 = mitigation and aggravation of “{ $outcome }” meet in { $cases } of { $total } cases ({ $share }), and no clause settles it
    .label = makes it heavier under “{ $heavier }”
    .lighter = makes it lighter under “{ $lighter }”
    .help = Say which goes first: let one condition exclude the other, or write a rule for the cases in which both hold.
    .example = { $case } → { $decided }, with both to be weighed

C0021 = { $kind ->
    [escalation] the step “{ $step }” passes to the next level at once
   *[order] the step “{ $step }” has { $period }, but has to follow “{ $earlier }”, which has { $longer } from the same day
}
    .label = { $kind ->
        [escalation] no time to take it
       *[order] over before “{ $earlier }” has to be done
    }
    .earlier = has { $longer }
    .help = { $kind ->
        [escalation] Give the first level some time.
       *[order] Count the later deadline from the earlier step, or give it more time.
    }

C0022 = nothing uses the { $kind ->
    [judgement] judgement
    [reading] reading
    [define] define
    [param] parameter
    [scale] scale or enum
    [record] record
    [body] body
    [role] role
   *[fact] fact
} “{ $name }”
    .label = declared, but never used
    .help = Use it where the regulation speaks of it, or delete it.

C0090 = “allow { $code }” silences nothing
    .label = nothing is reported as { $code } here
    .help = Delete it, if what it answered for is mended; it would silence the next one unseen.

C0091 = { $count ->
    [one] 1 finding of the baseline “{ $file }” no longer occurs
   *[other] { $count } findings of the baseline “{ $file }” no longer occur
}
    .help = The first is { $code } in { $where }. Write the baseline anew with “--write-baseline”, so that the same cannot come back unseen.

D0001 = { $property ->
    [rises] this “ensure” does not hold: from “{ $from }” to “{ $to }” on “{ $fact }”, “{ $outcome }” becomes lighter
   *[ignores] this “ensure” does not hold: “{ $outcome }” depends on “{ $fact }”
}
    .label = refuted by a pair of cases
    .clause = has a part in the difference
    .help = It fails where { $region } ({ $cases } of { $total } cases, { $share }). Change the rules, or narrow the claim with “when”.
    .example = { $case }: { $fact } = { $from } → { $before }; { $fact } = { $to } → { $after }

D0002 = from “{ $from }” to “{ $to }” on “{ $fact }”, “{ $outcome }” can become lighter
    .label = from { $before } to { $after }
    .clause = has a part in the difference
    .help = It does where { $region } ({ $cases } of { $total } cases, { $share }). If what is worse shall not be answered more lightly, change the rules and claim “ensure { $outcome } rises with { $fact }”.
    .example = { $case }: { $fact } = { $from } → { $before }; { $fact } = { $to } → { $after }

N0001 = { $check ->
    [B0005] it is not decided whether some rule addresses “{ $outcome }” in every case
    [B0010] it is not decided which values “{ $outcome }” can come to
    [B0011] it is not decided which values of “{ $outcome }” somebody has to decide and enforce
    [C0003] it is not decided whether the rules of “{ $outcome }” ever exclude each other
    [C0010] it is not decided whether every rule of “{ $outcome }” applies in some case
    [C0011] it is not decided whether every rule of “{ $outcome }” counts in some case
    [C0012] it is not decided whether every rule of “{ $outcome }” changes some result
    [C0013] it is not decided whether every exemption of “{ $outcome }” exempts from something
    [C0014] it is not decided whether the exemptions of “{ $outcome }” leave something of its rules
    [C0015] it is not decided whether every part of the conditions of “{ $outcome }” matters
    [C0020] it is not decided whether mitigation and aggravation of “{ $outcome }” ever meet
    [D0002] it is not decided whether “{ $outcome }” rises with every scale that its rules compare
    [N0001] it is not decided what “{ $outcome }” comes to in all cases
    [U0002] it is not decided whether somebody always holds “{ $outcome }”
    [V0003] it is not decided whether the readings change “{ $outcome }”
   *[ensure] it is not decided whether this “ensure” holds
}
    .label = { $reason ->
        [too-large] a written limit of the analysis was reached
        [mismatch] the interpreter decides the example otherwise (please report this)
       *[approximate] it rests on something that cannot be cut into finitely many cases
    }
    .help = Nothing was found, and nothing is proved. Splitting the policy or the outcome, or simpler conditions, can help; until then, tests of typical cases have to do.

U0001 = “{ $name }” has { $count } of all { $total } tasks
    .label = duties: { $duties }, steps: { $steps }, decisions: { $decisions }, judgements: { $judgements }
    .help = Spread them: let one body investigate and another decide, and leave to the top what only the top can do.

U0002 = in { $cases } of { $total } cases ({ $share }) there is “{ $fault }”, and nobody holds “{ $outcome }”
    .label = none of the roles has a share
    .fault = decided all the same
    .help = It is so where { $region }. Say who answers there.
    .example = { $case } → { $decided }, and none of the roles answers

U0003 = { $kind ->
    [breach] “{ $name }” alone decides what follows from its own breach of “{ $duty }”
    [judgement] “{ $name }” judges “{ $judgement }”, and is the one who is liable for it
   *[checks] what is checked in “{ $step }” was done in “{ $earlier }” by the same: { $name }
}
    .label = { $kind ->
        [breach] the breach decides “{ $outcome }”
        [judgement] “{ $outcome }” hangs on this
       *[checks] nobody else may check
    }
    .earlier = taken by the same
    .help = Give it to another body, or let another one approve it.
