// One generation at a time: the second of two builds waits for the first and finds its work done.

import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const heartbeat = 2_000; // ms
const silence = 60_000; // ms; longer than any step keeps the owner from its heartbeat

/**
 * Runs `action` while holding the lock folder. A lock is taken over when its owner no longer runs, or has not been heard of
 * for a minute: another process may have got its id. Should two builds take a lock over at once, both generate, each in a
 * folder of its own, and one of them publishes; so only time depends on the lock.
 */
export async function withLock(folder, say, action) {
  for (let waiting = false; !tryLock(folder); waiting = true) {
    if (!waiting) say("waiting for another build, which is generating the packages …");
    await sleep(500);
  }
  const beating = setInterval(() => touch(folder), heartbeat);
  try {
    return await action();
  } finally {
    clearInterval(beating);
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a process with this id runs. */
export function isAlive(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function tryLock(folder) {
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (isAbandoned(folder)) fs.rmSync(folder, { recursive: true, force: true });
    return false;
  }
  fs.writeFileSync(ownerFile(folder), String(process.pid));
  return true;
}

function isAbandoned(folder) {
  try {
    const owner = Number(fs.readFileSync(ownerFile(folder), "utf8"));
    return (owner > 0 && !isAlive(owner)) || isSilent(folder);
  } catch {
    return isSilent(folder); // the owner is not written yet, or the lock was given back in this moment
  }
}

function isSilent(folder) {
  try {
    return Date.now() - fs.statSync(folder).mtimeMs > silence;
  } catch {
    return false;
  }
}

function touch(folder) {
  try {
    fs.utimesSync(folder, new Date(), new Date());
  } catch {
    // Somebody took the lock over; both go on.
  }
}

const ownerFile = (folder) => path.join(folder, "owner");
