"""What people say, and what only sounds like it, by what it comes to; each is tried as it stands and without its punctuation."""

from typing import Final

REFUSALS: Final = """
Absolutely not.
Certainly not.
Sure not.
Yeah no.
Yes, no thank you.
Okay, no.
Of course I don't.
Definitely not interested.
Sure, but not today.
Okay, maybe another time.
Yeah, I'd rather not.
Well, yes and no.
Sure, whatever.
Yeah right.
Yeah, as if.
Okay, who are you again?
Yes, but how much does it cost?
Absolutely no way.
Yes I already have one.
Okay okay, stop it.
Right, I don't want that.
Sure if it's free.
Yes, unfortunately not.
Ok I don't know.
Please don't.
Please no.
Certainly wouldn't.
Yeah nah.
Okay what is it?
Alright, but I can't.
Yes, well, not really.
I'm not sure.
Maybe.
I don't know.
Why?
Sure, when hell freezes over.
Of course, not.
Yes, what company is this?
Yeah, can't do that.
Oh, definitely no.
""".strip().splitlines()

AGREEMENTS: Final = """
No problem.
No problem, send it.
No worries, yes.
No doubt about it.
No, that would be great.
No objection.
No objections.
No harm in that, yes.
No, please do.
No no, please do.
No, go ahead.
No, no, it's fine, send it.
No question, yes please.
Not a problem.
Not at all, please do.
I don't mind.
I wouldn't mind.
I don't see why not.
Why not.
Can't hurt.
Couldn't hurt.
No rush, but yes.
I wouldn't say no.
Nothing against it.
No reason not to.
No hesitation, yes.
Don't mind if I do.
I can't say no to that.
No wait, yes.
No sorry, I meant yes.
""".strip().splitlines()

SMALL_TALK: Final = """
I'm good, thanks.
I'm good.
Good, thanks.
Fine, thank you.
I'm doing well, thanks.
Very well, thank you, and you?
Not bad, thanks.
Not too bad.
I'm okay.
I'm all right, thank you.
We're good, thanks.
All good, thanks.
All good here, how are you?
I'm great, thanks for asking.
Can't complain.
Couldn't be better.
Good, good, what can I do for you?
I'm alright, who is this?
Doing fine, thanks, yourself?
Busy, but good.
Pretty good, you?
No complaints.
Yes, I'm fine, thanks.
Oh I'm fine.
Never better.
Not great, to be honest.
So so.
Tired, but fine thanks.
I'm good, how about you?
""".strip().splitlines()

NO_REFUSALS: Final = """
I'll pass that on to my wife.
I'll pass it along.
I'll pass your details on.
I'll have to pass this to my boss.
I'll pass you over to my colleague.
That's not for me to decide.
It's not for us, it's for the school.
Is it zero interest?
Zero interest financing sounds great.
With zero interest I could afford it.
There's no interest on it?
No interest rate was mentioned.
I don't want it to be too big.
I don't want it delivered before Friday.
I don't need it today, next week is fine.
I don't want this one, the other one.
I don't want to wait, let's do it now.
I don't need the big one.
I don't want to miss this.
We don't need anything special, just the standard.
I don't want that to happen again.
I'm not only interested, I'm excited.
I can't say I'm not interested.
I wouldn't say I'm not interested.
It isn't that I'm not interested.
I was not interested last year but now I might be.
I'm not saying no.
Who said I'm not interested?
Did I say I'm not interested?
Why would I not be interested?
If I weren't interested I would hang up.
I'm good at that.
I'm fine with Tuesday.
We're good to go.
I don't like to wait.
I don't like that color, show me another.
I don't care which one.
I don't care about the price, I want quality.
I don't have a car yet, but I want insurance.
I said no problem.
Don't say no yet.
Did you say no?
My answer is yes.
I can't say no to that.
There's no point in waiting.
I don't see the link you sent.
I don't see it yet, can you resend?
I rent a flat, is that a problem?
I have everything I need to sign.
We're covered in snow here.
I have to say that's impressive.
I have to say no one ever explained it so well.
I've got one question.
I've already got your brochure, let's go ahead.
We use something similar, but I'd like to compare.
I'm staying with my sister this week.
Not at the moment, maybe in spring.
I have no use for the small one, the big one please.
It's not necessary to convince me, I'll take it.
I couldn't care more.
I don't waste time, let's sign.
Is it a waste of time?
Why would that be too expensive?
I don't want to spend too much.
I don't want to sound rude.
I don't want to bother you.
I don't need to think about it.
We don't need long.
I don't believe I got the letter.
I just renewed my passport, so I have it here.
I'm not satisfied with what you told me, say more.
What if I can't afford it later?
You can keep your line open.
Don't put me through to billing.
I'm fine thanks, how are you?
""".strip().splitlines()

