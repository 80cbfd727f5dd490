"""Portuguese as it is spoken on both sides of the ocean: wordings by kind, and what only sounds like them."""

from typing import Final

import pytest

from domain.conversations import AnsweredBy
from domain.language.asides import Aside
from domain.language.decision import demand_of
from domain.language.intents import Demand
from domain.language.opt_outs_and_goodbyes import rules_on_contact
from domain.language.utterance import Utterance
from domain.language.verdicts import judge_by_rules
from domain.outcomes import BusinessOutcome as Outcome
from domain.preferences import PreferenceKind
from domain.transcripts import Speaker, Turn
from media.engine.guards import Guard, guard
from media.engine.person_or_machine import find, of_words

_OFFER: Final = "Gostaria de agendar uma demonstração?"
_TO_SEND: Final = "Posso enviar um folheto?"


def said(text: str) -> Utterance:
    return Utterance(text, "pt-BR", ("pt-BR",))


def by_rules(text: str) -> Demand:
    """How surely no more calls are demanded, by the rules alone."""
    return demand_of(rules_on_contact(text, "pt-BR"))


def outcome(text: str, offer: str = "") -> str:
    agent = (Turn(Speaker.AGENT, offer, 0, 900),) if offer else ()
    return judge_by_rules((*agent, Turn(Speaker.PERSON, text, 1_000, 2_000)), "pt-BR").outcome


@pytest.mark.parametrize(
    "text",
    [
        "Não me ligue mais.",
        "nao me liga mais por favor",
        "não liguem mais pra cá",
        "não me liguem nunca mais",
        "por favor não voltem a ligar",
        "não torne a ligar para este número",
        "nunca mais me ligue",
        "não me telefone mais se faz favor",
        "não me contactem mais",
        "é pra não ligar mais",
        "não me mande mais mensagem",
        "Pare de me ligar.",
        "parem de ligar pra minha casa",
        "deixe de me ligar",
        "deixem de me telefonar",
        "para de ficar ligando pra mim",
        "podem parar de ligar por favor",
        "parem com essas ligações",
        "chega de ligação",
        "Não quero mais receber ligações.",
        "não quero que vocês me liguem mais",
        "não quero mais saber de vocês",
        "não autorizo mais o contato",
        "Me tira da lista.",
        "tira meu nome daí",
        "tirem-me da vossa lista",
        "remova meu número do sistema",
        "apague os meus dados",
        "pode tirar meu número da lista",
        "quero sair dessa lista",
        "exclui meu cadastro do sistema de vocês",
        "me descadastra",
        "me deixa em paz",
        "deixem-me em paz",
        "esquece meu número",
        "estou cadastrado no não me perturbe",
        "me coloca na lista de não ligar",
        "já falei pra não me ligarem mais",
        "não aceitamos ligação de telemarketing",
        "gostaria que parassem de me ligar",
        "não liguem mais para a minha mãe",
        "nem liga nem manda mensagem mais",
        "exijo a retirada do meu nome da lista",
        "vocês estão proibidos de ligar pra cá",
        "nem pensem em ligar de novo",
        "me tira das campanhas",
        "não me contactem por nenhum meio",
        "não quero que vocês tenham meu telefone",
        "eu não autorizei vocês a me ligar",
        "quero meu nome fora dessa lista",
        "Descadastrar.",
    ],
)
def test_a_demand_for_no_more_calls_binds(text: str) -> None:
    assert said(text).demand is Demand.CERTAIN
    assert outcome(text) is Outcome.OPT_OUT


@pytest.mark.parametrize(
    "text",
    [
        "não me liga não",
        "tô cansada de tanta ligação de vocês",
        "estou farto das vossas chamadas",
        "quantas vezes eu tenho que falar que não quero",
        "isso já é assédio",
        "vou denunciar vocês no procon",
        "se ligarem de novo eu vou processar",
        "vocês não param de ligar",
        "Chega!",
        "como eu faço pra sair dessa lista",
    ],
)
def test_what_is_likely_a_demand_is_asked_about(text: str) -> None:
    assert by_rules(text) is Demand.LIKELY
    assert said(text).demand is not Demand.NONE


