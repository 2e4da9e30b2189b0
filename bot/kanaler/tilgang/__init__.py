"""Who may use the web channel: sign-in with OpenID Connect, signed tokens, and the guard before every endpoint."""
