import { Failure } from "./failure.mjs";

/** Where in a provider something is, which a failure names: `@cdktf/provider-aws 21.22.1: aws_lb.access_logs.bucket`. */
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
