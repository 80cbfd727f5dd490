"""Hindi, in one piece because a language is one file: what people say in it, and what we do; tables/shape.py tells what each table is for."""

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

# A demand in Latin letters, as it is spelled by ear, and in Devanagari (plain words have neither nukta nor chandrabindu).
_NOT: Final = r"(?:mat|mt|na|naa|nahi|nahin|nhi|nai)"
_DONT: Final = r"(?:mat|mt|na|naa)"
_CALL: Final = r"(?:calls?|kol|kaul|cal|phone|phon|fon|fone|ring|sampark|contact|telephone)"
_DO: Final = r"(?:karo|kro|karna|krna|karnaa|kijiye|kijie|kijiyega|kariye|kariyega|karein|kare|karen|kijiega|kijiyega|kiya (?:karo|kijiye|karein|kariye|karna|jaye)|kiye|lagao|lagana|lagaiye|milao|milana|aana chahiye|aani chahiye|aaye|ghumaya karo)"
_STOP: Final = r"(?:band|bandh|bund) (?:karo|kare|kar de|kar do|kijiye|kar dijiye|karein|kariye|karna|kar dena|karwao|karado)"
_AWAY: Final = r"(?:hatao|hataao|hata do|hata dijiye|hata dena|hata de|hata den|hata dein|hatado|hataiye|hatayen|hatwa do|hatwaiye|hata hi dijiye|hata lo|nikalo|nikaalo|nikal do|nikaal do|nikal dijiye|nikaal dijiye|nikal dena|nikaliye|(?:delete|remove) (?:karo|kar do|kijiye|kar dijiye|karein|kariye|kar dena|kar dein|kar den|maro)|kaat do|kaat dijiye|kaato|kaatiye|mita do|mita dijiye|block (?:karo|kar do|kijiye|kar dijiye)|out (?:karo|kar do|kijiye)|bahar (?:karo|nikalo|nikaliye|kijiye)|hata diya jaye|hataya jaye|delete kiya jaye|unsubscribe (?:karo|kar do|kijiye|kar dijiye)|uda do)"
_NUMBER: Final = r"(?:number|nambar|nomber|nmbr|nmber|no|naam|nam|data|contact|jankari|jaankari|email)"
_LIST: Final = r"(?:list|suchi|record|records|system|database|computer|file|register) (?:se|mein se|me se)"
_LITTLE: Final = r"(?:mujhe|muje|mujhko|humko|hume|hamein|humein|hamko|please|plz|ji|yahan|bhi|to|pe|par|ko|ab|kripya|bhai|yaar|mere|is|number|unko|unhe|ghar|mera|phir|sir|madam)"
_DAY: Final = r"(?:sunday|monday|tuesday|wednesday|thursday|friday|saturday|itwar|itvaar|ravivar|somvar|mangalvar|budhvar|guruvar|shukravar|shanivar|weekend|weekdays|tyohar|chhutti)"
_PART: Final = rf"(?:subah|shaam|sham|raat|dopahar|dopaher|{_DAY}|office time|office hours|adhi raat)"
_AT: Final = r"(?: (?:ke )?(?:ko|mein|me|pe|par|time|samay|waqt|din|dauran))"
_EVER: Final = rf"(?:{_PART}(?: (?:subah|shaam|raat))?{_AT}{{0,2}}|(?:din|office|ofis|duty|kaam|lunch|khane|meeting|namaz|work){_AT}{{1,2}})"
_CLOCK: Final = r"(?:\w+ )?\w+ baje (?:se pehle|ke baad|tak|ke pehle|se)"
_NOW: Final = r"(?:aaj|abhi|kal|is (?:hafte|mahine|samay|waqt|week))"
_TOO: Final = r"(?:itni|itna|itne) (?:baar|zyada|jyada|subah|raat|jaldi|der se|subah subah)(?: (?:ko|mein))?"
_UNTIL: Final = r"(?:(?:(?!pehle |aaj |ab |kab |abhi )\w+ ){1,3}tak|jab tak (?:\w+ ){1,5}\w+|(?:\w+ )?ke (?:din|beech|bich|dauran|time|waqt|samay|ghante)(?: mein| me)?)"
_LIMIT: Final = rf"(?:{_UNTIL}|{_CLOCK}|{_EVER}|(?<!ab )(?<!phir ){_NOW}(?! (?:aakhri|aakhiri|se|ke abhi|ke baad))|{_TOO})"
_DAY_DEV: Final = r"(?:रविवार|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|इतवार|संडे|छुट्टी|वीकेंड)"
_PART_DEV: Final = rf"(?:सुबह|शाम|रात|दोपहर|{_DAY_DEV})"
_AT_DEV: Final = r"(?: (?:के )?(?:को|में|पर|समय|टाइम|वक्त|दिन|दौरान|दिनों में))"
_EVER_DEV: Final = rf"(?:{_PART_DEV}(?: {_PART_DEV})?{_AT_DEV}{{0,2}}|(?:दिन|ऑफिस|दफ्तर|काम|लंच|खाने|मीटिंग|ड्यूटी){_AT_DEV}{{1,2}})"
_CLOCK_DEV: Final = r"(?:\S+ )?\S+ बजे (?:से पहले|के बाद|तक|के पहले|से)"
_LIMIT_DEV: Final = rf"(?:{_CLOCK_DEV}|{_EVER_DEV}|(?:आज|अभी|कल|इस (?:हफ्ते|महीने|समय|वक्त))(?! (?:से|आखिरी|के अभी|के बाद))|(?:(?!पहले |आज |अब |कब )\S+ ){{1,3}}तक|(?:\S+ )?के (?:दिन|बीच|दौरान|समय|वक्त)(?: में)?|(?:इतनी|इतना|इतने) (?:बार|ज्यादा|सुबह|रात|जल्दी))"
_CALL_DEV: Final = r"(?:कॉल|काल|कौल|फोन|संपर्क|सम्पर्क|रिंग|कॉल्स)"
_DO_DEV: Final = r"(?:करो|करना|कीजिए|कीजिये|कीजिएगा|करिए|करिये|करिएगा|करें|करे|किया (?:करो|करें|कीजिए|करिए|कीजिये|जाए|जाये)|लगाना|लगाओ|लगाइए|मिलाना|आना चाहिए)"
_NOT_DEV: Final = r"(?:मत|न|ना|नहीं)"
_AWAY_DEV: Final = r"(?:हटाओ|हटाइए|हटाइये|हटा (?:दो|दीजिए|दीजिये|दें|देना|दे|ही दीजिए|दी जाए|दिया जाए|दिया जाये)|बाहर (?:निकालिए|निकालो|करो|कीजिए)|हटादो|हटवा दो|निकालो|निकालिए|निकाल (?:दो|दीजिए|दें|देना)|डिलीट (?:करो|कर दो|कर दीजिए|कीजिए|करें|कर देना)|रिमूव (?:करो|कर दो|कर दीजिए|कीजिए)|काटो|काटिए|काट (?:दो|दीजिए|दें)|मिटा (?:दो|दीजिए|दी जाए|दें)|ब्लॉक (?:करो|कर दो|कर दीजिए|कीजिए))"
_NUMBER_DEV: Final = r"(?:नंबर|नम्बर|नाम|डेटा|डाटा|जानकारी|संपर्क|ईमेल)"
_LITTLE_DEV: Final = r"(?:मुझे|हमें|हमको|मुझको|कृपया|प्लीज|यहां|भी|तो|पर|को|अब|जी|भाई|इस|नंबर|उनको|उन्हें|घर|फिर|मेरे)"
_STOP_DEV: Final = r"(?:बंद|बन्द) (?:करो|कर दो|कीजिए|कीजिये|कर दीजिए|करें|करिए|करना|कर देना)"
_NONE: Final = r"(?:(?!mat |na |nahi |nahin |ne )\w+ )"
_NONE_DEV: Final = r"(?:(?!मत |न |ना |नहीं |ने )\S+ )"

