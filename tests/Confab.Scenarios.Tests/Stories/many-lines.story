# a message of many lines stays one message where a door can show it, and becomes lines where it cannot
for every <one> of nul, json
for every <other> of every door

alice over <one>    joins
bob   over <other>  joins
alice               says "one\ntwo\n\nfour"
bob                 sees alice "one\ntwo\n\nfour"
alice               says "five"
bob                 sees alice "five"
bob                 sees nothing more
