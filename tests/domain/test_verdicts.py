"""The decision engine: requirements 74 (tags with evidence), 113 (opt-outs) and the guards of the live call."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conversations import Verdict
from domain.language.opt_outs_and_goodbyes import (
    is_opt_out,
    is_pickup_phrase,
    is_robot_question,
    is_voicemail_greeting,
    wants_end,
)
from domain.language.tables.every import EVERY, language_of
from domain.language.verdicts import combine, judge_by_rules, said_by_person
from domain.outcomes import BusinessOutcome
from domain.transcripts import Speaker, Transcript, Turn
from tests.words.patterns import tables_of

Outcome = BusinessOutcome


def talk(*lines: str) -> Transcript:
    """A transcript from lines such as "agent: Hello" and "person: Hi"."""
    turns = []
    for place, line in enumerate(lines):
        speaker, _, text = line.partition(": ")
        turns.append(Turn(Speaker(speaker), text, place * 1000, place * 1000 + 900))
    return tuple(turns)


def test_every_pattern_can_be_read() -> None:
    for language in EVERY:
        for _, patterns in tables_of(language):
            assert all(re.compile(pattern) for pattern in patterns)


@pytest.mark.parametrize(
    "text",
    [
        "Stop calling me.",
        "Stop calling me!",
        "please stop calling this number",
        "I said stop calling me. Remove my number.",
        "Do not call again",
        "Don't call me again.",
        "Don’t ever call me again, okay?",
        "do not call me anymore",
        "Please don't call here any more",
        "Don't call me.",
        "never call me again",
        "Please take me off your list and do not call me again.",
        "take me off your calling list",
        "Can you take us off the list please",
        "Remove my number from your system",
        "Remove me from your database please",
        "Could you remove my number?",
        "delete my number",
        "lose my number",
        "Unsubscribe.",
        "please unsubscribe me",
        "I want to opt out",
        "put me on your do not call list",
        "I don't want any more calls",
        "I do not want to be called again",
        "I don't want you to call me",
        "We don't want to receive these calls",
        "no more calls please",
        "stop these calls",
        "Leave me alone",
        "I revoke my consent",
        "I'd prefer you don't call me again",
        "Stop.",
        "No. Stop.",
        "I'm not interested. Stop.",
        "Hey, just stop.",
        "I said stop!",
        "No me llame más",
        "Deje de llamarme por favor",
        "Quíteme de su lista",
        "Quiero darme de baja",
        "Rufen Sie mich nicht mehr an!",
        "Bitte streichen Sie mich aus der Liste",
        "Hören Sie auf, mich anzurufen",
        "Ne m'appelez plus",
        "Não me ligue mais",
        "dobara call mat karna",
        "mujhe phone mat karo",
        "call karna band karo",
        "मुझे कॉल मत करो",
    ],
)
def test_opt_outs_are_heard(text: str) -> None:
    """Requirement 113; revocation by any reasonable means (47 CFR 64.1200(a)(10))."""
    assert is_opt_out(text, "en")


DEMANDS = [
    ("en", "I want off your list."),
    ("en", "I asked you not to call me."),
    ("en", "I told you people to stop calling."),
    ("en", "I'd like to be taken off your list."),
    ("de", "Lassen Sie mich in Ruhe."),
    ("fr", "Je ne veux plus être appelé."),
    ("fr", "Laissez-moi tranquille."),
    ("es", "Déjeme en paz."),
    ("pt", "Não quero mais receber ligações."),
    ("pt", "Me deixa em paz."),
    ("hi", "Mujhe call mat kijiye."),
    ("hi", "मेरा नंबर हटा दीजिए।"),
]


@pytest.mark.parametrize(("language", "text"), DEMANDS)
def test_a_demand_in_words_of_everyday_is_heard(language: str, text: str) -> None:
    """Law 4."""
    assert is_opt_out(text, language)


def test_a_demand_is_tried_in_every_language() -> None:
    """Law 4: a new one has examples here before anybody is called in it."""
    assert {one.tag for one in EVERY} == {language for language, _ in DEMANDS}


def test_whoever_cannot_stop_calling_somebody_opts_out_of_nothing() -> None:
    assert not is_opt_out("I can't stop calling my bank.", "en")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Don't stop.",
        "don't stop calling me, I like it",
        "stop it, you're funny",
        "Stop it!",
        "Please don't call me now, call me tomorrow",
        "Don't call me before nine",
        "Don't call me at work",
        "I asked you not to call me at work",
        "don't call me in the morning",
        "Do not call me today",
        "They don't call me often",
        "why don't you call me tomorrow",
        "You never call me",
        "I never call them",
        "Call me again tomorrow",
        "Take me off speaker",
        "I'm not interested",
        "No thank you",
        "Don't unsubscribe me",
        "Stop calling me sir",
        "my phone number is on the list",
        "The bus does not stop here",
        "I could not stop laughing",
        "no more questions please",
        "don't worry",
        "abhi call mat karo",
        "no me llame ahora",
    ],
)
def test_what_only_sounds_like_an_opt_out(text: str) -> None:
    assert not is_opt_out(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Are you a robot?",
        "Is this a real person?",
        "am I talking to a machine",
        "Wait, are you an AI?",
        "Are you human?",
        "Is this a recording?",
        "You're a bot, right?",
        "A robot?",
        "Hang on. Are you a real person or a robot?",
        "¿Es usted un robot?",
        "Sind Sie ein Mensch?",
    ],
)
def test_robot_questions(text: str) -> None:
    assert is_robot_question(text, "es" if "usted" in text else "de" if "Sie" in text else "en")


@pytest.mark.parametrize(
    "text", ["I work on a machine", "My robot vacuum broke.", "Is this about my car?", "Are you open?"]
)
def test_no_robot_questions(text: str) -> None:
    assert not is_robot_question(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Bye.",
        "Okay, bye.",
        "Thank you, goodbye.",
        "I have to go now",
        "I've got to run",
        "I'm hanging up",
        "Okay bye bye",
    ],
)
def test_leave_taking(text: str) -> None:
    assert wants_end(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "I said goodbye to my old phone company",
        "I buy a lot",
        "Have you to go far?",
        "I have to go to the shop first, but yes",
    ],
)
def test_no_leave_taking(text: str) -> None:
    assert not wants_end(text, "en")


@pytest.mark.parametrize(
    "text, language",
    [
        ("Hi, you have reached the voicemail of the Miller family.", "en"),
        ("We are not able to come to the phone right now.", "en"),
        ("Please leave your name, your number and a short message after the tone", "en"),
        ("Your call has been forwarded to an automatic voice message system.", "en"),
        ("The person you are trying to reach is not available.", "en"),
        ("I'm not available to take your call", "en"),
        ("Bitte hinterlassen Sie eine Nachricht nach dem Signalton", "de"),
        ("Deje su mensaje después del tono", "es"),
        ("Please leave a message after the beep", "de"),
    ],
)
def test_voicemail_greetings(text: str, language: str) -> None:
    assert is_voicemail_greeting(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "Hello?",
        "Hello, who is this please?",
        "He is not here, do you want to leave a message?",
        "This is the Miller residence.",
        "Can I take a message?",
        "Yes speaking",
    ],
)
def test_people_are_no_voicemail(text: str) -> None:
    assert not is_voicemail_greeting(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Hello?",
        "Hello. Hello?",
        "Yes?",
        "Hi, this is Anna",
        "Anna speaking",
        "Hello, who is this?",
        "Good morning",
    ],
)
def test_pickup_phrases(text: str) -> None:
    assert is_pickup_phrase(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello, I am not interested",
        "Stop calling me",
        "What do you want",
        "Hello there, who is this please, I am busy",
    ],
)
def test_no_pickup_phrases(text: str) -> None:
    assert not is_pickup_phrase(text, "en")


@pytest.mark.parametrize(
    "outcome, evidence, lines",
    [
        (
            Outcome.OPT_OUT,
            "Stop calling me.",
            ("agent: Hello, this is Outbound.", "person: No. Stop calling me."),
        ),
        (Outcome.WRONG_NUMBER, "No, this is the wrong number.", ("person: No, this is the wrong number.",)),
        (
            Outcome.WRONG_NUMBER,
            "I think you have the wrong number, there is nobody of that name here.",
            ("person: I think you have the wrong number, there is nobody of that name here.",),
        ),
        (
            Outcome.NOT_INTERESTED,
            "No thank you, I am not interested.",
            ("person: No thank you, I am not interested.",),
        ),
        (Outcome.INTERESTED, "I am very interested.", ("person: Oh. I am very interested.",)),
        (
            Outcome.INTERESTED,
            "Yes please.",
            ("agent: Great. Would you like to visit the showroom?", "person: Yes please.", "agent: Goodbye."),
        ),
        (
            Outcome.NOT_INTERESTED,
            "No, thanks.",
            (
                "agent: Are you interested in an offer?",
                "person: No, thanks.",
                "agent: Goodbye.",
                "person: Bye.",
            ),
        ),
        (
            Outcome.FOLLOW_UP,
            "Yes, do that.",
            ("agent: May we send you the details?", "person: Yes, do that."),
        ),
        (Outcome.FOLLOW_UP, "Just send me an email.", ("person: Just send me an email.",)),
        (Outcome.FOLLOW_UP, "Could you text me the link?", ("person: Could you text me the link?",)),
        (Outcome.CALLBACK, "Call me back tomorrow.", ("person: I am busy. Call me back tomorrow.",)),
        (Outcome.NONE, "", ("agent: Hello?",)),
        (Outcome.NONE, "", ("agent: Do you have a minute?", "person: Yes, sure, go ahead.")),
        (
            Outcome.NONE,
            "",
            ("agent: Is your car red?", "person: No.", "agent: How many doors?", "person: Four."),
        ),
        (Outcome.NONE, "", ("agent: Any other questions?", "person: No thank you.")),
        (Outcome.NONE, "", ("agent: Would you like a visit?", "person: Okay, bye.")),
        (Outcome.NONE, "", ("person: It was lovely talking to you, do call again some day.",)),
        (
            Outcome.CALLBACK,
            "Call me tomorrow.",
            (
                "person: Call me tomorrow.",
                "agent: Shall I call you back at three?",
                "person: That sounds good.",
            ),
        ),
        (
            Outcome.INTERESTED,
            "That sounds good.",
            ("agent: Would you like a visit?", "person: That sounds good."),
        ),
        (Outcome.NONE, "", ("agent: Stop calling me, you say?", "person: What?")),
        (Outcome.NONE, "", ()),
        (
            Outcome.OPT_OUT,
            "Take me off your list.",
            (
                "person: I am interested.",
                "agent: Fine.",
                "person: No wait. Take me off your list.",
                "person: Send me an email.",
            ),
        ),
    ],
)
def test_rules_tag_with_evidence(outcome: Outcome, evidence: str, lines: tuple[str, ...]) -> None:
    """Requirement 74."""
    verdict = judge_by_rules(talk(*lines), "en")
    assert (outcome, evidence) == (verdict.outcome, verdict.evidence)
    assert verdict.decided_by == "rules"


def test_callback_keeps_the_person_s_own_words() -> None:
    words = "I am in a meeting right now, can you call me back tomorrow at three in the afternoon?"
    verdict = judge_by_rules(talk("agent: Hello.", f"person: {words}"), "en")
    assert (Outcome.CALLBACK, words) == (verdict.outcome, verdict.callback_phrase)


@pytest.mark.parametrize(
    "lines",
    [
        (
            "person: Can you call me some other time?",
            "agent: When would suit you?",
            "person: Tomorrow at five.",
        ),
        ("person: Can you call me some other time? Tomorrow at five.",),
        ("person: Monday is bad.", "person: Can you call me some other time?", "person: Tomorrow at five."),
        ("person: Can you call me some other time?", "agent: Friday at nine?", "person: Tomorrow at five."),
    ],
)
def test_callback_words_may_follow_the_wish(lines: tuple[str, ...]) -> None:
    """In the same turn or a later one; what was said before it, or by us, is not when."""
    assert judge_by_rules(talk(*lines), "en").callback_phrase == "Tomorrow at five."


def test_yes_and_no_in_one_call_need_review() -> None:
    verdict = judge_by_rules(
        talk("person: I am interested.", "agent: Fine.", "person: I'm not interested after all."), "en"
    )
    assert (verdict.outcome, verdict.needs_review) == (Outcome.NOT_INTERESTED, True)


SAID = talk("agent: Would you like a visit?", "person: Well, I suppose my wife would be glad.")


def both(
    lines: tuple[str, ...], outcome: BusinessOutcome, evidence: str, confidence: float = 0.95
) -> Verdict:
    """What rules and a model that says this come to."""
    transcript = talk(*lines)
    model = Verdict(outcome, evidence, decided_by="model", confidence=confidence)
    return combine(judge_by_rules(transcript, "en"), model, transcript, "en")


def test_a_proven_verdict_of_the_model_stands_where_rules_found_nothing() -> None:
    model = Verdict(Outcome.INTERESTED, "I suppose my wife would be glad", decided_by="model")
    assert model == combine(Verdict(Outcome.NONE), model, SAID)


@pytest.mark.parametrize(
    "evidence", ["", "Yes, I would love a visit.", "Would you like a visit?", "glad wife"]
)
def test_a_verdict_without_the_person_s_sentence_is_dropped(evidence: str) -> None:
    """Consent and opt-out are never inferred: the agent's words, invented ones and silence prove nothing."""
    for outcome in (Outcome.INTERESTED, Outcome.OPT_OUT):
        combined = combine(Verdict(Outcome.NONE), Verdict(outcome, evidence, decided_by="model"), SAID)
        assert (combined.outcome, combined.needs_review) == (Outcome.NONE, True)


