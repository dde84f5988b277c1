package org.millrace.item.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.database.BulkRows;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemKind;
import org.millrace.item.Material;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.shared.Unit;
import org.millrace.shared.Version;
import org.millrace.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ItemsJdbc {
  private final JdbcClient jdbc;
  private final BulkRows bulk;

  ItemsJdbc(JdbcClient jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  Map<ItemCode, Item> named(CompanyCode company, Collection<ItemCode> codes) {
    String[] values = texts(codes, ItemCode::value);
    List<Item> bare =
        jdbc.sql("select * from item.item where company = ? and code = any(?)")
            .params(company.value(), values)
            .query((row, n) -> bare(row))
            .list();
    return withMaterials(company, bare).stream()
        .collect(Collectors.toMap(Item::code, Function.identity()));
  }

  List<Item> page(CompanyCode company, PageRequest page) {
    return withMaterials(
        company,
        jdbc.sql(
                """
                select * from item.item where company = ? and (code ilike ? or name ilike ?)
                order by code limit ? offset ?
                """)
            .params(company.value(), page.pattern(), page.pattern(), page.limit(), page.offset())
            .query((row, n) -> bare(row))
            .list());
  }

  /** The code of one that differs in capital and small letters at most. */
  Optional<ItemCode> alike(CompanyCode company, ItemCode code) {
    return jdbc.sql(
            "select code from item.item where company = ? and lower(code) = lower(?) limit 1")
        .params(company.value(), code.value())
        .query((row, n) -> new ItemCode(row.getString("code")))
        .optional();
  }

  /** Adds those whose code is new and says which; in the order of their codes, against deadlock. */
  Set<ItemCode> add(CompanyCode company, Collection<Item> items) {
    List<Item> sorted = items.stream().sorted(Comparator.comparing(Item::code)).toList();
    return new HashSet<>(
        jdbc.sql(
                """
                insert into item.item (company, code, name, unit, kind)
                select ?, code, name, unit, kind
                from unnest(?::text[], ?::text[], ?::text[], ?::text[])
                  as i (code, name, unit, kind)
                on conflict (company, code) do nothing returning code
                """)
            .params(
                company.value(),
                texts(sorted, i -> i.code().value()),
                texts(sorted, Item::name),
                texts(sorted, i -> i.unit().value()),
                texts(sorted, i -> i.kind().name().toLowerCase(Locale.ROOT)))
            .query((row, n) -> new ItemCode(row.getString("code")))
            .list());
  }

  void addMaterials(CompanyCode company, List<Item> items) {
    List<Object[]> rows = new ArrayList<>();
    for (Item item : items) {
      for (int i = 0; i < item.materials().size(); i++) {
        Material material = item.materials().get(i);
        rows.add(
            new Object[] {
              company,
              item.code(),
              i + 1,
              material.item(),
              material.quantity(),
              material.scrapPercent()
            });
      }
    }
    if (!rows.isEmpty()) {
      bulk.copy(
          "item.material",
          List.of("company", "item", "line", "material", "quantity", "scrap_percent"),
          rows);
    }
  }

  /** The version of an item that nobody else can change until this transaction ends. */
  long lockedVersion(CompanyCode company, ItemCode code) {
    return version(company, code, " for update");
  }

  Version version(CompanyCode company, ItemCode code) {
    return new Version(version(company, code, ""));
  }

  void change(CompanyCode company, Item item) {
    jdbc.sql(
            """
            update item.item set name = ?, unit = ?, version = version + 1
            where company = ? and code = ?
            """)
        .params(item.name(), item.unit().value(), company.value(), item.code().value())
        .update();
    jdbc.sql("delete from item.material where company = ? and item = ?")
        .params(company.value(), item.code().value())
        .update();
    addMaterials(company, List.of(item));
  }

  private long version(CompanyCode company, ItemCode code, String lock) {
    return jdbc.sql("select version from item.item where company = ? and code = ?" + lock)
        .params(company.value(), code.value())
        .query(Long.class)
        .optional()
        .orElseThrow(
            () ->
                Refused.notFound(
                    "Company " + company + " has no item " + code + ": register it first."));
  }

  private List<Item> withMaterials(CompanyCode company, List<Item> bare) {
    Map<ItemCode, List<Material>> materials = new HashMap<>();
    jdbc.sql("select * from item.material where company = ? and item = any(?) order by item, line")
        .params(company.value(), texts(bare, i -> i.code().value()))
        .query(
            row -> {
              Material material =
                  new Material(
                      new ItemCode(row.getString("material")),
                      Quantity.of(row.getBigDecimal("quantity")),
                      Optional.ofNullable(row.getBigDecimal("scrap_percent")));
              ItemCode item = new ItemCode(row.getString("item"));
              materials.computeIfAbsent(item, i -> new ArrayList<>()).add(material);
            });
    return bare.stream()
        .map(
            i ->
                new Item(
                    i.code(),
                    i.name(),
                    i.unit(),
                    i.kind(),
                    materials.getOrDefault(i.code(), List.of())))
        .toList();
  }

  private static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  private static Item bare(ResultSet row) throws SQLException {
    return new Item(
        new ItemCode(row.getString("code")),
        row.getString("name"),
        new Unit(row.getString("unit")),
        ItemKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        List.of());
  }
}
