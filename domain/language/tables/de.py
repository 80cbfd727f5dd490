"""German: what people say in it, and what we do; tables/shape.py tells what each table is for."""

from typing import Final

from domain.language.tables.shape import (
    Answerers,
    Asides,
    Dictation,
    FixedTexts,
    Language,
    Ours,
    Preferences,
    Remarks,
    Wishes,
)

_PERSON: Final = r"(?:(?:meine[nmr]?|den|die|der|unsere[nmr]?|ihre[nmr]?|seine[nmr]?) (?:mann|frau|mutter|mama|vater|papa|sohn|tochter|bruder|schwester|chef|chefin|kollegen?|kollegin|partner|partnerin|freund|freundin|oma|opa|mitbewohner|mitbewohnerin|assistentin|vorgesetzten)|(?:den |die )?(?:herrn|frau) \w+)"
_FILL: Final = r"(?: (?:mal|kurz|schnell|eben|gleich|gern|gerne|sofort|jetzt|dann|bitte|ihnen|dir|an|ans|her|ran|heran|telefon|rueber|ruber|weiter|durch)){0,5}"
_FIRST: Final = r"(?:ich |dann |und |moment |also |ja ){0,3}"


def _heard(*patterns: str) -> tuple[str, ...]:
    """Patterns as they match plain words: an umlaut may be its vowel alone or with an e."""
    return tuple(pattern.translate(_UMLAUTS) for pattern in patterns)


_UMLAUTS: Final = str.maketrans({"ä": "ae?", "ö": "oe?", "ü": "ue?", "ß": "ss?"})

# When somebody may not be called, or may: "vor neun", "am Wochenende", "abends", "auf der Arbeit".
_HOUR: Final = r"(?:\d{1,2}|acht|achtzehn|dreizehn|elf|ein|eins|fünf|fünfzehn|fünf uhr|halb \w+|mittag|mitternacht|neun|neunzehn|sechs|sechzehn|sieben|siebzehn|vier|vierzehn|viertel \w+ \w+|zehn|zwanzig|zwei|zwölf|drei|einundzwanzig|zweiundzwanzig|feierabend|der arbeit|dem essen|dem mittag\w*|dem frühstück|meiner schicht|sonnenaufgang)(?: uhr)?(?: (?:dreißig|früh|morgens|abends))?"
_WEEKDAY: Final = (
    r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|feiertag|werktag)"
)
_EVER: Final = rf"(?:abends|morgens|vormittags|nachmittags|mittags|nachts|frühmorgens|tagsüber|wochentags|werktags|feiertags|{_WEEKDAY}s|unter der woche|am (?:wochenende|abend|morgen|vormittag|nachmittag|mittag|{_WEEKDAY})|an (?:wochenenden|feiertagen|{_WEEKDAY}en)|in der (?:nacht|früh|frühe|mittagszeit|mittagspause|arbeitszeit|ferienzeit|woche)|in den ferien|im (?:urlaub|büro|geschäft|dienst)|während (?:der|meiner|des) \w+|(?:auf|bei|an) (?:der|meiner) arbeit)"
_CLOCK: Final = rf"(?:(?:vor|nach|ab|bis|um|gegen) {_HOUR}|zwischen {_HOUR} und {_HOUR}|so (?:früh|spät|zeitig)|zu so (?:früher|später) stunde)"
_NOW: Final = r"(?:heute(?: (?:abend|morgen|nachmittag|vormittag|früh|mittag))?|diese woche|diesen monat|dieses wochenende|morgen(?: früh)?|bis (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|nächste woche|morgen))"
_TOO_OFTEN: Final = r"(?:so (?:oft|häufig)|jeden tag|jede woche|jede stunde|täglich|alle paar tage)"
_PLACE: Final = r"(?:auf (?:dem|meinem|mein) (?:handy|mobil\w*|festnetz|diensthandy|geschäftshandy)|unter der (?:büro ?nummer|dienst ?nummer)|(?:auf|unter) (?:dieser|der) nummer (?:sondern|an sondern|lieber|anrufen nehmen|nehmen))"
_LIMIT: Final = rf"(?:{_EVER}|{_CLOCK}|{_NOW}|{_TOO_OFTEN}|{_PLACE})"
_SOFT: Final = r"(?:bitte|mich|uns|hier|lieber|eher|bloß|ja|doch|aber|mal|einfach|wirklich|möglichst|noch|möchte ich|will ich|möchten wir|wollen wir|an|mehr|sie|es)"
_SOFTLY: Final = rf"(?:{_SOFT} ){{0,4}}"
_NEVER: Final = r"(?:nicht|nich|nie|niemals|nimmer)"
_AGAIN: Final = r"(?:mehr|wieder|noch ?mal|noch ?ein ?mal|nochmals|weiter|länger|weiterhin)"
_TO_CALL: Final = r"(?:an ?rufen|an ?zu ?rufen|angerufen werden|kontaktieren|kontaktiert werden|belästigen|belästigt werden|gestört werden|durchrufen|durchklingeln|anklingeln|melden|zu (?:melden|kontaktieren|belästigen|stören)|(?:angerufen|kontaktiert|belästigt) zu werden)"

# The number, the name, the data that are to go, and from where.
_NUMBER: Final = r"(?:nummer|numer|rufnummer|telefonnummer|handynummer|telefon nummer|handy nummer|nr|daten|adresse|kontaktdaten|mailadresse|mail adresse|e mail adresse|e mail|namen)"
_MINE: Final = rf"(?:mich|uns|(?:meine|unsere|diese|die|all meine|alle meine|sämtliche|meinen|unseren) (?:ganzen |persönlichen )?{_NUMBER}(?: und (?:meine |meinen )?{_NUMBER})?|alle daten|meine (?:mutter|eltern|frau|oma)|meinen (?:vater|mann|opa|kontakt|eintrag))"
_LIST: Final = r"(?:(?:aus|von|vom|auf) (?:der |ihrer |dieser |eurer |dem |ihrem |eurem |den |ihren |allen |seiner |irgend\w+ ){0,2}\w{0,16}(?:liste|listen|datei|kartei|datenbank|verteiler|system|computer|speicher|register|bestand|unterlagen))"
_SOON: Final = r"(?:(?:bitte|sofort|endlich|umgehend|gefälligst|doch|mal|jetzt|einfach|komplett|ganz|auch|gleich|dann|vielleicht|eben|heute noch|noch heute|wieder|ja) ){0,4}"
_ERASE: Final = r"(?:löschen|streichen|entfernen|raus ?nehmen|heraus ?nehmen|austragen|aus ?zu ?tragen|rausstreichen|rauslöschen|vernichten|tilgen|zu löschen|zu streichen|zu entfernen)"
_CONSENT: Final = r"(?:einwilligung|zustimmung|einverständnis|einverständniserklärung|erlaubnis|genehmigung)"
_CALLS: Final = r"(?:\w{0,10}anrufen?|werbung|werbe ?anrufen?|an rufen?|telefonate|telefonwerbung|telefonterror|werbung am telefon|kontaktaufnahmen?|belästigung\w*|anruferei|geklingel|gebimmel)"

