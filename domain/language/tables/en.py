"""English: what people say in it, and what we do; tables/shape.py tells what each table is for."""

from typing import Final

from domain.language.tables.shape import (
    Answerers,
    Asides,
    Dictation,
    FixedTexts,
    Language,
    Ours,
    Preferences,
    Remarks,
    Wishes,
)

# A moment after "do not call me" makes it a wish about when, not about whether.
_LATER: Final = (
    r"(?! (?:right )?(?:now|today|tonight|tomorrow|before|after|until|till|during|while|when|so early|so late|this|"
    r"between|yet|at|in the|in an|in a|on|early|late|from)(?!\S))"
)
_CALL: Final = r"(?:call|phone|ring|contact|text|message|dial|bother)"
_CALLING: Final = (
    r"(?:calling|phoning|ringing|contacting|texting|messaging|dialing|dialling|bothering|harassing)"
)
# Taken whole or not at all, so that the words looked for after it are really the next ones.
_ME: Final = r"(?: me| us| here| this (?:number|phone|house)| my (?:phone|number|house|home|cell|mobile))?+"
_NOT: Final = r"(?:do not|dont|never|please not)"
_ME_OR_MINE: Final = (
    r"(?:me|us|my (?:phone )?(?:number|name|details|data|contact|phone)|(?:this|our|the) (?:phone )?number)"
)
# "Do not record me" deletes what was kept; "I do not want to be recorded" and "stop the recording" are the same demand.
_RECORD_WHAT: Final = (
    r"(?: (?:me|us|this|that|it|anything|my voice|(?:this|the|our|my) (?:\w+ )?(?:call|conversation)))?"
)
_GREETING: Final = r"(?:hello|helo|hallo|hullo|hi|hey|hey there|hi there|hello there|yes|yeah|yep|yes please|good (?:morning|afternoon|evening|day)|halo)"
_AGAIN: Final = r"(?:again|one more time|once more|a(?:nother)? time|over again|for me|to me|more slowly|slower|slowly|louder|a (?:bit|little)(?: more)? (?:slower|slowly|louder))"
_WHILE: Final = r"(?:moment|second|sec|seconds|minute|min|minutes|tick|mo)"
_LEAD: Final = r"(?:just|wait|hold|hold on|hang on|hang|give me|gimme|bear with me|ill be|i will be|itll be|for|takes?|need|i need|ill need|allow me)"
_THING: Final = r"(?:pen|pencil|paper|piece of paper|notebook|notepad|calendar|diary|schedule|agenda|planner|glasses|card|wallet|purse|phone|charger|laptop|computer|notes|papers|files?|letter|bill|contract|something to write(?: with| on)?)"
_KIN: Final = r"(?:wife|husband|mother|mom|mum|father|dad|son|daughter|brother|sister|boss|manager|colleague|partner|assistant|supervisor|owner|roommate|flatmate|girlfriend|boyfriend|grandma|grandpa|grandmother|grandfather|aunt|uncle|secretary)"
_SOMEBODY: Final = rf"(?:(?:my|the|our|his|your) {_KIN}|(?:mr|mrs|ms|miss|doctor|dr) \w+)"
_ANOTHER: Final = rf"(?:him|her|{_SOMEBODY})"
_THEN: Final = r"(?: (?:for you|on|on the (?:phone|line)|to the (?:phone|line)|over here|now|right now|please|then|here|quickly|real quick|okay|ok|alright|thanks|sir|maam|first|hold on|one (?:second|moment|sec)|just a (?:second|moment|sec)))*"
_ILL: Final = r"(?:ill|i will|let me|lemme|i can|im going to|i am going to|im gonna|im just going to|i have to) (?:just |quickly |go |and |see if i can ){0,3}"
_DIGIT: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|zero|star|pound|hash|[0-9])"
_NOT_SAYING: Final = (
    r"(?<!dont )(?<!not )(?<!cant )(?<!cannot )(?<!never )(?<!you )(?<!we )(?<!they )(?<!people )"
)

# Where a refusal or a wish ends: what follows it is not its object ("I don't want that one", "I'm driving a Toyota").
_OVER: Final = (
    r"(?= \||$| (?:thanks|thank|at all|sorry|sir|maam|please|so|and|but|because|cause|since|as|goodbye|bye|ok|okay|right|now|today|"
    r"from you|from anyone|honestly|really|actually|for now|any ?more|then|anyway|yet|no|yes|not|at the moment|at this time|currently|im|"
    r"i am|ive|were good|we have|i have|what|who|can you|could you|call|just|sorry)(?!\S))"
)
_AM: Final = r"(?:im|i am|were|we are)"
_GOING_ON: Final = r"(?:busy|driving|working|cooking|eating|shopping|running|in a meeting|in meetings|in the car|at work|at the office|at the doctors?|at dinner|at lunch|at a funeral|on another call|on the other line|on the road|on my way|about to leave|having (?:dinner|lunch|breakfast)|with (?:a|my|some) (?:client|clients|customer|customers|patient|patients|kids|family))"
_WRITE: Final = r"(?:send|email|e mail|mail|text|forward|whatsapp|message)"
_WRITING: Final = r"(?:sending|emailing|mailing|texting|forwarding|messaging|writing)"
_RING: Final = r"(?:call|phone|ring|try|reach|get|catch|contact|buzz)"
_TO_DO: Final = r"(?:know|hear|learn|see|find out|try|get|have|buy|order|book|schedule|arrange|set|sign|come|visit|join|take|go ahead|start|proceed|discuss|talk about|go for|do (?:it|that|one)|be (?:part|considered))"
_NO_NAME: Final = (
    r"(?:one|body|need|way|point|reason|problem|problems|time|interest|doubt|money|budget|chance|rush|hurry|better|longer|more|use|such|"
    r"signal|reception|internet|wifi|coverage|network|service|room|space|parking|garage|garden|roof|power|electricity|gas|water|heating|"
    r"solar|cars?|pets?|dogs?|cats?|kids|children|business|company|office|store|shop|man|woman|husband|wife|adults?|manager|boss|owner|"
    r"decision|staff|employees?|debt|mortgage|insurance|loan|policy|contract|meeting|appointment|questions?|issues?|complaints?|charge|fee|"
    r"cost|catch|answer|difference|obligation|noise|school|bus|phone|computer|other|good|real|sign|light|sun|stairs|lift|elevator|smoking)"
)
# The words of a question or a report after its beginning, up to where another clause begins.
_ASKED: Final = r"(?: (?!(?:i|im|ive|id|ill|we|weve|wed|please|no|not|yes|yeah|because|but|so|sorry|call|send|just)(?!\S))[^\s|]++){0,6}+"

