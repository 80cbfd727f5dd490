"""What can go wrong in the API beyond the domain's own errors. problems.py tells them as problem details."""

from collections.abc import Mapping

from domain.errors import Conflict, NotFound, OutboundError


class NotAuthenticated(OutboundError):
    """This needs a valid key or access token in the header: Authorization: Bearer KEY."""

    code = "not_authenticated"


class NoDashboard(NotFound):
    """The dashboard is not built here. To mend: `make dashboard`; the API and the command line do without."""

    code = "no_dashboard"


class HookNotProven(OutboundError):
    """This message does not prove that it is the hook's program's: sign it with the hook's secret, its moment within five minutes
    of now, or send the secret, whichever the hook takes."""

    code = "hook_not_proven"


class HookNotFromHere(OutboundError):
    """This hook is not taken from where you ask."""

    code = "address_not_allowed"


class HooksBusy(OutboundError):
    """Too many messages come at this moment; send it again in a few seconds."""

    code = "hooks_busy"


class AddressNotAllowed(OutboundError):
    """This key is not taken from where you ask; ask from another network, or use a key that is."""

    code = "address_not_allowed"


class SignInRefused(OutboundError):
    """Address and password do not belong together, or nobody of this address may sign in; whoever has it in several accounts names one."""

    code = "sign_in_refused"


class SecondFactorNeeded(OutboundError):
    """A code is needed as well: send it as `code`, from the authenticator or one of the recovery codes."""

    code = "second_factor_needed"


class ProviderSignInRefused(OutboundError):
    """The identity provider's answer lets nobody in; begin anew."""

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code


class ProviderUnreachable(OutboundError):
    """The identity provider does not answer at the moment; try again."""

    code = "provider_unreachable"


class RefreshRefused(OutboundError):
    """This refresh token is unknown, was used already, or its session is over; sign in again."""

    code = "refresh_refused"


class LinkRefused(OutboundError):
    """This link is unknown, was used already, or has expired; ask an admin for another."""

    code = "link_refused"


class NoMail(Conflict):
    """This installation sends no letters; an admin of your account makes you a link: POST /api/users/{user_id}/link."""

    code = "no_mail"


class TooManyTries(OutboundError):
    """Too many failed tries to sign in."""

    code = "too_many_tries"

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Too many failed tries to sign in; try again in {seconds} seconds.")
        self.seconds = seconds


class TooManyRequests(OutboundError):
    """More requests than the limits allow."""

    code = "too_many_requests"

    def __init__(self, seconds: int, headers: Mapping[str, str]) -> None:
        super().__init__(f"That is more than the limits allow; ask again in {seconds} seconds.")
        self.seconds, self.headers = seconds, dict(headers)


class NotAllowed(OutboundError):
    """Whoever asks may not do this."""

    code = "not_allowed"

    def __init__(self, permission: str) -> None:
        super().__init__(f"This needs the permission {permission}, which is not yours; ask an admin for it.")


class Outdated(OutboundError):
    """This was changed since you read it: read it again, look at what is different, and send your change with the new ETag."""

    code = "changed_meanwhile"


class TooBusy(Conflict):
    """Others change things here at the same time, again and again; send it once more."""

    code = "changed_too_often"


class KeyInProgress(Conflict):
    """A request with this Idempotency-Key is being worked on; ask again in a moment."""

    code = "idempotency_key_in_progress"


class NotForMembers(OutboundError):
    """Here all campaigns are shown; whoever sees only their own asks for one of them by its id."""

    code = "not_allowed"


class ForWhoRunsTheSystem(OutboundError):
    """This concerns all accounts; ask with the key that the system was started with (OUTBOUND_API_KEY)."""

    code = "not_allowed"


class MediaUnreachable(OutboundError):
    """No media process answers at the moment; see `outbound doctor`."""

    code = "media_unreachable"


class RecordingDeleted(NotFound):
    """This recording was deleted."""

    code = "recording_deleted"


class ExportGone(NotFound):
    """This export can be fetched no more: it was kept for a week, or the person was erased. Ask for another."""

    code = "export_gone"


class RecordingsUnreachable(OutboundError):
    """The storage of the recordings does not answer at the moment; try again."""

    code = "recordings_unreachable"


class WorkflowsUnreachable(OutboundError):
    """The workflow service does not answer; what was written stays and the request can be repeated."""

    code = "workflows_unreachable"


class WorkflowGone(NotFound):
    """The workflow has ended or never began."""

    code = "workflow_gone"


class WorkflowRefused(Conflict):
    """The workflow does not allow this now."""

    code = "refused_by_workflow"


class DatabaseUnreachable(OutboundError):
    """The database cannot be reached at the moment; try again."""

    code = "database_unreachable"


class TooSlow(OutboundError):
    """The database did not finish this in time, though others may be answered; try again later, or ask for less at once."""

    code = "too_slow"
