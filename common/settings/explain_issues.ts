import type { z } from 'zod';

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

/** A fault that a validator found. */
export interface SettingsFault {
  /** Where it is, such as `sources[0].tag`; empty where it is the whole. */
  readonly path: string;
  /** What would be allowed, in a phrase. */
  readonly words: string;
}

/** Each fault that a validator found, with its place. */
export function faultsOf(issues: readonly z.core.$ZodIssue[], prefix: Path): SettingsFault[] {
  return issues.map((issue) => ({
    path: writePath([...prefix, ...issue.path]),
    words: allowed(issue),
  }));
}

/** A fault in a sentence. */
export function faultSentence({ path, words }: SettingsFault): string {
  return path === '' ? words : `${path}: ${words}`;
}

/** One sentence for each fault that a validator found: where it is, and what would be allowed. */
export function explainIssues(issues: readonly z.core.$ZodIssue[], prefix: Path): string[] {
  return faultsOf(issues, prefix).map(faultSentence);
}
