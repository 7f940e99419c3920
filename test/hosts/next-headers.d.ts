/** The part that session.ts uses. Next.js itself is installed only in its examples. */
declare module 'next/headers' {
  export function cookies(): Promise<{ get(name: string): { value: string } | undefined }>;
}
