// `node guard.mjs <folder> <script>`: runs an npm script, and ends it together with all that it has started as soon as
// the standard input closes, which it also does when the process at the other end dies.
import { execFileSync, spawn } from 'node:child_process';

const [, , cwd, script] = process.argv;
const isWindows = process.platform === 'win32';
// On Windows, npm is a .cmd file, which only a shell can start.
const child = spawn('npm', ['run', script], {
  cwd,
  shell: isWindows,
  stdio: ['ignore', 'inherit', 'inherit'],
});
child.on('exit', (code) => process.exit(code ?? 1));
process.stdin.resume();
process.stdin.on('close', () => {
  if (isWindows) execFileSync('taskkill', ['/pid', String(process.pid), '/t', '/f']);
  // This process is the first of its group.
  else process.kill(-process.pid, 'SIGKILL');
});
