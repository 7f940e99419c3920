import { writeRecipes } from './recipes.ts';

/** Runs before the tests of this folder, and writes the code of docs/endpoint.md to files. */
export default writeRecipes;
