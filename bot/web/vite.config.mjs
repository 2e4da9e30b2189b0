// Builds src/start.ts into one classic script, dist/tiltakslosen-chat.js: no imports, no style tags, nothing inline.
import { defineConfig } from "vite";
import { stil } from "./stilark.mjs";

/** Of marked only lexer, parser and renderer: it ends with an instance of its own and what extensions need. */
const uten = {
  name: "marked-uten-egen-utgave",
  transform(kode, id) {
    if (!id.endsWith("/marked.esm.js")) return null;
    const slutt = /\bvar (\w+)=new \w+;function \w+\(\w+,\w+\)\{return \1\.parse\([^]*\bexport\{([^}]*)\};/;
    if (!slutt.test(kode)) throw new Error("marked er endret: finner ikke utgaven som skal bort");
    const brukt = (_alt, _utgave, navn) => `export{${navn.split(",").filter((n) => / as (Lexer|Parser|Renderer)$/.test(n))}};`;
    return { code: kode.replace(slutt, brukt), map: null };
  },
};

export default defineConfig({
  plugins: [stil(), uten],
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
