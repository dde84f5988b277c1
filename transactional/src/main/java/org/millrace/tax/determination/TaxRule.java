package org.millrace.tax.determination;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.document.DocumentKind;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemGroupCode;
import org.millrace.party.RegionCode;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxEntry;

/**
 * Proposes a tax code for lines of sales (output) or purchases (input) to which it fits: what it
 * does not name fits always. Of several that fit, the one of the lowest rank counts. A line that
 * names a tax code keeps it.
 *
 * @param countries of the party, by code or English name; any where none is named
 * @param taxNumber whether the party has a tax number
 * @param validFrom first day, and {@code validUntil} the last
 */
public record TaxRule(
    TaxRuleCode code,
    String name,
    TaxEntry.Side side,
    int rank,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Country> countries,
    Optional<RegionCode> region,
    Optional<TaxNumber> taxNumber,
    Optional<ItemGroupCode> itemGroup,
    Optional<ItemCode> item,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validUntil,
    TaxCodeName taxCode) {
  /** Stored in tax.tax_rule with its countries. */
  public static final DocumentKind<TaxRule> KIND =
      DocumentKind.of(TaxRule.class, "tax", "tax-rule")
          .lines("countries", "tax.tax_rule_country", "code")
          .searched("code", "name", "taxCode")
          .sorted("rank")
          .changeable()
          .build();

  private static final int LAST_RANK = 1_000_000;
  private static final Map<String, String> CODES =
      Stream.of(Locale.getISOCountries())
          .collect(
              Collectors.toMap(
                  code -> name(code).toUpperCase(Locale.ROOT), Function.identity(), (a, b) -> a));

  public TaxRule {
    name = Code.checked("name", "tax rule name", name, 200);
    countries = List.copyOf(countries);
    Problems problems = new Problems();
    problems.require(
        rank >= 0 && rank <= LAST_RANK, "rank", rank, "a number from 0 to " + LAST_RANK);
    problems.require(
        countries.stream().map(Country::iso).distinct().count() == countries.size(),
        "countries",
        countries.stream().map(Country::country).toList(),
        "each country once");
    if (validFrom.isPresent() && validUntil.isPresent()) {
      problems.require(
          !validUntil.get().isBefore(validFrom.get()),
          "validUntil",
          validUntil.get(),
          "not before the first day " + validFrom.get());
    }
    problems.refuse("The tax rule " + code + " cannot be used");
  }

  /** Whether a party has a tax number, which tells businesses from consumers. */
  public enum TaxNumber {
    PRESENT,
    ABSENT
  }

  /** A country by its code or its English name, as parties have it. */
  public record Country(String country) {
    public Country {
      country = Code.checked("country", "country", country, 60);
    }

    /** The same however it is written. */
    String iso() {
      return TaxRule.iso(country);
    }
  }

  /** What is known of a line: who sells or buys it, when, and of what it is. */
  public record Line(
      TaxEntry.Side side,
      LocalDate day,
      String country,
      Optional<RegionCode> region,
      TaxNumber taxNumber,
      ItemCode item,
      Optional<ItemGroupCode> itemGroup) {}

  /** Whether it says how that line is taxed. */
  public boolean fits(Line line) {
    return side == line.side()
        && validFrom.map(first -> !line.day().isBefore(first)).orElse(true)
        && validUntil.map(last -> !line.day().isAfter(last)).orElse(true)
        && (countries.isEmpty()
            || countries.stream().anyMatch(each -> each.iso().equals(iso(line.country()))))
        && fits(region, line.region())
        && fits(taxNumber, Optional.of(line.taxNumber()))
        && fits(itemGroup, line.itemGroup())
        && fits(item, Optional.of(line.item()));
  }

  private static <T> boolean fits(Optional<T> wanted, Optional<T> found) {
    return wanted.isEmpty() || wanted.equals(found);
  }

  private static String iso(String country) {
    String upper = country.strip().toUpperCase(Locale.ROOT);
    return CODES.getOrDefault(upper, upper);
  }

  private static String name(String code) {
    return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
  }
}
