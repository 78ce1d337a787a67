import { wrapText } from '../../../common/report';

export { visible } from '../../../common/report';

/** The maximum width of a report, in characters. */
export const WIDTH = 100;

/** The indent of a line that belongs to the line before. */
export const INDENT = '  ';
/** The width of a progress bar, in characters. */
export const BAR_WIDTH = 24;

/** {@link wrapText} to the width of a report. */
export function wrap(text: string, indent: string, width = WIDTH): string[] {
  return wrapText(text, indent, width);
}
