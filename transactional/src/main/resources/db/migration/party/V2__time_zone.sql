-- Days of companies that are there were days in UTC; they stay so until somebody sets a time zone.
alter table party.company
  add column time_zone text not null default 'UTC',
  add column earliest_business_date date,
  add column version bigint not null default 1;
