// What an empty conversation suggests, by who asks. The questions are Norwegian: that is what we answer.

import type { Malform } from "./typer";

export interface Rolle {
  id: string;
  navn: Record<Malform | "en", string>;
  sporsmal: Record<Malform, string[]>;
}

export const ROLLER: readonly Rolle[] = [
  {
    id: "programradgiver",
    navn: { nb: "programrådgiver", nn: "programrådgivar", en: "programme adviser" },
    sporsmal: {
      nb: [
        "Hvilke Nav-tiltak passer for en deltaker på A2 i måned 4?",
        "Kan vi bruke lønnstilskudd mens hun fortsatt får introstønad?",
        "Hvor lenge kan en uten videregående gå i intro med mål om arbeid?",
        "Hva teller med i 15 timer arbeidsrettet innhold?",
      ],
      nn: [
        "Kva Nav-tiltak passar for ein deltakar på A2 i månad 4?",
        "Kan vi bruke lønstilskot medan ho framleis får introstønad?",
        "Kor lenge kan ein utan vidaregåande gå i intro med mål om arbeid?",
        "Kva tel med i 15 timar arbeidsretta innhald?",
      ],
    },
  },
  {
    id: "nav",
    navn: { nb: "Nav-veileder", nn: "Nav-rettleiar", en: "Nav adviser" },
    sporsmal: {
      nb: [
        "Hva kan jeg bruke for en med lave norskferdigheter?",
        "Hvor lenge kan lønnstilskudd vare?",
        "Hva er forskjellen på midlertidig lønnstilskudd og mentortilskudd?",
        "Hvem betaler for arbeidstrening i introduksjonsprogrammet?",
      ],
      nn: [
        "Kva kan eg bruke for ein med låge norskferdigheiter?",
        "Kor lenge kan lønstilskot vare?",
        "Kva er skilnaden på mellombels lønstilskot og mentortilskot?",
        "Kven betaler for arbeidstrening i introduksjonsprogrammet?",
      ],
    },
  },
  {
    id: "kvp",
    navn: { nb: "KVP- eller Jobbsjansen-veileder", nn: "KVP- eller Jobbsjansen-rettleiar", en: "KVP or Jobbsjansen adviser" },
    sporsmal: {
      nb: [
        "Kan hun gå fra intro rett til Jobbsjansen?",
        "Hva kan inngå i KVP?",
        "Kan en mann på 36 være med i Jobbsjansen?",
        "Hvor lenge varer kvalifiseringsprogrammet?",
      ],
      nn: [
        "Kan ho gå frå intro rett til Jobbsjansen?",
        "Kva kan inngå i KVP?",
        "Kan ein mann på 36 vere med i Jobbsjansen?",
        "Kor lenge varer kvalifiseringsprogrammet?",
      ],
    },
  },
  {
    id: "larer",
    navn: { nb: "lærer eller rektor", nn: "lærar eller rektor", en: "teacher or head" },
    sporsmal: {
      nb: [
        "Hvor lenge varer retten til norsk?",
        "Hvordan kombinerer andre norsk og praksis?",
        "Hva er forskjellen på FOV og VOV?",
        "Hvilke tiltak passer for en på A1 som bare har grunnskole?",
      ],
      nn: [
        "Kor lenge varer retten til norsk?",
        "Korleis kombinerer andre norsk og praksis?",
        "Kva er skilnaden på FOV og VOV?",
        "Kva tiltak passar for ein på A1 som berre har grunnskule?",
      ],
    },
  },
  {
    id: "ny",
    navn: { nb: "ny i jobben", nn: "ny i jobben", en: "new in the job" },
    sporsmal: {
      nb: [
        "Hva er forskjellen på språkpraksis og arbeidstrening?",
        "Hva er AFT?",
        "Quiz meg om tiltakene",
        "Hva kan du hjelpe meg med?",
      ],
      nn: [
        "Kva er skilnaden på språkpraksis og arbeidstrening?",
        "Kva er AFT?",
        "Quiz meg om tiltaka",
        "Kva kan du hjelpe meg med?",
      ],
    },
  },
  {
    id: "leder",
    navn: { nb: "leder", nn: "leiar", en: "manager" },
    sporsmal: {
      nb: [
        "Hvordan har andre kommuner organisert introduksjonsprogrammet?",
        "Hvilke plikter har kommunen i introduksjonsprogrammet?",
        "Hva viser erfaringene med arbeidsretting?",
        "Hvilke tiltak krever ikke norsk?",
      ],
      nn: [
        "Korleis har andre kommunar organisert introduksjonsprogrammet?",
        "Kva plikter har kommunen i introduksjonsprogrammet?",
        "Kva viser erfaringane med arbeidsretting?",
        "Kva tiltak krev ikkje norsk?",
      ],
    },
  },
];
