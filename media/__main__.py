"""The media process: `python -m media` holds conversations until SIGTERM, then lets them take leave."""

from datetime import UTC, datetime

import structlog
import uvloop

from database.session import Database, engine_for
from domain.language import readiness
from media.process import address_of, run, tools_of
from startup.call_notices import CallNotices
from startup.connections import Connections
from startup.fitness import fit_settings
from startup.key_rings import kept_up, key_rings
from startup.logs import configure_logs
from startup.media_control import control_key
from startup.media_records import CallRecords
from startup.renewal import Renewal
from startup.settings import Settings
from startup.speech_wiring import SpeechVendors
from startup.stream_openers import StreamDoors
from startup.stream_tokens import StreamTokens
from startup.temporal import connect
from startup.vendor_ends import ending_settings
from startup.wiring import stream_openers, voices

log = structlog.get_logger()


async def serve(settings: Settings) -> None:
    """Build the tools from the settings and serve with them."""
    database = Database(engine_for(settings.database_url))
    rings = key_rings(settings)
    tokens = StreamTokens(settings.signing_key)
    records = CallRecords(database, rings.data, tokens, settings.media_process)
    notices = CallNotices(await connect(settings, rings.data))
    connections = Connections(settings, database, rings.data)
    doors = StreamDoors(stream_openers(connections.installation), tokens, named=connections.telephony_named)
    for variable, warning in ending_settings(settings, datetime.now(UTC).date()).items():
        log.warning("setting.ends", variable=variable, told=warning)
    if (vendor := voices(settings)) and (trouble := await vendor.trouble()):
        log.warning("voice.absent", mend=trouble)
    speech = SpeechVendors(settings)
    renewal = Renewal(
        [
            rings.renew,
            speech.renew,
            connections.renew,
            lambda _: doors.renew(stream_openers(connections.installation)),
        ]
    )
    try:
        async with kept_up(database, rings, renewal, settings.media_process):
            tools = tools_of(settings, speech, rings.recordings, records, notices, doors)
            await run(tools, address_of(settings, control_key(settings)))
    finally:
        await connections.aclose()
        await database.close()


def main() -> None:
    """Entrance."""
    settings = fit_settings()
    configure_logs(settings.log_level, "media")
    readiness.get_ready()
    uvloop.run(serve(settings))


if __name__ == "__main__":
    main()
