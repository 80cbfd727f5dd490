"""Twilio's refusals: the error body its REST interface answers with."""

from starlette.responses import JSONResponse


class Refused(Exception):
    """Twilio refuses this request; code and message are the vendor's, status is the HTTP status."""

    def __init__(self, code: int, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.code = code
        self.status = status

    def response(self) -> JSONResponse:
        """The refusal as the vendor's SDK expects it."""
        return JSONResponse(
            {
                "code": self.code,
                "message": str(self),
                "more_info": f"https://www.twilio.com/docs/errors/{self.code}",
                "status": self.status,
            },
            status_code=self.status,
        )


def not_found(uri: str) -> Refused:
    """20404: there is no such resource."""
    return Refused(20404, f"The requested resource {uri} was not found", 404)


def bad_credentials() -> Refused:
    """20003: the account or its token is wrong."""
    return Refused(20003, "Authenticate", 401)


def too_many_requests() -> Refused:
    """20429: refused before anything was done."""
    return Refused(20429, "Too Many Requests", 429)


def server_error() -> Refused:
    """20500: Twilio does not say whether anything was done."""
    return Refused(20500, "An internal server error has occurred", 500)
