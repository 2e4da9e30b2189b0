// The web chat: sends what is written, shows the answers, keeps the conversation, deletes it.

import { hent, lagre, nySamtale } from "./lager.js";
import { element } from "./markdown.js";
import { TEKST } from "./ord.js";
import { svar as visSvar } from "./visning.js";

const MAKS = 2000;
const VARSLE_FRA = 1700;
const TIDSGRENSE_MS = 20_000;
const VIS_SKRIVER_MS = 250;

const finn = (id) => document.getElementById(id);
const [logg, start, status, skjema, tekst, teller, sendKnapp, slettKnapp] =
  ["samtale", "start", "status", "skjema", "tekst", "teller", "send", "slett"].map(finn);

let samtale = hent();
let venter = false;
let apneValg = [];
let feilboks = null;

const lengde = (t) => [...t].length;
const rolig = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

function iFokus() {
  // On a phone, focus would open the keyboard on top of the answer.
  if (matchMedia("(pointer: coarse)").matches) logg.focus({ preventScroll: true });
  else tekst.focus({ preventScroll: true });
}

function rullTil(e) {
  // A long way is quicker without the journey.
  const langt = Math.abs(e.getBoundingClientRect().top) > 1.5 * innerHeight;
  e.scrollIntoView({ block: "start", behavior: rolig() || langt ? "auto" : "smooth" });
}

function visMelding(innhold) {
  const p = element("p", {}, innhold);
  const boks = element("section", { klasse: "melding melding--du" }, element("h2", { klasse: "skjult" }, TEKST.du.nb), p);
  logg.append(boks);
  return { boks, bytt: (ny) => { p.textContent = ny; } };
}

function visSvarene(replies) {
  const boks = element("section", { klasse: "melding melding--los" }, element("h2", { klasse: "skjult" }, TEKST.los.nb));
  const alle = replies.map((r) => visSvar(r, (valgt) => send(valgt)));
  boks.append(...alle.map((s) => s.element));
  apneValg.push(...alle);
  logg.append(boks);
}

function lukkValg(sendt) {
  apneValg.forEach((s) => s.gjorTilTekst(sendt));
  apneValg = [];
}

function visTilstand() {
  const tom = logg.childElementCount === 0;
  start.hidden = !tom;
  slettKnapp.hidden = tom;
}

async function spor(innhold) {
  const avbryter = new AbortController();
  const klokke = setTimeout(() => avbryter.abort(), TIDSGRENSE_MS);
  let http;
  try {
    http = await fetch("/api/v1/messages", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ conversation_id: samtale.id, text: innhold }),
      signal: avbryter.signal,
    });
    const data = await http.json();
    if (http.ok) return data.replies;
    throw new Error(data.error.message);
  } catch (feil) {
    if (http && !http.ok && feil.name === "Error") throw feil;
    throw new Error(avbryter.signal.aborted
      ? "Svaret lot vente på seg for lenge. Prøv igjen om litt."
      : "Får ikke kontakt med tjenesten. Sjekk nettforbindelsen og prøv igjen.");
  } finally {
    clearTimeout(klokke);
  }
}

function visFeil(melding, prov) {
  const knapp = element("button", { type: "button", klasse: "knapp knapp--valg" }, "Prøv igjen");
  feilboks = element("div", { klasse: "varsel" }, element("p", {}, element("strong", {}, "Fikk ikke svar. "), melding), knapp);
  knapp.addEventListener("click", prov);
  logg.append(feilboks);
  rullTil(feilboks);
}

function fjernFeil() {
  feilboks?.querySelector("button").remove();
  feilboks = null;
}