ENOUGH = "This has to end somewhere."
KEEP_ME = "No, no, keep me on the list."
HELLO = "agent: Hello, this is Ava from Northwind."
OFFER = "agent: Would you like a visit?"

# lines, the model's outcome, evidence and confidence; outcome, who decided, whether somebody looks
BOTH = [
    # They agree: nobody looks.
    ((HELLO, "person: I'm not interested."), Outcome.NOT_INTERESTED, "I'm not interested.", 0.95,
     Outcome.NOT_INTERESTED, "rules", False),
    ((OFFER, "person: Yes, my wife told me about you."), Outcome.INTERESTED, "Yes, my wife told me about you.", 0.9,
     Outcome.INTERESTED, "rules", False),
    ((HELLO, "person: Stop calling me."), Outcome.OPT_OUT, "Stop calling me.", 0.95, Outcome.OPT_OUT, "rules", False),
    # They agree, and the call contradicts itself.
    ((HELLO, "person: I'm interested.", "person: I'm not interested after all."), Outcome.NOT_INTERESTED,
     "I'm not interested after all.", 0.95, Outcome.NOT_INTERESTED, "rules", True),
    # They differ: the rules hold.
    ((HELLO, "person: Just send me an email. My wife decides."), Outcome.NOT_INTERESTED, "My wife decides.", 0.95,
     Outcome.FOLLOW_UP, "rules", True),
    ((HELLO, "person: Stop calling me."), Outcome.NOT_INTERESTED, "Stop calling me.", 0.95, Outcome.OPT_OUT, "rules", True),
    ((HELLO, "person: I'm interested."), Outcome.NONE, "", 0.9, Outcome.INTERESTED, "rules", True),
    # An opt-out that the model is certain of binds, whatever the rules found.
    ((HELLO, f"person: {ENOUGH}"), Outcome.OPT_OUT, ENOUGH, 0.9, Outcome.OPT_OUT, "model", True),
    ((HELLO, f"person: I'm interested. {ENOUGH}"), Outcome.OPT_OUT, ENOUGH, 0.95, Outcome.OPT_OUT, "model", True),
    ((HELLO, f"person: Call me back tomorrow. {ENOUGH}"), Outcome.OPT_OUT, ENOUGH, 1.0, Outcome.OPT_OUT, "model", True),
    ((HELLO, f"person: Wrong number. {ENOUGH}"), Outcome.OPT_OUT, ENOUGH, 0.95, Outcome.OPT_OUT, "model", True),
    # A likely one goes to a person, an unlikely one as well.
    ((HELLO, f"person: {ENOUGH}"), Outcome.OPT_OUT, ENOUGH, 0.89, Outcome.NONE, "rules", True),
    ((HELLO, f"person: I'm interested. {ENOUGH}"), Outcome.OPT_OUT, ENOUGH, 0.6, Outcome.INTERESTED, "rules", True),
    ((HELLO, f"person: {ENOUGH}"), Outcome.OPT_OUT, ENOUGH, 0.2, Outcome.NONE, "rules", True),
    # Taken back, it is none; said again after that, it is one.
    ((HELLO, f"person: {ENOUGH}", f"person: {KEEP_ME}"), Outcome.OPT_OUT, ENOUGH, 0.95, Outcome.NONE, "rules", True),
    ((HELLO, f"person: {ENOUGH}", f"person: {KEEP_ME}", f"person: {ENOUGH}"), Outcome.OPT_OUT, ENOUGH, 0.95,
     Outcome.OPT_OUT, "model", True),
    # Only the person takes it back, and only afterwards.
    ((HELLO, f"person: {ENOUGH}", f"agent: {KEEP_ME}"), Outcome.OPT_OUT, ENOUGH, 0.95, Outcome.OPT_OUT, "model", True),
    ((HELLO, f"person: {KEEP_ME}", f"person: {ENOUGH}"), Outcome.OPT_OUT, ENOUGH, 0.95, Outcome.OPT_OUT, "model", True),
    ((HELLO, "person: Stop calling me.", f"person: {KEEP_ME}"), Outcome.OPT_OUT, "Stop calling me.", 0.95,
     Outcome.NONE, "rules", True),
    ((HELLO, "person: Stop calling me.", f"person: {KEEP_ME}"), Outcome.NONE, "", 0.95, Outcome.NONE, "rules", True),
    ((HELLO, "person: Stop calling me.", f"person: {KEEP_ME} I'm interested."), Outcome.INTERESTED, "I'm interested.", 0.95,
     Outcome.INTERESTED, "rules", True),
    # The model alone: greetings, listening and "what?" prove nothing.
    ((HELLO, "person: Hello?"), Outcome.INTERESTED, "Hello?", 0.95, Outcome.NONE, "rules", True),
    ((HELLO, "person: Hello?"), Outcome.OPT_OUT, "Hello?", 0.95, Outcome.NONE, "rules", True),
    ((HELLO, "person: Mhm. Okay."), Outcome.INTERESTED, "Okay.", 0.95, Outcome.NONE, "rules", True),
    ((HELLO, "person: Sorry, what?"), Outcome.NOT_INTERESTED, "Sorry, what?", 0.95, Outcome.NONE, "rules", True),
    ((HELLO, "person: Can you say that again please?"), Outcome.FOLLOW_UP, "Can you say that again please?", 0.95,
     Outcome.NONE, "rules", True),
    (("agent: Do you hear me?", "person: Hello?"), Outcome.CALLBACK, "Hello?", 0.95, Outcome.NONE, "rules", True),
    # A yes that answers us counts, for review where nothing else was said.
    (("agent: Shall I put you down for Tuesday?", "person: Yes."), Outcome.INTERESTED, "Yes.", 0.95,
     Outcome.INTERESTED, "model", True),
    (("agent: And your house?", "person: It has a large roof.", "agent: Shall I put you down for Tuesday?", "person: Yes."),
     Outcome.INTERESTED, "Yes.", 0.95, Outcome.INTERESTED, "model", False),
    # Its evidence asks, or only sounds like it.
    ((HELLO, "person: I'm interested in how you got this number."), Outcome.INTERESTED,
     "I'm interested in how you got this number.", 0.95, Outcome.INTERESTED, "model", True),
    ((HELLO, "person: Did you email me last week?"), Outcome.FOLLOW_UP, "Did you email me last week?", 0.95,
     Outcome.FOLLOW_UP, "model", True),
    # It alone would suppress: the words must deny that the number is right.
    ((HELLO, "person: I'm probably the wrong person, my boss decides that."), Outcome.WRONG_NUMBER,
     "I'm probably the wrong person, my boss decides that.", 0.95, Outcome.NONE, "rules", True),
    ((HELLO, "person: My sister had this telephone before she died."), Outcome.WRONG_NUMBER,
     "My sister had this telephone before she died.", 0.95, Outcome.WRONG_NUMBER, "model", True),
    # Nothing found by either is nothing to check.
    ((HELLO, "person: It has rained all day."), Outcome.NONE, "", 0.3, Outcome.NONE, "model", False),
]  # fmt: skip


