/** The table of the overview: row heights and the shared axis are ours, not EUI's. */
export const tableStyles = `
.lwTableWrap { position: relative; }
.lwTable { width: 100%; border-collapse: separate; border-spacing: 0; table-layout: fixed; }
.lwTable th, .lwTable td { padding: 0; text-align: left; font-weight: 400; white-space: nowrap; }
.lwTable .lwNumber { text-align: right; }

.lwTable thead th, .lwTable thead td {
  position: sticky; top: var(--euiFixedHeadersOffset, 0px); z-index: 2;
  padding-bottom: 3px; vertical-align: bottom; background: var(--lw-page);
  font-size: 12px; line-height: 15px; font-weight: 500; color: var(--lw-sub);
}
.lwTable thead .lwAxisCell, .lwTable thead .lwSurpriseCell { padding-bottom: 0; }
.lwTable tfoot td { position: sticky; bottom: 0; z-index: 2; background: var(--lw-page); }
.lwHeadText { display: block; white-space: nowrap; }
/* The number of the strongest surprise reaches to the end of its column. */
.lwTable .lwStripCell { padding-left: 8px; }
.lwStripDays { display: flex; justify-content: space-between; width: 78px; font-size: 11px; font-weight: 400; }
.lwAtHour { display: block; color: var(--lw-ink); }

.lwSparkCell { overflow: visible; }
.lwTable .lwSurpriseCell { padding-left: 10px; }
.lwTable tbody .lwSurpriseCell { position: relative; }
.lwTable tbody .lwSurpriseCell::before {
  content: ""; position: absolute; top: 0; bottom: -1px; left: var(--lw-limit);
  border-left: 1px solid var(--lw-axis);
}
.lwTable .lwTop { font-size: 11px; color: var(--lw-sub); }

.lwRow { cursor: pointer; }
.lwRow:hover > *, .lwRow:focus > *, .lwRow:focus-within > * { background: var(--lw-shade); }
.lwRow:focus { position: relative; z-index: 1; outline: 2px solid var(--lw-link); outline-offset: 1px; }

.lwTable .lwRow-unusual > * { height: 42px; border-bottom: 1px solid var(--lw-rule); vertical-align: middle; }
.lwTable .lwRow-unusual .lwNumber { font-size: 13px; }
/* Smaller than the number of the day, so that two long numbers stand apart. */
.lwTable .lwRow-unusual .lwNumber.lwSub { font-size: 12px; }
.lwTable .lwRow-unusual .lwTop { font-size: 11px; }
.lwTable .lwRow-unusual .lwFlagRatio { font-size: 14px; font-weight: 600; white-space: normal; }
.lwTable .lwRow-unusual .lwFlagRatio-long { padding-left: 4px; font-size: 12px; line-height: 16px; }
.lwRow-unusual .lwNameText { font-weight: 600; color: var(--lw-title); }
.lwRow-unusual .lwCode { font-size: 12px; line-height: 16px; color: var(--lw-sub); }
.lwTable .lwRow-unusual .lwWords { padding: 2px 8px 2px 0; line-height: 17px; white-space: normal; }
.lwWordsBelow { padding: 0 8px 4px 0; line-height: 17px; white-space: normal; }
.lwActions { font-size: 12px; line-height: 17px; }
.lw .lwActions .lwLink { font-weight: 400; }
.lwRow-unusual .lwActions a, .lwRow-unusual .lwActions button { display: block; line-height: 17px; }
/* A large number stands above its word. */
.lwTable .lwRow-unusual > .lwActions { white-space: normal; }
/* As far apart that a finger of 24 pixels hits one. */
.lwRow-unusual .lwActions > * + * { margin-top: 7px; }
.lwTable-cards .lwRow-unusual .lwActions > * + * { margin-top: 0; }

.lwTable .lwRow-quiet > * { height: 15px; vertical-align: top; line-height: 15px; font-size: 12px; color: var(--lw-sub); }
.lwTable-comfortable .lwRow-quiet > * { height: 24px; line-height: 24px; }
.lwTable .lwRow-quiet > .lwTop { font-size: 11px; }
.lwRow-quiet .lwName { display: table-cell; overflow: hidden; }
/* Without a sign before it, a name has its place. */
.lwTable:not(.lwTable-cards) .lwRow-quiet .lwName:not(:has(> .lwJudge)) { padding-left: 0; }
.lwRow-quiet .lwNameText, .lwRow-quiet .lwCode { display: inline-flex; overflow: hidden; vertical-align: top; }
.lwRow-quiet .lwNameText { width: 62.5%; padding-right: 4px; }
.lwRow-quiet .lwNameText-wide { width: 100%; }
.lwRow-quiet .lwCode { width: 37.5%; }
.lwTable-narrow .lwRow-quiet .lwNameText { width: 100%; }
.lwTable-narrow .lwRow-quiet .lwCode { position: absolute; width: 1px; clip-path: inset(50%); }
.lwTable-cards .lwRow > .lwCard { white-space: normal; }
.lwTable-cards .lwRow-unusual > .lwCard { padding: 8px 0; border-bottom: 1px solid var(--lw-border); }
.lwCard-line { display: flex; justify-content: space-between; align-items: baseline; gap: 12px; }
.lwTable-cards .lwCard-line .lwNameText, .lwTable-cards .lwCard-line .lwCode { display: flex; flex: 0 1 auto; width: auto; }
.lwCard-facts { flex: none; white-space: nowrap; }
.lwTable-cards .lwRow-unusual .lwNameText { font-size: 15px; line-height: 22px; }
.lwTable-cards .lwFlagRatio { font-size: 15px; font-weight: 600; }
.lwTable-cards .lwRow-unusual .lwWordsBelow { padding: 4px 0 0; font-size: 14px; line-height: 20px; }
.lwTable-cards .lwActions { display: flex; gap: 24px; padding-top: 4px; font-size: 13px; }
.lwTable-cards .lwRow-unusual .lwActions a, .lwTable-cards .lwRow-unusual .lwActions button { line-height: 24px; }
.lwTable-cards .lwRow-quiet > .lwCard { height: auto; }
.lwTable-cards .lwRow-quiet .lwCard-line { line-height: 16px; }
.lwTable-cards thead th { padding-top: 2px; }
.lwRow-quiet .lwWords { overflow: hidden; text-overflow: ellipsis; }
.lwRow-quiet .lwActions { overflow: hidden; }
.lwRow-quiet .lwActions a { visibility: hidden; font-size: 12px; line-height: 15px; }
.lwRow-quiet:hover .lwActions a, .lwRow-quiet:focus .lwActions a,
.lwRow-quiet:focus-within .lwActions a { visibility: visible; }
.lwRow-quiet:hover > *, .lwRow-quiet:focus > *, .lwRow-quiet:focus-within > * { color: var(--lw-ink) !important; }

.lwTable .lwSection td { overflow: hidden; text-overflow: ellipsis; height: 24px; padding-bottom: 2px; vertical-align: bottom; font-size: 12px; color: var(--lw-sub); }
.lwTable:not(.lwTable-cards) .lwSection-views td:first-child { padding-left: 18px; }
.lwTable .lwSection .lwSurpriseCell { padding-bottom: 0; }
.lwSection button { color: inherit; line-height: 20px; }
.lwSection b { color: var(--lw-ink); }

.lwHourLine {
  position: absolute; top: 0; bottom: 0; z-index: 3; width: 0; pointer-events: none;
  border-left: 1px solid var(--lw-usual);
}
.lwHourLine span {
  position: sticky; top: var(--euiFixedHeadersOffset, 0px); display: block; width: 38px; margin-left: -19px;
  font: 600 11px/16px Inter, sans-serif; text-align: center;
  color: var(--lw-page); background: var(--lw-ink); border-radius: 3px;
}

@media print {
  .lwBar > :not(.lwTitle):not(.lwZone), .lwNav, .lwHeader, .lwFoot button, .lwActions, .lwHourLine { display: none !important; }
  .lwTable thead th, .lwTable thead td, .lwTable tfoot td, .lwMonth thead tr > * { position: static; }
  .lwTable tr { break-inside: avoid; }
}
`;
