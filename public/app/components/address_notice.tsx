import React from 'react';
import { useLocation } from 'react-router-dom';
import { addressFaults, type PageOfAddress } from '../basics';

/** Says what the page does not use of its address; shows nothing if it uses all. */
export function AddressNotice({ page }: { readonly page: PageOfAddress }) {
  const { search } = useLocation();
  const faults = addressFaults(search, page);
  if (faults.length === 0) return null;
  return (
    <ul className="lwNotice lwAddress" role="status" data-test-subj="logwaveAddress">
      {faults.map(({ name, words }) => (
        <li key={name}>{words}</li>
      ))}
    </ul>
  );
}
