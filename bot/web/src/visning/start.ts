// The empty conversation: what this is, what not to write, and questions to begin with, by role.

import { html, nothing, type TemplateResult } from "lit";
import { ROLLER } from "../forslag";
import type { Sprak, Tekster } from "../tekster";

export function startside(t: Tekster, sprak: Sprak, rolle: string, velgRolle: (id: string) => void, send: (tekst: string) => void): TemplateResult {
  const valgt = ROLLER.find((r) => r.id === rolle) ?? ROLLER[0];
  const mal = sprak === "nn" ? "nn" : "nb";
  return html`<section class="start" aria-labelledby="start-tittel">
    <h2 id="start-tittel">${t.overskrift}</h2>
    <p class="start__ingress">${t.ingress}</p>
    <p class="personvern"><strong>${t.personvernFet}</strong> ${t.personvern}</p>
    ${t.spraknote ? html`<p>${t.spraknote}</p>` : nothing}
    <fieldset class="roller">
      <legend>${t.jegEr}</legend>
      ${ROLLER.map((r) => html`<label class="rolle"><input type="radio" name="rolle" value=${r.id} .checked=${r.id === valgt?.id} @change=${() => velgRolle(r.id)} /><span>${r.navn[sprak]}</span></label>`)}
    </fieldset>
    <h3 id="forslag-tittel">${t.prov}</h3>
    <ul class="forslag" aria-labelledby="forslag-tittel" lang=${mal}>
      ${valgt?.sporsmal[mal].map((s) => html`<li><button type="button" @click=${() => send(s)}>${s}</button></li>`)}
    </ul>
  </section>`;
}
