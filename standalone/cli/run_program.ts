import { CommanderError, type Command } from 'commander';
import { NoSuchDay } from '../../common/time';
import { elasticsearchTrouble } from '../../server/wiring';
import { EmbeddedElasticsearchError } from '../elasticsearch';
import { RefusedFileError } from '../ingest';
import { answerHelp } from './basics/answer_help';
import { endWithReader, say } from './basics/output';
import { UserError } from './basics/user_error';

/** The part of an error for the user. A stack is only shown for faults of the program. */
function wordsOf(error: unknown): string {
  if (error instanceof UserError || error instanceof NoSuchDay) return error.message;
  if (error instanceof EmbeddedElasticsearchError || error instanceof RefusedFileError) {
    return error.message;
  }
  const trouble = elasticsearchTrouble(error);
  if (trouble !== undefined) return trouble;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function exitCodeOf(error: unknown): number {
  // Requested help and version are errors in the parser as well.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  say(`logwave: ${wordsOf(error)}`);
  return error instanceof UserError ? error.exitCode : 1;
}

/** Runs the command line and sets the exit code: 0 done, 1 failed or not whole, 2 wrong usage. */
export async function runProgram(program: Command, argv: readonly string[]): Promise<void> {
  endWithReader();
  try {
    answerHelp(program, argv.slice(2));
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}
