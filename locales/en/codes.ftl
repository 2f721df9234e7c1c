# One message per code. The message is the fault in one sentence; .label stands at the place itself, .help below.
# Other attributes are the words of second places and of helps that only some cases need.

E0101 = “{ $file }” cannot be read: { $reason ->
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

E0204 = this closing brace closes nothing
    .label = no open brace is left here

E0301 = unknown name “{ $name }”
    .label = nothing declares this
    .help = Declare it as a fact, a define or a scale.
    .suggest = Did you mean “{ $suggestion }”?

E0302 = “{ $name }” is declared twice
    .label = declared again here
    .first = first declared here
    .declared = declared here
    .help = Give one of the two another name.
