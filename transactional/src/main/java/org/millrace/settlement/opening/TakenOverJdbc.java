package org.millrace.settlement.opening;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.millrace.database.Together;
import org.millrace.party.PartyCode;
import org.millrace.settlement.Side;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which numbers of parties were taken over; read once where items come in together. */
@Component
class TakenOverJdbc {
  private final JdbcClient jdbc;

  TakenOverJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An item of a party, by the number it has there. */
  record Source(PartyCode party, String number) {}

  /** Whether the item was taken over and not taken back. */
  boolean has(CompanyCode company, Side side, Source source) {
    Together together = Together.running();
    return together == null
        ? isStored(company, side, source)
        : known(together).of(company, side).contains(source);
  }

  /** One more was. */
  void note(CompanyCode company, Side side, Source source) {
    Together together = Together.running();
    if (together != null) {
      known(together).of(company, side).add(source);
    }
  }

  private boolean isStored(CompanyCode company, Side side, Source source) {
    return jdbc.sql(
            """
            select exists (select from settlement.opening_item
              where company = ? and side = ? and party = ? and source_number = ?
                and status = 'posted')
            """)
        .params(company.value(), text(side), source.party().value(), source.number())
        .query(Boolean.class)
        .single();
  }

  private Set<Source> stored(CompanyCode company, Side side) {
    return new HashSet<>(
        jdbc.sql(
                """
                select party, source_number from settlement.opening_item
                where company = ? and side = ? and status = 'posted'
                """)
            .params(company.value(), text(side))
            .query(
                (row, n) ->
                    new Source(
                        new PartyCode(row.getString("party")), row.getString("source_number")))
            .list());
  }

  private static String text(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  private Known known(Together together) {
    return together.part(this, Known::new);
  }

  /** Those of a company and side; an act notes its own when nothing can refuse it any more. */
  private final class Known implements Together.Part {
    private record Of(CompanyCode company, Side side) {}

    private final Map<Of, Set<Source>> sources = new HashMap<>();

    private Set<Source> of(CompanyCode company, Side side) {
      return sources.computeIfAbsent(new Of(company, side), each -> stored(company, side));
    }

    @Override
    public Supplier<Boolean> mark() {
      return () -> true;
    }

    @Override
    public void finish() {}
  }
}
