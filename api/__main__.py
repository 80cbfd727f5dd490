"""The API process: `python -m api`. Ready when /healthz answers; ends in order on SIGINT and SIGTERM."""

import asyncio
import signal
from contextlib import aclosing

import structlog
import uvicorn

from activities.account_rules import AccountRules
from api.app import build_app
from api.pages import open_to_pages
from api.tools import ApiTools
from api.workflows import TemporalWorkflows
from database.api_keys import ensure_key
from database.outages import OUTAGES
from database.session import Database, engine_for
from providers.identity.client import IdentityProviders
from providers.identity.outside_requests import OutsideRequests
from startup.access_tokens import PURPOSE, AccessTokens
from startup.callback_proofs import CallbackProofs
from startup.connections import Connections
from startup.first_connections import open_account
from startup.fitness import fit_settings
from startup.http_server import server_config
from startup.key_rings import kept_up, key_rings
from startup.logs import configure_logs
from startup.media_control import MediaProcesses, control_client
from startup.origins import origins
from startup.passwords import Passwords
from startup.renewal import Renewal
from startup.rule_packs import read_rule_packs
from startup.settings import Settings
from startup.stream_tokens import StreamTokens
from startup.temporal import connect
from startup.wiring import recording_archive

log = structlog.get_logger()
_CONNECTIONS = 15
_FAREWELL_SECONDS = 10
# Whoever waits for the API to be ready uses the key at once; a database that is away holds the start up no longer.
_LOCAL_KEY_SECONDS = 5
_ADMIT_AGAIN_SECONDS = 1


async def serve(settings: Settings) -> None:
    """Serve until a signal asks for the end."""
    database = Database(engine_for(settings.database_url, connections=_CONNECTIONS))
    rings = key_rings(settings)
    client = await connect(settings, rings.data)
    connections = Connections(settings, database, rings.data)
    passwords = Passwords()
    identities = IdentityProviders(OutsideRequests(local=settings.webhooks_to_this_machine))
    renewal = Renewal([rings.renew, connections.renew])
    async with (
        control_client(settings) as media,
        aclosing(connections),
        aclosing(identities),
        kept_up(database, rings, renewal, "api"),
    ):
        tools = ApiTools(
            settings=settings,
            database=database,
            key_ring=rings.data,
            workflows=TemporalWorkflows(client),
            rule_packs=AccountRules(read_rule_packs()),
            stream_tokens=StreamTokens(settings.signing_key),
            callback_proofs=CallbackProofs(settings.signing_key),
            connections=connections,
            media=MediaProcesses(database, media),
            recordings=recording_archive(settings, rings.recordings),
            passwords=passwords,
            access_tokens=AccessTokens(rings.data.derived(PURPOSE), settings.access_token_life),
            identities=identities,
        )
        config = server_config(
            open_to_pages(build_app(tools), origins(settings.cors_origins)),
            over_tls=settings.public_url.startswith("https:"),
            host=settings.host,
            port=settings.api_port,
            timeout_graceful_shutdown=_FAREWELL_SECONDS,
            forwarded_allow_ips=settings.trusted_proxies,
        )
        log.info("api.starting", host=settings.host, port=settings.api_port)
        _end_by_returning()
        async with asyncio.TaskGroup() as group:
            admitting = group.create_task(_admit_local_key(tools), name="local key")
            await asyncio.wait({admitting}, timeout=_LOCAL_KEY_SECONDS)
            await uvicorn.Server(config).serve()
            admitting.cancel()
    passwords.close()
    await database.close()
    log.info("api.ended")


def _end_by_returning() -> None:
    """The server, having ended in order, raises the signal again; let it return here, where the rest is closed."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)


async def _admit_local_key(tools: ApiTools) -> None:
    """The key that the local system was given acts for the account "local", once the database answers."""
    while True:
        if await _is_admitted(tools):
            return
        await asyncio.sleep(_ADMIT_AGAIN_SECONDS)


async def _is_admitted(tools: ApiTools) -> bool:
    if not tools.settings.api_key:
        return True
    try:
        async with tools.database.transaction() as session:
            account_id = await open_account(session, "local")
            await ensure_key(session, account_id, "local", tools.settings.api_key)
    except OUTAGES as error:
        log.warning("api.database_away", error=type(error).__name__)
        return False
    return True


def main() -> None:
    """Read the settings and serve."""
    settings = fit_settings()
    configure_logs(settings.log_level, "api")
    asyncio.run(serve(settings))


if __name__ == "__main__":
    main()
