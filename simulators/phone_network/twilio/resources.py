"""A call as Twilio's REST interface shows it."""

from typing import Any

from simulators.clock import rfc2822
from simulators.phone_network.call import Call, CallStatus


def resource_of(call: Call) -> dict[str, Any]:
    """The call object of Twilio's REST interface."""
    uri = f"/2010-04-01/Accounts/{call.account_sid}/Calls/{call.sid}"
    created = rfc2822(call.requested_at)
    over = call.is_over
    return {
        "sid": call.sid,
        "date_created": created,
        "date_updated": created,
        "parent_call_sid": None,
        "account_sid": call.account_sid,
        "to": call.request.to,
        "to_formatted": call.request.to,
        "from": call.request.from_,
        "from_formatted": call.request.from_,
        "phone_number_sid": None,
        "status": "queued" if call.status is CallStatus.INITIATED else call.status.value,
        "start_time": rfc2822(call.dialled_at),
        "end_time": rfc2822(call.ended_at),
        "duration": str(call.duration_s) if over else None,
        "price": None,
        "price_unit": "USD",
        "direction": "outbound-api",
        "answered_by": call.answered_by,
        "api_version": "2010-04-01",
        "annotation": None,
        "forwarded_from": None,
        "group_sid": None,
        "caller_name": None,
        "queue_time": "0",
        "stir_verstat": None,
        "trunk_sid": None,
        "uri": f"{uri}.json",
        "subresource_uris": {
            name: f"{uri}/{path}.json"
            for name, path in (
                ("notifications", "Notifications"),
                ("recordings", "Recordings"),
                ("streams", "Streams"),
                ("events", "Events"),
            )
        },
    }
