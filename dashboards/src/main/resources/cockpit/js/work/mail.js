// Sends a document by mail: what the core proposes is shown, and may be written otherwise.
import { ask, send } from '../api.js';
import { askFirst } from '../asking.js';
import { go } from '../address.js';
import { h } from '../dom.js';
import { t } from '../words.js';
import { mayAsk, workAt } from './work.js';

const INVOICE = 'sales/invoice';
const FORMS = [['factur-x', 'Factur-X (PDF/A-3)'], ['ubl', 'UBL'], ['cii', 'CII']];
const LANGUAGES = [['en', 'English'], ['zh', '中文']];

/** The button, for who may send; {@code at} is the address of the document's mails in the core. */
export function mailButton(page, pages, number, at) {
  const mails = pages.find((one) => one.shown.kind === 'paper/mail');
  return page.shown.isPrinted && mayAsk('paper.send') ? h('button', {
    class: 'quiet', id: 'send-by-mail', onclick: () => open(page, mails, number, at),
  }, t('sendByMail')) : null;
}

async function open(page, mails, number, at, language) {
  const proposed = await ask(`${at}/proposal`, { language });
  askFirst({
    title: `${t('sendByMail')}: ${number}`,
    lines: [
      `${t('mailFrom')}: ${proposed.sender ?? '–'}`,
      ...(proposed.known.length > 1 ? [`${t('mailKnown')}: ${proposed.known.join(', ')}`] : []),
    ],
    label: t('sendByMail'),
    fields: fields(page, proposed),
    act: async (entered) => {
      const { answer } = await send('POST', at, asked(entered, proposed), { key: crypto.randomUUID() });
      return () => mails && go(workAt(mails, 'of', answer.number));
    },
  });
}

function fields(page, proposed) {
  const field = (key, word, kind, more = {}) => ({
    key, label: { en: t(word), zh: t(word) }, kind, need: 'REQUIRED', when: {}, ...more,
  });
  const oneOf = (options) => ({ options: options.map(([value, label]) => ({ value, label: { en: label, zh: label } })) });
  return [
    [field('recipients', 'mailTo', 'TEXT'), proposed.recipients.join(', ')],
    [field('language', 'mailLanguage', 'ONE_OF', oneOf(LANGUAGES)), proposed.language],
    [field('subject', 'mailSubject', 'TEXT'), proposed.subject],
    [field('text', 'mailText', 'LINES'), proposed.text],
    ...(page.shown.kind === INVOICE
      ? [[field('eInvoice', 'mailEInvoice', 'ONE_OF', { need: 'OPTIONAL', ...oneOf(FORMS) }), '']] : []),
  ];
}

/** Words that nobody changed are those of the language that was chosen. */
function asked({ recipients, language, subject, text, eInvoice }, proposed) {
  const isOther = language !== proposed.language;
  const unless = (value, same) => (isOther && value === same ? undefined : value);
  return {
    recipients: recipients.split(/[\s,;，；]+/).filter(Boolean),
    language,
    subject: unless(subject, proposed.subject),
    text: unless(text, proposed.text),
    eInvoice,
  };
}