_OPT_OUT: Final = _heard(
    rf"(?:(?<!werden )(?<!wann )(?<!warum )(?<!wieso )r(?:u|uh)fen sie|(?<!ich )(?<!er )(?<!sie )(?<!man )ruf|(?:^|(?:bitte|und|also|dann|danke|ihr|nein|aber) )ruft|^rufen(?= mich| uns| hier)) (?:(?:mich|uns|hier|bitte|doch|endlich|einfach|ja|bloß|nun|jetzt|wirklich|auf|diese|meine|unsere|die|unter|dieser|meiner|in zukunft|künftig|zukünftig|auch|auch später|auch morgen|auch sonst|und|mir|bei|nummer|mutter|eltern|frau|meinen|mann|vater|also|sofort|ab) ){{0,8}}{_NEVER} {_AGAIN}(?: (?:hier |bei mir |bei uns |unter dieser nummer |auf dieser nummer )?(?:an|durch))?",
    rf"(?:mich |uns |hier |bitte |bei mir |bei uns |sich ){{0,4}}{_NEVER} {_AGAIN} (?:hier |bei mir |bei uns |bitte |von ihnen |von euch |mehr ){{0,3}}{_TO_CALL}",
    r"(?:hören sie|hört|hör) (?:bitte |doch |endlich |einfach |jetzt |mal |sofort |damit |ja |ganz |komplett |nun ){0,4}auf (?:damit |bitte |endlich |ständig |ganz |komplett ){0,2}(?:mich |uns |hier |bei mir |bei uns |meine \w+ |meinen \w+ |immer |ständig |dauernd |wieder ){0,4}(?:an ?zu ?rufen|anzu rufen|zu belästigen|zu nerven|zu stören|zu terrorisieren|zu kontaktieren)",
    rf"(?:auf|schluss|ende|basta|fertig|feierabend) mit (?:den|diesen|ihren|euren|dem|diesem|ihrem|der|dieser) (?:\w+ )?{_CALLS}",
    rf"(?:löschen|streichen|entfernen|vernichten) sie {_SOON}{_MINE}",
    rf"(?<!ich )(?:lösch|lösche|streich|streiche|entfern) {_SOON}(?:mich|uns|(?:meine|unsere) {_NUMBER})",
    rf"(?<!wann )(?:nehmen|nimm|nehmt|werfen|schmeißen|holen) (?:sie |ihr )?{_SOON}{_MINE} {_SOON}(?:{_LIST}|r?aus|heraus|runter|herunter)",
    rf"(?:tragen|trag|tragt) (?:sie |ihr )?{_SOON}(?:mich|uns|{_MINE}) {_SOON}(?:{_LIST} )?{_SOON}aus",
    rf"(?:melden|meldet) sie {_SOON}(?:mich|uns) {_SOON}{_LIST} ab",
    r"(?:setzen|nehmen|schreiben|tragen|packen) (?:sie |ihr )(?:bitte |doch |mal ){0,2}(?:mich|uns|meine nummer|diese nummer) (?:bitte |doch |mal ){0,2}(?:auf|in) (?:die|ihre|eure|eine) (?:robinson ?liste|sperr ?liste|schwarze liste|blacklist|liste (?:der|von|mit|derer|für) \w+ (?:\w+ ){0,3}nicht)",
    r"(?:auf|in) (?:die|ihre|eure|eine) (?:robinson ?liste|sperr ?liste|schwarze liste)",
    rf"(?:können|könnten|würden|wollen|könnt|könntet|kannst) (?:sie |ihr |du ){_SOON}{_MINE} {_SOON}(?:(?:{_LIST} ){_SOON}(?:nehmen|{_ERASE})|{_ERASE})",
    rf"dass (?:sie|ihr|du) {_SOON}(?:{_MINE}|die|diese|das) {_SOON}(?:(?:{_LIST} ){_SOON}(?:nehmen|nehmt|nimmst|{_ERASE})|{_ERASE}|löscht|streicht|entfernt)",
    rf"(?:möchte|will|wollen|möchten|würde|muss) (?:ich |wir |gern |gerne |hier |komplett |endlich |bitte |auch ){{0,4}}(?:raus |runter )?{_LIST} (?:bitte )?(?:gestrichen|gelöscht|entfernt|genommen|ausgetragen|raus|runter|weg|verschwinden)",
    rf"(?:bitte |sofort |einfach )(?:{_MINE} )?(?:bitte |sofort )?{_LIST} (?:raus)?(?:nehmen|{_ERASE})",
    rf"(?:meine|unsere|meinen) {_NUMBER} {_SOON}(?:{_LIST} )?{_SOON}{_ERASE}",
    r"(?:die|diese) (?:telefon|ruf|handy)?nummer (?:bitte |sofort ){1,2}(?:löschen|streichen|entfernen|raus ?nehmen)",
    rf"(?:meine|unsere|alle) {_NUMBER} (?:sollen|soll|müssen|muss|sollten) {_SOON}(?:{_LIST} )?(?:gelöscht|entfernt|gestrichen)(?: werden)?",
    r"(?:möchte|will|wünsche|verlange) (?:ich |wir |dass |mich |uns |sofort ){0,3}(?:meine daten gelöscht|gelöscht werden|austragen lassen|mich austragen|abmelden lassen|aus der kartei)",
    r"(?:verlange|fordere|beantrage|wünsche|bitte um|bestehe auf) (?:ich |wir |hiermit |jetzt |sofort |nach \w+ ){0,3}(?:die |eine |der )?(?:sofortige |komplette |vollständige |umgehende )?löschung",
    r"(?:will|möchte|wollen|möchten) (?:ich |wir |da |hier |endlich |bei ihnen |einfach |komplett ){0,4}(?:raus|runter|weg) (?:aus|von) (?:der |ihrer |dieser |eurer |dem |ihrem |eurem )\w*(?:liste|kartei|datei|verteiler|system|datenbank)",
    r"(?:löscht|streicht|entfernt) (?:bitte |sofort )?(?:mich|uns|meine|unsere)(?= |$)(?! (?:mail|nachricht|bestellung|hund|kinder))",
    r"(?:alle daten (?:von mir|über mich)) (?:bitte |sofort )?(?:löschen|entfernen)",
    r"(?:meine|unsere|die|diese) (?:telefon|handy|ruf)?nummer (?:gehört|muss|soll|sollte|hätte ich gern|hätte ich gerne|möchte ich|will ich|bitte) (?:bitte |sofort |bei ihnen |aus \w+ \w+ ){0,2}(?:gelöscht|gestrichen|entfernt)",
    r"dass (?:ich|wir|meine \w+|hier) (?:hier |von ihnen |von euch |in zukunft ){0,2}nicht (?:mehr|weiter) (?:von ihnen |hier )?(?:angerufen|kontaktiert|belästigt) (?:werde|werden|wird)",
    r"nicht dass (?:hier|sie|er|meine \w+|mein \w+) (?:hier |weiter |noch |wieder |weiterhin |noch ?mal ){1,3}(?:angerufen|belästigt) (?:wird|werden)",
    r"(?:daten\w*nutzung|nutzung|verwendung|verarbeitung|werbung|speicherung)(?: \w+){0,3} widersprechen",
    rf"entziehe (?:ich )?(?:ihnen|euch) (?:hiermit )?(?:die|meine|jede) {_CONSENT}",
    r"(?:nie|nicht) (?:wieder|mehr) (?:will|möchte) ich (?:von \w+ |hier ){0,2}(?:angerufen|kontaktiert)",
    rf"widerrufe (?:ich )?(?:hiermit |jetzt |sofort |ab sofort |ausdrücklich ){{0,2}}(?:meine |die |jede |jegliche |alle |jedwede ){{0,2}}(?:\w+ )?{_CONSENT}",
    rf"(?:ziehe|nehme) (?:ich )?(?:hiermit |jetzt |sofort ){{0,2}}(?:meine |die ){{0,1}}{_CONSENT}(?: \w+){{0,2}} zurück",
    rf"{_CONSENT} (?:\w+ ){{0,8}}(?:(?:ziehe|nehme|zieh) ich (?:\w+ ){{0,2}}zurück|widerrufe ich)",
    r"widerspreche (?:ich )?(?:hiermit |jetzt |ab sofort |ausdrücklich ){0,2}(?:der |jeder |jeglicher |jedweder )?(?:weiteren )?(?:nutzung|verwendung|verarbeitung|speicherung|weitergabe|werbung|telefonwerbung|kontaktaufnahme|telefonischen \w+)",
    rf"(?:unterlassen|unterlasst|beenden|beendet|stoppen|stoppt|stopp|lassen|lasst) (?:sie |ihr )?(?:bitte |endlich |sofort |künftig |gefälligst ){{0,2}}(?:das mit den|diese|ihre|eure|die|jede|jegliche|alle|weitere) (?:\w+ )?{_CALLS}",
    rf"von (?:weiteren |diesen |solchen |jeglichen |allen )?{_CALLS} (?:in zukunft |künftig )?ab(?: ?zu)?(?: ?sehen)?",
    rf"(?:kontaktieren|belästigen|stören|nerven|behelligen|kontaktiert|belästigt) (?:sie |ihr )?(?:mich |uns |hier |bitte |auch |in zukunft ){{0,4}}{_NEVER} {_AGAIN}",
    rf"(?:melden|meldet|meld) (?:sie |ihr )?(?:sich|euch|dich) (?:bitte |hier |bei mir |bei uns |auch |einfach ){{0,4}}{_NEVER} {_AGAIN}",
    r"(?<!bekomme )(?<!kriege )(?:keine|keinerlei) (?:weiteren |solchen |unerwünschten |neuen )?(?:werbe ?|telefon ?)?an ?rufe mehr",
    r"(?:keine|keinerlei) (?:weiteren (?:werbe ?|telefon ?)?anrufe|werbe ?anrufe|weiteren kontakte|weitere kontaktaufnahme)",
    r"(?:bitte|wünsche|wünschen|will|möchte|wollen|möchten|überhaupt|absolut) (?:ich |wir |hier |von ihnen |von euch |bitte |überhaupt ){0,3}(?:gar )?keine anrufe",
    r"keine anrufe (?:bitte|von ihnen|von euch)",
    r"lass(?:en sie|t)? (?:mich|uns|meine \w+|meinen \w+) (?:bitte |endlich |doch |jetzt |einfach |mal |nun |gefälligst |bloß ){0,4}(?:in (?:ruhe|frieden)|zufrieden)(?!(?: \w+){0,3} (?:überlegen|nachdenken|denken|lesen|durchlesen|schauen|anschauen|ausreden|essen|entscheiden|ansehen|arbeiten|suchen|machen))",
    rf"verschonen sie (?:mich|uns) (?:bitte |endlich |in zukunft |künftig ){{0,3}}(?:mit (?:ihren|diesen|solchen|weiteren) )?{_CALLS}",
    rf"nicht dass (?:sie|ihr) (?:sich |mich |uns |hier |bei mir |bei uns |meine \w+ |{_AGAIN} |ständig |immer |jemals ){{1,6}}{_TO_CALL}",
    r"(?:möchte|will|wollen|möchten|wünsche) (?:ich |wir |hier |von ihnen |von euch |überhaupt |einfach |bitte |auch ){0,4}nicht (?:mehr |weiter |länger |noch ?mal |hier |von ihnen |von euch |weiter hier |telefonisch ){0,3}(?:angerufen|kontaktiert|belästigt|gestört) werden",
    r"nicht (?:mehr |weiter ){1,2}(?:von ihnen |von euch |hier )?(?:angerufen|kontaktiert) werde(?:n|t)? (?:will|möchte|wollen|möchten)",
    r"(?:will|möchte|wollen|möchten) (?:ich |wir |von ihnen |von euch |von dir |von ihrer firma |hier ){0,4}(?:nichts|nie|niemals) (?:mehr|wieder) (?:etwas |was |von ihnen |von euch |von dir |von ihrer firma |davon ){0,3}hören",
    r"von (?:ihnen|euch|ihrer firma|dir) (?:will |möchte |ich |wir |möchten ){0,3}(?:nichts|nie|niemals) (?:mehr|wieder) (?:etwas |was )?(?:hören|wissen)",
    r"wenn (?:sie|ihr|du) (?:hier |mich |uns |jetzt ){0,2}(?:noch ?mal|noch ?ein ?mal|wieder|nochmals|noch einmal) (?:hier |mich |uns |bei mir ){0,2}(?:an ?rufen|anruft|anrufst|durchruft)(?: \w+){0,4} (?:anwalt|anzeige|zeige|polizei|verklage|bundesnetzagentur|beschwerde|beschwere|verbraucherzentrale)",
    r"(?:anwalt|zeige|anzeige|polizei|verklage|bundesnetzagentur|beschwere)(?: \w+){0,4} wenn (?:sie|ihr) (?:hier |mich |uns ){0,2}(?:noch ?mal|noch ?ein ?mal|wieder|nochmals) (?:hier |mich ){0,2}(?:an ?rufen|anruft)",
    rf"verbitte (?:ich )?mir (?:\w+ ){{0,3}}{_CALLS}",
    rf"(?:verbiete|untersage) (?:ich )?(?:ihnen|euch|dir|hiermit|jede|jeden|jegliche|weitere|weiteren|mich|uns|hier|noch|ein|mal|wieder|weiter|nochmals) (?:\w+ ){{0,6}}(?:an ?zu ?rufen|{_CALLS}|zu kontaktieren)",
    r"(?:vergessen sie|vergiss|vergesst) (?:bitte |einfach |am besten )?(?:meine|unsere|diese|die) (?:telefon|handy)?nummer",
    rf"wählen sie (?:bitte )?(?:diese|meine|unsere|die) nummer (?:bitte )?{_NEVER} {_AGAIN}",
    rf"nummer (?:wählen|rufen|wählt|ruft) (?:sie |ihr )?(?:bitte |hier ){{0,2}}{_NEVER} {_AGAIN}",
    r"dass (?:hier |bei (?:mir|uns) |mich |uns ){0,2}(?:keiner|niemand)(?: von ihnen)? (?:mehr |wieder )(?:anruft|anrufen soll|anrufen darf)",
)
_OPT_OUT_ALONE: Final = _heard(
    r"(?:nein |bitte |danke |ja |also ){0,3}(?:stopp?|austragen|abmelden|ab melden|abbestellen|löschen|streichen)(?: bitte| danke){0,2}"
)
_OPT_OUT_LIKELY: Final = _heard(
    r"(?<!warum )(?<!wieso )(?<!wann )(?:rufen sie|^ruf) (?:mich |uns |hier |bitte |doch |einfach |aber ){0,4}nicht (?:ständig |dauernd |immer |schon wieder |noch ?mal )?an",
    r"(?<!kann )(?<!ich )(?<!jetzt )(?<!sie )(?:bitte |hier |mich ){1,3}nicht (?:mehr )?anrufen",
    r"(?:brauchen|müssen|sollen|dürfen|braucht) (?:sie |ihr |mich |uns |hier |auch |gar |da ){0,4}nicht (?:an ?zu ?rufen|anrufen)",
    r"möchte (?:ich )?(?:eigentlich |lieber |am liebsten )?nicht angerufen werden",
    r"(?:hören sie|hört|hör) (?:bitte |doch |endlich |einfach |jetzt |mal |sofort ){0,4}damit auf",
    r"(?:hören sie|hört) (?:bitte |doch |endlich |jetzt ){0,3}auf damit",
    rf"(?:reicht|satt|leid|genug|zu viel|zuviel|nerven|nervt|nervig|stören|stört|belästigen)(?: \w+){{0,4}} (?:{_CALLS}|anrufe|anruf)",
    rf"(?:diese|ihre|eure|die|solche) (?:\w+ )?{_CALLS}(?: \w+){{0,3}} (?:reicht|satt|leid|genug|nerven|nervt|stören|zu viel|zuviel|ein ende|aufhören)",
    r"(?:das ist|ist ja|ist doch|nur noch|reine|eine) (?:\w+ )?(?:belästigung|telefonterror)",
    r"(?:rufen sie|ruft ihr|klingelt es|bimmelt es) (?:mich |uns |hier |bei mir |bei uns ){0,2}(?:schon wieder|ständig|dauernd|dreimal|zum (?:zweiten|dritten|vierten|fünften|\w+ten) mal|andauernd)",
    r"zum (?:dritten|vierten|fünften|sechsten|zehnten|hundertsten|x ten) mal (?:\w+ ){0,3}(?:anrufen|rufen|angerufen|gesagt)",
    r"letzte[rn]? anruf (?:hier |von ihnen |bei mir |gewesen)",
    r"(?:war|ist|sei|bleibt) (?:\w+ ){0,2}(?:der|ihr) letzte anruf",
    r"(?:schreiben|schicken|senden|mailen) (?:sie )?(?:mir|uns) (?:bitte |auch |einfach ){0,3}(?:nicht|nichts|nie|keine \w+) (?:mehr|wieder)",
    r"(?:sperren|blockieren|sperrt|blockiert) (?:sie )?(?:bitte |einfach |doch ){0,2}(?:meine|diese|unsere|die) (?:telefon|handy)?nummer",
    r"melden sie (?:mich|uns) (?:bitte |einfach |endlich )?(?:da |dort |wieder )?ab",
    r"(?:bitte |möchte |will )(?:mich |hier |ich ){0,3}(?:abmelden|austragen|abbestellen|von der liste|aus dem verteiler|aus der kartei|aus der datei)",
    r"(?:keinen|kein) (?:weiteren |weiterer )?(?:kontakt|anruf)(?: mehr| bitte| mit ihnen| von ihnen)",
    r"(?:nummer|daten|namen) (?:bitte |sofort )?(?:raus|weg|löschen|streichen|rausnehmen|raus nehmen)",
    r"(?:meine|meinen|unsere) (?:telefon)?(?:nummer|daten|namen) (?:können sie |kannst du )(?:\w+ ){0,2}(?:vergessen|löschen|streichen|wegwerfen)",
    rf"(?:lassen|behalten|speichern) sie {_MINE} (?:\w+ )?{_NEVER}(?! {_AGAIN})",
    r"(?:nicht|nicht mehr|nicht länger) (?:weiter )?(?:auf (?:der|ihrer|eurer) liste|in (?:der|ihrer) (?:kartei|datei)|im verteiler) (?:bleiben|stehen|sein)",
    r"nicht (?:mehr |weiter |länger ){1,2}(?:informiert|benachrichtigt|kontaktiert|beworben) werden",
    r"(?:rufen sie|ruf) (?:mich |uns |hier ){0,2}weder",
    rf"(?:^|das ist |klar ist |und |verstanden )(?:sie|ihr) (?:rufen|ruft) (?:mich |uns |hier |jetzt |auch |bitte ){{0,4}}{_NEVER} {_AGAIN} an",
    r"(?:noch ein|beim nächsten|der nächste|nächstes mal|noch einmal)(?: \w+){0,5} (?:anwalt|polizei|anzeige|zeige|verklage|bundesnetzagentur)",
    r"wehe (?:sie|ihr|du|hier) (?:\w+ ){1,3}(?:noch ?mal|wieder|noch einmal)",
    rf"mit (?:diesen|den|ihren|euren|ihrer|der|diesem|ihrem|dem) (?:\w+ )?{_CALLS} auf",
    r"keine (?:telefon ?)?werbung (?:mehr|am telefon|per telefon)",
    r"an und (?:auch )?sonst (?:auch )?(?:nicht|nirgends|nie)",
    r"(?:löschen|streichen|entfernen) sie (?:die|sie|das|alles|den)(?: (?:bitte|endlich|sofort|einfach|nummer|wieder|ganz|gleich)){0,3}$",
    r"vermerk\w*(?: \w+){0,6} (?:keine|keiner|nicht|niemand)(?: \w+){0,2} (?:anruf\w*|angerufen)",
    r"unterlassen sie (?:das|es)(?: bitte| künftig| sofort| in zukunft)?",
)
_NO_OPT_OUT: Final = _heard(
    rf"(?:rufen sie|rufen|ruf|ruft|melden sie sich|kontaktieren sie mich|klingeln sie) {_SOFTLY}{_LIMIT} {_SOFTLY}{_NEVER}(?: {_AGAIN})?(?: {_TO_CALL}| an| durch)?",
    rf"(?:rufen sie|rufen|ruf|ruft|melden sie sich|kontaktieren sie mich|klingeln sie) {_SOFTLY}{_NEVER} (?:{_AGAIN} )?{_SOFTLY}{_LIMIT}(?: an| durch| mehr an| mehr)?",
    rf"(?:rufen sie|ruf|ruft|klingeln sie) {_SOFTLY}{_NEVER} (?:{_AGAIN} )?(?:an|durch) {_SOFTLY}(?:{_EVER}|{_CLOCK}|{_TOO_OFTEN})",
    rf"{_LIMIT} (?:und {_LIMIT} )?(?:{_SOFT} |dürfen sie |rufen sie ){{0,5}}{_NEVER}(?: {_AGAIN})?(?: {_SOFT}){{0,2}}(?: {_TO_CALL})?",
    rf"{_NEVER} (?:{_AGAIN} )?{_SOFTLY}{_LIMIT}(?: {_SOFT}){{0,2}}(?: {_TO_CALL})?",
    rf"{_LIMIT} (?:{_SOFT} |dürfen sie |wünsche ){{0,4}}(?:gar )?keine (?:weiteren |werbe ?)?an ?rufe(?: mehr)?",
    rf"keine (?:weiteren |werbe ?)?an ?rufe(?: mehr)? (?:{_SOFT} ){{0,2}}{_LIMIT}",
    r"(?:bekomme|kriege|erhalte|empfange|hatte|habe|gab|gibt|kamen|kommen|kam) (?:ich |wir |es |da |hier |seitdem |noch |leider |auf \w+ \w+ ){0,4}keine (?:weiteren |werbe ?)?an ?rufe(?: mehr)?",
    rf"(?:soll|kann|darf|muss|werde|wollte|will|konnte|durfte|sollte|könnte) (?:ich|er|man|wir|die|der|mein \w+|meine \w+) (?:sie |ihn |euch |dich |dann |da |ihnen |mich |sich |auch |jetzt |denn |dort ){{0,4}}{_NEVER} {_AGAIN} (?:\w+ )?(?:an ?rufen|melden|kontaktieren|stören|belästigen)",
    rf"(?:ich|er|man|der|die|mein \w+|meine \w+|niemand|keiner) (?:will|kann|darf|soll|wollte|konnte|durfte|muss|möchte|werde|wird) (?:sie |ihn |euch |dich |dort |da |ihr |ihm |sich |mich |dann ){{0,3}}{_NEVER} {_AGAIN} (?:\w+ )?(?:an ?rufen|melden|kontaktieren|stören|belästigen)",
    rf"(?:heißt|bedeutet|meine|meinte|sage|sagte|gesagt|wollte|will|behauptet|habe|hab|das)(?: (?:ja|doch|damit|das|jetzt|ich|doch noch)){{0,3}} (?:nicht|nie|niemals)(?: (?:gesagt|gemeint|gewollt|verlangt|behauptet))? dass (?:sie|ihr) (?:\w+ ){{0,4}}(?:{_NEVER}|keine)(?: \w+){{0,4}}",
    rf"(?:nicht|nie|niemals)(?: (?:gesagt|gemeint|gewollt|verlangt|behauptet))? dass (?:sie|ihr) {_SOON}{_MINE} (?:\w+ ){{0,3}}(?:{_ERASE}|nehmen)(?: sollen| müssen)?",
    rf"(?:löschen|streichen|entfernen|nehmen|tragen|melden|sperren) sie (?:bitte |bloß |ja |doch |auf keinen fall |jetzt |noch ){{0,3}}{_MINE} (?:bitte |bloß |ja |doch |noch |jetzt |aber |{_LIST} ){{0,4}}(?:nicht|nich|niemals|auf keinen fall)(?! {_AGAIN})(?: {_LIST})?(?: raus| aus| ab)?",
    rf"(?:nicht|nich|nie|auf keinen fall|niemals) {_SOON}(?:{_LIST} )?(?:gestrichen|gelöscht|entfernt|genommen|abgemeldet|ausgetragen|abmelden|austragen|löschen|streichen|entfernen|sperren|abbestellen|raus|runter|rausnehmen|raus nehmen)(?: werden)?",
    r"(?:keine|keinen) (?:löschung|abmeldung|sperre|sperrung|streichung)",
    rf"gemeint(?: \w+){{0,2}} {_NEVER} {_AGAIN} {_TO_CALL}",
    r"(?:wie|wo|wann|kann|muss|soll|darf|könnte|wollte) (?:kann |muss |soll |man |ich |wir ){1,3}(?:mich |mir |uns |da |dort |sich |eigentlich |später |wieder |das |den |die |meine |nummer |daten |jederzeit ){0,6}(?:abmelden|austragen|abbestellen|löschen|streichen|widerrufen)",
    r"(?:wenn|falls|ob|nachdem|seit|weil|als) (?:ich|man|er|sie|wir) (?:mich |meine |die |das |daten |nummer |den ){0,4}(?:abmelde|austrage|lösche|kündige|abbestelle|löschen|abmelden)",
    r"(?:hat|haben|hatte|wurde|wurden|werden|ist) (?:\w+ ){0,4}(?:gelöscht|gestrichen|gesperrt)(?: wenn| worden)",
)
_KEEPS: Final = _heard(
    r"(?:nicht|nich|auf keinen fall|niemals|bitte nicht) (?:gleich |sofort |wieder |komplett |ganz ){0,2}(?:löschen|streichen|austragen|abmelden|sperren|entfernen|raus ?nehmen|abbestellen|blockieren|heraus ?nehmen)",
    rf"(?:löschen|streichen|entfernen|nehmen|tragen|melden|sperren) sie (?:bitte |bloß |ja |doch |auf keinen fall |jetzt |noch ){{0,3}}{_MINE} (?:bitte |bloß |ja |doch |noch |jetzt |aber |{_LIST} ){{0,4}}(?:nicht|nich|niemals|auf keinen fall)(?! {_AGAIN})",
    r"(?:lass|lasst|lassen sie) (?:mich|uns|meine nummer|meine daten|meinen namen) (?:bitte |doch |ruhig |einfach |noch |mal |weiter |weiterhin ){0,3}(?:auf (?:der|ihrer|eurer) liste|drin|drauf|drinnen|stehen|in (?:der|ihrer) (?:datei|kartei|liste|datenbank)|im (?:verteiler|system))",
    r"behalten sie (?:bitte |ruhig |doch ){0,2}(?:mich|uns|meine (?:nummer|daten|telefonnummer|adresse))(?! nicht)",
    r"(?:meine )?(?:nummer|daten|adresse) (?:dürfen|können|kannst|darfst) (?:sie |du )?(?:ruhig |gern |gerne |weiter ){0,2}behalten",
    r"(?<!nicht )(?:bleibe|bleib|bleiben) (?:ich |doch |gern |gerne |lieber |weiter |weiterhin |auch ){0,3}(?:auf (?:der|ihrer|eurer) liste|im verteiler|drin|drauf|(?:bei ihnen )?in (?:der|ihrer) (?:kartei|datei|datenbank))",
    r"(?<!nicht )(?<!nicht mehr )(?:auf (?:der|ihrer|eurer) liste|im verteiler|drauf|drin) (?:stehen )?bleiben(?! (?:müssen|nicht))",
    r"(?:rufen sie|ruf|ruft|melden sie sich) (?:mich |uns |hier |bitte |doch |einfach ){0,3}(?:ruhig|jederzeit|weiter|weiterhin|gern wieder|gerne wieder|gern weiter|gerne weiter)(?: \w+){0,2} ?(?:an|hin an)?",
    r"(?:dürfen|können|dürft|könnt|darfst|kannst) (?:sie |ihr |du |mich |uns |hier |sich |gern |gerne |natürlich |doch |schon |auch ){0,5}(?:wieder|weiter|weiterhin|jederzeit|ruhig) (?:mich |uns |hier |gern |wieder |weiter ){0,2}(?:anrufen|melden)",
    r"(?:nicht so|so nicht|nicht) gemeint(?! (?:sondern|aber|den|die|das))",
    r"(?:war|ist) (?:ja |doch |nur |bloß |wohl |ein |eben |nur ein ){1,4}(?:versehen|missverständnis|irrtum|spaß|witz|scherz|fehler)",
    r"(?:nehme|nehm) (?:ich )?(?:das |es |alles )(?:wieder )?zurück",
    r"(?:kommando|anmeldung|alles) (?:wieder )?zurück(?! gegeben)",
    r"(?:wollte|will|möchte|wollt) (?:ich |mich |doch |gar |ja |auch |eigentlich |aber ){0,5}nicht (?:abmelden|gestrichen werden|gelöscht werden|gesperrt werden|abgemeldet werden|raus|runter|von (?:der|ihrer) liste|aus (?:der|dem) (?:verteiler|liste|kartei|datei))",
    r"(?:habe?|hab) (?:ich )?(?:doch |ja |das |aber ){0,3}(?:nicht|nie|nichts) (?:davon |von \w+ )?gesagt dass (?:sie|ihr) (?:\w+ ){0,4}(?:nicht mehr|nie mehr|löschen|streichen|austragen|abmelden|sperren)",
    r"nichts von (?:löschen|streichen|abmelden|austragen|löschung|abmeldung)",
    r"(?:will|möchte|wollen|möchten) (?:ich |wir |schon |ja |doch |aber |gern |gerne |auch ){0,4}(?:weiter|weiterhin|doch|wieder|weiter hin|gern|gerne) (?:noch |mal |gern |gerne |wieder |weiter )?(?:angerufen werden|von ihnen hören|informiert werden|kontaktiert werden|anrufe (?:bekommen|erhalten))",
    r"doch (?:ich )?(?:will|möchte) (?:doch |schon )?(?:angerufen|informiert) werden",
    r"(?:löschung|abmeldung|sperre|sperrung|alles|das) (?:bitte |wieder )?(?:rückgängig|auf ?heben)",
    r"(?:rückgängig|heben sie (?:bitte )?die (?:sperre|sperrung|löschung) (?:wieder )?auf)",
    r"vergessen sie (?:bitte |einfach )?(?:das mit|was ich) (?:\w+ ){0,3}(?:löschen|abmelden|streichen|gesagt|nicht mehr anrufen)",
    r"(?:sie haben|haben sie|da haben sie|hast du) (?:mich |das |da |wohl |jetzt |aber |mich da ){0,4}(?:falsch verstanden|missverstanden|miss verstanden)",
    r"nichts dagegen (?:dass|wenn) (?:sie|ihr) (?:mich |hier |wieder |weiter |noch ?mal ){0,3}anruf(?:en|t)",
    r"(?:meinte|meine|galt|gilt) (?:ich |doch |ja |nur |das |bloß |nicht für immer ){1,4}(?:heute|diese woche|für heute|für diese woche|jetzt|gerade)(?: nicht)?",
    r"(?:keine|keinen) (?:löschung|abmeldung|sperre|sperrung|streichung)",
)
_PREFERENCES: Final = Preferences(
    when=_heard(
        rf"(?:{_NEVER}|ungern|keine anrufe|auf keinen fall) (?:mehr |bitte |gern |gerne |am telefon |anrufen ){{0,3}}(?:{_EVER}|{_CLOCK})",
        rf"(?:rufen sie|ruf|melden sie sich) {_SOFTLY}{_NEVER} (?:mehr )?(?:an )?(?:{_EVER}|{_CLOCK}|{_PLACE})",
        rf"(?:{_EVER}|{_CLOCK}) (?:bitte |dann |möchte ich |will ich |rufen sie |dürfen sie |bin ich |geht es |passt es |hier |mich |bei mir |mir |ist ){{0,5}}(?:{_NEVER}|lieber nicht|bloß nicht|keine anrufe|ungern)(?! schlecht)",
        rf"(?:bitte|nur|erst|immer|lieber|am besten|besser|ausschließlich|bevorzugt|am liebsten|grundsätzlich|höchstens) (?:bitte |noch |immer |mich |anrufen ){{0,2}}(?:{_EVER}|(?:ab|nach|vor) {_HOUR}|zwischen {_HOUR} und {_HOUR})",
        rf"(?:rufen sie|ruf) (?:mich |uns |bitte |hier |doch ){{0,3}}(?:immer|nur|lieber|erst|künftig) (?:an )?(?:{_EVER}|{_CLOCK}|{_PLACE})",
        rf"{_EVER} (?:passt|erreichen sie|bin ich|geht es|geht|ist es|wäre) (?:mich |mir |es |bei mir |immer |am |grundsätzlich |meistens ){{0,4}}(?:besten|besser|immer|lieber|erreichbar|zu hause)",
        rf"(?:(?:nach|ab|vor) {_HOUR}|zwischen {_HOUR} und {_HOUR}) (?:wäre|ist|passt|bin ich|geht) (?:es |mir |ich |bei mir ){{0,2}}(?:am besten|besser|lieber|immer|grundsätzlich|meistens)",
        rf"erreichen sie (?:mich|uns) (?:\w+ ){{0,2}}(?:{_EVER}|{_CLOCK})",
        rf"(?:nur|bin|immer) {_EVER} (?:zu )?erreich\w+",
        r"(?:passt|geht) (?:es )?(?:mir |bei mir )?(?:immer|am besten|grundsätzlich)",
        r"(?:lieber|besser|künftig|nur|bitte) (?:\w+ )?(?:auf|unter|über) (?:dem|der|meiner|meinem|das) (?:festnetz\w*|handy\w*|büro ?nummer|dienst\w*|geschäfts\w*|mobil\w*)",
    ),
    writing=_heard(
        r"(?:schreiben|mailen|simsen|schreib|mailt|schreibt|schicken) (?:sie )?(?:mir |uns |bitte |doch |einfach |es mir |das |künftig |eine \w+ ){0,4}(?:lieber|besser|stattdessen|statt|anstatt)",
        r"(?:schreiben sie|schreib) (?:mir |uns )(?:doch |bitte |einfach |mal |eine |ne |per |lieber ){0,3}(?:nachricht|mail|e mail|sms|whats ?app|mails)",
        r"(?:lieber|besser|am liebsten|künftig|ausschließlich|nur|in zukunft|eher|bevorzugt|immer) (?:bitte |noch |mir |es |mal ){0,2}(?:per |via |über |eine |als |mit )(?:e ?mail|e ?mehl|mail|meil|sms|whats ?app|post|brief|fax|chat|nachricht|messenger)",
        r"(?:lieber|besser|am liebsten|künftig|ausschließlich|nur|bitte nur|alles) (?:bitte |noch )?(?:schriftlich|chatten|mails?|e mails?|whats ?app|sms)",
        r"(?:per|via|über) (?:e ?mail|e ?mehl|mail|sms|whats ?app|post|brief) (?:wäre|ist|bin ich|erreichen sie mich|geht|passt) (?:es |mir |mich |bei mir |ich |das ){0,3}(?:am besten|besser|lieber|am liebsten|schneller|angenehmer|recht)",
        r"(?:whats ?app|mails?|e mails?|sms) (?:wäre|wären|ist|sind|passt) (?:mir |bei mir )?(?:lieber|besser|am liebsten|angenehmer)",
        r"(?:statt|anstatt|als|und nicht) (?:mich |hier |uns |immer )?(?:an ?zu ?rufen|anzurufen|am telefon|telefonisch|zu telefonieren)",
        r"(?:nicht|ungern|nicht so gern|nicht gern|nicht gerne|lieber nicht|nicht so) (?:mehr )?(?:telefonisch|am telefon|telefonieren)",
        r"telefoniere (?:ich )?(?:nicht gern|nicht gerne|ungern|nicht so gern)",
        r"telefonieren (?:mag|möchte|will) ich (?:eigentlich |lieber )?(?:nicht|ungern)",
        r"geht (?:das|es) (?:auch |vielleicht |nicht )?schriftlich",
        r"(?:können|könnten) wir (?:das |es )?(?:\w+ )?schriftlich",
    ),
    how_often=_heard(
        r"(?:ein ?mal|zwei ?mal|ein anruf|alle \w+|einmal alle) (?:im|pro|in der|in einem|am|die|tage|wochen|monate|jahre)(?: (?:tag|woche|monat|jahr|quartal|halbjahr|\w+))?(?: \w+)? (?:reicht|genügt|genug|langt|ist ok|ist okay|völlig|vollkommen|wäre gut|passt|oft genug)",
        r"(?:ein ?mal|zwei ?mal|ein anruf) (?:im|pro|in der) (?:tag|woche|monat|jahr|quartal|halbjahr)(?: \w+){0,2} (?:reicht|genügt|genug|langt|okay|ok|völlig|föllig)",
        r"(?:reicht|genügt|langt|maximal|höchstens|nur|nicht mehr als|nicht öfter als|lieber) (?:es |mir |noch |bitte |wenn sie ){0,2}(?:ein ?mal|zwei ?mal|drei ?mal|ein anruf|alle \w+) (?:im|pro|in der|am|tage|wochen|monate)",
        r"(?:nicht|bloß nicht|bitte nicht) (?:mehr |gleich |immer )?(?:so (?:oft|häufig)|jeden tag|täglich|jede woche|dauernd|ständig)(?! (?:da|hier|weg))",
        r"(?:seltener|weniger oft|nicht öfter als|nicht mehr als (?:ein|zwei) ?mal|weniger anrufe|weniger häufig|selten nur)",
        r"alle (?:zwei|drei|vier|sechs|paar|14|\d) (?:tage|wochen|monate) (?:reicht|genügt|wäre|ist|passt|langt|mal)",
    ),
)

