alter table planning.item_policy
  alter column lead_days drop not null,
  alter column lead_deviation_days drop not null;
