import { DARK, LIGHT, tokenProperties } from './tokens';

const colours = `
.lw { ${tokenProperties(LIGHT)} }
.lw.lw-dark { ${tokenProperties(DARK)} }
@media print { .lw, .lw.lw-dark { ${tokenProperties(LIGHT)} } }
`;

const ground = `
.lw {
  display: flex; flex-direction: column; flex-grow: 1; min-height: 100%;
  font: 400 13px/18px Inter, BlinkMacSystemFont, Helvetica, Arial, sans-serif;
  font-variant-numeric: tabular-nums; font-feature-settings: "tnum", "calt" 0;
  color: var(--lw-ink); background: var(--lw-page);
}
.lw h1, .lw h2, .lw p { margin: 0; }
.lwPage { padding: 6px 24px 16px; }
.lwSub { color: var(--lw-sub); }
.lwLoading { padding: 24px 0; }
`;

/** The style sheet of the page: everything that EUI has no component for. */
export const pageStyles = [colours, ground].join('\n');
