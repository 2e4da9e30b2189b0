// The HTTP API: a message, a deletion, a rating. Every failure becomes an ApiFeil with a text for people.

import type { Svar } from "./typer";
import type { Tekster } from "./tekster";

const TIDSGRENSE_MS = 20_000;

export class ApiFeil extends Error {
  constructor(melding: string, readonly utenKontakt: boolean) {
    super(melding);
  }
}

export interface Vurdering {
  conversation_id: string;
  rating: "up" | "down";
  reasons: string[];
  comment: string;
  question: string;
  answer: string;
}

type Utfall = [status: number, data: any];

export class Api {
  /** A token for each conversation, where the service wants sign-in. */
  readonly #tokener: Record<string, string> = {};
  /** What another site's page gets after sign-in, to get those with; on our own page the cookie does it. */
  #nokkel?: string;
  #vindu: Window | null = null;

  /** `rot` is the address the API stands under, without a slash at the end; empty on our own page. `igjen` sends
   * what failed once more, after sign-in. */
  constructor(private readonly rot: string, private readonly tekster: () => Tekster, igjen: () => void) {
    addEventListener("message", (h) => {
      if (!this.#vindu || h.source !== this.#vindu || h.origin !== this.#sted) return;
      this.#nokkel = h.data;
      igjen();
    });
  }

  get #sted(): string {
    return this.rot || location.origin;
  }

  /** The replies to a message that takes the place of the latest `erstatter` ones. */
  async spor(samtale: string, tekst: string, erstatter: number): Promise<Svar[]> {
    const data = await this.#be(samtale, "POST", "/messages", { conversation_id: samtale, text: tekst, replaces: erstatter });
    return (data as { replies: Svar[] }).replies;
  }

  /** Delete a conversation and all that is stored about it. */
  async slett(samtale: string): Promise<void> {
    await this.#be(samtale, "DELETE", `/conversations/${encodeURIComponent(samtale)}`);
  }

  /** Tell what an answer was worth. */
  async vurder(vurdering: Vurdering): Promise<void> {
    await this.#be(vurdering.conversation_id, "POST", "/feedback", vurdering);
  }

  async #be(samtale: string, metode: string, sti: string, kropp?: unknown): Promise<unknown> {
    const be = (): Promise<Utfall> => this.#hent(metode, sti, this.#tokener[samtale], kropp);
    let [status, data] = await be();
    if (status === 401) {
      const [gikk, nytt] = await this.#hent("POST", "/conversations", this.#nokkel, { conversation_id: samtale });
      if (gikk === 200) {
        this.#tokener[samtale] = nytt.token;
        [status, data] = await be();
      }
      // A window of the service's own: its cookies count there, and no page in between sees a password.
      else this.#vindu = open(`${this.#sted}/logg-inn/vindu?opphav=${location.origin}`, "", "popup");
    }
    if (status < 300) return data;
    throw new ApiFeil(data.error.message, false);
  }

  async #hent(metode: string, sti: string, token?: string, kropp?: unknown): Promise<Utfall> {
    const avbryter = new AbortController();
    const klokke = setTimeout(() => avbryter.abort(), TIDSGRENSE_MS);
    const headers: Record<string, string> = { "Content-Type": "application/json" };
    if (token) headers["Authorization"] = `Bearer ${token}`;
    try {
      const http = await fetch(`${this.rot}/api/v1${sti}`, { method: metode, signal: avbryter.signal, headers, body: JSON.stringify(kropp) });
      return [http.status, http.status === 204 ? null : await http.json()];
    } catch {
      const t = this.tekster();
      throw new ApiFeil(avbryter.signal.aborted ? t.forLenge : t.ingenKontakt, true);
    } finally {
      clearTimeout(klokke);
    }
  }
}
