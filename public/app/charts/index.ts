export * from '../../../common/charts';
