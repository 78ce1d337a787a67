import { EuiButtonIcon, EuiSelect, EuiTitle } from '@elastic/eui';
import React, { type ReactNode, type RefObject } from 'react';
import { translate } from '../../../i18n';
import { ArrowLeft, ArrowRight } from '../../components';
import { FilterField } from '../../rows';
import type { MonthOrder } from './month_rows';

interface MonthHeaderProps {
  readonly title: string;
  readonly zone: string | undefined;
  /** Whether there are later days than those shown. */
  readonly hasLater: boolean;
  readonly onEarlier: () => void;
  readonly onLater: () => void;
  readonly filter: string;
  readonly field: RefObject<HTMLInputElement>;
  readonly onFilter: (filter: string) => void;
  readonly order: MonthOrder;
  readonly onOrder: (order: MonthOrder) => void;
  /** The button that fills gaps. */
  readonly children: ReactNode;
}

function OrderSelect({ order, onOrder }: Pick<MonthHeaderProps, 'order' | 'onOrder'>) {
  return (
    <span className="lwSelect lwMonthOrder">
      <EuiSelect
        compressed
        value={order}
        aria-label={translate('logwave.month.order', { defaultMessage: 'Order' })}
        onChange={({ target }) => onOrder(target.value === 'name' ? 'name' : 'began')}
        options={[
          {
            value: 'began',
            text: translate('logwave.month.orderBegan', {
              defaultMessage: 'Order: latest start',
            }),
          },
          {
            value: 'name',
            text: translate('logwave.month.orderName', { defaultMessage: 'Order: name' }),
          },
        ]}
        data-test-subj="logwaveMonthOrder"
      />
    </span>
  );
}

/** Which days are shown, the links to others, and how the series are filtered and sorted. */
export function MonthHeader(props: MonthHeaderProps) {
  const { title, zone, hasLater, onEarlier, onLater, filter, field, onFilter, children } = props;
  return (
    <div className="lwBar">
      <EuiTitle size="s" className="lwTitle">
        <h1>{title}</h1>
      </EuiTitle>
      <EuiButtonIcon
        className="lwSquare"
        color="text"
        iconType={ArrowLeft}
        aria-label={translate('logwave.month.earlier', { defaultMessage: '31 days earlier' })}
        onClick={onEarlier}
        data-test-subj="logwaveMonthEarlier"
      />
      <EuiButtonIcon
        className="lwSquare"
        color="text"
        iconType={ArrowRight}
        isDisabled={!hasLater}
        aria-label={translate('logwave.month.later', { defaultMessage: '31 days later' })}
        onClick={onLater}
        data-test-subj="logwaveMonthLater"
      />
      <span className="lwSub lwZone">{zone ?? ''}</span>
      <span className="lwGrow" />
      <FilterField
        value={filter}
        field={field}
        onChange={onFilter}
        onLeave={() => field.current?.blur()}
      />
      <OrderSelect {...props} />
      {children}
    </div>
  );
}
