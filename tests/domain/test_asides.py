"""What people say about the conversation itself, and what only sounds like it."""

import pytest

from domain.language.asides import Aside, aside, is_backchannel, may_be_backchannel
from domain.language.passing_on import calls_out, nobody_comes
from domain.language.tables.every import EVERY

SAY_AGAIN = {
    "en": [
        "Say that again?",
        "Sorry, could you say that again please?",
        "Pardon?",
        "Sorry?",
        "What?",
        "Can you repeat that?",
        "Could you repeat the question, please?",
        "What did you say?",
        "I didn't catch that.",
        "Sorry, I couldn't hear you.",
        "Come again?",
        "What was the question again?",
        "One more time, please.",
        "Sorry, you broke up there.",
        "Huh?",
        "Hm, what?",
        "Pardon me?",
        "Excuse me?",
        "Could you speak up please?",
        "Can you speak a bit louder",
        "Slow down please.",
        "could you slow down a little",
        "You're breaking up.",
        "sorry you keep cutting out",
        "The line is really bad.",
        "It's a bad connection, sorry.",
        "I can hardly hear you.",
        "once more please",
        "Say that one more time?",
        "can you run that by me again",
        "louder please",
        "What'd you say?",
    ],
    "de": [
        "Wie bitte?",
        "Können Sie das bitte noch einmal wiederholen?",
        "Das habe ich nicht verstanden.",
        "Was haben Sie gesagt?",
    ],
    "es": ["¿Cómo?", "¿Puede repetirlo, por favor?", "Perdón, no le entendí.", "Otra vez, por favor."],
    "fr": [
        "Pardon ? Comment ?",
        "Vous pouvez répéter, s'il vous plaît ?",
        "Je n'ai pas compris.",
        "Répétez la question.",
    ],
    "pt": ["Pode repetir, por favor?", "Como?", "Desculpe, não entendi.", "De novo, por favor."],
    "hi": ["phir se boliye", "kya kaha aapne", "फिर से बोलिए", "समझ नहीं आया"],
}
ONE_MOMENT = {
    "en": [
        "One moment please.",
        "Hold on.",
        "Hang on a second.",
        "Just a sec.",
        "Yes, give me one minute.",
        "Can you hold on a moment?",
        "Wait.",
        "Let me check my calendar.",
        "Okay, let me just grab a pen.",
        "I'll be right back.",
        "Bear with me.",
        "I'm going to put you on hold.",
        "Let me go and get a pen.",
        "I need to find my glasses.",
        "Give me a couple of minutes.",
        "Wait a bit, please.",
        "Let me just turn down the TV.",
        "Just a second, okay?",
        "Bear with me, I'm just parking.",
        "Give me a moment to find my glasses.",
        "Hold on, I'm looking for a pen.",
        "hang on let me turn the radio down",
        "One sec, there's someone at the door.",
        "Wait a minute, the doorbell.",
        "Hold on, my baby is crying.",
        "just a moment i need to close the window",
        "One second, I've got another call.",
        "Hold on, let me get to a quiet room.",
        "Give me two minutes to get inside.",
        "Bear with me for a second while I pull over.",
        "Let me write that down.",
        "hold on a sec while i put my glasses on",
        "Wait, let me check my calendar.",
    ],
    "de": [
        "Einen Moment bitte.",
        "Moment mal.",
        "Bleiben Sie dran.",
        "Ja, eine Sekunde.",
        "Warten Sie kurz.",
        "Ich hole nur einen Stift.",
        "Ich schaue mal nach.",
        "Bin gleich wieder da.",
    ],
    "es": [
        "Un momento, por favor.",
        "Espere un segundo.",
        "Déjeme ver.",
        "No cuelgue.",
        "Voy a buscar un boli.",
        "Ahora vuelvo.",
    ],
    "fr": [
        "Un instant, s'il vous plaît.",
        "Ne quittez pas.",
        "Attendez, une seconde.",
        "Je prends un stylo.",
        "Je reviens.",
    ],
    "pt": [
        "Só um momento.",
        "Espera um pouquinho.",
        "Aguarde, por favor.",
        "Vou pegar uma caneta.",
        "Já volto.",
    ],
    "hi": ["ek minute", "zara rukiye", "एक मिनट", "रुकिए"],
}
PASSES_ON = {
    "en": [
        "I'll put her on.",
        "One second, I'll get him.",
        "Sure, he's in the garden, I'll get him for you.",
        "Let me get my husband.",
        "Hold on, I'll put you through.",
        "I'm transferring you to my manager.",
        "Here she is.",
        "Hang on, she's coming.",
        "I'll see if he's available.",
        "Sure. I'll pass you over to my manager now.",
        "I'll hand the phone to my wife.",
        "Let me put my husband on the phone.",
        "I'll get Mr Miller for you, one moment.",
        "I'll get him for you.",
        "Hold on, let me put her on.",
        "One second, here's my husband.",
        "Let me transfer you to sales.",
        "let me go get my wife",
        "I'll go and fetch my dad.",
        "let me see if she's home",
        "I'll connect you to my colleague.",
        "transferring you now",
        "I have to get my husband, hold on.",
        "I'm going to get my mom.",
        "Here comes my wife.",
        "let me give the phone to my son",
    ],
    "de": [
        "Moment, ich hole ihn.",
        "Ich gebe Sie weiter.",
        "Ich verbinde Sie.",
        "Ich hole mal kurz meine Frau.",
        "Ich gebe Ihnen meinen Mann.",
        "Ja, ich stelle Sie durch.",
        "Sie kommt gleich.",
        "Ich reiche das Telefon weiter.",
    ],
    "es": [
        "Se lo paso.",
        "Ahora viene.",
        "Un momento, se la paso.",
        "Le paso con mi marido.",
        "Voy a buscar a mi mujer.",
    ],
    "fr": [
        "Je vous la passe.",
        "Je vais le chercher.",
        "Elle arrive.",
        "Je vous passe mon mari.",
        "Je vais chercher ma femme.",
    ],
    "pt": ["Vou chamar ela.", "Ele já vem.", "Vou passar para o meu marido.", "Um momento, vou transferir."],
    "hi": ["main unko bulata hoon", "मैं उनको बुलाता हूँ"],
}
OBJECTIONS = {
    "en": [
        "I have to check with my wife first.",
        "Let me think about it.",
        "I need to think about it.",
        "I have to get back to work.",
        "I need to get off the phone.",
        "I have to check my calendar.",
        "I need to see the price first.",
        "I have to talk to my boss.",
        "I have to open the shop now.",
        "I must find a job first.",
        "Let me see if Tuesday works for me.",
        "Let me think, maybe Tuesday.",
        "I need to look at my contract.",
        "I'll be back on Monday.",
        "I'll come with you.",
        "Just a second ago you said something else.",
        "I need a minute to think.",
        "A bit.",
        "Two minutes.",
        "One moment. Yes.",
        "Okay great, I'll put it on my calendar.",
        "He doesn't live here. They moved out last year.",
        "I can get them cheaper somewhere else.",
        "Yes, she is here.",
        "I work here, they pay me well.",
        "I'll pass it on to my boss.",
        "I'll transfer it to your account tomorrow.",
        "I will put you down for Tuesday.",
        "I'll find someone else.",
        "I'll get her a present.",
        "I'll get my husband to call you back.",
        "I'll put you on speaker.",
        "I can't put you through.",
        "I'm not going to get him.",
        "Should I get my husband?",
        "I'll call her tomorrow.",
        "I'll get my wife's opinion.",
        "He is on his way home.",
        "Here is my number.",
        "I'll put him on the list.",
        "Give me a minute to explain.",
        "Give me a reason to stay.",
        "Wait, I'm looking for a cheaper one.",
        "Hold on, how much is it?",
        "hold on who are you",
        "I'm just parking.",
        "I have to park the car every day.",
        "Wait, I already have one.",
        "Wait for my order.",
        "Let me put you on speaker.",
        "I'll put the phone on speaker.",
        "I'll get them next week.",
        "I can get him a new one.",
        "I'm putting it on the shopping list.",
        "I'm handing it over to the new owner next month.",
        "I'll get my husband to look at it tonight.",
        "I have to go get my son.",
        "I have to get my daughter from school.",
        "I'll have her call you.",
        "I'll let him know.",
        "I'll tell my wife.",
        "I'll ask him tonight.",
        "I'll get her number for you.",
        "I'll put her on the waiting list.",
        "I'll bring my husband tomorrow.",
        "I'm going to put it through the books.",
        "She's coming next week.",
        "He's on his way to work.",
        "My husband handles that.",
        "You should talk to my wife.",
        "Say again what the price is.",
        "Who is this?",
        "What do you mean?",
        "The line is long.",
        "I'm slow on Mondays.",
    ],
    "de": [
        "Ich gebe das gerne weiter.",
        "Ich gebe es an meinen Chef weiter.",
        "Ich gebe Ihnen meine Nummer.",
        "Ich hole mir später eins.",
        "Ich muss mal schauen.",
        "Ich muss darüber nachdenken.",
        "Ich muss das erst mit meiner Frau besprechen.",
        "Ich hole sie morgen vom Bahnhof ab.",
        "Er kommt gleich nach Hause und dann essen wir.",
        "Im Moment nicht.",
        "Im Moment habe ich keine Zeit.",
        "Ich verbinde damit nichts Gutes.",
        "Ich stelle mir das anders vor.",
        "Meine Frau ist nicht da.",
    ],
    "es": [
        "Voy a pensarlo.",
        "Déjeme pensarlo.",
        "Déjeme hablar con mi mujer.",
        "Tengo que ver el precio.",
        "Le paso mi número.",
        "Lo pongo en mi agenda.",
        "Me lo paso muy bien.",
        "Voy a llamarlo mañana.",
        "Voy a ver con mi marido.",
        "Paso.",
    ],
    "fr": [
        "Je passe.",
        "Non merci, je passe mon tour.",
        "Je vais réfléchir.",
        "Laissez-moi réfléchir.",
        "Je vérifie avec mon mari.",
        "Je vous passe un coup de fil demain.",
        "Il arrive demain.",
        "Je cherche moins cher.",
        "Je regarde les prix ailleurs.",
        "Pour le moment, non.",
    ],
    "pt": [
        "Vou passar.",
        "Vou pensar.",
        "Deixa eu pensar.",
        "Deixa eu ver com meu marido.",
        "Te passo meu número.",
        "Vou passar para outro banco.",
        "Um pouco.",
        "Ela vem amanhã.",
        "No momento, não.",
    ],
    "hi": [
        "main soch kar bataunga",
        "patni se poochna padega",
        "main apne dost ko deta hoon",
        "abhi nahi",
        "सोच कर बताऊँगा",
        "मैं अपने भाई को देता हूँ",
    ],
}
NONE_OF_THEM = [
    "Yes.",
    "Eight out of ten.",
    "What do you want from me?",
    "Say that again and I will hang up on you.",
    "I will get back to you tomorrow.",
    "I'll tell her to call you.",
    "What is the price of it?",
    "One moment, who is calling?",
    "I waited for a minute in the line.",
    "I didn't get the letter.",
    "We repeat our orders every month.",
    "I'll ask my wife to call you back.",
    "What kind of service is that?",
    "The second one.",
    "I will think about it.",
    "I will take two of them.",
    "I have to check it later.",
    "Put me on the list.",
    "I'll ask my wife about it.",
    "",
]


