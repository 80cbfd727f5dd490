"""States and provinces as tables: how people write them, which time zones they keep, which postcodes lie in them.

Of the countries whose states keep different clocks: US, Canada, Australia, Brazil, Mexico. A state that keeps two clocks
lists both. Source: tzdata 2026.6 zone.tab and the countries' postal authorities' published ranges, as known in November 2026.
"""

from typing import Final

# code | names | zones (America/ left out where it leads)
US: Final = """
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
CA: Final = """
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
AU: Final = """
NSW|New South Wales|Australia/Sydney Australia/Broken_Hill Australia/Lord_Howe
ACT|Australian Capital Territory|Australia/Sydney
VIC|Victoria|Australia/Melbourne
QLD|Queensland|Australia/Brisbane
SA|South Australia|Australia/Adelaide
WA|Western Australia|Australia/Perth Australia/Eucla
TAS|Tasmania|Australia/Hobart
NT|Northern Territory|Australia/Darwin
"""
BR: Final = """
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
MX: Final = """
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

# How states are shortened beside their codes: the abbreviations of the US Government Publishing Office's and Australia's style
# manuals, of Canada's postal guide and of Mexico's INEGI, and what lists have besides. As known in November 2026.
SHORTENED: Final = {
    "US": """
AL|Ala
AK|Alas
AZ|Ariz
AR|Ark
CA|Calif;Cal
CO|Colo;Col
CT|Conn
DE|Del
DC|Wash. D.C.;Dist. of Columbia;Washington District of Columbia
FL|Fla;Flor
HI|Haw
ID|Ida
IL|Ill;Ills
IN|Ind
KS|Kans;Kan
KY|Kent;Ken
MA|Mass
MI|Mich
MN|Minn
MS|Miss
MT|Mont
NE|Nebr;Neb
NV|Nev
NH|N. Hampshire;New Hamp.
NJ|N. Jersey;New Jer.
NM|N. Mex.;New Mex.;N. Mexico
NY|N. York;NYS
NC|N. Carolina;N. Car.;No. Carolina;No. Car.
ND|N. Dakota;N. Dak.;No. Dakota;No. Dak.;NoDak
OK|Okla
OR|Oreg;Ore
PA|Penn;Penna
RI|Rhode Isl.;R. Island
SC|S. Carolina;S. Car.;So. Carolina;So. Car.
SD|S. Dakota;S. Dak.;So. Dakota;So. Dak.;SoDak
TN|Tenn
TX|Tex
VT|Verm
VA|Virg
WA|Wash;Wash. State
WV|W. Virginia;W. Va.;West Va.;W. Virg.
WI|Wis;Wisc
WY|Wyo
PR|P. Rico
VI|US Virgin Islands;USVI
""",
    "CA": """
AB|Alta;Alb
BC|B. Columbia;Brit. Columbia;C.-B.;CB
MB|Man
NB|New Bruns.;N.-B.
NL|Nfld;Nfld. & Lab.;Nfld. and Lab.;Nfld. & Labrador;Newfoundland & Lab.;T.-N.-L.;TNL;Terre-Neuve
NS|N. Scotia;N.-É.
NT|N.W.T.;NWT;NW Territories;T.N.-O.;TNO
NU|Nun;Nvt
ON|Ont
PE|P.E. Island;P.E.I.;Pr. Edward Island;Prince Edward Is.;Prince Edward Isl.;Î.-P.-É.
QC|Que;Qué;Queb
SK|Sask
YT|Yuk;Y.T.;YK;Yn
""",
    "AU": """
NSW|N.S. Wales
ACT|A.C.T.;Aust. Capital Territory
VIC|Vict
QLD|Q'ld;Qsld
SA|S. Aust.;South Aust.;Sth. Australia;S. Australia
WA|W. Aust.;West. Aust.;Western Aust.;W. Australia;West Australia
TAS|Tassie;Tasm
NT|N. Territory;Nth. Territory;Northern Terr.;North. Terr.
""",
    "BR": """
DF|Brasília;D. Federal
MG|Minas
RJ|R. de Janeiro
SP|S. Paulo
""",
    "MX": """
AGU|Aguas.
BCN|B. California;Baja Calif.;Baja California Norte;B.C.N.
BCS|Baja Calif. Sur;B. California Sur
CMX|Cd. de México;Cd. México;Distrito Federal;México D.F.;Ciudad de México (CDMX)
COA|Coah. de Zaragoza
MEX|Edo. Méx.;Edo. de México;Edo. México;Est. de México
MIC|Michoacán de Ocampo
NLE|Nvo. León;N. León
QUE|Querétaro de Arteaga;Querétaro Arteaga
ROO|Q. R.;QR;Quint. Roo
SLP|S. L. Potosí;San Luis P.
VER|Veracruz de Ignacio de la Llave;Veracruz-Llave
""",
}

