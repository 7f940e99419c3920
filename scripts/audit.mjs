// `npm run test:audit`: fails if a dependency that users install has a known vulnerability. Some registries, such as a
// company's mirror, don't offer that check. Then it says so, and passes.
import { run } from './lib/run.mjs';

const { code, output } = await run('npm', ['audit', '--omit=dev'], { quiet: true, keep: true });
const isOffered =
  !/audit endpoint returned an error|ENOAUDIT|EAUDITNOPJSON|ENOTFOUND|ECONNREFUSED|EAI_AGAIN/.test(output);
if (isOffered) console.log(output);
else console.log('This registry offers no audit, so known vulnerabilities were not looked for.');
process.exitCode = isOffered ? code : 0;
