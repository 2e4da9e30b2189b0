// What is done with single answers: which one's form is open, what was said back, ratings sent, copies taken.

import { ApiFeil, type Api } from "./api";
import { kopier } from "./kopi";
import type { Samtale } from "./samtale";
import type { Tekster } from "./tekster";
import type { Innslag } from "./typer";

const MAKS_SVAR = 4000;

export class Vurderinger {
  skjemaFor: string | null = null;
  #kvittering: { id: string; tekst: string } | null = null;

  constructor(private readonly api: Api, private readonly t: () => Tekster, private readonly endret: () => void) {}

  kvitteringFor(innslag: Innslag): string {
    return this.#kvittering?.id === innslag.id ? this.#kvittering.tekst : "";
  }

  apne(id: string): void {
    this.glem();
    this.skjemaFor = id;
    this.endret();
  }

  /** Close the form; returns the id of the exchange it stood under. */
  lukk(): string | null {
    const id = this.skjemaFor;
    this.skjemaFor = null;
    this.endret();
    return id;
  }

  glem(): void {
    this.skjemaFor = this.#kvittering = null;
  }

  async kopier(innslag: Innslag): Promise<void> {
    this.#si(innslag, (await kopier(innslag)) ? this.t().kopiert : this.t().ikkeKopiert);
  }

  /** Send a rating; true when the form was for this one and can be closed. */
  async vurder(samtale: Samtale, innslag: Innslag, opp: boolean, grunner: string[] = [], kommentar = "", medSvar = false): Promise<boolean> {
    try {
      await this.api.vurder({
        conversation_id: samtale.id,
        rating: opp ? "up" : "down",
        reasons: grunner,
        comment: kommentar.trim(),
        question: medSvar ? innslag.tekst : "",
        answer: medSvar ? (innslag.svar ?? []).map((s) => s.text).join("\n\n").slice(0, MAKS_SVAR) : "",
      });
    } catch (feil) {
      this.#si(innslag, feil instanceof ApiFeil ? feil.message : String(feil));
      return false;
    }
    innslag.vurdert = opp ? "up" : "down";
    samtale.lagre();
    this.#si(innslag, this.t().takk);
    return this.skjemaFor === innslag.id;
  }

  #si(innslag: Innslag, tekst: string): void {
    this.#kvittering = { id: innslag.id, tekst };
    this.endret();
  }
}