def of_all(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    """(language, text)."""
    return [(language, text) for language, texts in table.items() for text in texts]


@pytest.mark.parametrize("table", [SAY_AGAIN, ONE_MOMENT, PASSES_ON, OBJECTIONS])
def test_each_is_tried_in_every_language(table: dict[str, list[str]]) -> None:
    assert {one.tag for one in EVERY} == set(table)


@pytest.mark.parametrize(("language", "text"), of_all(SAY_AGAIN))
def test_a_wish_to_hear_it_again_is_noticed(language: str, text: str) -> None:
    assert aside(text, language) is Aside.SAY_AGAIN


@pytest.mark.parametrize(("language", "text"), of_all(ONE_MOMENT))
def test_a_request_to_wait_is_noticed(language: str, text: str) -> None:
    assert aside(text, language) is Aside.ONE_MOMENT


@pytest.mark.parametrize(("language", "text"), of_all(PASSES_ON))
def test_a_telephone_that_is_passed_on_is_noticed(language: str, text: str) -> None:
    assert aside(text, language) is Aside.PASSES_ON


@pytest.mark.parametrize(("language", "text"), of_all(OBJECTIONS))
def test_an_objection_is_answered_not_waited_out(language: str, text: str) -> None:
    """The commonest ones sound a little like a wish to wait, or like somebody who fetches another person."""
    assert aside(text, language) is None


@pytest.mark.parametrize("text", NONE_OF_THEM)
def test_what_says_anything_else_is_no_aside(text: str) -> None:
    assert aside(text, "en") is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mhm."),
        ("en", "Uh-huh"),
        ("en", "Okay."),
        ("en", "Yeah, okay"),
        ("en", "I see."),
        ("en", "yeah yeah okay right"),
        ("en", "Absolutely."),
        ("en", "fair enough"),
        ("en", "uh"),
        ("en", "Umm"),
        ("en", "Hmm, okay, I see."),
        ("en", "got it, got it, go on"),
        ("en", "oh wow"),
        ("en", "that makes sense"),
        ("en", "right right right"),
        ("en", "sounds good"),
        ("en", "yeah I know"),
        ("de", "Ja, genau."),
        ("es", "Sí, claro."),
        ("fr", "D'accord."),
        ("pt", "Uhum, certo."),
        ("hi", "ठीक है"),
        ("hi", "ji haan"),
    ],
)
def test_a_listeners_sounds_are_known(language: str, text: str) -> None:
    assert is_backchannel(text, language)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "No.",
            "Stop",
            "Wait",
            "Okay but I have no time",
            "Yes please stop",
            "Hello?",
            "uh uh",
            "yeah no",
        ),
        *(
            "yeah but wait",
            "okay so how much is it",
            "right, but",
            "got",
            "haan haan",
            "I see a problem",
            "sure, when?",
        ),
    ],
)
def test_what_wants_the_floor_is_no_backchannel(text: str) -> None:
    assert not is_backchannel(text, "en")


