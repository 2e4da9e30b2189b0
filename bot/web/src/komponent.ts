// <tiltakslosen-chat>: the whole chat as one element. Attributes: `api` (address of the service, when it is another
// than the page's), `visning` (side, felt or knapp), `sprak` (nb, nn, en), `utseende` (auto, lys, mork).

import { LitElement, html, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import stil from "virtual:stil";
import { Api, ApiFeil } from "./api";
import { Brettet } from "./brettet";
import { visInnslag } from "./innslag";
import { skrivUt } from "./kopi";
import * as lager from "./lager";
import { lytt } from "./omgivelser";
import { MAKS_TEGN, Samtale } from "./samtale";
import { passer, rullTil } from "./rulling";
import { TEKSTER, type Sprak, type Tekster } from "./tekster";
import type { Innslag, Slag } from "./typer";
import { Utkast } from "./utkast";
import * as valg from "./valg";
import { Vurderinger } from "./vurderinger";
import { ikon } from "./visning/kontekst";
import { meny, slettedialog } from "./visning/meny";
import { gjeldende, profilrad } from "./visning/profil";
import { skrivefelt, topp } from "./visning/ramme";
import { startside } from "./visning/start";

const VIS_SKRIVER_MS = 250;

export class TiltakslosenChat extends LitElement {
  static override styles = unsafeCSS(stil);
  static override properties = {
    api: {},
    visning: { reflect: true },
    sprak: {},
    utseende: {},
    apen: { type: Boolean, reflect: true },
  };

  declare api: string;
  declare visning: "side" | "felt" | "knapp";
  declare sprak: string;
  declare utseende: string;
  declare apen: boolean;

  #samtale!: Samtale;
  #klient!: Api;
  #vurderinger!: Vurderinger;
  #rolle = lager.hentValg("rolle") ?? "";
  readonly #utkast = new Utkast(() => this.#felt, () => this.#endret());
  readonly #brettet = new Brettet(() => this.#endret());
  #status = "";
  #menyApen = false;
  #endrer: string | null = null;
  #slettId = "";
  #slettFeil = "";
  #papir = false;
  #utenNett = false;
  #stille = true;
  #skriverTid = 0;
  #rydd: (() => void)[] = [];

  constructor() {
    super();
    this.api = "";
    this.visning = "felt";
    this.sprak = "";
    this.utseende = "";
    this.apen = false;
  }

  get #malform(): Sprak {
    return valg.sprak(this.sprak, this.closest("[lang]")?.getAttribute("lang"));
  }

  get #t(): Tekster {
    return TEKSTER[this.#malform];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#klient ??= new Api(this.api.replace(/\/+$/, ""), () => this.#t, () => this.#samtale.provIgjen());
    this.#vurderinger ??= new Vurderinger(this.#klient, () => this.#t, () => this.#endret());
    this.#samtale ??= new Samtale(this.#klient, () => this.#samtaleEndret());
    const omgivelser = { nett: (pa: boolean) => this.#settNett(pa), papir: (pa: boolean) => this.#settPapir(pa), tema: () => this.#endret() };
    this.#rydd.push(lytt(omgivelser));
    this.#rydd.push(lager.lytt((id) => this.#samtale.annenFane(id)));
    this.#utenNett = !navigator.onLine;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rydd.splice(0).forEach((gjor) => gjor());
  }

  #finn<T extends HTMLElement>(velger: string): T | null {
    return this.renderRoot.querySelector<T>(velger);
  }

  get #felt(): HTMLTextAreaElement | null {
    return this.#finn<HTMLTextAreaElement>("#tekst");
  }

  #endret(): void {
    this.requestUpdate();
  }

  #samtaleEndret(): void {
    if (this.#samtale.venter) {
      this.#skriverTid ||= window.setTimeout(() => this.#settStatus(this.#t.skriver), VIS_SKRIVER_MS);
    } else {
      clearTimeout(this.#skriverTid);
      this.#skriverTid = 0;
      if (this.#status === this.#t.skriver) this.#status = "";
    }
    this.#endret();
  }

  #settStatus(tekst: string): void {
    this.#status = tekst;
    this.#endret();
  }

  #settNett(pa: boolean): void {
    this.#utenNett = !pa;
    if (pa && this.#samtale.feil) this.#samtale.provIgjen();
    this.requestUpdate();
  }

  #settPapir(papir: boolean): void {
    this.#papir = papir;
    this.requestUpdate();
    this.performUpdate();
  }

  /** Send a message; focus stays where one writes, and the message is rolled to the top. */
  async #send(tekst: string, slag: Slag = "sporsmal", erstatter?: Innslag): Promise<void> {
    const start = performance.now();
    const ny = this.#samtale.send(tekst, slag, erstatter);
    if (!ny) return;
    [this.#endrer, this.#utkast.redigerer, this.#status] = [null, null, ""];
    this.#vurderinger.glem();
    await this.updateComplete;
    this.#iFokus();
    this.#rullTil(ny.id);
    await new Promise<void>((ferdig) => {
      const vent = (): void => void (this.#samtale.venter ? this.updateComplete.then(() => requestAnimationFrame(vent)) : ferdig());
      vent();
    });
    await this.updateComplete;
    if (ny.svar) performance.measure("tiltakslosen-svar", { start });
    this.#rullTil(ny.id);
  }

  #iFokus(): void {
    // On a phone, focus would open the keyboard on top of the answer.
    (passer("(pointer: coarse)") ? this.#finn("#logg") : this.#felt)?.focus({ preventScroll: true });
  }

  #rullTil(id: string): void {
    rullTil(this.renderRoot, this.#finn(`[data-id="${CSS.escape(id)}"]`));
  }

  #sendFeltet(h?: Event): void {
    h?.preventDefault();
    const tekst = this.#utkast.tekst.trim();
    if (!tekst || this.#samtale.venter) return;
    if (this.#utkast.forLangt) return this.#settStatus(this.#t.forLang(MAKS_TEGN));
    const erstatter = this.#utkast.redigerer ?? undefined;
    this.#utkast.sett("");
    void this.#send(tekst, "sporsmal", erstatter);
  }

  /** Esc closes what lies on top and gives the focus back to what opened it. */
  #escape(h: KeyboardEvent): void {
    if (h.key !== "Escape" || h.defaultPrevented || this.#finn("dialog[open]")) return;
    if (this.#menyApen) this.#settMeny(false);
    else if (this.#endrer !== null) this.#settEndrer(null);
    else if (this.#vurderinger.skjemaFor !== null) this.#lukkSkjema();
    else if (this.visning === "knapp" && this.apen) this.settApen(false);
  }

  #settMeny(apen: boolean): void {
    this.#menyApen = apen;
    this.requestUpdate();
    void this.updateComplete.then(() => this.#finn(apen ? ".meny" : "#meny-knapp")?.focus());
  }

  #settEndrer(faktum: string | null): void {
    const forrige = this.#endrer;
    this.#endrer = faktum;
    this.requestUpdate();
    void this.updateComplete.then(() =>
      (faktum === null
        ? this.#finn(`[data-faktum="${forrige ?? "+"}"]`) ?? this.#finn('[data-faktum="+"]')
        : this.#finn(".endring__valg input") ?? this.#finn(".endring__valg [aria-pressed=true]") ?? this.#finn(".endring__valg button")
      )?.focus(),
    );
  }

  #lukkSkjema(): void {
    const id = this.#vurderinger.lukk();
    void this.updateComplete.then(() => this.#finn(`[data-svar-til="${id ?? ""}"] [data-ned]`)?.focus());
  }

  #tommel(innslag: Innslag, opp: boolean): void {
    if (opp) return void this.#vurder(innslag, true);
    if (this.#vurderinger.skjemaFor === innslag.id) return this.#lukkSkjema();
    this.#vurderinger.apne(innslag.id);
    void this.updateComplete.then(() => {
      const skjema = this.#finn(`[data-svar-til="${innslag.id}"] .tilbakemelding`);
      skjema?.querySelector<HTMLElement>("legend")?.focus({ preventScroll: true });
      skjema?.scrollIntoView({ block: "nearest" });
    });
  }

  async #vurder(innslag: Innslag, opp: boolean, ...skjema: [grunner?: string[], kommentar?: string, medSvar?: boolean]): Promise<void> {
    if (await this.#vurderinger.vurder(this.#samtale, innslag, opp, ...skjema)) this.#lukkSkjema();
  }

  /** Open or close the panel of the floating button. */
  settApen(apen: boolean): void {
    this.apen = apen;
    void this.updateComplete.then(() => (apen ? this.#felt : this.#finn(".starter"))?.focus());
  }

  #nySamtale(): void {
    this.#samtale.ny();
    this.#menyApen = false;
    this.#utkast.sett("");
    this.#iFokus();
  }

  #velgSamtale(id: string): void {
    this.#stille = true;
    this.#samtale.velg(id);
    this.#settMeny(false);
  }

  #spoerOmSletting(id: string): void {
    [this.#slettId, this.#slettFeil] = [id, ""];
    this.requestUpdate();
    this.#finn<HTMLDialogElement>("#slett-dialog")?.showModal();
  }

  async #slett(): Promise<void> {
    try {
      await this.#samtale.slett(this.#slettId);
    } catch (feil) {
      this.#slettFeil = feil instanceof ApiFeil && !feil.utenKontakt ? feil.message : this.#t.ikkeSlettet;
      return this.requestUpdate();
    }
    this.#finn<HTMLDialogElement>("#slett-dialog")?.close();
    this.#menyApen = false;
    this.#utkast.sett("");
    this.#settStatus(this.#t.slettet);
    this.#felt?.focus();
  }

  #skrivUtAlt(bare?: Innslag): void {
    if (this.visning === "side" && !bare) return window.print();
    skrivUt(bare ? [bare] : this.#samtale.gyldige.filter((i) => i.svar), this.#t.navn);
  }

  #ettInnslag(innslag: Innslag, nr: number, alle: Innslag[]): TemplateResult {
    const siste = this.#samtale.sisteSporsmal === innslag && !this.#samtale.venter;
    const neste = innslag.erstattet ? "" : (alle[nr + 1]?.tekst ?? null);
    const iGang = this.#vurderinger.skjemaFor === innslag.id;
    const kvittering = this.#vurderinger.kvitteringFor(innslag);
    const avhengig = [innslag, innslag.svar, innslag.tekst, innslag.erstattet, innslag.vurdert, neste, siste, iGang, kvittering, this.#malform, this.#papir, this.#brettet.i(innslag.id)];
    return html`<div class="innslag" data-svar-til=${innslag.id}>${guard(avhengig, () =>
      visInnslag({
        t: this.#t, innslag, neste, papir: this.#papir,
        kanEndres: siste && innslag.svar !== null,
        apen: (del) => this.#brettet.apen(innslag.id, del),
        apne: (del, apen) => this.#brettet.sett(innslag.id, del, apen),
        send: (tekst) => void this.#send(tekst),
        rediger: () => this.#utkast.rediger(innslag),
        sendIgjen: () => void this.#send(innslag.tekst, "sporsmal", innslag),
        handling: {
          skjemaApent: iGang, kvittering,
          kopier: () => void this.#vurderinger.kopier(innslag),
          skrivUt: () => this.#skrivUtAlt(innslag),
          vurder: (opp) => this.#tommel(innslag, opp),
          sendSkjema: (g, kommentar, med) => void this.#vurder(innslag, false, g, kommentar, med),
          avbryt: () => this.#lukkSkjema(),
        },
      }))}</div>`;
  }

  #topp(): TemplateResult {
    return topp({
      t: this.#t, side: this.visning === "side", tom: this.#samtale.tom, menyApen: this.#menyApen,
      ny: () => this.#nySamtale(),
      slett: () => this.#spoerOmSletting(this.#samtale.id),
      meny: () => this.#settMeny(!this.#menyApen),
      ...(this.visning === "knapp" ? { lukk: () => this.settApen(false) } : {}),
    });
  }

  #menypanel(): TemplateResult | typeof nothing {
    if (!this.#menyApen) return nothing;
    return meny({
      t: this.#t, sprak: this.#malform, utseende: lager.hentValg("utseende") ?? "auto",
      tidligere: lager.alle(), denne: this.#samtale.id, tom: this.#samtale.tom,
      lukk: () => this.#settMeny(false),
      ny: () => this.#nySamtale(),
      slett: (id) => this.#spoerOmSletting(id),
      velgSamtale: (id) => this.#velgSamtale(id),
      velgSprak: (s) => this.#huskValg("sprak", s),
      velgUtseende: (u) => this.#huskValg("utseende", u),
      skrivUt: () => { this.#settMeny(false); this.#skrivUtAlt(); },
    });
  }

  #huskValg(navn: string, verdi: string): void {
    lager.lagreValg(navn, verdi);
    this.#endret();
  }

  #skriv(): TemplateResult {
    return skrivefelt({
      t: this.#t, lengde: this.#utkast.lengde, redigerer: this.#utkast.redigerer !== null, venter: this.#samtale.venter,
      send: (h) => this.#sendFeltet(h),
      skrevet: (tekst) => this.#utkast.sett(tekst),
      tast: (h) => this.#utkast.tast(h, (t) => this.#sendFeltet(t)),
      avbryt: () => { this.#utkast.tom(); this.#felt?.focus(); },
    });
  }

  #panel(): TemplateResult {
    const s = this.#samtale;
    const { profil, mal } = gjeldende(s.gyldige.flatMap((i) => i.svar ?? []));
    const feil = s.feil;
    return html`${this.visning === "side" ? html`<button type="button" class="knapp hopp" @click=${() => this.#felt?.focus()}>${this.#t.hopp}</button>` : nothing}
      ${this.#topp()} ${this.#menypanel()}
      ${profilrad({ t: this.#t, mal, profil, apen: this.#endrer, opptatt: s.venter, apne: (f) => this.#settEndrer(f), send: (m) => void this.#send(m, "profil") })}
      <div class="rull">
        ${s.tom ? startside(this.#t, this.#malform, this.#rolle, (id) => { this.#rolle = id; this.#huskValg("rolle", id); }, (m) => void this.#send(m)) : nothing}
        <div class="samtale" id="logg" role="log" aria-live=${this.#stille ? "off" : "polite"} aria-label=${this.#t.samtale} tabindex="-1">
          ${s.innslag.map((i, nr) => this.#ettInnslag(i, nr, s.innslag))}
          ${feil ? html`<div class="varsel"><p><strong>${this.#t.fikkIkke}</strong> ${feil.melding}</p>
            <button type="button" class="knapp knapp--stille" @click=${() => { s.provIgjen(); this.#iFokus(); }}>${this.#t.provIgjen}</button></div>` : nothing}
        </div>
        <p class="status" role="status">${this.#status}</p>
      </div>
      ${this.#utenNett ? html`<p class="nett" role="status">${this.#t.utenNett}</p>` : nothing}
      ${this.#skriv()} ${slettedialog(this.#t, this.#slettFeil, () => void this.#slett(), () => this.#finn<HTMLDialogElement>("#slett-dialog")?.close())}`;
  }

  protected override render(): TemplateResult {
    const innhold = (merke: "main" | "section"): TemplateResult =>
      merke === "main"
        ? html`<main class="panel">${this.#panel()}</main>`
        : html`<section class="panel" aria-label=${this.#t.navn} role=${this.visning === "knapp" ? "dialog" : "region"}>${this.#panel()}</section>`;
    return html`<div class="rot" data-tema=${valg.tema(this.utseende)} lang=${this.#malform} @keydown=${(h: KeyboardEvent) => this.#escape(h)}>
      ${this.visning === "knapp" && !this.apen
        ? html`<button type="button" class="starter" aria-haspopup="dialog" @click=${() => this.settApen(true)}>${ikon("sok")}${this.#t.apne}</button>`
        : innhold(this.visning === "side" ? "main" : "section")}
    </div>`;
  }

  protected override firstUpdated(): void {
    const rot = this.#finn(".rot");
    if (rot) rot.style.setProperty("--r", getComputedStyle(rot).fontSize);
    if (this.visning === "side" && !passer("(pointer: coarse)")) this.#felt?.focus({ preventScroll: true });
    const siste = this.#samtale.innslag.at(-1);
    if (siste) this.#rullTil(siste.id);
    performance.mark("tiltakslosen-klar");
  }

  protected override updated(_endret: PropertyValues): void {
    // What was said before must not be read aloud again.
    if (this.#stille) requestAnimationFrame(() => {
      this.#stille = false;
      this.requestUpdate();
    });
    if (this.visning === "side") document.documentElement.style.colorScheme = valg.tema(this.utseende) === "mork" ? "dark" : "light";
  }
}
