/** A text that the browser is to save. */
export interface TextFile {
  /** With its ending. */
  readonly name: string;
  /** Such as `text/csv`. */
  readonly type: string;
  readonly text: string;
}

/** Lets the browser save a text as a file. */
export function saveText({ name, type, text }: TextFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to save by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
