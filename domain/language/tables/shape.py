"""The shape of a language: every table that it must have.

Patterns are regular expressions over plain words (`domain.language.phrases.plain_words`), matched as whole words. A table that is
required and not yet written is `()`; which those are is listed in tests/domain/test_language_tables.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Patterns = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person wants, in one sentence.

    opt_out: a demand that is certain; opt_out_likely: a probable one, which is asked about; opt_out_doubted: one that is only probable
    whatever certain phrase stands in it ("maybe don't call me"); no_opt_out: what sounds like one and is none, taken out of the words
    before any is looked for; a space in it may be a sentence's end, and " \\?" is a question's. unfinished: how words end that are no
    sentence yet ("take me"), so that the next sentence belongs to them. keeps: an opt-out is taken back, or denied; no_keeps:
    what sounds like it and is denied, asked or reported itself ("I never said keep me"), taken out of each sentence before.
    opt_out_alone: a sentence of these words alone is an opt-out (47 CFR 64.1200(a)(10) names stop and opt out); among others they
    may be anything. lone_robot: two words at most that ask whether we are one, with a question mark; no_robot_question: what sounds like
    that question and is none (all the same to them: "I don't care if you're a robot"; supposed: "if you're a machine you can send it"; of
    other machines and people: "a human resources department"), taken out of the words before robot_question is looked for.

    wrong_number to interested: what a sentence says of the business, in the order in which they are looked for. Taken out of the words
    before: no_outcome, what sounds like one and is none (denied: "not that I'm not interested"; refused: "no need to email me"; of other
    times: "wasn't interested before"; of somebody or something else: "zero interest for a year", "wrong person to ask"; a complaint:
    "interested in how you got this number"), and questions, which carry none ("did you (email me last week)", "how much is").
    requests: how a question begins that is a wish all the same ("could you", "would it be possible"). callback_if_timed: a wish to be
    called only where the sentence mentions a time as well ("call me", "would be better"); puts_off: whole sentences that put a call off
    ("not now", "later please", "in half an hour"), unless we offered something or asked when.
    yes, no: the phrases of which an answer to an offer consists, without what may follow ("of course"; "of course not", "not really",
    "I'm good thanks", which refuses nothing where nothing was offered); the longer one counts ("no" but "no problem"). hedges: words that
    leave no plain yes of one ("not", "but", "if", "maybe", "already").

    no_end: what sounds like taking leave and is none ("do I have to go", "don't just hang up"), taken out of the words before wants_end is
    looked for; goes_on: said after it, it takes the leave back ("but tell me quickly"); then_wishes: how a wish begins of which it does not
    ("bye, call me later", "I have to go, take me off your list").
    """

    opt_out: Patterns
    opt_out_alone: Patterns
    opt_out_likely: Patterns
    opt_out_doubted: Patterns = ()
    no_opt_out: Patterns
    unfinished: Patterns = ()
    keeps: Patterns
    no_keeps: Patterns
    no_outcome: Patterns
    questions: Patterns
    requests: Patterns
    wrong_number: Patterns
    callback: Patterns
    puts_off: Patterns
    callback_if_timed: Patterns
    follow_up: Patterns
    not_interested: Patterns
    interested: Patterns
    yes: Patterns
    no: Patterns
    hedges: Patterns
    robot_question: Patterns
    lone_robot: Patterns = ()
    no_robot_question: Patterns
    wants_end: Patterns
    no_end: Patterns
    goes_on: Patterns
    then_wishes: Patterns
    refuses_recording: Patterns


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """ "Twice a month", "every two weeks". counts, numbers and units: word -> how many, of units in days; per: between count and unit.

    every: before a unit, or a number and a unit; unit_first: "hafte mein ek baar". too_often: what complains of such a rate.
    """

    counts: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, float]
    per: str
    every: Patterns
    unit_first: bool = False
    too_often: Patterns = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """How a person wants to be contacted: when ("not before five"), in writing ("text me instead"), how often ("once a week").

    always: what makes a habit of a time ("only", "mornings"); where the table is written, a time without such a word that is not
    refused is that of one call. sms, whatsapp, email: words for these ways of writing. rates: how often, in words.
    """

    when: Patterns
    writing: Patterns
    how_often: Patterns
    always: Patterns = ()
    sms: Patterns
    whatsapp: Patterns
    email: Patterns
    rates: Rates


