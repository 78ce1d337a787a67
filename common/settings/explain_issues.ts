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
      return `at least ${issue.minimum} ${unitOf(issue.origin)}`.trim();
    case 'too_big':
      return `at most ${issue.maximum} ${unitOf(issue.origin)}`.trim();
    case 'invalid_type':
      return issue.input === undefined
        ? `is missing (${issue.expected})`
        : `must be ${issue.expected}`;
    default:
      return issue.message;
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return 'characters';
  return origin === 'array' ? 'items' : '';
}

/** One sentence for each fault that a validator found: where it is, and what would be allowed. */
export function explainIssues(issues: readonly z.core.$ZodIssue[], prefix: Path): string[] {
  return issues.map((issue) => {
    const path = writePath([...prefix, ...issue.path]);
    return path === '' ? allowed(issue) : `${path}: ${allowed(issue)}`;
  });
}
