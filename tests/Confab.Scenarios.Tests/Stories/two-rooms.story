# what is said in one room is not heard in another
for every <who> of text, json, irc, irc-plain

alice over <who>  joins
bob   over text   joins
carol over json   joins
dan   over relay  joins
alice             joins #tea
bob               joins #tea
alice             says "here in the kitchen"
bob               sees in #tea alice "here in the kitchen"
carol             sees nothing more
dan               sees nothing more
dan               says "anybody?"
alice             sees dan "anybody?"
bob               sees dan "anybody?"
carol             sees dan "anybody?"
alice             says in #lobby "here too"
dan               sees alice "here too"
carol             sees alice "here too"
bob               sees alice "here too"
bob               leaves #tea
alice             sees in #tea bob leave
alice             says in #tea "alone now"
everybody         sees nothing more
