-- To which step the amounts of documents are rounded; without one to the smallest of the currency.
alter table tax.settings add column round_to numeric(12, 6) check (round_to > 0);
