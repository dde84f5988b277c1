package org.millrace.ledger.exposure;

import java.util.Map;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.Parties;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the exposure to each party of which something is open or that has a credit limit. */
@RestController
@RequiresPermission("ledger.read")
@RequestMapping("/api/companies/{company}/ledger/exposures")
class ExposuresHttp {
  private static final String EXPOSURES =
      """
      with root as (
        select code, coalesce(merged_into, code) as party from party.party where company = ?),
      part(party, receivables, payables, open_orders) as (
        select party, sum(open_amount) filter (where side = 'receivables'),
          -sum(open_amount) filter (where side = 'payables'), null
        from settlement.open_item where company = ? group by party
        union all
        select o.customer, null, null,
          sum((l.quantity - l.invoiced_quantity) * l.unit_price
            * (1 - coalesce(l.discount_percent, 0) / 100))
        from sales.sales_order o
        join sales.order_line l on l.company = o.company and l.number = o.number
        where o.company = ? and o.status in ('open', 'delivered')
        group by o.customer),
      total as (
        select root.party, coalesce(sum(receivables), 0) as receivables,
          coalesce(sum(payables), 0) as payables,
          round(coalesce(sum(open_orders), 0), 2) as open_orders
        from part join root on root.code = part.party group by root.party)
      select p.code as party, p.name as party_name, coalesce(t.receivables, 0) as receivables,
        coalesce(t.payables, 0) as payables,
        coalesce(t.receivables - t.payables, 0) as balance,
        coalesce(t.open_orders, 0) as open_orders,
        coalesce(t.receivables - t.payables + t.open_orders, 0) as exposure,
        p.credit_limit,
        p.credit_limit - coalesce(t.receivables - t.payables + t.open_orders, 0) as available,
        ?::text as currency
      from party.party p
      left join total t on t.party = p.code
      where p.company = ? and p.merged_into is null
        and (t.party is not null or p.credit_limit is not null)
      """;

  private final RowLists lists;
  private final Companies companies;
  private final Parties parties;

  ExposuresHttp(RowLists lists, Companies companies, Parties parties) {
    this.lists = lists;
    this.companies = companies;
    this.parties = parties;
  }

  @GetMapping
  @ListOf(Exposure.class)
  ListAnswer<Exposure> all(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    return page(companies.named(company), ListRequest.of(query));
  }

  @GetMapping("/{party}")
  Exposure of(@PathVariable CompanyCode company, @PathVariable PartyCode party) {
    Company books = companies.named(company);
    PartyCode asked = parties.named(company, party).mergedInto().orElse(party);
    return page(books, ListRequest.having(Map.of("party", asked.value())))
        .first()
        .orElseGet(() -> none(books, asked));
  }

  private Exposure none(Company company, PartyCode party) {
    Money zero = Money.zero(company.currency());
    String name = parties.named(company.code(), party).name();
    return new Exposure(
        party,
        name,
        zero,
        zero,
        zero,
        zero,
        zero,
        Optional.empty(),
        Optional.empty(),
        company.currency());
  }

  private ListAnswer<Exposure> page(Company company, ListRequest request) {
    String code = company.code().value();
    String currency = company.currency().getCurrencyCode();
    return lists.page(
        Exposure.class, Rows.of(company.code(), EXPOSURES, code, code, currency, code), request);
  }
}
