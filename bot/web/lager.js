// The conversation in this browser tab: its id and what was said. Gone when the tab is closed.

const NOKKEL = "tiltakslosen-samtale";

function nyId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // randomUUID is missing where the page is not served over https or from this machine.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
}

export const nySamtale = () => ({ id: nyId(), innslag: [] });

export function hent() {
  try {
    const lagret = JSON.parse(sessionStorage.getItem(NOKKEL));
    if (typeof lagret?.id === "string" && Array.isArray(lagret.innslag)) return lagret;
  } catch {
    // Storage is switched off or holds something else: start afresh.
  }
  return nySamtale();
}

/** Store the conversation; when there is no room, without its oldest parts. */
export function lagre(samtale) {
  for (let fra = 0; fra <= samtale.innslag.length; fra += 2) {
    try {
      sessionStorage.setItem(NOKKEL, JSON.stringify({ id: samtale.id, innslag: samtale.innslag.slice(fra) }));
      return;
    } catch (feil) {
      if (feil.name !== "QuotaExceededError") return;
    }
  }
}
