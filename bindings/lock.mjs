// One generation at a time: the second of two builds waits for the first and uses its result.

import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const heartbeat = 2_000; // ms
const silence = 15_000; // ms

/**
 * Runs `action` while holding the lock folder. A lock that has not been touched for a while belongs to a run that was
 * killed, and is taken over. If two builds still run at once, each works in its own folder, and what
 * they share is published by a rename: the lock only saves time.
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
    release(folder);
  }
}

/** Releases the lock. */
export const release = (folder) => fs.rmSync(folder, { recursive: true, force: true });

/** Whether a file or folder was not modified for a time, or does not exist. */
export function isAbandoned(file, age = silence) {
  try {
    return Date.now() - fs.statSync(file).mtimeMs > age;
  } catch {
    return true;
  }
}

function tryLock(folder) {
  if (fs.existsSync(folder) && isAbandoned(folder)) release(folder);
  try {
    fs.mkdirSync(folder);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function touch(folder) {
  try {
    fs.utimesSync(folder, new Date(), new Date());
  } catch {
    // Another run took the lock over; both continue.
  }
}
