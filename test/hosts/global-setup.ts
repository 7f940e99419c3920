import { writeRecipes } from './recipes.ts';

/** Runs before the tests of this folder, and writes the code of the documents to files. */
export default writeRecipes;
