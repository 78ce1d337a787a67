import { z } from 'zod';
import { REQUEST_PARTS, type Endpoint, type RequestPart } from '../../common/api/basics/endpoint';

/** A part of a request that must be refused, and what is bad about it. */
export interface BadInput {
  readonly part: RequestPart;
  readonly title: string;
  readonly value: unknown;
}

/** The parts of a request that is welcome. */
export type GoodInput = Readonly<Partial<Record<RequestPart, unknown>>>;

/** As much of JSON Schema as our validators come to. */
interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
}

type Bad = readonly [title: string, value: unknown];

const NO_SUCH_KEY = 'no_such_key';
const NOT_A_WORD = '\u0000 no such word';

function badTexts({ format, pattern, minLength = 0, maxLength, enum: words }: Schema): Bad[] {
  const bad: Bad[] = [['a number for a text', 7]];
  if (minLength > 0) bad.push(['an empty text', '']);
  if (maxLength !== undefined) bad.push(['a text too long', 'x'.repeat(maxLength + 1)]);
  if (pattern !== undefined || words !== undefined) bad.push(['an unknown word', NOT_A_WORD]);
  if (format === 'date') bad.push(['no day', 'yesterday'], ['a day that never was', '2015-02-30']);
  return bad;
}

function badNumbers({ type, minimum, maximum }: Schema): Bad[] {
  const bad: Bad[] = [['a text for a number', 'many']];
  if (minimum !== undefined) bad.push(['a number too small', minimum - 1]);
  if (maximum !== undefined) bad.push(['a number too large', maximum + 1]);
  if (type === 'integer') bad.push(['a part of a whole', (minimum ?? 0) + 0.5]);
  return bad;
}

function badLists({ items = {}, minItems = 0, maxItems }: Schema, good: unknown): Bad[] {
  const [first] = Array.isArray(good) ? (good as readonly unknown[]) : [];
  const bad: Bad[] = [['an object for a list', {}]];
  if (minItems > 0) bad.push(['an empty list', []]);
  if (maxItems !== undefined) {
    bad.push(['a list too long', Array.from({ length: maxItems + 1 }, () => first ?? null)]);
  }
  return [...bad, ...badValues(items, first).map(([title, value]): Bad => [title, [value]])];
}

function badObjects({ properties = {}, required = [] }: Schema, good: unknown): Bad[] {
  const whole = typeof good === 'object' && good !== null ? good : {};
  const bad: Bad[] = [
    ['a text for an object', 'text'],
    ['an unknown key', { ...whole, [NO_SUCH_KEY]: 1 }],
  ];
  for (const name of required) {
    const rest = Object.entries(whole).filter(([key]) => key !== name);
    bad.push([`no ${name}`, Object.fromEntries(rest)]);
  }
  for (const [name, schema] of Object.entries(properties)) {
    for (const [title, value] of badValues(schema, Reflect.get(whole, name))) {
      bad.push([`${title} as ${name}`, { ...whole, [name]: value }]);
    }
  }
  return bad;
}

/** One value for each way in which a value can break its schema; the rest of it stays good. */
function badValues(schema: Schema, good: unknown): Bad[] {
  const { type, anyOf } = schema;
  switch (type) {
    case 'string':
      return badTexts(schema);
    case 'number':
    case 'integer':
      return badNumbers(schema);
    case 'boolean':
      return [['a text for a yes', 'perhaps']];
    case 'array':
      return badLists(schema, good);
    case 'object':
      return badObjects(schema, good);
    default:
      // Null is welcome as well, which none of the bad values is.
      return anyOf?.[0] === undefined ? [] : badValues(anyOf[0], good);
  }
}

/** What can stand in an address: texts, and for each name in the path one that is not empty. */
function canBeSent({ part, value }: BadInput, { path }: Endpoint): boolean {
  if (part === 'body') return true;
  if (typeof value !== 'object' || value === null) return false;
  const entries = Object.entries(value);
  if (!entries.every(([, one]) => ['string', 'number'].includes(typeof one))) return false;
  if (part === 'query') return true;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const filled = entries.filter(([name, one]) => names.includes(name) && one !== '');
  return filled.length === names.length && filled.length === entries.length;
}

/** Whether it is still bad once it has become text: `7` is a fine name. */
function staysBad(endpoint: Endpoint, { part, value }: BadInput): boolean {
  if (part === 'body') return true;
  const texts = Object.entries(value as object).map(([key, one]) => [key, String(one)] as const);
  return !endpoint[part].safeParse(Object.fromEntries(texts)).success;
}

/** Every bad input of an endpoint: each part broken in each way that its schema knows. */
export function badInputsOf(endpoint: Endpoint, good: GoodInput): BadInput[] {
  const parts = REQUEST_PARTS.filter((part) => part !== 'body' || endpoint.method !== 'get');
  const bad = parts.flatMap((part) => {
    const schema = z.toJSONSchema(endpoint[part], { io: 'input', unrepresentable: 'any' });
    const values = badValues(schema as Schema, good[part]);
    return values.map(([title, value]): BadInput => ({ part, title, value }));
  });
  return bad.filter((one) => canBeSent(one, endpoint) && staysBad(endpoint, one));
}
