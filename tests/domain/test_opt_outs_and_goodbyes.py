"""How people demand no more calls, and what only sounds like it: each kind beside its near misses."""

import pytest

from domain.language.decision import demand_of
from domain.language.intents import Demand
from domain.language.opt_outs_and_goodbyes import keeps, rules_on_contact
from domain.language.preferences import preferences_in
from domain.preferences import PreferenceKind

DEMANDS = """
Stop calling me. If you call again I will sue.|Don't call me. If you do I sue.|Never call me again if you do I'll sue|Stop calling me. When I need you I call.
Make sure nobody from your company calls me again|I'd rather nobody called|my line is on the do not call list, stop|we're registered with the do not call registry|delete everything you have about me|wipe my details
throw my number away|I want off|off the list please|remove|stop cooling me|quite calling me|please don't call hear again|opt doubt please|stop trying to reach me|don't even think about calling again|don't waste your time calling again
I forbid you to call me|I don't allow you to contact me|you no longer have my permission|I take my permission back|right to be forgotten, delete my data|no contact please|no cold calling|I want no more contact|I'd rather not get these calls
I don't want another call|I don't want a call from you|nobody here wants your calls|tell your people not to call here|flag my file never to call|don't call me at work or anywhere else ever|make sure I don't get any more calls
please refrain from calling|I'd be happy if you took me off|sign me up for your do not call list|keep my number off your list|stop keeping my number|don't keep me on the list|I don't want to stay on your list
Please don't call me.|Do not call.|never call here|Don't you call me ever again|Please do not phone this house|Don't contact us
don't text me please|Do not call me at this number|Don't call me at all|don't ring me back|Don't bother me again
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
We don't accept sales calls|we do not accept any solicitations|Stop calling.|Stop calling here!|will you please stop calling me
Can you stop calling me?|could you stop phoning us|Quit calling me|Quit bothering me|Just stop texting me|stop contacting me
STOP CALLING THIS NUMBER|I want you to stop calling|I need you to stop calling me|Why don't you stop calling me?
If you don't stop calling me I'll sue|stop calling me all the time|Stop calling me, I'm at a funeral|Stop calling me you people are awful
please stop all calls|stop with the calls|quit it with the calls|stop the calls|end these calls|These calls have to stop
your calls need to stop|stop sending me texts|please stop sending me messages|stop sending this stuff|stop sending
I told you people to stop calling|how often must I say stop calling me|Stop this harassment|stop robocalling me
quit spamming my phone... quit spamming me|Remove me.|remove me please|Can you remove me?|Would you remove me from your list?
Could you take us off your list|take me off please|Take me off the list!|get me off this list|get my name off your list
Take my number out of your system|take my number off|delete my data|Remove my number from your database|strike me from your records
cross me off your list|Erase my number|Scratch my name off the list|wipe my details from your files|lose this number
Just lose my number, okay?|forget this number|delete this number|Please delete my information|I want to be removed
I'd like to be removed from your records|I asked to be taken off your list|I want to be taken off of this list|I've asked to be removed
get me out of your database|I want off this list|please have my number removed from your list|drop me from your call list|Unsubscribe me
please unsubscribe|opt me out|I want to opt out|I am opting out|I'd like to opt out please|can you opt me out|I don't want your calls
We don't want any calls|I don't want no more calls|I don't need these calls|I no longer want your texts
I don't want to get these calls anymore|I don't want to receive any more messages|I do not wish to receive calls
We do not want to be called|I never want to hear from you again|I don't want to hear from you people|I don't want you calling me
I don't want you to contact us|We don't want anyone calling here|No more calls|no more texts please|no calls please
enough with... Leave us alone|Leave me alone please|leave me the hell alone|Just leave me alone, okay?
Look, I'm not interested, take me off your list and don't call again|No thanks and don't call back|thank you but please don't call again
If you would be so kind as to remove me from your list|with all due respect stop calling me|Listen buddy, lose my number
get my damn number off your list|Don't fucking call me|stop fucking calling me|You idiots, stop calling me
tell your colleagues to stop calling me|do not coal me|please stop coaling me|stop cawing me|don't call me any more|take me of your list
take my off your list|remove may from your list|dont call me a gain|do knot call me again|leave me a loan|on subscribe me
please un subscribe|take me off ur list|take me off you are list|don't contract me again|stop contracting me|Stop.|STOP|No. Stop.
Stop. Stop.|stop stop stop|Stop please.|please stop thank you|Yes. Stop.|Stop. Thank you.|Stop. Bye.|Stop! Goodbye.
I'm not interested. Stop.|Okay. Stop. Thanks.|Hey, stop.|Opt out.|Revoke.|Unsubscribe, please.|No. Don't call me. Goodbye.
Please do not call me. Thank you.|Who is this? Don't call here again.|Yes, speaking. Remove me from your list.|please do not call me
Take me. Off your list.|I don't want. Any more calls.|Stop. Calling me.|please do not. Call me again
Please, I'm begging you, stop calling me|don't ever contact me again|I would appreciate not being called|I'd appreciate no further calls
please make a note not to call me|note on my file do not call|Please ensure my number is removed|make sure I'm removed from your list
kindly delete me from your database|I request removal from your list|please process my opt out|put me down as do not call
Mark me as do not call|flag my number as do not contact|I do not wish to be contacted by your company|We wish not to be contacted
I wish to be left alone|Just let me be left alone|I don't want to be on your list|I don't want to be on any list
I never want to be called again|I don't ever want to hear from you again|Never ring this house again|don't you people ever call me again
I told you last time don't call|I told you yesterday to take me off|I asked you last week to remove me
Last time I asked to be taken off the list|I've already asked you to stop calling|I keep telling you to stop calling me
for the last time, stop calling|For the hundredth time do not call me|how many times do I have to say no more calls
Which part of don't call me don't you understand|what part of stop calling me do you not understand|Do me a favor and don't call again
do us a favour, lose this number|do yourself a favor and don't call me|You need to stop calling me|you have to stop calling here
you must stop calling this number|you'd better stop calling me|Get me off your damn list|take me off your goddamn list
take my name off your freaking list|take this number off your list|take this number out of your dialer
please take us off your calling list|Remove this phone number from your records|Please remove our number|remove my contact information
remove my info please|delete my info|delete all my data|Delete my phone number from your system|I want my number deleted
I want my data deleted|I want my number taken off|I'd like my number removed|can my number be removed
Could my number please be taken off your list|Is it possible to be removed from your list|I'm going to need you to stop calling
I'd like you to stop calling me|I want you to lose my number|I'd like to stop receiving these calls|I want to stop getting these calls
I'd like these calls to stop|I want these calls to stop|I want no more calls|we want no more calls|there should be no more calls
there must be no further calls|no further calls please|no further contact please|cease all contact|cease all communication
stop all communication|do not ever dial this number again|do not dial my number again|don't dial this number|Don't use this number again
don't use my number|never use this number again|stop using my number|stop dialing my number|I do not accept telemarketing calls
we do not accept unsolicited calls|I don't do phone surveys don't call again|This number is on the DNC list
I'm registered on the do not call list|Our number is registered with the do not call registry
who gave you permission to call me, remove me|You're not authorized to call this number|I hereby revoke my consent|consent revoked
I'm withdrawing consent|You are hereby notified not to call me|this is a formal request to stop calling
I am formally asking you to stop calling me|I demand that you stop calling me|I insist you stop calling
consider this my notice to cease and desist|not interested stop calling|not interested please take me off your list
no thanks take me off the list|nope remove me|no stop calling me|yeah no don't call me again|yes hi please don't call this number again
hello stop calling me|who is this stop calling|wrong number don't call again|wrong number take me off your list
he doesn't live here stop calling|she's dead stop calling|my husband passed away please don't call anymore|dont call|do not call
don't call again|do not contact|never call|please stop|stop it with these calls|just stop it already with the calls
enough already stop calling|that's enough stop calling me|ok enough, take me off|seriously stop calling|I'm hanging up, don't call back
I'm hanging up now do not call again|goodbye and don't call again|bye don't call me again|I said no and don't call back
thanks but no thanks, don't call me|Thank you, please don't call me anymore|no offense but don't call me again
I appreciate it but please don't call again|sorry but please don't call me again
I know you're just doing your job but take me off the list|you seem nice but don't call me again|Sir, please stop calling
Ma'am, do not call me again|stop bugging me|quit bugging me|stop pestering me|stop disturbing me|don't disturb me again
Don't bother us again|stop bothering us|this is harassment stop calling|get lost and lose my number|fuck off and don't call again
go to hell and stop calling me|piss off, remove my number|shut up and take me off your list|screw you, take me off the list
you scammers stop calling me|stupid robot stop calling|take me off you lists|take me off your lift|take me off your least
remove me from you list|remove me from your lists|stop call me|stop to call me|do not calling me|no call me again|don't calling me
not call me again please|please no call|stop calling mee|dont call me agin|dont col me|stop callin me|stop calling us up|quit ringing me
quit phoning here|dont phone me up again|don't ring up again|Do not ring me up|I think I'd like to be removed
I'd kind of like to be taken off|could we maybe stop with these calls|can we stop these calls
Can you put me on a do not call list or something
"""

