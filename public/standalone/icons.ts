import { icon as alert } from '@elastic/eui/es/components/icon/assets/alert';
import { icon as arrowDown } from '@elastic/eui/es/components/icon/assets/arrow_down';
import { icon as arrowLeft } from '@elastic/eui/es/components/icon/assets/arrow_left';
import { icon as arrowRight } from '@elastic/eui/es/components/icon/assets/arrow_right';
import { icon as calendar } from '@elastic/eui/es/components/icon/assets/calendar';
import { icon as check } from '@elastic/eui/es/components/icon/assets/check';
import { icon as cross } from '@elastic/eui/es/components/icon/assets/cross';
import { icon as empty } from '@elastic/eui/es/components/icon/assets/empty';
import { icon as moon } from '@elastic/eui/es/components/icon/assets/moon';
import { icon as popout } from '@elastic/eui/es/components/icon/assets/popout';
import { icon as search } from '@elastic/eui/es/components/icon/assets/search';
import { icon as sun } from '@elastic/eui/es/components/icon/assets/sun';
import { icon as warning } from '@elastic/eui/es/components/icon/assets/warning';
import { appendIconComponentCache } from '@elastic/eui/es/components/icon/icon';

/**
 * Registers the icons that the page and its EUI components show. Otherwise EUI would fetch each,
 * and the standalone host has only one script.
 */
export function registerIcons(): void {
  appendIconComponentCache({
    alert,
    arrowDown,
    arrowLeft,
    arrowRight,
    calendar,
    check,
    cross,
    empty,
    moon,
    popout,
    search,
    sun,
    warning,
  });
}
