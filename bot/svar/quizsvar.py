"""Questions, and what is said to an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.laering.bank import Bank
from bot.laering.okt import Besvart, Okt
from bot.laering.oppgave import Alternativ, Oppgave
from bot.laering.skjema import Leksjon
from bot.laering.svarlesing import BOKSTAVER
from bot.profil.samtale import Malform
from bot.svar.malform import felt, velg
from bot.svar.regeltekst import regelavsnitt, regelkilder
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste
from bot.svar.utfylling import fyll
from bot.svar.verdier import oppsummer

_NIVA = {1: ("lett", "lett"), 2: ("middels", "middels"), 3: ("vanskelig", "vanskeleg")}


@dataclass(frozen=True)
class Quizvisning:
    """Shows questions in one language: the measures and rules behind them, the bank, and where the user is."""

    tjeneste: Tjeneste
    bank: Bank
    okt: Okt
    malform: Malform

    def alternativ(self, a: Alternativ) -> str:
        return fyll(a.tekst, self.bank.oppslag, self.malform)

    def vist(self, oppgave: Oppgave, rekkefolge: Sequence[int]) -> list[str]:
        """The alternatives as they stand in the question."""
        return [self.alternativ(oppgave.alternativer[i]) for i in rekkefolge]

    def med_bokstav(self, oppgave: Oppgave, rekkefolge: Sequence[int], nr: int) -> str:
        """One alternative with the letter it was shown under."""
        return f"{BOKSTAVER[list(rekkefolge).index(nr)]}: {self.alternativ(oppgave.alternativer[nr])}"


def kildepunkter(tjeneste: Tjeneste, oppgave: Oppgave) -> tuple[str, ...]:
    """Where a question is taken from: its legal bases and rules, then references, else the measure's own sources."""
    punkter = [p for h in oppgave.hjemler for p in tjeneste.kilder.hjemmel(h)]
    for r in oppgave.regler:
        punkter += regelkilder(tjeneste, tjeneste.regler[r])
    punkter += tjeneste.kilder.henvisninger(oppgave.kilder)
    if not punkter:
        for t in oppgave.tiltak:
            punkter += tjeneste.kilder.henvisninger(tjeneste.tiltak[t].kilder)
    return tuple(dict.fromkeys(punkter))


def still(bygger: Svarbygger, s: Quizvisning, oppgave: Oppgave) -> None:
    """Add the question now asked, its alternatives as text and as choices."""
    okt = s.okt
    hode = [f"**{velg(s.malform, 'Spørsmål', 'Spørsmål')} {okt.nummer} {velg(s.malform, 'av', 'av')} {okt.antall}**"]
    if okt.modus == "quiz":
        if okt.tiltak is not None:
            hode.append(felt(s.tjeneste.tiltak[okt.tiltak], "navn", s.malform))
        elif okt.tema is not None:
            hode.append(felt(s.bank.leksjon[okt.tema], "tittel", s.malform))
        hode.append(velg(s.malform, *_NIVA[oppgave.niva]))
    bygger.avsnitt(" · ".join(hode))
    if oppgave.profil is not None:
        om = oppsummer(oppgave.profil, s.malform)
        bygger.avsnitt(f"*{velg(s.malform, 'Saken', 'Saka')}: {om}*")
    bygger.avsnitt(fyll(oppgave.sporsmal, s.bank.oppslag, s.malform))
    vist = s.vist(oppgave, okt.rekkefolge)
    bygger.avsnitt("\n".join(f"- **{b}:** {t}" for b, t in zip(BOKSTAVER, vist, strict=False)))
    for bokstav, tekst in zip(BOKSTAVER, vist, strict=False):
        bygger.valg(f"{bokstav}: {tekst}", bokstav)


def andre_valg(bygger: Svarbygger, s: Quizvisning) -> None:
    """The choices beside the alternatives: why the last answer was wrong, or skip and stop."""
    if s.okt.forrige is not None and not s.okt.forrige.riktig:
        bygger.valg(
            velg(s.malform, "Hvorfor er det feil?", "Kvifor er det feil?"),
            velg(s.malform, "hvorfor er det feil?", "kvifor er det feil?"),
        )
    bygger.valg(velg(s.malform, "Hopp over", "Hopp over"), velg(s.malform, "hopp over", "hopp over"))
    bygger.valg(velg(s.malform, "Slutt", "Slutt"), velg(s.malform, "slutt", "slutt"))