async function lever(innhold, min) {
  venter = true;
  sendKnapp.setAttribute("aria-disabled", "true");
  const skriver = setTimeout(() => { status.textContent = "Tiltakslosen skriver …"; }, VIS_SKRIVER_MS);
  const denne = samtale;
  try {
    const replies = await spor(innhold);
    if (denne !== samtale) return;
    const rent = replies.find((r) => r.payload?.redacted_text)?.payload.redacted_text;
    if (rent) min.bytt(rent);
    visSvarene(replies);
    samtale.innslag.push({ tekst: rent ?? innhold, replies });
    lagre(samtale);
    rullTil(min.boks);
  } catch (feil) {
    if (denne !== samtale) return;
    visFeil(feil.message, () => {
      feilboks.remove();
      feilboks = null;
      iFokus();
      lever(innhold, min);
    });
  } finally {
    clearTimeout(skriver);
    status.textContent = "";
    venter = false;
    sendKnapp.removeAttribute("aria-disabled");
  }
}

function send(innhold) {
  if (venter) return;
  fjernFeil();
  lukkValg(innhold);
  const min = visMelding(innhold);
  visTilstand();
  rullTil(min.boks);
  iFokus();
  lever(innhold, min);
}

function tilpassFeltet() {
  tekst.style.height = "auto";
  tekst.style.height = `${tekst.scrollHeight + 2}px`;
  const n = lengde(tekst.value);
  const forMye = n > MAKS;
  teller.textContent = forMye ? `${n - MAKS} tegn for mye` : n >= VARSLE_FRA ? `${n} av ${MAKS} tegn` : "";
  teller.className = forMye ? "feil" : "";
  tekst.toggleAttribute("aria-invalid", false);
  if (forMye) tekst.setAttribute("aria-invalid", "true");
}

function tomFeltet() {
  tekst.value = "";
  tilpassFeltet();
}

skjema.addEventListener("submit", (hendelse) => {
  hendelse.preventDefault();
  const innhold = tekst.value.trim();
  if (!innhold || venter) return;
  if (lengde(tekst.value) > MAKS) {
    status.textContent = `Meldingen er for lang. Den kan ha høyst ${MAKS} tegn.`;
    return;
  }
  tomFeltet();
  send(innhold);
});

tekst.addEventListener("input", tilpassFeltet);
tekst.addEventListener("keydown", (hendelse) => {
  if (hendelse.isComposing) return;
  if (hendelse.key === "Enter" && !hendelse.shiftKey) {
    hendelse.preventDefault();
    skjema.requestSubmit();
  } else if (hendelse.key === "Escape") {
    tomFeltet();
  }
});

finn("forslag").addEventListener("click", (hendelse) => {
  const knapp = hendelse.target.closest("button");
  if (knapp) send(knapp.textContent);
});

const dialog = finn("slett-dialog");
const slettFeil = finn("slett-feil");
slettKnapp.addEventListener("click", () => {
  slettFeil.textContent = "";
  dialog.showModal();
});
finn("slett-nei").addEventListener("click", () => dialog.close());
finn("slett-ja").addEventListener("click", async () => {
  try {
    const svar = await fetch(`/api/v1/conversations/${encodeURIComponent(samtale.id)}`, { method: "DELETE" });
    if (!svar.ok) throw new Error((await svar.json()).error.message);
  } catch (feil) {
    slettFeil.textContent = feil.name === "Error" ? feil.message : "Får ikke kontakt med tjenesten. Samtalen er ikke slettet.";
    return;
  }
  samtale = nySamtale();
  lagre(samtale);
  apneValg = [];
  feilboks = null;
  logg.replaceChildren();
  dialog.close();
  visTilstand();
  status.textContent = "Samtalen er slettet.";
  tekst.focus();
});

// Paper has no buttons to open things with.
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => { d.open = true; }));

function gjenopprett() {
  // What was said before must not be read aloud again.
  logg.setAttribute("aria-live", "off");
  let siste = null;
  for (const innslag of samtale.innslag) {
    lukkValg(innslag.tekst);
    siste = visMelding(innslag.tekst);
    visSvarene(innslag.replies);
  }
  visTilstand();
  siste?.boks.scrollIntoView({ block: "start" });
  requestAnimationFrame(() => logg.setAttribute("aria-live", "polite"));
}

gjenopprett();
if (!matchMedia("(pointer: coarse)").matches) tekst.focus({ preventScroll: true });
