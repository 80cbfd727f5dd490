"""Hindi, in Latin letters and in Devanagari as people speak it: what binds, what is asked about, what only sounds like it."""

import unicodedata
from typing import Final

import pytest

from domain.conversations import AnsweredBy
from domain.language.answerers import STRONG, signs
from domain.language.asides import Aside
from domain.language.decision import demand_of
from domain.language.dictation import digits_in
from domain.language.intents import Demand
from domain.language.preferences import PreferenceKind
from domain.language.utterance import Utterance
from domain.language.verdicts import judge_by_rules
from domain.language.wishes import rules_on_contact
from domain.outcomes import BusinessOutcome
from domain.transcripts import Speaker, Turn

BOUND: Final = (
    "mujhe phone karna band kar do yaar",
    "mere number pe phone mat kiya karo",
    "is number ko apni list se nikaal do",
    "mera number kaat do",
    "mera naam hata dena list se",
    "humara number delete kar do",
    "apne system se mera number hatao",
    "aapke system se mera data hata dijiye",
    "please mera number remove kar dein",
    "mujhe aur call nahi chahiye",
    "mujhe ab koi phone nahi chahiye aapse",
    "koi call nahi aani chahiye is number par",
    "aage se koi call nahi aaye",
    "ab se phone na aaye",
    "dobara call nahi karna",
    "dobara phone nahi karna mujhe",
    "phir se mat karna phone",
    "aainda phone mat kijiyega",
    "hamare ghar phone mat kiya karo",
    "meri mummy ko phone mat karo",
    "mere papa ko call mat karna",
    "baar baar mana kiya hai phone mat karo",
    "kitni dafa mana karun call mat kiya kariye",
    "main nahi chahti ki aap mujhe call karein",
    "main chahta hoon ki aap mera number delete kar dein",
    "mujhe block kar do apni taraf se",
    "bina permission call mat karo",
    "mujhse dobara contact mat karna",
    "humein chain se rehne do",
    "pareshan karna chhodo",
    "sir please call mat kijiye",
    "mat karo call yaar",
    "bas ab phone na karein",
    "kripya dobara sampark na karein",
    "call nhi karna dobara",
    "mujhe kol mat krna",
    "मुझे कॉल करना बंद कर दीजिए",
    "मेरे नंबर पर फोन मत किया करें",
    "इस नंबर को अपनी लिस्ट से निकाल दीजिए",
    "हमारा नंबर डिलीट कर दीजिए",
    "अपने सिस्टम से मेरा नंबर हटाइए",
    "कृपया मेरा नाम अपनी सूची से हटा दें",
    "मुझे और कॉल नहीं चाहिए",
    "कोई कॉल नहीं आनी चाहिए मुझे",
    "आगे से कोई फोन न आए",
    "दोबारा कॉल नहीं करना",
    "दोबारा फोन मत कीजिये",
    "आइंदा मुझे फोन मत कीजिएगा",
    "हमारे घर फोन मत कीजिए",
    "मेरी मम्मी को फोन मत करो",
    "मैं नहीं चाहती कि आप मुझे कॉल करें",
    "मुझसे दोबारा संपर्क मत कीजिए",
    "हमें चैन से रहने दो",
    "बिना इजाज़त फोन मत करो",
    "परेशान करना छोड़ दो",
    "फ़ोन मत करो",
    "नम्बर हटा दीजिये",
    "अब कभी फोन मत करना",
    "aap aage bata dijiye ki mujhe koi call na kare",
    "main chahta hoon mera number hata diya jaye",
    "mujhe is list se bahar nikalo",
    "main unsubscribe karna chahta hoon calls se",
    "behtar hoga ki aap phone na karein",
    "aaj ke baad phone nahi aana chahiye",
    "meri biwi bimar hai please phone mat kiya karo",
    "ye number ads ke liye nahi hai is par call mat kijiye",
    "teen hafte pehle bhi bola tha call mat karna",
    "mujhe baar baar call karke pareshan na karein",
    "main block kar raha hoon aap bhi mera number hatao",
    "phone mat kro yr",
    "call mat kijiega dobara",
    "अब बहुत हो गया मुझे फोन करना बंद कीजिए",
    "मुझे इस सूची से बाहर निकालिए",
    "मेहरबानी करके फोन मत कीजिए",
    "आज के बाद फोन नहीं आना चाहिए",
    "यह आखिरी बार कह रहा हूँ फोन मत करना",
    "बिना पूछे फोन मत किया करो",
    "फ़ोन करके डिस्टर्ब मत करो",
    "मेरे नंबर पर फ़ोन न किया करें",
    "mat karna phone kabhi",
    "mat karo call mujhe dobara",
    "kal bhi mana kiya tha ab phone mat karna",
    "aaj aakhri baar bol raha hoon call mat karna",
    "pehle bhi kaha hai list se naam hataiye",
    "kal se phone mat karna",
    "aaj se call mat karna",
    "abhi ke abhi mera number hatao",
    "abhi number hatao mera",
    "कल से फोन मत करना",
    "आज से मुझे कॉल मत करना",
    "अभी के अभी मेरा नंबर हटाओ",
)