_WISHES: Final = Wishes(
    opt_out=_OPT_OUT,
    opt_out_alone=_OPT_OUT_ALONE,
    opt_out_likely=_OPT_OUT_LIKELY,
    no_opt_out=_NO_OPT_OUT,
    keeps=_KEEPS,
    no_outcome=(),
    questions=(),
    requests=(),
    wrong_number=(
        r"falsch verbunden",
        r"falsche (?:nummer|rufnummer)",
        r"verwahlt",
        r"hier (?:wohnt|gibt es) (?:kein|keine|niemand)(?: \w+)?",
    ),
    callback=(
        r"(?:rufen sie|ruf|konnen sie) (?:mich |uns |bitte ){0,6}(?:spater|morgen|nochmal|noch mal|am \w+|nachste woche)(?: \w+){0,3}",
        r"(?:gerade|jetzt|im moment) (?:keine zeit|schlecht|ungunstig|beschaftigt)",
        r"spater (?:noch ?mal )?(?:anrufen|wieder)",
    ),
    puts_off=(),
    callback_if_timed=(),
    follow_up=(
        r"(?:schicken|senden|mailen) sie (?:mir|uns|es mir|das)(?: \w+){0,4}",
        r"(?:per|via) (?:e mail|email|mail|sms|whatsapp)",
    ),
    not_interested=(
        r"(?:kein|keinerlei) interesse",
        r"nicht (?:sehr |wirklich )?interessiert",
        r"interessiert mich nicht",
        r"brauche (?:ich )?(?:das |es )?nicht",
        r"(?:will|mochte) ich nicht",
    ),
    interested=(
        r"(?:ich bin|wir sind|sehr|ja) (?:sehr |durchaus )?interessiert(?! nicht(?!\S))",
        r"(?:klingt|das klingt|hort sich) (?:sehr )?interessant(?: an)?",
        r"(?:ich|wir) (?:habe|haben|hatte|hatten) interesse",
        r"erzahlen sie(?: mir)? mehr",
    ),
    yes=(
        r"ja|jawohl|jo|(?:das )?klingt (?:sehr )?(?:gut|interessant|super)|gerne?|sehr gerne?|klar|na klar|naturlich|sicher|selbstverstandlich|auf jeden fall|unbedingt|okay|ok|in ordnung|einverstanden|warum nicht|kein problem|machen sie das|das ware (?:gut|nett|schon|super|toll|prima)|(?:sehr )?(?:gut|schon|prima|super|toll)|von mir aus|meinetwegen|ja bitte|schicken sie (?:es|das|sie)(?: mir)?",
    ),
    no=(
        r"nein|ne|nee|no|nein danke|lieber nicht|eher nicht|besser nicht|kein bedarf|(?:naturlich|sicher|bestimmt|ganz sicher|auf jeden fall|wirklich|gar|uberhaupt|noch|ganz bestimmt|selbstverstandlich) nicht|auf (?:gar )?keinen fall|niemals|danke nein|nicht notig|das ist nicht notig|nicht wirklich|ich glaube nicht|glaube nicht|ich denke nicht",
    ),
    hedges=(
        r"nicht|kein\w*|nie|aber|wenn|falls|vielleicht|nur|eigentlich|spater|schon|jetzt nicht|heute nicht|kommt drauf an|mal sehen|wer|was|wo|woher|wie|wann|warum|welche\w*|wieso",
    ),
    robot_question=(
        r"(?:sind sie|bist du|ist das|sie sind) (?:wirklich )?(?:(?:ein|eine) )?(?:echter |echte )?(?:roboter|computer|maschine|ki|mensch|automat|bandansage|aufnahme)",
        r"(?:spreche|rede) ich (?:gerade )?mit (?:einem|einer) (?:echten )?(?:roboter|computer|maschine|ki|menschen|automaten)",
    ),
    wants_end=(
        r"(?:tschuss|auf wiederhoren|auf wiedersehen|ciao)(?: \w+)?$",
        r"ich muss (?:jetzt )?(?:los|auflegen|gehen|weg)",
        r"ich lege (?:jetzt )?auf",
    ),
    no_end=(),
    goes_on=(),
    refuses_recording=(
        r"(?:nehmen sie|zeichnen sie) (?:mich|uns|das|dieses gesprach|das gesprach|bitte){0,6}(?: \w+){0,2} nicht auf",
        r"(?:mochte|will|wollen|mochten|darf|durfen) (?:\w+ ){0,3}nicht (?:\w+ ){0,2}(?:aufgezeichnet|aufgenommen|aufzeichnen|aufnehmen)",
        r"(?:nicht|keine) (?:aufzeichnen|aufnehmen|aufzeichnung|aufnahme)",
        r"(?:loschen|stoppen|beenden) sie (?:bitte )?die (?:aufzeichnung|aufnahme)",
    ),
)

