import React from 'react';
import { translate } from '../../../i18n';

/** Says that the documents are not all, and why; nothing where they are. */
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
