// Builds src/start.ts into one classic script, dist/tiltakslosen-chat.js: no imports, no style tags, nothing inline.
import { defineConfig } from "vite";
import { stil } from "./stilark.mjs";

export default defineConfig({
  plugins: [stil()],
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
