package org.millrace.document.tag;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TagsJdbc implements Tags {
  private final JdbcClient jdbc;

  TagsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<String> of(Tagged document) {
    return new TreeSet<>(
        jdbc.sql("select tag from document.tag where company = ? and kind = ? and number = ?")
            .params(document.company().value(), document.kind(), document.number())
            .query(String.class)
            .list());
  }

  @Override
  public void set(Tagged document, Set<String> wanted) {
    String[] tags = wanted.toArray(String[]::new);
    jdbc.sql(
            """
            delete from document.tag
            where company = ? and kind = ? and number = ? and tag <> all(?)
            """)
        .params(document.company().value(), document.kind(), document.number(), tags)
        .update();
    jdbc.sql(
            """
            insert into document.tag(company, kind, number, tag)
            select ?, ?, ?, unnest(?::text[]) on conflict do nothing
            """)
        .params(document.company().value(), document.kind(), document.number(), tags)
        .update();
  }

  @Override
  public List<Used> used(CompanyCode company, String kind) {
    return jdbc.sql(
            """
            select tag, count(*) as documents from document.tag
            where company = ? and kind = ? group by tag order by 2 desc, 1 limit 200
            """)
        .params(company.value(), kind)
        .query((row, i) -> new Used(row.getString("tag"), row.getLong("documents")))
        .list();
  }
}
