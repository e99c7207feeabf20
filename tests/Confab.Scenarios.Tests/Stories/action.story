# what somebody does is shown as a deed through every door
for every <door> of every door
for every <who> of text, json, irc, irc-plain

alice over <who>   joins
bob   over <door>  joins
alice              does "waves"
bob                sees alice do "waves"
alice              says "hello"
bob                sees alice "hello"
bob                sees nothing more
