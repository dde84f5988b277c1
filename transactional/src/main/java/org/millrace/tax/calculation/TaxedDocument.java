package org.millrace.tax.calculation;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.millrace.tax.TaxTreatment;

/**
 * What the lines of a document come to: net = sum of the lines without tax and after all discounts;
 * gross = net + charged taxes. Amounts are in the currency of the document.
 */
public record TaxedDocument(List<Line> lines, List<Group> groups) {
  public TaxedDocument {
    lines = List.copyOf(lines);
    groups = List.copyOf(groups);
  }

  /**
   * One line: amount = as priced, after its own discount; discount = its share of the discount of
   * the document; net and taxes are after both.
   */
  public record Line(
      BigDecimal amount, BigDecimal discount, BigDecimal net, List<BigDecimal> taxes) {
    public Line {
      taxes = List.copyOf(taxes);
    }

    /** All taxes of the line. */
    public BigDecimal tax() {
      return sum(taxes);
    }
  }

  /**
   * The lines of one treatment: base = their amounts as priced; taxable = without tax and after the
   * discount; taxes in the order of its components, charged by the seller or, for reverse charge,
   * computed by the buyer.
   */
  public record Group(
      TaxTreatment treatment,
      BigDecimal base,
      BigDecimal discount,
      BigDecimal taxable,
      List<BigDecimal> taxes) {
    public Group {
      taxes = List.copyOf(taxes);
    }

    /** What the seller charges. */
    public BigDecimal tax() {
      return treatment.category().isOwedByBuyer() ? BigDecimal.ZERO : sum(taxes);
    }

    /** What the buyer owes the authority in the seller's place. */
    public BigDecimal selfAssessed() {
      return treatment.category().isOwedByBuyer() ? sum(taxes) : BigDecimal.ZERO;
    }

    /** The part of the taxes that falls with the price. */
    public BigDecimal taxFollowingPrice() {
      return IntStream.range(0, taxes.size())
          .filter(i -> treatment.components().get(i).followsPrice())
          .mapToObj(taxes::get)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /** The lines as priced, before the discount of the document. */
  public BigDecimal lineTotal() {
    return sum(lines, Line::amount);
  }

  /** The discount of the document. */
  public BigDecimal discount() {
    return sum(groups, Group::discount);
  }

  /** Without tax, after all discounts. */
  public BigDecimal net() {
    return sum(groups, Group::taxable);
  }

  /** What the seller charges. */
  public BigDecimal tax() {
    return sum(groups, Group::tax);
  }

  /** What is to be paid. */
  public BigDecimal gross() {
    return net().add(tax());
  }

  static <T> BigDecimal sum(List<T> rows, Function<T, BigDecimal> amount) {
    return sum(rows.stream().map(amount).toList());
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
