#!/usr/bin/env node
import { run } from './run.ts';

// `… | head` closes the output before everything is written. The command still has to clean up.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const cancel = new AbortController();
// A second Ctrl-C ends the process at once.
process.once('SIGINT', () => cancel.abort());
process.once('SIGTERM', () => cancel.abort());

run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  out: process.stdout,
  err: process.stderr,
  signal: cancel.signal,
}).then((exitCode) => {
  process.exitCode = exitCode;
  // It may stay open.
  process.stdin.unref?.();
});
