// `npm run test:audit`: fails if a package that the build puts into ours has a known vulnerability. Some registries,
// such as a company's mirror, don't offer that check. Then it says so, and passes.
import { bundledPackages } from './lib/bundled.mjs';
import { ensureBuilt } from './lib/ensure.mjs';
import { run } from './lib/run.mjs';

await ensureBuilt();
const bundled = [...new Set((await bundledPackages()).map(({ name }) => name))];
const { output } = await run('npm', ['audit', '--json'], { quiet: true });
// npm also prints errors, before the JSON or after it.
const { vulnerabilities } = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
if (vulnerabilities === undefined)
  console.log('This registry offers no audit, so known vulnerabilities were not looked for.');
else {
  const found = bundled.filter((name) => name in vulnerabilities);
  console.log(`${bundled.length} bundled packages, ${found.length} of them with known vulnerabilities`);
  for (const name of found) console.error(JSON.stringify(vulnerabilities[name], null, 2));
  process.exitCode = found.length === 0 ? 0 : 1;
}
