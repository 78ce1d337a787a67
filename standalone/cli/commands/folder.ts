import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { readSettingsFile, type SettingsFile } from '../../../common/settings';
import { withElasticOptions, withElasticsearch, type ElasticOptions } from '../basics/context';
import { print, printJson } from '../basics/output';
import { UserError } from '../basics/user_error';
import { assertPlace } from '../basics/write_whole';
import { filesOf } from '../folder/folder_files';
import { readIfThere, writeFolder } from '../folder/folder_io';
import { addContent, fetchContent } from '../folder/keep_content';
import { FolderFault, readFolder } from '../folder/read_folder';
import { hostSettings, replaceSettings } from '../folder/replace_settings';

const HELP = `
The folder holds settings, sources, minimums, judgments, mutes and calendars as sorted files for git,
and no password or key. The settings are those of the host, or of the file that --settings names: for
Kibana, save the file on its settings page and name it here. An import checks all files first. It
replaces the settings, and adds what is missing of the rest.

  logwave export decisions
  logwave import decisions`;

interface FolderOptions extends ElasticOptions {
  readonly json?: true;
  readonly settings?: string;
}

/** An empty name, as from an unset shell variable, would be the present folder. */
function assertNamed(folder: string): void {
  if (folder === '') throw new UserError('the name of the folder is empty: name a folder', 2);
}

async function settingsIn(file: string): Promise<SettingsFile | undefined> {
  const text = await readIfThere(file);
  if (text === undefined) return undefined;
  const read = readSettingsFile(text);
  if ('file' in read) return read.file;
  throw new UserError(`the settings file ${file} has faults:\n  ${read.errors.join('\n  ')}`);
}

async function exportTo(folder: string, options: FolderOptions): Promise<void> {
  assertNamed(folder);
  const { settings: file } = options;
  const given = file === undefined ? undefined : await settingsIn(file);
  if (file !== undefined && given === undefined) throw new UserError(`there is no file ${file}`);
  const content = await withElasticsearch(options, async (client, signal) => {
    const settings = given ?? (await hostSettings(client).load(signal)).saved;
    return { settings, ...(await fetchContent(client, signal)) };
  });
  await writeFolder(folder, filesOf(content));
  const [marks, calendars] = [content.marks.length, content.calendars.length];
  if (options.json === true) printJson({ folder, marks, calendars });
  else print(`Wrote ${folder}: the settings, marks: ${marks}, calendars: ${calendars}.`);
}

async function importFrom(folder: string, options: FolderOptions): Promise<void> {
  assertNamed(folder);
  const { settings: file } = options;
  const found = await stat(folder).catch(() => undefined);
  if (found === undefined) throw new UserError(`there is no folder ${folder}`);
  if (!found.isDirectory()) throw new UserError(`${folder} is a file: name a folder`);
  if (file !== undefined) await assertPlace(file, 'the settings file');
  const content = await readFolder((path) => readIfThere(join(folder, path)), new Date()).catch(
    (error: unknown) => {
      if (error instanceof FolderFault) throw new UserError(`${folder}: ${error.message}`);
      throw error;
    },
  );
  const done = await withElasticsearch(options, async (client, signal) => {
    const added = await addContent(client, content, new Date(), signal);
    const replaced = await replaceSettings(content.settings, file, client, signal);
    return { ...added, settings: replaced };
  });
  if (options.json === true) return printJson({ folder, ...done });
  const settings = done.settings ? 'settings replaced' : 'settings are the same';
  print(
    `Read ${folder}: ${settings}, marks added: ${done.marks}, calendars added: ${done.calendars}.`,
  );
}

function withFileOption(command: Command): Command {
  return withElasticOptions(command)
    .option('--settings <file>', 'the settings file to use in place of the settings of the host')
    .addHelpText('after', HELP);
}

/** `logwave export` and `logwave import`: all that people have decided, as files for git. */
export function registerFolder(program: Command): void {
  withFileOption(program.command('export'))
    .description('write settings, marks and calendars into a folder, for git')
    .argument('<folder>', 'where the files are written')
    .action(exportTo);
  withFileOption(program.command('import'))
    .description('read settings, marks and calendars from a folder')
    .argument('<folder>', 'what an export has written')
    .action(importFrom);
}