_WISHES: Final = Wishes(
    opt_out=(
        # The subject before "don't" makes it a report ("they don't call me"); "again" makes it a demand all the same.
        rf"(?<!i )(?<!we )(?<!you )(?<!they )(?<!he )(?<!she )(?<!people ){_NOT} (?:ever |please )?{_CALL}{_ME}{_LATER}"
        r"(?! (?:back )?(?:sir|maam|names|the police)(?!\S))",
        rf"(?:{_NOT}|not) (?:ever |please )?{_CALL}{_ME}(?: back)? (?:again|any ?more|ever)(?: again)?(?! (?:today|tonight|before|until|till)(?!\S))",
        rf"(?<!dont )(?<!not )(?<!never )(?<!didnt )(?<!wont )(?<!cant )(?<!cannot )(?:stop|quit|cease) {_CALLING}{_ME}"
        r"(?! (?:sir|maam|madam|mister|honey|dear|darling|sweetheart|buddy|names|it)(?!\S))",
        r"(?<!dont )(?<!not )stop (?:with )?(?:the|these|those|your|all)(?: the| these| your)? (?:phone |sales )?calls?",
        r"(?:take|get|remove|strike|scratch|delete|drop|erase) " + _ME_OR_MINE + r" (?:off|from|out of) "
        r"(?:of )?(?:your|the|this|that|any|all|those|these|all your)(?: \w+){0,3} "
        r"(?:lists?|databases?|systems?|records?|files?|calls)",
        r"(?:take|get) " + _ME_OR_MINE + r" off (?:your|the|this|that) list",
        r"(?:remove|delete|erase|lose) my (?:phone )?(?:number|details|data|contact)",
        r"(?<!dont )(?<!not )remove (?:me|this number)(?! from (?:speaker|hold|mute)(?!\S))",
        r"(?<!dont )(?<!not )(?<!to not )unsubscribe(?: me| us)?",
        r"(?:opt|opting) (?:me |us )?out(?! of (?:the survey|this question)(?!\S))(?<!not opt out)(?<!dont want to opt out)",
        r"(?:put|place|add|get) "
        + _ME_OR_MINE
        + r" (?:on|to|onto) (?:your |the |a )?do not (?:call|contact)(?: list| registry)?",
        rf"(?:do not|dont|no longer|never) (?:want|wish|like|need) (?:to )?(?:be |get |receive |hear from )?(?:you to )?(?:call|called|contacted|contact|phoned|phone|texted|text|hearing from)(?: me| us| by you)?+(?: again| any ?more)?+{_LATER}",
        r"(?:do not|dont|no longer) (?:want|wish|need) (?:to (?:get|receive|have) )?(?:any|any more|more|your|these|those|such)(?: more| of these| of your)? (?:phone |sales |marketing )?(?:calls|messages|texts)",
        r"(?:do not|dont) (?:want|wish) to (?:ever )?hear from you(?: again| any ?more| ever){0,6}",
        r"no more (?:phone |sales |marketing )?(?:calls|texts|messages)",
        r"leave (?:me|us) alone",
        r"(?:be|get) (?:taken|removed|deleted) (?:off|from|out of) (?:your|the|this) (?:\w+ ){0,2}(?:lists?|databases?|records?)",
        r"i want (?:to be |to get )?off (?:of )?(?:your|the|this) list",
        r"(?:asked|told) you (?:people |guys )?(?:not to (?:call|contact|phone|ring)|to stop (?:calling|contacting|phoning|ringing))(?: me| us)?+"
        + _LATER,
        r"(?:revoke|withdraw) (?:my |the )?consent",
        r"(?:you|they) (?:may|can|must|should|are) not (?:allowed to )?(?:call|contact|phone) (?:me|us|here|this number)"
        + _LATER,
    ),
    opt_out_alone=(
        r"(?:(?:no|please|just|okay|ok|hey|oh|well|i said) ){0,3}stop(?: stop){0,20}(?: please)?",
        r"opt out",
        r"unsubscribe",
        r"revoke",
    ),
    opt_out_likely=(r"(?:dont|do not) think i want (?:these|those|your|any) calls",),
    no_opt_out=(),
    keeps=(r"(?<!dont )(?<!not )(?:keep|leave) me on (?:the|your|that) list",),
    no_outcome=(
        # Denied, or said of ifs, of other times and of others.
        r"not (?:just|only|merely|simply|un\w*+)(?: very| really)? (?:un)?interested|not uninterested",
        r"(?:not|isnt|wasnt|never|didnt|did not|dont|wouldnt|would not|cant|cannot|nobody) (?:that|because|like|as if|to say|saying|said|say|mean|think)(?: that)?(?: (?:im|were|i am|we are|i was|we were|i|we|id be))?(?: (?:not|wasnt|werent|isnt|aint|no longer|never))?(?: (?:very|really|at all|too)){0,2} interested",
        r"(?:was not|wasnt|were not|werent)(?: (?:very|really|at all|too)){0,2} interested (?:before|at first|at the time|initially|until|till|in the past|back then|last (?:time|year|week|month)|then|earlier)",
        r"used to (?:not )?be interested",
        r"(?:if|whether|unless|in case|should) (?:i|we|im|you|youre|were|he|she|they|anyone|anybody|somebody|someone|people|my \w+)(?: (?:am|are|is|was|were|get|become|feel|ever|would|might|may|be|not|really|very|still|all|that)){0,4} interested",
        r"not for (?:me|us)(?= (?:its|it is|but its|but it is|but for|to (?:decide|say|judge)|alone|only)(?!\S))",
        # Complaints, mockery and curiosity about us.
        r"like i (?:need|needed|want|wanted|care|dont have|have time)(?: \w+){0,3}|as if(?: \w+){0,4}",
        r"interested (?:in |in knowing |in hearing |in finding out |to (?:know|hear|learn|see) )?(?:how (?:you|they|someone|somebody|anyone|did)(?: \w+)? (?:got|get|gotten|found|find|have|had|obtained|obtain|came|come)|why|who|whose|where (?:you|did|they)|what (?:gives|gave) you)(?: \w+){0,4}",
        r"interested in (?:speaking|talking) (?:to|with) (?:your|a|the) (?:supervisor|manager|boss)|interested in (?:suing|reporting|complaining|filing|getting off|you (?:stopping|leaving)|being (?:removed|taken|called|left))",
        r"(?:love|like|happy|glad) to(?: (?:help|come|do (?:that|it|so)|see it|hear it|say yes|join|buy (?:one|it)|have one|have it|talk|chat|stay|know more)){0,1} (?:but|if only|only)",
        r"(?:tell|show) (?:me|us) more (?:about (?:how|where|why) (?:you|they)|lies)",
        # Money.
        r"(?:zero|no|not any|without|without any) interest(?: (?:for|on|rates?|to pay|to be paid|charged?|charges|payments?|loans?|credit|financing|finance|period|free|until|during|the first|is charged|accrues|in the first|accounts?))",
        # The number is right, a detail or the person is not.
        r"(?:i|we|ive|weve|i have|we have)(?: (?:must|may|might|probably|accidentally|have|just)){0,3} (?:gave|give|given|wrote|put|typed|entered|dialed|dialled|called|rang|left|texted|read)(?: (?:you|him|her|them|down|out)){0,2} (?:the |a |my )?wrong (?:number|person)",
        r"(?:gave|give|given|giving) (?:me|us|him|her|them) (?:the |a )?wrong number",
        r"wrong (?:person|one|guy|man|woman|lady) (?:for (?:that|this|it|the job|such)|to (?:ask|talk|speak|call|contact|deal|discuss|decide))",
        r"wrong number for (?:the|my|our|her|his) (?:\w+ )?(?:office|shop|store|warehouse|department|reception|desk|landline|mobile|cell|phone|fax|account|order|invoice|meter|policy)",
        r"(?:im|i am|we are|id be|i would be|i might be|i may be)(?: (?:probably|likely|maybe|perhaps|just|definitely|actually|really|sorry|afraid|not|most)){0,2} (?:the )?wrong (?:person|one|guy|man|woman|lady|people|department|office)",
        r"(?:speaking|talking|spoken|talked|speak|talk|asking|ask) (?:to |with )?the wrong (?:person|guy|man|woman|one|department|people)",
        r"(?:do not|dont|did not|didnt|not|never|havent|have not) (?:have|got|get|dial|dialed|dialled|reach|reached|call|called) (?:the |a )?wrong (?:number|person)",
        r"(?:not|isnt|never)(?: really)? (?:a |the )?wrong (?:number|person)",
        # No bad time, and times that are not about calling.
        r"(?:not|isnt|never|hardly)(?: (?:at all|really|that|such)){0,2} (?:a )?bad (?:time|moment)|no bad (?:time|moment)",
        r"(?:never|no|not)(?: been)? (?:a )?better (?:time|moment)",
        rf"{_GOING_ON}(?: \w+)? but (?:go ahead|go on|its|it is|thats|that is|i have|ive got|i can|i could|we can|tell me|shoot|carry on|make it quick|fine|ok|okay|keep|what|how|continue)",
        # What others said, do or never do; what we are not to do.
        rf"already (?:told|said|explained|spoke|spoken|talked|discussed|gave|given|answered|called|emailed|sent|got|received|had|did){_ASKED}",
        rf"(?:told|informed|asked|spoke to|spoke with|talked to) (?:you|your|him|her|them|one of (?:you|your)|somebody|someone|the (?:other|last|previous))(?: (?:colleagues?|people|guys|man|woman|lady|person|agent|guy|last (?:time|week|month)|before|already|twice)){{0,2}}{_ASKED}",
        rf"(?:said|says|promised|told me|supposed to|was going to|were going to|meant to)(?: (?:he|hed|hell|she|shed|shell|they|theyd|theyll|you|youd|youll|somebody|someone|it|would|will|that)){{0,3}} (?:{_RING}|{_WRITE})(?: me| us| you)?(?: back)?",
        rf"(?:you|they|he|she|nobody|no one|people|your \w+)(?: (?:never|always|keep|kept|only|still|constantly|didnt|did not|dont|do not|havent|have not|hasnt|just)){{1,2}} (?:{_RING}|{_WRITE}|{_WRITING}|calling|called|sent|emailed|texted|ringing|phoning)(?: me| us)?",
        rf"(?:do not|dont|does not|doesnt|didnt|not|never|without)(?: (?:even|really))?(?: (?:have|need|want|wish|like|bother|you|try|ask)){{1,3}} (?:to )?(?:\w+ )?(?:{_RING}|{_WRITE}|{_WRITING})(?: me| us| it)?(?: back)?",
        rf"no (?:need|reason|point|use)(?: (?:for you to|to|in|of))? (?:be )?(?:keep )?(?:{_RING}|{_WRITE}|{_WRITING}|calling)(?: me| us| it)?(?: back| anything| anything else)?",
        rf"if you(?: (?:ever|dare|even|dare to|so much as)){{0,2}} (?:{_RING}|{_WRITE})(?: me| us)?(?: (?:one more|another|again|any ?more))(?: (?:time|email|text|message))?",
        r"(?:ill|i will|we will|well|let me|i can|im going to|im gonna|i would|id|i could|i might|i may|can i|could i)(?: (?:just|rather|maybe|try to|have to|need to)){0,2} (?:call|phone|ring|text|email|contact)(?: you| him| her| them)?(?: back| again| later){0,2}",
        r"(?:will|would|to|can|could|ill|i can) (?:forward|pass|transfer|put) (?:this|the|your|my) call(?: \w+){0,3}",
    ),
    questions=(
        rf"(?:did|are|arent|do|dont|have(?<!to have)(?<!rather have)(?<!love to have)|havent|were|didnt) (?:you|they)(?! mind){_ASKED}",
        rf"(?:^|^(?:(?:so|and|but|well|ok|okay|wait|sorry|hello|hi|hey|yes|yeah|no|oh|um|uh|thanks|then|alright) ){{1,4}})(?:(?:is|isnt|was|wasnt|does|doesnt|did|has|hasnt|had|should|must|will|would) (?:this|that|it|there|he|she|they|i|we|the|my|your|anyone|anybody|these|those|somebody|someone)|(?:am|are|were|do|have) (?:i|we|they|there|these|those|the))(?!\S){_ASKED}",
        rf"(?:what|who|whos|whats|where|wheres|why|how|whose|which \w+)(?: (?:exactly|else|the hell|on earth|much|many|long|often|far|old|kind of \w+|sort of \w+|time|on|come)){{0,2}} (?:is|are|was|were|do|does|did|would|will|can|could|should|have|has|had|am|about|gave|told|sent|made|says|said|calls|is it)(?!\S){_ASKED}",
        r"(?:whos|whats|wheres|hows)(?: (?:this|that|it|the|calling|speaking))(?: \w+){0,3}",
        r"how (?:about|come|dare)(?: \w+){0,4}",
        r"(?:got it|get it|understood|you know|you understand|you see|you hear me|correct|isnt it|dont you|arent you|will you|would you|wont you)$",
    ),
    requests=(
        r"(?:can|could|would|will|wont|cant|may|might) (?:you|we|i|they|somebody|someone|it be possible|there be)",
        r"(?:is|would) (?:it|there) (?:be )?(?:possible|ok|okay|all right|alright|a way|a chance|any chance)",
        r"(?:would|do) you mind",
        r"(?:how about|what about|why dont|why not|shall we|any chance)",
    ),
    wrong_number=(
        r"(?<!the )(?<!i )wrong number|(?:got|have|ve|youve|reached|called|dialed|dialled|rang|is|its|be|s|at|think|thats) the wrong number|the wrong number$|^(?:the|a) wrong number",
        r"(?:got|have|ve|youve|reached|called|dialed|dialled|rang|is|its|be|thats) the wrong (?:person|guy|man|woman|lady|house|household|family|place|party)(?! (?:for|to)(?!\S))",
        r"(?:nobody|no one|noone|no body|not anyone|isnt anyone|isnt anybody|not anybody|aint nobody)(?: (?:here|is|in this house|at this number|lives here|living here)){0,2} (?:of|by|with|called|named) (?:that|this) name",
        r"(?:nobody|no one|noone)(?: (?:here|is|in this house)){0,2} (?:is )?(?:called|named|by the name of) \w+",
        r"(?:theres|there is|there are|there aint|weve got|we have) (?:nobody|no one|noone|not anyone)(?: here)? (?:called|named|by the name of|of that name|by that name|with that name)(?: \w+)?",
        rf"(?:theres|there is|there are|there aint|weve got|we have) no (?!{_NO_NAME}(?!\S))(?:(?:mr|mrs|ms|miss|doctor|dr) )?\w+(?: \w+)? (?:here|living here|at this (?:number|address|house|place)|on this number|in this (?:house|office|company|family))(?! (?:today|now|right now|at the moment|yet|this|in|on|until|tonight|during|but (?:he|she|they))(?!\S))",
        r"no (?:(?:mr|mrs|ms|miss|doctor|dr) )\w+ (?:here|at this (?:number|address))(?! (?:today|now|right now|at the moment|yet|this|in|on|until|tonight|but)(?!\S))",
        r"no (?:such )?(?:person|name)(?: (?:of|by|with) (?:that|this) name)? (?:here|at this (?:number|address)|on this number)",
        rf"(?:i|we) (?:do not|dont|have no idea) (?:know )?(?:him|her|them|this person|that person|that name|who (?:that|he|she|this|they) (?:is|are)|any such person|anybody like that|any (?!of|other|more|better|body|one|thing|way|good|details)\w+){_OVER}",
        r"(?:i|we) (?:do not|dont) know (?:any|anyone|anybody|a|a person|anyone here|a man|a woman) (?:person )?(?:called|named|by that name|by this name|of that name|with that name|by the name)",
        rf"never heard of (?:him|her|them|(?:that|this) (?:person|name)|(?:mr|mrs|ms|miss) \w+|anyone (?:called|named|by|of) \w+){_OVER}",
        r"(?:he|she|they|nobody called that|(?:mr|mrs|ms|miss) \w+) (?:does not|doesnt|no longer|dont|do not|hasnt|has not|havent) (?:live|lives|lived|living|work|works|worked|stay|stays) here(?: (?:any ?more|any longer|in years|for years|in ages|for ages|for (?:a|two|three|some|many) \w+|since \w+))?(?! (?:in|on|at|yet|today|tonight|until|till|every|all|during|full|this|right|when|most|but|only|just|permanently|officially)(?!\S))",
        rf"(?:he|she|they|(?:mr|mrs|ms|miss) \w+)(?: (?:has|have|s|ve))? moved (?:out|away)(?:(?: (?:years|months|weeks|ages) ago)|(?: last \w+)|(?: a (?:while|year|month|long time) ago)|(?: long ago)|(?: some time ago)|(?: from here))?{_OVER}",
        r"(?:this|that|it)(?: is not|s not| isnt| is no longer|s no longer| aint) (?:his|her|their|(?:mr|mrs|ms|miss) \w+)(?: (?:phone|number|cell|mobile|line|house|place|address)){1,2}",
        r"(?:this|the) number (?:does not|doesnt|no longer|dont) belongs? to (?:him|her|them|that person|(?:mr|mrs|ms|miss) \w+)",
        r"(?:this|the|my) number (?:now )?belongs to (?:someone|somebody) else",
    ),
    callback=(
        r"(?<!dont )(?<!not )(?<!never )(?:call|phone|ring|try) (?!again some ?day|again any ?time)(?:me |us |again |back ){0,6}(?:back|later|again|another time|some other time|some other day|tomorrow|tonight|next (?:week|month|time|year)|this (?:afternoon|evening)|in (?:an?|the|two|three|half|\d+))(?:(?: \w+){0,4})",
        r"(?:not|isnt|aint)(?: (?:really|exactly|such|quite)){0,2} (?:a|the) (?:good |best |right |great |convenient |ideal )(?:time|moment)|(?:a|really|kind of|very|such a) bad (?:time|moment)|bad (?:time|timing|moment)(?: (?:sorry|im sorry|right now|now|for me))?$",
        rf"{_AM}(?: (?:a bit|a little|very|quite|really|kind of|just|currently|right now|still|rather|too|so|pretty|in the middle of|actually|sorry)){{0,4}} {_GOING_ON}(?: (?:right now|now|at the moment|today|currently)){{0,2}}{_OVER}",
        r"(?:another|a better|a different|some other) time",
        r"(?:can we|could we|lets|maybe we can|we can|we could) (?:talk|speak|do (?:this|it|that)|discuss (?:this|it|that)|have this conversation) (?:later|tomorrow|another time|some other time|next week|another day)",
        r"(?:dont|do not|cannot|cant) (?:have time|talk|speak|chat)(?: to you| with you| long)? (?:right now|now|at the moment|today|just now|this minute)",
        r"(?:dont|do not|have no|no|havent got|not got) (?:have )?(?:any )?time (?:right now|now|at the moment|today|just now)",
        r"(?:i |we )?(?:cant|cannot) (?:talk|speak)$",
    ),
    callback_if_timed=(
        rf"(?<!dont )(?<!not )(?<!never )(?<!you )(?<!they )(?<!people )(?<!who )(?<!he )(?<!she )(?<!didnt ){_RING} (?:me|us)",
        rf"(?:can|could|would|will|please|may|should|have|rather|want|let|if|need|like) you (?:\w+ )?(?:to )?{_RING} (?:me|us|back|again)",
        r"(?:give|gimme) (?:me|us) (?:a|another) (?:call|ring|buzz|bell|shout)",
        r"(?:please|just|better|can you|could you|would you|you can|you could|maybe|rather|^)(?: (?:please|just|maybe|try to)){0,2} (?:call|phone|ring|try)",
        r"^(?:call|phone|ring|try)",
        r"^(?:(?:no|yes|yeah|ok|okay|well|maybe|rather|its|oh|then|sorry|perhaps|um|uh|hm) ){0,4}better",
        r"(?:would|might|will|ll|d) be (?:much |a lot |even |way |far )?(?:better|best|easier|ideal|more convenient)",
        r"(?:is|are|s) (?:much |a lot |even |way |far )?(?:better|best|easier|more convenient)(?: for (?:me|us))?$",
        r"(?:works?|suits?|is good|is fine) (?:me |us )?(?:better|best|fine |much better )?(?:for (?:me|us))?$",
        r"suits? (?:me|us)",
        r"(?:i|we) can (?:talk|speak)|(?:lets|can we|could we|we can|we could|maybe we can) (?:talk|speak|chat|do (?:it|this|that)|discuss|continue)",
    ),
    follow_up=(
        rf"(?<!dont )(?<!not )(?<!never )(?<!you )(?<!they )(?<!who )(?<!didnt )(?<!wont ){_WRITE} (?:it |that |this |them |those |something |everything )?(?:over )?(?:to )?(?:me|us)(?! (?:again|back) never(?!\S))(?: \w+){{0,4}}",
        rf"(?:can|could|would|will|please|may|should|if|want|need|have|rather|like) you (?:to )?(?:(?:please|just|maybe|also|kindly|at least|possibly|perhaps|instead) ){{0,2}}{_WRITE} (?!(?:this |the |my |your )?call(?!\S))(?:it|that|this|them|those|me|us|over|the|some|more|a|an|your|any|details|info|information|something|everything|through|along)(?: \w+){{0,3}}",
        rf"(?:would you mind|do you mind|how about|what about|could you try) {_WRITING}(?: \w+){{0,3}}",
        r"(?<!dont )(?<!not )(?:put|send) (?:it|that|this|everything|something) (?:all )?(?:in|by|via|through) (?:an |a )?(?:email|e mail|mail|writing|text|message|post|whatsapp)",
        r"(?<!dont )(?:drop|shoot) (?:me|us) (?:a|an|your) (?:line|email|e mail|text|message|details)",
        r"follow up (?:with me |with us )?(?:by|via|with|over|in) (?:an |a )?(?:email|e mail|text|mail|message|sms|whatsapp|writing)",
        r"(?:id|i would|we would|wed|i|we)(?: (?:rather|prefer|like|love|want|need|prefer to)){1,2} (?:have |get |see )?(?:it |that |this |something |everything |the (?:details|offer|information|info|quote|proposal) )?(?:in writing|(?:by|via|through|over|in an?|an?) (?:e ?mail|text|text message|message|whatsapp|post|mail|brochure))",
        r"(?:just |please )(?:e ?mail|text|whatsapp|by (?:e ?mail|text|whatsapp))(?: it| that)?(?: please)?$",
    ),
    not_interested=(
        r"(?<!not saying im )(?:not|no longer|never|isnt|arent|aint|wasnt|werent)(?: (?:really|very|at all|that|particularly|too|remotely|even|so|overly|currently|actually)){0,4} interested",
        r"(?:im|i am|we are|were|totally|completely|quite) uninterested|(?:does not|doesnt|dont|do not) interest (?:me|us)|(?:im|i am|we are) not (?:keen|bothered)(?: on)?",
        r"(?:no|not any|have no|zero|lost|little|dont have (?:any|an)) interest",
        rf"(?:do not|dont|no longer|wont) (?:really |actually |currently )?(?:need|want|require) (?:it|that|this|one|any|anything|any of (?:it|that|this|those|these)|(?:to buy|to sell|to change|to switch|to order) (?:it|any|anything|anything else|one)|(?:your|any|another|a new|more) (?:\w+ )?(?:services?|products?|offers?|help|demo|demonstration|trial|plan|insurance|subscription)){_OVER}",
        r"(?:im|i am|we are|were|not) (?:not )?(?:looking|planning|going|willing) (?:to|for) (?:buy|change|switch|sell|order|buying|anything|sign up|any|anything new)(?<!im looking to buy)(?<!i am looking to buy)(?<!we are looking to buy)(?<!were looking to buy)(?<!im looking for any)(?<!im going to buy)(?<!im going to order)",
        rf"{_AM} (?:(?:very|really|quite|perfectly|pretty) )?(?:(?:happy|fine|satisfied|content|good|all set|set|ok|okay|well served) (?:as (?:it|we|i) (?:is|are|am)|with (?:what|the one|the ones) (?:i|we) (?:have|got|already have)|with (?:my|our|the) (?:\w+ )?(?:current|present|existing|own|old)(?: \w+)?|with (?:my|our) (?:provider|supplier|bank|insurance|insurer|service|plan|vendor|system|company)|where (?:i|we) (?:am|are))|all set(?= (?:thanks|thank)))",
        rf"not for (?:me|us|our company|my business|our business){_OVER}",
        r"(?:ill|i will|we will|well|have to|going to|gonna|id|i would|id rather) (?:pass|decline)(?! (?:it|this|that|the|them|you|him|her|along|your|out|away|by|on (?:to|the|your|my|it to|this to|that to|some))(?!\S))",
    ),
    interested=(
        r"(?:i am|im|we are|were|id be|i would be|wed be|very|definitely|really|quite|yes|yeah|yep|sure|absolutely|actually|might be|am) (?:(?:very|really|quite|definitely|actually|also|still|certainly|absolutely|extremely|so|totally|always|most|indeed|kind of|a bit|keenly) ){0,6}interested(?! (?:any ?more|but not|but no)(?!\S))",
        r"^interested(?: (?:yes|thanks|thank you|please|very))?$",
        r"(?:sounds?|that is|thats|its) (?:(?:very|really|pretty|quite|super|so) ){0,2}interesting(?! but)",
        r"(?<!dont )(?<!not )(?<!never )(?<!cant )(?<!cannot )(?<!to )(?<!they )(?<!you )(?<!he )(?<!she )(?<!just )(?:sign|count|put) (?:me|us) (?:up|in|down)(?! (?:for anything|for nothing|the road|a list|on a list|again without)(?!\S))",
        r"(?:you can|you may|go ahead and|please|just|yes|so|want you to|like you to) (?:just )?(?:sign|count|put) (?:me|us) (?:up|in|down)",
        r"(?<!dont )(?<!not )(?<!never )(?:tell|show) (?:me|us) more",
        rf"(?:id|i would|we would|wed|we) (?:really |very much |definitely |certainly )?(?:love|like|be (?:very |really |more than )?(?:happy|glad|delighted|keen))(?: to)?(?: {_TO_DO}(?! (?:off|out|rid|away|who|why|how (?:you|did|they)|where (?:you|did)|what (?:this|that|the|it|your) (?:\w+ )?(?:is|call|about)|removed|deleted|taken|the end|my name|my number|you (?:stop|go|leave)|(?:\w+ )?(?:supervisor|manager|boss)|legal|action|a complaint|some peace|no|nothing)(?!\S))| (?:that|one|it|this)(?= \||$| (?:please|thanks|thank|very|yes|sure|indeed|a lot)(?!\S))|(?= \||$))",
        r"(?:lets|let us) (?:do it|do that|go ahead|do this|get started|go for it|set it up|book it)(?! (?:another|some other|later|tomorrow|next|on|at|in|when|if|after|before)(?!\S))",
        r"(?:i|we) (?:want|need|would take|will take|ll take) (?:(?:one|two|it|that|this)(?= \||$| (?:please|thanks|now|today|as|how|when|so)(?!\S))|to (?:buy|order|book|sign up|get one|try it|know more|hear more|learn more|see (?:it|more|one)))",
        r"(?:ill|well) take (?:it|one|two|that|them)",
    ),
    yes=(
        r"yes|yeah|yea|yep|yup|ya|aye|yes please|sure|sure thing|for sure|of course|absolutely|definitely|certainly|totally|exactly|indeed|surely|please|please do|gladly|with pleasure|by all means|very much(?: so)?|why not|i dont see why not|dont see why not|okay|ok|okey|alright|all right|right",
        r"(?:go ahead|go for it|do that|do it|do so|lets do (?:it|that)|lets go|send (?:it|them|that|one|away)(?: over)?|you (?:can|may)(?: do that)?|count me in|im in|im up for (?:it|that))",
        r"(?:i|we) (?:would|do|am|are|will|might)(?=$| (?:please|thanks|thank|yes|indeed)(?!\S))",
        r"(?:id|i would|we would|wed|ill|i will) (?:really |very much )?(?:like|love|appreciate|take|enjoy) (?:that|to|it|one|this|a visit|a demo)",
        r"(?:that|it|this|which) (?:would be|will be|sounds|is|seems|works)|thatd be|thatll be|thats|its|sounds|would be",
        r"(?:(?:very|really|pretty|so|quite|absolutely|just) ){0,2}(?:good|great|perfect|fine|wonderful|fantastic|nice|lovely|interesting|excellent|helpful|useful|brilliant|awesome|super|amazing|cool|marvelous|splendid|ideal|good idea|a good idea|a great idea)",
        r"(?:fine|works|good|okay|ok) (?:by|with|for) (?:me|us)|works",
        r"no problem(?: at all)?|no problems|no objections?(?: from (?:me|us|my side))?(?: at all)?|no brainer|no need to ask|no doubt|no worries|no rush|no hurry|no harm in (?:that|it)|i dont mind(?: at all)?|i do not mind|i wouldnt mind|wouldnt mind|why would i say no|whats not to like|cant say no(?: to that)?|i wouldnt say no|wouldnt say no",
        r"i (?:guess|suppose|think) so|i guess|i suppose",
    ),
    no=(
        r"no|nope|nah|nay|naw|no thank you|no thanks|no thank|no sir|no maam|not really|not at all|no need|no need thanks|not necessary|(?:thats|it is|its|that is|that wont be) (?:not )?necessary|no way|never|never mind|nevermind|negative|hell no|heck no|by no means|not a chance|no chance|not in a million years|forget it|nothing",
        r"(?:definitely|absolutely|certainly|of course|surely|sure|probably|rather|better|obviously|really|please|ideally|preferably|hopefully|i guess|i think|i suppose|i hope|i would|i am|im|id) not",
        r"i (?:really |honestly )?(?:dont|do not|didnt) think so|i doubt it|dont think so|id rather not|i would rather not|rather not|i would prefer not to|id prefer not to|i prefer not(?: to)?",
        r"(?:i|we) (?:wont|wouldnt|dont|do not|would not|will not|cant|cannot|am not|are not|arent)(?=$| (?:thanks|thank|no|sorry)(?!\S))",
        r"(?:im|i am|were|we are) (?:good|fine|all set|set|ok|okay|all good|alright|all right)(?: (?:thanks|thank you|for now|as (?:it|we|i) (?:is|are|am)))?|all (?:set|good)(?: (?:thanks|thank you))?|no (?:thats|that is|its|were|im) (?:ok|okay|fine|alright|all right|good|all good|all set)(?: thanks| thank you)?",
        r"dont bother|please dont|do not bother|dont you dare|not for (?:me|us)|pass|ill pass|i pass|hard pass|no interest|not interested",
    ),
    hedges=(
        r"not|dont|do not|doesnt|didnt|cant|cannot|wont|wouldnt|isnt|aint|nobody|none|hardly|but|unless|if|maybe|perhaps|depends|possibly|only|although|though|however|except|until",
        r"not (?:sure|now|right now|today|yet|this time|at the moment|just now)|like i|like you|as if|yeah right|whatever|if you say so|as though|already|later|first|another time|some other time|thats (?:ok|okay|alright|all right)|hold on|wait|one (?:moment|second)|sorry",
        r"who|what|where|when|why|how|which|whose|whats|whos",
    ),
    robot_question=(
        r"are you (?:really |actually |even )?(?:(?:a|an|some|some kind of|just a|the) )?(?:real |live |actual |ai |automated |talking |human ){0,6}(?:robot|bot|chatbot|machine|computer|ai|a i|human|human being|person|recording|automated|real|program|voice assistant|assistant)(?: or (?:a |an )?(?:real |human |live ){0,6}\w+)?",
        r"(?:is this|is it|is that|this is|are these) (?:(?:a|an|some) )?(?:real |live |actual |ai |automated |pre ?recorded ){0,6}(?:robot|bot|robocall|machine|computer|ai|a i|human|person|recording|automated|recorded)(?: \w+)?",
        r"am i (?:really )?(?:talking|speaking|chatting) (?:to|with) (?:(?:a|an|some) )?(?:real |live |actual |ai |human ){0,6}(?:robot|bot|machine|computer|ai|a i|human|human being|person|recording)",
        r"(?:youre|you are|you sound like|you must be) (?:(?:a|an|some|just a) )(?:real |ai |automated ){0,6}(?:robot|bot|machine|computer|ai|recording)",
    ),
    lone_robot=(r"(?:a )?(?:bot|robot|machine)",),
    wants_end=(
        r"(?<!say )(?<!saying )(?<!said )(?:ok |okay |thanks |thank you |well |all right |alright ){0,6}(?:good ?bye|good bye|bye|bye bye|bye now|see you|take care)(?: bye){0,6}(?: now| then| thanks| thank you)?$",
        r"(?:i|we) (?:really |just )?(?:have|need|got|ve got|have got|must|gotta|do have)(?: to)? (?:go|run|leave|hang up|get going)(?: now)?$",
        r"(?:ive|weve) got to (?:go|run|leave)(?: now)?$",
        r"(?:im|i am) (?:going to |gonna |about to )?(?:hang|hanging) up(?: now)?",
        r"(?:end|finish|terminate) (?:the|this) call",
        r"(?:please )?hang up(?: now| please)?$",
    ),
    refuses_recording=(
        rf"(?<!i )(?<!we )(?<!they )(?<!you ){_NOT} (?:please )?(?:record|tape)(?:ing)?{_RECORD_WHAT}",
        rf"(?<!dont )(?<!not )(?:stop|quit|cease|end) (?:the )?(?:recording|taping){_RECORD_WHAT}",
        r"(?:do not|dont|did not|didnt|never|not) (?:want|wish|like|agree|consent|agreed|consented|ok|okay|comfortable)(?: (?:to|with|for|that|you|this|the|me|us|my|call|conversation|it|be|being|is|are)){0,9} (?:recorded|recording|record|taped)",
        r"(?:delete|erase|destroy) (?:the|this|that|my|your|any) recordings?",
        r"(?:switch|turn) (?:the |that |your )?(?:recording|recorder) off",
        r"(?:switch|turn) off (?:the |that |your )?(?:recording|recorder)",
        r"(?:you may not|you cant|you cannot|you are not allowed to|not allowed to) (?:record|tape)(?: \w+)?",
        r"(?:without|no) (?:a |any )?recording(?: please)?",
    ),
)

