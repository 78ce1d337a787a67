type Values = Readonly<Record<string, string | number>>;

/** Index after the brace that closes the one before `from`. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** "one {# day} other {# days}" as pairs. */
function optionsOf(text: string): Map<string, string> {
  const options = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('{', at);
    if (open < 0) break;
    const end = closing(text, open + 1);
    options.set(text.slice(at, open).trim(), text.slice(open + 1, end));
    at = end + 1;
  }
  return options;
}

function pluralOf(count: number, options: string, values: Values): string {
  const forms = optionsOf(options);
  const form = forms.get(`=${count}`) ?? (count === 1 ? forms.get('one') : undefined);
  const chosen = form ?? forms.get('other') ?? '';
  return formatText(chosen.split('#').join(count.toLocaleString('en-US')), values);
}

function placeOf(place: string, values: Values): string {
  const [name = '', kind, ...rest] = place.split(',');
  const key = name.trim();
  const value = Object.hasOwn(values, key) ? (values[key] ?? '') : '';
  if (kind?.trim() !== 'plural') return String(value);
  return pluralOf(Number(value), rest.join(','), values);
}

/**
 * Fills in the places of an English text: `{day}`, and `{n, plural, one {# day} other {# days}}` as
 * the ICU message format has it (nothing else of that format). Values are text, never markup.
 */
export function formatText(text: string, values: Values): string {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('{', at);
    if (open < 0) break;
    const end = closing(text, open + 1);
    parts.push(text.slice(at, open), placeOf(text.slice(open + 1, end), values));
    at = end + 1;
  }
  return parts.join('') + text.slice(at);
}