STATES: Final = {"US": US, "CA": CA, "AU": AU, "BR": BR, "MX": MX}
"""Country -> its states, a line each: code, names, zones (America/ left out where it leads)."""

# Where a range of postcode prefixes begins, and its state ("-": no civil state: military, unused or unclear).
US_ZIP3: Final = (
    "000 - 005 NY 006 PR 008 VI 009 PR 010 MA 028 RI 030 NH 039 ME 050 VT 055 MA 056 VT 060 CT 063 - 064 CT 070 NJ "
    "090 - 100 NY 150 PA 197 DE 200 DC 201 VA 202 DC 206 MD 213 - 214 MD 220 VA 247 WV 270 NC 290 SC 300 GA 320 FL 340 - "
    "341 FL 345 - 346 FL 350 AL 370 TN 375 - 376 TN 386 MS 398 GA 400 KY 430 OH 460 IN 480 MI 500 IA 530 WI 550 MN "
    "569 DC 570 SD 580 ND 590 MT 600 IL 630 MO 660 KS 680 NE 700 LA 716 AR 730 OK 733 TX 734 OK 750 TX 800 CO 820 WY "
    "832 ID 834 - 835 ID 838 ID 839 - 840 UT 850 AZ 870 NM 885 TX 889 NV 900 CA 962 - 967 HI 969 - 970 OR 980 WA 995 AK"
)
CA_LETTER: Final = {
    "A": "NL", "B": "NS", "C": "PE", "E": "NB", "G": "QC", "H": "QC", "J": "QC", "K": "ON", "L": "ON", "M": "ON",
    "N": "ON", "P": "ON", "R": "MB", "S": "SK", "T": "AB", "V": "BC", "Y": "YT",
}  # fmt: skip
AU_POSTCODE: Final = (
    "0000 - 0200 ACT 0300 - 0800 NT 1000 NSW 2600 ACT 2619 NSW 2900 ACT 2921 NSW 3000 VIC 4000 QLD 5000 SA 6000 WA "
    "7000 TAS 8000 VIC 9000 QLD"
)
BR_CEP3: Final = (
    "000 - 010 SP 200 RJ 290 ES 300 MG 400 BA 490 SE 500 PE 570 AL 580 PB 590 RN 600 CE 640 PI 650 MA 660 PA 689 AP "
    "690 AM 693 RR 694 AM 699 AC 700 DF 728 GO 730 DF 737 GO 768 RO 770 TO 780 MT 789 RO 790 MS 800 PR 880 SC 900 RS"
)
MX_CP2: Final = (
    "00 CMX 17 - 20 AGU 21 BCN 23 BCS 24 CAM 25 COA 28 COL 29 CHP 31 CHH 34 DUR 36 GUA 39 GRO 42 HID 44 JAL 50 MEX "
    "58 MIC 62 MOR 63 NAY 64 NLE 68 OAX 72 PUE 76 QUE 77 ROO 78 SLP 80 SIN 83 SON 86 TAB 87 TAM 90 TLA 91 VER 97 YUC 98 ZAC"
)
