# a topic is told to those who have topics, and is part of the history
for every <who> of text, json, irc, irc-plain
for every <door> of text, json, irc, irc-plain

alice over <who>   joins
bob   over <door>  joins
dan   over relay   joins
alice              sets the topic "tea at four"
bob                sees alice set the topic "tea at four"
dan                sees nothing more
bob                says "good"
alice              sees bob "good"
carol over json    joins
carol              sees history alice set the topic "tea at four"
carol              sees history bob "good"
carol              sees nothing more
