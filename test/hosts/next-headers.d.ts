/** What is used of it: Next.js is installed in its fixture app only. */
declare module 'next/headers' {
  export function cookies(): Promise<{ get(name: string): { value: string } | undefined }>;
}
