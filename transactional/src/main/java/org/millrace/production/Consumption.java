package org.millrace.production;

import java.time.LocalDate;
import java.util.List;
import org.millrace.document.DocumentKind;
import org.millrace.item.ItemCode;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** Materials that left stock for a work order together, at moving average. */
public record Consumption(String number, LocalDate date, List<Line> lines, @Sensitive Money cost) {
  /** Told by the events of its work order, in no table of its own; numbered MC-000001. */
  public static final DocumentKind<Consumption> KIND =
      DocumentKind.of(Consumption.class, "production", "consumption")
          .numbered("MC")
          .untabled()
          .build();

  public Consumption {
    lines = List.copyOf(lines);
  }

  /** One material; quantity and cost are above zero. */
  public record Line(ItemCode item, Quantity quantity, @Sensitive Money cost) {}
}
