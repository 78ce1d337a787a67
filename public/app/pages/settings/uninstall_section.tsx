import { EuiButton, EuiCheckbox, EuiConfirmModal } from '@elastic/eui';
import React, { useState } from 'react';
import { type AnswerOf, uninstall } from '../../../../common/api';
import { translate } from '../../../i18n';
import { toFault, type ApiFault, useServices } from '../../basics';
import { FaultNotice } from '../../components';
import { Section } from './form/section';
import { pluralWords } from '../../words';

type Done = AnswerOf<typeof uninstall>;
type Wish = { readonly remove_tags: boolean; readonly remove_indices: boolean };

const NOTHING_MORE: Wish = { remove_tags: false, remove_indices: false };

function staysWords({ remove_tags: tags, remove_indices: indices }: Wish): string {
  if (tags && indices) {
    return translate('logwave.uninstall.staysNothing', {
      defaultMessage: 'Logwave leaves nothing behind.',
    });
  }
  const stay = [
    ...(tags ? [] : [translate('logwave.uninstall.tags', { defaultMessage: 'tags in your logs' })]),
    ...(indices
      ? []
      : [
          translate('logwave.uninstall.indices', {
            defaultMessage: 'findings and counts in the indices logwave-*',
          }),
        ]),
  ];
  return translate('logwave.uninstall.stays', {
    defaultMessage: 'Logwave leaves behind: {what}.',
    values: { what: stay.join('; ') },
  });
}

interface ConfirmProps {
  readonly onCancel: () => void;
  readonly onConfirm: (wish: Wish) => void;
}

/** Says what is removed and what stays, before anything is removed. */
function Confirm({ onCancel, onConfirm }: ConfirmProps) {
  const { may } = useServices();
  const [wish, setWish] = useState(NOTHING_MORE);
  const choice = (key: keyof Wish, label: string) => (
    <EuiCheckbox
      id={`logwaveUninstall-${key}`}
      label={label}
      checked={wish[key]}
      onChange={({ target }) => setWish({ ...wish, [key]: target.checked })}
    />
  );
  return (
    <EuiConfirmModal
      title={translate('logwave.uninstall.confirmTitle', {
        defaultMessage: 'Remove settings and schedule?',
      })}
      cancelButtonText={translate('logwave.uninstall.cancel', { defaultMessage: 'Keep them' })}
      confirmButtonText={translate('logwave.uninstall.confirm', { defaultMessage: 'Remove' })}
      role="dialog"
      aria-modal="true"
      aria-label={translate('logwave.uninstall.confirmTitle', {
        defaultMessage: 'Remove settings and schedule?',
      })}
      buttonColor="danger"
      onCancel={onCancel}
      onConfirm={() => onConfirm(wish)}
      data-test-subj="logwaveUninstallConfirm"
    >
      <p>
        {translate('logwave.uninstall.removed', {
          defaultMessage:
            'The schedule is off, its key is invalidated, and all settings are deleted.',
        })}
      </p>
      {may.tag &&
        choice(
          'remove_tags',
          translate('logwave.uninstall.alsoTags', { defaultMessage: 'Also remove all tags' }),
        )}
      {choice(
        'remove_indices',
        translate('logwave.uninstall.alsoIndices', {
          defaultMessage: 'Also delete the indices logwave-*',
        }),
      )}
      <p data-test-subj="logwaveUninstallStays">{staysWords(wish)}</p>
    </EuiConfirmModal>
  );
}

function NotDone({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div data-test-subj="logwaveNotUninstalled">
      <p className="lwStrong">
        {translate('logwave.uninstall.notDone', { defaultMessage: 'Not done:' })}
      </p>
      {sentences.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </div>
  );
}

function DoneWords(props: Done) {
  const { done, not_done: notDone, tags_removed: tags, indices_removed: indices } = props;
  return (
    <div role="status" data-test-subj="logwaveUninstalled">
      {[
        ...done,
        ...(tags === null ? [] : [`${pluralWords(tags, 'tag')} removed.`]),
        ...(indices.length === 0 ? [] : [`${indices.join(', ')} deleted.`]),
      ].map((words) => (
        <p key={words}>{words}</p>
      ))}
      <NotDone sentences={[...notDone, ...props.left_out]} />
    </div>
  );
}

/** Whether another try may help. */
function hasRest({ not_done: notDone, left_out: left }: Done): boolean {
  return notDone.length > 0 || left.length > 0;
}

/**
 * Removes what Logwave keeps in its host, which must be done before the plugin itself is removed.
 */
export function UninstallSection() {
  const { api, host } = useServices();
  const [isAsking, setAsking] = useState(false);
  const [done, setDone] = useState<Done>();
  const [fault, setFault] = useState<ApiFault>();
  const remove = (body: Wish): void => {
    setAsking(false);
    setFault(undefined);
    const { signal } = new AbortController();
    api(uninstall, { body }, signal).then(setDone, (error: unknown) => setFault(toFault(error)));
  };
  return (
    <Section
      title={translate('logwave.uninstall.title', { defaultMessage: 'Remove Logwave' })}
      lead={
        host === 'kibana'
          ? translate('logwave.uninstall.leadKibana', {
              defaultMessage:
                'Do this before you remove the plugin. Otherwise Kibana finds settings that it does not know and stops at the next upgrade.',
            })
          : translate('logwave.uninstall.lead', {
              defaultMessage: 'This removes the settings and the schedule of this host.',
            })
      }
    >
      {fault !== undefined && <FaultNotice fault={fault} />}
      {done !== undefined && <DoneWords {...done} />}
      {(done === undefined || hasRest(done)) && (
        <EuiButton
          size="s"
          color="danger"
          onClick={() => setAsking(true)}
          data-test-subj="logwaveUninstall"
        >
          {translate('logwave.uninstall.button', {
            defaultMessage: 'Remove settings and schedule',
          })}
        </EuiButton>
      )}
      {isAsking && <Confirm onCancel={() => setAsking(false)} onConfirm={remove} />}
    </Section>
  );
}
