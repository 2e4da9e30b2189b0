// An answer to take along: markdown for the journal, and HTML that Word and Outlook understand.

import { kildenavn } from "./visning/kontekst";
import { delerAv, malformAv } from "./visning/svar";
import { markdown, tryggAdresse } from "./markdown";
import { dato, merkeFor, ORD } from "./ord";
import type { Innslag, Kilde, Malform, Payload, Svar, Tiltak } from "./typer";

const kilderI = (payload: Payload | null | undefined): Kilde[] => payload?.sources ?? [];

function kildelinje(k: Kilde, mal: Malform): string {
  const navn = kildenavn(k);
  const ar = k.year && !navn.includes(String(k.year)) ? ` (${k.year})` : "";
  return navn + ar + (k.status === "historical" ? `, ${ORD.historisk[mal]}` : "");
}

function fot(payload: Payload | null | undefined, mal: Malform): string {
  const per = payload?.as_of ? ` ${ORD.regler[mal].replace(/^./, (c) => c.toUpperCase())} ${dato(payload.as_of)}.` : "";
  return [ORD.radFattet[mal] + per, payload?.parts?.checked].filter(Boolean).join(" ");
}

const harTiltak = (payload: Payload | null | undefined): payload is Payload =>
  (payload?.kind === "recommendation" || payload?.kind === "eligibility") && !!payload.measures?.length;

/** Name, verdict and reason of a measure. */
const tiltaksrad = (t: Tiltak, mal: Malform): string[] => [`${t.name} (${t.owner})`, `${merkeFor(t).tegn} ${merkeFor(t).ord[mal]}`, t.summary ?? ""];

const hode = (mal: Malform): string[] => [ORD.tiltak[mal], ORD.utfall[mal], ORD.begrunnelse[mal]];

function ettMarkdown(svar: Svar): string {
  const mal = malformAv(svar);
  const { lead, body, basis } = delerAv(svar);
  const rader = harTiltak(svar.payload) ? [hode(mal), ["---", "---", "---"], ...(svar.payload.measures ?? []).map((t) => tiltaksrad(t, mal))] : [];
  const deler = [basis ? `*${basis}*` : "", lead, rader.map((r) => `| ${r.join(" | ")} |`).join("\n"), body];
  const kilder = kilderI(svar.payload);
  if (kilder.length) {
    const linjer = kilder.map((k) => {
      const adresse = tryggAdresse(k.url);
      return `- ${adresse ? `[${kildelinje(k, mal)}](${adresse})` : kildelinje(k, mal)}`;
    });
    deler.push(`**${ORD.kilder[mal]}**\n${linjer.join("\n")}`);
  }
  deler.push(`*${fot(svar.payload, mal)}*`);
  return deler.filter(Boolean).join("\n\n");
}

/** Question and answers as markdown, every source with its address. */
export const somMarkdown = (innslag: Innslag): string =>
  [`## ${innslag.tekst.replace(/\s+/g, " ")}`, ...(innslag.svar ?? []).map(ettMarkdown)].join("\n\n");

function el<K extends keyof HTMLElementTagNameMap>(navn: K, ...barn: (Node | string)[]): HTMLElementTagNameMap[K] {
  const ut = document.createElement(navn);
  ut.append(...barn);
  return ut;
}

const rad = (celle: "th" | "td", verdier: string[]): HTMLTableRowElement => el("tr", ...verdier.map((v) => el(celle, v)));

function tiltakstabell(payload: Payload, mal: Malform): HTMLElement {
  const rader = (payload.measures ?? []).map((t) => rad("td", tiltaksrad(t, mal)));
  return el("table", el("thead", rad("th", hode(mal))), el("tbody", ...rader));
}

