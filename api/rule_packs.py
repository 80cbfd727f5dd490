"""Routes for rule packs: the shipped ones, and an account's own versions of them, which bind from their moment on.

What may be said in one: domain/own_rules.py; its rows: database/rule_packs.py.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated

from fastapi import Path
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.chosen_moments import check_moment
from api.pagination import Page, Paging
from api.permissions import RulesRead, RulesWrite
from api.request_bodies import Body, Moment
from api.routing import Routes
from api.tools import ApiTools, Tools
from database import rule_packs
from database.audit import record_act
from database.rule_packs import NewVersion, OwnVersion
from database.session import new_id
from domain.errors import InvalidInput, NotFound
from domain.own_rules import check_own, less_strict
from domain.rule_packs import RulePack, RulePacks, parse_rule_pack

router = Routes(prefix="/rule-packs", tags=["compliance"])

_EXAMPLE = '# Stricter than the shipped pack: never before ten.\\nname = "ke"\\nversion = 2026-12-01\\nsource = "Our own policy 7"'
_NEWEST = 50
PackName = Annotated[str, Path(max_length=30)]


class RulePackResponse(BaseModel):
    """The rules of some countries. rule_set: the version that decisions record, here where no state has rules of its own;
    revision: of the account's own version in force, null where the shipped rules hold; editable: not so of the simulated world's.
    """

    name: str
    rule_set: str
    version: date
    source: str
    countries: Sequence[str]
    states: Sequence[str]
    revision: int | None
    editable: bool


class VersionSummary(BaseModel):
    """An account's own version. compared_with: the shipped rule set it was made beside; less_strict: the fields in which it allows
    what that one forbids, which hold only while the shipped pack stays that one, and less_strict_because: who answers for it and why;
    valid_from: since when it holds, unless a later revision does; in_force: it holds now.
    """

    model_config = ConfigDict(from_attributes=True)
    id: str
    name: str
    revision: int
    version: date
    compared_with: str
    less_strict: Sequence[str]
    less_strict_because: str | None
    created_by: str
    created_at: datetime
    valid_from: datetime
    in_force: bool


class OwnVersionResponse(VersionSummary):
    """The same, with its text."""

    text: str


class RulePackText(RulePackResponse):
    """A rule pack with its texts: as it is shipped, and the account's own where one is in force; of each field the stricter one counts.

    versions: the newest of the account's own.
    """

    shipped_text: str
    own_text: str | None
    versions: Sequence[VersionSummary]


class RuleVersionBody(Body):
    """A new version: a whole pack as TOML, in the form of the shipped one, with a version date of its own.

    It may only be stricter than the shipped pack. Where it is less strict, less_strict_because says on which ground and who answers
    for that. valid_from: a moment ahead, null for at once.
    """

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": _EXAMPLE}]})
    text: Annotated[str, Field(min_length=1, max_length=50_000)]
    less_strict_because: (
        Annotated[str, StringConstraints(strip_whitespace=True, min_length=20, max_length=2000)] | None
    ) = None
    valid_from: Moment | None = None


def _show(packs: RulePacks, shipped: RulePack) -> RulePackResponse:
    held = packs.named(shipped.name)
    assert held is not None
    return RulePackResponse(
        name=held.name,
        rule_set=held.rule_set,
        version=held.version,
        source=shipped.source,
        countries=held.countries,
        states=sorted(held.states),
        revision=held.revision or None,
        editable=not held.loopback_only,
    )


def _summary(version: OwnVersion) -> VersionSummary:
    return VersionSummary(
        id=version.id,
        name=version.name,
        revision=version.revision,
        version=version.dated,
        compared_with=version.compared_with,
        less_strict=version.less_strict,
        less_strict_because=version.less_strict_because,
        created_by=version.created_by,
        created_at=version.created_at,
        valid_from=version.valid_from,
        in_force=version.in_force,
    )


def _whole(version: OwnVersion) -> OwnVersionResponse:
    return OwnVersionResponse(**_summary(version).model_dump(), text=version.content)


def _shipped(tools: ApiTools, name: str) -> RulePack:
    pack = tools.rule_packs.shipped.named(name)
    if pack is None:
        raise NotFound("There is no such rule pack; outbound compliance rules list names them.")
    return pack


@router.get("")
async def list_rule_packs(tools: Tools, principal: RulesRead, paging: Paging) -> Page[RulePackResponse]:
    """The rule packs by name, as they hold for this account now."""
    async with tools.database.transaction() as session:
        packs = await tools.rule_packs.now(session, principal.account_id)
    behind = [pack for pack in tools.rule_packs.shipped.packs if pack.name > (paging.before or "")]
    return paging.of(behind[: paging.fetch], lambda pack: _show(packs, pack), lambda pack: pack.name)


@router.get("/{name}")
async def show_rule_pack(name: PackName, tools: Tools, principal: RulesRead) -> RulePackText:
    """One rule pack, with its texts and the account's own versions."""
    shipped = _shipped(tools, name)
    async with tools.database.transaction() as session:
        packs = await tools.rule_packs.now(session, principal.account_id)
        versions = await rule_packs.list_rule_versions(
            session, principal.account_id, name, before=None, limit=_NEWEST
        )
        held = _show(packs, shipped)
        own = None
        if held.revision is not None:
            own = await rule_packs.get_rule_version(session, principal.account_id, name, held.revision)
    return RulePackText(
        **held.model_dump(),
        shipped_text=shipped.text,
        own_text=own and own.content,
        versions=[_summary(version) for version in versions],
    )


