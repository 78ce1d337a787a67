import { pageStyles } from './page_styles';

/** Stays in the document: what EUI adds later keeps its place behind it. */
let sheet: HTMLStyleElement | undefined;

function addSheet(nonce: string | undefined): HTMLStyleElement {
  const element = document.createElement('style');
  if (nonce !== undefined) element.nonce = nonce;
  element.textContent = pageStyles;
  return document.head.appendChild(element);
}

/**
 * Lets the style sheet of the page hold. It is one element: inside Kibana, Emotion would make an
 * element of each of its rules, each time that the page is opened.
 *
 * @param nonce for hosts that allow no other style sheets
 * @returns removes it: Kibana continues with other applications
 */
export function showStyles(nonce?: string): () => void {
  const element = sheet ?? addSheet(nonce);
  sheet = element;
  element.disabled = false;
  return () => {
    element.disabled = true;
  };
}
