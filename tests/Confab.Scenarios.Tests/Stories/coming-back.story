# whoever leaves or breaks off can come back at once, and the others did not notice more than that
for every <door> of every door

alice over text    joins
bob   over <door>  joins
bob                says "back in a minute"
alice              sees bob "back in a minute"
bob                leaves
bob   over <door>  joins
alice              says "welcome back"
bob                sees alice "welcome back"
bob                vanishes
bob   over <door>  joins
bob                says "sorry"
alice              sees bob "sorry"
alice              sees nothing more
bob                sees nothing more
