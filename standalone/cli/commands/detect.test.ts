import { Command } from 'commander';
import { registerDetect } from './detect';

/** What `logwave detect --help` prints. */
function helpOfDetect(): string {
  const program = new Command();
  registerDetect(program);
  let printed = '';
  const [command] = program.commands;
  command?.configureOutput({ writeOut: (text) => (printed += text) });
  command?.outputHelp();
  return printed.replace(/\s+/g, ' ');
}

describe('logwave detect --help', () => {
  it('says which hours a day has that is read as a whole', () => {
    expect(helpOfDetect()).toContain('A day that moved as a whole has the hours that showed it');
    expect(helpOfDetect()).toContain('a working day that is like a Sunday');
  });

  it('says how a series is handed in that was never seen', () => {
    expect(helpOfDetect()).toContain(
      '"train": [] with "source_days": 9 is a series that was never',
    );
  });
});
