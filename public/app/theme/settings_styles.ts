/** The settings: sections, forms and plain tables. Faults are shown in ink, not in a hue. */
export const settingsStyles = `
.lwSection2 { margin: 20px 0 12px; max-width: 1100px; }
.lwSection2 h2 { margin-bottom: 6px; font-size: 16px; line-height: 24px; font-weight: 600; color: var(--lw-title); }
.lwSection2 h2 + .lwSub { margin: -4px 0 8px; }
.lwSection2 h3 { margin: 16px 0 4px; font-weight: 600; color: var(--lw-title); }
.lwSection2 .lwButtons, .lwSaveBar .lwButtons { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-top: 12px; }
.lwForm { display: grid; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); gap: 12px 24px; align-items: start; }
.lwForm .euiFormRow + .euiFormRow { margin-top: 0; }
.lw .euiFormLabel, .lw .euiFormHelpText, .lw .euiFormErrorText { font-size: 12px; line-height: 16px; }
.lw .euiFormLabel { color: var(--lw-ink); font-weight: 500; }
.lw .euiFormLabel.euiFormLabel-isInvalid { color: var(--lw-ink); }
.lw .euiFormHelpText { color: var(--lw-sub); }
.lw .euiFormErrorText { color: var(--lw-ink); font-weight: 600; }
.lwSettings input, .lwSettings select, .lwSettings textarea {
  font: 400 13px/18px Inter, BlinkMacSystemFont, Helvetica, Arial, sans-serif;
  color: var(--lw-ink); background-color: var(--lw-page);
}
.lwSettings .euiFormControlLayoutIcons .euiIcon { color: var(--lw-ink); }
.lwSettings .euiSwitch__label { font-size: 13px; }
.lwSettings .lwPlain-action .euiLink { white-space: nowrap; }
.lw input[aria-invalid="true"], .lw textarea[aria-invalid="true"] {
  background-image: none; box-shadow: inset 0 0 0 1px var(--lw-axis), inset 0 -2px 0 var(--lw-ink);
}
.lwPlain { width: 100%; border-collapse: collapse; margin-bottom: 6px; }
.lwPlain th, .lwPlain td {
  padding: 4px 16px 4px 0; border-bottom: 1px solid var(--lw-rule); text-align: left; font-weight: 400;
  vertical-align: middle;
}
.lwPlain thead th { font-size: 12px; color: var(--lw-sub); }
.lw .lwPlain .lwNumber { text-align: right; padding-right: 0; }
.lw .lwPlain .lwPlain-action { padding-right: 0; text-align: right; }
.lwPlain .lwSub { font-size: 12px; }
.lwPlain.lwPairs th { width: 170px; }
.lwSourceForm { display: grid; grid-template-columns: minmax(0, 2fr) minmax(220px, 1fr); gap: 24px; padding: 8px 0 20px; }
.lwCondition { display: grid; grid-template-columns: 1fr 1fr auto; gap: 12px 24px; align-items: start; margin-bottom: 12px; }
.lwCondition > .euiLink { margin-top: 26px; }
.lwCondition .euiFormRow + .euiFormRow { margin-top: 0; }
.lwFloors { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: end; }
.lwFloors .euiFormRow { width: 96px; }
.lwFloors .euiFormRow + .euiFormRow { margin-top: 0; }
.lwFloors-judge { padding-bottom: 6px; }
.lwSourceForm .lwFloors + .euiButton { margin-top: 20px; }
.lwCheck { font-size: 12px; }
.lwCheck-series { margin-top: 8px; }
.lw input[type="file"] { min-height: 24px; }
.lw .lwOmitted { padding: 0; list-style: none; }
.lwForm > div > .euiSwitch { margin-top: 26px; }
.lwChannel { margin: 16px 0 4px; padding: 0; border: 0; }
.lwChannel legend { margin-bottom: 4px; font-weight: 600; color: var(--lw-title); }
.lwSection2 > p + .lwForm { margin-top: 8px; }
.lwChoices { max-height: 160px; overflow-y: auto; }
.lwChoices .euiCheckbox__label { font-size: 13px; line-height: 20px; }
.lwStrong { font-weight: 600; color: var(--lw-title); }
.lwSettingsFields { position: relative; }
.lwSaveBar {
  position: sticky; bottom: 0; z-index: 3; max-width: 1100px; padding: 10px 0 12px;
  background: var(--lw-page); border-top: 1px solid var(--lw-axis);
}
.lwSaveBar .lwButtons { margin-top: 6px; }
.lwPreview { display: flex; flex-wrap: wrap; gap: 0 16px; font-size: 14px; line-height: 20px; color: var(--lw-title); }
.lwPreview-days { font-size: 13px; color: var(--lw-ink); }
.lwPreview-days[open] { flex-basis: 100%; }
.lwPreview-days .lwTwin { max-height: 30vh; overflow: auto; }
@media (max-width: 900px) { .lwSourceForm { grid-template-columns: 1fr; } }
@media (max-width: 699px) {
  .lwForm, .lwCondition { grid-template-columns: minmax(0, 1fr); }
  .lwSettings .lwPlain { table-layout: fixed; }
  .lwPlain th, .lwPlain td { padding-right: 8px; font-size: 12px; overflow-wrap: anywhere; }
  .lwPlain.lwPairs th { width: 110px; }
}
@media print { .lw .euiSwitch__body { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
@media (forced-colors: active) { .lw input[aria-invalid="true"] { border-bottom: 2px solid CanvasText; } }
`;
