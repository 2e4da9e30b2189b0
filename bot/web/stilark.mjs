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

/** The tokens `css` uses as two rules, light and dark, and which token of the same values each is told by. Throws for a
 *  token that does not exist. */
function tokenregler(css) {
  const alle = utenKommentarer(readFileSync(createRequire(import.meta.url).resolve("@navikt/ds-tokens"), "utf8"));
  const lys = erklaringer(alle, (v) => v.includes(":root") && !v.includes("[data-color"));
  const mork = new Map([...lys, ...erklaringer(alle, (v) => v.includes(".dark"))]);
  const like = new Map();
  const somme = new Map();
  for (const n of [...new Set(css.match(/--ax-[\w-]+/g) ?? [])].sort()) {
    const begge = `${verdi(n, lys)}|${verdi(n, mork)}`;
    somme.set(n, like.get(begge) ?? like.set(begge, n).get(begge));
  }
  const navn = [...like.values()];
  const linjer = (tabell, utvalg) => utvalg.map((n) => `${n}:${verdi(n, tabell)}`).join(";");
  const ulike = navn.filter((n) => verdi(n, mork) !== verdi(n, lys));
  return { regler: `.rot{${linjer(lys, navn)}}.rot[data-tema=mork]{${linjer(mork, ulike)}}`, somme };
}

/** All styles as one line of CSS. */
export function stilark() {
  const egne = readdirSync(MAPPE).sort().map((fil) => utenKommentarer(readFileSync(MAPPE + fil, "utf8"))).join("\n");
  const { regler, somme } = tokenregler(egne);
  const korte = new Map();
  const kort = (navn) => korte.get(navn) ?? korte.set(navn, `--t${korte.size.toString(36)}`).get(navn);
  return (regler + egne)
    .replace(/--ax-[\w-]+/g, (navn) => kort(somme.get(navn)))
    .replace(/(?<![\w#.-])(\d*\.?\d+)rem\b/g, "calc($1*var(--r))")
    .replace(/\s+/g, " ")
    .replace(/\s*([{};,])\s*/g, "$1")
    .replace(/([{;][\w-]+): /g, "$1:")
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
