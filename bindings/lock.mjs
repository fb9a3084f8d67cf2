// One generation at a time: the second of two builds waits for the first and finds its work done.

import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Runs `action` while holding the lock folder; a lock whose owner no longer runs is taken over. */
export async function withLock(folder, say, action) {
  for (let waiting = false; !tryLock(folder); waiting = true) {
    if (!waiting) say("waiting for another build, which is generating the packages …");
    await sleep(500);
  }
  try {
    return await action();
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function tryLock(folder) {
  const ownerFile = path.join(folder, "owner");
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (isAlive(ownerFile)) return false;
    // Only politeness depends on this step: should two builds take a stale lock at once, both generate, each in a
    // folder of its own, and one of them publishes.
    fs.rmSync(folder, { recursive: true, force: true });
    return false;
  }
  fs.writeFileSync(ownerFile, String(process.pid));
  return true;
}

function isAlive(ownerFile) {
  try {
    const owner = Number(fs.readFileSync(ownerFile, "utf8"));
    if (!owner) return true; // being written
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM" || (error.code === "ENOENT" && isFresh(path.dirname(ownerFile)));
  }
}

/** A lock without an owner is one being taken right now, or one whose owner died in that instant. */
function isFresh(folder) {
  try {
    return Date.now() - fs.statSync(folder).mtimeMs < 10_000;
  } catch {
    return false;
  }
}
