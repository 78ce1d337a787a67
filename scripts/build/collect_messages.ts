import { appendAll } from '../../common/lists';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { BuildError } from './build_error';
import type { Messages } from './translations';

const PREFIX = 'logwave.';
const SOURCE = /\.tsx?$/;
const TEST = /\.test\.tsx?$/;

/** In the format that Kibana reads, the text after this is literal, including braces. */
const QUOTING = 'an apostrophe before a brace';

/** A text of the page, and where it is used. */
interface Message {
  readonly id: string;
  readonly text: string;
  readonly file: string;
}

/** `'text'`, or `{ defaultMessage: 'text' }`. */
function defaultText(node: ts.Expression | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const property = node.properties.find(
    (candidate) => candidate.name?.getText() === 'defaultMessage',
  );
  return property !== undefined && ts.isPropertyAssignment(property)
    ? defaultText(property.initializer)
    : undefined;
}

/** The messages of one source file: calls whose first argument is an id of ours. */
export function messagesIn(file: string, code: string): Message[] {
  const found: Message[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [first, second] = node.arguments;
      if (first !== undefined && ts.isStringLiteralLike(first) && first.text.startsWith(PREFIX)) {
        const text = defaultText(second);
        if (text === undefined) throw new BuildError(`${file}: ${first.text} has no plain text.`);
        if (text.includes("'{")) throw new BuildError(`${file}: ${first.text} has ${QUOTING}.`);
        found.push({ id: first.text, text, file });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.ES2022, true));
  return found;
}

/** Combines messages. The same id may be used in several places, with one text. */
export function mergeMessages(found: readonly Message[]): Messages {
  const messages = new Map<string, string>();
  for (const { id, text, file } of found) {
    const other = messages.get(id);
    if (other !== undefined && other !== text) {
      throw new BuildError(`${file}: ${id} has another text elsewhere.`);
    }
    messages.set(id, text);
  }
  return messages;
}

/**
 * Every text of the page in English, by message id.
 *
 * @param folder all source files in it and below are read, except tests
 * @throws BuildError if an id has two texts, or none that could be translated
 */
export async function collectMessages(folder: string): Promise<Messages> {
  const names = await readdir(folder, { recursive: true });
  const sources = names.filter((name) => SOURCE.test(name) && !TEST.test(name)).sort();
  const found: Message[] = [];
  for (const name of sources) {
    appendAll(found, messagesIn(name, await readFile(join(folder, name), 'utf8')));
  }
  return mergeMessages(found);
}