_PREFERENCES: Final = Preferences(when=(), writing=(), how_often=())

_ASIDES: Final = Asides(
    pickup=(
        rf"(?:{_GREETING} ?){{1,4}}(?:(?:this is|its) \w+(?: \w+)?(?: speaking)?|\w+(?: \w+)? (?:speaking|here))?",
        rf"(?:{_GREETING} )?(?:speaking|this is \w+(?: \w+)?(?: speaking)?|\w+(?: \w+)? speaking)",
        rf"(?:{_GREETING} )?(?:who is this|whos this|who is calling|whos calling|whos there|who is it|can you hear me)(?: please)?",
    ),
    backchannel=(r"(?:m+|hm+|mm ?hm+|m?hm+|mhm|uh ?huh|um ?hum|ah|oh|ok|okay|yeah|yep|yes|yup|right|sure|i see|got it|gotcha|alright|all right|fine|good|great|cool|aha|true|exactly|of course|makes sense|interesting|nice|wow|really|i understand|understood|go on)",),
    say_again=(
        rf"(?:(?:can|could|would|will|would you mind|do you mind) (?:you )?(?:please )?)?(?:say|saying) (?:that|it|what you said)(?: {_AGAIN}| please){{1,6}}",
        rf"(?:(?:can|could|would|will|would you mind|do you mind) (?:you )?(?:please )?)?(?:repeat|repeating)(?: (?:that|it|yourself|what you (?:just )?said|the (?:last )?(?:question|part|bit|one|sentence)|your (?:last )?question))?(?: {_AGAIN}| please){{0,6}}",
        r"come again(?: please)?",
        r"(?:what|pardon|beg your pardon|i beg your pardon|sorry|sorry what|say what|excuse me|what was that|whats that|how was that|how do you mean)(?: (?:again|please|sorry|what)){0,6}",
        r"what (?:did|was|were|is) (?:it )?(?:that )?(?:you|the (?:last )?question)(?: (?:just|say|said|saying|ask|asked|asking|again|please)){0,6}",
        r"(?:i )?(?:didnt|did not|couldnt|could not|cant|cannot|dont) (?:quite |really |properly )?(?:catch|hear|get|understand) (?:that|you|it|what you (?:just )?said|the (?:last )?(?:question|part|bit))(?: (?:there|properly|clearly|well|right|last bit)){0,6}",
        r"(?:i )?(?:missed|lost) (?:that|you|it)(?: there)?(?: for a (?:second|moment))?",
        r"one more time(?: please)?",
        r"(?:you )?(?:broke|are breaking|re breaking|cut) (?:up|out)(?: there)?(?: for a (?:second|moment))?",
    ),
    one_moment=(
        rf"(?:(?:can|could|would) you )?(?:{_LEAD} ){{0,4}}(?:a|one|1|just a|just one|one more|another|half a) {_WHILE}",
        rf"(?:(?:can|could|would) you )?(?:{_LEAD} ){{1,4}}(?:a couple of|a couple|two|a few(?: more)?|a bit)(?: {_WHILE})?",
        r"(?:(?:can|could|would|will) you )?(?:please )?(?:just )?(?:hold on|hang on|hold the line|hold|wait|bear with me|hold please|stay there|stand by)",
        r"(?:can|could|would) you (?:please )?(?:hold|wait|hang on|hold on)",
        r"(?:ill|i will|im going to|let me|i have to|i need to|i am going to) (?:just )?(?:put|place) you on hold",
        r"(?:(?:ill|i will) (?:just )?)?be (?:right )?(?:back|with you)",
        rf"(?:let me|lemme|ill|i will|i have to|i need to|i must|im going to|ill go and) (?:just |quickly |go |go and ){{0,2}}(?:grab|get|find|fetch|look for) (?:a|an|my|the|some)? ?{_THING}(?: and (?:a |some )?{_THING})?",
        r"(?:let me|lemme) (?:just |quickly )?(?:check|open|look at|look in|pull up|get) (?:my|the|our) (?:calendar|diary|schedule|agenda|planner|notes|files|papers|computer|email)",
        rf"(?:let me|lemme) (?:just )?(?:see|look|check|have a look|take a look|think for a {_WHILE}|think a {_WHILE})",
        r"(?:let me|lemme) (?:just )?(?:turn (?:down|off) (?:the|my|this) (?:tv|television|radio|music|volume)|turn (?:the|my|this) (?:tv|television|radio|music|volume) (?:down|off)|(?:close|shut) the (?:door|window)|go somewhere quieter|pull over)",
    ),
    courtesies=(
        "oh", "uh", "um", "hm", "ok", "okay", "yes", "yeah", "yep", "sure", "hello", "hi", "hey", "sorry",
        "please", "well", "so", "all right", "alright", "right", "of course", "thanks", "thank you",
        "excuse me", "pardon", "pardon me", "sir", "maam", "there", "then", "im", "i am", "and", "but", "now",
        "no problem", "wait",
    ),
    assents=("yes", "yeah", "yep", "sure"),
    passes_on=(
        rf"{_ILL}(?:get|fetch|grab|find|wake|bring|put) {_ANOTHER}{_THEN}$",
        rf"{_ILL}(?:get|fetch|grab|put) them (?:on the (?:phone|line)|to the phone){_THEN}$",
        rf"{_ILL}(?:give|pass|hand) (?:you|the phone|you over|the phone over) (?:over )?(?:to )?{_ANOTHER}{_THEN}$",
        rf"{_ILL}(?:put|pass|hand|transfer|connect|switch) you (?:through|over|across|on to|onto|to)(?: (?:to )?(?:{_ANOTHER}|them|someone else|somebody else|a \w+|the \w+(?: department)?))?{_THEN}$",
        rf"{_ILL}(?:pass|transfer|connect) you{_THEN}$",
        rf"(?<!not )(?:putting|passing|transferring|handing|connecting) you(?: (?:through|over|on|to|across)){{0,2}}(?: (?:to )?(?:{_ANOTHER}|them|someone else|somebody else|a \w+|the \w+(?: department)?))?{_THEN}$",
        rf"{_ILL}(?:see|check|look|find out) (?:if|whether) (?:he|she|{_ANOTHER}|hes|shes)(?: is)? (?:there|here|in|home|at home|around|free|available|awake|able to (?:talk|speak|come)){_THEN}$",
        r"here (?:he|she|they) (?:is|comes|are|come)(?: now)?$",
        rf"(?:here is|heres|here comes) (?:my|the|our|his|your) {_KIN}(?: now)?$",
        r"(?:hes|shes|he is|she is|theyre|they are) (?:just |right )?(?:coming|on (?:his|her|their) way)(?: (?:now|to the phone|over))*$",
    ),
    calls_out=(r"(?:phone|call|telephone|its) (?:is )?for you", r"(?:someone|somebody|theres (?:someone|somebody)) (?:is )?on the phone", r"(?:come|get) to the phone", r"(?:its|they are|theyre|he is|hes|shes) (?:someone|somebody|a|from)(?: \w+){0,4}"),
    nobody_comes=(
        r"(?:hes|shes|he is|she is|theyre|they are|is|isnt|arent|was|\w+s)(?: \w+)? (?:not|isnt|arent|busy|out|away|asleep|sleeping|gone|unavailable|in a meeting|on another call)(?: \w+){0,3}",
        r"(?:cant|cannot|couldnt|could not|doesnt|does not|wont) (?:find|reach|come|talk|speak|want|take|get)(?: \w+){0,4}",
        r"(?:take|leave|give) (?:a|your|him|her|them)(?: \w+)? ?message",
        r"(?:call|try|ring|phone) (?:back|again|later|him|her|another)(?: \w+){0,3}",
        r"(?:not|no longer|nobody) (?:here|in|available|home|at home|around)",
    ),
)  # fmt: skip

