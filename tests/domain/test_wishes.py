"""How people demand no more calls, and what only sounds like it: each kind beside its near misses."""

import pytest

from domain.language.intents import Demand
from domain.language.preferences import PreferenceKind, preferences_in
from domain.language.utterance import Utterance
from domain.language.wishes import keeps

DEMANDS = """
Please don't call me.|Do not call.|never call here|Don't you call me ever again|Please do not phone this house|Don't contact us
don't text me please|Do not call me at this number|Don't call me at all|don't ring me back|Don't bother me again|never email me again
Don't call me in the future|do not call me from now on|don't call me for any reason|don't call me you idiots|Don't call me again, sir.
don't call me I'm not buying anything|Do not call me or text me|Do not call me today or ever|don't call me back ever|Never ever call me
You will never call me again|You are not to contact me|You can't call here anymore|you may not call this number|You must not call me
don't be calling me|I asked not to be called|I told you not to call|I've told you before not to call me|I said don't call
Make sure you don't call me again|I would prefer you didn't contact me|I'd appreciate it if you didn't call|I wish you wouldn't call me
I'd appreciate it if you stopped calling|Would you mind not calling me anymore?|please refrain from calling me|Kindly desist from calling
I'd rather not be called|I prefer not to be contacted|I do not want to be disturbed|Please see that I'm not called again
I am not to be contacted again|This number must never be called again|I don't want to be called at this number
You have no right to call... you don't have the right to call me|You do not have consent to contact me|I don't give you permission to call
I don't consent to being called|I no longer consent to your calls|I am revoking my consent|I withdraw my permission|I take back my consent
I don't authorize these calls|Cease and desist, please|My number is on the do not call list|We're on the national do not call registry
put me on the do not call list|add this number to your do not call list|I want my number on your do not call list|No soliciting
We don't accept sales calls|we do not accept any solicitations
Stop calling.|Stop calling here!|will you please stop calling me|Can you stop calling me?|could you stop phoning us|Quit calling me
Quit bothering me|Just stop texting me|stop contacting me|STOP CALLING THIS NUMBER|I want you to stop calling|I need you to stop calling me
Why don't you stop calling me?|If you don't stop calling me I'll sue|stop calling me all the time|Stop calling me, I'm at a funeral
Stop calling me you people are awful|please stop all calls|stop with the calls|quit it with the calls|stop the calls|end these calls
These calls have to stop|your calls need to stop|stop sending me texts|please stop sending me messages|stop sending this stuff|stop sending
I told you people to stop calling|how often must I say stop calling me|Stop this harassment|stop robocalling me|quit spamming my phone... quit spamming me
Remove me.|remove me please|Can you remove me?|Would you remove me from your list?|Could you take us off your list|take me off please
Take me off the list!|get me off this list|get my name off your list|Take my number out of your system|take my number off|delete my data
Remove my number from your database|strike me from your records|cross me off your list|Erase my number|Scratch my name off the list
wipe my details from your files|lose this number|Just lose my number, okay?|forget this number|delete this number|Please delete my information
I want to be removed|I'd like to be removed from your records|I asked to be taken off your list|I want to be taken off of this list
I've asked to be removed|get me out of your database|I want off this list|please have my number removed from your list|drop me from your call list
Unsubscribe me|please unsubscribe|opt me out|I want to opt out|I am opting out|I'd like to opt out please|can you opt me out
I don't want your calls|We don't want any calls|I don't want no more calls|I don't need these calls|I no longer want your texts
I don't want to get these calls anymore|I don't want to receive any more messages|I do not wish to receive calls|We do not want to be called
I never want to hear from you again|I don't want to hear from you people|I don't want you calling me|I don't want you to contact us
We don't want anyone calling here|No more calls|no more texts please|no calls please|enough with... enough calls|Leave us alone
Leave me alone please|leave me the hell alone|Just leave me alone, okay?
Look, I'm not interested, take me off your list and don't call again|No thanks and don't call back|thank you but please don't call again
If you would be so kind as to remove me from your list|with all due respect stop calling me|Listen buddy, lose my number
get my damn number off your list|Don't fucking call me|stop fucking calling me|You idiots, stop calling me|tell your colleagues to stop calling me
do not coal me|please stop coaling me|stop cawing me|don't call me any more|take me of your list|take my off your list|remove may from your list
dont call me a gain|do knot call me again|leave me a loan|on subscribe me|please un subscribe|take me off ur list|take me off you are list
don't contract me again|stop contracting me
Stop.|STOP|No. Stop.|Stop. Stop.|stop stop stop|Stop please.|please stop thank you|Yes. Stop.|Stop. Thank you.|Stop. Bye.|Stop! Goodbye.
I'm not interested. Stop.|Okay. Stop. Thanks.|Hey, stop.|Opt out.|Revoke.|Unsubscribe, please.
No. Don't call me. Goodbye.|Please do not call me. Thank you.|Who is this? Don't call here again.|Yes, speaking. Remove me from your list.
please do not call me|Take me. Off your list.|I don't want. Any more calls.|Stop. Calling me.|please do not. Call me again
"""

