// Loaded before a program with `node --import`. Any network access ends the program with exit code 97, and
// every path that is accessed is printed on a line. Threads of the program are watched too.
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

/** Ends the program; an exception could be caught. */
function refuse(what) {
  return () => {
    fs.writeSync(2, `NETWORK ${what}\n`);
    process.exit(97);
  };
}

net.Socket.prototype.connect = refuse('connect');
net.Server.prototype.listen = refuse('listen');
dgram.createSocket = refuse('dgram');
for (const home of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(home)) {
    if (/^(lookup|resolve|reverse)/.test(name)) home[name] = refuse(`dns.${name}`);
  }
}

const seen = new Set();
const ACCESS_METHODS =
  /^(access|copyFile|cp|createReadStream|createWriteStream|exists|lstat|mkdir|open|opendir|readFile|readdir|readlink|realpath|rename|rm|rmdir|stat|symlink|unlink|watch|writeFile)(Sync)?$/;
for (const home of [fs, fs.promises]) {
  for (const name of Object.keys(home).filter((key) => ACCESS_METHODS.test(key))) {
    const call = home[name];
    home[name] = Object.assign(function watched(...words) {
      for (const word of words.slice(0, /^(rename|cp|copyFile)/.test(name) ? 2 : 1)) {
        if (word instanceof URL) see(fileURLToPath(word));
        else if (typeof word === 'string' || Buffer.isBuffer(word)) see(resolve(String(word)));
      }
      return call.apply(this, words);
    }, call);
  }
}
syncBuiltinESMExports();

if (isMainThread) {
  process.on('exit', () => {
    for (const path of seen) reportAccess(path);
  });
}

function see(path) {
  const isNew = !seen.has(path);
  seen.add(path);
  // A thread may be ended at any moment, without a word.
  if (isNew && !isMainThread) reportAccess(path);
}

function reportAccess(path) {
  report(`ASKED ${JSON.stringify(path)}\n`);
}

/** Writes a line, waiting while the pipe is full. */
function report(line) {
  for (;;) {
    try {
      fs.writeSync(2, line);
      return;
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
}
