import type { Command } from 'commander';
import { createProgram } from './program';

const program = createProgram();
const namesOf = (command: Command, above: string): string[] =>
  command.commands.flatMap((inner) => [
    `${above}${inner.name()}`,
    ...namesOf(inner, `${above}${inner.name()} `),
  ]);

/** What the command line says of these arguments, and never does, since they are wrong. */
async function saidOf(args: readonly string[]): Promise<string> {
  let said = '';
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  try {
    await createProgram().parseAsync(['node', 'logwave', ...args]);
  } catch {
    return said;
  } finally {
    write.mockRestore();
  }
  throw new Error(`accepted: ${args.join(' ')}`);
}

describe('an error of usage', () => {
  it.each(namesOf(program, ''))('of %s shows the usage of that command', async (name) => {
    const said = await saidOf([...name.split(' '), '--no-such-option']);
    expect(said).toContain(`Usage: logwave ${name} `);
  });

  it('says what a port must be as it says of other values', async () => {
    expect(await saidOf(['serve', '--port', '70000'])).toContain(
      "argument '70000' is invalid. It must be a number from 0 (any free port) to 65535.",
    );
  });
});
