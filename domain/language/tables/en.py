"""English, in one piece because a language is one file: what people say in it, and what we do; tables/shape.py tells what each table is for."""

from typing import Final

from domain.language.tables.shape import (
    Answerers,
    Asides,
    Dictation,
    FixedTexts,
    Language,
    Ours,
    Preferences,
    Rates,
    Remarks,
    Wishes,
)

# Being contacted. Homophones and slips are those of recognisers: "do not coal me", "take me of you're list", "stop calling may".
_NOT: Final = r"(?:do not|dont|don t|do knot|never|please not)"
_CALL_BY_VOICE: Final = r"(?:call|coal|cole|caul|coll?|kall|phone|telephone|ring|dial)"
_BOTHER: Final = r"(?:bother|disturb|pester|harass|hassle|annoy|bug)"
_CONTACT: Final = r"(?:contact|contract|text|message|e ?mail|whatsapp|write(?: to)?|reach out to|bother|disturb|pester|harass|spam|hassle|annoy|bug|solicit)"
_CALL: Final = rf"(?:{_CALL_BY_VOICE}|{_CONTACT})"
_CALLING_BY_VOICE: Final = (
    r"(?:call(?:ing|in)|colling|coaling|cawl?ing|cooling|kalling|(?:tele)?phoning|ringing|diall?ing)"
)
_CONTACTING: Final = r"(?:(?:robo|cold )calling|contacting|contracting|texting|messaging|e ?mailing|whatsapping|writing(?: to)?|bothering|disturbing|pestering|harassing|spamming|hassling|annoying|bugging|hounding|soliciting)"
_CALLING: Final = rf"(?:{_CALLING_BY_VOICE}|{_CONTACTING})"
_CALLED: Final = r"(?:called|contacted|phoned|rung|dialed|dialled|texted|messaged|e ?mailed|bothered|disturbed|harassed|solicited)"
_LINE: Final = r"(?:number|phone|line|house|home|place|office|address|residence|cell ?phone|cell|mobile|landline|business)"
_ME_ONLY: Final = rf"(?:mee?|may|mi|us|here|hear|this (?:\w+ )?{_LINE}|(?:my|our) (?:phone number|cell ?phone|home|cell|mobile|phone|number|house)(?! (?:use|try|call|phone|ring|instead)(?!\S)))"
# Taken whole or not at all, so that the words looked for after it are really the next ones.
_ME: Final = rf"(?: {_ME_ONLY}| up| back| (?:at|on|to) this (?:\w+ )?{_LINE}| at (?:my|our) (?:house|home|residence|number))++"
_AGAIN_ANY: Final = r"(?:again|agin|agen|a gain|any ?more|any longer|no ?more|know ?more|ever)"
_THERE: Final = rf"(?: (?:at|on) (?:this|my|our) (?:\w+ )?{_LINE}| here| by (?:you|your \w+|anyone|anybody|this company)(?: people| guys)?| from you)?"
# What may follow "call me" and leaves it a demand: anything else may be a name ("call me Bob") or somebody else ("call the bank").
_ON: Final = rf"(?=$| (?:{_AGAIN_ANY}|(?!a |an |the |my |your |that )(?:\w+ ){{1,6}}(?:ever|forever|at all)$|(?:now|today) (?:or|and|nor) (?:\w+ )?(?:ever|never)|please|thanks?|ok|okay|al ?right|sorry|sir|maam|bye|goodbye|good bye|on any|for (?:any|anything|anyone|him|her|this|sales|that|marketing|no)|about (?:this|it|that|any)|in (?:the )?future|(?:from )?now on|from (?:this|here)|at all|under any|all the time|with|or|and|but|because|cause|cuz|since|so|just|right|really|seriously|period|im|i|ive|id|ill|we|were|weve|you|youve|youre|your company|ya|its|it is|this is|that is|thats enough|there (?:is|are)|theres|what|who|how|why|where|when will|stop|take|remove|delete|get|leave|lose|put|go|do|dont|never|not|no|yes|yeah|god|jesus|damn|goddamn|fucking|look|listen|hey|man|dude|asap|whatsoever|either|also|any|constantly|every single|repeatedly|understood|understand|until i|unless i|like i|as i (?:said|told)|already|my name is not|he|she|they)(?!\S))"
_ON_BARE: Final = r"(?=$| (?:again|a gain|any ?more|no more|know more|ever|please|thanks?|ok|okay|al ?right|sorry|sir|maam|bye|goodbye|on any|under any|for (?:any|anything|this|sales|marketing|no)|about (?:this|it|that)|in (?:the )?future|(?:from )?now on|at all|all the time|or|and|but|because|cause|so|just|period|im|i|ive|we|weve|you|youve|its|it is|this is|thats|there is|theres|what|who|how|why|stop|take|remove|delete|get|leave|do|dont|never|no|yes|god|jesus|damn|already)(?!\S))"
_DAY: Final = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays?|weekends?|holidays?|mornings?|afternoons?|evenings?|nights?)"
# "Stop calling me. If you do, I will sue" is a demand and no condition.
_THREAT: Final = r"you (?:ever |guys |people |lot |still ){0,2}(?:(?:call|ring|phone|contact|text|bother) (?:me |us |here |this number ){0,2}(?:again|any ?more|back|one more|once more|even once|another)|do(?! not|nt)(?!\S)|keep (?:call|ring|phon|contact|text|bother)\w+|dont stop|do not stop)"
# A moment, a place or a condition after "do not call me" makes it a wish about when, not about whether.
_MOMENT: Final = rf"(?:(?:right |just |or )?(?:now|today|tonight|tomorrow|yet)(?! (?:or|and|not|nor) (?:\w+ )?(?:ever|never|tomorrow or))|before|after(?! (?:this|today|that))|until|till|during|while|when(?! will| i (?:need|want) (?:you|your|it|any|some|help))|whenever|between|early|late|past|unless|except|if(?! {_THREAT})|only|(?:so|too|that|this|quite so) (?:early|late|soon)|this (?:morning|afternoon|evening|week|weekend|month|early|late)|next|first thing|at(?! (?:this|all|my (?:house|home|number|residence)|our)(?!\S))|in (?:the(?! future)|an?|two|three|\d+)|on(?! (?:this|my (?:number|phone|cell)|our|any|here)(?!\S))|from(?! (?:now on|here|this|your|you|any|every)(?!\S))|for (?:a|an|the next|the rest of the|another|two|three|\d+|at least|now)|over the|{_DAY})"
_OFTEN: Final = r"(?:every(?! single)|each|once|twice|more than|\w+ times|(?:so|too|that|quite so|as) (?:often|frequently|much|many))"
_MY: Final = r"(?:my (?:\w+ )?(?:phone )?(?:number|name|details|data|contact|contacts|contact details|info|information|phone|entry|record)|(?:this|our|the|that) (?:phone |cell )?number)"
_ME_OR_MINE: Final = rf"(?:me|my|may|us|{_MY})"
_OFF: Final = r"(?:off of|off|of|from|out of|outta|all)"
_NUMBER: Final = r"(?:(?:my|our|this) (?:(?:phone|cell|mobile) )?(?:num ?b ?er|digits|details|data|contact (?:details|info|information)|info|information))"
_KINDRED: Final = r"(?:wife|husband|mother|mothers|mom|moms|mum|mums|father|fathers|dad|dads|parents|family|kids|children|son|daughter|grand\w+|brother|sister|boss|employees|staff|relatives)"
_YOUR: Final = r"(?:your|you|youre|you are|ur|yer|your all|all your|all of your|the|this|that|any|all|those|these|all the|every|whatever)"
_LIST: Final = r"(?:lists?|lest|least|lift|databases?|systems?|records?|files?|calls|call ?sheets?|sheets?|registers?|registry|books|rota|rotation|dialers?|diallers?|campaigns?|leads?|spreadsheets?|contacts?|directory|directories|computers?|mailing|crm|roster|phone ?books?|call lists?)"
_CALLS: Final = r"(?:(?:phone|sales|marketing|spam|cold|robo|automated|stupid|damn|unsolicited|solicitation|telemarketing|text|of these|of those|of your|more) ){0,3}(?:calls|phone calls|robocalls|texts|text messages|messages|communications?|contact from you|solicitations?)"
_OTHERS: Final = (
    r"(?:they|theyd|theyll|theyve|he|hed|she|shed|shell|it|itll|people|nobody|everybody|who|i|we)"
)
_CALLERS: Final = r"(?:(?:the|my|our|their|his|her|those|these|some|most|other) (?:\w+ )?(?:doctors?|kids?|children|friends?|parents?|people|guys|banks?|company|companies|neighbou?rs?|sons?|daughters?|brothers?|sisters?|clients?|customers?|providers?|others|family|families|schools?|hospitals?|agents?|dealers?|insurance|insurers?|grandkids|relatives|girls?|boys?|folks|colleagues|co ?workers|boss|bosses|employers?|recruiters?|lawyers?|nurses?|workers|team|ex|husband|wife|mother|father|mom|dad|tenants?|landlord|agency|agencies|competitors?|scammers?|telemarketers?)|doctors|scammers|telemarketers|companies|friends|some people|most people|a lot of people)"
_HARDLY: Final = r"(?:(?:really|just|usually|often|also|still|simply|normally|always|even|will|would|ll|d|have|had|should|must|need to|has to|have to|finally|ever|actually|please|at least|to|did|do|does|never) ){0,3}"
_WOULD_NOT: Final = r"(?:wont|will not|would not|wouldnt|never|cannot|cant|could not|couldnt|did not|didnt|doesnt|does not|dont|do not|havent|hasnt|refuse to|refused to|forgot to)"
_STRIKES: Final = rf"(?:(?:take|taking|taken|get|getting|strike|drop|lose|losing|forget|scrub) {_ME_OR_MINE}|taken off|(?:remove|removing|removed|delete|deleting|deleted|erase|erasing|withdraw|withdrawing|revoke|revoking|un ?subscribe|unsubscribing|unsubscribed)(?: {_ME_OR_MINE})?|opt(?:ing|ed)? (?:me |us )?out)(?: {_OFF})?(?: of)?(?: {_YOUR}(?: \w+)?)?"
_OTHER_WAY: Final = r"(?:(?:just|only|but|please|instead|rather|you can|you could|can you|could you|better|and|ok|okay|sorry|no|id rather you|id prefer you|i prefer you|simply|try to|always) ){0,4}"
# "Do not record me" deletes what was kept; "I do not want to be recorded" and "stop the recording" are the same demand.
_RECORD_WHAT: Final = (
    r"(?: (?:me|us|this|that|it|anything|my voice|(?:this|the|our|my) (?:\w+ )?(?:call|conversation)))?"
)
_GREETING: Final = r"(?:hello|helo|hallo|hullo|hi|hey|hey there|hi there|hello there|yes|yeah|yep|yes please|good (?:morning|afternoon|evening|day)|halo)"
_AGAIN: Final = r"(?:again|one more time|once more|a(?:nother)? time|over again|for me|to me|more slowly|slower|slowly|louder|a (?:bit|little)(?: more)? (?:slower|slowly|louder))"
_WHILE: Final = r"(?:moment|second|sec|seconds|minute|min|minutes|tick|mo)"
_LEAD: Final = r"(?:just|wait|hold|hold on|hang on|hang|give me|gimme|bear with me|ill be|i will be|itll be|for|takes?|need|i need|ill need|allow me)"
_THING: Final = r"(?:pen|pencil|paper|piece of paper|notebook|notepad|calendar|diary|schedule|agenda|planner|glasses|card|wallet|purse|phone|charger|laptop|computer|notes|papers|files?|letter|bill|contract|something to write(?: with| on)?)"
_HOLD_ON: Final = (
    rf"(?:(?:just )?(?:hold on|hang on|wait|bear with me|hold the line|stay on the line|one {_WHILE}|a {_WHILE}|half a {_WHILE}|two {_WHILE}|1 {_WHILE})(?: (?:a|one) {_WHILE})?|"
    rf"(?:give me|gimme|wait|just|hold on|hang on|bear with me for)(?: just)? (?:a|one|1|half a|a couple of|a few|two) {_WHILE})(?: please)?"
)
# What keeps somebody for a moment, said beside "hold on": an act, no answer.
_MEANWHILE: Final = (
    r"(?:(?:and |while |till |until |to |so |because |as |please |sorry |i think )?(?:i |im |ill |i will |i am |i was |let me |i need to |i have to |ive got to |i can |i just |im just |just |lemme |we ){0,2}"
    r"(?:park(?:ing)?(?: (?:the|my) car)?|pull(?:ing)? over|step(?:ping)? (?:outside|out|away)|sit(?:ting)? down|"
    r"(?:go|going|get|getting|move|moving|walk|walking) (?:somewhere quiet(?:er)?|outside|inside|upstairs|downstairs|out of (?:the|my) (?:car|room|meeting)|"
    r"to (?:a|another|the other|my) (?:quiet(?:er)? )?(?:room|place|spot|desk|office|computer))|"
    r"turn(?:ing)? (?:down|off) (?:the|my|this) \w+|turn(?:ing)? (?:the|my|this) \w+ (?:down|off)|(?:close|closing|shut|shutting|open|opening|get|getting|answer|answering) (?:the|my) (?:door|window)|"
    r"put(?:ting)? (?:on my glasses|my glasses on|(?:the|my) \w+ (?:down|to bed|outside|away|in the (?:car|house|fridge)))|"
    rf"(?:grab|get|find|fetch|look for|grabbing|getting|finding|fetching|looking for) (?:a |an |my |the |some )?{_THING}|"
    r"(?:check|checking|look at|looking at|open|opening|pull up|pulling up) (?:my|the) (?:calendar|diary|schedule|agenda|planner|notes|files|papers|computer|email|app|account|card)|"
    r"look(?:ing)? (?:it|that|this) up|writ(?:e|ing) (?:that|this|it) down|log(?:ging)? in|finish(?:ing)? (?:this|something|up|eating)|"
    r"someones? (?:is )?at the door|there(?:s| is) (?:someone|somebody) at the door|(?:the )?doorbell(?: is ringing)?|"
    r"(?:my|the) (?:kids?|baby|dog|son|daughter|children|cat) (?:is |are |just |keeps? )?(?:crying|barking|screaming|fell|calling)|"
    r"(?:have|got|ive got|get|getting|theres|there is) another call(?: coming in)?|another call is coming in))"
)
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
    r"(?= \||$| (?:thanks|thank|at all|sorry|sir|maam|please|so(?! i have)|and|but|because|cause|since|goodbye|bye|ok|okay|right(?! now)|"
    r"from you|from anyone|honestly|really|actually|for now|any ?more|then|anyway|yet|no|yes|not|at the moment|at this time|currently|im|"
    r"i am|ive|were good|we have|i have|what|who|can you|could you|call|just|sorry)(?!\S))"
)
_AM: Final = r"(?:im|i am|were|we are)"
_GOING_ON: Final = r"(?:busy|driving|working|eating|shopping|running|in a meeting|in meetings|in the car|at work|at the office|at the doctors?|at dinner|at lunch|at a funeral|on another call|on the other line|on the road|on my way|about to leave|(?:having|eating|cooking|making|preparing) (?:dinner|lunch|breakfast|supper)|(?:just )?(?:on my way out|heading out|running late|running out the door|walking out the door)|expecting (?:a call|someone)|on (?:the|a) (?:train|bus|plane|motorway|highway|road)|on (?:vacation|holiday|leave)(?! and)|abroad|traveling|travelling|in (?:a|the) (?:shop|store|class|lecture|hurry|rush|cinema|library|supermarket|middle of (?:something|dinner|work|it))|at the (?:gym|airport|dentist|hospital|wheel)|out and about|with (?:a|my|some) (?:client|clients|customer|customers|patient|patients|kids|family))"
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
_PLACE: Final = (
    r"(?:(?:restaurant|pizzeria|cafe|pub|bar|hotel|taxi (?:rank|firm|company|office)|hairdressers?|barbers?|salon|police station|police|fire station|hospital|clinic|surgery|"
    r"maternity|school|nursery|church|mosque|temple|library|bakery|butchers?|bakers?|florists?|garage|stables|farm|factory|warehouse|shop|store|chip shop|fish and chip shop|takeaway|"
    r"dentists?|vets?|undertakers?|law firm|solicitors?|fax(?: machine| line)?|pay ?phone|phone box|lost property|private (?:house|home|number|line|mobile|residence)|"
    r"family home|residence|house|household|mobile|personal mobile|home number|home phone|stranger|evidence room|police evidence room|shipping company|export company|import export company)(?!\S))"
)
_HAVE_YOU_ANYTHING: Final = r"(?:(?:have|do) you (?:have |got )?|is there )(?:an?|any|anything|something|some)(?: \w+){0,3} (?:leaflets?|brochures?|catalogu?e?s?|prospectus|flyers?|literature|pdf|(?:you )?(?:can|could|to) (?:send|post|mail|e ?mail|text|share)|i (?:can|could) read|to read|large print)(?!\S)"
# How somebody asks who is going to buy: no question about us, but an answer.
_HOW_TO_BUY: Final = (
    r"(?:(?:(?:how|where|what|who|when)(?: (?:then|exactly|soon))? (?:do|must|should|can|could|would|have|will|does|shall) (?:i|we|one) (?:have to |need to |got to |go about |now )?(?:do (?:to |now to )?)?"
    r"(?:pay|sign(?: up)?(?! in(?!\S))|order|buy|join|enrol|enroll|register|apply|get (?:it|one|this|that|in on (?:it|this)|started|going|the ball rolling|it going)|getting (?:it|one|this|started)|"
    r"start|become (?:a )?(?:member|customer|client|subscriber)|make (?:the |it )?(?:cheque|check|payment)? ?out(?: to)?|make (?:the )?payment|set (?:it|this) up|go ahead|proceed))"
    r"|what do you need from (?:me|us)(?= to (?:start|set|begin|get|proceed|go|sign)(?!\S)|$)|(?:wheres|where is) the (?:dotted line|form|contract|order form)(?= \||$)"
    r"|do you (?:want|need|take) my (?:card|bank details|card number)(?= now| then|$| number))"
)
# The words of a question or a report after its beginning, up to where another clause begins.
_ASKED: Final = r"(?: (?!(?:i|im|ive|id|ill|we|weve|wed|please|no|not|yes|yeah|because|but|so|sorry|just)(?!\S))[^\s|]++){0,7}+"
# Taking leave, or telling us to: said to us, and to the end of the sentence.
_PARTING: Final = r"(?: (?:now|then|right now|please|here|thanks|thank you|very much|so much|bye|bye bye|goodbye|sorry|im sorry|im afraid|though|okay|ok|really|sir|maam|mate|dear|everyone|you too|to you|again|for now|thats (?:all|it))){0,5}+"
_NOT_A_BYE: Final = r"(?<!say )(?<!saying )(?<!said )(?<!says )(?<!a )(?<!the )(?<!my )(?<!your )(?<!wave )(?<!waved )(?<!waving )(?<!kiss )(?<!kissed )(?<!their )(?<!without )(?<!called )(?<!bye )(?<!not )(?<!no )"
_NOT_DONE_TO: Final = r"(?<!to )(?<!will )(?<!ill )(?<!youll )(?<!i )(?<!we )(?<!they )(?<!who )(?<!he )(?<!she )(?<!can )(?<!could )(?<!would )(?<!should )(?<!must )(?<!never )(?<!always )(?<!didnt )(?<!not )(?<!dont )(?<!cant )(?<!if )(?<!when )(?<!me )(?<!love )"
_SOON: Final = r"(?: (?:later|soon|around|tomorrow|tonight|then|next (?:week|time|month)|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|again|there)){0,3}+"
_HAVE_A_GOOD: Final = r"have (?:a|an|yourself a)(?: (?:very|really|wonderful|great|good|nice|lovely|pleasant|blessed|fantastic|awesome|beautiful|fine|amazing|super|happy)){1,3}(?: rest of (?:your|the))? (?:day|evening|night|afternoon|morning|weekend|one|time|week|holiday|trip)"
_END_IT: Final = (
    r"(?:hang up(?: (?:on me|the phone|the call|this call))?|disconnect(?: (?:me|(?:the|this) (?:call|line|phone)))?|"
    r"(?:end|finish|terminate|stop|cut|drop|close|quit|wrap up|get off)(?: off)? (?:the|this|our) (?:phone )?(?:call|conversation|line|chat|phone)|"
    r"(?:end|finish) (?:it|this|things) (?:here|there|now)|leave (?:it|this) (?:at that)|go now)"
)
_SHALL: Final = (
    r"(?:please|kindly|just|can you|could you|would you|will you|can we|could we|shall we|lets|let us|you can|you may|you could|"
    r"you should|you better|(?:id|i would) like(?: you)? to|i want(?: you)? to|i wanna|(?:id|i would) rather|i need to|i have to|i must|"
    r"ive got to|i gotta|ill|i will|im going to|im gonna|i am going to|im about to|go ahead and|feel free to|we can|we should|"
    r"i think you (?:can|should))(?: (?:please|just|now|really|simply|go ahead and)){0,3}+"
)
_MUST: Final = r"(?:have to|have|need to|need|got to|gotta|ve got to|have got to|must|had better|better|should|do have to)"
_BE_OFF: Final = r"(?:go|goal now|run|get back(?: to (?:it|this|that))?|(?:get|go) (?:back )?to (?:work|my work|my desk|my meeting|a meeting|the meeting|class|bed)|leave|jump|dash|bounce|hop off|head out|hang up|get going|be going|get off|get off the (?:phone|line|call)|let you go|end (?:this|the) call|cut (?:this|the) call|stop here|say goodbye|let you get on)"
_ENDS: Final = r"(?:hang(?:s|ing)? up|hung up|disconnect(?:ing|ed)?|(?:end|ending|ended|finish|finishing|terminate|cut|cutting|drop|dropping|stop|stopping|close)(?: off)? (?:the|this|my|our) (?:phone )?(?:call|conversation|line|phone))"

# What else is called a robot, a machine, a recording or real.
_THING_AFTER: Final = (
    r"(?! (?:vacuums?|cleaners?|mowers?|lawn|dogs?|toys?|arms?|repairs?|shops?|stores?|company|companies|firms?|dealers?|dealership|"
    r"suppliers?|makers?|manufacturers?|studios?|labels?|artists?|engineers?|engineering|scientists?|science|technicians?|experts?|guys?|"
    r"person|people|programm?ers?|operators?|sellers?|sales\w*|courses?|class|classes|schools?|programs?|software|tools?|products?|parts?|learning|"
    r"games?|chips?|stocks?|equipment|device|desk|screen|for|that|which|made|built|in|of|on|washable|gun|guns)(?!\S))"
)
_RATHER_REAL: Final = r"(?! (?:estate|madrid|life|time|music|bands?|shows?|events?|resources?|rights?|nice|good|bad|in|at|from|close|near|about|with|on|for|quick|busy|cheap|ale|leather|gold|money|deal|problem|reason|cost|price)(?!\S))"
_REAL: Final = (
    r"(?:real|live|actual|human|living|real live|actual human|live human|real human|actual live|real actual)"
)
_SOMEBODY_REAL: Final = (
    rf"(?:{_REAL}(?: (?:person|human being|human|being|people|agent|man|woman|guy|lady|girl|boy|operator|representative|rep|"
    rf"individual|voice|caller|body|somebody|someone|customer service))?{_RATHER_REAL}|(?:someone|somebody|anyone|anybody) (?:real|human|live))"
)
_REAL_PERSON: Final = (
    rf"(?:{_REAL} (?:person|human being|human|being|people|agent|man|woman|operator|representative|rep|voice|caller|somebody|someone)|human(?: being)?(?! (?:error|mistake|right))|"
    r"(?:someone|somebody|anyone|anybody) (?:real|human|live))"
)
_A_OR_SOME: Final = (
    r"(?:an? |some |some kind of |some sort of |one of (?:those|these|them|the) |just |like ){1,3}"
)
_ROBOTIC: Final = r"(?:ai|a i|automated|automatic|virtual|digital|computer|computeri[sz]ed|robot|robotic|bot|voice|electronic|chat)"
_ROBOT: Final = (
    rf"(?:{_A_OR_SOME}(?:(?:new|stupid|damn|fucking|bloody|talking|smart|fake|phone|telephone|scam|spam) ){{0,2}}"
    rf"(?:(?:{_ROBOTIC} ){{0,2}}(?:robots?|bots?|chat ?bots?|voice ?bots?|robo ?call(?:er)?s?|machines?|computers?|ai|a i|ais|android|row bot|rowbot|rob ought|"
    rf"artificial intelligence|recordings?|tape|answering machine)|(?:{_ROBOTIC} ){{1,3}}(?:things?|agents?|assistants?|voices?|"
    rf"messages?|calls?|systems?|service|caller|person)|(?:pre ?)?recorded (?:message|voice|announcement)|pre ?recorded call){_THING_AFTER})"
)
_ROBOT_ALONE: Final = rf"(?:robots?|bots?|ai|a i|robo ?calls?|chat ?gpt|chat g p t|gpt|siri|alexa|artificial(?: intelligence)?|automated|pre ?recorded|computer generated|ai generated|ai powered){_THING_AFTER}"
_NO_RENT: Final = r"(?! (?:i(?! am| was)|we|you|he|she|they|who|what|from|with|to|about)(?!\S))"

# "I want French" asks for the language, "I want French fries" does not: what follows is no noun.
_NO_THING_OF_IT: Final = (
    r"(?=$| (?:please|instead|if|better|then|now|thanks|thank|sir|maam|okay|ok|more|rather|over|not|or|and|but|because|since|so|as|with (?:me|you|us)|"
    r"to (?:me|us)|for (?:me|us|this|the rest)|about|from now|i|im|id|its|it|my|we|you|can|could|do|would|is|that|this|speaking|speaker|language)(?!\S))"
)

