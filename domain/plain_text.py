"""Text that came from people as what it is: characters to be read, on one line, that steer nothing."""

import re
from typing import Final

# Control characters (C0, C1), marks that turn the direction of what follows, invisible formats, line separators; not
# the two joiners, without which Persian, Hindi and family emoji are written wrongly.
_STEERING: Final = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACES: Final = re.compile(r"\s+")


def one_line(text: str) -> str:
    """The text without control characters, its line breaks and other white space as single blanks."""
    if text.isprintable():  # nearly every text is; blanks within it are its own
        return text
    return _SPACES.sub(" ", _STEERING.sub("", text)).strip()
