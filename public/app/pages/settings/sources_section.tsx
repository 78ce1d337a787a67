import { EuiSwitch } from '@elastic/eui';
import React from 'react';
import type { getSources } from '../../../../common/api/get_sources';
import type { AnswerOf } from '../../../../common/api/endpoint';
import { translate } from '../../../i18n';
import { Section } from './section';

type SourceState = AnswerOf<typeof getSources>['sources'][number];

interface SourcesSectionProps {
  readonly sources: readonly SourceState[];
  readonly enabled: ReadonlySet<string>;
  readonly isEditable: boolean;
  readonly onSwitch: (id: string) => void;
}

function stateWords({ state, words }: SourceState): string {
  switch (state) {
    case 'usable':
      return (
        words ??
        translate('logwave.settings.usable', { defaultMessage: 'its fields can be counted' })
      );
    case 'off':
      return translate('logwave.settings.off', { defaultMessage: 'off' });
    default:
      return words ?? state;
  }
}

/** The sources, each with the check of its fields, and whether it is analysed. */
export function SourcesSection({ sources, enabled, isEditable, onSwitch }: SourcesSectionProps) {
  return (
    <Section title={translate('logwave.settings.sources', { defaultMessage: 'Sources' })}>
      <table className="lwPlain" data-test-subj="logwaveSources">
        <thead>
          <tr>
            <th scope="col">
              {translate('logwave.settings.source', { defaultMessage: 'Source' })}
            </th>
            <th scope="col">
              {translate('logwave.settings.index', { defaultMessage: 'Indices' })}
            </th>
            <th scope="col">{translate('logwave.settings.by', { defaultMessage: 'Series by' })}</th>
            <th scope="col">{translate('logwave.settings.tag', { defaultMessage: 'Tag' })}</th>
            <th scope="col">{translate('logwave.settings.check', { defaultMessage: 'Check' })}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((state) => {
            const { id, name, index, subtype_fields: fields, tag } = state.source;
            return (
              <tr key={id}>
                <th scope="row">
                  <EuiSwitch
                    compressed
                    label={name}
                    checked={enabled.has(id)}
                    disabled={!isEditable}
                    onChange={() => onSwitch(id)}
                    data-test-subj={`logwaveSource-${id}`}
                  />
                </th>
                <td>{index}</td>
                <td>{fields.join(', ')}</td>
                <td>{tag}</td>
                <td>{stateWords(state)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="lwSub">
        {translate('logwave.settings.ownSources', {
          defaultMessage:
            'Sources of your own, their filters and words, and floors of single series are set by PUT /api/logwave/settings.',
        })}
      </p>
    </Section>
  );
}
