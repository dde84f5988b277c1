alter table approval.policy add column over_budget boolean not null default false;
alter table approval.policy drop constraint policy_check;
alter table approval.policy add constraint policy_check
  check (from_amount is not null or from_discount_percent is not null or over_budget);
