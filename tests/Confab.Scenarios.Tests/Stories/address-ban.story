# a ban of an address, and one of whoever comes from there, holds on every door
for every <door> of every door
for every <whom> of 127.0.0.2, *@127.0.0.2

alice over irc                        joins
bob   over <door> from 127.0.0.2      joins
alice                                 becomes an operator of the server
alice                                 bans <whom> and with it bob
bob   over <door> from 127.0.0.2      is turned away
carol over <door>                     joins
carol                                 says "hello"
alice                                 sees carol "hello"
