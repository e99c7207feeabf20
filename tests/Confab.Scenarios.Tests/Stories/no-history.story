# the classic doors begin with the present
for every <door> of relay, relay-lines, console, console-lines, nul, alias, alias-lines, operator

alice over text    joins
alice              says "the kettle is on"
bob   over <door>  joins
bob                sees nothing more
alice              says "bob!"
bob                sees alice "bob!"
bob                sees nothing more
