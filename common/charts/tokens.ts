/**
 * The colors of the page. Text has a contrast of at least 4.5 with its background, and marks that
 * carry meaning of at least 3. Bands may be fainter, since words and the usual line repeat what
 * they show. A test checks it.
 */
export interface Tokens {
  readonly page: string;
  /** The row under the pointer. */
  readonly shade: string;
  readonly title: string;
  /** The tested day, text. */
  readonly ink: string;
  /** Subdued text, quiet lines. */
  readonly sub: string;
  /** The usual line, also on the inner band. */
  readonly usual: string;
  /** Bars that are not flagged. */
  readonly bar: string;
  /** The outer band. */
  readonly pale: string;
  /** The inner band. */
  readonly mid: string;
  readonly border: string;
  readonly rule: string;
  readonly axis: string;
  readonly link: string;
  readonly button: string;
  readonly buttonText: string;
  /** Only for flagged hours: their marks and their words. */
  readonly flag: string;
}

export const LIGHT: Tokens = {
  page: '#FFFFFF',
  shade: '#F5F7FA',
  title: '#1A1C21',
  ink: '#343741',
  sub: '#69707D',
  usual: '#69707D',
  bar: '#8A93A3',
  pale: '#E9EDF3',
  mid: '#C9D1DE',
  border: '#D3DAE6',
  rule: '#EBEFF5',
  axis: '#AEB7C6',
  link: '#006BB4',
  button: '#0071C2',
  buttonText: '#FFFFFF',
  flag: '#BC1E70',
};

export const DARK: Tokens = {
  page: '#1D1E24',
  shade: '#25262E',
  title: '#FFFFFF',
  ink: '#DFE5EF',
  sub: '#98A2B3',
  usual: '#A3ABBA',
  bar: '#727987',
  pale: '#2C2F38',
  mid: '#464B57',
  border: '#343741',
  rule: '#272932',
  axis: '#5C6372',
  link: '#36A2EF',
  button: '#36A2EF',
  buttonText: '#141519',
  flag: '#F68FBE',
};

/** The tokens as properties of a style sheet: `--lw-ink: #343741;` and so on. */
export function tokenProperties(tokens: Tokens): string {
  return Object.entries(tokens)
    .map(([name, color]) => `--lw-${name}: ${String(color)};`)
    .join(' ');
}
