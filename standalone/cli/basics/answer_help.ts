import type { Command } from 'commander';

/**
 * Shows the help that the command `help` asks for, of inner commands as well. Other arguments are
 * left to the parser, which would answer an unknown name with the general help alone.
 *
 * @param words what was typed after the name of the program
 * @throws CommanderError after the help was shown, or if it was asked for an unknown command
 */
export function answerHelp(program: Command, words: readonly string[]): void {
  let command = program;
  let isAsked = false;
  for (const word of words) {
    if (isAsked && word.startsWith('-')) continue;
    if (word === 'help' && !isAsked && command.commands.length > 0) isAsked = true;
    else {
      const inner = command.commands.find((one) => one.name() === word);
      if (inner === undefined && !isAsked) return;
      if (inner === undefined) {
        return command.error(`error: unknown command '${word}'`, {
          code: 'commander.unknownCommand',
        });
      }
      command = inner;
    }
  }
  if (isAsked) command.help();
}
