/** A file that `migrate` leaves alone, with the reason. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}
