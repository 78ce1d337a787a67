import pc from 'picocolors';

/** Colors only if a terminal shows them. */
export const color = pc.createColors(process.stdout.isTTY && pc.isColorSupported);

/** Writes a line of the command's result to standard output. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Writes a progress line to standard error, so that results can be piped. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Writes a record as JSON for machines. */
export function printJson(record: unknown): void {
  print(JSON.stringify(record, null, 2));
}

/** Ends the process if its output no longer has a reader, as in `logwave query … | head`. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}
