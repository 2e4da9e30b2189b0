"""Rasa actions: read what the message said, call bot/, hand the answer back. One module a capability."""
