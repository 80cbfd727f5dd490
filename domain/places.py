"""States and provinces: how people write them, which postcodes lie in them, which time zones they keep.

For the countries whose states keep different clocks: US, Canada, Australia, Brazil, Mexico. A state that keeps two
clocks lists both; whoever asks must then hold to all of them. Source: tzdata 2026.6 zone.tab and the countries'
postal authorities' published ranges, as known in November 2026.
"""

import re
from bisect import bisect_right
from typing import Final

from domain.zone_names import COUNTRY_ZONES

# code | names | zones (America/ left out where it leads)
_US: Final = """
AL|Alabama|Chicago New_York
AK|Alaska|Anchorage Juneau Sitka Metlakatla Yakutat Nome Adak
AZ|Arizona|Phoenix Denver
AR|Arkansas|Chicago
CA|California|Los_Angeles
CO|Colorado|Denver
CT|Connecticut|New_York
DE|Delaware|New_York
DC|District of Columbia;Washington DC;Washington D.C.|New_York
FL|Florida|New_York Chicago
GA|Georgia|New_York
HI|Hawaii;Hawai'i|Pacific/Honolulu
ID|Idaho|Boise Los_Angeles
IL|Illinois|Chicago
IN|Indiana|Indiana/Indianapolis Chicago
IA|Iowa|Chicago
KS|Kansas|Chicago Denver
KY|Kentucky|New_York Chicago
LA|Louisiana|Chicago
ME|Maine|New_York
MD|Maryland|New_York
MA|Massachusetts|New_York
MI|Michigan|Detroit Menominee
MN|Minnesota|Chicago
MS|Mississippi|Chicago
MO|Missouri|Chicago
MT|Montana|Denver
NE|Nebraska|Chicago Denver
NV|Nevada|Los_Angeles Denver
NH|New Hampshire|New_York
NJ|New Jersey|New_York
NM|New Mexico|Denver
NY|New York;New York State|New_York
NC|North Carolina|New_York
ND|North Dakota|Chicago Denver
OH|Ohio|New_York
OK|Oklahoma|Chicago Denver
OR|Oregon|Los_Angeles Boise
PA|Pennsylvania|New_York
RI|Rhode Island|New_York
SC|South Carolina|New_York
SD|South Dakota|Chicago Denver
TN|Tennessee|Chicago New_York
TX|Texas|Chicago Denver
UT|Utah|Denver
VT|Vermont|New_York
VA|Virginia|New_York
WA|Washington;Washington State|Los_Angeles
WV|West Virginia|New_York
WI|Wisconsin|Chicago
WY|Wyoming|Denver
PR|Puerto Rico|Puerto_Rico
VI|Virgin Islands;U.S. Virgin Islands|St_Thomas
GU|Guam|Pacific/Guam
AS|American Samoa|Pacific/Pago_Pago
MP|Northern Mariana Islands|Pacific/Saipan
"""
_CA: Final = """
AB|Alberta|Edmonton
BC|British Columbia;Colombie-Britannique|Vancouver Edmonton Creston Dawson_Creek Fort_Nelson
MB|Manitoba|Winnipeg
NB|New Brunswick;Nouveau-Brunswick|Moncton
NL|Newfoundland and Labrador;Newfoundland;Labrador;NF|St_Johns Goose_Bay
NS|Nova Scotia;Nouvelle-Écosse|Halifax
NT|Northwest Territories|Edmonton
NU|Nunavut|Iqaluit Rankin_Inlet Cambridge_Bay Atikokan
ON|Ontario|Toronto Winnipeg Atikokan
PE|Prince Edward Island;PEI|Halifax
QC|Quebec;Québec;PQ|Toronto Halifax Blanc-Sablon
SK|Saskatchewan|Regina Edmonton
YT|Yukon;Yukon Territory|Whitehorse
"""
_AU: Final = """
NSW|New South Wales|Australia/Sydney Australia/Broken_Hill Australia/Lord_Howe
ACT|Australian Capital Territory|Australia/Sydney
VIC|Victoria|Australia/Melbourne
QLD|Queensland|Australia/Brisbane
SA|South Australia|Australia/Adelaide
WA|Western Australia|Australia/Perth Australia/Eucla
TAS|Tasmania|Australia/Hobart
NT|Northern Territory|Australia/Darwin
"""
_BR: Final = """
AC|Acre|Rio_Branco
AL|Alagoas|Maceio
AP|Amapá|Belem
AM|Amazonas|Manaus Eirunepe
BA|Bahia|Bahia
CE|Ceará|Fortaleza
DF|Distrito Federal|Sao_Paulo
ES|Espírito Santo|Sao_Paulo
GO|Goiás|Sao_Paulo
MA|Maranhão|Fortaleza
MT|Mato Grosso|Cuiaba
MS|Mato Grosso do Sul|Campo_Grande
MG|Minas Gerais|Sao_Paulo
PA|Pará|Belem Santarem
PB|Paraíba|Fortaleza
PR|Paraná|Sao_Paulo
PE|Pernambuco|Recife Noronha
PI|Piauí|Fortaleza
RJ|Rio de Janeiro|Sao_Paulo
RN|Rio Grande do Norte|Fortaleza
RS|Rio Grande do Sul|Sao_Paulo
RO|Rondônia|Porto_Velho
RR|Roraima|Boa_Vista
SC|Santa Catarina|Sao_Paulo
SP|São Paulo|Sao_Paulo
SE|Sergipe|Maceio
TO|Tocantins|Araguaina
"""
_MX: Final = """
AGU|Aguascalientes;AGS|Mexico_City
BCN|Baja California;BC|Tijuana
BCS|Baja California Sur|Mazatlan
CAM|Campeche;CAMP|Merida
CHP|Chiapas;CHIS|Mexico_City
CHH|Chihuahua;CHIH|Chihuahua Ciudad_Juarez Ojinaga
CMX|Ciudad de México;CDMX;Mexico City;DF|Mexico_City
COA|Coahuila;COAH;Coahuila de Zaragoza|Monterrey Matamoros
COL|Colima|Mexico_City
DUR|Durango;DGO|Monterrey
GUA|Guanajuato;GTO|Mexico_City
GRO|Guerrero|Mexico_City
HID|Hidalgo;HGO|Mexico_City
JAL|Jalisco|Mexico_City
MEX|Estado de México;México;State of Mexico;EDOMEX|Mexico_City
MIC|Michoacán;MICH|Mexico_City
MOR|Morelos|Mexico_City
NAY|Nayarit|Mazatlan Bahia_Banderas
NLE|Nuevo León;NL|Monterrey Matamoros
OAX|Oaxaca|Mexico_City
PUE|Puebla|Mexico_City
QUE|Querétaro;QRO|Mexico_City
ROO|Quintana Roo;QROO;Q. Roo|Cancun
SLP|San Luis Potosí|Mexico_City
SIN|Sinaloa|Mazatlan
SON|Sonora|Hermosillo
TAB|Tabasco|Mexico_City
TAM|Tamaulipas;TAMPS|Monterrey Matamoros
TLA|Tlaxcala;TLAX|Mexico_City
VER|Veracruz|Mexico_City
YUC|Yucatán|Merida
ZAC|Zacatecas|Mexico_City
"""

