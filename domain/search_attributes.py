"""The names under which operators find workflows in Temporal; never anything personal. temporal-dev.yaml registers them."""

from typing import Final

CAMPAIGN_ID: Final = "CampaignId"
CALL_STATE: Final = "CallState"
CALL_OUTCOME: Final = "CallOutcome"
NEXT_ATTEMPT_AT: Final = "NextAttemptAt"
ATTEMPT: Final = "Attempt"
TRUNK: Final = "Trunk"
