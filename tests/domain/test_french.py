"""French as people speak it: what binds, what is asked about, what only sounds like it."""

import unicodedata
from typing import Final

import pytest

from domain.conversations import AnsweredBy
from domain.language.answerers import STRONG, signs
from domain.language.asides import Aside
from domain.language.decision import demand_of
from domain.language.intents import Demand
from domain.language.preferences import PreferenceKind
from domain.language.utterance import Utterance
from domain.language.verdicts import judge_by_rules
from domain.language.wishes import rules_on_contact
from domain.outcomes import BusinessOutcome
from domain.transcripts import Speaker, Turn

BOUND: Final = (
    "vous pouvez m'enlever de vos listes s'il vous plaît",
    "pourriez-vous supprimer mon numéro de votre base",
    "enlevez-nous de votre fichier",
    "sors-moi de ta liste",
    "retire mon numéro s'il te plaît",
    "je voudrais ne plus être contacté",
    "nous ne souhaitons plus être dérangés",
    "je vous prie de cesser vos appels",
    "je vous demande de cesser de m'appeler",
    "veuillez ne plus me contacter",
    "merci de bien vouloir retirer mon numéro",
    "prière de ne plus appeler",
    "je vous ai déjà demandé de ne plus m'appeler",
    "on ne veut plus que vous appeliez",
    "je ne veux plus jamais que vous m'appeliez",
    "je veux pas recevoir d'appels",
    "plus de coups de fil merci",
    "plus un seul appel",
    "n'appelez plus jamais ma mère",
    "n'appelez plus mes parents",
    "arrêtez avec vos appels",
    "arrêtez un peu d'appeler",
    "arrêtez de téléphoner ici",
    "arrêtez de déranger les gens",
    "vous allez arrêter de m'appeler oui",
    "laissez mes parents tranquilles",
    "foutez-nous la paix",
    "faut arrêter de m'appeler",
    "il faut que vous arrêtiez de m'appeler",
    "je ne veux plus entendre parler de votre société",
    "j'exige la suppression de mes données",
    "je demande à être retiré de vos listes",
    "je veux sortir de votre liste",
    "je souhaite sortir de votre fichier",
    "j'annule mon consentement",
    "j'exerce mon droit d'opposition",
    "je m'oppose à tout démarchage",
    "mettez-moi en liste noire",
    "mettez-moi en liste rouge",
    "notez qu'il ne faut plus m'appeler",
    "notez bien de ne plus appeler ce numéro",
    "virez-moi de là",
    "virez mon numéro",
    "bloquez mon numéro",
    "mon numéro doit être supprimé",
    "ne me téléphonez plus",
    "me téléphonez plus",
    "ne me relancez plus",
    "ne rappelez plus",
    "rappelez plus jamais",
    "désinscription",
    "arrêtez de m appeler",
    "je ne veux plus etre appele",
    "jveux plus qu'on m'appelle",
    "transmettez bien que je ne veux plus être appelée",
    "je demande la suppression de mon numéro",
    "je voudrais que mon numéro soit supprimé",
    "j'exige que vous supprimiez mon numéro",
    "virez-moi de votre liste",
    "je veux me désinscrire des appels",
    "j'aimerais mieux que vous arrêtiez d'appeler",
    "ce serait gentil de ne plus m'appeler",
    "à l'avenir merci de ne plus appeler",
    "à partir d'aujourd'hui vous ne m'appelez plus",
    "ma femme est malade laissez-nous tranquilles",
    "c'est une ligne d'urgence n'appelez plus jamais ce numéro",
    "vous n'appelez plus jamais ici c'est clair",
    "je vous ai dit il y a trois semaines de ne plus appeler",
    "vous m'aviez promis de ne plus rappeler",
    "soyez gentil et retirez mon numéro",
    "je ne veux plus figurer sur votre liste",
    "pourquoi je suis sur cette liste enlevez-moi de là",
    "je ne veux plus un seul appel de vous",
    "j'exerce mon droit à l'effacement",
    "abstenez-vous de m'appeler",
    "cessez de téléphoner",
    "arrêtez de me relancer sans cesse",
    "ne rappelez plus jamais jamais",
    "n apelez plus",
    "retirez-moi de vos contacts",
    "foutez-moi la paix une bonne fois pour toutes",
    "on vous a rien demandé arrêtez d'appeler",
    "ni demain ni après-demain n'appelez plus jamais",
    "à partir de demain vous n'appelez plus",
    "dès maintenant je ne veux plus être appelé",
    "aujourd'hui c'est la dernière fois n'appelez plus",
    "je le dis aujourd'hui pour la dernière fois plus d'appels",
    "ni le soir ni le matin je ne veux plus du tout être appelé",
    "toute la journée ça sonne n'appelez plus ici",
    "peu importe l'heure n'appelez plus",
    "même le week-end n'appelez plus jamais",
    "je suis en vacances et je ne veux plus être appelé en général",
    "je réclame la suppression immédiate",
    "perdez mon numéro",
    "vous êtes priés de ne plus appeler",
    "j'aimerais ne plus être dérangée",
)

