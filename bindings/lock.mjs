// One generation at a time: the second of two builds waits for the first and finds its work done.

import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const heartbeat = 2_000; // ms
const silence = 15_000; // ms

/**
 * Runs `action` while holding the lock folder. A lock that has not been touched for a while belongs to a run that was
 * killed, and is taken over. Should two builds work at once all the same, each does in a folder of its own, and what
 * they share appears by a rename: only time depends on the lock.
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

/** Gives the lock back. */
export const release = (folder) => fs.rmSync(folder, { recursive: true, force: true });

/** Whether nobody has touched a file or folder for so long, or it is gone. */
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
    // Somebody took the lock over; both go on.
  }
}
