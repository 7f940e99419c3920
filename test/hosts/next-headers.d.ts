/** The part that the recipes use. Next.js itself is installed only in its fixture app. */
declare module 'next/headers' {
  export function cookies(): Promise<{ get(name: string): { value: string } | undefined }>;
}