_VOICEMAIL_GREETING: Final = (
    r"(?<!want to )(?<!like to )(?<!can you )(?<!could you )(?:please |kindly |just |so )leave (?:me |us )?(?:a|an|your|the)(?: \w+){0,4} (?:message|name|number|details)",
    r"leave (?:me |us )?(?:a|your)(?: \w+){0,12} (?:after|at|following) the (?:tone|beep|signal)",
    r"(?:after|at|following|wait for) the (?:tone|beep)",
    r"leave (?:me |us )?your name(?: \w+){0,4}",
    r"reached (?:the )?(?:\w+ ){0,3}(?:voice ?mail|voice mail ?box|mailbox|answering (?:machine|service))(?: of| for)?",
    r"(?:voice ?mail|voice mail|mailbox) (?:box )?(?:of|for|belonging to|is full|has not been set up)",
    r"(?:cant|cannot|can not|unable to|not able to) (?:come|get|make it) to the phone(?: right now)?",
    r"(?:is|are|am|im) (?:currently |presently |now )?(?:not available|unavailable)(?: right now| at the moment)? to (?:take|answer)(?: \w+){0,2} calls?",
    r"(?:cant|cannot|unable to|not able to) (?:take|answer) your call",
    r"(?:person|party|subscriber|customer|number) (?:that )?(?:you are|youre|you have|youve) (?:trying to reach|calling|called|dialed|dialled)(?: \w+){0,3}",
    r"(?:record|leave) your message",
    r"(?:forwarded|transferred|directed) to (?:an? )?(?:automatic |automated )?(?:voice|voicemail|voice mail|answering|message)(?: \w+){0,3}",
)