ASKED_ABOUT: Final = (
    "je n'accepte plus vos appels",
    "lâchez-moi",
    "lâchez-moi les baskets avec vos appels",
    "que je ne vous entende plus",
    "la prochaine fois je porte plainte",
    "encore un appel et je préviens la police",
    "si ça continue je porte plainte",
    "c'est la dernière fois que vous appelez",
    "j'en ai assez qu'on m'appelle",
    "pourquoi vous rappelez j'avais dit plus jamais",
    "je me passerai de vos appels",
    "ne gardez pas mon numéro effacez-le",
    "je ne veux plus personne de chez vous au téléphone",
    "vous pouvez vous dispenser de rappeler",
    "il n'y a aucune raison de me rappeler",
    "je ne souhaite aucun contact",
    "mes données ne vous appartiennent pas supprimez-les",
    "une suppression s'il vous plaît pour mon numéro",
    "on ne veut plus de vous au téléphone",
    "je refuse qu'on me rappelle",
)

NO_DEMAND: Final = (
    "ne m'appelez pas avant midi",
    "ne m'appelez pas le mercredi",
    "n'appelez pas trop tard",
    "plutôt pas le matin",
    "aujourd'hui n'appelez plus",
    "ne m'appelez plus cette semaine",
    "ne m'appelez plus Monsieur",
    "il ne m'appelle plus",
    "ma fille ne m'appelle jamais",
    "pourquoi vous ne m'appelez plus",
    "vous ne m'avez pas rappelé",
    "personne ne m'a rappelé",
    "j'ai arrêté de travailler",
    "arrêtez-vous ici",
    "arrêtez vos bêtises",
    "arrêtez de rire",
    "arrête de pleurer",
    "il a arrêté de m'appeler",
    "laissez-moi vous expliquer",
    "laissez-moi une minute",
    "laissez-moi un message",
    "laissez votre numéro",
    "retirez le produit du panier",
    "enlevez cette option",
    "je veux retirer de l'argent",
    "supprimez cette option de mon contrat",
    "j'ai supprimé votre mail",
    "je ne veux plus de sucre",
    "je ne veux plus attendre",
    "je ne veux plus payer autant",
    "je ne peux plus parler",
    "je n'ai plus d'appels depuis hier",
    "je n'ai plus de forfait",
    "plus d'appels pour moins cher c'est ça",
    "il y a plus d'appels le lundi",
    "vous avez reçu combien d'appels",
    "je suis plus intéressé que lui",
    "je ne suis pas sur la bonne liste",
    "mettez-moi sur la liste d'attente",
    "inscrivez-moi sur la liste",
    "oubliez pas de m'envoyer le mail",
    "n'oubliez pas de me rappeler",
    "ne raccrochez pas",
    "ne me dites pas ça",
    "je ne vous entends plus très bien",
    "appelez plus fort",
    "appelez plutôt demain",
    "rappelez plutôt ce soir",
    "rappelez-moi plus tard",
    "je préfère ne pas être appelé pendant le repas",
    "évitez de m'appeler le dimanche",
    "pas d'appel pendant les vacances",
    "comment on se désinscrit",
    "on peut se désabonner quand on veut",
    "j'ai pas demandé à être supprimé",
    "le dernier appel c'était quand",
    "la police est passée hier",
    "mon avocat s'occupe de ça",
    "vous êtes bloqué",
    "je ne veux plus habiter ici",
    "vous pouvez pas juste me passer le service",
    "notez mon numéro",
    "rappelez plutôt la semaine prochaine",
    "je préférerais que vous appeliez le soir",
    "pas d'appels après vingt heures",
    "à partir d'aujourd'hui je suis en vacances",
    "la liste est au bureau",
    "je ne l'ai plus jamais revu",
    "laissez sonner",
    "ne me faites pas attendre",
    "vous avez supprimé mon numéro",
    "mes données sont enregistrées chez vous",
    "effacez l'ancienne adresse la nouvelle c'est rue des lilas",
    "je ne suis pas d'accord avec vous",
    "vous avez mon accord",
    "plus personne ne m'appelle",
    "avant il y avait plus d'appels",
    "dites donc vous appelez aussi le dimanche",
    "je ne trouve plus votre mail",
    "n'oubliez pas mon numéro",
    "j'arrête pas de travailler",
    "il arrête pas d'appeler mon fils",
    "pas avant janvier s'il vous plaît",
    "d'ici lundi n'appelez pas",
    "pendant quinze jours n'appelez pas",
    "jusqu'à la fin du mois n'appelez plus",
    "ne m'appelez pas jusqu'en mars",
    "tant que je suis en vacances n'appelez pas",
    "ne m'appelez pas pendant la réunion",
    "n'appelez pas quand je suis au travail",
    "ne m'appelez pas c'est moi qui vous appelle",
    "n'appelez pas je vous rappellerai",
    "n'appelez pas envoyez un mail",
    "ne m'appelez pas sur le fixe prenez le portable",
    "pas besoin d'appeler un mail suffit",
    "vous n'êtes pas obligé d'appeler",
    "n'appelez pas le patron appelez-moi",
    "le midi évitez d'appeler",
    "la nuit n'appelez pas",
    "le mardi n'appelez pas je suis absent",
    "je n'appellerais plus à votre place",
    "je n'appellerai plus jamais cette boîte",
    "je n'appelle plus là-bas",
    "ils n'ont plus appelé",
    "mon fils ne donne plus de nouvelles",
    "l'artisan n'a jamais rappelé",
    "retirez le beurre de la liste",
    "je fais retirer ça de la liste à la mairie",
    "votre liste m'intéresse",
    "arrêtez d'appeler mon mari chéri",
    "arrêtez de m'appeler chérie",
    "ne m'appelez plus par mon prénom",
    "on a arrêté de l'appeler",
    "vous avez arrêté les livraisons",
    "effacez tout ce que j'ai dit avant",
    "j'ai supprimé mon compte",
    "il a supprimé mon numéro",
    "j'ai retiré mon dossier",
    "on m'a retiré mon permis",
    "dispensez-vous de la garantie",
    "je suis disponible pour vos questions",
    "je réclame une facture",
    "je veux sortir ce soir",
    "ne cherchez plus j'ai trouvé",
    "on ne veut plus de ce modèle",
    "je refuse de payer",
    "notez que je suis absent",
    "vous êtes priés d'attendre",
    "aucun contact avec lui depuis",
)

