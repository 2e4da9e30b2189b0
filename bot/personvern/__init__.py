"""Finding and removing personal data before anything is stored, logged or understood."""

from bot.personvern.fjerning import Funn, Renset, Slag, er_fodselsnummer, fjern

__all__ = ["Funn", "Renset", "Slag", "er_fodselsnummer", "fjern"]