@pytest.mark.parametrize(
    "text",
    [
        "Não me ligue antes das nove.",
        "não me ligue mais hoje",
        "aos domingos não me liguem",
        "de manhã não me ligue",
        "não me ligue tão cedo",
        "não liguem para o meu trabalho",
        "não me ligue me manda mensagem",
        "não me ligue que eu te ligo",
        "não me chame de senhora",
        "não quero que liguem no fim de semana",
        "ele não me liga mais",
        "vocês não me ligaram mais",
        "não liga não é só o cachorro",
        "eu não ligo pra isso",
        "para de latir",
        "não tira meu nome da lista",
        "não me tira da lista",
        "não quero sair da lista",
        "não falei pra parar de ligar",
        "me tiraram do plano antigo",
        "tira uma dúvida pra mim",
        "tira meu nome da lista de espera",
        "quero cancelar a televisão",
        "apaga o último número que eu falei",
        "por que tiraram meu nome da lista",
        "meus filhos não me deixam em paz",
        "me deixa em paz um minuto que eu procuro o papel",
        "não parem de me ligar se tiver novidade",
        "pare de me ligar no trabalho",
        "nada de ligação no domingo por favor",
        "no escritório não me liguem mais",
        "eu falei pra não me ligarem no trabalho",
        "se cortarem a luz de novo eu denuncio",
        "vou denunciar o vizinho",
        "tô de saco cheio dos vizinhos",
        "nem louca quero sair da lista",
        "esquece o desconto",
        "tira o seguro da fatura",
        "meu celular não liga mais",
        "se liga nessa promoção",
        "quando eu trabalhava em telemarketing me xingavam, tira meu nome, não me liga",
        "o vídeo do homem a pedir que não liguem mais",
        "vocês respeitam aquele cadastro do não me perturbe",
    ],
)
def test_what_only_sounds_like_a_demand_is_none(text: str) -> None:
    assert by_rules(text) is Demand.NONE
    assert said(text).demand is not Demand.CERTAIN


@pytest.mark.parametrize(
    "text",
    [
        "não, não tira meu nome",
        "não me tira da lista não",
        "eu não pedi pra parar de ligar",
        "pode deixar meu número aí",
        "podem continuar ligando",
        "não quero sair da lista",
        "mantenha o meu contacto",
        "tava brincando",
        "esquece o que eu disse",
        "eu gosto que vocês liguem",
    ],
)
def test_a_demand_can_be_taken_back(text: str) -> None:
    assert said(text).keeps
    assert by_rules(text) is Demand.NONE


@pytest.mark.parametrize(
    "text",
    ["tira meu nome da lista", "me deixa em paz", "deixa eu ver", "não me deixa na lista", "pode continuar"],
)
def test_what_takes_nothing_back(text: str) -> None:
    assert not said(text).keeps


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("não me ligue antes das nove", PreferenceKind.WHEN),
        ("só posso atender à noite", PreferenceKind.WHEN),
        ("aos domingos não me liguem", PreferenceKind.WHEN),
        ("não liguem no meu trabalho", PreferenceKind.WHEN),
        ("liguem sempre depois das seis", PreferenceKind.WHEN),
        ("prefiro que mandem mensagem", PreferenceKind.WRITING),
        ("me manda whatsapp em vez de ligar", PreferenceKind.WRITING),
        ("tudo por email por favor", PreferenceKind.WRITING),
        ("não me ligue me escreve", PreferenceKind.WRITING),
        ("não me liguem todo dia", PreferenceKind.HOW_OFTEN),
        ("uma vez por mês está bom", PreferenceKind.HOW_OFTEN),
        ("basta uma ligação por semana", PreferenceKind.HOW_OFTEN),
    ],
)
def test_how_somebody_wants_to_be_contacted(text: str, kind: PreferenceKind) -> None:
    assert kind in {wish.kind for wish in said(text).preferences}
    assert by_rules(text) is Demand.NONE