_OPT_OUT: Final = (
    rf"(?<!roz )(?<!baar )(?<!itna ){_CALL} (?:bhi |ab |to |hi |wall |kabhi ){{0,2}}{_DONT} {_DO}",
    rf"(?<!roz )(?<!baar ){_CALL} (?:bhi |ab |to ){{0,2}}(?:nahi|nahin|nhi|nai) (?:karo|kro|kijiye|kijiyega|kariye|karein|kare|karen|kiya karo|kiya kijiye|aana chahiye|aane chahiye|aani chahiye|karna (?:dobara|phir|kabhi|mujhe|humko))",
    rf"(?:dobara|dubara|phir se|phir kabhi|phir|fir se|fir|kabhi|aage se|aainda|aage) (?:{_LITTLE} |{_CALL} |se |kabhi ){{0,4}}(?:mat|na|nahi|nahin) (?:karo|karna|kijiye|kijiyega|karein|kare|kariye|karen)",
    rf"{_DONT} (?:karo|karna|kijiye|kariye|karein|kiya karo) (?:mujhe |humko |yahan |ye |aap ){{0,2}}{_CALL}",
    r"(?:calls?|phone|fon|kol)(?: (?:waghera|vagaira|wall|wagera))? (?:nahi|nahin|nhi|nai|na) (?:chahiye|chaiye|chahie|aane chahiye|aana chahiye|aani chahiye|aaye)(?! (?:to|kya))",
    rf"(?:calls?|phone|fon|kol|tang|pareshan|message|sms)(?: (?:karna|karne|aana|lagana|krna|karana|vagaira|bhi|mujhe|wagera|ko|karne ko|yahan))? {_STOP}",
    r"(?:calls?|phone|fon|pareshan|tang|kol) karna (?:chhod\w*|chod\w*|chhor\w*|rok\w*|khatam|hi band) ?(?:do|dijiye|karo|karein|kijiye|kar do)?",
    rf"(?:mujhe |humko |hume )?(?:pareshan|preshan|tang|disturb|dikkat) {_DONT} {_DO}",
    rf"(?<!purana )(?<!wala ){_NUMBER} {_NONE}{{0,6}}{_AWAY}",
    rf"(?:mujhe |muje |humko |hume |mera naam |mera number |mere naam ko )?(?:apni |aapki |apne |aapke |is |us |calling )?{_LIST} {_NONE}{{0,4}}{_AWAY}",
    rf"(?:mujhe|muje|humko|hume) (?:abhi |please |turant )?{_AWAY}(?! (?:hai|tha))",
    r"(?:dnd|do not disturb|do not call|block list|blacklist|blocked list) (?:list )?(?:mein|me|pe|par) (?:daal|dal|kar|rakh|add)\w*(?: \w+)?",
    r"(?:akela|chain se|shanti se|hamare haal pe) (?:chhod|chod|chhor|rehne|jeene)\w* ?(?:do|dijiye|dein)?",
    r"(?:peecha|picha|pichha) (?:chhod|chod|chhor)\w*",
    r"bakhsh (?:do|dijiye|dein)",
    r"(?:consent|sahmati|sehmati|anumati|permission|ijazat) (?:wapas|vapas|radd|cancel|vaapas)",
    rf"(?:dobara|dubara|phir se|agar|aage se|fir se|ab|ek aur baar) (?:{_LITTLE} |se ){{0,3}}{_CALL} (?:kiya|aaya|kara|ki|kiye|aa gaya)(?: \w+){{0,4}} (?:complaint|shikayat|police|case|report|dekh|complain)",
    r"stop (?:karo|kijiye|kar do|karein)(?: (?:ye|apne|apni|yeh|aapke|sab|saare)){0,2} (?:calls?|phone)",
    rf"{_AWAY} (?:mera|mere|hamara|meri) {_NUMBER}",
    rf"{_AWAY_DEV} (?:मेरा|मेरे|हमारा|मेरी) {_NUMBER_DEV}",
    rf"(?:bas karo|bas kijiye|bas kar do) (?:ye|yeh|ab|apne|saare) {_CALL}",
    rf"(?:ek aur|aur ek|dobara|phir se|ab) {_CALL} (?:kiya|aaya|aayi|ki)(?: \w+){{0,4}} (?:police|complaint|shikayat|case|achha nahi|accha nahi|bura|theek nahi|trai)",
    r"(?:एक और|दोबारा|फिर से|अब) (?:कॉल|फोन) (?:किया|आया|की|आई)(?: \S+){0,4} (?:शिकायत|पुलिस|केस|अच्छा नहीं|ठीक नहीं)(?: \S+)?",
    rf"nahi (?:chahta|chahti|chahte)(?: (?:hoon|hu|hun|hain))? ki (?:aap|tum|koi|aap log) (?:\w+ ){{0,4}}{_CALL} (?:karein|kare|karo|karen)",
    rf"mujhse (?:dobara |phir |koi |aage se )?(?:sampark|contact|baat) (?:mat|na) {_DO}",
    rf"(?:mera|mere|hamara) {_NUMBER} (?:bhool|bhul|bhula) (?:jao|jaiye|do|dijiye)",
    rf"(?<!रोज )(?<!बार )(?<!इतना )(?<!बार बार ){_CALL_DEV} (?:भी |अब |तो |ही |कभी ){{0,2}}(?:मत|न|ना) {_DO_DEV}",
    rf"(?<!रोज )(?<!बार ){_CALL_DEV} नहीं (?:करो|कीजिए|कीजिये|करिए|करें|करे|किया करो|किया करें|आना चाहिए|आने चाहिए|आनी चाहिए|करना (?:दोबारा|फिर|कभी|मुझे))",
    rf"(?:दोबारा|दुबारा|फिर से|फिर कभी|फिर|कभी|आगे से|आइंदा|आगे) (?:{_LITTLE_DEV} |{_CALL_DEV} |से |कभी ){{0,4}}(?:मत|न|ना|नहीं) (?:करो|करना|कीजिए|कीजिये|कीजिएगा|करिए|करें|करे|लगाना)",
    rf"(?:मत|न) (?:करो|करना|कीजिए|करिए|करें|किया करो) (?:मुझे |हमें |यहां ){{0,2}}{_CALL_DEV}",
    r"(?:कॉल|फोन|कॉल्स)(?: (?:वोन|वगैरह|आना|ही))? (?:नहीं|न) (?:चाहिए|चाहिये|आना चाहिए|आने चाहिए|आनी चाहिए|आए|आये)(?! (?:तो|क्या))",
    rf"(?:कॉल|फोन|कॉल्स|तंग|परेशान|मैसेज|संपर्क)(?: (?:करना|करने|आना|भी|वोन|मुझे|ही|करना ही|लगाना))? {_STOP_DEV}",
    r"(?:सब|ये सब|यह सब|सब कुछ) बंद (?:करो|कर दो|कीजिए|करिए)(?: ये| यह)? (?:कॉल|फोन)",
    r"(?:कॉल|फोन|परेशान|तंग) करना (?:छोड|रोक)\S*(?: \S+)?",
    rf"(?:मुझे |हमें )?(?:परेशान|तंग|डिस्टर्ब) (?:मत|न|ना) {_DO_DEV}",
    rf"(?<!पुराना )(?<!वाला ){_NUMBER_DEV} {_NONE_DEV}{{0,6}}{_AWAY_DEV}",
    rf"(?:लिस्ट|सूची|रिकॉर्ड|सिस्टम|डेटाबेस) (?:से|में से) {_NONE_DEV}{{0,4}}{_AWAY_DEV}",
    rf"(?:मुझे|हमें) (?:अभी |कृपया |तुरंत )?{_AWAY_DEV}",
    r"(?:डीएनडी|ब्लॉक लिस्ट|ब्लैकलिस्ट)(?: लिस्ट)? (?:में|पर) (?:डाल|रख|कर|जोड)\S*(?: \S+)?",
    r"(?:पीछा|पिछा) (?:छोड)\S*",
    r"(?:अकेला|चैन से|शांति से) (?:छोड|रहने|जीने)\S*(?: \S+)?",
    r"बख्श (?:दो|दीजिए|दें)",
    r"(?:सहमति|अनुमति|कंसेंट|इजाजत) (?:\S+ )?(?:वापस|रद्द)",
    rf"(?:दोबारा|दुबारा|फिर से|अगर|आगे से|अब) (?:{_LITTLE_DEV} |से ){{0,3}}{_CALL_DEV} (?:किया|आया|की|किए)(?: \S+){{0,4}} (?:शिकायत|पुलिस|कंप्लेंट|केस|देख)(?: \S+)?",
    rf"नहीं (?:चाहता|चाहती|चाहते)(?: (?:हूं|हैं))? कि (?:आप|तुम|कोई|आप लोग) (?:\S+ ){{0,4}}{_CALL_DEV} (?:करें|करे|करो|करते रहें)",
    rf"(?:मुझसे|हमसे) (?:दोबारा |फिर |कोई |आगे से )?(?:संपर्क|सम्पर्क|बात) (?:मत|न|ना) {_DO_DEV}",
    r"(?:संपर्क|सम्पर्क) (?:न|ना|मत) (?:किया जाए|करे|करें|हो)",
    r"(?:मेरा|मेरे|हमारा) (?:नंबर|नाम) (?:भूल|भुला) (?:जाओ|जाइए|दो|दीजिए)",
)
_OPT_OUT_ALONE: Final = (
    r"(?:(?:please|bas|plz|nahi|ji|ab|bhai) ){0,3}(?:band karo|band kar do|band kijiye|stop|stop karo|unsubscribe|bas karo band karo)(?: (?:please|ab|ji|yaar|bhai|ye sab)){0,2}",
    r"(?:(?:बस|प्लीज|कृपया|नहीं|अब) ){0,3}(?:बंद करो|बंद कीजिए|बंद कर दो|बंद करिए|स्टॉप|स्टॉप करो)(?: (?:प्लीज|अब|जी|भाई|ये सब|यह सब)){0,2}",
)
_OPT_OUT_LIKELY: Final = (
    rf"(?:roz|baar|itna|har din) {_CALL} {_DONT} {_DO}",
    r"(?:phone|call|fon) (?:waghera |ghumana |mat ghumao |hi )?(?:mat|na) (?:ghumao|ghumana|milao|lagao|lagana|aaye|aane do)",
    rf"(?:baar baar|roz roz|har roz|lagataar|din bhar) (?:\w+ ){{0,3}}{_CALL}",
    rf"(?:tang|pareshan|dukhi|thak|pak) (?:aa gaya|aa gayi|ho gaya|ho gayi|ho chuka|gaya|gayi|kar diya|kar rakha)(?: \w+){{0,6}} {_CALL}",
    rf"{_CALL}(?: \w+){{0,4}} (?:se )?(?:tang|pareshan|dukhi|thak|pak) (?:aa|ho|gaya|gayi|kar)",
    r"(?:mana|manaa) (?:kiya|kar diya|kiye)(?: \w+){0,4} (?:call|phone|fon)",
    rf"(?:mera|mere|hamara) {_NUMBER} (?:\w+ )?(?:hatane|delete karne|nikalne|hatwane|remove karne) (?:ki|ke liye|ka) (?:request|anurodh|vinti|keh|bol)(?: \w+)?|(?:mera|mere|hamara) {_NUMBER} (?:delete|remove|unsubscribe) karwana(?: \w+)?|(?:unsubscribe|opt out) (?:karna|hona) (?:chahta|chahti|hai)(?: \w+)?",
    rf"(?:mera|mere|hamara) {_NUMBER} (?:aapke|apne) paas (?:nahi|mat) (?:hona|rakho|rakhna|rakhiye)(?: chahiye)?|(?:मेरा|मेरे|हमारा) (?:नंबर|नाम) (?:आपके|अपने) पास (?:नहीं|मत) (?:होना|रखो|रखना|रखिए)(?: चाहिए)?",
    rf"(?:aage se |dobara |ab se )?(?:aap|tum|aap log) (?:\w+ )?(?:mujhe |yahan ){{1,2}}{_CALL} (?:nahi|nahin) (?:karenge|karoge|karogi)",
    r"(?:bas |ab ){1,2}(?:aur )?koi (?:call|phone) (?:nahi|nahin)|(?:बस |अब ){1,2}(?:और )?कोई (?:कॉल|फोन) नहीं",
    r"(?:mana|manaa) kiya tha(?: na| phir bhi)?|(?:vaada|promise) kiya tha(?: \w+){0,3} (?:call|phone)(?: \w+){0,2}|aapke (?:phone|calls?) ki (?:koi )?(?:zaroorat|jarurat) (?:nahi|nahin)(?: \w+)?|na ad na call(?: \w+){0,4}",
    r"(?:phone|call|calls) karte (?:ho|hain|rehte ho) (?:\w+ )?(?:ab )?(?:band|bandh) (?:karo|kijiye)|(?:फोन|कॉल) करते (?:हो|हैं) (?:\S+ )?(?:अब )?बंद (?:करो|कीजिए)",
    r"(?:calls?|phone|list se) (?:\w+ )?kaise (?:band|hat|hatwa|nikal|rok)\w*(?: \w+){0,2}",
    r"(?:trai|police|consumer court) (?:mein|me|ko) (?:shikayat|complaint|complain|jaunga|bataunga|report)(?: \w+){0,2}",
    r"na (?:call|phone|fon) na (?:message|sms|mail|email)(?: \w+){0,5}",
    rf"is {_NUMBER} (?:par|pe) (?:koi )?{_CALL} (?:nahi|nahin|mat) (?:karna|karni|aana|aani)",
    r"(?:dnd) (?:pe|par|mein|me) (?:hai|hoon|registered)",
    r"(?:doosri|teesri|chauthi|paanchvi|panchvi|dasvi) baar(?: \w+){0,3}",
    r"(?:permission|ijazat|anumati|ijaazat) (?:nahi|nahin) (?:hai|di|thi)",
    r"(?:dimaag|dimag|sar|bheja) (?:mat|na) (?:khao|khaiye|kharab karo)",
    r"(?:इजाजत|अनुमति) नहीं (?:है|दी)",
    r"दिमाग मत (?:खाओ|खाइए)",
    r"(?:paanchva|teesra|chautha|panchva|aakhri|aakhiri) (?:call|phone)",
    r"(?:message|sms|email|mail) (?:bhi )?(?:mat|na) (?:bhejo|bhejna|karo|karna|bhejiye)",
    rf"(?:mera|mere|hamara) {_NUMBER} (?:\w+ )?(?:hatana|nikalna|delete karna|hatwana) (?:hai|chahta|chahti|chahiye|padega)",
    r"(?:chahta|chahti|chahte)(?: (?:hoon|hu|hain))? ki (?:aap|tum) (?:\w+ ){0,3}(?:hata|nikal|delete|mita)\w*(?: \w+)?",
    r"(?:चाहता|चाहती|चाहते)(?: (?:हूं|हैं))? कि (?:आप|तुम|मेरी|मेरा|मेरे) (?:\S+ ){0,3}(?:हटा|निकाल|डिलीट|मिटा)\S*(?: \S+)?",
    r"(?:list mein|list me) (?:nahi|nahin|mat) (?:rehna|rakhna|rakho|rakhiye|chahiye)",
    r"(?:call|phone|fon) (?:karne|aane) (?:ki )?(?:zaroorat|jarurat|zarurat|koi zaroorat) (?:nahi|nahin)(?! padi)",
    r"(?:isko|ise|usko|yeh sab|ye sab|sab kuch|baat) (?:\w+ ){0,3}(?:band|khatam) (?:karo|kijiye|kar do|karein)",
    rf"(?:रोज|बार|इतना|हर दिन) {_CALL_DEV} (?:मत|न|ना) {_DO_DEV}",
    rf"(?:बार बार|रोज रोज|लगातार|दिन भर) (?:\S+ ){{0,3}}{_CALL_DEV}",
    rf"(?:तंग|परेशान|दुखी) (?:आ|हो|कर) (?:गया|गई|चुका|रखा|दिया)(?: \S+){{0,6}} {_CALL_DEV}",
    r"(?:मना) (?:किया|कर दिया)(?: \S+){0,4} (?:कॉल|फोन)",
    r"(?:दूसरी|तीसरी|चौथी|पांचवी|पांचवीं) बार(?: \S+){0,3} (?:कॉल|फोन|कह|बोल)(?: \S+)?",
    r"(?:मैसेज|ईमेल|एसएमएस) (?:भी )?(?:मत|न) (?:भेजो|भेजना|करो|करना|भेजिए)",
    r"(?:लिस्ट में|सूची में) (?:नहीं|मत) (?:रहना|रखना|रखो|रखिए|चाहिए)",
    r"(?:मेरा|मेरे) (?:नंबर|नाम) (?:मत|न) (?:रखिए|रखो|रखना)",
    r"(?:कॉल|फोन) (?:करने|आने) की (?:कोई )?(?:जरूरत|आवश्यकता) नहीं",
    r"(?:इसे|इसको|यह सब|ये सब|सब) (?:\S+ ){0,3}(?:बंद|खत्म) (?:करो|कीजिए|कर दो|करें)",
)
_NO_OPT_OUT: Final = (
    # Asked what the call was for.
    r"(?:(?:yeh?|यह|ये) )?(?:(?:call|कॉल) )?(?:kis|किस) (?:baare|bare|liye|बारे|लिए)(?: (?:mein|me|mai|में))?(?: (?:thi|hai|tha|थी|है|था))?$",
    # Told of calls that came no more, and asked whether a number was taken off.
    r"(?:phir|fir|dobara|dubara|uske baad|फिर|दोबारा|उसके बाद) (?:kabhi |कभी )?(?:\S+ ){0,2}(?:phone|call|fon|sampark|फोन|कॉल|संपर्क) (?:hi |ही )?(?:nahi|nahin|नहीं) (?:kiya|aaya|आया|किया)",
    r"(?:kya |क्या )?(?:aapne|आपने|tumne|तुमने|kisne|किसने) (?:\S+ ){0,2}(?:number|naam|नंबर|नाम) (?:\S+ ){0,2}(?:hata|delete|nikal|mita|nikala|hataya|हटा|डिलीट|निकाल|मिटा|हटाया|निकाला)(?: kar| कर)?(?: diya| दिया)?(?: hai| है| kya| क्या| na| ना){0,2}$|(?:kya|क्या) (?:mera|मेरा) (?:number|naam|नंबर|नाम) (?:\S+ ){0,2}(?:hata|delete|nikal|हटा|डिलीट|निकल|हट) (?:diya|gaya|ho gaya|दिया|गया|हो गया)(?: gaya| गया)?(?: hai| है)?",
    r"(?:doosra|dusra|naya|ek aur|दूसरा|नया|एक और) (?:phone|fon|फोन) (?:nahi|nahin|नहीं) (?:chahiye|lena|चाहिए|लेना)",
    # Told of others, or only imagined.
    r"(?:log|logon ne|customers?|grahak) (?:aapko |tumko |mujhe )?(?:bolte|kehte|kahte|chillate|bolenge)(?: \w+){1,8}|agar koi (?:\w+ ){0,3}(?:kahe|bole|keh de|bol de)(?: \w+){1,6}|(?:kisi|ek|doosri|dusri) company (?:walon |waalon )?ko (?:\w+ ){0,5}(?:bola|kaha|likhkar|bol diya|keh diya)(?: \w+){1,8}|(?:usne|unhone) (?:mujhse|mujhe|mujhko) (?:kaha|bola|keh diya)(?: \w+){1,6}|customer ko (?:\w+ ){0,5}(?:call|phone) mat \w+|hota to bol deta(?: \w+){1,6}|(?:dost|bhai|behen) ne opt out(?: \w+){1,4}",
    r"लोग (?:आपको |तुमको |मुझे )?(?:बोलते|कहते|चिल्लाते|बोलेंगे)(?: \S+){1,8}|(?:सोचो |मान लो )अगर मैं (?:\S+ ){0,2}(?:बोल दूं|कहूं|कह दूं)(?: \S+){1,6}|अगर (?:कोई|किसी) (?:\S+ ){0,4}(?:कहे|बोले|कह दे|बोल दे)(?: \S+){1,6}|(?:किसी|एक|दूसरी) कंपनी (?:वालों )?को (?:\S+ ){0,5}(?:बोला|कहा|लिखकर|बोल दिया|कह दिया)(?: \S+){1,8}|(?:एयरटेल|जियो|वोडाफोन|बैंक) वालों को (?:\S+ ){0,2}(?:बोला|कहा|बोल दिया|कह दिया)(?: \S+){1,6}|(?:उसने|उन्होंने) (?:मुझसे|मुझे|मुझको) (?:कहा|बोला|कह दिया)(?: \S+){1,6}|नंबर (?:एक|दो|तीन) वाला (?:\S+ ){0,2}निकाल (?:दो|दीजिए)",
    rf"{_LIMIT} (?:{_LITTLE} |nahi |mat |hafte |{_NOW} ){{0,4}}{_CALL} (?:{_NOT}) {_DO}(?!(?: \w+)? kabhi)",
    rf"(?:company|doosri|dusri|bank|log|wale|waale)(?: \w+){{0,3}} (?:baar baar|roz|roz roz) {_CALL}(?: \w+)?",
    rf"{_CALL} {_NOT} {_DO} (?:{_LITTLE} )?{_LIMIT} ?(?:karna|karo|kijiye|kariye|mein|ko)?",
    rf"{_CALL} {_NOT} {_DO} {_NONE}{{0,4}}(?:kal|shaam ko|baad mein|baad|baje|tab|mujhe|somvar ko|doosre number (?:par|pe)) (?:\w+ )?(?:karna|karo|kijiye|kariye|karein|call karo)",
    rf"{_CALL} {_NOT} {_DO} (?:{_LITTLE} )?(?:whatsapp|message|msg|sms|email|mail|likh)\w*",
    rf"{_TOO} (?:\w+ )?{_CALL} {_NOT} {_DO}",
    rf"(?:email|mail|message|msg|sms|whatsapp|likh)(?: \w+){{1,4}} {_CALL} {_NOT} {_DO}",
    rf"(?:ईमेल|मेल|मैसेज|एसएमएस|व्हाट्सएप|लिख)(?: \S+){{1,4}} {_CALL_DEV} {_NOT_DEV} {_DO_DEV}",
    rf"{_LIMIT} (?:{_LITTLE} ){{0,3}}{_NOT} {_DO} (?:{_LITTLE} )?{_CALL}(?! kabhi)",
    rf"{_LIMIT_DEV} (?:{_LITTLE_DEV} ){{0,3}}{_NOT_DEV} {_DO_DEV} (?:{_LITTLE_DEV} )?{_CALL_DEV}(?! कभी)",
    rf"(?:beta|bachche|bachcho|munna|बेटा|बच्चे) (?:\S+ )?(?:{_CALL} {_NOT} {_DO}|{_CALL_DEV} {_NOT_DEV} {_DO_DEV})",
    rf"{_CALL} {_NOT} {_DO} (?:main|mai|hum) (?:\w+ ){{0,4}}(?:karunga|karungi|kar lunga|kar loonga|karenge|kar leta)",
    rf"{_CALL_DEV} {_NOT_DEV} {_DO_DEV} (?:मैं|हम) (?:\S+ ){{0,4}}(?:करूंगा|करूंगी|कर लूंगा|कर लूंगी|करेंगे)",
    rf"(?:bina \w+ |bina \w+ ke )?{_CALL} {_NOT} {_DO} (?:\w+ ){{0,3}}(?:ho|hoga) (?:to|tab|tabhi) (?:karna|karo|kijiye)",
    rf"(?:बिना \S+ |बिना \S+ के )?{_CALL_DEV} {_NOT_DEV} {_DO_DEV} (?:\S+ ){{0,3}}(?:हो|होगा) (?:तो|तब|तभी) (?:करना|करो|कीजिए)",
    rf"(?:landline|mobile|office|ghar|home|office ke number|is wale) (?:wale )?(?:number )?(?:pe|par) {_CALL} {_NOT} {_DO} (?:\w+ ){{0,3}}(?:pe|par) (?:karna|karo|kijiye|karein)",
    rf"is {_NUMBER} (?:par|pe) (?:mat|na|nahi) (?:karo|karna|kijiye) (?:doosre|dusre)",
    rf"(?:beta|bachche|bachcho|munna|arre beta) (?:\w+ )?(?:pareshan|tang|disturb) {_DONT} {_DO}",
    rf"(?:wo|woh|voh|vo|koi|boss|bhai|beta|papa|pati|dost|log|padosi|usko|bank wale)(?: \w+){{0,4}} {_CALL} (?:nahi|nahin) (?:karta|karti|karte|karega|kiya)",
    rf"{_NUMBER} {_NONE}{{0,5}}(?:hata diya|delete kar diya|hata di)(?: \w+)? (?:to|kya|tha|hai)",
    rf"(?:kisne|maine kab|kab|maine nahi|maine to nahi|kahan|nahi|nahin|maine kabhi nahi) (?:kaha|bola|kahaa)(?: tha)?(?: ki| ke)?(?: \w+){{0,4}} (?:{_CALL} {_NOT} {_DO}|{_AWAY}|hatane)",
    rf"matlab (?:\w+ ){{0,3}}(?:nahi|nahin) (?:tha|hai)(?: ki)?(?: \w+){{0,4}} {_CALL} {_NOT} {_DO}",
    rf"(?:mat|na) {_AWAY}",
    rf"{_LIMIT_DEV} (?:{_LITTLE_DEV} |नहीं ){{0,4}}{_CALL_DEV} {_NOT_DEV} {_DO_DEV}(?!(?: \S+)? कभी)",
    rf"{_CALL_DEV} {_NOT_DEV} {_DO_DEV} (?:{_LITTLE_DEV} )?{_LIMIT_DEV} ?(?:करना|करो|कीजिए|करिए|को|में)?",
    rf"{_CALL_DEV} {_NOT_DEV} {_DO_DEV} {_NONE_DEV}{{0,4}}(?:कल|शाम को|बाद में|के बाद|बजे|तब|मुझे|दूसरे नंबर पर) (?:\S+ )?(?:करना|करो|कीजिए|करिए|करें)",
    rf"{_CALL_DEV} {_NOT_DEV} {_DO_DEV} (?:{_LITTLE_DEV} )?(?:व्हाट्सएप|मैसेज|एसएमएस|ईमेल|मेल|लिख)\S*",
    rf"(?:इतना|इतनी) (?:ज्यादा |बार )(?:\S+ )?{_CALL_DEV} {_NOT_DEV} {_DO_DEV}",
    rf"(?:किसने|मैंने कब|कब|मैंने नहीं|मैंने तो नहीं|मैंने कभी नहीं|नहीं) (?:कहा|बोला)(?: था)?(?: कि)?(?: \S+){{0,4}} (?:{_CALL_DEV} {_NOT_DEV} {_DO_DEV}|{_AWAY_DEV}|हटाने)",
    rf"मतलब (?:\S+ ){{0,3}}नहीं (?:था|है)(?: कि)?(?: \S+){{0,4}} {_CALL_DEV} {_NOT_DEV} {_DO_DEV}",
    rf"(?:वो|वह|कोई|बॉस|भाई|बेटा|पापा|पति|दोस्त|लोग)(?: \S+){{0,4}} {_CALL_DEV} नहीं (?:करता|करती|करते|करेगा|किया)",
    rf"{_NUMBER_DEV} {_NONE_DEV}{{0,5}}(?:हटा दिया|हटा दी|हट गया|डिलीट कर दिया|हो गया)(?: \S+)? (?:क्या|है|था|तो)",
    rf"(?:मत|न) {_AWAY_DEV}",
)
_KEEPS: Final = (
    r"(?<!phone )(?<!call )(?<!fon )(?:mat|na) (?:hatao|hataao|hataiye|hata do|hata dijiye|hatana|nikalo|nikaliye|nikalna|kaato|kaatiye|kaatna|delete karo|delete kijiye|delete karna|remove karo|remove kijiye|block karo)",
    r"(?<!phone )(?<!call )(?<!fon )(?:delete|remove|block|band|cancel|unsubscribe) (?:mat|na) (?:karo|kijiye|karna|kariye|karein|karwaiye)(?! (?:abhi|phone|tv))",
    r"(?:hatana|nikalna|kaatna|hatane) (?:mat|na|nahi)(?: (?:hai|tha|chahta|chahti))?",
    r"(?:hatane|kaatne|nikalne|delete karne) ki (?:koi )?(?:zaroorat|jarurat|zarurat) (?:nahi|nahin)",
    r"(?:number|naam|nam|nambar) (?:rehne|rakhe|list mein|waise hi|yahin) ?(?:do|dijiye|dein|hi|rehne|rakho|rakhiye|rehne dijiye|rehne do){1,2}",
    r"(?:number|naam) (?:rakho|rakhiye|rakh lo)(?! (?:mat|nahi))",
    r"(?:list|suchi) (?:mein|me) (?:hi )?(?:rehna|rehne|rakho|rakhiye|rakhna|theek) ?(?:hai|hoon|chahta|chahti|do|dijiye|dein)?(?! (?:nahi|mat))",
    r"(?:call|phone|fon) (?:karte|aate) (?:rehna|rahiye|raho|rahein|rahen|rehne)",
    r"(?<!kya )(?:haan|haan haan|bilkul|beshak|zaroor|aap mujhe|aap|ji) (?:mujhe |phir se |dobara |bilkul )?(?:call|phone|fon) kar sakte (?:ho|hain|hai)(?! kya)",
    r"(?:mera|meraa) matlab (?:ye|yeh|wo|woh|vo|aisa)? ?(?:nahi|nahin) (?:tha|hai)",
    r"(?:galti|galtee|galatfehmi) (?:se|ho gayi|ho gai|thi|hui)(?: \w+)? ?(?:bol|keh|ho|thi)?",
    r"(?:aapne|aap|tum|tumne) galat (?:samjha|samjhe|samajh|samjhi)",
    r"(?:baat|shabd) (?:wapas|vapas) (?:leta|leti|le raha|le rahi)|(?:wapas|vapas) (?:leta|leti) (?:hoon|hu|hun) (?:apni )?baat",
    r"mazaak (?:kar|tha|kiya)(?: \w+)?(?<!nahi)",
    r"(?:bas|sirf) (?:aaj|is hafte|abhi) (?:ke liye )?(?:bola|kaha|time nahi|nahi)",
    r"hamesha ke liye (?:nahi|nahin) (?:bola|kaha|tha)",
    r"(?:maine|mainne) (?:kab |hatane ko |to |kabhi ){1,3}(?:nahi|nahin|kab) (?:bola|kaha)",
    r"maine kab (?:kaha|bola)",
    r"(?:mujhe |humko )?(?:jaankari|jankari|information|updates?|aapke calls?|aapke phone) (?:milti rahe|milti rehni chahiye|chahiye hote hain|aate rahein|aane do|hi chahiye)",
    r"(?<!nahi )(?:chahta|chahti|chahte) (?:hoon|hu|hun|hain)? ?ki (?:aap|tum) (?:call|phone) karte (?:rahein|raho|rahen)",
    r"(?:jo|jo kuch) (?:abhi |maine )?(?:bola|kaha)(?: \w+)? (?:bhool|bhul) (?:jao|jaiye)",
    r"(?<!फोन )(?<!कॉल )(?:मत|न) (?:हटाओ|हटाइए|हटाना|हटा दीजिए|निकालो|निकालिए|निकालना|काटो|काटिए|काटना|डिलीट करो|डिलीट कीजिए|हटाइये)",
    r"(?<!फोन )(?<!कॉल )(?:डिलीट|रिमूव|ब्लॉक|बंद) (?:मत|न) (?:करो|कीजिए|करना|करिए|करें|करवाइए)(?! (?:अभी|फोन|टीवी))",
    r"(?:हटाना|निकालना|हटाने|काटना) (?:मत|नहीं|को नहीं)(?: \S+)?",
    r"(?:हटाने|काटने|निकालने) की (?:कोई )?(?:जरूरत|आवश्यकता) नहीं",
    r"(?:नंबर|नाम|नम्बर) (?:रहने|चालू रहने) (?:दो|दीजिए|दें)",
    r"(?:नंबर|नाम) (?:चालू )?(?:रखिए|रखो|रख लीजिए)",
    r"(?:लिस्ट|सूची) में (?:ही )?(?:रहना|रहने|रखिए|रखो) ?(?:है|चाहता|चाहती|दो|दीजिए|हूं)?(?! (?:नहीं|मत))",
    r"(?:कॉल|फोन) (?:करते|आते) (?:रहना|रहिए|रहो|रहिये)",
    r"(?<!क्या )(?:हां|बिल्कुल|बेशक|जरूर|आप मुझे|आप|जी) (?:मुझे |फिर से |दोबारा )?(?:कॉल|फोन) कर सकते (?:हो|हैं|है)(?! क्या)",
    r"मेरा मतलब (?:यह |ये |वो |वह |ऐसा )?नहीं (?:था|है)",
    r"गलती से (?:बोल|कह|हो|निकल)\S*(?: \S+)?",
    r"(?:आपने|आप|तुम) गलत (?:समझा|समझे|समझ|समझ रहे|समझ गए)(?: \S+)?",
    r"बात वापस (?:लेता|लेती|ले)(?: \S+)?",
    r"मजाक (?:कर|था|किया)(?: \S+)?",
    r"(?:बस|सिर्फ) (?:आज|इस हफ्ते) (?:के लिए )?(?:कहा|बोला|नहीं)(?: \S+)?",
    r"मैंने (?:ऐसा |हटाने को |तो |कभी ){1,3}नहीं (?:कहा|बोला)",
    r"(?:जानकारी|अपडेट) (?:मिलती रहे|मिलती रहनी चाहिए)",
    r"(?:mujhe aapke (?:calls?|phone)|मुझे आपके (?:फोन|कॉल)) (?:chahiye|aate rahein|चाहिए|आते रहें)",
)
_NO_KEEPS: Final = (
    r"(?:maine|mainne|mene|kisne|kisi ne|humne)(?: (?:kab|kabhi|to|ye|yeh|aisa|thodi|nahi|nahin)){1,3} (?:kaha|bola|kahaa)(?: (?:tha|hai|ki|ke|aap|mujhe|mera|phir se|dobara|haan)){0,4} (?:call|phone|fon|number|naam|list|suchi)(?! (?:mat|na|nahi|hata|nikal|band))(?: (?:mein|me|karte|kar|rakh\S*|reh\S*|rah\S*|karo|sakte)){0,3}",
    r"(?:kyun|kyon|kyu|kab tak|agar)(?: (?:aap|tum|mera|mujhe|meri)){0,2} (?:(?:number|naam|list|suchi|call|phone)(?: (?:mein|me|karte|kar))?(?: (?:rakh\S*|reh\S*|rah\S*|sakte)){0,2})",
    r"(?:list|suchi) (?:mein|me) (?:hi )?(?:rehna|rehne|rakhna)(?: (?:hai|hoon|hi|ka|ki|bilkul|pasand|mujhe|man|koi|irada)){1,4} (?:nahi|nahin)",
    r"(?:number|naam|list (?:mein|me)|call|phone) (?:rakh\S*|reh\S*|karte|aate|kar)(?: \S+){0,4} (?:kyun|kyon|kyu)",
    r"(?:aap|ji|haan|bilkul|number|naam|list|suchi|call|phone)(?: (?!(?:please|plz|theek|thik|na|mat|nahi|galat) )\S+){1,8} \?",
    r"(?:मैंने|किसने|किसी ने|हमने)(?: (?:कब|कभी|तो|ये|यह|ऐसा|थोडी|नहीं)){1,3} (?:कहा|बोला)(?: (?:था|है|कि|की|आप|मुझे|मेरा|फिर से|दोबारा|हां)){0,4} (?:कॉल|फोन|नंबर|नाम|लिस्ट|सूची)(?! (?:मत|न|नहीं|हटा|निकाल|बंद))(?: (?:में|करते|कर|रख\S*|रह\S*|चालू|करो|सकते)){0,3}",
    r"(?:क्यों|कब तक|अगर)(?: (?:आप|तुम|मेरा|मुझे)){0,2} (?:नंबर|नाम|लिस्ट|सूची|कॉल|फोन)(?: (?:में|करते|कर))?(?: (?:रख\S*|रह\S*|सकते)){0,2}",
    r"(?:लिस्ट|सूची) में (?:ही )?(?:रहना|रहने|रखना)(?: (?:है|हूं|ही|का|की|बिल्कुल|पसंद|मुझे|मन|कोई|इरादा)){1,4} नहीं",
    r"(?:आप|जी|हां|बिल्कुल|नंबर|नाम|लिस्ट|सूची|कॉल|फोन)(?: (?!(?:प्लीज|ठीक|न|मत|नहीं|गलत) )\S+){1,8} \?",
)
_PREFERENCES: Final = Preferences(
    when=(
        rf"(?:{_CLOCK}|{_EVER}|{_TOO}) (?:{_LITTLE} |call |phone |fon |hi |bilkul |sirf ){{0,4}}(?:{_NOT}|kabhi nahi|bilkul nahi|time nahi)(?: {_DO}| milta| hota)?",
        rf"(?:sirf|keval|hamesha|behtar|accha|hi) (?:{_LITTLE} )?(?:{_CLOCK}|{_EVER})",
        rf"(?:{_CLOCK}|{_EVER}) (?:{_LITTLE} )?(?:hi|hamesha|sirf) (?:call|phone|fon|karna|karo|kijiye|karein|theek|baat|milta|milti)",
        rf"(?:{_CLOCK}|{_EVER}) (?:\w+ )?(?:theek rehta|theek rahega hamesha|free hota|free hoti|ghar pe hota|milta hoon|milti hoon|behtar)",
        r"\w+ se \w+ (?:baje )?(?:ke beech|tak) (?:\w+ )?(?:milta|free|call|phone|karo|kijiye|karein|kariye)",
        rf"(?:{_EVER}) (?:se|ke beech) (?:\w+ )?(?:hi )?(?:call|phone) (?:kijiye|karo|karein)",
        r"(?:doosre|dusre|landline|mobile|office|ghar) (?:wale )?(?:number )?(?:par|pe) (?:hi )?(?:call|phone|fon|kiya|karo|karna|kijiye)(?: \w+)?",
        rf"(?:{_CLOCK_DEV}|{_EVER_DEV}) (?:{_LITTLE_DEV} |कॉल |फोन |ही |बिल्कुल ){{0,4}}(?:{_NOT_DEV}|कभी नहीं)(?: {_DO_DEV})?",
        rf"(?:सिर्फ|केवल|हमेशा) (?:{_LITTLE_DEV} )?(?:{_CLOCK_DEV}|{_EVER_DEV})",
        rf"(?:{_CLOCK_DEV}|{_EVER_DEV}) (?:{_LITTLE_DEV} )?(?:ही|हमेशा) (?:कॉल|फोन|करना|करो|कीजिए|किया|करें|ठीक|बात)(?: \S+)?",
        rf"(?:{_CLOCK_DEV}|{_EVER_DEV}) (?:\S+ ){{0,2}}(?:सबसे अच्छा|ठीक है हमेशा|ठीक रहता|बेहतर)(?: \S+)?",
        r"\S+ से \S+ (?:बजे )?के बीच (?:\S+ )?(?:फोन|कॉल|ठीक|किया)(?: \S+)?",
        r"(?:दूसरे|लैंडलाइन|मोबाइल|ऑफिस|घर) (?:वाले )?(?:नंबर )?पर (?:ही )?(?:कॉल|फोन|किया)(?: \S+)?",
    ),
    writing=(
        r"(?:message|msg|sms|email|mail|whatsapp|whats app|watsap) (?:kar|bhej|daal|likh) ?(?:diya|dena|diya karo|do|dijiye)? ?(?:karo|kijiye|karein)? ?(?:call|phone|fon)? ?(?:ki jagah|ke bajay|mat)",
        r"(?:call|phone|fon) (?:ki jagah|ke bajay|ke badle|se accha|se behtar)",
        r"(?:sirf|keval|hamesha|aage se) (?:\w+ )?(?:message|sms|email|mail|whatsapp|whats app)",
        r"(?:message|sms|email|mail|whatsapp|whats app) (?:par|pe|se|mein|me)? ?(?:hi|behtar|accha|theek) (?:contact|baat|kiya|karo|rehta|hai|rahega|sampark|karein|message)",
        r"(?:message|msg|sms|email|mail|whatsapp) (?:kar|bhej) diya (?:karo|kijiye|karein)",
        r"(?:whatsapp|whats app|email|mail) (?:pe|par) (?:hi )?(?:message|contact|sampark|baat) (?:karo|kijiye|karein|kiya karo)",
        r"(?:likh|likhit) (?:ke|kar|mein|me|ke hi) (?:bhejo|bhej|bheja|bhejiye|mil sakta|do|hi|dijiye)(?: \w+){0,2} ?(?:karo|behtar|hai|kya)?(?: aage se)?",
        r"(?:phone|call|phone pe baat)(?: \w+){0,2} (?:pasand nahi|accha nahi lagta|nahi pasand)",
        r"(?:phone|call) (?:mat|nahi|na) (?:karo|kijiye|karein|karna)(?: \w+){0,2} (?:whatsapp|message|msg|sms|email|mail|likh)\w*",
        r"(?:मैसेज|एसएमएस|ईमेल|व्हाट्सएप) (?:कर|भेज|किया|डाल) ?(?:दिया|दें|दो)? ?(?:करो|कीजिए|करें)? ?(?:कॉल|फोन)? ?(?:की जगह|के बजाय)",
        r"(?:कॉल|फोन) (?:की जगह|के बजाय|के बदले|से अच्छा|से बेहतर)",
        r"(?:सिर्फ|केवल|हमेशा|आगे से) (?:\S+ )?(?:मैसेज|एसएमएस|ईमेल|व्हाट्सएप)",
        r"(?:मैसेज|एसएमएस|ईमेल|व्हाट्सएप) (?:पर|से|में)? ?(?:ही|मैसेज|बेहतर|अच्छा|पसंद) ?(?:संपर्क|बात|किया|करें|कीजिए|करो|है)?",
        r"(?:ईमेल|मैसेज) किया (?:कीजिए|करो|करें)",
        r"(?:लिख|लिखित) (?:कर|के|में) (?:भेजिए|भेजा|भेजो|भेजें|ही)(?: \S+)?",
        r"(?:फोन|कॉल)(?: \S+){0,3} (?:पसंद नहीं|अच्छा नहीं लगता)",
        r"(?:फोन|कॉल) (?:मत|नहीं|न) (?:करो|कीजिए|करें|करना)(?: \S+){0,2} (?:व्हाट्सएप|मैसेज|एसएमएस|ईमेल|मेल|लिख)\S*",
        r"(?:मैसेज|ईमेल) पसंद है",
    ),
    how_often=(
        r"(?:hafte|mahine|saal|teen mahine|do hafte|month|week|din) (?:mein|me) (?:ek|do|\w+) (?:baar|call|bar) (?:se zyada |bhi )?(?:kaafi|kafi|bahut|theek|nahi|accha|bas|chalega)",
        r"(?:hafte|mahine|saal|month|week) (?:mein|me) (?:ek|do) se zyada",
        r"(?:roz|roz roz|har roz|har din|itni baar|itna|itna zyada|baar baar) (?:\w+ )?(?:mat|nahi|na) (?:karo|kijiye|kiya|karna|karein)",
        r"(?:thode |thoda |zara )?kam (?:calls?|phone|baar) (?:karo|kiya|kijiye|karein)",
        r"(?:saal|mahine|hafte) mein (?:do|ek) baar se zyada nahi",
        r"(?:हफ्ते|महीने|साल|दिन) में (?:एक|दो|\S+) (?:बार|कॉल) (?:से ज्यादा |ही )?(?:काफी|बहुत|ठीक|नहीं|बस|चलेगा)",
        r"(?:रोज|रोज रोज|हर रोज|हर दिन|इतनी बार|इतना|बार बार) (?:\S+ )?(?:मत|नहीं|न) (?:करो|कीजिए|किया|करना|करें)",
        r"(?:थोडा |थोडे |जरा )?कम (?:कॉल|फोन) (?:करो|किया|कीजिए|करें)",
    ),
    sms=(r"(?:sms|text|एसएमएस)",),
    whatsapp=(r"(?:whats ?app|watsap|व्हाट्सएप)",),
    email=(r"(?:e ?mail|mail|ईमेल|मेल)",),
    rates=Rates(
        counts={
            "ek baar": 1,
            "ek bar": 1,
            "ek call": 1,
            "do baar": 2,
            "do bar": 2,
            "do call": 2,
            "teen baar": 3,
            "एक बार": 1,
            "एक कॉल": 1,
            "दो बार": 2,
        },
        numbers={"do": 2, "teen": 3, "chaar": 4, "chhe": 6, "दो": 2, "तीन": 3},
        units={
            "din": 1,
            "roz": 1,
            "hafte": 7,
            "week": 7,
            "mahine": 30,
            "month": 30,
            "saal": 365,
            "दिन": 1,
            "हफ्ते": 7,
            "महीने": 30,
            "साल": 365,
        },
        per=r"(?:mein|me|में)",
        every=(r"har", r"हर"),
        unit_first=True,
        too_often=(r"(?:bahut zyada|बहुत ज्यादा)",),
    ),
)

