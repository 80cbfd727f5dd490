"""What stands in braces is a variable, or it is refused: the rest would be spoken as it stands."""

import pytest

from domain.errors import InvalidInput
from domain.placeholders import check_placeholders, variables_in


@pytest.mark.parametrize("text", ["Hello {{first_name}}, {{ city }}.", "No variable at all.", ""])
def test_placeholders_are_taken(text: str) -> None:
    check_placeholders(text, "/opening")


@pytest.mark.parametrize(
    "text, remedy",
    [
        ("Hi {{First Name}}", "{{first_name}}"),
        ("Hi {{a.b}}", "{{a_b}}"),
        ("Hi {first}", "{{first}}"),
        ("Hi {{ bad", "{{first_name}}"),
        ("Hi {{nombre}", "{{nombre}}"),
        ("Hi }", "{{first_name}}"),
        ("Hi {{1}}", "{{first_name}}"),
        ("Hi {{{name}}}", "{{first_name}}"),
        ("Hi {{}}", "{{first_name}}"),
    ],
)
def test_other_braces_are_refused_with_their_remedy(text: str, remedy: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_placeholders(text, "/opening")
    assert ("/opening", "bad_placeholder") == (refused.value.pointer, refused.value.code)
    assert remedy in str(refused.value)


def test_variables_are_named_once() -> None:
    assert {"city", "name"} == variables_in("{{city}} {{ name }} {{city}}")