_ANSWERERS: Final = Answerers(
    voicemail_greeting=_VOICEMAIL_GREETING,
    voicemail=(
        *_VOICEMAIL_GREETING,
        r"(?:\w+ )?(?:voice ?mail|voice mail ?box|voice mail|mailbox|answering machine|messaging service)",
        r"leave (?:me |us )?(?:a|your|an?y?)(?: \w+){0,2} (?:message|number|name|details)",
        r"(?:record|speak|talk to me|recording)(?: your)?(?: message)? (?:after|at) the \w+",
        r"(?:after|at) the (?:tone|beep|signal)",
        r"(?:cant|cannot|couldnt|unable to|not able to|isnt able to) (?:\w+ )?(?:take|answer|get to|come to|pick up|reach)(?: your| the| my)? (?:call|phone|calls)",
        r"(?:return|answer) your call(?: as)?",
        r"as soon as (?:i|we) (?:can|possibly|am|are)(?: \w+)?",
        r"(?:ill|i will|we will|well) (?:get back to|call|ring|return)(?: \w+){0,3} (?:back )?(?:as soon|when i can|shortly|soon)(?: \w+){0,4}",
        r"(?:sorry )?(?:i|we) (?:have |ve )?missed your call",
        r"you know (?:what to do|the drill)",
        r"no ?one is (?:currently )?(?:available|here) to(?: \w+){0,3}",
        r"(?:office|we) (?:is|are) (?:currently |now )?closed",
        r"outside (?:of )?(?:our |office |business )?(?:\w+ )?hours",
        r"away (?:on (?:holiday|vacation|leave)|from my desk|from the phone|until)(?: \w+)?",
        r"not (?:around|home|here|in) (?:right now|just now|at the moment)",
    ),
    voicemail_words=(r"messages?", r"tone|beep", r"(?:un|not )?available|unavailable", r"(?:you have|youve) (?:reached|called)|got through to", r"leave", r"(?:get|be) (?:back|in touch)|call (?:you|back)", r"subscriber|forwarded|transferred", r"(?:brief|short|recording|callback|recorded)", r"(?:im|i am) (?:either|currently|away|out)", r"moment|right now|just now", r"urgent|otherwise|colleague"),
    ivr=(
        rf"(?:press|dial|push|select|touch) {_DIGIT}(?: \w+)?",
        r"for (?:\w+ ){1,4}press(?: \w+)?",
        r"(?:menu|following|available) options",
        r"listen carefully(?: \w+)?",
        r"(?:calls?|conversation) (?:may be|are|is|is being|will be|maybe) (?:monitored|recorded)(?: \w+)?",
        r"next available (?:\w+ )?(?:agent|representative|operator|advisor|adviser|associate)",
        r"your call is (?:very )?important(?: \w+)?",
        r"(?:stay|remain) on the line",
        r"(?:calls?|it) will be answered in(?: \w+){0,2}",
        r"(?:party|partys|persons) extension",
        r"(?:say|enter) (?:or|and) (?:say|enter)(?: \w+)?",
        r"(?:followed by|then press) the (?:hash|pound|star|square)(?: \w+)?",
        r"(?:agents|representatives|operators|advisors|advisers|lines) are (?:currently |all )?(?:busy|assisting|helping)(?: \w+)?",
        r"(?:main|previous) menu",
        r"in a few words",
        r"automated (?:\w+ )?(?:service|system|attendant|line|assistant)",
        r"for (?:quality|training)(?: \w+){0,2}",
    ),
    ivr_words=(r"welcome to", r"extension|enter|account number", r"options?|menu", r"press", r"recorded|monitored|monitoring|training|quality", r"customers?|agents?|representative|enquiries", r"please (?:hold|choose|select|listen|say)", r"sales|support|billing"),
    screening=(
        r"(?:state|say|record|give|tell me|leave) your name and(?: \w+)?",
        r"(?:reason|purpose) (?:for|of) (?:calling|your call|the call)",
        r"(?:screening|screened)(?: \w+)?",
        r"before i (?:connect|put|try to connect)(?: \w+){0,2}",
        r"(?:see|check) (?:if|whether) (?:this|the|that|they|your)(?: \w+){0,2} (?:is|are|can) (?:available|talk)(?: \w+)?",
        r"name and (?:the )?(?:reason|purpose|why)(?: \w+)?",
        r"(?:accept|accepting|take) (?:unknown|anonymous|unidentified) (?:callers|calls)",
    ),
    screening_words=(r"your name", r"why (?:youre|you are) calling|what the call is(?: about)?", r"(?:the|this) person(?: \w+)?", r"(?:state|record) your", r"stay on the line|hold on the line", r"callers"),
    unavailable=(
        r"number you (?:have |ve |are )?(?:dialed|dialled|called|calling|reached|trying)(?: \w+)?",
        r"(?:not|no longer|out of|temporarily out of) (?:in )?service",
        r"(?:has been|is|was) (?:disconnected|not recogni[sz]ed|switched off|not assigned|not allocated)",
        r"switched off|out of (?:the )?(?:coverage|network)(?: area)?",
        r"(?:incorrect|invalid) number",
        r"check (?:the number|and (?:redial|dial|try))(?: \w+)?",
        r"(?:call|number|subscriber|calling) (?:cannot|can not|could not) be (?:completed|reached|connected)(?: \w+)?",
        r"(?:please )?(?:try|place) (?:your call|the call|your number) again(?: \w+)?",
        r"(?:hang up and|and) (?:try|dial)(?: \w+){0,3} again",
        r"(?:subscriber|customer) (?:that )?you (?:are|have)(?: \w+)?",
        r"number (?:is|you are calling is) (?:currently |not )?(?:busy|recogni[sz]ed|assigned)",
    ),
    unavailable_words=(r"(?:dialed|dialled|redial)", r"(?:we are|were) sorry", r"number", r"(?:try|call) (?:again|after)|again later", r"service|recognised|recognized|completed", r"subscriber|customer you"),
    person=(
        r"(?:who is this|whos this|who is (?:it|calling|there|speaking)|whos (?:calling|there|speaking))(?: please)?",
        r"(?:how|what) (?:can|may|could) (?:i|we) (?:help|do|direct|get)(?: \w+)?",
        r"(?:hang|hold) on(?: a| one)?(?: \w+)?",
        r"(?:bear with me|one (?:second|moment|sec|minute)|just a (?:second|moment|minute|sec))",
        r"(?:go ahead|can you hear|i can barely|can you say|say that again|speak up|cant hear you|im listening|whats (?:up|this about)|what is (?:it|this) about)(?: \w+)?",
        r"(?:sorry|pardon|excuse) (?:what|me|who)(?: \w+)?",
        r"(?:can i take|who would you like|speaking what|speaking how)(?: \w+)?",
        r"(?:im|i am|i was|we are) (?:just |really |not |a bit )?(?:driving|busy|in a meeting|on the other line|about to|going to|really)(?: \w+)?",
        r"(?:is that|is this|are you|do you|did you) (?:the|about|a|get|want|calling)(?: \w+)?",
        r"(?:anybody|anyone|someone) there",
        r"(?:may|can|could|shall) i (?:ask|have|help|put|tell|say)(?: \w+)?",
        r"(?:who|whom|which \w+) (?:would|do|did|are|were|can|should) (?:you|i|we)(?: \w+)?",
        r"(?:would you like|could you (?:give|hold|tell|repeat)|something else i can|wait a (?:second|moment|minute))(?: \w+)?",
    ),
)  # fmt: skip