@pytest.mark.parametrize("text", ["got", "got it got", "yeah that", "I", "makes", "okay", "fair"])
def test_what_may_become_a_listeners_word_is_awaited(text: str) -> None:
    assert may_be_backchannel(text, "en")


@pytest.mark.parametrize("text", ["", "no", "stop", "wait", "got a", "I have", "but", "hello"])
def test_what_cannot_become_one_any_more_wants_the_floor(text: str) -> None:
    assert not may_be_backchannel(text, "en")


@pytest.mark.parametrize("region", ["-XX", "-xx"])
@pytest.mark.parametrize("table", [SAY_AGAIN, ONE_MOMENT, PASSES_ON], ids=["again", "moment", "passed on"])
def test_a_region_speaks_its_language(table: dict[str, list[str]], region: str) -> None:
    """An agent for Austria or Mexico understands what one for Germany or Spain does, its courtesies too."""
    deaf = [
        text
        for language, text in of_all(table)
        if aside(text, f"{language.upper()}{region}") is not aside(text, language)
    ]
    assert [] == deaf


def test_words_into_the_room_and_an_absence_are_told_apart() -> None:
    assert calls_out("Mary! Phone for you!", "en")
    assert nobody_comes("Sorry, she is not here right now.", "en")
    assert nobody_comes("She can't come to the phone, can I take a message?", "en")
    assert not nobody_comes("Hello, this is Mary.", "en")
    assert not calls_out("Hello, this is Mary.", "en")