@pytest.mark.parametrize("lines, said, evidence, confidence, outcome, decided_by, needs_review", BOTH)
def test_what_rules_and_model_come_to(
    lines: tuple[str, ...],
    said: BusinessOutcome,
    evidence: str,
    confidence: float,
    outcome: BusinessOutcome,
    decided_by: str,
    needs_review: bool,
) -> None:
    combined = both(lines, said, evidence, confidence)
    assert (outcome, decided_by, needs_review) == (
        combined.outcome,
        combined.decided_by,
        combined.needs_review,
    )
    assert outcome is Outcome.NONE or said_by_person(combined.evidence, talk(*lines))


def test_a_model_that_could_not_be_asked_means_review() -> None:
    assert combine(Verdict(Outcome.NONE), None, SAID).needs_review


WISH = "I'm busy right now."
WHEN = "agent: When may I call you?"
LATER_WORDS = [
    # The answer to our question, not whatever has a time in it later.
    ((f"person: {WISH}", WHEN, "person: Tomorrow at four.", "agent: Fine.", "person: I wake up at nine on Monday."),
     "Tomorrow at four."),
    ((f"person: {WISH}", WHEN, "person: Hm.", "person: Tomorrow at four."), "Tomorrow at four."),
    ((f"person: {WISH}", "agent: Friday at nine?", "person: No, at ten."), "No, at ten."),
    # Wish and answers together, since either may be half of it.
    (("person: Call me tomorrow.", "agent: At what time?", "person: At four."), "Call me tomorrow. At four."),
    (("person: Call me tomorrow.", "agent: At four in the afternoon?", "person: No, make it five."),
     "Call me tomorrow. No, make it five."),
    # A wish that names another time replaces what was said before.
    (("person: Call me tomorrow.", "agent: Fine.", "person: Actually, call me on Friday."), "Actually, call me on Friday."),
    # Reports are no wishes.
    ((f"person: {WISH} I told your colleague on Monday at nine.",), ""),
    (("person: I already told your colleague on Monday at nine. Call me back on Friday.",), "Call me back on Friday."),
    # An excuse counts where nothing else does.
    (("person: I can't talk today.", WHEN, "person: Tomorrow at four."), "Tomorrow at four."),
    (("person: I can't talk today.", "agent: Goodbye."), "I can't talk today."),
    # An answer alone is a wish.
    (("agent: When may we call you again?", "person: Tomorrow at four."), "Tomorrow at four."),
    (("agent: Shall I call you back?", "person: Yes, please."), ""),
]  # fmt: skip