# Where a range of postcode prefixes begins, and its state ("-": no civil state: military, unused or unclear).
_US_ZIP3: Final = (
    "000 - 005 NY 006 PR 008 VI 009 PR 010 MA 028 RI 030 NH 039 ME 050 VT 055 MA 056 VT 060 CT 063 - 064 CT 070 NJ "
    "090 - 100 NY 150 PA 197 DE 200 DC 201 VA 202 DC 206 MD 213 - 214 MD 220 VA 247 WV 270 NC 290 SC 300 GA 320 FL 340 - "
    "341 FL 345 - 346 FL 350 AL 370 TN 375 - 376 TN 386 MS 398 GA 400 KY 430 OH 460 IN 480 MI 500 IA 530 WI 550 MN "
    "569 DC 570 SD 580 ND 590 MT 600 IL 630 MO 660 KS 680 NE 700 LA 716 AR 730 OK 733 TX 734 OK 750 TX 800 CO 820 WY "
    "832 ID 834 - 835 ID 838 ID 839 - 840 UT 850 AZ 870 NM 885 TX 889 NV 900 CA 962 - 967 HI 969 - 970 OR 980 WA 995 AK"
)
_CA_LETTER: Final = {
    "A": "NL", "B": "NS", "C": "PE", "E": "NB", "G": "QC", "H": "QC", "J": "QC", "K": "ON", "L": "ON", "M": "ON",
    "N": "ON", "P": "ON", "R": "MB", "S": "SK", "T": "AB", "V": "BC", "Y": "YT",
}  # fmt: skip
_AU_POSTCODE: Final = (
    "0000 - 0200 ACT 0300 - 0800 NT 1000 NSW 2600 ACT 2619 NSW 2900 ACT 2921 NSW 3000 VIC 4000 QLD 5000 SA 6000 WA "
    "7000 TAS 8000 VIC 9000 QLD"
)
_BR_CEP3: Final = (
    "000 - 010 SP 200 RJ 290 ES 300 MG 400 BA 490 SE 500 PE 570 AL 580 PB 590 RN 600 CE 640 PI 650 MA 660 PA 689 AP "
    "690 AM 693 RR 694 AM 699 AC 700 DF 728 GO 730 DF 737 GO 768 RO 770 TO 780 MT 789 RO 790 MS 800 PR 880 SC 900 RS"
)
_MX_CP2: Final = (
    "00 CMX 17 - 20 AGU 21 BCN 23 BCS 24 CAM 25 COA 28 COL 29 CHP 31 CHH 34 DUR 36 GUA 39 GRO 42 HID 44 JAL 50 MEX "
    "58 MIC 62 MOR 63 NAY 64 NLE 68 OAX 72 PUE 76 QUE 77 ROO 78 SLP 80 SIN 83 SON 86 TAB 87 TAM 90 TLA 91 VER 97 YUC 98 ZAC"
)


