"""Facts about a participant, and how a conversation adds to, corrects and forgets them."""
