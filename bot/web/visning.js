// One answer of the API as elements: text, facts it rests on, cards for measures, next question, sources, choices.

import { element, lenke, linje, markdown, tryggAdresse } from "./markdown.js";
import { STATUS, TEKST, TYPE, UNDERSTATUS, UTFALL, dato, faktanavn, profilord } from "./ord.js";

const VIS_FORST = { suitable: 6, conditional: 4, unsuitable: 3 };
const KILDER_FORST = 6;

const tegn = (t) => element("span", { klasse: "tegn", "aria-hidden": "true" }, t);

function merke(ord, sprak) {
  return element("p", { klasse: `merke merke--${ord.klasse}` }, tegn(ord.tegn), ord[sprak]);
}

const kildenavn = (kilde) => [kilde.title, kilde.locator].filter(Boolean).join(", ");

function kildelenke(kilde) {
  return tryggAdresse(kilde.url) ? lenke(kilde.url, kildenavn(kilde)) : element("span", {}, kildenavn(kilde));
}

/** The reason that settles the verdict, when the answer does not say it in a sentence of its own. */
function avgjorende(tiltak) {
  if (tiltak.summary) return tiltak.summary;
  const rekkefolge = { suitable: ["met"], conditional: ["unknown", "judgement", "unmet"], unsuitable: ["unmet"] };
  for (const status of rekkefolge[tiltak.verdict] ?? []) {
    const grunn = (tiltak.reasons ?? []).find((r) => r.status === status);
    if (grunn) return grunn.text;
  }
  return null;
}

function begrunnelse(grunn, kilder, sprak) {
  const ord = STATUS[grunn.status] ?? STATUS.unknown;
  const punkt = element("li", { klasse: "grunn" },
    element("span", { klasse: `grunn__status grunn__status--${ord.klasse}` }, tegn(ord.tegn), ord[sprak]),
    element("span", { klasse: "grunn__tekst" }, ...linje(grunn.text)));
  const egne = (grunn.source_ids ?? []).map((id) => kilder.get(id)).filter(Boolean);
  if (egne.length) {
    const rad = element("span", { klasse: "grunn__kilde" }, `${TEKST[egne.length > 1 ? "kilder" : "kilde"][sprak]}: `);
    egne.forEach((k, i) => rad.append(...(i ? [" · "] : []), kildelenke(k)));
    punkt.append(rad);
  }
  return punkt;
}

function begrunnelser(tiltak, kilder, sprak) {
  const alle = tiltak.reasons ?? [];
  if (!alle.length) return null;
  const boks = element("details", { klasse: "grunner" },
    element("summary", {}, `${TEKST.begrunnelser[sprak]} (${alle.length})`, element("span", { klasse: "skjult" }, ` – ${tiltak.name}`)));
  for (const type of Object.keys(TYPE)) {
    const gruppe = alle.filter((r) => r.type === type);
    if (!gruppe.length) continue;
    boks.append(element("h5", {}, TYPE[type][sprak]), element("ul", {}, ...gruppe.map((r) => begrunnelse(r, kilder, sprak))));
  }
  return boks;
}

function kort(tiltak, kilder, sprak) {
  const ord = UTFALL[tiltak.verdict] ?? UTFALL.conditional;
  const under = tiltak.verdict === "suitable" ? null : UNDERSTATUS[tiltak.substatus];
  const grunn = avgjorende(tiltak);
  const detaljer = [];
  if (tiltak.missing?.length) detaljer.push([TEKST.mangler[sprak], tiltak.missing.map(faktanavn).join(", ")]);
  if (tiltak.earliest_month) detaljer.push([TEKST.fra[sprak], String(tiltak.earliest_month)]);
  return element("article", { klasse: `kort kort--${ord.klasse}` },
    element("div", { klasse: "kort__hode" },
      element("h4", { tabindex: "-1" }, tiltak.name),
      merke(ord, sprak)),
    element("p", { klasse: "kort__eier" }, [tiltak.owner, under?.[sprak]].filter(Boolean).join(" · ")),
    grunn ? element("p", { klasse: "kort__grunn" }, ...linje(grunn)) : null,
    detaljer.length
      ? element("p", { klasse: "kort__detaljer" }, ...detaljer.map(([navn, v]) => element("span", {}, element("strong", {}, `${navn} `), v)))
      : null,
    begrunnelser(tiltak, kilder, sprak));
}

/** Elements after the first `antall` are hidden behind a button that says how many there are in all. */
function brett(alle, antall, sprak, navn) {
  if (alle.length <= antall + 1) return alle;
  const resten = alle.slice(antall);
  resten.forEach((e) => { e.hidden = true; });
  const knapp = element("button", { type: "button", klasse: "knapp knapp--lenke" },
    `${TEKST.alle[sprak]} ${alle.length}`, element("span", { klasse: "skjult" }, ` – ${navn}`));
  const ramme = alle[0].tagName === "LI" ? element("li", { klasse: "uten-tall" }, knapp) : knapp;
  knapp.addEventListener("click", () => {
    resten.forEach((e) => { e.hidden = false; });
    (resten[0].querySelector("h4, a") ?? resten[0]).focus();
    ramme.remove();
  });
  return [...alle, ramme];
}

