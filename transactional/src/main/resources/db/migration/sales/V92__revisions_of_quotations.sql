-- Quotations that went to the customer are revised: a new version with its own number replaces the
-- old one, and both name the first of them.
alter table sales.quotation
  add column sent_date date,
  add column revision_revision int check (revision_revision > 0),
  add column revision_original text,
  add column revision_replaces text,
  add column revision_replaced_by text,
  drop constraint quotation_status_check,
  add constraint quotation_status_check
    check (status in ('open', 'accepted', 'rejected', 'expired', 'replaced')),
  add constraint replaced_names_its_next
    check ((status = 'replaced') = (revision_replaced_by is not null));
create unique index quotation_replaces on sales.quotation(company, revision_replaces);
create index quotation_original on sales.quotation(company, revision_original);
