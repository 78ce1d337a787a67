export { AddressNotice } from './address_notice';
export { AppLink } from './app_link';
export { AppBoundary, PageBoundary } from './broken_page';
export { DayStripSvg } from './day_strip_svg';
export { DiscoverAnchor } from './discover_anchor';
export { FaultNotice } from './fault_notice';
export { faultTitle } from './fault_title';
export { HourAxisSvg } from './hour_axis_svg';
export { ArrowDown, ArrowLeft, ArrowRight } from './icons';
export { Loading, slowWords } from './loading';
export { OutageChoice } from './outage_choice';
export { outageOfWords, outageWords } from './outage_words';
export { type Outages, useOutages } from './use_outages';
export { PageFrame } from './page_frame';
export { PageNav } from './page_nav';
export { SeriesFault } from './series_fault';
export { SparklineSvg } from './sparkline_svg';
export {
  limitX,
  SurpriseAxisSvg,
  surpriseLabel,
  SURPRISE_WIDTH,
  SurpriseSvg,
} from './surprise_svg';
export { CutName } from './cut_name';
export { MonthSvg } from './month_svg';
export { KEY_ROWS } from './key_rows';
export { KeysHelp, PageKeys } from './keys_help';