NO_INTEREST: Final = """
I'd like my name off your list.
I'd like you to stop.
I'd like you to go away.
I'd love to never hear from you again.
I'd like to cancel.
I'd like to report this call.
I'd like to speak to a human.
I'd like to talk to your manager.
I'd like a word with your manager.
I'd like an apology.
I'd love it if you left me alone.
I'd like to know who gave you my number.
I'd like to know where you got my number.
I would like to know how you got this number.
I'd like to know why you keep calling.
I'd like to end this call.
I'd love to, but I have no money.
I'd love to help but I can't.
I would love to but we're moving.
I'm interested in why you call me every day.
I'm interested in who gave you this number.
I'd be interested to know how you found me.
I'm only interested in getting off your list.
Don't sign me up.
Don't count me in.
Do not put me down for that.
Never sign me up for anything.
You can't just sign me up.
Why did you sign me up?
Who signed me up?
Tell me more lies.
Don't tell me more.
I'm not really interested.
I was interested.
I'll let you know if I'm interested.
If I'm interested I'll call you.
Sounds interesting but no thanks.
I'd like this harassment to end.
I'd like to sleep.
I'd like some peace and quiet.
I'd like to have my data deleted.
I'd like to get rid of you.
My neighbour might be interested.
I'd like to see you try.
Would you like me to sign you up for calls at midnight?
I want it to stop.
I want this to end.
I want my money back.
I need this like a hole in the head.
I like your voice.
I like the way you ignore me.
I'd like that in writing.
I'd like it if you stopped.
I'd love it if you left.
I'd love for this to end.
Great idea, but no.
I can't wait for this call to end.
Can I order a pizza?
Can you show me your license?
How do I get off this list?
How do I get out of this?
How can I stop these calls?
How can I cancel?
Where do I complain?
When can you stop calling?
When can I hang up?
What do I have to do to be left alone?
Put me through to someone.
Put me on hold.
Put me on your do not call list.
Sign me out.
Count me out.
Count the days.
I'm not ready.
I need a break.
I need to go.
I need one minute.
I want a refund.
I want an apology.
I want you to stop.
I want nothing.
I want out.
I want to be left alone.
I want to know who you are.
I want to speak to a manager.
I'll take a pass.
I'll have my lawyer call you.
I'll get my husband.
I'll try to find him.
I'm in a hurry.
I'm in the shower.
I'm up to here with these calls.
I'm looking for my keys.
I was looking for something like this a year ago but bought it elsewhere.
Interesting that you call at dinner time.
Very interesting, but no.
That's an interesting way to annoy people.
My wife is interested in art.
She's interested, not me.
That could work for somebody else.
Let's not do that.
Let's end this.
Let's go over this again.
I'm ready for bed.
Deal with it.
You sold me a bad product last time.
Tell me your name.
Tell me why you call.
Sign me up for your do not call list.
I'm ready to hang up.
I'm happy to report you.
What do you need from me to cancel it?
How do I get my money back?
We can't accept your quotation.
That's a good deal but we can't.
I'd be interested if I were younger.
My boss might be interested.
I'm taking it back to the shop.
""".strip().splitlines()

