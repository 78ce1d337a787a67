import React from 'react';
import { splitName } from '../words';

interface CutNameProps {
  readonly name: string;
  readonly className?: string;
  /** Whether there is room below it: then a name of ordinary length is not cut, but continues. */
  readonly mayWrap?: boolean;
}

/** A longer name is cut all the same, in characters: it would fill the page. */
const LONGEST_WRAPPED = 90;

/**
 * A name that may be cut in its middle, but never so that it looks the same as another. The element
 * around it has the whole name as its title.
 */
export function CutName({ name, className, mayWrap = false }: CutNameProps) {
  if (mayWrap && name.length <= LONGEST_WRAPPED) {
    return <span className={['lwWhole', className].filter(Boolean).join(' ')}>{name}</span>;
  }
  const [head, tail] = splitName(name);
  return (
    <span className={['lwCut', className].filter(Boolean).join(' ')}>
      {head !== '' && <span className="lwCut-head">{head}</span>}
      <span className="lwCut-tail">{tail}</span>
    </span>
  );
}
