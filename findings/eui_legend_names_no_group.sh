#!/usr/bin/env bash
# Expected: a form row with `labelType="legend"` is a group that bears the label as its name. The
# documentation says that it renders a `<legend>` and makes its container a `<fieldset>`.
# Seen: the legend is inside a `div`. By the HTML standard only a legend that is a child of the fieldset
# names it, so the group has no name, and a screen reader announces the boxes in it without saying of what.
# It hurt where the boxes are "Monday" to "Sunday", twice on a page. `role="group"` with `aria-label` on
# the element around the boxes helps.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --save-exact --legacy-peer-deps \
  @elastic/eui@122.1.0 @elastic/eui-theme-borealis@8.1.0 @elastic/datemath@5.0.3 @emotion/css@11.13.5 \
  @emotion/react@11.13.5 moment@2.30.1 react@18.3.1 react-dom@18.3.1 jsdom@24.1.3 \
  dom-accessibility-api@0.7.0

cat >show.cjs <<'JS'
const { readFileSync } = require('node:fs');
const { EuiFormRow } = require('@elastic/eui');
const { computeAccessibleName } = require('dom-accessibility-api');
const { JSDOM } = require('jsdom');
const React = require('react');
const { renderToStaticMarkup } = require('react-dom/server');

const { version } = JSON.parse(readFileSync('node_modules/@elastic/eui/package.json', 'utf8'));
const boxes = React.createElement('input', { type: 'checkbox' });
const row = React.createElement(EuiFormRow, { label: 'Weekend', labelType: 'legend' }, boxes);
const PLAIN = '<fieldset><legend>Weekend</legend><input type="checkbox"></fieldset>';

/** The name of the group, and what its legend is a child of. */
function seen(html) {
  const group = new JSDOM(html).window.document.querySelector('fieldset');
  const parent = group.querySelector('legend').parentElement.tagName.toLowerCase();
  return { name: computeAccessibleName(group), parent };
}

console.log(`@elastic/eui ${version}, Node ${process.version}`);
const [plain, ofRow] = [seen(PLAIN), seen(renderToStaticMarkup(row))];
for (const [what, { name, parent }] of [['HTML alone', plain], ['EuiFormRow', ofRow]]) {
  console.log(`${what.padEnd(10)} legend in a ${parent.padEnd(8)} name of the group: "${name}"`);
}
const isAsDescribed = plain.name === 'Weekend' && ofRow.name === '' && ofRow.parent === 'div';
console.log(isAsDescribed ? 'as described' : 'the behavior has changed');
process.exit(isAsDescribed ? 0 : 1);
JS
node show.cjs