@router.get("/{name}/versions/{revision}")
async def show_rule_version(
    name: PackName, revision: Annotated[int, Path(ge=1, le=2**31 - 1)], tools: Tools, principal: RulesRead
) -> OwnVersionResponse:
    """One version of the account's own with its text, as it has been since it was stored: what a decision's rule set names."""
    _shipped(tools, name)
    async with tools.database.transaction() as session:
        return _whole(await rule_packs.get_rule_version(session, principal.account_id, name, revision))


@router.post("/{name}/versions", status_code=201)
async def add_rule_version(
    name: PackName, body: RuleVersionBody, tools: Tools, principal: RulesWrite
) -> OwnVersionResponse:
    """Store a new version of the account's own. It binds every decision from its moment on, of calls already queued too.

    Nothing is ever changed or removed: what replaces a version is the next one, the shipped text among them.
    """
    shipped = _shipped(tools, name)
    own = _read(body.text)
    try:
        check_own(shipped, own)
    except InvalidInput as error:
        raise _in_the_text(error) from error
    laxer = less_strict(shipped, own)
    if laxer and body.less_strict_because is None:
        raise InvalidInput(
            f"This is less strict than {shipped.rule_set} in {', '.join(laxer)}; make it as strict, or say in less_strict_because"
            " on which ground it may be and who answers for that.",
            pointer=f"/text/{laxer[0].replace('.', '/')}",
            code="less_strict",
        )
    if body.valid_from is not None:
        check_moment(body.valid_from, tools.now(), "/valid_from")

    new = NewVersion(
        id=new_id("rpv"),
        pack=own,
        compared_with=shipped.rule_set,
        less_strict=laxer,
        less_strict_because=body.less_strict_because if laxer else None,
        created_by=principal.actor,
        valid_from=body.valid_from,
    )
    async with tools.database.transaction() as session:
        added = await rule_packs.add_rule_version(session, principal.account_id, new)
        await record_act(
            session,
            principal.account_id,
            principal.actor,
            "rule_pack.version_added",
            new.id,
            {"pack": name, "revision": added.revision, "less_strict": list(laxer), "sha256": added.digest},
        )
    return _whole(added)


def _read(text: str) -> RulePack:
    try:
        return parse_rule_pack(text)
    except InvalidInput as error:
        raise _in_the_text(error) from error


def _in_the_text(error: InvalidInput) -> InvalidInput:
    """The same error, pointing at the place in the text of the request."""
    place = f"/text/{error.pointer.replace('.', '/')}" if error.pointer else "/text"
    return InvalidInput(str(error), pointer=place, code=error.code)