LIKELY = """
I don't think I want these calls|I don't really think we need any more calls|maybe don't call me|Maybe you should stop calling|perhaps don't call again
I'm not sure I want to be called|I guess you should stop calling me|Maybe take me off the list|I might opt out|maybe remove me
I'm tired of these calls|I'm sick of you calling me|fed up with your calls|You keep calling me|you people keep calling|You guys won't stop calling me
Why do you keep calling me?|you never stop calling|you shouldn't be calling me|you should not be calling this number
No need to call me again|you don't have to call me again|I never agreed to these calls|I didn't sign up for these calls
If you call me again I'll call the police|if you call again I will report you|I told the other lady to stop calling me
stop calling my wife|Stop calling me every day!|I don't like getting sales calls|I don't take cold calls
How do I opt out?|How can I get off this list?|is there a way to unsubscribe|Where do I unsubscribe?|Can I opt out?|can i unsubscribe from this
I already opted out|I've already unsubscribed|Remove me?|Fuck off!|go away|oh just get lost|This is harassment|I'm going to block this number
Stop now.|never again|Don't. Call me.|Please do. Not call me.|Stop. I have my hands full here.|don't call us, we'll call you
"""

NO_DEMANDS = """
They don't call me|they never call me anymore|My kids never call me|my doctor doesn't call me|The bank people don't call me|We don't call there
I don't call anymore|You never call me|you don't call me enough|because you never call me|Nobody called me|I was never contacted|I was not called back
Why didn't you call me?|how come you never call|Why don't you call me on Friday|he said he would never call me|I'll never call them again
Don't call me before ten|don't call me after nine|Don't call before noon|Please don't call me now|don't call me at work|do not call me on Sundays
Don't call me on weekends, please|don't call me while I'm driving|Don't call me when I'm asleep|don't call me this week|Don't call me in the mornings
never call me before eight|don't call me late at night|please don't call me tonight|Don't ring me during lunch|do not text me at night
Don't call me again today|Don't call again until next week|please don't call back before six|don't call me for a week|don't call me for the next two weeks
Don't call me unless it's important|don't call me if it's raining|don't call me yet|Don't call me so late|don't call us that early
I asked you not to call me at work|I told you not to call before ten|I don't want calls before nine|we don't want to be called on Sundays
I don't want to be called at night|I'd rather not be called at work|No calls before nine please|no more calls tonight|No more calls this week please
I'd rather you didn't call me at work|You can't call me on Sundays|Stop calling me before eight|stop calling at dinner time
Don't call me every day|don't call me so often|don't call more than once a week|Don't call me twice a day
Don't call the landline|don't call the landline, call my mobile|Don't call this number, call my cell|don't call my house, call my mobile
Don't call my office, use the other number|don't call here, try my cell|Stop calling the landline and use my mobile|Don't call my husband, call me
don't call my wife|do not contact my employer|Don't call my lawyer about it|don't call her|Don't call the police|never call a plumber on Sunday
Don't text me, call me|Don't text me. Call me.|don't email me, just call|don't call me, text me|Don't call me. Text me.|Please don't call, send me an email
don't call me just email me|stop calling me and text me instead|I don't want to be contacted by email|I don't want to get calls by phone, email me
Don't call me sir|don't call me Bob|Don't call me Mr Smith, I'm Dave|stop calling me honey|Stop calling me ma'am|never call me that|Don't call me a liar
You may not call me Jimmy|don't call me names|I don't want to be called a fool|Don't call it a scam|Don't call it off
Don't bother sending it|don't bother|oh don't bother|Don't worry|don't hang up|please don't go|Don't stop|don't stop now, go on|Please don't stop
don't call back, I'm still here... don't hang up, don't call back|Do not hesitate to call me|don't forget to call me
Please don't remove me|don't take me off the list|do not delete my number|don't unsubscribe me|please don't opt me out|Don't lose my number
no need to remove me|you don't have to take me off the list|I don't want to be removed|I don't want to opt out|I'd never opt out|never unsubscribe me
I can't unsubscribe|I did not unsubscribe|I haven't opted out|I decided not to opt out|I won't opt out|I don't want you to stop calling|don't stop calling me
I never said don't call me|I didn't say stop calling|I didn't ask you to remove me|I never asked to be removed|I'm not saying take me off the list
I did not mean stop calling me|Did I say remove me?|Who said remove me?|who told you to remove me
Did you take me off the list?|have you removed me from the list|Are you going to remove me?|Why did you unsubscribe me?|why are you taking me off the list
What happens if I opt out?|what if I unsubscribe|Can I opt out of that later?|can I unsubscribe any time|could I opt out afterwards|Can I withdraw later?
Do I have the right to opt out at any time|when did they remove me|Is my number on the do not call list?|Am I on the do not call registry?
They won't stop calling me|Verizon won't stop calling|My ex never stops calling|they keep calling me|He would not stop calling me|the bank can't stop calling
Scammers never stop calling me|my insurance company finally stopped calling|They said they'd stop calling me|I wish they would stop calling me
When did they stop calling you?|Why did you stop calling me?|I should stop calling him|I can't stop calling my bank|I must stop calling her
I asked my bank to take me off their list|they took me off their list|my brother opted out|I unsubscribed from Netflix|How do I unsubscribe from Netflix?
I opted out of my employer's plan|They won't leave me alone|my kids won't leave me alone|the dog doesn't leave me alone|he should leave me alone
Don't leave me alone with this|leave me alone with the paperwork for a minute
Stop, wait.|Stop. Wait a second.|stop right there|Stop, let me get a pen.|Stop. Let me write that down.|stop for a second|Stop, go back.|Stop stop, you're too fast... stop stop you're going too fast
Stop. What did you say?|Stop. Say that again.|Stop it, that tickles|stop it|Stop by tomorrow|Can you stop by at noon?|could you stop talking so fast|stop talking for a moment
Close it. Stop. No, go back.|The bus doesn't stop.|I could not stop laughing|It is the next stop|We have got to stop this|It has a non-stop... it runs nonstop
Stop, I didn't catch that.|Stop. Hold on.|stop there please|Stop. One moment.
take me off hold|Take me off speaker please|let me take you off mute|remove me from the conference|Get me off hold|take me off speakerphone
take off your coat|take me through it|take my number down|take me to the manager|Can you take my number?|I will take it off the table|delete the last one
remove the first item|get me the list|put me on the list|Put me on your list please|my number is on your list|is my name on the list|add me to the list
I don't want to call my bank|I don't want to call you back|I don't want anything else|I don't need it|I don't want to be late|I don't need another phone
no more questions|no more coffee|No calls came through|no calls for me today|I get no calls|There were no calls
I'm calling because you called|You can call me any time|Call me again tomorrow|please call me back|Feel free to call me|you can call me later
keep me on the list|No no, keep me on the list.|Remove me? No no, keep me on the list.|Take me off the list. No wait, I didn't mean that, keep me on.
Stop calling me. No, I was just kidding, you can keep calling.|I do. Not today. Call me tomorrow.|I don't. Call me tomorrow.|No I don't. Please call me later.
I never. Call me tomorrow.|It's not me. Call again later.|Is it not? Call me again.|We do. Not a problem, call me.
I consent to these calls|You have my permission to call me|I gave consent|I'd like to give consent|I did consent to the call
we need to cease operations|Wait, don't end the call|don't end this call|please end the call|Don't bother, I'm interested already|Is there an opt out clause?|I lost my number|I lost my list|I forgot my number|what is my number|the phone stopped ringing
"""


