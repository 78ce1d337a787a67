/** The settings: sections, forms and plain tables. */
export const settingsStyles = `
.lwSection2 { margin: 20px 0 12px; max-width: 1100px; }
.lwSection2 h2 { margin-bottom: 6px; font-size: 16px; line-height: 24px; font-weight: 600; color: var(--lw-title); }
.lwForm { display: flex; flex-wrap: wrap; gap: 12px 24px; align-items: flex-start; }
.lwForm .euiFormRow { width: 230px; margin: 0; }
.lwForm .euiCheckbox { margin-top: 24px; }
.lwForm .lwButtons { margin-top: 18px; display: flex; gap: 8px; }
.lwPlain { width: 100%; border-collapse: collapse; margin-bottom: 6px; }
.lwPlain th, .lwPlain td {
  padding: 4px 16px 4px 0; border-bottom: 1px solid var(--lw-rule); text-align: left; font-weight: 400;
}
.lwPlain thead th { font-size: 12px; color: var(--lw-sub); }
`;
