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
.lwMonth .lwMonthDay { display: block; flex: none; line-height: 13px; font-size: 11px; }
.lwMonthDay > span { display: flex; flex-direction: column; align-items: center; }
.lwMonthDay > span::before { content: attr(data-weekday); font-size: 10px; font-weight: 400; color: var(--lw-sub); }
.lwMonth .lwNumber { text-align: right; padding-right: 12px; }
.lwMonthRow > * { font-size: 13px; line-height: 27px; }
.lwMonthRow > .lwMonthName { font-weight: 600; padding-right: 8px; }
.lwMonthName a { display: block; min-width: 0; }
.lwMonthRow .lwMonthName a { color: var(--lw-title); font-weight: 600; }
.lwMonth .lwMonthRow-quiet > * { font-size: 12px; line-height: 14px; color: var(--lw-sub); }
.lwMonth .lwMonthRow-quiet > .lwMonthName { font-weight: 400; }
.lwMonth .lwMonthRow-quiet .lwMonthName a { color: var(--lw-sub); font-weight: 400; }
.lwMonthRow:hover > * { background: var(--lw-shade); }
.lwMonth .lwMonthCode { padding-right: 8px; font-size: 12px; }
.lwMonth .lwMonthRow > .lwMonthStacked, .lwMonth .lwMonthRow-quiet > .lwMonthStacked { line-height: 18px; }
.lwMonthStacked-head { display: flex; justify-content: space-between; gap: 8px; }
.lwMonthStacked-head > :last-child { flex: none; font-weight: 400; }
.lwMonthStacked .lwMonthName { min-width: 0; }
.lwMonthSvg { cursor: pointer; }
.lwMonthCursor { fill: none; stroke: var(--lw-link); stroke-width: 1.5; }
.lwMonthBase { fill: none; stroke: var(--lw-border); }
.lwMonthQuiet { fill: var(--lw-bar); }
.lwMonth thead td.lwMonthAct { padding-left: 4px; vertical-align: top; }
.lwMonth .lwMonthBegan { padding-left: 4px; }
.lwMonth .lwMonthLast { font-size: 12px; overflow: hidden; text-overflow: ellipsis; }
.lwMonth .lwFlagText { color: var(--lw-flag); }
.lwLedgerBar { fill: var(--lw-mid); }
.lwLedgerBox { fill: none; stroke: var(--lw-sub); }
.lwLedgerWords { font-size: 11px; fill: var(--lw-sub); }
.lwMonth tfoot td { padding-top: 6px; font-size: 12px; white-space: normal; }
.lwGaps { display: flex; align-items: center; gap: 12px; }
.lwGaps > :first-child { width: 180px; }
@media (forced-colors: active) { .lwMonthQuiet, .lwLedgerBar { fill: CanvasText; } }
`;