_OURS: Final = Ours(
    offer=(
        r"(?:interested in|are you interested|would that interest you|may i interest you)",
        r"(?:would you like|do you want)(?: to| us to| me to| a| an| some| more)(?! (?:answer|take part|be called|continue|start)(?!\S))",
        r"(?:shall|should|can|could|may) (?:we|i) (?:send|email|text|book|schedule|arrange|sign|set|reserve)",
    ),
    offer_to_send=(r"(?:send|email|e mail|text|brochure|details)(?:ing|e|en)?",),
    offer_to_call=(r"(?:call|phone|ring) you(?: back| again| later)?", r"another time"),
    asks_when=(
        r"when|what time|what day|which (?:time|day|date|hour)|(?:better|good|best|suitable|convenient) (?:time|day|moment)|suits? you|works? (?:best |better )?for you|be convenient",
    ),
    announces_recording=(r"(?:record|recorded|recording|records|recordings)",),
    press=(r"press|push|hit|dial|key",),
    no_more_calls=(
        r"stop|opt out|opt you out|unsubscribe|(?:no|any) (?:more|further|longer)|(?:not|never|dont) (?:\w+ ){0,3}(?:called?|contact(?:ed)?)|(?:off|from) (?:our|the|this) (?:\w+ )?list|remove(?:d)?",
    ),
    wants_digits=(
        r"press|push|keys?|keypad|type|enter|dial|punch in|digits?|pin|zip|post ?code|postal code|code|numbers?|figures?",
        r"scale|from (?:one|zero|1|0) to|(?:one|zero|1|0) (?:to|through) (?:five|ten|5|10)|out of (?:five|ten|5|10)|how (?:many|much|old|long|often)|points?|stars|rate|rating|score|percent|percentage|age|birth|date|year|amount|quantity",
    ),
)

