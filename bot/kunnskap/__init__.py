"""Finding the texts that answer a question."""
