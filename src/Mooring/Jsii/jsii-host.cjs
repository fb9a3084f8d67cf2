// Runs jsii's kernel in the process that .NET started. jsii's own starter runs it in a second one, and copies each message between that
// one and .NET, so that a call wakes up three processes instead of two.
"use strict";

const fs = require("node:fs");

// The kernel talks on a file descriptor that its starter opens: https://github.com/aws/jsii/blob/main/packages/%40jsii/runtime/lib/program.ts
// Here it is the standard input and output. No file can get this descriptor: Node.js itself uses it.
const channel = 3;
const { readSync, writeSync } = fs;
fs.readSync = (file, ...rest) => readSync(file === channel ? 0 : file, ...rest);
fs.writeSync = (file, ...rest) => writeSync(file === channel ? 1 : file, ...rest);

// Printed text must not mix with the messages; .NET unwraps it, as it does for jsii's own starter.
for (const name of ["stdout", "stderr"]) {
  process[name].write = (text, encoding, callback) => {
    writeSync(2, `${JSON.stringify({ [name]: Buffer.from(text, typeof encoding === "string" ? encoding : undefined).toString("base64") })}\n`);
    (typeof encoding === "function" ? encoding : callback)?.();
    return true;
  };
}

// A terminal sends Ctrl-C to every process that it runs. Node.js would end at once, and jsii, which depends on it, would end the
// program with a stack trace. The program decides when Node.js ends: at the end of the standard input.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});

// A stopped run closes the streams in the middle of a message: that is not an error.
process.on("uncaughtException", (error) => {
  if (!["ECONNRESET", "EPIPE"].includes(error?.code)) console.error(error?.stack ?? error);
  process.exit(1);
});

// CDKTF records for each token a JavaScript stack trace, for the error when it cannot be resolved. Here that is always this kernel, which
// does not help, and recording it takes an eighth of the time.
Error.captureStackTrace = (error) => { error.stack = ""; };

require("./program.js");
