"""In which zone nearly everybody lives where a place has several: at least four in five, by the latest census of each.

Only for what somebody says of their own clock ("call me at five"). Calling hours keep to every zone (domain.lead_time_zones).
Not here: places that are parted more evenly (Idaho, Kentucky, South Dakota, Tennessee, Chihuahua, Tamaulipas, Indonesia).
"""

from collections.abc import Collection
from typing import Final

# By counties and municipalities, censuses of 2020 to 2022: United States, Canada, Australia, Brazil, Mexico.
_OF_STATES: Final = {
    ("US", "AK"): "America/Anchorage",
    ("US", "AL"): "America/Chicago",
    ("US", "AZ"): "America/Phoenix",
    ("US", "FL"): "America/New_York",
    ("US", "IN"): "America/Indiana/Indianapolis",
    ("US", "KS"): "America/Chicago",
    ("US", "MI"): "America/Detroit",
    ("US", "ND"): "America/Chicago",
    ("US", "NE"): "America/Chicago",
    ("US", "NV"): "America/Los_Angeles",
    ("US", "OK"): "America/Chicago",
    ("US", "OR"): "America/Los_Angeles",
    ("US", "TX"): "America/Chicago",
    ("CA", "BC"): "America/Vancouver",
    ("CA", "NL"): "America/St_Johns",
    ("CA", "ON"): "America/Toronto",
    ("CA", "QC"): "America/Toronto",
    ("CA", "SK"): "America/Regina",
    ("AU", "NSW"): "Australia/Sydney",
    ("AU", "WA"): "Australia/Perth",
    ("BR", "AM"): "America/Manaus",
    ("BR", "PE"): "America/Recife",
    ("MX", "COA"): "America/Monterrey",
    ("MX", "NAY"): "America/Mazatlan",
    ("MX", "NLE"): "America/Monterrey",
}
_OF_COUNTRIES: Final = {
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "GL": "America/Nuuk",
    "NZ": "Pacific/Auckland",
    "PF": "Pacific/Tahiti",
    "PG": "Pacific/Port_Moresby",
    "PT": "Europe/Lisbon",
}


def main_zone(country: str, state: str, zones: Collection[str]) -> str | None:
    """The candidate zone in which nearly everybody of the place lives; None where none is such or it is no candidate.

    country: ISO code; state: its code, empty for unknown, which leaves the whole country.
    """
    zone = _OF_STATES.get((country, state)) if state else _OF_COUNTRIES.get(country)
    return zone if zone in zones else None
