// The menu: earlier conversations, language, appearance, print; and the dialog that asks before deleting.

import { html, nothing, type TemplateResult } from "lit";
import type { Lagret } from "../lager";
import { SPRAKNAVN, type Sprak, type Tekster } from "../tekster";
import { ikon } from "./kontekst";

export interface Menykontekst {
  t: Tekster;
  sprak: Sprak;
  utseende: string;
  tidligere: Lagret[];
  denne: string;
  tom: boolean;
  lukk: () => void;
  ny: () => void;
  slett: (id: string) => void;
  velgSamtale: (id: string) => void;
  velgSprak: (s: string) => void;
  velgUtseende: (u: string) => void;
  skrivUt: () => void;
}

const navnPa = (s: Lagret): string => (s.innslag.find((i) => i.slag === "sporsmal")?.tekst ?? s.innslag[0]?.tekst ?? "–").replace(/\s+/g, " ").slice(0, 80);

function velger(navn: string, verdi: string, valg: [string, string][], velg: (v: string) => void): TemplateResult {
  return html`<label class="velger"><span>${navn}</span>
    <select @change=${(h: Event) => velg((h.currentTarget as HTMLSelectElement).value)}>
      ${valg.map(([v, ord]) => html`<option value=${v} ?selected=${v === verdi} lang=${v in SPRAKNAVN ? v : nothing}>${ord}</option>`)}
    </select></label>`;
}

function samtalen(k: Menykontekst, s: Lagret): TemplateResult {
  const navn = navnPa(s);
  const naar = new Date(s.endret).toLocaleString("nb-NO", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
  return html`<li class="tidligere__en">
    <button type="button" class="tidligere__apne" aria-current=${s.id === k.denne ? "true" : nothing} @click=${() => k.velgSamtale(s.id)}>
      <span>${navn}</span><span class="dempet">${naar}</span></button>
    <button type="button" class="ikonknapp" aria-label=${k.t.slettDenne(navn)} @click=${() => k.slett(s.id)}>${ikon("slett")}</button>
  </li>`;
}

/** The menu as a panel over the conversation. */
export function meny(k: Menykontekst): TemplateResult {
  return html`<div class="meny" role="dialog" aria-label=${k.t.meny} tabindex="-1">
    <div class="meny__topp"><strong>${k.t.meny}</strong>
      <button type="button" class="ikonknapp" aria-label=${k.t.lukk} @click=${k.lukk}>${ikon("lukk")}</button></div>
    <div class="meny__knapper">
      <button type="button" class="knapp knapp--stille" @click=${k.ny}>${ikon("pluss")}${k.t.nySamtale}</button>
      ${k.tom
        ? nothing
        : html`<button type="button" class="knapp knapp--stille" @click=${k.skrivUt}>${ikon("skriv")}${k.t.skrivUtSamtalen}</button>
            <button type="button" class="knapp knapp--stille" @click=${() => k.slett(k.denne)}>${ikon("slett")}${k.t.slettSamtalen}</button>`}
    </div>
    <div class="meny__valg">
      ${velger(k.t.sprak, k.sprak, Object.entries(SPRAKNAVN), k.velgSprak)}
      ${velger(k.t.utseende, k.utseende, [["auto", k.t.auto], ["lys", k.t.lyst], ["mork", k.t.morkt]], k.velgUtseende)}
    </div>
    <h2 class="meny__navn" id="tidligere-navn">${k.t.tidligere}</h2>
    ${k.tidligere.length
      ? html`<ul class="tidligere" aria-labelledby="tidligere-navn">${k.tidligere.map((s) => samtalen(k, s))}</ul><p class="hjelp">${k.t.tidligereHjelp}</p>`
      : html`<p class="hjelp">${k.t.ingenTidligere}</p>`}
  </div>`;
}

/** The question before a conversation is deleted; a native dialog keeps the focus and closes on Esc. */
export function slettedialog(t: Tekster, feil: string, ja: () => void, nei: () => void): TemplateResult {
  return html`<dialog class="dialog" id="slett-dialog" aria-labelledby="slett-tittel" aria-describedby="slett-tekst">
    <h2 id="slett-tittel">${t.slettTittel}</h2>
    <p id="slett-tekst">${t.slettTekst}</p>
    <p class="feil" role="alert">${feil}</p>
    <div class="rad">
      <button type="button" class="knapp knapp--fare" @click=${ja}>${t.slettSamtalen}</button>
      <button type="button" class="knapp knapp--stille" @click=${nei}>${t.avbryt}</button>
    </div>
  </dialog>`;
}
