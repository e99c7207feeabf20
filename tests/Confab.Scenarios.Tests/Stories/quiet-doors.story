# where opening a connection says nothing, nobody is told of it
for every <who> of relay, relay-lines, nul, operator

alice over text   joins
carol over alias  joins
dan   over json   joins
bob   over <who>  joins
bob               leaves
bob   over <who>  joins
bob               vanishes
alice             sees carol join
alice             sees dan join
everybody         sees nothing more
