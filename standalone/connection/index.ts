export { connectionThat, type Send } from './connection_that';
