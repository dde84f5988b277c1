-- What was told is never told otherwise: consumers have it already.
create function outbox.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Events are never changed; tell another one instead'
    using errcode = 'check_violation';
end $$;
create trigger never_changed before update or delete or truncate on outbox.event
  for each statement execute function outbox.refuse_change();
