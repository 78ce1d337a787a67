import { EuiButtonEmpty, EuiCopy } from '@elastic/eui';
import React from 'react';
import { translate } from '../../../../i18n';
import { settingsPath, type DiscoverLink } from '../../../basics';
import { AppLink, DiscoverAnchor } from '../../../components';
import type { Note } from './notes';

/** More notes than these are folded away, since readers come for the rows. */
const SHOWN = 2;

function CopyRequest({ text }: { readonly text: string }) {
  return (
    <EuiCopy textToCopy={text}>
      {(copy) => (
        <EuiButtonEmpty size="xs" flush="both" onClick={copy} data-test-subj="logwaveCopyRequest">
          {translate('logwave.note.copy', { defaultMessage: 'Copy request for an administrator' })}
        </EuiButtonEmpty>
      )}
    </EuiCopy>
  );
}

function FoundLink({ link }: { readonly link: DiscoverLink }) {
  return (
    <DiscoverAnchor link={link} data-test-subj="logwaveFoundDiscover">
      {translate('logwave.note.found', { defaultMessage: 'Show these events in Discover' })}
    </DiscoverAnchor>
  );
}

function Line({ note, found }: { readonly note: Note; readonly found: DiscoverLink | undefined }) {
  const { text, to, copy, isOfFound } = note;
  return (
    <li>
      {text}{' '}
      {to === 'settings' && (
        <AppLink to={settingsPath()}>
          {translate('logwave.note.settings', { defaultMessage: 'Settings' })}
        </AppLink>
      )}
      {copy !== undefined && <CopyRequest text={copy} />}{' '}
      {isOfFound && found !== undefined && <FoundLink link={found} />}
    </li>
  );
}

interface NotesListProps {
  readonly notes: readonly Note[];
  /** Links to the documents of all flagged hours. */
  readonly found?: DiscoverLink | undefined;
}

/** What a reader should know about the page. */
export function NotesList({ notes, found }: NotesListProps) {
  if (notes.length === 0) return null;
  const [shown, more] = [notes.slice(0, SHOWN), notes.slice(SHOWN)];
  return (
    <div className="lwNotes" data-test-subj="logwaveNotes">
      <ul>
        {shown.map((note) => (
          <Line key={note.id} note={note} found={found} />
        ))}
      </ul>
      {more.length > 0 && (
        <details>
          <summary>
            {translate('logwave.note.more', {
              defaultMessage: '{count, plural, one {# more note} other {# more notes}}',
              values: { count: more.length },
            })}
          </summary>
          <ul>
            {more.map((note) => (
              <Line key={note.id} note={note} found={found} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
