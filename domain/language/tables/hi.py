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

_WISHES: Final = Wishes(
    opt_out=(
        r"(?<!abhi )(?<!aaj )(?:dobara |phir se |phir |kabhi |aage se |aise |mujhe |humko ){1,6}(?:call|phone|fon) (?:mat|na|nahi) (?:karo|karna|kijiye|kijiyega|karein|kare|kariye|karen)",
        r"(?<!abhi )(?<!aaj )(?:call|phone|fon) (?:mat|na) (?:karo|karna|kijiye|kijiyega|karein|kariye)(?! abhi(?!\S))",
        r"(?:call|phone|fon) karna (?:band|bandh) (?:karo|kijiye|kar do|kar dijiye|karein)",
        r"(?:mera )?(?:number|naam) (?:(?:apni )?list se )?(?:hata|nikal|delete|remove)(?: kar)? (?:do|dijiye|dena|de)",
        r"(?:mujhe |mera naam )?list se (?:hata|nikal) (?:do|dijiye|dena)",
        r"(?:दोबारा |फिर |मुझे ){0,6}(?:कॉल|फोन|फ़ोन) मत (?:करो|करना|कीजिए|करिए|करें)",
        r"(?:कॉल|फोन|फ़ोन) करना बंद (?:करो|कीजिए|कर दो|करें)",
        r"(?:मेरा )?नंबर (?:हटा|निकाल) (?:दो|दीजिए)",
    ),
    opt_out_alone=(r"band karo",),
    opt_out_likely=(),
    no_opt_out=(),
    keeps=(),
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

_PREFERENCES: Final = Preferences(when=(), writing=(), how_often=())

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
    at=("at", "एट", "ऐट"),
    dot=("dot", "डॉट"),
    underscore=("underscore", "अंडरस्कोर"),
    dash=("dash", "डैश"),
    plus=("plus", "प्लस"),
    beside_numbers="mera hai ji haan मेरा नंबर है जी हाँ",
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
