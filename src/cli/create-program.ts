import { Argument, Command, Option } from 'commander';
import { SDK_VERSION } from '../sdk/profile/versions.ts';
import { type CopySdkOptions, runCopySdk } from './copy-sdk/run-copy-sdk.ts';
import { type DoctorOptions, runDoctor } from './doctor/run-doctor.ts';
import { HOST_NAMES, type HostName } from './headers/hosts.ts';
import { POLICY_NAMES } from './headers/policies.ts';
import { type HeadersOptions, runHeaders } from './headers/run-headers.ts';
import { version } from './manifest.ts';
import { type MigrateOptions, runMigrate } from './migrate/run-migrate.ts';
import type { Terminal } from './terminal.ts';

const examples = (...lines: readonly string[]): string =>
  `\n${lines.length === 1 ? 'Example' : 'Examples'}:\n${lines.map((line) => `  ${line}`).join('\n')}`;

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/**
 * Creates the command line: its commands, options and help.
 *
 * @param done Called with the exit code of the command that was called.
 */
export function createProgram(terminal: Terminal, done: (exitCode: number) => void): Command {
  const program = new Command('react-zoom-join')
    .description('Helps to set up <ZoomJoin>, a Zoom meeting in a React app.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out.write(text),
      writeErr: (text) => terminal.err.write(text),
      // The caller prints it.
      outputError: () => {},
    })
    .helpCommand(false)
    .addHelpText('after', examples('npx react-zoom-join doctor', 'npx react-zoom-join copy-sdk --help'));

  program
    .command('copy-sdk')
    .summary('copy Zoom’s SDK into a folder that your server serves')
    .description(
      'Copies what a meeting needs of Zoom’s SDK into a folder that your server serves, for apps that don’t use the Vite plugin. If the app has no @zoom/meetingsdk, it comes from npm, and nothing is installed in the app.',
    )
    .argument('<dir>', 'folder for the SDK’s files alone, such as public/zoom-sdk')
    .option('--sdk-version <version>', `exact version (default: the installed one, or else ${SDK_VERSION})`)
    .addHelpText('after', examples('npx react-zoom-join copy-sdk public/zoom-sdk'))
    .action(async (dir: string, options: CopySdkOptions) => done(await runCopySdk(terminal, dir, options)));

  program
    .command('doctor')
    .summary('check versions, a page’s headers and a signature')
    .description(
      'Checks the versions in this app and, if asked, a page’s headers and a signature. Exits with 1 if anything is wrong.',
    )
    .option('--page <url>', 'page with a meeting, whose headers to check')
    .addOption(new Option('--policy <name>', 'what the page’s policy is meant to be').choices(POLICY_NAMES))
    .option('--signature', 'check the signature that comes from the standard input')
    .option('--meeting <number>', 'meeting number that the signature should be for')
    .addOption(
      new Option('--role <role>', 'role that the signature should be for').choices(['participant', 'host']),
    )
    .addHelpText(
      'after',
      examples(
        'npx react-zoom-join doctor --page http://localhost:3000/room',
        'pbpaste | npx react-zoom-join doctor --signature --role host',
      ),
    )
    .action(async (options: DoctorOptions) => done(await runDoctor(terminal, options)));

  program
    .command('headers')
    .summary('print the headers of a page with a meeting')
    .description(
      'Prints the smallest Content-Security-Policy that a meeting needs, and the other headers, ready to paste. The result goes to the standard output, remarks to stderr.',
    )
    .addArgument(new Argument('<host>', 'what serves the page').choices(HOST_NAMES))
    .addOption(
      new Option('--policy <name>', 'where the SDK comes from, or nonces')
        .choices(POLICY_NAMES)
        .default('cdn'),
    )
    .option('--isolated', 'add the headers that make the page cross-origin isolated')
    .option('--embedded-by <origin>', 'site that shows the app in an iframe; can be repeated', collect)
    .addHelpText(
      'after',
      examples(
        'npx react-zoom-join headers netlify > public/_headers',
        'npx react-zoom-join headers nginx --policy self-hosted --embedded-by https://lms.example',
      ),
    )
    .action((host: HostName, options: HeadersOptions) => done(runHeaders(terminal, host, options)));

  program
    .command('migrate')
    .summary('turn createClient(), init() and join() into <ZoomJoin>')
    .description(
      'Turns a React component that uses Zoom’s component view by hand (createClient, init, join) into one with <ZoomJoin>. Prints the difference and what to look at; changes the files only with --write. A file that it doesn’t understand is left alone.',
    )
    .argument('<files...>', 'files with such components')
    .option('--write', 'change the files')
    .addHelpText(
      'after',
      examples('npx react-zoom-join migrate src/App.tsx', 'npx react-zoom-join migrate src/App.tsx --write'),
    )
    .action(async (files: string[], options: MigrateOptions) =>
      done(await runMigrate(terminal, files, options)),
    );

  return program;
}
