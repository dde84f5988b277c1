package org.millrace.credit.check;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.credit.CreditPolicy;
import org.millrace.credit.exposure.CreditExposure;
import org.millrace.credit.exposure.CreditExposures;
import org.millrace.credit.policy.CreditPolicies;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.list.ListRequest;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.Companies;
import org.millrace.party.PartyCode;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.OrderPlaced;
import org.millrace.sales.SalesOrder;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Money;
import org.millrace.shared.Refused;

/**
 * Holds orders against the credit limit of their customer when they are placed or changed, in the
 * transaction that does so, and refuses the delivery of one that is held.
 */
final class CheckOrders {
  private final Documents<CreditCheck> checks;
  private final CreditExposures exposures;
  private final CreditPolicies policies;
  private final Companies companies;

  CheckOrders(
      Documents<CreditCheck> checks,
      CreditExposures exposures,
      CreditPolicies policies,
      Companies companies) {
    this.checks = checks;
    this.exposures = exposures;
    this.policies = policies;
    this.companies = companies;
  }

  /**
   * Checks orders that were placed together, each as if those after it were not there yet. Of a
   * customer without a limit nothing is asked.
   */
  void placed(List<OrderPlaced> orders) {
    Map<CompanyCode, Map<PartyCode, List<OrderPlaced>>> byCustomer = new LinkedHashMap<>();
    for (OrderPlaced each : orders) {
      byCustomer
          .computeIfAbsent(each.head().company(), company -> new TreeMap<>())
          .computeIfAbsent(each.order().customer().code(), customer -> new ArrayList<>())
          .add(each);
    }
    byCustomer.forEach(
        (company, customers) -> {
          CreditPolicy policy = policies.of(company);
          if (policy != CreditPolicy.OFF) {
            exposures
                .limited(company, customers.keySet())
                .forEach(one -> placed(policy, Objects.requireNonNull(customers.get(one))));
          }
        });
  }

  /** All of one customer. */
  private void placed(CreditPolicy policy, List<OrderPlaced> orders) {
    CompanyCode company = orders.get(0).head().company();
    PartyCode customer = orders.get(0).order().customer().code();
    if (exposures.inTurn(company, customer).excess().isEmpty()) {
      return;
    }
    List<OrderNumber> numbers = orders.stream().map(each -> each.order().number()).toList();
    for (int i = 0; i < orders.size(); i++) {
      List<OrderNumber> later = numbers.subList(i + 1, numbers.size());
      CreditExposure exposure = exposures.without(company, customer, later);
      check(policy, orders.get(i).head(), orders.get(i).order(), exposure);
    }
  }

  /** Checks an order as it is now; what an earlier check of it said is over. */
  void check(EventHead head, SalesOrder order) {
    CompanyCode company = head.company();
    CreditPolicy policy = policies.of(company);
    List<Versioned<CreditCheck>> earlier = of(company, order.number());
    if (policy == CreditPolicy.OFF && earlier.isEmpty()) {
      return;
    }
    CreditExposure exposure = exposures.inTurn(company, order.customer().code());
    if (isReleasedFor(earlier, exposure)) {
      return;
    }
    end(earlier, "The order was changed", head.occurredAt());
    check(policy, head, order, exposure);
  }

  private void check(
      CreditPolicy policy, EventHead head, SalesOrder order, CreditExposure exposure) {
    if (policy == CreditPolicy.OFF || exposure.excess().isEmpty()) {
      return;
    }
    CompanyCode company = head.company();
    LocalDate day = companies.dayOf(company, head.occurredAt());
    CheckStatus status = policy == CreditPolicy.HOLD ? CheckStatus.HELD : CheckStatus.WARNED;
    CreditCheck check =
        CreditCheck.of(
            new DocumentNumber(checks.nextNumber(company, day)),
            status,
            order.number(),
            exposure,
            day);
    checks.make(company, check, head.occurredAt(), CreditCheckChanged::new);
  }

  /** What was released for an order holds as long as the limit is not exceeded by more. */
  private static boolean isReleasedFor(
      List<Versioned<CreditCheck>> earlier, CreditExposure exposure) {
    Optional<Money> excess = exposure.excess();
    return excess.isPresent()
        && earlier.stream()
            .map(Versioned::document)
            .filter(check -> check.status() == CheckStatus.RELEASED)
            .anyMatch(check -> check.excess().compareTo(excess.get()) >= 0);
  }

  /** The order is not delivered any more. */
  void cancelled(EventHead head, SalesOrder order) {
    end(of(head.company(), order.number()), "The order was cancelled", head.occurredAt());
  }

  private void end(List<Versioned<CreditCheck>> earlier, String why, Instant occurredAt) {
    for (Versioned<CreditCheck> each : earlier) {
      checks.change(each, each.document().ended(why), occurredAt, CreditCheckChanged::new);
    }
  }

  /** The checks of an order that are not over. */
  private List<Versioned<CreditCheck>> of(CompanyCode company, OrderNumber order) {
    return checks.having(company, Map.of("order", order.value())).stream()
        .filter(check -> check.document().status() != CheckStatus.ENDED)
        .toList();
  }

  /**
   * Passes when an order may be delivered.
   *
   * @throws Refused as conflict when it is held
   */
  void requireNotHeld(CompanyCode company, SalesOrder order) {
    checks.having(company, Map.of("order", order.number().value(), "status", "held")).stream()
        .map(Versioned::document)
        .findFirst()
        .ifPresent(
            held -> {
              throw Refused.conflict(held.told());
            });
  }

  /** Why orders are not delivered, by the numbers of those that are held. */
  Map<String, String> held(CompanyCode company, Collection<String> orders) {
    ListRequest held =
        new ListRequest(
            Optional.empty(),
            Map.of("order", List.copyOf(orders), "status", List.of("held")),
            Optional.empty(),
            1,
            ListRequest.LARGEST);
    Map<String, String> told = new HashMap<>();
    checks
        .page(company, held)
        .rows()
        .forEach(row -> told.put(row.document().order().value(), row.document().told()));
    return told;
  }

  Versioned<CreditCheck> release(
      Versioned<CreditCheck> before, String reason, String by, Instant occurredAt) {
    return stored(before, before.document().released(reason, by), occurredAt);
  }

  /**
   * Releases it when its customer is within the limit now.
   *
   * @throws Refused as conflict when he is not
   */
  Versioned<CreditCheck> recheck(Versioned<CreditCheck> before, Instant occurredAt) {
    CreditCheck check = before.document();
    CreditCheck after = check.within();
    CreditExposure exposure = exposures.inTurn(before.company(), check.party());
    exposure
        .excess()
        .ifPresent(
            excess -> {
              throw Refused.conflict(
                  ("%s still exceeds the credit limit of %s by %s: the exposure is %s."
                          + " Wait for a payment, or have it released.")
                      .formatted(
                          check.party(),
                          exposure.creditLimit().orElse(check.creditLimit()),
                          excess,
                          exposure.exposure()));
            });
    return stored(before, after, occurredAt);
  }

  private Versioned<CreditCheck> stored(
      Versioned<CreditCheck> before, CreditCheck after, Instant occurredAt) {
    return checks.change(before, after, occurredAt, CreditCheckChanged::new);
  }
}
