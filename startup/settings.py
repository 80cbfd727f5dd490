"""Every setting of every process; the only reader of the environment. README.md has the same table for people.

A Secret may stand in a file or a store as well: secret_sources.py. What the local system sets for its processes: local/system.py, local/services.py.
"""

import os
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from providers.vault import StoreAccount, asked_store
from startup.secret_sources import HIDDEN, SecretSource


def _without_slash(address: str) -> str:
    return address.rstrip("/")


Address = Annotated[str, AfterValidator(_without_slash)]
"""An address to which paths are added; carriers sign it letter by letter, so that one slash too many costs every call."""


Secret = Annotated[str, HIDDEN]
"""Shown by nobody who shows settings; read from a file or a store where the environment says so."""


class Section(BaseSettings):
    """Settings whose errors do not quote what was given."""

    model_config = SettingsConfigDict(hide_input_in_errors=True)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is given, then what secrets' own sources say, then the environment."""
        return init_settings, SecretSource(settings_cls, os.environ, _ask_store), env_settings


class VaultSettings(Section):
    """The store that secrets of the form vault:MOUNT/PATH#FIELD are asked of. It lets us in by a token, by a role (role_id, secret_id),
    or by the token of a service account of Kubernetes, whose role is kubernetes_role."""

    model_config = SettingsConfigDict(env_prefix="VAULT_")
    addr: Address = ""
    namespace: str = ""
    token: Secret = ""
    role_id: str = ""
    secret_id: Secret = ""
    kubernetes_role: str = ""
    kubernetes_token_path: Path = Path("/var/run/secrets/kubernetes.io/serviceaccount/token")


def _ask_store(reference: str) -> str:
    """What the store holds there. Raises ProviderError, and SecretUnreadable where no store is set."""
    chosen = VaultSettings()
    return asked_store(
        StoreAccount(
            chosen.addr,
            chosen.token,
            chosen.role_id,
            chosen.secret_id,
            chosen.kubernetes_role,
            chosen.kubernetes_token_path,
            chosen.namespace,
        )
    ).read(reference)


class TemporalSettings(Section):
    """Where Temporal is: local, self-hosted or Cloud. tls_* name PEM files; an api_key switches TLS on."""

    model_config = SettingsConfigDict(env_prefix="TEMPORAL_")
    address: str = "127.0.0.1:7233"
    namespace: str = "outbound"
    api_key: Annotated[str | None, HIDDEN] = None
    tls: bool = False
    tls_server_ca_cert: Path | None = None
    tls_client_cert: Path | None = None
    tls_client_key: Path | None = None
    tls_server_name: str | None = None


class TwilioSettings(Section):
    """The Twilio account for calls and text messages; base_url is only set towards a simulator.

    webhook_keys: "ID:SECRET" with commas between them, for an account whose webhooks rule signs by shared keys.
    """

    model_config = SettingsConfigDict(env_prefix="TWILIO_")
    account_sid: str = ""
    auth_token: Secret = ""
    base_url: str | None = None
    webhook_keys: Secret = ""

    @property
    def shared_keys(self) -> dict[str, str]:
        """The secrets of the shared keys, by their ids."""
        pairs = (pair.strip().partition(":") for pair in self.webhook_keys.split(","))
        return {key: secret for key, _, secret in pairs if key and secret}


class DeepgramSettings(Section):
    """Speech recognition over ws_url, speech synthesis over base_url; model is Flux's."""

    model_config = SettingsConfigDict(env_prefix="DEEPGRAM_")
    api_key: Secret = ""
    ws_url: str = "wss://api.deepgram.com"
    base_url: str = "https://api.deepgram.com"
    model: str = "flux-general-en"


class ElevenLabsSettings(Section):
    """Speech synthesis; default_voice is the id of the voice of agents that have none of their own."""

    model_config = SettingsConfigDict(env_prefix="ELEVENLABS_")
    api_key: Secret = ""
    base_url: str = "https://api.elevenlabs.io"
    default_voice: str = "21m00Tcm4TlvDq8ikWAM"


class OpenAISettings(Section):
    """Language models over base_url; over ws_url transcription, and the realtime model, which speaks by its own voice.

    transcription_model: of the recogniser "openai", and of what the realtime model hears.
    """

    model_config = SettingsConfigDict(env_prefix="OPENAI_")
    api_key: Secret = ""
    base_url: str = "https://api.openai.com/v1"
    ws_url: str = "wss://api.openai.com/v1"
    realtime_model: str = "gpt-realtime-2.1"
    realtime_voice: str = "marin"
    transcription_model: str = "gpt-transcribe"


class AnthropicSettings(Section):
    """Language models."""

    model_config = SettingsConfigDict(env_prefix="ANTHROPIC_")
    api_key: Secret = ""
    base_url: str = "https://api.anthropic.com"


class HubSpotSettings(Section):
    """The CRM; without a token no call is synced. version: of its interface, a dated one or "v3"."""

    model_config = SettingsConfigDict(env_prefix="HUBSPOT_")
    token: Secret = ""
    version: str = "2026-09"
    base_url: str = "https://api.hubapi.com"