# What a conversation comes to.
_Q: Final = r"(?: \S+){0,10}"
_DID: Final = r"(?:hai|hain|ho|hoon|hun|hu|tha|thi|the|h|he)"
_DAY_WORD: Final = rf"(?:{_DAY}|mangal|budh|guru|shukra|shani|som)"
_TIME: Final = rf"(?:baad (?:mein|me|main)|bad me|thodi der (?:mein|me|baad|se|bad)|kal(?: (?:subah|shaam|dopahar|phir se|wapas))?|parso|(?:aaj )?(?:shaam|sham|raat|dopahar|subah)(?: ko)?|(?:\w+ )?(?:ek|do|teen|aadhe|das|pandrah|bees|paanch|\d+) (?:ghante|ghanta|minute|din|hafte|mahine) (?:mein|me|baad|ke baad)|agle (?:hafte|mahine|saal|week|{_DAY_WORD})|{_DAY_WORD}(?: ko)?(?: \w+ baje)?|\w+ baje(?: ke baad| tak| ke aas paas)?|phir (?:kabhi|se)|dobara|wapas|kisi aur din|(?:diwali|holi|lunch|chhutti|khane) ke baad|tab|jab (?:mere|meri|wo|main|hum) \w+)"
_BAT: Final = r"(?:call|phone|fon|kol|baat|try|sampark|contact|ring|call back|koshish)"
_KARO: Final = r"(?:karo|karna|karo na|kijiye|kijiyega|karein|kariye|kariyega|kare|karte hain|kar lena|kar lijiye|kar lo|kar sakte (?:hain|ho)|kar dena|lagaiye|lagana|hogi|ho sakti hai|karenge|karunga|karungi)"
_TIME_DEV: Final = r"(?:बाद में|थोडी देर (?:में|बाद|से)|कल(?: (?:सुबह|शाम|दोपहर|फिर से))?|परसों|(?:आज )?(?:शाम|रात|दोपहर|सुबह)(?: को)?|(?:\S+ )?(?:एक|दो|तीन|आधे|दस|पंद्रह|बीस|पांच|\d+) (?:घंटे|घंटा|मिनट|दिन|हफ्ते|महीने) (?:में|बाद|के बाद)|अगले (?:हफ्ते|महीने|साल|\S+)|(?:रविवार|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार)(?: को| दोपहर| शाम)?|\S+ बजे(?: के बाद| तक)?|फिर (?:कभी|से)|दोबारा|वापस|किसी और दिन|(?:दिवाली|होली|छुट्टी|लंच) के बाद|नए साल में|तब)"
_BAT_DEV: Final = r"(?:कॉल|फोन|बात|संपर्क|कोशिश|ट्राई)"
_KARO_DEV: Final = r"(?:करो|करना|कीजिए|कीजिएगा|करें|करिए|करिएगा|करते हैं|कर लेना|कर लीजिए|कर सकते (?:हैं|हो)|हो सकती है|करेंगे|करूंगा|करूंगी|लगाना|लगाइए|होगी)"

_NO_OUTCOME: Final = (
    # What is bought is not refused by its price or size; other things one is ready for, or was never given.
    r"(?:zyada|jyada|itna|ज्यादा|इतना) (?:zyada |ज्यादा )?(?:paisa |paise |पैसा |पैसे )?(?:kharch|kharcha|lagana|खर्च|खर्चा|लगाना) (?:nahi|nahin|नहीं)(?: (?:karna|chahiye|chahta|chahti|करना|चाहिए|चाहता|चाहती)){0,2}|(?:sabse|सबसे) \S+ (?:wala|wali|वाला|वाली) (?:nahi|नहीं) (?:chahiye|चाहिए)|(?:sone|school|khane|सोने|स्कूल|खाने) (?:ko|ke liye|को|के लिए) (?:taiyaar|tayyar|taiyar|तैयार)(?: (?:hoon|hun|hain|hai|हूं|हैं|है))?",
    r"(?:pehle|पहले)(?: \S+){0,2}? (?:nahi|nahin|नहीं) (?:\S+ )?(?:tha|thi|था|थी)|(?:nahi|nahin|नहीं) (?:chahiye|lena|चाहिए|लेना) (?:tha|thi|था|थी)",
    r"(?:agar|अगर) (?:koi|kisi|main kahun|main bolun|किसी|कोई|मैं कहूं|मैं बोलूं)(?: \S+){1,7}|(?:meri|mera|mere|मेरी|मेरा|मेरे) (?:behen|bahan|bhai|beta|beti|pati|biwi|dost|maa|saas|बहन|भाई|बेटा|बेटी|पति|दोस्त|मां|सास|जीजा)(?: \S+){0,4} (?:kehti|kehta|bolti|bolta|कहती|कहता|बोलती|बोलता)(?: \S+){1,7}|(?:plumber|technician|saas|mehmaan|rishtedar|dost|सास|मेहमान|रिश्तेदार|दोस्त|mistri|mechanic|doctor|courier|टेक्नीशियन|प्लंबर|मिस्त्री|डॉक्टर) (?:kal|shaam ko|कल|शाम को|subah) (?:aayega|aayenge|आएगा|आएंगे)|aapke liye|main maalik nahi|bol diya mera naam(?: \w+){0,2}|(?:रिमोट|बटन)(?: \S+){0,4}",
    r"(?:kisne|aapko kisne|kya main|mere (?!paas)\S+|mera (?!man|koi)\S+|meri (?!koi)\S+|unko|unhe|usko|sabko|sab ko|log|bete ko) (?:\S+ ){0,4}(?:interest|interested|dilchaspi|ruchi)(?: \S+){0,3}",
    r"(?:phone|call) mat (?:karo|kijiye|karna) (?:whatsapp|message|msg|sms|email|likh)\w*(?: \w+){0,2}|(?:फोन|कॉल) मत (?:करो|कीजिए) (?:मैसेज|व्हाट्सएप|लिख|ईमेल)\S*(?: \S+){0,2}",
    r"(?:whatsapp|message|msg|sms|email|mail|likh) (?:\w+ ){1,3}(?:phone|call) (?:ki jagah|mat \w+)|(?:लिख|मैसेज|ईमेल) (?:\S+ ){1,3}(?:फोन|कॉल) (?:की जगह|मत \S+)",
    r"likh kar bhejo to (?:better|behtar|accha)(?: \w+)?",
    r"(?:isme|is mein|iska) interesting kya(?: \S+)?",
    r"(?:pehle|pahle|tab) (?:\S+ ){0,3}(?:interest|interested|dilchaspi|man)(?: \S+){0,2}",
    r"(?:agar|jaise|jab) (?:\S+ ){0,4}(?:interest|interested|dilchaspi)(?: \S+)?",
    r"(?:accha|acha|badhiya|interesting|theek|sahi)(?: to)?(?: lag raha)? hai (?=(?:par|lekin|magar|bas)(?!\S))",
    r"(?:kuch|kuchh) (?:bhi )?(?:mat|na|nahi) (?:bhejo|bhejiye|bhejna|bhejiyega)",
    r"(?:bhejne|mail karne|message karne) ki (?:koi )?(?:zaroorat|jarurat|zarurat) (?:nahi|nahin)",
    r"(?:mail|email|message|link|chitthi|parcel|brochure|sms|whatsapp) (?:\S+ ){0,3}(?:mila|aaya|bheja|bhej diya|bhej di|bheji|aayi|aata|khul|chal|likha)(?: \S+){0,3}",
    r"(?:aapne|maine|usne|unhone|kisne|humne) (?:\S+ ){0,5}(?:bheja|bheji|bhej diya|call kiya|phone kiya|call ki|bola|mangwaya)(?: \S+){0,2}",
    r"(?:mistri|mechanic|technician|aadmi|kisi ko|bande ko|bete ko) (?:\S+ )?(?:bhej|bhejo|bhejiye|bhejte|bhejta)(?: \S+){0,2}",
    r"(?:ke|kisi ke|kisi|ek) (?:\S+ )?(?:call|phone) ka (?:wait|intezaar|intazar)(?: \S+){0,3}",
    r"(?:galat|ghalat) (?:bill|pata|pin|rang|ghar|baat|jawab|darwaza|naam)(?: \S+)?",
    r"(?<!aapko )(?:galat|ghalat) number (?:diya|de diya|likha|bataya)(?: \S+)?",
    r"koi (?:baat|dikkat|problem|pareshani) (?:nahi|nahin)|bura nahi|mehnga nahi|mehenga nahi",
    r"(?:iske liye|uske liye) (?:\S+ ){0,2}(?:chahiye|chaiye)(?: \S+)?",
    r"(?:kya|kaun|kaunsa|kaunsi|kitne|kitna) (?:\S+ ){0,3}(?:chahiye|chaiye)(?: aapko| hota)?",
    r"(?:मेरे \S+|मेरा (?!कोई)\S+|मेरी (?!कोई)\S+|उनको|उन्हें|सबको|किसने|क्या मैं|बेटे को) (?:\S+ ){0,4}(?:रुचि|दिलचस्पी|इंटरेस्ट)(?: \S+){0,2}",
    r"(?:पहले|तब) (?:\S+ ){0,3}(?:रुचि|दिलचस्पी|मन)(?: \S+){0,2}",
    r"(?:अच्छा|बढिया|दिलचस्प|ठीक|सही)(?: तो)?(?: लग रहा)? है (?=(?:पर|लेकिन|मगर|बस)(?!\S))",
    r"(?:कुछ|परचे|कुछ भी) (?:मत|न|नहीं) (?:भेजो|भेजिए|भेजना|भेजिएगा)",
    r"भेजने की (?:कोई )?(?:जरूरत|आवश्यकता) नहीं",
    r"(?:मेल|ईमेल|मैसेज|लिंक|चिट्ठी|पार्सल|ब्रोशर|एसएमएस|डाक) (?:\S+ ){0,3}(?:मिला|आया|भेजा|भेज दिया|भेज दी|आता|आती|आते|खुल|लिखा)(?: \S+){0,3}",
    r"(?:आपने|मैंने|उसने|उन्होंने|किसने|हमने|मेरे पति ने) (?:\S+ ){0,5}(?:भेजा|भेज दिया|भेज दी|फोन किया|कॉल किया|लिखा था|फैक्स कर दिया|बताया)(?: \S+){0,2}",
    r"(?:मिस्त्री|तकनीशियन|आदमी|बेटे को|किसी को) (?:\S+ )?(?:भेज|भेजते|भेजता|भेजिए)(?: \S+){0,2}",
    r"(?:ब्याज|लोन) (?:\S+ ){0,4}(?:रुचि)(?: \S+)?",
    r"गलत (?:बिल|पता|पिन|रंग|घर|बात|चीज|दरवाजा|नाम)(?: \S+)?",
    r"कोई (?:बात|दिक्कत|परेशानी) नहीं|बुरा नहीं|महंगा नहीं",
    r"(?:इसके लिए|उसके लिए) (?:\S+ ){0,2}चाहिए(?: \S+)?",
    r"(?:क्या|कौन|कौनसा|कितने|कितना) (?:\S+ ){0,3}चाहिए(?: आपको)?",
)
_QUESTIONS: Final = (
    rf"^(?:haan |accha |ji |to |par |hello ){{0,2}}(?:kaun|kahan|kahaan|kab(?! (?:shuru|laga|se shuru|join))|kitne|kitna|kitni|kaise(?! (?:order|register|karun|karu|karoon|karein|loon|lu|join|book))|kyon|kyun(?! nahi)|kaunsi|kaunsa|kis|kisko|kisne|kisliye)(?!\S){_Q}",
    rf"(?:^|(?:haan|accha|ji|to|par) )kya (?:aapne|aap (?:bank|kal|sabko|sab|insurance|robot|mujhe jaante)|main (?!\S+ (?:book|order|le|kar)\S*)|aapke paas|maine|usne|wo|ye|yeh|mujhe (?:bhejna|dena|karna)|iske liye){_Q}",
    r"(?:\S+ ){0,8}(?:kyon|kyun|kab|kahan|kitne|kitna|kaun|kisne)(?! nahi| nahin)(?: \S+){0,3} (?:hai|hain|ho|tha|thi|the|kiya|rahe ho|rahe hain|karte ho|bheja|hoga|lagega|pada|milega|mila)(?: \S+)?$",
    rf"^(?:हां |अच्छा |जी |तो |पर ){{0,2}}(?:कौन|कहां|कब(?! (?:शुरू|लगा|से शुरू))|कितने|कितना|कितनी|कैसे(?! (?:ऑर्डर|करूं|करें|लूं|बुक))|क्यों(?! नहीं)|कौनसी|कौनसा|किस|किसको|किसने|किसलिए)(?!\S){_Q}",
    rf"(?:^|(?:हां|अच्छा|जी|तो|पर) )क्या (?:आपने|आप (?:बैंक|कल|सबको|सब|रोबोट|अंग्रेजी)|आपके पास|मैंने|उसने|वो|यह|ये|मुझे (?:भेजना|देना|करना)|इसके लिए){_Q}",
    r"(?:\S+ ){0,8}(?:क्यों|कब|कहां|कितने|कितना|कौन|किसने)(?! नहीं)(?: \S+){0,3} (?:है|हैं|हो|था|थी|थे|किया|रहे हो|रहे हैं|करते हो|भेजा|होगा|लगेगा|मिला)(?: \S+)?$",
)
_REQUESTS: Final = (
    r"(?:lene|join|kharidne|judne|लेने|ज्वाइन|खरीदने|जुडने) (?:ka|का) (?:process|tareeka|tarika|प्रोसेस|तरीका) (?:kya|क्या)(?: \S+)?",
    r"(?:kab|kaise|kahan)(?: \S+){0,2} (?:le|aa|mil) (?:sakte|sakta|sakti)(?: \S+){0,2}|(?:कब|कैसे|कहां)(?: \S+){0,2} (?:ले|आ|मिल) (?:सकते|सकता|सकती)(?: \S+){0,2}|(?:kab|kaise|kahan|sign kahan|agla step kya|kaunse document|iske liye kya|aage kya)(?: \S+){0,2} (?:hai|chahiye|shuru|join|jud|karna|book|start|lagwa|le)(?: \S+){0,2}|(?:कब|कैसे|कहां|साइन कहां|इसके लिए क्या|आगे क्या)(?: \S+){0,2} (?:शुरू|जुड|करना|बुक|लगवा|ले|ज्वाइन|जॉइन)(?: \S+){0,2}",
    r"(?:kya )?(?:aap|tum|main|hum) (?:\S+ ){0,6}(?:sakte|sakti|sakta) (?:hain|ho|hai|hoon|hun)",
    r"(?:kar|bhej|mil|ho) (?:sakte|sakti|sakta) (?:hain|ho|hai)|kaise (?:order|register|karun|karu|karoon|karein|loon|lu|join|book)\S*",
    r"(?:क्या )?(?:आप|तुम|मैं|हम) (?:\S+ ){0,6}(?:सकते|सकती|सकता) (?:हैं|हो|है|हूं)",
    r"(?:कर|भेज|मिल|हो) (?:सकते|सकती|सकता) (?:हैं|हो|है)|कैसे (?:ऑर्डर|करूं|करें|लूं|बुक)\S*|कहां साइन",
)
_WRONG_NUMBER: Final = (
    r"(?:wo|woh|वो|वह) (?:office|dukaan|company|daftar|clinic|ऑफिस|दुकान|कंपनी|दफ्तर|क्लिनिक) (?:ab|अब) (?:yahan|यहां) (?:nahi|नहीं)(?: \S+)?",
    r"(?:maine|मैंने) (?:koi|kuch|कोई|कुछ) (?:jaankari|cheez|loan|जानकारी|चीज|लोन)? ?(?:nahi|नहीं) (?:maangi|maanga|li|liya|मांगी|मांगा|ली|लिया) (?:koi|kisi|कोई|किसी) (?:aur|और)(?: \S+){1,2}|(?:yahan|यहां) (?:nahi|नहीं) (?:hai|हैं|है) (?:wo|woh|वो)$",
    r"(?:us|is|उस|इस) (?!company|offer|scheme|कंपनी|ऑफर|स्कीम)\S+ (?:ko|को) (?:yahan |यहां )?(?:koi|कोई) (?:nahi|नहीं) (?:jaanta|janta|pehchanta|जानता|पहचानता)|(?:phone|number|sim|फोन|नंबर|सिम) (?:pehle|पहले) (?:kisi|किसी) \S+ (?:ka|ki|का|की) (?:tha|thi|था|थी)|main (?:wo|woh) (?!busy|free|robot)\w+ nahi hoon$",
    r"(?:main|मैं) (?:wo|woh|वो|वह) (?:nahi|नहीं) (?:jo|jise|jinko|जो|जिसे|जिनको)(?: \S+){1,4}|(?:is naam|इस नाम) (?:ki|ka|ke|की|का|के) (?:\S+ )?(?:ne )?(?:kabhi|कभी|ने कभी)(?: \S+){0,2} (?:nahi|नहीं)(?: \S+){0,2}|(?:wo|woh|वो|वे) (?:to |तो )?(?:guzar|गुजर) (?:chuke|gaye|चुके|गए)(?: \S+)?|(?:personal|ghar ka|पर्सनल|घर का) (?:number|नंबर) (?:hai|है) (?:office|dukaan|company|ऑफिस|दुकान|कंपनी) (?:ka|का) (?:nahi|नहीं)",
    r"(?:yahan|यहां) (?:ab )?(?:doosra|dusra|koi aur|दूसरा|कोई और) (?:parivar|family|परिवार)|(?:kisi aur|किसी और) (?:ka|ki|का|की) (?:hoga|hogi|होगा|होगी)$|(?:ye|yeh|ये|यह) (?:to |ek |तो |एक ){0,2}(?:school|hospital|clinic|dukaan|daftar|स्कूल|अस्पताल|क्लिनिक|दफ्तर) (?:ka|का) (?:number|phone|नंबर|फोन) (?:hai|है)$|(?:unhone|wo|उन्होंने) (?:ghar|घर) (?:badal|बदल) (?:liya|लिया)(?: \S+)?|saal se (?:ye|yeh) number mera|साल से (?:ये|यह) नंबर मेरा",
    r"\S+ (?:ji|sahab) (?:yahan|idhar) (?:par |pe )?nahi (?:rehte|rehti|rehta)|\S+ (?:जी|साहब) (?:यहां|इधर) (?:पर )?नहीं (?:रहते|रहती|रहता)",
    r"(?:is|us|aise) (?:\w+ )?ka naam (?:to )?(?:pehli baar|kabhi nahi) (?:suna|sun)(?: \w+){0,2}|(?:ye|yeh) (?:to )?(?:\w+ ){0,2}(?:ki dukaan|ka daftar|ka ghar|ka office|ka clinic) ka number(?: \w+){0,2} (?:kisi|\w+) (?:\w+ )?(?:ka|ki) nahi|(?:hamare|humare|mere|is) ghar (?:mein|me) (?:\w+ ){1,2}naam (?:ka|ki) (?:koi )?nahi(?: \w+)?|aapko (?:kisi ne )?(?:galat|ghalat) number (?:de diya|diya|mila)(?: \w+)?|(?:wo|woh|ve|unhone) (?:\w+ ){0,3}(?:ye |yeh )?(?:ghar|makaan|number|naukri|company) chhod (?:chuke|diya|gaye)(?: \w+)?|(?:is number ka|number ka) maalik badal(?: \w+){0,2}|pata nahi aap (?:kiski|kiske|kisko)(?: \w+){0,4}|mera naam \w+ hai \w+ nahi$",
    r"(?:इस|उस|ऐसे) (?:\S+ )?का नाम (?:तो )?(?:पहली बार|कभी नहीं) (?:सुना|सुन)(?: \S+){0,2}|(?:ये|यह) (?:तो )?(?:\S+ ){0,2}(?:की दुकान|का दफ्तर|का घर|का ऑफिस|का क्लिनिक) का नंबर(?: \S+){0,2} (?:किसी|\S+) (?:\S+ )?(?:का|की) नहीं|(?:हमारे|मेरे|इस) घर में (?:\S+ ){1,2}नाम (?:का|की) (?:कोई )?नहीं(?: \S+)?|(?:वो|वह|वे|उन्होंने) (?:\S+ ){0,3}(?:ये |यह )?(?:घर|मकान|नंबर|नौकरी|कंपनी) छोड (?:चुके|दिया|गए)(?: \S+)?|नंबर का मालिक बदल(?: \S+){0,2}|पता नहीं आप (?:किसकी|किसके|किसको)(?: \S+){0,4}|मेरा नाम \S+ है \S+ नहीं$",
    r"(?:ye|yeh) (?:to )?(?:ghar|dukaan|office|hotel|school|hospital) ka (?:number|phone) (?:hai|h) (?:\w+ )?ka nahi|(?:ye|yeh|unka|uska) (?:\w+ )?(?:number|phone) ab (?:unka|uska) nahi|(?:wo|woh|ve) (?:ab )?(?:is|hamari) (?:company|office|daftar|ghar|pate) (?:mein|me|par|pe) (?:ab )?(?:kaam )?nahi(?: \w+){0,3}|aap (?:shayad )?kisi aur se baat (?:karna|kar rahe)(?: \w+){0,3}",
    r"(?:ये|यह) (?:तो )?(?:घर|दुकान|ऑफिस|होटल|स्कूल|अस्पताल) का (?:नंबर|फोन) है (?:\S+ )?का नहीं|(?:ये|यह) (?:नंबर|फोन) अब (?:उनका|उसका|उनके पास) नहीं(?: \S+)?|(?:ये|यह) (?:उनका|उसका) (?:नंबर|फोन) नहीं(?: \S+)?|(?:वो|वह|वे) (?:अब )?(?:इस|हमारी) (?:कंपनी|ऑफिस|दफ्तर|घर|पते) (?:में|पर) (?:अब )?(?:काम )?नहीं(?: \S+){0,3}|आप (?:शायद )?किसी और से बात (?:करना|कर रहे)(?: \S+){0,3}",
    r"(?:ये|यह)(?: (?:तो|एक|वाला|अब)){0,4}+ (?:\S+ )?(?:दुकान|स्कूल|विद्यालय|दफ्तर|अस्पताल|क्लिनिक|होटल|भवन|निवास|पीसीओ|मेडिकल|मंदिर|ढाबा|गैरेज|थाना|ऑफिस|घर|फैक्ट्री|कोचिंग)(?: (?:का नंबर|लगा|का दफ्तर|ऑफिस))?(?: है)?(?: (?:भैया|भाई|जी|बेटा|साहब))? (?:किसको|किसे|आप(?:ने)? (?:शायद|किसी|गलत)|यहां कोई|यहां तो|कोई|\S+ (?:का )?(?:दफ्तर|घर|ऑफिस|कंपनी) नहीं)",
    r"(?:उस|उन|इस|किसी|आपके) (?!कंपनी|बैंक|स्कीम|ऑफर|बारे)(?:\S+ )?(?:\S+ )?को (?:तो |मैं |हम ){0,2}(?:नहीं (?:जानते|जानता|जानती|पहचानते|पहचानता|पहचानती)|(?:जानता|जानती|जानते)(?: तक)? नहीं)|(?:यहां|इहां|इधर|यहा) (?:तो )?(?:कोई|कोनो) (?:(?!दिक्कत|परेशानी|बात|समस्या|जरूरत|दुकान|नेटवर्क)\S+ ){1,3}(?:नहीं|ना) (?:है|हैं|मिलेगा|मिलेगी|रहता|रहती|रहते)",
    r"(?:नंबर|सिम|फोन) (?:को )?(?:\S+ ){0,4}(?:महीने पहले|हफ्ते पहले|नया|नई|किसी से|अभी) (?:\S+ )?(?:लिया|खरीदा|ली|मिला)|(?:पहले|पहिले) (?:ये )?(?:किसी और (?:का|की)|किसकी|किसका) (?:होगा|था|थी)|गलत (?:लग गया|पहुंच|मिल गया|मिला दिया)(?: \S+){0,2}|किसी (?:और|दूसरे) (?:को|का|की) (?:\S+ ){0,2}(?:खोज|ढूंढ|पूछ|नंबर (?:डल|लगा|मिला|ले))(?: \S+){0,3}|अंक (?:इधर का उधर|गलत)(?: \S+)?|(?:उनका|\S+ (?:जी|साहब) का) नंबर (?:ये नहीं|अलग है)",
    r"(?:किसी|किस) (?:\S+ ){0,2}को (?:पूछ|ढूंढ|खोज) रहे|is naam ka (?:\w+ )?(?:is|hamare|yahan)(?: \w+){1,4} nahi(?: \w+){0,3}|ye unka nahi",
    r"(?:galat|galt|wrong|rong|ghalat) (?:number|nambar|no|nmbr)(?! (?:diya|de diya|likha|bataya|hai kya|tha kya))(?: (?:hai|he|h|lagaya|lagaaya|dial|mila|milaya|lag|hain)\S*)?",
    r"(?:galat|ghalat) (?:jagah|aadmi|number par|no) (?:\S+ ){0,3}(?:phone|call|lag|laga|kar rahe|kiya|lagaya|mil)(?: \S+){0,3}|^(?:\S+ )?galat lag gaya(?: \S+)?$|phone galat (?:jagah )?lag(?: \S+)?",
    r"(?:yahan|yaha|idhar|is number pe|is ghar mein|hamare yahan) (?:to )?(?:koi|kisi) (?:\S+ ){0,4}(?:nahi|nahin|nhi) (?:rehta|rehti|rahta|rahti|rehte|hai|hain|kaam|he)",
    r"(?:is naam ka|is naam ki|iss naam ka|aisa koi) (?:\S+ ){0,3}(?:nahi|nahin|nhi)(?: \S+)?",
    r"(?:main|mai|mein|hum) (?:unko|unhe|use|usko|kisi \S+ ko|is \S+ ko|to unhe|kisi \S+ ji ko|inko)(?: to| bilkul)? (?:nahi|nahin|nhi) (?:jaanta|jaanti|janta|janti|pehchanta|pehchanti|jante|jaante)",
    r"(?:kisi|main) (?:\S+ ){0,2}(?:ko )?jaanta hi nahi|jaanti hi nahi|jante hi nahi",
    r"(?:wo|woh|vo|ve|\S+ ji|\S+) (?:ab |abhi )?(?:yahan|yaha|idhar) (?:ab )?(?:nahi|nahin|nhi) (?:rehte|rehta|rehti|kaam karte|kaam karti|kaam karta|rahte|rahti)(?: ab)?",
    r"(?:yahan kaam|is company mein kaam|yahan) (?:nahi|nahin) (?:karta|karti|karte)(?: ab)?",
    r"(?:ye|yeh|is) (?:number )?(?:ab |abhi )?(?:mera|hamara|hamaara)(?: number)? (?:ab |hai ab|hai)?(?:hai )?(?:\S+ )?(?<=ab)(?: \S+)?|number ab mera hai|ab ye mera (?:number )?hai|ab mera hai",
    r"(?:ye|yeh) (?:to )?(?:unka|uska|\S+ ji ka|\S+ ka|us aadmi ka) (?:ye )?number (?:nahi|nahin|nhi)(?: \S+)?|number (?:do saal se |ab )?(?:nahi|nahin) hai (?:unka|unke)",
    r"ye (?:to )?(?:school|dukaan|hospital|clinic|company|office|hotel|daftar) ka number (?:hai|he)(?: personal nahi)?(?! kya)",
    r"(?:main|mai|mein) (?:wo|woh|vo|sharma|\S+) (?:nahi|nahin|nhi) (?:hoon|hun|hu|jise|jinhe|jisko)(?: \S+){0,5}(?<!interested nahi hoon)(?<!robot nahi hoon)(?<!free nahi hoon)(?<!khush nahi hoon)(?<!taiyar nahi hoon)(?<!ghar nahi hoon)(?<!vyast nahi hoon)(?<!busy nahi hoon)(?<!akela nahi hoon)(?<!kharidta nahi hoon)(?<!machine nahi hoon)",
    r"mera naam (?:to )?(?:\S+ nahi(?:n)?|kuch aur|alag)(?: hai)?",
    r"(?:kisi aur|kisi doosre|doosre) (?:ko|se|ke liye|aadmi) (?:\S+ ){0,2}(?:dhoond|dhund|samajh|confuse|phone|call)(?: \S+){0,3}|kisi aur se confuse",
    r"(?:unka|uska|unhone|usne) (?:number badal|number change|ye number chhod|no badal)(?: \S+){0,2}",
    r"(?:ye|yeh|is) number (?:maine |hamein |mujhe )?(?:abhi|naya|nayaa|haal mein|pichhle mahine) (?:liya|mila|li)(?: \S+)?|pehle (?:kisi aur|unka|uska) (?:ka )?(?:number )?tha",
    r"(?:galat|रॉन्ग|रांग|गलत) (?:number|नंबर|नम्बर|नं)(?! (?:दिया|लिखा|बताया))(?: \S+){0,3}",
    r"(?:गलत) (?:जगह|आदमी) (?:\S+ ){0,3}(?:फोन|कॉल|लग|मिल)(?: \S+){0,3}|(?:नंबर|फोन) गलत (?:मिल|लग)(?: \S+)?|गलत जगह लग(?: \S+)?",
    r"(?:यहां|यहा|इधर|हमारे यहां) (?:तो )?(?:कोई|किसी|इस नाम का कोई) (?:\S+ ){0,4}नहीं (?:रहता|रहती|रहते|है|हैं|काम)(?: \S+)?",
    r"इस नाम (?:का|की|के) (?:\S+ ){0,3}नहीं(?: \S+)?",
    r"(?:मैं|हम) (?:उनको|उन्हें|उसे|उसको|किसी \S+ को|किसी \S+ जी को|तो उन्हें)(?: तो)? (?:नहीं (?:जानता|जानती|पहचानता|पहचानती|जानते)|जानता ही नहीं|जानती ही नहीं)",
    r"(?:वो|वह|वे) (?:अब )?यहां (?:अब )?(?:नहीं (?:रहते|रहता|रहती)|काम नहीं (?:करते|करती|करता))",
    r"(?:यह|ये) नंबर अब (?:मेरा|हमारा)(?: है)?|यह (?:हमारा|मेरा) (?:नया )?नंबर है(?: \S+){0,6}",
    r"(?:यह|ये) (?:तो )?(?:उनका|उसका|\S+ का) नंबर नहीं(?: \S+)?",
    r"(?:यह|ये) (?:तो )?(?:स्कूल|दुकान|अस्पताल|क्लिनिक|कंपनी|दफ्तर|डॉक्टर का क्लिनिक) (?:का नंबर |का क्लिनिक )?(?:है)(?: \S+){0,5}(?! क्या)",
    r"(?:मैं) (?:वो|वह|शर्मा|मोहन|\S+ जी) नहीं (?:हूं|हूँ)(?: \S+){0,5}|नहीं मैं \S+ नहीं हूं",
    r"मेरा नाम (?:तो )?(?:\S+ नहीं|कुछ और)(?: है)?",
    r"(?:किसी और) (?:को|से|के लिए) (?:\S+ ){0,3}(?:ढूंढ|समझ|फोन|कॉल)(?: \S+){0,4}",
    r"(?:उन्होंने|उनका|उसका) (?:नंबर बदल|नंबर छोड)(?: \S+){0,2}|पहले (?:किसी और|उनका) (?:का )?(?:नंबर )?था",
    r"(?:aapne|aap|tumne|yeh|ye)? ?galat (?:milaya|lagaya|lag gaya|dial kiya|jagah laga diya|aadmi(?: ko laga diya)?|number (?:hai|lag gaya|laga|mila|diya)(?: (?:aapka|aapko|kisi ne|bhai|hata do|delete kar do|ise)){0,9})|(?:aapko )?galat number diya(?: kisi ne)?|kaun sa number milaya(?: \w+){0,4}|गलत (?:आदमी|नंबर)(?: (?:है|लगा|लगा है|मिला|मिलाया|हटा दो)){0,9}",
    r"(?:ye|yeh|is|aisa) naam (?:pehli baar suna|kabhi nahi suna|ka koi nahi(?: \w+){0,2})|is naam (?:ko kabhi nahi suna|se koi nahi|ka yahan koi(?: \w+){1,3})|(?:koi|yahan koi|humare yahan koi) (?!baat|problem|dikkat|pareshani|sawaal|nahi|zaroorat|interest|fayda)\w+ nahi (?:yahan|hai yahan|rehta|rehti|rehte)?$|kaun (?:hai|hain) (?:ye|wo) (?:main |mujhe )?(?:nahi|pata nahi)(?: \w+)?|(?:pata nahi|mujhe nahi pata|nahi maloom) kaun (?:hai|hain)(?: (?:wo|ye))?|kaun \w+ yahan to(?: \w+){1,3}",
    r"main (?:wo|woh|vo|unki jagah|gupta ji|sharma ji|\w+ ji|rahul) nahi (?:hoon|hun|hu)|(?:wo|ye|yeh|woh) main nahi(?: (?:hoon|hun))?|mera naam (?:ye|yeh|wo|kuch aur|\w+) (?:nahi|nahin)?(?: )?(?:hai|nahi hai)$|(?:aap|tum) kisi aur ko (?:dhoondh|dhundh|dhoond)(?: \w+){0,2}|(?:aapko |aap ko )?koi aur (?:hoga|hogi|chahiye)(?: \w+){0,3}$|kisi aur se (?:confuse|mila)(?: \w+){0,3}|hamnaam|मैं (?:वो|वह) नहीं(?: हूं)?|मैं नहीं हूं वो|मेरा नाम (?:यह|ये) नहीं(?: है)?",
    r"(?:ye |yeh |ab |abhi ){0,4}(?:number|sim|phone)(?: \w+){0,3} (?:mere paas|abhi liya|naya|maine liya|kisi aur ka (?:tha|hai)|mera hai|unka nahi|uska nahi|wo nahi)(?: \w+){0,4}$|(?:naya|nayi) sim (?:liya|li|hai)(?: \w+){0,2}|(?:ye|ab ye|yeh) (?:unka|uska) (?:number|phone) nahi(?: (?:hai|raha))?|unka number badal gaya|pehle kisi aur ka (?:number )?tha|यह सिम(?: \S+){0,4}|यह उनका नंबर नहीं(?: है)?",
    r"(?:wo|woh|unhone|vo|kaun wo to)(?: \w+){0,3} (?:chale gaye|chali gayi|ghar badal liya|badal liya unhone|naukri chhod di|guzar chuke(?: hain)?|nahi rehte|kaam nahi karte|kirayedar the)(?: \w+){0,2}$|saalon pehle ghar badal(?: \w+){0,2}|(?:ye|yeh) (?:to |ek )?(?:dukaan|hospital|school|garage|clinic|ghar|mandir|hotel|restaurant)(?: hai)?(?: (?:office nahi|aapne galat(?: \w+)?|company nahi))?$|(?:ye|yeh) (?:\w+ )?(?:ji )?ka ghar nahi(?: hai)?|(?:ye|yeh) wo jagah nahi|yahan nahi hai$",
)
# Recognisers write Hindi in either script, and a call is also "put on" (lagao, milao).
_THEN_DEV: Final = rf"(?:{_TIME_DEV}|(?:\S+ )?घंटे (?:भर )?(?:बाद|में)|(?:थोडा|जरा) (?:रुक|ठहर) (?:के|कर)|(?:लंच|फुर्सत|ब्रेक) में|(?:\S+ )?(?:दोपहर|शाम|मगरिब|नमाज|पूजा|शिफ्ट) (?:\S+ )?(?:के )?बाद|(?:संझा|सांझ|सुबह|शाम|रात) (?:को|\S+ बजे)|(?:\S+ )?\S+ बजे|\S+ मिनट (?:में|बाद)|इसी टाइम|तब|फिर)"
_CALLS_DEV: Final = r"(?:मिला(?:इएगा|ना|इए|ओ| लेना| लीजिए|इएगा)|लगा(?:इएगा|ना|इए|ओ| लो| लेना| ना| दीजिए)|करिए(?:गा)?|कीजिए(?:गा)?|कीजिये|कर लीजिएगा|करिहा|करिह|करेंगे|करोगे)"