def tilbakemelding(bygger: Svarbygger, s: Quizvisning, forrige: Besvart) -> None:
    """Add whether the last answer was right, the right one when it was not, and the explanation with its sources."""
    oppgave = s.bank.oppgaver[forrige.oppgave]
    rett = s.med_bokstav(oppgave, forrige.rekkefolge, 0)
    if forrige.riktig:
        dom = velg(s.malform, "**Riktig!**", "**Rett!**")
    elif forrige.valgt is None:
        dom = velg(
            s.malform, f"**Helt greit.** Riktig svar er **{rett}**.", f"**Heilt greitt.** Rett svar er **{rett}**."
        )
    else:
        dom = velg(
            s.malform, f"**Ikke helt.** Riktig svar er **{rett}**.", f"**Ikkje heilt.** Rett svar er **{rett}**."
        )
    bygger.avsnitt(f"{dom} {_forklaring(s, oppgave)}")
    bygger.kilde(kildepunkter(s.tjeneste, oppgave)[:4])


def _forklaring(s: Quizvisning, oppgave: Oppgave) -> str:
    tekst = fyll(oppgave.forklaring, s.bank.oppslag, s.malform)
    steder = [h for h in oppgave.hjemler if h not in tekst and s.tjeneste.kilder.hjemmel(h)]
    return f"{tekst} *({'; '.join(dict.fromkeys(steder))})*" if steder and not oppgave.regler else tekst


def hvorfor(bygger: Svarbygger, s: Quizvisning, nr: int | None) -> None:
    """Add why an alternative of the last question is wrong: the one asked about, else the one chosen."""
    forrige = s.okt.forrige
    if forrige is None:
        bygger.avsnitt(velg(s.malform, "**Du har ikke svart på noe ennå.**", "**Du har ikkje svart på noko enno.**"))
        return
    oppgave = s.bank.oppgaver[forrige.oppgave]
    valgt = nr if nr is not None else forrige.valgt
    forklaring = _forklaring(s, oppgave)
    rett = s.med_bokstav(oppgave, forrige.rekkefolge, 0)
    if valgt is None or valgt == 0:
        bygger.avsnitt(velg(s.malform, f"**{rett} er riktig.** {forklaring}", f"**{rett} er rett.** {forklaring}"))
    else:
        galt = s.med_bokstav(oppgave, forrige.rekkefolge, valgt)
        grunn = oppgave.alternativer[valgt].hvorfor
        fordi = fyll(grunn, s.bank.oppslag, s.malform) if grunn else ""
        bygger.avsnitt(
            " ".join(
                d
                for d in (
                    velg(s.malform, f"**{galt} er feil.**", f"**{galt} er feil.**"),
                    fordi,
                    velg(s.malform, f"Riktig svar er **{rett}**.", f"Rett svar er **{rett}**."),
                )
                if d
            )
        )
        bygger.avsnitt(forklaring)
    bygger.kilde(kildepunkter(s.tjeneste, oppgave)[:6])


def kilde(bygger: Svarbygger, s: Quizvisning, oppgave: Oppgave) -> None:
    """Add where a question is taken from: the rule in full, or the measure in the catalogue with its sources."""
    for r in oppgave.regler:
        bygger.avsnitt(regelavsnitt(bygger, s.tjeneste.regler[r], s.malform))
    punkter = kildepunkter(s.tjeneste, oppgave)
    if not oppgave.regler:
        navn = [felt(s.tjeneste.tiltak[t], "navn", s.malform) for t in oppgave.tiltak]
        korte = [s.tjeneste.kilder.kort(p) for p in punkter[:4]]
        om = velg(s.malform, f" om {' og '.join(navn)}", f" om {' og '.join(navn)}") if navn else ""
        bygger.avsnitt(
            velg(
                s.malform,
                f"**Det står i katalogen{om}**, som bygger på {'; '.join(korte)}.",
                f"**Det står i katalogen{om}**, som byggjer på {'; '.join(korte)}.",
            )
        )
    bygger.kilde(punkter)


