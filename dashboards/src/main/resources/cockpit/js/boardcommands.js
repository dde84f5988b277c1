// Commands of a board itself, which hold for a whole company.
import { badge, start } from './commands.js';
import { h, put } from './dom.js';
import { say } from './words.js';

/** What came of them while this page is open, by company and command. */
const outcomes = new Map();

/** The buttons, each with what has become of it. */
export function boardCommands(commands, company) {
  return commands.length === 0 ? null
    : h('div', { class: 'board-commands' }, commands.map((command) => one(command, company)));
}

function one(command, company) {
  const key = `${company}/${command.offer.name}`;
  const line = h('span', { class: 'command-row' });
  const button = h('button', {
    class: 'command-button', id: `do-${command.offer.name}`, data: { command: command.offer.name },
    onclick: () => start(command, { company }, { label: say(command.offer.label), whose: company }, (result) => {
      outcomes.set(key, result);
      paint();
      return line;
    }),
  }, say(command.offer.label));
  const paint = () => put(line, button, outcomes.has(key) ? badge(outcomes.get(key)) : null);
  paint();
  return line;
}