function ettHtml(svar: Svar): Node[] {
  const mal = malformAv(svar);
  const payload = svar.payload;
  const { lead, body, basis } = delerAv(svar);
  const ut: Node[] = basis ? [el("p", el("em", basis))] : [];
  ut.push(markdown(lead, 3, ORD.tabell[mal]));
  if (harTiltak(payload)) ut.push(tiltakstabell(payload, mal));
  ut.push(markdown(body, 3, ORD.tabell[mal]));
  const kilder = kilderI(payload);
  if (kilder.length) {
    const punkter = kilder.map((k) => {
      const adresse = tryggAdresse(k.url);
      if (!adresse) return el("li", kildelinje(k, mal));
      const a = el("a", kildelinje(k, mal));
      a.href = adresse;
      return el("li", a);
    });
    ut.push(el("h3", ORD.kilder[mal]), el("ul", ...punkter));
  }
  ut.push(el("p", el("em", fot(payload, mal))));
  return ut;
}

/** Question and answers as elements without any of our classes: headings, paragraphs, lists and bordered tables. */
export function somDokument(innslag: Innslag): HTMLElement {
  const rot = el("div", el("h2", innslag.tekst), ...(innslag.svar ?? []).flatMap(ettHtml));
  rot.querySelectorAll<HTMLElement>(".tabell").forEach((r) => r.replaceWith(...r.childNodes));
  rot.querySelectorAll("[data-kolonne],[target]").forEach((e) => ["data-kolonne", "target", "rel"].forEach((a) => e.removeAttribute(a)));
  return rot;
}

/** The same as HTML text. Borders are attributes: a page's CSP forbids style attributes even on the clipboard. */
export function somHtml(innslag: Innslag): string {
  const rot = somDokument(innslag);
  for (const tabell of rot.querySelectorAll("table")) {
    for (const [navn, verdi] of [["border", "1"], ["cellpadding", "4"], ["cellspacing", "0"]] as const) tabell.setAttribute(navn, verdi);
  }
  return `<!doctype html><html><head><meta charset="utf-8"></head><body>${rot.innerHTML}</body></html>`;
}

/** Put both forms on the clipboard; false when the browser does not let us. */
export async function kopier(innslag: Innslag): Promise<boolean> {
  const [tekst, html] = [somMarkdown(innslag), somHtml(innslag)];
  try {
    const del = (slag: string, innhold: string): [string, Blob] => [slag, new Blob([innhold], { type: slag })];
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries([del("text/plain", tekst), del("text/html", html)]))]);
    return true;
  } catch {
    return kopierGammelt(tekst, html);
  }
}

/** For pages without https, where the clipboard is only reached through a copy event. */
function kopierGammelt(tekst: string, html: string): boolean {
  let gikk = false;
  const lytter = (h: ClipboardEvent): void => {
    h.clipboardData?.setData("text/plain", tekst);
    h.clipboardData?.setData("text/html", html);
    h.preventDefault();
    h.stopImmediatePropagation();
    gikk = true;
  };
  document.addEventListener("copy", lytter, { capture: true });
  document.execCommand("copy");
  document.removeEventListener("copy", lytter, { capture: true });
  return gikk;
}

/** Print some exchanges alone, in a frame of their own: used where the page around us is not ours. */
export function skrivUt(alle: Innslag[], tittel: string): void {
  const ramme = document.createElement("iframe");
  ramme.title = tittel;
  ramme.setAttribute("aria-hidden", "true");
  Object.assign(ramme.style, { position: "fixed", inset: "0 auto auto 0", width: "0", height: "0", border: "0" });
  document.body.append(ramme);
  const dok = ramme.contentDocument;
  const vindu = ramme.contentWindow as (Window & typeof globalThis) | null;
  if (!dok || !vindu) return ramme.remove();
  dok.title = tittel;
  const stil = new vindu.CSSStyleSheet();
  stil.replaceSync("body{font:11pt/1.45 Calibri,Arial,sans-serif}table{border-collapse:collapse}td,th{border:1px solid;padding:4px;text-align:left;vertical-align:top}h2{font-size:15pt}h3{font-size:12pt}a::after{content:' – ' attr(href);font-size:9pt}");
  dok.adoptedStyleSheets = [stil];
  for (const innslag of alle) dok.body.append(dok.adoptNode(somDokument(innslag)));
  vindu.addEventListener("afterprint", () => ramme.remove());
  vindu.focus();
  vindu.print();
}
