-- A chain over the entries: each seal is the SHA-256 of the seal before it and the entries from first to last.
create table ledger.seal(
  company text not null,
  first bigint not null,
  last bigint not null,
  seal text not null check (length(seal) = 64),
  sealed_at timestamptz not null default clock_timestamp(),
  primary key (company, last),
  unique (company, first),
  check (first >= 1 and last >= first));
create trigger never_changed before update or delete or truncate on ledger.seal
  for each statement execute function ledger.refuse_change();

-- An entry and its lines as one text: what has no value is left out, so that a column added later changes no seal.
create function ledger.sealed_text(the_company text, first bigint, last bigint) returns text
language sql stable as $$
  select string_agg(
    jsonb_strip_nulls(to_jsonb(e) - array['tx', 'recorded_at'])::text
      || to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')
      || (select coalesce(jsonb_agg(jsonb_strip_nulls(to_jsonb(l) - 'company') order by l.line), '[]')
        from ledger.line l where l.company = e.company and l.entry = e.number)::text,
    E'\n' order by e.number)
  from ledger.entry e
  where e.company = the_company and e.number between first and last
$$;

create function ledger.seal_of(before text, the_company text, first bigint, last bigint) returns text
language sql stable as $$
  select encode(sha256(convert_to(
    before || E'\n' || coalesce(ledger.sealed_text(the_company, first, last), ''), 'UTF8')), 'hex')
$$;