@dataclass(frozen=True, slots=True, kw_only=True)
class Asides:
    """What is said about the conversation itself.

    Whole turns: pickup, how one answers a telephone; backchannel, how one listens, and backchannel_begins, its first words, after which it is
    not known yet ("got" of "got it"); say_again; one_moment, a wish to be waited for in
    so many words ("let me think about it" is an answer). courtesies: words before, between and after these; assents: those among them that end a wait.

    passes_on: another person comes to the telephone; each stands at a clause's end, since what follows the person decides ("I'll get her a
    present"). While that person is fetched: calls_out is said into the room, nobody_comes says that nobody else will.
    """

    pickup: Patterns
    backchannel: Patterns
    backchannel_begins: Patterns = ()
    say_again: Patterns
    one_moment: Patterns
    courtesies: Patterns
    assents: tuple[str, ...]
    passes_on: Patterns
    calls_out: Patterns
    nobody_comes: Patterns


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerers:
    """What machines say that answer telephones, and what only people say; words are weak signs, phrases strong ones.

    on_hold: a network asks to stay on the line for somebody who is on another call; records_nothing: a mailbox is full, or not set up.
    """

    voicemail_greeting: Patterns
    voicemail: Patterns
    voicemail_words: Patterns
    ivr: Patterns
    ivr_words: Patterns
    screening: Patterns
    screening_words: Patterns
    unavailable: Patterns
    unavailable_words: Patterns
    on_hold: Patterns
    records_nothing: Patterns
    person: Patterns


@dataclass(frozen=True, slots=True, kw_only=True)
class Ours:
    """What an agent's own words are about.

    offer: a plain yes or no to it answers for the business, not for the survey; among them offer_to_send, and offer_to_call, which is
    none; asks_when: a question about the moment ("when would suit you"). press and no_more_calls in one sentence announce the key that stops the calls;
    claims_human: that the agent is a human, or no machine, which is never spoken.
    """

    offer: Patterns
    offer_to_send: Patterns
    offer_to_call: Patterns
    asks_when: Patterns
    announces_recording: Patterns
    press: Patterns
    no_more_calls: Patterns
    wants_digits: Patterns
    claims_human: Patterns


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictation:
    """How numbers and addresses are dictated.

    units: zero to nine, each with its variants, then ten to nineteen; tens: twenty to ninety; compounds: others that are one word; link:
    stands between tens and units. times: "double"; noughts: "hundred". Signs: the first name of each is how we say it.
    double_letter, as_in: before a letter, and after it; spelled_like: after it, before a word that begins with it ("o for oscar");
    letter_case: before a letter, and means nothing. homophones: what a recogniser writes for a digit among digits; decimal: between
    digits. corrections: what was said last is said anew, as after corrects_alone, a bare "no", in this language alone; explains: how a clause begins that only explains. written_as_one: words that are read as one. beside_numbers, before_an_address: words
    that belong to neither.
    """

    units: tuple[str, ...]
    tens: tuple[str, ...]
    compounds: Mapping[str, int] = field(default_factory=dict)
    link: tuple[str, ...] = ()
    times: Mapping[str, int] = field(default_factory=dict)
    noughts: Mapping[str, str] = field(default_factory=dict)
    at: tuple[str, ...]
    dot: tuple[str, ...]
    underscore: tuple[str, ...]
    dash: tuple[str, ...]
    plus: tuple[str, ...]
    double_letter: tuple[str, ...] = ()
    as_in: tuple[str, ...] = ()
    spelled_like: tuple[str, ...] = ()
    letter_case: tuple[str, ...] = ()
    homophones: Mapping[str, str] = field(default_factory=dict)
    decimal: tuple[str, ...] = ()
    corrections: Patterns = ()
    corrects_alone: Patterns = ()
    explains: Patterns = ()
    written_as_one: tuple[tuple[str, str], ...] = ()
    beside_numbers: str
    before_an_address: str


@dataclass(frozen=True, slots=True)
class FixedTexts:
    """What is said without the model; a script's own words come first."""

    closing: str
    opt_out_confirmation: str
    silence_prompt: str
    silence_goodbye: str
    reassurance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """What only the house says. press_again contains {key}, call_back_then {when}."""

    truth_about_us: str
    ask_to_repeat: str
    it_is_noted: str
    we_were_cut_off: str
    let_me_see: str
    one_moment: str
    is_that_right: str
    shall_we_stop: str
    you_stay: str
    call_back_then: str
    which_day: str
    which_time: str
    which_zone: str
    press_again: str
    cannot_tell: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language, by its tag ("es") and English name.

    named: its names in every language; asking: how a person asks for a language, NAMED standing for its name; menu_words: a menu
    offers a language with these behind it ("for Spanish, press two").
    """

    tag: str
    name: str
    named: Patterns
    asking: Patterns
    menu_words: Patterns = ()
    wishes: Wishes
    preferences: Preferences
    asides: Asides
    answerers: Answerers
    ours: Ours
    dictation: Dictation
    fixed_texts: FixedTexts
    remarks: Remarks