_ASIDES: Final = Asides(
    pickup=(r"(?:(?:hallo|ja|ja bitte|bitte|guten (?:tag|morgen|abend)|wer ist da|ja hallo) ?){1,4}", r"(?:hallo |ja )?(?:hier ist |hier )?\w+(?: am apparat)?"),
    backchannel=(r"(?:ja|jaja|genau|aha|ach so|ok|okay|gut|stimmt|klar|verstehe|ich verstehe|mhm|hm+|alles klar|natürlich|naturlich)",),
    say_again=(
        r"wie bitte",
        r"(?:konnen|konnten|wurden) sie (?:das |es |die frage )?(?:bitte )?(?:(?:noch ?mal|noch einmal|nochmals) )?(?:wiederholen|sagen)",
        r"(?:noch ?mal|noch einmal|nochmals)(?: bitte)?",
        r"was (?:haben sie|hast du) (?:gerade |eben )?(?:gesagt|gefragt)",
        r"(?:das )?(?:habe? ich|hab ich)(?: das| sie)? (?:jetzt |leider )?nicht (?:ganz )?(?:verstanden|gehort|mitbekommen)",
        r"ich (?:habe|hab)(?: das| sie)? (?:leider )?nicht (?:ganz )?(?:verstanden|gehort|mitbekommen)",
    ),
    one_moment=(
        r"(?:(?:einen|ein|nen|kleinen|kurzen|nur|ganz|warten sie) ){0,4}(?:moment|augenblick|momentchen|sekunde|minute)(?: (?:mal|bitte|noch|kurz)){0,3}",
        r"(?:nur )?(?:eine )(?:sekunde|minute|kleine sekunde)(?: (?:mal|bitte|noch)){0,3}",
        r"(?:warten|bleiben) sie(?: (?:bitte|mal|kurz|noch|einen moment|eine sekunde|am apparat|dran)){0,4}",
        r"(?:bleib|warte|wart)(?: (?:bitte|mal|kurz|dran|am apparat)){0,3}",
        r"(?:ich )?(?:schau|schaue|guck|gucke|seh|sehe) (?:mal |kurz |eben |schnell |gerade ){0,3}nach",
        r"lassen sie mich (?:mal |kurz |eben |schnell ){0,3}(?:nachsehen|nachschauen|schauen|gucken|sehen)",
        r"ich (?:hol|hole|such|suche|nehm|nehme) (?:mir |nur |kurz |mal |schnell |eben ){0,3}(?:einen |ein |meinen |meine |mein |was zum |etwas zum )?(?:stift|kuli|zettel|papier|blatt|kalender|brille|karte|unterlagen|schreiben)(?: und (?:einen |ein )?(?:zettel|papier|blatt|stift))?",
        r"(?:ich )?(?:bin|komme) (?:gleich|sofort) (?:wieder )?(?:da|zuruck|wieder)",
    ),
    courtesies=(
        "ah", "ach", "ah so", "ja", "ok", "okay", "gut", "hallo", "bitte", "danke", "entschuldigung",
        "tut mir leid", "verzeihung", "naturlich", "klar", "also", "und", "wie",
    ),
    assents=("ja",),
    passes_on=(
        rf"{_FIRST}(?:hol|hole) (?:ihnen |dir |ihn |sie )?(?:mal |kurz |schnell |eben |gleich ){{0,2}}(?:{_PERSON}|ihn|sie){_FILL}$",
        rf"{_FIRST}(?:hol|hole) (?:ihn|sie){_FILL}$",
        rf"{_FIRST}(?:geb|gebe|reich|reiche|leite) (?:sie|dich)(?: (?:mal|kurz|schnell|eben|gleich|gern|gerne|jetzt|dann|bitte)){{0,3}}(?: (?:an|zu) {_PERSON})?(?: (?:weiter|ruber|rueber))$",
        rf"{_FIRST}(?:geb|gebe|reich|reiche) (?:den horer|das telefon|das handy)(?: (?:mal|kurz|schnell|eben|gleich|gern|gerne|jetzt|dann|an|{_PERSON})){{0,4}} (?:weiter|ruber|rueber)$",
        rf"{_FIRST}(?:geb|gebe) (?:ihnen|dir) (?:mal |kurz |schnell |eben |gleich |jetzt ){{0,2}}{_PERSON}{_FILL}$",
        rf"{_FIRST}(?:verbinde|verbind) (?:sie|dich)?(?: mit {_PERSON})?{_FILL}$",
        rf"{_FIRST}(?:stell|stelle) (?:sie|dich)(?: (?:mal|kurz|eben|gleich|jetzt|zu {_PERSON})){{0,3}} durch$",
        r"(?:er|sie) kommt (?:(?:gleich|sofort|jetzt|schon|grade|gerade) ){0,2}(?:gleich|sofort|jetzt|schon|ran|ans telefon)$",
        rf"(?:hier|da) (?:ist|kommt) (?:er|sie|{_PERSON})(?: (?:schon|jetzt|selbst))?$",
    ),
    calls_out=(r"(?:telefon|anruf|ist) fur dich", r"jemand (?:ist )?am telefon", r"komm(?:st du)? (?:mal )?ans telefon"),
    nobody_comes=(r"(?:ist|sind) (?:\w+ )?(?:nicht|leider nicht|gerade nicht|beschaftigt|weg|unterwegs)(?: \w+){0,2}", r"(?:nachricht|spater|zuruckrufen|ausrichten)"),
)  # fmt: skip

