export { MonthPage } from './month_page';
