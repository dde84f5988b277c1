package org.millrace.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.millrace.shared.Problems;

/**
 * How a company taxes its documents: where and to which step it rounds, and the codes that a
 * document names.
 */
public record TaxRules(
    TaxRounding rounding, Optional<BigDecimal> step, Map<TaxCodeName, TaxCode> codes) {
  /** For documents that name no code. */
  public static final TaxRules NONE =
      new TaxRules(TaxRounding.DOCUMENT, Optional.empty(), Map.of());

  public TaxRules {
    codes = Map.copyOf(codes);
  }

  /** Notes a problem unless the code is known and has a rate on that day. */
  public void require(Optional<TaxCodeName> code, LocalDate day, String field, Problems problems) {
    code.ifPresent(
        named ->
            problems.require(
                Optional.ofNullable(codes.get(named)).flatMap(found -> found.on(day)).isPresent(),
                field,
                named,
                "a tax code with a rate on " + day));
  }

  /** How a line of that code is taxed on that day. */
  public TaxTreatment treatment(Optional<TaxCodeName> code, LocalDate day) {
    return code.flatMap(named -> Optional.ofNullable(codes.get(named)))
        .flatMap(found -> found.on(day))
        .orElse(TaxTreatment.NONE);
  }
}
