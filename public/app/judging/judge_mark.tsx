import React from 'react';
import type { ApiJudgment } from '../../../common/api';
import type { JudgmentKind } from '../../../common/marks';
import { judgedWords } from './judge_words';

/** An open circle, a check, and a triangle with its sign. */
const SHAPES: Readonly<Record<JudgmentKind, string>> = {
  none: 'M7 2a5 5 0 1 0 0 10A5 5 0 1 0 7 2z',
  expected: 'M1.5 7.5 5.2 11 12.5 3.5',
  incident: 'M7 1.5 13 12.5H1zM7 5.5v3.2M7 10.2v1',
};

interface JudgeMarkProps {
  readonly judgment: ApiJudgment | null;
  /** The series, for readers who do not see the row. */
  readonly title: string;
  readonly tabIndex: number;
  /** Undefined if the reader may not judge. */
  readonly onJudge: (() => void) | undefined;
}

/** The judgment of a finding, as a sign. Pressing it opens the dialog. */
export function JudgeMark({ judgment, title, tabIndex, onJudge }: JudgeMarkProps) {
  const kind = judgment?.judgment ?? 'none';
  const words = judgedWords(judgment);
  const shape = (
    <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden className={`lwJudged-${kind}`}>
      <path d={SHAPES[kind]} />
    </svg>
  );
  const about = {
    className: 'lwJudge',
    title: words,
    'aria-label': `${words}, ${title}`,
    'data-test-subj': `logwaveJudge-${kind}`,
  };
  if (onJudge === undefined) {
    return (
      <span role="img" {...about}>
        {shape}
      </span>
    );
  }
  return (
    <button type="button" tabIndex={tabIndex} onClick={onJudge} {...about}>
      {shape}
    </button>
  );
}
