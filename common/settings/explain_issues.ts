import type { z } from 'zod';
import { least } from '../lists';

type Path = readonly PropertyKey[];

function writePath(path: Path): string {
  return path.reduce<string>((written, key) => {
    if (typeof key === 'number') return `${written}[${key}]`;
    return written === '' ? String(key) : `${written}.${String(key)}`;
  }, '');
}

function allowed(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `no such setting: ${issue.keys.join(', ')}`;
    case 'invalid_value':
      return `allowed are ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      if (issue.origin !== 'number' && Number(issue.minimum) === 1) return 'must not be empty';
      return `at least ${issue.minimum} ${unitOf(issue.origin)}`.trim();
    case 'too_big':
      return `at most ${issue.maximum} ${unitOf(issue.origin)}`.trim();
    case 'invalid_type':
      return issue.input === undefined
        ? `is missing (${issue.expected})`
        : `must be ${articleOf(issue.expected)} ${issue.expected}`;
    default:
      return issue.message;
  }
}

function articleOf(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}

function unitOf(origin: string): string {
  if (origin === 'string') return 'characters';
  return origin === 'array' ? 'items' : '';
}

type Issues = readonly z.core.$ZodIssue[];

/** More than any number of keys: the value has a different type altogether. */
const OTHER_TYPE = 1000;

/** How much a value differs from one of several shapes. Its contents do not count. */
function distance(issues: Issues): number {
  return issues.reduce((sum, issue) => sum + distanceOf(issue), 0);
}

function distanceOf(issue: z.core.$ZodIssue): number {
  const { path } = issue;
  // A missing key, whatever its type.
  if (path.length === 1 && issue.input === undefined) return 1;
  if (path.length > 0) return 0;
  switch (issue.code) {
    case 'invalid_union':
      return least(issue.errors.map(distance));
    case 'unrecognized_keys':
      return issue.keys.length;
    case 'invalid_type':
      return OTHER_TYPE;
    default:
      return 0;
  }
}

/** What is wrong, compared with the shape that was most likely meant; undefined if nothing is. */
function likelyIssues({ errors }: { readonly errors: readonly Issues[] }): Issues | undefined {
  const sorted = errors
    .map((issues) => ({ issues, far: distance(issues) }))
    .sort((a, b) => a.far - b.far);
  const [nearest, next] = sorted;
  return nearest === undefined || nearest.far === next?.far ? undefined : nearest.issues;
}

/** A fault that a validator found. */
export interface SettingsFault {
  /** Its path, such as `sources[0].tag`; empty for the whole value. */
  readonly path: string;
  /** What would be allowed, in a phrase. */
  readonly words: string;
}

/** Each fault that a validator found, with its place. */
export function faultsOf(issues: Issues, prefix: Path): SettingsFault[] {
  return issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    const likely = issue.code === 'invalid_union' ? likelyIssues(issue) : undefined;
    if (likely !== undefined) return faultsOf(likely, path);
    return [{ path: writePath(path), words: allowed(issue) }];
  });
}

/** A fault in a sentence. */
export function faultSentence({ path, words }: SettingsFault): string {
  return path === '' ? words : `${path}: ${words}`;
}

/** One sentence for each fault that a validator found: where it is, and what would be allowed. */
export function explainIssues(issues: readonly z.core.$ZodIssue[], prefix: Path): string[] {
  return faultsOf(issues, prefix).map(faultSentence);
}