@pytest.mark.parametrize("lines, phrase", LATER_WORDS)
def test_which_words_say_when(lines: tuple[str, ...], phrase: str) -> None:
    verdict = judge_by_rules(talk(*lines), "en")
    assert (Outcome.CALLBACK, phrase) == (verdict.outcome, verdict.callback_phrase)


SHALL_WE = f"agent: {language_of('en').remarks.shall_we_stop}"
MAYBE = "I don't think I want these calls."
CONTACT = [
    (("person: Stop calling me.",), Outcome.OPT_OUT, "Stop calling me.", False),
    (("person: Stop calling me.", f"person: {KEEP_ME}"), Outcome.NONE, KEEP_ME, True),
    (("person: Stop calling me.", f"person: {KEEP_ME}", "person: Stop calling me."), Outcome.OPT_OUT, "Stop calling me.", False),
    (("person: Stop calling me.", f"person: {KEEP_ME}", "person: I'm interested."), Outcome.INTERESTED, "I'm interested.", True),
    ((f"person: {MAYBE}",), Outcome.NONE, "", True),
    ((f"person: {MAYBE}", "agent: I see.", "person: I'm interested."), Outcome.INTERESTED, "I'm interested.", True),
    ((f"person: {MAYBE}", SHALL_WE, "person: Yes, please."), Outcome.OPT_OUT, MAYBE, False),
    ((f"person: {MAYBE}", SHALL_WE, f"person: {MAYBE}"), Outcome.NONE, "", True),
    ((f"person: {MAYBE}", SHALL_WE, "person: I am telling you a story."), Outcome.NONE, "", True),
    ((f"person: {MAYBE}", SHALL_WE, "person: No."), Outcome.NONE, "", False),
    ((f"person: {MAYBE}", SHALL_WE, f"person: {KEEP_ME}"), Outcome.NONE, "", False),
    ((f"person: {MAYBE}", f"person: {KEEP_ME}"), Outcome.NONE, "", False),
    ((f"person: {MAYBE}", "person: Stop calling me.", SHALL_WE, "person: Yes."), Outcome.OPT_OUT, "Stop calling me.", False),
    ((f"person: {MAYBE}", SHALL_WE), Outcome.NONE, "", True),
    ((f"person: {MAYBE}", SHALL_WE, "person: What is this about?"), Outcome.NONE, "", True),
    ((f"person: {MAYBE}", "agent: Any more questions?", "person: Yes."), Outcome.NONE, "", True),
]  # fmt: skip


