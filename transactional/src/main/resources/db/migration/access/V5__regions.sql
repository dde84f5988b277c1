-- In which regions (sales territories) the permissions by region of a role hold.
alter table access.user_grant add column regions text[] not null default '{}';
