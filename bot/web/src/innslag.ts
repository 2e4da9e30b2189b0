// One exchange: what the user wrote, and the answers with what can be done with them.

import { html, nothing, type TemplateResult } from "lit";
import type { Tekster } from "./tekster";
import type { Innslag } from "./typer";
import { handlinger, type Handlingskontekst } from "./visning/handlinger";
import { ikon, type Kontekst } from "./visning/kontekst";
import { malformAv, visSvar } from "./visning/svar";

export interface Innslagskontekst {
  t: Tekster;
  innslag: Innslag;
  /** What was said next, or null. */
  neste: string | null;
  papir: boolean;
  kanEndres: boolean;
  apen: (del: string) => boolean;
  apne: (del: string, apen?: boolean) => void;
  send: (tekst: string) => void;
  rediger: () => void;
  sendIgjen: () => void;
  handling: Omit<Handlingskontekst, "t" | "innslag">;
}

const kontekstFor = (k: Innslagskontekst, nr: number): Kontekst => {
  const svar = k.innslag.svar?.[nr];
  return {
    t: k.t,
    mal: svar ? malformAv(svar) : "nb",
    kilder: new Map((svar?.payload?.sources ?? []).map((kilde) => [kilde.id, kilde])),
    papir: k.papir,
    apen: (del) => k.apen(`${nr}:${del}`),
    apne: (del, apen) => k.apne(`${nr}:${del}`, apen),
    send: k.send,
  };
};

function mitt(k: Innslagskontekst): TemplateResult {
  const profil = k.innslag.slag === "profil";
  const knapp = (navn: string, tegning: TemplateResult, gjor: () => void): TemplateResult =>
    html`<button type="button" class="ikonknapp" aria-label=${navn} title=${navn} @click=${gjor}>${tegning}</button>`;
  return html`<div class="mitt" data-id=${k.innslag.id}>
    <section class="melding melding--du ${profil ? "melding--profil" : ""}">
      <h2 class="skjult">${profil ? k.t.profilEndret : k.t.du}</h2>
      <p>${profil ? html`<span class="melding__slag" aria-hidden="true">${k.t.profilEndret}: </span>` : nothing}${k.innslag.tekst}</p>
    </section>
    ${k.kanEndres
      ? html`<div class="melding__valg">${knapp(k.t.rediger, ikon("rediger"), k.rediger)}${knapp(k.t.sendIgjen, ikon("igjen"), k.sendIgjen)}</div>`
      : nothing}
  </div>`;
}

function deres(k: Innslagskontekst): TemplateResult {
  const alle = k.innslag.svar ?? [];
  const bareSmatt = alle.every((s) => s.payload?.kind === "smalltalk" || s.payload?.kind === "privacy");
  return html`<section class="melding melding--los">
    <h2 class="skjult">${k.t.navn}</h2>
    ${alle.map((s, nr) => visSvar(kontekstFor(k, nr), s, k.neste))}
    ${bareSmatt && !k.handling.skjemaApent ? nothing : handlinger({ ...k.handling, t: k.t, innslag: k.innslag })}
  </section>`;
}

/** The exchange; one whose question was edited is folded away. */
export function visInnslag(k: Innslagskontekst): TemplateResult {
  const begge = html`${mitt(k)}${k.innslag.svar ? deres(k) : nothing}`;
  return k.innslag.erstattet
    ? html`<details class="erstattet"><summary>${k.t.erstattetHjelp}</summary>${begge}</details>`
    : begge;
}
