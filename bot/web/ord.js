// Words for verdicts, outcomes and facts, in bokmål and nynorsk. A test holds the facts equal to the fact dictionary.

export const UTFALL = {
  suitable: { tegn: "✓", nb: "Passer", nn: "Passar", klasse: "passer" },
  conditional: { tegn: "?", nb: "Kan passe", nn: "Kan passe", klasse: "kanskje" },
  unsuitable: { tegn: "✗", nb: "Passer ikke", nn: "Passar ikkje", klasse: "nei" },
};

export const UNDERSTATUS = {
  ikke_na: { nb: "Ikke nå", nn: "Ikkje no" },
  aldri: { nb: "Kan ikke endres", nn: "Kan ikkje endrast" },
  mangler_opplysning: { nb: "Mangler opplysning", nn: "Manglar opplysning" },
  skjonn: { nb: "Må vurderes", nn: "Må vurderast" },
  avgjorelse: { nb: "Krever en avgjørelse", nn: "Krev ei avgjerd" },
};

export const STATUS = {
  met: { tegn: "✓", nb: "Oppfylt", nn: "Oppfylt", klasse: "passer" },
  unmet: { tegn: "✗", nb: "Ikke oppfylt", nn: "Ikkje oppfylt", klasse: "nei" },
  unknown: { tegn: "?", nb: "Mangler opplysning", nn: "Manglar opplysning", klasse: "kanskje" },
  judgement: { tegn: "!", nb: "Må vurderes", nn: "Må vurderast", klasse: "skjonn" },
};

export const TYPE = {
  lov: { nb: "Lov", nn: "Lov" },
  praksis: { nb: "Praksis", nn: "Praksis" },
  egnethet: { nb: "Egnethet", nn: "Eigna" },
};

export const TEKST = {
  du: { nb: "Du", nn: "Du" },
  los: { nb: "Tiltakslosen", nn: "Tiltakslosen" },
  gjelder: { nb: "Gjelder", nn: "Gjeld" },
  regler: { nb: "regler per", nn: "reglar per" },
  kilder: { nb: "Kilder", nn: "Kjelder" },
  kilde: { nb: "Kilde", nn: "Kjelde" },
  historisk: { nb: "historisk, gjelder ikke nå", nn: "historisk, gjeld ikkje no" },
  mangler: { nb: "Mangler", nn: "Manglar" },
  fra: { nb: "Tidligst fra måned", nn: "Tidlegast frå månad" },
  begrunnelser: { nb: "Alle begrunnelser", nn: "Alle grunngivingar" },
  tiltak: { nb: "Tiltak", nn: "Tiltak" },
  alle: { nb: "Vis alle", nn: "Vis alle" },
  neste: { nb: "Dette avklarer mest", nn: "Dette avklarer mest" },
  forslag: { nb: "Forslag til neste melding", nn: "Forslag til neste melding" },
  valgt: { nb: "Du valgte", nn: "Du valde" },
  forslagVar: { nb: "Forslag", nn: "Forslag" },
};

// Fact -> label. Facts of `UTEN_LEDETEKST` speak for themselves.
export const FAKTA = {
  norskniva: "norsknivå",
  norsk_muntlig: "muntlig norsk",
  norsk_skriftlig: "skriftlig norsk",
  programmaned: "måned i programmet",
  program_ferdig: "ferdig med introduksjonsprogrammet",
  maneder_siden_program: "måneder siden programmet",
  alder: "alder",
  alder_ved_tillatelse: "alder da tillatelsen ble gitt",
  fodselsdato: "fødselsdato",
  utdanning: "utdanning",
  sluttmal: "sluttmål",
  oppholdsgrunnlag: "oppholdsgrunnlag",
  ordning: "ordning",
  ordninger: "ordninger",
  tilbud_om_oppstart: "tilbud om oppstart",
  bosatt_dato: "bosatt",
  tillatelse_dato: "oppholdstillatelse gitt",
  arbeidssoker: "registrert som arbeidssøker",
  nedsatt_arbeidsevne: "nedsatt arbeidsevne",
  varig_nedsatt_arbeidsevne: "varig nedsatt arbeidsevne",
  bosatt_etter_avtale: "bosatt etter avtale",
  rusproblem: "rusproblem under behandling",
  arbeidsgiver_vil_ansette: "arbeidsgiver vil ansette",
  praksisplass: "praksisplass funnet",
  hjemmevaerende: "hjemmeværende",
  sammensatte_behov: "sammensatte behov",
  motivert_for_fulltid: "motivert for fulltid",
  kan_lese_og_skrive_morsmal: "kan lese og skrive på morsmålet",
  innsatsgruppe: "innsatsgruppe",
  kjonn: "kjønn",
  barn_under_18: "barn under 18",
  yngste_barn_alder: "yngste barns alder",
  referanseperson_botid: "referansepersonens botid",
  ytelse: "ytelse",
  ytelse_full: "full ytelse",
  arbeid_timer_uke: "arbeidstimer i uka",
  timer_tilgjengelig: "timer til rådighet i uka",
  helse: "helse",
  bransje: "bransje",
  kommune: "kommune",
  fylke: "fylke",
};