ASKED_ABOUT: Final = (
    "mujhe call karne ki zaroorat nahi hai",
    "phone karne ki koi zaroorat nahi aage se",
    "meri permission nahi hai call karne ki",
    "mera dimaag mat khao phone karke",
    "मैं चाहता हूँ कि आप मेरा नंबर डिलीट कर दें",
    "मुझे फोन करने की कोई ज़रूरत नहीं है",
    "मेरी इजाज़त नहीं है कॉल करने की",
    "mera number delete karwana hai",
    "mera number aapke paas nahi hona chahiye delete karo",
    "phir se kyon call kiya maine mana kiya tha na",
    "na ad na call kuch nahi chahiye band karo sab",
    "मेरा नंबर अपने पास मत रखो",
    "din bhar phone aata hai band karo ye",
    "रोज़ फोन करते हो अब बंद करो",
)

NO_DEMAND: Final = (
    "subah call mat karna",
    "shaam ko phone mat karna please",
    "abhi call mat karo",
    "aaj mat karo kal karna",
    "raat ko dus baje ke baad call mat karna",
    "phone mat kaatna",
    "phone mat rakhiye",
    "chinta mat kijiye",
    "jaldi mat karo",
    "wo mujhe phone nahi karta",
    "koi mujhe call nahi karta",
    "maine aapko call nahi kiya",
    "aapne mujhe call nahi kiya",
    "mujhe call nahi aaya",
    "mera phone nahi lagta",
    "phone mein network nahi hai",
    "mera number likh lijiye",
    "mera number badal gaya hai",
    "naya number le lo",
    "purana number hata do naya daalo",
    "ye option hata do",
    "mere cart se wo hata dijiye",
    "light band kar do",
    "gaadi band karo",
    "dukaan band hai",
    "mujhe band karna hai ye plan",
    "kya main plan band kar sakta hoon",
    "list mein mera naam hai kya",
    "mera naam list mein daal do",
    "dnd kya hota hai",
    "mujhe pareshani ho rahi hai awaaz mein",
    "pareshan mat hoiye",
    "mujhe data chahiye",
    "mera data khatam ho gaya",
    "phone karna padega kya",
    "call karna hai mujhe",
    "call nahi karna padega na",
    "सुबह फोन मत कीजिएगा",
    "शाम को कॉल मत करना",
    "अभी फोन मत करो",
    "आज मत करो कल करना",
    "फोन मत काटना",
    "चिंता मत करो",
    "वो मुझे फोन नहीं करता",
    "मैंने आपको फोन नहीं किया",
    "मुझे कॉल नहीं आया",
    "मेरा फोन नहीं लगता",
    "मेरा नंबर लिख लीजिए",
    "मेरा नंबर बदल गया है",
    "पुराना नंबर हटा दो नया डालो",
    "यह विकल्प हटा दो",
    "लाइट बंद कर दो",
    "दुकान बंद है",
    "क्या मैं प्लान बंद कर सकता हूँ",
    "लिस्ट में मेरा नाम है क्या",
    "डीएनडी क्या होता है",
    "मेरा डेटा खत्म हो गया",
    "फोन करना पड़ेगा क्या",
    "मुझे फोन करना है",
    "परेशान मत होइए",
    "नाम मत पूछिए",
    "mujhe yahan nahi rehna",
    "mera naam waiting list mein daal do",
    "subah aath baje se pehle phone na karna",
    "mujhe nahi mere pati ko call karo",
    "itni jaldi phone na karein",
    "aage se das baje ke baad call karna",
    "maine card block karwa diya",
    "ye bill se hata do",
    "phone bajne do",
    "calls free hain kya",
    "mera number hat gaya kya",
    "purana pata hata do naya likho",
    "main sehmat nahi hoon",
    "yahan koi phone nahi karta",
    "beti kabhi phone nahi karti",
    "to main wapas call nahi karunga",
    "mere paas aapka number nahi hai",
    "bhoolna mat",
    "main call nahi kar sakta abhi",
    "phone nahi utha paya",
    "खाने के समय शांति चाहिए",
    "अगले हफ्ते फोन करना",
    "क्या आपने मेरा नंबर हटा दिया",
    "यहाँ कोई फोन नहीं करता",
    "आपका नंबर मेरे पास नहीं है",
    "फोन नहीं उठा पाया",
    "shaam ko mat karna phone",
    "abhi mat karo call",
    "sunday ko mat karo phone please",
    "office ke time mat kiya karo call",
    "hatana mat mera number",
    "number mat kaatna list se",
    "list se naam hatana nahi hai",
    "naam hatane ki baat nahi ki maine",
    "mera number list se hata diya kya",
    "maine apna number hata diya",
    "beta phone mat karo padhai karo",
    "bina wajah call mat karna kaam ho to karna",
    "do din tak call mat karna",
    "agle mahine tak phone mat karna",
    "diwali tak call mat karo",
    "ek hafte tak mat karna call",
    "pandrah tarikh tak phone na karein",
    "jab tak main office mein hoon call mat karo",
    "shaadi ke din call mat karna",
    "meeting ke beech mein phone mat karo",
    "इस हफ्ते मत कीजिए फोन",
    "शाम को मत करना फोन",
    "दो दिन तक फोन मत करना",
    "अगले महीने तक कॉल मत कीजिए",
    "हटाना मत मेरा नंबर",
    "नाम हटाने की बात नहीं की मैंने",
    "मेरा नंबर लिस्ट से हटा दिया क्या",
    "मीटिंग के बीच में फोन मत करो",
    "बेटा फोन मत करो पढ़ाई करो",
    "बिना काम के फोन मत करना काम हो तो करना",
    "call mat kijiye message bhej dijiye bas",
    "phone mat karo main khud karunga",
    "call mat karna main aapko call karunga",
    "फोन मत करना मैं खुद कर लूंगा",
    "mummy ko call mat karna mujhe karna",
    "landline pe call mat karna mobile pe karna",
)