def _zone(text: str) -> str:
    return text if text.startswith(("Pacific/", "Australia/")) else f"America/{text}"


def _plain(text: str) -> str:
    """Letters and digits only, small, without accents: how written names are compared."""
    return re.sub(r"[^a-z0-9]", "", text.lower().translate(_ACCENTS))


_ACCENTS: Final = str.maketrans("áàâãäéèêëíîïóôõöúûüçñ", "aaaaaeeeeiiioooouuucn")


def _states(table: str) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Every plain spelling -> code, and code -> zones."""
    names: dict[str, str] = {}
    zones: dict[str, tuple[str, ...]] = {}
    for line in table.strip().splitlines():
        code, spellings, places = line.split("|")
        zones[code] = tuple(sorted(_zone(place) for place in places.split()))
        names.setdefault(_plain(code), code)
        names.update((_plain(spelling), code) for spelling in spellings.split(";"))
    return names, zones


_STATES: Final = {
    country: _states(table)
    for country, table in {"US": _US, "CA": _CA, "AU": _AU, "BR": _BR, "MX": _MX}.items()
}


def _ranges(text: str) -> tuple[list[str], list[str]]:
    words = text.split()
    return words[::2], words[1::2]


_POSTCODES: Final = {
    "US": (3, 5, _ranges(_US_ZIP3)),
    "AU": (4, 4, _ranges(_AU_POSTCODE)),
    "BR": (3, 8, _ranges(_BR_CEP3)),
    "MX": (2, 5, _ranges(_MX_CP2)),
}
"""Country -> prefix length that decides, full length (spreadsheets drop leading zeros), ranges."""


_ZIP_PLUS_FOUR: Final = 9


def has_states(country: str) -> bool:
    """Whether this country's states are known here by name."""
    return country in _STATES


