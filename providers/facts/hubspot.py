"""HubSpot's versions of its interface, and how long each is there.

Read 2026-11-29: developers.hubspot.com (changelog "legacy APIs"; versioning: a dated version is supported for 18 months);
HubSpot/hubspot-api-python issue 495. The numbered interface loses its associations (v4) first.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from providers.facts.shape import UNENDING, Life

VERSIONS: Final[Mapping[str, Life]] = {
    "v3": Life(date(2027, 3, 30), "2026-09"),
    "2026-03": Life(date(2027, 9, 30), "2026-09"),
    "2026-09": Life(date(2028, 3, 31)),
}


def version_life(version: str) -> Life:
    """How long this version is there."""
    return VERSIONS.get(version, UNENDING)