_CALLBACK: Final = (
    rf"(?:doosri|dusri|दूसरी) (?:call|line|कॉल|लाइन) (?:par|pe|पर|पे) (?:hoon|हूं)(?: \S+){{0,5}}|(?:abhi|अभी) (?:nahi|नहीं) (?:{_TIME}|{_TIME_DEV}|(?:aadhe|ek|do|आधे|एक|दो) (?:ghante|घंटे) (?:mein|baad|में|बाद))$",
    r"(?:abhi|aaj|अभी|आज) (?:mumkin|sambhav|मुमकिन|संभव) (?:nahi|नहीं)(?: (?:shayad|kal|phir|शायद|कल|फिर)(?: \S+){0,3})?$|(?:bas|abhi|बस|अभी) (?:nikal|निकल) (?:hi |ही )?(?:raha|rahi|रहा|रही) (?:hoon|हूं)$|thodi der (?:mein|me|baad) (?:phir se |dobara )?(?:milaiye|milao|lagaiye|lagao|milana)",
    rf"(?:{_TIME}) (?:\w+ )?(?:mil jaunga|mil jaungi|milunga|milungi|uplabdh rahunga)(?: \w+){{0,2}}|(?:{_TIME_DEV}) (?:\S+ )?(?:मिल जाऊंगा|मिल जाऊंगी|मिलूंगा|मिलूंगी)(?: \S+){{0,2}}|(?:ghar|office|घर|ऑफिस) (?:se|से) (?:nikal|निकल) (?:raha|rahi|रहा|रही) (?:hoon|हूं)(?: \S+){{0,4}}$",
    r"(?:mehmaan|मेहमान|pooja|पूजा|shaadi|शादी) (?:\S+ )?(?:aaye|aa gaye|आए|आ गए|chal rahi|चल रही)(?: \S+){0,2} (?:kal|parso|baad|shaam|कल|परसों|बाद|शाम)(?: \S+){0,3}",
    rf"(?:zaroor|haan|ji|theek hai) (?:par|lekin|magar) (?:{_TIME})$|(?:जरूर|हां|जी|ठीक है) (?:पर|लेकिन|मगर) (?:{_TIME_DEV})$|(?:ghante|minute|der|घंटे|मिनट|देर) (?:baad|mein|बाद|में) (?:free|khaali|फ्री|खाली) (?:hounga|hoon|ho jaunga|हूंगा|हूं|हो जाऊंगा)|(?:aaj|abhi|आज|अभी) (?:mushkil|मुश्किल) (?:hai|है) (?:kal|parso|shaam|कल|परसों|शाम)(?: \S+){{0,3}}|(?:ek|aadha|do|एक|आधा|दो) (?:ghanta|ghante|घंटा|घंटे) (?:do|dijiye|दो|दीजिए) (?:phir|fir|फिर)(?: \S+){{0,2}}|(?:se|से) (?:lautkar|laut ke|aakar|लौटकर|लौट के|आकर) (?:baat|call|phone|बात|कॉल|फोन)(?: \S+){{0,2}}|(?:sula|naha|khila|सुला|नहा|खिला) (?:raha|rahi|रहा|रही) (?:hoon|हूं)(?: \S+){{0,2}} (?:baad|बाद)(?: में)?$",
    r"kisi aur (?:time|samay|waqt|din) (?:\w+ )?(?:call|phone|baat)(?: \w+){0,2}|(?:ghar |office |wahan )?pahunch (?:ke|kar) (?:baat|call|phone) (?:karta|karti|karunga|karungi)(?: \w+){0,4}|(?:class|meeting|office|hospital|train|bus|mandir) (?:mein|me) (?:hoon|hun)(?: \w+){0,2} baat nahi(?: \w+){0,3}|(?:khana kha|naha|kaam kar) (?:loon|lun|lu) (?:phir|tab|uske baad)(?: \w+){0,4}",
    r"किसी और (?:समय|वक्त|दिन|टाइम) (?:\S+ )?(?:कॉल|फोन|बात)(?: \S+){0,2}|(?:घर |ऑफिस |वहां )?पहुंच (?:के|कर) (?:बात|कॉल|फोन) (?:करता|करती|करूंगा|करूंगी)(?: \S+){0,4}|(?:क्लास|मीटिंग|ऑफिस|अस्पताल|ट्रेन|बस|मंदिर) में (?:हूं)(?: \S+){0,2} बात नहीं(?: \S+){0,3}|(?:खाना खा|नहा|काम कर) (?:लूं|लू) (?:फिर|तब|उसके बाद)(?: \S+){0,4}",
    rf"(?:क्या आप |क्या |आप ){{0,2}}{_TIME_DEV}(?: \S+)? (?:फोन|कॉल|बात) कर (?:सकते|सकती) (?:हैं|हो)(?: क्या)?|(?:मालिक|साहब|मैडम|वो|मैनेजर|पति|पापा|पिताजी) (?:अभी )?(?:घर पर )?नहीं हैं(?: \S+)? (?:{_TIME_DEV})(?: \S+){{0,3}}|(?:kya aap |kya |aap ){{0,2}}{_TIME}(?: \w+)? (?:phone|call|baat) kar (?:sakte|sakti) (?:hain|ho)(?: kya)?",
    rf"(?<!मत )(?<!से )(?:{_THEN_DEV}) (?:(?!मत |नहीं |न |ना |ही )\S+ ){{0,2}}?{_CALLS_DEV}(?: (?:ना|फोन|बात|जी|भाई|मुझे|कॉल|भैया|बेटा|तो बात हो पाएगी))?$|(?:{_TIME_DEV}) (?:\S+ )?(?:बात|कॉल|फोन) (?:कर|हो) (?:सकती|सकते|सकता|पाएगी|लेंगे|लीजिएगा|जाएगी)|बात नहीं हो (?:सकती|पाएगी)(?: \S+){{0,5}}|(?:खत्म हो जाए|पहुंचूं|पहुंच जाऊं|लौटेंगे|आ जाएं|छूटे)(?: \S+){{0,3}} तब(?: \S+)?$",
    r"(?:baad|mein|ko|baje|jaake|tab|phir|break mein) (?:phone maaro|phone maarna|milana|milao|milaiye|lagao|lagana|lagaiye)$",
    rf"(?<!mat )(?<!aapne )(?<!sirf )(?<!mujhe roz ){_TIME} (?:(?!hi |mat |nahi |na |kya )\w+ ){{0,3}}?{_BAT} (?!mat |nahi |na ){_KARO}(?! (?:nahi|mat)(?!\S))(?: \w+)?",
    rf"{_BAT} (?!mat |nahi |na )(?:karna|karo|kijiye|kijiyega|karein|kariye) (?:\w+ )?{_TIME}",
    rf"{_TIME} (?:mujhe |wapas |hi |phir |phir se |pehle |aap |free |ghar |office ){{0,3}}(?:karna|karo|kijiye|kijiyega|kariye|karein|kar lena|try karo|try karna|lagaiye)(?: (?:phone|call|please|ji|aap|phir))?$",
    r"abhi (?:\w+ ){0,3}(?:busy|time (?:nahi|nahin)|vyast|meeting|gaadi|drive|driving|office mein|bahar|kaam|free nahi|baat nahi (?:kar|ho)|doctor|khana|nikal|raste|hospital|class|school|bazaar|train)(?: \w+){0,4}",
    r"(?:main |mai |hum |abhi )?(?:meeting|train|gaadi|gadi|bus|bazaar|office|class|raste|hospital|doctor ke paas|drive|lunch|kaam) (?:mein|me|pe|par|kar raha|kar rahi|chala raha|chala rahi|ke paas)?(?: khada| khadi)? ?(?:hoon|hun|hu|hain)(?: abhi| \w+){0,3}$",
    r"(?:gaadi|gadi|khana|meeting) (?:chala|kha|kar|bana|mein) (?:raha|rahi|rahe)(?: (?:hoon|hun|hu|hain))?(?: \w+){0,4}",
    r"(?:main |aapko )(?:aapko |khud |baad mein |wapas |kal ){0,3}(?:call back|wapas call|call|phone) (?:karta|karti|karunga|karungi|karenge) ?(?:hoon|hun|hu)?",
    r"(?:time|samay|fursat) (?:nahi|nahin|nhi) (?:hai|he|h)(?: \w+){0,2} ?(?:abhi|baad mein|kal)?(?! (?:isme|interest))",
    r"(?:kal|parso|baad mein|shaam ko|agle hafte|agle \w+|somvar|mangalvar|budhvar|guruvar|shukravar|shanivar|kal \w+|\w+ baje|das minute mein|ek ghante mein) (?:\w+ ){0,3}(?:theek rahega|theek hai|free|behtar rahega|try karo|pakka|baat karte|ho sakta hai|ho jaunga|ghar honge|aayenge|aayengi|hounga)(?: \w+){0,3}",
    r"(?:wo|woh|madam|sir|mere pati|meri patni|\w+ ji) (?:\w+ ){0,3}(?:nahi|nahin) (?:hain|hai) (?:\w+ ){0,3}(?:baad|kal|kijiye|try|aayenge|ghante)(?: \w+){0,4}|(?:kal|shaam ko|\w+ baje) (?:aayenge|aayengi|aayega|milenge)(?: \w+){0,3}",
    r"(?:tabiyat|tabiat) (?:theek|thik) (?:nahi|nahin)(?: \w+){0,6}|sochenge (?:call|phone) karna|(?:jab|tab) (?:\w+ ){1,4}(?:phone|call) (?:karna|karo|kijiye)",
    rf"(?<!मत )(?<!आपने )(?<!सिर्फ )(?:{_TIME_DEV}) (?:(?!ही |मत |नहीं |न )\S+ ){{0,3}}?{_BAT_DEV} (?!मत |नहीं |न ){_KARO_DEV}(?! क्या)(?: \S+)?",
    rf"{_BAT_DEV} (?:करना|करो|कीजिए|करें|करिए) (?:\S+ )?{_TIME_DEV}",
    rf"{_TIME_DEV} (?:मुझे |वापस |ही |फिर |फिर से |आप ){{0,3}}(?:करना|करो|कीजिए|करिए|करें|कर लेना|बात करें|बात करते हैं|कोशिश कीजिए|संपर्क (?:करिए|कीजिए))(?: (?:फोन|कॉल|जी))?$",
    r"अभी (?:\S+ ){0,4}(?:व्यस्त|समय नहीं|टाइम नहीं|मीटिंग|गाडी|बाहर|काम|खाना|डॉक्टर|बात नहीं (?:कर|हो)|ऑफिस|फ्री नहीं|लाइन में)(?: \S+){0,5}",
    r"(?:मीटिंग|ट्रेन|गाडी|बस|बाजार|ऑफिस|अस्पताल|डॉक्टर|सीढी) (?:में|पे|पर|चला|के पास) (?:\S+ )?(?:हूं|रहा हूं|रही हूं|खडा हूं|चढा हूं)(?: \S+){0,5}|खाना खा (?:रहा|रहे|रही) (?:हूं|हैं)(?: \S+){0,6}",
    r"(?:मैं |आपको )(?:आपको |बाद में |वापस |कल ){0,3}(?:कॉल|फोन) (?:करता|करती|करूंगा|करूंगी) ?(?:हूं)?(?: \S+){0,4}|(?:दस मिनट में|एक घंटे में) (?:फ्री|खाली)(?: \S+){0,2}",
    r"(?:कल|परसों|शाम को|अगले \S+|\S+वार(?: को| दोपहर)?|कल \S+|\S+ बजे) (?:\S+ ){0,3}(?:ठीक रहेगा|बात (?:हो सकती|करते)|मिलेंगे|आएंगे तब|फ्री|बेहतर रहेगा)(?: \S+){0,3}",
    r"समय नहीं (?:है|हैं)(?: \S+){0,4}",
    r"(?:kal|shaam|subah|dopahar|raat|parso|ek ghante|thodi der|do ghante|aadhe ghante|agle hafte|baad)(?: (?:ko|baad|mein|me|tak|pe|se)){0,9} (?:ghanti|lagana|lagao|maar dena|maarna|rakhte|rakho|rakhein|baat karte hain|karte hain|try karna|try karo|poochhna)(?: \w+){0,3}|(?:chhuttiyon|chutti|holi|diwali|eid|shaadi|tyohar|garmiyon|sardiyon|navratri|exam)(?: \w+)? (?:ke baad|mein|baad|phir)(?: \w+){1,4}$|(?:kisi aur|doosre|dusre) din$|(?:meeting|class|khana|(?<!se )(?<!apna )kaam|pooja|puja) chal (?:rahi|raha) hai(?: \w+){0,3}|(?:somvar|mangalvar|budhvar|guruvar|shukravar|shanivar|ravivar) ko (?:call|phone|baat)(?: \w+){1,2}$(?<!mat karna)(?<!mat karo)(?<!mat kiya)|battery khatam(?: \w+){0,6}|(?:kya aap )?(?:kal|baad mein|shaam ko) (?:phone|call) kar sakte(?: \w+)?|godh mein bachcha(?: \w+){0,2}|phir phone karna$(?<!mat phone karna)|abhi (?:nahi|gaadi chala(?: \w+){1,3})$",
)
_PUTS_OFF: Final = (
    r"(?:(?:ji|haan|nahi|sorry|accha|par|please|dekho) ){0,3}(?:abhi nahi|abhi nahin|abhi nhi|aaj nahi|baad mein|baad me|baad mein dekhte hain|thodi der mein|phir kabhi|kal|kal subah|kal shaam|parso|shaam ko|agle hafte|time nahi hai|abhi time nahi hai|abhi busy hoon)(?: (?:please|ji|theek hai|thik hai|ok|baad mein|dekhte hain|karna|karo)){0,3}",
    r"(?:(?:जी|हां|नहीं|सॉरी|अच्छा|पर) ){0,3}(?:अभी नहीं|आज नहीं|बाद में|थोडी देर में|फिर कभी|कल|कल सुबह|परसों|शाम को|अगले हफ्ते|समय नहीं है|अभी समय नहीं है)(?: (?:जी|ठीक है|बाद में|देखते हैं|करना)){0,3}",
)
_CALLBACK_IF_TIMED: Final = (
    r"(?:call|phone|fon|baat|try) (?!mat|nahi|na )(?:karo|karna|kijiye|kijiyega|karein|kariye|kar lena|kar sakte|karte hain)",
    r"(?:theek|behtar|accha) (?:rahega|hai|rehta)|free (?:hounga|hoon|ho jaunga)|(?:karna|karo|kijiye)$",
    r"(?:कॉल|फोन|बात|कोशिश) (?!मत|नहीं|न )(?:करो|करना|कीजिए|करें|करिए|कर सकते|करते हैं)",
    r"(?:ठीक|बेहतर|अच्छा) (?:रहेगा|है)|फ्री (?:हूं|हो जाऊंगा)|(?:करना|करो|कीजिए)$",
)
_FOLLOW_UP: Final = (
    r"(?:ek|एक) (?:detailed |\S+ )?(?:quotation|estimate|proposal|कोटेशन|प्रपोजल) (?:chahiye|चाहिए)(?: \S+)?$",
    r"(?:likhit|लिखित) (?:mein|me|में) (?:behtar|theek|accha|बेहतर|ठीक|अच्छा|दे|de)(?: \S+){0,4}",
    r"(?:patni|biwi|pati|bete|beti|boss|ca|accountant|पत्नी|पति|बेटे|बेटी|बॉस) (?:ko|को) (?:bhej|भेज) (?:do|dijiye|दो|दीजिए)(?: \S+){0,3}|(?:email|mail|ईमेल|मेल) (?:likh|note kar|लिख|नोट कर) (?:lo|lijiye|लो|लीजिए)(?: \S+){0,3} (?:bhej|भेज)(?: \S+)?|(?:website|वेबसाइट) (?:pe|par|पे|पर) (?:dekh|देख) (?:sakta|sakti|सकता|सकती)(?: \S+){0,2}|(?:document|kaagaz|likhit|डॉक्यूमेंट|कागज) (?:mein|par|pe|में|पर) (?:dekhna|dikha|देखना|दिखा)\S*(?: \S+)?",
    r"(?:mujhe|mujhko|humein) (?:\w+ )?bhejo (?:main|mai|hum|to)(?: \w+){0,4} (?:padh|dekh)(?: \w+){0,2}|(?:email|mail|message|whatsapp) (?:mein|me|par|pe) likh (?:do|dijiye|ke bhejo)|(?:मुझे|हमें) (?:\S+ )?(?:भेजो|भेजिए|भेज दो) (?:मैं|हम|तो)(?: \S+){0,4} (?:पढ|देख)(?: \S+){0,2}|(?:ईमेल|मेल|मैसेज|व्हाट्सएप) (?:में|पर) लिख (?:दो|दीजिए|के भेजो)",
    r"(?:प्रपोजल|प्रस्ताव|जानकारी|डिटेल|डिटेल्स|कोटेशन|लिंक|रेट)(?: \S+){0,2} (?:मेल|ईमेल|मैसेज|व्हाट्सएप) (?:कीजिए|करिए|करो|कर दीजिए|कर दो)|(?:apna|mera) (?:email|mail|whatsapp|number) (?:deta|deti|de raha|bata)(?: \w+){0,3} (?:bhej|daal|mail)(?: \w+){0,2}|(?:अपना|मेरा) (?:ईमेल|व्हाट्सएप|नंबर) (?:देता|देती|बता)(?: \S+){0,3} (?:भेज|डाल|मेल)(?: \S+){0,2}",
    r"(?:फोटो|पीडीएफ|फॉर्म|ऑफर|प्लान|पता|नक्शा|लोकेशन|सैंपल|डिटेल|डिटेल्स|प्रपोजल|वेबसाइट|डाक|कैटलॉग|जानकारी|रेट|लिस्ट|कागज|मैसेज|लिंक|एग्रीमेंट|कोटेशन|नंबर और नाम|दाम)(?: (?!मत|नहीं|ना|मिला|आया)\S+){0,6} (?:भेज(?:ो|ना|िए|िएगा|ोगे|दो| दो| दे| दीजिए| दीजिये| देना)|भिजवा(?:ओ|इए| दो| दीजिए)|व्हाट्स ?ऐप कर(?:ो| दो|िए)|टाइप कर(?:के| दो)|डाल (?:दे|दो|दीजिए|देना))(?! (?:नहीं|मत))|(?:पीडीएफ|कैटलॉग|ब्रोशर|फोटो|लिंक)(?: \S+){0,2} चाहिए|(?:टेक्स्ट|मैसेज|मेल|ईमेल|व्हाट्स ?एप|व्हाट्स ?ऐप|एसएमएस)(?: (?:पे|पर|में))?(?: (?!मत|नहीं)\S+){0,2} कर (?:दो|दीजिए|दे|दीजिये)|(?:टाइप करके|लिख के|लिखकर) (?:भेज|डाल|दे)(?: \S+)?",
    r"(?:photo|photos|rate|daam|location|pata|plan|form|sample)(?: \w+){0,4} (?:bhej|bhejo|bhejna|bhejiye|whatsapp karo)(?: (?:do|dijiye|dena))?(?! (?:mat|nahi))",
    r"(?:details?|jankari|jaankari|brochure|link|rate|rates|price list|rate list|quotation|catalogue?|information|info|catalog|contract|kaagaz|sab kuch|sab|pdf|menu|naksha|policy|document|documents|proposal|kuch likha hua|kuch) (?:\w+ ){0,5}(?:bhej|bhejo|bhejiye|bhejna|bhijwa|bhijwao|share|send|mail|email|whatsapp|sms|daal|forward)(?: (?:do|dijiye|dena|dijiyega|karo|kar do|kijiye|kar dijiye|dein|na)){0,2}(?! (?:nahi|mat))",
    r"(?<!aapne )(?<!maine )(?:mujhe |mere \w+ ko |usko |humko )?(?:mail|email|e mail|emel|whatsapp|watsap|whats app|message|msg|sms) (?:par |pe |pr )?(?:kar|bhej|daal|dal|likh) ?(?:do|dijiye|dena|dijiyega|dein|den|kijiye|karo)?(?: (?:sab|details|please|ji))?(?! diya karo| diya kijiye| diya hai| di hai)",
    r"(?:email|mail|emel|whatsapp|watsap|sms|post|pate|courier|mobile|office ke email) (?:par|pe|se|pr|mein) (?:\w+ ){0,2}(?:bhej|bhejo|bhejiye|bhejna|daal|dal|kar|bhijwa)(?: (?:do|dijiye|dena|sakte hain|sakte ho|kar do|kya)){0,2}",
    r"^(?:haan |ji |ok |theek hai |accha |to |haan ji ){0,3}(?:bhej|bhijwa|send kar) (?:do|dijiye|dena|sakte hain|sakte ho|lo)(?: (?:phir|dekh|dekhta|dekh leta|please|ji|batata|main|whatsapp|email|mail|sms)(?: \w+){0,3})?$|(?:mujhe|mere \w+ ko|husband ko|pati ko) bhej (?:do|dijiye|dena)",
    r"(?:aap |kya aap )?(?:mujhe )?(?:bhej|email kar|mail kar|whatsapp kar|message kar) (?:sakte|sakti) (?:hain|ho|hai)(?: kya)?",
    r"(?:likh|likhit|likhkar) (?:ke|kar|mein|me) (?:\w+ )?(?:do|dijiye|mil jaye|mil sakta|chahiye|bhejo|bhejiye)(?: \w+){0,3}|website (?:ka link|bata|batao|hai to|batayiye)(?: \w+){0,3}|kahan padh sakta(?: \w+){0,4}|pehle (?:likhit|contract|kaagaz)(?: \w+){0,3}",
    r"(?:padhne ke liye|padhunga|padh ke) (?:\w+ ){0,4}(?:bhej|do|dijiye|hua)(?: \w+){0,2}|(?:daak|post) (?:mein|se|me) (?:daal|bhej)(?: \w+)?",
    r"(?:डिटेल्स?|जानकारी|ब्रोशर|लिंक|रेट लिस्ट|रेट|कोटेशन|कैटलॉग|कागज|सब कुछ|शर्तें|आंकडे|पर्चा|कुछ|कॉन्ट्रैक्ट|खर्चे का अनुमान) (?:\S+ ){0,6}(?:भेज|भेजो|भेजिए|भेजना|भिजवा|भिजवाइए|मेल|ईमेल|शेयर|डाल|डलवा)(?: (?:दो|दीजिए|देना|दें|कर दो|कर दीजिए|कीजिए|फिर|सोचेंगे)){0,3}(?! (?:नहीं|मत))",
    r"(?<!आपने )(?<!मैंने )(?:मुझे |मेरे \S+ को )?(?:मेल|ईमेल|व्हाट्सएप|मैसेज|एसएमएस) (?:पर )?(?:कर|भेज|डाल) (?:दो|दीजिए|देना|दें|दीजिये)(?: सब)?",
    r"(?:ईमेल|मेल|व्हाट्सएप|एसएमएस|डाक|मोबाइल|पीडीएफ) (?:पर|पे|से|में) (?:\S+ ){0,2}(?:भेज|भेजिए|भेजो|डाल|भी भेज)(?: (?:दो|दीजिए|सकते हैं|सकते हो|दें|क्या)){0,2}",
    r"^(?:हां |जी |ठीक है |अच्छा ){0,3}(?:भेज|भिजवा) (?:दो|दीजिए|देना)(?: (?:फिर|देख|देख लूंगा)(?: \S+)?)?$|(?:मेरे पति|मेरे|उनको|उसको) (?:को )?भेज (?:दो|दीजिए)",
    r"(?:क्या )?(?:आप )?(?:मुझे )?भेज (?:सकते|सकती) (?:हैं|हो|है)(?: क्या)?|(?:लिख|लिखित) (?:कर|के|में) (?:\S+ )?(?:दीजिए|दो|चाहिए|भेजिए|एक मेल)(?: \S+){0,2}|वेबसाइट बताइए|पहले (?:लिखित|कागज|कॉन्ट्रैक्ट)(?: \S+){0,3}|डाक (?:में|से) (?:डाल|भेज)(?: \S+)?",
    r"(?:koi |ek |thodi |kuch ){0,4}(?:catalogue|catalog|kaagaz|kagaz|brochure|likhit|jaankari|pamphlet|document)(?: (?:mein|hai|kya|kuch|milega|mil|jaata|jaaye|pe|mail|to)){0,9} (?:kya|mil jaata to achha tha|mil jaaye|milega kya|hai kya|chahiye)$|likhit (?:mein |proposal |quotation ){1,4}(?:do|dijiye|chahiye|bhejo|hai kya)?|(?:mail|whatsapp|sms|email|post|dak) (?:pe|par|se|mein)(?: (?:quotation|details|info|sab|jaankari|mil|daal)){0,9}(?: (?:maar|daal|bhej|de|mil|likh|quotation)){0,9}(?: (?:do|dijiye|dena|sakta hai kya|jaaye|quotation))?$|(?:mere|hamare) (?:ca|accountant|office|boss|pati) ko (?:forward|bhej|mail)(?: \w+){1,2}|pehle (?:padhna|dekhna) (?:chahunga|chahungi|chahta|hai)(?: \w+)?|bhejoge to dekh(?: \w+){1,2}|vivaran bhejne(?: \w+){1,3}|(?:namoona|sample) (?:contract )?(?:dikha|bhej)(?: \w+){1,2}|kahan padh sakta(?: \w+){1,4}|inbox mein dekh(?: \w+){1,2}",
)
_NOT_INTERESTED: Final = (
    r"(?:wahi|wohi|वही) (?:rakhenge|rakhunga|rakhungi|rakhna hai|रखेंगे|रखूंगा|रखूंगी|रखना है)$",
    # What was wanted then and is not now, and the other way round.
    r"(?:\||(?:tha|thi|the|leta|leti|था|थी|थे|लेता|लेती))(?: \S+){0,3}? (?:(?:par |lekin |magar |पर |लेकिन |मगर )?(?:ab|अब) (?:nahi|nahin|नहीं)|(?:daam|rate|price|दाम|रेट) (?:sunke|sun ke|सुनके|सुन के) (?:nahi|rehne do|नहीं|रहने दो))(?: (?:hai|lena|leni|chahiye|है|लेना|लेनी|चाहिए|chhodo|छोडो|rehne do|रहने दो))?$",
    r"(?:paisa|paise|पैसा|पैसे) (?:kharch|खर्च) (?:nahi|नहीं) (?:karna|karne|karunga|करना|करने|करूंगा)(?: \S+)?|(?:mujhe|hamein|मुझे|हमें) (?:ye sab|ye cheezein|aisi cheezein|ये सब|ऐसी चीजें) (?:pasand|पसंद) (?:nahi|नहीं)(?: \S+)?|(?:mere|hamare|मेरे|हमारे) (?:plan|प्लान) (?:mein|में) (?:nahi|नहीं)(?: \S+)?|(?:doosre|kisi aur|दूसरे|किसी और) (?:se|से) (?:contract|deal|कॉन्ट्रैक्ट|डील) (?:hai|है)",
    r"(?:insurance|policy|card|loan|इंश्योरेंस|बीमा|पॉलिसी|कार्ड) (?:hai|है) (?:mere|hamare|मेरे|हमारे) (?:paas|पास)|(?:hum|main|हम|मैं) (?:ye|yeh|aisa|ये|यह|ऐसा) (?:nahi|नहीं) (?:dhoondh|dhundh|ढूंढ|खोज)(?: \S+){0,2}|(?:budget|bajat|बजट) (?:se|ke|से|के) (?:bahar|baahar|upar|बाहर|ऊपर)(?: \S+)?|(?:doosra|dusra|naya|दूसरा|नया) (?:phone|plan|card|insurance|फोन|प्लान|कार्ड|बीमा) (?:nahi|नहीं) (?:chahiye|lena|चाहिए|लेना)|(?:jawab|javab|जवाब) (?:na|nahi|ना|नहीं) (?:hai|है)|(?:try kiya|liya|kiya|ट्राई किया|लिया|किया) (?:tha|था) (?:pasand|accha|achha|पसंद|अच्छा) (?:nahi|नहीं)(?: \S+)?",
    r"(?:is saal|abhi|filhaal|इस साल|अभी|फिलहाल) (?:ka |का )?(?:budget|paisa|बजट|पैसा) (?:nahi|नहीं)(?: \S+)?|(?:bajat|बजट) (?:nahi|नहीं)(?: \S+)?",
    r"(?:badalne|lene|kharidne|बदलने|लेने|खरीदने) (?:ka|का) (?:koi |कोई )?(?:mann?|irada|vichar|मन|इरादा|विचार) (?:nahi|नहीं)(?: \S+)?|(?:mera|meri|hamara|मेरा|मेरी|हमारा|हमारी) (?:koi|कोई) (?:interest|dilchaspi|ruchi|रुचि|दिलचस्पी|इंटरेस्ट) (?:nahi|नहीं)(?: \S+)?|(?:doosri|dusri|दूसरी) (?:company|bank|कंपनी|बैंक) (?:ke saath|mein|के साथ|में) (?:hoon|hain|हूं|हैं)|(?:jaisa|jaisi|jaise|जैसा|जैसी|जैसे) (?:hoon|hain|हूं|हैं) (?:theek|khush|ठीक|खुश)(?: \S+)?|(?:offer|plan|baat|idea|ऑफर|प्लान|बात) (?:pasand|jama|पसंद|जमा) (?:nahi|नहीं)(?: \S+)?|(?:mere|hamare|मेरे|हमारे) (?:paas|पास) (?:ye|yeh|aisi|ये|यह|ऐसी) (?:service|cheez|suvidha|सर्विस|चीज|सुविधा) (?:hai|है)(?: \S+)?",
    r"(?:aisa |ऐसा )?(?:kuch|कुछ) (?:nahi|नहीं) (?:dhoondh|dhundh|ढूंढ|खोज)(?: \S+){0,2}|(?:hamare|mere|हमारे|मेरे) (?:jaise|जैसे) (?:logon|लोगों) (?:ke liye|के लिए) (?:nahi|नहीं)(?: \S+)?|(?:umar|umr|उम्र|उमर) (?:nahi|नहीं) (?:rahi|रही)(?: \S+){0,4}|(?:hamare|mere|हमारे|मेरे) (?:paas|पास) (?:sab kuch|sab|सब कुछ|सब) (?:hai|है)|(?:use|istemal|istemaal|इस्तेमाल) (?:nahi|नहीं) (?:karunga|karungi|karenge|करूंगा|करूंगी|करेंगे)|(?:cheezon|sab|baaton|चीजों|सब|बातों) (?:pe|par|पे|पर) (?:bharosa|yakeen|भरोसा|यकीन) (?:nahi|नहीं)(?: \S+)?|(?:kisi aur|किसी और) (?:ko|को) (?:offer|bech|suna|ऑफर|बेच|सुना)(?: \S+){1,2}|(?:salary|tankhwah|pension|सैलरी|तनख्वाह|पेंशन) (?:mein|में) (?:nahi|नहीं)(?: \S+){1,3}",
    r"(?:faltu|fijool|bekaar) (?:ka |ki )?(?:kharcha|kharch|cheez) hai|(?:फालतू|फिजूल|बेकार) (?:का |की )?(?:खर्चा|खर्च|चीज) है",
    r"^(?:filhaal|abhi|fil haal|aaj) nahi(?: (?:bahut|ji|bhai))? (?:shukriya|dhanyavaad|thanks)(?: \w+)?|jo (?:hai|mere paas hai) (?:usi|wahi|ussi)(?: \w+){0,2} (?:chal raha|theek|kaafi|khush)(?: \w+)?|(?:aur|koi|faltu) kharcha? nahi (?:karna|kar sakta|kar sakti)(?: \w+)?|(?:mujhe |humein )?mana karna (?:padega|hai)|(?:pehle hi|pehle se|already) le (?:rakha|liya|chuke)(?: \w+)?|(?:muft|free) (?:mein|me) bhi nahi(?: \w+){0,2}|(?:kuch|kuchh) (?:badalna|lena|karwana) nahi(?: \w+)?",
    r"^(?:फिलहाल|अभी|आज) नहीं(?: (?:बहुत|जी|भाई))? (?:शुक्रिया|धन्यवाद)(?: \S+)?|जो (?:है|मेरे पास है) (?:उसी|वही)(?: \S+){0,2} (?:चल रहा|ठीक|काफी|खुश)(?: \S+)?|(?:और|कोई|फालतू) खर्चा? नहीं (?:करना|कर सकता|कर सकती)(?: \S+)?|(?:मुझे |हमें )?मना करना (?:पडेगा|है)|(?:पहले ही|पहले से) ले (?:रखा|लिया|चुके)(?: \S+)?|मुफ्त में भी नहीं(?: \S+){0,2}|कुछ (?:बदलना|लेना|करवाना) नहीं(?: \S+)?",
    r"(?:ghar walon|gharwalon|pati|biwi|papa|beta|bete|malik|boss|maalik) (?:ne |ki taraf se )?(?:mana|na) (?:kiya|kar diya|kar di|kah diya|bola)(?: \w+){0,2}|(?:humne|maine|hamne) (?:soch liya|faisla kiya|decide kiya)(?: \w+){0,3} nahi(?: \w+){0,2}|(?:hum|main) nahi (?:badlenge|badlunga|lenge|karenge|jaayenge)(?: \w+)?$",
    r"(?:घर वालों|घरवालों|पति|पत्नी|पापा|बेटे|मालिक|बॉस) ने (?:मना|ना) (?:किया|कर दिया|कर दी|बोल दिया)(?: \S+){0,2}|(?:हमने|मैंने) (?:सोच लिया|फैसला किया|तय किया)(?: \S+){0,3} नहीं(?: \S+){0,2}|(?:हम|मैं) नहीं (?:बदलेंगे|बदलूंगा|लेंगे|करेंगे|करवाएंगे)(?: \S+)?$",
    r"(?:नहीं|नही|ना|कुछ नहीं) (?:खरीद रहे|ले रहे|लगवा रहे|ले पाऊंगा|ले पाऊंगी|ले पाएंगे|लेनी|लेना|लेते|लेती|लेता|लूं|लेंगे|करवाना|करवानी|जमा|खरीदेंगे)(?! (?:फोन|कॉल|बात))(?: (?:है|हैं|हमको|मुझे|लोन|भाई|जी|हमें|ऐसी|अब)){0,4}+$|(?:बस|मतलब|काम|लायक) (?:का|की|की बात) (?:नहीं|ना)(?: \S+){0,2}",
    r"(?:धन्यवाद|शुक्रिया|ठीक है|अच्छा है|अच्छी है|लूं) (?:पर|लेकिन|मगर)(?: \S+){0,3}? नहीं(?: (?:चाहिए|भाई|जी|लेना))?$|(?:पुराना|पुरानी|वही|अपना|एफडी|अपने वाले)(?: \S+){0,2} ही (?:बढिया|ठीक|अच्छा|भला)(?: \S+){0,3}|(?:मेरे को|मुझे|हमें) नहीं (?:जमा|जंचा|पसंद|लेना|चाहिए)(?: \S+)?$",
    r"^(?:mujhe |ji |bhai )?(?:bharosa nahi|nahi lagta|nahi chahta|nahi chahti|bol diya na nahi|bola na nahi)(?: (?:ji|bhai|hai))?$",
    r"(?:interest|intrest|interested|dilchaspi|dil chaspi|ruchi) (?:nahi|nahin|nhi|nai|na|hi nahi)(?: \w+)?|(?:nahi|nahin|koi nahi) (?:interest|dilchaspi|ruchi)|(?:koi|zara bhi) (?:interest|dilchaspi|ruchi) (?:nahi|nahin)",
    r"(?:nahi|nahin|nhi|nai|na) (?:chahiye|chaiye|chahie|chahiyee|chaie)(?! (?:tha kya|kya))",
    r"(?<!time )(?<!samay )(?:nahi|nahin|nhi) (?:lena|leni|lunga|lungi|loonga|lenge|kharidna|kharidta|kharidti|kharidunga|badalna|karwana|lagwana|karna)(?: (?:hai|hain|chahta|chahti|mujhe|main|phone pe|humein)){0,2}(?! (?:call|phone|baat))$|(?:nahi|nahin) lena(?: \w+)?|(?:lena|leni) (?:nahi|nahin)(?: \w+)?|lunga nahi|badalna nahi(?: \w+)?|^(?:\w+ ){0,4}to bilkul nahi$",
    r"(?<!hatane ki )(?<!kaatne ki )(?:zaroorat|zarurat|jarurat|jaroorat|zaroorat hi) (?:nahi|nahin|nhi|nai)(?: \w+)?|koi (?:zaroorat|fayda|faayda|matlab) (?:nahi|nahin)|(?:fayda|faayda) (?:nahi|nahin)(?: \w+)?|faydemand nahi",
    r"(?:mere paas|hamare paas|humare paas|mere ghar) (?:\w+ ){0,2}(?:pehle se|already|bahut)(?: \w+){0,2}|^(?:shukriya |dhanyavaad |nahi |thanks )?(?:par )?(?:mere|hamare) paas hai(?: already)?$|pehle se (?:\w+ )?(?:hai|hain|pade|le rakhi)(?: \w+)?",
    r"(?:khush|santusht|satisfied) (?:hoon|hain|hun|hu)(?: \w+){0,4}|(?:apne|usi|waise) (?:\w+ ){0,3}(?:se khush|ke saath hi|mein hi theek)(?: \w+){0,2}",
    r"(?:bahut|bohot|itna|kaafi|zyada) (?:mehnga|mehenga|mahanga|costly)(?! nahi)(?: \w+){0,3}|mehnga hai(?: chhodo| bhai)|(?:paise|budget) (?:nahi|nahin)(?: \w+)?|afford (?:nahi|nahin)(?: \w+){0,2}",
    r"(?<!number )(?<!naam )(?<!mein )(?:rehne|jaane|chhod|chhodo|chhodiye|chodo) (?:do|dijiye|dein|ye sab|yaar)(?: \w+)?$|^rehne (?:do|dijiye)(?: \w+)?$",
    r"(?:man|mood|shauk|irada) (?:nahi|nahin)(?: \w+)?|(?:mere|hamare) (?:liye|kaam ka|kaam ki|bas ka|type ka|layak) (?:\w+ )?(?:nahi|nahin)(?: \w+)?|(?:kaam ka|kaam ki|bas ka) (?:nahi|nahin)(?: \w+)?|sawaal hi nahi(?: \w+)?",
    r"(?:maine|humne|pehle hi|pichhle saal) (?:\w+ ){0,3}mana (?:kar|kiya)(?: \w+){0,2}|(?:hum|main) (?:nahi|nahin) (?:lenge|lunga|lungi|badlenge|kharidte)(?: \w+)?|nahi lenge",
    r"^(?:(?:ji|nahi|nahin|accha|haan|bhai|sorry|matlab) ){0,4}(?:nahi (?:shukriya|thank you|thanks|dhanyavaad|ji|yaar|baba|bhai|nahi)|bilkul nahi|bilkul bhi nahi|kabhi nahi|no thanks|no thank you|shukriya nahi)(?: (?:ji|bhai|thanks|shukriya|dhanyavaad|yaar)){0,3}$",
    r"phone (?:pe|par) (?:\w+ )?(?:kuch )?(?:nahi|nahin) (?:kharidta|kharidti|leta|leti|lete)(?: \w+){0,2}|(?:kuch|kuchh) nahi (?:kharidna|kharidta|chahiye|lena)(?: \w+)?|(?:is|meri) (?:umar|umr) (?:mein|me) (?:kya|\w+ nahi)(?: \w+){0,3}|(?:apna|aapka) offer (?:aap|apne)(?: \w+){0,3}",
    r"(?:रुचि|इंटरेस्ट|दिलचस्पी) नहीं(?: \S+)?|कोई (?:रुचि|दिलचस्पी|फायदा|जरूरत) नहीं(?: \S+)?",
    r"नहीं (?:चाहिए|चाहिये)(?! क्या)|(?:नहीं लेना|नहीं लूंगा|नहीं लेंगे|नहीं लूंगी|लेना नहीं|नहीं खरीदना|नहीं खरीदता|नहीं लगवाना|नहीं बदलना|बदलना नहीं)(?: \S+)?",
    r"(?<!हटाने की )(?<!काटने की )(?:जरूरत|फायदा|आवश्यकता) नहीं(?: \S+)?|(?:मेरे|हमारे) पास (?:\S+ ){0,2}पहले से(?: \S+)?|पहले से (?:\S+ )?(?:है|हैं|पडे)(?: \S+)?",
    r"खुश हूं(?: \S+){0,4}|उसी (?:\S+ )?से खुश(?: \S+)?|(?:बहुत|इतना) महंगा(?! नहीं)(?: \S+)?|पैसे नहीं(?: \S+)?|(?<!नंबर )(?<!नाम )(?<!में )(?:रहने|छोड|जाने) (?:दो|दीजिए)(?: \S+)?$",
    r"(?:मेरा )?मन नहीं(?: \S+)?|(?:मेरे|हमारे) (?:काम का|लिए|टाइप का) नहीं(?: \S+)?|(?:मना) कर (?:दिया|रही|रहा)(?: \S+){0,2}|किसी और से ले लिया|^(?:नहीं )?(?:धन्यवाद|शुक्रिया) नहीं|^नहीं (?:धन्यवाद|शुक्रिया|जी|भाई|जी नहीं|नहीं|जी बिल्कुल नहीं)(?: \S+){0,4}$",
    r"^(?:(?:जी|नहीं|अच्छा|हां) ){0,3}(?:बिल्कुल नहीं|कभी नहीं|नहीं चाहिए)(?: \S+){0,2}$|फोन पर (?:कुछ )?नहीं (?:खरीदता|लेता)(?: \S+)?|(?:वैसे|जैसे हैं वैसे) ही ठीक (?:हूं|हैं)(?: \S+){0,2}|(?:से )?मन भर गया",
    r"^(?:(?:nahi|nahin|nhi|ji nahi|नहीं|जी नहीं) ?){1,3}$",
    r"^(?:(?:nahi|na|ji|bhai|arre|haan|nahin|bhaiya|sorry|dhanyavaad|shukriya) ){0,4}(?:nahi|na|hargiz nahi|pehle se hai|already hai|hai mere paas|humare paas(?: \w+){0,2} hai|kuch nahi|mana kar raha hoon|mana karna padega|jo hai theek hai|jam nahi raha|pasand nahi aaya|man nahi(?: \w+){0,2}|abhi ke liye nahi|filhaal (?:nahi|nahi chahiye)|aaj nahi|rehne do|rehne dijiye|nahi lena|nahi karna|mujhse nahi hoga|lagta nahi|bharosa nahi|nahi chahiye|nahi matlab nahi|par nahi|paisa nahi hai|itna paisa nahi hai|tangi chal rahi hai)(?: (?:ji|bhai|na|bhaiya|hai|shukriya|dhanyavaad)){0,2}$(?<!^nahi)(?<!^na)(?<!^na na)",
    r"(?:bhatija|beta|jeeja|pati|bhai|mera \w+) (?:dekhta|karta|sambhalta) hai(?: \w+){0,2}$|hum khud (?:hi )?kar lete(?: \w+)?|apna (?:vendor|aadmi|supplier) hai|(?:jo hai usi|apne wale|apni company|mera wala)(?: \w+){0,3} (?:khush|theek)(?: \w+){0,2}$|pension pe hoon(?: \w+){1,3}$|(?:gaadi|ghar|zameen) nahi hai mere paas|mere (?:kis kaam ka|kaam ka nahi|layak nahi)|(?:koi )?(?:fayda|faayda) nahi(?: (?:hoga|dikhta|hai))?|(?:mujhe|humein) kya lena dena|phone pe (?:sauda|kuch|len den) nahi(?: \w+)?|(?:doosre|dusre|doosri company|kisi aur) (?:se )?(?:le|li|liya|contract)(?: \w+){0,2}$|(?:biwi|boss|pati|ghar wale|patni)(?: ne)? mana(?: (?:kar rahi hai|kiya|karte hain|kar diya))|(?:humne|maine) mana kar diya|(?:time|samay) (?:barbaad|waste) mat karo(?: \w+)?|mehnat mat karo|iske bina(?: \w+){1,3}$|(?:is|budhaape|meri) (?:umar )?mein kya karunga|(?:abhi abhi|abhi) (?:naya|doosre se)(?: \w+){1,2}$|contract chal raha hai|kuch (?:mat bhejo|bhejne ki zaroorat nahi)|tha ab nahi$|दिलचस्पी नहीं(?: है)?|फिलहाल नहीं(?: चाहिए)?|किसी और को सुनाओ(?: \S+)?|भरोसा नहीं(?: है)?",
)
_INTERESTED: Final = (
    # What was wanted then and is not now, and the other way round.
    r"(?:\||(?:nahi|nahin|na|नहीं) (?:\S+ )?(?:tha|thi|था|थी)|(?:mana|मना) (?:kiya|कर दिया|किया) (?:tha|था))(?: \S+){0,3}? (?:par |lekin |magar |पर |लेकिन |मगर )?(?:ab|अब) (?:haan|hai|chahiye|lena hai|pasand aa gaya|mann? (?:hai|ho raha hai|ban gaya(?: hai)?)|हां|है|चाहिए|लेना है|पसंद आ गया|मन (?:है|हो रहा है|बन गया(?: है)?))$",
    r"(?:mujhe|hamein|humko|मुझे|हमें) to (?:ye |yeh )?(?:lena|leni|chahiye) hi(?: hai)?$|(?:मुझे|हमें) तो (?:ये )?(?:लेना|लेनी|चाहिए) ही(?: है)?$",
    r"(?:trial|demo|class|course|ट्रायल|डेमो|क्लास|कोर्स) (?:mein|में) (?:naam|नाम) (?:likhwana|likhna|लिखवाना|लिखना)(?: \S+)?|(?:dilchasp|interesting|दिलचस्प) (?:hai|है) (?:aur|kitna|kaise|और|कितना|कैसे)(?: \S+){1,3}|(?:abhi|mujhe|haan|अभी|मुझे|हां) (?:order|try|book|ऑर्डर|ट्राई|बुक) (?:karna|करना) (?:hai|है)$|(?:maa|papa|bete|beti|patni|मां|पापा|बेटे|बेटी|पत्नी) (?:ke liye|के लिए) (?:bhi )?(?:chahiye|lena hai|चाहिए|लेना है)(?: \S+){0,3}",
    r"(?:main|hum|मैं|हम) (?:ise|isko|ye|yeh|इसे|इसको|ये) (?:lena|kharidna|try karna|लेना|खरीदना) (?:chahunga|chahungi|chahta|chahti|chahenge|चाहूंगा|चाहूंगी|चाहता|चाहती|चाहेंगे)(?: \S+)?|(?:bataiye|batao|बताइए|बताओ) (?:ye )?kaise (?:kaam karta|hota)(?: \w+)?|(?:बताइए|बताओ) (?:ये )?कैसे (?:काम करता|होता)(?: \S+)?|(?:free|muft|फ्री|मुफ्त) (?:trial|ट्रायल) (?:chahiye|lena|चाहिए|लेना)(?: \S+)?|(?:demo|visit|trial|डेमो) (?:ki|ke|की|के) (?:list|लिस्ट) (?:mein|में) (?:daal|likh|डाल|लिख)(?: \S+)?|(?:hum|main|हम|मैं) (?:demo |ise |डेमो |इसे )?(?:dekhna|देखना) (?:chahte|chahta|chahti|चाहते|चाहता|चाहती) (?:hain|hoon|हैं|हूं)|(?:bahut din|kab|kai din|बहुत दिन|कब|कई दिन) (?:se|से) (?:\S+ ){1,2}(?:chahiye|चाहिए) (?:tha|thi|था|थी)",
    r"(?:aur|iske baare mein|और|इसके बारे में) (?:\S+ )?(?:jaanna|janna|जानना) (?:chahunga|chahungi|chahte|चाहूंगा|चाहूंगी|चाहते)(?: \S+)?|(?:lene|join|kharidne|judne|लेने|ज्वाइन|खरीदने|जुडने) (?:ka|का) (?:process|tareeka|tarika|प्रोसेस|तरीका) (?:kya|क्या)(?: \S+)?|(?:aapke|is|आपके|इस) (?:offer|plan|scheme|ऑफर|प्लान|स्कीम) (?:mein|me|में) (?:interest|dilchaspi|इंटरेस्ट|दिलचस्पी|रुचि)(?: \S+)?$",
    r"(?:offer|scheme|ऑफर|स्कीम) (?:ka|का) (?:fayda|faayda|laabh|फायदा|लाभ) (?:uthana|lena|उठाना|लेना)(?: \S+)?|(?:kaise|कैसे) (?:le|ले) (?:sakte|sakta|sakti|सकते|सकता|सकती)(?: \S+)?|(?:main|hum|मैं|हम) (?!kuch|कुछ)\S+ (?:hi|ही) (?:dhoondh|dhundh|ढूंढ|खोज) (?:raha|rahi|rahe|रहा|रही|रहे)(?: \S+)?|(?:mujhe|humein|मुझे|हमें) (?:bhi |भी )?(?:jod|shamil kar|जोड|शामिल कर) (?:lo|do|dijiye|लो|दो|दीजिए)|(?:visit|demo|meeting|appointment|विजिट|डेमो|मीटिंग|अपॉइंटमेंट) (?:fix|book|set|rakh|फिक्स|बुक|रख) (?:kar )?(?:कर )?(?:dijiye|do|lo|दीजिए|दो|लो)",
    r"(?:soch|सोच) (?:hi|ही) (?:raha|rahi|rahe|रहा|रही|रहे) (?:tha|thi|the|था|थी|थे)|(?:business|dukaan|kaam|dhandhe|बिजनेस|दुकान|काम|धंधे) (?:ke liye|के लिए) (?:sahi|accha|achha|theek|सही|अच्छा|ठीक) (?:rahega|रहेगा)|(?:mera|hamara|मेरा|हमारा) (?:naam|नाम) (?:daal|डाल) (?:do|dijiye|lo|दो|दीजिए|लो)$|(?:customer|grahak|ग्राहक) (?:banna|बनना) (?:hai|chahta|chahti|है|चाहता|चाहती)|(?:bolte|sunate|batate|बोलते|सुनाते|बताते) (?:raho|rahiye|रहो|रहिए) (?:accha|achha|अच्छा)(?: \S+){1,3}|(?:mujhe aur|मुझे और) \S+ \S+ (?:ko|को) (?:bhi )?(?:interest|dilchaspi|दिलचस्पी|रुचि)(?: \S+)?",
    r"^(?:(?:haan|ji|mujhe|deal|offer|chalo|theek hai|हां|जी|मुझे|ऑफर) ){0,2}(?:manzoor|मंजूर) (?:hai|है)$",
    r"(?:kisi ko|aadmi|team) (?:\w+ )?(?:dekhne|naap lene|naapne|lagane|dikhane) (?:\w+ )?bhej(?: do|o| dijiye| dena)?|sign (?:kahan|kidhar) (?:karna|karun)(?: \w+)?|agla (?:step|kadam) kya(?: \w+)?|kaunse (?:document|kaagaz)(?: \w+){1,6}|(?:kab se|bahut din se|kaafi time se)(?: \w+){0,3} (?:chah raha|chah rahi|soch raha|soch rahi|dhoondh raha)(?: \w+)?|mere naam (?:se|pe) (?:book|booking)(?: \w+){1,2}|chalo (?:try|book|shuru|le)(?: \w+){0,2} (?:hain|lete hain|karte hain)$",
    r"(?:ये|यह) तो (?:मेरे|हमारे) काम की(?: चीज)?(?: \S+)?|(?:किसी को|आदमी|टीम) (?:\S+ )?(?:देखने|नाप लेने|नापने|लगाने|दिखाने) (?:\S+ )?भेज(?: दो|ो| दीजिए|िए)?|साइन कहां (?:करना|करूं)(?: \S+)?|अगला (?:स्टेप|कदम) क्या(?: \S+)?|(?:कब से|बहुत दिन से|काफी समय से)(?: \S+){0,3} (?:चाह रहा|चाह रही|सोच रहा|सोच रही|ढूंढ रहा)(?: \S+)?|मेरे नाम (?:से|पे) (?:बुक|बुकिंग)(?: \S+){1,2}|चलो (?:ट्राई|बुक|शुरू|ले)(?: \S+){0,2} (?:हैं)$",
    r"(?:kab|kaise) (?:se )?(?:shuru|join|start) (?:kar|ho|karun|karein|karna)(?: \w+){0,3}|(?:mujhe|humein|hamein|humko) (?:ye |yeh |aapka |aapki ){1,2}(?:offer|plan|idea|scheme|baat|package) (?:bahut )?(?:pasand (?:aaya|aayi|hai)|achha laga|accha laga)(?! (?:nahi|par|lekin))|iske liye (?:mujhe )?kya karna (?:hoga|padega|hai)|(?:try|join|start|shuru) kar(?:na|ke) (?:chahunga|chahungi|chahenge|dekhunga|dekhungi)|(?:hamein|humein|humko|mujhe) (?:iski|is ki) (?:zaroorat|jarurat|zarurat) (?:hai|thi)|^(?:haan|ji|haan ji|theek hai|bilkul) (?:kar|laga|book kar) (?:dijiye|do)$",
    r"(?:कब|कैसे) (?:से )?(?:शुरू|जुड|ज्वाइन|जॉइन) (?:कर|हो|सकते|करें|करना)(?: \S+){0,3}|(?:मुझे|हमें|हमको) (?:ये |यह |आपका |आपकी ){1,2}(?:ऑफर|प्लान|आइडिया|स्कीम|बात|पैकेज) (?:बहुत )?(?:पसंद (?:आया|आई|है)|अच्छा लगा)(?! (?:नहीं|पर|लेकिन))|इसके लिए (?:मुझे )?क्या करना (?:होगा|पडेगा|है)|(?:हमें|मुझे|हमको) इसकी (?:जरूरत|आवश्यकता) (?:है|थी)|(?:मैं|हम) (?:तो )?यही (?:ढूंढ|खोज|चाह) (?:रहा|रही|रहे) (?:था|थी|थे)|^(?:हां|जी|हां जी|ठीक है|बिल्कुल) (?:कर|लगा|बुक कर) (?:दीजिए|दो)$",
    r"(?<!नहीं )(?<!बाद में )(?<!वो )(?<!अगर )(?:ले|लगवा|करवा|मंगवा|करा|खरीद|बुक कर|बुक कर ही|शुरू कर) (?:ही )?(?:लूंगा|लूंगी|लेंगे|लेता हूं|लेती हूं|लेते हैं|लीजिए एक|देते हैं आपके)(?: (?:जी|हम|साहब|आज|एक|बीमा|भरोसे|आपके)(?: \S+){0,4})?$|(?:जरूर|हम|दोनों|बिल्कुल|हम भी|आज ही) (?:(?!नहीं|ना|कब|क्या)\S+ )?(?:लेंगे|करवाएंगे|लगवाएंगे|खरीदेंगे|लूंगा|लूंगी)(?: \S+){0,5}|(?:मुझे|हमें|हमको|मैं|हम)(?: (?!नहीं|क्या|कब|बंद)\S+){0,4} (?:लेना है|लगवाना है|करवाना है|लेनी है|खरीदना है|जुडना है|लेना चाहेंगे|होना चाहेंगे|लेने को राजी)(?! (?:नहीं|क्या|कब))|(?:लेना|लगवाना|करवाना) ही (?:था|पडेगा|है)",
    r"(?:डील|सौदा|बात) (?:पक्की|जम गई|जंच गई|जंच गया|मंजूर)(?: \S+){0,3}|(?:सौदा|ये|ऑफर|प्लान) (?:\S+ )?(?:जंच गया|जंच गई|मस्त लगा|काम की चीज)|(?:मान गए हैं|मान गया हूं|राजी हूं|कन्विंस हूं|मंजूर है)(?: \S+){0,4}|(?:मेरी|मेरा|हमारा|हमारी) (?:भी )?(?:गिनती|नाम|सीट|जगह) (?:भी )?(?:लिख|कर|जोड|बुक|रख)(?: \S+){0,2}|(?:नाम लिख लो|लिखो मेरा नाम)(?: \S+){0,5}|(?:मुझे|भाई को|हमें) (?:भी )?(?:जोड|शामिल) (?:लो|कर|दो)(?: \S+){0,3}",
    r"(?:लगवा|लगा|भिजवा) (?:दो|दे|दीजिए)(?: भाई| जी)?(?:$| (?:कागज|पैसे|कब)(?: \S+){0,4})|(?:एक|दो|तीन) (?:पीस |\S+ )?(?:भिजवा|दे|लगवा|बुक कर) (?:दो|दीजिए|ही लेते हैं|लूंगी|लूंगा)|(?:दाखिला|एडमिशन)(?: \S+){0,3} (?:करा|कर|करवा) (?:दीजिए|देते हैं|दो)(?: \S+){0,4}|(?:पेमेंट लिंक|एग्रीमेंट) (?:दो|भेजिए|भेजो)|आज ही (?:कर दो|ले)(?: \S+){0,2}",
    r"(?<!nahi )(?<!mein )(?<!agar )(?:le|try|join|book|kharid) (?:kar )?(?:lunga|lungi|lenge|karunga|karungi|kar lete hain)(?: (?:ek|ji|haan))?$|(?:mujhe|muje|humko|hume|haan)(?: (?!nahi|kya|time|samay|paise|call|phone|jaankari|information|info|likhit|details)\w+){0,3} (?:chahiye|lena hai|karna hi tha|lagwana hai|join karna)(?: (?:ek|jaldi|rakh do|thi|tha|bhai|hai|do)(?: \w+){0,4})?$|(?:admission|booking|connection) (?:kara|karwa|le|kar|laga) (?:do|dijiye|lunga|lungi|lo)(?: \w+){0,3}|(?:order|paise) (?:dena hai|ready hai|de dunga)(?: \w+){0,4}|(?:offer|mujhe) manzoor(?: hai)?",
    r"(?:mujhe|haan|main|hum|humko|hume|ji) (?:isme |is mein |bahut |to |thodi |bhi |kaafi |haan ){0,3}(?:interest|intrest|interested|dilchaspi|dil chaspi|ruchi)(?: (?:hai|hoon|hun|hu|hain|to hai))?(?! (?:nahi|nahin|nhi|tha|thi)(?!\S))",
    r"^(?:intrest|interest|dilchaspi|dil chaspi|interested) (?:hai|hoon|h)(?: \w+)?$|(?:par|lekin) ab (?:interest )?(?:hai|pasand)",
    r"(?:^|haan |accha |ji |to |thoda ){1,2}(?:aur|detail mein|aage|poora) (?:bataiye|batao|bataye|suniyega|sunao|jankari (?:do|dijiye))(?: \w+){0,4}|aur (?:bataiye|batao)|(?:mujhe |haan )?(?:aur|iske baare mein) (?:jaankari|jankari|information) (?:chahiye|do|dijiye)(?: \w+){0,3}",
    r"(?:haan |ji |mujhe |ek |main |to |ye |sabhi |bas |chalo ){1,4}(?:le leta|le leti|le lunga|le lungi|lena chahta|lena chahti|lena hai|chahiye|order karna|join karna|badalna chahta|try karna|karna chahta|karna chahunga|karna chahti|book karna)(?: (?:hoon|hun|hu|hai|haan|ek|please|tha)){0,2}(?! (?:nahi|nahin|kya))$",
    r"(?:le leta|le leti|le lete) (?:hoon|hun|hain)(?! notes)|(?:main|hum) le (?:lunga|lungi|lenge)|^(?:haan |theek hai |thik hai |badhiya hai |chalo |accha |to ){1,3}(?:kar dete|karte|karwa lete|kar lete|karwate|le lete) hain$|(?:kyun|kyon) nahi (?:\w+ ){0,2}(?:karte|lete|le lete|book|karke)(?: \w+){0,2}",
    r"(?:mera|hamara|meri) naam (?:likh|note kar) (?:lo|lijiye|do)(?: \w+){0,4}|(?:demo|appointment|meeting|visit|booking) (?:\w+ )?(?:chahiye|rakh|book|fix|dikha)(?: (?:lo|karo|kar do|karte|dijiye|kar dijiye|hain|do)){0,2}|book kar (?:do|dijiye)|(?:ghar|office) aa (?:jao|jaiye)(?: \w+)?",
    r"(?:kaise|kahan) (?:order|register|karun|karu|karoon|loon|lu|join|book|sign)(?: \w+){0,3}|aage (?:kya|kaise) (?:karna|badhein|badhe|hoga)(?: \w+){0,2}",
    r"(?:badhiya|accha|acha|mast|bahut accha|kaafi accha) (?:hai|lag raha|lag rahi)(?: (?:hai|karte|aur|le))?(?: \w+){0,2}(?!(?: \w+){0,3} (?:par|lekin|magar|nahi)(?!\S))|(?:ye|yeh) (?:to )?(?:hamare|mere) (?:kaam ki|kaam ka|liye sahi|liye accha)(?: \w+){0,2}|mere liye (?:sahi|perfect|accha)(?: \w+){0,2}",
    r"(?:yahi|aisa hi|isi) (?:to )?(?:chahiye|dhoond|chahie)(?: \w+){0,3}|(?:main |hum )?(?:taiyar|taiyaar|ready) (?:hoon|hain|hun)|(?:mujhe|humko) (?:iski|is ki) (?:zaroorat|zarurat|jarurat) (?:hai|thi)|(?:mujhe pasand|^pasand) (?:hai|aaya|aa raha|aa gaya)(?: \w+)?",
    r"(?<!mujhe )(?:haan )?(?:bilkul zaroor|haan zaroor|haan bilkul|haan ji bilkul|bilkul karte hain|zaroor karte)(?: \w+){0,2}$|aitraaz nahi|mana (?:nahi kar sakta|kaise karun)(?: \w+)?|try kar(?:ke|te) (?:dekhte|hain|dekhta)(?: \w+)?|(?:to )?phir (?:\w+ )?(?:fix|book|kar) (?:kar )?(?:do|dijiye)",
    r"(?:मुझे|हां|मैं|हमें) (?:इसमें |बहुत |तो |भी ){0,3}(?:रुचि|दिलचस्पी|इंटरेस्ट|इंटरेस्टेड)(?: (?:है|हूं|तो है))?(?! नहीं)",
    r"और (?:बताइए|बताओ)|(?:मुझे )?(?:और|इसके बारे में) जानकारी (?:चाहिए|दीजिए)|आगे बताइए|(?:आगे )?क्या करना होगा",
    r"(?:हां |जी |मुझे |मैं |यह |एक ){1,3}(?:ले लूंगा|ले लूंगी|लूंगा|लेना चाहता|लेना चाहती|लेना चाहूंगा|चाहिए|बदलना चाहता|ले लेता|ऑर्डर करना)(?: (?:हूं|है|हां)){0,2}$|ले लेता हूं|^(?:हां |ठीक है |बढिया है |चलो |अच्छा ){1,3}(?:करते|कर देते|ले लेते) हैं$",
    r"(?:मेरा|हमारा) नाम (?:लिख|नोट कर) (?:लो|लीजिए)(?: \S+){0,5}|(?:डेमो|अपॉइंटमेंट|मुलाकात) (?:\S+ )?(?:चाहिए|बुक|दिखाइए|दिखा)(?: (?:कर दीजिए|कर दो|करिए)){0,2}|बुक कर (?:दीजिए|दो)|(?:ऑर्डर|बुक) कैसे(?: \S+)?|कहां साइन (?:करूं|करना)(?: \S+)?",
    r"(?:बढिया|अच्छा|सही|ठीक) (?:है|लग रहा है) (?:करते हैं|आगे|मैं|और|क्या करना|लेना)(?: \S+){0,3}|(?:मुझे पसंद|^पसंद) (?:है|आया|आ गया|आ सकता है)(?: \S+)?|यही (?:तो )?चाहिए(?: \S+)?|(?:मैं )?तैयार हूं|मुझे इसकी जरूरत है|मान गई|मान गया|(?:हम )?(?:\S+ ){0,3}(?:नया सप्लायर|ऐसा ही कुछ) ढूंढ(?: \S+){0,3}|यह ऑफर सही है(?: \S+){0,2}|क्यों नहीं (?:बुक|करते|लेते)(?: \S+){0,2}|हमें मदद मिलेगी",
    r"^(?:हां )?(?:जरूर|हां बिल्कुल|बिल्कुल करते हैं|हां जरूर)(?: \S+)?$|(?:मना) (?:नहीं करूंगा|कैसे करूं)",
    r"^(?:(?:haan|han|ji|achha|arre|theek hai|ok|bilkul|chalo|bahut|kaafi|to) ){0,4}(?:le lunga|le lungi|le leta hoon|lunga|lungi|do de do|kharidna hai mujhe|try karna hai|ek trial kar lete hain|interest hai|bilkul interest hai|dilchaspi hai|mujhe interest hai|order karna hai|mana nahi karunga|zaroor lunga|main bhi shamil hoon|mujhe bhi shamil karo|meri seat book karo|shuru karte hain|mast hai|lena hai|lena chahta hoon|lena chahti hoon|ek de dijiye|ek kharid lunga|idea pasand aaya|pasand aaya lunga|main tayyar hun(?: \w+){0,3}|hum taiyaar hain|main taiyaar hoon|badhiya hai lena hai)(?: (?:ji|haan|le lete hain|mujhe|bhai|lena hai)){0,9}$(?<!^please)",
    r"(?:yahi|isi|iski|ye|aisa|aisa hi)(?: (?:to|hi|kuch|cheez|robot)){0,9} (?:dhoondh|dhundh|chahiye tha|zaroorat thi|zaroorat hai|mujhe bhi chahiye)(?: \w+){0,3}$|(?:kahan sign|kab laga|kab aa|kab shuru|kaise judun|demo kab|kab tak laga|kaam kab shuru)(?: \w+){0,5}$|(?:abhi )?order kar sakta(?: \w+){0,2}$|demo (?:dekhna|dekhne|pe)(?: \w+){1,2}$|(?:is|us) (?:daam|rate|keemat) (?:pe|par|mein)(?: \w+){1,2}$|(?:aapne mana liya|man ban gaya|achha hua phone kiya)(?: \w+){0,2}$|(?:sunne mein achha|kaafi accha|accha lag raha|achha lag raha|interesting lag raha|bahut achha lag raha)(?: \w+){1,6}$|(?:join|lena|judna|badalna|kharidna|shuru) (?:karna )?(?:chahta|chahti|chahte|hi tha)(?: \w+){0,2}$|(?:pehle nahi tha interest par ab hai|to do laga do phir|haan ye kaafi(?: \w+){1,7}|koi (?:dikkat|problem) nahi kar(?:o| dete hain))|aur (?:jaanna|jaankari)(?: \w+){0,3} (?:chahta|chahti|chahiye)(?: \w+){0,3}$|(?:कब (?:लगा|शुरू)|यही तो ढूंढ|डेमो देखना|काम कब शुरू|मंजूर|और जानना)(?: \S+){0,4}$|हां (?:चाहूंगा|चाहूंगी|लेना है)",
)
_YES: Final = (
    r"haan|haanji|han|ha|ji|ji haan|haan ji|bilkul|bilkul haan|theek hai|thik hai|theek|zaroor|jaroor|accha|acha|sahi hai|kyun nahi|kyon nahi|koi baat nahi|koi dikkat nahi|koi problem nahi|bhej (?:do|dijiye)|kar (?:do|dijiye)|karte hain|chalega|ok|okay|yes|sure|done|pakka|haan please|chahiye|haan chahiye|de (?:do|dijiye)|bata (?:do|dijiye)|batao|bataiye|हां|जी|जी हां|हां जी|बिल्कुल|ठीक है|जरूर|अच्छा|सही है|क्यों नहीं|कोई बात नहीं|कोई दिक्कत नहीं|भेज (?:दो|दीजिए)|कर (?:दो|दीजिए)|करते हैं|चलेगा|ओके|यस|चाहिए|हां चाहिए|बताइए|पक्का",
)
_NO: Final = (
    r"nahi|nahin|nhi|na|nai|ji nahi|ji nahin|nahi ji|no|no thanks|no thank you|(?:bilkul|abhi|zaroorat|jaroorat|kuch|koi zaroorat|interest|kabhi|dilchaspi|ruchi) (?:nahi|nahin|nhi)|(?:nahi|nahin|nhi) (?:chahiye|chaiye|chahie|thanks|ji|shukriya|dhanyavaad|yaar|bhai)|rehne (?:do|dijiye)|chhodiye|chhodo|jaane do|mat (?:karo|kijiye|bhejo|bhejiye)|नहीं|जी नहीं|नही|नहीं जी|ना|बिल्कुल नहीं|कभी नहीं|नहीं (?:चाहिए|धन्यवाद|शुक्रिया)|(?:जरूरत|रुचि|दिलचस्पी|इंटरेस्ट) नहीं(?: है)?|रहने (?:दो|दीजिए)|छोडिए|मत (?:करो|कीजिए|भेजिए)",
)
_HEDGES: Final = (
    r"nahi|nahin|nhi|mat|lekin|magar|par|agar|shayad|sirf|baad mein|baad me|abhi nahi|kal|pehle|sochna|sochenge|dekhte hain|dekhenge|ruko|rukiye|kya|kaun|kahan|kab|kaise|kyun|kyon|kitne|kitna|नहीं|मत|लेकिन|मगर|पर|अगर|शायद|सिर्फ|बाद में|पहले|सोचना|देखते हैं|रुकिए|क्या|कौन|कहां|कब|कैसे|क्यों|कितने|कितना",
)

