/** What is silent: the list on the day, and its own page. */
export const silenceStyles = `
.lwSilence { width: 100%; max-width: 1232px; margin-top: 8px; border-collapse: separate; border-spacing: 0; }
.lwSilence th, .lwSilence td { padding: 0 16px 0 0; text-align: left; font-weight: 400; vertical-align: middle; }
.lwSilence thead th { font-size: 12px; line-height: 15px; font-weight: 500; color: var(--lw-sub); white-space: nowrap; padding-bottom: 3px; border-bottom: 1px solid var(--lw-axis); }
.lwSilence tbody tr > * { height: 42px; padding-top: 3px; padding-bottom: 3px; border-bottom: 1px solid var(--lw-rule); line-height: 17px; overflow-wrap: anywhere; }
.lwSilence tbody th .lwSilence-name { display: block; font-weight: 600; color: var(--lw-title); }
.lwSilence .lwSub { display: block; font-size: 12px; line-height: 16px; }
.lwSilence .lwSilence-for { white-space: nowrap; }
.lwSilence .lwSilence-for b { font-weight: 600; }
.lwSilence-silent .lwFlagTime { color: var(--lw-flag); }
.lwSilence svg { display: block; overflow: visible; }
.lwSilence .lwSilence-below > * { height: 22px; padding-top: 0; padding-bottom: 0; font-size: 12px; color: var(--lw-sub); border-bottom-style: dotted; }
.lwSilence .lwSilence-below th { padding-left: 16px; }
.lwSilence-bars { fill: var(--lw-bar); }
.lwSilence-over .lwFlagRule { stroke: var(--lw-axis); }
.lwSilence-unknown { fill: none; stroke: var(--lw-axis); }
.lwSilence-axis { fill: none; stroke: var(--lw-border); }
.lwSilence-day { margin: 10px 0 2px; }
.lwSilence-day tbody tr > * { height: 24px; padding-top: 0; padding-bottom: 0; }
.lwSilence-marks .euiButtonEmpty + .euiButtonEmpty { margin-left: 16px; }
.lwSilence-day tbody th .lwSilence-name { display: inline; }
.lwSilence-day th .lwSub { display: inline; padding-left: 8px; }
@media screen and (max-width: 800px) {
  .lwSilence thead { display: none; }
  .lwSilence tbody tr { display: block; padding: 6px 0; border-bottom: 1px solid var(--lw-rule); }
  .lwSilence tbody tr > * { display: block; height: auto; padding: 0; border-bottom: 0; }
  .lwSilence tbody td:empty { display: none; }
  .lwSilence tbody td[data-label]::before { content: attr(data-label) ": "; color: var(--lw-sub); }
  .lwSilence .lwSilence-for { white-space: normal; }
}
@media (forced-colors: active) {
  .lwSilence-bars { fill: CanvasText; }
  .lwSilence .lwFlagRule, .lwSilence-axis { stroke: CanvasText; }
}
@media print {
  .lwSilence tr { break-inside: avoid; }
  .lwSilence .lwSilence-marks { display: none; }
}
`;
