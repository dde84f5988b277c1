create table paper.mail(
  company text not null,
  number text not null,
  status text not null,
  document_domain text not null,
  document_type text not null,
  document_number text not null,
  party text,
  party_name text,
  language text not null,
  letter_sender text not null,
  letter_sender_name text not null,
  letter_subject text not null,
  letter_text text not null,
  letter_message_id text not null,
  queued_at timestamptz not null,
  queued_by text not null,
  delivery_attempts int not null,
  delivery_last_attempt_at timestamptz,
  delivery_next_attempt_at timestamptz,
  delivery_sent_at timestamptz,
  delivery_answer text,
  version bigint not null,
  primary key (company, number));
create index mail_document
  on paper.mail(company, document_domain, document_type, document_number);
create unique index mail_message_id on paper.mail(letter_message_id);

create table paper.mail_recipient(
  company text not null,
  number text not null,
  line int not null,
  address text not null,
  primary key (company, number, line),
  foreign key (company, number) references paper.mail);

create table paper.mail_file(
  company text not null,
  number text not null,
  line int not null,
  name text not null,
  media_type text not null,
  bytes int not null,
  sha256 text not null,
  primary key (company, number, line),
  foreign key (company, number) references paper.mail);

-- The files as they are sent; what became of them is told by their fingerprints.
create table paper.mail_file_content(
  company text not null,
  number text not null,
  line int not null,
  content bytea not null,
  primary key (company, number, line),
  foreign key (company, number) references paper.mail);

-- What is to be handed to the mail server, when, and until when somebody is at it.
create table paper.mail_queue(
  company text not null,
  number text not null,
  due_at timestamptz not null,
  taken_until timestamptz,
  primary key (company, number),
  foreign key (company, number) references paper.mail);
create index mail_queue_due on paper.mail_queue(due_at);
