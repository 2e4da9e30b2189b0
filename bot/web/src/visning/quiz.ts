// Lessons and quizzes: how far one has come, and the alternatives.

import { html, nothing, type TemplateResult } from "lit";
import { ORD } from "../ord";
import type { Payload, Valg } from "../typer";
import type { Innhold, Kontekst } from "./kontekst";

/** The choices that answer the question, and the others. */
export function delValg(payload: Payload, valg: Valg[]): [svar: Valg[], andre: Valg[]] {
  const alternativ = new Map(payload.quiz?.question?.options.map((o) => [o.key, o.text]));
  const erSvar = (v: Valg): boolean => alternativ.has(v.text);
  return [
    valg.filter(erSvar).map((v) => ({ text: v.text, title: alternativ.get(v.text) ?? v.title })),
    valg.filter((v) => !erSvar(v)),
  ];
}

function strek(k: Kontekst, navn: string, na: number, av: number, etter: string): TemplateResult {
  return html`<p class="framdrift"><span class="framdrift__navn">${navn}</span>
    <progress max=${av} value=${na} aria-label="${navn}: ${k.t.framdrift(na, av)}"></progress>
    <span>${k.t.framdrift(na, av)}${etter}</span></p>`;
}

/** The bar over a lesson or a quiz. */
export function framdrift(k: Kontekst, payload: Payload): Innhold {
  const { quiz, lesson } = payload;
  return html`${lesson ? strek(k, ORD.leksjon[k.mal], lesson.number, lesson.total, ` · ${lesson.title}`) : nothing}
    ${quiz?.total ? strek(k, ORD.quiz[k.mal], quiz.answered, quiz.total, ` · ${quiz.correct} ${ORD.rette[k.mal]}`) : nothing}`;
}
