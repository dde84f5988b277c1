package org.millrace.exchange.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.planning.ItemPolicy;
import org.millrace.planning.verbs.Policies;
import org.millrace.planning.verbs.PolicySetting;
import org.millrace.shared.CompanyCode;
import org.millrace.web.BusinessTime;

/** Item policies. What has no column in the file stays as it was set; an empty cell clears. */
final class PoliciesList implements ImportedList {
  private static final Columns COLUMNS =
      new Columns(
          List.of("item"),
          List.of(
              "source",
              "lead_days",
              "lead_deviation_days",
              "lot_rule",
              "lot_quantity",
              "lot_multiple",
              "lot_periods",
              "ordering_cost",
              "holding_rate",
              "service_level",
              "safety_quantity",
              "supplier",
              "unit_price",
              "currency"),
          List.of());

  private final Policies policies;
  private final Companies companies;
  private final RowReader reader;
  private final BusinessTime time;

  PoliciesList(Policies policies, Companies companies, RowReader reader, BusinessTime time) {
    this.policies = policies;
    this.companies = companies;
    this.reader = reader;
    this.time = time;
  }

  @Override
  public String kind() {
    return "item-policies";
  }

  @Override
  public String permission() {
    return "planning.write";
  }

  @Override
  public Columns columns(CompanyCode company) {
    return COLUMNS;
  }

  @Override
  public boolean take(CompanyCode company, Map<String, String> cells) {
    ItemCode item = reader.read(Map.of("item", cells.get("item")), Named.class).item();
    Map<String, String> whole = new HashMap<>();
    policies.of(company, item).ifPresent(policy -> whole.putAll(reader.cells(policy)));
    whole.putAll(cells);
    ItemPolicy policy =
        reader.read(whole, PolicySetting.class).policy(item, companies.named(company).currency());
    return policies.set(company, policy, time.occurredAt(Optional.empty()));
  }

  private record Named(ItemCode item) {}
}
