import { Command } from 'commander';
import { version } from '../../package.json';
import { registerAnalyze } from './commands/analyze';
import { registerBacktest } from './commands/backtest';
import { registerCalendar } from './commands/calendar';
import { registerDemo } from './commands/demo';
import { registerDetect } from './commands/detect';
import { registerDiff } from './commands/diff';
import { registerEs } from './commands/es';
import { registerLook } from './commands/look';
import { registerFolder } from './commands/folder';
import { registerHistory } from './commands/history';
import { registerIngest } from './commands/ingest';
import { registerJudge } from './commands/judge';
import { registerMute } from './commands/mute';
import { registerPrune } from './commands/prune';
import { registerQuery } from './commands/query';
import { registerRepair } from './commands/repair';
import { registerReplay } from './commands/replay';
import { registerReport } from './commands/report';
import { registerSample } from './commands/sample';
import { registerServe } from './commands/serve';
import { registerSilence } from './commands/silence';
import { registerUntag } from './commands/untag';
import { showUsageAfterErrors } from './basics/usage';
import { registerZip } from './commands/zip';

/** The command line, with one file for each command. */
export function createProgram(): Command {
  const program = new Command('logwave')
    .description("Find which hours of yesterday's logs were unusual, and why")
    .version(version)
    .exitOverride()
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 failed or the result is not whole, 2 wrong usage.',
    );
  registerDemo(program);
  registerLook(program);
  registerIngest(program);
  registerAnalyze(program);
  registerReport(program);
  registerJudge(program);
  registerMute(program);
  registerCalendar(program);
  registerHistory(program);
  registerFolder(program);
  registerSilence(program);
  registerUntag(program);
  registerBacktest(program);
  registerReplay(program);
  registerDiff(program);
  registerRepair(program);
  registerPrune(program);
  registerServe(program);
  registerDetect(program);
  registerQuery(program);
  registerSample(program);
  registerEs(program);
  registerZip(program);
  showUsageAfterErrors(program);
  return program;
}
