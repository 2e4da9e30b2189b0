// Builds src/start.ts into one classic script, dist/tiltakslosen-chat.js: no imports, no style tags, nothing inline.
import { defineConfig } from "vite";
import { stil } from "./stilark.mjs";

/** Changes a library's text where `fra` stands; an error when it does not, so that a new version is looked at. */
function bytt(kode, fra, til, navn) {
  const ny = kode.replace(fra, til);
  if (ny === kode) throw new Error(`${navn} er endret: finner ikke det som skal bort`);
  return ny;
}

/**
 * What the libraries bring that nothing here can reach: of marked all but lexer, parser and renderer (it ends with an
 * instance of its own); of DOMPurify the lists of what it would allow of SVG and MathML, which our own list does not.
 */
const bareDetSomBrukes = {
  name: "bare-det-som-brukes",
  transform(kode, id) {
    if (id.endsWith("/marked.esm.js")) {
      const slutt = /\bvar (\w+)=new \w+;function \w+\(\w+,\w+\)\{return \1\.parse\([^]*\bexport\{([^}]*)\};/;
      const brukt = (_alt, _utgave, navn) => `export{${navn.split(",").filter((n) => / as (Lexer|Parser|Renderer)$/.test(n))}};`;
      return { code: bytt(kode, slutt, brukt, "marked"), map: null };
    }
    if (id.endsWith("/purify.es.mjs")) {
      const lister = /const ((?:svg|mathMl)(?:\$1|Filters|Disallowed)?|xml) = freeze\(\[[^\]]*\]\)/g;
      return { code: bytt(kode, lister, "const $1 = freeze([])", "DOMPurify"), map: null };
    }
    return null;
  },
};

export default defineConfig({
  plugins: [stil(), bareDetSomBrukes],
  publicDir: false,
  logLevel: "warn",
  build: {
    target: "es2022",
    outDir: "dist",
    emptyOutDir: true,
    reportCompressedSize: false,
    lib: { entry: "src/start.ts", name: "Tiltakslosen", formats: ["iife"], fileName: () => "tiltakslosen-chat.js" },
  },
});