LIKELY = """
if you call once more I'll sue|call me again and I'll call the police|I'll complain if I hear from you again|it's illegal to call me|there's no point calling me again|this had better be the last call|I'm not fine with being called|I do mind the calls
don't call my mother again|take my dad off your list|leave my family alone|I'm done getting these calls|I can't take these calls any more|you won't call again, right?|promise me you won't call me again|I've blocked you twice
can we be removed?|this has got to stop|it needs to stop now|make it stop|can you please stop|will you stop already|for the last time stop|just stop calling so much... you call so much, just stop|quit it|not ever|who do I tell to stop the calls
never email me again|don't call me, I'm at work|I get enough of these calls|how do I delete my data
I don't think I want these calls|I don't really think we need any more calls|maybe don't call me|Maybe you should stop calling
perhaps don't call again|I'm not sure I want to be called|I guess you should stop calling me|Maybe take me off the list|I might opt out
maybe remove me|I'm tired of these calls|I'm sick of you calling me|fed up with your calls|You keep calling me|you people keep calling
You guys won't stop calling me|Why do you keep calling me?|you never stop calling|you shouldn't be calling me
you should not be calling this number|No need to call me again|you don't have to call me again|I never agreed to these calls
I didn't sign up for these calls|If you call me again I'll call the police|if you call again I will report you
I told the other lady to stop calling me|stop calling my wife|Stop calling me every day!|I don't like getting sales calls
I don't take cold calls|How do I opt out?|How can I get off this list?|is there a way to unsubscribe|Where do I unsubscribe?
Can I opt out?|can i unsubscribe from this|I already opted out|I've already unsubscribed|Remove me?|Fuck off!|go away|oh just get lost
This is harassment|I'm going to block this number|Stop now.|never again|Don't. Call me.|Please do. Not call me.
Stop. I have my hands full here.|don't call us, we'll call you|I think you should take me off the list|I'm thinking about opting out
Isn't there some way to stop these calls|I'm not comfortable with these calls|I don't feel comfortable being called
I don't like being called|I hate these calls|I hate getting calls like this|I'm getting too many calls from you|you guys call all the time
you've called me ten times this week|why are you calling me again|why do you people call me so much
how did you get my number, I didn't agree to this|I didn't ask for this call|I don't remember signing up for calls
I never signed up for this|I didn't give you my number|this is spam|Is there a do not call list?|do you have a do not call list
When will these calls stop?|how do I make this stop|how do I stop these calls|I might have to block you|I'll block this number
I'm going to report you|I'll report this number|don't call us we'll call you|No need to call back|you needn't call again
You don't need to call me anymore|there's no reason to call me again|you're violating the do not call list
I did not give you permission to call me|He passed away, take him off your list|stop harassing my family|you're harassing me, stop it
do you ever stop calling
"""