def state_named(country: str, text: str) -> str | None:
    """The state's code ("FL", "NSW", "CMX"), from its code or name in any usual spelling; None if there is none such."""
    table = _STATES.get(country)
    if table is None:
        return None
    plain = _plain(text)
    return table[0].get(plain) or table[0].get(plain.removeprefix(country.lower()))


def state_of_postcode(country: str, postcode: str) -> str | None:
    """The state a postcode lies in; None where the country or the postcode is not known here."""
    written = re.sub(r"[\s-]", "", postcode).upper()
    if country == "CA":
        return _CA_LETTER.get(written[:1]) if re.fullmatch(r"[A-Z]\d[A-Z](\d[A-Z]\d)?", written) else None
    known = _POSTCODES.get(country)
    if known is None or not re.fullmatch(r"\d{3,9}", written):
        return None
    prefix_length, full_length, (starts, states) = known
    written = written.zfill(_ZIP_PLUS_FOUR if country == "US" and len(written) > full_length else full_length)
    digits = written[:full_length]
    state = states[bisect_right(starts, digits[:prefix_length]) - 1]
    return None if state == "-" else state


def zones_of_state(country: str, state: str) -> tuple[str, ...]:
    """All zones of a state by its code; empty if unknown."""
    table = _STATES.get(country)
    return () if table is None else table[1].get(state, ())


def zones_of_country(country: str) -> tuple[str, ...]:
    """All zones of a country by its ISO code; empty if unknown."""
    return COUNTRY_ZONES.get(country, ())


_COUNTRY_NAMES: Final = """
US|USA;U.S.A.;United States;United States of America;America
CA|CAN;Canada
GB|GBR;UK;U.K.;United Kingdom;Great Britain;Britain;England;Scotland;Wales;Northern Ireland
IE|IRL;Ireland
IN|IND;India;Bharat
DE|DEU;Germany;Deutschland
AT|AUT;Austria;Österreich
CH|CHE;Switzerland;Schweiz;Suisse
FR|FRA;France
ES|ESP;Spain;España
PT|PRT;Portugal
IT|ITA;Italy;Italia
NL|NLD;Netherlands;The Netherlands;Nederland
BE|BEL;Belgium;België;Belgique
SE|SWE;Sweden
NO|NOR;Norway
DK|DNK;Denmark
FI|FIN;Finland
PL|POL;Poland
AU|AUS;Australia
NZ|NZL;New Zealand
BR|BRA;Brazil;Brasil
MX|MEX;Mexico;México
AR|ARG;Argentina
CL|CHL;Chile
CO|COL;Colombia
JP|JPN;Japan
SG|SGP;Singapore
MY|MYS;Malaysia
ID|IDN;Indonesia
PH|PHL;Philippines
TH|THA;Thailand
VN|VNM;Vietnam
HK|HKG;Hong Kong
KR|KOR;South Korea;Korea
CN|CHN;China
PK|PAK;Pakistan
BD|BGD;Bangladesh
LK|LKA;Sri Lanka
NP|NPL;Nepal
AE|ARE;UAE;U.A.E.;United Arab Emirates;Emirates
SA|SAU;Saudi Arabia
IL|ISR;Israel
TR|TUR;Turkey;Türkiye
EG|EGY;Egypt
ZA|ZAF;South Africa
NG|NGA;Nigeria
KE|KEN;Kenya
GH|GHA;Ghana
"""
_COUNTRIES: Final[dict[str, str]] = {code.lower(): code for code in COUNTRY_ZONES} | {
    _plain(name): line[:2] for line in _COUNTRY_NAMES.strip().splitlines() for name in line[3:].split(";")
}


def country_named(text: str) -> str | None:
    """The ISO code of a country, from its two-letter code or a usual name; None if not recognised."""
    return _COUNTRIES.get(_plain(text))
