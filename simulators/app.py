"""The simulated world as one ASGI application."""

from starlette.types import ASGIApp

from simulators.settings import WorldSettings
from simulators.world import World


def build_app(settings: WorldSettings) -> ASGIApp:
    """All simulated services and the control interface; its lifespan runs the phone network."""
    return World(settings).application()