KEPT: Final = (
    "Non non, laissez-moi sur la liste.",
    "Ne m'effacez pas.",
    "C'est pas ce que je voulais dire.",
    "Gardez mon numéro.",
    "Vous pouvez toujours m'appeler.",
    "Je retire ce que j'ai dit.",
    "continuez à m'appeler",
    "c'était un malentendu",
)

NOT_KEPT: Final = (
    "Laissez-moi réfléchir.",
    "Supprimez mon numéro.",
    "Gardez la monnaie.",
    "Je reste en ligne.",
    "Rappelez-moi demain.",
)

PREFERRED: Final = (
    (PreferenceKind.WHEN, "Ne m'appelez pas avant dix heures."),
    (PreferenceKind.WHEN, "jamais le dimanche"),
    (PreferenceKind.WHEN, "Uniquement le soir."),
    (PreferenceKind.WHEN, "pas d'appels le week-end"),
    (PreferenceKind.WRITING, "Écrivez-moi plutôt un mail."),
    (PreferenceKind.WRITING, "Par mail uniquement."),
    (PreferenceKind.WRITING, "envoyez-moi un sms au lieu de m'appeler"),
    (PreferenceKind.HOW_OFTEN, "Une fois par mois, ça suffit."),
    (PreferenceKind.HOW_OFTEN, "N'appelez pas tous les jours."),
    (PreferenceKind.HOW_OFTEN, "moins souvent s'il vous plaît"),
)

