import React from 'react';
import { countWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import { useRowContext } from './row_context';
import { SECTION_HEIGHT } from './row_heights';
import { columnCount } from './table_columns';

interface SectionRowProps {
  readonly quiet: number;
  readonly notAssessed: number;
  readonly isFolded: boolean;
  readonly ariaIndex: number;
  readonly onFold: () => void;
}

function words(
  quiet: number,
  notAssessed: number,
): { readonly bold: string; readonly rest: string } {
  return {
    bold: translate('logwave.section.quiet', {
      defaultMessage: '{count} series as usual',
      values: { count: countWords(quiet) },
    }),
    rest:
      notAssessed === 0
        ? ''
        : translate('logwave.section.notAssessed', {
            defaultMessage: ', {count} of them not assessed',
            values: { count: countWords(notAssessed) },
          }),
  };
}

/** The line between the rows with flags and the quiet ones; it folds these away. */
export function SectionRow({ quiet, notAssessed, isFolded, ariaIndex, onFold }: SectionRowProps) {
  const { layout } = useRowContext();
  const { bold, rest } = words(quiet, notAssessed);
  const before = (layout.code === 0 ? 5 : 6) + (layout.top > 0 ? 1 : 0);
  const after = columnCount(layout) - before - 1;
  return (
    <tr className="lwSection" aria-rowindex={ariaIndex} style={{ height: SECTION_HEIGHT }}>
      <td colSpan={before}>
        <button
          type="button"
          aria-expanded={!isFolded}
          onClick={onFold}
          data-test-subj="logwaveFoldQuiet"
        >
          <span aria-hidden="true">{isFolded ? '▸' : '▾'}</span> <b>{bold}</b>
          {rest}
        </button>
      </td>
      <td className={layout.isSurpriseNumber ? undefined : 'lwSurpriseCell'} />
      <td colSpan={after} />
    </tr>
  );
}
