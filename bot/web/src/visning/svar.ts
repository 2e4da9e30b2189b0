// One answer of the API: the facts it rests on, the text, cards, timeline, quiz, next question, choices, sources.

import { html, nothing, type TemplateResult } from "lit";
import { frase, kjente } from "../fakta";
import { markdown } from "../markdown";
import { dato, ORD } from "../ord";
import type { Kilde, Malform, Payload, Svar, Valg } from "../typer";
import { alleKort } from "./kort";
import { kildelenke, kildenavn, type Innhold, type Kontekst } from "./kontekst";
import { delValg, framdrift, utenAlternativer } from "./quiz";
import { tegnTidslinje } from "./tidslinje";

const KILDER_FORST = 5;
const BRETT_OVER = 1800;
const BRETT_ETTER = 1000;

/** The groups of a recommendation, which the cards below the text show with all their reasons. */
const GRUPPER =
  /\n\n\*\*(?:Gjør dette først|Gjer dette først|Passe?a?r|Kan passe|Alt jeg kan sjekke|Alt eg kan sjekke)[^\n]*\*\*(?:\n[^\n]+)+/g;

/** The text without what is shown from the data: the facts it rests on, first, and the sources, last. */
export function utenGjentakelser(tekst: string, harGrunnlag: boolean, harKilder: boolean, harKort: boolean): string {
  let ut = tekst;
  if (harKort) ut = ut.replace(GRUPPER, "");
  if (harGrunnlag) ut = ut.replace(/^\*(?:Jeg regner med|Eg reknar med): .*\*\n+/, "");
  if (harKilder) ut = ut.replace(/\n+\*\*(?:Kilder|Kjelder)\*\*\n(?:- .*\n?)+$/, "");
  return ut;
}

export const malformAv = (svar: Svar): Malform => (svar.payload?.language === "nn" ? "nn" : "nb");

function grunnlag(k: Kontekst, payload: Payload): Innhold {
  const fakta = kjente(payload.profile).map(([navn, v]) => frase(navn, v, k.mal));
  if (!fakta.length) return nothing;
  return html`<p class="grunnlag"><span class="grunnlag__navn">${ORD.gjelder[k.mal]}: </span>${fakta.join(" · ")}${payload.as_of
      ? html`<span class="grunnlag__dato"> (${ORD.regler[k.mal]} ${dato(payload.as_of)})</span>`
      : nothing}</p>`;
}

/** The text; a long one is folded after its first parts, where the conclusion is. */
function brodtekst(k: Kontekst, tekst: string): TemplateResult {
  const innhold = markdown(tekst, 3, ORD.tabell[k.mal]);
  tegnTidslinje(innhold);
  const deler = [...innhold.children] as HTMLElement[];
  const lang = tekst.length > BRETT_OVER && !k.papir;
  let vist = deler.length;
  if (lang) {
    let sum = 0;
    vist = deler.findIndex((d) => (sum += d.textContent?.length ?? 0) > BRETT_ETTER) + 1;
    if (vist === 0 || deler.length - vist < 2) vist = deler.length;
  }
  const brettet = vist < deler.length;
  const apen = k.apen("tekst");
  if (brettet && !apen) deler.slice(vist).forEach((d) => (d.hidden = true));
  return html`<div class="svar__tekst">${innhold}</div>
    ${brettet
      ? html`<button type="button" class="knapp knapp--lenke" aria-expanded=${apen ? "true" : "false"} @click=${() => k.apne("tekst", !apen)}>
          ${apen ? k.t.visMindre : k.t.visHele}</button>`
      : nothing}`;
}

