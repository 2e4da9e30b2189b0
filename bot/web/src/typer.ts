// The answer of the HTTP API as it arrives (bot/svar/payload.py). Fields we do not know are left alone.

export type Malform = "nb" | "nn";
export type Utfall = "suitable" | "conditional" | "unsuitable";
export type Grunnstatus = "met" | "unmet" | "unknown" | "judgement";
export type Grunntype = "lov" | "praksis" | "egnethet";

export interface Grunn {
  text: string;
  status: Grunnstatus;
  type: Grunntype;
  source_ids?: string[];
}

export interface Tiltak {
  id: string;
  name: string;
  owner: string;
  verdict: Utfall;
  reasons?: Grunn[];
  missing?: string[];
  earliest_month?: number | null;
  substatus?: "aldri" | string | null;
  summary?: string | null;
}

export interface Kilde {
  id: string;
  title: string;
  locator?: string | null;
  year?: number | null;
  status?: "current" | "historical";
  url?: string | null;
}

export type Profilverdi = string | number | boolean | null | (string | number | boolean)[];
export type Profil = Record<string, Profilverdi>;

export interface Quiz {
  answered: number;
  correct: number;
  total: number;
  question?: { number: number; options: { key: string; text: string }[] } | null;
}

export interface Payload {
  kind: string;
  as_of?: string | null;
  profile?: Profil;
  measures?: Tiltak[];
  sources?: Kilde[];
  next_question?: { fact: string; text: string } | null;
  language?: Malform | null;
  redacted_text?: string | null;
  quiz?: Quiz | null;
  lesson?: { number: number; total: number; title: string } | null;
  table?: { columns: string[]; rows: { name: string; cells: string[] }[] } | null;
  /** The text apart: without what is drawn from the other fields. */
  parts?: { lead: string; body: string; basis?: string; checked?: string } | null;
}

export interface Valg {
  title: string;
  text: string;
}

export interface Svar {
  text: string;
  choices?: Valg[];
  payload?: Payload | null;
}

export type Slag = "sporsmal" | "profil";

/** One message of the user with what came back; `svar` is null until it has. */
export interface Innslag {
  id: string;
  tekst: string;
  slag: Slag;
  svar: Svar[] | null;
  erstattet?: boolean;
  /** How many answered messages before it this one takes the place of, until it is answered itself. */
  erstatter?: number;
  vurdert?: "up" | "down";
}
