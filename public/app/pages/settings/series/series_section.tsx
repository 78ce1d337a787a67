import { EuiButton } from '@elastic/eui';
import React, { useState } from 'react';
import type { Source } from '../../../../../common/sources';
import { translate } from '../../../../i18n';
import { addSeries, changeSeries, removeSeries, takeBackDay } from '../draft/draft_changes';
import type { FormPart } from '../form/form_part';
import { Section } from '../form/section';
import { SeriesEntry } from './series_entry';
import { SeriesHead } from './series_head';
import { countWords } from '../../../words';

/** More are shown on request, since there may be ten thousand. */
const SHOWN_AT_FIRST = 50;

interface SeriesSectionProps extends FormPart {
  /** The saved sources, for names. */
  readonly known: readonly Source[];
}

/** The series with settings of their own. */
export function SeriesSection({ draft, faults, onChange, known }: SeriesSectionProps) {
  const [most, setMost] = useState(SHOWN_AT_FIRST);
  const { series: all, sources } = draft;
  // A new entry is the last, and must be visible.
  const shown = all.map((series, place) => ({ series, place })).slice(-most);
  return (
    <Section
      title={translate('logwave.settings.series', { defaultMessage: 'Settings of one series' })}
      lead={translate('logwave.settings.seriesLead', {
        defaultMessage:
          'To leave days out, use the page of a series. Minimums of a series replace those of its source.',
      })}
    >
      {all.length > 0 && (
        <table className="lwPlain" data-test-subj="logwaveSeriesSettings">
          <SeriesHead hasAction />
          <tbody>
            {shown.map(({ series, place }) => (
              <SeriesEntry
                key={place}
                series={series}
                place={place}
                known={known}
                sources={sources}
                faults={faults}
                onChange={(part) => onChange(changeSeries(place, part))}
                onTakeBack={(day) => onChange(takeBackDay(place, day))}
                onRemove={() => onChange(removeSeries(place))}
              />
            ))}
          </tbody>
        </table>
      )}
      <div className="lwButtons">
        <EuiButton
          size="s"
          color="text"
          onClick={() => onChange(addSeries)}
          data-test-subj="logwaveSeriesAdd"
        >
          {translate('logwave.settings.seriesAdd', {
            defaultMessage: 'Add minimums for one series',
          })}
        </EuiButton>
        {all.length > most && (
          <EuiButton size="s" color="text" onClick={() => setMost(all.length)}>
            {translate('logwave.settings.seriesAll', {
              defaultMessage: 'Show all {count}',
              values: { count: countWords(all.length) },
            })}
          </EuiButton>
        )}
      </div>
    </Section>
  );
}