NO_DEMANDS = """
Don't call me if it rains|Don't call me if you do not have an answer|don't call me if you can't fix it|don't call me again if you do not know the price
please do not take my number off|there's no need to take me off|I'd rather you didn't remove me|I'd rather not be removed
I don't think you should remove me|why would I want off the list|I never wanted to be removed|I never wanted to be taken off
I wouldn't want to be removed|I'd hate to be taken off your list|I would hate to be removed|please cancel my removal|cancel my opt out
undo my unsubscribe|ignore my opt out|disregard my request to be removed|I unsubscribed by accident|I opted out by mistake
I didn't want to unsubscribe|do not unsubscribe|I take back my opt out|cancel the opt out|don't let them remove me
no need to remove anything|I'm not asking to be removed|stop removing me from the list|stop taking me off the list
don't you dare take me off|make sure you don't remove me|make sure I'm not removed|I don't want my number removed
I don't want my number deleted|I don't want you to lose my number|instead of removing me just call less
before you remove me what was the offer|it was my son who said stop calling|my son said stop calling me, ignore him
when I said stop calling I meant this week|I said stop calling but I was joking|I said don't call me but I changed my mind
forget that I said remove me|ignore what I said about removing me|I didn't mean for you to remove me|that doesn't mean remove me
not that you should take me off the list|I'm not interested but don't remove me|not interested but you can keep me on the list
not interested right now but leave me on the list|I'm not interested now but don't take me off your list
don't delete me just because I said no|I said no to the offer not to the calls|no to the offer but yes to calls
just because I said no doesn't mean stop calling|no I don't want it but keep calling|I don't need it but don't unsubscribe me
please don't unsubscribe me from anything|my finger slipped I did not want to opt out|wrong button I don't want to opt out
I pressed it by mistake don't remove me|I want to opt back in|opt me back in please|how do I opt back in|can you undo the opt out
I want to be put back on your list|you took me off your list by mistake|why did my number get taken off your list
why was I taken off the list|I was taken off your list by mistake|I got removed from your list put me back
somebody removed me from your list|did I get taken off your list|have I been removed from your list
I've been removed from your list I want back|my wife asked you to remove me but I want the calls|only remove my wife not me
remove my husband but keep me|no one said to stop calling|nobody told you to stop calling|I didn't tell you to stop calling me
I don't remember saying stop calling|I never told you not to call|I never asked you not to call me|I didn't say don't call
I'm not saying don't call me|it's not that I don't want calls|I'm not saying I don't want your calls
it's not that I don't want to be called|don't stop the calls|please don't stop the calls|I don't mind if you don't call
it's fine if you don't call|I'd be sad if you stopped calling|it would be a pity if you stopped calling|I hope you don't stop calling
what happens if I stop getting calls|don't call my work number|call my wife's number not mine|use email for invoices and call for the rest
call me don't text me again|I prefer calls to texts so don't text me|no text messages please I can't read them
don't leave messages just call again|please don't leave voicemails|don't send texts|no voicemails please|stop leaving voicemails
stop sending letters and just call|please stop emailing and call|stop texting and phone me|no more emails please phone
no more texts just call me|don't write to me phone me|no more letters please
Do I lose my number if I switch?|Will I lose my number?|I'd hate to lose my number|I always forget my number|can my number be kept|I have no more messages|There were no more calls after that
my plan has no more texts|I don't have enough texts left|I need more calls per month|does it stop spam calls|can your app stop all the robocalls|I want something to stop the spam calls|it blocks unwanted calls
I don't consent to this call being recorded|I don't agree to calls being recorded|I revoke my consent to recording|we got a cease and desist letter|it's on the wedding registry|the dogs don't bother me|the noise doesn't bother me
the calls don't bother me|restaurants don't call me back|Recruiters never call me back|I was told not to call you|my doctor told me not to call|we were asked not to text|I got unsubscribed by mistake|he was removed from the list
remove my name from the lease|delete my phone from the contract|remove me as a beneficiary|take my name off the contract|take me out of the pool|get me out of that meeting|take me off the night shift|remove the old number and put my new one
It's a shame that you didn't call me|I noticed you didn't call me back|I was sad that you didn't call|The problem is that we don't get any calls|not a single call came|no calls have come through|we don't allow phone calls at the table
I don't want contact lenses|I don't need the contact number|no more contact lenses|I don't want a call center|I'm not sure I got your calls|I get no texts here|keep me off the streets|I want the removal van|I want tattoo removal
we stopped sending letters|stop sending it to my old address|I quit calling them years ago|I quit smoking|they had to stop all calls|who do I call to order|who do I talk to|how do I get off the highway|how do I cancel|I should get going
I think I'll get it|maybe I'll take it|maybe I should take two|I might take you up on that|I guess I'll get one|no need to email me|you don't need to call a taxi|don't let the computer delete me|send letters, please don't phone
you people called for Steve|you people keep calling for Steve|it isn't necessary to take my number off|I don't want the calls to stop|please refrain from calling on holidays|no soliciting sign is on our door
They don't call me|they never call me anymore|My kids never call me|my doctor doesn't call me|The bank people don't call me
We don't call there|I don't call anymore|You never call me|you don't call me enough|because you never call me|Nobody called me
I was never contacted|I was not called back|Why didn't you call me?|how come you never call|Why don't you call me on Friday
he said he would never call me|I'll never call them again|Don't call me before ten|don't call me after nine|Don't call before noon
Please don't call me now|don't call me at work|do not call me on Sundays|Don't call me on weekends, please|don't call me while I'm driving
Don't call me when I'm asleep|don't call me this week|Don't call me in the mornings|never call me before eight|don't call me late at night
please don't call me tonight|Don't ring me during lunch|do not text me at night|Don't call me again today|Don't call again until next week
please don't call back before six|don't call me for a week|don't call me for the next two weeks|Don't call me unless it's important
don't call me if it's raining|don't call me yet|Don't call me so late|don't call us that early|I asked you not to call me at work
I told you not to call before ten|I don't want calls before nine|we don't want to be called on Sundays|I don't want to be called at night
I'd rather not be called at work|No calls before nine please|no more calls tonight|No more calls this week please
I'd rather you didn't call me at work|You can't call me on Sundays|Stop calling me before eight|stop calling at dinner time
Don't call me every day|don't call me so often|don't call more than once a week|Don't call me twice a day|Don't call the landline
don't call the landline, call my mobile|Don't call this number, call my cell|don't call my house, call my mobile
Don't call my office, use the other number|don't call here, try my cell|Stop calling the landline and use my mobile
Don't call my husband, call me|don't call my wife|do not contact my employer|Don't call my lawyer about it|don't call her
Don't call the police|never call a plumber on Sunday|Don't text me, call me|Don't text me. Call me.|don't email me, just call
don't call me, text me|Don't call me. Text me.|Please don't call, send me an email|don't call me just email me
stop calling me and text me instead|I don't want to be contacted by email|I don't want to get calls by phone, email me|Don't call me sir
don't call me Bob|Don't call me Mr Smith, I'm Dave|stop calling me honey|Stop calling me ma'am|never call me that|Don't call me a liar
You may not call me Jimmy|don't call me names|I don't want to be called a fool|Don't call it a scam|Don't call it off
Don't bother sending it|don't bother|oh don't bother|Don't worry|don't hang up|please don't go|Don't stop|don't stop now, go on
Please don't stop|don't call back, I'm still here... don't hang up, don't call back|Do not hesitate to call me|don't forget to call me
Please don't remove me|don't take me off the list|do not delete my number|don't unsubscribe me|please don't opt me out
Don't lose my number|no need to remove me|you don't have to take me off the list|I don't want to be removed|I don't want to opt out
I'd never opt out|never unsubscribe me|I can't unsubscribe|I did not unsubscribe|I haven't opted out|I decided not to opt out
I won't opt out|I don't want you to stop calling|don't stop calling me|I never said don't call me|I didn't say stop calling
I didn't ask you to remove me|I never asked to be removed|I'm not saying take me off the list|I did not mean stop calling me
Did I say remove me?|Who said remove me?|who told you to remove me|Did you take me off the list?|have you removed me from the list
Are you going to remove me?|Why did you unsubscribe me?|why are you taking me off the list|What happens if I opt out?
what if I unsubscribe|Can I opt out of that later?|can I unsubscribe any time|could I opt out afterwards|Can I withdraw later?
Do I have the right to opt out at any time|when did they remove me|Is my number on the do not call list?|Am I on the do not call registry?
They won't stop calling me|Verizon won't stop calling|My ex never stops calling|they keep calling me|He would not stop calling me
the bank can't stop calling|Scammers never stop calling me|my insurance company finally stopped calling|They said they'd stop calling me
I wish they would stop calling me|When did they stop calling you?|Why did you stop calling me?|I should stop calling him
I can't stop calling my bank|I must stop calling her|I asked my bank to take me off their list|they took me off their list
my brother opted out|I unsubscribed from Netflix|How do I unsubscribe from Netflix?|I opted out of my employer's plan
They won't leave me alone|my kids won't leave me alone|the dog doesn't leave me alone|he should leave me alone
Don't leave me alone with this|leave me alone with the paperwork for a minute|Stop, wait.|Stop. Wait a second.|stop right there
Stop, let me get a pen.|Stop. Let me write that down.|stop for a second|Stop, go back.
Stop stop, you're too fast... stop stop you're going too fast|Stop. What did you say?|Stop. Say that again.|Stop it, that tickles|stop it
Stop by tomorrow|Can you stop by at noon?|could you stop talking so fast|stop talking for a moment|Close it. Stop. No, go back.
The bus doesn't stop.|I could not stop laughing|It is the next stop|We have got to stop this|It has a non-stop... it runs nonstop
Stop, I didn't catch that.|Stop. Hold on.|stop there please|Stop. One moment.|take me off hold|Take me off speaker please
let me take you off mute|remove me from the conference|Get me off hold|take me off speakerphone|take off your coat|take me through it
take my number down|take me to the manager|Can you take my number?|I will take it off the table|delete the last one|remove the first item
get me the list|put me on the list|Put me on your list please|my number is on your list|is my name on the list|add me to the list
I don't want to call my bank|I don't want to call you back|I don't want anything else|I don't need it|I don't want to be late
I don't need another phone|no more questions|no more coffee|No calls came through|no calls for me today|I get no calls|There were no calls
I'm calling because you called|You can call me any time|Call me again tomorrow|please call me back|Feel free to call me
you can call me later|keep me on the list|No no, keep me on the list.|Remove me? No no, keep me on the list.
Take me off the list. No wait, I didn't mean that, keep me on.|Stop calling me. No, I was just kidding, you can keep calling.
I do. Not today. Call me tomorrow.|I don't. Call me tomorrow.|No I don't. Please call me later.|I never. Call me tomorrow.
It's not me. Call again later.|Is it not? Call me again.|We do. Not a problem, call me.|I consent to these calls
You have my permission to call me|I gave consent|I'd like to give consent|I did consent to the call|we need to cease operations
Wait, don't end the call|don't end this call|please end the call|Don't bother, I'm interested already|Is there an opt out clause?
I lost my number|I lost my list|I forgot my number|what is my number|the phone stopped ringing|Don't call me yet|don't call me just yet
do not call me until I call you|don't call me first, text first|Don't call until I've read the email
don't call me back until you have the price|don't call me when I'm at school|don't call during school hours
Please don't call at dinner time|not so early please|could you not call so early|can you not call me at work
would you mind not calling before noon|please stop calling so early|I'd rather you didn't call in the evening
I'd prefer not to be called on weekends|I don't take calls at work|I don't take calls after six|I can't take calls during the day
I can't have calls at work|I don't answer calls from unknown numbers|we don't get many calls|I don't get any calls
I never get calls from you|nobody calls me|I don't want any more coffee|I don't want more information|I don't want you to worry
I don't want to bother you|I don't want to be a bother|I don't want to be rude|I didn't want to call you|I don't need you to come
I don't want to be kept waiting|don't keep me waiting|don't leave me hanging|don't leave me on hold|Don't put me on hold
don't put me on speaker|don't transfer me|don't cut me off|don't interrupt me|don't talk over me|don't lie to me|don't rush me
don't send me anything yet|don't sign me up yet|don't cancel my appointment|stop interrupting me|stop talking|stop yelling|stop laughing
stop saying that|stop reading that script|Stop, you're breaking up|stop, I can't hear you|stop, start over|stop, I need to write this down
stop the recording|stop the music|stop, that's my other phone|please stop talking so fast|stop for a minute|stop one second|hold on stop
wait stop|stop wait|Stop. Let me think.|stop, back up, say the price again|when does the bus stop|I need to stop at the store
we stopped calling|they stopped by|I'll stop there|let's stop here for today|can we stop here for today|take me off the phone
take me off that plan|get me off this plan|take me off autopay|take me off the waiting list|remove me from the waitlist|remove the charge
remove the old card|delete that order|remove that from my cart|take that off my bill|take it off|take the first one off
take me to your leader|take me through the list|take my name|take down my number|get my number from the file
do you have my number on the list|what list am I on|which list are you calling from|how did I get on this list|did I get on a list
am I on a list|I want to stay on the list|I like getting these calls|I don't mind the calls|I don't mind being called
I wouldn't mind a call|feel free to call|call me whenever|call again anytime|please call again|call me any day|you may call me
you're allowed to call me|I gave permission to be called|you have permission|I never withdrew my consent|I haven't revoked my consent
I don't want to revoke anything|I'm not revoking my consent|I do consent|I still consent to calls|my bank won't stop calling
my boss keeps calling|my ex keeps calling me|the school keeps calling|some guy kept calling me|they kept calling so I blocked them
I blocked him|I get calls from everybody|I had to block my neighbor|other companies never call back|Your competitor won't stop calling me
AT&T keeps calling me|the last company never called me again|they never called me back|nobody ever calls me back
your colleague never called me back|you didn't call me back|you never called me back|you said you'd call and didn't
If I wanted to opt out, how would I do it later?|I can opt out later, right?|can I cancel any time|could I unsubscribe later on
is it easy to opt out later|do you remove people if they ask|do people ask to be removed|what if I want to unsubscribe someday
I know I can opt out any time|Why would I unsubscribe?|why would I want to opt out|why would you stop calling|you stopped calling me, why
did you stop calling people|Are they going to stop calling|will they stop calling|has he stopped calling|I hope they stop calling
you can put me on the list|put me on your calling list|sign me up|count me in|keep me posted|keep me in the loop|keep me updated
keep calling till you get me|keep trying me|try me again|don't give up on me|don't forget me|don't forget to call|don't lose my email
do not lose my file|Call me, don't email|don't email, call|no emails please, just call|don't send emails, calls are fine
no texts please, phone is better|I don't do texts, call me|don't text this number it's a landline
you can't text this number, it's a landline|I don't read texts|I don't text|no calls, just text me|text only, no calls|don't call, text
please text don't call|don't call, send a text|I'd rather text than call|Don't call my cell, call my house
don't call the house, call the cell|don't call here, call the office|don't call this line, use the other line
call my other number, not this one|this isn't the best number, don't call it, call my cell|don't call me Mister|don't call me by that name
don't call me crazy but I like it|don't call me old|nobody calls me that|they call me Bob|stop calling me names|stop calling it a robocall
don't call it that|never call me late for dinner|don't call the cops|don't call my mom|don't call my boss
please don't contact my references|don't call anyone|don't call him|don't tell my wife|don't tell anyone|don't bother my mother with this
don't message my daughter|I can't call you back|I won't call|I'm not going to call them|I would never call you that|I never text
we never phone|I do not call people back|I don't usually call
"""


