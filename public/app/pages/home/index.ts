export { homeDay } from './home_day';
export { HomePage } from './home_page';