@pytest.mark.parametrize("lines, outcome, evidence, needs_review", CONTACT)
def test_whether_calls_are_still_welcome(
    lines: tuple[str, ...], outcome: BusinessOutcome, evidence: str, needs_review: bool
) -> None:
    """As on the live call: what is likely binds by a yes to our question, what was taken back does not."""
    verdict = judge_by_rules(talk(*lines), "en")
    assert (outcome, evidence, needs_review) == (verdict.outcome, verdict.evidence, verdict.needs_review)


@pytest.mark.parametrize(
    "language, no",
    [("en", "No."), ("en", "No, thank you."), ("es", "No, gracias."), ("pt", "Não."), ("de", "Nein, danke."), ("fr", "Non merci."), ("hi", "नहीं।")],
)  # fmt: skip
def test_whoever_wants_to_stay_on_the_list_refuses_nothing(language: str, no: str) -> None:
    """Our question is worded like an offer; who says no to it goes on talking."""
    asked = talk("person: Hmm.", f"agent: {language_of(language).remarks.shall_we_stop}", f"person: {no}")
    assert judge_by_rules(asked, language).outcome == Outcome.NONE


def test_the_rules_words_say_when_and_the_models_where_they_have_none() -> None:
    transcript = talk("person: Call me tomorrow.", "person: At nine.")
    by_model = Verdict(Outcome.CALLBACK, "Call me tomorrow.", decided_by="model", callback_phrase="At nine.")
    for phrase, kept in (("Call me tomorrow.", "Call me tomorrow."), ("", "At nine.")):
        rules = Verdict(Outcome.CALLBACK, "Call me tomorrow.", callback_phrase=phrase)
        assert kept == combine(rules, by_model, transcript, "en").callback_phrase


