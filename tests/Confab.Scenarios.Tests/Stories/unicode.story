# every script and sign comes as it was written, or as question marks where a door bears ASCII only
for every <one> of every door
for every <other> of every door

alice over <one>    joins
bob   over <other>  joins
alice               says "grüß dich, 茶 はいかが? שלום ☕ 👩‍👩‍👧 ✓"
bob                 sees alice "grüß dich, 茶 はいかが? שלום ☕ 👩‍👩‍👧 ✓"
alice               says "tab\tand \\ and \"quotes\""
bob                 sees alice "tab\tand \\ and \"quotes\""
bob                 sees nothing more
