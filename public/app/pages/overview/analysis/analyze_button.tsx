import { EuiButton, EuiButtonIcon, EuiPopover, EuiSwitch } from '@elastic/eui';
import React, { useState } from 'react';
import { translate } from '../../../../i18n';
import { useServices } from '../../../basics';
import { ArrowDown } from '../../../components';
import { chooseTagging, tagsOnAnalysis } from './tag_choice';

interface AnalyzeButtonProps {
  readonly isRunning: boolean;
  readonly onAnalyze: (tag: boolean) => void;
  /** Undefined if there is nothing to tag. */
  readonly onTag: (() => void) | undefined;
  readonly onUntag: (() => void) | undefined;
}

function Tagging({ onTag, onUntag }: Pick<AnalyzeButtonProps, 'onTag' | 'onUntag'>) {
  const { storage } = useServices();
  const [tags, setTags] = useState(() => tagsOnAnalysis(storage));
  const choose = (chosen: boolean): void => {
    chooseTagging(storage, chosen);
    setTags(chosen);
  };
  return (
    <div className="lwTagging">
      <EuiSwitch
        compressed
        label={translate('logwave.tagging.switch', { defaultMessage: 'Analyze day also tags' })}
        checked={tags}
        onChange={({ target }) => choose(target.checked)}
        data-test-subj="logwaveTagSwitch"
      />
      <p>
        {translate('logwave.tagging.means', {
          defaultMessage:
            'Tagging adds a tag to the log documents of flagged hours. Without it, Logwave writes nothing to your logs.',
        })}
      </p>
      {onTag !== undefined && (
        <EuiButton size="s" color="text" onClick={onTag} data-test-subj="logwaveTagNow">
          {translate('logwave.tagging.now', { defaultMessage: 'Tag this day now' })}
        </EuiButton>
      )}
      {onUntag !== undefined && (
        <EuiButton size="s" color="text" onClick={onUntag} data-test-subj="logwaveUntag">
          {translate('logwave.tagging.undo', { defaultMessage: 'Remove the tags of this day' })}
        </EuiButton>
      )}
    </div>
  );
}

/** The one filled button of the page, and what it does about tags. */
export function AnalyzeButton({ isRunning, onAnalyze, onTag, onUntag }: AnalyzeButtonProps) {
  const { may, storage } = useServices();
  const [isOpen, setOpen] = useState(false);
  if (!may.run) return null;
  const options = translate('logwave.tagging.label', { defaultMessage: 'Tagging' });
  return (
    <span className="lwTogether">
      <EuiButton
        fill
        size="s"
        isDisabled={isRunning}
        onClick={() => onAnalyze(may.tag && tagsOnAnalysis(storage))}
        data-test-subj="logwaveAnalyze"
      >
        {isRunning
          ? translate('logwave.analyze.running', { defaultMessage: 'Analyzing …' })
          : translate('logwave.analyze.day', { defaultMessage: 'Analyze day' })}
      </EuiButton>
      {may.tag && (
        <EuiPopover
          isOpen={isOpen}
          closePopover={() => setOpen(false)}
          anchorPosition="downRight"
          repositionToCrossAxis={false}
          aria-label={options}
          button={
            <EuiButtonIcon
              className="lwSquare lwTagButton"
              display="base"
              size="s"
              color="text"
              iconType={ArrowDown}
              aria-label={options}
              title={options}
              isDisabled={isRunning}
              onClick={() => setOpen(!isOpen)}
              data-test-subj="logwaveTagging"
            />
          }
        >
          <Tagging
            onTag={onTag && (() => [setOpen(false), onTag()])}
            onUntag={onUntag && (() => [setOpen(false), onUntag()])}
          />
        </EuiPopover>
      )}
    </span>
  );
}
