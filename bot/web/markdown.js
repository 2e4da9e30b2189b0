// A small, safe subset of markdown: headings, paragraphs, lists, tables, quotes, bold, italic, code, links.
// Everything becomes elements and text nodes; markup in the text is shown as text.

export function element(navn, egenskaper = {}, ...barn) {
  const e = document.createElement(navn);
  for (const [nokkel, verdi] of Object.entries(egenskaper)) {
    if (verdi === null || verdi === undefined || verdi === false) continue;
    if (nokkel === "klasse") e.className = verdi;
    else e.setAttribute(nokkel, verdi === true ? "" : verdi);
  }
  e.append(...barn.filter((b) => b !== null && b !== undefined));
  return e;
}

export function tryggAdresse(adresse) {
  try {
    const url = new URL(adresse);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

export function lenke(adresse, ...innhold) {
  const href = tryggAdresse(adresse);
  if (href === null) return element("span", {}, ...innhold);
  return element("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...innhold);
}

const INNI = /\*\*(.+?)\*\*|(?<![\w*])\*([^*\s](?:[^*]*[^*\s])?)\*(?![\w*])|`([^`]+)`|\[([^\]]+)\]\(([^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)|(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/;

export function linje(tekst) {
  const ut = [];
  let rest = tekst;
  while (rest) {
    const treff = INNI.exec(rest);
    if (!treff) break;
    if (treff.index > 0) ut.push(rest.slice(0, treff.index));
    const [hele, fet, kursiv, kode, lenketekst, adresse, bar] = treff;
    if (fet !== undefined) ut.push(element("strong", {}, ...linje(fet)));
    else if (kursiv !== undefined) ut.push(element("em", {}, ...linje(kursiv)));
    else if (kode !== undefined) ut.push(element("code", {}, kode));
    else if (lenketekst !== undefined) ut.push(tryggAdresse(adresse) ? lenke(adresse, ...linje(lenketekst)) : hele);
    else ut.push(lenke(bar, bar));
    rest = rest.slice(treff.index + hele.length);
  }
  if (rest) ut.push(rest);
  return ut;
}

const OVERSKRIFT = /^(#{1,6})\s+(.+?)\s*#*$/;
const PUNKT = /^(\s*)(?:[-*•]|(\d{1,3})[.)])\s+(.*)$/;
const SKILLE = /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$/;
const STREK = /^\s*([-*_])(\s*\1){2,}\s*$/;

const celler = (rad) =>
  rad.trim().replace(/^\|/, "").replace(/\|$/, "").split("|").map((c) => c.trim());

function tabell(linjer) {
  const hode = celler(linjer[0]);
  const tabellen = element("table");
  tabellen.append(element("thead", {}, element("tr", {}, ...hode.map((c) => (c ? element("th", { scope: "col" }, ...linje(c)) : element("td"))))));
  const kropp = element("tbody");
  for (const rad of linjer.slice(2)) {
    const [forste, ...andre] = celler(rad);
    const tr = element("tr", {}, element("th", { scope: "row" }, ...linje(forste)));
    andre.forEach((c, i) => tr.append(element("td", { "data-kolonne": hode[i + 1] ?? "" }, ...linje(c))));
    kropp.append(tr);
  }
  tabellen.append(kropp);
  return element("div", { klasse: "tabell", role: "region", "aria-label": "Tabell", tabindex: "0" }, tabellen);
}

// Lines of one list, nested by indentation.
function liste(punkter) {
  const rot = element(punkter[0].nummer ? "ol" : "ul");
  if (punkter[0].nummer && punkter[0].nummer !== "1") rot.setAttribute("start", punkter[0].nummer);
  let i = 0;
  while (i < punkter.length) {
    const li = element("li", {}, ...linje(punkter[i].tekst));
    let j = i + 1;
    while (j < punkter.length && punkter[j].innrykk > punkter[0].innrykk) j += 1;
    if (j > i + 1) li.append(liste(punkter.slice(i + 1, j)));
    rot.append(li);
    i = j;
  }
  return rot;
}

/** Markdown as a document fragment. The text's topmost headings get level `niva`; no level is skipped below. */
export function markdown(tekst, niva = 3) {
  const ut = document.createDocumentFragment();
  const linjer = String(tekst).replace(/\r\n?/g, "\n").split("\n");
  const overst = Math.min(6, ...linjer.map((l) => OVERSKRIFT.exec(l)?.[1].length ?? 6));
  let forrige = niva - 1;
  let i = 0;
  while (i < linjer.length) {
    const rad = linjer[i];
    if (!rad.trim()) { i += 1; continue; }
    const overskrift = OVERSKRIFT.exec(rad);
    if (overskrift) {
      forrige = Math.min(6, forrige + 1, niva + overskrift[1].length - overst);
      ut.append(element(`h${forrige}`, {}, ...linje(overskrift[2])));
      i += 1;
      continue;
    }
    if (STREK.test(rad)) { ut.append(element("hr")); i += 1; continue; }
    if (rad.includes("|") && SKILLE.test(linjer[i + 1] ?? "")) {
      let j = i + 2;
      while (j < linjer.length && linjer[j].includes("|") && linjer[j].trim()) j += 1;
      ut.append(tabell(linjer.slice(i, j)));
      i = j;
      continue;
    }
    if (PUNKT.test(rad)) {
      const punkter = [];
      while (i < linjer.length && linjer[i].trim()) {
        const p = PUNKT.exec(linjer[i]);
        if (p) punkter.push({ innrykk: p[1].length, nummer: p[2], tekst: p[3] });
        else punkter[punkter.length - 1].tekst += ` ${linjer[i].trim()}`;
        i += 1;
        if (!linjer[i]?.trim() && PUNKT.test(linjer[i + 1] ?? "")) i += 1;
      }
      ut.append(liste(punkter));
      continue;
    }
    const sitat = rad.startsWith(">");
    const avsnitt = [];
    while (i < linjer.length && linjer[i].trim() && !OVERSKRIFT.test(linjer[i]) && !PUNKT.test(linjer[i]) && linjer[i].startsWith(">") === sitat) {
      avsnitt.push(sitat ? linjer[i].replace(/^>\s?/, "") : linjer[i]);
      i += 1;
    }
    const p = element("p");
    avsnitt.forEach((a, n) => p.append(...(n ? [element("br")] : []), ...linje(a.trimEnd())));
    ut.append(sitat ? element("blockquote", {}, p) : p);
  }
  return ut;
}