_DICTATION: Final = Dictation(
    units=(
        "zero oh o nought naught nil", "one", "two", "three", "four", "five", "six", "seven", "eight",
        "nine niner", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
        "eighteen", "nineteen",
    ),
    tens=("twenty", "thirty", "forty fourty", "fifty", "sixty", "seventy", "eighty", "ninety"),
    times={"double": 2, "triple": 3, "treble": 3},
    noughts={"hundred": "00", "thousand": "000"},
    double_letter=("double",),
    as_in=("as in", "like in"),
    written_as_one=(("e mail", "email"), ("under score", "underscore")),
    at=("at",),
    dot=("dot", "point", "period"),
    underscore=("underscore",),
    dash=("dash", "hyphen", "minus"),
    plus=("plus",),
    beside_numbers="its it is my the number phone yes yeah sure ok okay so um uh well and then dash hyphen space area code plus extension",
    before_an_address="its it is my email mail address the sure yes yeah ok okay so um uh well me on to would be that thats please reach send",
)  # fmt: skip

_FIXED_TEXTS: Final = FixedTexts(
    closing="Thank you for your time. Goodbye.",
    opt_out_confirmation="Understood. We will not call you again. Goodbye.",
    silence_prompt="Hello, are you still there?",
    silence_goodbye="I cannot hear you, so I will hang up now. Goodbye.",
    reassurance="Take your time, I am here.",
)

