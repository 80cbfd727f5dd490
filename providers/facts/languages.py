"""Lists of languages as vendors' pages have them: tags with blanks between them."""


def tags(listed: str) -> frozenset[str]:
    """Each tag by itself."""
    return frozenset(listed.split())
