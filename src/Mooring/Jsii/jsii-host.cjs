// Runs jsii's kernel in the process that .NET started. jsii's own starter runs it in a second one, and copies each message between that
// one and .NET, so that a call wakes three processes up in place of two.
"use strict";

const fs = require("node:fs");

// The kernel talks on a file descriptor that its starter opens: https://github.com/aws/jsii/blob/main/packages/%40jsii/runtime/lib/program.ts
// Here it is the standard input and output. No file is ever opened under the number: Node.js itself has taken it.
const channel = 3;
const { readSync, writeSync } = fs;
fs.readSync = (file, ...rest) => readSync(file === channel ? 0 : file, ...rest);
fs.writeSync = (file, ...rest) => writeSync(file === channel ? 1 : file, ...rest);

// What a program prints must not get among the messages; .NET unwraps it, as it does for jsii's own starter.
for (const name of ["stdout", "stderr"]) {
  process[name].write = (text, encoding, callback) => {
    writeSync(2, `${JSON.stringify({ [name]: Buffer.from(text, typeof encoding === "string" ? encoding : undefined).toString("base64") })}\n`);
    (typeof encoding === "function" ? encoding : callback)?.();
    return true;
  };
}

// A terminal sends Ctrl-C to every process that it runs. Node.js would die of it at once, and jsii, whose other half it is, would take the
// program down with a trace. It is the program that decides when Node.js ends: when the standard input does.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});

// A run that was stopped ends in the middle of what it said to Node.js, or Node.js to it: that is no error to tell of.
process.on("uncaughtException", (error) => {
  if (!["ECONNRESET", "EPIPE"].includes(error?.code)) console.error(error?.stack ?? error);
  process.exit(1);
});

// CDKTF notes for each token where in JavaScript it was made, to tell when it cannot be resolved. Here that is always this kernel, which helps
// nobody, and noting it takes an eighth of the time.
Error.captureStackTrace = (error) => { error.stack = ""; };

require("./program.js");
