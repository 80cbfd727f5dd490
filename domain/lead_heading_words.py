"""The words of which lists' headings are made, in the languages that lists are written in; what they mean together is told by
domain.lead_headings.
How callers map columns: lists/column_mapping.py.
"""

from typing import Final

# Field -> headings that mean it, as plain words; the first that fits is taken.
HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "name": (
        "name", "full name", "contact name", "lead name", "customer name", "client name", "person name", "person", "customer", "client",
        "nombre", "nombre completo", "nombre y apellidos", "nome", "nome completo", "nom", "nom complet", "nom et prenom", "vollstandiger name", "naam", "volledige naam",
        "имя", "фио", "полное имя", "имя и фамилия", "клиент", "контакт", "姓名", "名称", "客户姓名", "联系人", "氏名", "お名前", "名前", "성명", "이름", "الاسم", "الاسم الكامل", "नाम", "पूरा नाम",
        "নাম", "পুরো নাম", "نام", "پورا نام", "nama", "nama lengkap", "ad soyad", "isim", "imie i nazwisko", "nominativo",
        "ονοματεπωνυμο", "שם מלא", "שם", "cele jmeno", "jmeno a prijmeni", "nev", "teljes nev", "nume complet", "nume si prenume", "ho va ten", "ho ten", "повне ім'я", "піб", "ชื่อเต็ม", "ชื่อ-นามสกุล", "نام کامل", "نام و نام خانوادگی", "navn", "namn", "nimi",
    ),
    "first_name": (
        "first name", "given name", "forename", "fname", "firstname", "person first name", "billing first name", "vorname", "prenom", "primer nombre", "nombre de pila", "nombres", "primeiro nome",
        "nome proprio", "voornaam", "imie", "fornavn", "fornamn", "名字", "名", "الاسم الاول", "पहला नाम", "প্রথম নাম", "پہلا نام", "nama depan", "adi", "first",
        "ονομα", "שם פרטי", "jmeno", "krestni jmeno", "keresztnev", "utonev", "prenume", "ten", "імя", "ім'я", "ชื่อ", "ชื่อจริง", "نام کوچک", "etunimi",
    ),
    "last_name": (
        "last name", "surname", "family name", "lname", "person last name", "billing last name", "nachname", "familienname", "nom de famille", "apellido", "apellidos", "sobrenome", "apelido", "cognome",
        "achternaam", "nazwisko", "efternavn", "efternamn", "etternavn", "фамилия", "姓", "姓氏", "名字 姓", "اسم العائلة", "اللقب", "उपनाम", "अंतिम नाम", "শেষ নাম", "آخری نام", "nama belakang",
        "soyad", "soyadi", "last",
        "επωνυμο", "επιθετο", "שם משפחה", "prijmeni", "vezeteknev", "csaladnev", "nume", "nume de familie", "ho", "прізвище", "นามสกุล", "نام خانوادگی", "sukunimi",
    ),
    "email": (
        "email", "e mail", "email address", "e mail address", "primary email", "work email", "person email", "person email work", "billing email", "email work", "email 1 value", "e mail 1 value", "contact email", "email home",
        "customer email", "mail", "correo", "correo electronico", "direccion de correo electronico", "courriel", "adresse email", "adresse e mail", "adresse mail", "adresse electronique",
        "e mail adresse", "emailadresse", "mailadresse", "endereco de email", "e mailadres", "posta elettronica", "indirizzo email", "почта", "эл почта", "электронная почта", "имейл",
        "адрес электронной почты", "邮箱", "电子邮件", "电子邮箱", "邮件", "電子郵件", "メール", "メールアドレス", "이메일", "البريد الالكتروني", "بريد الكتروني", "ईमेल", "ई मेल", "ইমেইল", "ই মেইল", "ای میل",
        "surel", "alamat email", "e posta", "eposta", "adres e mail", "e post",
        "이메일 주소", "אימייל", "דואל", "דוא\"ל", "e-mailova adresa", "thu dien tu", "อีเมล", "ایمیل", "ел. пошта", "електронна пошта", "ηλεκτρονικη διευθυνση", "sahkoposti", "e mail cim", "adresa de email", "adresa de e-mail",
    ),
    "zone": (
        "time zone", "tz", "iana zone", "iana time zone", "contact time zone", "timezone name", "zeitzone", "zona horaria", "huso horario", "fuseau horaire", "fuso horario", "fuso orario",
        "tijdzone", "strefa czasowa", "часовой пояс", "时区", "時區", "タイムゾーン", "시간대", "المنطقة الزمنية", "समय क्षेत्र", "সময় অঞ্চল", "ٹائم زون", "zona waktu", "saat dilimi", "zone",
    ),
    "country": (
        "country", "country name", "country region", "land", "pais", "pays", "paese", "nazione", "nation", "страна", "国家", "國家", "国", "国名", "국가", "البلد", "بلد", "الدولة", "देश",
        "দেশ", "ملک", "negara", "ulke", "kraj", "iso country", "country iso", "country code", "country region code", "codigo de pais", "codigo do pais", "code pays", "landercode",
        "χωρα", "מדינה", "ארץ", "zeme", "stat zeme", "orszag", "tara", "quoc gia", "країна", "ประเทศ", "کشور", "maa", "landet",
    ),
    "calling_code": (
        "calling code", "country calling code", "dial code", "dialing code", "dialling code", "country dial code", "country dialing code", "isd code", "isd", "phone code",
        "phone country code", "country phone code", "mobile country code", "international code", "landervorwahl", "laendervorwahl", "indicatif", "indicatif pays", "indicativo", "ddi",
        "prefijo", "prefijo internacional", "prefisso internazionale", "код страны", "国际区号", "国家代码", "国番号", "رمز الدولة", "مفتاح الدولة", "देश कोड", "kode negara", "ulke kodu",
    ),
    "state": (
        "state", "state province", "state region", "state code", "state province code", "province code", "province", "province state", "estado", "uf", "provincia", "bundesland", "provincie", "область",
        "省", "省份", "州", "都道府県", "الولاية", "राज्य", "রাজ্য", "صوبہ", "provinsi", "wojewodztwo", "county", "region",
        "νομος", "megye", "judet", "tinh", "จังหวัด", "استان",
    ),
    "postcode": (
        "postcode", "postal code", "zip", "zip code", "post code", "pin code", "zip postal code", "postal zip code", "postcode zip", "zip postcode", "plz", "postleitzahl",
        "code postal", "codigo postal", "cp", "cep", "cap", "codice postale", "индекс", "почтовый индекс", "邮编", "邮政编码", "郵遞區號", "郵便番号", "우편번호", "الرمز البريدي", "पिन कोड", "पिन",
        "পোস্ট কোড", "পোস্টকোড", "پوسٹل کوڈ", "kode pos", "posta kodu", "kod pocztowy", "postnummer",
        "ταχυδρομικος κωδικας", "τκ", "מיקוד", "psc", "iranyitoszam", "cod postal", "ma buu dien", "поштовий індекс", "รหัสไปรษณีย์", "کد پستی", "postinumero",
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

# Words of which a number's heading is made: what kind it is, and what may stand beside it. The order is the rank.
PLAIN_PHONE: Final = (
    "phone phones telephone tel telefon telefono telefone fone fon telefonnummer telefonnr rufnummer telefoon telefoonnummer msisdn e164 numerotelephone "
    "puhelin puhelinnumero telefonu téléphone τηλεφωνο τηλ טלפון โทรศัพท์ เบอร์โทรศัพท์ เบอร์โทร تلفن téléphone телефон тел телефона 电话 电话号码 联系电话 電話 電話番号 電話號碼 전화 전화번호 الهاتف هاتف تليفون फोन दूरभाष ফোন টেলিফোন فون telepon dienthoai telefonszam"
)
MOBILE_PHONE: Final = (
    "mobile mob mobiel mobieltje κινητο נייד מובייל มือถือ เบอร์มือถือ موبایل همراه matkapuhelin mobilni мобільний мобільного cell cellphone cellular mobil mobilnummer mobilnr mobiltelefon mobiltelefonnummer mobilfunk mobilfunknummer handy handynummer handynr movil celular telemovel portable "
    "cellulare gsm komorka komorkowy handphone hp ponsel мобильный мобильного мобильный моб сотовый 手机 手机号 手机号码 移动电话 手機 行動電話 携帯 携帯電話 携帯番号 휴대폰 휴대전화 핸드폰 الجوال "
    "جوال موبايل المحمول मोबाइल মোবাইল موبائل"
)
WHATSAPP: Final = "whatsapp"
AT_WORK: Final = "work business office geschaftlich dienstlich trabajo trabalho travail professionnel bureau oficina firma zakelijk buro рабочий служебный"
AT_HOME: Final = (
    "home house privat private festnetz festnetznummer casa domicile fixe fijo fixo fisso casa thuis домашний"
)
ANOTHER: Final = (
    "other second secondary alternate alternative alt additional weitere andere otro autre outro altro другой"
)
BESIDE: Final = (
    "αριθμος מספר หมายเลข เบอร์ شماره cislo szam numarul de telefon number no num nr n nummer numero numer nomor numarasi номер नंबर নম্বর نمبر رقم primary main direct dial contact customer client lead person personal preferred billing "
    "shipping default address value full line first daytime day evening international intl of the your de du do da del la le e principal principale di cep 번호 cliente contacto contato kunde kunden "
    "telefonico"
)
RANKED: Final = (PLAIN_PHONE, MOBILE_PHONE, WHATSAPP, AT_WORK, AT_HOME, ANOTHER)
EXACT_NUMBERS: Final = (
    "contact number",
    "contact no",
    "phone1",
    "số điện thoại",
    "điện thoại",
    "di động",
    "no hp",
)
# Nothing says that this is a phone's number: a house and an order have one too.
BARE_NUMBERS: Final = ("number", "numero", "nummer", "no", "номер", "to", "contact")