NOT_PREFERRED: Final = (
    "Une fois par mois je vais chez le coiffeur.",
    "À dix heures j'avais déjà fini.",
    "Vous m'avez écrit un mail ?",
    "N'appelez plus jamais.",
)

COMES_TO: Final = (
    (BusinessOutcome.WRONG_NUMBER, "Vous vous êtes trompé de numéro."),
    (BusinessOutcome.WRONG_NUMBER, "C'est un faux numéro."),
    (BusinessOutcome.WRONG_NUMBER, "Il n'y a pas de monsieur Lambert ici."),
    (BusinessOutcome.WRONG_NUMBER, "Je ne suis pas madame Petit."),
    (BusinessOutcome.WRONG_NUMBER, "Elle n'habite plus ici."),
    (BusinessOutcome.WRONG_NUMBER, "Je ne connais pas de monsieur Blanc."),
    (BusinessOutcome.WRONG_NUMBER, "Ce n'est pas moi."),
    (BusinessOutcome.CALLBACK, "Rappelez-moi demain."),
    (BusinessOutcome.CALLBACK, "Vous pouvez me rappeler plus tard ?"),
    (BusinessOutcome.CALLBACK, "Je suis en réunion."),
    (BusinessOutcome.CALLBACK, "C'est pas le moment."),
    (BusinessOutcome.CALLBACK, "Réessayez la semaine prochaine."),
    (BusinessOutcome.CALLBACK, "Je n'ai pas le temps là."),
    (BusinessOutcome.CALLBACK, "Passez-moi un coup de fil mardi."),
    (BusinessOutcome.FOLLOW_UP, "Envoyez-moi ça par mail."),
    (BusinessOutcome.FOLLOW_UP, "Pouvez-vous m'envoyer une brochure ?"),
    (BusinessOutcome.FOLLOW_UP, "Faites-moi parvenir un devis."),
    (BusinessOutcome.FOLLOW_UP, "Je voudrais l'avoir par écrit."),
    (BusinessOutcome.FOLLOW_UP, "Vous avez de la documentation ?"),
    (BusinessOutcome.INTERESTED, "Ça m'intéresse."),
    (BusinessOutcome.INTERESTED, "Je suis intéressé."),
    (BusinessOutcome.INTERESTED, "Dites-m'en plus."),
    (BusinessOutcome.INTERESTED, "Je le prends."),
    (BusinessOutcome.INTERESTED, "Inscrivez-moi à la démonstration."),
    (BusinessOutcome.INTERESTED, "Je voudrais commander."),
    (BusinessOutcome.INTERESTED, "Prenons rendez-vous."),
    (BusinessOutcome.NOT_INTERESTED, "Ça ne m'intéresse pas."),
    (BusinessOutcome.NOT_INTERESTED, "Je ne suis pas intéressé."),
    (BusinessOutcome.NOT_INTERESTED, "J'en ai pas besoin."),
    (BusinessOutcome.NOT_INTERESTED, "Non merci."),
    (BusinessOutcome.NOT_INTERESTED, "C'est pas pour moi."),
    (BusinessOutcome.NOT_INTERESTED, "J'ai déjà un fournisseur."),
    (BusinessOutcome.NOT_INTERESTED, "C'est trop cher pour moi."),
    (BusinessOutcome.NOT_INTERESTED, "Je n'en veux pas."),
)

COMES_TO_NOTHING: Final = (
    "Vous m'avez envoyé le mail ?",
    "Pourquoi vous appelez si tard ?",
    "Ça coûte combien ?",
    "C'est trop cher pour les retraités ?",
    "Qui vous a dit que j'étais intéressé ?",
    "Mon fils s'intéresse aux voitures.",
    "J'attends un appel.",
    "Pas la peine de m'envoyer quelque chose.",
    "Oui allô ?",
    "On m'a envoyé la mauvaise facture.",
    "Pas de problème.",
    "Vous envoyez un technicien ?",
    "C'est qui ?",
)

