import React from 'react';
import { useLocation } from 'react-router-dom';
import { translate } from '../../i18n';
import { dayPath, useMemory } from '../basics';
import { longDay } from '../words';
import { AppLink } from './app_link';

/** The way to the last result that the page received: it can be read while nobody answers. */
export function LastResult() {
  const { lastDay } = useMemory();
  const { pathname } = useLocation();
  const day = lastDay();
  if (day === undefined || pathname === dayPath(day)) return null;
  return (
    <p className="lwSub">
      <AppLink to={dayPath(day)} data-test-subj="logwaveLastResult">
        {translate('logwave.overview.lastResult', {
          defaultMessage: 'Show the last result that this page received: {day}',
          values: { day: longDay(day) },
        })}
      </AppLink>
    </p>
  );
}