_REMARKS: Final = Remarks(
    truth_about_us="Yes, I am an automated assistant.",
    ask_to_repeat="Sorry, could you say that again?",
    it_is_noted="Of course, I have noted that.",
    we_were_cut_off="Sorry, we were cut off.",
    let_me_see="Let me see.",
    one_moment="One moment, please.",
    is_that_right="Is that right?",
    shall_we_stop="Shall I take your number off our list?",
    you_stay="All right, your number stays on our list.",
    press_again="To stop our calls for good, press {key} again, or say stop.",
)

ENGLISH: Final = Language(
    tag="en",
    name="English",
    named=("english", "ingles", "englisch", "anglais", "angrezi", "angreji", "inglish", r"अंग्रेज\u093c?ी", "इंग्लिश"),
    asking=(
        r"(?:can|could|may|shall|should|would) (?:we|you|i)(?: \w+){0,2} (?:speak|talk|continue|switch|change|go on|do (?:this|it))(?: \w+){0,3}? NAMED",
        r"(?:do|can|could) you (?:also |even |please )?speak (?:any )?NAMED",
        r"(?:^|(?<=please )|(?<=lets )|(?<=just )|(?<=okay )|(?<=hello ))(?:speak|talk)(?: to (?:me|us))?(?: in)? NAMED",
        rf"{_NOT_SAYING}(?:speak|talk|switch|change|continue|go on)(?: over| to (?:me|us)| with (?:me|us))? (?:in|to|into) NAMED",
        r"(?:i|we) (?:only|just) speak NAMED",
        r"(?:i|we) speak only NAMED",
        r"(?:in )?NAMED please",
        r"(?:id|i would|wed|we would) (?:prefer|like|rather have|rather speak|rather)(?: to (?:speak|talk|continue))?(?: in)? NAMED",
        r"(?:i|we) (?:prefer|want)(?: to (?:speak|talk|continue))?(?: in)? NAMED",
    ),
    menu_words=("press", "dial", "push", "select", "say"),
    wishes=_WISHES,
    preferences=_PREFERENCES,
    asides=_ASIDES,
    answerers=_ANSWERERS,
    ours=_OURS,
    dictation=_DICTATION,
    fixed_texts=_FIXED_TEXTS,
    remarks=_REMARKS,
)  # fmt: skip
