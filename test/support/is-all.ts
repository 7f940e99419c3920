/** `npm run test:all`: what takes longer as well. */
export const isAll = process.env['TEST_ALL'] !== undefined;
