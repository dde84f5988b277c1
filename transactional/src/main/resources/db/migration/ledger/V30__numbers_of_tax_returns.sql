-- Tax returns are numbered TX now; companies that have some go on with TR, which transfers have as well.
insert into document.number_series(company, kind, prefix, with_year, digits, first, version)
select distinct company, 'tax/tax-return', 'TR', false, 6, 1, 1 from tax.tax_return
on conflict (company, kind) do nothing;
