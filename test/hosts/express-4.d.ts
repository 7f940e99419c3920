/** Express 4, beside Express 5. Both have the same types for what the tests use. */
declare module 'express-4' {
  export { default } from 'express';
}
