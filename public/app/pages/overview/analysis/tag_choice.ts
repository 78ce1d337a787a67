import type { StoragePort } from '../../../basics';

const KEY = 'logwave.tagOnAnalysis';

/** Whether "Analyze day" tags as well: only if the reader has chosen that. */
export function tagsOnAnalysis(storage: StoragePort): boolean {
  return storage.get(KEY) === 'yes';
}

/** Keeps the choice in the reader's browser. */
export function chooseTagging(storage: StoragePort, tags: boolean): void {
  storage.set(KEY, tags ? 'yes' : 'no');
}
