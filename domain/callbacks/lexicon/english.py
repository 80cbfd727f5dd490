"""The English words of time, British and American, as people say them and recognisers write them."""

from typing import Final

from domain.callbacks.lexicon.shape import Kind, lexicon

_ONES: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_NUMBERS: Final = {word: value for value, word in enumerate(_ONES) if value} | {
    f"{tens} {_ONES[one]}".strip() if one else tens: value + one
    for tens, value in _TENS.items()
    for one in range(10 if value < 60 else 1)
}
_ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "thirty first": 31,
}  # fmt: skip
_ALL_ORDINALS: Final = _ORDINALS | {
    f"twenty {word}": 20 + value for word, value in _ORDINALS.items() if value < 10
}
_DONT: Final = (
    "dont call|dont call me|do not call|do not call me|dont ring me|dont phone me|dont ring|dont call me back|dont phone|dont try"
    "|please dont call|please dont call me|dont call back"
)

ENGLISH: Final = lexicon(
    "en",
    {
        Kind.NUMBER: _NUMBERS,
        Kind.ARTICLE: {"a|an": 1},
        Kind.ORDINAL: _ALL_ORDINALS,
        Kind.WEEKDAY: {
            "monday|mondays|mon": 0,
            "tuesday|tuesdays|tue|tues": 1,
            "wednesday|wednesdays|wed|weds": 2,
            "thursday|thursdays|thu|thur|thurs": 3,
            "friday|fridays|fri": 4,
            "saturday|saturdays|sat": 5,
            "sunday|sundays": 6,
        },
        Kind.WORKDAYS: "weekday|weekdays|week days|week day|during the week|in the week|any weekday",
        Kind.MONTH: {
            "january|jan": 1,
            "february|feb": 2,
            "march": 3,
            "april|apr": 4,
            "may": 5,
            "june|jun": 6,
            "july|jul": 7,
            "august|aug": 8,
            "september|sept|sep": 9,
            "october|oct": 10,
            "november|nov": 11,
            "december|dec": 12,
        },
        Kind.UNIT: {
            "minute|minutes|min|mins": "minute",
            "hour|hours|hr|hrs": "hour",
            "day|days": "day",
            "week|weeks|week time|weeks time": "week",
            "fortnight|fortnights|fortnights time": "fortnight",
            "weekend|weekends|week end": "weekend",
            "month|months|months time": "month",
            "year|years|years time": "year",
        },
        Kind.SPAN: {
            "half an hour|half hour|half a hour|a half hour|a half an hour|half of an hour": (
                30,
                30,
                "minute",
            ),
            "quarter of an hour|a quarter of an hour|a quarter hour|quarter hour": (15, 15, "minute"),
            "three quarters of an hour": (45, 45, "minute"),
            "a couple of minutes|couple of minutes|a couple minutes|couple minutes": (2, 5, "minute"),
            "a few minutes|few minutes|some minutes": (3, 10, "minute"),
            "several minutes": (5, 20, "minute"),
            "a couple of hours|couple of hours|a couple hours|couple hours|a couple of hrs|couple hrs": (
                2,
                2,
                "hour",
            ),
            "a few hours|few hours|some hours|several hours": (2, 4, "hour"),
            "a couple of days|couple of days|a couple days|couple days": (2, 2, "day"),
            "a few days|few days|some days|several days": (2, 5, "day"),
            "a couple of weeks|couple of weeks|a couple weeks|couple weeks": (2, 2, "week"),
            "a few weeks|few weeks|some weeks|several weeks": (2, 4, "week"),
            "a couple of months|couple of months|a couple months|couple months": (2, 2, "month"),
            "a few months|few months|some months|several months": (2, 4, "month"),
            "half a year": (6, 6, "month"),
            "half a day": (4, 6, "hour"),
        },
        Kind.MORE_HALF: "and a half|and half|and an half",
        Kind.PART: {
            "morning|mornings|am hours|forenoon": "morning",
            "afternoon|afternoons|arvo|after noon": "afternoon",
            "evening|evenings|eve": "evening",
            "night|nights|nighttime|night time": "night",
            "noon|noontime|12 noon|twelve noon|high noon": "noon",
            "midday|mid day|lunchtime|lunch time|lunch|lunch hour|lunch break|at lunch": "midday",
            "midnight": "midnight",
            "first thing|first thing in the morning|first thing in morning|bright and early|crack of dawn": "first_thing",
            "before lunch|before lunchtime|before my lunch": "before_lunch",
            "after lunch|after lunchtime|after my lunch": "after_lunch",
            "after school|once school is out|when school is out|when school lets out": "after_school",
            "after work|after my work|after office hours|after business hours|after i finish work": "after_work",
            "after hours|when i finish work|when i get off work|after i get off work|once im off work": "after_work",
            "when im off work|when i get home from work|after office|after i get home from work": "after_work",
            "before work|before i go to work|before my shift": "before_work",
            "after breakfast": "after_breakfast",
            "before dinner|before supper": "before_dinner",
            "after dinner|after supper|after tea|after my dinner|after dinnertime": "after_dinner",
            "dinner time|dinnertime|suppertime|supper time|teatime|tea time": "dinner",
            "end of business|end of the business day|end of business day|end of the working day": "end_of_day",
            "end of the workday|end of day|end of the day|eod|cob|close of business|closing time": "end_of_day",
            "by close of business|by the close of business|by end of business|by end of day": "by_end_of_day",
            "by the end of the day|by the end of day|before the end of the day|before end of day": "by_end_of_day",
            "by eod|by cob|before close of business|before the day is over|before the day ends": "by_end_of_day",
            "by the end of business|before you close|before the end of business|before closing time": "by_end_of_day",
            "business hours|working hours|office hours|during the day|work hours|daytime|the daytime": "working_hours",
        },
        Kind.RELATIVE: {
            "today|todays|this very day": 0,
            "same day next week|this day next week|the same day next week": 7,
            "tomorrow|tomorrows|tomorow|tommorow|tommorrow|tmrw|tmr|tomorrow day": 1,
            "day after tomorrow|the day after tomorrow|overmorrow|tomorrow next|day after tmrw": 2,
        },
        Kind.TODAYS_PART: {"tonight|tonite|to night": "night"},
        Kind.HOLIDAY: {
            "christmas|christmas day|xmas|xmas day": "christmas",
            "christmas eve|xmas eve": "christmas_eve",
            "boxing day": "boxing_day",
            "new years eve|new year eve|new years eve night": "new_years_eve",
            "the first of the year|first of the year|new years day|new year day|new years|the new year|new year": "new_year",
            "the holidays|holidays|holiday season|the holiday season|the festive season": "holidays",
            "thanksgiving|thanksgiving day": "thanksgiving",
            "easter|easter sunday": "easter",
            "good friday": "good_friday",
            "easter monday": "easter_monday",
            "halloween": "halloween",
            "valentines day|valentines": "valentines",
            "independence day|fourth of july|the fourth of july|july fourth|july 4th": "independence_day",
            "labor day|labour day": "labor_day",
            "memorial day": "memorial_day",
            "diwali|deepavali": "diwali",
        },
        Kind.ZONE: {
            "pacific time|pacific standard time|pacific daylight time|pst|pdt|california time|la time|west coast time"
            "|pacific standard|seattle time|vegas time": "America/Los_Angeles",
            "mountain time|mountain standard time|mst|mdt|denver time": "America/Denver",
            "arizona time|phoenix time": "America/Phoenix",
            "central time|central standard time|central daylight time|cst|cdt|chicago time|texas time|dallas time"
            "|houston time|central standard": "America/Chicago",
            "eastern time|eastern standard time|eastern daylight time|est|edt|new york time|east coast time|ny time"
            "|boston time|florida time|miami time|eastern standard|atlanta time|toronto time": "America/New_York",
            "atlantic time|halifax time": "America/Halifax",
            "hawaii time|hawaiian time|hst": "Pacific/Honolulu",
            "alaska time|alaskan time": "America/Anchorage",
            "uk time|london time|british time|bst": "Europe/London",
            "gmt|utc|zulu time|universal time|greenwich mean time|greenwich time": "Etc/UTC",
            "central european time|cet|cest|german time|paris time|berlin time|french time|spanish time|madrid time"
            "|central europe time|amsterdam time|rome time": "Europe/Berlin",
            "ist|indian time|india time|indian standard time|mumbai time|delhi time|bangalore time": "Asia/Kolkata",
            "gulf time|dubai time|uae time": "Asia/Dubai",
            "singapore time": "Asia/Singapore",
            "sydney time|aest|aedt|melbourne time": "Australia/Sydney",
            "brisbane time|queensland time": "Australia/Brisbane",
            "perth time|awst": "Australia/Perth",
            "manila time|philippine time": "Asia/Manila",
            "tokyo time|japan time": "Asia/Tokyo",
        },
        Kind.ZONE_WORD: {
            "pacific|pt": "America/Los_Angeles",
            "mountain|mt": "America/Denver",
            "central|ct": "America/Chicago",
            "eastern|et": "America/New_York",
            "atlantic": "America/Halifax",
        },
        Kind.OTHER_ZONE: "your time|your local time|your timezone|your time zone|their time|their local time",
        Kind.OWN_ZONE: "my time|my local time|local time|my timezone|my time zone|our time|here time",
        Kind.AM: "am|a m|in the am",
        Kind.PM: "pm|p m|in the pm",
        Kind.OCLOCK: "oclock|o clock|hundred hours|hundred|sharp|on the dot|o clocks",
        Kind.MINUTES_BEFORE: {
            "half past|half after|half": 30,
            "quarter past|a quarter past|quarter after|a quarter after": 15,
            "quarter to|a quarter to|quarter of|a quarter of|quarter till|a quarter till|quarter til|quarter before": -15,
        },
        Kind.PAST_HOUR: "after|past|minutes past|minutes after|mins past|minute past",
        Kind.TO_HOUR: "to|minutes to|of|minutes of|till|til|minutes till|minutes before|mins to|minutes until",
        Kind.ZERO: "oh|o|zero",
        Kind.NEXT: "next|the next|following|the following",
        Kind.THIS: "this|coming|this coming|the coming|upcoming|this upcoming|this next",
        Kind.AFTER_NEXT: {"after next": 1},
        Kind.WEEK: {
            "the week after next|week after next|the following week after next|week following next": 2
        },
        Kind.EARLY: "the first week of|first week of|the first week in|first week in|first week of the|early|earlier|early in|early on|early part of|the early part of|beginning of|the beginning of"
        "|start of|the start of|at the start of|at the beginning of|first half of|the first half of|first part of"
        "|the first part of|early in the",
        Kind.MID: "mid|middle of|the middle of|in the middle of|halfway through",
        Kind.LATE: "the last week of|last week of|the last week in|last week in|the last week of the|last week of the|late|late in|late in the|end of|the end of|at the end of|towards the end of|toward the end of|back end of"
        "|later part of|latter part of|second half of|the second half of|the back end of|tail end of|the tail end of",
        Kind.AFTER: "after|past|later than|anytime after|any time after|sometime after|some time after|right after"
        "|just after|beyond|once its past|not until after|shortly after|straight after|only after|well after|soon after",
        Kind.FROM: "from|starting|as of|as from|beginning|starting from|not before|not until|not till|no earlier than|no sooner than|not sooner than"
        "|not earlier than|dont call before|dont call me before|do not call me before|do not call before|never before"
        "|dont ring me before|dont ring before|dont phone me before|dont call until|dont call me until|dont call me till"
        "|dont bother me before|do not call me until|only from|any time from|anytime from|nothing before|but not before"
        "|dont call back before|dont call me back before|dont call me back until|dont call back until|not any earlier than"
        "|please not before|wait until|wait till|hold off until|leave it until|leave it till|give me until|give me till|give me til|isnt back until|wont be back until|not back until|isnt home until",
        Kind.BEFORE: "before|prior to|earlier than|ahead of|anytime before|any time before|sometime before|just before"
        "|right before|some time before|not after|dont call after|dont call me after|but before|but not after|shortly before",
        Kind.BY: "between now and|from now until|from now till|any time between now and|anytime between now and|by|no later than|not later than|at the latest by|latest by|latest|up to|by around",
        Kind.UNTIL: "until|till|til|through|up until",
        Kind.BETWEEN: "between|in between|anywhere between|any time between|anytime between|sometime between",
        Kind.TO: "to|through|thru|and|till|until|dash",
        Kind.FROM_BEHIND: "onwards|onward|or later|or after|and onwards|and later|and after|and on|at the earliest|and up|or anytime after"
        "|and any time after|or any time after that|or anytime after that|and anytime after that",
        Kind.UNTIL_BEHIND: "at the latest|or earlier|or before|or sooner|latest|tops",
        Kind.AND: "and|plus|as well as|also",
        Kind.OR: "or|or else|or maybe|or perhaps|or even|otherwise|either",
        Kind.AT: "at|say|at like|like|for|at exactly|exactly at|exactly|precisely at|at precisely",
        Kind.ABOUT: "closer to|nearer to|nearer|near|towards|toward|about|around|roughly|approximately|approx|at about|at around|round about|at roughly|circa|somewhere around"
        "|maybe around|maybe about|maybe at|say around|say about|close to|some time around|sometime around|round|nearly",
        Kind.ISH: "ish|or so|or thereabouts|approximately|give or take|or around then|or something|kind of",
        Kind.IN: "leave it|leave it for|leave it about|in|can it wait|could it wait|can you wait|in about|in around|give me|give me about|give me like|in like|in maybe|in another|give it|gimme|in roughly"
        "|need|i need|ill need|in approximately|give me another|in just|in at least|in say|in only|another",
        Kind.WITHIN: "within|within about|in the next|for the next|in under|in less than|within the next|inside of|over the next|during the next"
        "|any time in the next|anytime in the next|sometime in the next|sometime within|within the",
        Kind.FOR: "for|for about|for another|for at least|for the next|for around",
        Kind.FROM_NOW: "from now|later|hence|from this moment|out|from right now",
        Kind.AGO: "ago",
        Kind.SOON: {
            "in a bit|in a little bit|in a while|in a little while|in a little|a bit later|a little later|in a short while"
            "|after a while|after a bit|a little bit later|in a wee while|a while later|after some time|in some time"
            "|in a bit of time|later on a bit|bit later": (30, 180),
            "in a minute|in a moment|in a second|in a sec|in a mo|in one minute|in one moment|in just a minute"
            "|in just a moment|in one second|in a min|in just a second|in a jiffy|in a tick": (5, 15),
            "shortly|soon|in a short time|very soon|pretty soon|real soon|before long": (30, 180),
        },
        Kind.LATER: "later|later on|later in|later in the",
        Kind.SAME_TIME: "same time|the same time|at the same time|this time|at this time|about this time|around this time"
        "|around the same time|about the same time|this same time|this hour|at this hour|same hour|at the same hour",
        Kind.DAY_AFTER: {
            "day after|the day after|day following|the next day|next day|the day following|the following day"
            "|a day after|a day later|one day after": 1,
            "the one after|the one after that|the following one": 7,
            "day before|the day before|day prior|the previous day|a day before|day ahead|the day prior|one day before"
            "|the day prior to": -1,
        },
        Kind.ANY: "any|any time|anytime|any day|any other day|any other time|whenever|every|all|every day|any hour|any moment"
        "|everyday|whatever time|whatever day|all day",
        Kind.VAGUE: "sometime|some time|some day|someday|one day|one of these days|at some point|another time"
        "|some other time|another day|a different day|a different time|some other day|a better time|a good time"
        "|a bad time|bad time|good time|one time|the time|last time|any given time|day or two ago|this moment|at the moment",
        Kind.NOT: _DONT
        + "|instead of|rather than|not|never|not on|just not|definitely not|certainly not|rather not|but not|please not|anything but not|preferably not"
        "|not at|not in|not for|no calls|no more calls|not interested",
        Kind.DONT: _DONT,
        Kind.EXCEPT: "except|except for|but not|other than|apart from|besides|excluding|excepting|any day but|any time but"
        "|anytime but|every day but|any day except|any time except|anytime except|any other day than|all but"
        "|anything but|any day other than|any time other than|every day except|save for|just not|aside from|with the exception of"
        "|any weekday but|any weekday except|anytime other than|any time apart from|any day apart from",
        Kind.CORRECT: "no|make it|no wait|wait|actually|sorry|i mean|or rather|or better|or better yet|or even better|make that|scratch that|i meant|correction"
        "|lets make it|lets make that|no sorry|oops|hold on|better make it|let me see|well no|hang on|oh no|nope|nah"
        "|on second thought|on second thoughts|strike that|change that to|lets say|you know what|no no|wait no|or actually",
        Kind.BAD: "a holiday|is a holiday|is closed|is taken|is gone|is when i|doesnt work|wont work|does not work|will not work|is no good|no good|isnt good|is not good|is bad|is out"
        "|doesnt suit|doesnt suit me|wont do|is impossible|isnt possible|is not possible|is a bad day|isnt great"
        "|is not great|is terrible|is too early|is too late|too early|too late|is too soon|too soon|is booked|is full|is busy"
        "|is packed|s no good|s not good|s out|s bad|does not suit|is a no go|is off|isnt convenient|is not convenient"
        "|is inconvenient|not good|wouldnt work|would not work|is tough|is tricky|is hectic|is crazy|is difficult|wont suit|"
        "dont work|dont suit me|do not work|arent good|are bad|are out|are no good|is not ideal|isnt ideal|is a bad time",
        Kind.GOOD: "works|does|is better|is good|is fine|suits|suits me|would be better|would be good|would work|would be fine"
        "|is best|would be best|works better|is great|would be great|works best|will do|is ok|is okay|will work|is perfect"
        "|would be perfect|instead|works for me|is possible|would suit|will be fine|will be good|would do|sounds good|is free",
        Kind.AWAY: "swamped|slammed|snowed under|jammed|overloaded|occupied|hectic|crazy busy|up to my eyes|flat out|rushed off my feet|were closed|we are closed|closed|i dont have time|i have no time|no time|dont have time|i wont have time|ive no time|havent got time|i havent got time|i dont have any time|not here|isnt here|is not here|isnt in|is not in|not in|isnt home|is not home|not home|isnt available"
        "|is not available|isnt around|wont be back|doesnt get home|doesnt get back|wont be here|not back|isnt back|i dont work"
        "|ill be off|i have off|my day off is|i am not working|hes not here|shes not here|hes not in|shes not in|hes not home"
        "|shes not home|in a class|im teaching|im in a class|i cant talk|i cannot talk|i cant speak|i cant do|i cant make it|i cant take calls|i cant make|i wont be able to talk"
        "|dont do|cant do|cannot do|cant make|cannot make|can not do|cant on|cant talk|cannot talk|cant speak|cant make it"
        "|cannot make it|wont be able to|wont be able to talk|i cant|i cannot|wont be home|wont be in|wont be there"
        "|wont be available|wont be free|not available|not free|unavailable|im not available|im not free|im not home|im not in"
        "|im not around|im not there|not around|cant take calls|cant do it|not able to talk|unable to talk|couldnt do|busy|im busy|i am busy|ill be busy|im away|i am away|im out|im off|im not working|im on vacation|on vacation"
        "|im on holiday|on holiday|on leave|im on leave|out of office|out of the office|out of town|im out of town|im travelling"
        "|im traveling|traveling|travelling|im in meetings|in meetings|in a meeting|im in a meeting|im booked|booked up"
        "|im tied up|tied up|im at work|at work|im working|i work|im driving|driving|im in class|in class|at school"
        "|in the hospital|in hospital|in surgery|at the doctor|at the dentist|im on a plane|on a flight|im on a flight"
        "|ill be away|ill be out|ill be travelling|ill be traveling|ill be in meetings|ill be in a meeting|ill be at work"
        "|ill be working|i am away|i am out|i am off|were away|well be away|im abroad|abroad|im in court|in court|in church"
        "|at church|i have meetings|ive got meetings|i am working|i am at work|im not at home|im sleeping|im asleep|asleep"
        "|hes out|shes out|hes away|shes away|hes at work|shes at work|on the road|im on the road|in training|on a call"
        "|im on a call|in an appointment|im stuck|stuck in meetings|in a conference|at a conference|im at lunch|im on lunch|on my lunch break|im having lunch|im eating|at dinner|im at dinner|im having dinner",
        Kind.OFF: "im off|i am off|ill be off|i have off|im not working|i dont work|i am not working|my day off is",
        Kind.SUBJECT: "i|im|i am|hes|shes|he is|she is|were|we are|theyre|ill be|ive got|i have|he|she|we|my husband is|my wife is",
        Kind.FREE: "im up|im awake|were open|we are open|im at my desk|im in the office|ill be up|ill be awake|im reachable|im free|i am free|ill be free|im available|i am available|ill be available|im home|i am home|ill be home"
        "|im around|ill be around|im here|ill be here|im in|ill be in|i can talk|i can speak|i have time|ill have time"
        "|you can call|you can call me|you can reach me|you can get me|youll catch me|youll get me|were home|ill be back home"
        "|catch me|reach me|i can do|i could do|i could|free|available|hell be home|shell be home|hes home|shes home|hell be in"
        "|shell be in|hes in|shes in|hell be here|shell be here|im off at|im usually home|im usually free|best to call",
        Kind.EVENT: "i go|i take|i get|my break is|i need to|i have to|i gotta|i got to|i must|im going to|i get paid|payday is|i leave|i start|i begin|my shift is|my shift starts|my shift begins|i go to work|i have|ive got|i got|my appointment"
        "|my appointment is|we have|i need to be|i have to be|i have to leave|my flight|my flight is|my flight leaves"
        "|my train|my train leaves|i pick up|i have to pick up|im picking up|my meeting is|my meeting|the meeting is"
        "|i have a meeting|i open|we open|the office opens|i wake up|i get up|i go to bed|we close|we eat|i eat|i have lunch"
        "|i have dinner|my class|my class starts|im leaving|i am leaving|i fly|im flying|my birthday|my surgery|my exam"
        "|i gotta be|my interview|my doctors appointment|theres a|there is a|we leave|my lunch is|im due|i work from",
        Kind.END_OF_EVENT: "done by|finished by|home by|back by|out by|through by|free by|off by|done at|finished at|i finish|i finish work|i get off|i get off work|im done|i am done|ill be done|im done with work|i get home"
        "|im back|i am back|ill be back|i come back|i return|my shift ends|my shift finishes|i get back|im finished"
        "|ill be finished|i knock off|im off work|i get out|my class ends|my meeting ends|the meeting ends|i land|i arrive"
        "|we get back|were back|well be back|i stop work|i clock out|i clock off|i get out of work|my meeting is over|i wrap up"
        "|hell be back|shell be back|hes back|shes back|hes back from work|shes back from work|my flight lands|i return from",
        Kind.GONE: "let me get back to you|let me call you back|i can call you back|i will get back to you|let me ring you|yesterday|ill call you|i will call you|let me call you|ill ring you|i can call you|ill get back to you|ill reach out"
        "|ill let you know|ill contact you|i would call you|ill call back|i will call back|ill give you a call|ill phone you|last week|last month|last year|last monday|last tuesday|last wednesday|last thursday|last friday"
        "|last saturday|last sunday|last night|i already told|i told|i already said|already called|you called|they called"
        "|somebody called|someone called|someone already called|i said|you said|your colleague called|he called|she called"
        "|called me|i spoke|i already spoke|we spoke|we talked|i talked|i already talked|last time|this is the|you people called"
        "|they said|he said|she said|you told me|i was told|i have already told|ive already told|i had|i was|used to|earlier today"
        "|this is your|you guys called|you have called|youve called|you already called|been waiting since|since|you rang|they rang"
        "|it took me|was told|you promised|he promised|she promised|you were supposed to|she told me|he told me|they told me"
        "|i ordered|i bought|i paid|i signed up|i received|i got your|you sent|i moved|i got a call|i got a|ive been|i have been",
        Kind.WISH: "can you do|could you do|can we do|could we do|can you make it|push it to|move it to|call me|ring again|please ring|please call me|so call|and call|then call|just call|but call|you call|get me|get hold of me|try calling|ring us|phone us|phone again|phone back|call me back|call back|call again|ring me|ring back|ring me back|phone me|try|try me|try again"
        "|please call|lets do|lets talk|lets speak|give me a call|give me a ring|could you call|can you call|would you call"
        "|speak|talk|reach out|get back to me|contact me|buzz me|give me a buzz|i would like|id like|id prefer|i prefer|how about"
        "|what about|better|better call|call us|call us back|call him|call her|call him back|call her back|schedule|set it for"
        "|book me|put me down for|ill take|ping me|hit me up|lets go with|lets go for|give us a call|give us a ring|check back"
        "|follow up|touch base|reconnect|lets schedule|lets plan|we can talk|we could talk|we can speak|please try"
        "|i can take a call|do it|come back|come back to me",
        Kind.SO: "so|hence|therefore|that way|so lets say|so maybe",
        Kind.BECAUSE: "because|cause|cos|since i|as i|since im|as im|coz",
        Kind.BUT: "but|however|though|although|only",
        Kind.THEN: "then|at that time|around then|about then|at that point|that day|on that day|right then",
        Kind.AFTER_THAT: "past that|any time past that|anytime past that|anytime after that|after that|afterwards|afterward|after then|from then on|from then|any time after that|once im back"
        "|when im back|when i get back|after it|when im done|once im done|after ive finished|when thats over|when its over"
        "|when i return|once i return|upon my return|when i come back|once i am back|when i am back|when i finish|when were back",
        Kind.BEFORE_THAT: "before that|before then|beforehand|prior to that|before it",
        Kind.THE: "the|on|of|on the|that|my|during the|during|at the|over|over the|it|im thinking|is|its|at some time",
        Kind.NOISE: "usually|normally|generally|typically|mostly|really|very|pretty|super|quite|totally|completely|kinda|sort of|preferably|ideally|hopefully|not too early|not too late|um|uh|er|erm|uhm|hmm|hm|ah|you know|maybe|perhaps|probably|possibly|please|kindly|mm|eh|uh huh|i guess|i suppose"
        "|i think|if possible|if you can|if thats ok|if thats okay|if you dont mind|like you know|thanks|thank you|basically",
        Kind.FILLER: "how are you today|how are you doing today|how are you this morning|how are you this evening|good morning|good afternoon|good evening|good night|have a good day|have a nice day|nice day|good day|24 7"
        "|24/7|twenty four seven|one of|two of us|the two of us|no one|one thing|one second|one moment|one minute|a second"
        "|a minute please|a moment|the day|day to day|right now|just now|for now|now|by now|great day|nice evening|lovely day"
        "|one more time|one time|have a great day|have a good one|long day|busy day|working day|a long day|of the day|this morning call"
        "|have a good evening|have a nice evening|have a great evening|have a good weekend|have a nice weekend|good weekend"
        "|nice weekend|by the way|a day off|days off|half asleep|at first|at last|in case|may i|may be|at all|at least|at once"
        "|for a minute|for a second|for a moment|all the time|most of the time|on time|in time|a lot|in fact|in general|not now"
        "|not right now|not at the moment|cant right now|cant talk right now|cant talk now|i cant right now|i cant talk right now"
        "|i cant talk now|i cant now|i cant at the moment|busy right now|im busy right now|im busy now|im busy at the moment"
        "|busy at the moment|in a meeting right now|im in a meeting right now|im driving right now|im at work right now"
        "|im working right now|not a good time|isnt a good time|is not a good time|its not a good time|this isnt a good time"
        "|this is not a good time|in the middle of something|im in the middle of something|in the middle of dinner|your call"
        "|not at this time|its a bad time|for calling|for the call|not interested right now|thanks for calling|hours of sleep",
    },
    day_before_month=False,
    rewritten={
        r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirty|fifteen|forty five|noon)s\b": r"\1 is",
        r"\beither(?: one| way| day| time| of (?:them|those|these))?(?= (?:works|is|will|would|suits|does)\b| ?[,.;!?]| ?$)": "",
        r"\b([01]\d|2[0-3])([0-5]\d) ?(?:hours|hrs)\b": r"\1:\2",
        r"\bmidweek\b": "mid week",
        r"\bto morrow\b": "tomorrow",
        r"\bto day\b": "today",
        r"\ban our\b": "an hour",
        r"\b(at|around|about|by|after|before|until) for\b": r"\1 four",
        r"\b(at|around|about|by|after|before|until) ate\b": r"\1 eight",
        r"\b(at|around|about|by|after|before|until) won\b": r"\1 one",
        r"\b(at|around|by) too\b": r"\1 two",
    },
    next_skips_this_week=True,
)