_VOICEMAIL_GREETING: Final = (
    r"hinterlassen sie(?: \w+){0,4} (?:nachricht|namen|mitteilung)",
    r"nach dem (?:signalton|piepton|ton|piep)",
    r"(?:mailbox|anrufbeantworter) von",
    r"(?:zurzeit|momentan|derzeit|vorubergehend|leider|gerade) nicht erreichbar",
)

_ANSWERERS: Final = Answerers(
    voicemail_greeting=_VOICEMAIL_GREETING,
    voicemail=(
        *_VOICEMAIL_GREETING,
        r"(?:anrufbeantworter|mailbox|sprachbox|voicemail)(?: von)?",
        r"(?:nach|auf) dem (?:signalton|piepton|ton|piep|signal)",
        r"nachricht (?:hinterlassen|nach dem)",
        r"nicht (?:erreichbar|zu erreichen|personlich erreichbar)",
        r"(?:rufe|rufen) (?:ich |wir )?(?:sie |dich )?(?:\w+ )?zuruck",
        r"hinterlassen",
    ),
    voicemail_words=(
        r"nachricht",
        r"ton|signalton|piepton",
        r"erreichbar",
        r"leider|zurzeit|derzeit",
        r"automatische\w*",
    ),
    ivr=(
        r"(?:drucken|wahlen) sie (?:\w+ )?(?:die )?(?:eins|zwei|drei|null|[0-9])",
        r"(?:wahlen sie|folgenden) (?:\w+ ){0,2}(?:moglichkeiten|optionen)",
        r"nachste\w* frei\w* mitarbeiter",
        r"alle (?:unsere )?(?:leitungen|mitarbeiter)(?: \w+)?",
        r"zu (?:qualitats|schulungs)\w*(?: \w+)?",
    ),
    ivr_words=(r"willkommen", r"drucken|wahlen", r"moglichkeiten", r"kundendienst|vertrieb"),
    screening=(
        r"ihren namen und (?:den grund|warum)(?: \w+)?",
        r"grund ihres anrufs",
        r"(?:ob|sehe) (?:\w+ )?(?:die )?person(?: \w+)?",
        r"warum sie anrufen",
    ),
    screening_words=(r"ihren namen", r"person|verbinde", r"anrufen|anrufs", r"nach dem ton"),
    unavailable=(
        r"kein anschluss(?: \w+){0,3}",
        r"(?:gewahlte )?rufnummer ist(?: \w+){0,2}",
        r"nicht vergeben",
        r"(?:gewahlte|gewunschte) (?:rufnummer|nummer|teilnehmer|gesprachspartner)",
    ),
    unavailable_words=(r"rufnummer", r"auskunft|vergeben", r"gewahlte|gewunschte"),
    on_hold=(),
    records_nothing=(),
    person=(
        r"wer (?:ist|spricht)(?: \w+)?",
        r"(?:was|wie|womit) (?:kann|darf) ich(?: \w+)?",
        r"(?:moment|augenblick|sekunde)(?: bitte)?",
        r"(?:ich hore sie|worum geht|wen mochten|konnen sie)(?: \w+)?",
        r"mit wem (?:mochten|darf|wollen|spreche|kann)(?: \w+)?",
        r"(?:kann|darf) ich (?:ihnen|sie|etwas|fragen)(?: \w+)?",
        r"(?:weiterhelfen|behilflich sein)",
    ),
)

