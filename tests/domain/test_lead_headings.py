"""Headings as exports and people write them: mapped without a hand, and never an other column taken for a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.lead_headings import FIELDS, bars, guess_columns, says_no_calls, variable_name

EXPORTS = {
    "Google": (
        ["Name", "Given Name", "Family Name", "Phone 1 - Type", "Phone 1 - Value", "Phone 2 - Value", "E-mail 1 - Value"],
        {"number": "Phone 1 - Value", "number_2": "Phone 2 - Value", "email": "E-mail 1 - Value", "first_name": "Given Name"},
    ),
    "Google 2024": (
        ["First Name", "Last Name", "Phone 1 - Label", "Phone 1 - Value", "Address 1 - Country", "Address 1 - Postal Code"],
        {"number": "Phone 1 - Value", "country": "Address 1 - Country", "postcode": "Address 1 - Postal Code"},
    ),
    "Outlook": (
        ["First Name", "Business Phone", "Home Phone", "Mobile Phone", "Assistant's Phone", "Business Fax", "E-mail Address", "Business Country/Region"],
        {"number": "Mobile Phone", "number_2": "Business Phone", "number_3": "Home Phone", "email": "E-mail Address", "country": "Business Country/Region"},
    ),
    "HubSpot": (
        ["Record ID", "First Name", "Phone Number", "Mobile Phone Number", "Time Zone", "Country/Region", "State/Region", "Unsubscribed from all email"],
        {"external_id": "Record ID", "number": "Phone Number", "number_2": "Mobile Phone Number", "zone": "Time Zone", "country": "Country/Region", "state": "State/Region"},
    ),
    "Salesforce": (
        ["Id", "FirstName", "LastName", "Phone", "MobilePhone", "AssistantPhone", "MailingState", "MailingPostalCode", "DoNotCall", "HasOptedOutOfEmail"],
        {"number": "Phone", "number_2": "MobilePhone", "state": "MailingState", "postcode": "MailingPostalCode", "do_not_call": "DoNotCall", "last_name": "LastName"},
    ),
    "Salesforce's report": (
        ["Mailing State/Province", "Mailing Zip/Postal Code", "Mailing Country", "Phone", "Do Not Call"],
        {"number": "Phone", "state": "Mailing State/Province", "country": "Mailing Country", "do_not_call": "Do Not Call"},
    ),
    "Pipedrive": (
        ["Person - Name", "Person - Phone - Work", "Person - Phone - Mobile", "Person - Email - Work"],
        {"name": "Person - Name", "number": "Person - Phone - Mobile", "email": "Person - Email - Work"},
    ),
    "Facebook": (["full_name", "phone_number", "email"], {"name": "full_name", "number": "phone_number", "email": "email"}),
}  # fmt: skip
LANGUAGES = {
    "Chinese": (["手机号码", "姓名", "邮箱", "国家", "邮编"], ("number", "name", "email", "country", "postcode")),
    "Hindi": (["मोबाइल नंबर", "नाम", "ईमेल", "देश", "पिन कोड"], ("number", "name", "email", "country", "postcode")),
    "Spanish": (["Teléfono móvil", "Nombre completo", "Correo electrónico", "País"], ("number", "name", "email", "country")),
    "French": (["N° de téléphone", "Prénom", "Nom", "Adresse e-mail", "Pays"], ("number", "first_name", "last_name", "email", "country")),
    "French, bare": (["Telephone", "Prenom", "Nom", "Courriel", "Code postal"], ("number", "first_name", "last_name", "email", "postcode")),
    "Arabic": (["رقم الهاتف", "الاسم", "البريد الإلكتروني", "البلد"], ("number", "name", "email", "country")),
    "Bengali": (["ফোন নম্বর", "নাম", "ইমেইল", "দেশ"], ("number", "name", "email", "country")),
    "Portuguese": (["Telefone celular", "Nome", "Sobrenome", "País", "CEP"], ("number", "first_name", "last_name", "country", "postcode")),
    "Russian": (["Номер телефона", "ФИО", "Электронная почта", "Страна"], ("number", "name", "email", "country")),
    "Urdu": (["موبائل نمبر", "نام", "ای میل", "ملک"], ("number", "name", "email", "country")),
    "Indonesian": (["Nomor Telepon", "Nama Lengkap", "Alamat Email", "Kode Pos"], ("number", "name", "email", "postcode")),
    "German": (["Telefonnummer", "Vorname", "Name", "E-Mail-Adresse", "Bundesland", "PLZ"], ("number", "first_name", "last_name", "email", "state", "postcode")),
    "Japanese": (["電話番号", "氏名", "メールアドレス", "郵便番号"], ("number", "name", "email", "postcode")),
    "Italian": (["Numero di cellulare", "Nome", "Cognome", "Indirizzo email"], ("number", "first_name", "last_name", "email")),
}  # fmt: skip


@pytest.mark.parametrize("name", EXPORTS)
def test_usual_exports_are_mapped_without_a_hand(name: str) -> None:
    header, wanted = EXPORTS[name]
    assert wanted.items() <= guess_columns(header).items()


@pytest.mark.parametrize("name", LANGUAGES)
def test_headings_of_the_most_used_languages_are_known(name: str) -> None:
    header, fields = LANGUAGES[name]
    assert dict(zip(fields, header, strict=True)).items() <= guess_columns(header).items()


@pytest.mark.parametrize(
    "heading",
    [
        "Phone Type", "Phone 1 - Label", "Phone Extension", "Phone Verified", "Assistant's Phone", "Emergency Contact Phone", "Company Main Phone", "Fax", "Home Fax", "Pager",
        "Mobile app version", "Cell count", "Hotel", "Phone consent date", "Last call", "Phone owner", "Order number", "Invoice No", "House number", "Phone/Notes",
    ],
)  # fmt: skip
def test_what_is_no_persons_number_is_never_dialled_for_one(heading: str) -> None:
    assert "number" not in guess_columns([heading])
    assert heading not in guess_columns(["Phone", heading]).values()


@pytest.mark.parametrize(
    "joined",
    [
        "mobilephonenumber",
        "phone1",
        "homephone",
        "MobilePhone",
        "phone_number",
        "PHONE NUMBER:",
        "Contact No.",
        "Primary Contact Number",
    ],
)
def test_a_number_s_heading_is_known_by_its_words(joined: str) -> None:
    assert {"number": joined} == guess_columns([joined])


@pytest.mark.parametrize(
    "words",
    ["I would like a call", "callback on Monday", "Robins street", "new", "interested", "called twice"],
)
def test_other_words_forbid_nothing(words: str) -> None:
    assert not says_no_calls(words)
    assert not bars(words)


@pytest.mark.parametrize(
    "heading, name",
    [
        ("País", "pais"),
        ("Straße", "strasse"),
        ("Город", "gorod"),
        ("名前", ""),
        ("Prénom du client", "prenom_du_client"),
    ],
)
def test_a_variable_s_name_is_its_heading_in_plain_letters(heading: str, name: str) -> None:
    assert name == variable_name(heading)


@given(st.lists(st.text(max_size=40), max_size=12))
def test_any_header_gets_a_mapping_of_its_own_columns(header: list[str]) -> None:
    mapping = guess_columns(header)
    assert set(mapping) <= set(FIELDS)
    assert set(mapping.values()) <= set(header)


@pytest.mark.parametrize(
    "heading, consents",
    [
        ("Call consent (Y/N)", True),
        ("Consent to be called", True),
        ("marketing_opt_in", True),
        ("Consent date", False),
        ("E-mail consent", False),
    ],
)
def test_a_column_of_consent_is_known_by_its_words(heading: str, consents: bool) -> None:
    assert consents == ("consents" in guess_columns([heading]))
