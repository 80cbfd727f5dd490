"""The Hindi words of time, in Devanagari and as they are written in Latin letters, mixed with English ones as people mix them."""

from collections.abc import Mapping
from typing import Final

from domain.callbacks.lexicon.english import ENGLISH
from domain.callbacks.lexicon.shape import Kind, Words, lexicon

_NUMBERS: Final = (
    "एक|ek", "दो|do", "तीन|teen|tin", "चार|char|chaar", "पाँच|पांच|paanch|panch|paach", "छह|छः|छे|छ|chhe|chah|chhah|che|chhai|cheh|chey",
    "सात|saat", "आठ|aath|aat", "नौ|nau|no baje", "दस|das|dus", "ग्यारह|gyarah|gyara", "बारह|barah|bara|baarah", "तेरह|terah|tera",
    "चौदह|chaudah", "पंद्रह|पन्द्रह|pandrah|pandra|pandhra", "सोलह|solah", "सत्रह|satrah", "अठारह|atharah", "उन्नीस|unnees|unnis", "बीस|bees|bis",
    "इक्कीस|ikkis|ikkees", "बाईस|bais|baees", "तेईस|teis|teyis", "चौबीस|chaubees|chaubis", "पच्चीस|pachees|pachis|pacchis", "छब्बीस|chabbis|chhabbees",
    "सत्ताईस|sattais", "अट्ठाईस|attais|atthais", "उनतीस|untees|untis", "तीस|tees|tis", "इकतीस|iktees|iktis",
)  # fmt: skip

# English words that are said within Hindi sentences; not those that mean something else there ("do", "to", "is").
_BORROWED: Final = (
    Kind.NUMBER, Kind.ORDINAL, Kind.WEEKDAY, Kind.MONTH, Kind.UNIT, Kind.SPAN, Kind.PART, Kind.RELATIVE, Kind.TODAYS_PART,
    Kind.HOLIDAY, Kind.AM, Kind.PM, Kind.OCLOCK, Kind.MINUTES_BEFORE, Kind.ZONE, Kind.ZONE_WORD, Kind.OTHER_ZONE, Kind.OWN_ZONE,
)  # fmt: skip


def _borrowed(kind: Kind) -> dict[str, object]:
    return {
        " ".join(words): kinds[kind]
        for entries in ENGLISH.entries.values()
        for words, kinds in entries
        if kind in kinds
    }


