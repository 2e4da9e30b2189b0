// Conversations in this browser belong to the one who is signed in: another user, or nobody, finds none of them.
{
  const bruker = document.currentScript.dataset.bruker;
  const merke = "tiltakslosen:bruker";
  try {
    if (!bruker || localStorage.getItem(merke) !== bruker) {
      for (const lager of [localStorage, sessionStorage])
        for (const navn of Object.keys(lager)) if (/^tiltakslosen:(samtale:|denne)/.test(navn)) lager.removeItem(navn);
      localStorage.setItem(merke, bruker);
    }
  } catch {
    // Storage is switched off: nothing is there.
  }
}