KEPT = """
you have my permission to call me|I don't want to be removed|I don't want to opt out|I'm not opting out|no no you can call me|please keep my number|carry on calling|I like getting these calls|I don't mind being called|don't stop calling me|undo the removal
No no, keep me on.|keep me on the list|Please keep me on your list|you can keep calling me|No, keep calling|please continue calling me|you can still call me
I didn't mean that, you can keep calling me|I didn't mean that|I did not mean stop calling|don't take me off|please don't remove me|do not delete my number
leave me on the list|you can call me any time|feel free to call again|I take that back|I was just kidding|forget what I said|I want to stay on the list
put me back on the list|sign me back up|I never asked to be removed|I didn't say take me off|you can call me, no problem
"""

NOT_KEPT = """
yes I said remove me|I said stop|who said that|I asked to be removed last month|I never unsubscribe from things|put me back on hold|I'd like to stay at the hotel|I'm just joking around|put me back on do not call
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
I prefer email|only by email|email is better|texting... text messages are better|send me a text instead|by email please|not by phone
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
    """By the rules alone."""
    return demand_of(rules_on_contact(text, "en"))


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


def test_the_last_of_what_was_said_about_contact_holds() -> None:
    """Said, taken back, and said again, in one breath."""
    again = "Don't call me any more. No, no, keep me on the list. No. Do not call me any more."
    assert demand(again) is Demand.CERTAIN
    assert demand("Don't call me any more. No, no, keep me on the list.") is not Demand.CERTAIN
