-- Where somebody came from who was refused before it was known who it is.
alter table web.command add column address text;
