"""Companies' identity providers, by which their people sign in (OpenID Connect)."""
