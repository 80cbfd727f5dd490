"""What the heading of a list's column says that the column holds, in the languages that lists are written in.

Also what the exports of usual address books and CRMs call it: Google, Outlook, HubSpot, Salesforce, Pipedrive.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

# Field -> headings that mean it, as plain words; the first that fits is taken.
_HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "name": (
        "name", "full name", "contact name", "lead name", "customer name", "client name", "person name", "person", "customer", "client",
        "nombre", "nombre completo", "nombre y apellidos", "nome", "nome completo", "nom", "nom complet", "nom et prenom", "vollstandiger name", "naam", "volledige naam",
        "имя", "фио", "полное имя", "имя и фамилия", "клиент", "контакт", "姓名", "名称", "客户姓名", "联系人", "氏名", "お名前", "名前", "성명", "이름", "الاسم", "الاسم الكامل", "नाम", "पूरा नाम",
        "নাম", "পুরো নাম", "نام", "پورا نام", "nama", "nama lengkap", "ad soyad", "isim", "imie i nazwisko", "nominativo",
    ),
    "first_name": (
        "first name", "given name", "forename", "fname", "firstname", "person first name", "billing first name", "vorname", "prenom", "primer nombre", "nombre de pila", "nombres", "primeiro nome",
        "nome proprio", "voornaam", "imie", "fornavn", "fornamn", "名字", "名", "الاسم الاول", "पहला नाम", "প্রথম নাম", "پہلا نام", "nama depan", "adi", "first",
    ),
    "last_name": (
        "last name", "surname", "family name", "lname", "person last name", "billing last name", "nachname", "familienname", "nom de famille", "apellido", "apellidos", "sobrenome", "apelido", "cognome",
        "achternaam", "nazwisko", "efternavn", "efternamn", "etternavn", "фамилия", "姓", "姓氏", "名字 姓", "اسم العائلة", "اللقب", "उपनाम", "अंतिम नाम", "শেষ নাম", "آخری نام", "nama belakang",
        "soyad", "soyadi", "last",
    ),
    "email": (
        "email", "e mail", "email address", "e mail address", "primary email", "work email", "person email", "person email work", "billing email", "email work", "email 1 value", "e mail 1 value", "contact email",
        "customer email", "mail", "correo", "correo electronico", "direccion de correo electronico", "courriel", "adresse email", "adresse e mail", "adresse mail", "adresse electronique",
        "e mail adresse", "emailadresse", "mailadresse", "endereco de email", "e mailadres", "posta elettronica", "indirizzo email", "почта", "эл почта", "электронная почта", "имейл",
        "адрес электронной почты", "邮箱", "电子邮件", "电子邮箱", "邮件", "電子郵件", "メール", "メールアドレス", "이메일", "البريد الالكتروني", "بريد الكتروني", "ईमेल", "ई मेल", "ইমেইল", "ই মেইল", "ای میل",
        "surel", "alamat email", "e posta", "eposta", "adres e mail", "e post",
    ),
    "zone": (
        "time zone", "tz", "iana zone", "iana time zone", "contact time zone", "timezone name", "zeitzone", "zona horaria", "huso horario", "fuseau horaire", "fuso horario", "fuso orario",
        "tijdzone", "strefa czasowa", "часовой пояс", "时区", "時區", "タイムゾーン", "시간대", "المنطقة الزمنية", "समय क्षेत्र", "সময় অঞ্চল", "ٹائم زون", "zona waktu", "saat dilimi", "zone",
    ),
    "country": (
        "country", "country name", "country region", "land", "pais", "pays", "paese", "nazione", "nation", "страна", "国家", "國家", "国", "国名", "국가", "البلد", "بلد", "الدولة", "देश",
        "দেশ", "ملک", "negara", "ulke", "kraj", "iso country", "country iso", "country code", "country region code", "codigo de pais", "codigo do pais", "code pays", "landercode",
    ),
    "calling_code": (
        "calling code", "country calling code", "dial code", "dialing code", "dialling code", "country dial code", "country dialing code", "isd code", "isd", "phone code",
        "phone country code", "country phone code", "mobile country code", "international code", "landervorwahl", "laendervorwahl", "indicatif", "indicatif pays", "indicativo", "ddi",
        "prefijo", "prefijo internacional", "prefisso internazionale", "код страны", "国际区号", "国家代码", "国番号", "رمز الدولة", "مفتاح الدولة", "देश कोड", "kode negara", "ulke kodu",
    ),
    "state": (
        "state", "state province", "state region", "state code", "state province code", "province", "province state", "estado", "uf", "provincia", "bundesland", "provincie", "область",
        "省", "省份", "州", "都道府県", "الولاية", "राज्य", "রাজ্য", "صوبہ", "provinsi", "wojewodztwo", "county", "region",
    ),
    "postcode": (
        "postcode", "postal code", "zip", "zip code", "post code", "pin code", "zip postal code", "postal zip code", "postcode zip", "zip postcode", "plz", "postleitzahl",
        "code postal", "codigo postal", "cp", "cep", "cap", "codice postale", "индекс", "почтовый индекс", "邮编", "邮政编码", "郵遞區號", "郵便番号", "우편번호", "الرمز البريدي", "पिन कोड", "पिन",
        "পোস্ট কোড", "পোস্টকোড", "پوسٹل کوڈ", "kode pos", "posta kodu", "kod pocztowy", "postnummer",
    ),
    "rule_pack": ("rule pack", "rules", "calling rules", "pack"),
    "external_id": (
        "external id", "id", "lead id", "customer id", "crm id", "contact id", "record id", "person id", "kundennummer", "id cliente", "id client",
    ),
    "consents": (
        "consent", "consents", "consent level", "consent status", "consent given", "consent type", "call consent", "phone consent", "calling consent", "marketing consent",
        "opt in", "opted in", "opt in status", "phone opt in", "call opt in", "permission", "einwilligung", "zustimmung", "consentimiento", "consentement", "consentimento", "consenso", "toestemming",
        "согласие", "同意", "동의", "الموافقة", "موافقة", "सहमति", "সম্মতি", "رضامندی", "persetujuan", "onay", "zgoda",
    ),
}  # fmt: skip

NUMBER_FIELDS: Final = ("number", "number_2", "number_3", "number_4")
"""The column of the phone number, and those that count for a row where no number stands in the ones before."""
FIELDS: Final = (*NUMBER_FIELDS, *_HEADINGS, "do_not_call")
"""What a column may be mapped to; every other column is a variable of its own name."""

# Words of which a number's heading is made: what kind it is, and what may stand beside it. The order is the rank.
_PLAIN_PHONE: Final = (
    "phone phones telephone tel telefon telefono telefone fone fon telefonnummer telefonnr rufnummer telefoon telefoonnummer msisdn e164 numerotelephone "
    "puhelin telefonu téléphone телефон тел телефона 电话 电话号码 联系电话 電話 電話番号 電話號碼 전화 전화번호 الهاتف هاتف تليفون फोन दूरभाष ফোন টেলিফোন فون telepon dienthoai telefonszam"
)
_MOBILE_PHONE: Final = (
    "mobile mob cell cellphone cellular mobil mobilnummer mobilnr mobiltelefon mobiltelefonnummer mobilfunk mobilfunknummer handy handynummer handynr movil celular telemovel portable "
    "cellulare gsm komorka komorkowy handphone hp ponsel мобильный мобильного мобильный моб сотовый 手机 手机号 手机号码 移动电话 手機 行動電話 携帯 携帯電話 携帯番号 휴대폰 휴대전화 핸드폰 الجوال "
    "جوال موبايل المحمول मोबाइल মোবাইল موبائل"
)
_WHATSAPP: Final = "whatsapp"
_AT_WORK: Final = "work business office geschaftlich dienstlich trabajo trabalho travail professionnel bureau oficina firma zakelijk buro рабочий служебный"
_AT_HOME: Final = (
    "home house privat private festnetz festnetznummer casa domicile fixe fijo fixo fisso casa thuis домашний"
)
_ANOTHER: Final = (
    "other second secondary alternate alternative alt additional weitere andere otro autre outro altro другой"
)
_BESIDE: Final = (
    "number no num nr n nummer numero numer nomor numarasi номер नंबर নম্বর نمبر رقم primary main direct dial contact customer client lead person personal preferred billing "
    "shipping default address value full line first daytime day evening international intl of the your de du do da del la le e principal principale di cep 번호 cliente contacto contato kunde kunden "
    "telefonico"
)
_RANKED: Final = (_PLAIN_PHONE, _MOBILE_PHONE, _WHATSAPP, _AT_WORK, _AT_HOME, _ANOTHER)
_EXACT_NUMBERS: Final = (
    "contact number",
    "contact no",
    "phone1",
    "số điện thoại",
    "điện thoại",
    "di động",
    "no hp",
)
# Nothing says that this is a phone's number: a house and an order have one too.
_BARE_NUMBERS: Final = ("number", "numero", "nummer", "no", "номер", "to", "contact")

_WHERE: Final = re.compile(
    r"(?:address 1|default address|mailing|business|work|home|billing|shipping|primary|contact|lead|customer|person|company|other) (?=\S)"
)
_OTHER_SIGN: Final = re.compile(r"[^a-z0-9]+")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST: Final = 100
_LETTERS: Final = str.maketrans({"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_CYRILLIC: Final = str.maketrans(
    dict(zip("абвгдежзийклмнопрстуфхъыьэіїєґ", "abvgdezzijklmnoprstufh-y-eiieg", strict=True))
    | {"ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ё": "e", "-": ""}
)


_A_PERSONS: Final = re.compile(r"\S@\S{1,200}\.\w|(?:\d[\s().\-/]{0,3}){7}")


def looks_personal(heading: str) -> bool:
    """Whether a heading, which is kept in clear, is an address, or has more digits in a row than any heading has."""
    return _A_PERSONS.search(heading) is not None


@lru_cache(maxsize=4096)
def plain_heading(heading: str) -> str:
    """The heading as small words without accents and signs: "Correo electrónico:" is "correo electronico"."""
    return _plain(_CAMEL.sub(" ", heading[:_LONGEST].replace("WhatsApp", "Whatsapp")))


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    kept = (
        sign if sign.isalnum() or unicodedata.category(sign) == "Mc" else " "
        for sign in letters
        if unicodedata.category(sign) not in ("Mn", "Cf")
    )
    return " ".join("".join(kept).split())


def _bare(words: str) -> str:
    return words.replace(" ", "")


@lru_cache(maxsize=4096)
def variable_name(heading: str) -> str:
    """The name under which a script finds a column: "Last Order #" is last_order, "País" is pais; empty for none."""
    letters = unicodedata.normalize("NFKD", heading.strip().lower().translate(_LETTERS))
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign)).translate(_CYRILLIC)
    words = _OTHER_SIGN.sub("_", plain).strip("_")
    return words if words[:1].isalpha() else ""


_FIELD_OF: Final = {
    _bare(_plain(heading)): (field, rank)
    for field, headings in _HEADINGS.items()
    for rank, heading in reversed([*enumerate(headings)])
}
_LOW: Final = 100


def guess_columns(header: Iterable[str]) -> dict[str, str]:
    """Which field each column of a file is: field -> the file's heading; columns that fit nothing are left out.

    The result can be corrected by hand and given to lead_of_row().
    """
    headings = list(dict.fromkeys(header))
    mapping: dict[str, str] = dict(zip(NUMBER_FIELDS, _number_columns(headings), strict=False))
    ranks: dict[str, int] = {}
    for heading in headings:
        found = _field_of(heading)
        if found is None or heading in mapping.values():
            continue
        field, rank = found
        if rank < ranks.get(field, 1_000):
            mapping[field], ranks[field] = heading, rank
    barring = next((heading for heading in headings if bars(heading)), None)
    if barring is not None:
        mapping["do_not_call"] = barring
    return _named_apart(mapping)


def _named_apart(mapping: dict[str, str]) -> dict[str, str]:
    """Beside a first name "Nom" or "Name" is the surname, and beside a surname "Nombre" the first name."""
    whole = plain_heading(mapping.get("name", ""))
    if "first_name" in mapping and "last_name" not in mapping and whole in _SURNAMES:
        mapping["last_name"] = mapping.pop("name")
    elif "last_name" in mapping and "first_name" not in mapping and whole in _FIRST_NAMES:
        mapping["first_name"] = mapping.pop("name")
    return mapping


_SURNAMES: Final = frozenset({"nom", "name", "naam"})
_FIRST_NAMES: Final = frozenset(
    map(_plain, ("nombre", "nome", "имя", "이름", "nama", "isim", "名前", "नाम", "الاسم"))
)


def _field_of(heading: str) -> tuple[str, int] | None:
    """The field of a heading and how little it is meant (0: surely); of two words with a slash both must agree."""
    whole = _known(plain_heading(heading))
    if whole is not None or "/" not in heading:
        return whole
    parts = [_known(plain_heading(part)) for part in heading.split("/")]
    first = parts[0]
    return first if first is not None and all(part and part[0] == first[0] for part in parts) else None


def _known(words: str) -> tuple[str, int] | None:
    found = _FIELD_OF.get(_bare(words))
    if found is not None:
        return found
    if _is_consent(words):
        return "consents", _LOW
    where = _WHERE.match(words)
    if where is None:
        return None
    field, rank = _FIELD_OF.get(_bare(words[where.end() :]), ("", 0))
    return (field, rank + _LOW) if field in ("country", "state", "postcode") else None


_CONSENT_WORDS: Final = (
    frozenset({"consent", "consents", "permission", "optin", "optedin"}),
    frozenset({"opt", "opted", "in", "to", "be", "call", "calls", "called", "calling", "phone", "contact", "contacted"})
    | frozenset({"marketing", "y", "n", "yes", "no", "status", "level", "flag", "given", "express", "written", "has", "is"}),
)  # fmt: skip


def _is_consent(words: str) -> bool:
    """Whether a heading speaks of consent to calls, and of nothing else: neither of its date nor of e-mail."""
    known = set(words.split())
    core, beside = _CONSENT_WORDS
    return known <= core | beside and (
        bool(known & core) or {"opt", "in"} <= known or {"opted", "in"} <= known
    )


def speaks_of_consent(heading: str) -> bool:
    """Whether a column says what a person has agreed to, or has taken back."""
    found = _field_of(heading)
    return found is not None and found[0] == "consents"


def _number_columns(headings: Sequence[str]) -> list[str]:
    """The columns of numbers, the likeliest first; one that is only called "number" counts where there is no other."""
    ranked = [
        (rank, place) for place, heading in enumerate(headings) if (rank := _number_rank(heading)) is not None
    ]
    if ranked:
        return [headings[place] for _, place in sorted(ranked)]
    bare = [heading for heading in headings if plain_heading(heading) in _BARE_NUMBERS]
    return sorted(bare, key=lambda heading: _BARE_NUMBERS.index(plain_heading(heading)))[:1]


def is_bare_number(heading: str) -> bool:
    """Whether a heading names a number, and nothing says of what: houses and orders have one too."""
    return plain_heading(heading) in _BARE_NUMBERS


def _number_rank(heading: str) -> int | None:
    whole = _rank_of_words(plain_heading(heading))
    if whole is not None or "/" not in heading:
        return whole
    parts = [_rank_of_words(plain_heading(part)) for part in heading.split("/")]
    return None if any(part is None for part in parts) else min(part for part in parts if part is not None)


def _words(text: str) -> frozenset[str]:
    return frozenset(_bare(_plain(word)) for word in text.split())


_KINDS: Final = tuple(map(_words, _RANKED))
_PHONE_WORDS: Final = _KINDS[0] | _KINDS[1] | _KINDS[2] | {"festnetz", "festnetznummer"}
_ALL_WORDS: Final = frozenset[str]().union(*_KINDS) | _words(_BESIDE)
_NUMBER_WORDS: Final = frozenset({"number", "no", "num", "nr"})
_WHOLE_NUMBERS: Final = frozenset(_bare(_plain(heading)) for heading in _EXACT_NUMBERS)


@lru_cache(maxsize=4096)
def _rank_of_words(words: str) -> int | None:
    """How little a heading of a number's column is the usual one; None for one that is no number's."""
    if _bare(words) in _WHOLE_NUMBERS:
        return 0
    known = [part for word in words.split() for part in _split(word)]
    if _PHONE_WORDS.isdisjoint(known) and not ("contact" in known and _NUMBER_WORDS.intersection(known)):
        return None
    if any(word not in _ALL_WORDS and not (word.isdigit() and len(word) == 1) for word in known):
        return None
    kind = max((rank for rank, kinds in enumerate(_KINDS) if kinds.intersection(known)), default=0)
    digits = [int(word) for word in known if word.isdigit()]
    return 10 * kind + (digits[0] if digits else 0)


def _split(word: str) -> list[str]:
    """A word that was written together, as the words it is made of: mobilephonenumber, phone1."""
    if word in _ALL_WORDS:
        return [word]
    for end in range(len(word) - 1, 2, -1):
        if word[:end] in _ALL_WORDS:
            rest = word[end:]
            return [word[:end], *([rest] if rest.isdigit() else _split(rest))]
    return [word]


# Said of a person in a heading or in a cell: nobody may call.
_BARRING_PHRASES: Final = tuple(
    map(
        _plain,
        (
            "do not call", "dont call", "don't call", "do not contact", "dont contact", "don't contact", "do not phone", "do not dial", "never call", "no calls", "opt out", "opted out",
            "opting out", "unsubscribe", "blacklist", "suppress", "nicht anrufen", "keine anrufe", "nicht kontaktieren", "werbesperre", "anrufsperre", "kontaktsperre", "abgemeldet", "widerruf",
            "no llamar", "no contactar", "no molestar", "dado de baja", "dada de baja", "ne pas appeler", "ne pas contacter", "desabonne", "desinscrit", "nao ligar", "nao contatar", "nao perturbe",
            "descadastrad", "non chiamare", "non contattare", "niet bellen", "nie dzwonic", "не звонить", "отказ от звонков", "отписан", "لا تتصل", "عدم الاتصال", "कॉल न करें", "ফোন করবেন না",
            "کال نہ کریں", "jangan hubungi", "jangan telepon", "aramayin", "robinson", "bloctel", "revoked", "withdrawn", "withdrew", "revocado", "revogado", "revoque", "отозвано",
        ),
    )
)  # fmt: skip
_BARRING_TOGETHER: Final = (
    "donotcall",
    "dontcall",
    "donotcontact",
    "nocalls",
    "optout",
    "optedout",
    "hasoptedout",
    "isoptedout",
)
_BARRING_ANYWHERE: Final = ("请勿致电", "勿拨", "不要打电话", "拒绝来电", "電話不可", "電話拒否", "수신거부")
_BARRING_WORDS: Final = frozenset({"dnc", "ndnc", "dnd", "tps", "ctps"})
_STOPPING: Final = frozenset({"stop", "stopped", "stopp", "arret", "baja", "cancelled"})
_OTHER_CHANNELS: Final = frozenset(
    {"email", "mail", "mailing", "emails", "fax", "newsletter", "correo", "courriel", "post"}
)
_ALLOWING: Final = frozenset(
    {"may call", "may be called", "can call", "can be called", "ok to call", "okay to call", "call allowed", "calls allowed", "calling allowed", "contactable", "callable"}
    | {"darf angerufen werden", "anruf erlaubt", "se puede llamar", "peut etre appele", "pode ligar", "можно звонить"}
)  # fmt: skip
_STATES: Final = frozenset(
    {"status", "lead status", "contact status", "call status", "disposition", "last disposition", "call disposition", "last call outcome", "outcome", "stage", "lead stage", "dnc status"}
)  # fmt: skip


def says_no_calls(text: str) -> bool:
    """Whether words mean that a person must not be called, in any usual wording: "opted-out", "DNC", "widerrufen"."""
    words = _plain(text[:_LONGEST]).split()
    together = f" {' '.join(words)} "
    return (
        any(f" {barring}" in together for barring in _BARRING_PHRASES)
        or any(word.startswith(_BARRING_TOGETHER) for word in words)
        or any(barring in together for barring in _BARRING_ANYWHERE)
        or not _BARRING_WORDS.isdisjoint(words)
        or (len(words) <= 2 and not _STOPPING.isdisjoint(words))
    )


@lru_cache(maxsize=4096)
def bars(heading: str) -> bool:
    """Whether a column says who must not be called; one about another channel alone (e-mail, fax) does not."""
    words = set(plain_heading(heading).split())
    plain = " ".join(plain_heading(heading).split())
    if words & _OTHER_CHANNELS or "e mail" in plain or plain in _STATES:
        return False
    return not words & _STOPPING and (says_no_calls(heading) or says_no_calls(plain))


def allows(heading: str) -> bool:
    """Whether a column says who may be called, so that a "no" in it means nobody may call."""
    return plain_heading(heading) in _ALLOWING


def is_status(heading: str) -> bool:
    """Whether a column says how a lead stands, which may be that it must not be called."""
    return plain_heading(heading) in _STATES