RIGHT_NUMBERS: Final = """
I'm the wrong person for this.
I think I'm the wrong person, talk to my wife.
You're talking to the wrong person, my husband does the bills.
You need another department.
Wrong extension.
Wrong department, try sales.
You have the wrong idea.
You've got the wrong end of the stick.
Is this the wrong number?
I thought I had the wrong number.
I gave them the wrong number by mistake.
I dialed the wrong number earlier, sorry.
No, you don't have the wrong number.
That's not the wrong number.
It's not a wrong number.
The number on the invoice is wrong.
You have the wrong address on file.
He doesn't work here on Mondays.
She doesn't live here during the week.
He doesn't live here full time.
They don't work here until nine.
He is not here right now.
She's not in today.
He's out for lunch.
There's no one here right now.
There's nobody here but me.
There is no one else here.
There's no manager here today.
There's no hurry here.
There's no signal here.
He moved to another department.
I don't know, ask my wife.
I don't know him well, but I can ask.
I don't know her schedule.
I've never heard of your company.
We have no need here.
I don't know anyone who would want that.
This is not his extension.
He is no longer the manager.
I'm not the decision maker.
I'm not the owner, he's in the shop.
You have the right number, wrong person, I'll get her.
Sorry, I said the wrong number, it's five five five.
I don't know what you mean.
I don't know what this is about.
I don't know how that works.
I don't know, maybe.
I don't know your company.
I have no idea what you're talking about.
Who are you?
We don't have a garage here.
We don't have a printer here.
We don't have any problems here.
No problem here.
No complaints here.
They moved the meeting.
He moved the car.
She moved to the second floor.
We moved in last month.
He changed his mind.
She has a new car.
That's not me, that's my wife's department.
That's not me who decides.
It's not me you need to convince.
I'm not the person who decides.
I'm not the right person for that.
You want a different department.
He doesn't work on Fridays.
She's working from home today.
He doesn't live far from here.
My son doesn't live here.
There's no need for that here.
There's no one here who can help you.
There's nobody available right now.
He's on vacation.
I just got this phone.
I got your number from my sister.
You have my old number too?
My number is the same.
You have the right number.
You have a lovely voice.
You've got the right person.
I am he.
This is she.
That's me.
Speaking.
You have a different accent.
The number is correct.
I didn't recognize your number.
You're through to the right person.
It's a hospital I work at.
Nobody called me about this.
The previous owner left the phone line connected.
I'm not the person who decides.
""".strip().splitlines()

NO_CALLBACKS: Final = """
It's not a bad time.
No, this is a good time.
Now is a good time.
It's never a bad time for a good offer.
No better time than the present.
I'm driving a truck for a living.
I'm driving a Ford, why?
I'm working from home these days.
I'm working on a new roof.
I'm working with another company.
I'm at work but I can talk.
I'm busy but go ahead.
I'm busy as always, but tell me.
I'm cooking with gas.
You can reach me on this number.
You can call me John.
Call me Sarah.
They call me Bob.
Don't call me sir.
I called you back yesterday.
You called me yesterday at five.
Your colleague called me this morning.
Why do you call me at nine in the evening?
Did you call me yesterday?
You call me every day at five.
I'll call you back.
I will call you tomorrow.
Let me call you back later.
He said he'd call me on Monday.
You were supposed to call me at three.
I have time.
I have time now, go ahead.
It's a better deal than last time.
This time is fine.
Last time was better.
I had a different time in mind.
I'm having dinner at eight, so I have an hour.
I like to be called Bob.
Nobody calls me at this time of the year.
I'm on vacation and bored, go on.
Time is money.
I try to work at five.
I was busy yesterday.
My line is busy.
It's a busy street.
Are you busy?
I'm never busy.
I was driving when you called.
Driving is my job.
I'm working, as an engineer.
I have company insurance.
I have guests often, so a bigger one would be good.
I can't talk highly enough of it.
I can't talk about prices.
I don't have time to waste, so be quick.
Time is up.
You call that an offer?
I call it a day.
I'd call that expensive.
I call my mother every Sunday.
They said they would call me on Monday.
Nobody called me back.
You never called me back.
Someone tried to call me this morning.
Why don't you ever call back?
Was it you who called me this morning?
Did you try to call me earlier?
I tried to call you back.
I'll try it tomorrow.
I'll try the product for a week.
I try to eat at six.
Try the other door.
Ring the bell.
The phone rang at five.
My phone died yesterday.
Later models have that.
I bought it later.
The next one is better.
Tomorrow is my birthday.
I'm free of debt.
I'm back at work now, so tell me.
Better late than never.
It works better in the morning.
Monday was better for sales.
I have a call at three, so be quick.
We share a phone in the hall.
I'm sick and tired of this cough.
You caught me at a bad time but go on.
Please speak to me in Spanish.
""".strip().splitlines()

