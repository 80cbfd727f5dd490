"""How the events of OpenAI's realtime session become an ear's news: voices at once, words in the order of their turns."""

from providers.speech.contract import Heard, HeardKind


class Turns:
    """The turns of one session: who speaks now, and which turns' words are owed."""

    def __init__(self) -> None:
        self.voice_is_on = False
        self._owed: list[str] = []
        self._texts: dict[str, str | None] = {}

    @property
    def words_are_owed(self) -> bool:
        """A turn is over and nobody knows yet what it said."""
        return bool(self._owed)

    def voice_began(self) -> list[Heard]:
        """Somebody begins to speak."""
        self.voice_is_on = True
        return [Heard(HeardKind.VOICED, "")]

    def turn_ended(self, item: str) -> list[Heard]:
        """A turn became an item of the conversation."""
        self.voice_is_on = False
        self._owed.append(item)
        return [Heard(HeardKind.UNREAD, "")]

    def read(self, item: str, text: str | None) -> list[Heard]:
        """The words of an item are known, or (None) never will be; told once those of the turns before it are."""
        if item not in self._owed:
            return []
        self._texts[item] = text
        news = []
        while self._owed and self._owed[0] in self._texts:
            known = self._texts.pop(self._owed.pop(0))
            kind = HeardKind.UNREADABLE if known is None else HeardKind.ENDED
            news.append(Heard(kind, known or ""))
        return news

    def lost(self) -> list[Heard]:
        """Nothing more will be told: neither words that are owed nor the end of a turn."""
        is_owed = bool(self._owed) or self.voice_is_on
        self.voice_is_on = False
        self._owed.clear()
        return [Heard(HeardKind.LOST, "")] if is_owed else []