KEPT = """
No no, keep me on.|keep me on the list|Please keep me on your list|you can keep calling me|No, keep calling|please continue calling me|you can still call me
I didn't mean that, you can keep calling me|I didn't mean that|I did not mean stop calling|don't take me off|please don't remove me|do not delete my number
leave me on the list|you can call me any time|feel free to call again|I take that back|I was just kidding|forget what I said|I want to stay on the list
put me back on the list|sign me back up|That's not what I meant|I never asked to be removed|I didn't say take me off|you can call me, no problem
"""

NOT_KEPT = """
You keep calling me|Why do you keep calling me?|they keep me on the line|Don't keep me on the list|stop trying to keep me on the phone|You keep me on your list
Keep your money|you can keep it|keep me posted|call me tomorrow|you can't call me|I mean it|I didn't mean anything by my tone
If you don't remove me I'll sue|you don't take me off the list|I'll keep calling my bank|Keep talking
"""

PREFERRED = {
    PreferenceKind.WHEN: """
Don't call me before five|please don't call me back before ten|not before five|Only call me after six|don't call me at work|no calls before nine
Mornings are better|evenings work best for me|the best time to reach me is noon|Don't call on weekends|no more calls today|I don't want to be called at night
don't call me while I'm working|call me only in the afternoon... only call in the afternoon|please call me on weekdays|Don't call me unless it's urgent
""",
    PreferenceKind.WRITING: """
text me instead|Please email me instead of calling|don't call me, text me|Don't call, just email me|I'd prefer a text|I would rather get an email
I prefer email|only by email|email is better|texting... text messages are better|put it in writing|send me a text instead|by email please|not by phone
I'd rather you text me|contact me by text only|stop calling and text me
""",
    PreferenceKind.HOW_OFTEN: """
Once a week is enough|don't call me every day|call me once a month|twice a month is plenty|not so often|call less often|no more than once a week
You call too often|only once a year|don't call me so often|stop calling me every day|once a week would be fine
""",
}