KEPT: Final = (
    "Nahi nahi, mera number mat hatao.",
    "number rehne do",
    "mera matlab ye nahi tha",
    "call karte rahiye",
    "मेरा नंबर मत हटाइए",
    "मेरा मतलब वो नहीं था",
    "मुझे लिस्ट में रहने दो",
    "गलती से बोल दिया",
)

NOT_KEPT: Final = (
    "mujhe sochne do",
    "mera number hata do",
    "phone mat kaatiye",
    "मुझे सोचने दीजिए",
    "मेरा नंबर हटा दीजिए",
    "फोन मत काटिए",
)

PREFERRED: Final = (
    (PreferenceKind.WHEN, "subah das baje se pehle call mat karna"),
    (PreferenceKind.WHEN, "sirf shaam ko call karo"),
    (PreferenceKind.WHEN, "रात को फोन मत करना"),
    (PreferenceKind.WHEN, "सिर्फ शाम को फोन करें"),
    (PreferenceKind.WRITING, "call ki jagah message karo"),
    (PreferenceKind.WRITING, "sirf whatsapp par message karo"),
    (PreferenceKind.WRITING, "फोन की जगह मैसेज कीजिए"),
    (PreferenceKind.HOW_OFTEN, "hafte mein ek baar kaafi hai"),
    (PreferenceKind.HOW_OFTEN, "महीने में एक बार काफी है"),
    (PreferenceKind.HOW_OFTEN, "roz roz mat karo"),
)

NOT_PREFERRED: Final = (
    "mahine mein ek baar baal katwata hoon",
    "das baje tak main kaam khatam kar chuka tha",
    "mujhe call mat karo",
    "महीने में एक बार हम मिलते हैं",
)

