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

export class Api {
  /** `rot` is the address the API stands under, without a slash at the end; empty on our own page. */
  constructor(private readonly rot: string, private readonly tekster: () => Tekster) {}

  /** The replies to a message that takes the place of the latest `erstatter` ones. */
  async spor(samtale: string, tekst: string, erstatter: number): Promise<Svar[]> {
    const data = await this.#be("POST", "/api/v1/messages", { conversation_id: samtale, text: tekst, replaces: erstatter });
    return (data as { replies: Svar[] }).replies;
  }

  /** Delete a conversation and all that is stored about it. */
  async slett(samtale: string): Promise<void> {
    await this.#be("DELETE", `/api/v1/conversations/${encodeURIComponent(samtale)}`);
  }

  /** Tell what an answer was worth. */
  async vurder(vurdering: Vurdering): Promise<void> {
    await this.#be("POST", "/api/v1/feedback", vurdering);
  }

  async #be(metode: string, sti: string, kropp?: unknown): Promise<unknown> {
    const avbryter = new AbortController();
    const klokke = setTimeout(() => avbryter.abort(), TIDSGRENSE_MS);
    const t = this.tekster();
    try {
      const http = await fetch(this.rot + sti, {
        method: metode,
        signal: avbryter.signal,
        credentials: "same-origin",
        ...(kropp === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(kropp) }),
      });
      if (http.status === 204) return null;
      const data: unknown = await http.json();
      if (http.ok) return data;
      throw new ApiFeil((data as { error: { message: string } }).error.message, false);
    } catch (feil) {
      if (feil instanceof ApiFeil) throw feil;
      throw new ApiFeil(avbryter.signal.aborted ? t.forLenge : t.ingenKontakt, true);
    } finally {
      clearTimeout(klokke);
    }
  }
}
