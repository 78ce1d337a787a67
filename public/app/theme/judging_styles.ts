/** Signs of judgments before the names of rows, and the dialog that asks for one. */
export const judgingStyles = `
.lwTable:not(.lwTable-cards) thead th:first-child, .lwTable:not(.lwTable-cards) .lwName { padding-left: 18px; }
.lwTable .lwName { position: relative; }
.lwJudge { padding: 5px 2px; border: 0; line-height: 0; color: var(--lw-sub); background: none; }
.lwName > .lwJudge { position: absolute; left: -2px; top: calc(50% - 12px); }
.lwRow-quiet .lwName > .lwJudge { top: -4px; }
/* Before the name of a card, on its line. */
.lwCard > .lwJudge { float: left; margin: -1px 4px -3px 0; }
.lwJudge svg { fill: none; stroke: currentColor; stroke-width: 1.5; }
.lwJudge svg.lwJudged-incident { color: var(--lw-ink); }
.lwJudge:focus { outline: 2px solid currentColor; }
.lwRow-muted { opacity: 1; }
.lwRow-muted > *, .lwRow-muted .lwNameText, .lwRow-muted .lwFlagWord, .lwRow-muted .lwFlagRatio { color: var(--lw-sub) !important; }
.lwDialog { width: 420px; max-width: 92vw; padding: 16px; border: 1px solid var(--lw-border); color: var(--lw-ink); background: var(--lw-page); }
.lwDialog h2 { font-weight: 600; }
.lwDialog p, .lwDialog label { margin: 6px 0; }
.lwDialog p > label { margin-right: 16px; }
.lwDialog input[type="date"] { padding: 4px; border: 1px solid var(--lw-border); color: inherit; background: inherit; color-scheme: light dark; }
/* Compressed fields of EUI have no room between them. */
.lwDialog .euiFormControlLayout { margin: 6px 0; }
.lwDialog .euiFormLabel { margin: 0; }
/* What is still to be written is not a fault. */
.lwDialog .euiFieldText:invalid { background-image: none; }
.lwDialog-buttons { margin-top: 12px; }
.lwSeriesJudging { display: flex; flex-wrap: wrap; align-items: center; gap: 0 16px; margin: 0 0 8px; }
.lwSeriesJudging > span { display: inline-flex; align-items: center; gap: 4px; }
@media print {
  .lwDialog, .lwSeriesJudging-none, .lwSeriesJudging .euiLink { display: none; }
  .lwSeriesJudging { margin: 0; }
}
`;
