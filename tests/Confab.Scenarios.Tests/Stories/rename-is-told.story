# everybody who shares a room with somebody hears of their new nickname once, however many rooms it is
for every <who> of text, json, irc, irc-plain

alice  over <who>        joins
bob    over text         joins
carol  over json         joins
dan    over alias        joins
alice                    joins #tea
bob                      joins #tea
carol                    joins #tea
alice                    is now called alicia
bob                      sees alice become alicia
carol                    sees alice become alicia
dan                      sees alice become alicia
bob                      whispers alicia "so it is you"
alicia                   sees whisper bob "so it is you"
everybody                sees nothing more
