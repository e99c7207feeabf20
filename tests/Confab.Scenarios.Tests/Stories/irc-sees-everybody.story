# an IRC client, which keeps a list of members, is told of those, too, whose doors come and go quietly
for every <door> of irc, irc-plain
for every <who> of every door

alice over <door>  joins
bob   over <who>   joins
alice              sees bob join
bob                vanishes
alice              sees bob leave
alice              sees nothing more
