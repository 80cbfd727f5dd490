"""What people write back: the agreed words, demands in sentences, and what only looks like either."""

from datetime import UTC, datetime

import pytest

from providers.messaging.contract import Wish
from providers.messaging.opt_out_keywords import preferences_written, wish_in

STOPS = r"""
STOP|stop| Stop. |STOP!!|Stop all|STOPALL|unsubscribe|Cancel|END|quit|revoke|opt out|OPT-OUT|“Stop”|\nSTOP\n|optout|StOp
Please stop|STOP please!!|stop pls|Stop, thanks|No. Stop.|STOP STOP STOP|Stop!!!!!|stop 🛑|🛑|🛑🛑|⛔|ok stop|please cancel|stop it|Stop now|STOP.
Unsuscribe|unsubcribe|UNSUBSCIBE|unsubscribed|un subscribe|Unsubscribe me|unsubscribe please|stpo|Sotp
ARRET|Arrêt|arrêt svp|ALTO|alto por favor|BAJA|Baja.|PARAR|STOPP|Stopp bitte|SAIR|Abmelden
STOP texting me|please stop sending text reminders|Stop sending me these|Don't text back|don't text me|Do not message me again|remove me|Remove.
take me off your list|Take me off this list please|lose my number|delete my number|No more texts|no more messages please|leave me alone
I don't want these texts|I don't want to receive messages|please remove my number from your list|stop contacting me|Who is this? Stop texting me.
wrong number, stop texting|I never signed up for this. Remove me|Not interested. Stop.|not interested, remove me|Opt me out|I want to opt out
You keep texting me|How do I opt out?|maybe don't text me|I don't think I want these texts|This is harassment|Fuck off|I did not ask for these messages... I didn't sign up for these messages
> Stop|STOP\n\nSent from my iPhone|Stop\n> Reply STOP to end|Bitte rufen Sie mich nicht mehr an|No me llame más|Ne m'appelez plus|Não me ligue mais
Rufen Sie hier nie wieder an|Je ne veux plus recevoir d'appels|mujhe call mat karo
"""

STARTS = "START|Yes|unstop|yes!|Start."
HELPS = "help|INFO?|Help!"

OTHERS = r"""
|stop by at six|the end of May is fine|yes please|non-stop|👍|Yes, tomorrow at 4|Count me in! We have got to STOP this|ok|No|no thanks|Not interested
Please don't stop|don't stop texting me|Don't remove me|Can you call me at 5?|Can I cancel my appointment?|cancel my appointment please|Start at 9?|I need help with my bill
Please don't unsubscribe me|my bus stop is Main St|I'll stop by|I quit my job|at the end|The end of the week|call me tomorrow|Don't call before noon, please
Sorry, can't talk now|Who is this?|What's this about?|I can't stop laughing|information please|Yes I am interested|yes stop by... yes you can stop by|Is there a stop fee?|thanks!
Liked “Reply STOP to opt out”|Laughed at "Text STOP to unsubscribe"|Loved “We will call you. Reply STOP to end.”|subscribe|resubscribe|undescribed|¿Quién es?|Danke
keep me on the list|🙂|🏠|We end at 5|stop and shop on Main|text me instead
Thanks\n> Stop calling me.|> Reply STOP to end\nsee you tomorrow|ok\n  > unsubscribe
"""


def each(table: str) -> list[str]:
    return [text.rpartition("... ")[2] for line in table.strip("\n").splitlines() for text in line.split("|")]


@pytest.mark.parametrize("body", [body.replace(r"\n", "\n") for body in each(STOPS)])
def test_a_demand_binds_however_it_is_written(body: str) -> None:
    assert wish_in(body) is Wish.STOP


@pytest.mark.parametrize(
    ("wish", "body"),
    [(Wish.START, body) for body in STARTS.split("|")] + [(Wish.HELP, body) for body in HELPS.split("|")],
)
def test_other_agreed_words_count_alone(wish: Wish, body: str) -> None:
    assert wish_in(body) is wish


@pytest.mark.parametrize("body", [body.replace(r"\n", "\n") for body in each(OTHERS)])
def test_other_messages_ask_for_nothing(body: str) -> None:
    assert wish_in(body) is Wish.NONE


@pytest.mark.parametrize(
    ("body", "phrases"),
    [
        ("Text me instead, please", ["Text me instead, please."]),
        ("never before ten\nand text me instead", ["never before ten.", "and text me instead."]),
        ("Thanks\n> Text me instead", []),
        ("Loved “Text me instead of calling.”", []),
        ("STOP. Text me instead", []),
        ("hello", []),
    ],
)
def test_how_somebody_wants_to_be_contacted_is_read_from_their_own_words(
    body: str, phrases: list[str]
) -> None:
    """Line by line; who stops everything wishes nothing else."""
    written = preferences_written(body, datetime(2026, 11, 21, 12, tzinfo=UTC))
    assert phrases == [wish.phrase for wish in written]