# The end of the conversation, and who is on the line.
_BYE: Final = r"(?:bye|by by|ok bye|alvida|tata|ta ta|phir milenge|phir milte hain|khuda hafiz|khuda haafiz|allah hafiz|shubh ratri|good night|goodbye|good bye|namaste rakhta hoon|namaste rakhti hoon)"
_PARTING: Final = rf"(?:(?: {_BYE}| ji| bhai| sir| madam| namaste| namaskar| dhanyavaad| shukriya| thank you| thanks| abhi| phir| tab| ok| hain| tata| accha| theek hai| aap){{0,6}})$"
_BYE_DEV: Final = (
    r"(?:बाय|अलविदा|फिर मिलेंगे|फिर मिलते हैं|खुदा हाफिज|अल्लाह हाफिज|शुभ रात्रि|नमस्ते रखता हूं|नमस्ते रखती हूं|गुड नाइट)"
)
_PARTING_DEV: Final = (
    rf"(?:(?: {_BYE_DEV}| जी| भाई| नमस्ते| नमस्कार| धन्यवाद| शुक्रिया| अब| अभी| फिर| ठीक है| अच्छा){{0,6}})$"
)
_ROBOT: Final = r"(?:robot|roboat|robo|bot|chatbot|machine|computer|ai|a i|artificial intelligence|recording|recorded(?: call)?|automatic(?: call)?|automated(?: call)?|auto call wale|computer ki awaaz|software|program|alexa|siri|chat ?gpt)"
_HUMAN: Final = r"(?:insaan|insan|inshan|human|real person|real|asli|asli insaan|asli aadmi|asli vyakti|sach mein insaan|sachmuch insaan)"
_IS: Final = r"(?:hai|hain|ho|hein|h|hoon)"
_ROBOT_DEV: Final = r"(?:रोबोट|बॉट|चैटबॉट|मशीन|कंप्यूटर|एआई|रिकॉर्डिंग|रिकॉर्ड की हुई|टेप|ऑटोमैटिक|कृत्रिम बुद्धि|सॉफ्टवेयर|प्रोग्राम|चैट जीपीटी)"
_HUMAN_DEV: Final = r"(?:इंसान|असली इंसान|असली आदमी|असली|मनुष्य|आदमी)"