_OURS: Final = Ours(
    offer=(r"(?:mochten sie|interessiert sie|haben sie interesse|durfen wir|sind sie interessiert)",),
    offer_to_send=(r"(?:schicken|senden)",),
    offer_to_call=(r"(?:anrufen|zuruckrufen)",),
    asks_when=(),
    announces_recording=(r"(?:aufgezeichnet|aufgenommen|aufzeichn\w+|aufnahme\w*|aufnehmen)",),
    press=(r"drucken|drucke|druck|wahlen|wahle|taste",),
    no_more_calls=(r"nicht mehr|nie wieder|keine (?:weiteren )?anrufe|abmelden|streichen",),
    wants_digits=(
        r"drucken|drucke|tasten?|tippen|eingeben|geben sie|wahlen|ziffern?|nummer|zahl|zahlen|postleitzahl|plz|code|pin",
        r"wie (?:viele?|oft|lange|alt|hoch)|von (?:eins|null|1|0) bis|skala|punkte?n?|sterne|bewerten|note|prozent|alter|jahr|geburts\w+|datum|betrag",
    ),
)

# zero to nine, each with its variants, then ten to nineteen
_UNITS: Final = (
    "null", "eins ein eine", "zwei zwo", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn",
    "elf", "zwolf", "dreizehn", "vierzehn", "funfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
)  # fmt: skip
_TENS: Final = ("zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_COMPOUNDS: Final = {
    f"{unit}und{ten}": tens + number
    for number, units in enumerate(("ein", *_UNITS[2:10]), start=1)
    for unit in units.split()
    for tens, ten in zip(range(20, 100, 10), _TENS, strict=True)
}
_DICTATION: Final = Dictation(
    units=_UNITS,
    tens=_TENS,
    compounds=_COMPOUNDS,
    times={"doppel": 2, "doppelt": 2, "zweimal": 2, "dreimal": 3},
    double_letter=("doppel",),
    as_in=("wie",),
    spelled_like=("wie", "von"),
    letter_case=("gross", "grosses", "klein", "kleines", "grossgeschrieben", "kleingeschrieben"),
    decimal=("komma",),
    corrections=(r"(?:nein |ach ){0,3}(?:moment|entschuldigung|sorry|quatsch|korrektur|ich meine|beziehungsweise|stopp)(?: nein| es ist){0,3}",),
    corrects_alone=(r"nein(?: nein){0,3}(?: es ist)?",),
    explains=(r"(?:das sind|alles|also|in) (?:die |in |als |alles ){0,3}(?:ziffern?|zahlen?|buchstaben?|klein|gross|kleinbuchstaben|zusammen)(?: \w+){0,4}",),
    at=("at", "klammeraffe"),
    dot=("punkt",),
    underscore=("unterstrich",),
    dash=("bindestrich", "minus"),
    plus=("plus",),
    beside_numbers="ist meine die nummer ja und also strich",
    before_an_address="ist meine adresse ja lautet die",
)  # fmt: skip

