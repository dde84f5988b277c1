package org.millrace.settlement.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millrace.party.Company;
import org.millrace.party.PartyCode;
import org.millrace.settlement.ItemKind;
import org.millrace.settlement.Side;
import org.millrace.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MovementsJdbc implements Movements {
  /** Documents as they came into the books, and what settled them, by document and day. */
  private static final String MOVED =
      """
      with moved as (
        select i.booked_on as day, i.kind, i.number as document, i.due_date, i.reference, i.amount
        from settlement.item i
        where i.company = :company and i.side = :side and i.party = :party
        union all
        select s.day, null, s.document, null, null, -s.amount
        from settlement.settled s
        join settlement.item i
          on i.company = s.company and i.kind = s.kind and i.number = s.item
        where i.company = :company and i.side = :side and i.party = :party),
      movement as (
        select day, coalesce(max(kind), 'payment') as kind, document, max(due_date) as due_date,
          max(reference) as reference,
          sum(amount) * case :side when 'payables' then -1 else 1 end as amount
        from moved group by day, document having sum(amount) <> 0)
      """;

  private final JdbcClient jdbc;

  MovementsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private JdbcClient.StatementSpec asked(
      String query, Company company, Side side, PartyCode party) {
    return jdbc.sql(MOVED + query)
        .param("company", company.code().value())
        .param("side", side.name().toLowerCase(Locale.ROOT))
        .param("party", party.value());
  }

  @Override
  public Money before(Company company, Side side, PartyCode party, LocalDate day) {
    return Money.of(
        asked(
                "select coalesce(sum(amount), 0) from movement where day < :day",
                company,
                side,
                party)
            .param("day", day)
            .query(BigDecimal.class)
            .single(),
        company.currency());
  }

  @Override
  public List<AccountStatement.Movement> within(
      Company company, Side side, PartyCode party, LocalDate firstDay, LocalDate lastDay) {
    Currency currency = company.currency();
    return asked(
            "select * from movement where day between :first and :last order by day, document",
            company,
            side,
            party)
        .param("first", firstDay)
        .param("last", lastDay)
        .query(
            (row, i) ->
                new AccountStatement.Movement(
                    row.getObject("day", LocalDate.class),
                    ItemKind.valueOf(
                        row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
                    row.getString("document"),
                    Optional.ofNullable(row.getObject("due_date", LocalDate.class)),
                    Optional.ofNullable(row.getString("reference")),
                    Money.of(row.getBigDecimal("amount"), currency)))
        .list();
  }
}
