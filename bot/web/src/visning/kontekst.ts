// What every part of an answer needs to draw itself, and small parts they share.

import { html, nothing, svg, type TemplateResult } from "lit";
import { tryggAdresse } from "../markdown";
import { ORD, type Merke } from "../ord";
import type { Tekster } from "../tekster";
import type { Kilde, Malform } from "../typer";

export type Innhold = TemplateResult | typeof nothing;

/** The surroundings of one answer. `apen` and `apne` remember what the reader has unfolded. */
export interface Kontekst {
  t: Tekster;
  mal: Malform;
  kilder: Map<string, Kilde>;
  papir: boolean;
  apen: (del: string) => boolean;
  apne: (del: string, apen?: boolean) => void;
  send: (tekst: string) => void;
}

export const tegn = (t: string): TemplateResult => html`<span class="tegn" aria-hidden="true">${t}</span>`;

export const merke = (m: Merke, mal: Malform): TemplateResult =>
  html`<span class="merke merke--${m.klasse}">${tegn(m.tegn)}${m.ord[mal]}</span>`;

export const kildenavn = (k: Kilde): string => [k.title, k.locator].filter(Boolean).join(", ");

export function kildelenke(k: Kilde, navn = kildenavn(k)): TemplateResult {
  const adresse = tryggAdresse(k.url);
  return adresse === null ? html`<span>${navn}</span>` : html`<a href=${adresse} target="_blank" rel="noopener noreferrer">${navn}</a>`;
}

/** The first `antall` of a list, drawn by `som`, and a button for the rest that says how many there are in all. */
export function brett(
  k: Kontekst, del: string, alle: TemplateResult[], antall: number, navn: string, som = (vist: TemplateResult[]) => html`${vist}`,
): TemplateResult {
  if (alle.length <= antall + 1 || k.papir || k.apen(del)) return som(alle);
  const apne = (h: Event): void => {
    const forelder = (h.currentTarget as HTMLElement).closest("[data-brett]");
    k.apne(del);
    requestAnimationFrame(() => (forelder?.querySelectorAll<HTMLElement>("[data-mal]")[antall])?.focus());
  };
  return html`${som(alle.slice(0, antall))}<button type="button" class="knapp knapp--lenke" @click=${apne}>
      ${ORD.alle[k.mal]} ${alle.length}<span class="skjult"> – ${navn}</span></button>`;
}

const STI = {
  kopier: "M8 8V4h12v12h-4M4 8h12v12H4z",
  skriv: "M7 9V3h10v6M7 18H4v-8h16v8h-3M7 14h10v7H7z",
  opp: "M7 11v9H4v-9zM7 11l4-8c2 0 3 1 2.500 3.500L13 9h6c1.200 0 2 1 1.700 2.200l-1.500 7c-.2 1-1 1.800-2 1.800H7",
  ned: "M7 13V4H4v9zM7 13l4 8c2 0 3-1 2.500-3.500L13 15h6c1.200 0 2-1 1.700-2.200l-1.500-7C19 4.800 18.200 4 17.200 4H7",
  rediger: "M4 20l1-5L16 4l4 4L9 19zM13.500 6.500l4 4",
  igjen: "M20 5v5h-5M20 10a8 8 0 1 0 0 5",
  send: "M4 12h15M13 6l6 6-6 6",
  lukk: "M6 6l12 12M18 6L6 18",
  pluss: "M12 5v14M5 12h14",
  ned2: "M6 9l6 6 6-6",
  sok: "M4 5h16v11H10l-5 4v-4H4z",
  slett: "M5 7h14M10 4h4M7 7l1 13h8l1-13M10.500 11v5M13.500 11v5",
  meny: "M4 7h16M4 12h16M4 17h16",
} as const;

export const ikon = (navn: keyof typeof STI): TemplateResult =>
  html`<svg class="ikon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${svg`<path d=${STI[navn]} />`}</svg>`;
