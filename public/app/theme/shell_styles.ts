/** The frame of the contents: header, notices, notes. */
export const shellStyles = `
.lw {
  display: flex; flex-direction: column; flex-grow: 1; min-height: 100%;
  font: 400 13px/18px Inter, BlinkMacSystemFont, Helvetica, Arial, sans-serif;
  font-variant-numeric: tabular-nums; font-feature-settings: "tnum", "calt" 0;
  color: var(--lw-ink); background: var(--lw-page);
}
.lw > .euiPageTemplate { background: var(--lw-page); }
/* In names, figures as wide as each other would set hyphens and stars apart. */
.lwName, .lwMonthName, .lwSettings { font-variant-numeric: normal; font-feature-settings: "calt" 0; }
.lw h1, .lw h2, .lw p, .lw ul { margin: 0; }
.lw b { font-weight: 600; }
.lwPage { padding: 6px 24px 12px; }
@media (max-width: 699px) {
  .lwPage { padding: 6px 16px 16px; }
  .lwPage .lwTitle { white-space: normal; overflow-wrap: anywhere; }
  .lwPage .lwTitle small { display: block; }
  .lwFoot .lwNoWrap { white-space: normal; }
  .lwLogLine dl { margin-left: 0; }
  .lwLogLine dt { flex-basis: 110px; }
  .lwBar .lwFilter, .lwBar .lwSelect { flex: 1 1 140px; width: auto; max-width: none; }
}
/* A sheet of A4, upright and lengthwise: the page has one width, and is scaled to it. */
@media print {
  @page { margin: 10mm; }
  .lwPage { width: 976px; padding: 0; zoom: 0.735; }
  /* On paper nothing can be clicked. */
  .lwScreenOnly, .lwNotes .lwLink, .lwNotes .euiButtonEmpty, .lwMonthAct > * { display: none !important; }
}
@media print and (orientation: landscape) { .lwPage { zoom: 1.07; } }
.lw .lwLink { color: var(--lw-link); text-align: left; text-decoration: none; font-weight: 500; }
.lw .lwLink:hover { text-decoration: underline; }
.lw .lwLink:focus { outline: 2px solid currentColor; outline-offset: 1px; }
.lwSub { color: var(--lw-sub); }
.lwNoWrap { white-space: nowrap; }
.lwCut { display: flex; min-width: 0; }
.lwCut-head, .lwCut-tail { overflow: hidden; text-overflow: ellipsis; white-space: pre; }
/* So much more readily than the end that this keeps each part of a pixel: one less would cut it. */
.lwCut-head { flex: 0 999999 auto; }
.lwCut-tail { flex: 0 1 auto; }
.lw .lwWhole { display: block; min-width: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.lwGrow { flex: 1; }
.lwLoading { padding: 24px 0; }
.lwHidden {
  position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.lw kbd, .lwKeys kbd {
  font: 500 11px/16px Inter, sans-serif; color: inherit; padding: 0 4px;
  border: 1px solid var(--lw-axis, currentColor); border-radius: 3px; background: none;
}

.lwHeader {
  display: flex; align-items: center; justify-content: space-between; gap: 0 16px;
  min-height: 48px; padding: 0 16px 0 24px; border-bottom: 1px solid var(--lw-border); font-size: 12px;
}
.lwHeader ol { display: flex; flex-wrap: wrap; margin: 0; padding: 0; list-style: none; }
.lwHeader li + li::before { content: "/"; margin: 0 8px; color: var(--lw-axis); }
.lwHeader b { font-weight: 500; }
.lwBanner { margin: 0 auto 0 16px; padding: 2px 12px; border: 1px solid var(--lw-border); border-radius: 3px; color: var(--lw-ink); }
@media (max-width: 699px) {
  .lwHeader { flex-wrap: wrap; padding-left: 16px; }
  .lwHeader .lwBanner { order: 1; flex-basis: 100%; margin: 0 0 8px; }
}
.lwBanner b { font-weight: 600; }

.lwHelp { max-width: 720px; padding: 8px 0 24px; }
.lwHelp section { margin-top: 20px; }
.lwHelp p { margin-top: 6px; }

.lwBar, .lwBar-tools { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
/* Together beside the title, or together below it. */
.lwBar-tools { flex: 1 1 560px; justify-content: flex-end; }
.lwPage .lwTitle {
  font-size: 22px; line-height: 32px; font-weight: 600; letter-spacing: -0.01em;
  color: var(--lw-title); white-space: nowrap;
}
.lwZone { font-size: 12px; white-space: nowrap; }
.lwBar .euiButton, .lwBar .euiButtonIcon { height: 32px; }
.lw .euiButton[class*="base-text"] { border: 1px solid var(--lw-border); background: var(--lw-page); }
.lwBar .lwSquare { width: 32px; border: 1px solid var(--lw-border); background: var(--lw-page); }
.lwBar .lwTagButton { width: 24px; margin-left: -4px; }
/* EUI names a font for fields that neither Kibana nor the host has. */
.lw input, .lw select, .lw textarea { font-family: Inter, BlinkMacSystemFont, Helvetica, Arial, sans-serif; }
.lwBar input, .lwBar select {
  font: 400 13px/18px Inter, BlinkMacSystemFont, Helvetica, Arial, sans-serif;
  color: var(--lw-ink); background-color: var(--lw-page);
}
@media (forced-colors: active) {
  .lw input, .lw select, .lw textarea { border: 1px solid CanvasText; }
  .lw .euiSwitch__body { border: 1px solid CanvasText; }
  .lw [aria-checked="true"] .euiSwitch__body { background: Highlight; forced-color-adjust: none; }
  .lw .euiButton { border: 1px solid ButtonText; }
}
.lwDatePicker { width: 124px; }
.lwFilter { position: relative; flex: 1 1 120px; max-width: 230px; }
.lwBar-tools .lwFilter { max-width: none; }
.lwBar-tools .euiFormControlLayout, .lwBar-tools .euiFieldSearch { max-width: none; }
.lwTogether { display: flex; gap: 8px; }
.lwFilter kbd { position: absolute; right: 8px; top: 7px; color: var(--lw-sub); pointer-events: none; }
.lwSelect { width: 134px; }
.lwSelect + .lwSelect { width: 148px; }

/* A long sentence continues below itself. The links to other pages do not move. */
.lwSummaryLine { display: flex; align-items: baseline; gap: 0 24px; margin-top: 4px; }
.lwSummaryLine-words { display: flex; flex: 1 1 0; flex-wrap: wrap; align-items: baseline; gap: 0 16px; min-width: 0; }
.lwSummaryLine-links { display: flex; flex: none; gap: 0 24px; }
@media (max-width: 899px) {
  .lwSummaryLine, .lwSummaryLine-links { flex-wrap: wrap; }
  .lwSummaryLine-words { flex-basis: 100%; }
  .lwSummaryLine-links { flex-shrink: 1; row-gap: 8px; margin: 4px 0; }
}
.lwSummary { font-size: 16px; line-height: 24px; text-wrap: pretty; }
.lwSummary b { color: var(--lw-title); }
.lwNav { display: flex; align-items: baseline; gap: 16px; font-size: 12px; }
.lwSummaryLine .lwNav { flex: none; white-space: nowrap; }

.lwNotes { margin-top: 4px; color: var(--lw-sub); font-size: 12px; line-height: 17px; }
.lwNotes ul { padding: 0; list-style: none; }
.lw summary { cursor: pointer; }

.lwNotice {
  max-width: 664px; margin: 16px 0; padding: 16px 20px 18px;
  border: 1px solid var(--lw-border); border-radius: 6px;
}
.lwNotice h1, .lwNotice h2 {
  font-size: 16px; line-height: 24px; font-weight: 600; color: var(--lw-title);
}
.lw .lwNotice > * + * { margin-top: 6px; }
.lw .lwNotice > .euiButton, .lw .lwNotice > .lwButtons { margin-top: 12px; }
.lwNotice .euiButton { margin-right: 12px; }
.lw ul.lwAddress { margin: 8px 0; padding: 8px 16px; list-style: none; }
.lwProgress ul { padding: 0; list-style: none; }
.lwProgress-cancel { display: flex; align-items: center; gap: 12px; }
.lwNotice .lwProgress-cancel .euiButton { flex: none; margin: 0; }
.lwPresets > p:not(:first-child) { margin-top: 6px; }
.lwPresets .euiButton { margin-top: 8px; }
.lwProgress li {
  display: grid; grid-template-columns: 135px 282px 1fr; align-items: center; gap: 14px;
  line-height: 24px;
}
.lwProgress-over {
  position: fixed; right: 24px; bottom: 24px; z-index: 900; width: 480px;
  max-width: calc(100vw - 48px); background: var(--lw-page); box-shadow: 0 4px 16px rgba(0, 0, 0, 0.2);
}
.lwProgress-over li { grid-template-columns: 135px 1fr auto; }
@media print { .lwProgress-over { display: none; } }
.lwTagging { width: 300px; }
.lwTagging p { margin: 8px 0 12px; font-size: 12px; line-height: 17px; }
.lwTagging .euiButton + .euiButton { margin-top: 8px; }
.lwTagging .euiFormControlLayout, .lwTagging ul { margin: 0 0 8px; padding: 0; list-style: none; }
.lwTagging .euiButton + ul { margin-top: 12px; }
.lwKeys { margin-bottom: 16px; font-size: 14px; }
.lwKeys th { width: 80px; padding: 3px 16px 3px 0; text-align: left; font-weight: 400; white-space: pre; }

/* Beside the title as a whole, or below it. */
.lwTitle small { display: inline-block; font-size: 12px; line-height: 18px; font-weight: 400; letter-spacing: 0; }
.lwLog { margin: 8px 0; padding: 0; list-style: none; }
.lwLogLine {
  padding: 3px 0; border-top: 1px solid var(--lw-rule);
  font: 12px/18px "Roboto Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere;
}
.lwLogLine summary { list-style: none; white-space: pre-wrap; }
.lwLogLine summary::-webkit-details-marker { display: none; }
.lwTagged { padding: 0 4px; border: 1px solid var(--lw-axis); border-radius: 3px; font-weight: 400; }
.lwLogLine dl { margin: 4px 0 8px 72px; }
.lwLogLine dl div { display: flex; gap: 12px; }
.lwLogLine dt { flex: 0 0 180px; color: var(--lw-sub); }
.lwLogLine dd { margin: 0; }

.lwFoot { display: flex; flex-wrap: wrap; gap: 0 24px; margin-top: 4px; font-size: 12px; color: var(--lw-sub); }
.lwFoot > span:first-of-type { flex: 1 1 600px; }
.lwFoot > .lwGrow { display: none; }
.lwFoot button { color: var(--lw-sub); }
`;
