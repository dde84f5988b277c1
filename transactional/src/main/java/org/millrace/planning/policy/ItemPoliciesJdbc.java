package org.millrace.planning.policy;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.millrace.database.NamedRow;
import org.millrace.database.PerTransaction;
import org.millrace.database.RowLocks;
import org.millrace.database.Together;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.planning.ItemPolicy;
import org.millrace.planning.LotRule;
import org.millrace.planning.Source;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ItemPoliciesJdbc implements ItemPolicies {
  private final JdbcClient jdbc;
  private final RowLists lists;
  private final PerTransaction<Key, Optional<ItemPolicy>> known = new PerTransaction<>();
  private final PerTransaction<CompanyCode, Map<ItemCode, ItemPolicy>> all = new PerTransaction<>();

  private record Key(CompanyCode company, ItemCode item) {}

  ItemPoliciesJdbc(JdbcClient jdbc, RowLists lists) {
    this.jdbc = jdbc;
    this.lists = lists;
  }

  /** Documents that are made together ask for many: these are read at once. */
  @Override
  public Optional<ItemPolicy> of(CompanyCode company, ItemCode item) {
    if (Together.running() != null) {
      return Optional.ofNullable(all.get(company, this::read).get(item));
    }
    return known.get(
        new Key(company, item), key -> read(company, item, "").map(StoredPolicy::policy));
  }

  /** The policy with its version; for a command the row stays locked until it is done. */
  Optional<StoredPolicy> stored(CompanyCode company, ItemCode item) {
    return read(company, item, RowLocks.clause());
  }

  private Map<ItemCode, ItemPolicy> read(CompanyCode company) {
    Map<ItemCode, ItemPolicy> policies = new HashMap<>();
    jdbc.sql("select * from planning.item_policy where company = ?")
        .param(company.value())
        .query((row, i) -> stored(row).policy())
        .list()
        .forEach(policy -> policies.put(policy.item(), policy));
    return policies;
  }

  private Optional<StoredPolicy> read(CompanyCode company, ItemCode item, String lock) {
    return jdbc.sql("select * from planning.item_policy where company = ? and item = ?" + lock)
        .params(company.value(), item.value())
        .query((row, i) -> stored(row))
        .optional();
  }

  void put(StoredPolicy next) {
    ItemPolicy policy = next.policy();
    known.forget(new Key(next.company(), policy.item()));
    all.forget(next.company());
    NamedRow.of("planning.item_policy")
        .key("company", next.company())
        .key("item", policy.item())
        .with("source", word(policy.source()))
        .with("lead_days", policy.leadDays())
        .with("lead_deviation_days", policy.leadDeviationDays())
        .with("lot_rule", word(policy.lotRule()))
        .with("lot_quantity", policy.lotQuantity())
        .with("lot_multiple", policy.lotMultiple())
        .with("lot_periods", policy.lotPeriods())
        .with("ordering_cost", policy.orderingCost())
        .with("holding_rate", policy.holdingRate())
        .with("service_level", policy.serviceLevel())
        .with("safety_quantity", policy.safetyQuantity())
        .with("supplier", policy.supplier())
        .with("unit_price", policy.unitPrice())
        .with("currency", policy.currency())
        .with("version", next.version().number())
        .put(jdbc);
  }

  ListAnswer<ItemPolicy> page(CompanyCode company, ListRequest request) {
    String policies =
        """
        select item, source, lead_days, lead_deviation_days,
          replace(lot_rule, '_', '-') as lot_rule, lot_quantity, lot_multiple, lot_periods,
          ordering_cost, holding_rate, service_level, safety_quantity, supplier, unit_price,
          currency
        from planning.item_policy where company = ?
        """;
    return lists.page(ItemPolicy.class, Rows.of(company, policies), request);
  }

  private static StoredPolicy stored(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    ItemPolicy policy =
        new ItemPolicy(
            new ItemCode(row.getString("item")),
            Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
            Optional.ofNullable(row.getObject("lead_days", Integer.class)),
            decimal(row, "lead_deviation_days"),
            LotRule.valueOf(row.getString("lot_rule").toUpperCase(Locale.ROOT)),
            decimal(row, "lot_quantity").map(Quantity::of),
            decimal(row, "lot_multiple").map(Quantity::of),
            Optional.ofNullable(row.getObject("lot_periods", Integer.class)),
            decimal(row, "ordering_cost").map(amount -> Money.of(amount, currency)),
            decimal(row, "holding_rate"),
            decimal(row, "service_level"),
            decimal(row, "safety_quantity").map(Quantity::of),
            Optional.ofNullable(row.getString("supplier")).map(PartyCode::new),
            decimal(row, "unit_price").map(amount -> Money.of(amount, currency)),
            currency);
    return new StoredPolicy(
        new CompanyCode(row.getString("company")), policy, new Version(row.getLong("version")));
  }

  private static Optional<BigDecimal> decimal(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getBigDecimal(column));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
