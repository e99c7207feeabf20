# everybody hears everybody, in one order, through all doors

ann   over text           joins
ben   over json           joins
cat   over relay          joins
dan   over relay-lines    joins
eve   over console        joins
fay   over console-lines  joins
gus   over nul            joins
hal   over alias          joins
ida   over alias-lines    joins
jon   over operator       joins
kim   over irc            joins
lea   over irc-plain      joins

ann   says "one"
ben   says "two"
cat   says "three"
dan   says "four"
eve   says "five"
fay   says "six"
gus   says "seven"
hal   says "eight"
ida   says "nine"
jon   says "ten"
kim   says "eleven"
lea   says "twelve"

everybody sees ann "one"
everybody sees ben "two"
everybody sees cat "three"
everybody sees dan "four"
everybody sees eve "five"
everybody sees fay "six"
everybody sees gus "seven"
everybody sees hal "eight"
everybody sees ida "nine"
everybody sees jon "ten"
everybody sees kim "eleven"
everybody sees lea "twelve"
everybody sees nothing more
