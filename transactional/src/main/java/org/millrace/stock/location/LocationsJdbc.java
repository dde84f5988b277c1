package org.millrace.stock.location;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.LocationCode;
import org.millrace.web.PageRequest;
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

  List<Location> all(CompanyCode company, PageRequest page) {
    return jdbc.sql(
            """
            select code, name from stock.location
            where company = :company and (code ilike :pattern or name ilike :pattern)
            order by code limit :limit offset :offset
            """)
        .param("company", company.value())
        .param("pattern", page.pattern())
        .param("limit", page.limit())
        .param("offset", page.offset())
        .query(LocationsJdbc::location)
        .list();
  }

  Optional<Location> named(CompanyCode company, LocationCode code) {
    return jdbc.sql("select code, name from stock.location where company = ? and code = ?")
        .params(company.value(), code.value())
        .query(LocationsJdbc::location)
        .optional();
  }

  private static Location location(ResultSet row, int at) throws SQLException {
    return new Location(new LocationCode(row.getString("code")), row.getString("name"));
  }
}