_AND_THEN: Final = r"(?:(?:and|but|so|please|now|just|then) ){0,4}"
_WISHES: Final = Wishes(
    opt_out=(
        # Do not call.
        rf"{_NOT} (?:you |you people |you guys |you ever |you dare |ever |even |please |you even think about |fucking |bloody |damn |goddamn |freaking ){{0,2}}{_CALL_BY_VOICE}{_ME}{_ON}",
        rf"{_NOT} (?:you |you people |you guys |you ever |you dare |ever |even |please ){{0,2}}(?:contact|contract|text|message|reach out to|spam|solicit){_ME}",
        rf"(?:^|(?<!\S)(?:please|and|just|so|again|sir|maam|no|now|said|say|thanks|you|stop|list|interested|busy|hello|hey|ok|okay) ){_NOT} (?:you |ever |even |please ){{0,2}}{_BOTHER}{_ME}",
        rf"(?:{_NOT}|stop|quit) (?:to )?(?:call(?:ing)?{_ME}{_ON}|{_CONTACTING}{_ME})",
        r"^(?:please )?no call(?: me)?(?: again| any ?more| please|$)",
        rf"{_NOT} (?:ever |even |please )?(?:{_CALL_BY_VOICE}|contact|contract|text|message|e ?mail){_ON_BARE}",
        rf"(?:{_NOT}|not(?: to)?|you cant|you cannot) (?:you |ever |please |dare |be ){{0,2}}{_CALL}(?:{_ME})?(?: {_AGAIN_ANY})+",
        rf"(?:{_NOT}|not|you shouldnt|why are you|quit) be {_CALLING}{_ME}",
        rf"(?:rather|prefer|prefer it if|appreciate it if|appreciate if|wish|like it if|better if|love it if|grateful if|nice if|great if|glad if|happy if|ask that|demand that|make sure|ensure)(?: that)? (?:you|yall|you guys|you people|nobody|no one)(?: all)? (?:did not|didnt|dont|do not|would not|wouldnt|never|not|please not)(?: ever| please)? {_CALL}(?:{_ME}|$)",
        rf"(?:if|wish|rather|prefer|when will|until) (?:you|yall|you guys|you people|nobody|no one) (?:stopped|quit|ceased) {_CALLING}",
        rf"(?:appreciate|prefer|like|love) not (?:being|getting) {_CALLED}{_THERE}{_ON}",
        rf"(?:mind|appreciate you|about|please|kindly|consider|start|try) not {_CALLING}{_ME}",
        rf"(?:dont|do not) (?:even think about|waste your time|bother|keep(?: on)?) (?:{_CALLING_BY_VOICE}(?:{_ME}{_ON}|{_ON_BARE})|{_CALLING}{_ME})",
        rf"{_NOT} (?:under any circumstances|ever ever|for any reason|in any way|on any account) {_CALL}(?:{_ME})?",
        r"(?:sure|so|ensure|rather|prefer|want)(?: that)? (?:nobody|no one|noone)(?: from (?:your|the|this) \w+| there| else)? (?:ever )?(?:calls?|called|calling|contacts?|contacting|phones?|bothers?|rings?)(?: me| us| here)?(?: again| any ?more|$)",
        rf"wish you (?:did not|didnt|would not|wouldnt) (?:ever )?{_CALL}(?:{_ME}| any longer| again|$)",
        rf"(?:appreciate|prefer|nice|better|best|great|happy|thankful|grateful|glad|love|like|kind)(?: \w+){{0,3}} if you (?:did not|didnt|would not|wouldnt|could not) (?:ever )?{_CALL}(?:{_ME}| any longer| again|$)",
        r"(?:appreciate|prefer|nice|better|best|great|happy|thankful|grateful|glad|love|like|kind)(?: \w+){0,3} if you (?:stopped|would stop|could stop)$",
        rf"(?:note|mark|flag|marked|file)(?: \w+){{0,5}} (?:never|not) to (?:be )?(?:{_CALL}|{_CALLED})",
        rf"(?:tell|ask) (?:your \w+|everyone|everybody) (?:not to|never to|to not) {_CALL}(?:{_ME}|$)",
        rf"make sure (?:that )?(?:i|we) (?:dont|do not|never) (?:get|receive|hear)(?: any| more| of| another| these| your){{0,4}} (?:{_CALLS}|call|from you)",
        rf"(?:stop|quit|quite) (?:trying|attempting) (?:to )?(?:{_CALL}|{_CALLING}|reach|get(?: a)? hold of)(?:{_ME})?",
        rf"(?:stop|quit) (?:having|letting|making) (?:people|anyone|your \w+|them|robots|machines) {_CALL}{_ME}",
        rf"quite {_CALLING}{_ME}",
        rf"(?:do not|dont) want (?:you|robots|machines|people|strangers|companies|salespeople) (?:to )?(?:{_CALL_BY_VOICE}{_ON_BARE}|{_CALLING}{_ME})",
        r"not (?:another|one more) (?:call|text|message)",
        rf"(?:abstain|refrain|desist) from (?:{_CALLING}|further)",
        rf"you (?:people |guys )?(?:may|can|must|should|shall|will|are|re) not (?:allowed |permitted |authorized |authorised |supposed |welcome )?(?:to )?(?:ever )?{_CALL}{_ME}{_ON}",
        rf"youre not (?:allowed |permitted |authorized |supposed |welcome )?(?:to )?(?:ever )?{_CALL}{_ME}{_ON}",
        rf"(?:note|notified|instructed|advised|warned|reminded|begging you|notice|asked|told|tell|telling|ask|asking|said) (?:you )?(?:people |guys |all |already |before |folks ){{0,2}}not to (?:ever )?{_CALL}(?:{_ME}|$)",
        rf"(?:asked|told|tell|telling|ask|asking) (?:you )?(?:people |guys |all |already |before |folks ){{0,2}}not to be {_CALLED}",
        # Being called, permission, the law.
        rf"not (?:to )?(?:be|get) {_CALLED}{_THERE}{_ON}",
        rf"(?:never|not|no longer)(?: to)? (?:be |get )?{_CALLED}(?: at this number| on this number| here)?(?: {_AGAIN_ANY})++",
        rf"(?:never|not|no longer)(?: to)? be {_CALLED} (?:at|on) this",
        rf"(?:dont|do not|never|no longer) (?:have|had|got) (?:my |our |any |the |a ){{0,2}}(?:permission|consent|authori[sz]ation|right|business|authority) to (?:be )?(?:{_CALL}|{_CALLING})",
        r"(?:no longer|dont|do not) have (?:my |our )(?:permission|consent)$",
        r"(?:take|taking) (?:my |our )(?:permission|consent) back",
        rf"(?:forbid|prohibit) you (?:to|from) (?:{_CALL}|{_CALLING})",
        rf"(?:dont|do not|never) (?:give|allow|permit) you(?: the| any| my){{0,2}}(?: right| permission| consent)? to {_CALL}",
        r"right to be forgotten",
        r"on the (?:national |no call |do not call |dnc )(?:registry|dnc|list)",
        r"no (?:permission|consent|right) to (?:call|contact|phone|text)(?: me| us| here)",
        rf"(?:i|we) (?:really )?(?:dont|do not|no longer|never) (?:consent|agree|give (?:you |my |any |our ){{0,2}}(?:consent|permission)|(?:authori[sz]e|permit|allow)(?= (?:you|your|these|this)(?!\S)))(?: to| for| you| any| these| those| this| your| being| be| to be){{0,4}} (?:{_CALLS}|call|{_CALLED}|{_CALLING_BY_VOICE})(?! (?:me )?(?:being |to be |is |are )?record)",
        r"(?:revoke|revoking|withdraw|withdrawing|rescind|take back)(?: all| any| all of){0,2} (?:my |our |the )?(?:consents?|permission|authori[sz]ation)(?! (?:to|for) (?:be |being |the )?record)",
        r"(?:consent|permission) (?:is |has been |was |hereby ){0,2}(?:revoked|withdrawn)",
        r"cease and desist",
        r"(?:stop|cease|end|quit|no|zero|cut|cut off|discontinue)(?: any| all| more| further| these| the){1,2} (?:contact|communications?|correspondence)(?! (?:lens|info|number|details|name|person|form))",
        r"(?:registered|listed|signed up) (?:on|with|in|for) (?:the |a |your )?(?:national |federal |state )?(?:do not call|dnc)(?: list| registry)?",
        r"(?:i am|im|were|we are|were all|this number is|my number is|our number is|number is|i have been|ive been)(?: already| also| registered| listed){0,2} on (?:the |a |your |that )?(?:national |federal |state )?(?:do not call|dnc|no call)(?: list| registry| register)?",
        rf"(?:put|place|add|get|want|sign|register|enter|enroll) {_ME_OR_MINE} (?:back |up |down )?(?:on|to|onto|in|for|with|as) (?:your |the |a |that ){{0,2}}(?:internal |national )?(?:do not (?:call|contact)|dnc|no call)(?: list| registry| register)?",
        rf"(?:i|we) (?:dont|do not|never) accept (?:any |these )?{_CALLS}",
        r"^(?:sorry |please |we said )?no (?:more )?(?:solicitations?|soliciting|solicitors|telemarketers?)",
        rf"(?:want|prefer|rather have|would like|appreciate) (?:no|zero)(?: more| further){{0,1}} (?:contact|communications?|{_CALLS})",
        rf"^(?:please )?(?:no|zero) (?:more )?(?:contact|phoning|cold calling|calling|texting|robocalls|{_CALLS})(?: please| at all| ever)?$",
        # Stop calling.
        rf"(?:stop|quit|cease|quit it with|enough of)(?: ever| all| the| your| fucking| damn| goddamn| bloody| freaking| just| please){{0,2}} {_CALLING_BY_VOICE}(?:{_ME}{_ON}|{_ON_BARE})",
        rf"(?:stop|quit|cease|quit it with|enough of)(?: ever| all| the| your| fucking| damn| goddamn| bloody| freaking| just| please){{0,2}} {_CONTACTING}{_ME}",
        rf"(?:stop|quit|cease) (?:texting|messaging|contacting|e ?mailing|robocalling|cold calling|soliciting){_ON_BARE}",
        rf"(?:stop|quit|cease|end|discontinue|halt)(?: it)?(?: already)?(?: with)?(?: all| these| those| the| your| any| of){{1,3}} (?:{_CALLS}|calling|texting|harassment|spam|spamming)",
        r"(?:stop|quit|cease|end) (?:(?:the|this|your|all) ){0,2}harassment",
        rf"(?:stop|quit|cease) sending(?: me| us| any| these| those| your| so many| all| this){{0,3}} (?:{_CALLS}|text reminders|reminders|sms|spam|offers|ads|advertising|notifications|stuff|things|this stuff|crap|junk)",
        r"(?:stop|quit|cease) sending(?: me| us)?(?: these| this| those| that| it)?$",
        r"(?:stop|quit) blowing up my phone",
        rf"(?:want|like|need|love|wish) to stop (?:receiving|getting)(?: any| all| these| those| your| the){{0,2}} {_CALLS}",
        rf"(?:want|like|need) (?:these|those|the|your|all|all these|all the) {_CALLS} (?:to (?:stop|end)|stopped)",
        r"(?:stop|quit) using (?:my|this|our) (?:\w+ )?number$",
        r"(?:do not|dont|never) use (?:my|this|our) (?:\w+ )?number(?: again| any ?more|$)",
        rf"(?:these|the|those|your|all these) {_CALLS} (?:have to|need to|must|have got to|gotta|should) (?:stop|end|cease)",
        # Off the list.
        rf"(?:lose|forget|scrub|scratch|destroy|strike|wipe|purge|throw away|throw out|tear up|burn|get rid of|cross out|do away with) (?:{_NUMBER}|my name)",
        r"(?:drop|trash|toss|bin|clear|clean|block) (?:my|our) (?:phone |cell )?number",
        r"burn that number",
        rf"(?:throw|cross|clean|scratch|strike) {_NUMBER} (?:away|out|off)",
        r"(?:scratch|cross|strike) (?:me|us) (?:off|out)",
        r"num ?ber(?: (?!old|new|wrong)\w+){0,5} (?:delete|remove|erase|lose|get rid of) it",
        r"(?:delete|erase|remove|wipe|purge)(?: all| everything| of| the| you have| my| personal| stored| data| details| information){1,6} (?:about|on) me",
        r"(?:delete|erase|wipe|purge) (?:all (?:of )?)?my (?:\w+ )?(?:data|details|information|info|records?)",
        r"(?:remove|delete|take) (?:me|us) (?:from|off) (?:everything|all of it|all lists)",
        r"(?:remove|delete) my num b ?er",
        r"if you (?:took|removed|deleted) (?:me|us|my \w+)",
        rf"(?:{_NOT}|stop|quit) keep(?:ing)? (?:me|us|my (?:name|number|details|data)) (?:on|in) {_YOUR} (?:\w+ )?{_LIST}",
        r"(?:stop|quit) keeping my (?:\w+ )?(?:number|details|data|name)",
        rf"keep (?:me|us|my (?:name|number)) (?:off (?:of )?|out of ){_YOUR} (?:\w+ )?{_LIST}",
        r"keep my (?:name|number) (?:out of|off) it",
        r"(?:i|we) want off$",
        rf"(?:take|remove|strike|scratch|delete|drop|erase|scrub|cross|wipe|clear) {_ME_OR_MINE} {_OFF} {_YOUR} (?:\w+ ){{0,3}}{_LIST}",
        rf"(?:get|pull|have|keep) {_ME_OR_MINE}(?: taken| removed| deleted)? (?:off of|off|out of|outta) {_YOUR} (?:\w+ ){{0,3}}{_LIST}",
        rf"(?:have|get|want|need) {_ME_OR_MINE} (?:taken|removed|deleted|erased) {_OFF} {_YOUR} (?:\w+ ){{0,3}}{_LIST}",
        r"(?:want|like|need|have|get|ensure|sure|that|can|could|should|must|please) (?:my|our|this) (?:\w+ )?(?:number|name|data|details|info|information|contact) (?:is |be |to be |gets? |being ){0,2}(?:removed|deleted|taken (?:off|out)|erased)",
        r"(?:sure|ensure|see|see to it|confirm)(?: that)? (?:im|i am|i get|we are|were|we get) (?:removed|deleted|taken off|unsubscribed)",
        r"(?:request|requesting|demand|demanding|ask for|asking for|process)(?: a| the| my| immediate| for){0,2} removal(?= (?:from|of my|please)|$)",
        rf"(?:do not|dont|no longer|never) (?:want|wish|need|like) (?:to (?:be|stay|remain)|{_ME_OR_MINE}) (?:on|in) {_YOUR} (?:\w+ ){{0,2}}{_LIST}",
        rf"(?:take|get|remove|want|cross|leave) {_ME_OR_MINE} (?:off|of|out) (?:of )?(?:it|this|that|there|please|now|right now|again)$",
        rf"(?:take|get|want) {_ME_OR_MINE} (?:off|out)$",
        r"(?:remove|unlist) (?:me|us)(?! (?:from|as|off|and put)(?!\S))",
        rf"(?:remove|delete|erase|scrub) (?:{_NUMBER}|my name|my num b ?er)(?! (?:from|off|out|on|in|and put|and use|as)(?!\S))",
        rf"(?:delete|erase|remove) (?:me|us|everything you have on me|all my \w+)(?: from (?:of )?{_YOUR} (?:\w+ ){{0,2}}{_LIST}| please|$)",
        r"lose (?:my|this) number",
        rf"(?:be|get|been|have me|have my number|being) (?:taken|removed|deleted|struck|erased|scrubbed) {_OFF} (?:of )?{_YOUR} (?:\w+ ){{0,3}}{_LIST}",
        r"(?:want|like|ask|asked|asking|request|requesting|demand|need) to be (?:removed|deleted|taken off)",
        rf"(?:i|we) (?:want|wanna|need|wish)(?: to be| to get)? (?:off|out)(?: of)? {_YOUR} (?:\w+ ){{0,2}}{_LIST}",
        r"(?:un ?subscribe|on subscribe|unsuscribe|unsubscribed)(?: me| us)?",
        r"(?:opt|opting|opted|opped) (?:me |us )?(?:out|doubt)",
        # No more.
        rf"(?:rather|prefer) not (?:to )?(?:be on|get|receive|have)(?: any| these| those| your| more){{0,2}} (?:{_CALLS}|{_YOUR} {_LIST})",
        r"(?:dont|do not|never) (?:want|need) (?:another|any other|one more|a single) (?:call|text|message)",
        r"(?:dont|do not|never) want a call from you",
        r"never (?:to |want to |wanna )?hear from (?:you|your company|you people|you guys) again",
        rf"(?:nobody|no one|none|noone)(?: \w+){{0,3}} wants? (?:(?:your|these|any|those) {_CALLS}|to hear from you|to be {_CALLED})",
        rf"(?:i|we|and|just|really|please) (?:really |just |honestly )?(?:do not|dont|no longer|never) (?:want|wish|like|need|care|wanna)(?: to)? (?:be|get|being|getting) {_CALLED}{_THERE}{_ON}",
        rf"(?:do not|dont|no longer|never) (?:want|wish|like|need)(?: for)? (?:you|you people|you guys|anyone|anybody)(?: to)? (?:{_CALL}|{_CALLING}){_ME}",
        rf"(?:do not|dont|no longer|never) (?:want|wish|need|wanna|care)(?: to)?(?: get| receive| have| take| receiving| getting)?(?: any| no| your| the| these| those| such| all| further){{0,2}} (?:more )?(?:{_CALLS}|contact(?! (?:lens|info|number|details|name|person|form|\w+ses)))",
        rf"no longer (?:want|wish|need|accept|interested in)(?: to)?(?: get| receive| have| getting| receiving)?(?: any| your| these| such){{0,2}} {_CALLS}",
        r"(?:do not|dont|no longer|never)(?: ever| really)? (?:want|wish|need|wanna|care)(?: to)?(?: ever)? hear(?:ing)? from (?:you|your company|you people|you guys|yall|this company)",
        r"(?:no more|no mor|no further|enough with|^no|please no|and no|so no) (?:phone |sales |marketing |of these |of the |of your |damn |fucking ){0,2}(?:calls|robocalls|texts|messages|text messages|phone calls|calling)(?! (?:for me|came|back|have|has|come|were|are|was|got|yet|on my|in my|left|waiting|than))",
        r"(?:interested|thanks|thank you|no) stop$",
        r"(?:want|wish|like|let (?:me|us)(?: just)?) (?:to )?be left alone",
        r"leave (?:me|us)(?: the (?:hell|fuck))? (?:alone|a loan|a lone|along|be$|in peace)",
    ),
    opt_out_alone=(
        r"(?:(?:no|yes|please|just|okay|ok|hey|oh|well|i said|now|enough|thanks|thank you) ){0,3}stop(?: stop){0,20}(?: (?:please|thanks|thank you|bye|goodbye|now please|sir|maam|already)){0,3}",
        r"(?:please )?opt out(?: please)?",
        r"(?:please )?un ?subscribe(?: please)?",
        r"revoke",
        r"(?:please )?remove(?: please)?",
        r"(?:(?:no|please) )?off (?:of )?(?:the|your|this|that) list(?: please| now)?",
    ),
    opt_out_doubted=(
        # What is said half.
        rf"(?:maybe|perhaps|probably|possibly|i guess|i suppose) (?:you )?(?:should |could |better |can )?(?:just |please )?(?:{_NOT}|not|stop|quit|shouldnt|should not) (?:{_CALL}|{_CALLING}|{_CALLS})(?:{_ME})?(?: {_AGAIN_ANY})?",
        rf"(?:dont|do not) (?:really )?think (?:that )?(?:i|we) (?:really )?(?:want|need|wish|like|should|care|wanna)(?: for| to| be| get| getting| receive| receiving| have| hear| any| these| those| your| more| you| such| the| being){{0,5}} (?:{_CALLS}|{_CALLED}|from you|{_CALLING}|{_CALL}{_ME})",
        rf"(?:not (?:really )?sure|unsure|wondering|dont know) (?:that |if |whether )?(?:i|we) (?:want|need|should)(?: to| be| get| getting| receive| have| any| these| those| your| more){{0,5}} (?:{_CALLS}|{_CALLED})",
        rf"(?:maybe|perhaps|probably|possibly|i guess|i think|should|thinking of|thinking about|might|may) (?:you )?(?:should |i should |could |just |better |i will |ill |to ){{0,2}}(?:(?:take|taking|remove|removing|delete|get|getting) {_ME_OR_MINE}(?: off| out| from)?|opt out|opting out|un ?subscribe|unsubscribing)(?: (?:of )?{_YOUR} (?:\w+ )?{_LIST})?",
        rf"(?:tired|sick|fed up|done|annoyed|had enough|enough) (?:of|with|by)(?: all| getting| receiving| you| the| these| those| your| being| having| taking){{0,4}} (?:{_CALLS}|{_CALLING}|{_CALLED})(?:{_ME})?",
        rf"(?<!if )you (?:people |guys |folks |all )?(?:always |just |still )?(?:keep|never stop|wont stop|will not stop|dont stop|havent stopped|are always|re always|are still|cant stop|cannot stop) (?:on )?{_CALLING}(?:{_ME})?",
        rf"youre (?:always|still|constantly) {_CALLING}{_ME}",
        rf"(?:do you|why do you|are you going to|must you|have you got to) (?:have to |always |still )?keep (?:on )?{_CALLING}(?:{_ME})?",
        rf"(?:shouldnt|should not|not supposed to|had no right to|have no right to|have no business) (?:be )?(?:{_CALLING}|{_CALL}){_ME}",
        rf"(?:(?:dont|do not) (?:have to|need to|bother to)|neednt|no need to|no reason to) {_CALL}(?:{_ME})? {_AGAIN_ANY}",
        rf"(?:no need to|(?:dont|do not) need to)(?: ever)? (?:{_CALL_BY_VOICE}|contact|text)(?: me| us| back| again)",
        rf"(?:never|did not|didnt|havent) (?:gave|give|given|consented|consent|agreed|agree|signed up|sign up|asked|ask|requested)(?: you| to| for| my| any| permission| consent| receive| get| be| these| those| your){{0,6}} (?:{_CALLS}|{_CALLED}|call me)",
        rf"if (?:you (?:ever |people |guys )?{_CALL}(?:{_ME})?|i (?:ever )?hear from you) (?:again|once more|one more time)(?! (?:{_MOMENT}|please|thatd|that would)(?!\S))",
        r"(?:call|contact|phone|text)(?: me| us| here)? again and (?:ill|i will|im|we|youll|you will|see what)",
        rf"(?:illegal|against the law|violating the law|breaking the law|unlawful)(?: \w+){{0,2}} (?:{_CALL}|{_CALLING})",
        rf"no (?:point|use|sense|reason)(?: in| to)?(?: ever)? (?:{_CALLING}|{_CALL})(?:{_ME})?",
        r"(?:this|that)(?: had better| better| should| must| will| has to| needs to|d better)? be the (?:last|final) (?:call|time you call)",
        rf"(?:not|isnt) (?:really )?(?:fine|ok|okay|happy|cool|all right) (?:with|to)(?: being| getting| receiving| these| those| your| you| me){{0,2}} (?:{_CALLS}|{_CALLED}|{_CALLING}|call me|call again|call us)",
        rf"do mind (?:the|these|your|being|getting)(?: these)? (?:{_CALLS}|{_CALLED})",
        rf"(?:told|asked) (?:the|your|a|another|that) (?:\w+ ){{1,2}}(?:not to|never to|to not) {_CALL}(?:{_ME}|$)",
        rf"{_NOT} (?:{_CALL}|{_CALLING}) (?:my|our|this) {_KINDRED}(?: \w+){{0,3}} {_AGAIN_ANY}",
        rf"(?:take|remove|delete) (?:my|our) {_KINDRED}(?: (?:number|name|phone number))? {_OFF}(?: (?:of )?{_YOUR}(?: \w+)? {_LIST})?",
        rf"leave (?:my|our) {_KINDRED} alone",
        rf"done (?:getting|receiving|taking|answering)(?: any| all| these| those| your){{0,2}} {_CALLS}",
        rf"(?:cant|cannot) (?:take|stand|bear|deal with|put up with) (?:these|those|your|all these) {_CALLS}",
        r"(?:dont|do not|never)(?: ever)? want to (?:talk|speak) (?:to|with) (?:you|anyone)(?: people| guys| from there)?(?: ever)? again",
        r"(?:hope|happy|rather|glad)(?: i| to| if i)? never (?:to )?hear from you",
        rf"you(?: people| guys)? (?:wont|will not) (?:be )?(?:{_CALL}|{_CALLING})(?:{_ME})?(?: {_AGAIN_ANY}| here)",
        rf"youre not {_CALLING_BY_VOICE} (?:me|us|back|here)",
        r"(?:ive|i have|i|weve|we) (?:already |just )?block(?:ed)? (?:you|your number|this number|your calls)",
        rf"{_NOT} (?:ever )?(?:reach out|come back|get back|try)(?: to (?:me|us))? (?:again|ever)",
        r"(?:can|could|may) (?:i|we) (?:please |just )?be (?:removed|taken off|deleted)",
        r"forget (?:about calling(?: me| us)?|i exist|you (?:ever )?had)",
        r"(?:let us|let me) (?:be$|live in peace)",
        r"(?:line|number|house|office|business|household|company|we|i) (?:doesnt|does not|dont|do not) (?:take|answer|want) (?:\w+ ){0,2}(?:sales|cold|marketing|telemarketing|spam) calls",
        rf"{_NOT} use (?:my|this|our) (?:\w+ )?number for (?:sales|marketing|this|that|calls)",
        r"(?:who|whom) do i (?:tell|ask|call|speak to|talk to) to (?:stop|end) (?:the|these|your) calls",
        rf"{_NOT} (?:{_CALL_BY_VOICE}|text|contact)(?:{_ME})? (?:im|i am|were|we are) (?:at|in|driving|busy|working|sleeping|asleep|eating|on|out|with|still|not home|away|trying to|having|about to)",
        rf"{_NOT} (?:ever |even )?(?:e ?mail|whatsapp|write(?: to)?){_ME}",
        rf"how (?:do|can|could|would) i (?:delete|remove|erase|get rid of) (?:{_NUMBER}|my name|my account)",
        r"(?:had|have had|ive had|getting|get) (?:quite )?enough (?:of )?(?:these |those |your |sales )?(?:calls|texts|messages|robocalls)",
        rf"{_NOT} keep(?: on)? {_CONTACTING}",
        r"telephone preference service",
        rf"{_NOT} (?:call|contact|text) (?:me|us) (?:we|ill|i will)(?:ll| will)? (?:call|ring|phone|contact) you",
        rf"(?:told|tell|asked|ask|make|made|get|got) (?!you |your |ya )(?:\w+ ){{1,3}}?(?:to )?(?:stop|quit) {_CALLING}{_ME}",
        rf"(?:stop|quit) {_CALLING}(?: my| our) (?:\w+ )?(?:wife|husband|mother|mom|mum|father|dad|parents|family|kids|children|son|daughter|grand\w+|house|home|job|work|workplace|office|employees|staff)",
        rf"(?:stop|quit) {_CALLING}(?:{_ME})? (?:every (?:day|hour|week|morning|night|evening|\w+ minutes|time)|so (?:much|often)|ten times|\w+ times|all (?:day|hours)|at all hours|twenty four|three times|in the middle)",
        r"(?:dont|do not) (?:like|want|appreciate|need|answer|take|do) (?:getting |receiving |any |these |those |your |such ){0,3}(?:cold|sales|marketing|spam|telemarketing|unsolicited|solicitation|robo) ?calls",
        r"(?:going to|gonna|ill|i will|im|might|may|have to|should) (?:have to )?(?:block|report|blocking|reporting) (?:you|this number|your number)",
        rf"(?:dont|do not) (?:like|feel comfortable|enjoy|appreciate|care for|welcome)(?: being| getting| receiving| with| these| those| your| all){{1,3}} (?:{_CALLS}|{_CALLED})",
        rf"(?:not|isnt|un) ?comfortable with(?: being| getting| receiving| these| those| your){{1,2}} (?:{_CALLS}|{_CALLED})",
        rf"(?:hate|cant stand|loathe|despise)(?: being| getting| receiving| these| those| your| all| how){{1,3}} (?:{_CALLS}|{_CALLED})",
        rf"too many {_CALLS} from (?:you|your)",
        rf"you(?: people| guys| all)? call(?:{_ME})? (?:all the time|constantly|every (?:day|hour|week|single)|non ?stop|day and night)",
        rf"(?:youve|you have|you)(?: already| just| now)? (?:called|phoned|rung|texted)(?:{_ME})? (?:\w+ )?(?:times|already (?:today|this))",
        rf"why (?:are you|do you|must you|would you)(?: people| guys| all| still| always){{0,2}} (?:{_CALL}|{_CALLING})(?:{_ME})? (?:again|so (?:much|often)|every|all the time|constantly)",
        rf"do you (?:people |guys )?ever stop {_CALLING}",
        r"(?:didnt|did not|never) (?:ask|asked) for (?:this|these|your|the) (?:calls?|texts?|messages?)",
        r"(?:never|didnt|did not|dont remember|do not remember|dont recall) (?:signed up|sign up|signing up|agreed to|agree to|agreeing to|subscribed to|subscribe to|gave you|giving you|give you) (?:for )?(?:this|these|any of this|anything|calls|my (?:phone )?number)(?! (?:plan|price|offer|contract|deal))",
        r"(?:is there|isnt there|do you have|have you got|got) (?:a|any|some|no) (?:internal )?(?:do not call|dnc)(?: list)?",
        rf"(?:when|how) (?:will|do|can|would|could)(?: i| you| we)?(?: make| get)? (?:these|this|the|your|those|all these) (?:{_CALLS} )?stop",
        rf"how (?:do|can|could|would) (?:i|we) (?:stop|end|prevent|avoid|block) (?:these|the|your|those|all these|getting these) {_CALLS}",
        r"(?:violating|violation of|breaking|ignoring) (?:the |my )?(?:do not call|dnc)(?: list| registry| request)?",
        rf"(?:take|remove|delete|get) (?:him|her|them|(?:his|her|their) (?:name|number)) {_OFF} (?:of )?{_YOUR} (?:\w+ ){{0,2}}{_LIST}",
        r"(?:youre|you are|you guys are|you people are) (?:harassing|spamming|bothering|pestering|stalking)",
        # What is asked.
        r"(?:how (?:do|can|could|would|should) i|where (?:do|can) i|(?:is|isnt) there (?:a|any|some|no) (?:way|option|number|button)(?: for me)? to|what do i (?:do|say|press) to|am i able to|can i still) (?:opt out|un ?subscribe|get removed|be removed|get taken off|be taken off|(?:remove|take) (?:me|us|my number)|(?:get off|get out of)(?: of)? (?:this|these|it|your|the)(?! (?:highway|freeway|bus|train|road|phone|boat))|stop (?:this|these|the|your|all|it|getting these|receiving these|getting your))(?: (?:of|off|from)){0,2}(?: (?:these|the|this|your|all))?(?: (?:list|calls|texts))?",
        r"(?:can|could|may) (?:i|we)(?: just| please| maybe){0,2} (?:opt out|un ?subscribe|be taken off|get off (?:this|the|your) list)(?: of)?(?: (?:this|these|your|the (?:calls|texts|list))(?: \w+)?)?",
        r"(?:i|we|ive|weve|i have|we have)(?: already| just){0,2} (?:opted out|unsubscribed|un subscribed)",
        r"^(?:what |huh |wait |sorry )?(?:remove|delete|unsubscribe|take|stop calling)(?: me| my number| you| this number)(?: off| from your list| off the list)? \?",
    ),
    opt_out_likely=(
        # In anger.
        r"^(?:(?:oh|just|no|please|why dont you|hey|well|ok|okay) ){0,2}(?:fuck off|piss off|bugger off|sod off|buzz off|get lost|go away|screw you|fuck you|go to hell|drop dead|get off my phone)",
        r"this is (?:harassment|harassing|spam)(?! (?:about|of))",
        r"(?:stop|quit) (?:wasting my time|this harassing)",
        r"^(?:(?:please|just|no|ok|okay) ){0,2}stop (?:now|this|already)$",
        r"(?:never again|not ever)$",
        r"(?:so|just|please|time|enough|calls|much|them|me|now|mind|so please) stop(?: now| already)?$",
        r"(?:this|it|that|these|they) (?:has|have|needs|need|must|had better|got|had)(?: got)?(?: to)? (?:stop|end)(?: now| right now| today)?$",
        r"^(?:please )?make it stop",
        r"so stop trying$",
        r"^(?:(?:please|just|no|and) ){0,2}quit it$",
        r"thats enough no more",
        rf"you (?:cant|cannot) {_CALL_BY_VOICE}{_ME}$",
        rf"(?:take|get) it off (?:of )?{_YOUR} (?:\w+ )?{_LIST}",
        rf"(?:remove|delete|erase) {_MY} (?:from|off) (?:your|this) \w+",
        r"(?:no|not) (?:more )?(?:solicitations?|soliciting|solicitors|telemarketers?)",
        r"pretend you never had (?:my|this) number",
        r"(?:didnt|did not|never) consent(?:ed)? to (?:this|these|your|any|being|be)",
        r"^(?:can|could|will|would|wont) you (?:please |just |all ){0,2}stop(?: already| please| it already)?$",
        r"^(?:thats enough |enough |please ){0,2}no more of (?:these|this|that|it)",
    ),
    no_opt_out=(
        # Asked what the call was for.
        r"what (?:was|is|were|are|s) (?:this|that|it|the call|your call|you calling|you ringing|you phoning)(?: call)?(?: all)? (?:about|regarding|for)(?: again)?$",
        # Told of calls that came no more, and asked whether a number was taken off.
        r"we (?:all )?(?:have|need|ve)(?: got)? to stop (?:this|it|that|the \w++)(?!.* (?:calls?|calling|phoning|ringing))",
        r"(?<!rather )(?<!prefer )(?<!that )(?<!want )(?<!like )(?<!wish )(?:nobody|no one|noone)(?: \w+){0,4} (?:rang|called|phoned|contacted|texted)(?: (?:me|us))?(?: back| again| ever again| since)?|(?:colleague|man|woman|lady|guy|girl|he|she|they|somebody|someone)(?: \w+)? never (?:got in touch|called|rang|phoned|came back|contacted (?:me|us))(?: again| back)?|(?:then|after that|since then) (?:you|they) (?:just )?stopped (?:ringing|calling|phoning)(?: me| us)?(?: altogether)?",
        r"(?:has|was) my (?:number|name|details) (?:already |actually )?(?:been )?(?:deleted|removed|taken off)|who (?:has )?(?:removed|deleted) (?:me|my \w+)(?: from \w+ list)?|did you(?: guys| people| lot)? (?:delete|remove) (?:me|my (?:number|name|details))(?: from (?:the|your) list)? (?:or(?: what happened)?|last time|like you said|already|back then|the other day)|or did you (?:delete|remove) (?:it|me)",
        # Another moment, place, channel or number.
        rf"(?:{_NOT}|not|not to|didnt|wouldnt|cant|cannot|permission to|refrain from|avoid|no|no more) (?:you |ever |please |back |even |be ){{0,2}}(?:{_CALL}|{_CALLING}|{_CALLED}|{_CALLS})(?:{_ME})?(?: back)?(?: (?:again|any ?more|ever))? (?:{_MOMENT}|{_OFTEN})(?!(?: \w+){{0,4}} (?:ever|never|at all|forever)$)",
        rf"(?:stop|quit) (?:{_CALLING}|{_CALLS})(?:{_ME})?(?: back)?(?: (?:again|any ?more|ever))? {_MOMENT}(?!(?: \w+){{0,4}} (?:ever|never|at all|forever)$)",
        rf"(?:dont|do not|never|no longer) (?:want|wish|like|need|care)(?: to| you| be| get| receive| have| any| more){{0,5}} (?:hear from you|{_CALLED}|{_CALLS}|{_CALL})(?:{_ME})?(?: back)?(?: (?:again|any ?more))? (?:{_MOMENT}|(?:by|via|through|over|per) (?:e ?mail|text|sms|mail|post|letter|phone|whatsapp))",
        rf"(?:{_NOT}|not|stop|quit|no|no more) (?:you |to |ever |please ){{0,2}}(?:{_CALL}|{_CALLING}|{_CALLS})(?:{_ME})?(?: by \w+)? {_OTHER_WAY}(?:(?:call|phone|ring)$|(?:call|phone|ring|text|message|e ?mail|whatsapp|write|reach|try|contact) (?:to )?(?:me|us|my|our|him|her)(?! again (?:and|or) (?:ill|i will|im))|(?:use|try|call|ring|phone) (?:the|this|my|our|her|his) (?:other|mobile|cell|office|landline|home|work|second|new|number|wife|husband|son|daughter)|send (?:me |us )?(?:a|an|it|the) (?:text|e ?mail|message|letter|sms))",
        rf"(?:rather|prefer|not|dont) (?:be )?(?:{_CALLED}|{_CALL}(?: me)?) (?:by|via|over|on) (?:e ?mail|text|sms|mail|post|whatsapp)",
        rf"dont hang up(?: \w+){{0,3}} (?:dont|do not) {_CALL}(?: me)?(?: back)?",
        rf"(?<!dont )(?<!not )(?<!never )(?:call|phone|ring) (?:me|us)(?: instead| please| only| on the phone){{0,2}} (?:but |and |just |please ){{0,2}}(?:dont|do not|no|not) (?:e ?mails?|texts?|messages?)(?:{_ME})?",
        rf"(?<!dont )(?<!not )(?<!never )(?:text|e ?mail|message|write|whatsapp|send (?:letters|texts|e ?mails|a text|an email))(?: to)?(?: me| us)?(?: please| instead| only| but| and){{0,2}} (?:dont|do not|never|not) (?:{_CALL_BY_VOICE})(?:{_ME})?",
        r"no (?:texts|e ?mails|messages)(?: please| thanks| thank you)? (?:phone|calls?|calling|just call|only call|call me)",
        rf"(?:{_NOT}|cant|cannot) (?:text|message)(?:{_ME})? (?:because |since |as )?(?:its|it is|this is|thats) (?:a |my |our |the )?(?:land ?line|land line|home phone|office|fax|work)",
        r"dont send (?:e ?mails|texts|letters)",
        # Asked by whoever answers for another.
        r"(?:may|can|could|might) (?:i|we) (?:ask|know)(?: \w+){0,3} (?:purpose|reason) (?:of|for|behind) (?:your|this|the) call",
        # A name.
        rf"(?:{_NOT}|not|stop|quit) (?:ever |please )?call(?:ing)? (?:me|us|him|her|it|them) (?:sir|maam|that|names?|mister|miss|mr|mrs|ms|honey|dear|darling|sweetheart|buddy|a(?! gain)|an|by|the)",
        # Somebody else's doing.
        rf"(?<!you )(?:{_OTHERS}|{_CALLERS}) {_HARDLY}{_NOT} (?:ever |even )?{_CALL}(?:{_ME})?(?: {_AGAIN_ANY})?",
        rf"(?:^|because |cause |but |when |how come |why |since |and |if )you (?:do not|dont|never) (?:ever |even )?{_CALL}(?:{_ME})?(?! {_AGAIN_ANY})",
        rf"(?:why (?:do not|dont|not)|why didnt|how come)(?: you| they| we| i| just){{0,2}} {_CALL}(?:{_ME})?",
        rf"(?:ill|id|i will|i would|i have|ive|he would|shed|hed|theyll|theyd|we will|well|would|could|might|did|was|were|been|got|has|had|have) (?:never|not) (?:been |be )?(?:{_CALL}|{_CALLED})(?:{_ME})?(?: {_AGAIN_ANY})?",
        rf"(?<!you )(?<!guys )(?<!people )(?<!just ){_WOULD_NOT} (?:ever |even |just |please |seem to |want to |want |you to |to )*+(?:stop|quit|cease) (?:{_CALLING}|the calls|these calls|your calls|all calls|sending)(?:{_ME})?",
        rf"(?<!you )(?:{_OTHERS}|{_CALLERS}|did (?:you|they)|have you|why did you|when did you) {_HARDLY}(?:stop|stopped|quit|cease) (?:{_CALLING})(?:{_ME})?",
        rf"(?<!you )(?:{_WOULD_NOT}) (?:ever )?leave (?:me|us) alone",
        rf"(?<!you )(?:{_OTHERS}|{_CALLERS}) {_HARDLY}leave (?:me|us) alone",
        r"dont text(?: me)? i (?:cant|dont|do not|cannot)",
        r"(?:no soliciting|no solicitors) (?:sign|policy)",
        r"cease and desist (?:letter|order|notice)",
        r"(?:was|were|am|being|been) (?:told|asked|advised|warned|instructed|reminded) not to (?:call|contact|text|phone)(?: me| us| you| him| her| them)?",
        r"(?:was|were|got|been|get|accidentally|by mistake) (?:un ?subscribed|opted out|removed)(?: by)?",
        r"(?:have|has|had|are|were|was|got|is|with|there) no more (?:calls|texts|messages|text messages)",
        r"(?:i|we|ill|id|ive|they|he|she|people|afraid of)(?: (?:will|would|always|never|might|may|could|can|just|ever|to|have|wont|did|do|not|going|hate)){0,3} (?:lose|forget|drop) (?:my|our|this) (?:phone |cell )?(?:number|data|details|info|information)",
        r"(?:do|will|would|can|could|did|if|when|so) (?:i|we) (?:ever )?(?:lose|forget) (?:my|our) (?:phone )?(?:number|data|details)",
        r"(?:it|app|this|product|service|device|program|phone|that|which|something to|help me|way to|help to|supposed to|you|they|anything|really|to)(?: \w+)? (?:stop|stops|block|blocks|end) (?:(?:all|the|these|those|my|any|of|most) ){0,3}(?:spam|robo|scam|junk|unwanted|nuisance) ?calls",
        rf"^(?:the |my |our |those |these |some |most |other |all )?(?:\w+ )?(?!thanks|yes|perhaps|always|besides|anyways|unless|guys|folks|ladies|gentlemen|jesus|sales|christ|please|this|his|its|is|was|as|calls|texts|messages|times|lists)\w{{2,}}s (?:just |really |also |usually |still ){{0,2}}{_NOT} {_CALL}(?:{_ME})?(?: {_AGAIN_ANY})?",
        rf"(?:{_OTHERS}|{_CALLERS}|did (?:you|they)) {_HARDLY}stop (?:trying|all|the)",
        r"(?:dont|do not|never) want (?:the|these|your|my|those) calls to (?:stop|end)",
        rf"keep {_CALLING_BY_VOICE} for (?!me|us|this|that|no|the|days|weeks|months|years|hours)\w+",
        r"leave (?:me|us) alone (?:with|for|on|at|in the|here with|today)",
        r"no more (?:calls|messages|texts|phone calls) (?:came|come|from (?:him|her|them|my)|today|tonight|tomorrow|this|until|before|after|on|for (?:me|today|now))",
        r"(?:is|are|was|were|am|isnt|arent) (?:i |my number |this number |it |we |he |she |they )(?:already |still |also |registered |listed ){0,2}(?:on|with|in) (?:the |a |your )?(?:national )?(?:do not call|dnc)(?: list| registry)?",
        # The opposite, denied, asked or told of.
        rf"(?:(?:sure|hope|rather|prefer|hoping)(?: that)? you (?:dont|do not|didnt|wont|never)|{_NOT} you dare|(?:dont|do not) think (?:that )?you (?:should|need to|have to|must)|not that (?:you should|i want you to)|(?:doesnt|does not|not|didnt) mean (?:that )?(?:i want you to |you should |you have to |you can )?) ?(?:{_STRIKES}|stop (?:{_CALLING}|the calls)(?:{_ME})?)",
        rf"(?:doesnt|does not|didnt) mean (?:that )?(?:you should |you have to )?(?:remove|stop|take|dont|do not|no more)(?: {_ME_OR_MINE})?(?: (?:{_CALL}|{_CALLING}|off))?(?:{_ME})?",
        rf"(?:dont|do not|never|didnt) want (?:{_MY}|me|us|my \w+) (?:to be )?(?:removed|deleted|taken|erased)(?: {_OFF})?(?: (?:of )?{_YOUR}(?: \w+)?)?",
        r"(?:undo|cancel|reverse|ignore|disregard|take back)(?: the| my| that| this| any){1,2}(?: \w+){0,2} (?:opt out|un ?subscribe|removal|to be removed)|(?:undo|cancel|reverse|ignore|disregard|take back)(?: the| my| that) (?:opt out|un ?subscribe|removal)",
        r"(?:un ?subscribed?|opted out|opt out|removed me|took me off)(?: \w+)? by (?:accident|mistake)",
        r"(?:forget|ignore|disregard|scratch)(?: that| what)? i(?: just| ever)? (?:said|asked)(?: about| to| for| you){0,2}(?: (?:remove|removing|stop|take|no more|dont|unsubscribe)(?: me| us)?(?: calling| call me| off| calls)?)?",
        rf"(?:hate|sorry|sad) to be (?:taken|removed|deleted)(?: {_OFF})?(?: (?:of )?{_YOUR}(?: \w+)?)?",
        rf"(?:sad|pity|shame|sorry|disappointed|upset|miss it) if you (?:ever )?(?:stopped|quit|removed|took)(?: (?:{_CALLING}|{_ME_OR_MINE}))?",
        rf"why would (?:i|we)(?: \w+){{0,3}} (?:off|out)(?: (?:of )?{_YOUR} \w+)?",
        r"when i said (?:\w+ ){1,6}i (?:only |just )?meant (?!it(?!\S)|every|never|forever)\w+",
        r"i said (?:\w+ ){1,6}but (?:i changed|i was|i didnt|i did not|that was|it was|you can|i take)(?: \w+){0,3}",
        rf"(?:why (?:did|was|were|has|have)|(?:did|was|were)(?= (?:i|we|my|you|they|it|he|she)(?!\S))|(?:have|has)(?= (?:i|we|you|they|it|he|she)(?!\S)))(?: \w+){{1,3}} (?:get |got |been )?(?:taken|removed|deleted)(?: {_OFF}(?: of)? {_YOUR}(?: \w+)?)?",
        rf"(?:my \w+|he|she|they|somebody|someone) (?:asked|told|wanted|said) (?:you )?(?:to )?(?:{_STRIKES}|stop {_CALLING}(?:{_ME})?)(?: \w+)? (?:but|ignore)",
        rf"(?:nobody|no one|noone) (?:said|told you|asked you|asked|says)(?: to| you| that){{0,2}} (?:stop|quit|remove|dont|take|not)(?: (?:{_CALLING}|me off|calls|to call))?(?:{_ME})?",
        rf"(?:dont|do not|cant) (?:remember|recall) (?:saying|asking|telling)(?: you| to| for| that){{0,2}} (?:stop|quit|remove|dont|take|not)(?: (?:{_CALLING}|me off|calls|to call))?(?:{_ME})?",
        r"not (?:that|saying)(?: that)? (?:i|we) (?:dont|do not) (?:want|like|need)(?: \w+){0,4}",
        r"prefer (?:phone )?calls (?:to|over) (?:texts|e ?mails|messages)(?: \w+){0,2} (?:dont|no) text(?:s| me)?",
        r"no (?:text messages|texts|e ?mails|messages)(?: please)? i (?:cant|dont|cannot)",
        rf"(?:(?<!you )(?<!yall ){_NOT}|no need to|no reason to|necessary to|let (?:the|your|any|that) \w+|let (?:them|him|her|anyone|anybody)|need to|dont have to|not have to|dont want to|dont want you to|not want to|not want you to|without|rather than|instead of|not|cant|cannot|could not|couldnt|didnt|did not|wont|will not|would not|wouldnt|shouldnt|havent|have not|never|not going to|decided not to|refuse to|forgot to|forget to)(?<!you need to) (?:ever |please |just |you |actually |want to |wish to |yet |be |to be |to ){{0,2}}{_STRIKES}",
        rf"(?:never|did not|didnt|not|havent|wasnt) (?:say|said|saying|ask|asked|asking|tell|told|telling|mean|meant|requested|request)(?: you| that| to| for| anything about| me| us| be| get| anybody| anyone| them){{0,4}} (?:(?:remove|removed|removal|take|taken|delete|deleted|stop|unsubscribe|opt|opted|dont|do not|not to|no more|leave)(?: {_ME_OR_MINE}| out| alone)?(?: {_OFF})?(?: {_YOUR} \w+)?(?: (?:{_CALL}|{_CALLING}|calls))?(?:{_ME})?)",
        rf"(?<!how )(?<!where )(?:did|do|does|have|has|had|are|were|when will|why would|why did|why do|why are|how did|when did|who|what if|what happens if|what happens when|if|in case|after|once|before|would it|when) (?:you|they|he|she|i|we|it|somebody|someone|anybody)(?: already| ever| just| going to| gonna| told| said| have| to| you){{0,3}} (?:remove|removing|delete|deleting|take|taking|opt|opting|unsubscribe|un subscribe|erase|lose|forget)(?: (?:{_ME_OR_MINE}|me out|out))?(?: {_OFF})?(?: of)?(?: {_YOUR}(?: \w+)?)?",
        r"who (?:said|told you|asked you|says)(?: to)? (?:remove|delete|take|stop|unsubscribe)(?: me| my number| you)?(?: off| from)?",
        r"(?<!who )(?<!whom )(?:did|do|have) i (?:ever )?(?:say|said|ask|asked|tell|told|asking|telling)(?: you| that| to| for){0,3} (?:stop|remove|dont|take|not|delete)(?: \w+){0,3}",
        r"(?:can|could|may|will) (?:i|we)(?: also| always| still| then| just){0,2} (?:opt out|un ?subscribe|withdraw|revoke|cancel)(?: (?!off|my|please)\w+){0,4} (?:later|any ?time|afterwards|whenever|at some point|if|once|in the future|when|after)",
        r"(?:opt out|unsubscribe) (?:clause|option|form|button|link|period|date|list|rate|page|fee)",
        r"(?:if|whether|what if|know) (?:i|we)(?: \w+){0,4} (?:opt out|un ?subscribe)",
        r"(?:i|we) (?:can|could) (?:always |also |just |still )?(?:opt out|un ?subscribe)",
        r"(?:easy|hard|difficult|allowed|able) to (?:opt out|un ?subscribe)",
        r"why would (?:i|we|you|anyone)(?: ever)?(?: want to)? (?:opt out|un ?subscribe|stop calling)(?: me| us)?",
        r"(?:people|they|others|customers|anyone|anybody|who) (?:\w+ ){0,2}to be (?:removed|deleted|taken off)",
        r"(?:are|is|will|would|did|has|have) (?:they|he|she|it|people)(?: ever| going to| gonna| finally){0,2} (?:stop|quit) calling(?: me| us| you)?",
        r"(?:dont|do not|not|never|cant|cannot|hate to|shouldnt) (?:\w+ ){0,2}be left alone",
        r"(?:right|option|ability|possibility|free) to (?:opt out|unsubscribe|withdraw|revoke)",
        r"(?:opt|opting|opted) (?:me |us )?out (?:of|from) (?:(?:the|that|this|our) (?!list|lists|calls?|calling|texts?|messages|campaign|marketing|database|system|service)\w+|that question|the question|that one|this one|the meeting|the program at work|school|that plan|the plan|paper|the newsletter|cookies|insurance|my \w+|their|his|her)",
        r"(?:he|she|they|my \w+|who|people|everybody) (?:has |have |had |just |already ){0,2}(?:opted out|unsubscribed|opt out|unsubscribe)",
        r"(?:opt|opted|opting|un ?subscribe|unsubscribed|unsubscribing) (?:out )?from (?!your|this|these|the|all|any|you|further|future)\w+",
        rf"(?:take|taking|remove|removing|get|getting|delete) {_ME_OR_MINE} {_OFF} (?:of )?(?:their|his|her|its|hold|mute|speaker|the speaker|speaker ?phone|loud ?speaker|conference|the group|the meeting|the wait|the wait ?list|the waiting|the hook|the premium|the old plan|work)(?: \w+)?",
        r"remove (?:me|us|my number) from (?:the wait ?list|their|his|her|its|hold|mute|speaker\w*|the (?:meeting|group|conference)|facebook|google|whatsapp)",
        r"(?:told|asked|had|made) (?:them|him|her|my \w+|the \w+|\w+) to (?:remove|delete|take) (?:me|my number|us|my name|my details)(?: (?:off|from)(?: of)? (?:their|his|her|its|the)(?: \w+)?)",
        # Something else is to stop or not to.
        r"stop(?: stop){0,5} (?:(?:no|oh|sorry|hey|please|just|ok|okay) ){0,2}(?:wait|hold|hang|go back|let me|lemme|youre going|you are going|youre talking|slow|repeat|say|what|right there|there|for a|by|it(?! (?:with|already))|that|talking|speaking|laughing|one (?:second|moment|sec|minute)|a (?:second|moment|minute)|give me|back up|start over|again from|not that one|i (?:cant|cannot|didnt|dont) (?:hear|understand|follow|catch)|i missed|i lost|my (?:dog|baby|kid|pen|son|daughter))",
        rf"{_NOT} (?:call|ring|text|phone|bother) (?:it|him|her|them|anyone|anybody|somebody|the|an?|for|in sick)",
    ),
    unfinished=(
        r"(?:take|get|put|stop|quit|want|wish|like|need|receive|remove|off|of|from|out|to|the|a|your|my|any|these|those|this|that|not|never|please|and|or|be|more|no|i|you|not to|ever|wanna) ?$",
        r"(?:take|get|put|scratch|cross) (?:me|us|my (?:name|number)|this number)$",
    ),
    keeps=(
        rf"(?<!dont )(?<!not )(?<!never )(?<!to )(?<!you )(?<!why )(?<!they )keep (?:me|us|my number) (?:on|in)(?: (?:it|there|please|{_YOUR}(?: \w+)? {_LIST}|file|board|then))?$",
        rf"(?<!dont )(?<!not )(?<!never )(?<!to )(?<!you )(?<!they )keep (?:me|us|my number) (?:on|in) {_YOUR} (?:\w+ )?{_LIST}",
        r"(?:^|(?<!\S)(?:no|please|just|do|and) )keep (?:my (?:number|details|contact|name|data)|me where i am)$",
        rf"(?:leave|let) (?:me|us|my number|my details) (?:stay )?(?:on|in)(?: it| there| please| {_YOUR} (?:\w+ )?{_LIST})?$",
        r"let me stay on",
        r"(?:you can|you may|you could|please|do|feel free to|go ahead and|its ok to|its okay to|its fine to|fine to|okay to|happy for you to|want you to|like you to|no no|no|before|^) ?(?:please |just |still |always |of course |certainly ){0,2}(?:keep|keep on|continue|carry on|go on) (?:calling|to call|contacting|texting|sending|with the calls|the calls)(?: me| us)?",
        r"(?:you can|you may|you could|feel free to|of course you can|its ok to|its fine to|its okay to|welcome to) (?:please |just |still |always |certainly ){0,2}(?:call|phone|ring|text|contact)(?: me| us)? (?:any ?time|again|whenever|of course|if you (?:like|want)|as (?:often|much)|thats fine|no problem)",
        r"(?:no no|no|mind|see|fine|okay|ok) (?:its fine )?you (?:can|may) (?:call|phone|ring|contact)(?: me| us)?$",
        r"^(?:yes |sure |no |ok |okay )?(?:you (?:can|may) contact|feel free to (?:call|contact)) (?:me|us)$",
        r"you can (?:still|always|of course|certainly|absolutely) (?:call|phone|ring|text|contact)(?: me| us)?",
        r"you can call (?:me|us) no problem",
        r"call me any ?time i dont mind",
        rf"(?<!you )(?:dont|do not|never|no need to|dont have to|please not|not necessary to|isnt necessary to|hope you wont|dont let (?:\w+ ){{1,3}}) ?(?:please |ever )?(?:take|remove|delete|drop|unsubscribe|strike|erase|block) {_ME_OR_MINE}(?: off| from| out)?",
        r"(?:dont|do not|never) want to (?:be (?:removed|taken off|deleted|unsubscribed)|opt out|un ?subscribe)",
        r"(?:im|i am|were) not (?:opting out|unsubscribing)",
        rf"(?<!you )(?:dont|do not|never) (?:ever )?stop (?:calling(?:{_ME})?{_ON}|the calls|sending|texting me)",
        r"(?:dont|do not) want the calls to stop",
        r"(?:didnt|did not|dont) mean (?:that|it|you|to|stop calling|stop the calls|stop|to opt out|no more calls|it like that|that at all)(?=$| (?:no|sorry|you|keep|please|call|i|stop|like|at))",
        r"(?:i |ill |let me )?take (?:that|it) back",
        r"take back what i said",
        r"(?:i was|we were) (?:just |only )?(?:kidding|joking)(?=$| (?:keep|you can|about that|no|sorry))",
        r"no (?:no )?i was (?:just )?(?:talking|speaking) to (?:my|the) (?:kids?|dog|son|daughter|wife|husband|child|children|cat|baby)",
        r"i said (?:stop|no) to (?:my|the) (?:kids?|dog|son|daughter|wife|husband|child|children|cat|baby)",
        rf"(?:i |we |id |wed )(?:do |would |still ){{0,2}}(?:want|like|prefer|love)(?: to)? (?:stay|remain|be kept) (?:on|in) (?:it|{_YOUR})(?: \w+)?",
        r"(?:i|we|id|wed) (?:do |would |still ){0,2}(?:want|like|love) to (?:keep getting|keep receiving|continue getting|continue receiving|still get|still receive|hear from you|be contacted|be called)(?! (?:only|but|before|after|about|by))",
        r"(?:i|we) (?:do|still) (?:want|like) (?:the|your|these) calls",
        r"(?:i|we) (?:like|love|enjoy) getting (?:these|the|your) calls",
        r"(?:i|we) dont mind (?:the|these|your|getting|being called)(?: calls)?",
        r"(?:im|i am|were|we are) (?:fine|okay|ok|happy|good) (?:with (?:being called|the calls|these calls|you calling)|to be (?:contacted|called|on (?:your|the) list))",
        r"(?:no problem|nothing against) (?:with )?you calling",
        r"(?:you have|i give you|you got|you do have) (?:my )?(?:permission|consent) to (?:call|contact)",
        r"(?:i|we) agree to be (?:called|contacted)",
        r"(?:put|get|add) (?:me|us) back (?:on|in|to) (?:the|your|that) (?:\w+ )?list",
        r"(?:opt|sign) me back (?:in|up)",
        r"(?:undo|reverse|cancel) (?:the|that|my) (?:removal|opt out)",
        r"(?:do |no |please )(?:stay|keep) in (?:touch|contact)",
        r"(?:forget|ignore|scratch|disregard) what i (?:just )?said",
        r"i changed my mind (?:you can|keep|call|please (?:call|keep))(?: \w+)?",
        r"i (?:only )?meant (?:not this week|not today|dont call today|not now|continue|keep)",
        r"(?:i|we) (?:never|didnt|did not|wasnt) (?:say|said|ask|asked|asking)(?: you| to| for| be){0,3} (?:remove|removed|take|taken|stop|unsubscribe|delete)(?: me| us| my number| calling| off)?",
        r"(?:who|nobody) (?:said|asked)(?: you| to| for){0,2} (?:remove me|that leave us on|take me off)(?: i didnt)?",
    ),
    no_keeps=(
        r"(?:dont|do not|never|not|nor|wont|will not|shouldnt|cant|cannot|didnt|did not|mustnt|nobody|without|no reason to|refuse to)(?: (?:you|ever|dare|to|even|just|please|try|trying|want|need|wish|like|anyone|them)){0,4} (?:keep|keeping|leave|leaving|put|putting|get|getting|add|adding|sign (?:me|us)|opt (?:me|us)|stay|remain|be kept|continue|carry on|let me stay|let my number stay)",
        r"(?:never|didnt|did not|dont|do not|havent|have not|nobody|no one|who|did i|have i|not|he|she|they|you|somebody|someone) (?:ever |just |even )?(?:say|said|says|saying|ask|asked|tell|told|agree|agreed|think|thinks|believe|want|wanted)(?: (?:you|anyone|anything|them|him|her|to|for|like|please|that(?= (?:you|i|we|its) ))){0,3} (?:(?:you|i|we) (?:can|may|could|should|do|have|want|like|love|agree|dont mind)|its (?:ok|okay|fine)|keep|leave|put|get|add|sign|stay|call|contact|continue|carry on|feel free|go ahead|let me stay)",
        r"(?:if|why|how|when|unless|until) (?:do |did |would |will |should |could |dare |come |can )?(?:you|they|i) (?:still |always |ever |even )?(?:keep|leave|put|get|add|stay|remain|can|may|dont (?:take|remove|delete)|want to stay|like getting)",
        r"(?<!can you )(?<!could you )(?<!would you )(?<!will you )(?<!can i )(?<!could i )(?<!please )(?:keep|leave|put|get|add|stay|remain|let|you can|you may) (?:me|us|my|on|in|call|contact|still|always|keep)(?: (?!(?:please|ok|okay|right|alright|yes|will|would|can|could) )\S+){0,8} \?",
    ),
    no_outcome=(
        # What is bought is not refused by its price or size; other things one is ready for, or was never given.
        r"(?:dont|do not|wouldnt) (?:want|like|wish) to (?:spend|pay) (?:too much|that much|so much|a fortune|more than \w+|over \w+)|(?:dont|do not) want (?:anything|something) too \w+|(?:dont|do not) want to (?:rush|overpay)|(?:dont|do not) need the (?:biggest|most expensive|latest)(?: one)?",
        r"(?:cant|cannot|shouldnt|couldnt|mustnt|no right to) (?:just |simply |go and ){0,2}(?:sign|enrol|enroll|put|book|register) (?:me|us)(?: up| down| in)?|(?:they|you|somebody|someone) (?:just |simply )?signed (?:me|us) up",
        r"(?:im|i am|were|we are|kids are|shes|hes) (?:about |nearly |almost |all )?ready for (?:my |our |the |a )?(?:bed|dinner|lunch|breakfast|tea|nap|holidays?|weekend|school|work|church|christmas|shower|bath|walk|sleep)(?: run)?",
        r"(?:you|they|nobody|your \w+|he|she) (?:never|didnt|havent|hasnt) (?:gave|give|given|left|leave|handed|hand) (?:me|us)(?: an?| any| the)?(?: \w+)?",
        r"you (?:people|guys|lot) send (?:me|us)|(?:you|they|he|she) (?:sent|keep sending) (?:me|us)|(?:could|should|would) have sent|send me to",
        r"(?:ill|i will) send you|i need to send|pass (?:it|this|that) (?:along|on)",
        r"(?:someone|somebody|they|you|he|she) (?:tried to call|tried to ring|tried to phone|called|rang|phoned) (?:me|us)|i try to",
        r"(?:sign|buy) (?:anything |it |nothing )?without (?:reading|seeing|knowing|talking|speaking|asking)",
        r"so i have (?:an?|some|five|ten|twenty|half an) (?:hours?|minutes?|time)",
        r"(?:need|want|try) (?:another|a different|the other) department|(?:no|any) (?:hurry|rush) here|not (?:his|her|their) extension",
        # Denied, or said of ifs, of other times and of others.
        r"not (?:just|only|merely|simply|un\w*+)(?: very| really)? (?:un)?interested|not uninterested",
        r"(?:not|isnt|wasnt|never|didnt|did not|dont|wouldnt|would not|cant|cannot|nobody) (?:that|because|like|as if|to say|saying|said|say|mean|think)(?: that)?(?: (?:im|were|i am|we are|i was|we were|i|we|id be))?(?: (?:not|wasnt|werent|isnt|aint|no longer|never))?(?: (?:very|really|at all|too)){0,2} interested",
        r"(?:was not|wasnt|were not|werent)(?: (?:very|really|at all|too)){0,2} interested (?:before|at first|at the time|initially|until|till|in the past|back then|last (?:time|year|week|month)|then|earlier|but now|and now)",
        r"my (?:neighbou?rs?|friends?|colleagues?|cousin|brother|sister|neighbou?r next door) (?:might|may|could|would|is|are)(?: (?:be|very|really|also)){0,2} interested|(?:my|our|his|her|the) \w+ (?:(?:might|may|could) (?:\w+ )?(?:be )?|(?:was|is|were|wasnt|isnt|werent)(?: not)? (?:very |really )?)interested|(?:are|were|is|was) (?:they|he|she|you|people) not interested",
        r"used to (?:not )?be interested",
        r"(?:if|whether|unless|in case|should) (?:i|we|im|you|youre|were|he|she|they|anyone|anybody|somebody|someone|people|my \w+)(?: (?:am|are|is|was|were|werent|wasnt|isnt|arent|get|become|feel|ever|would|might|may|be|not|really|very|still|all|that)){0,4} interested",
        r"not for (?:me|us)(?= (?:its|it is|but its|but it is|but for|to (?:decide|say|judge)|alone|only)(?!\S))",
        # Complaints, mockery and curiosity about us.
        r"like i (?:need|needed|want|wanted|care|dont have|have time)(?: \w+){0,3}|as if(?: \w+){0,4}",
        r"interested (?:in |in knowing |in hearing |in finding out |to (?:know|hear|learn|see) )?(?:how (?:you|they|someone|somebody|anyone|did)(?: \w+)? (?:got|get|gotten|found|find|have|had|obtained|obtain|came|come)|why|who|whose|where (?:you|did|they)|what (?:gives|gave) you)(?: \w+){0,4}",
        r"interested in (?:speaking|talking) (?:to|with) (?:your|a|the) (?:supervisor|manager|boss)|interested in (?:suing|reporting|complaining|filing|getting off|you (?:stopping|leaving)|being (?:removed|taken|called|left))",
        r"(?:love|like|happy|glad) to(?: (?:help|come|do (?:that|it|so)|see it|hear it|say yes|join|buy (?:one|it)|have one|have it|talk|chat|stay|know more)){0,1} (?:but|if only|only)",
        r"(?:tell|show) (?:me|us) more (?:about (?:how|where|why) (?:you|they)|lies)",
        r"(?:did i|do you|why (?:do|would|did) you|what makes you|who|where did i) (?:say|says|said|think|thinks|tell you|told you|believe)(?: that)?(?: \w+){0,5}",
        # How somebody wants to be contacted from now on.
        rf"(?:from now on|in (?:the )?future|next time)(?: (?:please|just|only|better|you can|can you)){{0,3}}(?: {_RING}| {_WRITE})?(?: me| us)?|always (?:just |please )?(?:{_RING}|{_WRITE})(?: me| us)?",
        rf"(?:{_RING}|{_WRITE}) (?:me |us )?(?:\w+ ){{0,3}}(?:instead of (?:calling|phoning|ringing|texting|the)|from now on|in (?:the )?future|next time|no (?:phone )?calls)",
        r"(?:mornings|afternoons|evenings|weekends|weekdays|nights) (?:work|are|suit)(?: \w+){0,3}|best time to (?:reach|call|contact|ring|get)(?: me| us)?|(?:can|could) always (?:reach|call|contact|get)(?: me| us)?",
        # Money.
        r"(?:gave|gives?|pays?|paid|get|got|earns?|earned|charges?|charged|with|at|offers?) (?:me |us )?(?:no|zero) interest",
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
        r"wrong number (?:on|in|to (?:use|call|reach)) (?:\w+)|wrong number to use",
        r"wrong (?:idea|impression|end|address|day|time|department|extension|branch|desk|line|floor|door|name|way|size|colou?r|model|order|account|year|question|information|info)",
        # No bad time, and times that are not about calling.
        r"(?:not|isnt|never|hardly)(?: (?:at all|really|that|such)){0,2} (?:a )?bad (?:time|moment)|no bad (?:time|moment)",
        r"(?:never|no|not)(?: been)? (?:a )?better (?:time|moment)",
        rf"{_GOING_ON}(?: \w+)? but (?:go ahead|go on|its|it is|thats|that is|youre|you are|i have|ive got|i can|i could|we can|tell me|shoot|carry on|make it quick|fine|ok|okay|keep|what|how|continue)",
        # What others said, do or never do; what we are not to do.
        rf"already (?:told|said|explained|spoke|spoken|talked|discussed|gave|given|answered|called|emailed|sent|got|received|had|did){_ASKED}",
        rf"(?:told|informed|asked|spoke to|spoke with|talked to) (?:you|your|him|her|them|one of (?:you|your)|somebody|someone|the (?:other|last|previous))(?: (?:colleagues?|people|guys|man|woman|lady|person|agent|guy|last (?:time|week|month)|before|already|twice)){{0,2}}{_ASKED}",
        rf"(?:said|says|promised|told me|supposed|was going|were going|meant)(?: (?:to|he|hed|hell|she|shed|shell|they|theyd|theyll|you|youd|youll|somebody|someone|it|would|will|that)){{0,3}} (?:{_RING}|{_WRITE})(?: me| us| you)?(?: back)?",
        rf"(?:you|they|he|she|nobody|no one|people|your \w+)(?: (?:never|always|keep|kept|only|still|constantly|didnt|did not|dont|do not|havent|have not|hasnt|just)){{1,2}} (?:{_RING}|{_WRITE}|{_WRITING}|calling|called|sent|emailed|texted|ringing|phoning)(?: me| us)?",
        rf"(?:do not|dont|does not|doesnt|didnt|not|never|without|neednt|shouldnt|mustnt)(?: (?:even|really))?(?: (?:have|need|want|wish|like|bother|you|try|ask)){{1,3}} (?:to )?(?:\w+ )?(?:{_RING}|{_WRITE}|{_WRITING})(?: me| us| it)?(?: back)?",
        rf"(?:neednt|shouldnt|mustnt|dont you dare) (?:{_RING}|{_WRITE})(?: me| us| it)?",
        rf"no need (?:for|of) (?:a|an|any|the) (?:brochure|leaflet|e ?mail|letter|call|catalogue|visit)|(?:dont|do not) give me the \w+|(?:ive|i have|we have|weve) (?:put|posted|sent|dropped) (?:it|that|them)(?: \w+){{0,6}}|in writing that|never did {_RING}(?: me| us)?(?: back)?|didnt i (?:talk|speak|call|ring)(?: \w+){{0,6}}|if i hang up(?: \w+){{0,5}}|youll {_RING}(?: me| us)?(?: \w+){{0,6}} right$|bad (?:time|moment)(?: last \w+)? but (?:go (?:on|ahead)|now|its fine|make it)|no (?:need|reason|point|use)(?: (?:for you to|to|in|of))? (?:be )?(?:keep )?(?:{_RING}|{_WRITE}|{_WRITING}|calling)(?: me| us| it)?(?: back| anything| anything else)?",
        rf"if you(?: ever)? (?:{_RING}|{_WRITE})(?: me| us)?(?: (?!i|ill)\w+){{0,3}} (?:ill|i will|im going to|i am going to|im gonna|ill have to) (?:block|sue|report|call|hang|scream|get|have)",
        rf"(?:{_RING}|{_WRITE})(?: me| us)?(?: again| once more| one more time)? and (?:ill|i will|im going to|i am going to|im gonna)",
        rf"before you (?:ever )?{_RING}(?: me| us)?(?: again| back)?",
        rf"if you(?: (?:ever|dare|even|dare to|so much as)){{0,2}} (?:{_RING}|{_WRITE})(?: me| us)?(?: (?:one more|another|again|any ?more))(?: (?:time|email|text|message))?",
        r"(?:ill|i will|we will|well|let me|i can|im going to|im gonna|i would|id|i could|i might|i may|can i|could i)(?: (?:just|rather|maybe|try to|have to|need to)){0,2} (?:call|phone|ring|text|email|contact)(?: you| him| her| them)?(?: back| again| later){0,2}",
        r"(?:will|would|to|can|could|ill|i can) (?:forward|pass|transfer|put) (?:this|the|your|my) call(?: \w+){0,3}",
    ),
    questions=(
        rf"(?!{_HOW_TO_BUY})(?!{_HAVE_YOU_ANYTHING})(?<!what )(?:did|are|arent|do|dont|have(?<!to have)(?<!rather have)(?<!love to have)|havent|were|didnt) (?:you|they)(?! mind)(?! (?:have|got) (?:a|an|some|any|something|anything|that)(?: \w+){{0,3}}(?: you (?:can|could)| in writing)){_ASKED}",
        rf"(?:^|^(?:(?:so|and|but|well|ok|okay|wait|sorry|hello|hi|hey|yes|yeah|no|oh|um|uh|thanks|then|alright) ){{1,4}})(?!{_HAVE_YOU_ANYTHING})(?:(?:is|isnt|was|wasnt|does|doesnt|did|has|hasnt|had|should|must|will|would) (?:this|that|it|there|he|she|they|i|we|the|my|your|anyone|anybody|these|those|somebody|someone)|(?:am|are|were|do|have) (?:i|we|they|there|these|those|the))(?!\S){_ASKED}",
        rf"(?!{_HOW_TO_BUY})(?!what (?:do|would|will|should) (?:i|we) (?:ever )?(?:do|want|need) with(?!\S))(?!(?:how|where|when|what) (?:can|could|do|would|should|must) (?:i|we|you) (?:need to do to )?(?:sign|get(?! (?:my|our|this number|the number|off|out|rid|through|you)(?!\S))|order|buy|join|start|register|enroll|book|purchase|apply|subscribe|have it|have one|install|deliver|come)(?!\S))(?!how (?:soon|fast|quickly) can)(?!what(?:s| is| are) the next)(?!what (?:do|would|should) (?:i|we) (?:need|have) to do to)(?:what|who|whos|whats|where|wheres|why|how|whose|which \w+)(?: (?:exactly|else|the hell|on earth|much|many|long|often|far|old|kind of \w+|sort of \w+|time|on|come)){{0,2}} (?:is|are|was|were|do|does|did|would|will|can|could|should|have|has|had|am|about|gave|told|sent|made|says|said|calls|is it)(?!\S){_ASKED}",
        rf"(?!{_HOW_TO_BUY})(?:whos|whats|wheres|hows)(?: (?:this|that|it|the(?! next)|calling|speaking))(?: \w+){{0,3}}",
        r"how (?:about|come|dare)(?: \w+){0,4}",
        r"(?:got it|get it|understood|you know|you understand|you see|you hear me|correct|isnt it|dont you|arent you|will you|would you|wont you)$",
    ),
    requests=(
        r"(?:can|could|would|will|wont|cant|may|might) (?:you|we|i|they|somebody|someone|it be possible|there be)",
        r"(?:is|would) (?:it|there) (?:be )?(?:possible|ok|okay|all right|alright|a way|a chance|any chance)",
        r"(?:would|do) you mind",
        r"(?:how about|what about|why dont|why not|shall we|any chance)",
        r"(?:how|where|when|what)(?: (?:soon|fast|quickly))? (?:can|could|do|would|should|must) (?:i|we|you)",
    ),
    wrong_number=(
        r"(?<!the )(?<!i )wrong number|incorrect number|not the right number|(?<!i )(?<!thought i )(?:got|have|ve|youve|reached|called|dialed|dialled|rang|is|its|be|s|at|think|thats) the wrong number|(?<!had )(?<!dialed )(?<!dialled )the wrong number$|^(?:the|a) wrong number",
        r"(?:got|have|ve|youve|reached|called|dialed|dialled|rang|is|its|be|thats|calling|called|dialing|ringing|phoning) the wrong (?:person|guy|man|woman|lady|house|household|family|place|party)(?! (?:for|to)(?!\S))",
        r"^(?:(?:no|sorry|nope|im sorry|oh|uh|um) ){0,3}wrong (?:person|guy|man|woman|lady|house|family)(?: (?:sorry|im afraid|buddy|mate|pal|sir|maam))?$",
        r"(?:im|i am|thats|that is|its|it is|that isnt|it isnt)(?: not|nt)? (?:him|her|that person|the person you (?:want|are looking for|re looking for|need)|me)(?<!thats me)(?<!that is me)(?<!its me)(?<!it is me)(?<!im him)(?<!im her)(?<!i am him)(?<!i am her)(?<!thats him)(?<!thats her)(?<!that person)$|(?:im|i am) not that person|^(?:(?:no|nope|sorry) ){0,2}not (?:me|him|her)(?: sorry)?$",
        r"(?:im|i am|thats|that is) not the (?:person|one|man|woman|guy) you (?:want|are looking for|re looking for|need|are after)$",
        r"(?<!my )(?<!our )(?<!the )(?!(?:i|we|it|who|husband|wife|he|she|they|just)(?!\S))\w+ (?:does not|doesnt|no longer) (?:live|lives|work|works) here(?: any ?more| any longer)?(?! (?:in|on|at|yet|today|tonight|until|till|every|all|during|full|this|right|when|most|but|only|just|permanently|officially)(?!\S))",
        r"(?:mixed|mixing) up (?:the|my|your) numbers?",
        r"(?:isnt|is not|aint|was never|has never been|s never been|never was|never been) (?:his|her|their|this persons|that persons|that mans|that womans) (?:phone|number|line|house|home|cell|mobile|place)(?: number)?",
        r"(?:you|youve|you have)(?: (?:got|have|dialed|dialled|called|reached|rung|rang|must have))* (?:a |the )?(?:different|another|incorrect) (?:number|person|household|house|family)(?= \||$| (?:sorry|im|than))|(?:number|line) (?:is|has been|was) (?:reassigned|recycled|given to (?:me|someone else))|(?:got|was given|been given|took over) (?:his|her|their|someones|somebodys|an old|someone elses) (?:old )?number",
        r"(?:dont|do not|never) know(?: any)?(?:body|one)? (?:by|with|of) (?:that|this) name|(?:dont|do not) recogni[sz]e (?:that|this|the) (?:name|person)|(?:name|person) (?:doesnt|does not) (?:ring a bell|mean anything to (?:me|us)|exist here|live here|work here)|(?:never|not) (?:met|known|had) (?:a|any|anyone|anybody|that|this) (?:person|one|man|woman|guy|name|called|named|by that name)(?: \w+){0,2}",
        r"no such (?:person|name|man|woman|guy|family)|(?:never heard|dont recognize|dont know|dont recognise) (?:of )?(?:that|this) name",
        rf"^(?:(?:no|sorry|hello|hi|nope|um|uh) ){{0,3}}no (?!{_NO_NAME}(?!\S))\w+ (?:here|at this (?:number|address))(?: sorry)?$",
        r"(?:dont|do not) know (?:anybody|anyone|a person|somebody) (?:called|named|like|by) (?:that|this)(?: name)?$|(?:no idea|dont know|do not know) (?:who|whom) (?:you|that|this|he|she|they) ?(?:are|re|is|s|mean|want)?(?: (?:talking about|looking for|asking for|calling for|referring to|mean|you mean))(?= \||$| (?:sorry|im|i|you))|(?:no idea|dont know|do not know) (?:who|whom) (?:youre|hes|shes) (?:talking about|looking for|asking for|calling for|trying to reach)|(?:no idea|dont know) who (?:that is|you mean|this is|he is|she is)$",
        rf"(?:they|he|she|theyve|hes|shes)(?: (?:has|have))? moved(?: (?:house|out|away))?{_OVER}",
        r"(?:he|she|they|hes|shes|theyre|that person)(?: (?:does not|doesnt|dont|no longer|is not|isnt|is no longer|are not|not))+ (?:work|works|working|employed|with|live|lives|living) (?:for us|for this company|with us|in this house|at this address|with the company)(?: any ?more| any longer)?|(?:he|she|they|hes|shes|theyre) (?:is |are )?(?:not|no longer) with (?:us|the company)(?: any ?more| any longer)",
        r"(?:he|she|they|hes|shes|theyve)(?: (?:has|have|s|ve|got))? (?:changed (?:his|her|their) (?:phone )?number|(?:a |got a |gotten a )(?:different|new|another) (?:phone )?number)(?: now)?",
        r"(?:you|youve|you have|you must have|you probably|i think you|you mustve|you may have|you might have)(?: (?:just|must have|have|mustve))? (?:mis ?dialed|mis ?dialled|dialed wrong|dialled wrong)",
        r"(?:you have|youve got|youve|you got|you are getting|youre getting|you are|youre) (?:me )?(?:confused|mixed up|mixing me up|confusing me|mistaken)(?: (?:up|me))? (?:with|for) (?:someone|somebody|another person|another guy)(?: else)?",
        r"(?:im|i am) not (?:who|the (?:one|person|man|woman|guy)) (?:you think (?:i am|this is)|youre looking for|you are looking for|youre after|youre calling|you want to talk to)(?= \||$)",
        r"(?:thats|its|it is|that is) not me(?= \||$| (?:you (?:have|got|must|want somebody|want someone|are looking)|sorry|there|im|i)(?!\S))",
        r"not (?:calling )?the right (?:person|number|house|family|guy|man|woman)$|you (?:want|need|mean) (?:another|a different) (?:family|person|household|number)$",
        r"(?:nobody|no one|noone) (?:here )?(?:goes by|has|answers to|is called|by) (?:that|this) name",
        r"(?:i |ive |we )?(?:just|only just|recently) (?:bought|got|changed to) this (?:sim|sim card|number)",
        r"(?:thats|that is|its|it is) not my name|that isnt my name|my name (?:isnt|is not) \w+",
        r"(?:this|that|it)(?: is|s)? (?:now )?(?:someone|somebody) elses (?:phone|number|cell|mobile)(?: now)?",
        r"(?:someone|somebody) else (?:had|has|owned|used) this (?:number|phone)",
        r"(?:this |that |it )?used to be (?:his|her|their|someone elses|somebody elses) (?:number|phone|line)",
        r"(?:this|the|my) (?:number|phone)(?: now| used to)? belong(?:s|ed)? to (?:someone|somebody) else",
        r"(?:i |we |ive |weve )?(?:just|only just|only|recently) (?:got|bought|received|had) this (?:phone |new )?number",
        r"(?:ive|weve|i have|we have|i|we)(?: only)? had this (?:phone )?number for",
        r"(?:this is|its|it is) a new number",
        r"(?:gave|given|giving|gives)(?: (?:you|out|them|people)){0,2} my number by mistake",
        r"(?:youre|you are|you must be|you might be|youre probably|i think youre|you were) (?:looking for|after|trying to reach|confusing me with|mixing me up with|mistaking me for) (?:someone|somebody|some one|another (?:person|man|woman|family)|a different (?:person|man|woman|family|\w+))(?: else)?$",
        r"(?:youre looking for|you are looking for|you want|you mean) (?:my|our) (?:old |former |previous |next door )?(?:neighbou?r|roommate|flatmate|tenant|landlord)s?",
        r"you(?: have|ve|)? (?:mixed|confused|mistaken)(?: (?:me|us|up))* (?:up )?(?:with|for) (?:someone|somebody)(?: else)?",
        r"(?:the )?(?:old|previous|former|last) (?:tenants?|owners?|occupants?|resident)(?: of this (?:number|house))? (?:moved|had|must have had|left(?! (?:the|their|his|her|it|a|some|me|us|all)(?!\S)))",
        r"(?:do not|dont|doesnt|never) have (?:anyone|anybody|any employee|an employee|any person|a person|someone|somebody)(?: here)? (?:by|of|with|called|named) (?:that name|\w+)",
        r"no (?:employee|person|customer|resident|tenant|colleague) (?:by|of|with) that name",
        r"(?:he|she|they|that (?:person|man|woman|guy)) never (?:lived|worked|was|were) here",
        r"(?:he|she|they|that (?:person|man|woman|guy)|(?:mr|mrs|ms|miss) \w+)(?: (?:has|have))? (?:left|quit) (?:the|this|our) (?:company|firm|business)|(?:is|are|s) no longer with (?:us|the company|this company)",
        r"(?:nobody|no one|noone|no body|not anyone|isnt anyone|isnt anybody|not anybody|aint nobody)(?: (?:here|is|in this house|at this number|lives here|living here)){0,2} (?:of|by|with|called|named) (?:that|this) name",
        r"(?:nobody|no one|noone)(?: (?:here|is|in this house)){0,2} (?:is )?(?:called|named|by the name of) (?!me(?!\S)|us(?!\S)|about(?!\S)|back(?!\S)|you(?!\S)|from(?!\S)|to(?!\S)|for(?!\S))\w+",
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
        r"(?:rong|wrong) (?:phone|girl|guy|fella|bloke|chap|lady|customer|extension|num ber|numb er|person|house|tree)(?= \||$| (?:mate|pal|sorry|love|hen|im|i)(?!\S))",
        r"(?:this is|youve reached|youve got|you called|youve called|you have called|you got|we are|were|youve come through to) (?:a|an|the) (?:\w+ ){1,3}not (?:a|an|the|mr|mrs|miss)(?: \w+){1,3}$",
        r"(?:this|it|no this|no it)(?: is not|s not| isnt) the \w+ (?:family|residence|household|house|garage|shop|office)$",
        r"(?:im|i am|this is|thats|this isnt|that isnt) (?:not )?(?<=not |snt )(?:mr|mister|mrs|ms|miss|doctor|dr) \w+$",
        r"(?:you |youve |ive |they )(?:have |ve )?(?:been |were |was )?(?:given|got|handed|gave) (?:\w+ )?(?:a|an|the) (?:bad|wrong|old|incorrect) (?:number|one)",
        r"you (?:dont|do not) have the right (?:person|number|house|one)|(?:youve|you have|you got|you)(?: got)? (?:the |a )?(?:wrong|different) (?:fella|johnson|smith|one of us|miller|person|pal|number|lady|bloke)",
        r"you (?:want|need|mean|must be after|must want) (?:the flat|somebody else|someone else|someone different|somebody different|my namesake|next door|the neighbou?rs?)",
        r"must be (?:some|an) ?other \w+|(?:the )?same name (?:but )?(?:a )?different (?:person|man|woman|guy)|different person same name|(?:im|i am) a different \w+(?: \w+)?$|not the \w+ (?:youre|you are|you want|youd want|you were)(?: \w+){0,3}$",
        r"(?:no clue|no idea|not a clue|(?:dont|do not) know|havent the foggiest|havent a clue)(?: \w+)? who (?:(?:that|he|she|they|this person|that person) (?:is|are)|you mean|youre talking about)(?: (?:pal|mate|sorry|love))?$",
        r"(?:that|this|the) name (?:means nothing|doesnt mean|does not mean|doesnt ring|rings no|isnt familiar|is not familiar|is unknown)",
        r"(?:never|not ever) (?:been|was|had) (?:any|a|an|no) \w+ (?:here|living here|at this)|(?:no|never) \w+ (?:here )?never (?:was|has been|has)",
        r"(?:people|family|folks|lot|tenants?|ones?|guy|person|man|woman|lady|girl|somebody|someone) (?:(?:who|that) )?(?:lived here|were here|was here|before us|before me|had this (?:number|phone|line))(?: \w+){0,3}",
        r"(?:previous|former|last|old) (?:owner|holder|user|customer) of (?:this|the|my) (?:number|phone|line)|(?:used to be|was|its|is) (?:someone|somebody|some one) elses? ?(?:mobile|phone|number|line|cell)",
        r"(?:he|she|they)(?: has|ve|s| have)? (?:moved out|moved to \w+|gone)(?: \w+){0,4} (?:we live here|and left me|i live here|its mine|were here)",
        r"(?:he|she|they) (?:doesnt|does not|dont|do not) have this (?:number|phone)(?: (?:any ?more|any longer|now))?|(?:he|she) sold me this (?:phone|number|sim)|(?:i |ive |we )?(?:inherited|took over) this (?:number|phone|line)",
        r"(?:i|we|ive) (?:got|have had|had|bought|received) this (?:phone |new )?(?:number|sim|phone)(?: (?:in|from|a|last|only|just|off|this|since|two|three|\w+day))(?: \w+){0,4}$",
        r"(?:one|a) (?:digit|number|figure) (?:wrong|off|out)|what number (?:were|did|are) you (?:\w+ ){1,2}(?:because |cause |for )?(?:this|its|it|here)(?: \w+){1,3}$|(?:youve|you have|you) called a stranger",
        r"(?:not|isnt|aint) me (?:(?:youre|you are|you were) (?:after|looking for|calling for)|you (?:want|need))(?: sorry| mate)?$|(?:youve|you have|you) (?:got )?me (?:muddled|mixed|confused)",
        r"(?:never|not) (?:his|her|their) (?:phone|number|line)|this (?:phone|number|line|one) (?:belongs to|is) (?:my \w+s|mine now)(?: \w+)? ?(?:not (?:him|her|his|hers))?$",
        r"(?:i|we) (?:dont|do not|havent) (?:have|got|know) (?:any |a |an )?(?:\w+ )?(?:mister|mr|mrs|miss|daughter|son|husband|wife) (?:named|called)?(?: )?\w+$",
        r"(?:somebody|someone|everyone|people|you people)(?: \w+)? (?:gave|gives|calls?|calling|keeps?|keep calling)(?: \w+){0,3} for (?:this guy|him|her|steve|that guy|that man|that woman)",
        r"(?:a|the) (?:dentist|church|hospital|school|bakery|fax|library|taxi \w+|restaurant|garage)(?: line)?(?: here)? not (?:a|the|an) \w+$",
        rf"^(?:(?:no|sorry|hello|hi|hallo|oh|um|uh|yes|wait|listen|mate|look) ){{0,3}}(?:this is|its|it is|youve reached|this line is|this one is|im afraid this is)(?: only| just| actually| still)? an? (?!mobile(?!\S))(?:(?:private|family|work|public|hospital) )?{_PLACE}(?! (?:i|we|you|where|that|issue|policy|bill|matter|call|emergency|visit|loan|insurance|so)(?!\S))(?: \w+){{0,4}}$",
        rf"(?:youve|you have|you)(?: just| actually)? (?:rung|dialled|dialed|called(?: to)?|reached|got through to|come through to|come to|got)(?: through to)? (?:a|an|my|the|some) (?:(?:private|family|personal|work|public|hospital|wrong) )?{_PLACE}|(?:youre|you are|ye are|youve been put)(?: on)? through to (?!(?:the |a |my )?(?:right|correct|same|person|owner|boss)(?!\S))\w+(?: \w+){{0,5}}|this is (?:an? )?{_PLACE} (?:mate|love|pal|not)(?: \w+){{0,4}}|through to (?:maternity|reception here|a(?:n other| different) \w+)$|(?:this is|its) (?:edinburgh|ward \w+|a (?:private|family) (?:house|home|number|line))(?: \w+){{0,7}}",
        rf"(?:this|that|it|here)(?: is not|s not| isnt| aint) (?:the|that|a|an|any|his|her|their|your|\w+ jis) (?:\w+ ){{0,2}}(?:{_PLACE}|company|number (?:that|you|for)|number (?:any ?more|now))(?! (?:issue|problem|thing|i (?:want|need)|i can))|(?:this is|its|youve|you|sorry|{_PLACE}) (?:\w+ ){{0,5}}(?:not|isnt) (?:the|that|a) (?:\w+ ){{0,2}}{_PLACE}(?: (?:sorry|mate|you (?:want|are|were|called)(?: \w+){{0,3}}))?$|im not (?:the|a|that) (?:\w+ )?(?:practice manager|gentleman|fella|man|woman|lady|guy)(?: (?:who|that) (?:ordered|called|rang|signed|bought)(?: \w+){{0,4}}| you(?: \w+){{1,3}}| sorry)?$|im not that (?:person|one)$|not (?:the|who you think|who youre)(?: (?:person|one|man|lady|gentleman))?(?: \w+)? (?:you think|youre after|you want|you need|you are after|you search|you look for|is in charge here)(?: \w+){{0,2}}",
        r"(?:he|she|they|that (?:person|man|woman|lady|guy))(?:s| is| are|re)? (?:not|no longer|cant be reached|cannot be reached|isnt)(?: any ?more)? (?:at|on|known at|on the end of) this (?:number|line|phone|address|end)(?: any ?more)?|(?:hes|shes|he is|she is|theyre) not known (?:here|to (?:us|me))|(?:this |the |that |my )?(?:number|line|phone|sim)(?: has| was| got| is| been| card is| s){1,4} (?:been )?(?:changed hands|reassigned|recycled|passed on|given (?:to me|out again)|mine now)|(?:brand )?new (?:number|line|sim)(?: card)?(?: is| weve| ive| i| we| the)(?: \w+){1,6}",
        r"(?:everybody|everyone|people|somebody|someone|they|you (?:people|lot|guys|all)|all day|every day|keep getting calls?|getting calls?|always|third one(?: \w+){0,2}|some or other person is|why is (?:everybody|everyone))(?: (?:keeps?|is|are|was|always|still|for|to)){0,4} (?:calling|calls?|asking|asks?|ringing|rings?|looking|phoning|wanting|wants?)(?: (?:me|us|here))? for (?:(?:this|a|one|some|the|that|mr|mrs|miss) )?(?!me |us |me$|us$|my |our |money|help|advice|directions|donations|it(?!\S)|this$|that$|days|weeks|months|years|ages|no reason|nothing|a |an |the |surveys?|free|sale)\w+(?: \w+){1,12}",
        r"(?:i|we)(?:ve| have)? (?:only |just |recently )?(?:got|had|bought|been using|have|am using|inherited|took over|picked up) (?:this|the|that) (?:number|phone|sim|sim card|line|mobile|handset)(?: \w+){0,2} (?:ago|off|since|from|last|only|before only|with|in|on|two|three|a (?:week|month|year|few))(?: \w+){0,7}|(?:i am|im|weve been|ive been) using this (?:number|phone|sim)(?: (?:since|for|from))(?: \w+){1,5}|(?:he|she|they|my \w+) sold me (?:the|this|that|his|her|a) (?:phone|number|sim|handset)|(?:the |this )?(?:phone|mobile) was (?:handed in|found|left)|phone (?:box|that gets passed|is belonging to)",
        r"(?:the|that|this|my) (?:old|previous|former|last) (?:tenant|owner|occupant|lodger|flatmate|resident|holder)s?(?: (?:i dont know|we get|moved|has gone|is gone))|(?:that|it|he|she)(?:s| was| must be| is) (?:the old tenant|my predecessor|the neighbours?|my late \w+s (?:phone|mobile|number))|(?:fella|man|woman|lady|people|lot|person|family) (?:moved|left|was here|lived here|(?:that |who )?youre? (?:asking|describing|looking|after)(?: for| is)?)(?: \w+){0,3} (?:before|moved|someone else|left|gone|put down any)(?: \w+){0,4}",
        r"(?:you(?:ve)? |you have |youve got |ye |someone |whoever typed that |they )(?:must have |might have |may have |have |has |probably |mustve )?(?:typed|fat fingered|swapped|mixed|muddled|miskeyed|misread|mistake|mistook|transposed)(?: \w+)? (?:my|the|a|two|some|up the) (?:number|digits?|figures?)(?: \w+){0,4}|(?:a |the |an )(?:duff|dud|bogus) number|(?:wrong|crossed) (?:connection|lines?|country)(?= \||$| (?:i think|im afraid|even|sorry))|(?:my number was|you were|youve been|they were) given(?: \w+){0,3} by (?:mistake|error)|check the number again|(?:your|the) number (?:is|must be) (?:just )?wrong|^(?:your|youre|you are) wrong (?:theres|theirs|there is|here) no(?: \w+){1,4}$|mistake (?:as to|with|about|in) the number",
        r"(?:youve got|you have(?: got)?|you want|youre after|you are after|youd be after|looking for|i think you want|you got|its|thats|must have been|it must be|must be) (?:somebody|someone|some body|(?:another|a different) (?:one|person|man|woman|lady|family|house|number|guy|fella|\w+son)|somebodys|my namesake|a namesake)(?: else| elses)?(?= \||$| (?:with|on|number|number down|phone|in \w+|different)(?!\S))|(?:someone|somebody) else with my number|(?:same|similar) (?:sur)?name (?:but )?(?:other|different|another) \w+|(?:two|lots|dozens) of (?:us|them|\w+s)(?: in \w+ \w+)?(?: and hes| youve got a different|, you)(?: \w+){0,4}|got the wrong \w+(?: youve got)?$",
        r"(?:what name )?(?:no )?not here$(?<!but not here)|^(?:(?:no|hello|sorry) ){0,3}(?:never (?:heard|met)(?: of)? (?:him|her|them|anyone|that name)|no such (?:person|name))(?: \w+){0,3}$|(?:never met|never heard of|havent a (?:notion|clue) who|no (?:idea|notion) who)(?: (?:this|that|the|a|an|mr|mrs|her|him|he|she|they)){1,3}(?: (?:gentleman|lady|person|man|woman|fella|is|was|are))?$|whom i have never met|(?:that|this) name is not (?:of|from|in) (?:this|our|my) \w+|(?:thats|it is|its) my number but not my name|not (?:her|his|their) (?:name|number) either|\w+s (?:nowt|nothing) to do (?:wi|with) this number",
        r"(?:thats|that is|this is|its|were|we are) not us(?= \||$)|^not me (?:guv|mate|pal|sorry|love|guvnor|sir|maam)$|(?:no|sorry) (?:no )?(?!one|body|way|more|problem|thanks|thank|time)\w+ at this (?:end|number|house|address)$|(?:different|another|other) (?:family|people) (?:staying|living|is staying|live)(?: here)?|here (?:madam |sir )?is a different (?:family|person|house)|he doesnt have this number|doesnt have this number i do",
        # The name that was asked for, and again: "there is no Paul", "I am not Linda".
        r"(?:for|to|find|want|called|named|mr|mrs|ms|miss|s|one|a|is|youre|who|and|not) (?P<en_asked_for>(?!one(?!\S)|it(?!\S)|that(?!\S)|this(?!\S)|me(?!\S)|money|help|time|no(?!\S)|rush|thanks|problem|need|way|good|sure|interested|happy|reason|point)\w{3,}) (?:\w+ ){0,9}(?:theres|there is|there are|theirs|im|i am|no|not|were|we are|isnt|this isnt|dont know|never met|never been a|havent got a) (?:no |not |a |any )?(?P=en_asked_for)(?= \||$| (?:here|to|on|at|in|mate|sorry)(?!\S))",
    ),
    callback=(
        r"(?<!dont )(?<!not )(?<!never )(?<!may )(?<!to )(?<!ever )(?<!can )(?:call|phone|ring|try) (?:me |us |back ){0,2}again(?! (?:some ?day|any ?time))(?:(?: \w+){0,4})",
        r"(?<!dont )(?<!not )(?<!never )(?:call|phone|ring|try|reach out to|contact|check back with|check in with|get back to|come back to|ask) (?:me |us |him |her |again |back |on (?:this|that|it) ){0,4}(?:then|when (?:i|im|my|she|shes|he|hes|we|were|its|things|the)|once (?:i|im|my|she|he|we)|after the|in (?:a few|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|the (?:spring|summer|autumn|fall|winter|new year)))",
        r"(?<!dont )(?<!not )(?:check back|check in|reach out|get back to (?:me|us)|come back to (?:me|us)|ask (?:me|us)|(?:talk|speak) to you(?! (?:later|soon)(?!\S)))(?: again| with me| with us| on (?:this|that|it))?(?: (?:again|later|then|tomorrow|tonight|next|soon|in (?:an?|the|two|three|half|\d+|a few)))",
        r"(?<!dont )(?<!not )(?:schedule|set up|arrange|book|plan) (?:a|another|me a) (?:phone )?call(?! (?:back )?center)",
        r"(?:want|like|need|prefer|have|get|request) (?:a|another) (?:call ?back|call back)",
        r"can (?:it|this|we) wait(?: until| till| a (?:few|couple of|bit)| for)?",
        r"(?:love|like|happy|glad|want) to (?:talk|speak|chat|discuss (?:it|this))(?: to you| with you| about (?:it|this))? (?:later|tomorrow|tonight|next|another|some other|on|at|in)",
        r"(?<!dont )(?<!not )(?<!never )(?<!a )(?<!the )(?<!my )(?:call|phone|ring|try) (?!again some ?day|again any ?time)(?:me |us |again |back ){0,6}(?:back|later|another time|some other time|some other day|tomorrow|tonight|next (?:week|month|time|year)|this (?:afternoon|evening)|in (?:an?|the|two|three|half|\d+))(?:(?: \w+){0,4})",
        r"(?:not|isnt|aint)(?: (?:really|exactly|such|quite)){0,2} (?:a|the) (?:good |best |right |great |convenient |ideal )(?:time|moment)|(?:a|really|kind of|very|such a) bad (?:time|moment)|bad (?:time|timing|moment)(?: (?:sorry|im sorry|right now|now|for me))?$",
        rf"{_AM}(?: (?:a bit|a little|very|quite|really|kind of|just|currently|right now|still|rather|too|so|pretty|in the middle of|actually|sorry)){{0,4}} {_GOING_ON}(?: (?:right now|now|at the moment|today|currently)){{0,2}}{_OVER}",
        r"(?:a better|a different) time(?= \||$| (?:please|to|for|would|when|maybe))(?<!had a different time)(?<!in a different time)",
        r"(?:can we|could we|lets|maybe we can|we can|we could) (?:talk|speak|do (?:this|it|that)|discuss (?:this|it|that)|have this conversation) (?:later|tomorrow|another time|some other time|next week|another day)",
        r"(?:dont|do not|cannot|cant) (?:have time|talk|speak|chat)(?: to you| with you| long)? (?:right now|now|at the moment|today|just now|this minute)",
        r"(?:dont|do not|have no|no|havent got|not got) (?:have )?(?:any )?time (?:right now|now|at the moment|today|just now)",
        r"(?:i |we )?(?:cant|cannot) (?:talk|speak|chat)$|^(?:(?:sorry|no|i|we|look|listen) ){0,3}(?:dont|do not) have time$",
        r"(?:ive|i have|weve|we have|i|we) (?:got )?(?:company|guests|visitors|my hands full|people over|somebody at the door|someone at the door)(?= \||$| (?:right now|now|at the moment|here|sorry|call|can))|(?:my|the) (?:kids|baby|children) (?:is|are)? ?(?:screaming|crying|waiting)(?= \||$| (?:right now|call|sorry))",
        r"(?:can|could) (?:we|you|i) (?:please )?reschedule|(?:would|do) you mind (?:calling|ringing|phoning|trying)(?: me| us)?(?: back| again)?",
        rf"{_AM} (?:just |really |a bit |pretty |all |so |completely |totally |rather |literally |still |already |kind of )*(?:tied up|swamped|slammed|snowed under|occupied|in the (?:shower|middle of \w+)|getting (?:in the shower|dressed|ready|the kids ready)|stepping (?:out|into a meeting)|walking (?:into a meeting|out|out the door)|boarding|asleep|sleeping|in bed|sick(?! and tired)|ill|unwell|out shopping|at a (?:wedding|party|funeral|restaurant|concert|conference|doctor)|on (?:a break|my lunch break|site|duty|shift)|putting (?:the |my )?(?:kids|children|baby|son|daughter) to bed|picking up (?:the |my )?(?:kids|children|son|daughter)|watching (?:tv|the game|the match)|(?:just )?about to (?:go|leave|eat|start|get|board|sit|step|head))(?: (?:at the moment|right now|now|here|today|with work|just now|actually)){{0,2}}{_OVER}",
        r"(?:i was|we were|you) (?:just |actually )(?:leaving|sleeping|asleep|eating|going out|about to (?:leave|go|eat)|heading out|woke me(?: up)?|got me at)(?= \||$| (?:call|can|could|so|when|sorry|right|at a bad))",
        r"(?:not|isnt|aint)(?: (?:really|exactly))? (?:the )?(?:convenient|ideal|good timing)(?: (?:right now|now|at the moment|time))?(?= \||$| (?:call|can|could|so|sorry))|(?:catch|caught|catching|got|getting) me (?:at|in) (?:a|an|the) (?:bad|busy|awkward|inconvenient|wrong|middle)(?: (?:time|moment|of something|of dinner|of work))?|(?:bad|wrong|awkward|inconvenient|busy) (?:time|moment) (?:right now|for me|sorry|to talk|to call)",
        r"(?:cant|cannot|unable to) (?:really )?(?:discuss|do|deal with|take|go into|handle) (?:this|that|it|the call|your call|calls|this call)(?: right)? (?:now|at the moment|today|here|just now)|(?:cant|cannot) (?:do this )?right now$|no time (?:to talk|for this right now|now|today)",
        r"(?:talk|speak) to (?:me|us) (?:tomorrow|later|next|another|some other|on|after|in (?:a|an|the|two|three))|call (?:me |us )?(?:back )?another day",
        r"(?:lets|can we|could we|we can) (?:talk|speak|chat|do (?:it|this|that)|discuss (?:it|this)) (?:again )?(?:later|tomorrow|next|another|some other|in (?:a|an|two|three|the))",
        r"(?:now|today|this (?:week|minute))(?: is|s)? (?:not|isnt) (?:great|good|ideal|a good|convenient|the best)",
        r"(?:can|could|shall|lets|maybe|may)(?: we| i)? (?:pick (?:this|it) up|reconnect|touch base|circle back|catch up|revisit (?:this|it)|come back to (?:this|it)|regroup|do (?:this|it|that)|speak|talk)(?: again)?(?: (?:on|in|next|after|another|some other|later|tomorrow|tonight))(?: \w+){0,3}",
        r"(?:touch base|circle back|reconnect|come back|get back|check in|check back|follow up|reach out|hit|holler at|bell|buzz|ping)(?: to| with)? (?:me|us)(?: (?:up|again|back))?(?: (?:in|on|after|next|at|around|later|tomorrow|tonight|when))(?: \w+){0,3}",
        r"(?:give|gimme) (?:me|us) (?:a (?:tinkle|bell|ring|shout|buzz|call)|an hour|half an hour|(?:five|ten|fifteen|twenty) minutes)(?: \w+)?(?: (?:after|later|tomorrow|tonight|at|on|in|when|then|minutes|please))?(?: \w+){0,2}$",
        r"(?:put|pencil|book|schedule|slot)(?: (?:me|us|in|it)){0,9} (?:down )?(?:in )?(?:for )?(?:a|another) (?:phone )?call (?:on|for|at|tomorrow|next|in)",
        r"(?:i|we)(?: could| can|ll|d| will| would)? (?:could |be able to |have (?:more )?time to )?(?:talk|speak|chat)(?: \w+)? (?:tomorrow|tonight|later|at|on|after|next)(?: \w+){0,3}$",
        r"(?:ill|i will|well|i should) have (?:more |some )?time (?:on|at|after|tomorrow|tonight|next|later)(?: \w+){0,2}$",
        r"^(?:(?:busy|later|mate|now|sorry|no|not now|please|ok|pal) ){0,4}(?:later|some other time)(?: (?:mate|pal|please|love|sorry|thanks))?$",
        r"(?<!a )(?<!the )(?<!put )(?<!my )(?<!this )(?<!your )(?<!trouble )(?:try|ring|call|phone|telephone|telephoning|calling|ringing|phoning|coal|calling back)(?: (?:me|us|back|again|awfully)){0,4} (?:on|at|in an?|in our|around|after|when|tomorrow|tonight|then)(?: \w+){0,3}(?= (?:please|thanks)|$)(?<!dont call )(?<!not call )",
        r"(?:evening|morning|afternoon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|noon|tonight)(?: \w+)? (?:is|would be|s|will be) (?:better|best)(?: (?:today|for me|please|thanks))?$",
        r"^(?:how about|what about|maybe|perhaps|say) (?:next |on |this )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|week|month|tonight)(?: \w+){0,3}$|^(?:on |next )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow)(?: (?:at|morning|afternoon|evening))? \w+(?: \w+)? please$",
        r"(?:ive|i have|weve|got) (?:a |an )?(?:patient|client|customer|visitor|guest|meeting|class|lesson)s? (?:with me|here|on|now|at the moment)(?: \w+){0,4}",
        r"(?<!dont )(?<!not )(?<!never )(?<!to )(?<!you )(?<!they )(?<!i )(?<!will )(?<!he )(?<!she )(?<!did )(?:call|phone|ring|telephone|buzz|catch|try|reach|get hold of|talk to|speak to) (?:me|us|him|her|my (?:wife|husband|son|daughter|mobile|cell|landline)|the (?:mobile|landline|director|boss|owner|manager))(?: (?:again|back|on (?:it|this|that|the \w+|my \w+)|please|then|instead|up)){0,4} (?:(?:any ?time |some ?time |a bit |bit |some time |this afternoon |today |tonight |tomorrow |maybe |about |right )?(?:after|at|around|round|about|from|between|in(?= (?:an?|half|the (?:morning|afternoon|evening)|two|three|five|ten|fifteen|twenty|thirty|\d+)(?!\S))|once|when|later|tonight|tomorrow|till|before)(?! all(?!\S))|(?:this |next |on |half )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|afternoon|evening|week|month|past))(?! (?:you (?:feel|like|want|have)|home any ?time|least|once|all times|any time)(?!\S))(?= \w)(?! (?:\w+ ){0,6}(?:always|usually|generally|never|every|only|weekdays?|weekends?|mornings|evenings)(?!\S))",
        r"(?:^|(?:then|now|please|busy|so|and|just|ok|okay|sorry|no|but) )(?:then )?(?:call|phone|ring|talk|resume|try|speak|continue|do (?:it|this))(?: (?:me|us|then|again|to me|to us|this|it)){0,4} (?:tomorrow|tonight|later|at (?:half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|\d+)|half past|about (?:tea|lunch|dinner)\w*|friday|saturday|sunday|monday|tuesday|wednesday|thursday|after (?:lunch|dinner|work|five|six|seven|\w+day))(?: \w+){0,4}$",
        r"(?:leave|let) (?:me|us) (?:be|alone|in peace|finish|get)(?: \w+){0,8} (?:till|until|for an? (?:hour|minute|moment|while|bit|day|week)|for (?:half an|ten|twenty)|first|then|and)(?: \w+){0,6} (?:ring|call|phone|talk|try|then)(?: me| us)?(?: \w+){0,3}$",
        rf"(?:{_AM}|its|ive got|i have|weve got) (?:\w+ ){{1,8}}(?:so )?(?<!a )(?<!the )(?<!my )(?<!to )(?<!this )(?<!on )(?:call|ring|phone|try|buzz|catch)(?! you)(?: (?:me|us|back|again)){{0,2}} (?:in|at|later|tomorrow|tonight|after|when|once|half)(?: \w+){{0,6}}$",
        r"(?:(?:i|we) (?:can|could|will|would)|(?:ill|well|id|wed)) (?:talk|speak|be free|be all yours|be back|be done)(?: \w+){0,2} (?:when|at|after|around|about|tonight|tomorrow)(?! (?:this number|that number|my mobile))(?: \w+){1,5}$|(?:after|from|around|about|at|tomorrow|then|\w+day)(?: \w+){0,3} (?:im all yours|i am all yours|is good for me|is good for us|im free|i am free|suits me|works for me)$",
        r"(?:hes|shes|he is|she is|my (?:husband|wife|boss|son|daughter|partner)(?: is| s)?)(?: \w+){0,5} (?:so |, )?(?:try|ring|call|phone|ask|catch)(?: (?:him|her|me|us|again)){0,4} (?:about|around|at|after|in|tonight|tomorrow|when|later|this)(?: \w+){1,5}$|youll (?:get|have|catch|find|reach) (?:him|her|them|me|more luck|better luck)(?: \w+){0,4} (?:about|around|at|after|in|tonight|tomorrow|when|later|from)(?: \w+){1,3}",
        r"(?:not now|no good now|busy (?:busy )?now|not today|not tonight|not this week|no more for today|now i cant|cant now|not just now)(?: \w+){0,9} (?:tomorrow|later|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next (?:week|month)|another day|at (?:half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|\d+)|in (?:an|half|ten|five|twenty|a few)|good at|after \w+)(?: \w+){0,6}$",
        r"(?:serving|with) (?:a|another|some) (?:customer|client|patient)s?(?: \w+){0,4}|in the (?:shower|bath|lift|tub)(?: \w+){0,4} (?:five|ten|later|call|ring|minutes|hour)(?: \w+){0,3}$|(?:hold off|hang fire)(?: \w+){0,2} (?:till|until) (?:im|i|my|weve|hes|shes|theyre)(?: \w+){1,5}$|(?:lets|we can|can we|could we|can you|could you|please) (?:do|make|have) (?:it|this|that)(?: \w+)? (?:tomorrow|later(?: today)?|another (?:day|time)|next \w+|on \w+day|after \w+)|make it (?:tomorrow|later|\w+day|next week|the afternoon|the evening)",
        r"(?:get|come) back to (?:me|us)(?: \w+)? (?:once|when|after|in|next|tomorrow|later|on)(?: \w+){0,6}|takes (?:calls|visitors) (?:between|from|after)(?: \w+){1,4} so(?: \w+){1,4}|hands are full (?:\w+ ){0,2}(?:ring|call)",
    ),
    puts_off=(
        r"(?!not today (?:thanks|thank you)$)(?:(?:no|sorry|ok|okay|well|maybe|perhaps|please|hm|um|im sorry|oh|can we do|how about|what about|but) ){0,3}(?:not (?:now|today|right now|this (?:week|month|year|morning|afternoon|evening)|tonight|at the moment|just now|tomorrow)|(?:maybe |a bit |a little |perhaps )later|later (?:on|today|please|maybe)|another (?:day|time|week)|some other (?:day|time)|in (?:about |around |like |maybe )?(?:a|an|one|two|three|four|five|six|ten|fifteen|twenty|thirty|half an|a few|a couple of|couple of) (?:minutes?|hours?|days?|weeks?|months?|while|bit)|in the (?:morning|afternoon|evening|new year|spring|summer|autumn|fall)|after (?:lunch|work|dinner|breakfast|christmas|easter|new year|the (?:holidays|weekend|summer|meeting)|\w+day)|next (?:week|month|year|time)|(?:tomorrow|tonight)(?: (?:morning|afternoon|evening|night))?)(?: (?:please|thanks|thank you|sorry|maybe|perhaps|later|then|if possible|would be (?:good|better|fine|ok|okay|great)|is (?:better|fine|good|ok))){0,3}",
        r"(?:i will|ill|we will|well) (?:have time|be (?:free|available|home|back|in|around)) .*",
        r"(?:im|i am|we are|were) (?:free|available|home|off) (?:tomorrow|tonight|on|at|after|in|next|this) .*|(?:im|i am) on (?:vacation|holiday|leave) (?:until|till) .*",
    ),
    callback_if_timed=(
        rf"(?<!dont )(?<!not )(?<!never )(?<!you )(?<!they )(?<!people )(?<!who )(?<!he )(?<!she )(?<!didnt )(?<!to ){_RING} (?:me|us)",
        rf"(?:tell|ask|get|have|want|like|need) (?:him|her|them|somebody|someone|your \w+) to {_RING} (?:me|us)",
        rf"(?:can|could|would|will|please|may|should|have|rather|want|let|if|need|like) you (?:\w+ )?(?:to )?{_RING} (?:me|us|back|again)",
        r"(?:give|gimme) (?:me|us) (?:a|another) (?:call|ring|buzz|bell|shout)",
        r"(?:please|just|better|can you|could you|would you|you can|you could|maybe|rather|^)(?: (?:please|just|maybe|try to)){0,2} (?:call|phone|ring|try)(?! it(?!\S))",
        r"^(?:call|phone|ring|try)",
        r"^(?:(?:no|yes|yeah|ok|okay|well|maybe|rather|its|oh|then|sorry|perhaps|um|uh|hm) ){0,4}better(?! (?:call it|not|safe|late)(?!\S))",
        r"(?:would|might|will|ll|d) be (?:much |a lot |even |way |far )?(?:better|best|easier|ideal|more convenient)",
        r"(?:is|s) (?:much |a lot |even |way |far )?(?:better|best|easier|more convenient)(?: for (?:me|us))?$",
        r"(?:he|she|hes|shes|my \w+|the (?:boss|owner|manager))(?: (?:is|will be|ll be|comes|gets|should be))? (?:back|available|in the office|reachable)",
        r"(?:works?|suits?|is good|is fine) (?:me |us )?(?:better|best|fine |much better )?(?:for (?:me|us))?$",
        r"suits? (?:me|us)",
        r"(?:i|we) can (?:talk|speak)|(?:lets|can we|could we|we can|we could|maybe we can) (?:talk|speak|chat|do (?:it|this|that)|discuss|continue)",
    ),
    follow_up=(
        rf"(?<!dont )(?<!not )(?<!never )(?<!you )(?<!they )(?<!people )(?<!who )(?<!didnt )(?<!wont ){_WRITE} (?:it |that |this |them |those |something |everything )?(?:over )?(?:to )?(?:me|us)(?! (?:again never|back never|nothing|alone|to (?!my|our)(?:a |the |your )?\w+|off|out)(?!\S))(?: \w+){{0,4}}",
        rf"(?:can|could|would|will|please|may|should|if|want|need|have|rather|like) you (?:to )?(?:(?:please|just|maybe|also|kindly|at least|possibly|perhaps|instead) ){{0,2}}{_WRITE} (?!(?:this |the |my |your |a |an |some |over )?(?:call|me to|technician|engineer|someone|somebody|mechanic|plumber|man|guy|person|driver|truck|police|repairman|electrician|rep|representative|ambulance|taxi)(?!\S))(?:it|that|this|them|those|me|us|over|the|some|more|a|an|your|any|details|info|information|something|everything|through|along)(?: \w+){{0,3}}",
        r"(?:can|could|would|will|please) you (?:(?:please|just|maybe) ){0,2}(?:share|fax|post|sent) (?:it|that|them|me|us|the|some|your|over)(?: \w+){0,3}",
        rf"(?:would you mind|do you mind|how about|what about|could you try) {_WRITING}(?: \w+){{0,3}}",
        r"(?<!dont )(?<!not )(?:put|send) (?:it|that|this|everything|something) (?:all )?(?:in|by|via|through) (?:an |a )?(?:email|e mail|mail|writing|text|message|post|whatsapp)",
        r"(?<!dont )(?:drop|shoot) (?:me|us) (?:a|an|your) (?:line|email|e mail|text|message|details)",
        rf"(?<!dont )(?<!not )(?<!never )(?<!you )(?<!they )(?<!he )(?<!she )(?<!who )(?<!i )(?<!ill )(?<!we )(?<!well )(?<!to )(?<!did )(?<!cant )(?<!the )(?<!a )(?<!my )(?<!your )(?<!by )(?<!in )(?<!of )(?<!no )(?<!any )(?<!wont )(?:{_WRITE}|mail|share|fax|post) (?:it|that|them|those|(?:the|a|an|some|your|our|my|over the|me the) (?:\w+ )?(?:brochure|info|infos|information|details|link|quote|offer|proposal|documents?|papers?|forms?|contract|catalog|catalogue|sample|leaflet|flyer|terms|prices?|price list|file|address|email|e mail|text|message|letter|invoice|summary|pdf|office|wife|husband|boss|partner|secretary))(?! (?:to the police|back where))(?: \w+){{0,4}}",
        r"(?:can|could|may) (?:i|we) (?:please )?(?:get|have|see|receive) (?:a copy|it|that|this|something|the \w+|a \w+|an \w+|some \w+|your \w+)(?: of (?:it|that|this))? (?:in writing|(?:by|via|through|over|as an?) (?:e ?mail|mail|post|text|whatsapp|sms))",
        r"(?:please|just|kindly) send(?: over)? (?:more|some|further|additional|any|your|the|all) (?:\w+ )?(?:info|information|details|material|materials|documents|papers|brochures?)",
        r"(?:can|could|may|would) (?:i|we|you)(?: please)? (?:get|have|see|receive|give me|give us|let me have|provide) (?:it|that|this|something|everything|all that) (?:in writing|in an e ?mail|on paper|in black and white|as a pdf)",
        r"(?:id|i would|we would|wed) (?:like|love|appreciate|prefer|need) (?:a|an|some|more|further|additional|any) (?:\w+ )?(?:brochure|leaflet|material|materials|information|info|details|literature|documentation|e ?mail)(?: \w+){0,3}",
        r"(?:can|could|may) (?:i|we) (?:please )?(?:get|have|see|receive) (?:a copy|a brochure|an e ?mail|a quote|a leaflet|the written \w+|the documents|some (?:information|info|material|details)|more (?:information|info|details))",
        r"(?:a|an|some|the) (?:\w+ )?(?:brochure|e ?mail|leaflet|written (?:offer|quote|proposal)|information|info|flyer|catalog|catalogue)(?: \w+){0,4} (?:would (?:be (?:nice|good|great|fine|helpful|useful|perfect)|help|do)|please)",
        r"(?:do you have|have you got|is there) (?:a|an|some|any|something|anything)(?: \w+)? ?(?:brochure|leaflet|material|information|info|website|flyer|catalog|pdf)?(?: \w+){0,3} (?:you (?:can|could) (?:send|mail|email|text|share)|in writing|i (?:can|could) read)",
        r"keep (?:me|us) (?:informed|posted|updated) (?:by|via|through|over) (?:e ?mail|mail|text|post)",
        r"let (?:me|us) (?:see|have|read|get) (?:it|that|this|something|the \w+) in writing",
        r"(?:please|can|could|would|want|need|like|let me|let us|give me|give us|get me|mind|if i|if we)(?: (?!(?:contact|contacted|reach|know|announce|warn|not|dont|never|name|names|call|calling)(?!\S))\w+){0,6} (?:a|an|the|your|some|any) (?:brochures?|leaflets?|catalogu?e?|pdf|flyers?|pamphlets?|price list|links?|written \w+|info(?:rmation)? pack|fact ?sheet|one pager|documentation|literature)(?! (?:you|that you|they) (?:sent|never|keep))",
        r"(?:give|get) (?:me|us) (?:it|that|this|something|everything|the \w+)(?: \w+){0,2} (?:in writing|by (?:e ?mail|mail|post)|on paper)",
        r"(?:pop|stick|throw|drop|put|slip) (?:it|that|one|something|a \w+|the \w+|some \w+) (?:in the (?:post|mail)|in an e ?mail|through my (?:door|letterbox)|in my (?:inbox|mailbox))|(?:drop|shoot|ping|write|fire off|zip) (?:me|us) (?:a|an|over|something|the)(?: \w+){0,3}",
        r"(?:id|i would|we would|wed|i|we) (?:prefer|like|want|need|have) to (?:read|see|look at|study|review|check)(?: \w+){0,5} (?:first|before|in writing|on paper|in peace|at home|myself)|something (?:i can|to) (?:read|look at|show my \w+)",
        r"follow up (?:with me |with us )?(?:by|via|with|over|in) (?:an |a )?(?:email|e mail|text|mail|message|sms|whatsapp|writing)",
        r"(?:id|i would|we would|wed|i|we)(?: (?:rather|prefer|like|love|want|need|prefer to)){1,2} (?:to )?(?:have |get |see |receive |read )?(?:it |that |this |something |everything |the (?:details|offer|information|info|quote|proposal) )?(?:in writing|(?:by|via|through|over|in an?|an?) (?:e ?mail|text|text message|message|whatsapp|post|mail|brochure))",
        r"(?:just |please )(?:e ?mail|text|whatsapp|by (?:e ?mail|text|whatsapp))(?: it| that)?(?: please)?$",
        r"(?:ping|pop|fire|bung|flick|lob|zap|beam|fling|slide|whack|chuck)(?: (?:it|that|me|us|over|them|something|through)){1,9} (?:(?:an?|the|your|some|over|by|via|through|on|in|by) )?(?:e ?mail|mail|text|message|whatsapp|details|info|quote|link|line|post|note|figures)(?: \w+){0,3}",
        r"(?:have|got|have you got|do you have)(?: (?:you|any|got|a|an|some|anything|something)){1,4}(?: \w+)? ?(?:leaflet|literature|brochure|catalogue|catalog|documentation|flyer|pdf|you (?:could|can) (?:send|post|mail|email|text|share))(?: \w+){0,4}",
        r"(?:could|can|may|might|id like to|i want to|let|let me|let us)(?: (?:i|we|me|us))? (?:see|have|get|view|read|receive) (?:it|a|an|the|some|that|further|your)(?: \w+){0,3}? ?(?:in writing|in black and white|on paper|sample|contract|quote|quotation|terms|proposal|particulars|prospectus|brochure|by (?:post|mail|email)|documentation|in print)(?: \w+){0,3}",
        r"(?:get|give|make|draw up|work up|prepare|do|write)(?: (?:me|us))? (?:a|an|your|the) (?:\w+ )?(?:quote|quotation|estimate|proposal|written offer)(?: \w+){0,4}",
        r"(?:id|i would|we would|wed|i should|we should|i|we)(?: (?:like|need|want|love|appreciate|prefer|require|be glad of|be grateful for)){1,9} (?:a|an|your|some|the|further|any) (?:\w+ )?(?:quote|quotation|estimate|proposal|prospectus|particulars|brochure|leaflet|literature|documentation|catalogue)(?: \w+){0,3}",
        r"(?<!dont )(?<!not )(?<!never )(?<!you )(?<!they )(?<!to )(?<!ill )(?<!i )(?<!we )(?<!who )(?<!by )(?<!of )(?<!no )(?<!not to )(?:send|share|forward|mail|dispatch|e ?mail|e male|sendit|tex|text)(?: (?:it|me|us|over|on|across|out)){0,9} ?(?:by email|the (?:particulars|paperwork|deck|slides|pdf|info|information|details|link|forms|stuff|video|offer|papers|prospectus|catalogue)|your (?:offer|brochure|details|prospectus|catalogue|terms)|what(?:ever)? (?:youve got|you have)|particulars)(?: \w+){0,5}",
        r"(?:put|get|stick|pop)(?: (?:it|that|all|this|everything|the \w+)){1,3} (?:in|on|down in) (?:a letter|an? e ?mail|writing|paper|an? text|a message|the post)(?: \w+){0,4}",
        r"(?:an?|some|a bit of|any) (?:e ?mail|text|info|information|documentation|literature|details|link|brochure|letter)(?: (?:with|by|of|about|via|through)(?: \w+){1,3})? (?:would|d|might|will) (?:be|do|help|suit)(?: \w+){0,2}",
        r"(?<!dont )(?<!not )(?<!never )(?<!you )(?<!they )(?<!to )(?<!ill )(?<!i )(?<!we )(?<!who )(?<!the )(?<!by )(?<!of )(?<!no )(?<!a )(?:send|e ?mail|post|mail|share|courier|forward|sling|drop|pop|bung|dm|whatsapp|message|text)(?: (?:me|us|over|on|out|across)){0,4} (?:(?:the|your|a|an|some|that|any|those|my|it|details|information|quote) )?(?:(?:large print|company|product|price|order|sales|full|short|written|official) )?(?:booklet|presentation|profile|company profile|documents|invitation|catalogue|catalog|brochure|leaflet|prospectus|summary|terms|terms and conditions|proposal|quotation|details|info|information|literature|deck|fact ?sheet|figures|particulars|paperwork|sample)(?! (?:price|back|again you|and i want to sign))(?: \w+){0,6}",
        r"(?:(?:any|is there any) chance of|could we|could i|can i|can we|id like|id prefer|prefer|want|rather have|like) (?:getting |get |have |having |see |to have |to get )?(?:it|that|this|all that|quote|a quote|everything|the details|something) (?:e ?mailed|posted|sent|texted|mailed|on e ?mail|by e ?mail|on paper|in (?:my|the|our) (?:inbox|post|mail)|on whatsapp|over e ?mail)(?: \w+){0,3}|(?:give|get|show|put|write|do) (?:me|us) (?:it |that |this |a (?:wee |short |little )?letter |something )?(?:on (?:e ?mail|paper|whatsapp)|by (?:e ?mail|post|letter)|about it|in (?:print|writing))(?: \w+){0,5}",
        r"how (?:do|can|could|would) (?:i|we) (?:get|obtain|order|have|receive|see) (?:a|an|your|the|some) (?:brochure|leaflet|catalogue|catalog|prospectus|sample|quote|copy|written \w+|information|details)(?: \w+){0,3}|(?:be|id be|wed be|would be) (?:grateful|glad|thankful|obliged)(?: \w+){0,2} (?:for|of|to have) (?:a|an|the|some|your) (?:\w+ )?(?:summary|brochure|leaflet|letter|e ?mail|copy|quote|details|information)(?: \w+){0,3}|let me read (?:about it|it|that|up)(?: \w+){0,5}|(?:we |i )only (?:consider|look at|deal with|accept) written (?:offers|proposals|quotes)(?: \w+){0,7}",
        r"(?:have|do) you (?:have |got )?(?:a|an|any|anything|something|some)(?: \w+){0,3} (?:(?:you )?(?:can |could |to )(?:send|post|mail|e ?mail|text|share)|i (?:can|could) read|to read|in (?:large )?print)(?: \w+){0,4}|have you (?:got )?(?:a|an|any|some) (?:leaflet|brochure|catalogue|catalog|prospectus|literature|flyer)s?(?: \w+){0,4}|is there an? (?:\w+ ){0,2}(?:link|leaflet|brochure|website|pdf)(?: \w+){0,2} (?:can|could|send|text|e ?mail|share|to read)(?: \w+){0,3}",
    ),
    not_interested=(
        # What was wanted then and is not now, and the other way round.
        r"(?:\||(?:was|were) (?:\w+ )?(?:interested|keen|tempted)|wanted (?:it|one)|liked it|(?:would|id|wed) have(?: \w+){1,5})(?: \w+){0,6} (?:not any ?more|not now|(?<!right )now (?:i|we) dont(?: want it)?|its too late(?: now)?|now its too late)$",
        r"(?<!not saying im )(?:not|no longer|never|isnt|arent|aint|wasnt|werent)(?: (?:really|very|at all|that|particularly|too|remotely|even|so|overly|currently|actually)){0,4} interested",
        r"(?:im|i am|we are|were|totally|completely|quite) uninterested|(?:does not|doesnt|dont|do not) interest (?:me|us)|(?:im|i am|we are) not (?:keen|bothered)(?: on)?",
        r"(?:no|not any|have no|zero|lost|little|dont have (?:any|an)) interest",
        r"^(?:(?:no|sorry|thanks|thank you|hm+|well|oh|yeah|yes|but|uh|um|okay|ok|nope|nah) ){0,4}(?:no (?:thanks|thank you|tanks|way|deal|chance|sir|need)|(?:absolutely|definitely|certainly|of course|rather) not|i (?:really |honestly )?(?:dont|do not) think so|(?:id|i would) (?:rather not|prefer not to)(?: \w+){0,2}|forget it|not a chance|not in a million years|hell no|theres no need|no need)(?: (?:thanks|thank you|sorry|sir|maam|bye|goodbye|at all|bye bye)){0,3}$",
        r"(?:was|were) interested but (?:not|no longer|now im not|im not|i am not)",
        r"(?:but|sorry|thanks|thank you|thats a|so) (?:its |im afraid )?no(?: thanks| thank you| sorry)?$",
        r"(?:wont|will not|wouldnt|would not|never|not|not going to|d never) (?:be )?(?:ever )?(?:buy|buying|purchase|purchasing|order|ordering|switch|switching|use|using)(?: (?:it|that|this|one|anything|another|any|today|from you))?(?= \||$| (?:thanks|thank|sorry|ever|no|so|please)(?!\S))",
        r"(?:dont|do not|never) (?:ever )?(?:buy|order|purchase|do)(?: (?:anything|things|stuff|business|that))? (?:over|on|by) the (?:phone|telephone)",
        r"already (?:have|got|ve got|own|use) (?:one|it|that|this|those|insurance|someone|somebody|enough|two|three|plenty|everything|solar|(?:a|an|our|my|another) (?:own )?(?:\w+ )?(?:provider|supplier|contract|plan|guy|system|policy|company|broker|agent|bank|vendor|service|subscription|insurance|people|accountant|lawyer|adviser|advisor))(?! (?:from|with|of) (?:you|yours)(?!\S))",
        r"(?:i|we|ive|weve) (?:have|got) (?:our own|my own|somebody|someone|a (?:guy|company|person|man)|people)(?: \w+)? for that",
        r"(?<!if i )(?<!if we )(?:cant|cannot|can not|could not|couldnt) afford|(?:too|way too|far too) expensive(?: for (?:me|us))?$|(?:dont|do not|no|have no|havent got) (?:have )?(?:the |any )?(?:money|budget|funds)(?: for (?:it|that|this|such things))?$|not in (?:my|our|the) budget|out of (?:my|our) budget|too much money(?: for (?:me|us))?",
        r"(?:chose|choose|went with|gone with|going with|go with|signed with|signed up with|decided on|picked|bought from) (?:someone else|somebody else|another \w+|a different \w+|a competitor|the competition)",
        r"decided (?:against (?:it|that|this)|not to)(?=$| (?:do|buy|go|sign|take|proceed|thanks)(?!\S))",
        r"(?:of |its |it is |thats )?no use (?:to|for) (?:me|us)|so (?:its )?no use$|no need for (?:it|that|this|one)|not worth (?:it|the money|my time)|waste of (?:money|my money)|not what (?:i|we|im|were) (?:need|want|looking for|are looking for|am looking for)|(?:that|it|this) (?:isnt|is not) for (?:me|us)(?! (?:itd|its|it|but)(?!\S))|(?:dont|do not) (?:think|believe) (?:its|thats|it is|that is|this is) (?:for|something for) (?:me|us)",
        r"(?:dont|do not|please dont|never) (?:believe|think) (?:i|we) (?:need|want) (?:it|that|this|one)",
        r"(?:dont|do not|please dont|never) (?:sign|put|count|book|enroll|enrol) (?:me|us|anything|it)(?! (?:through|on|off|back|away|past)(?!\S))",
        r"(?:i|we) (?:\w+ )?decline(?: the offer| your offer| it| that)?$",
        r"(?:not|isnt) (?:something (?:i|we)(?:d| would)? (?:want|need|use|do|like)|my thing|our thing|my cup of tea|our cup of tea|my style|of interest|on my list|a priority)(?: \w+)?",
        r"(?:dont|do not) wanna (?:buy|have|do|get|order)(?: (?:it|any|anything|that|this|one))?",
        r"(?:no|any|have no|not much) (?:use|need|call) (?:for|of) (?:it|that|this|one|those|such (?:a thing|things))|(?:cant|cannot|wouldnt|could not) use (?:it|that|this|one)(?= \||$| (?:thanks|sorry|anyway))",
        r"(?:ive|weve|i have|we have|i|we) (?:already )?got (?:one|it|that|this|some)(?: already)?(?= \||$| (?:thanks|thank you|already))|already (?:use|using|with|working with|signed with|signed up with) (?:something|someone|somebody|another) (?:else|\w+)",
        r"(?:already |all |fully |were |we are )covered(?= \||$| (?:thanks|thank you|already))|(?:have|ve got|got) (?:everything|all|whatever) (?:i|we) (?:need|want)(?= \||$| (?:thanks|thank you|already))",
        r"(?:staying|sticking|stay|stick|id rather stay|rather stay) with (?:my|our|the) (?:\w+ )?\w+$",
        r"(?:ill|i will|i|id|im going to|we|well|im afraid i|i guess i) (?:(?:have to|will|must|would|am going to) ){0,2}say no(?: to (?:it|that|this))?(?: thanks)?$|(?:my|the|our) answer (?:is|is still|remains) no|no means no|(?:i|we) (?:already |just )?said no$|(?:told you|telling you) no$|(?:thats|its|it is|thats going to be|its going to be|that is) a (?:hard |definite |firm |big )?no(?: from (?:me|us))?(?: thanks)?$|^(?:hard|firm|big fat) no$",
        r"(?:dont|do not|cant) see (?:the|any) (?:point|need|reason|use)|^(?:(?:no|sorry|well|honestly) ){0,2}(?:theres|there is) (?:no|not much) point$",
        r"(?:im|i am|were|we are) not (?:in the market for|looking for) (?:it|that|this|one|any|anything|\w+ insurance|a \w+)(?: (?:right now|now|at the moment|new|like that))?$",
        r"^(?:(?:no|sorry|well|i) ){0,3}(?:dont|do not|didnt) (?:really )?(?:like|care for) (?:it|that|this|the idea|the sound of (?:it|that))(?: (?:at all|thanks|sorry|thank you))?$|(?:couldnt|could not) care less|^(?:(?:i|we|no|sorry) ){0,3}(?:dont|do not) care(?: (?:at all|thanks))?$",
        r"(?:wasting|waste) (?:your|my|our) time|waste of (?:my |your |our )?time",
        r"^(?:(?:no|sorry|thanks|thank you|well|oh|yeah|ok|nah) ){0,3}(?:count me out|im out|leave it|skip it|not this time|not for now thanks|probably not|maybe not|i doubt it|nothing for me|no can do|nothing doing|hard pass|thats a pass|its a pass|not happening|no dice|its a no)(?: (?:thanks|thank you|sorry))?$",
        r"(?:were|we are|im|i am|already) (?:under contract|locked in(?:to)?|in a contract|bound by a contract|tied to a contract)|just (?:renewed|signed|switched|bought|got|installed|had|changed)(?: \w+){0,4} (?:contract|one|somewhere else|elsewhere|with (?:someone|somebody|another \w+)|last (?:week|month|year))|(?:have|got|ve got) (?:a |an )?(?:contract|deal|agreement) (?:with|until|elsewhere)(?: (?!you)\w+){0,3}",
        r"(?:we|i) (?:do|handle|make|manage|fix|clean|run) (?:it|that|this|everything|all that|all of that|those)(?: all)? (?:ourselves|myself|in house|on our own|on my own)|(?:my|our) \w+ (?:handles|takes care of|looks after) (?:that|it|this|all that|everything)(?: for (?:me|us))?$",
        r"(?:would|will) (?:never|not) (?:need|want|use|buy|consider|do) (?:it|that|this|one|such a thing|anything)|(?:wouldnt|wont|would not|will not) (?:need|want|consider|be needing|be wanting) (?:it|that|this|one|any|anything)",
        r"(?!(?:\S++ ){1,9}calls?(?!\S))(?:i|we) (?:really )?(?:dont|do not) (?:think|believe|feel) (?:it is|its|this is|thats|that is|id|wed|i|we|i would|we would|i will|it would be)(?: (?:need (?!long|much|to)|want|use|buy|for|worth|right|a good|necessary|be|something|of any|interested|going to|looking))+(?: \w+){0,4}",
        r"(?:my|our) (?:current|present|existing|old|own) \w+(?: \w+)? (?:is|works|are|work|does|do|suits)(?: (?:just|perfectly|absolutely|very|still|me|us)){0,2} (?:fine|good|ok|okay|well|enough|great)(?! but)|(?<!not )(?:happy|fine|good|ok|okay|content|satisfied) (?:with (?:my|our|the|this) (?:\w+ )?(?:one|provider|supplier|company|bank|plan|phone|car|insurer|insurance|service|deal|setup|system|contract|situation)|the way (?:it|things|we) (?:is|are))",
        r"(?:not|isnt|aint) (?:for sale|hiring|shopping around|switching|changing|moving|buying|selling|signing(?: anything| up)?|spending)(?= \||$| (?:thanks|anything|right now|sorry|any|it))|(?:out of|beyond|above|over) (?:my|our) (?:budget|price range|means)|(?:too|very|so) (?:pricey|costly|expensive) for (?:me|us|my|our)|money is (?:too )?tight|(?:i|we) (?:have|ve got|got) no money",
        r"^(?:(?:no|sorry|im|oh|well) ){0,3}(?:im afraid not|afraid not|unfortunately not|unfortunately no|regrettably not|sadly not)(?: (?:thanks|thank you|sorry))?$|^no (?:im )?sorry(?: no)?$|no thank you im (?:happy|fine|good|ok|okay)$|^not at the moment (?:thanks|thank you)(?: \w+){0,3}$",
        r"(?:dont|do not) (?:own|have) (?:a|an|any|the) (?:house|home|car|dog|cat|pet|business|roof|garden|lawn|pool|computer|company)(?= \||$| (?:so|sorry|anyway|thanks))|(?:we|i) rent (?:so|it|this|the)(?: \w+){0,4}$",
        r"prefer (?:my|our|the) (?:current|present|existing|own|old) \w+",
        r"(?:husband|wife|boss|partner|he|she) (?:says|said) no(?: thanks)?$",
        r"(?:fine|good|happy|ok|okay|doing well) without (?:it|one|that|this)",
        rf"(?:do not|dont|no longer|wont) (?:really |actually |currently )?(?:need|want|require) (?:it|that|this|one|any|anything|any of (?:it|that|this|those|these)|(?:to buy|to sell|to change|to switch|to order) (?:it|any|anything|anything else|one)|(?:your|any|another|a new|more) (?:\w+ )?(?:services?|products?|offers?|help|demo|demonstration|trial|plan|insurance|subscription)){_OVER}",
        r"(?:im|i am|we are|were|not) (?:not )?(?:looking|planning|going|willing) (?:to|for) (?:buy|change|switch|sell|order|buying|anything|sign up|any|anything new)(?<!im looking to buy)(?<!i am looking to buy)(?<!we are looking to buy)(?<!were looking to buy)(?<!im looking for any)(?<!im going to buy)(?<!im going to order)",
        rf"{_AM} (?:(?:very|really|quite|perfectly|pretty) )?(?:(?:happy|fine|satisfied|content|good|all set|set|ok|okay|well served) (?:as (?:it|we|i) (?:is|are|am)|with (?:what|the one|the ones) (?:i|we|ive|weve) (?:have|got|already have|have got)|with (?:my|our|the) (?:\w+ )?(?:current|present|existing|own|old)(?: \w+)?|with (?:my|our) (?:provider|supplier|bank|insurance|insurer|service|plan|vendor|system|company)|where (?:i|we) (?:am|are))|all set(?= (?:thanks|thank)))",
        rf"not for (?:me|us|our company|my business|our business){_OVER}",
        r"(?:ill|i will|we will|well|have to|going to|gonna|id|i would|id rather) (?:pass|decline)(?! (?:it|this|that|the|them|you|him|her|along|your|out|away|by|on (?:to|the|your|my|it to|this to|that to|some))(?!\S))",
        r"^(?:(?:no|nah|nope|na|sorry|oh|well|thanks|thank you|ta|cheers|yeah) ){0,3}(?:(?:im|i am|were|we are|youre|you are)(?: (?:all|just|quite|perfectly|really))? (?:alright as we are|good for now|all set|set|sorted|content|happy as (?:i|we) (?:am|are))|(?:nah|nope|no) (?:im|youre|were) (?:good|alright|all right|fine|ok|okay)|all (?:set|sorted)|sorted|nah|nope|na|no|not (?:for (?:me|us)|today|really|necessary|required|needed)|none for me|nothing (?:for (?:me|us)|today))(?: (?:as (?:i|we) (?:am|are)|for now|without|here|today)){0,2}(?: (?:thanks|thank you|ta|cheers|mate|pal|love|dear|though|hun|sir|no)){1,3}$",
        r"^(?:no ){1,4}(?:no|thanks|thank you)$|^(?:nope|nah)$",
        r"(?:weve|we have|ive|i have|thats|its|already|were|we are|im|i am|were all) (?:got )?(?:that |it |all |already |well |fully ){0,4}(?:covered|sorted|taken care of|looked after)(?= \||$| (?:thanks|thank|ta|already)(?!\S))|^(?:all )?(?:covered|sorted)(?: already| thanks| ta){1,9}$",
        r"(?:we|i|weve|ive)(?: (?:have|ve|got|already)){0,9} (?:someone|somebody|a guy|a man|people|a firm|a company) (?:who|that) (?:does|handles|looks after|sorts|deals)(?: \w+){0,3}",
        r"(?:my|our) (?:\w+ )?(?:nephew|son|daughter|husband|wife|brother|brother in law|cousin|uncle|accountant|niece|sister|dad|neighbour)s? (?:does|do|handles|looks after|sorts|deals with|provides|in the trade)(?: (?:all )?(?:that|it|this|them|all that|for us|for me|already)){0,9}$",
        r"(?:we|i|weve|ive) (?:just |already |only just |only )(?:had|did|got|done|bought|renewed)(?: it| one| ours| that| a new one| new ones)(?: (?:done|replaced|installed|fitted))?(?: (?:last|this|in|at|only|already|recently|two|three|a)(?: \w+){1,2})?$|^had it done(?: \w+){1,3}$|^(?:ive )?got (?:two|three|one|plenty|enough|several) already$",
        r"what (?:would|do|will|should|am) i (?:want|do|need|going to do) (?:with )?(?:that|it|this|one|solar|one of those|one of them|such a thing)(?: \w+){0,4}(?: for)?$|(?:at|for) my age(?: \w+){0,3} (?:no point|no use|not worth it)|no point at my age|too old for (?:that|this|it|such things|all that)",
        r"(?:no|havent any|have no|no plans?|ive no|not) (?:intention|plans?|desire|wish|going) (?:of|to|for) (?:chang\w+|switch\w+|mov\w+|buy\w+|sign\w+)(?: \w+){0,3}|(?:im|i am|we are|were|id be) (?:staying put|not changing|not switching|not tempted|not convinced|not persuaded|not sold|not budging)(?: \w+){0,3}$",
        r"(?:ill|well|i will|we will|id|id sooner|id rather|wed rather|i would rather|rather|sooner) (?:stick with|keep|stay with|hold on to) (?:what (?:i|we)|the one|my|our)(?: \w+){0,4}$|better the devil you know",
        r"money(?: is|s) (?:a bit |very |so |too )?tight|(?:im|i am|were|we are) (?:skint|broke|on a (?:pension|budget|fixed income)|out of work|unemployed|penniless)|budgets? (?:is|are|s|has been|have been) (?:gone|cut|spent|frozen)|too (?:rich|dear|steep)(?: for \w+ \w+)?$|daylight robbery|not at (?:that|this|those) prices?|lot of money no",
        r"(?:im|i am|were|we are) (?:only |just )?(?:the tenants?|a tenant|tenants|renting|selling (?:the|our|my) \w+|closing (?:the|our|down|my)(?: \w+)?|moving (?:abroad|out|away))(?: so)?(?: \w+)?$|^(?:sorry |no |but ){0,4}(?:i|we) (?:dont|havent|do not|have not)(?: (?:got|have|own))? (?:drive|a car|cars|a garden|a mortgage|any pets|a pet|a house|a roof|kids|children)$",
        r"(?:ill|well|i will|we will|think ill|i think ill|im going to|id|id better)(?: have to)? (?:give (?:it|this|that|them) a miss|leave (?:it|that|this)|skip (?:it|this|that)|pass(?: on (?:it|that|this))?|sit this one out|refuse|decline)(?: (?:thanks|thank you|for now|this time|today|ta|there)){0,9}$|count (?:us|me) out|include me out|(?:i|we) (?:must|have to|shall|will|need to)(?: (?:respectfully|politely|kindly))? (?:refuse|decline|pass)(?: \w+){0,4}$",
        r"(?:dont|doesnt|does not|didnt|do not|wont)(?: (?:really|quite|at all))? (?:appeal|do anything for (?:me|us)|grab me|excite me|convince me|fancy (?:it|that|one|any)|work for (?:me|us)|suit (?:me|us))(?: \w+){0,3}$|does nothing for (?:me|us)|not (?:really )?(?:my|our) (?:bag|sort of thing|kind of thing|scene|style|area)|not what (?:were|we are|im) (?:looking for|after)",
        r"(?:i|we) (?:can|could|ll|will|get by|manage|do)(?: (?:live|do|manage|get by|cope|just|fine)){0,9} without(?: (?:it|one|that|them|thanks))?$|(?:managed|done|got by) without|(?:wouldnt|never|not)(?: \w+)? (?:use|need) (?:it|one|that)$",
        r"(?:waste|wasting|save|saving) (?:of )?(?:your|my) (?:breath|time)|(?:we|i) (?:dont|do not|never) buy (?:anything|stuff|things|from)(?: \w+){0,3}|(?:sell|tell) it to someone else",
        r"(?:its|thats|it is|decided|said) (?:a (?:firm|flat|definite) )?no(?: from (?:us|me))?$|^a (?:firm|flat|big) no$|(?:board|wife|husband|boss|partner|committee|team|manager) (?:turned it down|said no|says no|refused|decided against it|isnt keen|doesnt want (?:it|one))(?: \w+)?$|(?:weve|we have|we|ive|i)(?: have)? (?:chosen|gone with|picked|hired|gone for|gone) (?:another|someone|somebody|a different|elsewhere)(?: \w+){0,2}$|gone off (?:the idea|it)|(?:shelved|dropped|cancelled|scrapped) (?:it|that|the idea|that idea|the project)|changed my mind i dont want it",
        r"not (?:on your|on my) life|not in a month of sundays|no way jose|(?:wont|never) in (?:a million years|this life)|maybe in another life|(?:kind|nice|generous|sweet|good|flattered|appreciate (?:it|the (?:offer|call)))(?: of you)? but no(?: \w+)?$|(?:thanks|thank you|ta) but (?:no|not|i must|we must)(?: \w+){0,4}$|not (?:inter ?rested|interest it|intrested)|am not interest it",
        # Well supplied; a refusal in so many words.
        r"^(?:(?:no|nah|nope|ah|ah no|oh|thanks|thank you|sorry) ){1,4}(?:im|i am|were|we are|youre|you are|its|ill be|well be)(?: all| just| quite)? (?:good|grand|alright|all right|right|fine|ok|okay|sorted|set|covered)(?: (?:bro|mate|pal|love|thanks|thank you|as (?:i|we) (?:am|are)|here|ta|sir|now|for (?:it|that|now))){0,3}$|(?:im|i am|were|we are|youre|you are) (?:all )?(?:sorted|grand|covered|set)(?: (?:here|already|now|thanks|thank you|for (?:all )?(?:it|that|them|those)|all that|on that front)){0,3}$(?<!all set)",
        r"(?:im|i am|were|we are)(?: perfectly| quite| all)? (?:good|fine|alright|all right|ok|okay) (?:thanks|thank you|ta|as (?:we|i) (?:are|am))(?= (?:i have|ive|we have|weve|no|i dont|we dont|already|i already|we already|bye)(?!\S))",
        r"(?:no|zero|not any|without|havent any|hardly any|little) (?:need|desire|use|call|appetite|wish) (?:of|for|to) (?:a|an|it|them|those|your|such|any|another|switch|change|buy|new|insurance|\w+ insurance|anything|more)(?! (?:to (?:shout|worry|hurry|rush)|worry|shout|hurry|rush|details|repeat))(?: \w+)?",
        r"^(?:(?:no|sorry|thanks|thank you|thanking you|but|its|that is|thats|at all|sir|madam|maam|really) ){0,4}not (?:required|needed|necessary|wanted)(?: (?:at all|here|thanks|thank you|right now|now|sir|madam|by (?:us|me))){0,2}$|(?:loan|insurance|policy|product|service|this|offer|it|help|card|package) is not (?:required|needed|necessary|wanted)(?! (?:for|to|if|by law))(?: \w+){0,2}",
        r"^(?:(?:no|sorry|nah|oh|well|thanks) ){0,3}(?:none|nothing|no sale)(?: (?:thanks|thank you|for (?:me|us)|i need|we need|today|here|needed|ta|that (?:i|we) need)){0,3}(?<!^none)(?<!^nothing)$|nothing(?: \w+){0,4} (?:i|we) (?:need|want|could use)(?: or (?:would |will )?(?:ever )?(?:buy|use|want))?$|nothing (?:here )?(?:for|to) (?:me|us)(?: (?:today|here|thanks|thank you))?$|no ta(?: \w+)?$|no thank ?yous?(?: very much| indeed)?$(?<!say no thank you)",
        r"(?:i|we) (?:really |just |simply |honestly )?(?:dont|do not|never) (?:ever )?(?:do|buy|believe in|trust|hold with|entertain|deal in|go in for|go for|use|touch) (?:(?:that|this|those|these|such|phone|cold|online|the phone|telephone|credit|your) )?(?:(?:kind|sort|type)s? of (?:thing|stuff|sale|offer)|things?|stuff|deals?|sales?|cards?|insurance|it|that way|selling|those|subscriptions?|gimmicks?|gadgets?)(?! (?:right|work|happen|is|was|are|will|goes|today|at|in front|until|before|after|like \w+ on|yourself|again)(?!\S))(?= \||$| (?:no|thanks|thank|sorry|so|anyway|here|on principle|anymore|any|over|and|im|were|mate|love)(?!\S))",
        r"(?:i|we) (?:dont|do not|never) (?:do|buy|hold with|believe in) (?:online|it|that|this|cold sales|loans|credit|debt|insurance|solar|subscriptions|phone deals)(?= \||$| (?:no|thanks|thank|sorry|nothing|we)(?!\S))(?<!dont do that)(?<!dont do this)(?<!dont do it)(?<!dont believe in it)(?<!dont believe it)",
        r"(?:i|we) (?:like|love|prefer|manage (?:fine|well|perfectly|quite well|ok|okay) with|get by with|stick with|are fine with|m fine with) (?:what|the one|the ones) (?:ive|weve|i have|we have|i|we)(?: (?:already |ve )?(?:got|have))?(?! to say)(?= \||$| (?:thanks|thank|already|now)(?!\S))|^(?:(?:no|well|sorry|thanks) ){0,2}(?:we|i) manage (?:fine|well|perfectly|quite well|ok|okay)(?: (?:thanks|without|as (?:we|i) (?:are|am)|on our own)){0,4}$|^(?:no )?(?:mine|ours|the one (?:i|we) have|what (?:ive|weve) got|the old one) (?:still )?(?:works|is|does|runs|does me|does us)(?: (?:just|perfectly|quite|absolutely)){0,2} (?:fine|well|good|perfectly|ok|okay|great)(?: (?:thanks|thank you))?$",
        r"(?:im|i am|were|we are) (?:(?:very|quite|fully|perfectly|completely|totally|more than|really|entirely|extremely) ){1,2}(?:happy|satisfied|content|pleased) with (?:what|them|it|mine|ours|my|our|the one|the)(?! (?:call|way you|service i got|result))(?: \w+){0,4}$|(?:happy|satisfied|content) with (?:them|mine|ours|it)(?: (?:thanks|thank you))?$(?<!not happy with them)(?<!not happy with it)(?<!not satisfied with it)(?<!not happy with ours)(?<!unhappy with them)",
        r"(?:tied in|tied up|locked in|signed up|contracted)(?: (?:already|with \w+|elsewhere))? (?:for|till|until)(?: (?:another|two|three|more|next|the|a|at least|\d+)){0,4} (?:years?|months?|\w+day|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|christmas)(?: \w+)?|(?:weve|we have|ive|i have)(?: got)? a (?:\w+ )?contract (?:till|until|with)(?! you)(?: \w+){1,3}|(?:mine|ours|it|that)(?: is|s) still under (?:warranty|guarantee|contract)",
        r"(?:weve|we have|ive|i have)(?: already)? got (?:a guy|our own \w+|my own \w+|a fella|a man|a chap|someone|somebody|a company|a firm)(?= \||$| (?:for (?:that|it|this)|already|thanks|who|that does)(?!\S))|(?:i|we) get (?:it|that|mine|ours) (?:for free|free|through (?:work|my \w+|our \w+|the \w+))(?: \w+){0,2}$|(?:im|i am|were|we are) (?:loyal to|sticking to|staying loyal to) (?:my|our)(?: \w+){1,3}",
        r"(?:we|i|weve|ive|we have|i have|the \w+|they)(?: have| has|ve)? decided (?:to (?:hold off|leave it|wait|give it a miss|pass|go elsewhere|stay (?:put|with)|keep)|not to|against)(?! (?:call|complain|sue|report))(?: \w+){0,4}|(?:the |our |that )?(?:budget|moneys?|project|plan|tender|order)(?: is|s| has been|s been| has)? (?:gone|spent|cancelled|canceled|closed|scrapped|shelved|on hold|been pulled)(?= \||$| (?:so|sorry|now|we|thanks)(?!\S))|(?:ive|i have|weve|we have) (?:rather )?(?:cooled|gone cold|gone off) (?:on|it|the)(?: \w+){0,2}",
        r"(?:(?:we|i) (?:had|tried|bought) (?:it|one|that|something like (?:it|that))(?: \w+){0,5} (?:and|it|but) (?:(?:we |i )?(?:got rid of (?:it|them)|gave up|sent it back|cancelled it|didnt like it|hated it|it was|flopped|was (?:rubbish|useless|a waste)|wasnt for (?:me|us))))|(?:its|that is|thats|it is) (?:simply |just )?not (?:going to|gonna) happen|that ship has sailed|once (?:bitten|burned|burnt)|burn(?:ed|t) my fingers",
        r"(?:its|thats|it is|that is|is|just|simply) (?:just |simply |really |definitely )?not (?:for (?:me|us|the likes of (?:me|us)|this (?:household|house|family|company))|(?:me|us)(?: (?:this|that))?|something (?:id|wed|we would|i would) (?:entertain|consider|do|want|use|buy|need))(?! (?:you|who|to (?:decide|say|judge)|but|its|it is|that you|calling)(?!\S))(?:(?: (?:this|no|thank you|thanks|sorry|mate|love|at all|dear)){0,4})$(?<!is not me)(?<!its not me)(?<!thats not me)(?<!it is not me)(?<!that is not me)(?<!thats not us)(?<!that is not us)|not for this household|(?:not|wont be|arent) going down that (?:road|route|path)",
        r"(?:its|thats|it is|that is|was|is) (?:simply |just |still |definitely |always )?a no(?! (?:brainer|go area|win|smoking|parking|problem|limit))(?: (?:from (?:me|us)|to (?:the|that|this|your|it)|on (?:the|that|this)|this time|again|thanks|sorry|im afraid|then)(?: \w+){0,3})?$|(?:its|thats) a no to (?:the|your|that|this) \w+|(?:and |but )?(?:its )?still no$|^(?:no ){1,3}just no$|(?:have|going) to say no (?:thank you|thanks|to (?:that|this|it|the|your))|told you no(?: \w+){0,3}$|^no (?:to|not) (?:this one|that one|me|us|for me)$",
        r"(?:wasted on|wasting (?:\w+ ){1,5}on) (?:me|us)|(?:just )?gather dust|barking up the wrong tree|what (?:would|do|will|d) (?:i|we)(?: (?:ever|even))? (?:do|want) with (?:it|that|this|one|a|an|all that|such)(?: \w+){0,5}|(?:id|wed|i would) have to be (?:mad|crazy|daft|stupid) to|(?:cant|cannot|couldnt|dont) (?:really )?see (?:me|us|myself|ourselves) (?:using|needing|wanting|buying|doing|switching)|(?:cant|cannot|couldnt) say (?:im|i am|were|that im) (?:tempted|interested|keen|convinced)|holds? no (?:appeal|attraction)|steer(?:ing)? clear|(?:dont|do not|cant) see what (?:id|wed|i would|good|use|benefit)(?: \w+){0,4}$|whats in it for me nothing|not feeling it$|non starter",
        r"(?:you can|you may|you could) keep (?:it|that|them|your(?! (?:line|phone|records|list))(?: \w+){1,2}|(?:the|the whole) (?:lot|thing))(?= \||$| (?:and|thanks|thank|i|we)(?!\S))|^(?:no )?keep your (?!voice|hair|shirt|head|line|hat|phone|eyes|number|chin|distance|promise|word)\w+ and (?:keep|leave|stay|get|take)|(?:give|sell|offer) (?:it|that|them) to (?:someone|somebody|anyone|those) (?:else|who|that)",
        r"(?:we|i) (?:wont|shant|will not|shall not|ll not|are not going to|am not going to)(?: be)? (?:renewing|renew|going ahead|go ahead|purchasing|purchase|proceeding|proceed|investing|invest|taking (?:it|that|one|any|another)|having (?:it|any|one|that)|signing|needing|buying|switching|doing (?:it|that))(?! (?:again )?(?:until|till|before|unless|without seeing)(?!\S))(?: \w+){0,3}|(?:weve|we have|we|ive|i) (?:picked|went|gone|signed|going)(?: with)? (?:someone|somebody|your (?:competitors?|rivals?)|a competitor|the other (?:lot|crowd|company|offer))(?: \w+){0,6}",
        r"(?:ive|weve|i have|we have) had (?:enough|my fill) of (?:new )?(?:gadgets|offers|gimmicks|deals|sales pitches|sales talk)|(?:leave|count|keep|rule) (?:me|us) out of (?:it|that|this|the \w+)(?= \||$| (?:thanks|please|thank))|(?:looks|sounds) like a (?:con|scam|rip off)|(?:i|we) (?:dont|do not) want (?:any|it|one|them|that|this|a \w+)(?: (?:at any price|today|or any other day|thank you|thanks|no matter|even if|for free|ever|period|either)){1,3}",
        r"(?:no good|no use|useless|pointless) (?:to|for) (?:me|us)(?= \||$| (?:im|i|we|were|thanks|sorry|at)(?!\S))(?! (?:now|today|at) (?:but|call|good))|(?:already|just) (?:have|had|taken|got|bought) (?:(?:two|three|one|my|our|enough|it all|them) ){1,4}(?:policies|done|contracts?|insurance|plans?|put in|installed|fitted|(?<=one ))(?: \w+){0,2}$|(?:are|am|is) having (?:enough|already) \w+|(?:i|we) (?:live|rent) in a (?:flat|rented|rental) (?:\w+ )?(?:so|its|i|we|no)(?: \w+){0,4}",
    ),
    interested=(
        # What was wanted then and is not now, and the other way round.
        r"(?:\||(?:wasnt|werent) (?:\w+ )?(?:interested|keen)|(?:didnt|did not) want (?:it|one)|said no)(?: \w+){0,5} (?:but |and )?(?:now (?:i am|i do|we are|we do|i want it)|i (?:am|do) now|we (?:are|do) now)$",
        r"(?:i am|im|we are|were|id be|i would be|wed be|we would be|very|definitely|really|quite|yes|yeah|yep|sure|absolutely|actually|might be|am) (?:(?:very|really|quite|definitely|actually|also|still|certainly|absolutely|extremely|so|totally|always|most|indeed|kind of|a bit|keenly) ){0,6}interested(?! (?:any ?more|but not|but no|if (?:i|we|it) (?:was|were|wasnt|werent|had|hadnt))(?!\S))",
        r"^interested(?: (?:yes|thanks|thank you|please|very))?$",
        r"(?:sounds?|that is|thats|its) (?:(?:very|really|pretty|quite|super|so) ){0,2}interesting(?! but)",
        r"(?<!dont )(?<!not )(?<!never )(?<!cant )(?<!cannot )(?<!to )(?<!they )(?<!you )(?<!he )(?<!she )(?<!just )(?<!cant just )(?:sign|count|put) (?:me|us) (?:up|in|down)(?! (?:for anything|for nothing|(?:for|on) (?:your|the) do not|as (?:a maybe|undecided|not)|the road|a list|on a list|again without)(?!\S))",
        r"(?:you can|you may|go ahead and|please|(?<!cant )(?<!not )just|yes|so|want you to|like you to) (?:just )?(?:sign|count|put) (?:me|us) (?:up|in|down)",
        r"(?<!dont )(?<!not )(?<!never )(?:tell|show) (?:me|us) more",
        rf"(?:id|i would|we would|wed|we) (?:really |very much |definitely |certainly )?(?:love|like|be (?:very |really |more than )?(?:happy|glad|delighted|keen))(?: to)?(?: {_TO_DO}(?! (?:off|out|rid|away|who|why|how (?:you|did|they)|where (?:you|did)|what (?:this|that|the|it|your) (?:\w+ )?(?:is|call|about)|you try|you do that|from you|my (?:data|details|information)|removed|deleted|taken|the end|my name|my number|you (?:stop|go|leave)|(?:\w+ )?(?:supervisor|manager|boss)|legal|action|if you|whether you|a complaint|some peace|no|nothing)(?!\S)|(?<=know) \|)| (?:a|an|the|two|some) (?:\w+ )?(?:demo|demonstration|trial|appointment|visit|one|package|sample|subscription|test drive|quote|offer|presentation|meeting)| (?:that|one|it|this)(?= \||$| (?:please|thanks|thank|very|yes|sure|indeed|a lot)(?!\S))|(?= \||$))",
        r"(?:lets|let us) (?:do it|do that|go ahead|do this|get started|go for it|set it up|book it)(?! (?:another|some other|later|tomorrow|next|on|at|in|when|if|after|before)(?!\S))",
        r"(?<!believe )(?<!think )(?<!sure )(?<!say )(?<!that )(?<!if )(?<!did )(?<!know )(?:i|we|id|wed) (?:(?:do|really|definitely|actually|just|also|still|think id|would) ){0,2}(?:want|need|take|could use|can use|could do with|ll take|will take|ll have|will have|ll buy|will buy|ll try|will try|ll order|will order|d take)(?: (?:it|one|two|three|that|this|some|something like (?:it|this|that)|(?:a|an|the) (?:demo|demonstration|trial|premium|full|complete|package|upgrade|appointment|visit|subscription)(?: \w+)?))(?! (?:to (?:stop|end|be over|go away)|gone|over|off|out|anymore|like a hole)(?!\S))(?=$| \||(?: (?:please|thanks|now|today|as|how|when|so|yes|too|too please|one|package|for|in|right|very|badly|and|of|well|after))(?!\S))",
        r"(?<!dont )(?<!think )(?:i|we) (?:really |do |definitely )?want to (?:buy|order|book|sign up|join|get one|try (?:it|one)|know more|hear more|learn more|see (?:it|more|one)|do it|do that|go ahead|start|subscribe|register|take part)",
        r"(?:im|i am|were|we are|count me|id say im) (?:in|sold|all in|all for it|up for (?:it|that)|on board|ready to (?:buy|start|sign|order|go|proceed|begin)|(?:very |really )?(?:excited|keen|enthusiastic)(?: about (?:it|this|that))?|convinced)(?= \||$| (?:please|thanks|lets|so|yes|where|when|how)(?!\S))",
        r"(?:youve|you have|you) (?:sold|convinced|persuaded) me(?= \||$| (?:on|yes|lets|im|sign))",
        r"(?<!dont )(?<!not )(?<!just )(?<!cant )(?<!never )(?<!to )(?<!you )(?<!they )(?:book|enroll|enrol|upgrade|renew|register|sign) (?:me|us|it|my \w+)(?: (?:in|up|for|please|now|again|right away|straight away))(?! (?:anything|nothing|for (?:your|the) do not)(?!\S))",
        r"(?:lets|let us|we can|we could) (?:book|order|try|start|sign|arrange|set up|schedule) (?:it|one|a visit|a demo|an appointment|something|now|today|that|this)",
        r"lets (?:go|try|start|order|sign)$|lets order (?:it|one|today|now)",
        r"go ahead (?:and|with) (?:(?:book|order|sign|do|set) (?:it|me|that|one|this)|the (?:order|booking|contract|application))",
        r"(?<!not )(?:exactly |just |precisely )?what (?:(?=ive|weve)|(?:i|we) )(?:need|needed|want|wanted|were looking for|was looking for|have been looking for|ve been looking for|ive been looking for|weve been looking for)(?:$| thanks)(?<!not what i need)(?<!not what we need)(?<!not what i want)(?<!not what we want)",
        r"(?:ive|weve|i have|we have|im|i am|we are) (?:been )?looking for (?:exactly|something|one|this|that|just)(?: \w+){0,3}|(?:i was|we were) looking for (?:exactly|just|precisely) (?:this|that|one|something like (?:this|that))",
        r"my (?:wife|husband|mother|father|mom|mum|dad|son|daughter|boss|brother|sister|friend|partner) (?:wants|would (?:also )?(?:like|love|want)|d like|d love) (?:one|two)(?: too| as well)?",
        r"(?:that|this|it) (?:could|would|might) (?:be (?:very |really )?(?:useful|good|great|perfect|helpful|interesting)|work)(?: well)? for (?:me|us|my \w+|our \w+)$",
        r"^(?:(?:oh|yes|yeah|well|hm|wow|ok|okay|sure|you know what|i think) ){0,4}(?:i|we) (?:really |do |quite )?(?:like|love) (?:it|that|this|the (?:idea|sound of (?:it|that)|offer|concept))(?: (?:a lot|very much|actually|yes))?$",
        r"^(?:(?:oh|yes|yeah|well|wow|ok|okay|sure|that is|thats|thats a|its a|what a) ){0,4}(?:great|good|wonderful|excellent|fantastic|brilliant|perfect) idea$|^(?:(?:ok|okay|yes|its a|thats a|alright|well) ){0,3}(?:deal|sold)$",
        r"^(?:(?:yes|yeah|please|ok|okay|sure|then|just|go ahead and|great|perfect) ){1,4}(?:book|order|reserve) (?:it|one|that|me)(?: (?:please|then|for me|in))?$",
        r"(?:this|that|it) (?:is|s|sounds|would be|looks) (?:just |really |absolutely |exactly )?(?:perfect|great|ideal|wonderful|fantastic|right) for (?:me|us|my \w+|our \w+)$|that would (?:really )?help (?:me|us)(?: \w+){0,3}$",
        r"(?:i )?(?:cant|cannot) wait(?: to (?:try|see|start|get) (?:it|one|that))?$",
        r"(?:sounds|looks|seems) (?:like )?(?:just |exactly )?(?:what (?:i|we) (?:need|want)|something (?:i|we) (?:need|could use|want|would like)|a (?:great|good) fit)|(?:right|just) up my (?:street|alley)",
        r"(?:where|when|how) do (?:i|we) (?:sign|start|pay|begin|apply|register)(?: (?:up|now|for it|it))*$|what do (?:i|we) (?:need to|have to) (?:do|sign|pay)(?: \w+){0,3}$|(?:take|heres|use) my (?:money|card|order)|(?:ill|i will|well) (?:sign|buy|take|order|go for|have|do) (?:it|one|that|two|today|now|right away|the \w+ (?:one|package|plan))(?! (?:myself|ourselves|later|for you|another|some other)(?!\S))",
        r"(?:i|we)(?: \w+)? (?:hoping|waiting|looking forward|wishing) (?:to|for) (?:try|trying|see|seeing|get|getting|buy|buying|something like|exactly|one|it|this|an offer like)(?: \w+){0,3}|(?:always|really|long) wanted (?:to (?:try|have|get) (?:one|it|that|this)|one|something like (?:it|that|this))",
        r"(?:ready|happy|willing|keen|eager|glad|love) to (?:sign|buy|order|pay|start|proceed|go ahead|try (?:it|that|one)|meet|take part|participate|give it a (?:try|go|shot))(?! (?:if you stop|when you stop)(?!\S))",
        r"(?:give|try) it a (?:try|go|shot)|worth a (?:try|shot)|(?:id|wed|i would|we would) (?:give|be up for|go for|try|sign up for|definitely|certainly|absolutely)(?: (?:it|that|take|buy|want|use|try|a try|a go|one))+",
        r"(?:can|could|may) (?:i|we) (?:please |just |still )?(?:order|buy|try|book|sign up(?: for)?|get a (?:demo|trial|quote|sample)|have a (?:demo|trial)|see a (?:demo|demonstration)|join|start|reserve)(?: (?:it|one|that|this|now|right now|today|here|over the phone|with you))*$",
        r"how (?:do|can|would|could) (?:i|we) (?:get|have|do|buy|order|try) (?:it|one|that|this|mine)$|(?:can|could|would) you (?:please )?(?:show|tell) (?:me|us)(?: (?:it|that|more|how it works))?$",
        r"but now (?:i am|im|we are|i do)(?: interested)?$|i changed my mind i (?:do )?want",
        r"(?:how|where|when)(?: (?:soon|fast|quickly))? (?:can|could|do|should) (?:i|we|you) (?:sign(?: up)?|get (?:one|it|started|mine)|order|buy|join|start|register|enroll|book|purchase|apply|subscribe|have (?:it|one)|install|deliver|come)",
        r"what(?:s| is| are) the next steps?|what (?:do i|do we|would i) (?:need to|have to) do to (?:get started|start|sign up|join|get one)",
        r"(?:ill|well|id|wed) (?:take|buy|try|get|have|order|sign)(?: up for)? (?:it|one|two|that|them)",
        r"^(?:(?:oh|ooh|well|yes|yeah|aye|ah|right|okay|ok|hey) ){0,3}(?:go on then|aye go on|hell yeah|heck yeah|hell yes|heck yes|im game|im in|done deal|count me in)(?: (?:then|mate|sign (?:me|us) up|lets try it|ill have one)){0,2}$",
        r"(?:thatd be|that would be|itd be|it would be|thats|that is)(?: \w+)? (?:grand|right up my street|just what (?:i|we)\w*(?: \w+){0,4}|exactly what (?:i|we)\w*(?: \w+){0,4}|music to my ears)$|(?:speaking|talking) my language|now youre talking|(?:that|it) (?:would|will|ll|d) (?:really |certainly )?(?:solve|fix|help|suit|save)(?: \w+){1,4}$",
        r"(?:weve|ive|we have|i have|i was|we were|id been|wed been)(?: \w+)? (?:been )?(?:meaning to do|thinking (?:about|of) (?:exactly )?(?:this|that|getting one|it)|looking for (?:that|this|one|something like (?:that|this))|wanting one|shopping around for|after one|just looking for one)(?: \w+){0,3}$|funny you should call|(?:perfect|good|great) timing(?: \w+){0,6}$|(?:youve )?called at (?:just )?the right time",
        r"(?:could|can)(?: really| definitely| certainly)? do with (?:one|that|some|something|it)(?: \w+){0,4}$|(?:couldnt|cant) say no(?: to (?:that|it|this)(?: \w+)?)?|(?:i|we) (?:wouldnt|would not|wont) (?:say no|mind (?:one|that|trying|having one|giving it a go))$|daft not to|fool to say no",
        r"how (?:do|can|would) (?:i|we) (?:get (?:going|started|one|that)|pay for it|apply|join|order|sign up)|(?:what|whats)(?: do you)? (?:need from me|next i want|the next step)(?: \w+){0,3}|when (?:do we|can we|can you|could you) (?:start|begin|install|fit|come round|come out|put it in)(?: \w+){0,4}$|where (?:do|can) i (?:pay|sign up|join|order)|how soon can (?:i|we|you)(?: \w+){1,3}$",
        r"(?:can|could|may|shall) (?:i|we|you) (?:please )?(?:enrol|enroll|join|order|book|sign up|set up|buy|reserve|place an order|sign me up|put my name down|see a demo|have a demo)(?: (?:it|one|a|an|the|for|now|today|over|two|here|me|us|my|demo|phone|mother|class|order)){0,6}$",
        r"(?:youve|you have) (?:talked me (?:into|round)|sold me|convinced me|won me over|got yourself a (?:deal|customer)|got my (?:interest|attention)|piqued)(?: \w+)?|piques? my (?:interest|curiosity)|colou?r me (?:interested|curious)|(?:im|i am|we are|were|very|rather|quite|most) (?:rather |very |quite |most |really ){0,4}(?:keen|curious|intrigued|up for (?:it|that)|open to (?:it|that|switching|changing))(?: (?:on (?:that|it|this)|to (?:hear|know|try)(?: \w+)?))?$|(?:should|would|wed|id) be (?:most|very|really) interested",
        r"lets (?:get (?:it done|the ball rolling|going|started)|go (?:for it|ahead)|move forward|proceed|make it happen|give it a (?:go|try|whirl|shot)|try it|talk numbers)(?= \||$| (?:then|now|i|please|today)(?!\S))|(?:give|ill give|id give|lets give) (?:it|that|this) a (?:whirl|go|try|shot|bash)$",
        r"(?<!if )(?:(?:i|we) (?:want to|would|will|would like to)|id|wed|ill|id like to) (?:like to |happily |gladly |definitely ){0,4}(?:switch|sign up|sign|join|apply|order|enrol|enroll|buy|take you up)(?: (?:for|at|to|on|with|today|now|it|one|two|the|that|this|you|price|offer|gold|premium)){0,4}$(?<!dont want to)",
        r"(?:i|we) (?:want|would like|d like|need) to know (?:how|where) (?:to|i can|we can) (?:apply|join|sign up|order|buy|enrol|get one)|tell me (?:how|where) (?:to|i can) (?:apply|join|sign up|order|buy|enrol)|(?:please )?(?:proceed|go ahead)(?: with the order| and (?:set it up|enroll|enrol|book|order|sign|do it)(?: \w+){0,2})$|(?:reserve|save|book|keep) me (?:a|one|two|the) (?:place|seat|spot|table|one)?(?: \w+){0,3}$|(?:ive )?(?:accept|take) (?:your|the|that) offer|offer accepted|take my money",
        r"(?:intrested|in trusted|interest it) yes|i am in trusted|sine me up|i think (?:ill|i will) (?:get|take|buy) (?:it|one|that)|(?:i wasnt|wasnt|not) interested but (?:now|today) i am|(?:not that i dont want it i do)|(?:id|ill|i would|i will) (?:sign|pay|donate|take it|buy it)(?: today| now)?$",
        r"^(?:(?:not him|not her|but) ){0,3}(?:id|i would|wed|we would) (?:like|love|take|fancy) (?:one|two|that|it|some|one of (?:them|those|these))(?: too| please| as well)?$|my (?:wife|husband) (?:has been|s been|wants)(?: \w+){1,6} so yes",
        # How one buys: asked, ordered, agreed to.
        rf"(?<!know ){_HOW_TO_BUY}(?! (?:out|rid|back|off|my money|a refund|a complaint|help)(?!\S))",
        r"^(?:(?:oh|ooh|well|yes|yeah|ok|okay|ah|fair play|now|alright|aye) ){0,3}(?:thats|that is|this is|its|it is|what)(?: really| actually| certainly)? an? (?:(?:very|really|pretty) )?(?:good|great|lovely|fair|excellent|brilliant|amazing|fantastic|wonderful|cracking|tempting|generous|super|decent) (?:deal|offer|price)(?: (?:yes|please|thanks|indeed|ill take it|ill go with that)){0,2}$",
        r"(?:i|we|i shall|we shall|ill|well|i will|we will|i would|we would|id|wed) (?:(?:happily|gladly|definitely|certainly|probably|both|just) ){0,2}(?:go with|have|take|swap (?:over )?to|switch (?:over )?to|jump at|come over to|move over to|welcome) (?:that(?! (?:call|up|name|off|down|back|kind|sort))|it(?! (?:up|off|out|back|away|easy|from|to|that|then|seems|slow|further))|this(?! (?:call|up|off|back|matter|opportunity to|as))|you(?: lot| people)?(?! (?:off|out|up|to|on|down|for|back|know))|one of (?:those|these|them)|a (?:pair|couple|dozen|visit)|the (?:premium|gold|silver|basic|full|big|bigger|small|smaller|cheap|cheaper|cheapest|larger|annual|monthly|yearly|standard) (?:one|package|plan|option|version|deal))(?! (?:but|if|when|only|unless|until)(?!\S))(?= \||$| \S+)(?<!have that)(?<!have it)(?<!have this)",
        r"(?<!not )(?:im|i am|were|we are) (?:buying|(?:having|taking) (?:it|that|this|one|two|them))(?= \||$| (?:please|today|then|thanks)(?!\S))",
        r"(?:i|we) (?:want|would like|d like) in$|(?:id|i would|wed|we would) like to (?:go|move|press|push|carry) (?:ahead|forward|on) with (?:it|that|this|the|your)(?: \w+){0,3}|(?:id|i would|wed|we would|i want to|we want to|i wish to|we wish to)(?: like to)? (?:place an? (?:\w+ )?order|move (?:ahead|on (?:it|this)|forward))(?: \w+){0,4}",
        r"(?:you|youve|you have) (?:just )?(?:made (?:yourself )?a sale|sold (?:it to |me$|me on|us)|twisted (?:my |me )?arm|talked (?:me|us) (?:into it|round)|won (?:me|us) over|had me at|got (?:me|us) (?:hooked|sold)|got yourself a (?:deal|customer|sale))|you (?:convince|convinced|persuaded) (?:me|us) i (?:buy|take)",
        r"^(?:(?:ok|okay|yes|well|right|alright|then|aye|fine) ){0,3}(?:its|thats|its going to be|we have|weve got|youve got)? ?(?:a )?(?:done deal|done and done|deal(?! (?:with|is|for|breaker|me|out)(?!\S)))(?: \w+){0,5}$|(?:the |my |our )?answer is (?:a )?(?:definite |big |firm )?yes|(?:its|it is|thats|that is|its going to be|weve decided its) a (?:definite |big |firm |definitely |resounding )?yes(?! or no)(?: from (?:me|us))?(?: \w+){0,2}$|it is a go$|(?:so|then) (?:were|its) a go$",
        r"(?<!not )(?<!never )(?<!cant )(?<!cannot )(?:i|we|ill|well|id|authori[sz]ed me to|happy to|ready to|gladly|pleased to|hereby) (?:will |hereby |gladly |happily |do )?(?:accept|approve) (?:the|your|this|that) (?:\w+ )?(?:quote|quotation|offer|proposal|terms|price|estimate|deal|contract)(?! (?:but|if|when|only|unless)(?!\S))|consider (?:the order placed|it (?:done|sold|a deal)|me (?:in|sold)|us (?:in|sold))",
        r"(?:it |that |this )?(?:ticks|ticked) (?:all|every|each)(?: of)?(?: (?:the|my|our|are))? box(?:es)?(?! (?:but|except))|(?:suit|suits) (?:me|us) down to the ground|just the (?:ticket|job|thing (?:i|we) (?:need|want))(?! (?:in|for your))|just what the doctor ordered|(?:music to my ears)$",
        r"(?:jump|leap) at (?:it|that|this|the chance|such)(?! (?:but|if))|been (?:crying out for (?:someone|somebody|something|this|a|one)|waiting(?: \w+){0,3} for (?:something like|this|one of|an offer|you to offer|(?:someone|somebody) to (?:offer|sell)))|(?<!not )(?<!arent )(?:im|i am|were|we are) in the market for (?:one|it|a|an|some|this|that|new)(?! (?:job|but))",
        r"(?:nothing (?:id|wed|i would) rather (?:have|do)|no reason to (?:refuse|say no|turn (?:it|that|this) down)|(?:dont|do not) need (?:any )?more (?:convincing|persuading)|nothing to lose(?! by (?:complaining|suing)))(?! but)",
        r"(?<!no )(?:theres|there is|we have|weve got|i have|ive got) (?:(?:definitely|certainly|some|real|great|strong|a lot of|plenty of|genuine|serious|very much|big) ){1,2}interest (?:in (?:it|that|this|your (?:offer|product|service|proposal))|on (?:our|my) (?:side|part|end)|from (?:us|our side|my side))(?! but)|^interest on (?:our|my) (?:side|end)",
        r"(?:(?:can|could|would) (?:somebody|someone|anyone|you|one of your \w+)|please|to|have (?:somebody|someone)) (?:come|come out|come over|come round|pop round|drop by|call round|visit|get out here) (?:and |to )?(?:do|give|make|measure|survey|quote|demonstrate|show|install|fit|take)(?: (?:me|us|a|an|the|my|our)){0,4} (?:survey|quote|quotation|estimate|demo|demonstration|roof|kitchen|windows?|measurements?|it (?:in|up)|how it works|what you(?:ve)? (?:have|got)|for (?:it|size))(?: \w+){0,3}",
        r"(?<!dont )(?<!not )(?<!never )(?<!cant )(?<!you )(?<!to )(?<!they )(?:put|pencil|count|include|pen) (?:us|me|our (?:club|school|church|family|team|group|firm|company)|my (?:name|mother|father|wife|husband|son|daughter)) (?:in|down|up)(?= \||$| (?:please|then|for (?:it|that|this|one|two|three|the (?:demo|trial|first|next|premium|gold|visit|offer|delivery|course|class|event|session|trip|draw))|too|as well|twist)(?!\S))",
        r"(?:yes |lovely |please |do )(?:do )?include (?:me|us)(?: in(?: (?:it|that|this))?)?(?: please)?$|(?:lets|let us)(?: \w+)? (?:get|have) (?:it|that|this|one|them) (?:ordered|booked|installed|put in|fitted|sorted|done|signed|delivered|going|moving|arranged|set up)(?: \w+){0,3}|get it (?:ordered|booked|signed)(?: \w+)?$|(?:lets|let us) (?:get (?:cracking|moving|rolling|a date)|shake on it|crack on)(?: \w+){0,5}$|shake on it$",
        r"(?:^|(?:yes|please|ok|okay|then|so|well|ill have it|and) )(?:please )?(?:order|book|reserve|activate|start|begin|enroll|enrol|register|sign up|raise|process|place|go ahead with) (?:(?:it|that|this|one|me|us|two|my order|the order|our order|an order|the subscription|my subscription|the policy|that service|this service|my mother|my wife|my husband|my son|my daughter)(?: (?:in|up|off|for|on|under|before|today|now|please|then|would you|straight away|right away|too|and)(?: \w+){0,5})?)$",
        r"(?:^|(?:yes|please|ok|okay|then|so|well|and|go on|aye) )(?:reserve|save|keep|order|book|get|gimme|give me|grab|send|put|set) (?:me |us |one |it |that |this |a pair |a place |a seat |a spot |two |aside ){1,2}(?:aside )?(?:for (?:me|us|my \w+)|before (?:i change my mind|they go|the \w+ (?:says|changes|goes)|its gone|theyre gone)|of (?:those|these|them)(?: please)?)(?: \w+){0,4}$|^(?:get|gimme|give me) (?:me )?(?:one|two|the (?:premium|gold|full|big|bigger|best|cheap|cheapest|standard) (?:one|package|plan))(?: (?:please|then|too|before the \w+(?: \w+){0,2})){0,2}$",
        r"(?:keep|put) one aside|start (?:me|us) off(?! with)(?: \w+)?$|get (?:the|my) (?:paperwork|application|order|contract) (?:started|going|moving|ready|done)(?: \w+){0,6}$|(?:sort|set) it (?:out|up) please$|hold that price(?! for)|(?:before|do it before|sign it before) i change my mind$|bring it on$|(?:no more \w+ )?lets get it ordered",
        r"(?:i|we) (?:want|need|wish|am wanting|would like|d like|must have)(?: to)?(?: (?:take|have|make|get|buy|by|open|start))? (?:(?:this|that|your|the|one|a|the bigger|the same|such a) )?(?:contract|policy|plan|scheme|package|membership|subscription|bigger one|one like that|same in all(?: \w+){0,2})(?: \w+){0,4}$(?<!cancelled)(?<!stopped)(?<!terminated)(?<!refunded)(?<!explained)|i want to by (?:it|one|that)$|i (?:am )?want(?:ing)? (?:it|this|this one|that one) (?:only|in my \w+)(?: \w+){0,4}$",
        r"(?:defo|definitely|very|really|im|i am|were|we are|id be|wed be) (?:(?:very|really|definitely|so|well|totally|dead) ){0,2}(?:up for (?:it|that|this|the \w+(?: \w+)?|a \w+)|keen|game|very much willing|willing to (?:join|try|sign|buy)|sold on (?:it|that|this|the \w+))(?! (?:but|if|on (?:fishing|football|sport|gardening|hearing less))(?!\S))(?= \||$| (?:so|lets|let|please|thanks|yes|for|what|where|how|sir|to|i|and|your)(?!\S))(?<!not keen)(?<!im up for)(?<!too keen)",
        r"^(?:(?:oh|ooh|well|yes|yeah|please|ok) ){0,3}(?:yes (?:please|indeed)|yes yes please|indeed i (?:would|do|am))(?: (?:i would|we would|i do|thank you|thanks|that would be (?:wonderful|lovely|great|good|perfect|super)|very much|id love (?:that|it|to|one))){1,2}$|^yes that would be (?:wonderful|lovely|great|good|perfect|super|nice|marvellous|brilliant)(?: (?:thanks|thank you))?$|^(?:ooh|oh) yes please$",
        r"(?:this time|today|now) (?:i will|im in|i say yes|its a yes|the answer is yes)$|(?:i|im) (?:am )?persuaded(?: \w+){0,2}$(?<!not persuaded)|(?:id|i would|i) (?:be (?:mad|daft|silly|a fool|stupid)) (?:not to|to (?:refuse|say no|turn it down))(?: \w+){0,3}|^more please(?: \w+){0,6}$|i(?: really| do| quite){0,4} like the sound of (?:it|that|this)(?! but)",
        r"(?:could|can|may) (?:we|i) (?:get|have|take|order|buy) (?:one|two|three) (?:for (?:me|us|my \w+|the \w+(?: \w+)?|our \w+)|of (?:those|these|them)|too|as well|please)(?: \w+){0,9}$|(?:can|could) you (?:order|book|reserve) (?:that|it|one|this)(?: (?:for (?:me|us)|please|now|today))?$|i (?:can|could|will|would) sign (?:it )?(?:today|now|right away|this week|straight away)(?! off)(?: \w+){0,5}$",
    ),
    yes=(
        r"yes|yeah|yea|yep|yup|ya|aye|yes please|sure|sure thing|for sure|of course|absolutely|definitely|certainly|totally|exactly|indeed|surely|please|please do|gladly|with pleasure|by all means|very much(?: so)?|why not|i dont see why not|dont see why not|okay|ok|okey|alright|all right|right",
        r"(?:go ahead|go for it|do that|do it|do so|lets do (?:it|that)|lets go|send (?:it|them|that|one|away)(?: over)?|you (?:can|may)(?: do that)?|count me in|im in|im up for (?:it|that))",
        r"(?:i|we) (?:would|do|am|are|will|might)(?=$| (?:please|thanks|thank|yes|indeed)(?!\S))",
        r"(?:id|i would|we would|wed|ill|i will) (?:really |very much )?(?:like|love|appreciate|take|enjoy) (?:that|to|it|one|this|a visit|a demo)",
        r"(?:that|it|this|which) (?:would be|will be|sounds|is|seems|works)|thatd be|thatll be|thats|its|sounds|would be",
        r"(?:(?:very|really|pretty|so|quite|absolutely|just) ){0,2}(?:good|great|perfect|fine|wonderful|fantastic|nice|lovely|interesting|excellent|helpful|useful|brilliant|awesome|super|amazing|cool|marvelous|splendid|ideal|good idea|a good idea|a great idea)",
        r"(?:fine|works|good|okay|ok) (?:by|with|for) (?:me|us)|works",
        r"no problem(?: at all)?|no problems|no objections?(?: from (?:me|us|my side))?(?: at all)?|no brainer|no need to ask|no doubt|no worries|no rush|no hurry|no harm in (?:that|it)|i dont mind(?: at all)?|i do not mind|i wouldnt mind|wouldnt mind|why would i say no|whats not to like|(?:i )?(?:cant|couldnt|could not|cannot) say no(?: to (?:that|it))?|nothing against (?:it|that)|no reason not to|no hesitation|cant hurt|couldnt hurt|not a problem|no question|i wouldnt say no|wouldnt say no",
        r"i (?:guess|suppose|think) so|i guess|i suppose",
    ),
    no=(
        r"no|nope|nah|nay|naw|no thank you|no thanks|no thank|no sir|no maam|not really|not at all|no need|no need thanks|not necessary|(?:thats|it is|its|that is|that wont be) (?:not )?necessary|no way|never|never mind|nevermind|negative|hell no|heck no|by no means|not a chance|no chance|not in a million years|forget it|nothing",
        r"(?:definitely|absolutely|certainly|of course|surely|sure|probably|rather|better|obviously|really|please|ideally|preferably|hopefully|i guess|i think|i suppose|i hope|i would|i am|im|id) not",
        r"i (?:really |honestly )?(?:dont|do not|didnt) think so|i doubt it|dont think so|id rather not|i would rather not|rather not|i would prefer not to|id prefer not to|i prefer not(?: to)?",
        r"(?:i|we) (?:wont|wouldnt|dont|do not|would not|will not|cant|cannot|am not|are not|arent)(?=$| (?:thanks|thank|no|sorry)(?!\S))",
        r"(?:im|i am|were|we are) (?:good|fine|all set|set|ok|okay|all good|alright|all right)(?: (?:thanks|thank you|for now|as (?:it|we|i) (?:is|are|am)))?|all (?:set|good)(?: (?:thanks|thank you))?|no (?:thats|that is|its|were|im) (?:ok|okay|fine|alright|all right|good|all good|all set)(?: thanks| thank you)?",
        r"dont bother|please dont|do not bother|dont you dare|pass|ill pass|i pass|hard pass",
    ),
    hedges=(
        r"not|dont|do not|doesnt|didnt|cant|cannot|wont|wouldnt|isnt|aint|nobody|none|hardly|but|unless|if|maybe|perhaps|depends|possibly|only|although|though|however|except|until",
        r"not (?:sure|now|right now|today|yet|this time|at the moment|just now)|like i|like you|as if|yeah right|whatever|if you say so|as though|already|later|first|another time|some other time|thats (?:ok|okay|alright|all right)|hold on|wait|stop|quit|enough|one (?:moment|second)|sorry",
        r"who|what|where|when|why|how|which|whose|whats|whos",
    ),
    robot_question=(
        rf"are you (?:really |actually |even |just |maybe |perhaps |by any chance |not ){{0,3}}(?:{_ROBOT}|{_ROBOT_ALONE}|an? (?:computer |phone )?program(?=$| or | right)|(?:hey|eh|ay|a) (?:eye|i)(?=$| or ))",
        rf"(?:are|arent) you (?:really |actually |even |just |not |sure youre ){{0,3}}(?:an? |the |are |our |uh )?{_SOMEBODY_REAL}",
        r"are you (?:really |actually |even |just ){0,2}a (?:person|man|woman)(?= right| then|$| or (?:an? |just )?(?:robot|bot|machine|computer|ai|recording|program))",
        r"are you using (?:an? )?(?:ai|artificial intelligence|bot|computer voice|robot voice)",
        rf"(?:is|isnt|was|are|arent) (?:this|it|that|these|those|the (?:call|voice|caller)|your voice|this (?:call|voice)|that voice) (?:really |actually |even |just |like |not |coming from |made by |from |by |done by ){{0,3}}(?:{_ROBOT}{_NO_RENT}|(?:ai|a i|(?:hey|eh|ay) (?:eye|i)(?=$| or )|robo ?calls?|chat ?gpt|automated|pre ?recorded|computer generated|ai generated){_THING_AFTER})",
        rf"(?:is|isnt) (?:this|it|that) (?:really |actually |even |just ){{0,2}}an? {_REAL_PERSON}",
        r"(?:is|isnt) (?:this|it|that) (?:really |actually |even |just ){0,2}a (?:person|somebody|someone)(?= right| then|$| or )",
        rf"is (?:there|that|this) (?:even |really |actually )?(?:an? |any )?{_REAL_PERSON}",
        r"is (?:anyone|anybody|someone|somebody) (?:real|human)(?: there| on the line)?",
        rf"(?:am i|are we|im|i am|i was|i feel like im) (?:really |actually |just |only |even ){{0,2}}(?:talking|speaking|chatting|dealing) (?:to|with) (?:{_ROBOT}|{_ROBOT_ALONE}|(?:an? )?{_SOMEBODY_REAL}|a person(?= or | right|$))",
        rf"(?:youre|you are|you must be|you sound|you seem|your voice is|your voice sounds|you might be|you have to be) (?:obviously |clearly |definitely |probably |just |really |exactly |so |very |totally |not ){{0,2}}(?:like )?(?:{_ROBOT}|{_ROBOT_ALONE}|robotic|computeri[sz]ed)",
        rf"(?:youre|you are|you are really|your|u) not (?:even |really |actually |an? ){{0,2}}(?:{_SOMEBODY_REAL}|person)",
        rf"(?:this is|its|this sounds like|sounds like|it sounds like) (?:clearly |definitely |just |obviously ){{0,2}}(?:an? )?(?:stupid |damn |fucking |bloody |talking |ai )?(?:robot|bot|chat ?bot|robo ?call|ai){_THING_AFTER}(?! (?:i|we|you|he|she|they)(?!\S))",
        rf"you (?:dont|do not) (?:sound|seem) (?:like )?(?:an? )?(?:{_SOMEBODY_REAL}|person)",
        rf"(?:dont|do not|wont|will not|not) (?:want to |wanna |like to |going to |like |gonna )?(?:talk|speak|talking|speaking) (?:to|with) (?:(?:an? |some )?(?:stupid |damn |fucking )?(?:robots?|machines?|bots?|computers?|ai|recordings?)){_THING_AFTER}",
        rf"(?:talk|speak|talking|speaking|put me through|connect me|transfer me) (?:to|with) (?:an? |some |the )?{_SOMEBODY_REAL}",
        r"(?:can|could|may) (?:i|we) (?:please |just )?(?:talk|speak) (?:to|with) a (?:person|human)(?= please| instead| there| now|$)",
        r"(?:(?:i|we) (?:want|need|would like|prefer|would prefer|would rather)|id (?:like|prefer|rather)) (?:to )?(?:talk|speak|be speaking|talking|speaking) (?:to|with) a (?:person|human)(?= please| instead| now| are you|$)",
        rf"(?:i want|i need|get me|give me|id like|i would like|id rather have|id prefer|i prefer|do you have|are there any|is there) (?:an? |some |any )?{_REAL} (?:person|people|human being|human|agent|operator|representative|voice|one)",
        r"(?:i want|i need|get me|give me|do you have) a human(?! resource)",
        r"who (?:programmed|built|coded) you|^(?:and |but |so |wait )?what are you(?: exactly)?$|are you programmed",
        rf"(?:if|whether) (?:you are|youre|this is|im talking to|i am talking to) (?:(?:really |actually )?(?:an? )?{_SOMEBODY_REAL}|{_ROBOT}|{_ROBOT_ALONE}|a person(?=$| or ))",
        r"(?:this is|its|that is|thats) (?:just )?an? (?:recording|machine|computer|automated call|recorded message)(?= isnt it| is it not| right| correct| or what)",
        r"(?:did|is|was) an? (?:robot|machine|bot|computer|ai) (?:just |really |actually |now )?(?:call|calling|dial|dialing|phone|phoning|ring|ringing|speaking|talking)(?: (?:to )?me| here)?",
        r"(?:is|does|has) (?:there )?(?:a|any|an actual|an) (?:person|human)(?: (?:there|here|sit there|sitting there|behind this|on the (?:line|phone)|listening|talking|speaking)(?=$| or )|(?=$| or (?:just )?(?:a|an) (?:machine|robot|computer|bot|recording)))",
        r"(?:is )?(?:anybody|anyone|somebody|someone)(?: (?:real|human))?(?: (?:there|here))? or (?:is (?:it|this) )?(?:just |only )?an? (?:machine|robot|bot|computer|recording|ai)",
        r"do you have a (?:heartbeat|pulse|soul|body|heart)(?=$| or)|(?:are you )?(?:made of )?flesh and blood",
        r"^(?:wait |so |hey |hello |are you ){0,3}(?:an? )?(?:real |live )?(?:human|person|man|woman) or (?:an? )?(?:machine|robot|bot|computer|ai|recording|program)$",
        r"(?:something|a thing) (?:that )?only (?:a )?(?:human|person|humans|people)|prove (?:to me )?(?:that )?(?:youre|you are) (?:not (?:an? )?(?:robot|bot|machine|ai)|(?:an? )?(?:human|real|person))",
        r"(?:have you(?: got)?|you got|do you have) a (?:pulse|heartbeat|heart|soul)(?=$| or )|do you (?:breathe|eat|sleep|have feelings|have a (?:pulse|heart|soul|body))(?: or(?: \w+){1,5})?$|are you (?:made of|alive|breathing|flesh|a living|living|a thing|simulated|generated)(?: \w+){0,4}$|^you (?:human|real|an? ai|ai|an? bot|an? robot|an? machine)(?: then| or what| mate)?$",
        r"(?:is|was|s) (?:this|that|it|your voice|this voice|that voice|there) (?:siri|alexa|chat ?gpt|cortana|gpt|google assistant|computerised|computerized|synthetic|synthesised|synthesized|artificial|computer generated|a synthetic voice|your real voice|an artificial voice)(?: \w+){0,3}$",
        r"(?:am i|are we|do i|i am|im)(?: \w+)? (?:on to|onto|chatting with|dealing with|speaking with|talking to|talking with|speak with|talk to|speaking to) (?:a |an |some |the )?(?:\w+ )?(?:machine|program|programme|computer|robot|bot|ai|software|algorithm|person|human|real (?:lady|man|woman|person))(?: \w+){0,3}$",
        r"(?:were|are|have) you (?:been )?(?:programmed|coded|built|trained|scripted|automated)(?: \w+){0,3}$|did (?:someone|somebody|they|a human) (?:program|programme|build|code|write) you|who (?:made|built|programmed|coded) you(?: \w+){0,4}$|are you (?:being )?(?:operated|controlled|run) by(?: \w+){1,3}",
        r"(?:who|what) (?:or what )?am i (?:talking|speaking) (?:to|with)(?= a | an |$)(?: (?:a|an) (?:machine|robot|bot|computer|human|person)(?: \w+){0,3})?(?<!who am i speaking to)(?<!who am i talking to)(?<!who am i speaking with)(?<!who am i talking with)|(?:a|the) (?:man|person|human) or (?:a |an |the )?(?:machine|robot|computer|program|recording|bot)|(?:live|real)(?: \w+)? or (?:a |an )?(?:recording|recorded|robot|machine|fake|tape)",
        r"^(?:a |another |an? )?(?:robot|bot|robocall|machine|computer) (?:eh|is it|are you|huh|right|or what|or not|then|innit)$|^(?:a )?real person (?:is it|eh|or not|are you)$|for real (?:a person|human)|(?:or are you|or is (?:this|that|it)|are you) just (?:a |an )?(?:software|program|machine|computer|recording|voice|bot)(?: \w+)?$",
        r"(?:prove|proof|convince me)(?: (?:to me|that)){0,9} (?:you|youre|you are)(?: (?:not|are|a|real|human|actually)){0,9} ?(?:robot|human|real|person|machine|bot)",
        rf"(?:(?:would|wouldnt|might|could) you(?: not)?|you (?:wouldnt|might|must|couldnt)) be (?:{_ROBOT}|{_ROBOT_ALONE}|one of (?:those|these|them)(?: (?:machines?|robots?|computers?|bots?|things?|ai\w*))?)(?= \||$| (?:would|by any|then|or|that|which)(?!\S))|^(?:(?:oh|lord|no|ah|god|hello|great|what) ){{0,3}}(?:not )?(?:another|one of those) (?:robot|machine|bot|computer|recording)s?(?: is (?:it|this)| again| are you| then)?$",
        rf"(?:you|this|that|it)(?: are| is)? ?(?:arent|isnt|aint|not) (?:even |really )?(?:an? )?(?:{_SOMEBODY_REAL}|human)(?: (?:is it|are you|is this|right|at all|then))?$|youre no (?:human|person|real \w+)|youre not (?:a )?human|(?:no|never) (?:heartbeat|breathing|pulse)(?: \w+){{0,5}}$|(?:i can )?hear no breathing(?: \w+){{0,4}}$",
        r"are you (?:really |actually |just |even |not |maybe ){0,4}(?:software|synthetic|simulated|generated|virtual|digital|electronic|artificial|alive|a (?:simulated|virtual|digital|synthetic|voice) \w+|the (?:automated|automatic|virtual|ai|robot|digital) \w+|not a person(?: at all)?|reading (?:that|this|from a script) or)(?: (?:or|at all|then))?(?: \w+){0,5}$|^(?:is|are|was) (?:this|that|it|you) (?:thing )?(?:alive|synthetic|simulated|virtual|chat gee pee tee|chat gpt)(?: \w+){0,4}$|(?:chat gee pee tee|chatgpt)(?: \w+){0,4}$|^an? (?:virtual|digital|automated|automatic|voice) (?:assistant|agent|voice|system)(?: are you| is it| then| is this)?$",
        r"(?:man|human|person|woman|somebody|people|real(?: person)?) or (?:an? |the |you ){0,4}(?:machine|robot|bot|computer|nah|program|programme|recording|rung by)|(?:robot|machine|bot|computer|ai) or (?:an? |you is |is it |are you )?(?:person|human|man|woman|real)(?!\S)|(?:put me on to|rung by|called by|onto) an? (?:machine|robot|computer)(?: again)?$|(?:is|you) (?:you )?an? (?:robot|machine|bot)(?: or(?: \w+){1,4})?$|were you born or (?:built|made)|do you ever get tired or|or you an? (?:machine|computer|robot)$",
    ),
    lone_robot=(r"(?:an? )?(?:bot|robot|machine|ai|computer|robocall|recording|human)",),
    no_robot_question=(
        r"(?:dont|do not|didnt|couldnt|could not|doesnt|does not|wouldnt) (?:care|mind|matter|bother me)(?: to me)?(?: much)? (?:if|whether|that|what) (?:youre|you are|its|it is|this is|i am talking to|im talking to) (?:an? )?(?:real |actual )?\w+(?: being| person)?(?: or (?:not|an? \w+|the \w+|\w+))?",
        r"^(?:well |but |so |and |ok |okay )?(?:(?:even )?if|whether) (?:youre|you are|its|it is) (?:only |just )?(?:an? )?(?:robots?|machine|bot|computer|ai|recording|human|real)(?= (?!then|or what|so)\w)(?!.* are you)(?!.* (?:say so|tell me|admit)(?!\S))",
        r"(?:human|real|robot|machine|bot|man|person) or (?:an? )?(?:not|human|robot|machine|bot|man|real) (?:(?:its|thats) all the same|hear this|i dont|no|never|youve|dont|makes no)",
        r"(?:an? |the )?human (?:resources?|rights?|error|hair|cost|nature|calculator|being who|being ive)(?: \w+)?",
        r"is (?:it|this|that) (?:an? )?(?:machine|robot|bot|computer|ai|recording|automatic|automated) (?:wash\w*|mower|vacuums?|hoover|studio|program|shop|store|course|you mean)",
        r"(?:talk|speak|talking|speaking)(?:ing)? to (?:alexa|siri|the (?:machine|robot) at)",
        r"(?:is|was|are) (?:there|this|it) (?:an? )?real (?:person|people|one)s? (?:who|i|that|in|at|to)(?!\S)",
        r"real people at|an? real (?:vet|doctor|help|job|diamond|shop|one or)",
        r"prefer an? (?:real person|human(?: being)?) to(?!\S)|(?:is|was) (?:it|this|that) (?:an? )?(?:person|computer voice) (?:or an? company|before)",
        r"(?:i know|you told me|they said) (?:that )?youre (?:an? )?(?:robot|machine|bot|computer)(?= (?:and|thats|its|so|but|go)(?!\S))",
        r"youre (?:an? |the )?(?:computer|machine|robot) (?:lists?|people|company|shop|department)",
        r"(?:sat nav|alexa|printer|hoover|car|phone|till|website|hearing aid)(?: \w+){0,2} (?:is|was) an? (?:person|human|robot|machine)",
        r"(?:person|human|man) or an? (?:machine|robot|computer) (?:at|in|on|for|that|checks?|does)(?!\S)",
        r"(?:is|are|was) (?:that|this|it|you|she|he|they) (?:really )?(?:the|your|my|our|his|her|their) (?:real|actual) (?!(?:person|human|people|one|girl|boy|lady|man|woman|agent|you|voice|name|thing|deal|bank|call|caller)(?!\S))\w++(?!.* or (?:an? )?(?:robot|machine|bot|computer|recording))",
        r"(?:an? |the )?live (?:shows?|bands?|music|chat|stream|demo\w*|events?|concerts?|broadcast|match|games?|performance|session|webinar|class|audience|tv|television|on television)(?: or (?:an? )?(?:recorded|recording|film|tape|repeat)(?: of it)?)?",
        r"(?:machine|computer|robot) or (?:do|does|did|are|can|could) (?:you|they|he|she|somebody|someone) (?:\w+ ){0,3}(?:by|with) (?:your |the )?hands?|(?:by|with|from) (?:an? |the )?(?:machine|hand|computer) or (?:by |with |do you \w+ (?:by|with) )?(?:an? |the )?(?:hand|machine)s?",
        r"(?:do you|does (?:he|she)|do they|you guys) (?:have|own|use|sell|make|rent) (?:an? |any |the |one of (?:those|these) |those )(?:\w+ )?(?:machines?|robots?|computers?|programs?)(?! (?:calling|talking|ringing|doing|voice|to|or|that)(?!\S))|have you (?:got )?(?:an? |any )(?:\w+ )?(?:machine|robot|recording|program)s?(?! (?:calling|talking|ringing|or)(?!\S))",
        r"(?:can|could|how (?:can|could|does|do|is)|no|should|would) (?:an? )?human(?: being)? (?:\w+ ){0,2}?(?:live|survive|sleep|eat|afford|remember|breathe|cope|manage|stand|bear|expected)(?!\S)|(?:im|i am|were|youre|hes|shes) only (?:an? )?human(?: being)?",
    ),
    wants_end=(
        rf"{_NOT_A_BYE}(?:good ?bye|good by|bye(?: bye){{0,6}})(?: for now)?{_PARTING}$",
        r"^(?:(?:ok|okay|thanks|thank you|alright|all right) ){1,4}(?:good )?(?:by|buy)(?: (?:by|buy)){0,2}$|^(?:ok |okay )?(?:by|buy)(?: (?:by|buy|now|thanks|thank you)){1,3}$|^good (?:by|buy)$",
        rf"{_NOT_A_BYE}{_NOT_DONE_TO}(?:see (?:you|ya)|take care(?: of yourself)?|catch you later|talk soon|speak soon){_SOON}{_PARTING}$",
        rf"(?<!can i )(?<!could i )(?<!may i )(?<!we )(?<!me )(?<!to )(?<!and )(?:talk|speak) to you (?:later|soon|again soon|tomorrow|then){_PARTING}$",
        rf"(?<!to )(?<!did you )(?<!do you )(?<!will you ){_HAVE_A_GOOD}{_PARTING}$",
        rf"^(?:ok |okay |thanks |thank you |well |alright |all right |so ){{0,4}}(?:good night|so long|farewell|ciao|adios|cheers bye|(?:right then )?(?:cheerio|toodles|toodle oo|ta ta|tata)|laters|see ya|good day (?:sir|maam|to you)|peace out|over and out){_PARTING}$",
        rf"(?:i|we) (?:really |just |actually |kind of ){{0,2}}{_MUST} (?:really |just )?{_BE_OFF}{_PARTING}$",
        rf"(?:ive|weve) (?:really )?got to {_BE_OFF}{_PARTING}$",
        rf"(?:^|(?<=sorry )|(?<=ok )|(?<=okay )|(?<=well )|(?<=anyway )|(?<=really )|(?<=but )|(?<=me )|(?<=now )|(?<=so )|(?<=ing ))(?:gotta|got to|have to|must|should) {_BE_OFF}{_PARTING}$",
        rf"(?<!you )(?<!you have )(?<!youve )(?<!they )(?<!they have )(?<!theyve )(?<!he has )(?<!she has )(?<!he )(?<!hes )(?<!she )(?<!shes )(?<!never )(?<!have you )(?:gotta|got to) (?:go|run|dash){_PARTING}$",
        rf"^(?:ok |okay |well |sorry |so |right )*+(?:its |it is )?time (?:for me )?to (?:go|leave|hang up|run|say goodbye|get off){_PARTING}$",
        rf"^(?:ok |okay |well |sorry |so |right |now |please )*+let me (?:go|get going|get back to work|hang up){_PARTING}$",
        r"(?:im|i am|ill be) (?:going|off)(?: now)(?: (?:bye|goodbye|thanks|thank you)){0,3}$",
        r"(?:im|i am) (?:just )?(?:going to |gonna |about to )?(?:hang|hanging) up(?! (?:the|my|a|some|our|on a) (?!phone)(?!call))",
        rf"(?:^|{_SHALL} )(?:(?:ok|okay|yes|no|well|alright|thanks|thank you|sorry|please|just|now|so|then) ){{0,4}}+{_END_IT}{_PARTING}(?: (?:if you (?:like|want)|because|since|im|i am|before i)(?: \w+){{0,16}}+)?$",
        rf"(?:(?<!they )(?<!you )(?<!when )(?<!until )(?<!once )(?<!if )(?<!after )(?<!till )(?<!before )(?<!as )(?:im|i am|we are|i think were|i think we are)|^(?:ok |okay |well |so |and |i think |i guess ){{0,3}}+were) (?:all |so |pretty much |about )?(?:done|finished|through)(?: (?:talking|with (?:this|you|this (?:call|conversation|survey|chat))))?{_PARTING}$",
        rf"(?:this|the|our) (?:phone )?(?:call|conversation|discussion|chat) is (?:over|finished|done){_PARTING}$",
        rf"(?<!is )(?:thats|that is|that will be|thatll be) (?:all|it) (?:for (?:now|today)|from (?:me|my side|us)|i (?:need|needed|wanted)(?: to (?:say|know|ask))?|i have to say|thanks|thank you|bye|goodbye){_PARTING}$",
        rf"(?:ill|i will|im gonna|im going to|let me) let you (?:go|get on|get going|get back to (?:it|work|your day)){_PARTING}$",
        rf"^(?:ok |okay |no |nope |yes |yeah |alright |all right |well |so |and |good |great |i think |i guess )*+(?:thats|that is|that was|that would be|that will be|thatd be|thatll be) (?:all|everything|it)(?: then| really)?{_PARTING}$",
        r"love you and leave you|(?:right |well |ok |okay |so )?(?:im|i am|were) (?:off|away)(?: (?:now|then|to (?:my |the )?(?:bed|work|town|shops?)|bye|goodbye|love)){0,3}$|(?:ill|i will|i shall|let me) say (?:cheerio|goodbye|good bye|bye|ta ?ra|farewell)",
        r"(?:toodle ?pip|toodle ?oo|ta ra|tara|night night|nighty night|good bye and(?: \w+){1,3}|good night(?: and(?: \w+){1,3})?|all the best|cheerio|so long|farewell|ta ta|laters|catch you later|mind yourself|safe home|peace out|over and out|until next time)(?: (?:now|then|love|dear|for now|bye|to you|chick|pal|mate)){0,3}$",
        r"(?:ill |i will |im |i am |let me |going to |just |gonna )(?:be |now )?(?:put|putting|hang|hanging|ring|ringing|drop|dropping|hop|hopping|sign|signing|cut|cutting|jump|jumping) (?:(?:the|this|my|down|up|off|you) ){0,2}(?:phone down|receiver down|down|off|call|up|line|phone)(?: (?:now|then|here|bye|goodbye|on you)){0,3}$",
        r"(?:i )?(?:wont|will not|shant|mustnt|better not) (?:keep you|take (?:up )?(?:any |much )?more of your time|detain you)(?: any longer| any more)?|(?:ill|let me|i will|id better|i better|i should|well id better) let you (?:go|get on|get back)(?: \w+){0,4}$",
        r"(?:^(?:(?:sorry|well|right|ok|okay|oh|anyway|so) ){0,3}|(?:i|we|ive) )(?:must|need to|have to|gotta|got to|ive got to|ive gotta|should|ought to|better|id better|had better|id best|best|must really|really must) (?:get on|dash|fly|shoot|be off|be going|get going|get back(?: to (?:work|it|my \w+))?|go|bounce|scoot|get off the (?:phone|line)|jump|leave you|get off)(?: (?:now|then|bye|goodbye|love|sorry)){0,2}$",
        r"(?:this |the |our )(?:call|conversation|chat) (?:is|s) (?:over|finished|done|at an end)|^(?:cheers|ta|thanks)(?: (?:then|now|mate|love|bye|pal)){1,2}$(?<!thanks now)|take it easy$|god bless(?: you)?(?: bye| now)?$|(?:anyway|well|right|ok|okay) (?:goodbye|good bye|bye)",
        rf"{_NOT_A_BYE}b+y+e+(?: (?:b+y+e+|now|son|hun|love|pal|mate|dear|darling|sweetheart|guys|all|then|honey|chick|duck|pet|friend|boss|bro|bud|buddy)){{0,4}}$|^(?:ok |okay |alright |well |right ){{0,4}}(?:rightio|rightyo|righto|right oh|hooroo|ciao|toodles)(?: then| bye| now){{0,4}}$",
        r"(?:im gone|off i go|im out of here|im offski|call over|over to you bye|that is me done|thats me (?:done|away|off))(?: (?:bye|now|then)){0,4}$|^(?:(?:sorry|ok|okay|well|oh|right|anyhow|anyway|thanks) ){0,3}(?:need to|must|have to|got to|gotta|i need to|i must|ill have to|id better)(?: just| really)? (?:run|go|jump off|hop off|shoot off|dash|be off|end (?:this|it|the call)|stop (?:here|there)|leave it there|clear the line|get off|fly)(?: (?:now|bye|here|there|sorry|im sorry)){0,4}$",
        r"(?:(?:im|i am) (?:just )?|^)(?:cutting|ending|disconnecting|dropping) (?:the|this) (?:call|line)(?: (?:now|here|bye)){0,4}$|(?:we can|lets|let us|can we|could we|shall we|we could|please|you can) (?:end|finish|stop|leave it|wrap (?:it )?up|call it a day)(?: (?:here|there|now|it there|this here)){1,4}$|you can let me go(?: now)?$|^stop here please(?: \w+){0,5}$|(?:nothing (?:else|further|more)(?: from (?:me|my side|us))?)(?: thank you| thanks)?(?: we can finish| bye| goodbye| goodbye then)?$(?<!^nothing else)(?<!^nothing more)(?<!^nothing further)",
        r"(?:i|we) (?:have to|need to|must|got to|gotta|ve got to|ve got a|should|had better|ll have to|will have to) (?:go|run|end (?:this|it|the call)|stop (?:here|there)|get off(?: the phone)?|leave it there|hang up|clear the line|leave you)(?: now| here| there)? (?:someones|somebodys|because|cause|as|since|sorry|my (?:\w+)(?: is|s| are)|my (?:bus|ride|train|boss|wife|husband|programme|dinner|tea|other phone)|the (?:bus|boss|door|kids|baby|taxi|train|doctor|kettle|dog)|theres|there is|im (?:late|wanted|needed)|i hear|i can hear|dinners|teas|we are closing)(?!\S)(?: \w+){0,5}$",
        r"(?:my |the )?(?:rides?|bus|taxi|train|cab|lift|programmes?|meetings?|boss|stop|dinners?|tea)(?: is|s)? (?:here|starting|coming|has come|arrived|leaving|ready|on)(?: (?:now|bye|out|got to go|so (?:im|ill|i)(?: going)?(?: to)? (?:go|run|leave|off)|im off|must (?:go|dash|run))){1,2}$|^(?:my ride|my lift|my taxi|my cab)s? (?:is )?here$|(?:let me|ill let you) get back to (?:(?:my|your) \w+|work|bed|it)$|(?:im|i am)(?: just)? (?:going back to|off to|away to|heading (?:off|out)|heading (?:to|back to)|off out)(?: (?:bed|work|the \w+|feed the \w+|my \w+))?(?: (?:good luck|bye|now|cheers)){0,2}$(?<!off to)(?<!away to)",
        r"(?:ill|i will|i wont|well|i shall) not keep you(?: \w+){0,3}$|^(?:(?:ok|okay|well|right|anyway|bye|lovely|great) ){0,3}(?:thanks|thank you|ta) for (?:the chat|your time|calling|ringing|the call)(?: (?:bye|then|now|all the best|goodbye|cheers)){0,2}$|(?:sharp |right |ok |okay )cheers(?: hey| then| now| bye)?$|(?:all i (?:wanted|needed) to (?:hear|know)) (?:good (?:afternoon|day|evening|night)|bye|goodbye)",
    ),
    no_end=(
        r"(?:receive|hear|want|wants|get|pay|for that and|i pay|need) nothing (?:else|more|further)|only(?: \w+){1,6} nothing else",
        r"kiss(?: \w+){1,3} good ?bye|(?:confirm|writing|sure|know|when|until|once)(?: \w+){0,2} (?:im|i am) (?:off|gone)|sign(?:ing)? up",
        r"(?:well|we will|ill|i will) see you (?:there|at|on)(?: (?!bye)\w+){0,3}|finished recording(?: \w+){0,4} hang up|after the tone(?: \w+){0,8} hang up",
        r"(?:he|she|they|baby|kids?|everybody|people) (?:said|says|say|waved|waves|told (?:me|her|him)) (?:good ?bye|bye)(?: bye)?",
        r"(?<!ill )(?<!i will )(?:say|said|wave) (?:good ?bye|bye)(?: bye)? to|(?:good ?bye|bye)(?: bye)? is what",
        rf"(?:dont|do not|didnt|did not|never|wont|will not|cant|cannot|wouldnt|would not|shouldnt|should not|havent|no need to|rather than|instead of|without|"
        rf"not|why(?: \w+){{0,2}} you|did you|do you|are you|were you|have you|if you|when you|unless you|until you|before you|in case you|you want(?:ed)? to|"
        rf"they|people|he|she|who|nobody|always) (?:just |please |dare |ever |even |want (?:me |you |us )?to |wanted to |need to |have to |going to |gonna |go and |"
        rf"try to |like to |wish to |mean to |keep |to ){{0,4}}{_ENDS}",
        rf"(?:do|does|did|should|must|would|will|can|may|when|why|if|before|until|till|unless|whether|says?|said|where|what time) (?:do |does |did |should |must |will |would )?(?:i|we) (?:really |just |actually )?(?:{_MUST} )?{_BE_OFF}",
        r"(?:when|where|how|can|could|may|shall|do|does|did|will|would|should|if|what time|which day)(?: \w+){0,2} (?:i|we|you|they) (?:\w+ )?(?:see|talk to|speak to|catch) (?:you|ya)(?: later| soon| again| tomorrow| then)?",
        r"(?:did|do|will|would|can) you (?:\w+ )?have an? (?:good|nice|great|lovely|pleasant)",
        r"(?:is|was) (?:that|it|this) (?:all|it|goodbye|bye)",
    ),
    goes_on=(
        r"but (?:first|before|quickly|quick|tell|say|just|one|can|could|what|how|when|where|why|who|do|does|is|i have|i need|i want|wait|make it|go|please|let|real quick|if you)",
        r"(?:tell|ask|show|explain|send|email|text|call) me",
        r"(?:make it|be|say it|ask) (?:quick|quickly|fast|brief|short)",
        r"one (?:more|last|quick) (?:thing|question)",
        r"^(?:so |and |but |oh |ok |okay |wait |actually |sorry ){0,3}(?:wait|go ahead|go on|hold on|what|whats|how|hows|how much|when|where|who|whos|why)",
        r"^(?:so |and |but |oh |ok |okay |wait |actually |sorry ){0,3}(?:can|could|do|does|did|is|are|will|would|should|have) (?:you|we|i|it|he|she|they|that|this|there|the|my|your)",
    ),
    then_wishes=(
        rf"{_AND_THEN}(?:call (?:me|us|back)|ring (?:me|us|back)|phone (?:me|us|back)|try (?:me|us|again)|do (?:ring|call|try)|email|e mail|mail it|text (?:me|us|it)|send (?:me|us|it)|pop (?:it|the|some|me))",
        rf"{_AND_THEN}(?:(?:dont|do not|never|not) (?:you )?(?:ever |dare )?(?:call|calling|ring|ringing|phone|contact|try|come|dial|bother|again|mind)|lose (?:this|my|it)|take (?:me|us|my|our)|(?:remove|delete|erase) (?:me|us|my|our|this))",
        rf"{_AND_THEN}(?:not interested|wrong number|good riddance|for ?ever|for good|not for me|no more calls)",
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

_IN_WRITING: Final = (
    r"(?:text|texts|text message|text messages|sms|e ?mail|e ?mails|whatsapp|message|messages|writing|letter)"
)
_PREFERENCES: Final = Preferences(
    when=(
        rf"(?:{_NOT}|not to|no calls|rather not|only|always|please|better|best|but|just) (?:be )?(?:{_CALL}|{_CALLED}|try|reach)(?:{_ME})?(?: back)?(?: again)? (?:before|after|until|till|during|while|when(?! will)|between|so early|so late|too early|too late|this early|this late|in the (?:morning|mornings|afternoon|afternoons|evening|evenings|middle)|at (?:work|night|noon|lunch|dinner|the weekend|\w+ (?:am|pm))|at lunch ?time|on {_DAY}|on a {_DAY}|on the weekend|over the weekend|(?:right )?now|today|tonight|tomorrow|this (?:week|morning|afternoon|evening|month)|unless|if i|{_DAY})",
        rf"(?:no|no more)(?: more)? (?:calls|texts|messages) (?:before|after|during|between|on {_DAY}|at night|at work|in the|today|tonight|this)",
        rf"(?:do not|dont) want to (?:hear from you|be {_CALLED}) (?:before|until|till|after|during|on {_DAY}|at)",
        r"(?:mornings|afternoons|evenings|weekends|weekdays|nights|lunchtime) (?:are|is|work|works|suit|suits)(?: much| always| the| really)? (?:better|best|good|fine|me|well|ok|okay|great)",
        r"(?:best|better|good) time to (?:call|reach|get|phone|ring)(?: me| us)?",
        r"(?:never|not|only) (?:before|after|between) (?:\w+ )?(?:am|pm|noon|oclock|lunch|work|dinner|eight|nine|ten|eleven|twelve|one|two|three|four|five|six|seven|\d+)",
        rf"(?:stop|quit) (?:{_CALLING}|{_CALLS})(?:{_ME})? (?:so early|so late|this early|this late|at (?:work|the office|dinner|night)|before|after|during|on {_DAY}|in the)",
        rf"(?:you can )?call(?:{_ME})? (?:but )?only (?:in the|on|after|before|between|at)",
        r"only (?:reachable|available|free|home|in) (?:at|after|before|between|on|in|during)",
        r"(?:usually|generally|always|normally) (?:free|available|home|reachable|busy|asleep|working) (?:at|after|before|between|on|in|until)",
        rf"(?:dont|do not|never) (?:take|answer) (?:any )?(?:calls|the phone|my phone)? ?(?:on (?:a )?{_DAY}|at work|during|after|before|in the|at night)",
        rf"^(?:please |just |no )?(?:not|never) (?:on (?:a )?{_DAY}|during|at (?:dinner|lunch|work|night|the weekend)|over the (?:weekend|holidays)|in the (?:morning|mornings|evening|evenings|afternoon))",
        r"(?:best|better) time (?:is|would be|for me is)",
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)days (?:are|work) (?:generally |usually |always |much )?(?:good|better|best|fine|ok|okay)(?: for me)?",
        r"(?:any ?time|any day|whenever) (?:but|except|apart from|other than) \w+",
        r"(?:it is|its) (?:always |much )?(?:better|best|easier) (?:in the|on|after|before|at) \w+",
        r"(?:not|never) (?:up|awake|home|in|available) (?:before|until|after) \w+",
        r"(?:so|then|please) (?:call|ring|phone|try)(?: me)? (?:after|before|between) \w+ (?:in the|my time|on)",
        r"no calls (?:past|after|before) \w+",
        r"(?:refrain from|avoid) (?:calling|phoning) (?:on|at|during|before|after)",
        r"dont call (?:me )?at the office",
    ),
    writing=(
        r"(?<!dont )(?<!not )(?<!never )(?<!stop )(?<!you )(?:text|e ?mail|message|whatsapp|write|sms)(?: to)? (?:me|us)(?: \w+){0,3} (?:instead|rather|only|from now on|in future|in the future|next time|please)",
        rf"(?:{_NOT}|stop|quit|not|no)(?: more)?(?: phone)? (?:{_CALL_BY_VOICE}|contact|calls|{_CALLING_BY_VOICE})(?:{_ME})? {_OTHER_WAY}(?:text|e ?mail|message|whatsapp|write|send|texts|emails|sms)",
        r"(?:text|e ?mail|message|whatsapp|write|send letters|send emails|send texts)(?: to)?(?: me| us)?(?: please| only| but| and){0,2} (?:no|not|dont|do not) (?:phone |phone calls|calls?|call|phone)",
        rf"(?:prefer|rather(?: have| get| receive| you| youd)?|like it|better)(?: a| an| to get| to receive| to be contacted| getting| receiving| you to| if you| it| by| via| in| through| contact| to have| you){{0,4}} (?:{_IN_WRITING}|texted|emailed|wrote)",
        rf"(?:only|just|instead) (?:by|via|in|through|over) {_IN_WRITING}",
        rf"(?:contact|reach)(?: me| us)? (?:by|via|in|through|over|on) {_IN_WRITING}",
        rf"(?:by|via|in|through|over) {_IN_WRITING} (?:only|instead|please|is (?:better|best|fine|easier)|rather|not by phone|would be better|before|from now on)",
        rf"{_IN_WRITING} (?:is|are|works|work|would be) (?:much )?(?:better|best|easier|preferred|preferable)",
        rf"(?:just |please |only )?(?:send|write)(?: me| us)?(?: a| an| your| the)? {_IN_WRITING} (?:instead|rather)",
        rf"(?:like|want|prefer) {_IN_WRITING} (?:instead|rather|better|more) (?:of|than) ",
        r"next time (?:please |just )?(?:text|e ?mail|write|message)",
        rf"i only (?:check|read|use|do) {_IN_WRITING}",
        rf"(?:send|give)(?: me| us)?(?: the| my| your)? (?:reminders|updates|notices|everything|news) (?:by|via|through|in) {_IN_WRITING}",
        r"(?:hard of hearing|deaf)(?: \w+){0,3} (?:so )?(?:please )?(?:write|text|e ?mail)",
        r"^(?:please )?not by phone",
    ),
    how_often=(
        r"(?:once|twice|one time|(?:two|three|four|five|ten) times|every other)(?: \w+)? (?:day|week|month|quarter|year|daily) (?:is|would be|will be|max|maximum|tops|at most|and no more|thats enough|only|not more|please)",
        r"(?:only|at most|no more than|not more than|maximum|max|call|call me|calling|contact me|more than|just|text me|calls?|calling me|keep it to|limit it to|stick to) (?:me )?(?:once|twice|one time|one call|\w+ times) (?:a|per|every|each|in a) (?:day|week|month|quarter|year)",
        rf"(?:{_NOT}|not|stop|quit) (?:{_CALL}|{_CALLING})(?:{_ME})? (?:every|each|so often|that often|so much|that much|so frequently|twice|more than|constantly|all the time|as often)",
        r"(?:call|text|contact|calling|texting)(?: me| us)? (?:a bit |a little )?(?:less often|less frequently|less)",
        r"(?:too often|too many times|too frequently|not so often|not that often|less often|every other week is)",
        r"(?:once|twice) (?:a|per) (?:day|week|month|year) (?:is )?(?:enough|plenty|fine|ok|okay|sufficient)",
        r"^(?:please |just )?not every (?:day|week|hour)",
    ),
    always=(
        r"(?:only|always|never|usually|generally|normally|from now on|in (?:the )?future|next time|(?:best|better) time|(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekdays|weekends|mornings|afternoons|evenings|nights|any ?time|any day|whenever|every \w+)",
    ),
    sms=(r"(?:text|texts|texted|texting|sms)",),
    whatsapp=(r"(?:whats ?app)",),
    email=(r"(?:e ?mails?|e ?mailed|mails?)",),
    rates=Rates(
        counts={
            "once": 1,
            "one time": 1,
            "one call": 1,
            "twice": 2,
            "two times": 2,
            "two calls": 2,
            "three times": 3,
            "four times": 4,
        },
        numbers={"other": 2, "second": 2, "two": 2, "three": 3, "four": 4, "six": 6, "couple of": 2},
        units={
            "day": 1,
            "days": 1,
            "week": 7,
            "weeks": 7,
            "fortnight": 14,
            "month": 30,
            "months": 30,
            "quarter": 91,
            "year": 365,
        },
        per=r"(?:a|per|every|each|in a)",
        every=(r"every", r"each"),
        too_often=(r"(?:too (?:often|much|many)|so often|(?:stop|quit) \w+)",),
    ),
)

_ASIDES: Final = Asides(
    pickup=(
        rf"(?:{_GREETING} ?){{1,4}}(?:(?:this is|its) \w+(?: \w+)?(?: speaking)?|\w+(?: \w+)? (?:speaking|here))?",
        rf"(?:{_GREETING} )?(?:speaking|this is \w+(?: \w+)?(?: speaking)?|\w+(?: \w+)? speaking)",
        rf"(?:{_GREETING} )?(?:who is this|whos this|who is calling|whos calling|whos there|who is it|can you hear me)(?: please)?",
    ),
    backchannel=(
        r"(?:m+|h+m+|mm ?hm+|m?hm+|mhm|m?kay|uh ?huh|um ?hum|uh(?! uh)|u+m+|er+m*|ah+|oh+|o+h|ooh|aha|ok|okay|okey|oke|okie|okey dokey|k|yeah|yea|yah|ya|yep|yes|yup|"
        r"yes yes|sure|for sure|sure thing|i see|got it|i got it|i get it|i got you|got you|gotcha|i hear you|i know|i understand|understood|right|thats right|"
        r"alright|all right|fine|thats fine|good|very good|great|thats great|cool|nice|very nice|perfect|lovely|wonderful|excellent|brilliant|fantastic|amazing|"
        r"awesome|super|true|thats true|so true|exactly|absolutely|definitely|certainly|totally|indeed|precisely|correct|of course|naturally|makes sense|"
        r"that makes sense|interesting|wow|oh wow|oh my|really|fair enough|fair|good to know|sounds good|sounds great|no problem|no worries|go on|go ahead|"
        r"please go on|keep going|carry on|continue|im listening|im with you|im following)",
    ),
    backchannel_begins=(
        r"(?:i|i got|i get|i hear|i am|im|got|thats|that|that makes|makes|sounds|all|of|fair|for|good to|go|keep|carry|very|so|please|please go|oh|uh|mm|m|um|h|okey)",
    ),
    say_again=(
        rf"(?:(?:can|could|would|will|would you mind|do you mind) (?:you )?(?:please )?)?(?:say|saying) (?:that|it|what you said)(?: {_AGAIN}| please){{1,6}}",
        rf"(?:(?:can|could|would|will|would you mind|do you mind) (?:you )?(?:please )?)?(?:repeat|repeating)(?: (?:that|it|yourself|what you (?:just )?said|the (?:last )?(?:question|part|bit|one|sentence)|your (?:last )?question))?(?: {_AGAIN}| please){{0,6}}",
        r"come again(?: please)?",
        r"(?:huh|hah|eh|hey what|what now|do what|you what|hm what|(?:pardon|excuse) me)",
        r"(?:(?:can|could|would|will) you (?:please )?)?(?:speak|talk|say it)(?: (?:up|louder|slower|more slowly|slowly|more clearly|clearly|a (?:bit|little) (?:louder|slower|more clearly|up)))(?: please)?",
        r"(?:(?:can|could|would|will) you (?:please )?)?slow down(?: a (?:bit|little))?(?: please)?",
        r"(?:(?:can|could|would|will) you (?:please )?)?(?:run|go) (?:that|over that|through that|over it) (?:by me )?again(?: please)?",
        r"(?:a (?:bit|little) )?(?:louder|slower|more slowly)(?: please)?",
        r"(?:once more|again|repeat)(?: please| for me){1,2}",
        r"(?:the line|the connection|your voice|the sound|you|it|the call|the reception) (?:is|was|are|were|keeps|keep|got)(?: (?:really|very|so|a bit|kind of))? (?:bad|terrible|poor|breaking up|cutting out|breaking|cutting|choppy|cut off|garbled|muffled|too quiet|very quiet|faint|broken up)",
        r"(?:its |this is |we have )?a (?:really |very )?(?:bad|terrible|poor) (?:line|connection)",
        r"(?:i )?(?:can|could) (?:hardly|barely) (?:hear|understand) (?:you|that|it)",
        r"what(?:d| did| do) you (?:just )?say",
        r"(?:what|pardon|beg your pardon|i beg your pardon|sorry|sorry what|say what|excuse me|what was that|whats that|how was that|how do you mean)(?: (?:again|please|sorry|what)){0,6}",
        r"what (?:did|was|were|is) (?:it )?(?:that )?(?:you|the (?:last )?question)(?: (?:just|say|said|saying|ask|asked|asking|again|please)){0,6}",
        r"(?:i )?(?:didnt|did not|couldnt|could not|cant|cannot|dont) (?:quite |really |properly )?(?:catch|hear|get|understand) (?:that|you|it|what you (?:just )?said|the (?:last )?(?:question|part|bit))(?: (?:there|properly|clearly|well|right|last bit)){0,6}",
        r"(?:i )?(?:missed|lost) (?:that|you|it)(?: there)?(?: for a (?:second|moment))?",
        r"one more time(?: please)?",
        r"(?:(?:you|youre|you are|your voice is) )?(?:broke|breaking|are breaking|re breaking|cut|cutting|are cutting|keep breaking|keep cutting) (?:up|out)(?: there| a (?:bit|little))?(?: for a (?:second|moment))?",
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
        rf"{_HOLD_ON} {_MEANWHILE}",
        r"(?:(?:let me|lemme|i need to|i have to|i must) (?:just )?)(?:write (?:that|this|it) down|put (?:on my glasses|my glasses on)|step (?:outside|out|away)|sit down|find a quiet(?:er)? (?:place|spot|room)|go to (?:a|another) (?:quiet(?:er)? )?(?:room|place)|get somewhere quiet(?:er)?)(?: (?:first|real quick|quickly))?",
    ),
    courtesies=(
        "oh", "uh", "um", "hm", "ok", "okay", "yes", "yeah", "yep", "sure", "hello", "hi", "hey", "sorry",
        "please", "well", "so", "all right", "alright", "right", "of course", "thanks", "thank you",
        "excuse me", "pardon", "pardon me", "sir", "maam", "there", "then", "im", "i am", "and", "but", "now",
        "no problem", "wait",
    ),
    assents=("yes", "yeah", "yep", "sure"),
    passes_on=(
        # "I have to get my son" is from school, more often than not.
        rf"(?!i have to (?:just |quickly |go |and ){{0,3}}(?:get|fetch|grab|bring) (?:him|her|(?:my|the|our|his|your) (?:son|daughter|brother|sister)){_THEN}$){_ILL}(?:get|fetch|grab|find|wake|bring|put) {_ANOTHER}{_THEN}$",
        rf"{_ILL}(?:get|find|fetch) (?:someone|somebody) (?:for you|on the (?:phone|line)|(?:who|that) can help(?: you)?|to help you){_THEN}$",
        rf"{_ILL}(?:get|fetch|grab|put) them (?:on the (?:phone|line)|to the phone){_THEN}$",
        rf"{_ILL}(?:give|pass|hand) (?:you|the phone|you over|the phone over) (?:over )?(?:to )?{_ANOTHER}{_THEN}$",
        rf"{_ILL}(?:put|pass|hand|transfer|connect|switch) you (?:through|over|across|on to|onto|to)(?: (?:to )?(?:{_ANOTHER}|them|someone else|somebody else|a \w+|the \w+(?: department)?))?{_THEN}$",
        rf"{_ILL}(?:pass|transfer|connect) you(?: (?:over )?to \w+(?: (?:department|team|office|desk))?)?{_THEN}$",
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
    r"(?<!my )(?:voice ?mail|voice mail|mailbox) (?:box )?(?:of|for|belonging to|is full|has not been set up)",
    r"(?:cant|cannot|can not|unable to|not able to) (?:come|get|make it) to the phone(?: right now)?",
    r"(?:is|are|am|im) (?:currently |presently |now )?(?:not available|unavailable)(?: right now| at the moment)? to (?:take|answer)(?: \w+){0,2} calls?",
    r"(?:cant|cannot|unable to|not able to) (?:take|answer) your call",
    r"(?:person|party|subscriber|customer|number) (?:that )?(?:you are|youre|you have|youve) (?:trying to reach|calling|called|dialed|dialled)(?: \w+){0,3}",
    r"(?:record|leave) your message",
    r"(?:forwarded|transferred|directed) to (?:an? )?(?:automatic |automated )?(?:voice|voicemail|voice mail|answering|message)(?: \w+){0,3}",
)

_WHY_YOU_CALL: Final = (
    r"(?:(?:the|your) )?(?:reason|purpose)(?: (?:for|of) (?:your call|calling|the call|this call))?"
)

_ANSWERERS: Final = Answerers(
    voicemail_greeting=_VOICEMAIL_GREETING,
    voicemail=(
        *_VOICEMAIL_GREETING,
        r"(?<!my )(?<!your )(?<!his )(?<!her )(?<!our )(?:voice ?mail|voice mail ?box|voice mail|mailbox|answering machine|messaging service)",
        r"leave (?:me |us )?(?:a|your|an?y?)(?: \w+){0,2} (?:message|number|name|details)",
        r"(?:record|speak|talk to me|recording)(?: your)?(?: message)? (?:after|at) the \w+",
        r"(?:after|at) the (?:tone|beep|signal)",
        r"(?:cant|cannot|couldnt|unable to|not able to|isnt able to) (?:\w+ )?(?:take|answer|get to|come to|pick up|reach)(?: your| the| my)? (?:call|phone|calls)",
        r"(?:return|answer) your call(?: as)?",
        r"(?:cant|cannot|couldnt) (?:pick up|answer)(?: the phone)? (?:right now|at the moment|just now)",
        r"(?:reached|called) (?:\w+ )?(?!this |his )\w+s (?:phone|cell|mobile|cell phone|mobile phone)",
        r"(?:dont|do not) (?:bother )?(?:leave|leaving) (?:me )?(?:a )?(?:voicemail|voice mail|message)",
        r"you know (?:what to do|the drill)",
        r"(?:im|i am|were|we are) (?:probably|most likely) (?:either |just |still |out |off |busy |with |at |on |in |driving|sleeping|asleep|away|somewhere|doing|chasing|working|ignoring)(?:\w+)?",
        r"just kidding im not",
        r"no ?one is (?:currently )?(?:available|here) to(?: \w+){0,3}",
        r"office (?:is|are) (?:currently |now )?closed|we are currently closed",
        r"outside (?:of )?(?:our |office |business )?(?:\w+ )?hours",
        r"away (?:on (?:holiday|vacation|leave)|from my desk|from the phone|until)(?: \w+)?",
        r"not (?:around|home|here|in) (?:right now|just now|at the moment)",
    ),
    voicemail_words=(r"messages?", r"tone|beep", r"(?:un|not )?available|unavailable", r"(?:you have|youve) (?:reached|called)|got through to", r"leave", r"(?:get|be) (?:back|in touch)|call (?:you|back)", r"subscriber|forwarded|transferred", r"(?:brief|short|recording|callback|recorded)", r"(?:im|i am) (?:either|currently|away|out)", r"moment|right now|just now", r"urgent|otherwise|colleague", r"(?:text|email|message) me(?: instead)?|(?:shoot|send|drop) me a (?:text|message|line)", r"as soon as (?:i|we) (?:can|possibly|am|are)(?: \w+)?", r"(?:ill|i will|we will|well) (?:get back to|call|ring|return)(?: \w+){0,3} (?:back )?(?:as soon|when i can|shortly|soon)(?: \w+){0,4}", r"(?:i|we) (?:have |ve )?missed your call"),
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
        r"your call is being (?:connected|transferred|forwarded|placed)|connecting your call|while (?:i|we) connect(?: you| your call)?",
        r"correctional facility|collect call from|prepaid call from",
    ),
    ivr_words=(r"welcome to", r"extension|enter|account number", r"options?|menu", r"press", r"recorded|monitored|monitoring|training|quality", r"customers?|agents?|representative|enquiries", r"please (?:hold|choose|select|listen|say)", r"sales|support|billing"),
    screening=(
        r"(?:state|say|record|give|tell me|leave) your name and(?: \w+)?",
        r"(?:reason|purpose) (?:for|of) (?:calling|your call|the call)",
        r"(?:screening|screened)(?: \w+)?",
        r"before i (?:connect|put|try to connect)(?: \w+){0,2}",
        r"(?:will |ill |i will )?try to connect (?:you|your call)",
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
        r"(?:subscriber|customer|user) (?:that )?you (?:are|have)(?: \w+)?",
        r"number (?:is|you are calling is) (?:currently |not )?(?:busy|recogni[sz]ed|assigned)",
    ),
    unavailable_words=(r"(?:dialed|dialled|redial)", r"(?:we are|were) sorry", r"number", r"(?:try|call) (?:again|after)|again later", r"service|recognised|recognized|completed", r"subscriber|customer you"),
    on_hold=(
        r"(?:has|have) (?:put|placed) (?:your|the|this) call on hold",
        r"(?:you have|youve|you are|your call has) been (?:put|placed) on hold(?! by)",
        r"your call is (?:being (?:put |placed )?|now )?on hold",
        r"(?:person|party|subscriber|customer|number|user) (?:that )?(?:you are|youre|you have|youve) (?:calling|called|trying to reach|dialed|dialled) is (?:currently |now )?(?:busy )?(?:on|speaking on|talking on|busy on) (?:another|a different|the other|a) (?:call|line)",
        r"(?:is|are) (?:on|speaking on|talking on|busy on) another (?:call|line)(?: \w+)? (?:please )?(?:stay|hold|remain|wait)(?: \w+){0,3}(?: line)?",
    ),
    records_nothing=(
        r"(?<!my )(?:mail ?box|voice ?mail|voice mail(?: ?box)?|inbox)(?: \w+){0,4}? (?:is|are) (?:currently |now )?(?:full|not accepting|unable to accept|not able to accept|not set up)",
        r"(?<!my )(?:mail ?box|voice ?mail|voice mail(?: ?box)?)(?: \w+){0,5}? (?:has|have) not (?:yet )?been (?:set ?up|initiali[sz]ed|activated|configured)(?: yet)?",
        r"(?<!my )(?:mail ?box|voice ?mail|voice mail(?: ?box)?)(?: \w+){0,5}? (?:hasnt|isnt|is not) (?:yet )?(?:been )?(?:set ?up|activated)",
        r"(?:cannot|can not|cant|unable to|not able to|does not|doesnt|is not|not currently|will not) (?:currently )?(?:accept|accepting|take|record|receive) (?:any |new |any new |any more |more )?(?:messages|recordings)",
    ),
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
        rf"(?:may|can|could|shall|might) i (?:please )?(?:ask|have|help|put|tell|say|get|take|know)(?: (?:for )?your (?:\w+ )?name)?(?: (?:and )?(?:for )?{_WHY_YOU_CALL})?(?: \w+)?",
        rf"(?:whats|what is|what was|so|tell me|whats your|ask|know|about) {_WHY_YOU_CALL}",
        r"(?:name|names) and (?:your )?business",
        r"(?:is this|is it|are you|am i (?:talking|speaking) (?:to|with)) (?:an? )?(?:\w+ )?(?:automated|robot|bot|machine|recording|recorded|computer|ai|real|live|human)(?: \w+)?",
        r"(?:do i|did i|should i|must i|why should i|i already|i just|i wont|dont you|im not going to) (?:\w+ ){0,3}(?:press|pressed|dial|pressing)(?: \w+)?",
        r"(?:ill|i will|let me) (?:just |go |and ){0,3}(?:get|fetch|grab|find|ask|tell|have) (?:him|her|my \w+|the \w+)",
        rf"my (?:new|old|other) (?:number|phone|one|cell)|with (?:my|the|his|her) (?:{_KIN}|receptionist)|(?:youve|you have) got an? (?:incorrect|invalid)(?: number)?",
        r"(?:can you|do you (?:want|wish|need) to|did you|would you (?:like|care) to|want to|wanna) leave (?:(?:me|us|him|her) )?(?:a|your|another)(?: (?:short |quick )?(?:message|number|name|voicemail|note))?",
        r"(?:are you|is this|is this (?:phone )?call|is the (?:phone )?call|why are you|is it) (?:being )?(?:recording|recorded|taping|monitored)(?: (?:this|me|us|the|call|for|or|and|quality|training|purposes)){0,6}",
        r"i (?:thought|mean|guess|suppose|live here|work here|just (?:got|came|moved|walked)|dont (?:know|have|think|want|need|take|check|use|listen|care|work|live)|wasnt|got your|saw your|heard your)(?: \w+){0,2}",
        r"(?:couldnt|could not|cant|cannot|didnt|did not|can barely|can hardly) (?:hear|understand) you(?: \w+)?",
        rf"(?:this is|its|i am|im) (?:his|her|their|the) {_KIN}",
        rf"(?:is|was|thats) (?:my|our|his|her) {_KIN}",
        rf"(?:he|she|they|hes|shes|theyre|(?:my|our) {_KIN}) (?:\w+ )?(?:asleep|sleeping|out|busy|not|isnt|arent|cant|cannot|wont|doesnt|dont|gone|at|away|in|on|died|passed|left|moved|works?|lives?|lived|coming|still)(?: \w+){{0,5}}",
        r"moved (?:out|away|house)|(?:have|got|its|is|sorry) (?:a |the )?wrong (?:number|person|house|one)|wrong (?:person|house)|^wrong number",
        r"(?:try|call|come|come back|call back|ring) (?:again )?(?:tomorrow|on monday|next week)",
        r"who are you(?: \w+){0,2}|what do you (?:want|need|mean|sell)|what are you (?:selling|calling)(?: \w+)?|where are you calling from|how did you get (?:my|this)(?: \w+)?",
        r"(?:can|could|will) you (?:please )?(?:hold|hear|call|text)(?: \w+)?",
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
    claims_human=(
        r"(?:i am|im) (?:(?:actually|really|of course|indeed|just|definitely|certainly|absolutely|very much|in fact|most|only) ){0,2}(?:(?:a|an|the) )?(?:(?:real|actual|live|living|human|normal|regular) ){0,3}(?:human(?: being)?|person(?! who| you| that| to| for)|flesh and blood)",
        r"(?:i am|im) (?:(?:definitely|certainly|absolutely|really|actually|of course|just) ){0,2}(?:not|no) (?:(?:a|an|some|any|just) ){0,2}(?:robot|bot|machine(?! learning)|computer|ai|artificial intelligence|automated (?:assistant|system|voice|caller)|chat ?bot|(?:virtual|digital|ai) assistant|language model|computer program)",
        r"(?:you are|youre) (?:(?:actually|really|indeed|now|in fact) )?(?:talking|speaking) (?:to|with) (?:a |an )?(?:(?:real|actual|live|living) ){0,2}(?:human(?: being)?|person)",
        r"(?:there is|theres) no (?:ai|robot|machine|bot|computer) (?:here|on (?:this|the) (?:line|call))",
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
    written_as_one=(("e mail", "email"), ("under score", "underscore"), ("gee mail", "gmail"), ("jee mail", "gmail"), ("hot mail", "hotmail"), ("i cloud", "icloud"), ("at the rate of", "attherate"), ("at the rate", "attherate")),
    spelled_like=("for", "like"),
    letter_case=("capital", "upper case", "uppercase", "lower case", "lowercase", "small"),
    homophones={"for": "4", "to": "2", "too": "2", "won": "1", "ate": "8", "tree": "3", "free": "3", "sex": "6"},
    decimal=("point",),
    corrections=(
        r"(?:no |oh |sorry |oops ){0,3}(?:wait|sorry|oops|scratch that|strike that|correction|make (?:it|that)|i mean(?:t)?|rather|let me start (?:over|again)|start (?:over|again))(?: no| sorry| wait| i mean| its| that is){0,3}",
    ),
    corrects_alone=(r"no(?: no){0,3}(?: its| it is| thats)?",),
    explains=(r"(?:thats|that is|spelled|written|all|in) ?(?:all |the |as |in |a |an |spelled |written ){0,3}(?:digits?|numbers?|figures?|letters?|one word|lower ?case|upper ?case|small letters|capitals?|words?|number)(?: \w+){0,6}",),
    at=("at", "attherate"),
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
    call_back_then="I will call you again {when}. Is that right?",
    which_day="On which day may I call you again?",
    which_time="At what time may I call you again?",
    which_zone="In which time zone are you then?",
    press_again="To stop our calls for good, press {key} again, or say stop.",
    cannot_tell="I cannot tell you about that, but I am glad to go on.",
)

ENGLISH: Final = Language(
    tag="en",
    name="English",
    named=("english", "ingles", "englisch", "anglais", "angrezi", "angreji", "inglish", r"अंग्रेज\u093c?ी", "इंग्लिश"),
    asking=(
        rf"(?:can|could|may|shall|should|would) (?:we|you|i)(?: \w+){{0,2}} (?:speak|talk|continue|switch|change|go on|do (?:this|it))(?: (?!about(?!\S))\w+){{0,3}}? NAMED{_NO_THING_OF_IT}",
        rf"(?:do|can|could) you (?:also |even |please )?speak (?:any )?NAMED{_NO_THING_OF_IT}",
        rf"(?:^|(?<=please )|(?<=lets )|(?<=just )|(?<=okay )|(?<=hello ))(?:speak|talk)(?: to (?:me|us))?(?: in)? NAMED{_NO_THING_OF_IT}",
        rf"{_NOT_SAYING}(?:speak|talk|switch|change|continue|go on)(?: over| to (?:me|us)| with (?:me|us))? (?:in|to|into) NAMED{_NO_THING_OF_IT}",
        rf"(?:can|could|would|will) you (?:please )?(?:say|repeat|explain|tell me|ask me|do)(?: (?:that|it|this|the question|again)){{1,2}} in NAMED{_NO_THING_OF_IT}",
        r"(?:i|we) (?:only|just) speak NAMED",
        r"(?:i|we) speak only NAMED",
        r"(?:does|is there|do you have) (?:anyone|anybody|someone|somebody)(?: (?:there|here|else))?(?: (?:who|that|to))? (?:speaks?|can speak) NAMED",
        r"(?<!no )(?<!not )(?<!any )(?<!speak )(?:in )?NAMED please",
        rf"(?:id|i would|wed|we would) (?:prefer|like|rather have|rather speak|rather)(?: to (?:speak|talk|continue))?(?: in)? NAMED{_NO_THING_OF_IT}",
        rf"(?:i|we) (?:prefer|want)(?: to (?:speak|talk|continue))?(?: in)? NAMED{_NO_THING_OF_IT}",
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
