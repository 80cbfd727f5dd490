"""What is known of a person, kept sealed."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Person:
    """A lead's personal data. number is E.164; variables are the other columns, by lower-case name."""

    number: str
    name: str = ""
    email: str = ""
    variables: dict[str, str] = field(default_factory=dict)

    def script_values(self) -> dict[str, str]:
        """The values a script's variables are filled with: the columns plus name, first_name and email."""
        first_name = self.name.split(maxsplit=1)[0] if self.name else ""
        return {"name": self.name, "first_name": first_name, "email": self.email, **self.variables}
