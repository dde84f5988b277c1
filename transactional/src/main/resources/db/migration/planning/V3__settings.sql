-- What holds for all plans of a company; one without a row has the usual settings.
create table planning.settings(
  company text not null primary key,
  settings jsonb not null,
  version bigint not null);
