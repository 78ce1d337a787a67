/** The table of the month. */
export const monthStyles = `
.lwMonthOrder { width: 190px; }
.lwMonth { width: 100%; margin-top: 8px; border-collapse: separate; border-spacing: 0; table-layout: fixed; }
.lwMonth th, .lwMonth td { padding: 0; text-align: left; font-weight: 400; white-space: nowrap; vertical-align: top; }
.lwMonth svg { display: block; overflow: visible; }
.lwMonth thead th, .lwMonth thead td { font-size: 12px; line-height: 16px; vertical-align: bottom; color: var(--lw-sub); }
.lwMonth thead tr:first-child th { vertical-align: top; }
.lwMonth thead tr:last-child > * {
  position: sticky; top: var(--euiFixedHeadersOffset, 0px); z-index: 2; padding-bottom: 2px;
  background: var(--lw-page); border-bottom: 1px solid var(--lw-axis);
}
.lwMonthDays { display: flex; }
.lwMonthDay { display: block; text-align: center; line-height: 13px; font-size: 11px; }
.lwMonthDay > span { display: block; font-size: 10px; }
.lwMonth .lwNumber { text-align: right; padding-right: 12px; }
.lwMonthRow > * { font-size: 13px; line-height: 27px; }
.lwMonthRow > .lwMonthName { overflow: hidden; text-overflow: ellipsis; font-weight: 600; padding-right: 8px; }
.lwMonthRow .lwMonthName a { color: var(--lw-title); font-weight: 600; }
.lwMonth .lwMonthRow-quiet > * { font-size: 12px; line-height: 14px; color: var(--lw-sub); }
.lwMonth .lwMonthRow-quiet > .lwMonthName { font-weight: 400; }
.lwMonth .lwMonthRow-quiet .lwMonthName a { color: var(--lw-sub); font-weight: 400; }
.lwMonthRow:hover > * { background: var(--lw-shade); }
.lwMonthCode { overflow: hidden; text-overflow: ellipsis; font-size: 12px; }
.lwMonthSvg { cursor: pointer; }
.lwMonthCursor { fill: none; stroke: var(--lw-link); stroke-width: 1.5; }
.lwMonthBase { fill: none; stroke: var(--lw-border); }
.lwMonthQuiet { fill: var(--lw-bar); }
.lwMonth .lwMonthBegan { padding-left: 4px; }
.lwMonth .lwFlagText { color: var(--lw-flag); }
.lwLedgerBar { fill: var(--lw-mid); }
.lwLedgerBox { fill: none; stroke: var(--lw-sub); }
.lwLedgerWords { font-size: 11px; fill: var(--lw-sub); }
.lwMonth tfoot td { padding-top: 6px; font-size: 12px; white-space: normal; }
.lwGaps { display: flex; align-items: center; gap: 12px; }
.lwGaps > :first-child { width: 180px; }
@media (forced-colors: active) { .lwMonthQuiet, .lwLedgerBar { fill: CanvasText; } }
`;
