import readme from '../../README.md?raw';

/** The project's own documents, by their names: what stands there is not written again here. */
const documents = import.meta.glob<string>('../../docs/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** `docs/<name>.md`; while there is none, the part of the README below `heading`. */
export function document(name: string, heading: string): string {
  return documents[`../../docs/${name}.md`] ?? `# ${heading}\n\n${readmeSection(heading)}`;
}

/** The part of the README below a heading of the second level, without the heading. */
export function readmeSection(heading: string): string {
  const [, ...sections] = readme.split(/^## /m);
  const section = sections.find((text) => text.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`The README has no section "${heading}".`);
  return section.slice(heading.length).trim();
}