function alleKort(tiltak, kilder, sprak) {
  // The text above already says it all: a screen reader should not read every card aloud as it arrives.
  const boks = element("section", { klasse: "tiltak", "aria-label": TEKST.tiltak[sprak], "aria-live": "off" });
  for (const [utfall, ord] of Object.entries(UTFALL)) {
    const gruppe = tiltak.filter((t) => t.verdict === utfall);
    if (!gruppe.length) continue;
    const navn = `${ord[sprak]} (${gruppe.length})`;
    boks.append(element("h3", { klasse: "tiltak__gruppe" }, navn),
      ...brett(gruppe.map((t) => kort(t, kilder, sprak)), VIS_FORST[utfall], sprak, navn));
  }
  return boks;
}

function grunnlag(payload, sprak) {
  const ord = profilord(payload.profile);
  if (!ord.length) return null;
  const linjen = element("p", { klasse: "grunnlag" }, element("span", { klasse: "grunnlag__navn" }, `${TEKST.gjelder[sprak]}: `), ord.join(" · "));
  if (payload.as_of) linjen.append(element("span", { klasse: "grunnlag__dato" }, ` (${TEKST.regler[sprak]} ${dato(payload.as_of)})`));
  return linjen;
}

function kildeliste(kilder, sprak) {
  if (!kilder.length) return null;
  const punkter = kilder.map((k) => {
    const punkt = element("li", {}, kildelenke(k));
    if (k.year && !kildenavn(k).includes(String(k.year))) punkt.append(` (${k.year})`);
    if (k.status === "historical") punkt.append(" ", element("span", { klasse: "historisk" }, TEKST.historisk[sprak]));
    return punkt;
  });
  return element("section", { klasse: "kilder", "aria-live": "off" },
    element("h3", {}, `${TEKST.kilder[sprak]} (${kilder.length})`),
    element("ul", {}, ...brett(punkter, KILDER_FORST, sprak, TEKST.kilder[sprak])));
}

/** Buttons for what to say next. `velg` is called with the text of the one chosen. */
function valg(choices, sprak, velg) {
  const gruppe = element("div", { klasse: "valg", role: "group", "aria-label": TEKST.forslag[sprak] });
  for (const c of choices) {
    const knapp = element("button", { type: "button", klasse: "knapp knapp--valg" }, c.title);
    knapp.addEventListener("click", () => velg(c.text));
    gruppe.append(knapp);
  }
  return gruppe;
}

/** What the buttons become once the conversation has gone on: text, with the one that was chosen. */
export function brukteValg(choices, sendt, sprak) {
  const valgt = choices.find((c) => c.text === sendt);
  if (valgt) return element("p", { klasse: "valg-brukt" }, `${TEKST.valgt[sprak]}: `, element("strong", {}, valgt.title));
  return element("p", { klasse: "valg-brukt" }, `${TEKST.forslagVar[sprak]}: ${choices.map((c) => c.title).join(" · ")}`);
}

/** The groups of a recommendation, which the cards below the text show with all their reasons. */
const GRUPPER =
  /\n\n\*\*(?:Gjør dette først|Gjer dette først|Passe?a?r|Kan passe|Alt jeg kan sjekke|Alt eg kan sjekke)[^\n]*\*\*(?:\n- [^\n]*)+/g;

/** The text without what the page shows from the data: the facts it rests on, first, and the sources, last. */
function utenGjentakelser(tekst, harGrunnlag, harKilder, harKort) {
  let ut = tekst;
  if (harKort) ut = ut.replace(GRUPPER, "");
  if (harGrunnlag) ut = ut.replace(/^\*(?:Jeg regner med|Eg reknar med): .*\*\n+/, "");
  if (harKilder) ut = ut.replace(/\n+\*\*(?:Kilder|Kjelder)\*\*\n(?:- .*\n?)+$/, "");
  return ut;
}

/** One reply as `element`, and `gjorTilTekst(sendt)`, which turns its buttons into text. */
export function svar(reply, velg) {
  const payload = reply.payload ?? {};
  const sprak = payload.language === "nn" ? "nn" : "nb";
  const kilder = new Map((payload.sources ?? []).map((k) => [k.id, k]));
  const ut = element("div", { klasse: `svar svar--${payload.kind ?? "tekst"}`, lang: sprak });
  const fakta = grunnlag(payload, sprak);
  const harKort = payload.kind === "recommendation" && payload.measures?.length > 0;
  const tekst = utenGjentakelser(reply.text, fakta !== null, kilder.size > 0, harKort);
  const deler = [fakta, element("div", { klasse: "svar__tekst" }, markdown(tekst, 3))];
  const sporsmal = payload.next_question?.text;
  if (sporsmal && !reply.text.includes(sporsmal)) {
    deler.push(element("p", { klasse: "neste" }, element("strong", {}, `${TEKST.neste[sprak]}: `), sporsmal));
  }
  // What to say next stands with the text, before the long lists.
  let knapper = reply.choices?.length ? valg(reply.choices, sprak, velg) : null;
  deler.push(knapper);
  if (payload.measures?.length) deler.push(alleKort(payload.measures, kilder, sprak));
  deler.push(kildeliste([...kilder.values()], sprak));
  ut.append(...deler.filter(Boolean));
  return {
    element: ut,
    gjorTilTekst(sendt) {
      if (!knapper) return;
      knapper.replaceWith(brukteValg(reply.choices, sendt, sprak));
      knapper = null;
    },
  };
}