def oppsummering(bygger: Svarbygger, s: Quizvisning) -> None:
    """Add the result of a finished quiz, what was missed, and what to do next."""
    okt = s.okt
    if okt.besvarte == 0:
        bygger.avsnitt(velg(s.malform, "**Da stopper vi her.**", "**Då stoppar vi her.**"))
    else:
        andel = okt.riktige / okt.besvarte
        ros = (
            velg(s.malform, "Sterkt!", "Sterkt!") if andel >= 0.9
            else velg(s.malform, "Bra jobbet.", "Bra jobba.") if andel >= 0.6
            else velg(s.malform, "Dette sitter snart.", "Dette sit snart.")
        )  # fmt: skip
        bygger.avsnitt(
            velg(
                s.malform,
                f"**Du fikk {okt.riktige} av {okt.besvarte} riktige.** {ros}",
                f"**Du fekk {okt.riktige} av {okt.besvarte} rette.** {ros}",
            )
        )
    if okt.feil:
        linjer = [velg(s.malform, "Dette bør du se på en gang til:", "Dette bør du sjå på ein gong til:")]
        for i in okt.feil:
            if (oppgave := s.bank.oppgaver.get(i)) is not None:
                sporsmal = fyll(oppgave.sporsmal, s.bank.oppslag, s.malform).replace("\n\n> ", " ").replace("**", "")
                linjer.append(f"- {sporsmal} → **{s.alternativ(oppgave.riktig)}**")
                bygger.kilde(kildepunkter(s.tjeneste, oppgave)[:1])
        bygger.avsnitt("\n".join(linjer))
        ta_igjen = velg(s.malform, "quiz meg på feilene", "quiz meg på feila")
        bygger.valg(velg(s.malform, "Ta feilene på nytt", "Ta feila på nytt"), ta_igjen)
    bygger.valg(velg(s.malform, "Ny quiz", "Ny quiz"), "quiz meg")
    if okt.besvarte and okt.riktige / okt.besvarte >= 0.8 and okt.niva < 3:
        bygger.valg(
            velg(s.malform, "Vanskeligere", "Vanskelegare"),
            velg(s.malform, "quiz meg vanskeligere", "quiz meg vanskelegare"),
        )
    hvor_langt = velg(s.malform, "hvordan ligger jeg an?", "korleis ligg eg an?")
    bygger.valg(velg(s.malform, "Hvordan ligger jeg an?", "Korleis ligg eg an?"), hvor_langt)
    bygger.valg(velg(s.malform, "Neste leksjon", "Neste leksjon"), "neste leksjon")


def temavalg(bygger: Svarbygger, leksjoner: Sequence[Leksjon], malform: Malform) -> None:
    """Add the subjects there are, as text and as choices."""
    bygger.avsnitt("\n".join(f"- {felt(leksjon, 'tittel', malform)}" for leksjon in leksjoner))
    for leksjon in leksjoner[:6]:
        tittel = felt(leksjon, "tittel", malform)
        bygger.valg(tittel, velg(malform, f"quiz meg om {tittel}", f"quiz meg om {tittel}"))


def som_data(s: Quizvisning, svart: Besvart | None) -> dict[str, Any]:
    """The quiz as the API has it: the question now asked, and what came of the last answer when there was one."""
    okt = s.okt
    ut: dict[str, Any] = {"answered": okt.besvarte, "correct": okt.riktige, "total": okt.antall, "level": okt.niva}
    if okt.oppgave is not None:
        oppgave = s.bank.oppgaver[okt.oppgave]
        vist = s.vist(oppgave, okt.rekkefolge)
        ut["question"] = {
            "id": oppgave.id,
            "number": okt.nummer,
            "text": fyll(oppgave.sporsmal, s.bank.oppslag, s.malform),
            "level": oppgave.niva,
            "options": [{"key": b, "text": t} for b, t in zip(BOKSTAVER, vist, strict=False)],
        }
    if svart is not None:
        oppgave = s.bank.oppgaver[svart.oppgave]
        chosen = None if svart.valgt is None else s.alternativ(oppgave.alternativer[svart.valgt])
        ut["result"] = {
            "question_id": oppgave.id,
            "correct": svart.riktig,
            "chosen": chosen,
            "right": s.alternativ(oppgave.riktig),
            "explanation": fyll(oppgave.forklaring, s.bank.oppslag, s.malform),
        }
    return ut


def ferdig(
    bygger: Svarbygger, s: Quizvisning, i_dag: date, *, svart: Besvart | None = None, leksjon: Leksjon | None = None
) -> dict[str, Any]:
    """The finished reply: a lesson when one was shown, else a quiz."""
    svar = bygger.ferdig("quiz" if leksjon is None else "lesson", {}, i_dag)
    svar["payload"]["quiz"] = som_data(s, svart)
    if leksjon is not None:
        svar["payload"]["lesson"] = {
            "id": leksjon.id,
            "number": leksjon.nummer,
            "total": len(s.bank.leksjoner),
            "title": felt(leksjon, "tittel", s.malform),
        }
    return svar
