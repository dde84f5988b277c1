package org.millrace.document.search;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class SearchIndexesJdbc implements SearchIndexes {
  private static final Logger LOG = LoggerFactory.getLogger(SearchIndexesJdbc.class);

  private final JdbcTemplate jdbc;

  SearchIndexesJdbc(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String keep(String table, SearchText searched) {
    String schema = table.replaceFirst("\\..*", "");
    String before = table.replaceFirst(".*\\.", "") + "_search_";
    String wanted = searched.expression().map(text -> before + fingerprint(text)).orElse("");
    List<String> there =
        jdbc.queryForList(
            "select indexname from pg_indexes where schemaname = ? and tablename = ?"
                + " and starts_with(indexname, ?)",
            String.class,
            schema,
            table.substring(schema.length() + 1),
            before);
    there.stream()
        .filter(index -> !index.equals(wanted))
        .forEach(index -> jdbc.execute("drop index %s.%s".formatted(schema, index)));
    if (!wanted.isEmpty() && !there.contains(wanted) && isTable(table)) {
      LOG.info("Making the index of the search in {}", table);
      jdbc.execute(
          "create index %s on %s using gin (%s document.gin_trgm_ops)"
              .formatted(wanted, table, searched.expression().orElseThrow()));
    }
    return wanted;
  }

  private boolean isTable(String table) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select relkind in ('r', 'p') from pg_class where oid = ?::regclass",
            Boolean.class,
            table));
  }

  private static String fingerprint(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(crc.getValue());
  }
}
