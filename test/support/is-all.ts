/** Whether this is `npm run test:all`, which also runs what takes longer. */
export const isAll = process.env['TEST_ALL'] !== undefined;