// Values whose code is not the word. All others are shown as they are.
export const VERDIER = {
  under_A1: "under A1",
  ingen: "ingen",
  deler_av_videregaende: "deler av videregående",
  videregaende: "videregående",
  hoyere: "høyere utdanning",
  hoyere_utdanning: "høyere utdanning",
  fag_og_yrkesopplaering: "fag- og yrkesopplæring",
  overforingsflyktning: "overføringsflyktning",
  kollektiv_beskyttelse: "kollektiv beskyttelse",
  humanitaert: "humanitært grunnlag",
  familie_til_flyktning: "familie til flyktning",
  familie_annet: "annen familieinnvandring",
  eos: "EØS",
  intro: "introduksjonsprogrammet",
  kvp: "KVP",
  jobbsjansen: "Jobbsjansen",
  nav: "Nav",
  gode_muligheter: "gode muligheter",
  trenger_veiledning: "trenger veiledning",
  trenger_veiledning_nedsatt_arbeidsevne: "trenger veiledning, nedsatt arbeidsevne",
  jobbe_delvis: "jobbe delvis",
  liten_mulighet: "liten mulighet",
  introduksjonsstonad: "introduksjonsstønad",
  kvalifiseringsstonad: "kvalifiseringsstønad",
  aap: "AAP",
  uforetrygd: "uføretrygd",
  overgangsstonad: "overgangsstønad",
  ingen_kjente: "ingen kjente helseutfordringer",
};

const ALENE = new Set(["norskniva", "ordning", "ordninger", "kjonn", "oppholdsgrunnlag", "innsatsgruppe", "ytelse", "kommune", "fylke"]);
const ENHET = { programmaned: (v) => `måned ${v}`, alder: (v) => `${v} år` };

export function dato(iso) {
  const d = new Date(`${iso}T12:00:00`);
  return Number.isNaN(d.getTime()) ? iso : d.toLocaleDateString("nb-NO", { day: "numeric", month: "long", year: "numeric" });
}

function verdi(v) {
  if (typeof v === "number") return v.toLocaleString("nb-NO");
  const s = String(v);
  return /^\d{4}-\d{2}-\d{2}$/.test(s) ? dato(s) : (VERDIER[s] ?? s);
}

function ett(navn, raa) {
  const ledetekst = FAKTA[navn] ?? navn;
  const verdier = Array.isArray(raa) ? raa : [raa];
  if (verdier.length === 1 && typeof verdier[0] === "boolean") {
    return verdier[0] ? ledetekst : `ikke ${ledetekst}`;
  }
  const bindeord = navn === "ordninger" ? " og " : " eller ";
  const ord = verdier.map((v) => (typeof v === "boolean" ? (v ? "ja" : "nei") : verdi(v))).join(bindeord);
  if (navn in ENHET) return ENHET[navn](ord);
  return ALENE.has(navn) && ord !== "ingen" ? ord : `${ledetekst}: ${ord}`;
}

/** A profile as short phrases, «A2», «måned 4». */
export function profilord(profil) {
  const rekkefolge = Object.keys(FAKTA);
  return Object.entries(profil ?? {})
    .filter(([, v]) => v !== null && !(Array.isArray(v) && v.length === 0))
    .sort(([a], [b]) => rekkefolge.indexOf(a) - rekkefolge.indexOf(b))
    .map(([navn, v]) => ett(navn, v));
}

export const faktanavn = (navn) => FAKTA[navn] ?? navn;
