// The conversation of this page: what was said, what is on its way, what failed. Tells `endret` when something changed.

import { ApiFeil, type Api } from "./api";
import * as lager from "./lager";
import type { Innslag, Slag } from "./typer";

export const MAKS_TEGN = 2000;
/** How many messages the service keeps what it needs to take back. */
const MAKS_ERSTATTER = 8;

export interface Feil {
  melding: string;
  innslag: Innslag;
}

export class Samtale {
  id: string;
  innslag: Innslag[];
  venter = false;
  feil: Feil | null = null;

  constructor(private readonly api: Api, private readonly endret: () => void) {
    ({ id: this.id, innslag: this.innslag } = lager.hentDenne());
  }

  get tom(): boolean {
    return this.innslag.length === 0;
  }

  /** Those that count: a question that was edited is no longer asked. */
  get gyldige(): Innslag[] {
    return this.innslag.filter((i) => !i.erstattet);
  }

  get sisteSporsmal(): Innslag | undefined {
    return this.gyldige.filter((i) => i.slag === "sporsmal").at(-1);
  }

  /** Send a message, unless one is on its way. Returns the entry it became. */
  send(tekst: string, slag: Slag = "sporsmal", erstatter?: Innslag): Innslag | null {
    if (this.venter) return null;
    if (this.feil) this.innslag = this.innslag.filter((i) => i !== this.feil?.innslag || i.tekst !== tekst);
    const ny: Innslag = { id: lager.nyId(), tekst, slag, svar: null };
    if (erstatter) {
      const gamle = this.innslag.slice(this.innslag.indexOf(erstatter)).filter((i) => !i.erstattet);
      gamle.forEach((i) => (i.erstattet = true));
      this.innslag = this.innslag.filter((i) => i.svar !== null || !i.erstattet);
      ny.erstatter = gamle.filter((i) => i.svar !== null).length;
    }
    this.feil = null;
    this.innslag = [...this.innslag, ny];
    void this.#lever(ny);
    return ny;
  }

  /** Send what failed once more. */
  provIgjen(): void {
    const innslag = this.feil?.innslag;
    if (!innslag || this.venter) return;
    this.feil = null;
    void this.#lever(innslag);
  }

  async #lever(innslag: Innslag): Promise<void> {
    const denne = this.id;
    this.venter = true;
    this.endret();
    try {
      const svar = await this.api.spor(denne, innslag.tekst, Math.min(innslag.erstatter ?? 0, MAKS_ERSTATTER));
      if (denne !== this.id) return;
      innslag.svar = svar;
      delete innslag.erstatter;
      innslag.tekst = svar.find((s) => s.payload?.redacted_text)?.payload?.redacted_text ?? innslag.tekst;
      this.lagre();
    } catch (feil) {
      if (denne !== this.id) return;
      this.feil = { melding: feil instanceof ApiFeil ? feil.message : String(feil), innslag };
    } finally {
      if (denne === this.id) this.venter = false;
      this.endret();
    }
  }

  lagre(): void {
    lager.lagre(this.id, this.innslag);
  }

  /** Begin anew; the conversation before stays in the list. */
  ny(): void {
    this.#bytt({ id: lager.nyId(), innslag: [] });
  }

  /** Show an earlier conversation. */
  velg(id: string): void {
    const funnet = lager.hent(id);
    if (funnet) this.#bytt(funnet);
  }

  /** What another tab did to a conversation. */
  annenFane(id: string): void {
    if (id !== this.id || this.venter) return;
    const na = lager.hent(id);
    if (na) this.innslag = na.innslag;
    else this.#bytt({ id: lager.nyId(), innslag: [] });
    this.endret();
  }

  /** Delete a conversation here and in the service. Raises ApiFeil when the service did not. */
  async slett(id: string): Promise<void> {
    await this.api.slett(id);
    lager.slett(id);
    if (id === this.id) this.ny();
    this.endret();
  }

  #bytt(til: { id: string; innslag: Innslag[] }): void {
    this.id = til.id;
    this.innslag = til.innslag;
    this.feil = null;
    this.venter = false;
    lager.velgDenne(til.id);
    this.endret();
  }
}
