'use strict';

// Everything that comes from a document is put into the page as text, never as markup.
const token = document.querySelector('meta[name=token]').content;
const byId = id => document.getElementById(id);
const input = byId('question');
const button = document.querySelector('#ask button');
let thread = newThread();

function newThread() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), b => b.toString(16).padStart(2, '0')).join('');
}

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

async function call(path, body) {
  const options = { headers: { 'X-Coalition-Token': token } };
  if (body) {
    options.method = 'POST';
    options.headers['Content-Type'] = 'application/json';
    options.body = JSON.stringify(body);
  }
  const response = await fetch(path, options);
  const json = await response.json();
  if (!response.ok) throw new Error(json.error);
  return json;
}

async function ask(question) {
  button.disabled = true;
  try {
    show(await call('/api/ask', { question, thread }));
    input.value = '';
  } catch (e) {
    const card = make('article', 'abstained');
    card.append(make('h2', '', question), make('p', 'said', e.message || 'The bot cannot be reached: is it still running?'));
    byId('turns').prepend(card);
  } finally {
    button.disabled = false;
    byId('fresh').hidden = false;
    input.focus();
  }
}

// The text with the marked runs in bold; marks are [start, end) in the text.
function emphasised(parent, text, marks) {
  let done = 0;
  for (const mark of marks.slice().sort((a, b) => a.start - b.start)) {
    if (mark.start < done || mark.end > text.length) continue;
    parent.append(text.slice(done, mark.start), make('b', '', text.slice(mark.start, mark.end)));
    done = mark.end;
  }
  parent.append(text.slice(done));
}

function show(answer) {
  const card = make('article', answer.abstained ? 'abstained' : '');
  card.append(make('h2', '', answer.question));
  if (answer.abstained) {
    card.append(make('p', 'said', answer.text));
  } else {
    if (answer.lead) card.append(make('p', 'said', answer.lead));
    if (answer.headline) card.append(make('p', 'headline', answer.headline));
    for (const statement of answer.statements) card.append(said(statement, answer.citations));
    if (answer.notice) card.append(make('p', 'notice', answer.notice));
  }
  if (answer.citations.length) card.append(sources(answer));
  if (answer.suggestions && answer.suggestions.length) card.append(chips(answer.suggestions));
  if (!answer.abstained) {
    const made = answer.mode === 'llm' ? 'written by a model, checked against the sources' : 'quoted from the sources';
    card.append(make('p', 'about', `${Math.round(answer.confidence * 100)} % sure · ${made} · ${answer.millis} ms`));
  }
  byId('turns').prepend(card);
}

function said(statement, citations) {
  const line = make('p', 'said');
  const cited = citations.filter(c => statement.citations.includes(c.number));
  const marks = [];
  for (const citation of cited) {
    const at = statement.text.indexOf(citation.shown.text);
    if (at >= 0) for (const m of citation.shown.marks) marks.push({ start: m.start + at, end: m.end + at });
  }
  emphasised(line, statement.text, marks);
  for (const citation of cited) {
    const number = make('button', 'number', String(citation.number));
    number.type = 'button';
    number.title = citation.document;
    number.addEventListener('click', () => open(citation));
    line.append(number);
  }
  return line;
}

function sources(answer) {
  const list = make('ol');
  for (const citation of answer.citations) {
    const item = make('li');
    const source = make('button', 'source');
    source.type = 'button';
    const place = [citation.document, citation.heading, citation.page ? `page ${citation.page}` : ''].filter(Boolean).join(' › ');
    const quote = make('q', /[“”"]/.test(citation.shown.text) ? 'speech' : '');
    emphasised(quote, citation.shown.text, citation.shown.marks);
    source.append(make('strong', '', citation.closest ? 'nearby ' : `${citation.number} `), place, quote);
    source.addEventListener('click', () => open(citation));
    item.append(source);
    list.append(item);
  }
  return list;
}

function chips(suggestions) {
  const row = make('div', 'chips');
  for (const suggestion of suggestions) {
    const chip = make('button', '', suggestion);
    chip.type = 'button';
    chip.addEventListener('click', () => ask(suggestion));
    row.append(chip);
  }
  return row;
}

async function open(citation) {
  const query = new URLSearchParams({ document: citation.document, hash: citation.hash, start: citation.start, end: citation.end });
  const text = byId('passage-text');
  text.replaceChildren();
  try {
    const passage = await call('/api/passage?' + query);
    byId('passage-title').textContent = passage.title;
    const place = [passage.document, citation.heading, citation.page ? `page ${citation.page}` : ''].filter(Boolean).join(' › ');
    byId('passage-place').textContent = passage.current ? place : place + ' · the document has changed since this answer';
    text.append((passage.cutBefore ? '… ' : '') + passage.before, make('mark', '', passage.quote), passage.after + (passage.cutAfter ? ' …' : ''));
  } catch (e) {
    text.append(e.message);
  }
  byId('passage').showModal();
  const mark = text.querySelector('mark');
  if (mark) mark.scrollIntoView({ block: 'center' });
}

byId('ask').addEventListener('submit', event => {
  event.preventDefault();
  const question = input.value.trim();
  if (question && !button.disabled) ask(question);
});
byId('fresh').addEventListener('click', () => {
  thread = newThread();
  byId('turns').replaceChildren();
  byId('fresh').hidden = true;
  input.focus();
});
byId('close').addEventListener('click', () => byId('passage').close());
byId('passage').addEventListener('click', event => {
  if (event.target === byId('passage')) byId('passage').close();
});
call('/api/documents').then(list => {
  const noun = list.length === 1 ? 'document' : 'documents';
  byId('known').textContent = `Answers from ${list.length} ${noun}, in their own words.`;
}).catch(() => {});
