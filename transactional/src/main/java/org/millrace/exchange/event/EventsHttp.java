package org.millrace.exchange.event;

import java.util.List;
import java.util.Optional;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.web.RequiresPermission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Events by position, for programs that ask. */
@RestController("companyEventsHttp")
class EventsHttp {
  private static final int MOST = 1_000;
  private static final int USUAL = 100;

  private final CompanyEvents events;
  private final Companies companies;

  EventsHttp(CompanyEvents events, Companies companies) {
    this.events = events;
    this.companies = companies;
  }

  /** After which position, of which types with commas between, and how many at most. */
  record Query(Optional<String> after, Optional<List<String>> types, Optional<Integer> limit) {}

  /**
   * What follows.
   *
   * @param next the position to ask after for what comes next, also where nothing came yet
   */
  record Answer(List<CompanyEvents.Told> events, String next) {}

  @GetMapping("/api/companies/{company}/events")
  @RequiresPermission("event.read")
  Answer after(@PathVariable CompanyCode company, @ParameterObject @ModelAttribute Query query) {
    companies.named(company);
    EventPosition after =
        query.after().map(text -> EventPosition.of("after", text)).orElseGet(EventPosition::start);
    int limit = query.limit().orElse(USUAL);
    new Problems()
        .require(limit >= 1 && limit <= MOST, "limit", limit, "1 to " + MOST)
        .refuse("The events cannot be told");
    List<String> types = EventTypes.checked(query.types().orElse(List.of()));
    List<CompanyEvents.Told> told = events.after(company, after, types, limit);
    String next = told.isEmpty() ? after.text() : told.get(told.size() - 1).position();
    return new Answer(told, next);
  }
}
