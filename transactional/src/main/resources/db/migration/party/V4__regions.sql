-- The sales territory of a customer, by a code of the company's own choosing.
alter table party.party add column region text;