function valg(k: Kontekst, payload: Payload, alle: Valg[]): TemplateResult {
  const [svar, andre] = delValg(payload, alle);
  const gruppe = (noen: Valg[], quiz: boolean): Innhold =>
    noen.length
      ? html`<div class="valg ${quiz ? "valg--quiz" : ""}" role="group" aria-label=${ORD[quiz ? "svaralternativer" : "forslag"][k.mal]}>
          ${noen.map((v) => html`<button type="button" class="knapp knapp--valg" @click=${() => k.send(v.text)}>${quiz
            ? html`<span class="bokstav">${v.text}</span><span class="skjult">: </span>`
            : nothing}${v.title}</button>`)}
        </div>`
      : nothing;
  return html`${gruppe(svar, true)}${gruppe(andre, false)}`;
}

/** What the buttons become once the conversation has gone on: text, with the one that was chosen marked. */
function brukteValg(k: Kontekst, alle: Valg[], sendt: string): TemplateResult {
  const valgt = alle.find((v) => v.text === sendt);
  return html`<p class="valg-brukt"><span class="valg-brukt__navn">${ORD[valgt ? "valgt" : "forslagVar"][k.mal]}:</span>
    ${alle.map((v) => (v === valgt
      ? html`<strong class="valg-brukt__en valg-brukt__en--valgt">✓ ${v.title}</strong> `
      : html`<span class="valg-brukt__en">${v.title}</span> `))}</p>`;
}

function kildeliste(k: Kontekst): Innhold {
  const alle = [...k.kilder.values()];
  if (!alle.length) return nothing;
  const punkt = (kilde: Kilde): TemplateResult => html`<li tabindex="-1" data-mal>${kildelenke(kilde)}${kilde.year && !kildenavn(kilde).includes(String(kilde.year))
      ? ` (${kilde.year})`
      : nothing}${kilde.status === "historical" ? html` <span class="historisk">${ORD.historisk[k.mal]}</span>` : nothing}</li>`;
  const apen = k.papir || k.apen("kilder");
  const vist = apen || alle.length <= KILDER_FORST + 1 ? alle : alle.slice(0, KILDER_FORST);
  return html`<div class="kilder" aria-live="off" data-brett>
    <h3>${ORD.kilder[k.mal]} (${alle.length})</h3>
    <ul>${vist.map(punkt)}</ul>
    ${vist.length < alle.length ? brettKilder(k, alle.length) : nothing}
  </div>`;
}

function brettKilder(k: Kontekst, antall: number): TemplateResult {
  const apne = (h: Event): void => {
    const liste = (h.currentTarget as HTMLElement).closest("[data-brett]");
    k.apne("kilder");
    requestAnimationFrame(() => liste?.querySelectorAll<HTMLElement>("[data-mal]")[KILDER_FORST]?.focus());
  };
  return html`<button type="button" class="knapp knapp--lenke" @click=${apne}>${ORD.alle[k.mal]} ${antall}<span class="skjult"> – ${ORD.kilder[k.mal]}</span></button>`;
}

/** One reply. `sendt` is what was said next, or null when nothing has been: then its choices are buttons. */
export function visSvar(k: Kontekst, svar: Svar, sendt: string | null): TemplateResult {
  const payload: Payload = svar.payload ?? { kind: "tekst" };
  const fakta = grunnlag(k, payload);
  const tiltak = payload.measures ?? [];
  const harKort = payload.kind === "recommendation" && tiltak.length > 0;
  const tekst = utenAlternativer(utenGjentakelser(svar.text, fakta !== nothing, k.kilder.size > 0, harKort), payload);
  const neste = payload.next_question?.text;
  return html`<div class="svar svar--${payload.kind}" lang=${k.mal}>
    ${framdrift(k, payload)} ${fakta} ${brodtekst(k, tekst)}
    ${neste && !svar.text.includes(neste)
      ? html`<p class="neste"><strong>${ORD.neste[k.mal]}: </strong>${neste}</p>`
      : nothing}
    ${svar.choices?.length ? (sendt === null ? valg(k, payload, svar.choices) : brukteValg(k, svar.choices, sendt)) : nothing}
    ${alleKort(k, tiltak)} ${kildeliste(k)}
  </div>`;
}
