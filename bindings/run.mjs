// Runs the tools of the generation.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { Failure } from "./failure.mjs";

const outputShown = 40; // lines
const running = new Set();

/** Runs a tool quietly and returns its output; the end of it is shown when the tool fails. */
export async function run(command, args, { cwd, onFailure }) {
  const { code, output } = await start(command, args, cwd);
  if (code === 0) return output;
  process.stdout.write(output.split("\n").slice(-outputShown).join("\n"));
  throw new Failure(onFailure?.(output) ?? `'${command} ${args.join(" ")}' failed with exit code ${code}; its output is above`);
}

/** Stops the running tools, and waits for their end. */
export async function stopAll() {
  await Promise.all([...running].map((child) => (child.kill(), once(child, "close"))));
}

function start(command, args, cwd) {
  // npm is a shell script on Windows, which Node starts only through a shell.
  const shell = process.platform === "win32" && command === "npm";
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: environment(), shell, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("error", (error) => reject(error.code === "ENOENT" ? new Failure(`'${command}' was not found: install it and put it on the PATH`) : error));
    child.on("close", (code) => {
      running.delete(child);
      resolve({ code, output });
    });
  });
}

function environment() {
  const settings = {
    // NuGet's output is parsed, so its language is fixed.
    DOTNET_CLI_UI_LANGUAGE: "en",
    DOTNET_NOLOGO: "1",
    JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split(".")[0],
  };
  // A build inside a build must not inherit the outer one's settings.
  const inherited = Object.entries(process.env).filter(([name]) => !/^MSBUILD/i.test(name));
  return { ...Object.fromEntries(inherited), ...settings };
}
