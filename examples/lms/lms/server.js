// Stands for the learning platform. It knows nothing of React or Zoom, only the address of the app.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const port = Number(process.env.PORT ?? 5173);
const app = `http://localhost:${port + 1}`;

/** What it serves: the type and the file of each path. */
const FILES = {
  '/': ['text/html', new URL('course.html', import.meta.url)],
  '/meeting': ['text/html', new URL('meeting.html', import.meta.url)],
  '/pico.css': ['text/css', new URL(import.meta.resolve('@picocss/pico/css/pico.min.css'))],
};

createServer(async (request, response) => {
  const [type, file] = FILES[request.url] ?? [];
  if (file === undefined) return response.writeHead(404).end();
  const text = await readFile(file, 'utf8');
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text.replaceAll('{{app}}', app));
}).listen(port, 'localhost', () => console.log(`The learning platform is at http://localhost:${port}`));
