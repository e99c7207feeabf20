# the console's Goodbye! is said to the others before its member leaves
for every <door> of every door
for every <who> of console, console-lines

alice over <door>  joins
bob   over <who>   joins
bob                says "hello"
alice              sees bob "hello"
bob                leaves
alice              sees bob "Goodbye!"
alice              sees nothing more
