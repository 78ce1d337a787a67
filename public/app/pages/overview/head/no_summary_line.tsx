import React from 'react';
import type { Day } from '../../../../../common/time';
import { PageNav } from '../../../components';

/** The line of the summary while there is none: the ways to the other pages, and what is said. */
export function NoSummaryLine({ day, said }: { readonly day: Day; readonly said: string }) {
  return (
    <div className="lwSummaryLine">
      <p className="lwSub lwSaid" role="status" data-test-subj="logwaveSaid">
        {said}
      </p>
      <span className="lwGrow" />
      <PageNav current="day" day={day} />
    </div>
  );
}
