import type { Command } from 'commander';

/** After an error of usage a command shows its one line of usage, not its whole help. */
export function showUsageAfterErrors(command: Command): void {
  const usage = command.createHelp().commandUsage(command);
  command.showHelpAfterError(`\nUsage: ${usage}\nAdd --help to see all options.`);
  for (const inner of command.commands) showUsageAfterErrors(inner);
}