NOTHING_TO_SEND: Final = """
Did you send me something?
Have you emailed me already?
You emailed me last week.
You sent me a letter.
Don't send me anything.
Please don't email me.
Never text me.
There's no need to send anything.
No need for you to mail me.
You needn't send me anything.
You don't need to email me.
You don't have to text me.
I don't want you to send me anything.
I don't want you to email me.
Stop sending me emails.
Stop texting me.
You keep sending me letters.
You always send me the wrong bill.
They never send me the invoice.
Why do you send me these letters?
Who sent me that?
What did you send me?
When did you email me?
Can you forward this call to my wife?
Could you forward me to a human?
Could you send someone?
Can you send a technician tomorrow?
Your colleague promised to send me a brochure.
You said you'd email me.
She was going to email me.
I never got the email you sent.
I'll email you.
I'll send you an email.
I can text you my address.
I got your email.
I read your text message.
My email is full.
You could have sent me an email.
If you send me one more email I'll sue you.
Email me and I'll sue you.
I sent you an email.
You should have sent it.
Did they send it?
I never received your email.
The email you sent me was blank.
I don't use email.
I don't have email.
My email is john at example dot com.
Do you have my email?
How did you get my email?
Why did you text me?
Who gave you my email?
Is this about the email you sent me?
I was waiting for your email.
I don't read emails.
I'll forward it to my boss.
I need to send a letter to my bank.
I have to send my kids to school.
They send me a bill every month.
You people send me junk mail.
Send help.
Don't bother sending anything.
There's no point in sending me anything.
I'd rather you didn't send anything.
Please stop emailing me.
Text messages are annoying.
Send me to voicemail.
Send him away.
It was sent in writing.
I want your name in writing for my lawyer.
Please contact my office by email only when it matters.
You never gave me a brochure.
There's no need for a brochure.
Don't give me the brochure price.
I've put it in the post to you on Friday.
""".strip().splitlines()

YES: Final = """
Yes.
Yes please.
Yeah, sure.
Sure, why not.
Okay, sounds good.
That would be great.
That would be very nice, thank you.
Absolutely.
Of course.
Definitely, yes.
I'd love to.
I'd like that.
I would, yes.
Yes I would.
Yeah that sounds great.
Yes, I'm interested.
Sounds good to me.
Sure thing.
Okay, let's do it.
Please do.
Yes, very much.
Yep.
Certainly, go ahead.
I guess so.
Perfect, thanks.
Good idea.
By all means.
Yes, that works for me.
Sure, no problem.
Oh yes please, that would be wonderful.
""".strip().splitlines()

NO: Final = """
No.
No thanks.
No, thank you.
Nope.
Not really.
No, I'm good.
No, we're fine.
I'm good, thanks.
I don't think so.
No, not interested.
Absolutely not.
No way.
I'd rather not.
No need.
Not for me.
No, that's okay.
No, it's fine, thanks.
We're all set, thanks.
Definitely not.
Nah.
No, I already have one.
No thanks, bye.
I'll pass.
Yeah, no.
No, I don't want that.
Thanks but no thanks.
Sorry, no.
I would not.
Please don't.
No, never.
""".strip().splitlines()

SEND: Final = """
Yes.
Yes please.
Sure, send it.
Okay.
Go ahead.
That would be good.
Yes, by email.
Please do.
You can do that.
Fine.
Why not.
No problem.
Sure, that's fine.
Yes, send me one.
Alright.
""".strip().splitlines()

