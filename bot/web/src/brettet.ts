// What the reader has unfolded, by exchange and part.

export class Brettet {
  readonly #apne = new Set<string>();

  constructor(private readonly endret: () => void) {}

  /** The open parts of an exchange as one text, to compare. */
  i(innslag: string): string {
    return [...this.#apne].filter((n) => n.startsWith(innslag)).join();
  }

  apen = (innslag: string, del: string): boolean => this.#apne.has(`${innslag}:${del}`);

  sett(innslag: string, del: string, apen = true): void {
    if (apen === this.apen(innslag, del)) return;
    this.#apne[apen ? "add" : "delete"](`${innslag}:${del}`);
    this.endret();
  }
}
