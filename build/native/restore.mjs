// Runs "npm ci" when node_modules does not belong to package-lock.json; several builds may start this at the same time.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const stamp = join(folder, 'node_modules', '.restore-stamp');
const lock = join(folder, '.restore-lock');
const wanted = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json'))).digest('hex');
const patience = 15 * 60 * 1000;

const isRestored = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

// Making a folder is atomic everywhere: whoever makes it restores, the others wait for the stamp.
async function take() {
  const end = Date.now() + patience;
  while (!isRestored()) {
    try {
      mkdirSync(lock);
      return true;
    } catch {
      dropStaleLock();
    }
    if (Date.now() > end) {
      console.error(`native deps: another build holds ${lock} for too long; delete the folder if there is none`);
      process.exit(1);
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  return false;
}

function dropStaleLock() {
  try {
    if (Date.now() - statSync(lock).mtimeMs > patience)
      rmSync(lock, { recursive: true });
  } catch {
    // Its owner was faster.
  }
}

if (await take()) {
  try {
    if (!isRestored()) {
      console.log(`native deps: npm ci in ${folder}`);
      const windows = process.platform === 'win32';
      const result = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci'], { cwd: folder, stdio: 'inherit', shell: windows });
      if (result.status === 0)
        writeFileSync(stamp, wanted);
      else
        process.exitCode = result.status ?? 1;
    }
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}
