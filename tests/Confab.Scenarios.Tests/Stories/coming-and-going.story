# where people have nicknames, their coming and going is told
for every <door> of text, json, alias, alias-lines, irc, irc-plain
for every <who> of text, json, alias, alias-lines, irc, irc-plain

alice over <door>  joins
bob   over <who>   joins
alice              sees bob join
bob                leaves
alice              sees bob leave
bob   over <who>   joins
alice              sees bob join
bob                vanishes
alice              sees bob leave
alice              sees nothing more
