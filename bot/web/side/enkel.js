// The plain page, for where the component could not be built: the text of every answer, which is a full answer alone.

const finn = (id) => document.getElementById(id);
const nyId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
let id = nyId();

function skriv(hvem, tekst) {
  const boks = document.createElement("section");
  const navn = document.createElement("h2");
  navn.textContent = hvem;
  const p = document.createElement("p");
  p.textContent = tekst;
  boks.append(navn, p);
  finn("samtale").append(boks);
  return boks;
}

// Where the service wants sign-in, a conversation has a token; signed out, the page itself leads to the sign-in.
const tokener = new Map();

async function hent(metode, sti, kropp) {
  const headers = { ...(kropp && { "Content-Type": "application/json" }), ...(tokener.has(id) && { Authorization: `Bearer ${tokener.get(id)}` }) };
  return fetch(sti, { method: metode, headers, ...(kropp && { body: JSON.stringify(kropp) }) });
}

async function be(metode, sti, kropp) {
  let http = await hent(metode, sti, kropp);
  if (http.status === 401) {
    tokener.delete(id);
    const nytt = await hent("POST", "/api/v1/conversations", { conversation_id: id });
    if (nytt.ok) {
      tokener.set(id, (await nytt.json()).token);
      http = await hent(metode, sti, kropp);
    }
  }
  if (http.status === 204) return null;
  const data = await http.json();
  if (!http.ok) throw new Error(data.error.message);
  return data;
}

async function send(tekst) {
  const min = skriv("Du", tekst);
  finn("status").textContent = "Tiltakslosen skriver …";
  try {
    const { replies } = await be("POST", "/api/v1/messages", { conversation_id: id, text: tekst });
    const rent = replies.find((r) => r.payload?.redacted_text)?.payload.redacted_text;
    if (rent) min.querySelector("p").textContent = rent;
    for (const svar of replies) {
      const boks = skriv("Tiltakslosen", svar.text);
      for (const valg of svar.choices ?? []) {
        const knapp = document.createElement("button");
        knapp.textContent = valg.title;
        knapp.addEventListener("click", () => send(valg.text));
        boks.append(knapp, " ");
      }
    }
    finn("status").textContent = "";
  } catch (feil) {
    finn("tekst").value ||= tekst;
    finn("status").textContent = feil.name === "Error" ? feil.message : "Får ikke kontakt med tjenesten. Prøv igjen.";
  }
}

finn("skjema").addEventListener("submit", (h) => {
  h.preventDefault();
  const tekst = finn("tekst").value.trim();
  finn("tekst").value = "";
  if (tekst) send(tekst);
});
finn("tekst").addEventListener("keydown", (h) => {
  if (h.key !== "Enter" || h.shiftKey || h.isComposing) return;
  h.preventDefault();
  finn("skjema").requestSubmit();
});
finn("slett").addEventListener("click", async () => {
  try {
    await be("DELETE", `/api/v1/conversations/${id}`);
    id = nyId();
    finn("samtale").replaceChildren();
    finn("status").textContent = "Samtalen er slettet.";
  } catch (feil) {
    finn("status").textContent = feil.name === "Error" ? feil.message : "Får ikke kontakt med tjenesten. Samtalen er ikke slettet.";
  }
});
