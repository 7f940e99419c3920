import { writeRecipes } from './recipes.ts';

/** Before the tests of this folder: the code of docs/endpoint.md, as files. */
export default writeRecipes;
