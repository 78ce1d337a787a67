#!/usr/bin/env bash
# Expected: a yearly rule with a week number recurs once a year. RFC 5545 has such a rule among its
# examples (section 3.8.5.3): the Monday of week 20 is May 12, 1997, May 11, 1998 and May 17, 1999.
# Seen: the iterator leaves out the first of these days and then gives every Monday, without an error.
# Whoever takes a yearly event from a calendar this way gets 52 of them, and none on the right day.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --save-exact ical.js@2.2.1

cat >show.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const { version } = JSON.parse(readFileSync('node_modules/ical.js/package.json', 'utf8'));

function firstDays(rule, start, count) {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(start));
  return Array.from({ length: count }, () => iterator.next().toString());
}

console.log(`ical.js ${version}, Node ${process.version}`);
const byMonth = firstDays('FREQ=YEARLY;BYMONTH=5;BYDAY=2MO', '1997-05-12', 3);
const byWeek = firstDays('FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '1997-05-12', 3);
console.log(`second Monday of May: ${byMonth.join(' ')}`);
console.log(`Monday of week 20:    ${byWeek.join(' ')}`);
console.log('by RFC 5545:          1997-05-12 1998-05-11 1999-05-17');
const isAsDescribed =
  byMonth.join() === '1997-05-12,1998-05-11,1999-05-10' &&
  byWeek.join() === '1997-05-19,1997-05-26,1997-06-02';
console.log(isAsDescribed ? 'as described' : 'the behavior has changed');
process.exit(isAsDescribed ? 0 : 1);
JS
node show.mjs
