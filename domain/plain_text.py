"""Text that came from people as what it is: characters to be read, on one line, that steer nothing."""

import re
from typing import Final

# Control characters (C0, C1), marks that turn the direction of what follows, invisible formats and fillers, selectors of
# variants in which whole texts can be hidden, private characters, line separators; not the two joiners, without which
# Persian, Hindi and family emoji are written wrongly, nor the selector that makes an emoji.
_STEERING: Final = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e"
    "\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff9-\ufffb\ud800-\uf8ff"
    "\U000e0000-\U0010ffff]"
)
# Between two letters they join; in rows, and beside anything else, they only hide something.
_STRAY_JOINERS: Final = re.compile(
    "[\u200c\u200d]{2,}|(?<![^\u0000-\u007f])[\u200c\u200d]|[\u200c\u200d](?![^\u0000-\u007f])"
)
_SPACES: Final = re.compile(r"\s+")
# What marks text up, or closes a quotation or a role's tag, for voices and models; in all the shapes that it has.
_MARKUP: Final = str.maketrans(
    dict.fromkeys("<>[]{}|`\\＜＞［］｛｝｜｀＼﹤﹥﹛﹜‹›〈〉⟨⟩《》【】〔〕⟦⟧⁅⁆¦│", " ")
)
_QUOTES: Final = str.maketrans(dict.fromkeys('"“”„‟＂″‶〝〞〟«»❝❞', "'"))


def one_line(text: str) -> str:
    """The text without control characters, its line breaks and other white space as single blanks."""
    if text.isascii() and text.isprintable():  # nearly every text is; blanks within it are its own
        return text
    kept = _STEERING.sub("", text)
    if "\u200c" in kept or "\u200d" in kept:
        kept = _STRAY_JOINERS.sub("", kept)
    return kept if text.isprintable() else _SPACES.sub(" ", kept).strip()


def unmarked(text: str, most: int) -> str:
    """One line without marks of markup, at most so many characters of it."""
    return " ".join(one_line(text[: 4 * most]).translate(_MARKUP).split())[:most].strip()


def quotable(text: str, most: int) -> str:
    """The same to stand between double quotes: nothing in it ends them."""
    return unmarked(text, most).translate(_QUOTES)