WRONG_NUMBERS: Final = """
Wrong number.
Sorry, wrong number.
You have the wrong number.
You've got the wrong number, mate.
I think you've dialed the wrong number.
This must be a wrong number.
I'm afraid you have the wrong number.
There's nobody here by that name.
No one by that name here.
There's no John here.
There is no Mrs Miller at this number.
There's no one called Peter here.
Nobody called Susan lives here.
He doesn't live here anymore.
She no longer works here.
They don't live here any more.
He moved away years ago.
I don't know him.
I don't know anyone by that name.
I don't know who that is.
We don't know her.
Never heard of him.
I've never heard of that person.
This isn't his number.
This is not her phone.
That's not my name.
You must be looking for someone else.
You have the wrong person.
You've reached the wrong house.
This number belongs to somebody else now.
John doesn't live here.
We don't have anyone by that name.
I just got this number.
Someone else had this number before me.
That isn't my name.
Not me, sorry.
you got the wrong number
i think you called the wrong number
that's the wrong number
it's the wrong number
wrong number pal
wrong number try again
you've reached the wrong person
sorry you have reached a wrong number
i believe you have the wrong person
no such person here
no such person at this number
there's no such person
nobody by that name lives here
there is nobody by that name here
i don't have anyone here by that name
we have no one by that name
no peter here
there's no david at this number
i have no idea who that is
i've no idea who you're talking about
i don't know who you're talking about
i don't know who you mean
never heard that name
i don't know this person
that person doesn't live here
that person does not work here anymore
he hasn't lived here for years
she moved out last year
they moved
they've moved away
he left this company a long time ago
she doesn't work for us anymore
he's not with us anymore
that's not me you have somebody else
you have me confused with someone else
you've got me mixed up with somebody
i'm not who you think i am
i'm not the person you're looking for
you're calling the wrong person
you dialed wrong
you must have misdialed
you've misdialed
i think you misdialed
this isn't her number anymore
he changed his number
she has a different number now
this is not his phone anymore
i've had this number for ten years and never heard of him
this number used to belong to someone else
it's a new number you have the old owner
i just bought this sim card
you have the wrong house
you want another family
not the right person
you are not calling the right person
nobody here goes by that name
no one here is called that
I was given someone's old number.
I don't recognize that name.
That name doesn't ring a bell.
You have a different person.
This is a hairdresser's.
You've rung a private house, not the clinic.
He's not at this number any more.
Everybody keeps calling for Kevin and I'm not Kevin.
You're looking for Paul? There's no Paul here.
I only got this phone last Tuesday.
""".strip().splitlines()

CALLBACKS: Final = """
Call me back later.
Can you call me tomorrow?
Please call back next week.
Could you try again on Thursday?
Ring me after lunch.
I'm busy, call me later.
I'm driving right now.
I'm in a meeting.
I'm at work, can you call tonight?
It's not a good time.
This isn't a great moment.
You caught me at a bad time.
I can't talk right now.
I don't have time right now.
Can we talk tomorrow?
Let's talk next week.
Call me at five.
Phone me on Friday.
Give me a ring tomorrow morning.
Try me again in an hour.
Monday would be better.
Better after six.
I'm just about to leave.
I'm having dinner.
Can we do this another time?
Could you ring me back in half an hour?
Get back to me next month.
Call when my wife is home.
I'm in the middle of something, call back later.
Tomorrow afternoon suits me better.
call me back
call me back please
please call back
call back later
call again later
call later
call me later today
call me some other time
call me another day
call me next monday
call me in the morning
call me in an hour
call me around noon
ring me back
ring me later
phone me tomorrow
phone back later
try again later
try later
try me later
try tomorrow
could you call back
could you call me back tomorrow
can you call back later
can you try again in an hour
can you ring me this evening
would you call me back at six
would you mind calling back later
do you mind calling back
please try again tomorrow
i need you to call back later
you'll have to call back
you will have to call me later
you can call me tomorrow
you could call me on friday
i'd prefer you to call tomorrow
it's better if you call tomorrow
better call me tomorrow
i'm busy
i'm very busy at the moment
i'm a bit busy right now
i'm kind of busy
sorry i'm driving
i'm driving can't talk
i'm at work
i'm at work right now
i'm in the middle of something
i'm in a meeting right now
i'm on another call
i'm eating dinner
we're having dinner
i'm just on my way out
i'm about to leave
i'm heading out
i'm running late
i've got company
i have guests
i've got my hands full
my kids are screaming
i can't talk now
i can't talk at the moment
i can't speak right now
can't talk
i don't have time
i don't have time now
i have no time right now
no time right now
now is not a good time
this is a bad time
it's a bad time
bad timing
not the best time
you caught me at a bad moment
can we do this later
can we talk later
can we speak tomorrow
can we reschedule
let's talk tomorrow
let's do this another time
let's speak next week
talk to me tomorrow
speak to me next week
ask me again next week
get back to me tomorrow
come back to me next month
i'll be available tomorrow
i'll be free after five
i'm free this afternoon
i'm available on thursday
tomorrow is better
tomorrow works better
next week would be better
the evening would be better
after five is better
in an hour please
maybe tomorrow
maybe next week
I'm tied up at the moment.
We're swamped right now.
I'm just getting in the shower.
I'm putting the kids to bed.
I was just leaving, call later.
You caught me in the middle of something.
I can't deal with this right now.
I'm about to board a plane, call me tonight.
It's an awkward time for me.
Not now, Saturday.
We can talk when I'm back, about three.
Let me get the kids to bed first and then ring me at eight.
He's on nights, so try him about four.
Make it tomorrow.
""".strip().splitlines()

