/** An error that the user can fix: only its one-sentence message is shown, without a stack trace. */
export class Failure extends Error {}
