import { CommanderError, type Command } from 'commander';
import { say } from './output';
import { UserError } from './user_error';

const DONE_CODES = ['commander.helpDisplayed', 'commander.help', 'commander.version'];

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return DONE_CODES.includes(error.code) ? 0 : 2;
  if (error instanceof UserError) {
    say(`logwave: ${error.message}`);
    return error.exitCode;
  }
  say(`logwave: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return 1;
}

/** Runs the command line and sets the exit code: 0 done, 1 failed, 2 wrong usage. */
export async function runProgram(program: Command, argv: readonly string[]): Promise<void> {
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}
