# whom an IRC operator removes is removed, whatever door they came through, and is told why
for every <door> of irc, irc-plain
for every <who> of every door

alice over <door>  joins
carol over json    joins
bob   over <who>   joins
alice              becomes an operator of the server
alice              removes bob "no milk"
carol              sees alice remove bob "no milk"
alice              says "well"
carol              sees alice "well"
dave  over <who>   joins
alice              says "hello"
dave               sees alice "hello"
dave               sees nothing more
