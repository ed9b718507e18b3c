/**
 * A deadline that cannot be computed from what was given. It never leaves the room: `answerDeadline` turns it into
 * `{id, error, missing}`, and the step engine into a step whose date is not known.
 */
export class CannotAnswer extends Error {
  readonly missing: readonly string[];

  constructor(message: string, missing: readonly string[]) {
    super(message);
    this.name = 'CannotAnswer';
    this.missing = missing;
  }
}
