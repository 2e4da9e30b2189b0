// What can be done with an answer: copy it, print it, say what it was worth.

import { html, nothing, type TemplateResult } from "lit";
import type { Tekster } from "../tekster";
import type { Innslag } from "../typer";
import { ikon } from "./kontekst";

export interface Handlingskontekst {
  t: Tekster;
  innslag: Innslag;
  skjemaApent: boolean;
  kvittering: string;
  kopier: () => void;
  skrivUt: () => void;
  vurder: (opp: boolean) => void;
  sendSkjema: (grunner: string[], kommentar: string, medSvar: boolean) => void;
  avbryt: () => void;
}

function skjema(k: Handlingskontekst): TemplateResult {
  const send = (h: Event): void => {
    h.preventDefault();
    const data = new FormData(h.currentTarget as HTMLFormElement);
    k.sendSkjema(data.getAll("grunn").map(String), String(data.get("kommentar") ?? ""), data.has("med"));
  };
  const id = `kommentar-${k.innslag.id}`;
  return html`<form class="tilbakemelding" @submit=${send}>
    <fieldset>
      <legend tabindex="-1">${k.t.hvaVarGalt}</legend>
      ${Object.entries(k.t.grunner).map(([kode, ord]) => html`<label class="avkryss"><input type="checkbox" name="grunn" value=${kode} />${ord}</label>`)}
    </fieldset>
    <label class="tilbakemelding__navn" for=${id}>${k.t.kommentar}</label>
    <textarea id=${id} name="kommentar" rows="2" maxlength="1000" aria-describedby="${id}-hjelp"></textarea>
    <p class="hjelp" id="${id}-hjelp">${k.t.kommentarHjelp}</p>
    <label class="avkryss"><input type="checkbox" name="med" />${k.t.medSvar}</label>
    <div class="rad">
      <button type="submit" class="knapp">${k.t.sendTilbakemelding}</button>
      <button type="button" class="knapp knapp--lenke" @click=${k.avbryt}>${k.t.avbryt}</button>
    </div>
  </form>`;
}

/** The row of buttons under an answer, and the form for what was wrong with it. */
export function handlinger(k: Handlingskontekst): TemplateResult {
  const vurdert = k.innslag.vurdert;
  // On a narrow screen the words of all but the first are for screen readers.
  const innhold = (tegning: Parameters<typeof ikon>[0], ord: string): TemplateResult => html`${ikon(tegning)}<span>${ord}</span>`;
  return html`<div class="handlinger">
      <button type="button" class="handling" @click=${k.kopier}>${innhold("kopier", k.t.kopier)}</button>
      <button type="button" class="handling" title=${k.t.skrivUt} @click=${k.skrivUt}>${innhold("skriv", k.t.skrivUt)}</button>
      <span class="handlinger__luft"></span>
      <button type="button" class="handling" title=${k.t.nyttig} aria-pressed=${vurdert === "up" ? "true" : "false"} @click=${() => k.vurder(true)}>${innhold("opp", k.t.nyttig)}</button>
      <button type="button" class="handling" title=${k.t.ikkeNyttig} data-ned aria-pressed=${vurdert === "down" ? "true" : "false"} aria-expanded=${k.skjemaApent ? "true" : "false"} @click=${() => k.vurder(false)}>${innhold("ned", k.t.ikkeNyttig)}</button>
    </div>
    ${k.kvittering ? html`<p class="kvittering">${k.kvittering}</p>` : nothing}
    ${k.skjemaApent ? skjema(k) : nothing}`;
}
