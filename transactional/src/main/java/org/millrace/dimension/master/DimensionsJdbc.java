package org.millrace.dimension.master;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.dimension.Dimension;
import org.millrace.dimension.DimensionCode;
import org.millrace.dimension.DimensionRules;
import org.millrace.dimension.DimensionValue;
import org.millrace.dimension.Dimensions;
import org.millrace.item.ItemGroupCode;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DimensionsJdbc implements Dimensions {
  private final JdbcClient jdbc;

  DimensionsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public DimensionRules rules(CompanyCode company) {
    Map<DimensionCode, List<Dimension.Required>> required = new HashMap<>();
    Map<DimensionCode, List<Dimension.Usual>> usual = new HashMap<>();
    jdbc.sql(
            """
            select dimension, from_account, to_account, null as item_group, null as party,
              null as value
            from dimension.required_account where company = :company
            union all
            select dimension, null, null, item_group, party, value
            from dimension.usual_value where company = :company
            """)
        .param("company", company.value())
        .query(
            row -> {
              DimensionCode dimension = new DimensionCode(row.getString("dimension"));
              String from = row.getString("from_account");
              if (from == null) {
                usual
                    .computeIfAbsent(dimension, d -> new ArrayList<>())
                    .add(
                        new Dimension.Usual(
                            Optional.ofNullable(row.getString("item_group"))
                                .map(ItemGroupCode::new),
                            Optional.ofNullable(row.getString("party")).map(PartyCode::new),
                            new DimensionValue(row.getString("value"))));
              } else {
                required
                    .computeIfAbsent(dimension, d -> new ArrayList<>())
                    .add(
                        new Dimension.Required(
                            from, Optional.ofNullable(row.getString("to_account"))));
              }
            });
    return new DimensionRules(required, usual);
  }

  @Override
  public void requireKnown(CompanyCode company, Collection<Named> named, Problems problems) {
    if (named.isEmpty()) {
      return;
    }
    Set<String> values = new HashSet<>();
    named.forEach(each -> each.values().values().values().forEach(v -> values.add(v.value())));
    Map<String, LocalDate> known = new HashMap<>();
    jdbc.sql(
            """
            select dimension, value, valid_to from dimension.dimension_value
            where company = :company and value = any(:values)
            """)
        .param("company", company.value())
        .param("values", values.toArray(String[]::new))
        .query(
            row -> {
              LocalDate last = row.getObject("valid_to", LocalDate.class);
              known.put(
                  row.getString("dimension") + "=" + row.getString("value"),
                  last == null ? LocalDate.MAX : last);
            });
    for (Named each : named) {
      each.values()
          .values()
          .forEach(
              (dimension, value) -> {
                LocalDate last = known.get(dimension + "=" + value);
                problems.require(
                    last != null && !each.day().isAfter(last),
                    each.field(),
                    dimension + "=" + value,
                    "a value of dimension %s on %s".formatted(dimension, each.day()));
              });
    }
  }
}
