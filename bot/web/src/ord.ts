// Words for verdicts, outcomes and the parts of an answer, in bokmål and nynorsk.

import type { Grunnstatus, Grunntype, Malform, Tiltak, Utfall } from "./typer";

export type Par = Readonly<Record<Malform, string>>;
const par = (nb: string, nn: string = nb): Par => ({ nb, nn });

export interface Merke {
  tegn: string;
  ord: Par;
  klasse: string;
}

export const UTFALL: Record<Utfall, Merke> = {
  suitable: { tegn: "✓", ord: par("Passer", "Passar"), klasse: "passer" },
  conditional: { tegn: "?", ord: par("Kan passe"), klasse: "kanskje" },
  unsuitable: { tegn: "✗", ord: par("Passer ikke nå", "Passar ikkje no"), klasse: "nei" },
};
/** What can never change is not «nå». */
export const ALDRI: Merke = { tegn: "✗", ord: par("Passer ikke", "Passar ikkje"), klasse: "nei" };

/** Sign and word of a measure's verdict. */
export const merkeFor = (t: Tiltak): Merke =>
  t.verdict === "unsuitable" && t.substatus === "aldri" ? ALDRI : (UTFALL[t.verdict] ?? UTFALL.conditional);

export const STATUS: Record<Grunnstatus, Merke> = {
  met: { tegn: "✓", ord: par("Oppfylt"), klasse: "passer" },
  unmet: { tegn: "✗", ord: par("Ikke oppfylt", "Ikkje oppfylt"), klasse: "nei" },
  unknown: { tegn: "?", ord: par("Mangler opplysning", "Manglar opplysning"), klasse: "kanskje" },
  judgement: { tegn: "!", ord: par("Må vurderes", "Må vurderast"), klasse: "skjonn" },
};

export const TYPE: Record<Grunntype, Par> = {
  lov: par("Lov"),
  praksis: par("Praksis"),
  egnethet: par("Egnethet", "Kor eigna det er"),
};

export const ORD = {
  gjelder: par("Gjelder", "Gjeld"),
  regler: par("regler per", "reglar per"),
  kilder: par("Kilder", "Kjelder"),
  kilde: par("Kilde", "Kjelde"),
  historisk: par("historisk, gjelder ikke nå", "historisk, gjeld ikkje no"),
  mangler: par("Mangler", "Manglar"),
  fra: par("Fra måned", "Frå månad"),
  begrunnelser: par("Alle begrunnelser", "Alle grunngivingar"),
  tiltak: par("Tiltak"),
  alle: par("Vis alle"),
  neste: par("Dette avklarer mest"),
  forslag: par("Forslag til neste melding"),
  valgt: par("Du valgte", "Du valde"),
  forslagVar: par("Forslag"),
  tabell: par("Tabell"),
  svaralternativer: par("Svaralternativer", "Svaralternativ"),
  leksjon: par("Leksjon"),
  quiz: par("Quiz"),
  nyttVindu: par("åpnes i ny fane", "blir opna i ny fane"),
  radFattet: par("Råd fra Tiltakslosen, ikke et vedtak. Kontroller mot kildene.", "Råd frå Tiltakslosen, ikkje eit vedtak. Kontroller mot kjeldene."),
  sporsmal: par("Spørsmål"),
  svar: par("Svar"),
  rette: par("riktige", "rette"),
  begrunnelse: par("Begrunnelse", "Grunngiving"),
  utfall: par("Utfall"),
} as const;

export function dato(iso: string): string {
  const d = new Date(`${iso}T12:00:00`);
  return Number.isNaN(d.getTime()) ? iso : d.toLocaleDateString("nb-NO", { day: "numeric", month: "long", year: "numeric" });
}
