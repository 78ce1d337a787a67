import { EuiTitle } from '@elastic/eui';
import React from 'react';
import { translate } from '../../../i18n';
import { useRemote } from '../../basics';
import { FaultNotice, KEY_ROWS, Loading, PageFrame, PageKeys, PageNav } from '../../components';

/** The documentation that is built into the plugin. It needs no network except the host. */
export function HelpPage() {
  const title = translate('logwave.help.title', { defaultMessage: 'Help' });
  const { data, fault, reload } = useRemote('help', async () => {
    const { helpSections } = await import('./help_sections');
    return helpSections(translate);
  });
  return (
    <PageFrame title={title}>
      <div className="lwBar">
        <EuiTitle size="s" className="lwTitle">
          <h1>{title}</h1>
        </EuiTitle>
        <span className="lwGrow" />
        <PageNav current="help" />
      </div>
      {fault !== undefined && <FaultNotice fault={fault} onRetry={reload} />}
      {data === undefined && fault === undefined && <Loading />}
      <div className="lwHelp" data-test-subj="logwaveHelp">
        {data?.map((section) => (
          <section key={section.id} aria-labelledby={`logwave-help-${section.id}`}>
            <h2 id={`logwave-help-${section.id}`}>{section.title}</h2>
            {section.paragraphs.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </section>
        ))}
      </div>
      <PageKeys rows={KEY_ROWS.settings()} />
    </PageFrame>
  );
}