_ROBOT_QUESTION: Final = (
    r"(?:robot|machine|computer|रोबोट|मशीन|कंप्यूटर)(?:on|s|ों)? (?:se|से) (?:main |मैं )?(?:baat|बात) (?:nahi|nahin|nhi|नहीं) (?:kar|कर)\S*",
    r"(?:kya |क्या )?(?:machine|robot|computer|मशीन|रोबोट|कंप्यूटर) (?:se )?(?:baat|बात) (?:kar|कर) (?:rahi|raha|रही|रहा) (?:hai|है)|(?:mujhe |मुझे )?(?:human agent|asli insaan|asli aadmi|insaan|असली इंसान|असली आदमी|इंसान) (?:chahiye|चाहिए)(?: \S+)?$|(?:aap|tum|आप|तुम) (?:real|रियल) (?:ho|hain|हो|हैं)(?: (?:kya|na|क्या|ना))?$",
    r"koi (?:asli )?(?:insaan|aadmi) bol (?:raha|rahi) (?:hai|h)(?: kya)?$|कोई (?:असली )?(?:इंसान|आदमी) बोल (?:रहा|रही) है(?: क्या)?$",
    r"(?:aap|tum|आप|तुम) (?:to |तो )?(?:asli|real|insaan|असली|इंसान) (?:nahi|नहीं) (?:ho|hain|lagte|हो|हैं|लगते)(?: \S+)?$",
    r"(?:computer|machine|robot|कंप्यूटर|मशीन|रोबोट) (?:jawab|जवाब) (?:de|दे) (?:raha|rahi|रहा|रही)(?: \S+){1,2}|kisi (?:human|insaan|aadmi) se (?:connect|jod|milwa)(?: \w+){0,2}|किसी (?:इंसान|आदमी) से (?:जोड|मिलवा|कनेक्ट)(?: \S+){0,2}|sach mein exist",
    rf"(?:aap|tum|tu) (?:\w+ ){{0,2}}(?:sach mein|sachmuch|asli) (?:\w+ )?(?:ya|ki) (?:koi )?(?:{_ROBOT})(?: \w+)?$|kisi (?:asli )?(?:insaan|aadmi|agent) ko (?:phone )?(?:do|dijiye|bulao|bulaiye)|(?:आप|तुम|तू) (?:\S+ ){{0,2}}(?:सच में|सचमुच|असली) (?:\S+ )?(?:या|कि) (?:कोई )?(?:{_ROBOT_DEV})(?: \S+)?$|किसी (?:असली )?(?:इंसान|आदमी|एजेंट) को (?:फोन )?(?:दो|दीजिए|बुलाओ|बुलाइए)|(?:वर्चुअल|डिजिटल) असिस्टेंट (?:हैं|हो|है)(?: क्या)?$",
    r"(?:mujhe )?kisi (?:insaan|aadmi|human|asli aadmi|agent) se baat (?:karni|karna|karao|karwao|karwaiye|karaiye)(?: \w+){0,2}|(?:मुझे )?किसी (?:इंसान|आदमी|असली आदमी|एजेंट) से बात (?:करनी|करना|कराओ|करवाओ|करवाइए|कराइए)(?: \S+){0,2}",
    rf"(?:आदमी|इंसान|बंदा|बंदे|एजेंट|जिंदा|असली|दिल|सांस|बैठा|समझोगे|भूख|हाड मांस|बात कर रहे|बात कर रहा)(?: \S+){{0,5}}? (?:कि|या) (?:कोई |सिर्फ |प्रोग्राम |ये )?(?:{_ROBOT_DEV}|बैटरी|रिकॉर्ड|बिजली|ऑटोमेटिक)(?: \S+){{0,4}}$|(?:{_ROBOT_DEV}|रिकॉर्ड|टेप|आईवीआर)(?: \S+){{0,2}}? (?:कि|या) (?:कोई )?(?:आदमी|इंसान|बंदा|एजेंट|जिंदा|आप)(?: \S+){{0,2}}$|(?:पक्का|लगता है|लग रहा|लग रही) (?:\S+ )?(?:{_ROBOT_DEV})(?: \S+){{0,2}}$|(?:कंप्यूटर|मशीन|रोबोट|प्रोग्राम|टेप) बोल (?:रहा|रही)(?: \S+){{0,3}}",
    r"(?:साबित करो|कसम खाओ|साबित कीजिए|बताओ|बताइए)(?: \S+){0,3}? (?:इंसान|रोबोट|मशीन)(?: (?:नहीं|ही))? (?:हो|हैं)|कोई (?:जिंदा |असली |सच में )?(?:आदमी|बंदा|इंसान) (?:है|हैं|बैठा)(?: \S+){0,2}$|(?:मशीन|सॉफ्टवेयर|रोबोट|प्रोग्राम|कंप्यूटर) से (?:ही )?(?:बात|मुखातिब)(?: \S+){0,7}$",
    r"(?:insaan|human|live agent|agent|aadmi|koi)(?: \w+){0,3}? (?:ya|ki) (?:machine|program|robot|bot|computer|recording)(?: \w+){0,2}$|(?:ai caller|bot|robot|robocall|computer generated voice|robo call|awaaz generated)(?: to nahi)? (?:h|hai|ho|hain)(?: (?:na|kya|hai|tum|bhai|seedha|bata|aap)){0,4}+$|(?:insaan|human) ho (?:kya|na|to)(?: \w+){0,4}$|(?:asli|insaan jaisi|sachchi) awaa?z nahi(?: hai)?$|sach mein insaan",
    rf"(?:kya )?(?:aap|tum|tu|yeh|ye|awaaz ye) (?:sach mein |sachmuch |ek |koi |to |bhi |kahin |real |asli |pakka ){{0,3}}(?:{_ROBOT}|{_HUMAN})(?! (?:wala|wali|ki dukaan|kharab|theek|kitne|sona|bechte|chamda|daam|ka rate|padh))(?: (?:call|voice|aadmi|person|insaan|bol rahe|bol raha|ya \w+))?(?: {_IS}| na| kya| to nahi){{0,3}}$",
    rf"(?:kya )?(?:aap|tum|ye|yeh) (?:\w+ ){{0,2}}(?:{_ROBOT}|insaan|insan) (?:{_IS})(?! (?:aadmi|kharab|nahi to))(?: kya)?(?: ya \w+(?: \w+){{0,2}})?",
    rf"(?:main |hum )?(?:kya )?(?:main |kisi |ek |asli ){{0,3}}(?:{_ROBOT}|insaan|asli vyakti|asli aadmi|kisi insaan|kisi program) se (?:hi )?baat (?:\w+ )?(?:kar raha|kar rahi|ho rahi|kar rahe)(?: {_IS}){{0,1}}(?: kya| na| sahi hai na| ya \w+(?: se)?)?",
    rf"(?:{_ROBOT}|insaan|human) (?:{_IS} )?ya (?:koi |phir |ek |asli )?(?:{_ROBOT}|insaan|human|aadmi)(?: {_IS})?(?: kya)?$",
    rf"(?:robot|machine|computer|recording)(?: ki)? (?:jaisi|jaise|jaisa|wali|ki) (?:\w+ ){{0,2}}(?:awaaz|aawaz|bol|lag|baat)(?: \w+){{0,4}}|(?:lagta|lag raha) hai (?:\w+ )?(?:aap|tum|ye) (?:\w+ )?{_ROBOT}(?: {_IS})?|(?:aap|tum) (?:to )?{_ROBOT} lag (?:rahe|rahi)(?: {_IS})?",
    rf"^(?:kya |suniye |arre |ye |yeh ){{0,3}}(?:{_ROBOT}) (?:bol raha |bol rahi )?{_IS} ?(?:kya|na|kya ye|na ye)(?: ye)?$|(?:koi )?(?:insaan|zinda aadmi|asli aadmi|aadmi) {_IS} (?:wahan|line pe|udhar|waha|kya udhar|line par)(?: kya| ya nahi)?",
    rf"(?:kahin )?(?:aap|tum) (?:\w+ ){{0,2}}insaan (?:hi )?nahi(?: {_IS})?(?: to nahi)?|mujhe (?:\w+ ){{0,2}}(?:robot|machine|computer) ne (?:phone|call) (?:kiya|ki)(?: \w+)?|(?:kya )?ye (?:awaaz|call) (?:asli|recorded|computer|record)(?: \w+){{0,3}}",
    rf"(?:क्या )?(?:आप|तुम|यह|ये|वहां) (?:सच में |एक |कोई |तो |असली ){{0,3}}(?:{_ROBOT_DEV}|{_HUMAN_DEV})(?! (?:बेचते|वाला|खराब|दाम|की दुकान|कितने|का रेट|थोडी))(?: (?:की|आवाज|कॉल|आदमी|या \S+|चला रहे)){{0,3}}(?: (?:है|हैं|हो|ना|क्या|नहीं)){{0,3}}(?: या \S+(?: \S+)?)?$",
    rf"(?:क्या )?(?:मैं |हम )?(?:किसी |किसी असली |असली )?(?:{_ROBOT_DEV}|इंसान|प्रोग्राम) से (?:ही )?बात (?:कर रहा|कर रही|हो रही|कर रहे)(?: (?:हूं|है|हैं))?(?: क्या| ना| या \S+(?: \S+)?)?",
    rf"(?:{_ROBOT_DEV}|इंसान) (?:हो |हैं |है )?या (?:कोई |फिर |किसी )?(?:{_ROBOT_DEV}|इंसान|आदमी)(?: (?:हो|हैं|है|से))?(?: क्या)?$",
    rf"(?:रोबोट|मशीन|कंप्यूटर) जैस(?:ी|े|ा) (?:\S+ )?(?:आवाज|बोल|लग|बात)(?: \S+){{0,3}}|(?:लगता|लग रहा) है (?:\S+ ){{0,3}}{_ROBOT_DEV}(?: \S+){{0,6}}|(?:{_ROBOT_DEV}) (?:हो|है|हैं) (?:क्या|ना)(?: तुम| आप)?",
    r"(?:क्या )?(?:वहां |उधर )?कोई (?:इंसान|आदमी|सचमुच का आदमी|असली आदमी) (?:है|बोल रहा है|वहां)(?: क्या)?|(?:मुझे )?(?:रोबोट|मशीन|कंप्यूटर) ने फोन किया(?: है)?(?: क्या)?|(?:तुम|आप) (?:असली|इंसान) नहीं (?:हो|हैं)(?: ना)?|(?:सब )?ऑटोमैटिक है(?: या आप(?: \S+){0,3})?|(?:कैसे मान|कैसे पता)\S* (?:\S+ ){0,3}इंसान (?:हैं|हो)|बताइए आप सच में हैं",
    r"(?:ye |yeh |aap |tum |kya |ya ){0,4}(?:ai|robot|bot|system|machine|program|alexa|siri|computer|software|virtual assistant)(?: (?:se|ho|hai|hain|ki|awaaz|bol|rahe|aa|rahi|jaisa|jaise|jaisi|lagta|bolte|se awaaz aa rahi)){0,9} (?:kya|ho|hai kya|ho kya|lagta hai|bolte ho|rahe ho|hai na)(?: (?:aap|tum))?$|(?:nakli|record ki hui|recorded|asli nahi|banawati) awaaz(?: \w+){0,3}$|(?:recording|tape) (?:chal rahi|hai)(?: \w+){0,5} ?(?:kya|insaan|insaan hai)$|koi (?:asli|sach mein|sachchi)?(?: \w+)? ?(?:baitha )?hai wahan(?: \w+){0,3}|^(?:aadmi|insaan|aadmi ya|asli) (?:ya )?(?:robot|machine|computer)$|sach(?: sach)? batao(?: \w+)? (?:robot|machine|insaan|koi)(?: \w+){0,5}|saboot do(?: \w+){1,4}|program kiya(?: \w+){1,3}|jeete jaagte insaan(?: \w+)?|रोबोट तो नहीं",
)
_LONE_ROBOT: Final = (
    r"(?:ek )?(?:robot|bot|machine|computer|ai|recording|insaan)|(?:रोबोट|मशीन|कंप्यूटर|एआई|इंसान|बॉट)",
)
_WANTS_END: Final = (
    r"^(?:ab |अब )?mujhe chhodna padega$|^(?:kal|phir|कल|फिर) (?:milte|मिलते) (?:hain|हैं)$|(?:main |मैं )(?:phone |फोन )?(?:kaat|rakh|काट|रख) (?:raha|rahi|रहा|रही) (?:hoon|हूं) (?:sorry|bye|सॉरी|बाय|ji|जी)$",
    r"^(?:rakhti|rakhta|रखती|रखता) (?:hoon|हूं) (?:theek hai|ठीक है|ji|जी)$",
    r"(?:kaam|office|duty|काम|ऑफिस|ड्यूटी) (?:pe|par|पे|पर) (?:wapas|वापस) (?:jaana|jana|जाना) (?:hai|है)(?: \S+)?$|(?:yahin|यहीं) (?:khatam|खत्म) (?:karte|करते) (?:hain|हैं)$|(?:aapka|आपका) (?:din|दिन) (?:accha|achha|अच्छा|शुभ) (?:rahe|ho|रहे|हो)$",
    r"(?:ab |abhi ){1,2}mujhe (?:phone )?rakhna (?:hai|hoga|padega)(?: \w+)?$|^(?:mujhe )?(?:jaldi )?(?:nikalna|jaana|jana) (?:hai|hoga) (?:jaldi|ab|abhi)$|(?:अब |अभी ){1,2}मुझे (?:फोन )?रखना (?:है|होगा|पडेगा)(?: \S+)?$|^(?:मुझे )?(?:जल्दी|अब) (?:निकलना|जाना) (?:है|होगा|पडेगा)$",
    r"(?:doosra|dusra|koi aur) (?:phone|call) aa raha hai(?: \w+){0,3}$|(?:दूसरा|कोई और) (?:फोन|कॉल) आ रहा है(?: \S+){0,3}$|(?:फोन )?रखना पडेगा$",
    r"(?<!अगर )(?<!में )(?<!पर )(?<!पे )(?:रखता|रखती|रखते|काटता|काटती|चलता|चलती|चलते|निकलता|निकलती) (?:हूं|हैं|है|हु)(?: (?:फोन|मैं|अब|बस आ गई|सलाम|नमस्ते|नमस्कार|भाई|जी|बाय)){0,4}+$|(?:चलो|अच्छा|ठीक है|बढिया|चलिए|ओके|हुजूर)(?: \S+){0,3}? (?:राम राम|जय हिंद|जय माता दी|प्रणाम|सलाम|टाटा|फिर मिलेंगे|फिर भेंट होगी|आदाब|खुदा हाफिज|जय श्री कृष्ण|राधे राधे)(?: (?:नमस्ते|गाडी आ गई मेरी|जी|भाई)){0,4}+$|(?:मैं )?(?:फोन )?(?:रख|काट|बंद कर) (?:रहा|रही) (?:हूं|हु|हैं)(?: (?:नमस्कार|नमस्ते|अब|बाय))?$|(?:इजाजत|इजाजत) (?:दीजिए|दीजिये|दें|चाहेंगे|चाहूंगा|चाहूंगी)$|(?:इतना काफी|बात खत्म|बहुत हुआ)(?: \S+){0,4} (?:नमस्कार|नमस्ते|बाय)$",
    r"(?:aapka|aapko)(?: bhi)? (?:din (?:achha|accha|shubh)|shubh (?:din|ratri))(?: ho)?$|(?:ab |accha |main |to ){1,2}(?:jaata|jaati|chalta|chalti|nikalta|nikalti) (?:hoon|hun|hu)(?: (?:main|ji|ram ram|khana thanda ho raha hai)){0,4}+$|chalo(?: \w+){0,4}? (?:ram ram|jai mata di|jai hind|namaste|pranam)$|(?:cut|disconnect) kar (?:raha|rahi) (?:hoon|hun)(?: call)?$|(?:phone )?rakhna padega$|(?:mujhe |ab )?ijazat (?:dijiye|dein)$",
    rf"(?<!ko )(?<!bolna )(?<!bola )(?:{_BYE}){_PARTING}",
    rf"(?<!अगर )(?:{_BYE_DEV}){_PARTING_DEV}",
    r"(?<!agar )(?<!jab )(?<!neeche )(?<!par )(?<!pe )(?<!mein )(?:main |hum |ab |abhi |chalo |chaliye |accha |ji |phir |namaste |namaskar ){0,4}(?:phone |fon |fone |call |line )?(?:rakh|kaat|cut kar) ?(?:ta|ti|te|raha|rahi|rahe)?(?:ta|ti)? (?:hoon|hun|hu|hain)(?: (?:bye|abhi|ab|namaste|ji|phir|ok|dhanyavaad|alvida)){0,3}$|(?<!agar )(?<!neeche )(?<!mein )(?<!par )(?<!pe )(?:main |ab |abhi )?(?:rakhta|rakhti|rakhte|nikalta|nikalti|chalta|chalti) (?:hoon|hun|hu|hain)(?: (?:bye|abhi|ab|namaste|ji|phir|ok|alvida)){0,3}$",
    rf"(?<!kya )(?:mujhe|humko|hamein|main) (?:ab |abhi |sach mein |jaldi |kaam pe |bahar ){{0,3}}(?:jana|jaana|nikalna) (?:hai|hoga|padega)(?! (?:par|lekin|magar|kya|dilli|mumbai|kal|agle|jaldi|bataiye|batao|baad|phone|call|kab|kal))(?: (?:{_BYE}|abhi|ab|ji|namaste|phir|main|ok)){{0,4}}$",
    r"(?:kaam pe|bachchon ko lene|bazaar|office) jana (?:hai|hoga)(?: (?:mujhe|bye|ji|rakhta hoon|abhi)){0,3}$|(?:abhi|ab) (?:nikalna|jana) (?:hai|hoga|padega)(?: bye| ji)?$|(?:mujhe )?nikalna (?:hai|hoga|padega)(?: \w+){0,3} bye$",
    r"(?:call|baat|phone|ye baat) (?:yahin )?(?:khatam|band|khatm)(?: (?:karo|karte hain|kijiye|karein))?$|(?:aap )?phone (?:rakh dijiye|rakho|rakhiye|kaat dijiye|kaatiye)(?: ab)?$|aapka (?:aur )?(?:time|samay) nahi lunga|(?:chaliye|chalo) (?:phir )?(?:rakhte|rakhta|chalte) (?:hain|hoon)$|aapka din (?:shubh|accha)(?: \w+){0,3}$",
    r"(?<!अगर )(?:मैं |अब |अच्छा |चलिए |जी |काम पर |नमस्ते ){0,4}(?:फोन |कॉल )?(?:रख|काट) ?(?:ता|ती|ते|रहा|रही)? (?:हूं|हैं)(?: (?:बाय|नमस्ते|जी|अब)){0,3}$|(?:मैं |अब )?(?:रखता|रखती|चलता|चलती|निकलता) (?:हूं|हैं)(?: (?:बाय|नमस्ते|जी|अब|अलविदा)){0,3}$",
    r"(?<!क्या )(?:मुझे|हमें) (?:अब |अभी |सच में ){0,3}(?:जाना|निकलना) (?:है|होगा|पडेगा)(?! (?:पर|लेकिन|मगर|क्या|दिल्ली|कल|अगले|जल्दी|बताइए|पांच|फोन|कब))(?: (?:बाय|अब|जी|नमस्ते|अलविदा)){0,4}$|(?:काम पर )?जाना (?:है|पडेगा) (?:रखता|रखती) (?:हूं|हैं)$|(?:सच में )?अब जाना है(?: मुझे)?$|(?:पर कोई आया है )?जाना पडेगा$",
    r"(?:अब )?(?:बात|कॉल) (?:यहीं )?खत्म(?: (?:करते हैं|करो|कीजिए))?$|फोन (?:रखिए|रखो|रख दीजिए)(?: अब)?$|(?:अब )?(?:और )?बात नहीं करनी(?: \S+){0,2}$|आपका दिन शुभ हो(?: नमस्ते)?$|(?:धन्यवाद|शुक्रिया|अच्छा जी|अच्छा चलिए|चलिए) (?:नमस्ते|नमस्कार)$|(?:dhanyavaad|shukriya|thank you|accha|theek hai|chaliye) (?:ji )?(?:namaste|namaskar|alvida)(?: rakhta hoon)?$|आज के लिए (?:बस )?इतना ही$",
    r"^(?:(?:achha|accha|chalo|theek hai|ok|ji|to|phir|ab) ){0,3}(?:namaste|namaskar|ram ram ji|milte hain|phir milte hain|rakhiye|rakh dijiye|ab rakh do|rakh do|call kaat do|kaat do phone|phone kaat do|bas yahin tak|shubh din|shubh ratri|khayal rakhiye|ijazat dijiye|ijazat chahunga|tata|disconnect kar do)(?: (?:ji|bye|phone|ab)){0,2}$(?<!^namaste)(?<!^namaskar)(?<!^namaste ji)(?<!^namaskar ji)|(?:main )?nikal (?:raha|rahi) hoon$|yahin (?:khatam|rokte|rakhte)(?: \w+){1,2}$|(?:jaana padega|nikalna hai|jaana hai)(?: mujhe| abhi)?$(?<!bank jaana hai)(?<!office jaana hai)(?<!bazaar jaana hai)(?<!ghar jaana hai)|phone karne ke liye (?:shukriya|dhanyavaad)$|अच्छा नमस्ते|ठीक है रखिए|इजाजत दीजिए|फोन काट रहा हूं",
)
_NO_ROBOT_QUESTION: Final = (
    r"(?:robot|machine|computer|insaan|insan|ai|aadmi)(?: \w+)? (?:ho|hai|hon) ya (?:\w+ ){1,3}(?:mujhe |koi |humko ){0,2}(?:farak|fark|matlab|lena dena)(?: nahi)?",
    r"(?:रोबोट|मशीन|कंप्यूटर|इंसान|आदमी) (?:हो|है) या (?:\S+ ){1,3}(?:मुझे |कोई ){0,2}(?:फर्क|मतलब|लेना देना)(?: नहीं)?",
    r"^(?:aur |par )?agar (?:aap|tum|tu) (?:koi )?(?:robot|machine|computer|ai|recording) (?:ho|hain)(?= (?!ya|to bata|to bol)\w)",
    r"^(?:और |पर )?अगर (?:आप|तुम|तू) (?:कोई )?(?:रोबोट|मशीन|कंप्यूटर) (?:हो|हैं)(?= (?!या|तो बता|तो बोल)\S)",
    r"(?:ach+h?e|acch?he|bahut|nek|bhale|sahi|samajhdar|mazakiya|kaise|kaisi|अच्छे|भले|नेक|बहुत) (?:acche |achhe |अच्छे )?(?:insaan|insan|इंसान)|(?:insaan|insan|इंसान) (?:bahut )?(?:acch?e|ach+h?e|bhale|अच्छे|बहुत अच्छे)|aap insaan ho bhai",
    r"(?:call|phone|baat|पहले वाली|कॉल|फोन|pichhli call ki)? ?(?:record|recording|रिकॉर्ड|रिकॉर्डिंग) (?:ho rah[aie]|ho rha|हो रह[ाीे])|(?:call|phone|baat|कॉल|फोन|बात)(?: ki| की)? (?:recording|रिकॉर्डिंग) (?:hai kya|है क्या)",
    r"(?:aapke|tumhare|apke|आपके|तुम्हारे) (?:paas|pass|yahan|yaha|पास|यहां) (?:(?!sab|सब|sirf|सिर्फ)\S+ ){0,2}(?:machine|robot|computer|मशीन|रोबोट|कंप्यूटर)(?! (?:hi|ही|laga|लगा))|(?:machine|robot|computer|मशीन|रोबोट|कंप्यूटर) (?:hai|hain|है|हैं|milti hai|milegi|मिलेगी) (?:kya |क्या )?(?:aapke|tumhare|apke|आपके|तुम्हारे) (?:paas|pass|yahan|पास|यहां)",
    r"insaniyat|इंसानियत|(?:insaan|insan|इंसान) (?:ko|को) (?:insaan|insan|bhookh?|jeene|इंसान|भूख|जीने)",
    r"(?:note|chai|coffee|ecg|sui|silai|नोट|चाय|सिलाई)(?: \S+){0,3} (?:machine|मशीन)(?: hai| है)?|machine (?:ki awaa?z mein|wale|ka bill)|koi hai wahan",
    r"(?:असली|asli) (?:है|hai) या (?:फ्रॉड|फर्जी|fraud|farzi)|kya program hai (?:matlab|aaj|kab)",
    r"(?:मर गया|mar gaya|kaho|लिख दो)(?: \S+)? (?:ये|ye|yeh) (?:आदमी|aadmi)",
)
_NO_END: Final = (
    r"(?:phone|fon|mobile|fone|sim|plan|फोन|मोबाइल|सिम|प्लान)(?: \S+){0,3} (?:par|pe|mein|me|neeche|niche|yahin|yahan|saamne|paas|hi|पर|पे|में|नीचे|यहीं|यहां|सामने|पास|ही) (?:rakh|रख)(?:ta|ti|te|ता|ती|ते) (?:hoon|hun|hu|hain|हूं|हैं)",
    r"(?:number|naam|नंबर|नाम) (?:kaato|kaat do|hatao|hata do|mitao|काटो|काट दो|हटाओ|हटा दो|मिटाओ) (?:aur|or|और) (?:baat|kissa|बात|किस्सा) (?:khatam|खत्म)|(?:nahi|नहीं) (?:lena|leni|chahiye|लेना|लेनी|चाहिए)(?: hai| है)?(?: to| तो)? (?:baat|बात) (?:khatam|खत्म)",
    r"(?:wala|wali|wale|(?:hisaab|hisab|diary|file|dhoondh ke|dilchaspi|paisa|paise|dhyan|yaad)(?: \w+)?) rakh(?:ta|ti|te) (?:hoon|hun|hu|hai|hain)|(?:दिलचस्पी|पैसा|पैसे|डायरी|हिसाब|ध्यान|याद) (?:\S+ )?रख(?:ता|ती|ते) (?:हूं|है|हैं)",
    r"(?:file|bahar|paisa|pf|gaadi|andar|samaan) nikal(?:ta|ti|na|te) (?:hoon|hun|hu|hai|hain)|(?:दुकान|बीपी|गाडी|काम|मशीन|घर में)(?: \S+){0,5} चल(?:ता|ती|ते) (?:है|हैं)|(?:कचहरी|दफ्तर|कहां|वहां|अस्पताल|बैंक) जाना पडेगा|(?:wahan|kahan|daftar|bank) ja+na padega",
    r"(?:ko|mein|me|par|pe|aur|isliye|deta|karke|karungi|karunga) phone band (?:karo|kijiye|kar do|kariye)",
    r"(?:phone|fon|call) (?:mat|na|nahi) (?:rakh|kaat)\w*(?: \w+)?|(?:phone )?(?:rakhna|kaatna|rakhiye) (?:mat|nahi)(?: \w+)?",
    r"(?:kya )?(?:mujhe|humko) (?:\w+ ){0,3}jana (?:hai|hoga|padega) (?:kya|kab|kahan|wahan|kaise)(?: \w+){0,2}|(?:kya|kab|kahan|kitne baje) (?:\w+ ){0,2}(?:jana|nikalna) (?:hai|hoga|padega)(?: \w+){0,3}|mujhe kab jana(?: \w+)?",
    r"mujhe (?:\w+ ){1,2}jana hai (?:agle|kal|is|parso)(?: \w+){0,2}|(?:das|paanch|\w+) minute mein (?:nikalna|jana)(?: \w+)?|thodi der mein (?:nikalna|jana)(?: \w+)?",
    r"(?:bye|alvida|namaste) (?:ko|bolne|kehne|bolte|kehte)(?: \w+){0,4}|(?:kyun|kyon|aapne|usne|bande ne) (?:\w+ ){0,4}(?:rakh diya|kaat diya|rakh di)(?: \w+)?|(?:phone )?(?:kyun|kyon) rakh(?: \w+){0,2}|agar (?:main )?(?:\w+ )?(?:rakh|kaat)(?: \w+){0,4}",
    r"(?:फोन|कॉल) (?:मत|न) (?:रख|काट)\S*(?: \S+)?|(?:क्या )?मुझे (?:\S+ ){0,2}जाना (?:है|होगा) (?:क्या|कब|कहां)(?: \S+)?|मुझे कब जाना(?: \S+)?|थोडी देर में (?:निकलना|जाना)(?: \S+)?|(?:आपने|किसने|क्यों) (?:\S+ ){0,3}(?:रख|काट) (?:दिया|दी)(?: \S+)?|बाय बोल\S*(?: \S+){0,4}|अगर (?:मैं )?(?:\S+ )?(?:रख|काट)(?: \S+){0,4}",
)
_AND_THEN: Final = r"(?:(?:aur|par|lekin|aap|ab|abhi|phir|kal|shaam ko|raat ko|parso|parson|haan|और|पर|लेकिन|आप|अब|अभी|फिर|कल|शाम को|रात को|परसों|हां) ){0,4}"
_THEN_WISHES: Final = (
    rf"{_AND_THEN}(?:(?:phone|call|fon) (?:karna|kar|kijiye|kariye|karo|lagana)|baat karte|baat karenge|zaroor karna|lagana|milana|mail|pdf|address|location|message)",
    rf"{_AND_THEN}(?:(?:phone|call|fon) mat|number (?:hata|mita|kaat)\w*|naam (?:hata|kaat)\w*|mat karna|wapas mat|dobara|aage se|kabhi|mujhe list)",
    rf"{_AND_THEN}(?:(?:फोन|कॉल) (?:करना|कीजिए|लगाना|मत)|बात करते|बात करेंगे|मिलाना|लगाना|मैसेज|मेल|नंबर (?:हटा|मिट)\S*|हटा (?:देना|दो|दीजिए)|मेरा नंबर|मेरे नंबर|दोबारा|मुझे लिस्ट|वापस मत)",
)
_GOES_ON: Final = (
    r"(?:par|lekin|magar) (?:jaldi|batao|bataiye|pehle|ek|aap|bol|bolo|boliye|kya|suniye|kahiye|main)",
    r"(?:jaldi )?(?:batao|bataiye|bata do|boliye|bolo|kahiye|sunao)(?: jaldi)?",
    r"ek (?:aur )?(?:sawaal|baat|cheez)|ruko|rukiye|^(?:accha |haan |par ){0,2}(?:kya|kaun|kab|kahan|kaise|kitne|kitna)(?!\S)",
    r"(?:पर|लेकिन|मगर) (?:जल्दी|बताइए|बताओ|पहले|एक|आप|बोलिए|क्या|सुनिए)|(?:जल्दी )?(?:बताइए|बताओ|बोलिए|कहिए)|एक (?:और )?(?:सवाल|बात)|रुकिए|^(?:अच्छा |हां |पर ){0,2}(?:क्या|कौन|कब|कहां|कैसे|कितने|कितना)(?!\S)",
)
_RECORDS_NOTHING: Final = (
    r"(?:mailbox|voice ?mail|inbox)(?: \w+){0,3} (?:full|bhar|bhara|set nahi|chalu nahi|setup nahi)(?: \w+){0,2}",
    r"(?:मेलबॉक्स|वॉइसमेल|वॉइस मेल|इनबॉक्स)(?: \S+){0,3} (?:भरा|भर|फुल|सेट नहीं|चालू नहीं|सक्रिय नहीं)(?: \S+){0,2}",
    r"(?:संदेश|मैसेज) (?:\S+ )?(?:नहीं (?:लिया|छोड|रिकॉर्ड)|स्वीकार नहीं)(?: \S+){0,3}",
)
_OFFER: Final = (
    r"(?:interested (?:hain|ho)|dilchaspi (?:hai|hogi)|ruchi hai|chahenge|chahengi|chahte (?:hain|ho)|chahti hain|pasand karenge|(?:bhej|kar|bata|dikha|book kar|fix kar) (?:doon|dun|du|den|dein|sakta hoon|sakte hain)|kya main aapko|kya hum aapko)",
    r"(?:रुचि (?:है|होगी)|दिलचस्पी (?:है|होगी)|इंटरेस्ट(?:ेड)? (?:है|हैं)|चाहेंगे|चाहेंगी|चाहते (?:हैं|हो)|चाहती हैं|पसंद करेंगे|(?:भेज|कर|बता|दिखा|बुक कर) (?:दूं|दें|सकता हूं|सकते हैं|सकती हूं)|क्या मैं आपको|क्या हम आपको)",
)
_OFFER_TO_SEND: Final = (r"bhej\w*|email|brochure|whatsapp|details|भेज\S*|ईमेल|ब्रोशर|व्हाट्सएप|जानकारी",)
_OFFER_TO_CALL: Final = (
    r"(?:phir se|dobara|baad mein|wapas|kal|aapko) (?:\w+ ){0,2}(?:call|phone) (?:kar|karun|karoon|karein|karen|karenge|lagaun)\w*|kisi aur (?:samay|waqt|din)",
    r"(?:फिर से|दोबारा|बाद में|वापस|कल|आपको) (?:\S+ ){0,2}(?:कॉल|फोन) (?:कर|करूं|करें|करेंगे)\S*|किसी और (?:समय|दिन)",
)
_ASKS_WHEN: Final = (
    r"kab|kitne baje|kis (?:din|samay|waqt|time)|kaun ?sa (?:din|samay|time)|(?:accha|sahi|behtar) (?:samay|time|waqt)",
    r"कब|कितने बजे|किस (?:दिन|समय|वक्त)|कौन ?सा (?:दिन|समय)|(?:अच्छा|सही|बेहतर) (?:समय|वक्त)",
)

