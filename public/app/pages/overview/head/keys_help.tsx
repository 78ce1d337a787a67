import {
  EuiModal,
  EuiModalBody,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSwitch,
} from '@elastic/eui';
import React, { useState } from 'react';
import { translate } from '../../../../i18n';
import { useServices, areKeysOn, switchKeys } from '../../../basics';

function keyRows(): readonly (readonly [keys: string, does: string])[] {
  return [
    ['/', translate('logwave.keys.filter', { defaultMessage: 'filter series' })],
    ['j  k', translate('logwave.keys.rows', { defaultMessage: 'next and previous row' })],
    ['o', translate('logwave.keys.open', { defaultMessage: 'open the row' })],
    ['d', translate('logwave.keys.documents', { defaultMessage: 'documents of the row' })],
    ['←  →', translate('logwave.keys.hours', { defaultMessage: 'hour by hour through all rows' })],
    ['[  ]', translate('logwave.keys.days', { defaultMessage: 'previous and next day' })],
    ['Esc', translate('logwave.keys.back', { defaultMessage: 'back to the day, or to no hour' })],
    ['?', translate('logwave.keys.help', { defaultMessage: 'this list' })],
  ];
}

/** The list of keys, and the switch for those who do not want single ones. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const { storage } = useServices();
  const [isOn, setOn] = useState(() => areKeysOn(storage));
  const choose = (on: boolean): void => {
    switchKeys(storage, on);
    setOn(on);
  };
  return (
    <EuiModal onClose={onClose} maxWidth={420} data-test-subj="logwaveKeys">
      <EuiModalHeader>
        <EuiModalHeaderTitle size="s">
          {translate('logwave.keys.title', { defaultMessage: 'Keyboard shortcuts' })}
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <table className="lwKeys">
          <tbody>
            {keyRows().map(([keys, does]) => (
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
