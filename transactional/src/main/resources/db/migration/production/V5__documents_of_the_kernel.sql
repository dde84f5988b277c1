-- A material of which nothing is expected to be spoilt has no scrap.
alter table production.material
  alter column scrap_quantity drop default,
  alter column scrap_quantity drop not null;
update production.material set scrap_quantity = null where scrap_quantity = 0;

create index work_order_by_date
  on production.work_order(company, released_on desc, number desc);

-- Each company counts its own documents from here on. What was consumed and completed stands in no
-- table: all companies that make things go on behind the numbers given so far.
insert into document.last_number(company, kind, year, number)
select company, 'production/work-order', 0, max(substring(number from '[0-9]+$')::bigint)
from production.work_order group by company;
insert into document.last_number(company, kind, year, number)
select company, 'production/consumption', 0, last_value
from (select distinct company from production.work_order) companies,
  production.consumption_number where is_called
union all
select company, 'production/completion', 0, last_value
from (select distinct company from production.work_order) companies,
  production.completion_number where is_called;
drop sequence production.order_number;
drop sequence production.consumption_number;
drop sequence production.completion_number;
