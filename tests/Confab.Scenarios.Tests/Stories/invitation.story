# who is invited over IRC hears of it through their own door, and may enter
for every <door> of text, json, irc, irc-plain

alice over irc     joins
bob   over <door>  joins
alice              joins #tea
alice              closes #tea
bob                may not join #tea
alice              invites bob to #tea
bob                sees alice invite them to #tea
bob                joins #tea
bob                says "thank you"
alice              sees in #tea bob join
alice              sees in #tea bob "thank you"
