-- What people add to documents of any kind; a document is named by company, kind and number.
create table collaboration.comment(
  id uuid primary key,
  company text not null,
  kind text not null,
  number text not null,
  author text not null,
  written_at timestamptz not null,
  body text not null check (body <> ''),
  withdrawn_at timestamptz);
create index comment_of_document on collaboration.comment(company, kind, number, written_at);

create table collaboration.mention(
  comment uuid not null references collaboration.comment,
  user_name text not null,
  primary key (comment, user_name));
create index mention_of_user on collaboration.mention(user_name);

-- Files by what is in them: the same file attached twice is stored once.
create table collaboration.content(
  sha256 text primary key,
  media_type text not null,
  bytes bytea not null);

create table collaboration.attachment(
  id uuid primary key,
  company text not null,
  kind text not null,
  number text not null,
  name text not null,
  sha256 text not null references collaboration.content,
  size_bytes bigint not null,
  added_by text not null,
  added_at timestamptz not null,
  removed_by text,
  removed_at timestamptz,
  check ((removed_by is null) = (removed_at is null)));
create index attachment_of_document on collaboration.attachment(company, kind, number, added_at);
create index attachment_of_content on collaboration.attachment(sha256);

-- Who is told what happens to a document from when on; its events stand under the aggregate.
create table collaboration.follower(
  company text not null,
  kind text not null,
  number text not null,
  user_name text not null,
  aggregate_id text not null,
  since timestamptz not null,
  primary key (company, kind, number, user_name));
create index follower_of_user on collaboration.follower(user_name);

create table collaboration.seen(
  user_name text primary key,
  until timestamptz not null);