COMES_TO: Final = (
    (BusinessOutcome.WRONG_NUMBER, "galat number hai"),
    (BusinessOutcome.WRONG_NUMBER, "aapne galat number lagaya hai"),
    (BusinessOutcome.WRONG_NUMBER, "yahan koi verma nahi rehta"),
    (BusinessOutcome.WRONG_NUMBER, "main unko nahi jaanta"),
    (BusinessOutcome.WRONG_NUMBER, "गलत नंबर है"),
    (BusinessOutcome.WRONG_NUMBER, "यहाँ इस नाम का कोई नहीं है"),
    (BusinessOutcome.WRONG_NUMBER, "मैं उन्हें नहीं जानता"),
    (BusinessOutcome.CALLBACK, "kal call karna"),
    (BusinessOutcome.CALLBACK, "baad mein phone kijiye"),
    (BusinessOutcome.CALLBACK, "abhi main meeting mein hoon"),
    (BusinessOutcome.CALLBACK, "kya aap mujhe kal call kar sakte hain?"),
    (BusinessOutcome.CALLBACK, "बाद में फोन कीजिए"),
    (BusinessOutcome.CALLBACK, "कल सुबह कॉल करना"),
    (BusinessOutcome.CALLBACK, "अभी मैं व्यस्त हूँ"),
    (BusinessOutcome.FOLLOW_UP, "details whatsapp kar do"),
    (BusinessOutcome.FOLLOW_UP, "mujhe email bhej dijiye"),
    (BusinessOutcome.FOLLOW_UP, "kya aap mujhe details bhej sakte hain?"),
    (BusinessOutcome.FOLLOW_UP, "जानकारी भेज दीजिए"),
    (BusinessOutcome.FOLLOW_UP, "मुझे ईमेल कर दीजिए"),
    (BusinessOutcome.INTERESTED, "mujhe interest hai"),
    (BusinessOutcome.INTERESTED, "main interested hoon"),
    (BusinessOutcome.INTERESTED, "main lena chahta hoon"),
    (BusinessOutcome.INTERESTED, "haan mujhe chahiye"),
    (BusinessOutcome.INTERESTED, "मुझे रुचि है"),
    (BusinessOutcome.INTERESTED, "मैं लेना चाहता हूँ"),
    (BusinessOutcome.INTERESTED, "और बताइए"),
    (BusinessOutcome.NOT_INTERESTED, "interest nahi hai"),
    (BusinessOutcome.NOT_INTERESTED, "mujhe nahi chahiye"),
    (BusinessOutcome.NOT_INTERESTED, "zaroorat nahi hai"),
    (BusinessOutcome.NOT_INTERESTED, "mere paas pehle se hai"),
    (BusinessOutcome.NOT_INTERESTED, "रुचि नहीं है"),
    (BusinessOutcome.NOT_INTERESTED, "मुझे नहीं चाहिए"),
    (BusinessOutcome.NOT_INTERESTED, "मेरे पास पहले से है"),
    (BusinessOutcome.NOT_INTERESTED, "बहुत महंगा है"),
)

COMES_TO_NOTHING: Final = (
    "aapne email bheja tha kya?",
    "kitne ka hai?",
    "mere bete ko dinosaur mein dilchaspi hai",
    "kuch mat bhejo",
    "haan hello",
    "koi baat nahi",
    "iske liye kya chahiye?",
    "आपने ईमेल भेजा था क्या?",
    "कितने का है?",
    "मेरे बेटे को गाड़ियों में दिलचस्पी है",
    "कोई बात नहीं",
    "हाँ बोलिए",
)

ANSWERS: Final = (
    ("Kya aap demo dekhna chahenge?", "haan bilkul", BusinessOutcome.INTERESTED),
    ("Kya aap demo dekhna chahenge?", "bilkul nahi", BusinessOutcome.NOT_INTERESTED),
    ("Kya aap demo dekhna chahenge?", "haan par kitne ka hai", BusinessOutcome.NONE),
    ("क्या आप डेमो देखना चाहेंगे?", "जी हाँ", BusinessOutcome.INTERESTED),
    ("क्या आप डेमो देखना चाहेंगे?", "नहीं चाहिए", BusinessOutcome.NOT_INTERESTED),
    ("क्या मैं आपको जानकारी भेज दूँ?", "ठीक है", BusinessOutcome.FOLLOW_UP),
    ("Aap kaise hain?", "haan theek", BusinessOutcome.NONE),
    ("क्या मैं आपको बाद में फोन करूँ?", "हाँ जी", BusinessOutcome.CALLBACK),
)