ANSWERS: Final = (
    ("Souhaitez-vous une démonstration ?", "Oui, volontiers.", BusinessOutcome.INTERESTED),
    ("Souhaitez-vous une démonstration ?", "Avec plaisir.", BusinessOutcome.INTERESTED),
    ("Souhaitez-vous une démonstration ?", "Bien sûr que non.", BusinessOutcome.NOT_INTERESTED),
    ("Souhaitez-vous une démonstration ?", "Non merci.", BusinessOutcome.NOT_INTERESTED),
    ("Souhaitez-vous une démonstration ?", "Pas vraiment.", BusinessOutcome.NOT_INTERESTED),
    ("Souhaitez-vous une démonstration ?", "Oui, mais ça coûte combien ?", BusinessOutcome.NONE),
    ("Voulez-vous que je vous envoie la brochure ?", "Oui, s'il vous plaît.", BusinessOutcome.FOLLOW_UP),
    ("Comment allez-vous ?", "Oui, bien.", BusinessOutcome.NONE),
    ("Puis-je vous rappeler plus tard ?", "Oui, d'accord.", BusinessOutcome.CALLBACK),
)

LEAVES: Final = (
    "Au revoir.",
    "Bonne journée, au revoir.",
    "Je dois raccrocher.",
    "Il faut que j'y aille.",
    "Bon, je vous laisse.",
    "Je raccroche.",
    "Salut, bonne soirée.",
    "Je dois partir, au revoir.",
)

STAYS: Final = (
    "Salut",
    "Salut, c'est qui ?",
    "Je dois y aller, mais dites-moi vite.",
    "Je dois y aller demain, continuez.",
    "Ne raccrochez pas.",
    "Comment on dit au revoir en polonais ?",
    "Vous avez raccroché ?",
    "Je dois partir quand ?",
)

ASKS_FOR_THE_TRUTH: Final = (
    "Vous êtes un robot ?",
    "Êtes-vous une vraie personne ?",
    "Je parle à une machine ?",
    "C'est une IA ?",
    "On dirait un robot.",
    "Vous êtes réelle ?",
    "C'est un enregistrement ?",
    "Humain ou machine ?",
)

ASKS_NOTHING_OF_US: Final = (
    "J'ai un robot aspirateur.",
    "Mon ordinateur est cassé.",
    "C'est une machine pour le jardin ?",
    "Je ne suis pas un robot.",
    "Vous êtes de la banque ?",
    "Vous êtes encore là ?",
)

ASIDES: Final = (
    (Aside.ONE_MOMENT, "Un instant s'il vous plaît."),
    (Aside.ONE_MOMENT, "Attendez."),
    (Aside.ONE_MOMENT, "Une seconde."),
    (Aside.ONE_MOMENT, "Ne quittez pas."),
    (Aside.ONE_MOMENT, "Je cherche un stylo."),
    (Aside.ONE_MOMENT, "Je regarde mon agenda."),
    (Aside.ONE_MOMENT, "Attendez, on sonne à la porte."),
    (Aside.ONE_MOMENT, "Je baisse la radio."),
    (Aside.ONE_MOMENT, "Je reviens tout de suite."),
    (Aside.ONE_MOMENT, "Deux minutes, je change de pièce."),
    (Aside.ONE_MOMENT, "Patientez un instant."),
    (Aside.ONE_MOMENT, "Attendez deux secondes."),
    (Aside.ONE_MOMENT, "Je vais chercher mes lunettes."),
    (Aside.ONE_MOMENT, "un petit moment"),
    (Aside.ONE_MOMENT, "Restez en ligne"),
    (Aside.SAY_AGAIN, "Pardon ?"),
    (Aside.SAY_AGAIN, "Comment ?"),
    (Aside.SAY_AGAIN, "Vous pouvez répéter ?"),
    (Aside.SAY_AGAIN, "Pourriez-vous répéter s'il vous plaît ?"),
    (Aside.SAY_AGAIN, "Qu'est-ce que vous avez dit ?"),
    (Aside.SAY_AGAIN, "Je n'ai pas compris."),
    (Aside.SAY_AGAIN, "Parlez plus fort."),
    (Aside.SAY_AGAIN, "Je vous entends mal."),
    (Aside.SAY_AGAIN, "Répétez s'il vous plaît."),
    (Aside.SAY_AGAIN, "Hein ?"),
    (Aside.SAY_AGAIN, "Quoi ?"),
    (Aside.SAY_AGAIN, "Vous disiez ?"),
    (Aside.SAY_AGAIN, "Encore une fois s'il vous plaît."),
    (Aside.SAY_AGAIN, "j ai pas compris"),
    (Aside.SAY_AGAIN, "Je vous entends à peine."),
)

