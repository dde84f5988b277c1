package org.millrace.dashboards.cockpit.figure;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.dashboards.cockpit.session.Visitor;
import org.millrace.dashboards.definition.Language;
import org.millrace.dashboards.definition.Term;
import org.millrace.dashboards.query.Period;
import org.millrace.dashboards.query.RowQueries;
import org.millrace.dashboards.query.Slice;

/**
 * Reads what people chose from the address: company, currency, period, country, and picks as {@code
 * pick.item=85123A}. What is not given is filled from the company's own first choices.
 */
public final class Chosen {
  private static final String PICK = "pick.";
  private static final String ALL_TIME = "all";

  private Chosen() {}

  /** The slice of a request; refuses a request without a company. */
  public static Slice slice(HttpServletRequest request, Companies companies, Visitor visitor) {
    String code = company(request, visitor);
    Companies.Company company = companies.named(code);
    return new Slice(
        code,
        text(request, "currency").orElse(company.currency()),
        period(text(request, "period"), company),
        text(request, "country"),
        picks(request));
  }

  /** In which language, for which words and in which order the rows of a chart are asked for. */
  public static RowQueries.Reading reading(HttpServletRequest request) {
    return new RowQueries.Reading(
        text(request, "lang").filter("zh"::equals).isPresent() ? Language.ZH : Language.EN,
        text(request, "search").orElse(""),
        text(request, "sort").map(Chosen::term));
  }

  /** A column to sort by; one with a minus before it, the largest first. */
  public static Term term(String sort) {
    return sort.startsWith("-") ? new Term(sort.substring(1), -1) : new Term(sort, 1);
  }

  /** The company of a request; refuses one that the visitor has nothing to do with. */
  public static String company(HttpServletRequest request, Visitor visitor) {
    return visitor.requireCompany(
        text(request, "company")
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Give the parameter company; a figure never mixes companies")));
  }

  /** The period asked for, none for all time; the last month with figures where none is named. */
  private static Optional<Period> period(Optional<String> asked, Companies.Company company) {
    Optional<Period> period =
        asked.isPresent()
            ? asked.filter(text -> !text.equals(ALL_TIME)).map(Period::of)
            : company.lastMonth().map(month -> new Period(month, month));
    company
        .lastMonth()
        .filter(last -> period.filter(chosen -> chosen.from().isAfter(last)).isPresent())
        .ifPresent(
            last -> {
              throw new IllegalArgumentException(
                  "The period %s lies after %s, the last month with figures of company %s; choose"
                          .formatted(period.get(), last, company.code())
                      + " that month or an earlier one");
            });
    return period;
  }

  private static Map<String, String> picks(HttpServletRequest request) {
    Map<String, String> picks = new TreeMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (name.startsWith(PICK)) {
                picks.put(name.substring(PICK.length()), values[0]);
              }
            });
    return picks;
  }

  /** A parameter that is there and not blank. */
  public static Optional<String> text(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name))
        .map(String::trim)
        .filter(v -> !v.isEmpty());
  }
}