def test_where_the_model_found_nothing_it_quotes_and_promises_nothing() -> None:
    nothing = Verdict(Outcome.NONE, SAID[1].text, decided_by="model", callback_phrase="my wife")
    found = combine(Verdict(Outcome.NONE), nothing, SAID, "en")
    assert ("", "") == (found.evidence, found.callback_phrase)


def test_callback_words_nobody_said_are_left_out() -> None:
    transcript = talk("person: Some day maybe.")
    model = Verdict(
        Outcome.CALLBACK, "Some day maybe.", decided_by="model", callback_phrase="tomorrow at nine"
    )
    assert combine(Verdict(Outcome.NONE), model, transcript).callback_phrase == ""


WORDS = [
    "yes",
    "no",
    "not",
    "interested",
    "stop",
    "calling",
    "me",
    "call",
    "back",
    "tomorrow",
    "send",
    "an",
    "email",
    "wrong",
    "number",
    "I",
    "am",
    "am",
    "you",
    "take",
    "off",
    "your",
    "list",
    "thank",
    "bye",
    "robot",
    "please",
    "don't",
    "it",
    "good",
    "later",
    "Would",
    "like",
    "a",
    "visit?",
    "are",
    "?",
    ".",
]
turns = st.builds(
    Turn,
    st.sampled_from(Speaker),
    st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join) | st.text(max_size=20),
    st.just(0),
    st.just(1),
)


