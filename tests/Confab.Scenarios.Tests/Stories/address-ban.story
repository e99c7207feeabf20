# a ban of an address holds on every door
for every <door> of every door

alice over irc                        joins
bob   over <door> from 127.0.0.2      joins
alice                                 becomes an operator of the server
alice                                 bans 127.0.0.2 and with it bob
bob   over <door> from 127.0.0.2      is turned away
carol over <door>                     joins
carol                                 says "hello"
alice                                 sees carol "hello"
