package org.millrace.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.millrace.document.DocumentKind;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * Which documents of a kind need approval, and whose: those of that amount or more, in the currency
 * of the company, sales orders with a line at that discount or more, and purchase orders and bills
 * that go beyond a budget that holds them. The levels decide in their order, for each whoever holds
 * its role for the company, within so many days in all.
 */
public record ApprovalPolicy(
    PolicyCode code,
    String name,
    DocumentType documentType,
    Optional<Money> fromAmount,
    Optional<BigDecimal> fromDiscountPercent,
    @JsonInclude(JsonInclude.Include.NON_NULL) boolean overBudget,
    int deadlineDays,
    boolean active,
    Currency currency,
    List<Level> levels) {
  /** Stored in approval.policy with its levels; its code stands for a number. */
  public static final DocumentKind<ApprovalPolicy> KIND =
      DocumentKind.of(ApprovalPolicy.class, "approval", "policy")
          .listed("approval-policies")
          .lines("levels", "approval.policy_level", "code")
          .searched("code", "name", "documentType")
          .changeable()
          .build();

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Set<DocumentType> BUDGETED =
      Set.of(DocumentType.PURCHASE_ORDER, DocumentType.SUPPLIER_INVOICE);
  private static final int LONGEST = 365;
  private static final int MOST_LEVELS = 10;

  public ApprovalPolicy {
    name = Code.checked("name", "policy name", name, 200);
    levels = List.copyOf(levels);
    new Problems()
        .require(
            fromAmount.isPresent() || fromDiscountPercent.isPresent() || overBudget,
            "fromAmount",
            "none",
            "the amount or the discount from which on approval is needed")
        .require(
            !overBudget || BUDGETED.contains(documentType),
            "overBudget",
            overBudget,
            "false: only purchase orders and supplier invoices go beyond a budget")
        .require(
            fromAmount.filter(Money::isNegative).isEmpty(),
            "fromAmount",
            fromAmount.map(Money::amount).orElse(BigDecimal.ZERO),
            "0 or more")
        .require(
            fromDiscountPercent.isEmpty() || documentType == DocumentType.SALES_ORDER,
            "fromDiscountPercent",
            fromDiscountPercent.orElse(BigDecimal.ZERO),
            "none: only sales orders have a discount")
        .require(
            fromDiscountPercent.filter(p -> p.signum() <= 0 || p.compareTo(HUNDRED) > 0).isEmpty(),
            "fromDiscountPercent",
            fromDiscountPercent.orElse(BigDecimal.ZERO),
            "more than 0 and at most 100")
        .require(
            deadlineDays >= 0 && deadlineDays <= LONGEST,
            "deadlineDays",
            deadlineDays,
            "0 to " + LONGEST)
        .require(
            !levels.isEmpty() && levels.size() <= MOST_LEVELS,
            "levels",
            levels.size(),
            "1 to " + MOST_LEVELS + " levels")
        .require(
            levels.stream().map(Level::role).distinct().count() == levels.size(),
            "levels.role",
            levels.stream().map(Level::role).toList(),
            "each role once")
        .refuse("Policy " + code + " cannot be used");
  }

  /** Who decides on one level: holders of that role. */
  public record Level(String role) {
    public Level {
      role = Code.checked("role", role, 60);
    }
  }

  /** Whether a document of so much, at so much discount, falls under it. */
  public boolean holds(Money amount, BigDecimal discountPercent) {
    return active
        && (fromAmount.filter(from -> amount.compareTo(from) >= 0).isPresent()
            || fromDiscountPercent
                .filter(from -> discountPercent.compareTo(from) >= 0)
                .isPresent());
  }
}
