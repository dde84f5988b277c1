package org.millrace.stock.reservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.millrace.database.BulkRows;
import org.millrace.item.ItemCode;
import org.millrace.party.Party.DispatchPriority;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One that ended stays with quantity 0, for its version. */
@Component
class ClaimsJdbc implements StoredClaims {
  private final JdbcClient jdbc;
  private final BulkRows bulk;

  ClaimsJdbc(JdbcClient jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  @Override
  public List<Claim> served(CompanyCode company, Map<Claims.Place, Quantity> onHand) {
    List<Map.Entry<Claims.Place, Quantity>> there =
        onHand.entrySet().stream().filter(place -> place.getValue().isPositive()).toList();
    if (there.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select * from (
              select c.*, p.on_hand, sum(-c.quantity) over in_turn + c.quantity as wanted_before
              from stock.claim c
              join unnest(?::text[], ?::text[], ?::numeric[]) as p (item, location, on_hand)
                using (item, location)
              where c.company = ? and c.quantity < 0
              window in_turn as (partition by item, location
                order by c.wanted_on nulls first, c.precedence, c.turn)) claims
            where wanted_before < on_hand
            order by wanted_on nulls first, precedence, turn
            """)
        .params(
            texts(there, place -> place.getKey().item().value()),
            texts(there, place -> place.getKey().location().value()),
            texts(there, place -> place.getValue().toString()),
            company.value())
        .query((row, n) -> claim(row))
        .list();
  }

  @Override
  public List<Claim> ofDocuments(CompanyCode company, Collection<DocumentRef> documents) {
    return jdbc.sql(
            """
            select c.* from stock.claim c
            join unnest(?::text[], ?::text[], ?::text[]) as d (domain, type, number)
              on c.document_number = d.number and c.document_type = d.type
                and c.document_domain = d.domain
            where c.company = ? and c.quantity <> 0
            """)
        .params(
            texts(documents, DocumentRef::domain),
            texts(documents, DocumentRef::type),
            texts(documents, DocumentRef::number),
            company.value())
        .query((row, n) -> claim(row))
        .list();
  }

  @Override
  public void keep(CompanyCode company, List<Claim> claims) {
    if (claims.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into stock.claim (company, document_domain, document_type, document_number, item,
              location, quantity, wanted_on, priority)
            select ?, n.* from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
              ?::numeric[], ?::date[], ?::text[]) as n
            on conflict (company, document_number, item, document_type, document_domain)
              do update set location = excluded.location, quantity = excluded.quantity,
                wanted_on = excluded.wanted_on, priority = excluded.priority
            """)
        .params(
            company.value(),
            texts(claims, c -> c.document().domain()),
            texts(claims, c -> c.document().type()),
            texts(claims, c -> c.document().number()),
            texts(claims, c -> c.item().value()),
            texts(claims, c -> c.location().value()),
            texts(claims, c -> c.quantity().toString()),
            texts(claims, c -> c.wantedOn().map(LocalDate::toString).orElse(null)),
            texts(claims, c -> c.priority().name().toLowerCase(Locale.ROOT)))
        .update();
    bulk.added("stock.claim", claims.size());
  }

  @Override
  public Map<Claims.Key, Long> nextVersions(CompanyCode company, List<Claim> claims) {
    Map<Claims.Key, Long> versions = new HashMap<>();
    jdbc.sql(
            """
            update stock.claim c set version = version + 1
            from unnest(?::text[], ?::text[], ?::text[], ?::text[])
              as n (domain, type, number, item)
            where c.company = ? and c.document_number = n.number and c.item = n.item
              and c.document_type = n.type and c.document_domain = n.domain
            returning c.*
            """)
        .params(
            texts(claims, c -> c.document().domain()),
            texts(claims, c -> c.document().type()),
            texts(claims, c -> c.document().number()),
            texts(claims, c -> c.item().value()),
            company.value())
        .query(
            row -> {
              versions.put(Claims.Key.of(claim(row)), row.getLong("version"));
            });
    return versions;
  }

  private static Claim claim(ResultSet row) throws SQLException {
    return new Claim(
        new DocumentRef(
            row.getString("document_domain"),
            row.getString("document_type"),
            row.getString("document_number")),
        new ItemCode(row.getString("item")),
        new LocationCode(row.getString("location")),
        Quantity.of(row.getBigDecimal("quantity")),
        Optional.ofNullable(row.getObject("wanted_on", LocalDate.class)),
        DispatchPriority.valueOf(row.getString("priority").toUpperCase(Locale.ROOT)));
  }

  private static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
