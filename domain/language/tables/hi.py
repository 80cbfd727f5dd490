"""Hindi: what people say in it, and what we do; tables/shape.py tells what each table is for."""

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

# A demand in Latin letters, as it is spelled by ear, and in Devanagari (plain words have neither nukta nor chandrabindu).
_NOT: Final = r"(?:mat|mt|na|naa|nahi|nahin|nhi|nai)"
_DONT: Final = r"(?:mat|mt|na|naa)"
_CALL: Final = r"(?:calls?|kol|kaul|cal|phone|phon|fon|fone|ring|sampark|contact|telephone)"
_DO: Final = r"(?:karo|kro|karna|krna|karnaa|kijiye|kijie|kijiyega|kariye|kariyega|karein|kare|karen|kiya (?:karo|kijiye|karein|kariye|karna|jaye)|kiye|lagao|lagana|lagaiye|milao|milana|aana chahiye|aani chahiye|aaye|ghumaya karo)"
_STOP: Final = (
    r"(?:band|bandh|bund) (?:karo|kar do|kijiye|kar dijiye|karein|kariye|karna|kar dena|karwao|karado)"
)
_AWAY: Final = r"(?:hatao|hataao|hata do|hata dijiye|hata dena|hata de|hata den|hata dein|hatado|hataiye|hatayen|hatwa do|hatwaiye|hata hi dijiye|hata lo|nikalo|nikaalo|nikal do|nikaal do|nikal dijiye|nikaal dijiye|nikal dena|nikaliye|(?:delete|remove) (?:karo|kar do|kijiye|kar dijiye|karein|kariye|kar dena|kar dein|kar den|maro)|kaat do|kaat dijiye|kaato|kaatiye|mita do|mita dijiye|block (?:karo|kar do|kijiye|kar dijiye)|unsubscribe (?:karo|kar do|kijiye|kar dijiye)|uda do)"
_NUMBER: Final = r"(?:number|nambar|nomber|no|naam|nam|data|contact|jankari|jaankari|email)"
_LIST: Final = r"(?:list|suchi|record|records|system|database|computer|file|register) (?:se|mein se|me se)"
_LITTLE: Final = r"(?:mujhe|muje|mujhko|humko|hume|hamein|humein|hamko|please|plz|ji|yahan|bhi|to|pe|par|ko|ab|kripya|bhai|yaar|mere|is|number|unko|unhe|ghar|mera|phir|sir|madam)"
_DAY: Final = r"(?:sunday|monday|tuesday|wednesday|thursday|friday|saturday|itwar|itvaar|ravivar|somvar|mangalvar|budhvar|guruvar|shukravar|shanivar|weekend|weekdays|tyohar|chhutti)"
_PART: Final = rf"(?:subah|shaam|sham|raat|dopahar|dopaher|{_DAY}|office time|office hours|adhi raat)"
_AT: Final = r"(?: (?:ke )?(?:ko|mein|me|pe|par|time|samay|waqt|din|dauran))"
_EVER: Final = rf"(?:{_PART}(?: (?:subah|shaam|raat))?{_AT}{{0,2}}|(?:din|office|ofis|duty|kaam|lunch|khane|meeting|namaz|work){_AT}{{1,2}})"
_CLOCK: Final = r"(?:\w+ )?\w+ baje (?:se pehle|ke baad|tak|ke pehle|se)"
_NOW: Final = r"(?:aaj|abhi|kal|is (?:hafte|mahine|samay|waqt|week))"
_TOO: Final = r"(?:itni|itna|itne) (?:baar|zyada|jyada|subah|raat|jaldi|der se|subah subah)(?: (?:ko|mein))?"
_LIMIT: Final = rf"(?:{_CLOCK}|{_EVER}|{_NOW}|{_TOO})"
_DAY_DEV: Final = r"(?:रविवार|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|इतवार|संडे|छुट्टी|वीकेंड)"
_PART_DEV: Final = rf"(?:सुबह|शाम|रात|दोपहर|{_DAY_DEV})"
_AT_DEV: Final = r"(?: (?:के )?(?:को|में|पर|समय|टाइम|वक्त|दिन|दौरान|दिनों में))"
_EVER_DEV: Final = rf"(?:{_PART_DEV}(?: {_PART_DEV})?{_AT_DEV}{{0,2}}|(?:दिन|ऑफिस|दफ्तर|काम|लंच|खाने|मीटिंग|ड्यूटी){_AT_DEV}{{1,2}})"
_CLOCK_DEV: Final = r"(?:\S+ )?\S+ बजे (?:से पहले|के बाद|तक|के पहले|से)"
_LIMIT_DEV: Final = rf"(?:{_CLOCK_DEV}|{_EVER_DEV}|(?:आज|अभी|कल|इस (?:हफ्ते|महीने|समय|वक्त))|(?:इतनी|इतना|इतने) (?:बार|ज्यादा|सुबह|रात|जल्दी))"
_CALL_DEV: Final = r"(?:कॉल|काल|कौल|फोन|संपर्क|सम्पर्क|रिंग|कॉल्स)"
_DO_DEV: Final = r"(?:करो|करना|कीजिए|कीजिये|कीजिएगा|करिए|करिये|करिएगा|करें|करे|किया (?:करो|करें|कीजिए|करिए|कीजिये|जाए|जाये)|लगाना|लगाओ|लगाइए|मिलाना|आना चाहिए)"
_NOT_DEV: Final = r"(?:मत|न|ना|नहीं)"
_AWAY_DEV: Final = r"(?:हटाओ|हटाइए|हटाइये|हटा (?:दो|दीजिए|दीजिये|दें|देना|दे|ही दीजिए|दी जाए)|हटादो|हटवा दो|निकालो|निकालिए|निकाल (?:दो|दीजिए|दें|देना)|डिलीट (?:करो|कर दो|कर दीजिए|कीजिए|करें|कर देना)|रिमूव (?:करो|कर दो|कर दीजिए|कीजिए)|काटो|काटिए|काट (?:दो|दीजिए|दें)|मिटा (?:दो|दीजिए|दी जाए|दें)|ब्लॉक (?:करो|कर दो|कर दीजिए|कीजिए))"
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
    r"(?:consent|sahmati|anumati|permission|ijazat) (?:wapas|vapas|radd|cancel|vaapas)",
    rf"(?:dobara|dubara|phir se|agar|aage se|fir se|ab|ek aur baar) (?:{_LITTLE} |se ){{0,3}}{_CALL} (?:kiya|aaya|kara|ki|kiye|aa gaya)(?: \w+){{0,4}} (?:complaint|shikayat|police|case|report|dekh|complain)",
    r"stop (?:karo|kijiye|kar do|karein)(?: (?:ye|apne|apni|yeh|aapke|sab|saare)){0,2} (?:calls?|phone)",
    rf"{_AWAY} (?:mera|mere|hamara|meri) {_NUMBER}",
    rf"{_AWAY_DEV} (?:मेरा|मेरे|हमारा|मेरी) {_NUMBER_DEV}",
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
    r"(?:call|phone|fon) (?:karne|aane) (?:ki )?(?:zaroorat|jarurat|zarurat|koi zaroorat) (?:nahi|nahin)",
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
    rf"{_LIMIT} (?:{_LITTLE} |nahi |mat |hafte |{_NOW} ){{0,4}}{_CALL} (?:{_NOT}) {_DO}(?!(?: \w+)? kabhi)",
    rf"{_CALL} {_NOT} {_DO} (?:{_LITTLE} )?{_LIMIT} ?(?:karna|karo|kijiye|kariye|mein|ko)?",
    rf"{_CALL} {_NOT} {_DO} {_NONE}{{0,4}}(?:kal|shaam ko|baad mein|baad|baje|tab|mujhe|somvar ko|doosre number (?:par|pe)) (?:\w+ )?(?:karna|karo|kijiye|kariye|karein|call karo)",
    rf"{_CALL} {_NOT} {_DO} (?:{_LITTLE} )?(?:whatsapp|message|msg|sms|email|mail|likh)\w*",
    rf"{_TOO} (?:\w+ )?{_CALL} {_NOT} {_DO}",
    rf"(?:email|mail|message|msg|sms|whatsapp|likh)(?: \w+){{1,4}} {_CALL} {_NOT} {_DO}",
    rf"(?:ईमेल|मेल|मैसेज|एसएमएस|व्हाट्सएप|लिख)(?: \S+){{1,4}} {_CALL_DEV} {_NOT_DEV} {_DO_DEV}",
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
)

