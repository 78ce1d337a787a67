import { useEffect, useRef } from 'react';
import type { StoragePort } from './services';

/** What keys do, by the browser's names for them, such as `j`, `/` or `Escape`. */
export type KeyBindings = Readonly<Record<string, () => void>>;

const SWITCH = 'logwave.keys';

/** Whether single keys do anything. The reader can switch them off. */
export function areKeysOn(storage: StoragePort): boolean {
  return storage.get(SWITCH) !== 'off';
}

/** Switches single keys on or off. */
export function switchKeys(storage: StoragePort, on: boolean): void {
  storage.set(SWITCH, on ? 'on' : 'off');
}

const FIELDS = 'input, textarea, select, [contenteditable="true"], [role="dialog"]';

/** Whether a key is meant for something else: a field, a dialog, or a shortcut of the browser. */
function isForOthers(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  return event.target instanceof Element && event.target.closest(FIELDS) !== null;
}

function isSingle(key: string): boolean {
  return key.length === 1;
}

/** Listens to single keys and a few named ones while a component is shown. */
export function useKeys(bindings: KeyBindings, storage: StoragePort): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (isForOthers(event)) return;
      if (isSingle(event.key) && !areKeysOn(storage)) return;
      const binding = Object.hasOwn(latest.current, event.key)
        ? latest.current[event.key]
        : undefined;
      if (binding === undefined) return;
      event.preventDefault();
      binding();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [storage]);
}
