// The stylesheet of the component: Nav's design tokens, only those that are used, and everything in src/stil.
// It is set inside the shadow root, where no page can reach it. `rem` follows the page's own root, which may be
// anything on somebody else's page; it becomes a multiple of --r, which the component measures.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const ID = "virtual:stil";
const MAPPE = fileURLToPath(new URL("./src/stil/", import.meta.url));

const utenKommentarer = (css) => css.replace(/\/\*[\s\S]*?\*\//g, "");

/** Declarations of every rule whose selector passes `med`, later ones winning. */
function erklaringer(css, med) {
  const ut = new Map();
  for (const [, velger, innhold] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (!med(velger)) continue;
    for (const [, navn, verdi] of innhold.matchAll(/(--ax-[\w-]+)\s*:\s*([^;]+);/g)) ut.set(navn, verdi.trim());
  }
  return ut;
}

function verdi(navn, tabell) {
  const raa = tabell.get(navn);
  if (raa === undefined) throw new Error(`Ukjent designtoken: ${navn}`);
  return raa.replace(/var\((--ax-[\w-]+)\)/g, (_, indre) => verdi(indre, tabell));
}

/** Own styles with the tokens in them: one that is the same in light and dark becomes its value; of those that are
 * alike in both, one is kept. Before them two rules, light and dark. Throws for a token that does not exist. */
function medTokener(css) {
  const alle = utenKommentarer(readFileSync(createRequire(import.meta.url).resolve("@navikt/ds-tokens"), "utf8"));
  const lys = erklaringer(alle, (v) => v.includes(":root") && !v.includes("[data-color"));
  const mork = new Map([...lys, ...erklaringer(alle, (v) => v.includes(".dark"))]);
  const par = new Map();
  const ny = css.replace(/var\((--ax-[\w-]+)\)/g, (_, navn) => {
    const [l, m] = [verdi(navn, lys), verdi(navn, mork)];
    if (l === m) return l;
    const nokkel = `${l}|${m}`;
    if (!par.has(nokkel)) par.set(nokkel, [`--t${par.size.toString(36)}`, l, m]);
    return `var(${par.get(nokkel)[0]})`;
  });
  const linjer = (nr) => [...par.values()].map((p) => `${p[0]}:${p[nr]}`).join(";");
  return `.rot{${linjer(1)}}.rot[data-tema=mork]{${linjer(2)}}${ny}`;
}

/** All styles as one line of CSS. */
export function stilark() {
  const egne = readdirSync(MAPPE).sort().map((fil) => utenKommentarer(readFileSync(MAPPE + fil, "utf8"))).join("\n");
  return medTokener(egne)
    .replace(/(?<![\w#.-])(-?\d*\.?\d+)rem\b/g, "calc($1*var(--r))")
    .replace(/\s+/g, " ")
    .replace(/\s*([{};,!])\s*/g, "$1")
    .replace(/([{;][\w-]+): /g, "$1:")
    .replace(/(?<![\w.])0\.(?=\d)/g, ".")
    .replace(/ > /g, ">")
    .replace(/;}/g, "}")
    .trim();
}

export function stil() {
  return {
    name: "stil",
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    // Indentation in our templates is for those who read the source.
    enforce: "pre",
    transform: (kode, id) => (/\/src\/.*\.ts$/.test(id) ? { code: kode.replace(/\n\s+/g, "\n").replace(/>\n</g, "><"), map: null } : null),
    load: (id) => (id === `\0${ID}` ? `export default ${JSON.stringify(stilark())}` : null),
  };
}
