package org.millrace.crm;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.crm.CampaignStatus.Act;
import org.millrace.document.DocumentKind;
import org.millrace.document.mapping.Stored;
import org.millrace.item.ItemCode;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/** Something done for a while to sell items; each act returns it as it is afterwards. */
public record Campaign(
    @Stored("number") CampaignCode code,
    String name,
    CampaignStatus status,
    LocalDate startsOn,
    LocalDate endsOn,
    Currency currency,
    List<ItemCode> items,
    Optional<Money> budget) {
  /** Stored in crm.campaign; its code stands for a number. */
  public static final DocumentKind<Campaign> KIND =
      DocumentKind.of(Campaign.class, "crm", "campaign")
          .searched("code", "name", "status", "items")
          .sorted("-startsOn")
          .steps(Campaign::status, Act.values())
          .build();

  public Campaign {
    name = Code.checked("name", "campaign name", name, 200);
    items = items.stream().distinct().sorted().toList();
    new Problems()
        .require(!items.isEmpty(), "items", "none", "at least one item")
        .require(!endsOn.isBefore(startsOn), "endsOn", endsOn, "not before its start " + startsOn)
        .require(
            budget.isEmpty() || !budget.get().isNegative(),
            "budget",
            budget.map(Money::toString).orElse(""),
            "0 or more")
        .refuse("Campaign " + code + " cannot be kept");
  }

  /** The campaign running. */
  public Campaign started() {
    status.require(Act.START, KIND.titled(code));
    return in(CampaignStatus.RUNNING, endsOn);
  }

  /** The campaign interrupted. */
  public Campaign held() {
    status.require(Act.HOLD, KIND.titled(code));
    return in(CampaignStatus.HELD, endsOn);
  }

  /** The campaign running again. */
  public Campaign resumed() {
    status.require(Act.RESUME, KIND.titled(code));
    return in(CampaignStatus.RUNNING, endsOn);
  }

  /** The campaign over; its last day is the present one when it was to run longer. */
  public Campaign ended(LocalDate today) {
    status.require(Act.END, KIND.titled(code));
    LocalDate last = today.isBefore(endsOn) ? today : endsOn;
    return in(CampaignStatus.ENDED, last.isBefore(startsOn) ? startsOn : last);
  }

  private Campaign in(CampaignStatus next, LocalDate lastDay) {
    return new Campaign(code, name, next, startsOn, lastDay, currency, items, budget);
  }
}
