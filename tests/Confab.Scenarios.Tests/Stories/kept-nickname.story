# the nickname of an account is refused to guests on every door that asks for one
for every <door> of text, json, alias, alias-lines, irc, irc-plain

alice over irc     joins
alice              registers an account
alice              leaves
alice over <door>  is refused that nickname
