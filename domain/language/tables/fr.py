"""French: what people say in it, and what we do; tables/shape.py tells what each table is for."""

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

_PERSON: Final = r"(?:(?:mon|ma|le|la|son|sa|notre|votre) (?:mari|femme|epouse|mere|maman|pere|papa|fils|fille|frere|s(?:oe|œ)ur|chef|patron|patronne|collegue|conjoint|conjointe|compagnon|compagne|responsable|directeur|directrice|assistante?)|(?:monsieur|madame) \w+)"
_THEN: Final = (
    r"(?: (?:tout de suite|maintenant|de suite|au telephone|sil vous plait|un instant|ne quittez pas))*"
)

_WISHES: Final = Wishes(
    opt_out=(
        r"ne (?:me |nous )?(?:rappelez|appelez|rappelle|appelle|contactez) (?:plus|jamais)",
        r"ne m(?:e )?appelez plus",
        r"(?:veux|souhaite|voudrais) plus (?:etre (?:appelee?|rappelee?|contactee?)|que vous (?:mappeliez|me rappeliez))",
        r"laissez (?:moi|nous) tranquilles?",
        r"(?:arretez|cessez) de (?:m|me |nous )?(?:appeler|rappeler|contacter|harceler)",
        r"(?:retirez|enlevez|supprimez|effacez) (?:moi|mon numero|mes donnees)(?: de (?:votre|la) liste)?",
    ),
    opt_out_alone=(),
    opt_out_likely=(),
    no_opt_out=(),
    keeps=(),
    no_outcome=(),
    questions=(),
    requests=(),
    wrong_number=(),
    callback=(),
    puts_off=(),
    callback_if_timed=(),
    follow_up=(),
    not_interested=(),
    interested=(),
    yes=(),
    no=(),
    hedges=(),
    robot_question=(
        r"(?:etes vous|est ce|cest|vous etes) (?:un |une )?(?:robot|machine|ordinateur|ia|humain|vraie personne|personne reelle)",
    ),
    wants_end=(
        r"(?:au revoir|salut|bonne journee)$",
        r"je dois (?:y aller|raccrocher|partir)",
        r"je raccroche",
    ),
    no_end=(),
    goes_on=(),
    refuses_recording=(
        r"ne (?:m|me |nous )?enregistrez pas",
        r"(?:arretez|cessez) (?:de (?:m|me |nous )?enregistrer|lenregistrement)",
        r"(?:je )?(?:ne )?(?:veux|souhaite|voudrais) pas etre enregistree?",
        r"(?:effacez|supprimez) (?:lenregistrement|cet enregistrement)",
    ),
)

_PREFERENCES: Final = Preferences(when=(), writing=(), how_often=())

