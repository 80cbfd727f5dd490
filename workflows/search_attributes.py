"""The search attributes operators filter by; nothing personal (law 8).

Their names: domain/search_attributes.py; registered by temporal-dev.yaml.
"""

from typing import Final

from temporalio.common import SearchAttributeKey

from domain import search_attributes

CALL_STATE: Final = SearchAttributeKey.for_keyword(search_attributes.CALL_STATE)
CALL_OUTCOME: Final = SearchAttributeKey.for_keyword(search_attributes.CALL_OUTCOME)
NEXT_ATTEMPT_AT: Final = SearchAttributeKey.for_datetime(search_attributes.NEXT_ATTEMPT_AT)
ATTEMPT: Final = SearchAttributeKey.for_int(search_attributes.ATTEMPT)
