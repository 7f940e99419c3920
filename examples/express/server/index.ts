import './practice-key.ts';
import { join } from 'node:path';
import express from 'express';
import { app } from './express.ts';

const port = Number(process.env.PORT ?? 3000);

// What `npm run build` has made: the page, and the SDK's files.
app.use(express.static(join(import.meta.dirname, '../dist')));
app.listen(port, 'localhost', () => console.log(`http://localhost:${port}`));