_WISHES: Final = Wishes(
    opt_out=_OPT_OUT,
    opt_out_alone=_OPT_OUT_ALONE,
    opt_out_likely=_OPT_OUT_LIKELY,
    no_opt_out=_NO_OPT_OUT,
    keeps=_KEEPS,
    no_outcome=(),
    questions=(),
    requests=(),
    wrong_number=(r"(?:galat|wrong) number(?: hai)?", r"रॉन्ग नंबर", r"गलत नंबर"),
    callback=(
        r"(?:baad mein|baad me|kal|thodi der (?:mein|me|baad)|shaam ko) (?:call|phone|fon|baat) (?:karo|karna|kijiye|kijiyega|karein|kariye|karte)(?: \w+)?",
        r"abhi (?:busy|time nahi|vyast|meeting (?:mein|me))(?: \w+)?",
        r"बाद में (?:कॉल|फोन|बात) \S+",
    ),
    puts_off=(),
    callback_if_timed=(),
    follow_up=(
        r"(?:mail|email|whatsapp|message|sms|details|jankari) (?:par |pe )?(?:kar|bhej) (?:do|dijiye|dena|dijiyega)",
        r"(?:details|jankari) (?:bhej|send) (?:do|dijiye|kar do|kijiye)",
    ),
    not_interested=(
        r"(?:interest|interested|dilchaspi|ruchi) (?:nahi|nahin|nhi)(?: \w+)?",
        r"(?:nahi|nahin|nhi) (?:chahiye|chaiye|chahie)",
        r"(?:रुचि|इंटरेस्ट) नहीं",
        r"नहीं चाहिए",
    ),
    interested=(
        r"(?:mujhe |haan |main )(?:interest|interested|dilchaspi)(?: hai| hoon| hun| hu)?(?! (?:nahi|nahin|nhi)(?!\S))",
        r"aur (?:bataiye|batao|jankari (?:do|dijiye))",
    ),
    yes=(
        r"haan|haanji|han|ha|ji|ji haan|haan ji|bilkul|theek hai|thik hai|zaroor|jaroor|accha|kyun nahi|kyon nahi|koi baat nahi|bhej (?:do|dijiye)|kar (?:do|dijiye)|ok|okay|yes|sure|हाँ|हां|जी|जी हाँ|जी हां|बिल्कुल|ठीक है|ज़रूर|जरूर|क्यों नहीं|ओके|यस",
    ),
    no=(
        r"nahi|nahin|nhi|na|ji nahi|ji nahin|no|no thanks|(?:bilkul|abhi|zaroorat|jaroorat|kuch|koi zaroorat) (?:nahi|nahin|nhi)|(?:nahi|nahin|nhi) (?:chahiye|chaiye|chahie|thanks|ji)|rehne (?:do|dijiye)|नहीं|जी नहीं|नही|बिल्कुल नहीं|नहीं चाहिए|रहने (?:दो|दीजिए)",
    ),
    hedges=(
        r"nahi|nahin|nhi|mat|lekin|magar|par|agar|shayad|sirf|baad mein|baad me|abhi nahi|kal|kya|kaun|kahan|kab|kaise|kyun|kyon|नहीं|मत|लेकिन|मगर|अगर|शायद|बाद में|क्या|कौन|कहाँ|कब|कैसे",
    ),
    robot_question=(
        r"(?:kya )?(?:aap|tum|yeh|ye) (?:ek )?(?:robot|machine|computer|ai|insaan|insan|recording)(?: hai| hain| ho| hein)?",
        r"(?:क्या )?(?:आप|यह) (?:एक )?(?:रोबोट|मशीन|कंप्यूटर|इंसान)(?: हैं| है)?",
    ),
    wants_end=(
        r"(?:alvida|namaste ji bye|phir milenge)$",
        r"(?:main )?(?:phone|fon) (?:rakh|kaat|rakhta|rakhti|kaatta)(?: \w+){0,6}$",
        r"mujhe jana (?:hai|hoga)",
    ),
    no_end=(),
    goes_on=(),
    refuses_recording=(
        r"(?:recording|record) (?:mat|na|nahi|nahin) (?:karo|kariye|karein|kijiye|kare)",
        r"(?:recording|record) band (?:karo|kariye|karein|kijiye)",
        r"रिकॉर्ड(?:िंग)? (?:मत|न|नहीं|बंद) (?:करो|करें|कीजिए)",
    ),
)

