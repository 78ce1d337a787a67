import React from 'react';
import { StandaloneHeader } from './standalone_header';
import { ToastList } from './toast_list';

/** What Kibana provides itself: a header, and messages in the corner. */
export function StandaloneAround() {
  return (
    <>
      <StandaloneHeader />
      <ToastList />
    </>
  );
}
