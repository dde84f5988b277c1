package org.millrace.settlement.ageing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("settlement.read")
@RequestMapping("/api/companies/{company}/settlement")
class AgeingHttp {
  private static final int PARTS = 3;

  private final Companies companies;
  private final Ageings ageings;
  private final BusinessTime time;

  AgeingHttp(Companies companies, Ageings ageings, BusinessTime time) {
    this.companies = companies;
    this.ageings = ageings;
    this.time = time;
  }

  /** What of one party was open, and the items behind it. */
  record Answer(@JsonUnwrapped Ageing ageing, List<AgedItem> items) {}

  /** What is open by party and age, today or at the end of the day {@code asOf}. */
  @GetMapping("/ageing")
  @ListOf(Ageing.class)
  ListAnswer<Ageing> all(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    Company books = companies.named(company);
    ListRequest request = ListRequest.of(query);
    return ageings.parties(books, day(books, request), request);
  }

  /** One row of it by its key, with the items. */
  @GetMapping("/ageing/{key}")
  Answer one(@PathVariable CompanyCode company, @PathVariable String key) {
    Company books = companies.named(company);
    String[] parts = key.split(":", PARTS);
    Refused none =
        Refused.notFound("Nothing was open by %s. Look it up in the list.".formatted(key));
    if (parts.length < PARTS) {
      throw none;
    }
    LocalDate day = parsed(parts[1]).orElseThrow(() -> none);
    Ageing found =
        ageings
            .parties(books, day, ListRequest.having(Map.of("key", key)))
            .first()
            .orElseThrow(() -> none);
    ListRequest behind =
        new ListRequest(
            Optional.empty(),
            Map.of("side", List.of(parts[0]), "party", List.of(parts[2])),
            Optional.empty(),
            1,
            ListRequest.LARGEST);
    return new Answer(found, ageings.items(books, day, behind).rows());
  }

  /** The items that are open today or were at the end of the day {@code asOf}. */
  @GetMapping("/aged-items")
  @ListOf(AgedItem.class)
  ListAnswer<AgedItem> items(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    Company books = companies.named(company);
    ListRequest request = ListRequest.of(query);
    return ageings.items(books, day(books, request), request);
  }

  /** The day that the filter of that name asks for, or its end where it has one. */
  private LocalDate day(Company company, ListRequest request) {
    return Stream.of("asOf", "asOf.to")
        .flatMap(name -> request.filters().getOrDefault(name, List.of()).stream())
        .findFirst()
        .map(AgeingHttp::required)
        .orElseGet(() -> company.dayOf(time.occurredAt(Optional.empty())));
  }

  private static LocalDate required(String text) {
    Optional<LocalDate> day = parsed(text);
    new Problems()
        .require(day.isPresent(), "asOf", text, "a day such as 2026-03-31")
        .refuse("The page cannot be shown");
    return day.orElseThrow();
  }

  private static Optional<LocalDate> parsed(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
