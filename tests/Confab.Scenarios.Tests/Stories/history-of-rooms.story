# every room has a history of its own
for every <who> of text, json, irc, irc-plain
for every <door> of text, json, irc, irc-plain

alice over <who>   joins
alice              joins #tea
alice              says "milk first"
alice              says in #lobby "hello all"
bob   over <door>  joins
bob                sees history alice "hello all"
bob                sees nothing more
bob                joins #tea
bob                sees history in #tea alice "milk first"
bob                sees nothing more
