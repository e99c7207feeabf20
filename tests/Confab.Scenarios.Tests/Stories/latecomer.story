# a latecomer sees history once, whichever protocol tells it, and whoever said it
for every <speaker> of every door
for every <door> of text, json, irc, irc-plain

alice over <speaker>  joins
alice                 says "the kettle is on"
alice                 says "who wants tea?"
bob   over <door>     joins
bob                   sees history alice "the kettle is on"
bob                   sees history alice "who wants tea?"
alice                 says "bob!"
bob                   sees alice "bob!"
bob                   sees nothing more
