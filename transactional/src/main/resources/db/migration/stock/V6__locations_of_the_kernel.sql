-- A location is changed in the version that was read, as every other master is.
alter table stock.location add column version bigint not null default 1;