NO_PREFERENCES = """
I get paid once a week|I go there twice a month|Text me|What's your email?|don't text me|Did you email me last week?|The best time of my life|I can't talk now
Stop calling me|Please don't call me|I was there before five|It's open on Sundays|mornings I work|I wrote you an email|You text me all day|every day is the same
Call me back|we write invoices|I have a text here|not now|I'm better
"""


def each(table: str) -> list[str]:
    return [text.rpartition("... ")[2] for line in table.strip().splitlines() for text in line.split("|")]


def demand(text: str) -> Demand:
    return Utterance(text, "en", ("en",)).demand


@pytest.mark.parametrize("text", each(DEMANDS))
def test_a_demand_for_no_more_calls_is_certain(text: str) -> None:
    assert demand(text) is Demand.CERTAIN


@pytest.mark.parametrize("text", each(LIKELY))
def test_what_is_half_a_demand_is_likely(text: str) -> None:
    assert demand(text) is Demand.LIKELY


@pytest.mark.parametrize("text", each(NO_DEMANDS))
def test_what_sounds_like_a_demand_is_none(text: str) -> None:
    assert demand(text) is Demand.NONE


@pytest.mark.parametrize("text", each(KEPT))
def test_a_demand_is_taken_back_or_denied(text: str) -> None:
    assert keeps(text, "en")
    assert demand(text) is Demand.NONE


@pytest.mark.parametrize("text", each(NOT_KEPT))
def test_nothing_is_taken_back_by_chance(text: str) -> None:
    assert not keeps(text, "en")


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, table in PREFERRED.items() for text in each(table)]
)
def test_a_wish_for_another_time_or_way_is_a_preference(kind: PreferenceKind, text: str) -> None:
    assert kind in {wish.kind for wish in preferences_in(text, "en")}


@pytest.mark.parametrize("text", each(NO_PREFERENCES))
def test_other_words_prefer_nothing(text: str) -> None:
    assert () == preferences_in(text, "en")
