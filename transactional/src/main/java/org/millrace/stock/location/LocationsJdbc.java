package org.millrace.stock.location;

import java.util.List;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.LocationCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class LocationsJdbc {
  private final JdbcClient jdbc;

  LocationsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the code is taken. */
  boolean add(CompanyCode company, Location location) {
    return jdbc.sql(
                """
                insert into stock.location (company, code, name) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(company.value(), location.code().value(), location.name())
            .update()
        == 1;
  }

  List<Location> all(CompanyCode company) {
    return jdbc.sql("select code, name from stock.location where company = ? order by code")
        .param(company.value())
        .query(
            (row, n) ->
                new Location(new LocationCode(row.getString("code")), row.getString("name")))
        .list();
  }
}