@pytest.mark.parametrize(
    "text",
    [
        "não me ligue mais",
        "de manhã eu trabalho na padaria",
        "uma vez por mês eu vou ao banco",
        "me manda a proposta por email",
        "que horas abre no domingo",
    ],
)
def test_what_is_no_preference(text: str) -> None:
    assert () == said(text).preferences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Número errado.", Outcome.WRONG_NUMBER),
        ("é engano", Outcome.WRONG_NUMBER),
        ("aqui não mora nenhum Carlos", Outcome.WRONG_NUMBER),
        ("você ligou para o número errado", Outcome.WRONG_NUMBER),
        ("não conheço essa pessoa", Outcome.WRONG_NUMBER),
        ("esse número não é mais dela", Outcome.WRONG_NUMBER),
        ("não sou o titular mas pode falar", Outcome.NONE),
        ("o valor está errado na conta", Outcome.NONE),
        ("foi engano do banco", Outcome.NONE),
        ("Me liga amanhã às cinco.", Outcome.CALLBACK),
        ("agora não posso falar", Outcome.CALLBACK),
        ("estou numa reunião", Outcome.CALLBACK),
        ("pode ligar mais tarde", Outcome.CALLBACK),
        ("não estou ocupado, pode falar", Outcome.NONE),
        ("me ligaram ontem à tarde", Outcome.NONE),
        ("Me manda por email.", Outcome.FOLLOW_UP),
        ("envie-me a proposta", Outcome.FOLLOW_UP),
        ("pode mandar no WhatsApp", Outcome.FOLLOW_UP),
        ("já me mandaram o email", Outcome.NONE),
        ("não me manda nada", Outcome.NONE),
        ("Não tenho interesse.", Outcome.NOT_INTERESTED),
        ("não me interessa", Outcome.NOT_INTERESTED),
        ("não quero obrigado", Outcome.NOT_INTERESTED),
        ("já tenho obrigada", Outcome.NOT_INTERESTED),
        ("não quero errar o número", Outcome.NONE),
        ("não me interessa de quem é a culpa", Outcome.NONE),
        ("Tenho interesse sim.", Outcome.INTERESTED),
        ("me interessa muito", Outcome.INTERESTED),
        ("quero saber mais", Outcome.INTERESTED),
        ("não sei se me interessa", Outcome.NONE),
        ("oi, clínica? não, aqui é borracharia", Outcome.WRONG_NUMBER),
        ("aqui é da família Pereira", Outcome.WRONG_NUMBER),
        ("você errou de casa", Outcome.WRONG_NUMBER),
        ("este telefone é de uma loja de roupa", Outcome.WRONG_NUMBER),
        ("nunca ouvi falar desse sujeito", Outcome.WRONG_NUMBER),
        ("deve ter discado errado", Outcome.WRONG_NUMBER),
        ("com quem quer falar, aqui não tem nenhuma dona Rosa", Outcome.WRONG_NUMBER),
        ("Quando chegar em casa eu atendo.", Outcome.CALLBACK),
        ("deixa eu terminar de comer e você me liga", Outcome.CALLBACK),
        ("o dono não está, volta às quatro", Outcome.CALLBACK),
        ("amanhã com calma a gente fala", Outcome.CALLBACK),
        ("cinco minutinhos e ligue", Outcome.CALLBACK),
        ("hoje está corrido, amanhã a gente conversa", Outcome.CALLBACK),
        ("Deixa um panfleto na portaria.", Outcome.FOLLOW_UP),
        ("preciso ver as condições por escrito", Outcome.FOLLOW_UP),
        ("se quiser deixa a informação que eu vejo", Outcome.FOLLOW_UP),
        ("o que você pode fazer é me mandar um e-mail", Outcome.FOLLOW_UP),
        ("Por esse preço eu topo agora mesmo.", Outcome.INTERESTED),
        ("Gostei, como faço para participar?", Outcome.INTERESTED),
        ("sim, faça a reserva em meu nome", Outcome.INTERESTED),
        ("parece interessante, continue", Outcome.INTERESTED),
        ("me diz que documentos precisa e a gente faz", Outcome.INTERESTED),
        ("combinado, vou levar", Outcome.INTERESTED),
        ("Não vou contratar nada.", Outcome.NOT_INTERESTED),
        ("acabei de renovar com outra empresa", Outcome.NOT_INTERESTED),
        ("com o que tenho já chega", Outcome.NOT_INTERESTED),
        ("não estou a fim", Outcome.NOT_INTERESTED),
        ("muito bonito, mas não", Outcome.NOT_INTERESTED),
        ("vou ter que dizer que não", Outcome.NOT_INTERESTED),
        ("minha filha me liga às seis todo dia", Outcome.NONE),
        ("estou a almoçar mas não faz mal, continue", Outcome.NONE),
        ("o alarme chama a polícia sozinho", Outcome.NONE),
        ("a entrega pode ser amanhã", Outcome.NONE),
        ("ontem eu tava em reunião", Outcome.NONE),
        ("depois da rotunda vira à direita", Outcome.NONE),
        ("não vou mudar de número", Outcome.NONE),
        ("não vou assinar sem ler", Outcome.NONE),
        ("acabei de mudar de casa", Outcome.NONE),
        ("qual é o próximo passo para pagar a fatura", Outcome.NONE),
        ("a música parece interessante", Outcome.NONE),
        ("nem sou o Raul nem conheço nenhum Raul", Outcome.WRONG_NUMBER),
        ("aqui mora outra família", Outcome.WRONG_NUMBER),
        ("o cadastro de vocês está errado", Outcome.WRONG_NUMBER),
        ("com todo o prazer, mas no sábado", Outcome.CALLBACK),
        ("daqui a umas duas horas estou livre", Outcome.CALLBACK),
        ("prefiro que mande os detalhes e depois eu falo", Outcome.FOLLOW_UP),
        ("manda para minha mulher, que ela cuida disso", Outcome.FOLLOW_UP),
        ("posso ver em algum site", Outcome.FOLLOW_UP),
        ("estava mesmo pensando em trocar", Outcome.INTERESTED),
        ("não vejo problema, vamos em frente", Outcome.INTERESTED),
        ("quero ser cliente de vocês", Outcome.INTERESTED),
        ("isso não é para gente como eu", Outcome.NOT_INTERESTED),
        ("já estou velho demais para essas coisas", Outcome.NOT_INTERESTED),
        ("com o meu salário não dá para isso", Outcome.NOT_INTERESTED),
        ("procura outro plano mais barato", Outcome.NONE),
        ("aqui nunca trabalhou essa moça", Outcome.WRONG_NUMBER),
        ("este celular antes era de outra moça", Outcome.WRONG_NUMBER),
        ("meu sobrenome não é Rodrigues", Outcome.WRONG_NUMBER),
        ("agradeceria se me ligasse depois do meio-dia", Outcome.CALLBACK),
        ("prefiro outro dia, com mais tempo", Outcome.CALLBACK),
        ("a senhora volta na quarta", Outcome.CALLBACK),
        ("meu marido chega às oito, fale com ele nessa hora", Outcome.CALLBACK),
        ("me dá tudo por escrito e depois conversamos", Outcome.FOLLOW_UP),
        ("preciso de um orçamento detalhado", Outcome.FOLLOW_UP),
        ("pode deixar um folheto na caixa de correio", Outcome.FOLLOW_UP),
        ("como seria o processo para contratar?", Outcome.INTERESTED),
        ("preciso de um para o meu negócio", Outcome.INTERESTED),
        ("queria um teste grátis", Outcome.INTERESTED),
        ("sim, quero que façam a instalação", Outcome.INTERESTED),
        ("não me convenceu a oferta", Outcome.NOT_INTERESTED),
        ("não preciso de outro telefone", Outcome.NOT_INTERESTED),
        ("está fora do meu orçamento", Outcome.NOT_INTERESTED),
        ("não vou fazer nenhuma mudança", Outcome.NOT_INTERESTED),
        ("aqui é da padaria, em que posso ajudar?", Outcome.NONE),
        ("minha sogra chega amanhã às cinco", Outcome.NONE),
        ("vocês atendem aos domingos?", Outcome.NONE),
        ("pode mandar alguém consertar?", Outcome.NONE),
        ("nem quero nem preciso", Outcome.NOT_INTERESTED),
        ("não gosto dessas coisas", Outcome.NOT_INTERESTED),
        ("estou em outra ligação", Outcome.CALLBACK),
        ("aqui já não é esse escritório", Outcome.WRONG_NUMBER),
    ],
)
def test_outcomes(text: str, expected: Outcome) -> None:
    assert expected is outcome(text)


