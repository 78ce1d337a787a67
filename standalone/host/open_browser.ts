import { spawn } from 'node:child_process';
import { platform } from 'node:os';

const OPENERS = new Map([
  ['darwin', 'open'],
  ['win32', 'explorer.exe'],
]);

/**
 * Shows an address in the user's browser, if there is a program for that. It is a courtesy: the
 * address was printed, so a machine without one misses nothing.
 */
export function openBrowser(url: string): void {
  const opener = OPENERS.get(platform()) ?? 'xdg-open';
  const opened = spawn(opener, [url], { stdio: 'ignore', detached: true });
  // There is no such program or no screen. The user has the address.
  opened.on('error', () => undefined);
  opened.unref();
}
