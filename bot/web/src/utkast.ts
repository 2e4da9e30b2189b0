// What is being written: the text, whether it edits the last question, and the keys of its field.

import { MAKS_TEGN } from "./samtale";
import type { Innslag } from "./typer";

export class Utkast {
  tekst = "";
  /** The question the text is to take the place of. */
  redigerer: Innslag | null = null;

  constructor(private readonly felt: () => HTMLTextAreaElement | null, private readonly endret: () => void) {}

  get lengde(): number {
    return [...this.tekst].length;
  }

  get forLangt(): boolean {
    return this.lengde > MAKS_TEGN;
  }

  sett(tekst: string): void {
    this.tekst = tekst;
    const felt = this.felt();
    if (felt) {
      felt.value = tekst;
      felt.style.height = "auto";
      felt.style.height = `${felt.scrollHeight + 2}px`;
    }
    this.endret();
  }

  rediger(innslag: Innslag): void {
    this.redigerer = innslag;
    this.sett(innslag.tekst);
    this.felt()?.focus();
  }

  tom(): void {
    this.redigerer = null;
    this.sett("");
  }

  /** Enter sends, Shift and Enter is a new line; Esc throws away what is written, and only then closes anything. */
  tast(h: KeyboardEvent, send: (h: Event) => void): void {
    if (h.isComposing) return;
    if (h.key === "Enter" && !h.shiftKey) send(h);
    else if (h.key === "Escape" && (this.redigerer || this.tekst)) {
      h.stopPropagation();
      this.tom();
    }
  }
}
