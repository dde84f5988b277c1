-- Which orders the scorecard of suppliers counts, and how much each part of the score.
create table purchasing.scorecard_setting(
  company text primary key,
  months int not null check (months between 1 and 60),
  on_time_weight int not null check (on_time_weight between 0 and 100),
  returns_weight int not null check (returns_weight between 0 and 100),
  price_weight int not null check (price_weight between 0 and 100),
  version bigint not null,
  check (on_time_weight + returns_weight + price_weight > 0));