LEAVES: Final = (
    "theek hai bye",
    "main phone rakhta hoon",
    "mujhe jana hai",
    "chalta hoon namaste",
    "मैं फोन रखता हूँ",
    "मुझे जाना है",
    "अलविदा",
    "ठीक है बाय",
)

STAYS: Final = (
    "Mujhe jana hai kya wahan?",
    "mujhe jana hai par jaldi batao",
    "phone mat rakhna",
    "namaste kaun",
    "मुझे जाना है क्या वहाँ?",
    "फोन मत रखना",
    "नमस्ते जी",
    "आपने फोन क्यों रख दिया था?",
)

ASKS_FOR_THE_TRUTH: Final = (
    "kya aap robot ho?",
    "aap insaan ho kya?",
    "ye machine hai kya?",
    "main robot se baat kar raha hoon kya?",
    "क्या आप रोबोट हैं?",
    "यह रिकॉर्डिंग है क्या?",
    "क्या मैं किसी मशीन से बात कर रहा हूँ?",
    "इंसान हो या मशीन?",
)

ASKS_NOTHING_OF_US: Final = (
    "main robot nahi hoon",
    "mera computer kharab hai",
    "kya aap bank se hain?",
    "mere ghar mein robot hai safai wala",
    "मेरा कंप्यूटर खराब है",
    "क्या आप बैंक से हैं?",
)

ASIDES: Final = (
    (Aside.ONE_MOMENT, "ek minute"),
    (Aside.ONE_MOMENT, "ek second rukiye"),
    (Aside.ONE_MOMENT, "rukiye zara"),
    (Aside.ONE_MOMENT, "hold kijiye"),
    (Aside.ONE_MOMENT, "pen lata hoon"),
    (Aside.ONE_MOMENT, "darwaze pe koi hai rukiye"),
    (Aside.ONE_MOMENT, "main abhi aata hoon"),
    (Aside.ONE_MOMENT, "ek minute tv band karta hoon"),
    (Aside.ONE_MOMENT, "zara ruko"),
    (Aside.ONE_MOMENT, "do minute dijiye"),
    (Aside.ONE_MOMENT, "एक मिनट"),
    (Aside.ONE_MOMENT, "ज़रा रुकिए"),
    (Aside.ONE_MOMENT, "एक सेकंड रुकिए"),
    (Aside.ONE_MOMENT, "होल्ड कीजिए"),
    (Aside.ONE_MOMENT, "मैं अभी आता हूँ"),
    (Aside.ONE_MOMENT, "एक मिनट पेन लाता हूँ"),
    (Aside.ONE_MOMENT, "रुको एक मिनट"),
    (Aside.SAY_AGAIN, "phir se boliye"),
    (Aside.SAY_AGAIN, "kya bola aapne"),
    (Aside.SAY_AGAIN, "dobara bataiye"),
    (Aside.SAY_AGAIN, "sunai nahi diya"),
    (Aside.SAY_AGAIN, "samajh nahi aaya"),
    (Aside.SAY_AGAIN, "zor se boliye"),
    (Aside.SAY_AGAIN, "awaaz nahi aa rahi"),
    (Aside.SAY_AGAIN, "kya kaha"),
    (Aside.SAY_AGAIN, "ek baar phir boliye"),
    (Aside.SAY_AGAIN, "फिर से बोलिए"),
    (Aside.SAY_AGAIN, "क्या कहा आपने"),
    (Aside.SAY_AGAIN, "सुनाई नहीं दिया"),
    (Aside.SAY_AGAIN, "समझ नहीं आया"),
    (Aside.SAY_AGAIN, "ज़ोर से बोलिए"),
    (Aside.SAY_AGAIN, "आवाज़ नहीं आ रही"),
    (Aside.SAY_AGAIN, "दोबारा बताइए"),
)

