# whom somebody removes from a room of theirs sees it over IRC
for every <who> of text, json
for every <door> of irc, irc-plain

alice over <who>   joins
bob   over <door>  joins
carol over <door>  joins
alice              joins #tea
bob                joins #tea
carol              joins #tea
alice              removes bob "no milk"
carol              sees in #tea alice remove bob "no milk"
alice              says in #tea "well"
carol              sees in #tea alice "well"
bob                sees nothing more