@pytest.mark.parametrize(
    ("text", "offer", "expected"),
    [
        ("Sim, por favor.", _OFFER, Outcome.INTERESTED),
        ("claro que sim", _OFFER, Outcome.INTERESTED),
        ("Quero sim.", _OFFER, Outcome.INTERESTED),
        ("pode", _TO_SEND, Outcome.FOLLOW_UP),
        ("Pode sim.", _TO_SEND, Outcome.FOLLOW_UP),
        ("Não.", _OFFER, Outcome.NOT_INTERESTED),
        ("Claro que não.", _OFFER, Outcome.NOT_INTERESTED),
        ("de jeito nenhum", _OFFER, Outcome.NOT_INTERESTED),
        ("Sim, mas quem fala?", _OFFER, Outcome.NONE),
        ("Sim, quanto custa?", _OFFER, Outcome.NONE),
        ("Pode.", "Posso ligar em outra hora?", Outcome.CALLBACK),
    ],
)
def test_yes_and_no_answer_an_offer(text: str, offer: str, expected: Outcome) -> None:
    assert expected is outcome(text, offer)


@pytest.mark.parametrize(
    "text",
    [
        "Tchau.",
        "então tá tchau",
        "vou desligar",
        "preciso ir agora",
        "pode desligar",
        "até logo",
        "adeus obrigado",
        "beleza, até",
        "obrigado e boa tarde",
        "vou me recolher, boa noite",
        "agradeço a ligação, boa tarde",
        "tudo de bom para você",
        "tenho que atender outra coisa, desculpe, tenho que sair",
    ],
)
def test_leave_is_taken(text: str) -> None:
    assert guard(said(text)) is Guard.WANTS_END