NO_ASIDES: Final = (
    "ek minute ki baat hai",
    "main speaker pe daal raha hoon",
    "samajh gaya",
    "kya bheja aapne",
    "एक मिनट में बता दूंगा",
    "समझ गया",
    "सोच कर बताता हूँ",
)

LISTENS: Final = (
    "haan haan",
    "accha",
    "theek hai",
    "ji ji",
    "hmm",
    "sahi baat",
    "samajh gaya",
    "ok ok",
    "हाँ हाँ",
    "अच्छा",
    "ठीक है",
    "जी जी",
    "हम्म",
    "सही",
    "समझ गया",
    "बिल्कुल",
)

PEOPLE: Final = (
    "wo abhi nahi hain, aap kaun?",
    "हेलो कौन बोल रहा है?",
    "साहब अभी मीटिंग में हैं, क्या काम है?",
    "haan boliye",
    "वो घर पर नहीं हैं, कोई संदेश देना है?",
    "namaste kaun?",
    "एक मिनट रुकिए मैं बुलाता हूँ",
)

MACHINES: Final = (
    "आप जिस व्यक्ति को कॉल कर रहे हैं वह अभी उत्तर नहीं दे रहा है, कृपया बीप के बाद अपना संदेश छोड़ें",
    "आपके द्वारा डायल किया गया नंबर अभी स्विच ऑफ है",
    "jis vyakti ko aap call kar rahe hain wo abhi uplabdh nahi hai, beep ke baad sandesh chhodein",
    "हिंदी के लिए एक दबाएँ",
    "यह नंबर मौजूद नहीं है",
    "आप जिस व्यक्ति को कॉल कर रहे हैं वह अभी दूसरी कॉल पर व्यस्त है",
)


def spellings(text: str) -> tuple[str, ...]:
    """As a recogniser may write it: as it is, in small letters without marks, with and without nukta and chandrabindu."""
    small = "".join(c for c in text.lower() if c not in ".,!?।")
    bare = unicodedata.normalize("NFD", small).replace("\u093c", "").replace("\u0901", "\u0902")
    with_nukta = small.replace("फोन", "फ़ोन").replace("रोज", "रोज़")
    return tuple(dict.fromkeys((text, small, bare, with_nukta)))


def said(text: str) -> Utterance:
    return Utterance(text, "hi", ("hi",))


def by_rules(text: str) -> Demand:
    """How surely no more calls are demanded, by the rules alone."""
    return demand_of(rules_on_contact(text, "hi"))


def outcome(text: str) -> BusinessOutcome:
    return judge_by_rules((Turn(Speaker.PERSON, text, 0, 1_000),), "hi").outcome


@pytest.mark.parametrize("text", BOUND)
def test_a_demand_binds_on_the_call_and_after_it(text: str) -> None:
    for spelled in spellings(text):
        assert said(spelled).demand is Demand.CERTAIN, spelled
        assert outcome(spelled) is BusinessOutcome.OPT_OUT, spelled


@pytest.mark.parametrize("text", ASKED_ABOUT)
def test_a_likely_demand_is_asked_about(text: str) -> None:
    for spelled in spellings(text):
        assert by_rules(spelled) is Demand.LIKELY, spelled
        assert said(spelled).demand is not Demand.NONE, spelled


@pytest.mark.parametrize("text", NO_DEMAND)
def test_what_only_sounds_like_a_demand_is_none(text: str) -> None:
    for spelled in spellings(text):
        assert by_rules(spelled) is Demand.NONE, spelled
        assert said(spelled).demand is not Demand.CERTAIN, spelled


@pytest.mark.parametrize("text", KEPT)
def test_a_demand_is_taken_back(text: str) -> None:
    for spelled in spellings(text):
        assert said(spelled).keeps, spelled
        assert by_rules(spelled) is Demand.NONE, spelled


@pytest.mark.parametrize("text", NOT_KEPT)
def test_what_only_sounds_like_it_takes_nothing_back(text: str) -> None:
    assert not any(said(spelled).keeps for spelled in spellings(text))


@pytest.mark.parametrize(("kind", "text"), PREFERRED)
def test_a_wish_about_how_to_be_contacted_is_no_demand(kind: PreferenceKind, text: str) -> None:
    for spelled in spellings(text):
        assert kind in [wish.kind for wish in said(spelled).preferences], spelled
        assert said(spelled).demand is not Demand.CERTAIN, spelled


