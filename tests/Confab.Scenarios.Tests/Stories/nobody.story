# whoever whispers to nobody is told so, and nobody hears it
for every <door> of text, json, alias, alias-lines, irc, irc-plain

alice over <door>  joins
bob   over nul     joins
alice              whispers carol "are you there?"
alice              is told that nobody is called carol
bob                leaves
alice              whispers bob "and you?"
alice              is told that nobody is called bob
alice              sees nothing more