class RecordingSettings(Section):
    """Where recordings are kept: file:///folder or s3://bucket/prefix; empty for a folder within the home.

    key_ring: their own keys, so that who may open the database's personal data cannot open recordings; empty for the
    same keys.
    """

    model_config = SettingsConfigDict(env_prefix="RECORDINGS_")
    url: str = ""
    key_ring: Secret = ""
    access_key_id: str = ""
    secret_access_key: Secret = ""
    region: str = ""
    endpoint: str = ""


class Settings(Section):
    """What every process shares. Addresses are what others use to reach us; ports are what we bind on host.

    api_key: this bearer key acts for the account "local", which is made at the API's start; empty for none.
    key_ring, lookup_key: see database.sealing; signing_key: BASE64 for stream tokens; media_*: this media process's
    own, of which media_process, its name, stands in stream addresses; further_models: names of models, with commas
    between them, that agents may have although this release does not know them.
    """

    model_config = SettingsConfigDict(env_prefix="OUTBOUND_", populate_by_name=True, extra="ignore")

    # Of a process that is told none, what is safe before everybody; `outbound up` says local. See startup/fitness.py.
    mode: Literal["local", "production"] = "production"
    home: Path = Path(".outbound")
    database_url: Secret = Field(default="", validation_alias="DATABASE_URL")
    host: str = "127.0.0.1"
    api_port: int = 8000
    api_key: Secret = ""
    public_url: Address = "http://127.0.0.1:8000"
    media_port: int = 8001
    media_url: Address = "ws://127.0.0.1:8001"
    media_control_host: str = "127.0.0.1"
    media_control_port: int = 8002
    media_control_url: Address = "http://127.0.0.1:8002"
    media_process: str = "media-1"
    codec_port: int = 8003
    key_ring: Secret = ""
    lookup_key: Secret = ""
    signing_key: Secret = ""
    log_level: str = "INFO"
    further_models: str = ""

    # Law 1: an ambiguous dial is looked up until its send deadline plus this; then it is closed as unconfirmed.
    unconfirmed_after: timedelta = timedelta(seconds=60)
    send_limit: timedelta = timedelta(seconds=10)
    # Undelivered events older than this are delivered again (api/webhooks/event_delivery.py).
    redeliver_after: timedelta = timedelta(seconds=5)

    # People who sign in: so long an access token is good, and so long a session lasts without signing in again.
    access_token_life: timedelta = timedelta(hours=24)
    session_life: timedelta = timedelta(days=30)
    # Addresses of proxies, with commas between them, that say for whom they ask; everybody else's word for it is passed over.
    trusted_proxies: str = "127.0.0.1"
    # Origins of pages that may ask the API from a browser, with commas between them; none by itself.
    cors_origins: str = ""
    # Of each key and person: requests in any minute over a longer time, in a single one, and in any hour.
    requests_a_minute: int = Field(default=100, ge=1)
    requests_burst: int = Field(default=120, ge=1)
    requests_an_hour: int = Field(default=1_000, ge=1, le=10_000)

    # The mail server of the installation's own letters, smtp://USER:PASSWORD@HOST:587 or smtps://…, and from whom they are.
    mail_url: Secret = ""
    mail_from: str = ""

    # Where people are sent who signed in with an identity provider, or choose a new password; empty for public_url.
    dashboard_url: Address = ""
    # Whether webhooks, and questions to identity providers, may go to this machine, by http too: for a system on one machine that
    # serves nobody else.
    webhooks_to_this_machine: bool = False

    temporal: TemporalSettings = Field(default_factory=TemporalSettings)
    twilio: TwilioSettings = Field(default_factory=TwilioSettings)
    deepgram: DeepgramSettings = Field(default_factory=DeepgramSettings)
    elevenlabs: ElevenLabsSettings = Field(default_factory=ElevenLabsSettings)
    openai: OpenAISettings = Field(default_factory=OpenAISettings)
    anthropic: AnthropicSettings = Field(default_factory=AnthropicSettings)
    hubspot: HubSpotSettings = Field(default_factory=HubSpotSettings)
    recordings: RecordingSettings = Field(default_factory=RecordingSettings)
    vault: VaultSettings = Field(default_factory=VaultSettings)

    @property
    def vendors_addresses(self) -> dict[str, str]:
        """Where others' services are reached, by the variables that say so; without those of their own clients' choice."""
        return {
            f"{section.model_config['env_prefix']}{name.upper()}": address
            for _, section in self
            if isinstance(section, BaseSettings)
            for name, address in section
            if name in ("base_url", "ws_url", "endpoint", "addr") and address
        }

    @property
    def default_voice(self) -> str:
        """The voice of agents that have none of their own."""
        return self.elevenlabs.default_voice

    @property
    def allowed_models(self) -> frozenset[str]:
        """The further models, each by itself."""
        return frozenset(name.strip() for name in self.further_models.split(",") if name.strip())
