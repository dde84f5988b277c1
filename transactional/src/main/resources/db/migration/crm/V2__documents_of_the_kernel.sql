alter table crm.opportunity_stage rename column entry to line;
alter table crm.campaign rename column code to number;

-- Each company counts its own opportunities from here on.
insert into document.last_number(company, kind, year, number)
select company, 'crm/opportunity', 0, max(substring(number from '[0-9]+$')::bigint)
from crm.opportunity group by company;
drop sequence crm.opportunity_number;
