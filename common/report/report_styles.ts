import { DARK, LIGHT, tokenProperties } from '../charts';

/** From this width on, a finding is one line. */
const WIDE = 900;

/**
 * One column up to a phone's or a mail's width, a table beyond. A printed page is narrow but can be
 * read from near, so it gets the table, shrunk until all of it fits.
 */
const TABLE = `
table { table-layout: fixed; }
thead, .streams thead { display: table-header-group; }
.streams thead th:nth-child(n+2) { display: table-cell; }
thead th:nth-child(1) { width: 21%; } thead th:nth-child(2), thead th:nth-child(3) { width: 7%; }
thead th:nth-child(4) { width: 302px; } thead th:nth-child(5) { width: 7%; }
tbody tr { display: table-row; }
tbody td, tbody th[scope=row] { display: table-cell; border-top: 1px solid var(--lw-rule); padding: 5px 0 5px 14px; vertical-align: middle; }
tbody th[scope=row] { padding-left: 0; }
td.count { text-align: right; white-space: nowrap; }
table.streams thead th { text-align: left; font-size: 12px; font-weight: 400; padding: 0 0 2px 14px; }
table.streams thead th:first-child { padding-left: 0; }
.streams thead th:nth-child(2) { width: 302px; } .streams thead th:nth-child(3) { width: 12%; } .streams thead th:nth-child(4) { width: auto; }
.streams td.since, .streams td.change { text-align: left; }
td.count::before { content: none; }
td.chart svg { width: auto; max-width: 100%; }`;

export const REPORT_STYLES = `
:root { color-scheme: light dark; ${tokenProperties(LIGHT)} }
@media (prefers-color-scheme: dark) { :root { ${tokenProperties(DARK)} } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--lw-page); color: var(--lw-ink); font: 14px/1.4 Inter, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 1200px; margin: 0 auto; padding: 24px 20px; }
h1 { margin: 0; font-size: 22px; line-height: 1.25; color: var(--lw-title); }
h1 small { font-size: 13px; font-weight: 400; color: var(--lw-sub); margin-left: 8px; }
h2, .group th { margin: 22px 0 4px; font-size: 13px; font-weight: 600; color: var(--lw-sub); text-align: left; }
p { margin: 4px 0; overflow-wrap: anywhere; }
.headline { font-size: 16px; }
table { width: 100%; border-collapse: collapse; margin-top: 14px; }
thead { display: none; }
thead th { font-size: 12px; font-weight: 400; color: var(--lw-sub); text-align: right; padding: 0 0 2px 14px; vertical-align: bottom; }
thead th:first-child, thead th:nth-child(4), thead th:last-child { text-align: left; }
thead th:first-child { padding-left: 0; }
.streams thead { display: block; }
.streams thead th { font-size: 13px; font-weight: 600; padding: 0 0 4px; }
.streams thead th:nth-child(n+2) { display: none; }
tbody tr { display: grid; grid-template-columns: auto 1fr auto; gap: 3px 10px; padding: 9px 0; border-top: 1px solid var(--lw-rule); break-inside: avoid; }
tbody tr.group { border-top: 0; padding: 0; }
.group th { padding: 12px 0 4px; }
tbody th { text-align: left; padding: 0; overflow-wrap: anywhere; }
th[scope=row] { grid-column: 1 / 3; grid-row: 1; font-weight: 600; color: var(--lw-title); }
th[scope=row] small { display: block; font-weight: 400; color: var(--lw-sub); }
td { padding: 0; overflow-wrap: anywhere; }
td.count { grid-row: 3; color: var(--lw-sub); }
td.count::before { content: attr(data-label) " "; }
td.change, .verdict { color: var(--lw-flag); font-weight: 600; }
td.change { grid-column: 3; grid-row: 1; text-align: right; white-space: nowrap; }
td.since { grid-column: 3; grid-row: 1; text-align: right; white-space: nowrap; color: var(--lw-sub); }
td.chart { grid-column: 1 / -1; grid-row: 2; }
td.chart svg { width: 100%; max-width: 600px; }
td.words { grid-column: 1 / -1; grid-row: 4; }
svg { display: block; max-width: 100%; height: auto; overflow: visible; }
svg text { font-size: 10px; font-weight: 600; fill: var(--lw-flag); paint-order: stroke; stroke: var(--lw-page); stroke-width: 2.5px; stroke-linejoin: round; }
tr.muted, tr.muted th[scope=row], tr.muted td.change, tr.muted .verdict { color: var(--lw-sub); font-weight: 400; }
tr.muted svg { opacity: 0.5; }
.streams td.chart svg { max-width: 302px; }
.days { font-size: 12px; color: var(--lw-sub); }
.axis { stroke: var(--lw-rule); fill: none; }
.bars { fill: var(--lw-ink); }
svg.hours text { fill: var(--lw-sub); font-weight: 400; stroke: none; }
.grid { stroke: var(--lw-rule); fill: none; }
.outer { fill: var(--lw-pale); }
.inner { fill: var(--lw-mid); }
.usual { stroke: var(--lw-usual); fill: none; }
.unknown { stroke: var(--lw-axis); fill: none; }
.day { stroke: var(--lw-ink); stroke-width: 1.4; fill: none; }
.rule { stroke: var(--lw-flag); stroke-width: 2; }
.dot { fill: var(--lw-flag); }
.leader { stroke: var(--lw-sub); stroke-width: 0.8; fill: none; }
.ring { fill: var(--lw-page); stroke: var(--lw-flag); stroke-width: 1.4; }
ul { margin: 0; padding: 0; list-style: none; }
li { padding: 2px 0; overflow-wrap: anywhere; }
details:not([open]) + .views { display: none; }
footer { margin-top: 22px; padding-top: 8px; border-top: 1px solid var(--lw-border); font-size: 12px; color: var(--lw-sub); }
a { color: var(--lw-link); }
@media (min-width: ${WIDE}px) {${TABLE} }
@page { size: A4; margin: 12mm; }
@media print { :root { color-scheme: light; ${tokenProperties(LIGHT)} } main { zoom: var(--fit); max-width: none; padding: 0; } details:not([open]) + .views { display: block; }${TABLE} }
`;
