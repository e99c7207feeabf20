// Runs irc-framework for a test: reads one JSON object per line from stdin, writes one per event to stdout.
//   {"connect": {options of irc-framework}}   {"join": "#room"}   {"say": ["#room", "text"]}   {"raw": "LINE"}   {"quit": "reason"}
// The library is looked for in the folder that IRC_FRAMEWORK names.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const { Client } = createRequire(`${process.env.IRC_FRAMEWORK}/`)('irc-framework');
const client = new Client();
client.requestCap(['draft/chathistory', 'echo-message']);

const show = (event, details = {}) => process.stdout.write(`${JSON.stringify({ event, ...details })}\n`);

for (const event of ['connecting', 'reconnecting', 'registered', 'loggedin', 'sasl failed', 'join', 'close', 'socket error']) {
  client.on(event, (details) => show(event, { nick: details?.nick, channel: details?.channel, account: details?.account }));
}

client.on('message', ({ type, nick, target, message, batch, tags }) =>
  show('message', { type, nick, target, message, id: tags?.msgid, batch: batch?.type }));
client.on('batch end chathistory', ({ commands }) =>
  show('history', { texts: commands.map((command) => command.params.at(-1)), ids: commands.map((command) => command.tags.msgid) }));

// The library's own reconnecting waits for seconds, and not at all for whoever had just come: a test has no time for that. Entering the rooms
// again is the program's part in any case.
const wait = 200;
const rooms = new Set();
let leaving = false;
client.on('close', () => leaving || setTimeout(() => client.connect(), wait));
client.on('registered', () => rooms.forEach((room) => client.join(room)));

const does = {
  connect: (options) => client.connect({ ...options, auto_reconnect: false }),
  join: (room) => {
    rooms.add(room);
    client.join(room);
  },
  say: ([target, text]) => client.say(target, text),
  raw: (line) => client.raw(line),
  quit: (reason) => {
    leaving = true;
    client.quit(reason);
  },
};

createInterface({ input: process.stdin })
  .on('line', (line) => Object.entries(JSON.parse(line)).forEach(([deed, details]) => does[deed](details)))
  .on('close', () => process.exit());
