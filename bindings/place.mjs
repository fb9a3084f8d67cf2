import { Failure } from "./failure.mjs";

/** A place in a provider, for error messages: `@cdktf/provider-aws 21.22.1: aws_lb.access_logs.bucket`. */
export class Place {
  constructor(text) {
    this.text = text;
  }

  member(name) {
    return new Place(`${this.text}.${name}`);
  }

  fail(reason) {
    throw new Failure(`${this.text}: ${reason}`);
  }
}
