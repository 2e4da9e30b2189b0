// Markdown of an answer as elements: parsed by marked, let through DOMPurify's allow-list, then fitted to the page.
// Markup in the text is shown as text; images and addresses that are not http(s) do not come through.

import DOMPurify from "dompurify";
import { Lexer, Parser, Renderer, type MarkedOptions, type Tokens } from "marked";

const MAKS_TEGN = 40_000;
const MAKS_DYBDE = 8;
const TILLATT = {
  ALLOWED_TAGS: ["p", "br", "strong", "em", "del", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "a", "table", "thead", "tbody", "tr", "th", "td", "h1", "h2", "h3", "h4", "h5", "h6"],
  ALLOWED_ATTR: ["href", "start"],
  ALLOWED_URI_REGEXP: /^https?:\/\//i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true as const,
};

const somTekst = (t: string): string =>
  t.replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[c] ?? c);

class Tegner extends Renderer {
  override html({ text }: Tokens.HTML | Tokens.Tag): string {
    return somTekst(text);
  }

  override image({ raw }: Tokens.Image): string {
    return somTekst(raw);
  }

  override checkbox({ checked }: Tokens.Checkbox): string {
    return checked ? "☑ " : "☐ ";
  }

  override link(lenke: Tokens.Link): string {
    return /^https?:\/\//i.test(lenke.href)
      ? `<a href="${somTekst(lenke.href)}">${this.parser.parseInline(lenke.tokens)}</a>`
      : somTekst(lenke.raw);
  }
}

// Lexer and parser by themselves: the rest of the library is for extensions.
const OPPSETT: MarkedOptions = { gfm: true, breaks: true, renderer: new Tegner() };
const somHtml = (tekst: string): string => Parser.parse(Lexer.lex(tekst, OPPSETT), OPPSETT);

/** Deeply nested quotes and lists cost time and show nothing: they are flattened before parsing. */
const flat = (tekst: string): string =>
  tekst
    .replace(/^(?:[ \t]*>){9,}/gm, ">".repeat(MAKS_DYBDE))
    .replace(/^[ \t]{33,}/gm, " ".repeat(32))
    .replace(/^([ \t]*(?:[-*+]|\d+[.)])[ \t]+){9,}/gm, "- ")
    // «2*3*4» is arithmetic, not emphasis.
    .replace(/(\w)\*(?=\w)/g, "$1\\*")
    .replace(/([*_~`[\]!])\1{31,}/g, (m) => m.slice(0, 32));

function rent(tekst: string): DocumentFragment {
  if (tekst.length <= MAKS_TEGN) {
    try {
      return DOMPurify.sanitize(somHtml(flat(tekst)), TILLATT) as unknown as DocumentFragment;
    } catch {
      // A text the parser gives up on is shown as it is.
    }
  }
  const ut = document.createDocumentFragment();
  const p = document.createElement("p");
  p.textContent = tekst.slice(0, MAKS_TEGN);
  ut.append(p);
  return ut;
}

/** The text's topmost headings get level `niva`, and no level is skipped below. */
function settNivaer(ut: DocumentFragment, niva: number): void {
  const alle = [...ut.querySelectorAll("h1,h2,h3,h4,h5,h6")];
  const overst = Math.min(6, ...alle.map((h) => Number(h.tagName[1])));
  let forrige = niva - 1;
  for (const h of alle) {
    forrige = Math.min(6, forrige + 1, niva + Number(h.tagName[1]) - overst);
    const ny = document.createElement(`h${forrige}`);
    ny.append(...h.childNodes);
    h.replaceWith(ny);
  }
}

/** Row headings, and each cell's column name for the list form on a narrow screen. */
function settTabeller(ut: DocumentFragment, navn: string): void {
  for (const tabell of ut.querySelectorAll("table")) {
    const hode = [...tabell.querySelectorAll("thead th")].map((th) => th.textContent?.trim() ?? "");
    tabell.querySelectorAll("thead th").forEach((th) => {
      if (th.textContent?.trim()) th.setAttribute("scope", "col");
      else th.replaceWith(document.createElement("td"));
    });
    for (const rad of tabell.querySelectorAll("tbody tr")) {
      // What is the same for all is said once.
      const [forste, ...andre] = [...rad.querySelectorAll("td")].slice(1);
      if (forste?.textContent?.trim() && andre.length && andre.every((c) => c.textContent === forste.textContent)) {
        forste.colSpan = andre.length + 1;
        forste.dataset["kolonne"] = "";
        andre.forEach((c) => c.remove());
      }
      [...rad.children].forEach((celle, i) => {
        if (i > 0) (celle as HTMLElement).dataset["kolonne"] ??= hode[i] ?? "";
        else {
          const th = document.createElement("th");
          th.setAttribute("scope", "row");
          th.append(...celle.childNodes);
          celle.replaceWith(th);
        }
      });
    }
    const ramme = document.createElement("div");
    ramme.className = "tabell";
    ramme.setAttribute("role", "group");
    ramme.setAttribute("aria-label", hode.filter(Boolean).length ? `${navn}: ${hode.filter(Boolean).join(", ")}` : navn);
    ramme.tabIndex = 0;
    tabell.replaceWith(ramme);
    ramme.append(tabell);
  }
}

/** Markdown as a fragment. `tabellnavn` is the word for "table" in the language of the text. */
export function markdown(tekst: string, niva: number, tabellnavn: string): DocumentFragment {
  const ut = rent(tekst);
  settNivaer(ut, niva);
  settTabeller(ut, tabellnavn);
  ut.querySelectorAll("a").forEach((a) => {
    a.target = "_blank";
    a.rel = "noopener noreferrer";
  });
  return ut;
}

/** One line of markdown, without the paragraph around it. */
export function linje(tekst: string): DocumentFragment {
  const ut = rent(tekst);
  ut.querySelectorAll("p").forEach((p) => p.replaceWith(...p.childNodes));
  ut.querySelectorAll("a").forEach((a) => {
    a.target = "_blank";
    a.rel = "noopener noreferrer";
  });
  return ut;
}

/** An address to link to, or null for one that is not http(s). */
export function tryggAdresse(adresse: string | null | undefined): string | null {
  try {
    const url = new URL(adresse ?? "");
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}
