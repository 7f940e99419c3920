/** An error that the command expects. Its message tells the user what is wrong and what to do. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError';
  readonly exitCode: number = 1;
}

/** The command was called in a way that it doesn't have. */
export class WrongCall extends CommandError {
  override readonly name = 'WrongCall';
  override readonly exitCode = 2;
}
