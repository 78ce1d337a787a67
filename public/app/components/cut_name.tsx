import React from 'react';
import { splitName } from '../words';

/**
 * A name that may be cut in its middle, but never so that it looks the same as another. The element
 * around it has the whole name as its title.
 */
export function CutName({
  name,
  className,
}: {
  readonly name: string;
  readonly className?: string;
}) {
  const [head, tail] = splitName(name);
  return (
    <span className={['lwCut', className].filter(Boolean).join(' ')}>
      {head !== '' && <span className="lwCut-head">{head}</span>}
      <span className="lwCut-tail">{tail}</span>
    </span>
  );
}