@pytest.mark.parametrize(
    "text",
    [
        "Não vou desligar, pode falar.",
        "tenho que ir às cinco mas pode falar",
        "não desliga por favor",
        "desligaram na minha cara ontem",
        "tenho que desligar o modem?",
        "a ligação está caindo",
        "que lista é essa que o senhor falou",
        "boa tarde",
        "um amigo me falou",
        "tô nessa",
        "desliguei o disjuntor como o senhor falou",
    ],
)
def test_nobody_leaves(text: str) -> None:
    assert guard(said(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Você é um robô?",
        "tô falando com uma gravação",
        "isso é uma inteligência artificial",
        "és uma máquina",
        "é gente ou é máquina",
        "é pessoa ou é aparelho",
        "essa voz é gravada",
        "a senhora soa muito robótica",
        "há alguém vivo desse lado",
        "quero falar com uma pessoa de verdade",
    ],
)
def test_a_robot_question(text: str) -> None:
    assert said(text).asks_for_the_truth


@pytest.mark.parametrize(
    "text",
    [
        "comprei um robô aspirador",
        "você é a pessoa que me ligou ontem",
        "é uma pessoa de idade que vai usar",
        "a máquina de lavar quebrou",
        "meu computador não liga",
        "tanto faz ser robô ou gente",
        "meu chefe fala como um robô",
        "a voz da sua colega era bonita",
    ],
)
def test_no_robot_question(text: str) -> None:
    assert not said(text).asks_for_the_truth


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("Importa-se de repetir?", Aside.SAY_AGAIN),
        ("fala mais devagar", Aside.SAY_AGAIN),
        ("não estou a ouvir", Aside.SAY_AGAIN),
        ("a ligação tá cortando", Aside.SAY_AGAIN),
        ("Só um bocadinho.", Aside.ONE_MOMENT),
        ("um segundo que vou buscar um papel", Aside.ONE_MOMENT),
        ("calma aí", Aside.ONE_MOMENT),
        ("vou passar o telefone", Aside.PASSES_ON),
        ("já lhe passo", Aside.PASSES_ON),
        ("vou passar na loja", None),
        ("vou chamar um táxi", None),
        ("não entendi a fatura", None),
    ],
)
def test_an_aside(text: str, aside: Aside | None) -> None:
    assert aside is said(text).aside


@pytest.mark.parametrize("text", ["Pois é.", "sei", "ah tá", "beleza", "estou a ver", "isso mesmo"])
def test_who_only_listens(text: str) -> None:
    assert said(text).only_listens


@pytest.mark.parametrize("text", ["espera", "sim mas", "claro que não", "tá, quanto custa?"])
def test_who_says_more(text: str) -> None:
    assert not said(text).only_listens


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Grave seu recado após o sinal.", AnsweredBy.VOICEMAIL),
        ("Sua chamada está sendo encaminhada para a caixa postal.", AnsweredBy.VOICEMAIL),
        ("O número que você discou não existe.", AnsweredBy.UNAVAILABLE),
        ("O assinante não está disponível no momento, tente novamente mais tarde.", AnsweredBy.UNAVAILABLE),
        ("Diga seu nome e o motivo da ligação.", AnsweredBy.SCREENING),
        ("Para português prima um.", AnsweredBy.IVR),
        ("Quer que eu deixe um recado pra ele?", AnsweredBy.PERSON),
        ("Não posso atender agora, tô dirigindo.", AnsweredBy.UNKNOWN),
        ("Qual o motivo da ligação?", AnsweredBy.UNKNOWN),
        ("Esse número não existe mais, é da minha mãe.", AnsweredBy.UNKNOWN),
        ("O celular da minha filha está desligado.", AnsweredBy.UNKNOWN),
    ],
)
def test_who_answers(text: str, who: AnsweredBy) -> None:
    assert who is find(of_words(said(text), 1_000, whole=True)).answered_by