_ASIDES: Final = Asides(
    pickup=(r"(?:(?:allo|oui|bonjour|bonsoir|qui est ce|qui est la) ?){1,4}",),
    backchannel=(r"(?:oui|ouais|daccord|ok|bien|ah|mhm|hm+|je vois|je comprends|tout a fait|exact|voila)",),
    say_again=(
        r"(?:comment|quoi|hein)",
        r"(?:vous )?(?:pouvez|pourriez)(?: vous)? (?:repeter|redire)(?: (?:ca|cela|la question|encore une fois)){0,6}",
        r"(?:repetez|redites)(?: (?:ca|cela|la question|encore une fois|moi)){0,6}",
        r"(?:je )?(?:nai|nai) pas (?:bien )?(?:compris|entendu)",
        r"quest ce que vous (?:avez dit|dites)",
        r"vous dites",
        r"encore une fois",
    ),
    one_moment=(
        r"(?:(?:attendez|attends|donnez moi|juste) ){0,3}(?:un|une|deux) (?:instant|moment|seconde|secondes|minute|minutes|petit instant|petite seconde|petite minute)",
        r"(?:attendez|attends|patientez|ne quittez pas|restez en ligne|ne raccrochez pas)",
        r"je (?:regarde|verifie)(?: (?:ca|mon agenda|mon calendrier|mes notes|dans mon agenda))?",
        r"laissez moi (?:voir|regarder|verifier)(?: (?:un instant|une seconde|mon agenda))?",
        r"je reviens(?: (?:tout de suite|dans un instant|dans une (?:minute|seconde)))?",
        r"je (?:cherche|prends|vais chercher|vais prendre) (?:un|une|mon|ma|mes|de quoi) (?:stylo|crayon|papier|feuille|agenda|calendrier|lunettes|carte|ecrire|noter)(?: et (?:un |du )?papier)?",
    ),
    courtesies=(
        "ah", "euh", "oui", "ok", "daccord", "allo", "bonjour", "pardon", "desole", "desolee", "excusez moi",
        "excuse moi", "sil vous plait", "sil te plait", "merci", "bien sur", "alors", "et",
    ),
    assents=("oui",),
    passes_on=(
        rf"je (?:vous |te )?(?:le|la) passe{_THEN}$",
        rf"je (?:vous|te) passe {_PERSON}{_THEN}$",
        rf"je (?:vous|te) (?:mets en relation|transfere)(?: (?:avec|a|vers) (?:\w+ ){{0,2}}\w+)?{_THEN}$",
        rf"je vais (?:le chercher|la chercher|lappeler|vous le passer|vous la passer|chercher {_PERSON}|appeler {_PERSON}){_THEN}$",
        rf"je (?:le|la) (?:cherche|appelle){_THEN}$",
        rf"(?:il|elle) arrive{_THEN}$",
        rf"(?:la voila|le voila|voila {_PERSON})$",
    ),
    calls_out=(r"(?:cest |telephone )?pour toi", r"au telephone"),
    nobody_comes=(r"(?:nest|est) pas (?:la|disponible|ici)", r"(?:message|plus tard|occupee?|rappele[rz])"),
)  # fmt: skip

_VOICEMAIL_GREETING: Final = (
    r"laissez (?:moi |nous )?(?:un|votre)(?: \w+){0,3} message",
    r"apres le (?:bip|signal)(?: sonore)?",
    r"(?:messagerie|repondeur)(?: vocale)? de",
)

_ANSWERERS: Final = Answerers(
    voicemail_greeting=_VOICEMAIL_GREETING,
    voicemail=(
        *_VOICEMAIL_GREETING,
        r"(?:messagerie|repondeur)(?: vocale)?",
        r"(?:laissez|laisser|deposer)(?: moi| nous)? (?:un|votre)(?: \w+){0,2} message",
        r"apres le (?:bip|signal|bip sonore)",
        r"(?:ne suis pas|pas|suis) (?:disponible|joignable|absent)",
        r"vous rappeller\w*",
        r"vos coordonnees",
    ),
    voicemail_words=(
        r"message",
        r"bip|signal",
        r"disponible|absent|joignable",
        r"vous etes bien",
        r"correspondant",
    ),
    ivr=(
        r"(?:tapez|appuyez sur|faites) (?:le )?(?:un|deux|trois|zero|[0-9])",
        r"(?:conseillers|lignes|operateurs) (?:sont|est)(?: \w+){0,3}",
        r"(?:veuillez|merci de) (?:patienter|rester en ligne)",
        r"(?:prendre|votre) (?:votre )?appel (?:sera|est|dans)(?: \w+)?",
    ),
    ivr_words=(r"bienvenue", r"merci davoir appele", r"conseillers?", r"tapez|appuyez", r"patienter"),
    screening=(
        r"votre nom et (?:la raison|pourquoi|le motif)(?: \w+)?",
        r"(?:raison|motif) de (?:votre|l) ?appel",
        r"(?:appel est|appels) filtres?",
    ),
    screening_words=(r"votre nom", r"cette personne", r"raison|pourquoi vous appelez", r"en ligne"),
    unavailable=(
        r"numero que vous avez (?:demande|compose)(?: \w+){0,2}",
        r"nest (?:pas attribue|plus en service|plus attribue)",
        r"pas attribue|plus en service",
    ),
    unavailable_words=(r"numero", r"compose|demande|attribue", r"service|actuellement"),
    on_hold=(),
    records_nothing=(),
    person=(
        r"(?:qui est|cest qui)(?: \w+)?",
        r"puis je(?: \w+)?",
        r"(?:attendez|ne quittez pas|une seconde|un instant)",
        r"(?:je vous ecoute|a qui souhaitez|cest pour quoi|vous mentendez)(?: \w+)?",
        r"(?:de la part de qui|a votre ecoute|qui vous etes|qui etes vous)",
        r"(?:souhaitez|desirez|voulez) vous (?:parler|joindre|que je)(?: \w+)?",
    ),
)

