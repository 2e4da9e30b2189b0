// How the chat looks to this person: what they chose in the menu, else what the page or the device says.

import * as lager from "./lager";
import { passer } from "./rulling";
import { sprakFor, type Sprak } from "./tekster";

export const MORKT = "(prefers-color-scheme: dark)";

/** The language of the interface; `oppgitt` is the element's own, `sidens` that of the page around it. */
export const sprak = (oppgitt: string, sidens: string | null | undefined): Sprak =>
  sprakFor(lager.hentValg("sprak")) ?? sprakFor(oppgitt) ?? sprakFor(sidens) ?? "nb";

export function tema(oppgitt: string): "lys" | "mork" {
  const valgt = lager.hentValg("utseende") ?? oppgitt;
  if (valgt === "lys" || valgt === "mork") return valgt;
  return passer(MORKT) ? "mork" : "lys";
}
