const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'that disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of that path is a file',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'that name is too long',
  EBUSY: 'another program is using it',
};

/** Returns the code of an error of Node's, such as `ENOENT`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** Says in plain words why reading or writing a file failed. */
export function explainFileError(error: unknown): string {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  return (code === undefined ? undefined : REASONS[code]) ?? message;
}
