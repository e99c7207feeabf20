# only the alias door shows people their own words
for every <door> of alias, alias-lines

alice over <door>  joins
alice              says "hello"
alice              sees alice "hello"
alice              says "hello again"
alice              sees alice "hello again"
alice              sees nothing more
