package org.millrace.document.number;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The series that companies have set; kinds without one have the standard series. */
@Component
class NumberSeriesJdbc implements SetSeries {
  private final JdbcClient jdbc;

  NumberSeriesJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Stored of(CompanyCode company, DocumentKind<?> kind) {
    return set(company, kind)
        .orElseGet(() -> new Stored(NumberSeries.standard(kind.prefix()), new Version(0)));
  }

  private Optional<Stored> set(CompanyCode company, DocumentKind<?> kind) {
    return jdbc.sql(
            """
            select prefix, with_year, digits, first, version from document.number_series
            where company = ? and kind = ?
            """)
        .params(company.value(), kind.name())
        .query((row, i) -> new Stored(series(row), new Version(row.getLong("version"))))
        .optional();
  }

  /** The series of a row. */
  static NumberSeries series(ResultSet row) throws SQLException {
    return new NumberSeries(
        row.getString("prefix"),
        row.getBoolean("with_year"),
        row.getInt("digits"),
        row.getLong("first"));
  }

  @Override
  public Stored set(
      CompanyCode company, DocumentKind<?> kind, NumberSeries series, Version expected) {
    expected.check("The series of " + kind.name(), of(company, kind).version().number());
    Optional<Long> version =
        jdbc.sql(
                """
                insert into document.number_series as s
                  (company, kind, prefix, with_year, digits, first, version)
                values (:company, :kind, :prefix, :year, :digits, :first, 1)
                on conflict (company, kind) do update set prefix = excluded.prefix,
                  with_year = excluded.with_year, digits = excluded.digits,
                  first = excluded.first, version = s.version + 1
                  where s.version = :expected
                returning version
                """)
            .param("company", company.value())
            .param("kind", kind.name())
            .param("prefix", series.prefix())
            .param("year", series.withYear())
            .param("digits", series.digits())
            .param("first", series.first())
            .param("expected", expected.number())
            .query(Long.class)
            .optional();
    return new Stored(
        series,
        new Version(
            version.orElseThrow(
                () ->
                    Refused.stale(
                        "The numbers of %s were set by somebody else. Read them again."
                            .formatted(kind.name())))));
  }
}
