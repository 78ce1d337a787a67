import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@elastic/elasticsearch';
import { readChannels } from '../../server/delivery';
import { routes } from '../../server/routes';
import { answerError } from '../../server/wiring/answer_error';
import { startHost } from '../../standalone/host/create_host';
import { callerAtThisMachine, createServices } from '../../standalone/host/create_services';
import { createHostDocuments } from '../../standalone/host/settings/host_documents';
import type { Door } from './door';
import { send } from './send';

export interface StandaloneDoor {
  readonly door: Door;
  readonly url: string;
  /** What the host has logged as an error. */
  readonly errors: readonly string[];
}

const styles = { all: [], light: 'light.css', dark: 'dark.css' };
const manifest = { key: '', inputs: [], script: 'main.js', styles, files: [] };

/**
 * Starts the standalone host without a page.
 *
 * @param settingsIndex an index of its own, since suites run side by side
 */
export async function openStandaloneDoor(
  client: Client,
  settingsIndex: string,
  notify?: unknown,
): Promise<StandaloneDoor> {
  const errors: string[] = [];
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (line: string) => void errors.push(line),
  };
  const documents = createHostDocuments(client, settingsIndex);
  const { services, runs } = createServices({
    client,
    documents,
    log,
    now: () => new Date(),
    channels: readChannels(notify),
  });
  const folder = await mkdtemp(join(tmpdir(), 'logwave-no-page-'));
  const host = await startHost({
    address: '127.0.0.1',
    port: 0,
    routes,
    services,
    answerError,
    callerOf: (request) => callerAtThisMachine(client, request),
    page: { folder, manifest },
  });
  const close = async (): Promise<void> => {
    await Promise.all([host.stop(), runs.stopAll()]);
    await rm(folder, { recursive: true });
  };
  const call: Door['call'] = async ({ method, path, body, headers, signal }) => {
    const { status, json } = await send(host.url, path, {
      method: method.toUpperCase(),
      ...(headers !== undefined && { headers }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal !== undefined && { signal }),
    });
    return { status, json };
  };
  const kind = { hasPrivileges: false, keepsSettings: false };
  const door = { name: 'the standalone host', ...kind, call, close };
  return { door, url: host.url, errors };
}
