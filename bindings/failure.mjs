/** A failure the user can do something about: its message is one sentence, and no stack trace is shown. */
export class Failure extends Error {}
