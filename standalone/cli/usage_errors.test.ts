import type { Command } from 'commander';
import { answerHelp } from './basics/answer_help';
import { createProgram } from './program';

const program = createProgram();
const namesOf = (command: Command, above: string): string[] =>
  command.commands.flatMap((inner) => [
    `${above}${inner.name()}`,
    ...namesOf(inner, `${above}${inner.name()} `),
  ]);

/** What the command line says of these arguments, and never does, since they are wrong. */
async function saidOf(
  args: readonly string[],
  run = (given: Command): unknown => given.parseAsync(['node', 'logwave', ...args]),
): Promise<string> {
  let said = '';
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  try {
    await run(createProgram());
  } catch {
    return said;
  } finally {
    write.mockRestore();
  }
  throw new Error(`accepted: ${args.join(' ')}`);
}

const helpSaid = (typed: string): Promise<string> => {
  const words = typed.split(' ');
  return saidOf(words, (given) => answerHelp(given, words));
};

describe('an error of usage', () => {
  it.each(namesOf(program, ''))('of %s shows the usage of that command', async (name) => {
    const said = await saidOf([...name.split(' '), '--no-such-option']);
    expect(said).toContain(`Usage: logwave ${name} `);
  });

  it.each([
    ['help foo', "error: unknown command 'foo'", 'Usage: logwave [options] [command]'],
    ['help calendar foo', "error: unknown command 'foo'", 'Usage: logwave calendar [options]'],
    ['calendar help foo', "error: unknown command 'foo'", 'Usage: logwave calendar [options]'],
    ['help analyze foo', "error: unknown command 'foo'", 'Usage: logwave analyze [options]'],
  ])('says which command is unknown where help is asked for: %s', async (typed, words, usage) => {
    const said = await helpSaid(typed);
    expect(said).toContain(words);
    expect(said).toContain(usage);
  });

  it.each(['help', 'help analyze', 'help calendar add', 'calendar help add'])(
    'does not follow on a request for help: %s',
    async (typed) => {
      let shown = '';
      const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
        shown += String(text);
        return true;
      });
      expect(await helpSaid(typed)).toBe('');
      write.mockRestore();
      const name = typed.split(' ').filter((word) => word !== 'help');
      expect(shown).toContain(`Usage: ${['logwave', ...name].join(' ')} `);
    },
  );

  it('says what a port must be as it says of other values', async () => {
    expect(await saidOf(['serve', '--port', '70000'])).toContain(
      "argument '70000' is invalid. It must be a number from 0 (any free port) to 65535.",
    );
  });
});
