"""Which pages of other origins may ask the API from a browser: OUTBOUND_CORS_ORIGINS, each by its exact origin, none by itself.

Requests carry their key in a header and no cookie, so that no origin is given credentials (api/app.py).
"""

import re
from typing import Final

# As a browser writes it in `Origin`: no path, no name and password, no port that the scheme has by itself.
_ORIGIN: Final = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::[1-9][0-9]{0,4})?"
)
_SILENT_PORTS: Final = re.compile(r"http:.*:80|https:.*:443")


def origins(setting: str) -> list[str]:
    """Each origin by itself."""
    return [each.strip() for each in setting.split(",") if each.strip()]


def unfit_origins(setting: str) -> list[str]:
    """A sentence if something there is no exact origin; no list is open, in no mode."""
    if all(_ORIGIN.fullmatch(each) and not _SILENT_PORTS.fullmatch(each) for each in origins(setting)):
        return []
    return [
        "OUTBOUND_CORS_ORIGINS has something that is no exact origin, such as * or an address with a path. To mend: list each "
        "page's origin as its browser writes it, https://calls.example.com, with commas between them."
    ]
