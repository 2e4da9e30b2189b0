// Measures as cards: the verdict first, the decisive reason in a line, all reasons on demand.

import { html, nothing, type TemplateResult } from "lit";
import { faktanavn } from "../fakta";
import { linje } from "../markdown";
import { ALDRI, merkeFor, ORD, STATUS, TYPE, UTFALL, type Merke } from "../ord";
import type { Grunn, Grunntype, Tiltak, Utfall } from "../typer";
import { brett, kildelenke, merke, tegn, type Innhold, type Kontekst } from "./kontekst";

const VIS_FORST: Record<Utfall, number> = { suitable: 6, conditional: 5, unsuitable: 2 };
const GRUPPER: [Utfall, Merke][] = [...(Object.entries(UTFALL) as [Utfall, Merke][]), ["unsuitable", ALDRI]];

function begrunnelse(k: Kontekst, grunn: Grunn): TemplateResult {
  const ord = STATUS[grunn.status] ?? STATUS.unknown;
  const egne = (grunn.source_ids ?? []).flatMap((id) => k.kilder.get(id) ?? []);
  return html`<li class="grunn">
    <span class="grunn__status grunn__status--${ord.klasse}">${tegn(ord.tegn)}${ord.ord[k.mal]}</span>
    <span class="grunn__tekst">${linje(grunn.text)}</span>
    ${egne.length
      ? html`<span class="grunn__kilde">${ORD[egne.length > 1 ? "kilder" : "kilde"][k.mal]}:
          ${egne.map((kilde, i) => html`${i ? " · " : ""}${kildelenke(kilde)}`)}</span>`
      : nothing}
  </li>`;
}

function begrunnelser(k: Kontekst, t: Tiltak): Innhold {
  const alle = t.reasons ?? [];
  if (!alle.length) return nothing;
  const del = `grunner:${t.id}`;
  const apen = k.papir || k.apen(del);
  const vip = (h: Event): void => k.apne(del, (h.currentTarget as HTMLDetailsElement).open);
  return html`<details class="grunner" ?open=${apen} @toggle=${vip}>
    <summary>${ORD.begrunnelser[k.mal]} (${alle.length})<span class="skjult"> – ${t.name}</span></summary>
    ${apen
      ? (Object.keys(TYPE) as Grunntype[]).map((type) => {
          const gruppe = alle.filter((r) => r.type === type);
          return gruppe.length
            ? html`<h5 class="grunner__type grunner__type--${type}">${TYPE[type][k.mal]}</h5>
                <ul>${gruppe.map((r) => begrunnelse(k, r))}</ul>`
            : nothing;
        })
      : nothing}
  </details>`;
}

function kort(k: Kontekst, t: Tiltak): TemplateResult {
  const ord = merkeFor(t);
  const mangler = t.missing?.length ? t.missing.map((navn) => faktanavn(navn, k.mal)).join(", ") : "";
  return html`<article class="kort kort--${ord.klasse}">
    <div class="kort__hode"><h4 tabindex="-1" data-mal>${t.name}</h4><span class="kort__eier">${t.owner}</span>${merke(ord, k.mal)}</div>
    ${t.summary ? html`<p class="kort__grunn">${linje(t.summary)}</p>` : nothing}
    ${mangler || t.earliest_month
      ? html`<p class="kort__detaljer">
          ${mangler ? html`<span><strong>${ORD.mangler[k.mal]}</strong> ${mangler}</span>` : nothing}
          ${t.earliest_month ? html`<span><strong>${ORD.fra[k.mal]}</strong> ${t.earliest_month}</span>` : nothing}
        </p>`
      : nothing}
    ${begrunnelser(k, t)}
  </article>`;
}

/** All measures of an answer, grouped by verdict. The text above says it all: a screen reader need not hear every card. */
export function alleKort(k: Kontekst, tiltak: Tiltak[]): Innhold {
  if (!tiltak.length) return nothing;
  return html`<div class="tiltak" aria-live="off">
    ${GRUPPER.map(([utfall, m], nr) => {
      const gruppe = tiltak.filter((t) => merkeFor(t) === m);
      if (!gruppe.length) return nothing;
      const navn = `${m.ord[k.mal]} (${gruppe.length})`;
      return html`<div class="tiltak__del" data-brett>
        <h3 class="tiltak__gruppe ${tiltak.length > 1 ? "" : "skjult"}">${navn}</h3>
        ${brett(k, `kort:${nr}`, gruppe.map((t) => kort(k, t)), VIS_FORST[utfall], navn)}
      </div>`;
    })}
  </div>`;
}
