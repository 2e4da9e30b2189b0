// A table that tells of times as drawn bars, with the table itself below: plans, timelines, programmes of a day.

import { html, render, svg } from "lit";

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

/** Draw the bars before the first table that tells of times. They repeat the table, for the eye only. */
export function tegnTidslinje(innhold: DocumentFragment): void {
  const tabell = innhold.querySelector("table");
  const alle = tabell ? rader(tabell) : null;
  if (!tabell || !alle) return;
  const start = Math.min(...alle.map((r) => r.fra));
  // Whole units (months, years) last to their end; minutes do not.
  const enhet = alle.every((r) => /\d[.:]\d\d/.test(r.tid)) ? 0 : 1;
  const slutt = Math.max(...alle.map((r) => r.til + enhet), start + 1);
  const x = (v: number): number => Math.round(((v - start) / (slutt - start)) * 1000) / 10;
  const figur = document.createElement("figure");
  figur.className = "tidslinje";
  figur.setAttribute("aria-hidden", "true");
  tabell.parentElement?.before(figur);
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