@given(st.lists(turns, max_size=6).map(tuple), st.sampled_from(["en", "de-DE", "hi", "xx", ""]))
def test_every_outcome_quotes_the_person(transcript: Transcript, language: str) -> None:
    """Requirement 74; nothing is inferred from silence or from the agent's own words."""
    verdict = judge_by_rules(transcript, language)
    said = [turn.text for turn in transcript if turn.speaker is Speaker.PERSON]
    assert verdict.evidence or verdict.outcome is Outcome.NONE
    assert any(verdict.evidence in text for text in said) or not verdict.evidence
    assert set(verdict.callback_phrase.split()) <= set(" ".join(said).split()), (
        "the words about when are of several turns"
    )


@given(st.text(max_size=60))
def test_guards_have_an_answer_to_any_text(text: str) -> None:
    for guard in (is_opt_out, is_robot_question, wants_end, is_voicemail_greeting, is_pickup_phrase):
        assert guard(text, "en") in (True, False)


def test_of_two_wrong_numbers_the_first_sentence_proves_it() -> None:
    verdict = judge_by_rules(talk("person: Wrong number.", "person: You have the wrong number."), "en")
    assert (Outcome.WRONG_NUMBER, "Wrong number.") == (verdict.outcome, verdict.evidence)


def test_a_yes_answers_the_last_of_two_questions() -> None:
    offered_last = talk("agent: Is that you, Ada? Would you like a visit?", "person: Yes, please.")
    offered_first = talk("agent: Would you like a visit? Is that you, Ada?", "person: Yes, please.")
    found = [judge_by_rules(each, "en").outcome for each in (offered_last, offered_first)]
    assert [Outcome.INTERESTED, Outcome.NONE] == found


