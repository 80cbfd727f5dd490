"""Named time limits and technical retries, and the errors that are never retried (by exact class name).

Business retries (busy, no answer …) are a loop in call.py, not a retry policy. Where a service says how long to wait, that holds
(activities/retry_after.py).
"""

from datetime import timedelta
from typing import Any, Final

from temporalio.common import RetryPolicy
from temporalio.workflow import ActivityCancellationType

# Temporal matches the exact class name, not subclasses: tests hold this list against the error trees.
# No provider's refusal is among them, since credentials come back without a hand, and no sealed row either, whose key
# this process may not have yet: what one of them ended, a call or a campaign, would stay as it is.
NEVER_RETRIED: Final = [
    "Conflict",
    "IllegalTransition",
    "InvalidInput",
    "NotFound",
    "OnLegalHold",
    "Superseded",
    "TamperedOrExpired",
]

_PATIENT: Final = RetryPolicy(
    initial_interval=timedelta(milliseconds=200),
    backoff_coefficient=2.0,
    maximum_interval=timedelta(seconds=15),
    non_retryable_error_types=NEVER_RETRIED,
)

# A read or write of our own rows; outlasts a database that is away for a day. Temporal's core (sdk-rust issue 1454; in
# temporalio 1.35) lets the clock of an attempt that failed run on: so long after that one began it cuts off whichever attempt runs
# then, which is repeated, or prints "panicked at … local_activities.rs … receive half not dropped" if the worker has ended by then.
# Neither loses anything: these steps may be repeated, and what panics is the forgotten clock alone.
QUICK_STEP: Final[dict[str, Any]] = {
    "start_to_close_timeout": timedelta(seconds=20),
    "retry_policy": _PATIENT,
}

# One dial, at most: five seconds for the slot, the send limit, and the look-ups of an ambiguous answer.
# A worker that is gone is noticed after the heartbeat's limit; the next one looks up, it does not dial again.
DIAL: Final[dict[str, Any]] = {
    "start_to_close_timeout": timedelta(minutes=5),
    "heartbeat_timeout": timedelta(seconds=15),
    "retry_policy": _PATIENT,
    "cancellation_type": ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
}

# Waits for a free line as long as it takes.
LINE_WAIT: Final[dict[str, Any]] = {
    "start_to_close_timeout": timedelta(days=1),
    "heartbeat_timeout": timedelta(seconds=15),
    "retry_policy": _PATIENT,
}

# Asking the carrier about a leg, or hanging it up.
CARRIER_QUESTION: Final[dict[str, Any]] = {
    "start_to_close_timeout": timedelta(seconds=60),
    "heartbeat_timeout": timedelta(seconds=20),
    "retry_policy": _PATIENT,
}

# The CRM may be down for days without holding anything else up.
CRM: Final[dict[str, Any]] = {
    "start_to_close_timeout": timedelta(seconds=60),
    "schedule_to_close_timeout": timedelta(days=7),
    "retry_policy": RetryPolicy(
        initial_interval=timedelta(seconds=2),
        backoff_coefficient=2.0,
        maximum_interval=timedelta(minutes=30),
        non_retryable_error_types=NEVER_RETRIED,
    ),
}

MESSAGE: Final[dict[str, Any]] = {
    "start_to_close_timeout": timedelta(seconds=60),
    "schedule_to_close_timeout": timedelta(days=2),
    "retry_policy": _PATIENT,
}

# Walks through all open calls of a campaign; heartbeats where it is.
CAMPAIGN_WALK: Final[dict[str, Any]] = {
    "start_to_close_timeout": timedelta(hours=6),
    "heartbeat_timeout": timedelta(seconds=30),
    "retry_policy": _PATIENT,
}

# Walks through all that is kept of one person; heartbeats by itself.
# A letter is of use within the hour; a server that refuses it for good is not asked again.
LETTER: Final[dict[str, Any]] = {
    "start_to_close_timeout": timedelta(seconds=60),
    "schedule_to_close_timeout": timedelta(minutes=30),
    "retry_policy": RetryPolicy(
        initial_interval=timedelta(seconds=2),
        backoff_coefficient=2.0,
        maximum_interval=timedelta(minutes=5),
        non_retryable_error_types=[*NEVER_RETRIED, "RecipientRefused"],
    ),
}

PERSON_STEP: Final[dict[str, Any]] = {
    "start_to_close_timeout": timedelta(hours=1),
    "heartbeat_timeout": timedelta(seconds=30),
    "retry_policy": _PATIENT,
}

# Deletes for some seconds what is over; heartbeats by itself. An account that cannot be swept for so long waits for the next day.
RETENTION_STRETCH: Final[dict[str, Any]] = {
    "start_to_close_timeout": timedelta(minutes=10),
    "schedule_to_close_timeout": timedelta(hours=6),
    "heartbeat_timeout": timedelta(seconds=30),
    "retry_policy": _PATIENT,
}

# Some programs at once, each within the sender's limit.
WEBHOOK_ROUND: Final[dict[str, Any]] = {
    "start_to_close_timeout": timedelta(seconds=60),
    "retry_policy": _PATIENT,
}
