# a new nickname is told once, and speaks from then on
for every <door> of every door
for every <who> of text, json, irc, irc-plain

alice  over <who>   joins
bob    over <door>  joins
alice               says "hello"
bob                 sees alice "hello"
alice               is now called alicia
alicia              says "it is me"
bob                 sees alicia "it is me"
bob                 sees nothing more
alicia              sees nothing more
