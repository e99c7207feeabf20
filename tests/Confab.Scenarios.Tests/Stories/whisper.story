# a whisper reaches one person, on whatever door, and nobody else
for every <from> of text, json, alias, alias-lines, irc, irc-plain
for every <to> of every door

alice over <from>  joins
bob   over <to>    joins
carol over <to>    joins
alice              whispers bob "psst"
bob                sees whisper alice "psst"
bob                sees nothing more
carol              sees nothing more
alice              sees nothing more