NO_ASIDES: Final = (
    "Attendez, c'est faux.",
    "Je vous mets sur haut-parleur.",
    "Qu'est-ce que vous m'avez envoyé ?",
    "Je comprends.",
    "Un instant j'ai cru que c'était vous.",
    "J'attends un colis.",
    "Je vais réfléchir.",
)

LISTENS: Final = (
    "oui oui",
    "d'accord",
    "ok",
    "je vois",
    "ah bon",
    "mhm",
    "tout à fait",
    "exactement",
    "c'est ça",
    "voilà",
    "bien sûr",
    "très bien",
    "ah oui",
    "parfait",
    "hum hum",
    "effectivement",
)

PEOPLE: Final = (
    "Il n'est pas disponible, c'est de la part de qui ?",
    "Ma femme n'est pas là, qui est à l'appareil ?",
    "Garage Dupont bonjour, que puis-je faire pour vous ?",
    "Allô oui ?",
    "C'est qui ?",
    "Le patron n'est pas joignable pour le moment, c'est à quel sujet ?",
    "Ne quittez pas, je vous la passe.",
    "Vous voulez laisser un message ?",
    "Oui, bonjour.",
    "Elle est absente, vous pouvez rappeler ce soir ?",
)

MACHINES: Final = (
    "Bonjour, vous êtes bien sur la messagerie de Pierre Martin, laissez un message après le bip.",
    "Votre correspondant n'est pas disponible pour le moment, veuillez laisser un message.",
    "Je suis absent pour le moment, laissez-moi vos coordonnées, je vous rappellerai.",
    "Le numéro que vous avez demandé n'est pas attribué.",
    "Pour le service commercial, tapez un.",
    "Tous nos conseillers sont en ligne, veuillez patienter.",
    "Bonjour c'est le répondeur de Julie.",
)


def spellings(text: str) -> tuple[str, ...]:
    """As a recogniser may write it: as it is, in small letters without marks and accents, apostrophes as blanks."""
    small = "".join(c for c in text.lower() if c not in ".,!?")
    bare = "".join(c for c in unicodedata.normalize("NFD", small) if not unicodedata.combining(c))
    return tuple(dict.fromkeys((text, small, bare, bare.replace("'", " "))))


def said(text: str) -> Utterance:
    return Utterance(text, "fr", ("fr",))


def by_rules(text: str) -> Demand:
    """How surely no more calls are demanded, by the rules alone."""
    return demand_of(rules_on_contact(text, "fr"))


def outcome(text: str) -> BusinessOutcome:
    return judge_by_rules((Turn(Speaker.PERSON, text, 0, 1_000),), "fr").outcome


@pytest.mark.parametrize("text", BOUND)
def test_a_demand_binds_on_the_call_and_after_it(text: str) -> None:
    for spelled in spellings(text):
        assert said(spelled).demand is Demand.CERTAIN, spelled
        assert outcome(spelled) is BusinessOutcome.OPT_OUT, spelled


@pytest.mark.parametrize("text", ASKED_ABOUT)
def test_a_likely_demand_is_asked_about(text: str) -> None:
    for spelled in spellings(text):
        assert by_rules(spelled) is Demand.LIKELY, spelled
        assert said(spelled).demand is not Demand.NONE, spelled


@pytest.mark.parametrize("text", NO_DEMAND)
def test_what_only_sounds_like_a_demand_is_none(text: str) -> None:
    for spelled in spellings(text):
        assert by_rules(spelled) is Demand.NONE, spelled
        assert said(spelled).demand is not Demand.CERTAIN, spelled


@pytest.mark.parametrize("text", KEPT)
def test_a_demand_is_taken_back(text: str) -> None:
    for spelled in spellings(text):
        assert said(spelled).keeps, spelled
        assert by_rules(spelled) is Demand.NONE, spelled


