// The profile as chips over the conversation: what the answers rest on, to change, remove or add to.

import { html, nothing, type TemplateResult } from "lit";
import raaEndringer from "../../../kanaler/endringer.json";
import { faktanavn, frase, kjente, verdiord } from "../fakta";
import type { Tekster } from "../tekster";
import type { Malform, Profil, Profilverdi, Svar } from "../typer";
import { ikon, type Innhold } from "./kontekst";

interface Endring {
  glem?: [string, string];
  valg?: Record<string, string>;
  tall?: { mal: string; fra: number; til: number };
}
const ENDRINGER = raaEndringer as unknown as Record<string, Endring>;
const FORESLA = ["norskniva", "programmaned", "alder", "utdanning", "ordning", "oppholdsgrunnlag", "arbeidssoker", "innsatsgruppe"];

/** What is asked about in general is answered for a case of its own; all others know the participant. */
const ETT_TILFELLE = new Set(["rule", "measure", "comparison"]);

/** The profile as the newest answer that knows the participant has it. */
export function gjeldende(svar: Iterable<Svar>): { profil: Profil; mal: Malform } {
  let profil: Profil = {};
  let mal: Malform = "nb";
  for (const s of svar) {
    if (s.payload && !ETT_TILFELLE.has(s.payload.kind)) {
      profil = s.payload.profile ?? {};
      mal = s.payload.language === "nn" ? "nn" : "nb";
    }
  }
  return { profil, mal };
}

export interface Profilkontekst {
  t: Tekster;
  mal: Malform;
  profil: Profil;
  /** The fact whose editor is open, "+" for the list of facts to add, or null. */
  apen: string | null;
  opptatt: boolean;
  apne: (faktum: string | null) => void;
  send: (tekst: string) => void;
}

function brikke(k: Profilkontekst, navn: string, verdi: Profilverdi): TemplateResult {
  const tekst = frase(navn, verdi, k.mal);
  const endring = ENDRINGER[navn];
  const glem = endring?.glem?.[k.mal === "nn" ? 1 : 0];
  const kanEndres = endring?.valg !== undefined || endring?.tall !== undefined;
  const apen = k.apen === navn;
  return html`<li class="brikke">
    ${kanEndres
      ? html`<button type="button" class="brikke__tekst" data-faktum=${navn} aria-expanded=${apen ? "true" : "false"} aria-controls="profil-endring"
          @click=${() => k.apne(apen ? null : navn)}><span class="skjult">${k.t.endre(faktanavn(navn, k.mal))}: </span>${tekst}${ikon("ned2")}</button>`
      : html`<span class="brikke__tekst">${tekst}</span>`}
    ${glem
      ? html`<button type="button" class="brikke__fjern" title=${k.t.fjernKort} aria-disabled=${k.opptatt ? "true" : "false"}
          aria-label=${k.t.fjern(tekst)} @click=${() => k.send(glem)}>${ikon("lukk")}</button>`
      : nothing}
  </li>`;
}

function tallskjema(k: Profilkontekst, navn: string, tall: NonNullable<Endring["tall"]>): TemplateResult {
  const na = k.profil[navn];
  const bruk = (h: Event): void => {
    h.preventDefault();
    const felt = (h.currentTarget as HTMLFormElement).elements.namedItem("verdi") as HTMLInputElement;
    const verdi = Number(felt.value);
    if (felt.value !== "" && Number.isInteger(verdi) && verdi >= tall.fra && verdi <= tall.til) k.send(tall.mal.replace("{}", felt.value));
    else felt.reportValidity();
  };
  return html`<form class="endring__skjema" @submit=${bruk}>
    <input name="verdi" type="number" inputmode="numeric" required min=${tall.fra} max=${tall.til} .value=${typeof na === "number" ? String(na) : ""}
      aria-label=${k.t.nyVerdi(faktanavn(navn, k.mal))} />
    <button type="submit" class="knapp">${k.t.bruk}</button>
  </form>`;
}

function redigering(k: Profilkontekst, navn: string): TemplateResult {
  const endring = ENDRINGER[navn] ?? {};
  const na = k.profil[navn];
  return html`<p class="endring__tittel" id="endring-tittel">${k.t.endre(faktanavn(navn, k.mal))}</p>
    <div class="endring__valg">
      ${Object.entries(endring.valg ?? {}).map(([kode, melding]) => {
        const verdi = kode === "true" ? true : kode === "false" ? false : kode;
        const valgt = na === verdi;
        return html`<button type="button" class="knapp knapp--valg" aria-pressed=${valgt ? "true" : "false"}
          @click=${() => (valgt ? k.apne(null) : k.send(melding))}>${valgt ? "✓ " : ""}${typeof verdi === "boolean" ? (verdi ? "Ja" : "Nei") : verdiord(verdi, k.mal)}</button>`;
      })}
      ${endring.tall ? tallskjema(k, navn, endring.tall) : nothing}
    </div>`;
}

function nye(k: Profilkontekst): TemplateResult {
  const mangler = FORESLA.filter((f) => !(f in k.profil) && !(f === "ordning" && "ordninger" in k.profil));
  return html`<p class="endring__tittel" id="endring-tittel">${k.t.leggTilHva}</p>
    <div class="endring__valg">
      ${mangler.map((f) => html`<button type="button" class="knapp knapp--valg" @click=${() => k.apne(f)}>${faktanavn(f, k.mal)}</button>`)}
    </div>`;
}

/** The bar of chips with the editor that is open under it; nothing as long as nothing is known. */
export function profilrad(k: Profilkontekst): Innhold {
  const alle = kjente(k.profil);
  if (!alle.length) return nothing;
  return html`<section class="profil" aria-label=${k.t.deltakeren} lang=${k.mal}>
    <div class="profil__rad">
      <h2 class="profil__navn">${k.t.deltakeren}</h2>
      <ul class="brikker">
        ${alle.map(([navn, verdi]) => brikke(k, navn, verdi))}
        <li><button type="button" class="brikke brikke--ny" data-faktum="+" aria-expanded=${k.apen === "+" ? "true" : "false"} aria-controls="profil-endring"
          @click=${() => k.apne(k.apen === "+" ? null : "+")}>${ikon("pluss")}${k.t.leggTil}</button></li>
      </ul>
    </div>
    <div id="profil-endring" class="endring" role="group" aria-labelledby="endring-tittel" ?hidden=${k.apen === null}>
      ${k.apen === null
        ? nothing
        : html`${k.apen === "+" ? nye(k) : redigering(k, k.apen)}
            <div class="endring__fot"><span>${k.t.profilHjelp}</span>
              <button type="button" class="knapp knapp--lenke" @click=${() => k.apne(null)}>${k.t.avbryt}</button></div>`}
    </div>
  </section>`;
}
