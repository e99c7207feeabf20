# a long message comes whole, in as many pieces as a door needs
for every <one> of text, json, relay-lines, console-lines, nul, alias-lines, operator
for every <other> of every door

alice over <one>    joins
bob   over <other>  joins
alice               says "äbcdefghi " 700 times
bob                 sees alice "äbcdefghi " 700 times
alice               says "short"
bob                 sees alice "short"
bob                 sees nothing more
