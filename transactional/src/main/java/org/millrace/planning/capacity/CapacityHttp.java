package org.millrace.planning.capacity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.planning.Routing;
import org.millrace.planning.WorkCentre;
import org.millrace.planning.WorkCentreCode;
import org.millrace.planning.capacity.CapacityJdbc.RoutingColumns;
import org.millrace.planning.capacity.SetCapacity.Stored;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.BusinessTime;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/planning")
class CapacityHttp {
  private final SetCapacity set;
  private final CapacityJdbc capacity;
  private final Companies companies;
  private final BusinessTime time;

  CapacityHttp(SetCapacity set, CapacityJdbc capacity, Companies companies, BusinessTime time) {
    this.set = set;
    this.capacity = capacity;
    this.companies = companies;
    this.time = time;
  }

  record WorkCentreSetting(
      String name, BigDecimal hoursPerDay, int daysPerWeek, Optional<Instant> occurredAt) {}

  record RoutingSetting(List<Routing.Operation> operations, Optional<Instant> occurredAt) {}

  @PutMapping("/work-centres/{code}")
  @RequiresPermission("planning.write")
  ResponseEntity<WorkCentre> set(
      @PathVariable CompanyCode company,
      @PathVariable WorkCentreCode code,
      @RequestBody WorkCentreSetting setting) {
    companies.named(company);
    WorkCentre wanted =
        new WorkCentre(code, setting.name(), setting.hoursPerDay(), setting.daysPerWeek());
    return reply(set.set(company, wanted, time.occurredAt(setting.occurredAt())));
  }

  @GetMapping("/work-centres/{code}")
  @RequiresPermission("planning.read")
  ResponseEntity<WorkCentre> workCentre(
      @PathVariable CompanyCode company, @PathVariable WorkCentreCode code) {
    return reply(
        capacity
            .workCentre(company, code)
            .orElseThrow(
                () ->
                    Refused.notFound(
                        ("There is no work centre %s in company %s."
                                + " Look it up in the list of work centres.")
                            .formatted(code, company))));
  }

  @GetMapping("/work-centres")
  @RequiresPermission("planning.read")
  @ListOf(WorkCentre.class)
  ListAnswer<WorkCentre> workCentres(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    companies.named(company);
    return capacity.workCentres(company, ListRequest.of(query));
  }

  @PutMapping("/routings/{item}")
  @RequiresPermission("planning.write")
  ResponseEntity<Routing> set(
      @PathVariable CompanyCode company,
      @PathVariable ItemCode item,
      @RequestBody RoutingSetting setting) {
    Instant occurredAt = time.occurredAt(setting.occurredAt());
    return reply(set.set(company, new Routing(item, setting.operations()), occurredAt));
  }

  @GetMapping("/routings/{item}")
  @RequiresPermission("planning.read")
  ResponseEntity<Routing> routing(@PathVariable CompanyCode company, @PathVariable ItemCode item) {
    return reply(
        capacity
            .routing(company, item)
            .orElseThrow(
                () ->
                    Refused.notFound(
                        "No routing was set for item %s in company %s. Set one to plan its hours."
                            .formatted(item, company))));
  }

  @GetMapping("/routings")
  @RequiresPermission("planning.read")
  @ListOf(RoutingColumns.class)
  ListAnswer<Routing> routings(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    companies.named(company);
    return capacity.routings(company, ListRequest.of(query));
  }

  private static <T> ResponseEntity<T> reply(Stored<T> stored) {
    return Replies.ok(stored.content(), stored.version());
  }
}
