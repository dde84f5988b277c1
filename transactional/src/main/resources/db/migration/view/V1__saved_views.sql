-- Views of lists that people saved; a page is named as in the cockpit, by domain and name.
create table view.saved(
  id uuid primary key,
  company text not null,
  page text not null,
  owner text not null,
  name text not null,
  audience text not null check (audience in ('owner', 'company')),
  choices jsonb not null,
  version bigint not null,
  unique (company, page, owner, name));

-- With which view a list opens for whom: one for each user and page.
create table view.opening(
  company text not null,
  page text not null,
  user_name text not null,
  view uuid not null references view.saved,
  primary key (company, page, user_name));
create index opening_of_view on view.opening(view);
