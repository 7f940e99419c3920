import readme from '../../README.md?raw';

/** The project's own documents, by their paths, so that the guide does not repeat them. */
const documents = import.meta.glob<string>('../../docs/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Returns `docs/<name>.md` or, if there is none, the section of the README below `heading`. */
export function document(name: string, heading: string): string {
  return documents[`../../docs/${name}.md`] ?? `# ${heading}\n\n${readmeSection(heading)}`;
}

/** Returns the section of the README below a second-level heading, without the heading. */
export function readmeSection(heading: string): string {
  const [, ...sections] = readme.split(/^## /m);
  const section = sections.find((text) => text.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`The README has no section "${heading}".`);
  return section.slice(heading.length).trim();
}
