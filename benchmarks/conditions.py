"""The machine while it measures: cores, Python, and how much of the processor others use (the quiet gate)."""

import os
import platform
import time
from typing import Any, Final

import psutil

QUIET: Final = 0.12  # cores that others may use over a second (measured: above it delays stop being ours)


def conditions() -> dict[str, Any]:
    """What the machine is, and what it is doing apart from this measurement, over one second."""
    return {
        "at": time.strftime("%Y-%m-%d %H:%M:%SZ", time.gmtime()),
        "cores": psutil.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 1e9, 1),
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
        "load": os.getloadavg()[0],
        "busy_cores": busy_cores(),
    }


def busy_cores(seconds: float = 1.0) -> float:
    """How many cores' worth of work the machine did in this time; our own idle processes are part of it."""
    share: float = psutil.cpu_percent(interval=seconds)
    return round(share / 100 * (psutil.cpu_count() or 1), 2)