_FIXED_TEXTS: Final = FixedTexts(
    closing="Vielen Dank für Ihre Zeit. Auf Wiederhören.",
    opt_out_confirmation="Verstanden. Sie hören nichts mehr von uns. Auf Wiederhören.",
    silence_prompt="Hallo, sind Sie noch da?",
    silence_goodbye="Ich kann Sie nicht hören und lege jetzt auf. Auf Wiederhören.",
    reassurance="Lassen Sie sich Zeit, ich bin hier.",
)

_REMARKS: Final = Remarks(
    truth_about_us="Ja, ich bin ein automatischer Assistent.",
    ask_to_repeat="Entschuldigung, können Sie das bitte wiederholen?",
    it_is_noted="Gern, das ist notiert.",
    we_were_cut_off="Entschuldigung, wir wurden unterbrochen.",
    let_me_see="Einen Augenblick.",
    one_moment="Einen Moment noch, bitte.",
    is_that_right="Stimmt das?",
    shall_we_stop="Soll ich Ihre Nummer von unserer Liste nehmen?",
    you_stay="In Ordnung, Ihre Nummer bleibt auf unserer Liste.",
    press_again="Wenn wir Sie nicht mehr anrufen sollen, drücken Sie noch einmal die {key} oder sagen Sie Stopp.",
)

GERMAN: Final = Language(
    tag="de",
    name="German",
    named=("german", "deutsche?n?", "aleman", "allemand", "alemao", "jarman", "जर्मन"),
    asking=(
        r"(?:sprechen sie|sprichst du|konnen sie|kannst du|konnen wir|konnten wir)(?: \w+){0,2}? (?:auf )?NAMED",
        r"auf NAMED bitte",
        r"bitte (?:auf )?NAMED",
        r"ich spreche nur NAMED",
    ),
    wishes=_WISHES,
    preferences=_PREFERENCES,
    asides=_ASIDES,
    answerers=_ANSWERERS,
    ours=_OURS,
    dictation=_DICTATION,
    fixed_texts=_FIXED_TEXTS,
    remarks=_REMARKS,
)  # fmt: skip
