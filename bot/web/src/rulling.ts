// Rolling to a message, inside our own part only: the page around us stays where it is.

export const passer = (sporring: string): boolean => matchMedia(sporring).matches;

/** Bring `e` to the top of whichever of our parts rolls; smoothly when it is near and the person wants motion. */
export function rullTil(rot: ParentNode, e: HTMLElement | null): void {
  if (!e) return;
  const boks = [...rot.querySelectorAll(".rull, .panel")].find((b) => /auto$/.test(getComputedStyle(b).overflowY));
  const vei = e.getBoundingClientRect().top - (boks?.getBoundingClientRect().top ?? 0) - 16;
  const rolig = Math.abs(vei) > 1.5 * innerHeight || passer("(prefers-reduced-motion: reduce)");
  boks?.scrollBy({ top: vei, behavior: rolig ? "auto" : "smooth" });
}