@pytest.mark.parametrize(
    "lines, carried",
    [
        (("agent: Shall we come on Monday?", "person: Yes."), True),
        (("agent: Shall we come on Monday?", "agent: We are open all day.", "person: Yes."), False),
    ],
)
def test_a_bare_yes_carries_what_the_line_before_it_asked(lines: tuple[str, ...], carried: bool) -> None:
    model = Verdict(Outcome.INTERESTED, "Yes.", decided_by="model", confidence=0.95)
    found = combine(Verdict(Outcome.NONE), model, talk(*lines), "en")
    assert carried is (found.outcome == Outcome.INTERESTED)


def test_what_somebody_is_to_look_at_stays_so_whatever_the_model_says() -> None:
    """A demand that was likely, and that nobody confirmed."""
    transcript = talk(f"person: {MAYBE}", "agent: I see.", "person: My brother sells these things, ask him.")
    rules = judge_by_rules(transcript, "en")
    model = Verdict(
        Outcome.FOLLOW_UP, "My brother sells these things, ask him.", decided_by="model", confidence=0.95
    )
    assert (Outcome.NONE, True) == (rules.outcome, rules.needs_review)
    found = combine(rules, model, transcript, "en")
    assert (Outcome.FOLLOW_UP, "model", True) == (found.outcome, found.decided_by, found.needs_review)