_WISHES: Final = Wishes(
    opt_out=_OPT_OUT,
    opt_out_alone=_OPT_OUT_ALONE,
    opt_out_likely=_OPT_OUT_LIKELY,
    no_opt_out=_NO_OPT_OUT,
    keeps=_KEEPS,
    no_keeps=_NO_KEEPS,
    no_outcome=_NO_OUTCOME,
    questions=_QUESTIONS,
    requests=_REQUESTS,
    wrong_number=_WRONG_NUMBER,
    callback=_CALLBACK,
    puts_off=_PUTS_OFF,
    callback_if_timed=_CALLBACK_IF_TIMED,
    follow_up=_FOLLOW_UP,
    not_interested=_NOT_INTERESTED,
    interested=_INTERESTED,
    yes=_YES,
    no=_NO,
    hedges=_HEDGES,
    robot_question=_ROBOT_QUESTION,
    lone_robot=_LONE_ROBOT,
    no_robot_question=_NO_ROBOT_QUESTION,
    wants_end=_WANTS_END,
    no_end=_NO_END,
    goes_on=_GOES_ON,
    then_wishes=_THEN_WISHES,
    refuses_recording=(
        r"(?:recording|record) (?:mat|na|nahi|nahin) (?:karo|kariye|karein|kijiye|kare)",
        r"(?:recording|record) band (?:karo|kariye|karein|kijiye)",
        r"रिकॉर्ड(?:िंग)? (?:मत|न|नहीं|बंद) (?:करो|करें|कीजिए)",
    ),
)

