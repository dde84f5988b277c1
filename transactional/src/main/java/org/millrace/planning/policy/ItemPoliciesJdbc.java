package org.millrace.planning.policy;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.millrace.database.RowLocks;
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

  ItemPoliciesJdbc(JdbcClient jdbc, RowLists lists) {
    this.jdbc = jdbc;
    this.lists = lists;
  }

  @Override
  public Optional<ItemPolicy> of(CompanyCode company, ItemCode item) {
    return stored(company, item).map(StoredPolicy::policy);
  }

  /** The policy with its version; the row stays locked until the transaction ends. */
  Optional<StoredPolicy> stored(CompanyCode company, ItemCode item) {
    return jdbc.sql(
            "select * from planning.item_policy where company = ? and item = ?" + RowLocks.clause())
        .params(company.value(), item.value())
        .query((row, i) -> stored(row))
        .optional();
  }

  void put(StoredPolicy next) {
    ItemPolicy policy = next.policy();
    jdbc.sql("delete from planning.item_policy where company = ? and item = ?")
        .params(next.company().value(), policy.item().value())
        .update();
    jdbc.sql(
            "insert into planning.item_policy values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?, ?)")
        .params(
            Arrays.asList(
                next.company().value(),
                policy.item().value(),
                word(policy.source()),
                policy.leadDays().orElse(null),
                policy.leadDeviationDays().orElse(null),
                word(policy.lotRule()),
                policy.lotQuantity().map(Quantity::value).orElse(null),
                policy.lotMultiple().map(Quantity::value).orElse(null),
                policy.lotPeriods().orElse(null),
                policy.orderingCost().map(Money::amount).orElse(null),
                policy.holdingRate().orElse(null),
                policy.serviceLevel().orElse(null),
                policy.safetyQuantity().map(Quantity::value).orElse(null),
                policy.supplier().map(PartyCode::value).orElse(null),
                policy.unitPrice().map(Money::amount).orElse(null),
                policy.currency().getCurrencyCode(),
                next.version().number()))
        .update();
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
