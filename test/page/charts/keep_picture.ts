import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

const FOLDER = __dirname;
const INDENT = '  ';
const XMLNS = 'xmlns="http://www.w3.org/2000/svg"';
/** `npm run snapshots` writes the pictures again. Look at them before you commit them. */
const isWriting = process.env['LOGWAVE_WRITE_SNAPSHOTS'] === '1';

/** The first drawing of some markup, or all of it in one where it has several. */
function drawingOf(markup: string): string {
  const drawings = markup.match(/<svg.*?<\/svg>/gs) ?? [];
  const [only = ''] = drawings;
  if (drawings.length !== 1) return `<svg ${XMLNS}>${drawings.join('')}</svg>`;
  return only.replace('<svg', `<svg ${XMLNS}`);
}

const countOf = (line: string, sign: RegExp): number => line.match(sign)?.length ?? 0;

/** One element a line, so that a change is one line of a diff. */
function pretty(markup: string): string {
  let depth = 0;
  const lines = markup.replace(/></g, '>\n<').split('\n');
  return lines
    .map((line) => {
      const opened = countOf(line, /<[a-z]/g) - countOf(line, /<\/|\/>/g);
      const own = line.startsWith('</') ? depth - 1 : depth;
      depth += opened;
      return INDENT.repeat(own) + line;
    })
    .join('\n');
}

interface Picture {
  readonly drawn: string;
  /** The committed picture that it must be. */
  readonly kept: string;
}

function keep(file: string, markup: string): Picture {
  const drawn = `${pretty(markup)}\n`;
  const path = join(FOLDER, file);
  if (isWriting) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(path, drawn);
  }
  return { drawn, kept: readFileSync(path, 'utf8') };
}

/** What React draws of a chart, or a report as markup, as text. */
export function pictureOf(name: string, chart: ReactElement | string): Picture {
  const markup = typeof chart === 'string' ? chart : renderToStaticMarkup(chart);
  return keep(`${name}.svg`, drawingOf(markup));
}

/** A chart made of table cells, for mail programs that draw no SVG. */
export function cellsOf(name: string, markup: string): Picture {
  return keep(`${name}.html`, markup);
}
