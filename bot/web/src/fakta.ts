// Facts of a profile in words, in bokmål and nynorsk. A test holds names and values equal to the fact dictionary.

import { dato, type Par } from "./ord";
import type { Malform, Profil, Profilverdi } from "./typer";

// prettier-ignore
export const FAKTA: Record<string, Par> = {
  norskniva: { nb: "norsknivå", nn: "norsknivå" },
  norsk_muntlig: { nb: "muntlig norsk", nn: "munnleg norsk" },
  norsk_skriftlig: { nb: "skriftlig norsk", nn: "skriftleg norsk" },
  programmaned: { nb: "måned i programmet", nn: "månad i programmet" },
  program_ferdig: { nb: "ferdig med introduksjonsprogrammet", nn: "ferdig med introduksjonsprogrammet" },
  maneder_siden_program: { nb: "måneder siden programmet", nn: "månader sidan programmet" },
  alder: { nb: "alder", nn: "alder" },
  alder_ved_tillatelse: { nb: "alder da tillatelsen ble gitt", nn: "alder då løyvet blei gitt" },
  fodselsdato: { nb: "fødselsdato", nn: "fødselsdato" },
  utdanning: { nb: "utdanning", nn: "utdanning" },
  sluttmal: { nb: "sluttmål", nn: "sluttmål" },
  oppholdsgrunnlag: { nb: "oppholdsgrunnlag", nn: "opphaldsgrunnlag" },
  ordning: { nb: "ordning", nn: "ordning" },
  ordninger: { nb: "ordninger", nn: "ordningar" },
  tilbud_om_oppstart: { nb: "tilbud om oppstart", nn: "tilbod om oppstart" },
  bosatt_dato: { nb: "bosatt", nn: "busett" },
  tillatelse_dato: { nb: "oppholdstillatelse gitt", nn: "opphaldsløyve gitt" },
  arbeidssoker: { nb: "registrert som arbeidssøker", nn: "registrert som arbeidssøkjar" },
  nedsatt_arbeidsevne: { nb: "nedsatt arbeidsevne", nn: "nedsett arbeidsevne" },
  varig_nedsatt_arbeidsevne: { nb: "varig nedsatt arbeidsevne", nn: "varig nedsett arbeidsevne" },
  bosatt_etter_avtale: { nb: "bosatt etter avtale", nn: "busett etter avtale" },
  rusproblem: { nb: "rusproblem under behandling", nn: "rusproblem under behandling" },
  arbeidsgiver_vil_ansette: { nb: "arbeidsgiver vil ansette", nn: "arbeidsgivar vil tilsetje" },
  praksisplass: { nb: "praksisplass funnet", nn: "praksisplass funnen" },
  hjemmevaerende: { nb: "hjemmeværende", nn: "heimeverande" },
  sammensatte_behov: { nb: "sammensatte behov", nn: "samansette behov" },
  motivert_for_fulltid: { nb: "motivert for fulltid", nn: "motivert for fulltid" },
  kan_lese_og_skrive_morsmal: { nb: "kan lese og skrive på morsmålet", nn: "kan lese og skrive på morsmålet" },
  innsatsgruppe: { nb: "innsatsgruppe", nn: "innsatsgruppe" },
  kjonn: { nb: "kjønn", nn: "kjønn" },
  barn_under_18: { nb: "barn under 18", nn: "barn under 18" },
  yngste_barn_alder: { nb: "yngste barns alder", nn: "alderen til yngste barn" },
  referanseperson_botid: { nb: "referansepersonens botid", nn: "butida til referansepersonen" },
  ytelse: { nb: "ytelse", nn: "yting" },
  ytelse_full: { nb: "full ytelse", nn: "full yting" },
  arbeid_timer_uke: { nb: "arbeidstimer i uka", nn: "arbeidstimar i veka" },
  timer_tilgjengelig: { nb: "timer til rådighet i uka", nn: "timar til rådvelde i veka" },
  helse: { nb: "helse", nn: "helse" },
  bransje: { nb: "bransje", nn: "bransje" },
  kommune: { nb: "kommune", nn: "kommune" },
  fylke: { nb: "fylke", nn: "fylke" },
};

