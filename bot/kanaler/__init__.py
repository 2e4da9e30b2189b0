"""What faces the network: the HTTP API and the web chat. One conversation's messages go to Rasa in order."""
