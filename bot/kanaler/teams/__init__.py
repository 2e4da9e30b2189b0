"""Microsoft Teams: activities in, Adaptive Cards out, through the same conversations as the web chat."""
