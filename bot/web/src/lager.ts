// Conversations in this browser: which one this tab shows, and the earlier ones, until they are deleted or too old.

import type { Innslag } from "./typer";

const FORAN = "tiltakslosen:";
const MAKS_SAMTALER = 30;
const MAKS_ALDER_MS = 30 * 24 * 3600 * 1000;

export interface Lagret {
  id: string;
  endret: number;
  innslag: Innslag[];
}

/** A storage the browser may have switched off: then everything is forgotten with the page. */
class Trygg {
  constructor(private readonly hent: () => Storage) {}

  les(nokkel: string): unknown {
    try {
      return JSON.parse(this.hent().getItem(FORAN + nokkel) ?? "null");
    } catch {
      return null;
    }
  }

  /** False when there is no room. */
  skriv(nokkel: string, verdi: unknown): boolean {
    try {
      this.hent().setItem(FORAN + nokkel, JSON.stringify(verdi));
      return true;
    } catch (feil) {
      return !(feil instanceof DOMException && feil.name === "QuotaExceededError");
    }
  }

  fjern(nokkel: string): void {
    try {
      this.hent().removeItem(FORAN + nokkel);
    } catch {
      // Switched off: nothing is there.
    }
  }

  nokler(foran: string): string[] {
    try {
      return Object.keys(this.hent()).filter((n) => n.startsWith(FORAN + foran)).map((n) => n.slice(FORAN.length));
    } catch {
      return [];
    }
  }
}

const fane = new Trygg(() => sessionStorage);
const nettleser = new Trygg(() => localStorage);

export function nyId(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  // randomUUID is missing where the page is not served over https or from this machine.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
}

const erLagret = (v: unknown): v is Lagret =>
  typeof v === "object" && v !== null && typeof (v as Lagret).id === "string" && Array.isArray((v as Lagret).innslag);

/** The conversation of this tab, or a new one. */
export function hentDenne(): Lagret {
  // What is too old is thrown away, but not before the page stands.
  setTimeout(alle, 2000);
  const id = fane.les("denne");
  const lagret = typeof id === "string" ? hent(id) : null;
  return lagret ?? { id: nyId(), endret: Date.now(), innslag: [] };
}

export function hent(id: string): Lagret | null {
  const lagret = nettleser.les(`samtale:${id}`);
  return erLagret(lagret) ? lagret : null;
}

export const velgDenne = (id: string): void => void fane.skriv("denne", id);

/** The stored conversations, newest first; too old ones are thrown away on the way. */
export function alle(): Lagret[] {
  const ut: Lagret[] = [];
  for (const nokkel of nettleser.nokler("samtale:")) {
    const lagret = nettleser.les(nokkel);
    if (erLagret(lagret) && Date.now() - lagret.endret < MAKS_ALDER_MS) ut.push(lagret);
    else nettleser.fjern(nokkel);
  }
  ut.sort((a, b) => b.endret - a.endret);
  ut.slice(MAKS_SAMTALER).forEach((s) => nettleser.fjern(`samtale:${s.id}`));
  return ut.slice(0, MAKS_SAMTALER);
}

/** Store the conversation; when there is no room, without the oldest other ones, then without its own oldest parts. */
export function lagre(id: string, innslag: Innslag[]): void {
  velgDenne(id);
  const ferdige = innslag.filter((i) => i.svar !== null);
  const skriv = (fra: number): boolean =>
    nettleser.skriv(`samtale:${id}`, { id, endret: Date.now(), innslag: ferdige.slice(fra) });
  if (skriv(0)) return;
  for (const annen of alle().reverse()) {
    if (annen.id === id) continue;
    slett(annen.id);
    if (skriv(0)) return;
  }
  for (let fra = 2; fra <= ferdige.length && !skriv(fra); ) fra += 2;
}

export const slett = (id: string): void => nettleser.fjern(`samtale:${id}`);

/** Call `gjor` with the id of a conversation another tab has changed or deleted. Returns what stops it. */
export function lytt(gjor: (id: string) => void): () => void {
  const foran = `${FORAN}samtale:`;
  const lytter = (h: StorageEvent): void => {
    if (h.key?.startsWith(foran)) gjor(h.key.slice(foran.length));
  };
  addEventListener("storage", lytter);
  return () => removeEventListener("storage", lytter);
}

/** Choices of the person that are no conversation: language, appearance, role. */
export const hentValg = (navn: string): string | null => {
  const verdi = nettleser.les(`valg:${navn}`);
  return typeof verdi === "string" ? verdi : null;
};
export const lagreValg = (navn: string, verdi: string): void => void nettleser.skriv(`valg:${navn}`, verdi);
