-- The bills of how many months say how promptly parties pay.
create table settlement.payment_behaviour_setting(
  company text primary key,
  months int not null check (months between 1 and 60),
  version bigint not null);