// Values whose code is not the word in both languages. All others are shown as they are.
// prettier-ignore
export const VERDIER: Record<string, Par> = {
  under_A1: { nb: "under A1", nn: "under A1" },
  grunnskole: { nb: "grunnskole", nn: "grunnskule" },
  deler_av_videregaende: { nb: "deler av videregående", nn: "delar av vidaregåande" },
  videregaende: { nb: "videregående", nn: "vidaregåande" },
  hoyere: { nb: "høyere utdanning", nn: "høgare utdanning" },
  hoyere_utdanning: { nb: "høyere utdanning", nn: "høgare utdanning" },
  fag_og_yrkesopplaering: { nb: "fag- og yrkesopplæring", nn: "fag- og yrkesopplæring" },
  overforingsflyktning: { nb: "overføringsflyktning", nn: "overføringsflyktning" },
  kollektiv_beskyttelse: { nb: "kollektiv beskyttelse", nn: "kollektivt vern" },
  humanitaert: { nb: "humanitært grunnlag", nn: "humanitært grunnlag" },
  familie_til_flyktning: { nb: "familie til flyktning", nn: "familie til flyktning" },
  familie_annet: { nb: "annen familieinnvandring", nn: "anna familieinnvandring" },
  eos: { nb: "EØS", nn: "EØS" },
  annet: { nb: "annet", nn: "anna" },
  intro: { nb: "introduksjonsprogrammet", nn: "introduksjonsprogrammet" },
  kvp: { nb: "KVP", nn: "KVP" },
  jobbsjansen: { nb: "Jobbsjansen", nn: "Jobbsjansen" },
  nav: { nb: "Nav", nn: "Nav" },
  gode_muligheter: { nb: "gode muligheter", nn: "gode moglegheiter" },
  trenger_veiledning: { nb: "trenger veiledning", nn: "treng rettleiing" },
  trenger_veiledning_nedsatt_arbeidsevne: { nb: "trenger veiledning, nedsatt arbeidsevne", nn: "treng rettleiing, nedsett arbeidsevne" },
  jobbe_delvis: { nb: "jobbe delvis", nn: "jobbe delvis" },
  liten_mulighet: { nb: "liten mulighet", nn: "lita moglegheit" },
  introduksjonsstonad: { nb: "introduksjonsstønad", nn: "introduksjonsstønad" },
  kvalifiseringsstonad: { nb: "kvalifiseringsstønad", nn: "kvalifiseringsstønad" },
  dagpenger: { nb: "dagpenger", nn: "dagpengar" },
  tiltakspenger: { nb: "tiltakspenger", nn: "tiltakspengar" },
  aap: { nb: "AAP", nn: "AAP" },
  uforetrygd: { nb: "uføretrygd", nn: "uføretrygd" },
  overgangsstonad: { nb: "overgangsstønad", nn: "overgangsstønad" },
  ingen_kjente: { nb: "ingen kjente helseutfordringer", nn: "ingen kjende helseutfordringar" },
};

const ALENE = new Set(["norskniva", "ordning", "ordninger", "kjonn", "oppholdsgrunnlag", "innsatsgruppe", "ytelse", "kommune", "fylke"]);
const UTEN_VIDEREGAENDE = "deler_av_videregaende,grunnskole,ingen";

export const faktanavn = (navn: string, mal: Malform): string => FAKTA[navn]?.[mal] ?? navn.replaceAll("_", " ");

export function verdiord(v: string | number | boolean, mal: Malform): string {
  if (typeof v === "number") return v.toLocaleString("nb-NO");
  if (typeof v === "boolean") return v ? "ja" : "nei";
  return /^\d{4}-\d{2}-\d{2}$/.test(v) ? dato(v) : (VERDIER[v]?.[mal] ?? v.replaceAll("_", " "));
}

/** One fact as a short phrase: «A2», «måned 4», «ikke registrert som arbeidssøker», «uten videregående». */
export function frase(navn: string, raa: Profilverdi, mal: Malform): string {
  const ledetekst = faktanavn(navn, mal);
  const verdier = Array.isArray(raa) ? raa : [raa ?? ""];
  if (verdier.length === 1 && typeof verdier[0] === "boolean") {
    return verdier[0] ? ledetekst : `${mal === "nn" ? "ikkje" : "ikke"} ${ledetekst}`;
  }
  if (navn === "utdanning" && [...verdier].sort().join() === UTEN_VIDEREGAENDE) {
    return mal === "nn" ? "utan vidaregåande" : "uten videregående";
  }
  const ord = verdier.map((v) => verdiord(v, mal)).join(navn === "ordninger" ? " og " : " eller ");
  if (navn === "programmaned") return `${mal === "nn" ? "månad" : "måned"} ${ord}`;
  if (navn === "alder") return `${ord} år`;
  return ALENE.has(navn) && ord !== "ingen" ? ord : `${ledetekst}: ${ord}`;
}

/** The known facts of a profile in a fixed order. */
export function kjente(profil: Profil | undefined): [string, Profilverdi][] {
  const rekkefolge = Object.keys(FAKTA);
  const plass = (navn: string): number => (rekkefolge.includes(navn) ? rekkefolge.indexOf(navn) : rekkefolge.length);
  return Object.entries(profil ?? {})
    .filter(([, v]) => v !== null && !(Array.isArray(v) && v.length === 0))
    .sort(([a], [b]) => plass(a) - plass(b));
}
