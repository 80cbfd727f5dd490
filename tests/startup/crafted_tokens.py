"""Access tokens that are not ours, though next to everything in them is: each one is wrong in one thing."""

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import jwt


@dataclass(frozen=True)
class Forge:
    """Makes them after a good one. issued: that one; claims: what it says; key, key_id: what it is signed by; other_key: another
    of the same ring, or any."""

    issued: str
    claims: Mapping[str, Any]
    key: bytes
    key_id: int
    other_key: bytes

    def crafted(
        self,
        *,
        key: bytes | None = None,
        alg: str = "HS256",
        header: Mapping[str, Any] | None = None,
        **claims: Any,
    ) -> str:
        """A token with this instead of what stands in ours; None leaves a claim out."""
        said = {name: value for name, value in {**self.claims, **claims}.items() if value is not None}
        headers = {"kid": str(self.key_id), **(header or {})}
        return jwt.encode(said, key or self.key, algorithm=alg, headers=headers)

    def with_part(self, place: int, change: Callable[[str], str]) -> str:
        """Ours with another header (0), other claims (1) or another signature (2)."""
        parts = self.issued.split(".")
        parts[place] = change(parts[place])
        return ".".join(parts)

    def with_header(self, header: object) -> str:
        """Ours under another header."""
        return self.with_part(0, lambda _: part(header))

    def tokens(self) -> dict[str, str]:
        """All of them, by what is wrong with each."""
        return {**self._out_of_shape(), **self._by_other_keys(), **self._with_other_claims()}

    def _out_of_shape(self) -> dict[str, str]:
        none = f".{part(self.claims)}."
        kid = str(self.key_id)
        return {
            "nothing": "",
            "dots": "..",
            "no signature": self.with_part(2, lambda _: ""),
            "another signature": self.with_part(2, lambda part: part[::-1]),
            "a sign changed": self.with_part(2, lambda part: ("A" if part[0] != "A" else "B") + part[1:]),
            "a signature twice": self.with_part(2, lambda part: part * 2),
            "no header": self.with_part(0, lambda _: ""),
            "no claims": self.with_part(1, lambda _: ""),
            "a header that is no object": self.with_header("HS256"),
            "claims that are no object": self.with_part(1, lambda _: part([self.claims])),
            "other claims under our signature": self.with_part(
                1, lambda _: part({**self.claims, "sid": "ses_2"})
            ),
            "alg none": part({"alg": "none", "kid": kid}) + none,
            "alg None": part({"alg": "None", "kid": kid}) + none,
            "alg none with our signature": self.with_header({"alg": "none", "kid": kid}),
            "no alg": self.with_header({"kid": kid}),
            "an alg of public keys": self.with_header({"alg": "RS256", "kid": kid}),
            "an alg nobody knows": self.with_header({"alg": "HS1", "kid": kid}),
            "alg a list": self.with_header({"alg": ["HS256"], "kid": kid}),
            "encrypted": "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c",
        }

    def _by_other_keys(self) -> dict[str, str]:
        theirs = b"3" * 32
        return {
            "a stronger alg": self.crafted(alg="HS512", key=b"2" * 64),
            "a stronger alg under our key, repeated": self.crafted(alg="HS384", key=self.key * 2),
            "another key": self.crafted(key=theirs),
            "the other key under this id": self.crafted(key=self.other_key),
            "an empty key": self.crafted(key=b"\0" * 32),
            "a key id nobody knows": self.crafted(header={"kid": "999"}),
            "key id zero": self.crafted(header={"kid": "0"}),
            "a negative key id": self.crafted(header={"kid": "-1"}),
            "a key id that is a path": self.crafted(header={"kid": "../../dev/null"}),
            "a key id that is SQL": self.crafted(header={"kid": f"{self.key_id}' OR '1'='1"}),
            "a key id that is a number": self.with_header({"alg": "HS256", "kid": self.key_id}),
            "no key id": self.with_header({"alg": "HS256"}),
            "a key of its own": self.crafted(key=theirs, header={"jwk": {"kty": "oct", "k": "MzMz"}}),
            "an address of keys": self.crafted(key=theirs, header={"jku": "https://evil.example/keys"}),
            "a certificate": self.crafted(key=theirs, header={"x5u": "https://evil.example/cert"}),
            "an extension we must know": self.crafted(header={"crit": ["b64"], "b64": False}),
            "a stranger's": jwt.encode({"sub": "usr_1"}, theirs, algorithm="HS256"),
        }

    def _with_other_claims(self) -> dict[str, str]:
        issued = self.claims["iat"]
        return {
            "another issuer": self.crafted(iss="evil"),
            "no issuer": self.crafted(iss=None),
            "another audience": self.crafted(aud="somebody else"),
            "no audience": self.crafted(aud=None),
            "nobody": self.crafted(sub=None),
            "no session": self.crafted(sid=None),
            "a session that is a list": self.crafted(sid=["ses_1"]),
            "a session that is a number": self.crafted(sid=1),
            "no end": self.crafted(exp=None),
            "an end in words": self.crafted(exp="tomorrow"),
            "an end beyond all calendars": self.crafted(exp=10**18),
            "an end that is no number": self.with_part(
                1, lambda _: part({**self.claims, "exp": float("nan")})
            ),
            "no beginning": self.crafted(iat=None),
            "a beginning in an hour": self.crafted(iat=issued + int(timedelta(hours=1).total_seconds())),
            "over": self.crafted(exp=issued),
            "longer than any": self.crafted(more="x" * 2_000),
        }


def part(value: object) -> str:
    """One part of a token, as it is written."""
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")
