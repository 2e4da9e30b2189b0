"""Norwegian language understanding: facts, measure names, question signals and language form (nb/nn).

The package touches no database, imports no other bot package and runs on Python 3.10 and 3.12;
only `komponent` imports Rasa.
"""
