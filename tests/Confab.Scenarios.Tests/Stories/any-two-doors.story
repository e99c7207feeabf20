# two people on any two doors hear each other once, and not themselves
for every <one> of every door
for every <other> of every door

alice over <one>    joins
bob   over <other>  joins
alice               says "the kettle is on"
bob                 sees alice "the kettle is on"
bob                 says "two sugars "
alice               sees bob "two sugars "
alice               sees nothing more
bob                 sees nothing more
