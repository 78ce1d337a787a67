import React from 'react';
import { translate } from '../../../../i18n';
import type { ApiFault } from '../../../basics';
import { FaultNotice, Loading } from '../../../components';
import { MissingDocuments } from '../../documents';
import type { BeforeSilence } from './before_silence';
import { hasTable } from './field_facts';
import { FieldsSection } from './fields_section';
import { LastLinesSection } from './last_lines_section';
import { LinesSection } from './lines_section';
import type { ToldHour } from './told_hour';
import type { Evidence } from './use_evidence';

interface PartProps {
  readonly told: ToldHour | undefined;
  readonly evidence: Evidence;
}

/** One notice if both were refused for the same reason. */
function faultOf({ fields, documents, before }: Evidence): ApiFault | undefined {
  return documents.fault ?? fields.fault ?? before.fault;
}

/** What went wrong. The verdict does not depend on it. */
export function EvidenceFault({ evidence }: { readonly evidence: Evidence }) {
  const fault = faultOf(evidence);
  if (fault === undefined) return null;
  if (fault.code === 'forbidden_in_elasticsearch') {
    return (
      <p className="lwSub" role="status" data-test-subj="logwaveEvidenceForbidden">
        {translate('logwave.evidence.forbidden', {
          defaultMessage:
            'The fields and lines of this series are hidden from you: {why}. The verdict and the counts above do not depend on them.',
          values: { why: fault.message },
        })}
      </p>
    );
  }
  const retry = (): void => {
    evidence.documents.reload();
    evidence.before.reload();
    evidence.fields.reload();
  };
  return (
    <FaultNotice
      fault={fault}
      still={translate('logwave.evidence.still', {
        defaultMessage: 'The verdict and the counts above do not depend on these documents.',
      })}
      onRetry={retry}
    />
  );
}

/** The fields of the flagged hour. */
export function Fields(props: PartProps & { readonly basis: string; readonly fileName: string }) {
  const { told, evidence, basis, fileName } = props;
  const { data, isLoading } = evidence.fields;
  if (told === undefined) return null;
  if (data === undefined) return isLoading && told.isFlagged ? <Loading /> : null;
  return (
    <FieldsSection
      told={told}
      fields={data.fields}
      patterns={data.patterns}
      basis={basis}
      fileName={fileName}
    />
  );
}

/** Lines of the hour. */
export function Lines({ told, evidence, zone }: PartProps & { readonly zone: string }) {
  const { data } = evidence.documents;
  if (told === undefined || data === undefined) return null;
  const { total, documents, missing } = data;
  if (documents.length === 0) return <MissingDocuments why={missing} />;
  const field = evidence.fields.data?.fields.find(hasTable);
  return (
    <>
      <LinesSection told={told} total={total} documents={documents} field={field} zone={zone} />
      <MissingDocuments why={missing} />
    </>
  );
}

/** The last lines before a silence. */
export function LastLines(props: {
  readonly before: BeforeSilence | undefined;
  readonly evidence: Evidence;
  readonly zone: string;
}) {
  const { before, evidence, zone } = props;
  const { data } = evidence.before;
  if (before === undefined || data === undefined) return null;
  if (data.documents.length === 0) return <MissingDocuments why={data.missing} />;
  return <LastLinesSection day={before.day} documents={data.documents} zone={zone} />;
}
