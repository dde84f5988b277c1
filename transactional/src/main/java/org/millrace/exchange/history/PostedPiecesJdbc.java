package org.millrace.exchange.history;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.millrace.database.BulkRows;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostedPiecesJdbc implements PostedPieces {
  private final JdbcClient jdbc;
  private final BulkRows bulk;

  PostedPiecesJdbc(JdbcClient jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  @Override
  public void hold(CompanyCode company) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('exchange ' || :company, 0))")
        .param("company", company.value())
        .query((row, n) -> n)
        .list();
  }

  @Override
  public Map<String, List<Posted>> of(CompanyCode company, Collection<String> sourceNumbers) {
    return jdbc
        .sql(
            """
            select * from exchange.piece
            where company = :company and source_number = any(:numbers)
            order by source_number, piece
            """)
        .param("company", company.value())
        .param("numbers", sourceNumbers.toArray(String[]::new))
        .query((row, n) -> posted(row))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Posted::sourceNumber, HashMap::new, Collectors.toList()));
  }

  private static Posted posted(ResultSet row) throws SQLException {
    String kind = row.getString("kind").replace('-', '_').toUpperCase(Locale.ROOT);
    UUID[] hashes = (UUID[]) row.getArray("row_hashes").getArray();
    return new Posted(
        row.getString("source_number"),
        row.getInt("piece"),
        Piece.Kind.valueOf(kind),
        row.getString("number"),
        row.getObject("posted_on", LocalDate.class),
        row.getBigDecimal("quantity"),
        row.getBigDecimal("amount"),
        Arrays.asList(hashes),
        items(row.getArray("row_items")));
  }

  private static List<String> items(Array items) throws SQLException {
    return items == null ? List.of() : Arrays.asList((String[]) items.getArray());
  }

  @Override
  public void add(CompanyCode company, UUID run, List<Posted> pieces) {
    bulk.copy(
        "exchange.piece",
        List.of(
            "company",
            "source_number",
            "piece",
            "kind",
            "number",
            "posted_on",
            "quantity",
            "amount",
            "row_hashes",
            "row_items",
            "run"),
        pieces.stream().map(piece -> row(company, run, piece)).toList());
  }

  private static Object[] row(CompanyCode company, UUID run, Posted piece) {
    String hashes =
        piece.hashes().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    return new Object[] {
      company,
      piece.sourceNumber(),
      piece.piece(),
      piece.kind().word(),
      piece.number(),
      piece.postedOn(),
      piece.quantity(),
      piece.amount(),
      hashes,
      piece.items().stream()
          .map(item -> '"' + item.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
          .collect(Collectors.joining(",", "{", "}")),
      run
    };
  }
}
