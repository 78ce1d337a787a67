import React from 'react';
import { translate } from '../../../i18n';

/** Says that documents are missing from the list, and why; shows nothing if none are. */
export function MissingDocuments({ why }: { readonly why: string | null }) {
  if (why === null) return null;
  return (
    <p className="lwSummary" role="status" data-test-subj="logwaveDocumentsMissing">
      {translate('logwave.documents.missing', {
        defaultMessage: 'Documents may be missing: {why}.',
        values: { why },
      })}
    </p>
  );
}
