import { EuiLink } from '@elastic/eui';
import React from 'react';
import type { Source } from '../../../../../common/sources';
import type { Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import type { DraftFaults } from '../draft/draft_faults';
import type { SeriesDraft } from '../draft/series_draft';
import type { SourceDraft } from '../draft/source_draft';
import { FloorsFields } from '../fields/floors_fields';
import { OmittedDays } from './omitted_days';
import { SeriesKeyFields } from './series_key_fields';
import { nameOfSeries } from './series_names';

interface SeriesEntryProps {
  readonly series: SeriesDraft;
  /** Its index in the form's list. */
  readonly place: number;
  /** The saved sources, for names. */
  readonly known: readonly Source[];
  readonly sources: readonly SourceDraft[];
  readonly faults: DraftFaults;
  readonly onChange: (part: Partial<SeriesDraft>) => void;
  readonly onTakeBack: (day: Day) => void;
  readonly onRemove: () => void;
}

/** The settings of one series: days that are left out, and minimums of its own. */
export function SeriesEntry(props: SeriesEntryProps) {
  const { series, place, known, sources, faults, onChange, onTakeBack, onRemove } = props;
  const name = nameOfSeries(known, series);
  return (
    <tr data-test-subj="logwaveSeriesEntry">
      <th scope="row">
        {series.isNew ? (
          <SeriesKeyFields series={series} sources={sources} onChange={onChange} />
        ) : (
          name
        )}
      </th>
      <td>
        <OmittedDays days={series.omitDays} onTakeBack={onTakeBack} />
      </td>
      <td>
        <FloorsFields
          floors={series.floors}
          faults={faults}
          path={`series[${place}].floors`}
          name="logwaveSeriesFloor"
          onChange={(floors) => onChange({ floors })}
        />
      </td>
      <td className="lwPlain-action">
        <EuiLink
          onClick={onRemove}
          aria-label={translate('logwave.settings.seriesRemoveName', {
            defaultMessage: 'Remove the settings of {name}',
            values: { name },
          })}
          data-test-subj="logwaveSeriesRemove"
        >
          {translate('logwave.settings.seriesRemove', { defaultMessage: 'Remove' })}
        </EuiLink>
      </td>
    </tr>
  );
}
