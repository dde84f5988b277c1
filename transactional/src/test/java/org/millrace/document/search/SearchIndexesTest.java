package org.millrace.document.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import org.millrace.database.Transactions;
import org.millrace.document.DocumentKind;
import org.millrace.document.DocumentStores;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every kind of document that has a table of its own is searched by an index. */
class SearchIndexesTest {
  private final TestingCore core = TestingCore.running();

  @Test
  void everyTableOfDocumentsHasOne() {
    List<String> without =
        core.bean(DocumentStores.class).kinds().stream()
            .map(DocumentKind::table)
            .distinct()
            .filter(table -> isTable(table) && indexes(table).size() != 1)
            .toList();
    assertThat(without).isEmpty();
  }

  @Test
  void answersASearchByTheIndex() {
    JdbcTemplate jdbc = core.bean(JdbcTemplate.class);
    String search =
        "explain (costs off) select number from sales.sales_order where "
            + expressionOf("sales.sales_order")
            + " ilike '%0042%'";
    List<String> plan =
        core.bean(Transactions.class)
            .inOne(
                () -> {
                  jdbc.execute("set local enable_seqscan = off"); // there are few rows
                  return jdbc.queryForList(search, String.class);
                });
    assertThat(String.join("\n", plan)).contains("sales_order_search_");
  }

  @Test
  void goesWithTheColumnsThatAreSearched() {
    core.jdbc().sql("create table if not exists stock.searched(number text, note text)").update();
    try {
      core.jdbc().sql("create index searched_search_old on stock.searched(note)").update();
      keep("stock.searched", SearchTextTest.of("number"));
      List<String> first = indexes("stock.searched");
      assertThat(first).hasSize(1).doesNotContain("searched_search_old");
      keep("stock.searched", SearchTextTest.of("number"));
      assertThat(indexes("stock.searched")).isEqualTo(first);
      keep("stock.searched", SearchTextTest.of("number", "note"));
      assertThat(indexes("stock.searched")).hasSize(1).isNotEqualTo(first);
    } finally {
      core.jdbc().sql("drop table stock.searched").update();
    }
  }

  private void keep(String table, SearchText searched) {
    new SearchIndexesJdbc(new JdbcTemplate(core.ownersDatabase())).keep(table, searched);
  }

  private String expressionOf(String table) {
    return core.jdbc()
        .sql(
            "select pg_get_expr(indexprs, indrelid) from pg_index"
                + " where indrelid = ?::regclass and indexprs is not null limit 1")
        .param(table)
        .query(String.class)
        .single();
  }

  private boolean isTable(String table) {
    return core.jdbc()
        .sql("select relkind = 'r' from pg_class where oid = ?::regclass")
        .param(table)
        .query(Boolean.class)
        .single();
  }

  private List<String> indexes(String table) {
    return core.jdbc()
        .sql(
            "select indexname from pg_indexes where schemaname || '.' || tablename = ?"
                + " and indexname like '%\\_search\\_%'")
        .param(table)
        .query(String.class)
        .list();
  }
}
