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
    no_outcome=(),
    questions=(),
    requests=(),
    wrong_number=(
        r"(?<!not a )(?<!not the )(?<!isnt the )(?<!isnt a )(?<!did i have the )wrong (?:number|person)",
        r"(?:nobody|no one|noone|no body) (?:here )?(?:of|by|with) (?:that|this) name",
        r"(?:theres|there is|there are) (?:nobody|no one|noone) (?:called|named|by the name of|of that name) ?\w*",
        r"(?:he|she|they) (?:does not|doesnt|no longer|dont|do not) (?:live|lives|work|works) here(?: any ?more)?",
        r"(?:this|that) is not (?:his|her|their) (?:phone |number|phone number)",
        r"you (?:have|ve|got|ve got|have got|must have|dialed|dialled) the wrong (?:number|person)",
    ),
    callback=(
        r"(?<!dont )(?<!not )(?<!never )(?:call|phone|ring|try|reach) (?!again some ?day|again any ?time)(?:me |us |again |back ){0,6}(?:back|later|again|another time|some other time|tomorrow|tonight|next|on|after|around|this (?:afternoon|evening)|in (?:an?|the|two|three|half|\d+))(?:(?: \w+){0,4})",
        r"(?:not a|a bad|isnt a|not the) (?:good |best |right |great )?(?:time|moment)",
        r"(?:im|i am|were|we are) (?:a bit |very |quite |really |kind of |just |currently |right now ){0,6}(?:busy|driving|in a meeting|at work|working|on another call|about to leave|having (?:dinner|lunch))(?: right now| now)?",
        r"(?:another|a better|a different|some other) time",
        r"(?:can we|could we|lets) (?:talk|speak|do this) (?:later|tomorrow|another time|some other time)",
        r"(?:dont|do not|cannot|cant) (?:have time|talk|speak) (?:right now|now|at the moment|today)",
        r"(?:dont|do not|have no|no) (?:have )?time (?:right now|now|at the moment|today)",
    ),
    callback_if_timed=(),
    follow_up=(
        r"(?<!dont )(?<!not )(?:send|email|e mail|mail|text|forward|whatsapp) (?:it |that |this |them )?(?:to )?(?:me|us)(?! (?:again|back) (?:never)(?!\S))(?: \w+){0,4}",
        r"(?:can|could|would) you (?:please )?(?:send|email|e mail|text|forward)(?: \w+){0,4}",
        r"(?:put|send) (?:it|that|this) (?:in|by|via|through) (?:an |a )?(?:email|e mail|mail|writing|text|message|post)",
        r"(?:drop|shoot) me (?:a|an) (?:line|email|e mail|text|message)",
        r"follow up (?:with me |with us )?(?:by|via|with|over) (?:an |a )?(?:email|e mail|text|mail|message|sms|whatsapp)",
    ),
    not_interested=(
        r"(?<!not saying im )(?:not|no longer|never|isnt|arent|aint|wasnt)(?: really| very| at all| that| particularly| too){0,6} interested",
        r"(?:no|not any|have no|zero) interest",
        r"(?:do not|dont) (?:really )?(?:need|want) (?:it|that|this|any|anything|any of (?:it|that|this))(?: thank you| thanks)?",
        r"(?:im|i am|we are|were) (?:good|fine|all set|ok|okay|all good) (?:thanks|thank you|as (?:it|we|i) (?:is|are|am))",
        r"not for (?:me|us)",
        r"(?:ill|i will|we will|well|have to|going to|gonna) (?:pass|decline)(?: on (?:that|this|it))?",
    ),
    interested=(
        r"(?:i am|im|we are|id be|i would be|wed be|very|definitely|really|quite|yes) (?:very |really |quite |definitely |actually |also ){0,6}interested(?! (?:any ?more)(?!\S))",
        r"(?:sounds|that sounds|it sounds) (?:very |really |pretty )?interesting",
        r"(?:sign|count|put) (?:me|us) (?:up|in|down)",
        r"(?:tell|show) (?:me|us) more",
        r"(?:id|i would|we would|wed) (?:love|like|be happy) (?:to|that|it|one)(?! (?:be (?:removed|called)|stop|end|cancel|unsubscribe|opt|know (?:who|why|how you got))(?!\S))(?: \w+){0,4}",
        r"(?:lets|let us) (?:do it|do that|go ahead)",
    ),
    yes=(
        r"(?:yes|yeah|yep|yup|sure|of course|absolutely|definitely|certainly|please do|gladly|why not|okay|ok|that would be (?:great|nice|fine|good|lovely|perfect)|(?:that |it |yes )?sounds (?:very |really |pretty )?(?:good|great|perfect|fine|wonderful|fantastic))(?: .*)?",
    ),
    no=(r"(?:no|nope|nah|not really|i dont think so|no thank you|no thanks)(?! problem(?!\S))(?: .*)?",),
    hedges=(),
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
    asks_when=(),
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
