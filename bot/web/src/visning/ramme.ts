// The frame around a conversation: the header over it and the field for writing under it.

import { html, nothing, type TemplateResult } from "lit";
import { MAKS_TEGN } from "../samtale";
import type { Tekster } from "../tekster";
import { ikon } from "./kontekst";

const VARSLE_FRA = 1700;

export interface Toppkontekst {
  t: Tekster;
  side: boolean;
  tom: boolean;
  menyApen: boolean;
  ny: () => void;
  slett: () => void;
  meny: () => void;
  lukk?: () => void;
}

/** Name, what it is, and what can be done with the whole conversation. */
export function topp(k: Toppkontekst): TemplateResult {
  const { t } = k;
  return html`<header class="topp">
    <div class="topp__navn">${k.side ? html`<h1>${t.navn}</h1>` : html`<p class="topp__tittel">${t.navn}</p>`}<p>${t.undertittel}</p></div>
    <div class="topp__knapper">
      ${k.tom
        ? nothing
        : html`<button type="button" class="knapp knapp--stille kun-bred" @click=${k.ny}>${t.nySamtale}</button>
            <button type="button" class="knapp knapp--stille kun-bred" @click=${k.slett}>${t.slettSamtalen}</button>`}
      <button type="button" class="knapp knapp--stille" id="meny-knapp" aria-haspopup="dialog" aria-expanded=${k.menyApen ? "true" : "false"} @click=${k.meny}>${ikon("meny")}<span>${t.meny}</span></button>
      ${k.lukk ? html`<button type="button" class="ikonknapp" aria-label=${t.lukk} @click=${k.lukk}>${ikon("lukk")}</button>` : nothing}
    </div>
  </header>`;
}

export interface Skrivekontekst {
  t: Tekster;
  lengde: number;
  redigerer: boolean;
  venter: boolean;
  send: (h: Event) => void;
  skrevet: (tekst: string) => void;
  tast: (h: KeyboardEvent) => void;
  avbryt: () => void;
}

/** The labelled field with its counter; says when the last question is being edited. */
export function skrivefelt(k: Skrivekontekst): TemplateResult {
  const { t, lengde: n } = k;
  const forMye = n > MAKS_TEGN;
  return html`<form class="skriv" @submit=${k.send} novalidate>
    <div class="skriv__ramme">
      ${k.redigerer ? html`<p class="skriv__redigerer">${t.redigerer} <button type="button" class="knapp knapp--lenke" @click=${k.avbryt}>${t.avbryt}</button></p>` : nothing}
      <label for="tekst">${t.felt}</label>
      <div class="skriv__rad">
        <textarea id="tekst" rows="1" autocomplete="off" enterkeyhint="send" aria-describedby="hjelp teller" aria-invalid=${forMye ? "true" : nothing}
          @input=${(h: Event) => k.skrevet((h.target as HTMLTextAreaElement).value)} @keydown=${k.tast}></textarea>
        <button class="knapp" type="submit" aria-disabled=${k.venter ? "true" : nothing}>${ikon("send")}<span>${t.send}</span></button>
      </div>
      <p class="hjelp skriv__hjelp"><span id="hjelp"><span class="kun-tastatur">${t.enter} </span>${t.personvernFet}</span>
        <span id="teller" class=${forMye ? "feil" : ""}>${forMye ? t.forMye(n - MAKS_TEGN) : n >= VARSLE_FRA ? t.tegnAv(n, MAKS_TEGN) : ""}</span></p>
    </div>
  </form>`;
}
