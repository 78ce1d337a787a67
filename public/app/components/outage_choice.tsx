import { EuiButton, EuiPopover, EuiSelect } from '@elastic/eui';
import React, { useState } from 'react';
import type { Outage } from '../../../common/settings';
import type { Source } from '../../../common/sources';
import type { Day } from '../../../common/time';
import { translate } from '../../i18n';
import { useServices } from '../basics';
import { longDay, shortDay } from '../words';
import { FaultNotice } from './fault_notice';
import { outageOfWords } from './outage_words';
import type { Outages } from './use_outages';

interface OutageChoiceProps {
  /** The days that can be left out, the suggested one first. */
  readonly days: readonly Day[];
  readonly sources: readonly Pick<Source, 'id' | 'name'>[];
  readonly outages: Outages;
}

/** In the list of sources: all of them. No source has an empty id. */
const ALL = '';

function leaveOutWords(): string {
  return translate('logwave.outage.leaveOut', { defaultMessage: 'Leave day out' });
}

function TakeBack({ sources, outages, outage }: OutageChoiceProps & { readonly outage: Outage }) {
  const what = `${shortDay(outage.day)}, ${outageOfWords(outage, sources)}`;
  const action = translate('logwave.outage.takeBack', { defaultMessage: 'Use again' });
  return (
    <li>
      {what}{' '}
      <button
        type="button"
        className="lwLink"
        aria-label={`${action}: ${what}`}
        disabled={outages.isSaving}
        onClick={() => outages.change(outage, false)}
        data-test-subj={`logwaveOutageTakeBack-${outage.day}`}
      >
        {action}
      </button>
    </li>
  );
}

function Choice(props: OutageChoiceProps) {
  const { days, sources, outages } = props;
  const [day, setDay] = useState(days[0] ?? '');
  const [source, setSource] = useState(ALL);
  const chosen: Outage = source === ALL ? { day } : { day, source };
  const { all = [], isSaved, isSaving, fault, change } = outages;
  const shown = all.filter((outage) => days.includes(outage.day));
  const isLeftOut = all.some((one) => one.day === day && one.source === chosen.source);
  return (
    <div className="lwTagging" data-test-subj="logwaveOutage">
      <p>
        {translate('logwave.outage.means', {
          defaultMessage:
            'After an outage, leave its day out: later days are then not compared with it.',
        })}
      </p>
      <EuiSelect
        compressed
        fullWidth
        value={day}
        aria-label={translate('logwave.outage.day', { defaultMessage: 'Day' })}
        options={days.map((one) => ({ value: one, text: longDay(one) }))}
        onChange={({ target }) => setDay(target.value)}
        data-test-subj="logwaveOutageDay"
      />
      <EuiSelect
        compressed
        fullWidth
        value={source}
        aria-label={translate('logwave.outage.of', { defaultMessage: 'Series' })}
        options={[
          {
            value: ALL,
            text: translate('logwave.outage.every', { defaultMessage: 'Every series' }),
          },
          ...sources.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChange={({ target }) => setSource(target.value)}
        data-test-subj="logwaveOutageSource"
      />
      <EuiButton
        size="s"
        color="text"
        isLoading={isSaving}
        isDisabled={isLeftOut}
        onClick={() => change(chosen, true)}
        data-test-subj="logwaveOutageSave"
      >
        {leaveOutWords()}
      </EuiButton>
      {shown.length > 0 && (
        <ul className="lwOmitted">
          {shown.map((outage) => (
            <TakeBack key={`${outage.day} ${outage.source ?? ALL}`} {...props} outage={outage} />
          ))}
        </ul>
      )}
      <p role="status" data-test-subj="logwaveOutageSaved">
        {isSaved &&
          translate('logwave.outage.saved', {
            defaultMessage: 'Saved. The next analysis of a day uses it.',
          })}
      </p>
      {fault !== undefined && <FaultNotice fault={fault} />}
    </div>
  );
}

/** Leaves a day out for every series or those of a source, or takes that back. */
export function OutageChoice(props: OutageChoiceProps) {
  const { may } = useServices();
  const [isOpen, setOpen] = useState(false);
  if (!may.manage || props.outages.all === undefined) return null;
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      anchorPosition="downRight"
      repositionToCrossAxis={false}
      aria-label={leaveOutWords()}
      button={
        <button
          type="button"
          className="lwLink"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          data-test-subj="logwaveLeaveOut"
        >
          {leaveOutWords()}
        </button>
      }
    >
      <Choice {...props} />
    </EuiPopover>
  );
}