_BUSY_FOR_A_MOMENT: Final = (
    r"(?:main |mai |abhi ){0,2}(?:pen|pencil|kagaz|kaagaz|chashma|diary|calendar|card|bill|paper) (?:lata|laati|lati|le aata|dhoondta|leta|leti|lekar aata)(?: (?:hoon|hun|hu))?",
    r"(?:darwaze|gate) (?:pe|par) (?:koi|kisi) (?:hai|aaya|aaya hai)|ghanti baj rahi hai|koi aaya hai",
    r"(?:main |mai )?(?:abhi |turant ){1,2}(?:aata|aati|aaya|aayi|wapas aata|wapas aati)(?: (?:hoon|hun|hu))?",
    r"(?:tv|radio|gana|music|darwaza|khidki|gas) (?:band|dheema|dheemi|kam) (?:karta|karti|kar deta|kar deti|kar loon)(?: (?:hoon|hun|hu))?",
    r"(?:doosre|dusre) (?:kamre|room) (?:mein|me) (?:jata|jaati|jaata|jati)(?: (?:hoon|hun|hu))?|bahar (?:jata|jaata|jati|jaati)(?: (?:hoon|hun|hu))?",
    r"(?:मैं |अभी ){0,2}(?:पेन|पेंसिल|कागज|चश्मा|डायरी|कार्ड|बिल) (?:लाता|लाती|लेता|लेती|ले आता|ढूंढता)(?: हूं)?",
    r"(?:दरवाजे पर|गेट पर) कोई (?:है|आया है)|घंटी बज रही है|कोई आया है",
    r"(?:मैं )?(?:अभी |तुरंत ){1,2}(?:आता|आती|आया|आई|वापस आता)(?: हूं)?",
    r"(?:टीवी|रेडियो|गाना|दरवाजा|खिडकी) (?:बंद|धीमा|कम) (?:करता|करती|कर देता|कर देती)(?: हूं)?",
)
_SAY_IT_AGAIN: Final = (
    r"(?:thoda |zara |please )?(?:zor se|tez|oonchi awaaz mein|dheere|aaram se|saaf) (?:boliye|bolo|bolna|bataiye|bol do)",
    r"(?:aapki )?(?:awaaz|aawaz|awaz) (?:nahi|nahin|nhi|saaf nahi|theek se nahi|kat rahi|kam|bahut kam|toot) ?(?:aa|aa rahi|rahi|hai)?(?: (?:rahi|hai|rahi hai)){0,2}",
    r"kya (?:bola|kaha|bole|keh rahe|bol rahe)(?: (?:aapne|aap|tha|the|hain|ho)){0,2}|(?:theek se )?(?:sunai|sunayi) (?:nahi|nahin) (?:de raha|de rahi|diya|aaya|pad raha)(?: hai)?",
    r"(?:थोडा |जरा |प्लीज )?(?:जोर से|तेज|धीरे|आराम से|साफ) (?:बोलिए|बोलो|बोलना|बताइए)",
    r"(?:आपकी )?आवाज (?:नहीं|साफ नहीं|ठीक से नहीं|कट|बहुत कम|कम) ?(?:आ|रही|आ रही)?(?: (?:रही|है|रही है)){0,2}",
    r"क्या (?:बोला|कहा|बोले|कह रहे|बोल रहे)(?: (?:आपने|आप|था|हैं|हो)){0,2}|(?:ठीक से )?सुनाई नहीं (?:दे रहा|दिया|पड रहा)(?: है)?|दोबारा (?:बताइए|बोलिए|कहिए)",
)
_LISTENING: Final = (
    r"sahi baat(?: hai)?|samajh (?:gaya|gayi|raha hoon|rahi hoon)|samjha|samjhi|bilkul|bilkul sahi|haan haan|ok ok|okay|achha|acchha|badhiya|bahut accha|haan ji|ji bilkul|sach mein|aur|phir|हां हां|समझ (?:गया|गई|रहा हूं)|समझा|बिल्कुल|बिल्कुल सही|सही बात(?: है)?|ओके|बढिया|बहुत अच्छा|हां जी|जी जी|फिर|हूं",
)

_ASIDES: Final = Asides(
    pickup=(r"(?:(?:haan|haanji|han|ji|ji haan|namaste|namaskar|kaun|kaun hai|kaun bol raha hai|boliye|हेलो|हैलो|हाँ|जी|नमस्ते) ?){1,4}",),
    backchannel=(
        *_LISTENING,
        r"(?:haan|han|ha|ji|ji haan|haanji|accha|acha|theek|theek hai|thik hai|ok|hm+|sahi|हाँ|हां|जी|अच्छा|ठीक है|ठीक|सही|हम्म)",),
    say_again=(
        *_SAY_IT_AGAIN,
        r"(?:phir se|dobara|fir se|ek baar (?:phir|aur)(?: se)?) (?:boliye|bolo|bataiye|batao|kahiye|bolna|boliyega|repeat (?:kijiye|karo))",
        r"(?:kya|kya kaha|kya bola|kya bole|kya kaha aapne|aapne kya kaha|aap kya bole)",
        r"(?:samajh|samjh|sunai|suna) (?:nahi|nahin|nhi)(?: (?:aaya|aya|diya|paya|payi)){0,6}",
        r"(?:main |mai )?(?:samjha|samjhi|suna) (?:nahi|nahin|nhi)",
        r"repeat (?:kijiye|karo|karein|please)",
        r"(?:फिर से|दोबारा|एक बार (?:फिर|और))(?: से)? (?:बोलिए|बोलो|बताइए|कहिए|बोलें|कहें)",
        r"(?:क्या|क्या कहा|क्या कहा आपने|आपने क्या कहा|क्या बोला)",
        r"(?:समझ|सुनाई) नहीं (?:आया|दिया)",
    ),
    one_moment=(
        *_BUSY_FOR_A_MOMENT,
        r"(?:(?:bas|zara|ruko|rukiye) ){0,3}(?:ek|do) (?:minute|minat|second|sekand|pal)(?: (?:rukiye|ruko|ruk jaiye|dijiye|do|hold kijiye|bas)){0,3}",
        r"(?:zara |thoda )?(?:rukiye|ruko|ruk jaiye|hold kijiye|hold karo|hold karein)(?: zara)?",
        r"(?:(?:बस|ज़रा|जरा) ){0,3}(?:एक|दो) (?:मिनट|सेकंड|सेकेंड|पल)(?: (?:रुकिए|रुको|दीजिए)){0,3}",
        r"(?:ज़रा |जरा )?(?:रुकिए|रुको|ठहरिए|होल्ड कीजिए)",
    ),
    courtesies=(
        "ji", "haan", "haanji", "ok", "accha", "acha", "hello", "sorry", "please", "kripya", "maaf kijiye",
        "जी", "हाँ", "हां", "हेलो", "अच्छा", "माफ़ कीजिए", "माफ कीजिए", "कृपया", "सॉरी",
    ),
    assents=("haan", "हाँ", "हां"),
    passes_on=(
        r"(?:main |mai )?(?:unko|unhe|unhen|usko|use|\w+ ko) (?:bulata|bulati|bula deta|bula deti|phone deta|phone deti)(?: (?:hoon|hun|hu))?$",
        r"(?:main )?(?:phone|fon) (?:deta|deti) (?:hoon|hun|hu)$",
        r"(?:उनको|उन्हें|उसको|उसे|\S+ को) (?:बुलाता|बुलाती|बुला देता|बुला देती|फोन देता|फोन देती)(?: (?:हूँ|हूं))?$",
    ),
    calls_out=(r"(?:aapka|tumhara|tera) (?:phone|fon)", r"(?:आपका|तुम्हारा|तेरा) फोन"),
    nobody_comes=(r"(?:nahi|nahin|nhi) (?:hai|hain|aa|kar)(?: \w+)?", r"नहीं (?:है|हैं|आ)"),
)  # fmt: skip

_VOICEMAIL_GREETING: Final = (
    r"(?:sandesh|message) (?:chhod|chod|chhoden|chhodein|chhodiye)(?: \w+){0,6}",
    r"(?:beep|tone) ke baad",
    r"(?:jis|aap jis) (?:vyakti|number|grahak)(?: \w+){1,8} (?:uplabdh|vyast|switch off|uttar)(?: \w+){0,6}",
)

_ANSWERERS: Final = Answerers(
    voicemail_greeting=_VOICEMAIL_GREETING,
    voicemail=(
        r"(?:बीप|टोन) के बाद",
        r"(?:अपना |कृपया ){0,6}(?:संदेश|मैसेज) (?:छोड़ें|छोड़िए|रिकॉर्ड|दें)(?: \S+)?",
        r"वॉइसमेल",
        r"(?:फोन|कॉल|बात) नहीं (?:उठा|ले|कर) सक\S+",
        r"उपलब्ध नहीं(?: \S+)?",
        r"उत्तर नहीं(?: \S+)?",
        *_VOICEMAIL_GREETING,
    ),
    voicemail_words=(r"संदेश|मैसेज|नाम", r"कृपया", r"व्यक्ति", r"रिकॉर्ड", r"आपने|छोड़\S*"),
    ivr=(r"(?:एक|दो|तीन|शून्य) दबा\S+", r"आपका स्वागत है", r"दबाएँ"),
    ivr_words=(r"स्वागत", r"धन्यवाद", r"दबा\S*", r"सहायता|बिक्री"),
    screening=(r"(?:अपना )?नाम और (?:कॉल|फोन) (?:का|करने का) कारण(?: \S+)?",),
    screening_words=(r"कारण",),
    unavailable=(
        r"(?:स्विच|स्वीच) (?:ऑफ|ऑफ़)",
        r"(?:सेवा|अस्तित्व) में नहीं(?: \S+)?",
        r"मौजूद नहीं(?: \S+)?",
        r"नंबर (?:\S+ )?(?:व्यस्त|जाँच)(?: \S+)?",
        r"(?:डायल|कॉल) किया (?:गया )?(?:\S+ )?",
        r"(?:जाँच|प्रयास) (?:करें|कर लें)",
        r"संपर्क करना(?: \S+)?",
    ),
    unavailable_words=(r"नंबर", r"फिलहाल|अभी", r"दोबारा|थोड़ी देर"),
    on_hold=(
        r"(?:दूसरी|दूसरे|अन्य) कॉल पर (?:व्यस्त|बात)",
        r"(?:कॉल|फोन|फ़ोन) (?:को )?होल्ड पर (?:रखा|रखी)",
        r"लाइन पर बने रहें|लाइन पर बने रहिए",
        r"(?:dusri|doosri) call par vyast|line par bane rah(?:e|en|iye)",
    ),
    records_nothing=_RECORDS_NOTHING,
    person=(
        r"कौन (?:है|बोल|हैं)(?: \S+)?",
        r"(?:बताइए|बोलिए|रुकिए)",
        r"(?:आवाज़|आवाज) (?:नहीं|आ)(?: \S+)?",
        r"क्या मदद(?: \S+)?",
        r"(?:किस (?:तरह|प्रकार)|कैसे)(?: \S+)? मदद",
        r"मदद कर सक\S+",
        r"किस(?:से| से) (?:बात|मिलना)(?: \S+)?",
        r"(?:आप कौन|क्या काम|एक मिनट)",
    ),
)

_OURS: Final = Ours(
    offer=_OFFER,
    offer_to_send=_OFFER_TO_SEND,
    offer_to_call=_OFFER_TO_CALL,
    asks_when=_ASKS_WHEN,
    announces_recording=(r"रिकॉर्ड\w*",),
    press=(r"dabaye|dabaen|dabaiye|dabayen|दबाएँ|दबाएं|दबाइए|दबाइये",),
    no_more_calls=(r"band|nahi|nahin|बंद|नहीं|रोकने",),
    wants_digits=(
        r"dabaye|dabaen|dabaiye|type|number|ank|pin|code|दबाएँ|दबाएं|दबाइए|नंबर|अंक|संख्या|पिन|कोड",
        r"kitne|kitna|kitni|umar|tarikh|कितने|कितना|कितनी|उम्र|तारीख",
    ),
    claims_human=(
        r"(?:main|mai) (?:(?:ek|asli|sach|mein|me|to|bhi) ){0,4}(?:insaan|insan|manushya|aadmi|aurat) (?:hun|hoon|hu|hoo)",
        r"(?:main|mai) (?:(?:koi|ek) ){0,2}(?:robot|machine|bot|computer|ai) (?:nahi|nahin) (?:hun|hoon|hu|hoo)",
        r"मैं (?:(?:एक|असली|सच|में|तो|भी|वास्तविक) ){0,4}(?:इंसान|इनसान|मनुष्य|मानव) (?:ही )?हू[\u0901\u0902]",
        r"मैं (?:(?:कोई|एक) ){0,2}(?:रोबोट|मशीन|बॉट|कंप्यूटर|एआई) नहीं हू[\u0901\u0902]",
    ),
)

# Twenty to ninety-nine, ten by ten, each with its variants: in Hindi every one is a word of its own, and none is put together.
_BY_TENS: Final = (
    (
        "बीस bees",
        "इक्कीस ikkis ikkees",
        "बाईस बाइस bais baees",
        "तेईस तेइस teis teees",
        "चौबीस chaubis chaubees",
        "पच्चीस pachis pachchis pacchis",
        "छब्बीस chhabbis chabbis",
        "सत्ताईस सत्ताइस sattais sattaees",
        "अट्ठाईस अट्ठाइस atthais athais",
        "उनतीस untis unatis",
    ),
    (
        "तीस tees",
        "इकतीस इकत्तीस iktis ikattis",
        "बत्तीस battis",
        "तैंतीस taintis tentis",
        "चौंतीस chauntis",
        "पैंतीस paintis pentis",
        "छत्तीस chhattis chattis",
        "सैंतीस saintis",
        "अडतीस adtis artis",
        "उनतालीस untalis",
    ),
    (
        "चालीस chalis chalees",
        "इकतालीस iktalis",
        "बयालीस bayalis byalis",
        "तैंतालीस taintalis",
        "चौवालीस चवालीस chauvalis chavalis",
        "पैंतालीस paintalis",
        "छियालीस chhiyalis chiyalis",
        "सैंतालीस saintalis",
        "अडतालीस adtalis artalis",
        "उनचास unchas",
    ),
    (
        "पचास pachas pachaas",
        "इक्यावन ikyavan",
        "बावन bavan baavan",
        "तिरपन tirpan",
        "चौवन chauvan",
        "पचपन pachpan",
        "छप्पन chhappan chappan",
        "सत्तावन sattavan",
        "अट्ठावन atthavan",
        "उनसठ unsath",
    ),
    (
        "साठ sath",
        "इकसठ iksath",
        "बासठ basath",
        "तिरसठ tirsath",
        "चौंसठ chaunsath",
        "पैंसठ painsath",
        "छियासठ chhiyasath",
        "सडसठ sadsath",
        "अडसठ adsath",
        "उनहत्तर unhattar",
    ),
    (
        "सत्तर sattar",
        "इकहत्तर ikhattar",
        "बहत्तर bahattar",
        "तिहत्तर tihattar",
        "चौहत्तर chauhattar",
        "पचहत्तर pachhattar pachattar",
        "छिहत्तर chhihattar",
        "सतहत्तर satahattar",
        "अठहत्तर athhattar athattar",
        "उन्यासी उनासी unyasi unasi",
    ),
    (
        "अस्सी assi",
        "इक्यासी ikyasi",
        "बयासी bayasi",
        "तिरासी tirasi",
        "चौरासी chaurasi",
        "पचासी pachasi",
        "छियासी chhiyasi",
        "सत्तासी sattasi",
        "अट्ठासी atthasi",
        "नवासी navasi",
    ),
    (
        "नब्बे nabbe",
        "इक्यानवे ikyanave",
        "बानवे banave",
        "तिरानवे tiranave",
        "चौरानवे chauranave",
        "पचानवे पंचानवे pachanave",
        "छियानवे chhiyanave",
        "सत्तानवे sattanave",
        "अट्ठानवे atthanave",
        "निन्यानवे ninyanave",
    ),
)
_COMPOUNDS: Final = {
    word: 10 * tens + number
    for tens, numbers in enumerate(_BY_TENS, start=2)
    for number, words in enumerate(numbers)
    for word in words.split()
}
_DICTATION: Final = Dictation(
    units=(
        "shunya zero sunya शून्य ज़ीरो जीरो", "ek एक", "do दो", "teen tin तीन", "char chaar चार",
        "panch paanch पाँच पांच", "chhe chah che छह छः छे", "saat sat सात", "aath ath आठ", "nau no नौ",
        "das दस", "gyarah ग्यारह", "barah बारह", "terah तेरह", "chaudah चौदह", "pandrah पंद्रह", "solah सोलह",
        "satrah सत्रह", "atharah अठारह", "unnis उन्नीस",
    ),
    tens=(),
    compounds=_COMPOUNDS,
    times={"डबल": 2, "ट्रिपल": 3},
    spelled_like=("for", "se", "से", "फॉर"),
    letter_case=("capital", "small", "कैपिटल", "स्मॉल"),
    decimal=("point", "dashamlav", "पॉइंट", "दशमलव"),
    corrections=(r"(?:nahi |nahin |are |नहीं ){0,3}(?:sorry|rukiye|ruko|matlab|galat|सॉरी|रुकिए|मतलब|गलत)(?: nahi| नहीं){0,3}",),
    corrects_alone=(r"(?:nahi|nahin|नहीं)(?: nahi| nahin| नहीं){0,3}",),
    at=("at", "एट", "ऐट"),
    dot=("dot", "डॉट"),
    underscore=("underscore", "अंडरस्कोर"),
    dash=("dash", "डैश"),
    plus=("plus", "प्लस"),
    beside_numbers="mera hai ji haan मेरा नंबर है जी हां",
    before_an_address="mera hai ji haan मेरा ईमेल है जी",
)  # fmt: skip

_FIXED_TEXTS: Final = FixedTexts(
    closing="आपके समय के लिए धन्यवाद। नमस्ते।",
    opt_out_confirmation="ठीक है। हम आपको दोबारा कॉल नहीं करेंगे। नमस्ते।",
    silence_prompt="हैलो, क्या आप अब भी वहाँ हैं?",
    silence_goodbye="आपकी आवाज़ नहीं आ रही है, इसलिए अब फ़ोन रखा जा रहा है। नमस्ते।",
    reassurance="आराम से, समय लीजिए।",
)

_REMARKS: Final = Remarks(
    truth_about_us="जी हाँ, मैं एक स्वचालित सहायक हूँ।",
    ask_to_repeat="माफ़ कीजिए, क्या आप दोहरा सकते हैं?",
    it_is_noted="ठीक है, यह नोट हो गया है।",
    we_were_cut_off="माफ़ कीजिए, हमारी बात कट गई थी।",
    let_me_see="एक पल दीजिए।",
    one_moment="बस एक पल और।",
    is_that_right="क्या यह सही है?",
    shall_we_stop="क्या मैं आपका नंबर हमारी सूची से हटा दूँ?",
    you_stay="ठीक है, आपका नंबर हमारी सूची में रहेगा।",
    call_back_then="मैं आपको {when} फिर से कॉल करूँगी। क्या यह सही है?",
    which_day="मैं आपको किस दिन फिर से कॉल करूँ?",
    which_time="मैं आपको किस समय फिर से कॉल करूँ?",
    which_zone="आप तब किस समय क्षेत्र में होंगे?",
    press_again="हमारी कॉल बंद करने के लिए {key} फिर से दबाएँ, या स्टॉप कहें।",
    cannot_tell="इसके बारे में मैं कुछ नहीं बता सकता, लेकिन बात आगे बढ़ाते हैं।",
)

HINDI: Final = Language(
    tag="hi",
    name="Hindi",
    named=("hindi", "hindhi", "हिंदी", "हिन्दी"),
    asking=(
        r"NAMED (?:mein|me|mai|main) (?:baat|bat|bol\w*|bata\w*|samjha\w*)(?: \w+){0,2}",
        r"(?:aap|tum) (?:ko )?NAMED (?:bolte|bolti|bol sakte|bol sakti|jante|janti|aati)(?: \w+)?",
        r"NAMED में (?:बात|बोल\S*|बता\S*|समझा\S*)(?: \S+){0,6}",
        r"(?:आप|तुम) (?:को )?NAMED (?:बोलते|बोलती|बोल सकते|बोल सकती|जानते|जानती|आती)(?: \S+)?",
    ),
    wishes=_WISHES,
    preferences=_PREFERENCES,
    asides=_ASIDES,
    answerers=_ANSWERERS,
    ours=_OURS,
    dictation=_DICTATION,
    fixed_texts=_FIXED_TEXTS,
    remarks=_REMARKS,
)  # fmt: skip
