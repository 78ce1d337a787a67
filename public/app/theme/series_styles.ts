/** The page of one series: charts, calendar, rhythms, fields, lines. */
export const seriesStyles = `
.lwSeries-bar .lwTitle { flex: 1 1 300px; white-space: normal; overflow-wrap: anywhere; }
.lwSeries .euiLink { font-weight: 400; }
.lwSeries-documents { margin-left: 4px; }
.lwSeries-documents a, .lwSeries-documents button { font-weight: 400; }
.lwTicket { max-width: 1180px; margin-top: 6px; font-size: 15px; line-height: 23px; overflow-wrap: anywhere; }
.lwTicket .lwCopy { font-size: 12px; white-space: nowrap; }
.lwTicket .lwTicket-tried { font-size: 13px; line-height: 18px; }
.lwHistory { margin-top: 8px; font-size: 13px; }
.lwHistory svg { display: block; overflow: visible; }
.lwHistory-ends { display: flex; justify-content: space-between; font-size: 11px; line-height: 13px; color: var(--lw-sub); }
.lwColumns { display: grid; grid-template-columns: minmax(0, 880fr) minmax(437px, 440fr); column-gap: 32px; margin-top: 14px; }
.lwCaption { font-size: 12px; line-height: 16px; text-wrap: pretty; color: var(--lw-sub); }

.lwPart { margin-top: 14px; }
.lwColumns > div > :first-child.lwPart, .lwColumns > div > div:first-child > .lwPart:first-child { margin-top: 0; }
.lwPart h2, .lwPart-head h2 { font-size: 14px; line-height: 20px; font-weight: 600; color: var(--lw-title); }
.lwPart h2 small { font-size: 12px; font-weight: 400; letter-spacing: 0; }
.lwPart-head { display: flex; align-items: baseline; justify-content: space-between; gap: 16px; }
.lwPart-forms { display: flex; gap: 12px; font-size: 12px; white-space: nowrap; }

.lwChart { position: relative; width: max-content; }
.lwChart > .lwOver { position: absolute; inset: 0; overflow: visible; }
.lwReadout { min-height: 16px; }
.lwDrop { fill: none; stroke: var(--lw-axis); stroke-dasharray: 1 3; }
.lwLimit { fill: none; stroke: var(--lw-ink); }
.lwFlagBar { fill: var(--lw-flag); }
.lwFlagStretch { fill-opacity: 0.14; stroke: var(--lw-flag); stroke-width: 1.5; }
.lw svg text.lwNote { font-size: 12px; paint-order: stroke; stroke: var(--lw-page); stroke-width: 3px; stroke-linejoin: round; }
.lwNote-leader { fill: none; stroke: var(--lw-sub); }
.lw svg text.lwNote.lwFlagText { font-size: 13px; }
.lw svg text.lwNote-quiet, .lw svg text.lwEnd-limit { fill: var(--lw-ink); }
.lw svg text .lwNote-rank { font-size: 12px; font-weight: 400; fill: var(--lw-sub); }
.lw svg text.lwEnd-today tspan:first-child { font-size: 12px; font-weight: 600; fill: var(--lw-ink); }
.lw svg text.lwBarText { paint-order: stroke; stroke: var(--lw-page); stroke-width: 3px; }
.lwCursor path { fill: none; stroke: var(--lw-usual); }
.lw svg .lwCursor text { font-weight: 600; fill: var(--lw-ink); paint-order: stroke; stroke: var(--lw-page); stroke-width: 3px; }

.lwCalendar { display: grid; grid-template-columns: repeat(7, minmax(0, 61px)); gap: 5px 2px; margin: 6px 0 4px -2px; }
.lwWeekday { padding-left: 2px; font-size: 11px; line-height: 13px; color: var(--lw-sub); }
.lw .lwWeekday-tested { font-weight: 600; color: var(--lw-ink); }
.lwDay {
  position: relative; display: block; width: 100%; height: 50px; overflow: hidden; padding: 1px 2px; text-align: left;
  font: inherit; font-size: 11px; line-height: 12px; color: var(--lw-sub); background: none; border: 0;
}
.lwDay-head { display: flex; justify-content: space-between; gap: 3px; height: 12px; white-space: nowrap; }
.lwDay-corner { padding-right: 3px; font-size: 10px; overflow: hidden; text-overflow: ellipsis; }
.lwMini { display: block; width: 100%; }
.lwMini-line { fill: none; stroke: var(--lw-usual); stroke-width: 0.9; }
.lwDay-used { background: var(--lw-pale); }
.lwDay-used .lwDay-head, .lwDay-tested .lwDay-head { font-weight: 600; color: var(--lw-ink); }
.lwDay-used .lwMini-line, .lwDay-tested .lwMini-line { stroke: var(--lw-ink); stroke-width: 1.2; }
.lwDay-omitted .lwMini-line, .lwDay-calendar .lwMini-line { stroke: var(--lw-axis); }
.lwDay-tested { outline: 1px solid var(--lw-ink); outline-offset: -1px; }
button.lwDay { cursor: pointer; }
button.lwDay:hover, button.lwDay:focus-visible { outline: 1.5px solid var(--lw-link); outline-offset: -1px; }
.lwDay-action {
  position: absolute; top: 1px; right: 3px; display: none; padding-left: 3px;
  font-weight: 600; color: var(--lw-link); background: var(--lw-page);
}
.lwDay-used .lwDay-action { background: var(--lw-pale); }
button.lwDay:hover .lwDay-action, button.lwDay:focus-visible .lwDay-action { display: block; }
.lwKeep { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; margin-top: 4px; font-size: 12px; line-height: 16px; }

.lw svg.lwDots { display: block; overflow: visible; }
.lwDots-stem { fill: none; stroke: var(--lw-axis); stroke-width: 2; }
.lwDots-usual { fill: var(--lw-page); stroke: var(--lw-usual); stroke-width: 1.5; }
.lwDots-today { fill: var(--lw-ink); }
.lwRhythms, .lwField { border-collapse: collapse; font-size: 12px; line-height: 16px; }
.lwRhythms { width: 100%; max-width: 440px; margin: 2px 0 6px; }
.lwRhythms th, .lwRhythms td, .lwField th, .lwField td { padding: 0; vertical-align: middle; text-align: left; font-weight: 400; }
.lwRhythms tbody th { width: 104px; }
.lwRhythms .lwNumber, .lwField .lwNumber { text-align: right; }
.lwRhythms .lwNumber, .lwRhythms thead th { width: 52px; }
.lwRhythms thead th, .lwField thead th { font-size: 11px; text-align: right; color: var(--lw-sub); }
.lwFields { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); align-items: start; column-gap: 24px; margin-top: 4px; }
.lwField { width: 100%; max-width: 440px; table-layout: fixed; }
.lwPatterns { margin-top: 8px; }
.lwPatterns .lwField { max-width: none; }
.lwField thead td { width: 86px; }
.lwField thead th { width: 44px; white-space: nowrap; }
.lwField thead th.lwField-name { width: auto; text-align: left; font-weight: 600; }
.lwField tbody th, .lwField .lwField-name { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.lwLogLine summary.lwLine { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.lwLogLine details[open] > summary.lwLine { white-space: pre-wrap; overflow-wrap: anywhere; }
.lwDisclosure { margin-top: 14px; }
.lwDisclosure > summary { font-size: 13px; color: var(--lw-sub); }
.lw mark { color: inherit; font-weight: 600; background: var(--lw-mid); }

.lwTwin { max-height: 470px; margin-top: 4px; overflow: auto; }
.lwTwin table { border-collapse: collapse; font-size: 12px; line-height: 16px; }
.lwTwin th, .lwTwin td { padding: 1px 12px 1px 0; text-align: left; font-weight: 400; white-space: nowrap; }
.lwTwin thead th { position: sticky; top: 0; font-weight: 500; color: var(--lw-sub); background: var(--lw-page); }
.lwTwin td.lwNumber, .lwTwin thead .lwNumber { text-align: right; }

@media (max-width: 1199px) {
  .lwColumns { grid-template-columns: minmax(0, 1fr); row-gap: 14px; }
  .lwFields { grid-template-columns: minmax(0, 1fr); row-gap: 8px; }
}
@media (forced-colors: active) {
  .lwFlagBar, .lwDots-today { fill: CanvasText; forced-color-adjust: none; }
  .lwLimit, .lwNote-leader, .lwMini-line, .lwDots-stem, .lwDots-usual, .lwCursor path { stroke: CanvasText; forced-color-adjust: none; }
  .lwDots-usual { fill: Canvas; }
  .lw svg text.lwNote, .lw svg text.lwEnd, .lw svg text.lwBarText, .lw svg .lwCursor text, .lw svg text tspan {
    fill: CanvasText; stroke: Canvas;
  }
  .lw svg text.lwEnd tspan { stroke: none; }
}
@media print {
  .lwSeries { width: 880px; }
  .lwColumns { grid-template-columns: 880px; }
  /* On paper nothing can be clicked or opened. */
  .lwCaption-how, .lwDisclosure:not([open]), .lwHistory .lwLink[data-test-subj] { display: none; }
  .lwFields { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .lwSeries-bar > :not(.lwTitle), .lwPart-forms, .lwCopy, .lwKeep, .lwCursor { display: none !important; }
  .lwPatterns { margin-top: 4px; }
  .lwPatterns .lwField tbody th { white-space: normal; overflow-wrap: anywhere; }
  .lwTwin { max-height: none; overflow: visible; }
  .lwDay-used, .lwLine mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
@media print and (orientation: landscape) {
  .lwSeries { width: 1352px; zoom: 0.65; break-inside: avoid; }
  .lwColumns { grid-template-columns: 880px 440px; }
}
`;