_OURS: Final = Ours(
    offer=(),
    offer_to_send=(),
    offer_to_call=(),
    asks_when=(),
    announces_recording=(r"(?:l?enregistr\w+)",),
    press=(r"appuyez|appuie|tapez|composez|touche",),
    no_more_calls=(
        r"(?:ne|n) (?:\w+ ){0,3}plus|plus (?:\w+ ){0,2}(?:appele|appelee|appels|dappels)|desinscrire|arreter",
    ),
    wants_digits=(
        r"appuyez|tapez|taper|composez|saisissez|saisir|entrez|touches?|chiffres?|numero|code|pin",
        r"combien|echelle|de (?:un|zero|1|0) a|points?|note[rz]?|etoiles|pourcentage|age|annee|naissance|date|montant",
    ),
)

_DICTATION: Final = Dictation(
    units=(
        "zero", "un une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
        "douze", "treize", "quatorze", "quinze", "seize", "dixsept", "dixhuit", "dixneuf",
    ),
    tens=(
        "vingt", "trente", "quarante", "cinquante", "soixante", "septante", "huitante octante quatrevingt", "nonante",
    ),
    link=("et",),
    as_in=("comme",),
    written_as_one=(("tiret bas", "tiretbas"), ("dix sept", "dixsept"), ("dix huit", "dixhuit"), ("dix neuf", "dixneuf"), ("quatre vingts", "quatrevingt"), ("quatre vingt", "quatrevingt")),
    at=("arobase", "arrobase"),
    dot=("point",),
    underscore=("tiret bas", "underscore"),
    dash=("tiret",),
    plus=("plus",),
    beside_numbers="cest mon le numero oui et tiret",
    before_an_address="cest mon adresse oui est",
)  # fmt: skip

_FIXED_TEXTS: Final = FixedTexts(
    closing="Merci beaucoup de votre temps. Au revoir.",
    opt_out_confirmation="C'est entendu. Nous ne vous appellerons plus. Au revoir.",
    silence_prompt="Allô, vous êtes toujours là ?",
    silence_goodbye="Je ne vous entends pas, je vais donc raccrocher. Au revoir.",
    reassurance="Prenez votre temps, je suis là.",
)

_REMARKS: Final = Remarks(
    truth_about_us="Oui, je suis un assistant automatique.",
    ask_to_repeat="Pardon, pouvez-vous répéter ?",
    it_is_noted="Bien sûr, c'est noté.",
    we_were_cut_off="Pardon, nous avons été coupés.",
    let_me_see="Voyons voir.",
    one_moment="Encore un instant, s'il vous plaît.",
    is_that_right="C'est bien ça ?",
    shall_we_stop="Voulez-vous que je retire votre numéro de notre liste ?",
    you_stay="D'accord, votre numéro reste sur notre liste.",
    press_again="Pour ne plus être appelé, appuyez encore une fois sur le {key}, ou dites stop.",
)

FRENCH: Final = Language(
    tag="fr",
    name="French",
    named=("french", "frances", "franzosisch", "francais", "फ्रेंच"),
    asking=(
        r"(?:parlez vous|vous parlez|parles tu|tu parles|peut on parler|on peut parler|pouvons nous parler|pouvez vous parler|parlons)(?: en)? NAMED",
        r"je (?:ne )?parle (?:que|seulement|uniquement)(?: le| l)? ?NAMED",
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
