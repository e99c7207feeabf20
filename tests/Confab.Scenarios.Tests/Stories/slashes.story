# words that mean something to one door are only words through another
for every <door> of every door

alice over json    joins
bob   over <door>  joins
alice              says "exit"
bob                sees alice "exit"
alice              says "Goodbye!"
bob                sees alice "Goodbye!"
alice              says "q"
bob                sees alice "q"
alice              says "/quit"
bob                sees alice "/quit"
alice              says "NICK"
bob                sees alice "NICK"
bob                sees nothing more
