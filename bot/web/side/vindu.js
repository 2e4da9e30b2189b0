// In the sign-in window: give the page that opened it its token, and close. Only a page of that origin gets it.
{
  const { opphav, token } = document.currentScript.dataset;
  if (window.opener) {
    window.opener.postMessage(token, opphav);
    window.close();
  }
}
