-- The currency that offers to a customer and his orders are in; the company's where none is agreed.
alter table party.party add column sales_currency text check (sales_currency ~ '^[A-Z]{3}$');