FOLLOW_UPS: Final = """
Send me an email.
Can you email me the details?
Just text me the link.
Please send it to me in writing.
Could you send me a brochure?
Would you mind sending me some information?
Send the details to my email.
Put it in writing.
Drop me an email.
Email it to me please.
I'd like it in writing.
Can I have that by email?
Could I get a quote by email?
Can you send over the contract?
Please mail me the forms.
WhatsApp me the price list.
Send us your offer.
You can send me the info.
If you send me an email I'll look at it.
I'd rather have it by email.
Shoot me a text with the price.
Do you have a brochure you could send me?
Could you forward that to me?
Text me the address.
Forward me the details please.
Send some information to my office.
Can I get something in writing?
Please follow up by email.
I want you to send me the details.
Could somebody send me the documents?
send it to me
send me the info
send me some information
just send me something
send me the details please
send it by mail
send it via email
send it to my inbox
send me a link
can you send it
can you send me that
can you send that over
could you send it to me by email
could you mail it
could you email that to me
would you email me
would you send me something in the mail
will you send me the details
please send more information
please send the information by email
please email me the details
please mail it
please text me
email me
email me please
mail me
text me
text me the details
text it to me
drop me a line
shoot me an email
message me the details
whatsapp me
send me a whatsapp
put it in an email
put that in writing for me
i want it in writing
i need it in writing
i'd need to see it in writing
i want to see something in writing
i'd like to read about it first can you send something
i'd like a brochure
i'd like some material
do you have anything you can send me
do you have something in writing
can i get some information by mail
can i get that in an email
can i see it on paper
can you give me that in writing
could i have a brochure
could i have some information
i'll look at it if you send it
if you send it i'll read it
if you email me i'll take a look
send me your website
send me your card
send me a quote
send me a proposal
send the contract over
forward me the document
forward it
follow up by email
follow up with an email
Can you give me a leaflet?
I want a brochure first.
Pop it in the post.
Get me something in writing.
I'd like to read it first on paper.
Ping me the details.
Could I have your price list?
Have you got a leaflet?
How do I get a brochure from you?
Any chance of getting that emailed?
Pop the details in an email.
Is there a website link you can text me?
""".strip().splitlines()

