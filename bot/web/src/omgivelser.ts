// What happens around the chat: net lost and found, paper, dark mode. Listens until told to stop.

import { MORKT } from "./valg";

export interface Omgivelser {
  nett: (pa: boolean) => void;
  papir: (pa: boolean) => void;
  tema: () => void;
}

/** Returns what stops listening. */
export function lytt(til: Omgivelser): () => void {
  const av = new AbortController();
  const pa = (mal: EventTarget, navn: string, gjor: () => void): void => mal.addEventListener(navn, gjor, { signal: av.signal });
  pa(matchMedia(MORKT), "change", til.tema);
  pa(window, "offline", () => til.nett(false));
  pa(window, "online", () => til.nett(true));
  // Paper has no buttons to open things with.
  pa(window, "beforeprint", () => til.papir(true));
  pa(window, "afterprint", () => til.papir(false));
  return () => av.abort();
}
