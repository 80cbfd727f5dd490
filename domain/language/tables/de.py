"""German, in one piece because a language is one file: what people say in it, and what we do; tables/shape.py tells what each table is for."""

from typing import Final

from domain.language.tables.shape import (
    Answerers,
    Asides,
    Dictation,
    FixedTexts,
    Language,
    Ours,
    Preferences,
    Rates,
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
_NOW: Final = r"(?:(?<!ab )(?<!von )(?<!seit )heute(?! an )(?: (?:abend|morgen|nachmittag|vormittag|früh|mittag))?|diese woche|diesen monat|dieses wochenende|(?:in )?(?:den|die|der|die kommenden|den kommenden) nächsten (?:\w+ )?(?:tage|tagen|wochen|woche|monate|monaten|zeit)|(?:die|in der) nächste[n]? (?:tage|zeit|woche)|vor (?:weihnachten|ostern|pfingsten|silvester|neujahr|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|montag|dienstag|mittwoch|donnerstag|freitag|nächster woche)|bis (?:ende|anfang|mitte) (?:\w+ )?\w+|bis (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|zum \w+|zur \w+)|solange (?:ich|wir|mein \w+|meine \w+) (?:\w+ ){0,4}\w+|(?<!ab )(?<!noch )morgen(?: früh)?|bis (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|nächste woche|morgen))"
_TOO_OFTEN: Final = r"(?:so (?:oft|häufig)|jeden tag|jede woche|jede stunde|täglich|alle paar tage)"
_PLACE: Final = r"(?:auf (?:dem|meinem|mein) (?:handy|mobil\w*|festnetz|diensthandy|geschäftshandy)|unter der (?:büro ?nummer|dienst ?nummer)|(?:auf|unter) (?:dieser|der) nummer (?:sondern|an sondern|lieber|anrufen nehmen|nehmen))"
_LIMIT: Final = rf"(?:{_EVER}|{_CLOCK}|{_NOW}|{_TOO_OFTEN}|{_PLACE})"
_SOFT: Final = r"(?:bitte|mich|uns|hier|lieber|eher|bloß|ja|doch|aber|mal|einfach|wirklich|möglichst|noch|möchte ich|will ich|möchten wir|wollen wir|an|mehr|sie|es)"
_SOFTLY: Final = rf"(?:{_SOFT} ){{0,4}}"
_NEVER: Final = r"(?:nicht|nich|nie|niemals|nimmer)"
_AGAIN: Final = r"(?:mehr|wieder|mer|noch ?mal|noch ?ein ?mal|nochmals|weiter|länger|weiterhin)"
_TO_CALL: Final = r"(?:an ?ruff?en|an ?zu ?rufen|angerufen werden|kontaktieren|kontaktiert werden|belästigen|belästigt werden|gestört werden|durchrufen|durchklingeln|anklingeln|melden|zu (?:melden|kontaktieren|belästigen|stören)|(?:angerufen|kontaktiert|belästigt) zu werden)"

# The number, the name, the data that are to go, and from where.
_NUMBER: Final = r"(?:nummer|numer|rufnummer|telefonnummer|handynummer|telefon nummer|handy nummer|nr|daten|adresse|kontaktdaten|mailadresse|mail adresse|e mail adresse|e mail|namen)"
_MINE: Final = rf"(?:mich|uns|(?:meine|unsere|diese|die|all meine|alle meine|sämtliche|meinen|unseren) (?:ganzen |persönlichen )?{_NUMBER}(?: und (?:meine |meinen )?{_NUMBER})?|alle daten|meine (?:mutter|eltern|frau|oma)|meinen (?:vater|mann|opa|kontakt|eintrag))"
_LIST: Final = r"(?:(?:aus|von|vom|auf) (?:der |ihrer |dieser |eurer |dem |ihrem |eurem |den |ihren |allen |seiner |irgend\w+ ){0,2}\w{0,16}(?:liste|listen|datei|kartei|datenbank|verteiler|system|computer|speicher|register|bestand|unterlagen))"
_SOON: Final = r"(?:(?:bitte|sofort|endlich|umgehend|gefälligst|doch|mal|jetzt|einfach|komplett|ganz|auch|gleich|dann|vielleicht|eben|heute noch|noch heute|wieder|ja) ){0,4}"
_ERASE: Final = r"(?:löschen|streichen|entfernen|raus ?nehmen|heraus ?nehmen|austragen|aus ?zu ?tragen|rausstreichen|rauslöschen|vernichten|tilgen|zu löschen|zu streichen|zu entfernen)"
_CONSENT: Final = r"(?:einwilligung|zustimmung|einverständnis|einverständniserklärung|erlaubnis|genehmigung)"
_CALLS: Final = r"(?:(?:werbe |telefon |nerv |droh |verkaufs )?\w{0,10}anruf(?:en?)?|werbung|werbe ?anrufen?|an rufen?|telefonate|telefonwerbung|telefonterror|werbung am telefon|kontaktaufnahmen?|belästigung\w*|anruferei|geklingel|gebimmel)"

_OPT_OUT: Final = _heard(
    rf"(?:(?<!werden )(?<!wann )(?<!warum )(?<!wieso )r(?:u|uh)fen ?(?:sie|s)|(?:läuten|klingeln|bimmeln|telefonieren|lüten) sie|(?<!ich )(?<!er )(?<!sie )(?<!man )ruf|(?:^|(?:bitte|und|also|dann|danke|ihr|nein|aber) )ruft|^rufen(?= mich| uns| hier)) (?:(?:mich|uns|hier|bitte|doch|endlich|einfach|ja|bloß|nun|jetzt|wirklich|auf|diese|meine|unsere|die|unter|dieser|meiner|sie|ihn|opa|oma|in zukunft|künftig|zukünftig|auch|auch später|auch morgen|auch sonst|und|mir|bei|nummer|mutter|eltern|frau|meinen|mann|vater|also|sofort|ab) ){{0,8}}{_NEVER} {_AGAIN}(?: (?:hier |bei mir |bei uns |unter dieser nummer |auf dieser nummer )?(?:an|durch))?",
    r"(?:rufen ?s|tun ?s|rufen sie|ruf|tut|lasst|tuns) (?:mich |uns |hier |da |bitte |mir |doch ){0,3}nimmer(?: mehr)?(?: an(?:rufen|läuten)?)?",
    r"(?:mag|möchte|will|wollen|darf|sollen) (?:ich |sie |wir |hier |mich |uns ){0,3}nimmer (?:an ?rufen|angerufen werden|an ?gerufen)",
    r"(?:nie|nicht) (?:mehr|wieder) (?:läuten|klingeln|bimmeln|anläuten|aalüte)|nümme (?:aalüte|aalüüte)|nix mehr an ?rufen",
    r"lass(?:en ?s|t) (?:mich|mi|uns) (?:bitte |endlich ){0,2}in ru(?:h|ah|he)",
    r"(?:löschts|löscht s|streichts|löschn s|löschens|streichens) (?:bitte )?(?:mi|mich|uns|mei|meine|mein) ?(?:nummer|daten)?",
    r"(?:anruf|telefon|haus)verbot(?: an meinem telefon)?(?= |$)(?<!verbot bei)(?! bei)",
    r"(?:jeden|jeder|jeglichen|jeglicher|jede|weitere|weiterer) (?:weiteren? )?(?:kontakt|kontaktaufnahme|anruf) (?:ist |sind |wird )?(?:unerwünscht|untersagt|verboten|nicht erwünscht)|anrufe (?:\w+ ){0,2}sind (?:unerwünscht|nicht erwünscht)",
    r"nicht dass (?:mein|meine) \w+ (?:von ihnen |hier |von euch ){0,2}(?:weiter |noch |wieder )?(?:angerufen|belästigt) (?:wird|werden)",
    r"(?:raus|runter|weg) (?:mit mir |damit )?(?:aus|von|mit) (?:der|ihrer|eurer|dieser|dem|ihrem|meiner|unserer) (?:\w*liste|kartei|datei|verteiler|nummer|datenbank)",
    rf"(?:mich |uns |hier |bitte |bei mir |bei uns |sich ){{0,4}}{_NEVER} {_AGAIN} (?:hier |bei mir |bei uns |bitte |von ihnen |von euch |mehr ){{0,3}}{_TO_CALL}",
    r"(?:hören sie|hört|hör) (?:bitte |doch |endlich |einfach |jetzt |mal |sofort |damit |ja |ganz |komplett |nun ){0,4}auf (?:damit |bitte |endlich |ständig |ganz |komplett ){0,2}(?:mich |uns |hier |bei mir |bei uns |meine \w+ |meinen \w+ |immer |ständig |dauernd |wieder ){0,4}(?:an ?zu ?rufen|anzu rufen|zu belästigen|zu nerven|zu stören|zu terrorisieren|zu kontaktieren)",
    rf"(?:auf|schluss|ende|basta|fertig|feierabend) mit (?:den|diesen|ihren|euren|dem|diesem|ihrem|der|dieser|ihrer|eurer) (?:\w+ )?{_CALLS}",
    rf"(?:löschen|löchen|löschn|löschens|streichen|entfernen|vernichten) sie {_SOON}{_MINE}",
    rf"(?<!ich )(?:lösch|lösche|streich|streiche|entfern) {_SOON}(?:mich|uns|(?:meine|unsere) {_NUMBER})",
    rf"(?<!wann )(?:nehmen|nimm|nehmt|werfen|schmeißen|holen) (?:sie |ihr )?{_SOON}{_MINE} {_SOON}(?:{_LIST}|(?:da |dort |bei ihnen )?(?:r?aus|heraus|runter|herunter))",
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
    r"(?:bitte|ersuche|bestehe|verlange|fordere)(?: ich)?(?: hiermit| sofort| höflich)? (?:um|auf)?(?: \w+){0,2} ?(?:streichung|löschung|entfernung|sperrung)(?! (?:der|des) (?:rechnung|termins?|position))",
    r"dass (?:meine|unsere|die) (?:telefon|handy)?(?:nummer|daten) (?:bei ihnen |aus \w+ \w+ |sofort |endlich |bitte |komplett ){0,3}(?:gelöscht|gestrichen|entfernt) (?:wird|werden|ist|sind)",
    rf"(?:machen|mach|hauen|hau|kicken|kick|schmeiß|wirf|streich|lösch) (?:sie |ihr )?{_SOON}{_MINE} {_SOON}(?:{_LIST} )?(?:raus|runter|weg)",
    rf"(?:{_LIST}) (?:zu nehmen|zu streichen|zu löschen|zu entfernen|rauszunehmen)",
    rf"(?:können|könnten|würden) (?:sie |ihr ){_SOON}(?:mich|uns) (?:da |dort |bei ihnen |nicht |bitte ){{1,3}}(?:raus ?nehmen|löschen|streichen|austragen)",
    r"(?:davon absehen|es lassen|es unterlassen|bleiben lassen|es bleiben|es sein|sein lassen) (?:mich |uns |hier |weiter ){1,3}(?:an ?zu ?rufen|zu kontaktieren|zu belästigen)",
    rf"(?:verzichte|verzichten) (?:ich |wir )?(?:gern |gerne |dankend |in zukunft )?auf (?:weitere |ihre |solche |jegliche |alle |diese )?{_CALLS}|auf (?:weitere |ihre |solche |jegliche |alle |diese ){_CALLS} verzicht\w+",
    rf"(?:stellen|stellt) (?:sie |ihr )?(?:bitte |sofort |endlich ){{0,2}}(?:die|ihre|diese|eure) (?:\w+ )?{_CALLS} (?:bitte |sofort |endlich |jetzt )?ein",
    rf"(?:lassen|lasst) (?:sie |ihr )?(?:bitte |endlich ){{0,2}}(?:die|ihre|diese|eure) (?:\w+ )?{_CALLS}(?: bitte| endlich)? (?:sein|bleiben)",
    r"(?:lege|erhebe|einlegen) (?:ich )?(?:hiermit |jetzt )?(?:widerspruch|einspruch) (?:ein )?(?:gegen )(?:die |jede |jegliche |alle |ihre )?(?:\w+ )?(?:nutzung|verwendung|verarbeitung|anrufe|werbung|speicherung|kontaktaufnahme)|widerspruchsrecht",
    r"(?:löscht|streicht|entfernt) (?:bitte |sofort )?(?:mich|uns|meine|unsere)(?= |$)(?! (?:mail|nachricht|bestellung|hund|kinder))",
    r"(?:alle daten (?:von mir|über mich)) (?:bitte |sofort )?(?:löschen|entfernen)",
    r"(?:meine|unsere|die|diese) (?:telefon|handy|ruf)?nummer (?:gehört|muss|soll|sollte|hätte ich gern|hätte ich gerne|möchte ich|will ich|bitte) (?:bitte |sofort |bei ihnen |aus \w+ \w+ ){0,2}(?:gelöscht|gestrichen|entfernt)",
    r"dass (?:ich|wir|meine \w+|hier) (?:hier |von ihnen |von euch |in zukunft ){0,2}nicht (?:mehr|weiter) (?:von ihnen |hier )?(?:angerufen|kontaktiert|belästigt) (?:werde|werden|wird)",
    r"nicht dass (?:hier|sie|er|meine \w+|mein \w+) (?:hier |weiter |noch |wieder |weiterhin |noch ?mal ){1,3}(?:angerufen|belästigt) (?:wird|werden)",
    r"(?:daten\w*nutzung|nutzung|verwendung|verarbeitung|werbung|speicherung)(?: \w+){0,3} widersprechen",
    rf"entziehe (?:ich )?(?:ihnen|euch) (?:hiermit )?(?:die|meine|jede) {_CONSENT}",
    r"(?:nie|nicht) (?:wieder|mehr) (?:will|möchte) ich (?:von \w+ |hier ){0,2}(?:angerufen|kontaktiert)",
    r"(?:nach|laut|gemäß) (?:der )?dsgvo (?:\w+ ){0,3}(?:löschen|gelöscht)",
    r"(?:kein|keinen|nicht einen) (?:einzigen |weiteren |einziger |weiterer ){0,2}(?:werbe|telefon)?anruf mehr",
    r"(?:notieren|merken|schreiben|vermerken|notier|merk) (?:sie |dir )?(?:sich |bitte |auf |mal |das ){0,3}dass (?:ich|wir|hier|meine \w+) (?:hier |nicht |keine |nie |niemand |von \w+ ){1,4}(?:mehr |wieder )?(?:angerufen|anrufe|anruft|kontaktiert)(?: \w+){0,2}",
    rf"(?:habe|haben|hab|gab|gebe) (?:sie |ihnen |ich |euch |von mir ){{0,3}}(?:keine|nie eine|nie meine|keinerlei) {_CONSENT}(?: \w+){{0,3}} (?:an ?zu ?rufen|angerufen|anrufen|anrufe)",
    rf"widerrufe (?:ich )?(?:hiermit |jetzt |sofort |ab sofort |ausdrücklich ){{0,2}}(?:meine |die |jede |jegliche |alle |jedwede ){{0,2}}(?:\w+ )?{_CONSENT}",
    rf"(?:ziehe|nehme) (?:ich )?(?:hiermit |jetzt |sofort ){{0,2}}(?:meine |die ){{0,1}}{_CONSENT}(?: \w+){{0,2}} zurück",
    rf"{_CONSENT} (?:\w+ ){{0,8}}(?:(?:ziehe|nehme|zieh) ich (?:\w+ ){{0,2}}zurück|widerrufe ich)",
    r"widerspreche (?:ich )?(?:hiermit |jetzt |ab sofort |ausdrücklich ){0,2}(?:der |jeder |jeglicher |jedweder )?(?:weiteren )?(?:nutzung|verwendung|verarbeitung|speicherung|weitergabe|werbung|telefonwerbung|kontaktaufnahme|telefonischen \w+)",
    rf"(?:unterlassen|unterlasst|beenden|beendet|stoppen|stoppt|stopp|lassen|lasst) (?:sie |ihr )?(?:bitte |endlich |sofort |künftig |gefälligst ){{0,2}}(?:das mit den|diese|ihre|eure|die|jede|jegliche|alle|weitere) (?:\w+ )?{_CALLS}",
    rf"von (?:weiteren |diesen |solchen |jeglichen |allen )?{_CALLS} (?:in zukunft |künftig )?ab(?: ?zu)?(?: ?sehen)?",
    rf"(?:(?:kontaktieren|belästigen|stören|nerven|behelligen) (?:sie |ihr )?|(?:^|bitte )(?:kontaktiert|belästigt) (?:ihr )?)(?:mich |uns |hier |bitte |auch |in zukunft |meine \w+ |meinen \w+ ){{0,4}}{_NEVER} {_AGAIN}",
    rf"(?:melden sie sich|meldet euch|meld dich|melde dich) (?:bitte |hier |bei mir |bei uns |auch |einfach ){{0,4}}{_NEVER} {_AGAIN}",
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
    rf"(?:verbiete|untersage) (?:ich )?(?:jeden |jeglichen |ihnen jeden )?(?:kontakt(?= |$)|ihnen|euch|dir|hiermit|jede|jeden|jegliche|weitere|weiteren|jeden weiteren|mich|uns|hier|noch|ein|mal|wieder|weiter|nochmals) (?:\w+ ){{0,6}}(?:an ?zu ?rufen|{_CALLS}|zu kontaktieren)",
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
    rf"(?:behalten|speichern) sie {_MINE} (?:\w+ )?{_NEVER}(?! {_AGAIN})",
    r"lassen sie (?:mich|uns|meine nummer) (?:\w+ )?nicht (?:auf|in|im) (?:der |ihrer |eurer )?(?:liste|kartei|datei|verteiler|system)",
    r"(?:meine|unsere) ruhe (?:vor (?:ihren|euren|diesen|solchen)|haben (?:rufen|hören|und))(?: \w+){0,4}|unsere ruhe hören sie auf",
    r"(?:das |jetzt )letzte mal dass (?:sie|ihr) (?:hier |mich |uns ){0,2}(?:angerufen|anrufen|anruft|geklingelt)(?: \w+)?",
    r"nicht mehr (?:drauf ?stehen|drauf sein|auf (?:ihrer|eurer|der) liste(?: stehen| sein)?)",
    r"(?:vergesst|vergessen sie|vergiss) (?:uns|mich)(?: einfach| bitte| ganz| am besten){0,2}$",
    r"(?:belästigen|nerven|stören) sie (?:\w+ ){1,3}aber nicht (?:mehr )?(?:mich|uns)",
    r"(?:markieren|kennzeichnen) sie (?:\w+ ){0,3}(?:gesperrt|nicht anrufen)|dass (?:ich|wir) keine anrufe (?:mehr )?(?:wünsche|will|wollen|möchte|möchten)",
    r"(?:er|sie|ihr chef|die) (?:soll|sollen) (?:mich|uns|meine nummer) (?:streichen|löschen|rausnehmen|austragen)",
    r"(?:jeden tag|jede woche|ständig|dauernd) rufen sie (?:\w+ ){0,2}an(?: jetzt| hören| das| ich| nun)(?: \w+){0,4}",
    r"(?:ruft|rufen) (?:mir |mich |uns |hier )?(?:keiner|niemand) mehr an (?:von ihnen|von euch)|letzte gespräch (?:mit ihnen|mit euch|zwischen uns)",
    r"(?:mir|uns) (?:reicht|reichen|langt|langen) (?:es |das |jetzt |langsam |die |diese |ihre ){0,3}(?:mit \w+ )?(?:\w+ )?(?:anrufe|anrufen|anruferei|werbung)(?: \w+)?",
    r"(?:reicht|langt|reichts|langts) (?:es )?(?:mir|uns) (?:jetzt |langsam |aber ){0,3}(?:mit|von) (?:\w+ ){0,3}(?:anrufen?|werbung)",
    r"(?:diese|meine|unsere) nummer (?:wird|wirst|darf) (?:hier |von ihnen |von euch )?(?:nicht|nie) (?:mehr|wieder) (?:gewählt|angerufen)(?: werden)?",
    r"(?:will|möchte|wollen) (?:ich |wir )?(?:von \w+ (?:\w+ )?)?(?:keinen|niemanden|keine)(?: von (?:ihnen|euch|ihrer firma))? mehr (?:am telefon|an der strippe|in der leitung)(?: haben)?",
    r"anruf (?:will|möchte) ich (?:nie|nicht) (?:wieder|mehr)|(?:verschwinden|gehen|raus) (?:sie )?aus meiner leitung",
    r"spar(?:en|t|e) (?:sie |ihr )?(?:sich|euch) (?:doch |bitte |in zukunft )?(?:die|weitere|ihre|solche|das) (?:\w+ )?an ?ruf\w*|sparen (?:mit|können und) (?:dem |den |die )?(?:an ?ruf\w*|nächsten)|(?:an ?ruf\w*) (?:\w+ ){0,3}sparen",
    r"(?:wüsste|weiß|sehe) (?:ich )?(?:nicht|auch nicht) (?:warum|wozu) sie (?:mich |uns |hier )?(?:noch ?mal|noch einmal|wieder|weiter) anrufen(?: sollten)?|kein(?:en)? grund (?:mich |uns |hier |für |zu )(?:\w+ ){0,3}(?:an ?zu ?rufen|anrufe|kontakt\w*)",
    r"(?:kein|keinen|keinerlei) (?:weiterer |weiteren |weitere )?(?:kontakt|kontaktaufnahme|anruf|anrufe) (?:mehr )?(?:gewünscht|erwünscht)|kontakt(?:aufnahme)? (?:\w+ )?(?:nicht|un) ?erwünscht|von weitere[mnr] (?:kontakt\w*|anruf\w*) (?:bitte )?(?:ab|absehen)",
    r"stehe (?:ich )?für (?:anrufe|werbung|so was|telefonate) nicht (?:mehr )?zur verfügung|zur löschung auf|(?:daten|nummer) gehören? ihnen nicht(?: \w+){0,2}",
    r"(?:nehmen|löschen|werfen) sie alles (?:raus|weg) was sie von (?:mir|uns)|in keiner (?:datei|liste|kartei|datenbank) (?:von ihnen|bei ihnen|mehr|von euch)(?: \w+)?|(?:dann|bitte) (?:bitte )?löschen$|(?:der|ihrer) liste da will ich (?:runter|raus)",
    r"einmal (?:löschen|austragen|abmelden|streichen) (?:bitte|meine nummer)(?: \w+){0,2}|^bitte (?:entfernen|streichen|rausnehmen)$",
    r"keine werbung keine anrufe(?: \w+){0,3}|finger weg von (?:meiner|unserer) nummer|(?:sie|ihr) (?:löschen|löscht|streichen|streicht) (?:mich|uns|meine nummer)",
    r"(?:blockliste|sperrliste|blacklist)(?: \w+){0,5}",
    r"(?:nicht|nicht mehr|nicht länger) (?:weiter )?(?:auf (?:der|ihrer|eurer) liste|in (?:der|ihrer) (?:kartei|datei)|im verteiler) (?:bleiben|stehen|sein)",
    r"nicht (?:mehr |weiter |länger ){1,2}(?:informiert|benachrichtigt|kontaktiert|beworben) werden",
    r"(?:rufen sie|ruf) (?:mich |uns |hier ){0,2}weder",
    rf"(?:^|das ist |klar ist |und |verstanden )(?:sie|ihr) (?:rufen|ruft) (?:mich |uns |hier |jetzt |auch |bitte ){{0,4}}{_NEVER} {_AGAIN} an",
    r"(?:noch ein|beim nächsten|der nächste|nächstes mal|noch einmal)(?: \w+){0,5} (?:anwalt|polizei|anzeige|zeige|verklage|bundesnetzagentur)",
    r"wehe (?:sie|ihr|du|hier) (?:\w+ ){1,3}(?:noch ?mal|wieder|noch einmal)",
    rf"mit (?:diesen|den|ihren|euren|ihrer|der|diesem|ihrem|dem) (?:\w+ )?{_CALLS} auf",
    r"(?:noch sagen|gesagt|sage ich|nochmal|noch mal) (?:ihnen )?(?:bitte )?keine (?:werbe ?)?anrufe",
    r"(?:wie|wo) (?:kann|kannst|komme|komm|werde) (?:ich|man|wir) (?:\w+ ){0,3}(?:von (?:der|dieser|ihrer) liste|aus (?:dem|ihrem) verteiler|(?:diese|ihre|die) (?:werbe ?)?anrufe (?:abstellen|abbestellen|stoppen|loswerden|los))(?: \w+)?",
    r"(?:verlieren|vergessen) sie (?:meine nummer|dass es mich gibt|mich einfach|dass sie mich kennen)",
    r"(?:werbe ?)?anrufe sind (?:verboten|nicht erlaubt|unerwünscht|illegal)(?: \w+){0,3}",
    r"(?:melde|zeige|beschwere) (?:ich )?(?:sie|mich) (?:\w+ ){0,3}(?:bundesnetzagentur|verbraucherzentrale|polizei)",
    r"(?:möchte|wünsche|will|wollen|wünschen) (?:ich |wir )?(?:überhaupt |absolut |gar )?keinen (?:weiteren )?kontakt",
    r"(?:nehmen|dulden|wollen|wünschen) (?:wir |ich )?(?:grundsätzlich |hier )?keine (?:vertreter|werbe|telefon|verkaufs)(?: ?anrufe)",
    r"weder anrufe noch(?: \w+){0,6}",
    r"keine (?:telefon ?)?werbung (?:mehr|am telefon|per telefon)",
    r"an und (?:auch )?sonst (?:auch )?(?:nicht|nirgends|nie)",
    r"(?:löschen|streichen|entfernen) sie (?:die|sie|das|alles|den)(?: (?:bitte|endlich|sofort|einfach|nummer|wieder|ganz|gleich)){0,3}$",
    r"vermerk\w*(?: \w+){0,6} (?:keine|keiner|nicht|niemand)(?: \w+){0,2} (?:anruf\w*|angerufen)",
    r"unterlassen sie (?:das|es)(?: bitte| künftig| sofort| in zukunft)?",
)
_NO_OPT_OUT: Final = _heard(
    # Asked what the call was for.
    r"(?:worum|um was) (?:geht|ging) es(?: (?:denn|nochmal|noch mal|hier|bei dem anruf|dabei|überhaupt)){0,2}$",
    # Told of calls that came no more, and asked whether a number was taken off.
    r"(?:hat|haben|habt|hatte|hatten) (?:sich |mich |uns |ihn |sie )?(?:danach |seitdem |dann |da |letztes jahr |bei uns |bei mir ){0,2}(?:gar )?(?:nie|nicht|keiner|niemand)(?: mehr wieder| wieder| mehr)?(?: jemand)? (?:angerufen|gemeldet|zurückgerufen|kontaktiert)|(?:hat|haben) (?:\S+ )?aufgehört (?:mich |uns )?anzurufen",
    rf"(?:rufen sie|rufen|ruf|ruft|melden sie sich|kontaktieren sie mich|klingeln sie) {_SOFTLY}{_LIMIT} {_SOFTLY}{_NEVER}(?: {_AGAIN})?(?: {_TO_CALL}| an| durch)?",
    rf"(?:rufen sie|rufen|ruf|ruft|melden sie sich|kontaktieren sie mich|klingeln sie) {_SOFTLY}{_NEVER} (?:{_AGAIN} )?{_SOFTLY}{_LIMIT}(?: an| durch| mehr an| mehr)?",
    rf"(?:rufen sie|ruf|ruft) {_SOFTLY}{_NEVER} an (?:ich (?:rufe|melde|ruf|meld)|schreiben sie|schreib|schicken sie|mailen sie|sondern|lieber|wenn ich (?:\w+ ){{1,4}}(?:bin|arbeite|schlafe|esse|habe))(?: \w+){{0,3}}",
    rf"{_NEVER} (?:{_AGAIN} )?anrufen (?:ich (?:rufe|melde|ruf|meld)|sondern|schreiben sie|eine mail)(?: \w+){{0,3}}",
    rf"(?:braucht|muss|kann|soll|darf|sollte) man (?:\w+ ){{0,4}}{_NEVER} {_AGAIN} {_TO_CALL}",
    rf"(?:rufen sie|ruf|ruft|klingeln sie) {_SOFTLY}{_NEVER} (?:{_AGAIN} )?(?:an|durch) {_SOFTLY}(?:{_EVER}|{_CLOCK}|{_TOO_OFTEN})",
    rf"(?<!oder )(?<!noch ){_LIMIT} (?:und {_LIMIT} )?(?:{_SOFT} |dürfen sie |rufen sie ){{0,5}}{_NEVER}(?: {_AGAIN})?(?: {_SOFT}){{0,2}}(?: {_TO_CALL})?",
    rf"{_NEVER} (?:{_AGAIN} )?{_SOFTLY}{_LIMIT}(?: {_SOFT}){{0,2}}(?: {_TO_CALL})?",
    rf"{_LIMIT} (?:{_SOFT} |dürfen sie |wünsche ){{0,4}}(?:gar )?keine (?:weiteren |werbe ?)?an ?rufe(?: mehr)?",
    rf"keine (?:weiteren |werbe ?)?an ?rufe(?: mehr)? (?:{_SOFT} ){{0,2}}{_LIMIT}",
    r"(?:bekomme|kriege|erhalte|empfange|hatte|habe|gab|gibt|kamen|kommen|kam) (?:ich |wir |es |da |hier |seitdem |noch |leider |auf \w+ \w+ ){0,4}keine (?:weiteren |werbe ?)?an ?rufe(?: mehr)?",
    rf"(?:soll|kann|darf|muss|werde|wollte|will|konnte|durfte|sollte|könnte) (?:ich|er|man|wir|die|der|mein \w+|meine \w+) (?:sie |ihn |euch |dich |dann |da |ihnen |mich |sich |auch |jetzt |denn |dort ){{0,4}}{_NEVER} {_AGAIN} (?:\w+ )?(?:an ?rufen|melden|kontaktieren|stören|belästigen)",
    rf"(?:ich|er|man|der|die|mein \w+|meine \w+|niemand|keiner) (?:will|kann|darf|soll|wollte|konnte|durfte|muss|möchte|werde|wird|würde) (?:sie |ihn |euch |dich |dort |da |ihr |ihm |sich |mich |dann ){{0,3}}{_NEVER} {_AGAIN} (?:\w+ )?(?:an ?rufen|melden|kontaktieren|stören|belästigen)",
    rf"(?:heißt|bedeutet|meine|meinte|sage|sagte|gesagt|wollte|will|behauptet|habe|hab|das)(?: (?:ja|doch|damit|das|jetzt|ich|doch noch)){{0,3}} (?:nicht|nie|niemals)(?: (?:gesagt|gemeint|gewollt|verlangt|behauptet))? dass (?:sie|ihr) (?:\w+ ){{0,4}}(?:{_NEVER}|keine)(?: \w+){{0,4}}",
    rf"(?:nicht|nie|niemals)(?: (?:gesagt|gemeint|gewollt|verlangt|behauptet))? dass (?:sie|ihr) {_SOON}{_MINE} (?:\w+ ){{0,3}}(?:{_ERASE}|nehmen)(?: sollen| müssen)?",
    rf"(?:löschen|streichen|entfernen|nehmen|tragen|melden|sperren) sie (?:bitte |bloß |ja |doch |auf keinen fall |jetzt |noch ){{0,3}}{_MINE} (?:bitte |bloß |ja |doch |noch |jetzt |aber |{_LIST} ){{0,4}}(?:nicht|nich|niemals|auf keinen fall)(?! {_AGAIN})(?: {_LIST})?(?: raus| aus| ab)?",
    rf"(?:nicht|nich|nie|auf keinen fall|niemals) {_SOON}(?:{_LIST} )?(?:gestrichen|gelöscht|entfernt|genommen|abgemeldet|ausgetragen|abmelden|austragen|löschen|streichen|entfernen|sperren|abbestellen|raus|runter|rausnehmen|raus nehmen)(?: werden)?",
    r"(?:keine|keinen) (?:löschung|abmeldung|sperre|sperrung|streichung)",
    rf"gemeint(?: \w+){{0,2}} {_NEVER} {_AGAIN} {_TO_CALL}",
    r"(?:wie|wo|wann|kann|muss|soll|darf|könnte|wollte) (?:kann |muss |soll |man |ich |wir ){1,3}(?:mich |mir |uns |da |dort |sich |eigentlich |später |wieder |das |den |die |meine |nummer |daten |jederzeit ){0,6}(?:abmelden|austragen|abbestellen|löschen|streichen|widerrufen)",
    r"(?:wenn|falls|ob|nachdem|seit|weil|als) (?:ich|man|er|sie|wir) (?:mich |meine |die |das |daten |nummer |den ){0,4}(?:abmelde|austrage|lösche|kündige|abbestelle|löschen|abmelden)",
    r"(?:haben sie|habt ihr|hat man|hast du) (?:\w+ ){1,5}(?:gelöscht|gestrichen|gesperrt|entfernt|rausgenommen)$",
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
_NO_KEEPS: Final = _heard(
    r"(?:wieso|warum|weshalb|wozu|wie lange|wie lange noch|wer|wenn|falls|ob) (?:behalten|lassen|lasst|lass|bleibe|bleib|dürfen|können|rufen|ruft|löschen|streichen|entfernen|nehmen|sperren|soll ich|sollte ich|ich)",
    r"(?:nie|niemals|nicht|nichts|niemand|keiner|wer|habe? ich|sie haben|er|sie|jemand)(?: (?:davon|je|jemals|etwa|doch|denn|hat|habe|ihnen|euch)){0,3} (?:gesagt|sagt|sagte|erlaubt|behauptet|gebeten|verlangt)(?: dass)?(?: (?:sie|ihr|ich|bitte|mich|uns|gern|wieder|weiter)){0,4} (?:behalten|lassen|lasst|lass|dürfen|dürft|können|könnt|rufen|ruft|bleibe|bleib|will|möchte|auf|im|drauf|drin|meine)",
    r"(?:auf keinen fall|keinesfalls|keineswegs|nie|niemals|nie wieder|nie mehr|nicht länger|nicht weiter|nicht|weder)(?: (?:mehr|wieder|weiter|länger|bei ihnen)){0,2} (?:auf (?:der|ihrer|eurer) liste|im verteiler|in (?:der|ihrer) (?:kartei|datei|datenbank)|drauf|drin)(?: stehen)?(?: bleiben)?",
    r"(?<!bitte )(?:behalten sie|lassen sie|bleibe ich|bleib ich|dürfen sie|können sie|rufen sie)(?: (?!(?:bitte|ja|okay|ok|gut|gerne|gern|mir|nicht) )\S+){1,8} \?",
    r"(?:auf (?:der|ihrer|eurer) liste|im verteiler|drauf|drin) (?:stehen )?bleiben \?",
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
    sms=(r"(?:sms|simsen)",),
    whatsapp=(r"whats ?app",),
    email=(r"(?:e ?mails?|mails?|mailen|mailt|e ?mehl|meil)",),
    rates=Rates(
        counts={
            "einmal": 1,
            "ein mal": 1,
            "ein anruf": 1,
            "zweimal": 2,
            "zwei mal": 2,
            "dreimal": 3,
            "drei mal": 3,
        },
        numbers={"zwei": 2, "drei": 3, "vier": 4, "sechs": 6, "14": 14, "2": 2, "3": 3, "4": 4, "6": 6},
        units={
            "tag": 1,
            "tage": 1,
            "woche": 7,
            "wochen": 7,
            "monat": 30,
            "monate": 30,
            "quartal": 91,
            "halbjahr": 182,
            "jahr": 365,
        },
        per=r"(?:im|pro|in der|in einem|am)",
        every=(r"alle", r"jede[nrs]?"),
        too_often=(r"zu (?:oft|viel|haufig)",),
    ),
)

# What a conversation comes to.
# The words of a question, up to where somebody states something.
_Q: Final = r"(?: (?!(?:aber|nein|nee|weil|denn ich|dann (?:her|schicken|nehm\S*|wäre?|hätte?)|ich (?:will|möchte|mag|habe?|bin|brauche?|kenne?|würde?|nehme?|heiße?|wollte|kann nicht)|wir (?:sind|haben|wollen|brauchen)|hier (?:ist|gibt|gibts|wohnt|heißt|sind)|schicken sie|rufen sie|da (?:haben|sind) sie)(?!\S))\S+){0,12}"
_SO: Final = r"(?:^|^(?:(?:und|aber|ja|also|moment|entschuldigung|hallo|ok|okay|gut|dann|nein|ach|äh|so|guten tag|sagen sie|sagen sie mal|sag mal|bitte|denn|mal) ){1,4})"
_TIME: Final = rf"(?:später|nachher|morgen|übermorgen|noch ?mal|noch ?ein ?mal|nochmals|wieder|zurück|gleich|bald|demnächst|heute (?:abend|nachmittag|mittag|vormittag|noch)|(?:am |nächsten |kommenden |diesen )?{_WEEKDAY}|in (?:einer|zwei|drei|ein|ner|einem|\d+|zehn|fünf|zwanzig|fünfzehn|dreißig|ein paar|der) (?:halben )?(?:stunde|stunden|minuten|tagen|wochen|woche|monat|monaten|viertelstunde|paar minuten)|nächste[nrs]? (?:woche|monat|jahr|tage)|(?:gegen|um|nach|ab|vor) {_HOUR}|im (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|frühling|frühjahr|sommer|herbst|winter|neuen jahr)|nach (?:dem|den|der|meinem|ostern|weihnachten|feierabend) ?\w*|wenn (?:ich|mein|meine|er|sie|wir)|dann)"
_ASK_SOFT: Final = r"(?:(?:mich|uns|mir|bitte|doch|gern|gerne|einfach|lieber|am besten|vielleicht|mal|ihn|sie|es|sich|dich|bei mir|eventuell|auch|ruhig|dazu|morgen|heute) ){0,6}"
_SEND: Final = r"(?:schicken|senden|mailen|faxen|zuschicken|zusenden|zu senden|zu schicken|zukommen lassen|rüberschicken)"
_NOW_BUSY: Final = (
    r"(?:gerade|grade|grad|jetzt|im moment|momentan|zur zeit|zurzeit|derzeit|eben|heute|leider|noch)"
)
_BUSY: Final = r"(?:keine zeit|kaum zeit|schlecht|ungünstig|unpassend|beschäftigt|nicht so gut|unterwegs|in (?:einer|der|ner) (?:besprechung|sitzung|konferenz|schule|vorlesung|pause|schlange|küche)|(?:im|in einem|in nem) (?:meeting|termin|auto|zug|gespräch|bus|urlaub|supermarkt|laden|krankenhaus|garten|stau|büro)|beim (?:essen|arzt|kochen|friseur|sport|einkaufen|autofahren)|(?:auf|bei) (?:der )?(?:arbeit|baustelle|toilette|leiter)|am (?:essen|kochen|arbeiten|fahren|steuer)|auf dem sprung|besuch)"

_REFUSED: Final = (
    r"(?:nicht|nie|niemals|nix|nichts|keine?[nrm]?|ned|net|nimmer|wenn|falls|sondern|lieber|weder)(?!\S)"
)
_ELSEWHERE: Final = r"(?:\w*(?:restaurant|pizzeria|gaststätte|hotel|taxiunternehmen|taxizentrale|taxi|friseur|salon|polizei|wache|feuerwehr|krankenhaus|klinik|praxis|schule|kita|kindergarten|kinderheim|altenheim|pflegeheim|kirche|pfarramt|bücherei|bäckerei|metzgerei|fleischerei|gärtnerei|werkstatt|fabrik|kantine|apotheke|bestatter|fundbüro|telefonzelle|museum|wg|tierarzt|zahnarzt|kanzlei|faxnummer|fax|privatanschluss|privathaushalt|station \w+))"

_NO_OUTCOME: Final = _heard(
    # What is bought is not refused by its price or size; other things one is ready for, or was never given.
    r"(?:will|wollen|möchte|möchten) (?:ich |wir )?(?:\S+ )?nicht (?:zu viel|so viel|mehr als \S+(?: euro)?)(?: dafür)? (?:ausgeben|zahlen|bezahlen)|(?:will|wollen|möchte) (?:ich |wir )?nichts (?:überstürzen|überhasten)|brauch(?:e|en)? (?:ich |wir )?nicht (?:das|den|die) (?:größte|teuerste|neueste)n?|(?:bin|sind) (?:\S+ )?(?:bereit|reif|fertig) (?:fürs|für (?:das|die|den)) (?:bett|wochenende|schule|urlaub|feierabend|arbeit)",
    r"nicht dass (?:ich|wir) (?:\S+ ){0,3}(?:interesse|interessiert)(?: (?:habe|hätte|bin|wäre|hätten))?",
    r"(?:wenn|falls|ob|dass) (?:ich|wir|sie|er|man|jemand|es) (?:\S+ ){0,3}(?:interesse|interessiert|interessieren)(?: \S+)?",
    r"als (?:hätte|hätten|ob|wäre) (?:ich|wir)(?: \S+){0,4}",
    r"(?:mein|meine|der|die|unser|unsere) (?!interesse)\S+ (?:ist|sind|hat|hatte|hätte|interessiert|interessieren) (?!ich |wir )(?:sich )?(?:\S+ ){0,3}(?:interessiert|interesse|für \S+)",
    r"(?:früher|damals|vor \S+ jahren|letztes jahr|bisher|vorher|zuerst|anfangs|eigentlich) (?:\S+ ){0,4}(?:interessiert|interesse)(?: gewesen| gehabt)?",
    r"(?:war|waren|hatte|hatten) (?:\S+ ){0,3}(?:interessiert|interesse) (?:aber|gewesen|früher|damals|jetzt|vor)",
    r"(?:hätte|wäre|wären|hätten) (?:\S+ ){0,4}(?:interessiert|interesse) (?:gewesen|gehabt|wenn)",
    r"würde (?:mich|uns) (?:nur |höchstens )(?:\S+ ){0,2}(?:interessieren|reizen)",
    r"interessier\S* (?:mich|uns|mal|nur|schon|eher|würde) ?(?:mal |nur |schon |eher |jetzt )?(?:woher|wer|wie sie|warum|was sie|ob|wo|wieso)(?: \S+){0,5}",
    r"(?:klingt|klingen|hört sich|ist) (?:\S+ ){0,3}(?:gut|interessant|spannend|schön|toll|super|nett|verlockend)(?: an)? (?:ja |schon |alles )?(?=(?:aber|nur|jedoch|trotzdem|leider|bloß|und morgen)(?!\S))",
    r"interessante? (?:stimme|frage|was sie|zeit|idee von)",
    r"(?:sie|du) (?:brauchen|müssen|brauchst|musst) (?:mir|uns)? ?(?:bitte |auch |gar |jetzt )?(?:nichts|nicht|keine \S+|nix)(?: \S+){0,4}",
    r"(?:schicken|senden|mailen) (?:sie )?(?:mir|uns)? ?(?:bitte |auch |bloß )?(?:nichts|keine \S+|keinen \S+|nicht|nix)(?: \S+){0,3}",
    r"(?:schicken|senden) brauchen(?: \S+){0,4}",
    r"(?:bitte )?(?:keine|nichts) (?:prospekte|werbung|post|briefe|broschüren|zusenden|zuschicken|schicken|mails)",
    r"(?:haben|hat|hatte|habe|hab|hatten|wurde|wurden) (?:\S+ ){1,6}(?:geschickt|gesendet|gemailt|geschrieben|bekommen|gefaxt|angerufen|zurückgerufen|telefoniert|gerufen)",
    r"(?:schicken|senden) (?:sie )?(?:da |uns |mir |mal )?(?:einen|jemanden|wen|keinen|ihren|den) (?:techniker|monteur|vertreter|mitarbeiter|handwerker|kollegen|mann|fachmann|berater)(?: \S+){0,2}",
    r"warten? (?:ich |wir )?(?:\S+ ){0,5}(?:rückruf|anruf)(?: \S+){0,3}",
    r"(?:per|via) (?:e ?mail|mail|post|sms|whatsapp) (?:kriege|bekomme|kam|kommt|kamen|hat|haben|habe)(?: \S+){0,5}",
    r"(?:habe|hab|hatte|mir|ihnen|ich) (?:ihnen |mir |dir |wohl )?(?:die |eine )?falsche (?:nummer|telefonnummer)(?: (?:gegeben|gesagt|aufgeschrieben|genannt))?",
    r"(?:habe|hab) ich (?:mich |da )?(?:verwählt|die falsche nummer)",
    r"(?:ist|war|wäre) (?:das|es) (?:\S+ )?zu teuer(?: für \S+)?|nicht zu teuer|zu teuer ist (?:relativ|es nicht|das nicht|das ja nicht)",
    r"(?:ich )?kann (?:da |gar |einfach )?nicht nein sagen",
    r"(?:sagen|sagt) (?:sie )?nicht nein",
    r"(?:brauche|brauchen) ich (?:dafür|dazu|da|hierfür|für das)(?: \S+){0,4}",
    r"keine? (?:problem|thema|ahnung|plan|wunder|sorge|frage)",
    r"(?:niemand|keiner) hat (?:mir|uns) (?:das |etwas )?gesagt",
)
_QUESTIONS: Final = _heard(
    rf"{_SO}(?:(?:was (?:ist|kostet|kosten|wollen|haben|soll(?! (?:ich|wir|i) (?:\S+ ){{0,4}}(?:mit|damit)(?!\S))|meinen|bedeutet|heißt|machen|passiert|wird|sind|war|würde|wäre|hat|gibt|genau|brauche|ist denn|denn|für))|wie (?:viele?|teuer|lange|oft|heißt|heißen|war|ist|sind|alt|spät|schreibt|kommen|geht das|funktioniert|bitte|meinen|hoch|groß|läuft(?! das(?: dann)? ab)|schnell(?! (?:bekomm|krieg|können|kann)))|wer (?:ist|sind|spricht|hat|war|sagt|gibt|schickt|ruft|denn)|wo(?:her|hin|zu|mit|ran|rum)?(?! unterschreib)(?! (?:kann|muss|darf|soll) ich)(?! find(?:e|et) (?:ich|man))|warum(?! nicht(?: \S+)?$)|wieso|weshalb|wann (?:ist|war|haben|hat|wird|kommt|muss|genau|wäre|denn)|welche\w* \S+|wem|wen|wessen|inwiefern|ab wann|bis wann|seit wann|für wen|mit wem|um was)(?!\S){_Q}",
    rf"{_SO}(?:haben|hatten|sind|waren|kennen|wissen(?! sie (?:was|in meinem)(?!\S))|meinen|gehören|verkaufen|glauben|arbeiten) sie(?! (?:\S+ ){{0,2}}(?:infomaterial|schriftliches|link|unterlagen|prospekt|broschüre|katalog|webseite|website|datenblatt|preisliste|falsch|verwählt|die falsche|den falschen|hier falsch|da falsch|sich (?:da |wohl |hier )?(?:ver|geirrt|vertan))){_Q}",
    rf"{_SO}(?:ist|war|gibt|wird|kostet|gilt|steht|läuft|darf|braucht|hat|kommt|geht) (?:das|es|der|die|da|er|man|hier|dafür|dann|denn)(?! schriftlich)(?! auch schriftlich)(?!\S){_Q}",
    rf"{_SO}(?:bin ich|stehe ich|soll ich|muss ich|darf ich|müssen wir|sollen wir)(?! (?:\S+ ){{0,2}}(?:nicht|kein\S*|schon|zufrieden|versorgt|interessiert|dabei)(?!\S)){_Q}",
)
_REQUESTS: Final = _heard(
    r"(?:können|könnten|würden|kann|könnte|dürfte|darf|wäre|ginge|geht|haben|hätten|kannst|könntest|wollen|mögen) (?:sie|wir|ich|es|man|das|du|mir|uns)",
    r"(?:wie|wo|wann|was|womit) (?:kann|könnte|muss|können|soll|unterschreibe|bekomme|melde|mache|sollen) (?:ich|wir|man)",
    r"wie geht (?:es|das) weiter|macht es ihnen (?:etwas|was) aus|ist es möglich|wäre es möglich",
)
_WRONG_NUMBER: Final = _heard(
    r"falsch (?:verbunden|gewählt|verbindet)",
    r"(?<!ihnen die )(?<!mir die )falsche[rn]? (?:telefon|handy|ruf)?(?:nummer|numer|rufnummer|anschluss)(?! (?:gegeben|gesagt|genannt))",
    r"(?<!ich mich )(?:ver ?wählt)(?: (?:haben|hat|habt))?",
    r"(?:haben|hat|habt) (?:sie |sich |euch |wohl |da |leider |bestimmt |sicher |in der nummer |mit der nummer |ihr ){1,5}(?:in der nummer |mit der nummer )?(?:vertan|geirrt|verwählt|getäuscht)",
    r"(?:hier|bei uns|da|in diesem haus|bei mir) (?:wohnt|lebt|arbeitet) (?:\w+ )?(?:kein|keine|keinen|niemand|nicht)(?: \w+){0,2}",
    r"(?:hier|bei uns) (?:gibt es|gibts|ist|haben wir|hat es) (?:auch |gar )?(?:kein|keinen|keine) (?:herr|herrn|frau|familie|doktor)(?: \w+)?",
    r"(?:gibt es|gibts|haben wir) (?:hier|bei uns|da|in der abteilung|in der firma)(?: \w+){0,3} nicht$",
    r"(?:kein|keine|keinen) (?:herr|herrn|frau|familie) \w+(?: \w+)? (?:hier|bei uns)",
    r"(?:eine?n? |diese |diesen |den |die )?(?:frau|herrn?|namen) (?:\w+ )?(?:kenne?|kennen) (?:ich|wir)(?: \w+){0,2} nicht",
    r"kenne? (?:ich )?(?:hier )?(?:keinen|keine) (?:herrn?|frau) \w+",
    r"^(?:(?:nein|ne|nee|tut mir leid|also) ){0,3}(?:den|die|diesen|diese|so jemanden|den namen|die frau|den mann|den herrn) (?:kenne?|kennen) (?:ich|wir)(?: (?:hier|gar|leider|überhaupt|wirklich)){0,2} nicht$",
    r"(?:ich bin|hier ist) (?:aber |leider |doch )?nicht (?:der |die )?(?:herr|frau|herrn|familie) \w+",
    r"^(?:(?:nein|ne|nee|tut mir leid) ){0,3}(?:das|der|die) bin ich (?:aber |leider )?nicht(?: da müssen sie \w+ anders (?:meinen|anrufen))?$",
    r"ich bin (?:das|es) (?:aber |leider )?nicht$",
    r"(?:ich heiße|mein name ist|wir heißen) (?:aber |leider |doch )?(?:nicht \w+|anders|ganz anders)",
    r"nicht (?:der|die|derjenige|diejenige) (?:den|die|der|dessen) sie (?:suchen|meinen|wollen|brauchen)",
    r"(?:er|sie|der|die|herr \w+|frau \w+|\w+) (?:wohnt|arbeitet|lebt) (?:schon lange |seit \w+ \w+ )?(?:hier|bei uns|dort) (?:schon (?:lange|längst) |leider )?nicht(?: mehr)?$",
    r"(?:wohnt|arbeitet) (?:schon lange |leider )?nicht mehr (?:hier|bei uns|in diesem haus|in der firma)",
    r"(?:nummer|anschluss|handy) (?:gehört|gehörte) (?:jetzt |nun |früher |vorher ){1,2}(?:mir|uns|jemand anders|jemandem anders|einem anderen)",
    r"das ist (?:jetzt|nun) (?:meine|unsere) nummer",
    r"sie sind (?:hier |da |bei mir |wohl |leider ){0,3}(?:falsch|an den falschen geraten|an der falschen stelle)$",
    r"(?:da |hier )?sind sie (?:hier |bei uns |wohl |leider ){0,3}falsch(?: verbunden)?$|^sie sind hier falsch(?: \w+){0,6}$",
    r"(?:den falschen|die falsche|die falsche person|den falschen mann) (?:erwischt|am apparat|am telefon|angerufen|dran)",
    r"an (?:den|die) falschen? geraten",
    r"(?:sie|du) verwechsel\w+ (?:mich|uns)|(?:eine|das ist eine) verwechslung|liegt eine verwechslung",
    r"(?:niemand|keiner) (?:hier )?(?:heißt|namens|mit (?:dem|diesem) namen)|hier heißt (?:keiner|niemand)|so heißt hier (?:keiner|niemand)|so jemanden gibt es (?:hier|bei uns) nicht",
    r"unter dieser nummer (?:\w+ ){0,4}nicht",
    r"(?:hat|haben) (?:jetzt |inzwischen |schon lange |diese |die ){0,2}(?:eine )?(?:neue nummer|andere nummer|nummer (?:\w+ ){0,3}nicht mehr)",
    r"(?:nummer|anschluss) (?:\w+ ){0,3}(?:erst seit|neu (?:bekommen|zugeteilt)|erst (?:neu )?bekommen)",
    r"hier (?:meldet|spricht) (?:sich )?(?:kein|keine) \w+",
    r"hier ist nicht (?:die |der |das )?(?:familie |herr |frau |praxis |firma )?\w+(?: hier ist \w+)?$",
    r"kein \w+ hier$",
    r"(?:^|hier |bei uns |da |nein )(?:gibt s|gibts|gibt es|wohnt|heisst|arbeitet|ist|haben wir)(?: hier| bei uns| da)? (?:keine?n?|kein) (?!problem|interesse|bedarf|netz|empfang|platz|zeit|geld|grund|anschluss|parkplatz|mensch|roboter|wechsel|strom|fernseher|internet|garten|auto|guter|gute)(?:herrn? |frau |familie )?\w+(?: hier| mehr| bei uns)?$|^kein(?:e|en)? (?:schmidt|muller|meier|\w+) (?:hier|bei uns)$",
    r"falsche (?:person|nummer|verbindung|adresse|leitung)(?= \||$| (?:tut|leider|nehmen|hier|bei|sorry))|falscher (?:anschluss|mann|teilnehmer)|(?:sie )?(?:haben|ham) (?:den|die) falschen?(?: \w+){0,3}$|(?:ich )?bin (?:der|die) falsche$|(?:bei der|an der) falschen adresse hier",
    r"(?:eine?n?|herrn?|frau|den|die) (?:herrn |frau )?\w+ ist (?:mir|uns|hier) (?:nicht bekannt|unbekannt|kein begriff)|(?:der|den) name[n]? (?:sagt|ist|hab|habe|kenn|kenne|hore|hor)(?: \w+){1,4}$|kenn(?:e)? (?:ich )?nicht (?:den|die|diesen) (?:namen|mann|frau|herrn|person)|ich kenne keine?n? (?!produkt|firma|anbieter)\w+$|nie gehort den namen$",
    r"wer soll das sein|(?:keine ahnung|weiss nicht|ich weiss nicht) wer (?:das|der|die)(?: \w+){1,2}$|ich (?:heisse|heiss) (?:gar |doch |ganz |aber )?(?:nicht so|anders|nicht \w+)|mein name ist nicht \w+|(?:ich )?bin(?: ich)? (?:nicht (?:herr|frau|der den sie|die die sie) ?\w*|s nicht)$|das bin ich nicht|hier (?:ist|spricht) nicht (?:herr |frau )?(?!moglich|gut|schlecht|so|mehr|da)\w+$",
    r"(?:das )?muss (?:ein|wer|jemand) ander(?:er|es|s) sein|gleicher name|namensvetter|(?:sie )?(?:suchen|wollen|meinen|brauchen) (?:bestimmt |wohl )?(?:jemand anders|jemand anderen|jemanden anders|wen anders|einen anderen)|verwechsel[nt]",
    r"(?:nicht mehr|nicht) (?:seine|ihre|deren) (?:nummer|handynummer|telefon|anschluss)|nicht (?:sein|ihr) (?:handy|telefon|anschluss)|(?:die|diese) nummer (?:hab|habe|hatte|gehort|haben|ist|war)(?: ich)?(?: (?:neu|erst|vorher|jetzt|fruher|seit))(?: \w+){0,4}$|vorbesitzer|vormieter|(?:hatte|hatten) (?:wohl |vorher |fruher |vor mir ){0,4}diese nummer",
    r"(?:der|die|er|sie|den)(?: \w+)? ist (?:schon )?(?:vor \w+ (?:weg|aus|um)gezogen|(?:weg|aus|um)gezogen|gestorben|nicht mehr (?:in der|bei|hier|da)(?: \w+){0,2}|schon lang nicht mehr(?: \w+){0,3}|leider gestorben)$|die sind weggezogen|(?:hat|haben) (?:jetzt )?(?:eine andere|ne andere|eine neue) nummer$",
    r"(?:hier|das) ist (?:die|eine|ein|das|der|nur|doch)? ?(?:\w+ ){1,3}(?:keine?|nicht die|nicht das) \w+$|(?:hier )?ist (?:hier )?(?:privat|ein privatanschluss|ne privatnummer)|welche nummer (?:haben|wollten|wahlen)(?: \w+){1,4}$|(?:eine )?(?:ziffer|zahl) (?:vertauscht|falsch|verwechselt)|vertippt|(?:falsche nummer|nummer falsch) (?:gegeben|aufgeschrieben|notiert)|da mussen sie woanders anrufen",
    rf"hier (?:ist|sind|sitzt|meldet sich|spricht) (?:nur |jetzt |aber |doch )?(?:das|die|der|ein|eine|bei der|im) {_ELSEWHERE}(?! (?:\S+ )?(?:abteilung|müller|am apparat|die ihnen|guten tag)(?!\S))|(?:sie )?(?:sprechen mit|sind (?:hier |jetzt |da )?(?:im|in der|in einer|in einem|bei einem|bei einer|beim|bei der)|haben (?:hier )?(?:die|das|den|eine|ein|einen)) (?:\S+ )?{_ELSEWHERE}(?: \S+)? (?:gelandet|erwischt|angerufen|erreicht|am apparat|dran)|(?:sie )?sprechen mit (?:der |dem |einem |einer )?{_ELSEWHERE}|(?:^|da |do |des )is(?:t)? (?:de|d|die|das|der) {_ELSEWHERE}$|hier (?:wohn|leb)(?:t|en) (?:nur |jetzt )(?:ich|wir|mein\S*)(?: \S+){{0,2}}|(?:falsch(?:e|en)? )?(?:\S+ )?gelandet(?= \||$| (?:nicht|sie))",
    r"(?:zahlendreher|ziffernsturz|verlesen|vertippt)(?= \||$| (?:sie|passiert|haben|die|ich))|(?:die )?vorwahl (?:ist|stimmt|von)(?: \S+){0,8} (?:falsch|nicht|gelandet|verwechselt)|(?:vorwahl ist falsch|falsche vorwahl)|(?:letzte|erste|endziffer|eine) ziffer(?: \S+){0,5} (?:falsch|sieben|verwechselt|anders|vertauscht)|(?:nullen|ziffern|zahlen) haben sie (?:gewählt|vertauscht|verwechselt)|(?:die|de|diese) falsch(?:e|en)? (?:nummer|nummere|adress|adresse|person|leitung|familie|frau)(?! (?:gegeben|gesagt|notiert|für))|(?:den|dem|der) falschen (?:am rohr|am apparat|erwischt|dran|an der strippe|huber|müller|schneider)|^(?:nein |hallo |sorry ){0,4}(?:falsch ganz falsch|ganz falsch|nicht der richtige|nicht die richtige|nerd richtig|ned richtig)(?: \S+){0,5}$|(?:bei|an) (?:mir|uns) an der falschen adress\S*$",
    r"(?:den|die|der|des) (?:den |die |der )?sie (?:suchen|meinen|anrufen wollen|sprechen wollen|haben wollen)(?: \S+){0,5} (?:nicht|ausgezogen|verzogen|weg|umgezogen|weggezogen|nie|anders|gestorben)(?: \S+){0,3}|(?:der|die) (?:frau|mann|herr|person|familie|typ|mieter|\S+) ist (?:\S+ ){0,5}(?:ausgezogen|weggezogen|verzogen|umgezogen)(?! (?:weil|aber kommt))(?: \S+){0,6}|(?:wohnt|wonnt|lebt|arbeitet) (?:\S+ ){0,3}(?:nicht|nit|nüme|nimmer|ned) (?:mehr )?(?:hier|he|da|bei uns|do)|wohnt (?:hier |da |doch )(?:gar |überhaupt |doch )?(?:nicht|nüme|nimmer|nie)|(?:nie|niemals) (?:hier |bei uns )(?:gewohnt|gelebt|gearbeitet|gewesen)|(?:ist|war) nie (?:bei uns|hier) gewesen|nicht mehr unter dieser (?:durchwahl|nummer)",
    r"(?:bei uns|hier|so|in diesem haus)(?: \S+)? (?:heißt|heißen|nennt sich)(?: (?:so|hier|bei uns))? (?:keiner|niemand|kein mensch|alle)(?: so)?|(?:kenne?|kennen|chenni|kenn) (?:ich |i |wir )?(?:hier |da |leider )?(?:kein|keine|keinen|keinne)(?: (?:herrn?|frau|familie))? (?!ausnahme|gnade|grenzen|schmerz|anbieter|produkt|bessere\S*|mensch|firma)\w+(?= \||$| (?:ich|hier|wir|mir|und))|(?:kenne?|kenn|chenni) (?:ich |isch |i )?(?:hier |leider |gar |überhaupt )?(?:nicht|ni|nid|ned|net)(?= \||$)|(?:frau|herrn?|name|eine|einen|der name|dame) (?:\w+ )?(?:kenne?|kenn) (?:ich|isch|wir|i) (?:hier |leider |gar )?(?:nicht|ni|nid|ned|net)|der name sagt (?:mir|uns) (?:gar |überhaupt )?nichts|keine ahnung wem die nummer|koa \w+ (?:weit und breit|do|da|hier)",
    r"nicht (?:der|die|das) (?:anschluss|nummer|telefon|büro|praxis|handy) von|(?:nummer|anschluss|durchwahl|leitung) (?:gehört|gehörte|ist|war)(?: \S+)? (?:nicht zu|nicht (?:dem|der|von)|jetzt (?:meine|unsere|der|die|mir|uns)|früher|mal|vom nachbarn|jetzt der)|(?:ist|is) (?:ihre nummer )?jetzt (?:meine|unsere|mein anschluss|unser anschluss)(?= \||$| (?:ich|wir|nummer))|das ist (?:jetzt |nun )?(?:meine|unsere) nummer(?: jetzt| inzwischen| seit \S+ \S+)?$|(?:nummer|handy|karte) (?:hab|habe|haben) (?:ich|wir)(?: \S+){0,2} (?:neu|erst|gebraucht|übernommen|auf der|gefunden)(?: \S+){0,5}|(?:gebraucht gekauft|auf der \w+ gefunden)(?: \S+){0,6} (?:nummer|gehört)(?: \S+){0,3}|(?:alten|falschen|veralteten) eintrag(?: \S+){0,3}|nummer von jemand(?:em)? ander(?:s|em)|(?:unter|auf) (?:der|dieser) nummer war (?:mal|früher)|vorbesitzer\S*",
    r"(?:ich heiße|mein name ist)(?: (?:zwar|auch|aber|doch)){0,2} \w+ (?:aber )?nicht (?!sicher|mehr|so|ganz|da|interessiert|zuständig|einverstanden|dafür)\w+(?= \||$| (?:und|das|die|der|sie|wir)(?!\S))|(?:die|der|des|das|s|d) (?:bin|bi) (?:ich|i) (?:\S+ )?(?:nicht|nid|ned|net|ni)(?= \||$| (?:und|da))|(?:sie )?(?:wollten|wollen|suchen|meinen)(?: \S+){0,3} (?:die|das|den|zum|zur|in der)? ?(?:andern|anderen|anja|\S+) (?:der|die|das)? ?(?:hat|ist|war)(?: \S+){0,4} (?:andere nummer|anders|nebenan|nachbar\S*)|sie (?:wollen|wollten|suchen) (?:bestimmt|sicher|wohl) (?:zum|zur|die|den|das|in) \w+(?: \S+){0,6}|(?:ne|eine|einen|ein) (?:\w+ )?(?:herrn |frau )?\w+ (?:haben|gibt es|finden sie) (?:wir )?(?:hier |bei uns )?(?:ganz sicher |leider |auch )?nicht$|wir sind (?:eine |ein |die )\w+(?: \w+)? (?:aber )?(?:ein|eine|kein|keine) \w+ (?:ist|gibt es|wohnt|haben wir)(?: \S+){0,4}$",
)
_CALLBACK: Final = _heard(
    rf"(?:rufen sie|rufen|ruf|ruft|versuchen sie es|versuchen sies|probieren sie es|probieren sies|probiers|versuchs|melden sie sich|meld dich|sprechen wir|telefonieren wir|reden wir) (?:sie )?{_ASK_SOFT}{_TIME}(?! (?:\S+ ){{0,2}}(?:nicht|nie|niemals|gar nicht)(?!\S))(?: \S+){{0,4}}",
    rf"(?:können|könnten|würden|kannst|könntest|dürfen|darf) (?:sie|wir|du|ich) {_ASK_SOFT}(?:zurück ?rufen|(?!wieder |weiter ){_TIME} (?:\S+ ){{0,4}}(?:zurück ?rufen|anrufen|telefonieren|sprechen|versuchen|reden|probieren|melden))(?!\S)",
    r"(?:bitte um|hätte gern einen|bitte einen|um einen) (?:rückruf|rückanruf)",
    r"(?:ich|wir) (?:rufe|rufen|ruf) (?:sie |euch |dann |einfach |selber |gern ){0,3}(?:später |morgen |dann )?zurück|ich melde mich (?:später |dann |morgen |wieder |bei ihnen |selber |noch mal ){0,2}(?:später|morgen|wieder|bei ihnen|noch mal|dann)(?! ab)(?!\S)",
    r"(?:kann|darf|könnte) ich sie (?:\S+ ){0,2}zurück ?rufen|ich fahre (?:gerade|grad) auto",
    rf"{_NOW_BUSY} (?:\S+ ){{0,3}}{_BUSY}",
    r"(?:habe?|hab|haben) (?:ich |wir )?(?:\S+ )?(?:gerade|grade|grad|jetzt|im moment|heute|leider|momentan) (?:\S+ )?keine zeit",
    rf"(?:ich|wir) (?:bin|sind|sitze|sitzen|stehe|stehen|sitz|steh|fahre|fahr) (?:hier |da |doch |noch )?{_BUSY}",
    r"(?:passt|geht) (?:es |das )?(?:mir |bei mir |uns )?(?:gerade|grade|grad|jetzt|im moment|heute|leider) (?:\S+ )?(?:nicht|schlecht|gar nicht)",
    r"(?:gerade|grade|grad|jetzt|heute|im moment) (?:passt|geht) (?:es |das )?(?:mir |bei mir )?(?:\S+ )?(?:nicht|schlecht)",
    r"(?:kein|nicht der|nicht so ein) (?:guter|günstiger|richtiger|passender) (?:moment|zeitpunkt)(?! für)",
    r"(?:habe?|hab) (?:gleich|jetzt|gerade) (?:einen|nen|noch) termin",
    r"(?:später|ein ander(?:es ?)?mal|nachher|morgen|übermorgen|nächste woche|heute abend) (?:\S+ )?(?:gern|gerne|noch ?mal|anrufen|telefonieren|sprechen|reden)(?!\S)",
    rf"(?:morgen|übermorgen|nächste woche|heute (?:abend|nachmittag)|am {_WEEKDAY}|später|{_WEEKDAY}|in (?:zehn|fünf|einer|\d+) \w+|gegen {_HOUR}|um {_HOUR}|nach {_HOUR}) (?:\S+ ){{0,3}}(?:passt (?:es |mir)|passt$|geht es|ginge es|wäre (?:gut|besser|mir lieber|es besser|super|ok|okay|schön)|habe ich (?:mehr )?zeit|hab ich (?:mehr )?zeit|bin ich (?:wieder )?(?:da|frei|erreichbar|zu hause|im büro|zurück|am schreibtisch)|können (?:wir|sie mich))",
    r"(?:lassen sie uns|vereinbaren wir|machen wir|ausmachen) (?:\S+ ){0,4}(?:telefonieren|telefontermin|telefonat|sprechen|telefon termin)",
    r"(?:versuchen|probieren) sie(?: es)? (?:doch |bitte |einfach ){0,2}(?:noch ?mal|noch einmal|später|morgen|wieder)",
    r"(?:er|sie|mein \w+|meine \w+|herr \w+|frau \w+|der chef|die chefin) (?:ist|kommt) (?:erst |wieder |gerade |heute |leider ){0,3}(?:um|ab|gegen|morgen|am|in|nächste) (?:\S+ ){0,3}(?:wieder|da|im haus|zurück|zu hause|heim|nach hause)",
    r"(?:im|nach|ab|gegen|am|in|um|zum)(?: (?:den|dem|der|einem|einer|ein|zwei|drei|einigen|nachsten|neuen)){0,9}(?: \w+){1,2} (?:nochmal|noch mal|wieder|gerne? wieder|nochmals|erneut|konnen sie (?:es|sich)|bitte)(?: \w+){0,3}$",
    r"(?:kommen|melden|wenden) sie(?: sich)?(?: gerne?| bitte| doch)? (?:im|nach|in(?! zukunft)|ab|zum|morgen|nachste|spater|ubermorgen)(?: \w+){1,4}$|(?:konnen|sollen|wollen) wir (?:das|es|daruber)(?: \w+){0,3} (?:verschieben|verlegen|reden|sprechen|telefonieren|machen)$",
    r"rufen (?:s|sie)(?: \w+){0,3} (?:an )?(?:wenn|sobald|gegen|um|ab|am|nach|so gegen|zwischen|noch mahl)(?: \w+){1,4}$(?<!rufen sie nicht)|rufen sie jetzt nicht an sondern(?: \w+){1,3}|am \w+ zwischen(?: \w+){1,4} (?:rufen|konnen|gern)(?: \w+){0,3}",
    r"(?:da mussen|mussen|reden|sprechen) sie mit mein\w+ (?:mann|frau|sohn|tochter|chef)\w* (?:reden |sprechen )?(?:der|die|er|sie) (?:ist|kommt) (?:ab|um|am|gegen|erst)(?: \w+){1,3}$|(?:morgen|heute abend|ubermorgen|\w+tag)(?: \w+){0,3} (?:hatte|hab|habe) ich (?:zeit|luft|ruhe)|ich (?:bin|ware|hatte|hab) (?:ab|erst|wieder|morgen|um|am)(?: \w+){1,3} (?:zu haben|erreichbar|zeit|frei|wieder da|daheim|zuhause)$",
    r"(?:wurde|macht) es ihnen (?:etwas|was) aus(?:machen)?(?: \w+){0,3} (?:wieder|nochmal|noch einmal) anzurufen|zu einem spateren zeitpunkt|^(?:sitzung|meeting|termin|besuch|arbeit|auto)(?: \w+){0,2} spater$|heute nicht(?: \w+)? (?:morgen|ubermorgen|nachste)(?: \w+)?|(?:akku|batterie) (?:ist )?(?:gleich |fast )?leer(?: \w+){0,5}|hab(?:e)? (?:grad |gerade )?(?:besuch|gaste|die hande voll)(?: \w+){0,4}$|(?:jetzt|grad|gerade) (?:grad |gerade )?nicht(?: bitte)?$",
    # Another time than now, whatever the verb: "morgen ab acht klingeln Sie noch mal durch".
    rf"(?:heute|jetzt|grade?|gerade|im augenblick|im moment|momentan|diesen monat|diese woche|diesmal)(?: \S+){{0,5}} (?:nicht|nein|schlecht|eilig|ungünstig|kaum|keine zeit|nimmer|nöd|ned|net|doof|lieber)(?: \S+){{0,9}} (?:später|nachher|morgen|übermorgen|abends?|am (?:\S*tag|abend|nachmittag|vormittag|wochenende|\w+ten)|nachmittags?|nächste[nrs]? \S+|in (?:einer|zwei|drei|zehn|fünf|zwanzig) \S+|(?:um|gegen|ab|nach) {_HOUR}|danach|im (?:frühjahr|sommer|herbst|winter|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|neuen jahr))(?: \S+){{0,6}}$",
    rf"(?:nicht|nein|ne) (?:jetzt|heute|grade?|gerade|mehr heute)(?: \S+){{0,9}} (?:später|nachher|morgen|übermorgen|abends?|am (?:\S*tag|abend|nachmittag|wochenende|\w+ten)|nächste[nrs]? \S+|in (?:einer|zwei|drei|zehn|fünf) \S+|(?:um|gegen|ab|nach) {_HOUR})(?: \S+){{0,6}}$|^(?:nein |bitte )?jetzt (?:nein|nicht)(?: \S+){{0,4}} (?:später|nachher|morgen|abend|nachmittag|nacher)(?: \S+){{0,2}}$",
    r"(?:können|könnten|dürfen|dürften|müssen|müssten|sollten|könnt|kannst|darfst) (?:sie|ihr|du|wir) (?:\S+ ){0,7}(?:noch ?mal (?:läuten|fragen|anrufen|durchrufen|probieren|vorbei\S*|versuchen)|wieder (?:melden|durchrufen|läuten|versuchen|fragen|anrufen)|durchrufen|durchklingeln|durchläuten|weiterreden|weitersprechen|verschieben|vertagen|verlegen)(?! (?:oder|auch nicht)(?!\S))|(?:klingeln|läuten|wählen|lüted|probieren|versuchen|rufen|melden) (?:sie|s|se|mer) (?:\S+ ){0,5}(?:noch ?mal|noch einmal|wieder|durch|zurück)(?: durch| an)?(?: (?:wenn|sobald|am|um|gegen|ab|nach|morgen|übermorgen|in|abends|später|dann)(?: \S+){1,6})?$(?<!immer wieder)(?<!nie wieder)(?<!nicht wieder)(?<!nicht durch)",
    r"(?:wenn|sobald|am|um|ab|gegen|nach|morgen|übermorgen|abends|nächste[nr]?|in (?:einer|zwei|einem)|im) (?:\S+ ){1,8}(?:dann )?(?:klingeln|läuten|rufen|wählen|melden|probieren|versuchen|rufens|leitns|ruafa|oruafa) (?:sie|s|se|mi|mich)? ?(?:\S+ ){0,4}(?:durch|an|noch ?mal|noch einmal|wieder|o|aa)$|(?:am|um|ab|gegen|nach|morgen|übermorgen|abends|nächste[nr]?|im|diesen?|sonntag|samstag|montag|dienstag|mittwoch|donnerstag|freitag)(?: \S+){0,5} (?:hätte|hätt|hab|habe|mach|mache) (?:ich|i|wir) (?:\S+ )?(?:zeit|luft|ruhe|pause|mehr zeit)(?: \S+){0,6}$",
    r"(?:ist es|geht es|gehts|gehts auch|ginge es|ginge das|geht das|passt es|wäre es|geht das auch|geht es auch)(?: \S+){0,2} (?:um|gegen|ab|nach|morgen|übermorgen|am|später|nachher|nächste[nrs]?)(?: \S+){1,3}$|(?:wäre|wär|ist) (?:mir )?(?:ein )?(?:rückruf|anruf) (?:recht|lieb|gut|besser|günstig)|(?:um|bitte) (?:einen |um )?(?:rückruf|anruf) (?:am|um|gegen|ab|morgen|nächste)|(?:das |dieses )?(?:gespräch|telefonat) (?:\S+ )?(?:vertagen|verschieben|verlegen)|(?:auf|bis) (?:nächste woche|morgen|übermorgen|\S*tag|nach \S+ \S+) (?:verschieben|vertagen|verlegen|warten)|(?:geben|lassen) sie mir (?:bis|noch) (?:morgen|\S*tag|eine stunde|eine woche|zeit bis)|wart(?:en)? (?:sie )?(?:ma )?bis (?:\S+ ){1,7}(?:ist|is|bin|sind|hab|habe)(?: \S+){0,4}$",
    r"ich fahre? (?:grad|gerade|grade)(?: (?:auto|ohne \S+|auf \S+ \S+|lkw|rad))?(?= \||$| (?:ich darf|ich kann|können|rufen|später))|(?:bin|sitze?|stehe?|hab|habe|fahre?)(?: \S+){1,7} (?:später|heute abend|heut abend|in (?:einer|ner|zwei|zehn|fünf) \S+(?: \S+)?|nachher|morgen)(?: (?:bitte|vielleicht|gern|dann|wieder|wär guet|erst)){0,2}$",
    r"(?:hab|habe|haben|hätte) (?:ich |i |wir )?(?:gerade|grad|grade|jetzt|gleich) (?:\S+ ){0,3}(?:kundschaft|kunden|besuch|gäste|patienten?|friseurin|handwerker|physiotherapie|termin|meeting|videokonferenz|besprechung|sitzung|unterricht|vorlesung|prüfung|mittagessen)(?: \S+){0,6}|(?:gleich|grad|gerade) (?:fängt|beginnt)(?: \S+){1,4} an|kann (?:jetzt |grad |gerade |wirklich |da ){0,3}(?:nicht|kaum|schlecht) (?:sprechen|reden|telefonieren|ans telefon)(?! lernen)",
)
_PUTS_OFF: Final = _heard(
    rf"(?:(?:nein|ne|bitte|oh|ach|tut mir leid|entschuldigung|also|grad|danke) ){{0,3}}(?:nicht jetzt|jetzt nicht|jetzt bitte nicht|gerade nicht|grad nicht|im moment nicht|heute nicht|später|später bitte|später vielleicht|vielleicht später|später gern|nachher|ein andermal|ein anderes mal|keine zeit|(?:ich )?habe? keine zeit|hab keine zeit|ungünstig|grad schlecht|schlecht grad|morgen|morgen (?:früh|nachmittag|mittag|abend)|übermorgen|nächste woche|am {_WEEKDAY}|in (?:einer|zwei|drei|zehn|fünf|zwanzig|einer halben) (?:stunde|stunden|minuten)|(?:heute abend|morgen(?: früh)?|heute nachmittag|am {_WEEKDAY}|übermorgen) (?:so )?(?:gegen|um|ab|nach) {_HOUR})(?: (?:bitte|danke|gern|gerne|lieber|besser|vielleicht|dann|ok|später)){{0,3}}",
)
_CALLBACK_IF_TIMED: Final = _heard(
    r"(?:rufen sie|ruf|ruft|melden sie sich|meld dich|versuchen sie|probieren sie) (?:\S+ ){0,3}",
    r"(?:anrufen|zurückrufen|telefonieren|durchrufen|sprechen|erreichbar|erreichen)",
    r"(?:wäre|ist|passt|geht) (?:es )?(?:mir |uns |bei mir )?(?:besser|am besten|lieber|recht|günstiger|gut|möglich)",
    r"(?:besser|lieber|eher|dann) (?:am|um|gegen|nach|morgen|in|übermorgen|nächste)",
    r"(?:habe|hab) ich (?:mehr )?zeit|bin ich (?:wieder )?(?:da|frei|erreichbar|zu hause|zurück)",
)
_FOLLOW_UP: Final = _heard(
    r"(?<!wohin )(?<!wann )(?<!wie )(?:schicken|senden|mailen|faxen) (?:sie|ihr) (?:mir|uns|es|das|sie|die|dann|halt|bitte|einfach|ruhig|doch|mal|den|was|etwas)(?: \S+){0,4}",
    r"(?:schicken|senden|mailen|faxen) sies (?:mir|uns|an|aufs|per|doch|ruhig)(?: \S+){0,3}",
    rf"(?:können|könnten|würden|wollen|kannst|könntest) (?:sie|ihr|du) (?:\S+ ){{0,6}}{_SEND}",
    r"(?:^|bitte |dann |ja |ok |und |gerne? )(?:schick|schicke|send|mail|schickt) (?:mir|uns|mal|es|das|die|doch|einfach|ruhig)(?: \S+){0,4}",
    r"(?:^|bitte |ja |mal |gern |gerne |einfach )(?:zu ?schicken|zu ?senden|schicken)(?: bitte)?$|ja (?:können|dürfen|könnt) (?:sie |ihr )?(?:gern |gerne |mal )?schicken",
    r"(?<!lieber )(?<!liebsten )(?:bitte|gern|gerne|einfach|dann|mir|infos?|angebot|unterlagen|ja|wenn dann) (?:alles |das |es |mal )?(?:per|via) (?:e ?mail|mail|email|post|sms|whats ?app|fax)",
    r"(?:^|und )(?:per|via) (?:e ?mail|mail|email|post|sms|whats ?app)(?: bitte| gern| gerne| wäre \S+| reicht| schicken| zuschicken){0,3}$",
    r"(?:per|via) (?:e ?mail|mail|email|post|sms|whats ?app) (?:wäre|bitte|schicken|zuschicken|senden|reicht|zusenden|zukommen)",
    r"(?:etwas|was|das|es|alles|angebot) (?:\S+ )?(?:schriftlich\w*|schwarz auf weiß)|schriftliches (?:angebot|haben)|schriftlich (?:haben|bekommen|geben|zukommen)",
    r"(?:hätte gern|hätten gern|haben sie|möchte|bräuchte|brauche|hätte|wäre|ein|gibt es|mal) (?:\S+ ){0,2}(?:infomaterial|info material|prospekt|broschüre|katalog|datenblatt|preisliste|unterlagen|kostenvoranschlag|info mail)(?: \S+){0,2}",
    r"(?:angebot|kostenvoranschlag|informationen|infos|unterlagen|konditionen|preise|details|link|vertrag) (?:\S+ ){0,3}(?:zukommen|zuschicken|zusenden|schicken|per mail|als pdf|per post|in eine mail|in eine sms)",
    r"(?:lassen sie|lass) (?:mir|uns) (?:bitte |mal |doch )?(?:ein|einen|eine|die|den|das|was|etwas) (?:\S+ ){0,3}(?:zukommen|da)",
    r"(?:machen|schreiben|packen|geben) (?:sie )?(?:mir|uns) (?:bitte |mal |das |doch ){0,2}(?:\S+ ){0,3}(?:schriftlich\w*|per mail|in eine mail|in eine sms|als pdf|eine mail|zum nachlesen|angebot fertig)",
    r"(?:kann|könnte|würde|möchte) ich (?:das |es |mir das |mir |erst |gern |zuerst |irgendwo |gerne |in ruhe ){1,6}(?:nachlesen|durchlesen|lesen|anschauen)",
    r"(?:werfen|stecken|legen) sie (?:\S+ ){0,4}briefkasten",
    r"(?:haben|ham|hatten|gibt|gibts|gabe|gabs)(?: (?:sie|es|s|da|dazu|davon|dafur|auch|was|etwas)){0,9} (?:einen? |was |etwas |irgendwelche |auch ){0,4}(?:prospekt|broschure|unterlagen|katalog|flyer|infomaterial|material|schriftliches|zum lesen|webseite|schriftlich|infos)(?: \w+){0,2}$",
    r"(?:tun|legen|werfen|stecken|packen|schmeissen) (?:sie )?(?:s |es |mir |das |mir das |mir ein angebot |das ganze ){0,4}(?:in (?:die|eine|den|einen) (?:post|mail|briefkasten|umschlag)|ins postfach)|(?:zumailen|zuschicken|zusenden|zukommen lassen)(?= \||$| (?:bitte|sie|lassen)(?!\S))(?<!nichts zusenden)(?<!nichts zuschicken)|(?:um|bitte um) (?:die )?zusendung",
    r"(?:eine?|ein paar|kurze|die) (?:broschure|infos|unterlagen|mail|preisliste|informationen|prospekt|link)(?: \w+){0,3} (?:ware|waren|hatte ich|hatt ich)(?: \w+){0,2}$|ich (?:wurde|mochte|will|wurd|hatte|muss|schau|schaus|schaue)(?: \w+){0,3} (?:(?:erst|zuerst|vorher|vorab)(?: \w+){0,3} (?:durchlesen|lesen|ansehen|anschauen|sehen)|schriftlich|an wenn sie (?:es|das|was) schicken)$|(?:ich )?(?:warte|schau) dann (?:auf|in) (?:ihre|mein) (?:mail|postfach|mails)",
    r"leiten sie (?:es|das|die \w+)(?: \w+){1,4} weiter|(?:kann|konnte|durfte) ich (?:einen|den|die|das|mal)(?: \w+)? ?(?:mustervertrag|vertrag|unterlagen|angebot|prospekt)(?: \w+){0,2} (?:sehen|haben|bekommen)|her mit (?:dem|den|der) (?:prospekt|unterlagen|infos|broschure)|schickens?(?: (?:s|sie))? (?:mir|uns|ma)(?: (?:a|an|den|die|das|was|mal)){0,9} (?:prospekt|unterlagen|infos|mail|angebot|was)|wo (?:finde|sehe) ich (?:die|das|mehr)(?: \w+){0,3}$",
    r"(?:ein|eine|einen|den|die|das|der|per|als|link|kurze?|paar) (?:\S+ )?(?:brief|mail|e mail|email|link|pdf|fax|merkblatt|exemplar|angebot|video|sms|prospekt|kuvert|broschüre|unterlagen|infos?|informationen|webadresse|preisliste|datenblatt|kostenvoranschlag)(?: \S+){0,5} (?:wär|wäre|genügt|reicht|hilfreich|wäre? recht|fein|her damit|zukommen|bekommen|schicken|senden)(?! (?:nicht|keine?|sie nicht|sie keine?)(?!\S))(?: (?:sie|mir|uns|mal|bitte|recht|lieber|nett|gut|schön|hilfreich|fein|super|toll|lassen)){0,3}(?= \||$| (?:die adresse|als|wenn|ich|dann|und|in)(?!\S))|(?:^|ein )link genügt",
    r"(?:schwarz auf weiß|auf papier|schriftlich\w*|zum nachlesen|digital|in großer schrift|in der hand|in hand)(?: \S+){0,4} (?:brauche?|möchte|bitte|haben|bekommen|sehen|lesen|her|fertig|will ich|hätte|geben|senden|schicken)(?: (?:ich|sie|mir|das|es|bitte|damit)){0,2}",
    r"(?:dürfen|können|könnten|sollen|würden) (?:sie|ihr|du) (?:mir |uns |das |die |gern |ruhig |ihr |ihm |\S+ ){0,5}(?:senden|schicken|rüberschicken|rausschicken|zusenden|zuschicken|ausdrucken|mailen|zukommen lassen)(?! (?:sie|lassen sie))(?: (?:und|würden|bitte)(?: \S+){0,2})?$|(?:ob|wenn) sie (?:mir|uns) (?:das|die|was|etwas)(?: \S+){0,3} (?:schicken|senden|ausdrucken|mailen|zuschicken)|(?:also |dann |einfach |bitte |gern |gerne )(?:rüberschicken|rausschicken|zuschicken|herschicken|faxen|mailen)(?: bitte)?$|tun (?:se|sie|s) mir (?:\S+ ){0,3}(?:zuschicken|schicken|senden)|(?:schick|sänd|send|schickt|schickens|sendens|schickn) (?:mer|mir|ma|se|sie mir|uns|s mir) (?:\S+ ){0,5}\S+",
    r"(?:schicken|senden|mailen|faxen|geben) sie (?:ihr|ihm|meiner \S+|meinem \S+|unserer \S+|unserem \S+) (?:\S+ ){0,3}(?:informationen|infos?|unterlagen|angebot|das|es|die|eine|ein|prospekt|broschüre|link)(?! (?:nicht|zurück))(?: \S+){0,5}|(?:stecken|werfen|legen|packen) sie (?:mir|uns) (?:ein\S* |was |das |die )(?:\S+ ){0,3}(?:briefkasten|post|kuvert|umschlag)|(?:haben|hätten|gibt es|gibts) (?:sie |da |davon |das auch |dazu |darüber |das ){0,3}(?:\S+ )?(?:merkblatt|flyer|prospekt|video|seite im netz|webseite|website|homepage|was zum lesen|zum nachlesen|infomaterial|auf papier)(?: (?:darüber|dazu|davon|im netz|an))?(?: (?:schicken|dann|das|bitte|her|an)(?: \S+){0,5})?$|(?:wo|wie) finde? (?:ich|man) (?:die |das |mehr |den )?(?:infos?|informationen|link|seite|angebot|unterlagen)(?: \S+){0,3}|ohne (?:infomaterial|unterlagen|prospekt|was schriftliches|schriftliches angebot)(?: \S+){1,5}",
)
_NOT_INTERESTED: Final = _heard(
    r"(?:seit|jahre|jahren)(?: \S+){1,6} und (?:den|die|das|dem|dabei|da) (?:behalte?|bleibe?) ich(?: auch)?(?: bis zum schluss| treu)?$",
    # What was wanted then and is not now, and the other way round.
    r"(?:\||(?:war|wäre|waren|wären) (?:\S+ )?interessiert|(?:hatte|hätte) (?:\S+ )?interesse|interessiert gewesen|interesse gehabt|früher|letztes jahr|letzte woche|vor \S+ jahren)(?: \S+){0,6}? (?:(?:aber )?(?:jetzt|heute|nun) (?:aber )?(?:nicht mehr|nimmer|nein)|(?:jetzt|nun) ist (?:es|das|der zug) (?:leider )?(?:zu spät|abgefahren)|also nein|nicht mehr)$",
    r"(?:kein|keinerlei|keine|null|nicht das geringste|gar kein|wenig) (?:\S+ )?(?:interesse|intresse|in ?te?resse)(?! (?:\S+ )?(?:jetzt|zu reden))",
    r"(?:kein|keinen) (?:\S+ )?bedarf",
    r"nicht (?:mehr |sehr |wirklich |besonders |so |daran |weiter |sonderlich ){0,3}(?:interessiert|in teressiert)",
    r"interessier\w* (?:mich|uns)(?: \S+){0,4} (?:nicht|null|kein \S+|überhaupt nicht)",
    r"(?:brauche|brauch|brauchen|benötige|benötigen) (?:ich |wir |so was |sowas |das |es |davon |hier |aber |auch |eh |sowieso |wirklich |leider |da |im moment |so etwas |gar |so einen \S+ |die ){0,5}(?:nicht|nichts|nix|net|keine? \S+|keinen? \S+)(?: mehr)?(?! (?:zu sagen|zu wissen|ihnen))",
    r"nichts für (?:mich|uns|meine \S+|meinen \S+)",
    r"(?:nicht|nichts) für (?:mich|uns)$|nicht mein (?:ding|fall)",
    r"(?:will|möchte|wollen|möchten|mag) (?:ich |wir |das |es |so was |sowas |davon |da |hier |aber |das alles |leider |lieber ){0,5}(?:nicht|nichts|keine? \S+|keinen? \S+)(?: mehr)?(?: (?:haben|machen|kaufen|wechseln|bestellen|unterschreiben|abschließen|wissen|nehmen|mitmachen))?(?: (?:danke|auch wenn \S+|und|trotzdem|\|)|$)",
    r"(?:habe?|haben|hab|bin|sind) (?:ich |wir |bei uns )?(?:doch |ja |auch |eben )?(?:schon|bereits) (?:\S+ ){0,2}(?:anbieter|vertrag|anlage|versicherung\w*|tarif|alles|genug|so was|so etwas|so einen \S+|so eine|so eins|versorgt|eingedeckt|bedient|eine? solche|woanders|abgelehnt|anders entschieden|drei davon|solche)(?!\S)",
    r"(?:ich bin|wir sind|bin|sind wir|bin ich) (?:(?!nicht )\S+ ){0,3}(?:zufrieden|versorgt|eingedeckt|bedient|glücklich) (?:mit|bei)?",
    r"(?:ich bin|wir sind|bin|sind wir) (?:schon |bereits |bestens |gut |rundum |sehr |ganz |damit ){0,3}(?:zufrieden|versorgt|eingedeckt|bedient)$",
    r"(?<!nicht )(?:viel |mir |uns |ist |doch |einfach |leider |schlicht )(?:viel |einfach )?zu teuer(?! (?:ist|für|gewesen))",
    r"(?:kommt|käme) (?:für mich |für uns |das |überhaupt |gar |leider |es ){0,4}nicht in ?frage",
    r"(?:lehne|lehnen|lehn) (?:ich |wir |das |dankend |es ){0,3}ab$",
    r"(?:^|ja |ach |danke |ok )(?:nein|ne|nee|nö) danke|(?:^|aber |also )nein danke|danke nein|dann nein|also nein|eher nein$|aber nein$",
    r"^(?:(?:nein|ne|nee|ach|danke|also|ja|ok|nö|das) ){0,4}(?:lieber nicht|eher nicht|lass mal|lassen sie mal|lassen wir das|lassen wir lieber|lassen sie es gut sein|vergessen sie es|vergiss es|lohnt sich nicht|kein bock|keine lust|ich verzichte|verzichte|danke ich verzichte|ich passe)(?: (?:danke|tschüss|schönen \S+ \S+)){0,2}$",
    r"(?:hab|habe|haben) (?:ich |wir |da ){0,2}(?:keine? (?:lust|bock|geld|verwendung)|keinen bock|nichts von|nix von)(?! gefunden)(?: \S+){0,3}",
    r"(?:kaufe|kaufen|kauf) (?:ich |wir |grundsätzlich |am telefon |hier |bei ihnen ){0,3}(?:nichts|nix)|(?:wollen|will|möchte) (?:\S+ )?nichts (?:kaufen|abschließen|unterschreiben|bestellen)",
    r"nichts (?:am|übers) telefon|am telefon (?:\S+ )?(?:nichts|nix)",
    r"(?:will|möchte|wollen|werde|werden) (?:ich |wir |auch )?nicht wechseln|wechseln wir nicht|wir wechseln nicht|ich wechsel(?:e)? nicht",
    r"(?:bleibe|bleib|bleiben) (?:ich |wir )?(?:lieber |doch |auch |da )?(?:bei (?:meinem|meiner|unserem|unserer|dem) \S+|wie es ist|so wie es ist)",
    r"(?:behalten sie|behaltet|behalt) (?:das |mal |ihr|ihren|ihre|euer|den|das)(?: \S+){0,2}|können sie (?:gern |ruhig |selbst )?behalten",
    r"(?:lohnt|rechnet) sich (?:für mich |für uns |das |da |bei mir ){0,3}(?:nicht|eh nicht)",
    r"(?:sehe|seh) (?:ich |da |darin ){0,3}(?:keinen|kein) (?:vorteil|nutzen|sinn|grund)",
    r"(?:dagegen|anders|für (?:einen anderen|jemand anderen|was anderes)) entschieden",
    r"^(?:natürlich|sicher|bestimmt|ganz sicher|ganz bestimmt|auf jeden fall|auf gar keinen fall|auf keinen fall|selbstverständlich|wirklich|überhaupt)(?: nicht)?(?<=nicht|.fall)(?<!jeden fall)$",
    r"auf (?:gar )?keinen fall (?:mach|nehm|will|brauch|kauf)\w*(?: \S+){0,2}",
    r"(?:meine frau|mein mann|meine kinder|der chef|mein chef) will (?:das|es|so was) nicht",
    r"kann ich mir nicht leisten|können wir uns nicht leisten|fehlt (?:mir|uns) das geld",
    r"^(?:nein|ne|nee|nö)$",
    r"^(?:(?:ach|nee|nein|ne|no|danke|du|na|ja|also|oh|sorry|leider) ){0,4}(?:lass(?:en sie)? (?:ma|mal|gut)(?: gut)? sein|lass(?:en sie)? mal|lassen wir das|dankschon|nee|no|danke|bedarf hab(?:e)? ich keinen|danke nein|kein bedarf|mog i ned|geht auch ohne|vergebene liebesmuh|null interesse|unnotig|abgelehnt|ohne mich|nicht mit mir|bin raus|da bin ich raus|passe|ich passe|ich verzichte(?: dankend)?)(?: (?:danke|ned|nicht|wirklich)){0,9}$(?<!^danke)(?<!^ja danke)",
    r"^(?:(?:ach|nein|nee|das|so was|sowas|sorry|danke|die|davon) ){0,3}(?:haben wir|hab ich|habe ich|mir hams|wir haben|ich hab|ich habe)(?: (?:das|sowas|so was|eins|einen|da|die))? ?(?:schon|bereits|alles|jemanden?|schon jemanden?|genug|schon (?:eins|einen|drei|zwei)(?: \w+){0,3}|grad erst eins gekauft)(?: (?:danke|dafur)){0,9}$",
    r"das macht (?:mein|unser|bei uns|schon)e? ?\w+(?: \w+)?$|(?:machen wir|mach ich) (?:selber|selbst|alles selber|alles selbst)|wir (?:bleiben|sind) (?:bei unserem|versorgt|bestens versorgt|dort|zufrieden)(?: \w+)?$|ich (?:bleib|bleibe) (?:wo ich bin|bei \w+|dabei wie es ist)(?: \w+)?$|(?:ich|wir) wechs(?:le|eln|el) (?:da )?nicht|wechseln will ich nicht|(?:bin|sind|bin sehr) (?:sehr |ganz |rundum )?zufrieden(?: (?:danke|mit \w+(?: \w+)?))?$",
    r"(?:ich bin|wir sind|bin)(?: leider| doch)? (?:rentner|rentnerin|nur mieter|mieter|arbeitslos|pleite) (?:das geht|da geht|kann)(?: \w+){0,4}$|^(?:(?:aber|nein|ich|wir) ){0,2}(?:hab|habe|haben|besitze) (?:gar |ja )?kein(?:e|en)? (?:auto|haus|garten|hund|dach|geld|konto|eigenheim)(?: (?:dafur|so)){0,9}$|zu alt (?:dafur|fur sowas|fur so was)",
    r"(?:das )?interessiert (?:hier |uns |mich |bei uns ){0,4}(?:keinen|niemanden|keine sau|nicht(?: die bohne)?|null)|(?:spricht|reizt|uberzeugt|lockt|juckt) (?:mich|uns) nicht|(?:ist |das ist )?n(?:ix|ichts) fur (?:mich|uns)|nicht mein (?:ding|fall|geschmack)|(?:halte|halt) ich (?:nichts|nix)(?: davon)?|davon halte ich nichts|lohnt sich nicht|rechnet sich nicht|rentiert sich nicht|bringt (?:mir|uns) nichts|was soll ich (?:damit|mit sowas)(?: \w+){0,3}|brauch(?:e|en)?(?: (?:ich|wir))?(?: das)?(?: in meinem alter)? (?:nicht mehr|ned|eh nicht)(?= \||$)|des brauch ma ned|loch im kopf",
    r"(?:am|per|ubers) telefon (?:mach|mache|kauf|kaufe|schliess|schliesse|unterschreib)(?: ich)?(?: \w+){0,2} ?(?:keine|nichts|nix|nie)(?: \w+)?|kauf(?:e)? (?:ich )?(?:nichts|nix|nie was)(?: am telefon)?|muss (?:ich )?(?:leider |da |hier )?(?:passen|ablehnen|absagen|dankend ablehnen)|(?:da )?muss ich passen|(?:chef|mann|frau|partner)(?: \w+){0,2} (?:nein gesagt|will (?:das|es) nicht|ist dagegen)$",
    r"kommt (?:gar )?nicht in (?:die tute|frage)|nein (?:und nochmals|und noch mal|nein und nochmals) nein|(?:verschwenden|vergeuden) (?:sie )?(?:nur )?ihre zeit|sparen sie sich (?:die muhe|das|ihre worte)$|(?:will|mag|mochte|wollen|mochten|nutze|nutzen|verwende|brauche|brauchen)(?: (?:ich|wir|das|eh|gar|sowas)){0,9} (?:nicht|nie|keine?n?)(?: (?:haben|neuen? \w+|danke|so \w+))?$|schicken sie (?:mir|uns) nichts|(?:mir )?nichts (?:zu )?(?:schicken|zusenden)$|(?:nie|nicht) mehr interessiert|jetzt nicht mehr(?: \w+)?$|(?:erzahlen|verkaufen) sie jemand anderem|(?:konnen sie )?jemand anderem erzahlen",
    # Supplied, bound, too dear; refused in so many words.
    r"(?:bedarf|interesse|lust|verwendung|geld|appetit)(?: (?:daran|dafür|darauf|auf \S+))? (?:hab|habe|haben|besteht|ham) (?:ich |wir |da |bei uns |i ){0,2}(?:\S+ )?(?:keins?|keinen|keine|keiner|nicht|nimmer)|das geld (?:hab|habe|haben) (?:ich|wir) (?:\S+ )?nicht|^(?:(?:danke|nein|ne|sorry|leider|hab) ){0,2}kein geld(?: (?:danke|dafür|für so was|für sowas)){0,4}$|keine lust auf (?:so was|sowas|das|so einen? \S+|ein \S+)|^(?:nein |ne |danke ){0,4}keine lust(?: danke)?$",
    r"(?:^|(?:danke|nein|derzeit|momentan|zurzeit|leider|ist|das|bei uns|im moment) )(?:nicht|net|ned) (?:nötig|notwendig|erforderlich|gewünscht|vonnöten)(?: (?:danke|bei uns|bei mir|vielen dank)){0,4}$|(?:mein|unser)\S* (?:\S+ )?(?:geht|tuts|tut es|läuft|reicht|funktioniert|hält|ist) (?:\S+ )?(?:noch |mir |uns |ganz |völlig |vollkommen |einwandfrei ){0,3}(?:gut|aus|prima|einwandfrei|tadellos|super|gut so|gut so wie er ist)(?: so)?$",
    r"(?:vertraglich|noch(?: \S+){1,3}|bis(?: \S+){1,3}|langfristig|fest) gebunden(?! bin ich nicht)|(?:gerade|grad|eben|vor kurzem|letzte \S+|letztes \S+|kürzlich|neulich|letzten \S+)(?: (?:erst|neu|frisch|einen|eine|eins|was|ein|\S+vertrag)){0,3} (?:abgeschlossen|gekauft|verlängert|gewechselt|unterschrieben|angeschafft|erneuert)(?! (?:und|aber|bei ihnen))|(?:dafür|dazu|für so was|für sowas|da) (?:bin|sind) (?:ich|wir) (?:\S+ )?zu (?:alt|arm|klein)|(?:ist |das ist )?(?:mir|uns) (?:das |alles |einfach |da ){0,2}zu (?:unsicher|riskant|windig|kompliziert|aufwendig|aufwändig|heikel|teuer|dubios)",
    r"was soll(?:en)? (?:ich|wir|i|mer)(?: (?:in|mit|auf|für) \S+ \S+| \S+){0,4} (?:damit|mit (?:so|einem|einer|diesem|dem|nem|ner|gabelstaplern)(?: \S+){0,2})$|was (?:will|mach|mache|soll) (?:ich|i) (?:denn )?(?:damit|mit so was|mit sowas)|(?:^|(?:danke|nein|ach|also|naja|nee|nu|das) )(?:ich|wir) lass(?:e|en)? (?:es|das)(?: (?:lieber|bleiben|sein|mal|halt|gut sein)){0,4}$|lass(?:en)? (?:wir|mer|ma) (?:das|es)?(?: (?:lieber|mal)){0,4} ?(?:bleiben|sein|lassen)?$",
    r"(?:da|daraus|draus|aus dem geschäft|aus der sache|bei mir|bei uns)(?: \S+){0,3} (?:wird|kommt) (?:das |es |\S+ )?(?:nichts|nix)(?: draus)?$|(?:wird|gibt) (?:das |es )?(?:bei (?:mir|uns) )?(?:nichts|nix)(?: mit \S+ \S+)?$|(?:winke|winken|winke?) (?:ich|wir) (?:\S+ )?ab|(?:schlage|lehne|schlagen|lehnen) (?:ich|wir) (?:\S+ ){0,2}(?:aus|ab)$|(?:ich|wir) (?:schlage|lehne|schlagen|lehnen) (?:\S+ ){1,4}(?:aus|ab)$(?<!strom ab)|beißen sie(?: \S+){0,3} auf granit|bleiben sie mir weg mit|(?:brauchen|brauchst|braucht) (?:sie|du|man|ihr) (?:mir|uns|bei uns|bei mir) (?:gar |erst gar )?nicht (?:zu )?kommen|können sie mich jagen",
    r"(?<!wenn )(?<!bevor )(?:ich|wir|i) (?:kaufe?n?|koof|bestelle?n?|unterschreibe?n?|spende?n?|nehme?n?|wechsle|wechsel[en]?|abonnier\S*) (?:\S+ ){0,3}(?:nicht|nichts|nix|nüscht|nie|ned|net|keine?n?)(?! (?:übel|ernst|ab|an|zurück|auf die leichte|bevor|ohne|bis|mehr (?:so )?(?:viel|oft))(?!\S))|(?:kaufe?n?|kauf|koof|bestelle?n?|unterschreibe?n?|unterschreib|spende?n?|nehme?n?|nehm|abonnier\S*|wechsle|wechseln?|schließe?n?) (?:ich|wir|ick|i)(?: \S+){0,3} (?:nicht|nichts|nix|nüscht|nie|ned|net|keine?n?)(?! (?:übel|ernst|ab|an|zurück|bevor|ohne|bis)(?!\S))",
    r"(?:nicht|nix|net|ned) (?:kaufen|bestellen|unterschreiben|annehmen|wechseln|mitmachen|investieren)(?: (?:danke|bitte|will ich|wollen wir|möchte ich)){0,4}$|(?:will|wollen|möchte|möchten|mag) (?:ich |wir |i )?(?:\S+ ){0,5}(?:nicht|nichts|nix|weder)(?: \S+){0,2} (?:annehmen|kaufen|bestellen|wechseln|anfangen|anschaffen|abschließen|abonnieren|investieren)|(?:kaufen|spenden|unterschreiben|bestellen|wechseln|spielen) (?:tu|tue|tun|mag|will|werde|wollen) (?:ich|wir|i) (?:\S+ )?(?:nicht|nichts|nix|ned|nie)",
    r"(?:bleibe|bleib|bleiben) (?:ich|wir)?(?: \S+){0,2} ?(?:beim alten|dem alten treu|bei unserem|bei meinem|bei unserer|bei meiner)(?: \S+)?$|(?:behalten|behalte) (?:wir|ich)? ?(?:unser\S*|mein\S*) (?:alten?|bisherigen?|jetzigen?|\S+)(?: \S+){0,4}$|(?:wir|ich) (?:behalten|behalte) (?:unser\S*|mein\S*)(?: \S+){1,5}|(?:sehe|sehen|seh) (?:ich|wir)? ?(?:\S+ )?(?:keinen|kein) (?:anlass|grund|bedarf|nutzen|sinn|vorteil)(?! zur (?:sorge|panik|klage))|bestens (?:versorgt|bedient|aufgestellt)",
    r"(?:nett|lieb|interessant|schön\S*|gut\S*|feine?|toll\S*|super|freundlich)(?: \S+){0,4} (?:aber|bloß|trotzdem|nur|doch)(?: \S+){0,2} (?:nein|nicht (?:bei|für) (?:uns|mich|unser\S*)|nix für|nichts für|ohne mich|kein bedarf|kein interesse)|trotzdem (?:nein|nicht|nein danke)$|(?:bleibt|bleibts|bleib) (?:\S+ )?(?:beim nein|bei nein|bei einem nein)|(?:antwort|entscheidung) (?:ist|lautet|bleibt) (?:\S+ )?(?:nein|abschlägig|negativ|ablehnend)|^(?:ich |wir |ich muss )?bedaure?(?:n)?(?: nein| leider| sehr){0,4}$|(?:da )?kann ich nur den kopf schütteln|haut mich nicht (?:um|vom hocker)|setze? ich aus$|mehr ist nicht drin$",
    r"(?:kommt|kommen) (?:mir|uns|bei mir|bei uns)(?: \S+){0,3} nicht (?:\S+ )?(?:ins haus|in die küche|aufs dach|in die tüte|unter|ins)|(?:isch|is|ist) (?:das )?(?:nüt|nix|nichts|nüscht) für (?:mi|mich|uns|unsereins)|brauch(?:e|en|t)?(?: (?:i|ich|ma|mir|mer|wir|dua i|isch))?(?: s)?(?: (?:wirklich|a|eh|echt|das|des)){0,3} (?:ned|net|ni|nisch|nid|nüt|nicht)$|(?:letzte|letztes) was ich brauch(?:e)?|aus dem alter bin ich raus|(?:zu|für) (?:den|diese|diesen|der) preis nicht|(?:für das|bei dem|um das) geld nicht|da bin ich raus|(?:das )?(?:interessiert|interessieren)(?: \S+)? (?:mich|uns) (?:nicht|null|nullkommanull)",
)
_INTERESTED: Final = _heard(
    # What was wanted then and is not now, and the other way round.
    r"(?:\||(?:hatte|hatten) (?:\S+ )?kein interesse|(?:war|waren) (?:\S+ )?nicht interessiert|woll(?:te|ten|t) (?:ich|wir) (?:\S+ )?nicht|nein (?:gesagt|sagen))(?: \S+){0,5}? (?:aber )?(?:jetzt|heute|nun) (?:aber )?(?:schon|doch|ja|ja doch)$",
    r"(?:aber )?(?:das|sie|ihr) (?:überzeugt mich|(?:haben|habt|hat) mich (?:jetzt |doch ){0,2}überzeugt)|ich will (?:das|es|den|die|eins) unbedingt(?: haben)?$",
    r"(?:ich bin|ich wäre|bin ich|wir sind|wir wären|sind wir|ja|schon) (?:sehr |durchaus |schon |grundsätzlich |auch |da |daran |gern |wirklich |prinzipiell |eigentlich |ja |total ){0,4}(?:interessiert|in teressiert|neugierig|dabei|überzeugt)(?!(?: \S+){0,2} (?:nicht|gewesen|wenn|aber nicht)(?!\S))",
    r"(?:ich|wir) (?:habe|haben|hätte|hätten|hab|hätt) (?:da |schon |auch |durchaus |großes |grundsätzlich |sehr |ja |wirklich |an \S+ ){0,4}(?:interesse|intresse)(?! (?:wenn|gehabt))",
    r"(?:da|daran|ja) (?:hab|habe|hätte|haben|hätten) (?:ich|wir) (?:schon |auch |durchaus |großes |da ){0,3}(?:interesse|intresse)",
    r"(?:das |das alles )?(?:klingt|hört sich) (?:ja |wirklich |sehr |echt |schon |ganz |doch |total |super ){0,3}(?:interessant|in teressant|gut|super|spannend|toll|vernünftig|top|prima|klasse|verlockend)(?: an)?(?!(?: \S+){0,3} (?:aber|nein|nicht|nur|trotzdem|kein\w*|leider|bloß)(?!\S))",
    r"(?:das )?(?:interessiert|reizt) (?:mich|uns)(?! (?:\S+ ){0,4}(?:nicht|null|kein\w*|woher|wer|warum|wieso|überhaupt))(?: (?:sehr|schon|wirklich|durchaus|brennend|auch|total)){0,2}",
    r"(?:das )?(?:würde|könnte) (?:mich|uns|mir) (?:sehr |schon |auch |wirklich |durchaus ){0,2}(?:interessieren|gefallen|weiterhelfen|helfen)(?! wenn)(?! nur)",
    r"erzählen sie (?:mir |uns |doch |ruhig |mal |gern |bitte ){0,3}(?:mehr|weiter|davon|mal|ruhig)",
    r"(?:das )?(?:nehme|nehm|nehmen) (?:ich|wir)(?! (?:nicht|kein\w*|zurück|an dass|mit|das zurück|mir zeit))(?: \S+)?$",
    r"ich (?:nehme|nehm) (?:es|das|eins|einen|eine|zwei|gern \S+)(?! (?:zurück|nicht|mit|wieder zurück|schon))(?: gern| gerne)?$",
    r"(?:mache|mach|bin|machen) (?:ich|wir) (?:da |gern |gerne |auch ){0,3}(?:mit|dabei)$|ich (?:mache|mach) (?:da |gern )?mit|da bin ich dabei|das machen wir|machen wir(?: das| so)?$",
    r"(?:ich|wir) (?:möchte|möchten|würde|würden|will|wollen) (?:das |es |gern |gerne |auch |jetzt |mal |ja |so was |so einen \S+ |da |eins |mich |einen |unbedingt ){0,5}(?:bestellen|kaufen|buchen|ausprobieren|haben|mitmachen|wechseln|genauer wissen|mehr wissen|mehr erfahren|anmelden|abschließen|teilnehmen|nehmen|machen)(?! (?:nicht|wenn))",
    r"^(?:ja |gern |ok )?(?:das |so was |eins |so einen \S+ |sowas )?(?:möchte|will|würde|hätte) ich (?:schon |gern |gerne |auch |das |unbedingt |mal ){0,3}(?:haben|machen|bestellen|ausprobieren|buchen|genauer wissen|mehr (?:wissen|erfahren))?$",
    r"(?:möchte|will|hätte gern|hätte gerne|brauche|bräuchte) (?:ich )?(?:gern |gerne |so |auch |genau )?(?:das|eins|so einen|so was|sowas|einen termin|eine vorführung|ein angebot)(?: haben)?$",
    r"(?:melden|tragen|schreiben|buchen) sie (?:mich|uns) (?:bitte |gern |doch |mal |dafür |für \S+ \S+ |auf die warteliste |ruhig ){0,3}(?:an|ein|auf)$|(?:tragen|buchen) sie (?:mich|uns) (?:\S+ ){0,4}ein|schreiben sie (?:mich|uns) auf(?! (?:ihre|die) (?:sperr|robinson))",
    r"(?:machen|vereinbaren|ausmachen) (?:wir|sie) (?:\S+ ){0,3}(?:termin|besuch|vorführung)(?! (?:\S+ )?telefon)|termin (?:können|könnten|wollen) wir (?:gern )?(?:machen|vereinbaren)|machen sie (?:\S+ ){0,2}einen termin",
    r"wie kann ich (?:das |mich |es |da ){0,2}(?:bestellen|anmelden|buchen|kaufen|mitmachen|bekommen)|wo unterschreibe ich|wo kann ich unterschreiben|was muss ich (?:dafür |da |jetzt )?tun(?! (?:wenn|falls))|wie geht (?:es|das) (?:jetzt |dann )?weiter",
    r"genau (?:das|so was|so etwas|sowas|danach|darauf) (?:brauche|brauch|suche|such|suchen|habe ich (?:gesucht|gewartet))",
    r"(?:schon lange|schon|gerade|eh|sowieso|auch) (?:auf|nach) (?:so|genau so|der suche nach) (?:\S+ ){0,3}(?:gewartet|gesucht)?|(?:wir )?suchen (?:gerade|eh|sowieso|momentan) (?:so \S+|einen|eine|nach)",
    r"kommen sie (?:gern |gerne |ruhig |doch |mal |einfach )?(?:vorbei|her)|zeigen sie (?:mir|uns)? ?(?:das |es |mal ){0,3}$|zeigen sie (?:mir|uns) (?:das|mal)",
    r"(?:warum|wieso) (?:eigentlich )?nicht (?:probieren|buchen|machen|versuchen) \S+(?: \S+){0,2}$",
    r"(?:ich )?(?:kann|könnte) (?:das |ich |wir )?(?:gut |wirklich |echt )?gebrauchen",
    r"da sag(?:e)? ich nicht nein|nichts dagegen$",
    r"^(?:ja |na klar |oh ja )?(?:sehr gern|sehr gerne|unbedingt|auf jeden fall|einverstanden|sofort)(?: ja| unbedingt)?$",
    r"^(?:(?:ja|oh|na|also|klar|gut|super|das|ok|okay|naturlich) ){0,3}(?:bin dabei|ich bin dabei|immer her damit|her damit|gekauft|nehm ich|nehmen wir|will ich|das will ich|hatt(?:e)? ich gerne?|so eins hatt(?:e)? ich gerne?|probieren wir s(?: halt)?|probieren wir es(?: halt)?|legen wir los|packen wir s an|fangen wir an)(?: (?:danke|dann|an|so|bitte|halt|ich bin dabei|sofort)){0,9}$(?<!^danke)",
    r"(?:das|so ?was|es) (?:war|ware|wars|klingt|hort sich|konnte|kame|kommt|trifft sich|wurde|ist)(?: ja| doch| echt| wirklich)? (?:was fur (?:mich|uns)|spannend|interessant|in teressant|mir gelegen|wie gerufen|mich interessieren)(?: (?:fur (?:mich|uns)|sein)){0,9}$|(?:das )?(?:kame|kommt) (?:mir |uns )?(?:gelegen|wie gerufen|genau richtig)",
    r"wo (?:muss|kann|darf|soll) ich (?:denn )?unterschreiben|wann (?:konnen|kann|konnten) (?:sie|ich|wir)(?: \w+){0,5} (?:einbauen|anfangen|vorbeikommen|loslegen|starten|installieren|liefern|beginnen|kommen und das machen|machen)$|wie schnell (?:bekomm|krieg)(?:e)? ich(?: \w+){1,2}$|(?:kann|konnte|darf) ich (?:das |es |eins |gleich |sofort |direkt |schon ){0,4}(?:bestellen|buchen|kaufen|mitmachen|haben)$",
    r"(?:ich |wir )?(?:mochte|mochten|wurde|wurd|wurden|hatte|hatten|will|wollen|hatt)(?: (?:ich|wir|das|es|eins|gerne?|einen|eine|auch|schon|wirklich|mal|gleich|zwei|termin|fur|die|vorfuhrung|probemonat|mehr|daruber|sofort)){0,9} (?:bestellen|kaufen|buchen|vorfuhrung|testen|ausprobieren|erfahren|wissen|mitmachen|haben gern|probieren|nehmen|abschliessen|sehen gern|unterschreiben)$|(?:vorfuhrung|demo)(?: \w+){0,3} (?:gern sehen|sehen|ansehen|haben)$",
    r"(?:sie )?haben mich (?:uberzeugt|neugierig gemacht|uberredet|gewonnen)|(?:wir|ich|das)(?: \w+){0,2} (?:brauche?n?|konnen|kann|kann ich)(?: (?:wir|ich|sowas|so was|das|gut|echt|wirklich|gerade)){0,9} (?:dringend|gut brauchen|wirklich|gut gebrauchen|brauchen)$|(?:danach|sowas|so etwas|so was|genau das) (?:hab|habe|suche|suchen)(?: \w+){0,3}$|zu dem preis (?:sofort|gerne?|nehm ich|ja)|(?:ich )?kann nicht nein sagen|nichts lieber als das|sag ich nicht nein|bringen sie(?: dann)?(?: mal)? (?:zwei|eins|drei)(?: \w+)?$|jetzt schon$(?<=aber jetzt schon)|einverstanden wir nehmen(?: \w+)?|angebot an$",
    # Taken, ordered, asked how to: "ich nehm das kleine Paket", "merken Sie mich vor", "wo muss ich unterschreiben".
    rf"(?<!bevor )(?<!wenn )(?<!falls )(?<!dass )(?<!ob )(?:ich|wir|i|mir|mer) (?:nehme?n?|nähme?n?|nehmer|kaufe?n?|bestelle?n?|buche?n?|probiere?n?|unterschreibe?n?|mecht|wechsel|wechsle) (?!{_REFUSED})(?:\S+ ){{0,2}}?(?:das|es|eins|eines|zwei|drei|beide|so einen?|sowas|so was|die anlage|das (?:kleine|große|angebot|paket|abo)\S*|den (?:tarif|vertrag|kleinen|großen)|zu ihnen|aus|gern|gerne|sofort|gleich)(?! (?:zurück|nicht|mit|wieder|schon|an|ab|übel|ernst|in kauf|von|aber|wenn|erst|auto|jetzt nicht)(?!\S))(?!(?: \S+){{0,5}} (?:{_REFUSED}|(?:auf|ab|an|mit|zurück)$))",
    rf"(?:^|(?:dann|ja|gut|also|jetzt) )(?:nehme?n?|kaufe?n?|bestelle?n?|buche?n?) (?:ich|wir) (?:das|den|die|eins|einen|eine|zwei|beide)(?! (?:zurück|nicht|auto|bus|bahn|zug|nächste\S*)(?!\S))(?!(?: \S+){{0,4}} (?:{_REFUSED}|zurück|mit|auf|an)(?!\S))(?: \S+){{0,3}}$|(?<!bevor )(?<!wenn )(?:ich|wir|i) (?:nehms|kaufs|wills|möchts|bestells|buchs|nimms|probiers)(?!(?: \S+){{0,3}} {_REFUSED})|(?:^|(?:das|eins|dann|jetzt|also|doch|ja|des|sofort|trotzdem|gleich|da) )(?:nehme?n?|nehms|nähme?|nähms|kaufe?n?|bestelle?n?|buche?n?|möchte|mecht|machma|mach mer|machen|nehm) (?:ich|wir|i|mer)(?:s| es| das| jetzt| doch| gern| gerne| sofort| noch| so| dann| gleich| schon){{0,4}}(?: (?:haben|hom|kaufen|bestellen|nehmen|machen|ausprobieren))?$",
    r"(?:bestellen|reservieren|buchen) sie (?:mir|uns|für mich|für uns)(?! (?:nicht|kein\S*|bloß|das ticket|den flug)(?!\S))|merken sie (?:mich|uns) (?:\S+ )?vor|notieren sie (?:mich|uns) als|setzen sie (?:mich|uns) auf die (?:teilnehmer|warte|interessenten|bestell)\S*|schreiben sie (?:mich|uns) (?:rein|ein|dazu)|melden sie (?:mich|uns) an(?! die)(?!\S)|(?:legen|behalten|heben|packen) sie (?:mir|uns) (?:\S+ )?(?:eins|einen|eine|zwei|davon)(?: \S+){0,2} ?(?:zurück|auf|ein|beiseite|weg)?|führen sie (?:es |das )?(?:mir|uns)(?: \S+){0,2} vor|müssen sie (?:mir|uns)(?: \S+){0,2} vorführen|(?:einpacken|kaufen|bestellen) bitte$",
    r"(?:können|könnten|würden) sie (?:mir|uns) (?:das|es|eins|einen|eine|zwei)(?: \S+){0,2} (?:reservieren|zurücklegen|bestellen|vorführen|zeigen)|(?:können|könnten|wollen|sollen) wir (?:\S+ ){0,2}(?:einen |den |n )?(?:vertrag|termin) (?:\S+ )?(?:machen|ausmachen|schließen|vereinbaren)(?! (?:zum|für den) (?:telefon|rückruf)\S*)|machen (?:sie|wir) (?:\S+ )?den vertrag fertig|(?:zu|unter) (?:den|diesen) bedingungen (?:\S+ ){0,4}ins geschäft|machen wir nägel mit köpfen|(?:haben|ham) sie(?: von mir)? grünes licht|grünes licht$",
    r"was brauchen sie (?:\S+ ){0,2}von mir|was brauchts? (?:\S+ )?von mir|wo (?:muss|kann|darf|soll) (?:ich|i|man) (?:\S+ )?unterschreiben|wie (?:schnell )?(?:bekomm|krieg)e? ich (?:das|eins|so was|es|den|die)(?! (?:los|weg|zurück|hin|wieder))(?: \S+){0,2}$|wie (?:schnell )?können sie (?:\S+ )?liefern|(?:wie|wo) steige? ich (?:da )?ein|wie läuft (?:das|des) (?:dann )?ab(?: (?:ich|wir) (?:würde?n?|möchten?|will|wollen) (?:\S+ ){0,4}\S+)$",
    r"(?:haben|ham|habt) (?:sie|ihr|s) mich(?: \S+){0,3} (?:neugierig gemacht|überzeugt|rumgekriegt|überredet|gewonnen|am haken)|^ihr habt mich(?: \S+){0,6}$|(?:bin|wär|wäre) ich ihr mann|(?:rennen|laufen) sie(?: \S+){0,3} offene türen|geht klar$|(?:^|ja )(?:abgemacht|gekauft|gebongt|passt(?: das| mach\S*)?|los gehts|gönn ich mir)(?: (?:mach ma|machma|so machen wir es|so machen wirs))?$",
    r"(?:kommt|kommen|kommst|kam|käme)(?: \S+){0,3} (?:wie gerufen|genau richtig|gerade recht|wie bestellt)|(?:genau (?:auf|nach) so(?: \S+){1,3}|darauf|auf so(?: \S+){1,2}) (?:hab|habe|haben) (?:ich|wir)(?: \S+)? gewartet|(?:^|das ist |des is |das wär |das wäre )genau (?:mein|unser) (?:ding|fall)|(?:das|des|dass) (?:wäre?|ist|is|wär ja grad)(?: \S+){0,3} (?:das richtige|was|ideal|perfekt|optimal) für (?:mich|uns|mein\S*|unser\S*)(?!(?: \S+){0,3} (?:nicht|wenn|aber)(?!\S))|für (?:unser\S*|mein\S*) \S+ wäre? das (?:ideal|perfekt|was|super|genau das richtige)",
    rf"(?:ich|wir) (?:hätte?n?|hab|habe|haben)(?: (?:da|schon|gern|gerne|richtig|wirklich|echt|auch|dringend|großen)){{0,4}} (?:bedarf|lust|verwendung) ?(?:drauf|darauf|daran|dafür|für \S+ \S+|auf so was)?(?! (?:nicht|wenn))$|da (?:hätte?|hab|habe) ich(?: (?:schon|richtig|auch|wirklich)){{0,2}} lust(?: drauf| dazu)?$|(?:gern|gerne|sofort|gleich|unbedingt|da)(?: \S+){{0,3}} (?:mit )?dabei(?!(?: \S+){{0,3}} {_REFUSED})$|da lass(?:e)? ich mich gern(?:e)? beraten|ich komme? gern(?:e)? (?:zu[rm]|vorbei|mal|und)(?: \S+){{0,4}}",
    rf"(?:ich|wir|i) (?:will|wollen|möchte|möchten|bräuchte?n?|hätte?n?|brauche?n?)(?: (?:gern|gerne|unbedingt|jetzt|auch|sofort|wirklich|dringend)){{0,4}} (?:so |auch |noch )?(?:ein|eins|einen|eine|den|das|die|zwei|drei|dieses|diesen) ?(?:(?:große?n?|kleine?n?|neue?n?|solche[nrs]?|(?:von den|davon)) )?(?:\S*abo|\S*tarif|paket|anlage|\S*vertrag|maschinen?|stück|platz|plätze|vorführung|probefahrt|anbieter|modell|gerät)(?! (?:kündigen|loswerden|los|nicht|zurück\S*|beenden|widerrufen|stornieren)(?!\S))(?!(?: \S+){{0,3}} (?:{_REFUSED}|kündigen|beenden|widerrufen|stornieren))",
    r"(?:zwei|drei|ein|eins)(?: stück)? (?:davon )?hätte ich gern|hätte ich gern(?:e)? (?:zwei|drei|eins|einen|eine|so)(?: \S+){0,3}$|(?:das|den|die|die \S+|des|endlich(?: \S+){1,4}) (?:hätte|hätt|würde|möchte|will) (?:ich|i) (?:\S+ )?(?:gern|gerne|haben|mitnehmen|hom|machen)(?! (?:wissen|erklärt|geklärt|schriftlich))$|(?:^|(?:also|ja) )(?:ja )?das wollen wir$|(?:also|meine frau nickt) ja$|(?:das )?probiere? ich (?:\S+ )?aus$|^(?:na )?(?:dann )?los(?: gehts)?$",
)
_HEDGES: Final = _heard(
    r"nicht|kein\w*|nie|niemals|aber|wenn|falls|vielleicht|eventuell|nur|eigentlich|später|schon|jetzt nicht|heute nicht|kommt drauf an|kommt darauf an|mal sehen|mal schauen|trotzdem|leider|sondern|außer|es sei denn|bloß|obwohl|erst|morgen|zuerst|vorher|moment|warten sie|stopp|halt|sagen sie|angeblich|von wegen|als ob",
    r"wer|was|wo|woher|wie|wann|warum|welche\w*|wieso|wohin|wozu|womit|wen|wem",
)

# The end of the conversation, and who is on the line.
_BYE: Final = r"(?:tschüss|tschüß|tschüssi|tschüssikowski|tschau|ciao|tschö|auf ?wieder ?(?:hören|sehen|schauen)|wieder ?(?:hören|sehen|schauen)|auf widersehen|ade|adieu|bye|pfiat di|pfiat eana|pfüat di|baba|bis (?:dann|bald|später|zum nächsten mal|demnächst|die tage)|gute nacht|machen sie es gut|machen sies gut|mach es gut|machs gut|machts gut|mach et jut|(?:einen )?schönen (?:tag|abend|nachmittag|feierabend|sonntag)(?: noch)?|(?:ein )?schönes wochenende(?: noch)?|alles gute)"
_PARTING: Final = rf"(?:(?: {_BYE}| danke| vielen dank| dann| noch| ihnen(?: auch)?| dir| frau \w+| herr \w+| ja| jetzt| also| gleichfalls| ebenso| ok| okay| und| auch| sorry| leider| bitte| halt){{0,6}})$"
_MUST_FILL: Final = r"(?:(?:jetzt|leider|aber|wirklich|dann|nun|auch|mal|hier|so langsam|langsam|schnell|dringend|gleich weiter|doch|ja) ){0,4}"
_OFF: Final = r"(?:los|auflegen|auf legen|weg|gehen|aufhören|auf hören|schluss machen|weiter|ran gehen|rein|zur arbeit|in die (?:besprechung|arbeit|stadt|sitzung)|zum (?:zug|bus|dienst|termin)|die kinder abholen|einhängen|fort)"
_ROBOT: Final = r"(?:roboter|robotter|rohboter|robot|bot|chatbot|computer|computer ?stimme|computer ?programm|maschine|k ?i|ki|künstliche intelligenz|künstlichen intelligenz|automat|automaten|anruf ?automat|sprach ?computer|sprachassistent\w*|sprach ?roboter|bandansage|tonband|aufnahme|automatische(?:r)? (?:anruf|stimme|ansage)|programm|software|alexa|siri|chat ?gpt)"
_A: Final = r"(?:(?:ein|eine|einer|einem|einen|ne|ner|nem|nen|n|so ne|so ein|so eine|so einer|so einem|so nem|so n|irgend ?ein|irgend ?eine|irgend so ein|irgend so ne|nur ein|nur eine|bloß ein) )?"
_REALLY: Final = r"(?:(?:doch|denn|jetzt|wirklich|überhaupt|etwa|nur|auch|eigentlich|hier|so|bestimmt|vielleicht|gerade|grade|sicher|noch|da|alles|tatsächlich|echt|wohl|bloß|auch nur) ){0,4}"
_HUMAN: Final = r"(?:(?:echter|echte|echten|richtiger|richtige|richtigen|lebender|lebendiger|wirklicher|realer) )?(?:mensch|menschen|person)"
_NO_RENT: Final = r"(?! (?:für|zum|zur|die|der|das|mit|von|aus|gebühr|gebühren|reinigung|kaputt|abgestürzt|mitgebracht|programme|im|in|am|auf|wo))"

_ROBOT_QUESTION: Final = _heard(
    r"mit (?:einem |einer |so einem |so nem |nem )?(?:roboter\w*|maschinen?|computern?|automaten) (?:rede|red|spreche|sprech|telefoniere) ich|ich (?:rede|red|spreche|sprech) (?:grundsätzlich |prinzipiell )?nicht mit (?:einem |einer )?(?:roboter\w*|maschinen?|computern?|automaten)",
    rf"(?:sind sie|bist du|seid ihr|sie sind|du bist) {_REALLY}(?!kein){_A}{_ROBOT}{_NO_RENT}",
    rf"(?:sind sie|bist du) {_REALLY}{_A}{_HUMAN}(?! (?:mit|der|die|wie|von))",
    rf"(?:sind sie|bist du) {_REALLY}(?:echt|real|künstlich|lebendig|am leben|menschlich|aus fleisch(?: und blut)?)(?: oder(?: \S+){{0,3}}| hier| am telefon)?$",
    rf"(?:ist das|das ist|ist das hier|das hier ist|ist hier|ist es|das klingt nach|wird das|das wird) {_REALLY}{_A}{_ROBOT}{_NO_RENT}",
    rf"(?:spricht|redet|ruft|telefoniert|sitzt|antwortet) (?:da|hier|mich|dort) {_REALLY}{_A}(?:{_ROBOT}|{_HUMAN}){_NO_RENT}",
    rf"(?:ist|sitzt) (?:da|hier|dort) {_REALLY}(?:jemand |wer )?{_A}(?:{_HUMAN}|(?:jemand|wer) (?:echtes|lebendiges|lebendes|richtiges))(?: dran| am apparat| am telefon| oder \S+)?",
    rf"(?:spreche?|rede?|red|telefoniere?|unterhalte?) ich (?:mich )?{_REALLY}mit {_A}(?:echten |richtigen |künstlichen |lebendigen )?(?:{_ROBOT}|menschen|mensch|person|echten person|etwas künstlichem){_NO_RENT}",
    rf"(?:ob )?ich (?:hier |gerade |jetzt |da |wirklich |eigentlich ){{0,3}}mit {_A}(?:echten |richtigen )?(?:{_ROBOT}|menschen) (?:spreche?|rede?|verbunden|telefoniere)",
    rf"ich (?:spreche?|rede?|red) (?:hier |gerade |jetzt |da |wohl |doch |wirklich ){{0,3}}mit {_A}(?:{_ROBOT})(?: oder| stimmts| stimmt das|$)",
    rf"bin ich (?:\S+ )?mit {_A}(?:{_ROBOT}) verbunden",
    rf"mit wem (?:spreche|rede|sprech) ich(?: \S+){{0,3}} (?:{_ROBOT})",
    rf"(?:klingen|hören sich|klingst|hörst dich|klingt|hört sich|reden|sprechen|redest|sprichst) (?:sie |du |das |ja |irgendwie |so |hier ){{0,3}}(?:an )?(?:wie|nach) {_A}{_ROBOT}",
    rf"(?:werde|wurde) ich (?:\S+ ){{0,3}}von {_A}{_ROBOT} (?:\S+ )?angerufen",
    r"(?:mensch|person) oder (?:eine? )?(?:maschine|computer|roboter|ki|bot)|(?:maschine|computer|roboter|ki|bot) oder (?:ein |eine )?(?:mensch|echt|echter mensch|richtiger mensch)",
    rf"(?:sie sind|bist du|du bist|sind sie|ist das) {_REALLY}(?:gar |also )?(?:kein|keine) (?:echter |echte |richtiger |richtige )?(?:mensch|person)",
    r"(?:du bist|sie sind) (?:doch |ja |gar |doch gar ){0,2}nicht (?:echt|real|lebendig)",
    r"(?:ist das|sind sie|kommt das|ist das hier) (?:\S+ )?(?:vom band|computer ?gesteuert|automatisch generiert|automatisiert|alles automatisch)",
    r"(?:fleisch und blut)",
    r"haben sie (?:überhaupt )?gefühle",
    r"(?:woran|wie|wie kann|wie soll) (?:merke?|merk|weiß|erkenne|kann|soll) ich(?: \S+){0,3} (?:ein )?mensch(?: \S+)?",
    r"(?:ist|war|lauft|kommt)(?: (?:das|da|hier|es|die)){0,9} (?:hier )?(?:eine?n? |ne |nur |nur ein |vom |so eine |bloss ein ){0,4}(?:kunstliche? stimme|computerstimme|ansage|bandansage|band|automat|automatisch|automatisiert|automatischer anruf|robocall|ki|ki anruf|chatbot|sprachcomputer|kunstlich|aufnahme|tonband)$|der anruf automatisch$",
    r"(?:ist|sitzt|spricht|lebt)(?: da| hier| dort)(?: \w+){0,2} (?:wer echter|jemand echtes|ein mensch|jemand oder nicht|uberhaupt jemand|wirklich jemand|ein echter mensch)(?: \w+)?$|sie (?:klingen|horen sich)(?: \w+){0,3} (?:nicht echt|wie (?:ein|eine|alexa|siri)(?: \w+)?)(?: an)?$|(?:wurden|sind|bist|wurdest) (?:sie|du)(?: \w+)? programmiert|beweisen sie(?: mir)? (?:dass|mal)(?: \w+){1,5}$",
    r"^(?:roboter|bot|ki|maschine|computer|mensch)(?: oder (?:was|nicht|mensch|maschine|roboter|computer|echt|wie)){1,9}$|(?:red|rede|sprech|spreche|quatsch|quatsche|bin|telefonier|telefoniere)(?: (?:i|ich|do|da|hier|jetzt|grad|bei|mit|am|an|nem|ner|einem|einer|a|so|echt)){0,9} (?:computer|roboter|maschine|bot|automaten|ki|chatbot|programm)$",
    r"(?:sind|san|bist|bisch|sindse|seid|spricht|redt|redet|ist|is|isch|sitzt|hab ich|sprech|spreche|rede|red) (?:sie |du |ihr |da |das |dat |hier |ich |öpper |eigentlich |jetzt |wirklich |am apparat |mit ){0,4}(?:ein |eine |a |e |ne |nem |einer |einem |einen |en ){0,2}(?:echte[rn]?|richtige[rnm]?|richtigi|wirkliche[rn]?|lebendige[rn]?|lebende[rn]?|natürlichen?|reale[rn]?) (?:mensch\w*|frau|mann|dame|herr|person|stimme|wesen)(?! die)(?: \S+){0,6}$|(?:keine?|kein|nicht) (?:echte[rn]?|richtige[rn]?) (?:stimme|mensch|person)(?: \S+)?$|(?:wirklich|also|gar|doch) kein mensch(?: \S+){0,2}$|^echte person(?: \S+){0,3}$",
    r"(?:sind|san|bist|bisch|sindse|ist|is|isch|war|steckt|hängt|kommt|läuft|klingt|klang|klingen|hab ich) (?:sie |du |das |dat |da |hier |ich |jetzt |nicht |etwa |eigentlich |nur |gerade |so abgehackt ){0,4}(?:wie (?:bei )?|von |aus |mit )?(?:ein |eine |a |e |ne |nem |einer |einem |so ein |so eine |en |der ){0,2}(?:digitaler? assistent\w*|roboter|kompiuter|maschin|maschine|sprach kis?|sprach ?computer|automatisches system|ki|k i|blechbüchse|blechstimme|blech|generiert|chat ?gpt|virtuell|stimme vom band|nur eine stimme)(?: (?:dran|dahinter|am apparat|am telefon|wo da redt|oder(?: \S+){1,4}|erzeugt|in meinem auto(?: \S+){1,5}|stimmts|sie das)){0,2}$",
    r"(?:vorher|alles|schon) (?:vorher )?(?:aufgenommen|eingesprochen|aufgezeichnet)(?: worden)?$|(?:^|mal ehrlich |sagen sie )(?:atmen|schnaufen|husten|lachen) sie(?: \S+){0,7}$|(?:wurde|wird|werden|ist) ihre (?:stimme|sätze|stimm)(?: \S+){0,3} (?:erzeugt|gemacht|generiert|produziert|künstlich)|(?:eine?r?|sie) von (?:diesen|denen|diesen neuen)(?: \S+)? (?:kis|robotern|maschinen|automaten|programmen)|(?:gehören sie|sind sie)(?: \S+){0,3} (?:zu denen|so eine|so ein ding|eins|eine|einer|das)$(?<=denen|.eine|.ding|.eins|einer|e das)(?<!sind sie das)|oder (?:essen|haben|atmen|schlafen|können) (?:roboter|computer|maschinen)(?: \S+){1,3}|callcenter oder(?: \S+){0,3} server|aus m computer|mit (?:so )?(?:einem |ner |nem )?(?:automat|blechbüchse)(?: mit mir| stimmts| stimmt s)?$|(?:redet|spricht) da(?: \S+){0,2} (?:automat|roboter|maschine)(?: mit mir)?",
    r"(?:sind|ist|bin|spreche?|rede?|bist|spricht|redet|telefoniere?|klingt|klingen|war) (?:sie|das|da|du|hier|ich|es|jemand|dort)(?: (?!mein\S*|unser\S*|über|für|wegen|der|die|kaputt|wasch\S*|näh\S*|kaffee\S*|im|am|wo|welche\S*|vor|kein\S*)\w+){0,7} (?:roboter|bot|maschine|computer|automat|ki|menschen?|echt|echte person|programm|software|künstlich|automatisch|vom band|aufnahme|tonband|chatbot|sprachcomputer|computerstimme|algorithmus)(?: (?:oder|am|dran|hier|bitte|dahinter|drin|in der leitung)(?: \w+){0,4})?$",
)
_LONE_ROBOT: Final = _heard(rf"{_A}(?:roboter|bot|ki|computer|maschine|automat|bandansage|mensch)")
_NO_ROBOT_QUESTION: Final = _heard(
    r"(?:ich )?weiß (?:ja |auch )?nicht ob (?:sie|du|das) (?:nun |jetzt )?(?:ein |eine )?(?:roboter|maschine|mensch|computer|automat)(?: oder (?:ein |eine )?\S+)? (?:sind|bist|ist) aber",
    rf"(?:^|egal |gleich |wurscht |schnuppe |schnurz )ob (?:das |da |sie |du |es |jetzt |nun |hier ){{0,3}}(?:ein |eine |einem |einer )?{_A}(?:mensch\w*|person|roboter|maschine|computer|automat|bandansage|ki)(?: oder (?:ein |eine |einem |einer )?\S+)?(?: sind| bist| ist| spricht| anbietet)?(?! (?:oder|wissen|sagen))",
    r"^(?:na |und |also |aber |ja )?(?:wenn|falls) (?:sie|du) (?:ein|eine|einen) (?:roboter|maschine|computer|automat|programm)\S* (?:sind|bist)",
    r"(?:wenn |falls |obwohl )?(?:unser|mein|der|das|ihr|dein)\S* (?!anruf|stimme|gespräch|das)\S+ ist (?:ja |doch |auch |so |nur |eben )*(?:ein |eine )?(?:roboter|maschine|automat|computer)",
    r"(?:das|es) (?:will|braucht|glaubt|versteht|weiß|kauft|liest|interessiert|macht) (?:doch |ja |eh |auch )*kein mensch",
    r"(?:das|es) ist blech|(?:ziegel|dach|topf|farbe)(?: \S+){0,4} blech",
    r"(?:kommt|kommen|steht|gibt es|gibts) (?:da |dort |hier |denn )?(?:nur |bloß )?(?:ein |eine )?(?:automat|maschine|roboter)(?: \S+)?$",
    r"(?:pflegerin|pfleger|arzt|ärztin|lehrer|lehrerin|trainer|betreuung|verkäufer\S*|techniker) aus fleisch und blut",
    r"(?:test|prüfung|ablesen|messung|kontrolle|einbau)(?: \S+){0,2} (?:ein |eine )?(?:mensch|maschine) oder (?:ein |eine )?(?:mensch|maschine|computer)",
    r"ist da noch ein mensch oder sind",
    r"(?:haben|hätten|habt|verkaufen|nutzen|benutzen) (?:sie|ihr) (?:da |denn |auch |so |noch |eigentlich |für so was ){0,3}(?:ein |eine |einen |die |solche |diese )?(?:\S+ )?(?:maschinen?|roboter|programm|aufnahme|automaten)(?! (?:am telefon|dran|oder|und|der (?:an|red|sprich|telefon)\S*|die (?:an|red|sprich|telefon)\S*)(?!\S))",
    r"(?:ein|der|jeder|kein) mensch (?:braucht|lebt|weiß)(?!\S)|(?:bin|ist) (?:ja |doch )?auch nur ein mensch",
    r"(?:von|mit der|per) hand oder (?:\S+ ){0,3}(?:maschine\w*|rechner|computer|roboter)|(?:maschine\w*|rechner|computer|roboter)(?: \S+){0,3} oder (?:\S+ ){0,2}(?:von|mit der|per) hand|handarbeit oder(?: \S+){0,3} maschine",
)
_WANTS_END: Final = _heard(
    rf"(?<!man )(?<!sagt )(?<!wort )(?<!heisst )(?<!noch nicht )(?<!hat )(?<!sagen )(?<!kein ){_BYE}{_PARTING}",
    rf"ich muss {_MUST_FILL}{_OFF}(?!(?: \S+){{0,4}} (?:aber|werden|sagen|erzählen|erklären|wenn|um|morgen|bald|in \S+|nächste|oder|können|rufen|melden))",
    rf"(?:jetzt |leider |dann |so ){{1,3}}muss ich {_MUST_FILL}{_OFF}(?!(?: \S+){{0,4}} (?:aber|werden|in|um|wenn|oder)(?!\S))",
    rf"ich muss dann (?:mal|jetzt)(?: {_BYE})?$",
    r"(?<!wenn )(?:ich )?(?:lege|leg|häng|hänge|leg ich|lege ich|häng ich) (?:ich )?(?:jetzt |dann |nun |mal |halt |hier |einfach ){0,3}(?:auf|ein)(?! (?:lautsprecher|laut|eis|den|die))(?:(?: \S+){0,4})$",
    rf"(?:ich |wir |so )?(?:mache|mach|machen|ist) (?:wir |ich |jetzt |dann |mal |hier |da |für heute |so ){{0,4}}schluss(?! (?:mit|der|des|um))(?: (?:hier|jetzt|für heute|mit dem gespräch|{_BYE}|das|die|der \S+)(?: \S+){{0,3}})?$|machen wir (?:hier |jetzt )?schluss(?: für heute)?",
    r"(?:beenden|beende) (?:wir |ich |sie )?(?:bitte |jetzt |hier |mal |nun ){0,3}(?:das|dieses|den|diesen)? ?(?:gespräch|anruf|telefonat|hier)(?: \S+){0,2}$",
    r"(?:möchte|will|würde gern|würde gerne|können wir|lassen sie uns) (?:ich |jetzt |bitte |gern |hier )?(?:das|dieses|den) (?:gespräch|telefonat|anruf) (?:bitte |jetzt |hier )?(?:beenden|abbrechen)",
    r"(?<!wenn )(?<!nicht )(?:legen sie (?:bitte |jetzt |einfach ){0,3}auf|sie können (?:jetzt |ruhig |gern ){0,3}auflegen)$",
    r"(?:will|möchte) (?:ich )?(?:jetzt |mit ihnen |hier ){0,3}nicht (?:mehr |weiter |länger ){1,2}(?:mit ihnen |hier )?(?:reden|sprechen|telefonieren)(?: \S+)?$",
    r"(?:das wars|das war es)(?: dann| von mir| von meiner seite)?(?: (?:danke|ciao|tschüss))?$",
    r"(?:will|möchte) (?:ich )?sie (?:auch |dann )?nicht (?:weiter|länger) (?:stören|aufhalten)",
    r"(?:tschussle|tschussi|tschuss|pfuat|pfiat|pfuet|adele|baba|servus dann|uf wiederluege|auf wiederhorn|wiederhorn|auf wiederschaun|wiederschaun|auf wiederschauen|habe die ehre|haut rein|hau rein|man sieht sich|gehabt euch wohl)(?: (?:euch|ihna|ihnen|di|dann|und|danke|baba)){0,3}$",
    r"schonen? (?:tag|abend|feierabend|nachmittag|sonntag|wochenende|resttag)(?: auch)? (?:noch )?(?:wunsch|wunsche) ich|(?:das|dieses|unser) gesprach ist (?:beendet|zu ende|vorbei|hiermit beendet)|(?:ich )?(?:muss|musste)(?: (?:jetzt|dann|mal|leider|ich|wieder|auch)){0,9} (?:los|weg|weiter|auflegen|an die arbeit|an die tur|ins bett|rein|raus|schluss machen)$|^(?:ich )?muss(?: jetzt| leider| dann| mal){1,9}$",
    r"(?:dann|damit|gut dann|so) (?:sind|waren) wir (?:fertig|durch)(?: \w+)?$|(?:danke|dank|vielen dank) (?:fur|ihnen fur) (?:den|ihren) anruf$|(?:ich )?verabschiede mich(?: \w+)?$|(?:ich )?(?:bin|bin ich)(?: \w+)? (?:dann )?(?:mal )?weg$|lassen wir es dabei|belassen wir s dabei|beenden wir (?:das|es)(?: hier)?|ich beende das(?: gesprach)?(?: jetzt| hier)?$|ich (?:hau|haue) ab$",
    r"(?<!wenn )(?<!bevor )(?<!nicht )(?:ich |jetzt |dann |so )(?:leg|lege|lech|häng|hänge) (?:ich )?(?:dann |jetzt |nun |mal |ma |halt |einfach |hier |den hörer ){0,4}(?:auf|ein|hin)(?! (?:lautsprecher|laut|die|den|wenn|sobald|wert|eis|und (?:ruf|rufe|melde)))(?: \S+){0,9}$|ich drücke? sie (?:\S+ )?weg|(?:verabschiede?|verabschied) (?:ich )?mich(?: (?:jetzt|dann|mal|hier|nun|also|hiermit|mein|meine|für|bis|von))?(?: \S+){0,5}$|^(?:bitte )?(?:jetzt )?auflegen(?: bitte)?$|(?:ich|i|wir) (?:mach|mache|machen) (?:jetzt |dann |mal ){0,4}schluss(?! mit)(?: \S+){0,4}$",
    r"(?:wir hören|hören wir|i hör|ich hör|ich höre) (?:jetzt |dann |hier |mal |besser ){0,4}auf(?! (?:die|das|den|mit|ihren?|zu)(?!\S))(?: \S+){0,6}$|(?:jetzt|hier|dann|für heute) (?:ist|is|muss) (?:jetzt |mal |aber |hier ){0,4}schluss(?: sein)?(?: (?:für heute|mit dem \S+|jetzt|hier)){0,4}(?: \S+){0,6}$|wir müssen (?:\S+ ){0,3}wir müssen (?:\S+ ){0,3}zum (?:schluss|ende) kommen(?: \S+){0,6}$|(?:^|so |also )ende der (?:durchsage|vorstellung)$|(?:belassen|lassen) wir(?:s| es) (?:dabei|damit)(?: gut sein)?(?: \S+)?$|(?:ich )?beende (?:ich )?(?:das|dieses|den|jetzt)(?: (?:jetzt|hier|nun|gespräch|anruf|telefonat|und zwar \S+)){1,4}(?: \S+){0,3}$",
    r"(?:^|so |ja |also |na |gut |ok |und |baba )(?:jetzt )?(?:ich |i )?(?:muss|muass|mues)(?: (?:ich|i))?(?: (?:jetzt|aber|wirklich|leider|dann|mal|nun|eh)){0,3}$|^so (?:jetzt )?(?:ich muss|muss ich)(?: (?:jetzt|aber|wirklich|dann)){0,2}(?: (?:die|der|meine?|mein)(?: \S+){1,4})$(?<!en)|(?:mehr|sonst) hab(?:e)? ich (?:nicht|nichts) (?:mehr )?zu sagen(?: \S+){0,5}$|ich red(?:e)? nicht (?:mehr )?weiter(?: ende)?$|ich geh(?:e)? jetzt (?:schlafen|ins bett|in den \S+|essen|raus|arbeiten|mal)(?: \S+)?$|lassen sie mich (?:jetzt |bitte |mal ){0,4}(?:gehen|auflegen|los)(?: \S+){0,6}$|^(?:also |na dann |dann |ja )?bis (?:morgen|die tage)(?: dann)?$",
    r"(?:tschüss\w*|tschüs|tschö mit ö|gut nacht|leben sie wohl|hawe dere|habedere|habe die ehre|pf[uü]i?at gott|pfüat gott|adele|uf widerluege|auf nimmerwiedersehen|winke winke|guten rutsch|schöns wochenend\w*|bussi baba|gehaben sie sich wohl|mach(?:et|ense|en se|ts|t)?s? (?:guet|gudd|jut)|viele grüße(?: \S+){0,3}|grüßen sie(?: \S+){1,3}|lass di nimma hörn)(?: (?:dann|schöns|und|noch|auch|danke|ihnen|wochenend|herr \w+|frau \w+|zusammen|um sechs|die heimat|allerseits)){0,4}$",
)
_NO_END: Final = _heard(
    r"(?:leg|lege|stell|stelle) (?:ich )?(?:(?:sie|dich|es|das (?:handy|telefon)|den hörer) )?(?:mal |kurz |eben |schnell |jetzt ){0,3}(?:auf (?:den|die|das) (?:tisch|schreibtisch|kommode|bett|sofa|bank|fensterbank|theke|schrank|regal|stuhl|lautsprecher)|hin|neben \S+|beiseite)",
    r"nie wieder (?:sehen|hören|sprechen)|hatten sie (?:denn |auch )?(?:einen |ein )?schöne[ns]? (?:tag|abend|wochenende|urlaub)|schluss mit lustig|verabschiede mich (?:aus|von) (?:ihrer|ihrem|ihren|der)",
    r"(?:nummer|sperre|eintrag|datei|adresse|name|die|das|er|es) muss (?:da |dort |hier |jetzt |dringend )?(?:raus|weg)|ich muss weg (?:vom|von|aus)",
    r"(?:damit|mit (?:diesen|den|ihren|solchen) \S+) ist (?:jetzt |nun |hier )?schluss|(?:hab|habe|geb|gebe|zahl|zahle|kann|hat|haben)(?: \S+){0,5} und das war'?s",
    r"wenn (?:\S+ ){1,4}bin ich (?:da |dann )?weg|bis (?:\S+ ){1,2}bin ich (?:da |dort )?(?:weg|raus)",
    r"(?:wie |was |da )?(?:sagt|heißt|sage|(?<!zu )(?<!bescheid )sagen) (?:man |ich |meine \S+ )?(?:\S+ ){0,4}(?:tschüss|wiedersehen|wiederhören|auf wiedersehen|ade)(?: \S+){0,4}",
    r"(?:wenn|falls|bevor|warum|wann|ob|dass|sobald|nachdem) (?:ich|wir|sie|er) (?:\S+ ){0,3}(?:auflege|auflegen|aufgelegt|gehe|los muss|gehen muss|weg muss)",
    r"(?<!jetzt )(?<!leider )(?<!dann )(?<!so )(?:muss|soll|darf|kann) ich (?:\S+ ){0,3}(?:auflegen|gehen|los|weg)(?! (?:tschüss|jetzt))",
    r"(?:bitte |nicht |noch ){0,3}nicht auflegen|legen sie (?:bitte |noch |jetzt |bloß ){0,3}nicht auf",
    r"(?:hat|haben|hatte|bin|ist|sind) (?:\S+ ){0,4}(?:aufgelegt|gegangen|unterbrochen)|(?:hat|haben|hatte) (?:\S+ ){0,4}beendet",
    r"ich muss (?:\S+ ){0,4}(?:morgen|nächste woche|in (?:zehn|fünf|einer|zwei|\d+) \S+|um \S+|gleich|bald|heute abend|später|am \S+)(?: \S+){0,2} (?:los|weg|gehen)",
    r"ich muss (?:gleich|bald|in \S+ \S+|um \S+ uhr|nachher|morgen|später) (?:los|weg|gehen|auflegen)",
    r"bis (?:dann|bald|später) (?:ist|war|sind|muss|hat|dauert|gilt)",
    r"(?:lege|leg) (?:sie|den hörer|das telefon|es) (?:\S+ ){0,3}(?:auf|hin|weg|beiseite)",
)
_THEN_WISHES: Final = _heard(
    r"(?:(?:und|aber|bitte|jetzt|dann|danke|erst mal|sonntag|morgen) ){0,4}(?:rufen sie|ruf|melden sie|probieren sies?|versuchen sies?|klingeln sie|können (?:sie|wir)|schicken sies?|mailen sies?)",
    r"(?:(?:und|aber|bitte|jetzt|dann|danke|zwar) ){0,4}(?:nie wieder|nicht mehr|keine anrufe|für immer|löschen sie|streichen sie|bitte löschen|wehe)",
)
_GOES_ON: Final = _heard(
    r"aber (?:sagen|erzählen|was|wie|noch|vorher|erst|schnell|kurz|eine|einen|machen|können|wenn|fragen|erklären|bitte|ich|sie|schießen|reden|gern|ja)",
    r"(?:sagen|erzählen|erklären|fragen|schießen|legen) sie (?:mir |noch |kurz |schnell |ruhig |mal |los |es ){0,3}(?:schnell|kurz|mehr|noch|was|wie|los|worum|mir)?",
    r"(?:machen sie es|fassen sie sich|machen sies) (?:kurz|schnell)",
    r"(?:noch eine|eine) (?:letzte |kurze )?frage|noch (?:was|etwas)",
    r"^(?:also |und |aber |ja |ok ){0,3}(?:was|wie|wer|wo|wann|warum|woher|worum|wieviel|moment|warten sie|können sie|kann ich|haben sie)(?!\S)",
)
_ON_HOLD: Final = _heard(
    r"(?:spricht|telefoniert) (?:gerade|zur zeit|zurzeit|momentan|bereits) auf (?:einer|der) anderen leitung",
    r"(?:gewünschte |angerufene )?(?:gesprächspartner|teilnehmer|anschluss) (?:ist (?:gerade |zurzeit |momentan )?(?:besetzt|im gespräch)|telefoniert gerade|spricht gerade)",
    r"(?:bitte )?(?:bleiben sie|warten sie) (?:bitte )?(?:in der leitung|am apparat)(?: \S+){0,6} (?:verbunden|gehalten|warteschleife|mitarbeiter)",
    r"(?:ihr|der) (?:anruf|gespräch) wird gehalten|wurde(?:n)? (?:\S+ )?(?:in die warteschleife|auf halten) (?:gestellt|gelegt)",
)
_RECORDS_NOTHING: Final = _heard(
    r"(?<!meine )(?:mailbox|voice ?mail|sprachbox|anrufbeantworter|posteingang)(?: \S+){0,4}? (?:ist|sind) (?:\S+ )?(?:voll|nicht eingerichtet|nicht aktiviert|nicht aktiv)",
    r"(?:mailbox|sprachbox|anrufbeantworter)(?: \S+){0,5}? (?:noch )?nicht (?:eingerichtet|aktiviert|besprochen)",
    r"(?:kann|können) (?:zurzeit |momentan |leider |derzeit )?keine (?:weiteren |neuen )?(?:nachrichten|aufnahmen) (?:\S+ )?(?:aufnehmen|aufgenommen|entgegennehmen|entgegengenommen|hinterlassen|annehmen)",
    r"speicher(?:platz)?(?: \S+){0,3} (?:voll|erschöpft)",
)
_OFFER: Final = _heard(
    r"(?:möchten sie|wollen sie|interessiert sie|interessiert dich|haben sie (?:\S+ )?interesse|hätten sie (?:\S+ )?interesse|sind sie (?:\S+ )?interessiert|wären sie (?:\S+ )?interessiert|hätten sie (?:gern|lust)|würde (?:sie|ihnen) (?:das|ein|eine|\S+)|würden sie gern|darf ich ihnen|dürfen wir|dürfte ich ihnen|soll ich ihnen|sollen wir|kann ich ihnen|können wir ihnen|möchtest du|hast du interesse)(?! (?:\S+ ){0,2}(?:teilnehmen|antworten|anfangen|fortfahren|beginnen|helfen)(?!\S))",
)
_OFFER_TO_SEND: Final = _heard(
    r"(?:zu)?(?:schicken|senden|mailen|schick|sende)|broschüre|unterlagen|per mail"
)
_OFFER_TO_CALL: Final = _heard(
    r"(?:zurück ?rufen|(?:sie|dich|ihnen|noch ?mal|wieder|später) (?:\S+ ){0,3}(?:anrufen|anrufe|zurückrufe|melden)|ein andermal|(?:später|noch einmal|noch mal) (?:anrufen|melden|versuchen|sprechen))"
)
_ASKS_WHEN: Final = _heard(
    r"wann|um wie ?viel uhr|welche[rnms]? (?:tag|uhrzeit|zeit|termin|zeitpunkt)|zu welcher (?:zeit|uhrzeit)|an welchem tag|(?:besserer|guter|passender|günstiger) (?:zeitpunkt|moment|tag)|passt (?:es )?ihnen|würde ihnen (?:\S+ ){0,2}passen|ist ihnen (?:\S+ )?lieber"
)

_WISHES: Final = Wishes(
    opt_out=_OPT_OUT,
    opt_out_alone=_OPT_OUT_ALONE,
    opt_out_likely=_OPT_OUT_LIKELY,
    no_opt_out=_NO_OPT_OUT,
    keeps=_KEEPS,
    no_keeps=_NO_KEEPS,
    no_outcome=_NO_OUTCOME,
    questions=_QUESTIONS,
    requests=_REQUESTS,
    wrong_number=_WRONG_NUMBER,
    callback=_CALLBACK,
    puts_off=_PUTS_OFF,
    callback_if_timed=_CALLBACK_IF_TIMED,
    follow_up=_FOLLOW_UP,
    not_interested=_NOT_INTERESTED,
    interested=_INTERESTED,
    yes=(
        r"ja|jawohl|jo|(?:das )?klingt (?:sehr )?(?:gut|interessant|super)|gerne?|sehr gerne?|klar|na klar|naturlich|sicher|selbstverstandlich|auf jeden fall|unbedingt|okay|ok|in ordnung|einverstanden|warum nicht|kein problem|machen sie das|das ware (?:gut|nett|schon|super|toll|prima)|(?:sehr )?(?:gut|schon|prima|super|toll)|von mir aus|meinetwegen|ja bitte|schicken sie (?:es|das|sie)(?: mir)?",
    ),
    no=(
        r"nein|ne|nee|no|nein danke|lieber nicht|eher nicht|besser nicht|kein bedarf|(?:naturlich|sicher|bestimmt|ganz sicher|auf jeden fall|wirklich|gar|uberhaupt|noch|ganz bestimmt|selbstverstandlich) nicht|auf (?:gar )?keinen fall|niemals|danke nein|nicht notig|das ist nicht notig|nicht wirklich|ich glaube nicht|glaube nicht|ich denke nicht",
    ),
    hedges=_HEDGES,
    robot_question=_ROBOT_QUESTION,
    lone_robot=_LONE_ROBOT,
    no_robot_question=_NO_ROBOT_QUESTION,
    wants_end=_WANTS_END,
    no_end=_NO_END,
    goes_on=_GOES_ON,
    then_wishes=_THEN_WISHES,
    refuses_recording=(
        r"(?:nehmen sie|zeichnen sie) (?:mich|uns|das|dieses gesprae?ch|das gesprae?ch|bitte){0,6}(?: \w+){0,2} nicht auf",
        r"(?:moe?chte|will|wollen|moe?chten|darf|due?rfen) (?:\w+ ){0,3}nicht (?:\w+ ){0,2}(?:aufgezeichnet|aufgenommen|aufzeichnen|aufnehmen)",
        r"(?:nicht|keine) (?:aufzeichnen|aufnehmen|aufzeichnung|aufnahme)",
        r"(?:loe?schen|stoppen|beenden) sie (?:bitte )?die (?:aufzeichnung|aufnahme)",
    ),
)

_BUSY_FOR_A_MOMENT: Final = _heard(
    r"(?:ich )?(?:mach|mache|schließ|schließe|dreh|drehe|stell|stelle) (?:mal |kurz |eben |nur |schnell |ich ){0,3}(?:die |das |den |mein |meine )?(?:tür|radio|fernseher|musik|fenster|herd|fernsehen)(?: kurz| mal)?(?: zu| leiser| aus| ab)",
    r"(?:es |da )?(?:klingelt|klopft)(?: gerade| es)?(?: an der tür| bei mir)?|(?:da )?ist (?:gerade )?jemand an der tür",
    r"(?:ich )?(?:geh|gehe) (?:mal |kurz |eben |nur |schnell ){0,3}(?:in ein anderes zimmer|raus|rüber|nach nebenan|an einen ruhigeren \w+|ins andere zimmer|ins büro|zur seite)",
    r"(?:ich )?(?:muss|will) (?:mal |kurz |eben |nur |schnell |noch ){0,3}(?:meine |meinen |mein |einen |was zum |etwas zum |das )?(?:brille|stift|kuli|zettel|kalender|unterlagen|schreiben|auto) (?:holen|suchen|parken|rausholen)",
)
_SAY_IT_AGAIN: Final = _heard(
    r"(?:können sie |könnten sie )?(?:sprechen|reden) (?:sie )?(?:bitte |mal |doch |etwas |ein bisschen |ein wenig ){0,4}(?:lauter|langsamer|deutlicher|etwas lauter)(?: bitte)?",
    r"ich (?:höre|hör|verstehe|versteh|kann) sie (?:so |sehr |ganz |leider |kaum |nicht |schlecht |gar |akustisch |nur ){0,4}(?:schlecht|kaum|nicht|hören|verstehen|gut|richtig)",
    r"(?:sagen|wiederholen) sie (?:das |es |den namen |die frage ){0,2}(?:bitte )?(?:noch ?mal|noch einmal|nochmals)(?: bitte)?|wiederholen sie (?:das |es |bitte ){1,2}(?: bitte)?",
    r"hä|was|wie|bitte was|was bitte|wie war das(?: noch ?mal)?|wie war (?:die frage|der name)(?: noch ?mal)?",
    r"(?:können|könnten|würden) sie (?:das |es |die frage )?(?:bitte )?(?:(?:noch ?mal|noch einmal|nochmals) )?(?:wiederholen|sagen)",
    r"(?:das )?(?:habe?|hab) (?:ich )?(?:das |sie )?(?:jetzt |leider |akustisch ){0,2}nicht (?:ganz |richtig )?(?:verstanden|gehört|mitbekommen)",
)
_LISTENING: Final = _heard(
    r"na klar|richtig|sehr gut|gut|super|prima|interessant|in ordnung|jawohl|eben|sicher|natürlich|selbstverständlich|ach|ah|oh|so so|na gut|ah so|achso|jo|okay|verstanden|alles gut|sehr schön|schön|klar doch|na ja|tja|hört hört|weiter|hmhm|mhmm"
)

_ASIDES: Final = Asides(
    pickup=(r"(?:(?:hallo|ja|ja bitte|bitte|guten (?:tag|morgen|abend)|wer ist da|ja hallo) ?){1,4}", r"(?:hallo |ja )?(?:hier ist |hier )?\w+(?: am apparat)?"),
    backchannel=(
        *_LISTENING,
        r"(?:ja|jaja|genau|aha|ach so|ok|okay|gut|stimmt|klar|verstehe|ich verstehe|mhm|hm+|alles klar|natürlich|natue?rlich)",),
    say_again=(
        *_SAY_IT_AGAIN,
        r"wie bitte",
        r"(?:koe?nnen|koe?nnten|wue?rden) sie (?:das |es |die frage )?(?:bitte )?(?:(?:noch ?mal|noch einmal|nochmals) )?(?:wiederholen|sagen)",
        r"(?:noch ?mal|noch einmal|nochmals)(?: bitte)?",
        r"was (?:haben sie|hast du) (?:gerade |eben )?(?:gesagt|gefragt)",
        r"(?:das )?(?:habe? ich|hab ich)(?: das| sie)? (?:jetzt |leider )?nicht (?:ganz )?(?:verstanden|gehoe?rt|mitbekommen)",
        r"ich (?:habe|hab)(?: das| sie)? (?:leider )?nicht (?:ganz )?(?:verstanden|gehoe?rt|mitbekommen)",
    ),
    one_moment=(
        *_BUSY_FOR_A_MOMENT,
        r"(?:(?:einen|ein|nen|kleinen|kurzen|nur|ganz|warten sie) ){0,4}(?:moment|augenblick|momentchen|sekunde|minute)(?: (?:mal|bitte|noch|kurz)){0,3}",
        r"(?:nur )?(?:eine )(?:sekunde|minute|kleine sekunde)(?: (?:mal|bitte|noch)){0,3}",
        r"(?:warten|bleiben) sie(?: (?:bitte|mal|kurz|noch|einen moment|eine sekunde|am apparat|dran)){0,4}",
        r"(?:bleib|warte|wart)(?: (?:bitte|mal|kurz|dran|am apparat)){0,3}",
        r"(?:ich )?(?:schau|schaue|guck|gucke|seh|sehe) (?:mal |kurz |eben |schnell |gerade ){0,3}nach",
        r"lassen sie mich (?:mal |kurz |eben |schnell ){0,3}(?:nachsehen|nachschauen|schauen|gucken|sehen)",
        r"ich (?:hol|hole|such|suche|nehm|nehme) (?:mir |nur |kurz |mal |schnell |eben ){0,3}(?:einen |ein |meinen |meine |mein |was zum |etwas zum )?(?:stift|kuli|zettel|papier|blatt|kalender|brille|karte|unterlagen|schreiben)(?: und (?:einen |ein )?(?:zettel|papier|blatt|stift))?",
        r"(?:ich )?(?:bin|komme) (?:gleich|sofort) (?:wieder )?(?:da|zurue?ck|wieder)",
    ),
    courtesies=(
        "ah", "ach", "ah so", "ja", "ok", "okay", "gut", "hallo", "bitte", "danke", "entschuldigung",
        "tut mir leid", "verzeihung", "natue?rlich", "klar", "also", "und", "wie",
    ),
    assents=("ja",),
    passes_on=(
        rf"{_FIRST}(?:hol|hole) (?:ihnen |dir |ihn |sie )?(?:mal |kurz |schnell |eben |gleich ){{0,2}}(?:{_PERSON}|ihn|sie){_FILL}$",
        rf"{_FIRST}(?:hol|hole) (?:ihn|sie){_FILL}$",
        rf"{_FIRST}(?:geb|gebe|reich|reiche|leite) (?:sie|dich)(?: (?:mal|kurz|schnell|eben|gleich|gern|gerne|jetzt|dann|bitte)){{0,3}}(?: (?:an|zu) {_PERSON})?(?: (?:weiter|rue?ber|rueber))$",
        rf"{_FIRST}(?:geb|gebe|reich|reiche) (?:den hoe?rer|das telefon|das handy)(?: (?:mal|kurz|schnell|eben|gleich|gern|gerne|jetzt|dann|an|{_PERSON})){{0,4}} (?:weiter|rue?ber|rueber)$",
        rf"{_FIRST}(?:geb|gebe) (?:ihnen|dir) (?:mal |kurz |schnell |eben |gleich |jetzt ){{0,2}}{_PERSON}{_FILL}$",
        rf"{_FIRST}(?:verbinde|verbind) (?:sie|dich)?(?: mit {_PERSON})?{_FILL}$",
        rf"{_FIRST}(?:stell|stelle) (?:sie|dich)(?: (?:mal|kurz|eben|gleich|jetzt|zu {_PERSON})){{0,3}} durch$",
        r"(?:er|sie) kommt (?:(?:gleich|sofort|jetzt|schon|grade|gerade) ){0,2}(?:gleich|sofort|jetzt|schon|ran|ans telefon)$",
        rf"(?:hier|da) (?:ist|kommt) (?:er|sie|{_PERSON})(?: (?:schon|jetzt|selbst))?$",
    ),
    calls_out=(r"(?:telefon|anruf|ist) fue?r dich", r"jemand (?:ist )?am telefon", r"komm(?:st du)? (?:mal )?ans telefon"),
    nobody_comes=(r"(?:ist|sind) (?:\w+ )?(?:nicht|leider nicht|gerade nicht|beschaftigt|weg|unterwegs)(?: \w+){0,2}", r"(?:nachricht|spae?ter|zurue?ckrufen|ausrichten)"),
)  # fmt: skip

_VOICEMAIL_GREETING: Final = (
    r"hinterlassen sie(?: \w+){0,4} (?:nachricht|namen|mitteilung)",
    r"nach dem (?:signalton|piepton|ton|piep)",
    r"(?:mailbox|anrufbeantworter) von",
    r"(?:zurzeit|momentan|derzeit|vorue?bergehend|leider|gerade) nicht erreichbar",
)

_ANSWERS_FOR_ANOTHER: Final = _heard(
    r"(?:er|sie|der (?!teilnehmer|anschluss|gesprächspartner|angerufene|kunde)\w+|die (?!rufnummer|nummer|person|mailbox|gewählte)\w+|mein \w+|meine \w+|herr \w+|frau \w+) ist (?:\w+ ){0,3}nicht (?:erreichbar|zu erreichen|da|zu sprechen|im haus|im büro|am platz|hier)",
    r"(?:können|möchten|wollen|könnten) sie (?:ihm |ihr |mir |eine |kurz ){0,3}(?:nachricht )?(?:hinterlassen|ausrichten)",
    r"(?:soll|kann) (?:er|sie|ich|ich ihm|ich ihr) (?:sie |ihm |ihr |etwas |was |dann ){0,3}(?:zurückrufen|ausrichten)|er ruft (?:sie )?(?:dann |später )?zurück",
)

_ANSWERERS: Final = Answerers(
    voicemail_greeting=_VOICEMAIL_GREETING,
    voicemail=(
        *_VOICEMAIL_GREETING,
        r"(?:anrufbeantworter|mailbox|sprachbox|voicemail)(?: von)?",
        r"(?:nach|auf) dem (?:signalton|piepton|ton|piep|signal)",
        r"nachricht (?:hinterlassen|nach dem)",
        r"nicht (?:erreichbar|zu erreichen|persoe?nlich erreichbar)",
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
        r"(?:drue?cken|wae?hlen) sie (?:\w+ )?(?:die )?(?:eins|zwei|drei|null|[0-9])",
        r"(?:wae?hlen sie|folgenden) (?:\w+ ){0,2}(?:moe?glichkeiten|optionen)",
        r"nae?chste\w* frei\w* mitarbeiter",
        r"alle (?:unsere )?(?:leitungen|mitarbeiter)(?: \w+)?",
        r"zu (?:qualitae?ts|schulungs)\w*(?: \w+)?",
    ),
    ivr_words=(r"willkommen", r"drue?cken|wae?hlen", r"moe?glichkeiten", r"kundendienst|vertrieb"),
    screening=(
        r"ihren namen und (?:den grund|warum)(?: \w+)?",
        r"grund ihres anrufs",
        r"(?:ob|sehe) (?:\w+ )?(?:die )?person(?: \w+)?",
        r"warum sie anrufen",
    ),
    screening_words=(r"ihren namen", r"person|verbinde", r"anrufen|anrufs", r"nach dem ton"),
    unavailable=(
        r"kein anschluss(?: \w+){0,3}",
        r"(?:gewae?hlte )?rufnummer ist(?: \w+){0,2}",
        r"nicht vergeben",
        r"(?:gewae?hlte|gewue?nschte) (?:rufnummer|nummer|teilnehmer|gesprae?chspartner)",
    ),
    unavailable_words=(r"rufnummer", r"auskunft|vergeben", r"gewae?hlte|gewue?nschte"),
    on_hold=_ON_HOLD,
    records_nothing=_RECORDS_NOTHING,
    person=(
        *_ANSWERS_FOR_ANOTHER,
        r"wer (?:ist|spricht)(?: \w+)?",
        r"(?:was|wie|womit) (?:kann|darf) ich(?: \w+)?",
        r"(?:moment|augenblick|sekunde)(?: bitte)?",
        r"(?:ich hoe?re sie|worum geht|wen moe?chten|koe?nnen sie)(?: \w+)?",
        r"mit wem (?:moe?chten|darf|wollen|spreche|kann)(?: \w+)?",
        r"(?:kann|darf) ich (?:ihnen|sie|etwas|fragen)(?: \w+)?",
        r"(?:weiterhelfen|behilflich sein)",
    ),
)

_OURS: Final = Ours(
    offer=_OFFER,
    offer_to_send=_OFFER_TO_SEND,
    offer_to_call=_OFFER_TO_CALL,
    asks_when=_ASKS_WHEN,
    announces_recording=(r"(?:aufgezeichnet|aufgenommen|aufzeichn\w+|aufnahme\w*|aufnehmen)",),
    press=(r"drue?cken|drue?cke|drue?ck|wae?hlen|wae?hle|taste",),
    no_more_calls=(r"nicht mehr|nie wieder|keine (?:weiteren )?anrufe|abmelden|streichen",),
    wants_digits=(
        r"drue?cken|drue?cke|tasten?|tippen|eingeben|geben sie|wae?hlen|ziffern?|nummer|zahl|zahlen|postleitzahl|plz|code|pin",
        r"wie (?:viele?|oft|lange|alt|hoch)|von (?:eins|null|1|0) bis|skala|punkte?n?|sterne|bewerten|note|prozent|alter|jahr|geburts\w+|datum|betrag",
    ),
    claims_human=(
        r"(?:ich bin|bin ich) (?:(?:wirklich|tatsae?chlich|natue?rlich|selbstverstae?ndlich|doch|ja|nur|auch|ganz) ){0,3}(?:ein |eine )?(?:(?:echter|echte|realer|reale|richtiger|richtige|lebendiger|lebendige|menschlicher|menschliche|normaler) ){0,2}(?:mensch|person|menschlich)",
        r"(?:ich bin|bin ich) (?:(?:wirklich|tatsae?chlich|natue?rlich|doch|ja) ){0,3}keine? (?:\w+ )?(?:roboter|maschine|computer|bot|ki|intelligenz|automat|sprachassistent|sprachcomputer|chatbot|assistent)",
        r"sie sprechen (?:(?:gerade|hier|wirklich|jetzt) ){0,2}mit eine[mr] (?:(?:echten|richtigen|realen|lebendigen) ){0,2}(?:menschen|mensch|person)",
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
    call_back_then="Ich rufe Sie {when} wieder an. Ist das richtig?",
    which_day="An welchem Tag darf ich Sie wieder anrufen?",
    which_time="Um welche Uhrzeit darf ich Sie wieder anrufen?",
    which_zone="In welcher Zeitzone sind Sie dann?",
    press_again="Wenn wir Sie nicht mehr anrufen sollen, drücken Sie noch einmal die {key} oder sagen Sie Stopp.",
    cannot_tell="Dazu kann ich nichts sagen, aber ich mache gerne weiter.",
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