NOT_INTERESTED: Final = """
I'm not interested.
Not interested, thank you.
We are not interested at all.
I'm really not interested.
No interest.
I have no interest in that.
I don't need it.
I don't want it.
We don't need that, thanks.
I don't need anything.
We already have a supplier.
I'm happy with my current provider.
That's not for me.
It doesn't interest me.
I'll pass.
I'll pass on that.
I have to decline.
I don't want any of that.
We don't need your services.
I'm no longer interested.
I can't afford it.
We went with another company.
It's not worth it.
I'm not looking to buy anything.
We're happy with what we have.
I won't buy anything.
No thanks, I'm not interested.
Thanks but no thanks.
It's a waste of money.
I don't think we need that.
no i'm not interested
nah i'm not interested
i'm really not interested thank you
honestly i'm not interested
sorry not interested
we're not interested in that
i am not interested in your offer
that doesn't interest me at all
i'm not keen
it's not something i want
it's not something we need
it's not for me
not my thing
not my cup of tea
i don't want anything
i don't want to buy anything
i don't wanna buy anything
i'm not going to buy anything
i'm not buying
we don't want any
we don't need any of that
i don't need any help
i don't need your help
i have no use for that
i have no use for it
i can't use that
we have no need of it
i've got one already
we already use something else
i already have a provider
we're already covered
we're covered
i have everything i need
i've got all i need
i'm happy where i am
we're happy with our provider
i'm satisfied with what i have
i'd rather stay with my bank
i'm staying with my current provider
no thank you i'm happy
thank you but i'm not interested
thanks but i don't need it
thanks i'll pass
i think i'll pass
i'm gonna pass on this
i'll have to say no
i have to say no
the answer is no
my answer is no
no means no
i said no
it's a no from me
that's a no
it's going to be a no
hard no
i don't see the point
there's no point
it's too expensive for me
i can't afford that
i don't have the money for that
we don't have the budget
no budget for this
we've gone with somebody else
we decided not to
we decided against it
we're not looking for anything new
i'm not looking for that
not at the moment thanks we're fine
i don't like it
i don't like the idea
i couldn't care less
i don't care
you're wasting your time
don't waste your time
i'm afraid not
unfortunately not
no sorry
no i don't want that
no i do not need that
we rent so we can't
i don't own a house
i don't have a car
i'm retired i don't need that
We're under contract.
We just renewed our contract.
We do it ourselves.
My brother takes care of that.
I wouldn't need that.
I don't think it's for us.
My current plan works just fine.
It's above my budget.
We're not switching.
Probably not.
Leave it.
No, you're all right as we are, thanks.
We're tied in for another two years.
That would be wasted on me.
What would I do with one of those, I've no garden.
You can keep it, thanks.
It's a no from us.
Give it to somebody who wants it.
We won't be going ahead.
""".strip().splitlines()

INTERESTED: Final = """
I'm interested.
I am very interested.
Yes, I'm interested.
I'd be interested.
That sounds interesting.
Sign me up.
Count me in.
Tell me more.
I'd like to know more.
I would like to hear more about it.
I'd love a demo.
I'd like to try it.
Let's do it.
I want one.
I'll take it.
How do I sign up?
Where can I buy it?
When can we start?
That's exactly what I need.
We've been looking for something like this.
I want to buy it.
I'd like to book an appointment.
Put me down for two.
I'm in.
I'm definitely interested.
Go ahead and book it.
We would be interested.
I'd like to order one.
Interested, yes.
Can you tell me more?
i'm interested in that
yes i am interested
yes i'm very interested
i am definitely interested
i'd be very interested
we're interested
i might be interested yes tell me more
sounds interesting
that is interesting tell me more
oh interesting tell me more
please tell me more
tell me more about that
go on tell me more
i want to know more
i would love to hear more
i'd love to see it
i'd love to try that
i'd like to sign up
i want to sign up
sign me up please
you can sign me up
how do we get started
how can i order
where do i sign
when can you start
when can you come over
can i order it now
can i sign up right now
can i try it
could i get a demo
can you show me
i want a demo
let's set it up
let's do that
let's go for it
let's get started
okay let's do it
i'll take one
i'll take two
i'll have one
we'll take it
i want to buy one
i want to try it
i'd buy that
i need one
i could use that
we could use that
that's what i've been looking for
exactly what i was looking for
that would be great for us
that would help me a lot
this is perfect for us
i like it
i like that
i like the sound of that
i love it
i love the idea
great idea
i'm all for it
i'm up for that
put me down for one
book me in please
please book it
yes book it
yes please sign me up
you have convinced me
i'm convinced
i can't wait
it's a deal
deal
sold
That sounds like something we could use.
It's right up my alley.
Where do I sign?
I've always wanted to try one.
I'm happy to give it a try.
I'd give it a go.
I'll take the big one.
Where do I sign up?
What do you need from me to get started?
It's a deal, I'll have one of those.
We accept your quotation.
Put my name down for the first delivery, please.
We've been crying out for something like this.
That ticks every box.
I'd like to place an order.
You've twisted my arm.
""".strip().splitlines()