_ASIDES: Final = Asides(
    pickup=(r"(?:(?:haan|haanji|han|ji|ji haan|namaste|namaskar|kaun|kaun hai|kaun bol raha hai|boliye|हेलो|हैलो|हाँ|जी|नमस्ते) ?){1,4}",),
    backchannel=(r"(?:haan|han|ha|ji|ji haan|haanji|accha|acha|theek|theek hai|thik hai|ok|hm+|sahi|हाँ|हां|जी|अच्छा|ठीक है|ठीक|सही|हम्म)",),
    say_again=(
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
    records_nothing=(),
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
    offer=(r"(?:interested hain|dilchaspi hai|chahenge|chahte hain)",),
    offer_to_send=(r"bhej(?:e|en)?",),
    offer_to_call=(),
    asks_when=(),
    announces_recording=(r"रिकॉर्ड\w*",),
    press=(r"dabaye|dabaen|dabaiye|dabayen|दबाएँ|दबाएं|दबाइए|दबाइये",),
    no_more_calls=(r"band|nahi|nahin|बंद|नहीं|रोकने",),
    wants_digits=(
        r"dabaye|dabaen|dabaiye|type|number|ank|pin|code|दबाएँ|दबाएं|दबाइए|नंबर|अंक|संख्या|पिन|कोड",
        r"kitne|kitna|kitni|umar|tarikh|कितने|कितना|कितनी|उम्र|तारीख",
    ),
)

_DICTATION: Final = Dictation(
    units=(
        "shunya zero sunya शून्य ज़ीरो जीरो", "ek एक", "do दो", "teen tin तीन", "char chaar चार",
        "panch paanch पाँच पांच", "chhe chah che छह छः छे", "saat sat सात", "aath ath आठ", "nau no नौ",
        "das दस", "gyarah ग्यारह", "barah बारह", "terah तेरह", "chaudah चौदह", "pandrah पंद्रह", "solah सोलह",
        "satrah सत्रह", "atharah अठारह", "unnis उन्नीस",
    ),
    tens=(),
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
    press_again="हमारी कॉल बंद करने के लिए {key} फिर से दबाएँ, या स्टॉप कहें।",
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
