// One answer of the API: the facts it rests on, the text, cards, timeline, quiz, next question, choices, sources.

import { html, nothing, type TemplateResult } from "lit";
import { markdown } from "../markdown";
import { dato, ORD } from "../ord";
import type { Kilde, Malform, Payload, Svar, Valg } from "../typer";
import { alleKort } from "./kort";
import { brett, kildelenke, kildenavn, type Innhold, type Kontekst } from "./kontekst";
import { delValg, framdrift } from "./quiz";
import { tegnTidslinje } from "./tidslinje";

const KILDER_FORST = 3;
const BRETT_OVER = 1600;
const BRETT_ETTER = 900;

/** Answers that are about measures: the cards come before what else there is to say. */
const OM_TILTAK = new Set(["recommendation", "eligibility"]);

export const malformAv = (svar: Svar): Malform => (svar.payload?.language === "nn" ? "nn" : "nb");

/** The parts of the text; an answer kept from before these were told apart is all lead. */
export const delerAv = (svar: Svar): NonNullable<Payload["parts"]> => svar.payload?.parts ?? { lead: svar.text, body: "" };

/** The text after the conclusion; a long one is folded after its first parts. */
function brodtekst(k: Kontekst, kilde: string, payload: Payload): Innhold {
  if (!kilde) return nothing;
  const innhold = markdown(kilde, 3, ORD.tabell[k.mal]);
  tegnTidslinje(innhold, payload.table);
  const deler = [...innhold.children] as HTMLElement[];
  let vist = deler.length;
  if (kilde.length > BRETT_OVER && !k.papir) {
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

/** The sources by title, every place in one a link; a title that is told once stands as it is. */
function kildeliste(k: Kontekst, kontrollert: string | undefined): Innhold {
  const etterTittel = new Map<string, Kilde[]>();
  for (const kilde of k.kilder.values()) {
    const nokkel = `${kilde.title}|${kilde.status}`;
    etterTittel.set(nokkel, [...(etterTittel.get(nokkel) ?? []), kilde]);
  }
  const punkt = (alle: Kilde[]): TemplateResult => {
    const [forste] = alle as [Kilde];
    const navn = alle.length > 1 ? forste.title : kildenavn(forste);
    return html`<li tabindex="-1" data-mal>${alle.length > 1
        ? html`${navn}: ${alle.map((kilde, i) => html`${i ? " · " : ""}${kildelenke(kilde, kilde.locator || kilde.title)}`)}`
        : kildelenke(forste)}${forste.year && !navn.includes(String(forste.year)) ? ` (${forste.year})` : nothing}${forste.status === "historical"
        ? html` <span class="historisk">${ORD.historisk[k.mal]}</span>`
        : nothing}</li>`;
  };
  const grupper = [...etterTittel.values()];
  if (!grupper.length && !kontrollert) return nothing;
  const navn = ORD.kilder[k.mal];
  return html`<div class="kilder" aria-live="off" data-brett>
    ${grupper.length
      ? html`<h3>${navn}</h3>${brett(k, "kilder", grupper.map(punkt), KILDER_FORST, navn, (vist) => html`<ul>${vist}</ul>`)}`
      : nothing}
    ${kontrollert ? html`<p class="hjelp">${kontrollert}</p>` : nothing}
  </div>`;
}

/** The next question with its answers, or the choices alone; once the conversation has gone on, what was chosen. */
function videre(k: Kontekst, svar: Svar, payload: Payload, sendt: string | null): Innhold {
  const neste = payload.next_question?.text;
  const knapper = !svar.choices?.length ? nothing : sendt === null ? valg(k, payload, svar.choices) : brukteValg(k, svar.choices, sendt);
  return neste ? html`<div class="neste"><p><strong>${ORD.neste[k.mal]}: </strong>${neste}</p>${knapper}</div>` : knapper;
}

/** One reply. `sendt` is what was said next, or null when nothing has been: then its choices are buttons. */
export function visSvar(k: Kontekst, svar: Svar, sendt: string | null): TemplateResult {
  const payload: Payload = svar.payload ?? { kind: "tekst" };
  const { lead, body, basis, checked } = delerAv(svar);
  const omTiltak = OM_TILTAK.has(payload.kind);
  // Without a participant the verdict of a measure that is only explained says nothing.
  const kort = omTiltak || Object.keys(payload.profile ?? {}).length ? alleKort(k, payload.measures ?? []) : nothing;
  const rest = brodtekst(k, body, payload);
  const mer = videre(k, svar, payload, sendt);
  return html`<div class="svar svar--${payload.kind}" lang=${k.mal}>
    ${framdrift(k, payload)}
    ${basis ? html`<p class="grunnlag">${basis}${payload.as_of ? ` (${ORD.regler[k.mal]} ${dato(payload.as_of)})` : nothing}</p>` : nothing}
    <div class="svar__tekst">${markdown(lead, 3, ORD.tabell[k.mal])}</div>
    ${omTiltak ? html`${payload.next_question ? mer : nothing} ${kort} ${rest} ${payload.next_question ? nothing : mer}` : html`${rest} ${mer} ${kort}`}
    ${kildeliste(k, checked)}
  </div>`;
}