_OWN: Final[Mapping[Kind, Words]] = {
    Kind.NUMBER: {words: value for value, words in enumerate(_NUMBERS, 1)}
    | {
        "पैंतीस|paintees": 35,
        "चालीस|chalees|chalis": 40,
        "पैंतालीस|paintalis|paintalees": 45,
        "पचास|pachaas|pachas": 50,
        "नब्बे|nabbe": 90,
    },
    Kind.ARTICLE: {"an": 1},
    Kind.ORDINAL: {"पहली|पहला|pehli|pehla|pahli": 1},
    Kind.CLOCK: {
        "डेढ़ बजे|dedh baje|derh baje": (1, 30, False),
        "ढाई बजे|dhai baje|dhaai baje|adhai baje": (2, 30, False),
    },
    Kind.WEEKDAY: {
        "सोमवार|somvar|somwar|somvaar|somwaar": 0,
        "मंगलवार|mangalvar|mangalwar|mangalvaar|mangal": 1,
        "बुधवार|budhvar|budhwar|budhvaar|budh": 2,
        "गुरुवार|गुरूवार|बृहस्पतिवार|वीरवार|guruvar|guruwar|guruvaar|brihaspativar|veervar|virvar": 3,
        "शुक्रवार|shukravar|shukrawar|shukravaar|sukravar|shukrvar": 4,
        "शनिवार|shanivar|shaniwar|shanivaar": 5,
        "रविवार|इतवार|ravivar|raviwar|itvar|itwar|itvaar|ravivaar": 6,
        "संडे|sande": 6,
        "मंडे": 0,
        "ट्यूज़डे|ट्यूजडे": 1,
        "वेडनेसडे|वेडनसडे": 2,
        "थर्सडे": 3,
        "फ्राइडे|फ्राईडे": 4,
        "सैटरडे|शनिवार को": 5,
    },
    Kind.WORKDAYS: "weekday|weekdays|वीकडे|वीकडेज",
    Kind.MONTH: {
        "जनवरी|janvari|janwari": 1,
        "फरवरी|फ़रवरी|farvari|farwari": 2,
        "मार्च": 3,
        "अप्रैल|aprail": 4,
        "मई|mai": 5,
        "जून|joon": 6,
        "जुलाई|julai": 7,
        "अगस्त|agast": 8,
        "सितंबर|सितम्बर|sitambar": 9,
        "अक्टूबर|अक्तूबर|aktubar": 10,
        "नवंबर|नवम्बर|navambar": 11,
        "दिसंबर|दिसम्बर|disambar": 12,
    },
    Kind.UNIT: {
        "मिनट|मिनिट|minat|minit": "minute",
        "घंटा|घंटे|घण्टे|घंटों|ghanta|ghante|ghanton|ghnte": "hour",
        "दिन|दिनों|din|dino|dinon": "day",
        "हफ्ता|हफ्ते|हफ़्ते|हफ़्ता|हफ्तों|सप्ताह|hafta|hafte|haftay|saptah|hafton": "week",
        "वीकेंड|सप्ताहांत|weekend": "weekend",
        "महीना|महीने|महिने|महीनों|mahina|mahine|mahinay": "month",
        "साल|वर्ष|saal|sal": "year",
    },
    Kind.OCLOCK: "बजे|बज|बजकर|baje|bje|bajey|baj kar",
    Kind.SPAN: {
        "आधे घंटे|आधा घंटा|आधे घण्टे|aadhe ghante|adhe ghante|aadha ghanta|adha ghanta|half hour|aadhe ghnte": (
            30,
            30,
            "minute",
        ),
        "पौन घंटे|पौने घंटे|paun ghante|paune ghante": (45, 45, "minute"),
        "डेढ़ हफ्ते|dedh hafte|derh hafte": (10, 11, "day"),
        "ढाई हफ्ते|dhai hafte": (17, 18, "day"),
        "डेढ़ महीने|dedh mahine": (43, 48, "day"),
        "डेढ़ घंटे|डेढ़ घंटा|dedh ghante|derh ghante|dedh ghanta": (90, 90, "minute"),
        "ढाई घंटे|dhai ghante|dhaai ghante|adhai ghante": (150, 150, "minute"),
        "कुछ मिनट|thodi minute|kuch minute": (3, 10, "minute"),
        "कुछ घंटे|कुछ घंटों|kuch ghante|kuchh ghante|do teen ghante|do char ghante": (2, 4, "hour"),
        "कुछ दिन|कुछ दिनों|kuch din|kuchh din|kuch dino|do char din|do teen din|दो तीन दिन|दो चार दिन": (
            2,
            5,
            "day",
        ),
        "कुछ हफ्ते|कुछ हफ्तों|kuch hafte": (2, 4, "week"),
    },
    Kind.PART: {
        "सुबह|सवेरे|सुबह को|subah|subeh|subha|savere|morning|subah ko|मॉर्निंग": "morning",
        "सुबह सुबह|सुबह जल्दी|सुबह सवेरे|subah subah|subah jaldi|subah savere|sabse pehle subah": "first_thing",
        "दोपहर|दोपहर को|दोपहर में|dopahar|dopahr|dopehar|dopher|dopahar ko|dopahar mein|afternoon|लंच टाइम|lunch time|lunch ke time"
        "|lunch mein|लंच के समय": "dopahar",
        "शाम|शाम को|शाम में|sham|shaam|shyam|shaam ko|sham ko|evening|shaam mein|इवनिंग": "shaam",
        "रात|रात को|रात में|raat|rat|raat ko|raat mein|night": "night",
        "आधी रात|aadhi raat|adhi raat": "midnight",
        "लंच के बाद|खाने के बाद|खाना खाने के बाद|दोपहर के खाने के बाद|lunch ke baad|khane ke baad|after lunch": "after_lunch",
        "लंच से पहले|खाने से पहले|lunch se pehle|lunch se pahle|khane se pehle": "before_lunch",
        "ऑफिस के बाद|काम के बाद|ऑफिस से आने के बाद|office ke baad|kaam ke baad|office se aane ke baad|duty ke baad|after office": "after_work",
        "ऑफिस से पहले|office se pehle|office jaane se pehle": "before_work",
        "नाश्ते के बाद|nashte ke baad": "after_breakfast",
        "रात के खाने के बाद|डिनर के बाद|dinner ke baad|raat ke khane ke baad": "after_dinner",
        "देर शाम|der shaam|late evening": "late_evening",
        "शाम तक|shaam tak|sham tak|aaj shaam tak": "by_end_of_day",
        "ऑफिस टाइम|ऑफिस टाइम में|office time|office hours|office time mein": "working_hours",
    },
    Kind.RELATIVE: {
        "आज|aaj|aj|आज ही|aaj hi": 0,
        "कल|kal|kl|कल ही|kal hi": 1,
        "परसों|परसो|parson|parso|parsoon": 2,
        "नरसों|तरसों|narson|tarson": 3,
    },
    Kind.TODAYS_PART: {
        "आज सुबह|aaj subah": "morning",
        "आज दोपहर|aaj dopahar|आज दोपहर को": "dopahar",
        "आज शाम|आज शाम को|aaj shaam|aaj sham|aaj shaam ko|aaj sham ko": "shaam",
        "आज रात|आज रात को|aaj raat|aaj raat ko": "night",
    },
    Kind.HOLIDAY: {
        "दिवाली|दीवाली|दीपावली|diwali|deepavali": "diwali",
        "होली|holi": "holi",
        "क्रिसमस|बड़ा दिन|christmas|krismas": "christmas",
        "नए साल|नये साल|न्यू ईयर|naye saal|new year": "new_year",
    },
    Kind.DATE_TAIL: "तारीख|तारीख़|तारिख|tarikh|tareekh|tarik|taarikh",
    Kind.MINUTES_BEFORE: {
        "साढ़े|साढे|sadhe|saadhe|sade|saade": 30,
        "सवा|sava|sawa": 15,
        "पौने|paune|pone|pauney": -15,
    },
    Kind.NEXT: "अगले|अगली|अगला|agle|agli|agla|आने वाले|aane wale|aanewale|next",
    Kind.THIS: "इस|is|iss|isi|इसी|this",
    Kind.WEEK: {"अगले से अगले हफ्ते|उसके अगले हफ्ते|agle se agle hafte|agle ke agle hafte": 2},
    Kind.EARLY: "शुरू में|की शुरुआत में|शुरुआत|shuru|early|starting mein",
    Kind.MID: "बीच में|mid",
    Kind.LATE: "आखिर में|के आखिर में|के अंत में|अंत में|aakhir mein|end mein|ke end mein|late|end of",
    Kind.AFTER: "after",
    Kind.BEFORE: "before",
    Kind.BETWEEN: "between",
    Kind.BY: "by|ज्यादा से ज्यादा|zyada se zyada",
    Kind.AFTER_BEHIND: "के बाद|के बाद ही|ke baad|ke bad|ke baad hi|k baad|के पश्चात|के बाद कभी भी|ke baad kabhi bhi|के उपरांत",
    Kind.FROM_BEHIND: "तक का समय|तक का टाइम|tak ka time|tak ka samay|तक रुकिए|tak rukiye|से पहले नहीं|se pehle nahi|se pahle nahi|se pehle mat|से पहले मत|के आगे|se aage|से|se|से शुरू",
    Kind.BEFORE_BEHIND: "से पहले|के पहले|se pehle|se pahle|ke pehle|se phle|से पहले पहले|se pehle pehle|k pehle",
    Kind.UNTIL_BEHIND: "तक|tak|tk",
    Kind.BETWEEN_BEHIND: "के बीच|के बीच में|ke beech|ke bich|ke beech mein|ke bich mein|के दरमियान",
    Kind.TO: "से|se|और|aur|to",
    Kind.AND: "और|aur|and",
    Kind.OR: "या|या फिर|ya|ya fir|ya phir|or",
    Kind.AT: "at|करीब करीब",
    Kind.ABOUT: "करीब|लगभग|तकरीबन|karib|kareeb|lagbhag|takriban|around|about|approx",
    Kind.ISH: "के आसपास|के करीब|ke aaspaas|ke aas paas|ke karib|ke kareeb|के आस पास|ish|के लगभग|के आसपास ही",
    Kind.IN: "in|मुझे|मुझको",
    Kind.FROM_NOW: "बाद|में|के बाद|baad|bad|mein|me|ke baad|ke bad|mai|के अंदर|ke andar|later|बाद में|baad mein|बाद ही|ke andar andar",
    Kind.SOON: {
        "थोड़ी देर में|थोड़ी देर बाद|कुछ देर में|कुछ देर बाद|थोड़ी देर के बाद|thodi der mein|thodi der baad|thodi der me|kuch der baad|kuch der mein"
        "|thodi der bad|थोड़ा बाद में|thoda baad mein|थोड़ी देर से|thodi der ke baad|थोड़े टाइम बाद|thode time baad": (
            30,
            180,
        ),
        "एक मिनट में|अभी थोड़ी देर में|ek minute mein|abhi thodi der mein|turant|तुरंत": (5, 15),
        "जल्दी ही|jaldi hi|जल्द ही|jald hi": (30, 180),
    },
    Kind.LATER: "बाद में|baad mein|baad me|bad me|later|bad mein",
    Kind.SAME_TIME: "इसी समय|इसी वक्त|इसी टाइम|isi samay|isi waqt|isi time|is time|same time|इस समय|उसी समय|usi time",
    Kind.DAY_AFTER: {
        "अगले दिन|agle din|उसके अगले दिन|uske agle din": 1,
        "एक दिन पहले|ek din pehle|ek din pahle|उससे एक दिन पहले|usse ek din pehle": -1,
    },
    Kind.ANY: "किसी भी दिन|कभी भी|किसी भी|कोई भी|kisi bhi din|kabhi bhi|kisi bhi|koi bhi|रोज|roz|jab chahe|जब चाहे|any time|anytime|any day|kisi bhi time"
    "|किसी भी समय|किसी भी टाइम|हर|har|kabhi b",
    Kind.VAGUE: "फिर कभी|कभी और|किसी और दिन|phir kabhi|fir kabhi|kisi aur din|kabhi aur|kisi aur time|और किसी दिन|some other time|aur kisi din|किसी और समय",
    Kind.NO: "नहीं|नही|मत|nahi|nahin|nhi|nai|mat|naa|ना|na",
    Kind.NOT: "not|कभी नहीं|kabhi nahi",
    Kind.EXCEPT: "except|सिवाय",
    Kind.CORRECT: "बल्कि|balki|माफ कीजिए|sorry|मेरा मतलब|मेरा मतलब है|mera matlab|रुकिए|ruko|rukiye|actually|no|एक मिनट रुकिए|maaf kijiye|नहीं नहीं|nahi nahi|make it"
    "|ऐसा करो|ऐसा कीजिए|aisa karo|aisa kijiye|wait|ruk jao",
    Kind.BAD: "call mat karna|phone mat karna|call mat karo|call nahi karna|फोन मत करना|कॉल मत करना|फोन मत कीजिए|कॉल मत कीजिए|phone mat karo"
    "|call mat kijiye|phone mat kijiye|फोन मत करो|कॉल मत करो|फोन नहीं करना|call na karein|फोन न करें|कॉल न करें|phone nahi karna|फोन मत करिए|छोड़कर|को छोड़कर|के अलावा|chhodkar|chhod kar|chodkar|ko chhodkar|ko chhod kar|ke alawa|ke ilawa|नहीं हो पाएगा|नहीं चलेगा|nahi ho payega|nahi chalega"
    "|nahi ho paega|नहीं हो सकता|nahi ho sakta|मुश्किल है|mushkil hai|nahi hoga|नहीं होगा|नामुमकिन|को नहीं|ko nahi|नहीं बनेगा|के सिवा|ke siwa|ko mat|को मत",
    Kind.GOOD: "ठीक है|ठीक रहेगा|सही रहेगा|चलेगा|theek hai|thik hai|thik rahega|theek rahega|chalega|sahi rahega|अच्छा रहेगा|ok|okay|सही है|sahi hai|best rahega|हो जाएगा"
    "|ho jayega|बेहतर रहेगा|behtar rahega|works|achha rahega|accha rahega|बढ़िया|badhiya|kar sakte ho|कर सकते हैं|free hoon|फ्री हूं",
    Kind.AWAY: "व्यस्त हूं|व्यस्त हूँ|व्यस्त रहूंगा|व्यस्त रहूंगी|व्यस्त|बिजी हूं|बिजी हूँ|बिजी रहूंगा|बिजी|busy|busy hoon|busy hun|busy rahunga|busy rahungi|vyast|mein busy"
    "|मीटिंग में हूं|मीटिंग में हूँ|मीटिंग में|मीटिंग है|meeting mein hoon|meeting me hu|meeting mein|meeting me|meeting hai|meeting mein hun|meeting me hoon|ऑफिस में हूं"
    "|ऑफिस में|office mein hoon|office mein|office me|बाहर हूं|बाहर हूँ|bahar hoon|bahar hun|बाहर|bahar|छुट्टी पर|chutti par|chhutti par|सफर में|safar mein|travel kar raha"
    "|नहीं कर पाऊंगा|nahi kar paunga|बात नहीं कर पाऊंगा|baat nahi kar paunga|baat nahi kar sakta|बात नहीं कर सकता|बात नहीं कर सकती|नहीं हूं|nahi hoon|nahi hun|nahi rahunga"
    "|काम पर|kaam par|kaam pe|ड्यूटी पर|duty par|duty pe|क्लास में|class mein|driving|गाड़ी चला रहा हूं|gadi chala raha|शहर से बाहर|sheher se bahar|time nahi hai|टाइम नहीं है"
    "|समय नहीं है|out of station|आउट ऑफ स्टेशन|नहीं मिलूंगा|नहीं मिलूँगा|nahi milunga|available nahi|उपलब्ध नहीं",
    Kind.SUBJECT: "main|मैं",
    Kind.FREE: "फ्री हूं|फ्री हूँ|फ्री रहूंगा|free hun|free rahunga|free rahungi|free hu|घर पर हूं|घर पर रहूंगा|ghar par hoon|ghar par rahunga|ghar pe|घर पर|ghar par|खाली हूं"
    "|khali hoon|khaali|उपलब्ध हूं|available|available hoon|मिल जाऊंगा|mil jaunga|बात कर सकता हूं|baat kar sakta hoon|free|फ्री|खाली",
    Kind.EVENT: "योगा है|yoga hai|काम है|kaam hai|क्लास है|class hai|डेंटिस्ट है|dentist hai|पार्टी है|party hai|शादी है|shaadi hai|exam hai|परीक्षा है|dinner hai|पूजा है|pooja hai|gym hai|ऑफिस जाता हूं|ऑफिस जाना है|office jana hai|office jata hoon|अपॉइंटमेंट है|appointment hai|डॉक्टर के पास|doctor ke paas|जाना है|jana hai|jaana hai"
    "|फ्लाइट है|flight hai|train hai|ट्रेन है|शुरू होती है|shuru hoti hai|shuru hota hai|शुरू होता है|appointment|सोता हूं|sota hoon|इंटरव्यू है|interview hai|निकलना है|nikalna hai",
    Kind.END_OF_EVENT: "निकलता हूं|निकलता हूँ|निकलती हूं|निकलूंगा|छूटता हूं|छूटता हूँ|खत्म होता है|खत्म होती है|खत्म होगी|घर आता हूं|घर आता हूँ|घर पहुंचता हूं|घर पहुँचता हूँ|लौटूंगा|वापस आऊंगा"
    "|वापस आता हूं|आ जाऊंगा|nikalta hoon|nikalta hun|nikalti hoon|chutta hoon|chhutta hoon|khatam hota hai|khatam hoti hai|khatam hogi|ghar aata hoon|ghar pahunchta hoon"
    "|wapas aaunga|wapas aata hoon|aa jaunga|lautunga|nikalta hu|free hota hoon|फ्री होता हूं|फ्री होता हूँ|फ्री होऊंगा|छुट्टी होती है|chutti hoti hai|ghar pahuchta hun|chhootta hoon"
    "|office se nikalta|वापस आ रहा हूं|wapas aa raha hoon|ghar pahunch jaunga|घर पहुंच जाऊंगा",
    Kind.GONE: "phone aaya tha|call aaya tha|call aya tha|phone aya tha|फोन आया था|कॉल आया था|कॉल आई थी|फोन किया था|कॉल किया था|call kiya tha"
    "|phone kiya tha|baat hui thi|बात हुई थी|call aayi thi|call aya|फ़ोन आया था|था|थी|थे|tha|thi|the|हुई थी|हो गई|hui thi|ho gayi|किया था|kiya tha|आया था|aaya tha|पिछले हफ्ते|पिछले|pichhle hafte|pichle hafte|pichle|pichhle|yesterday|last week"
    "|बता दिया|bata diya|कह दिया|keh diya|बात कर ली|baat kar li|कर चुका हूं|कर चुका हूँ|kar chuka hoon|कर चुकी हूं|main call karunga|मैं कॉल करूंगा|मैं फोन करूंगा|main phone karunga"
    "|main khud|मैं खुद|मैं आपको कॉल|main aapko call|हो चुकी|ho chuki",
    Kind.WISH: "करना|करिए|कीजिए|karna|karo|kijiye|kariye|kar lena|कर लेना|कर लीजिए|kar lijiye|kijiyega|कीजिएगा|kariyega|करें|कीजियेगा|करियेगा"
    "|call karo|call kijiye|call karna|call kar lena|call kar dena|phone karo|phone karna|phone kijiye|phone kar lena|फोन करो|फोन कीजिए|फोन करना|फोन कर लेना|फ़ोन कीजिए"
    "|कॉल करो|कॉल कीजिए|कॉल करना|कॉल कर लेना|कॉल करिए|फोन करिए|baat karte hain|बात करते हैं|बात करेंगे|baat karenge|call me|call back|call|phone|फोन|कॉल|फ़ोन|try karo|ट्राई करो"
    "|कोशिश करो|कोशिश कीजिए|मैं चाहता हूं|बात कीजिए|baat kijiye|baat karo|call kariye|phone kariye|रिंग करो",
    Kind.SO: "इसलिए|तो|isliye|islye|toh",
    Kind.BECAUSE: "क्योंकि|kyunki|kyonki",
    Kind.BUT: "लेकिन|मगर|पर|lekin|magar|par|but|वरना",
    Kind.THEN: "तब|tab|उस समय|us samay|us time|उस टाइम|उस दिन|us din|tabhi|तभी",
    Kind.AFTER_THAT: "उसके बाद|uske baad|iske baad|इसके बाद|us ke baad|वापस आने के बाद|wapas aane ke baad|जब आऊंगा",
    Kind.BEFORE_THAT: "उससे पहले|usse pehle|उसके पहले|uske pehle",
    Kind.THE: "को|ko|के|ke|का|ka|की|ki|पर|hai|है|ही|hi|main|मैं|mujhe|the|on|of|में|mein|wala|वाला|वाले|wale|k",
    Kind.NOISE: "जी|ji|प्लीज|please|कृपया|kripya|शायद|shayad|thanks|thank you|धन्यवाद|शुक्रिया|dhanyavad|shukriya|हाँ|हां|haan|han|अच्छा|accha|acha|भाई|bhai|सर|sir|मैडम|madam|yaar"
    "|यार|um|uh|maybe|अगर हो सके तो|agar ho sake toh|agar ho sake to|मतलब|matlab|बस|bas|आप|aap|ओके|एक बार|ek baar|फिर|phir|fir|दोबारा|dobara|वैसे|थोड़ा",
    Kind.FILLER: "poore din|पूरे दिन|din bhar|दिन भर|sara din|अभी|अभी नहीं|abhi|abhi nahi|नमस्ते|namaste|एक मिनट|ek minute|ek second|एक सेकंड|good morning|good evening|good afternoon|अभी व्यस्त हूं|abhi busy hoon|abhi busy hun"
    "|अभी बिजी हूं|abhi meeting mein hoon|अभी मीटिंग में हूं|abhi time nahi hai|abhi baat nahi kar sakta|अभी बात नहीं कर सकता|अभी बात नहीं कर सकती|एक बात|ek baat|शुभ रात्रि|शुभ दिन"
    "|अभी टाइम नहीं है|abhi office mein hoon|abhi driving|अभी गाड़ी चला रहा हूं|abhi nahi ho payega|थोड़ी देर|thodi der|main busy hoon abhi|अभी ऑफिस में हूं|aaj kal|आज कल|आजकल"
    "|अभी समय नहीं है|एक मिनट रुको",
}

HINDI: Final = lexicon(
    "hi",
    {
        kind: {
            **(_borrowed(kind) if kind in _BORROWED else {}),
            **({written: None} if isinstance(written := _OWN.get(kind, {}), str) else written),
        }
        for kind in dict.fromkeys((*_OWN, *_BORROWED))
    },
    verb_last=True,
)
