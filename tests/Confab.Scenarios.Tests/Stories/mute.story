# whom an IRC operator mutes is not heard through any door, and is told so
for every <door> of every door

alice over irc     joins
carol over text    joins
bob   over <door>  joins
alice              becomes an operator of the server
alice              mutes bob
bob                may not say "but"
carol              sees nothing more
alice              says "peace"
bob                sees alice "peace"