@pytest.mark.parametrize("text", NOT_KEPT)
def test_what_only_sounds_like_it_takes_nothing_back(text: str) -> None:
    assert not any(said(spelled).keeps for spelled in spellings(text))


@pytest.mark.parametrize(("kind", "text"), PREFERRED)
def test_a_wish_about_how_to_be_contacted_is_no_demand(kind: PreferenceKind, text: str) -> None:
    for spelled in spellings(text):
        assert kind in [wish.kind for wish in said(spelled).preferences], spelled
        assert said(spelled).demand is not Demand.CERTAIN, spelled


@pytest.mark.parametrize("text", NOT_PREFERRED)
def test_what_only_sounds_like_a_wish_is_none(text: str) -> None:
    assert () == said(text).preferences


@pytest.mark.parametrize(("wanted", "text"), COMES_TO)
def test_a_sentence_carries_an_outcome(wanted: BusinessOutcome, text: str) -> None:
    for spelled in spellings(text):
        if spelled == text or "?" not in text:  # a request that is written as a question is one with its mark
            assert outcome(spelled) is wanted, spelled


@pytest.mark.parametrize("text", COMES_TO_NOTHING)
def test_what_only_sounds_like_an_outcome_is_none(text: str) -> None:
    for spelled in spellings(text):
        assert outcome(spelled) is BusinessOutcome.NONE, spelled


@pytest.mark.parametrize(("question", "text", "wanted"), ANSWERS)
def test_an_answer_is_about_what_was_offered(question: str, text: str, wanted: BusinessOutcome) -> None:
    talk = (Turn(Speaker.AGENT, question, 0, 1_000), Turn(Speaker.PERSON, text, 2_000, 3_000))
    assert judge_by_rules(talk, "fr").outcome is wanted


@pytest.mark.parametrize("text", LEAVES)
def test_leave_is_taken(text: str) -> None:
    for spelled in spellings(text):
        assert said(spelled).wants_end, spelled


@pytest.mark.parametrize("text", STAYS)
def test_what_only_sounds_like_leaving_ends_nothing(text: str) -> None:
    for spelled in spellings(text):
        assert not said(spelled).wants_end, spelled


@pytest.mark.parametrize("text", ASKS_FOR_THE_TRUTH)
def test_who_asks_whether_we_are_a_machine_is_heard(text: str) -> None:
    for spelled in spellings(text):
        assert said(spelled).asks_for_the_truth, spelled


@pytest.mark.parametrize("text", ASKS_NOTHING_OF_US)
def test_other_machines_are_no_question_about_us(text: str) -> None:
    assert not any(said(spelled).asks_for_the_truth for spelled in spellings(text))


@pytest.mark.parametrize(("aside", "text"), ASIDES)
def test_an_aside_is_heard(aside: Aside, text: str) -> None:
    for spelled in spellings(text):
        assert said(spelled).aside is aside, spelled


@pytest.mark.parametrize("text", NO_ASIDES)
def test_what_only_sounds_like_an_aside_is_none(text: str) -> None:
    assert [None] == list({said(spelled).aside for spelled in spellings(text)})


@pytest.mark.parametrize("text", LISTENS)
def test_who_only_listens_takes_no_turn(text: str) -> None:
    assert all(said(spelled).only_listens for spelled in spellings(text))


def weights(text: str) -> tuple[float, float]:
    """What speaks for a person, and for the likeliest machine."""
    of: dict[AnsweredBy, float] = {}
    for sign in signs(text, "fr", whole=True):
        of[sign.answered_by] = of.get(sign.answered_by, 0.0) + sign.weight
    person = of.pop(AnsweredBy.PERSON, 0.0)
    return person, max(of.values(), default=0.0)


@pytest.mark.parametrize("text", PEOPLE)
def test_whoever_answers_for_another_is_no_machine(text: str) -> None:
    for spelled in spellings(text):
        person, machine = weights(spelled)
        assert machine < STRONG or machine < person, spelled


@pytest.mark.parametrize("text", MACHINES)
def test_a_machine_is_known_by_its_words(text: str) -> None:
    for spelled in spellings(text):
        person, machine = weights(spelled)
        assert machine >= STRONG > person, spelled
