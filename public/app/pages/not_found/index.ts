export { NotFoundPage } from './not_found_page';