@pytest.mark.parametrize("text", NOT_PREFERRED)
def test_what_only_sounds_like_a_wish_is_none(text: str) -> None:
    assert () == said(text).preferences


@pytest.mark.parametrize(("wanted", "text"), COMES_TO)
def test_a_sentence_carries_an_outcome(wanted: BusinessOutcome, text: str) -> None:
    for spelled in spellings(text):
        if spelled == text or "?" not in text:  # a request that is written as a question is one with its mark
            assert outcome(spelled) is wanted, spelled


@pytest.mark.parametrize("text", COMES_TO_NOTHING)
def test_what_only_sounds_like_an_outcome_is_none(text: str) -> None:
    for spelled in spellings(text):
        assert outcome(spelled) is BusinessOutcome.NONE, spelled


@pytest.mark.parametrize(("question", "text", "wanted"), ANSWERS)
def test_an_answer_is_about_what_was_offered(question: str, text: str, wanted: BusinessOutcome) -> None:
    talk = (Turn(Speaker.AGENT, question, 0, 1_000), Turn(Speaker.PERSON, text, 2_000, 3_000))
    assert judge_by_rules(talk, "hi").outcome is wanted


@pytest.mark.parametrize("text", LEAVES)
def test_leave_is_taken(text: str) -> None:
    for spelled in spellings(text):
        assert said(spelled).wants_end, spelled


@pytest.mark.parametrize("text", STAYS)
def test_what_only_sounds_like_leaving_ends_nothing(text: str) -> None:
    for spelled in spellings(text):
        assert not said(spelled).wants_end, spelled


@pytest.mark.parametrize("text", ASKS_FOR_THE_TRUTH)
def test_who_asks_whether_we_are_a_machine_is_heard(text: str) -> None:
    for spelled in spellings(text):
        assert said(spelled).asks_for_the_truth, spelled


@pytest.mark.parametrize("text", ASKS_NOTHING_OF_US)
def test_other_machines_are_no_question_about_us(text: str) -> None:
    assert not any(said(spelled).asks_for_the_truth for spelled in spellings(text))


@pytest.mark.parametrize(("aside", "text"), ASIDES)
def test_an_aside_is_heard(aside: Aside, text: str) -> None:
    for spelled in spellings(text):
        assert said(spelled).aside is aside, spelled


@pytest.mark.parametrize("text", NO_ASIDES)
def test_what_only_sounds_like_an_aside_is_none(text: str) -> None:
    assert [None] == list({said(spelled).aside for spelled in spellings(text)})


@pytest.mark.parametrize("text", LISTENS)
def test_who_only_listens_takes_no_turn(text: str) -> None:
    assert all(said(spelled).only_listens for spelled in spellings(text))


def weights(text: str) -> tuple[float, float]:
    """What speaks for a person, and for the likeliest machine."""
    of: dict[AnsweredBy, float] = {}
    for sign in signs(text, "hi", whole=True):
        of[sign.answered_by] = of.get(sign.answered_by, 0.0) + sign.weight
    person = of.pop(AnsweredBy.PERSON, 0.0)
    return person, max(of.values(), default=0.0)


@pytest.mark.parametrize("text", PEOPLE)
def test_whoever_answers_for_another_is_no_machine(text: str) -> None:
    for spelled in spellings(text):
        person, machine = weights(spelled)
        assert machine < STRONG or machine < person, spelled


@pytest.mark.parametrize("text", MACHINES)
def test_a_machine_is_known_by_its_words(text: str) -> None:
    for spelled in spellings(text):
        person, machine = weights(spelled)
        assert machine >= STRONG > person, spelled


@pytest.mark.parametrize(
    ("digits", "text"),
    [
        ("9845", "अट्ठानवे पैंतालीस"),
        ("9845", "atthanave paintalis"),
        ("50725", "पचास सात पच्चीस"),
        ("381", "अड़तीस एक"),
        ("4090", "चालीस नब्बे"),
    ],
)
def test_numbers_of_two_digits_are_words_of_their_own(digits: str, text: str) -> None:
    assert all(digits_in(spelled, "hi") == digits for spelled in spellings(text))
