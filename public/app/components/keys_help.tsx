import {
  EuiModal,
  EuiModalBody,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSwitch,
} from '@elastic/eui';
import React, { useState } from 'react';
import { translate } from '../../i18n';
import { useServices, useKeys, areKeysOn, switchKeys } from '../basics';

/** A key, or two that belong together, and what it does. */
export type KeyRow = readonly [keys: string, does: string];

const TITLE_ID = 'logwaveKeysTitle';

function listWords(): string {
  return translate('logwave.keys.help', { defaultMessage: 'this list' });
}

interface KeysHelpProps {
  /** Those of the page, without `?` itself. */
  readonly rows: readonly KeyRow[];
  readonly onClose: () => void;
}

/** The list of keys, and the switch for readers who do not want single ones. */
export function KeysHelp({ rows, onClose }: KeysHelpProps) {
  const { storage } = useServices();
  const [isOn, setOn] = useState(() => areKeysOn(storage));
  const choose = (on: boolean): void => {
    switchKeys(storage, on);
    setOn(on);
  };
  return (
    <EuiModal
      onClose={onClose}
      maxWidth={420}
      role="dialog"
      aria-modal="true"
      aria-labelledby={TITLE_ID}
      data-test-subj="logwaveKeys"
    >
      <EuiModalHeader>
        <EuiModalHeaderTitle size="s" id={TITLE_ID}>
          {translate('logwave.keys.title', { defaultMessage: 'Keyboard shortcuts' })}
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <table className="lwKeys">
          <tbody>
            {[...rows, ['?', listWords()] as const].map(([keys, does]) => (
              <tr key={keys}>
                <th scope="row">
                  <kbd>{keys}</kbd>
                </th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <EuiSwitch
          compressed
          label={translate('logwave.keys.switch', {
            defaultMessage: 'Single-key shortcuts are on',
          })}
          checked={isOn}
          onChange={({ target }) => choose(target.checked)}
        />
      </EuiModalBody>
    </EuiModal>
  );
}

/** Shows the list of the page's keys when `?` is pressed. */
export function PageKeys({ rows }: Pick<KeysHelpProps, 'rows'>) {
  const { storage } = useServices();
  const [isOpen, setOpen] = useState(false);
  useKeys({ '?': () => setOpen(true) }, storage);
  return isOpen ? <KeysHelp rows={rows} onClose={() => setOpen(false)} /> : null;
}
