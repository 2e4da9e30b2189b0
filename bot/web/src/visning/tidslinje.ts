// Times as drawn bars over the table or list that tells of them: plans, timelines, programmes of a day. Steps without
// times are a line with a mark for each.

import { html, render, svg } from "lit";
import type { Payload } from "../typer";

export interface Rad {
  navn: string;
  tid: string;
  fra: number;
  til: number;
}

const HODE = /^(når|nar|tid|tidspunkt|måned|månad|uke|veke|år|dag|fase|periode|klokka|kl\.?|fra|frå)\b/i;
const KLOKKE = /(\d{1,2})[.:](\d{2})(?:\s*[–-]\s*(\d{1,2})[.:](\d{2}))?/;
const TALL = /(\d{1,4})(?:\.?\s*(?:[–-]|til)\s*(?:måned |månad |uke |veke |år |dag )?(\d{1,4}))?/;

/** The span a cell names, or null: «måned 3–6», «uke 2», «09.00–09.30», «2019–2021». */
export function spenn(celle: string): [number, number] | null {
  const kl = KLOKKE.exec(celle);
  if (kl) {
    const fra = Number(kl[1]) * 60 + Number(kl[2]);
    return [fra, kl[3] ? Number(kl[3]) * 60 + Number(kl[4]) : fra];
  }
  const tall = TALL.exec(celle);
  if (!tall) return null;
  const fra = Number(tall[1]);
  return [fra, tall[2] ? Number(tall[2]) : fra];
}

/** The rows of a table as spans of time; null when it is no timeline. */
export function rader(tabell: HTMLTableElement): Rad[] | null {
  const hode = [...(tabell.tHead?.rows[0]?.cells ?? [])].map((c) => c.textContent?.trim() ?? "");
  const kolonne = hode.findIndex((h) => HODE.test(h));
  const linjer = [...(tabell.tBodies[0]?.rows ?? [])];
  if (kolonne < 0 || linjer.length < 2) return null;
  const ut: Rad[] = [];
  for (const rad of linjer) {
    const tid = rad.cells[kolonne]?.textContent?.trim() ?? "";
    const treff = spenn(tid);
    if (!treff || treff[1] < treff[0]) return null;
    const navn = [...rad.cells].find((_, i) => i !== kolonne)?.textContent?.trim() ?? tid;
    ut.push({ navn, tid, fra: treff[0], til: treff[1] });
  }
  return ut;
}

/** The steps of a timeline as spans; null unless each has a time and one of them lasts. */
function stegrader(table: Payload["table"]): Rad[] | null {
  const ut = table?.rows.map((r): Rad => {
    const [fra, til] = spenn(r.name) ?? [0, -1];
    return { navn: (r.cells[0] ?? "").split(/[.;:]/)[0] ?? "", tid: r.name, fra, til };
  });
  return ut?.every((r) => r.til >= r.fra) && ut.some((r) => r.til > r.fra) ? ut : null;
}

/** Draw the times of a text: bars before the first table that has some, or over the steps of `table`, which become a
 *  line when they have none. The bars repeat what stands below, for the eye only. */
export function tegnTidslinje(innhold: DocumentFragment, table: Payload["table"]): void {
  const steg = table?.columns[0] === "nar" ? innhold.querySelector("ol") : null;
  if (steg) steg.className = "steg";
  const tabell = innhold.querySelector("table");
  const alle = steg ? stegrader(table) : tabell && rader(tabell);
  const under = steg ?? tabell?.parentElement;
  if (!alle || !under) return;
  const start = Math.min(...alle.map((r) => r.fra));
  // Whole units (months, years) last to their end; minutes and steps do not.
  const enhet = steg || alle.every((r) => /\d[.:]\d\d/.test(r.tid)) ? 0 : 1;
  const slutt = Math.max(...alle.map((r) => r.til + enhet), start + 1);
  const x = (v: number): number => Math.round(((v - start) / (slutt - start)) * 1000) / 10;
  const figur = document.createElement("figure");
  figur.className = "tidslinje";
  figur.setAttribute("aria-hidden", "true");
  under.before(figur);
  render(
    alle.map((r) => {
      const bredde = Math.max(1.5, Math.round((x(r.til + enhet) - x(r.fra)) * 10) / 10);
      return html`<div class="tidslinje__rad">
        <span class="tidslinje__navn">${r.navn}</span>
        <svg class="tidslinje__bane" viewBox="0 0 100 10" preserveAspectRatio="none">
          ${svg`<rect class="bane" width="100" height="10" rx="1" /><rect class="stolpe" x=${Math.min(x(r.fra), 98.5)} width=${bredde} height="10" rx="1" />`}
        </svg>
        <span class="tidslinje__tid">${r.tid}</span>
      </div>`;
    }),
    figur,
  );
}
