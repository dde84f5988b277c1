package org.millrace.credit.exposure;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CreditExposuresJdbc implements CreditExposures {
  private static final String EXPOSURE =
      """
      with member as (
        select code from party.party
        where company = :company and coalesce(merged_into, code) = :party),
      line as (
        select l.unit_price * (1 - coalesce(l.discount_percent, 0) / 100)
            * (1 - coalesce(o.document_discount_percent, 0) / 100) as price,
          l.delivered_quantity - l.invoiced_quantity as delivered,
          l.quantity - l.delivered_quantity as ordered
        from sales.sales_order o
        join sales.order_line l on l.company = o.company and l.number = o.number
        where o.company = :company and o.status in ('open', 'delivered')
          and o.customer in (select code from member) and o.number <> all(:without))
      select
        (select coalesce(sum(open_amount), 0) from settlement.open_item
          where company = :company and party in (select code from member)) as open_items,
        (select round(coalesce(sum(price * delivered), 0), 2) from line) as delivered,
        (select round(coalesce(sum(price * ordered), 0), 2) from line) as ordered
      """;

  private final JdbcClient jdbc;
  private final Companies companies;
  private final Parties parties;

  CreditExposuresJdbc(JdbcClient jdbc, Companies companies, Parties parties) {
    this.jdbc = jdbc;
    this.companies = companies;
    this.parties = parties;
  }

  @Override
  public CreditExposure of(CompanyCode company, PartyCode party) {
    return of(company, counted(company, party), List.of());
  }

  @Override
  public CreditExposure without(
      CompanyCode company, PartyCode party, Collection<OrderNumber> orders) {
    return of(company, counted(company, party), orders);
  }

  private Party counted(CompanyCode company, PartyCode party) {
    Party asked = parties.named(company, party);
    return asked.mergedInto().map(into -> parties.named(company, into)).orElse(asked);
  }

  private CreditExposure of(CompanyCode company, Party counted, Collection<OrderNumber> without) {
    Currency currency = companies.named(company).currency();
    return jdbc.sql(EXPOSURE)
        .param("company", company.value())
        .param("party", counted.code().value())
        .param("without", without.stream().map(OrderNumber::value).toArray(String[]::new))
        .query(
            (row, i) ->
                new CreditExposure(
                    counted.code(),
                    counted.name(),
                    Money.of(row.getBigDecimal("open_items"), currency),
                    Money.of(row.getBigDecimal("delivered"), currency),
                    Money.of(row.getBigDecimal("ordered"), currency),
                    limit(counted, currency),
                    currency))
        .single();
  }

  private static Optional<Money> limit(Party party, Currency currency) {
    Optional<BigDecimal> limit = party.creditLimit();
    return limit.map(amount -> Money.of(amount, currency));
  }

  @Override
  public CreditExposure inTurn(CompanyCode company, PartyCode party) {
    Party counted = counted(company, party);
    jdbc.sql("insert into credit.turn(company, party) values (?, ?) on conflict do nothing")
        .params(company.value(), counted.code().value())
        .update();
    jdbc.sql("select party from credit.turn where company = ? and party = ? for update")
        .params(company.value(), counted.code().value())
        .query(String.class)
        .single();
    return of(company, counted, List.of());
  }

  @Override
  public List<PartyCode> limited(CompanyCode company, Collection<PartyCode> asked) {
    return parties.named(company, asked).values().stream()
        .filter(party -> party.creditLimit().isPresent() || party.mergedInto().isPresent())
        .map(Party::code)
        .sorted()
        .toList();
  }
}
