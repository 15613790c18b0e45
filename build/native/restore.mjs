// Installs node_modules from package-lock.json once; safe when several builds start at the same time.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
const here = dirname(fileURLToPath(import.meta.url));
const stamp = join(here, 'node_modules', '.restore-stamp'), lock = join(here, '.restore-lock');
const want = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');
const ok = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === want;
if (ok()) process.exit(0);
const end = Date.now() + 15 * 60e3;
for (;;) {
  try { mkdirSync(lock); break; } catch {
    if (ok()) process.exit(0);
    try { if (Date.now() - statSync(lock).mtimeMs > 15 * 60e3) rmSync(lock, { recursive: true }); } catch { }
    if (Date.now() > end) { console.error('native deps: lock held too long: ' + lock); process.exit(1); }
    await new Promise(r => setTimeout(r, 250));
  }
}
try {
  if (!ok()) {
    console.log('native deps: npm ci in ' + here);
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const r = spawnSync(npm, ['ci'], { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
    if (r.status !== 0) process.exitCode = r.status ?? 1; else writeFileSync(stamp, want);
  }
} finally { rmSync(lock, { recursive: true, force: true }); }
