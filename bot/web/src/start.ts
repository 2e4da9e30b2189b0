// Loaded by one script tag. Defines the element; where the page has none, puts a floating button on it.

import { TiltakslosenChat } from "./komponent";

// Where this script came from: the service stands there.
const skript = document.currentScript;
const egen = skript instanceof HTMLScriptElement && skript.src ? new URL(skript.src, location.href).origin : location.origin;

class Innebygd extends TiltakslosenChat {
  override connectedCallback(): void {
    if (!this.api && egen !== location.origin) this.api = egen;
    super.connectedCallback();
  }
}

if (!customElements.get("tiltakslosen-chat")) customElements.define("tiltakslosen-chat", Innebygd);

function settInn(): void {
  if (document.querySelector("tiltakslosen-chat")) return;
  const ny = document.createElement("tiltakslosen-chat") as TiltakslosenChat;
  ny.visning = "knapp";
  const sprak = skript?.getAttribute("data-sprak");
  if (sprak) ny.sprak = sprak;
  document.body.append(ny);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", settInn);
else settInn();
