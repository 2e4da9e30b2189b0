"""From a result to an answer: text templates and payload. Nothing here decides anything."""
