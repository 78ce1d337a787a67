import { EuiLink } from '@elastic/eui';
import React, { useMemo } from 'react';
import { translate } from '../../../../i18n';
import { TextField } from './text_field';

interface ZoneFieldProps {
  readonly zone: string;
  /** Set if Kibana shows times in a zone of its own: a suggestion. */
  readonly hostZone: string | undefined;
  readonly fault: string | undefined;
  readonly onChange: (zone: string) => void;
}

const LIST = 'logwaveZones';

/** The zones that the browser knows; none if it is too old to list them. */
function knownZones(): readonly string[] {
  return typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
}

function Help({ zone, hostZone, onChange }: Omit<ZoneFieldProps, 'fault'>) {
  const help = translate('logwave.settings.zoneHelp', {
    defaultMessage: 'Logwave analyzes the calendar days of this zone, such as Europe/Vienna.',
  });
  if (hostZone === undefined || hostZone === zone) return <>{help}</>;
  return (
    <>
      {help}{' '}
      <EuiLink onClick={() => onChange(hostZone)} data-test-subj="logwaveUseHostZone">
        {translate('logwave.settings.zoneProposal', {
          defaultMessage: 'Use Kibana’s time zone ({zone})',
          values: { zone: hostZone },
        })}
      </EuiLink>
    </>
  );
}

/** The zone whose days are analyzed, with the known ones as suggestions. */
export function ZoneField(props: ZoneFieldProps) {
  const zones = useMemo(knownZones, []);
  return (
    <div>
      <TextField
        label={translate('logwave.settings.zone', { defaultMessage: 'Time zone' })}
        help={<Help {...props} />}
        value={props.zone}
        fault={props.fault}
        onChange={props.onChange}
        list={LIST}
        data-test-subj="logwaveSetting-zone"
      />
      <datalist id={LIST}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </div>
  );
}
